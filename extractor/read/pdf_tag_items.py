"""Items of tagged lists: bullets that look like none, and items without any.

The tree tells what is an item. A sign in front of it that no other rule takes for a bullet («»», «+», a dash at the
end of a full line) goes, and the word behind it opens an item; so does the first word of an item without anything in
front. Numbers stay as they are, since headings have them too. What the page must show for it: the item begins its
line, its list has another one on another line, and it is set like running text. Entries of a table of contents end in
a number at some distance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from extractor.read.pdf_lines import BULLETS, PRIVATE
from extractor.read.pdf_tag_objects import Objects
from extractor.read.pdf_tag_parts import TagItem
from extractor.read.pdf_tokens import LEADERS, UNREADABLE, Token, rows_of

LONGEST_SIGN = 2  # characters of a bullet
LARGER = 1.1  # times the usual size of the page: a heading
APART = 1.5  # sizes of white in front of a page number
BESIDE = 2.5  # sizes: words this close in front of an item are on its line
NUMBER = re.compile(r"\(?(?:[\d.]+|[a-zæøå]|[A-ZÆØÅ]|[ivxIVX]{1,5}|[A-ZÆØÅ]{1,2}-?\d+(?:\.\d+)*)[.):]*")


def mark_items(tokens: list[Token], items: Sequence[TagItem]) -> list[Token]:
    """Note on words that they open an item of a list; return them without the bullets that are no words.

    Args:
        tokens: the upright words of a page.
        items: what the tree has as items.
    """
    words = _words_of(tokens, items)
    listed = [item for item in items if id(item) in words and not item.titled]
    lines = {id(item): rows_of(words[id(item)])[0] for item in listed}
    levels = Counter(path for path, _ in {(item.path, round(lines[id(item)][0].top)) for item in listed})
    size = median(token.size for token in tokens) if tokens else 0.0
    dropped: set[int] = set()
    for item in listed:
        line = lines[id(item)]
        if levels[item.path] > 1 and _is_plain(line, size) and not _is_entry(words[id(item)]):
            dropped |= {id(sign) for sign in _open(line, tokens)}
    return [token for token in tokens if id(token) not in dropped]


def _words_of(tokens: Sequence[Token], items: Sequence[TagItem]) -> dict[int, list[Token]]:
    objects = Objects((box, item) for item in items for box in item.boxes)
    words: dict[int, list[Token]] = {}
    for token in tokens:
        if (item := objects.of(token)) is not None:
            words.setdefault(id(item), []).append(token)
    return words


def _is_plain(line: Sequence[Token], size: float) -> bool:
    """Whether a line is set like running text."""
    return not all(token.bold for token in line) and max(token.size for token in line) <= LARGER * size


def _is_entry(words: Sequence[Token]) -> bool:
    """Whether an item is one of a table of contents."""
    line = rows_of(words)[-1]
    apart = line[-1].x0 - line[-2].x1 > APART * line[-1].size if len(line) > 1 else True
    return (apart and line[-1].text.isdigit()) or any(LEADERS.search(token.text) for token in words)


def _open(line: Sequence[Token], tokens: Sequence[Token]) -> list[Token]:
    """Let a line open an item if it begins there; return the sign in front that goes."""
    first = line[0]
    if first.drawn_bullet or _is_bullet(first) or _is_preceded(first, tokens):
        return []
    if len(line) > 1 and _is_sign(first):
        line[1].drawn_bullet = True
        return [first]
    first.drawn_bullet = len(first.text) > 1 and not NUMBER.fullmatch(first.text)
    return []


def _is_bullet(token: Token) -> bool:
    """Whether a word is taken for a bullet as it is."""
    return (
        token.symbol
        or token.text[0] in BULLETS
        or bool(PRIVATE.match(token.text[0]))
        or token.text == UNREADABLE
    )


def _is_sign(token: Token) -> bool:
    signs = not any(letter.isalnum() for letter in token.text) and len(token.text) <= LONGEST_SIGN
    return signs or token.text == "o"


def _is_preceded(first: Token, tokens: Sequence[Token]) -> bool:
    """Whether other words stand in front of a word on its line."""
    middle = (first.top + first.bottom) / 2
    return any(
        token.top < middle < token.bottom
        and token.x0 < first.x0
        and first.x0 - token.x1 < BESIDE * first.size
        for token in tokens
    )
