"""The mark-up that converters leave in a line or a cell: what it hints at, and the text without it."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from extractor.document import Line, Place, Text, Word

TAG = re.compile(
    r"</?(?:p|u|b|i|em|strong|ul|ol|li|br|div|span|sup|sub|a|font|td|tr|th)\b[^<>]{0,300}/?>", re.I
)
EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)")
COMMENT = re.compile(r"<!--.{0,2000}?-->|!\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)|\[\^\w{1,20}\]:?")
LINK = re.compile(r"(\[)(?P<text>[^\]\n]{1,300})(\]\([^)\n]{1,600}\))")
LABEL = re.compile(r"(?<!\w)_(?P<label>[^\W\d_][^_\n]{1,40})(?::_(?!\w)|_(?=:))")  # «_Ansvar:_»
TOKEN = re.compile(r"\S+")
SPACED = re.compile(r"(?<![^\s\x00])[A-ZÆØÅ](?:[ \u00a0][A-ZÆØÅ])+(?![^\s\x00])")  # «P L A N»
LEAST_SPACED = 4  # letters: fewer may be initials, unless a longer spaced word stands in the same line
BREAK = re.compile(r"<(?:/?p|br|/?li|/?ul|/?ol|/?div)\b[^<>]{0,300}>", re.IGNORECASE)
LIST_ITEM = re.compile(r"<li\b[^<>]{0,300}>", re.IGNORECASE)
LIST = re.compile(r"<[uo]l\b[^<>]{0,300}>", re.IGNORECASE)
TITLE = re.compile(r"\s*<(u|b|strong)>(?P<title>[^<>]{3,200})</\1>(?=\s*[-–•A-ZÆØÅ«\"”“(])", re.IGNORECASE)
DOT_BULLET = re.compile(r"(?:^|(?<=\s))[•·▪●◦‣■]\s*")
DASH_BULLET = re.compile(
    r"(?:^|(?<=\s))[-–](?:\s*(?=[A-ZÆØÅ«\"“”(])|\s+(?=\d))"
)  # «-1 500» is a number below zero
SOFT_HYPHEN = "\u00ad"
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def plain_text(raw: str, start: int) -> Text:
    """Return the words of `raw`, which stands at offset `start`, without mark-up."""
    blank = EMPHASIS.sub(_blank, TAG.sub(_blank, COMMENT.sub(_blank, raw)))
    blank = LABEL.sub(lambda mark: mark[0].replace("_", "\x00"), blank)
    blank = LINK.sub(lambda link: "\x00" + link["text"] + "\x00" * len(link[3]), blank)
    value: list[str] = []
    words: list[Word] = []
    marks: list[int] = []
    length = 0
    for offset, token in _tokens(blank):
        glue = " " if words else ""
        for part in re.finditer(r"[^\x00]+", token):
            word = _word(part[0], start + offset + part.start())
            if word.text:
                marks.append(length + len(glue))
                words.append(word)
                value += (glue, word.text)
                length += len(glue) + len(word.text)
                glue = ""
    return Text("".join(value), words, marks)


def _tokens(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between spaces, with its offset; capitals set with a space behind each are one word."""
    spaced = [run for run in SPACED.finditer(text) if _is_word(run[0].split())]
    if not any(len(run[0].split()) >= LEAST_SPACED for run in spaced):
        spaced = []
    behind = 0
    for run in [*spaced, None]:
        end = run.start() if run else len(text)
        yield from ((behind + token.start(), token[0]) for token in TOKEN.finditer(text[behind:end]))
        if run:
            yield run.start(), run[0]
            behind = run.end()


def _is_word(letters: list[str]) -> bool:
    """Whether spaced letters can be a word: crosses of a table («X X X X») and «A B C D» are none."""
    return len(set(letters)) > 1 and any(ord(right) - ord(left) != 1 for left, right in pairwise(letters))


def _blank(mark: re.Match[str]) -> str:
    """Keep the place of what is dropped, so that offsets stay true."""
    return "\x00" * len(mark[0])


def _word(raw: str, start: int) -> Word:
    clean = html.unescape(raw) if "&" in raw else raw
    clean = unicodedata.normalize("NFC", clean.translate(INVISIBLE)).replace("ﬁ", "fi").replace("ﬂ", "fl")
    return Word("".join(clean.split()), Place(start, start + len(raw)))


def cell_lines(raw: str, start: int) -> list[Line]:
    """Split the content of a table cell at its paragraphs, line breaks and list items.

    A title in front, set off by underline or bold, comes back as a bold line of its own.
    """
    title = TITLE.match(raw)
    lines = []
    if title:
        lines.append(Line(plain_text(title[0], start), bold=True, full=False))
        start, raw = start + title.end(), raw[title.end() :]
    in_list = item = False
    position = 0
    for mark in [*BREAK.finditer(raw), None]:
        end = mark.start() if mark else len(raw)
        lines += _split_bullets(raw[position:end], start + position, in_list=in_list, item=item)
        if mark:
            item = bool(LIST_ITEM.fullmatch(mark[0]))
            in_list = bool(LIST.fullmatch(mark[0])) or (
                in_list and not mark[0].lower().startswith(("</ul", "</ol"))
            )
            position = mark.end()
    return lines


def _split_bullets(raw: str, start: int, *, in_list: bool, item: bool) -> list[Line]:
    """Split a stretch of cell text at its bullets; dashes count only where a list is marked up or leads."""
    marks = list(DOT_BULLET.finditer(raw))
    if not marks and (in_list or DASH_BULLET.match(raw.lstrip())):
        marks = list(DASH_BULLET.finditer(raw))
    lines = []
    first = marks[0].start() if marks else len(raw)
    lead = plain_text(raw[:first], start)
    if lead:
        lines.append(Line(lead, bullet="•" if item else None, full=False))
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        end = following.start() if following else len(raw)
        text = plain_text(raw[mark.end() : end], start + mark.end())
        if text:
            lines.append(Line(text, bullet="•", full=False))
    return lines
