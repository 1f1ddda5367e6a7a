"""A responsible cell as the lines that name who is responsible.

1. A line break, a bullet or a semicolon parts two lines, unless the line before is cut off in a phrase, a bracket or a
   word («barnevern-» / «tenesta»), or is a title whose field stands below it in small letters («Enhetsleder» /
   «helse»).
2. A label in front of a colon goes («Ansvarleg:»).
3. Partners go: what follows «i samarbeid med» to the end of its line, and what follows the label «Medvirkende:» to
   the next label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractor.normalise.party_register import find_party
from extractor.normalise.party_words import is_people, takes_field, word_list

_EDGE = " \t.,:;–—-−*\"'«»”“!?"
_HARD = re.compile(
    r"[;|•·▪●◦‣∙➢✓□■]|(?<=\s)\+(?=\s)|(?<=[^\W\d_])\+(?=\s?[^\W\d_])|(?<=\s)[o*](?=\s[A-ZÆØÅ])"
    r"|(?<=[^\W\d_][\s,])\s?(?:[2-9]|1\d)[.)]\s(?=[A-ZÆØÅ])|(?<=\s)[b-h]\)\s(?=[A-ZÆØÅ])"
)
_BULLET = re.compile(
    r"(?:[-–—‐‑−*•·▪●◦‣∙>➢✓]+\s*|\(?\d{1,2}[.)]\s+(?=[A-ZÆØÅ])|[a-zA-Z]\)\s+|o\s+(?=[A-ZÆØÅ]))+"
)
_DANGLING = re.compile(
    r"(?:^|\s)(?:og|samt|for|i|ved|av|til|på|med|[vm]/)$"
    r"|^(?:Seksjon|Avdeling|Enhet|Eining|Etat|Sektor|Tjeneste|Teneste|Virksomhet|Verksemd)$"
)
_CONTINUES = re.compile(r"(?:og|samt|for|med|ved|av|til|på|i|[vm]/)(?:\s|(?<=/))")
_SHARE = re.compile(
    r"(?:^|(?<=[,;/]\s)|(?<=\sog\s))(?:(?:hoved|hovud|med)ansvar)\s+(?!(?:for|har|ligger?|ligg)\b)",
    re.IGNORECASE,
)
_CUT_WORD = re.compile(r"(?:^|[\s/])([^\W\d_]{2,})-$")
_REST_OF_WORD = re.compile(r"(?!og\b|eller\b|samt\b)[a-zæøå]{2,}")


def responsible_lines(text: str) -> Iterator[str]:
    """Yield the lines of a cell with single spaces, without bullets, labels and partners."""
    partners_below = False
    for line, labelled in _cell_lines(text):
        line = _SHARE.sub("", _together().sub("", line))
        partner = _partners().search(line)
        partners_below = partners_below and not labelled
        if partners_below:
            continue
        if partner is None:
            yield line
            continue
        yield line[: partner.start()]
        if partner["closed"] is not None:
            yield line[partner.end() :]
        partners_below = partner.group().endswith(":") or not line[partner.end() :].strip(_EDGE)


def _cell_lines(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each line, and whether a label stood in front of it."""
    for line in _mended(text):
        for part in _HARD.split(line):
            bullet = _BULLET.match(part.strip())
            free = part.strip()[bullet.end() :] if bullet else part
            for at, piece in enumerate(_labels().split(free)):
                if piece.strip():
                    yield piece, at > 0


def _mended(text: str) -> list[str]:
    """Return the lines, those that were cut off in a phrase, bracket or word put together."""
    lines: list[list[str]] = []
    open_brackets = 0
    for written in text.split("\n"):
        line = " ".join(written.split())
        if not line:
            continue
        if lines and not _BULLET.match(line) and _is_cut_word(lines[-1][-1], line):
            lines[-1][-1] = lines[-1][-1].removesuffix("-")
            lines[-1].append(line)
        elif lines and not _BULLET.match(line) and (open_brackets > 0 or _goes_on(lines[-1][-1], line)):
            lines[-1].append(f" {line}")
        else:
            open_brackets = 0
            lines.append([line])
        open_brackets += line.count("(") - line.count(")")
    return ["".join(line) for line in lines]


def _goes_on(before: str, line: str) -> bool:
    return (
        _DANGLING.search(before) is not None
        or _CONTINUES.match(line) is not None
        or _names_field_of(before, line)
    )


def _names_field_of(before: str, line: str) -> bool:
    """Tell whether a title stands alone and the line below it, in small letters, says of what."""
    title = re.split(r"[,/]|\bog\b", before)[-1].split()
    return len(title) == 1 and takes_field(title[0]) and line[0].islower() and not is_people(line.split()[0])


def _is_cut_word(before: str, line: str) -> bool:
    """Tell whether a hyphen at the end of a line divides a word: «barnevern-» / «tenesta», not «helse-» / «politi»."""
    first, rest = _CUT_WORD.search(before), _REST_OF_WORD.match(line)
    if first is None or rest is None:
        return False
    return find_party(first[1] + rest.group()) is not None or find_party(rest.group()) is None


@cache
def _partners() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in sorted(word_list("partners"), key=len, reverse=True))
    return re.compile(
        rf"\((?:{phrases})[^()]*(?P<closed>\))|(?<!\w)(?:{phrases})(?:(?<=[:./])|(?!\w))", re.IGNORECASE
    )


@cache
def _together() -> re.Pattern[str]:
    """Return what opens a list of parties who do it together; they are all responsible."""
    phrases = "|".join(re.escape(phrase) for phrase in sorted(word_list("together"), key=len, reverse=True))
    return re.compile(rf"^(?:{phrases})\s+", re.IGNORECASE)


@cache
def _labels() -> re.Pattern[str]:
    words = "|".join(re.escape(label) for label in sorted(word_list("labels"), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:[^\W\d_]{{0,12}}ansvar(?:lig|leg|lige|lege)?(?: for gjennomføring)?|{words})\s?:\s*",
        re.IGNORECASE,
    )
