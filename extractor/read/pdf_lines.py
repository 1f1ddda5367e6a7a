"""Words in reading order → lines, with what later stages want to know of each.

A line's bullet, in whatever glyph or symbol font, is taken off and noted. A dash in front is a bullet where a list
can be: another dash stands at the same indent, white space follows it, or the line above did not need the break.

Two facts need the whole document and are settled at its end. `full`: the first word of the next line would not
have fitted between this line and the right edge of its column; the edge of body text is the same on all pages.
`gap`: the white space above a line less what lines of one paragraph have between them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from extractor.document import Block, Box, Line, Sheet, Table, Text, in_line
from extractor.place import leaf_of
from extractor.read.pdf_tokens import UNREADABLE, Token, box_of, cut_token, rows_of
from extractor.words import pack

BULLETS = frozenset("•▪■□●○◦‣⁃∙·➢➤➔→►▶✓✔✗☐☑❖◆◇⬧♦▸▹*")
GLUED_BULLETS = BULLETS - frozenset("*→") | {UNREADABLE}
DASHES = frozenset("-–—")
PRIVATE = re.compile("[\ue000-\uf8ff]")  # glyphs of symbol fonts, which mean nothing outside them
WIDE_SPACE = 0.5  # of the size: white space behind a dash or «o» that a running sentence would not have
SPACE = 0.25  # of the size: an ordinary space
INEXACT = 0.2  # of the size: what a word processor may reckon otherwise when it breaks a line
LAST_WORD = 4.0  # sizes: room for a word that is not known, at the end of a column
LONE_REACH = 2.0  # sizes: a line that sticks out further than all others does not set the right edge
LEADING_SHARE = (
    0.15  # of the distances between lines: a distance this common is that of lines in one paragraph
)
USUAL_LEADING = 0.3  # line heights, where there are too few lines to tell


class Tape:
    """The document's text as it is written, word by word."""

    def __init__(self) -> None:
        self.sheet: Sheet | None = None  # how the page lies that is written now
        self._parts: list[str] = []
        self._length = 0

    def write(self, tokens: Sequence[Token], page: int) -> Text:
        """Write one line; return its words with their places."""
        texts = [token.text for token in tokens]
        boxes = [Box(token.x0, token.top, token.x1, token.bottom) for token in tokens]
        value, marks = in_line(texts)
        words = pack(texts, leaf_of(page, self.sheet), self._length, boxes)
        self._parts += (value, "\n")
        self._length += len(value) + 1
        return Text(value, words, marks)

    @property
    def text(self) -> str:
        """What is written so far."""
        return "".join(self._parts)


@dataclass(slots=True)
class Flow:
    """Blocks that follow each other in one column, and where the column ends on the right."""

    blocks: list[Block]
    edge: Hashable  # flows with the same key share their right edge
    right: float | None = None  # the right edge, where it is drawn


@dataclass(slots=True)
class Settler:
    """Collects the flows of a document and settles what needs all of them."""

    body: list[Flow] = field(default_factory=list)
    cells: list[Flow] = field(default_factory=list)
    open_tables: list[tuple[Table, Hashable]] = field(
        default_factory=list
    )  # without a right edge of their own

    def settle(self) -> None:
        """Set `full` and `gap` on all lines; let open tables end where the text of their column does."""
        edges = self.right_edges()
        for table, key in self.open_tables:
            if table.box is not None:
                table.box = table.box._replace(x1=max(table.box.x1, edges.get(key, 0.0)))
        for chains in ([self.body], [[flow] for flow in self.cells]):
            leading = _leading(chains)
            for chain in chains:
                _set_gaps([block for flow in chain for block in flow.blocks], leading)
                _set_full([(block, flow) for flow in chain for block in flow.blocks], edges)

    def right_edges(self) -> dict[Hashable, float]:
        """Return the right edge of the flows that share one."""
        reaches: dict[Hashable, list[tuple[float, float]]] = {}
        for flow in self.body:
            for block in flow.blocks:
                if isinstance(block, Line) and block.box is not None:
                    reaches.setdefault(flow.edge, []).append((block.box.x1, block.size or 10.0))
        return {key: _right_edge(found) for key, found in reaches.items()}


def _right_edge(reaches: list[tuple[float, float]]) -> float:
    reaches.sort(reverse=True)
    for (x1, size), (next_x1, _) in pairwise(reaches):
        if x1 - next_x1 <= LONE_REACH * size:
            return x1
    return reaches[0][0]


def _set_full(chain: Sequence[tuple[Block, Flow]], edges: dict[Hashable, float]) -> None:
    for (block, flow), following in zip_longest(chain, chain[1:]):
        if isinstance(block, Line):
            if following is not None and flow.right != following[1].right:
                block.full = False  # a frame begins or ends
            else:
                right = edges[flow.edge] if flow.right is None else flow.right
                block.full = _is_full(block, following[0] if following else None, right)


def _is_full(line: Line, following: Block | None, right: float) -> bool:
    """Whether the word that comes next would not have fitted behind the line."""
    if isinstance(following, Table) or line.box is None:
        return False
    size = line.size or line.box.bottom - line.box.top
    room = right - line.box.x1 - SPACE * size
    if following is None:
        return room < LAST_WORD * size and not line.text.value.endswith((".", "!", "?"))
    first = following.text.words[0]
    if line.text.value.endswith("-") and first.text[:1].islower():
        return True
    return first.box is not None and first.box.x1 - first.box.x0 > room - INEXACT * size


def _leading(chains: Sequence[Sequence[Flow]]) -> float:
    """Return the white space between lines of one paragraph, in line heights: the least that is common."""
    counts: Counter[float] = Counter()
    for chain in chains:
        for last, line in pairwise([block for flow in chain for block in flow.blocks]):
            if isinstance(last, Line) and isinstance(line, Line) and last.size == line.size:
                counts[round(_white(last, line), 1)] += 1
    common = [white for white, count in counts.items() if count >= max(3, LEADING_SHARE * counts.total())]
    return min(common, default=USUAL_LEADING)


def _white(last: Block, block: Block) -> float:
    """Return the white space from one block down to the next on its page, in line heights of the smaller line."""
    if last.box is None or block.box is None or last.page != block.page or block.box.top < last.box.top:
        return 0.0
    heights = [
        part.box.bottom - part.box.top for part in (last, block) if isinstance(part, Line) and part.box
    ]
    return (block.box.top - last.box.bottom) / max(min(heights, default=0.0), 1.0)


def _set_gaps(blocks: Sequence[Block], leading: float) -> None:
    for last, block in pairwise(blocks):
        block.gap = round(max(_white(last, block) - leading, 0.0), 2)


def make_lines(tokens: Sequence[Token], page: int, tape: Tape, right: float | None = None) -> list[Line]:
    """Write words that stand in one column, line by line, and return the lines.

    Args:
        tokens: the words.
        page: number of the page.
        tape: what they are written to.
        right: the right edge of the column; None for the end of its longest line.
    """
    rows = rows_of(token for token in tokens if not token.turn)
    edge = right if right is not None else max((token.x1 for token in tokens), default=0.0)
    lines = []
    for index, row in enumerate(rows):
        above = rows[index - 1] if index else None
        if line := make_line(row, page, tape, bulleted=_dash_is_bullet(row, above, rows, edge)):
            lines.append(line)
    turned = _turned_rows([token for token in tokens if token.turn])
    return lines + [line for row in turned if (line := make_line(row, page, tape))]


def _turned_rows(tokens: Sequence[Token]) -> list[list[Token]]:
    """Group words that read upwards or downwards into lines, in reading order."""
    rows: list[list[Token]] = []
    for token in sorted(tokens, key=lambda token: token.x0 if token.turn == 90 else -token.x0):
        if rows and min(rows[-1][0].x1, token.x1) - max(rows[-1][0].x0, token.x0) > 0.5 * token.size:
            rows[-1].append(token)
        else:
            rows.append([token])
    for row in rows:
        row.sort(key=lambda token: -token.bottom if token.turn == 90 else token.top)
    return rows


def make_line(row: Sequence[Token], page: int, tape: Tape, *, bulleted: bool = False) -> Line | None:
    """Write one line; None when nothing but a bullet or unknown symbols stand in it.

    Args:
        row: its words from left to right.
        page: number of the page.
        tape: what it is written to.
        bulleted: a dash in front is a bullet.
    """
    bullet, kept = _take_bullet(row, bulleted=bulleted)
    words = [token for token in map(_without_symbols, kept) if token.text]
    if not words:
        return None
    return Line(
        tape.write(words, page),
        page=page,
        box=box_of(words),
        size=_size(words),
        bold=all(token.bold for token in words),
        italic=all(token.italic for token in words),
        indent=words[0].x0,
        bullet=bullet,
    )


def _size(words: Sequence[Token]) -> float:
    """Return the size of most letters; small capitals have the size of the large ones."""
    found = {token.size for token in words}
    if len(found) == 1:
        return round(found.pop(), 1)
    if all(token.text.isupper() or not token.text.isalpha() for token in words):
        return round(max(found), 1)
    sizes: Counter[float] = Counter()
    for token in words:
        sizes[round(token.size, 1)] += len(token.text)
    return sizes.most_common(1)[0][0]


def _take_bullet(row: Sequence[Token], *, bulleted: bool) -> tuple[str | None, Sequence[Token]]:
    """Return the bullet of a line, if it has one, and the words behind it."""
    first = row[0]
    if first.drawn_bullet:
        return "•", row
    if len(row) > 1 and (_is_bullet(first, row[1]) or (bulleted and first.text in DASHES)):
        return "•", row[1:]
    if len(first.text) > 1 and (first.text[0] in GLUED_BULLETS or PRIVATE.match(first.text)):
        return "•", [cut_token(first, 1, len(first.glyphs)), *row[1:]]
    return None, row


def _is_bullet(token: Token, following: Token) -> bool:
    if token.text in BULLETS or PRIVATE.fullmatch(token.text) or token.text == UNREADABLE:
        return True
    if len(token.text) > 1:
        return False
    return token.symbol or (token.text == "o" and following.x0 - token.x1 > WIDE_SPACE * token.size)


def _dash_is_bullet(
    row: Sequence[Token], above: Sequence[Token] | None, rows: Sequence[Sequence[Token]], edge: float
) -> bool:
    """Whether a dash in front of a line begins a list item and not the second half of a sentence."""
    dash = row[0]
    if dash.text not in DASHES or len(row) < 2:
        return False
    if above is None or row[1].x0 - dash.x1 > WIDE_SPACE * dash.size:
        return True
    same = sum(other[0].text in DASHES and abs(other[0].x0 - dash.x0) < 1.5 for other in rows)
    return same > 1 or above[-1].x1 + SPACE * dash.size + (dash.x1 - dash.x0) < edge


def _without_symbols(token: Token) -> Token:
    """Take glyphs of symbol fonts out of a word."""
    if not token.text.isascii() and PRIVATE.search(token.text):
        token.text = PRIVATE.sub("", token.text)
    return token
