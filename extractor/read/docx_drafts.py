"""One paragraph of a Word file, ready to be written down: its text, what stands in front, and what it is.

What Word prints in front of a paragraph is text to its reader. A plain number, letter or bullet marks an item of a
list; a chapter's number («1.2»), a word («Tiltak 3:») or the number of a line in bold belongs to the wording, where the
structure stage looks for it. So does a number that stands alone in a cell.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from extractor.read.docx_looks import Setting, on_top, read_setting
from extractor.read.docx_numbering import BULLET, Numbering
from extractor.read.docx_runs import Piece, see
from extractor.read.docx_styles import BODY, Style, Styles
from extractor.read.docx_xml import Element, attribute, child, within

DEFAULT_SIZE = 10.0  # points: Word's own, where a file says nothing
LONGEST_HEADING = 200  # characters: longer ones are text in the style of a heading
LEVEL_INDENT = 18.0  # points, where a list does not tell its own
COUNTED = re.compile(r"[(\[]?(?P<plain>(?:\d{1,3}|[a-zæøå]|[ivxl]+)[.):\]]?)", re.IGNORECASE)
PAGE_AT_END = re.compile(r"\d\s*$")
LEADER = " .... "  # what Word draws between the entries of a table of contents and their pages


@dataclass(slots=True)
class Draft:
    """A paragraph; line breaks and tabs stand in its pieces."""

    pieces: list[Piece]
    setting: Setting
    indent: float = 0.0  # points
    heading: int | None = None
    bullet: str | None = None
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    joins_next: bool = False  # its end was deleted, or it is the large first letter of the next

    @property
    def text(self) -> str:
        """All of its text."""
        return _text(self.pieces)

    @property
    def bold(self) -> bool:
        """Whether all of it is."""
        return all(piece.look.bold for piece in self.pieces if not piece.text.isspace())

    @property
    def italic(self) -> bool:
        """Whether all of it is."""
        return all(piece.look.italic for piece in self.pieces if not piece.text.isspace())

    @property
    def size(self) -> float:
        """The size of most letters, in points."""
        sizes: Counter[float] = Counter()
        for piece in self.pieces:
            sizes[piece.look.size or DEFAULT_SIZE] += len(piece.text)
        return max(sizes, key=lambda size: sizes[size], default=DEFAULT_SIZE)


class Drafter:
    """Makes drafts of the paragraphs of a file, in reading order: lists are counted."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering

    def draft(self, paragraph: Element, *, in_cell: bool = False) -> Draft:
        """Return an element `w:p` as its reader sees it; one that nobody sees has no pieces."""
        properties = child(paragraph, "w:pPr")
        style = self.styles[attribute(child(properties, "w:pStyle"))]
        own = read_setting(properties)
        setting = on_top(own, style.setting)
        seen = see(paragraph, style.look, self.styles)
        entry = style.contents or (seen.to_headings and bool(PAGE_AT_END.search(_text(seen.pieces))))
        draft = Draft(_entry(seen.pieces) if entry else seen.pieces, setting, setting.indent or 0.0)
        draft.boxes, draft.notes = seen.boxes, seen.notes
        draft.joins_next = _joins_next(properties)
        if not (entry or in_cell) and 0 < len(draft.text.strip()) <= LONGEST_HEADING:
            draft.heading = _heading(own, style)
        if setting.list_id and not draft.joins_next:
            self._number(draft, own, style, in_cell=in_cell)
        return draft

    def _number(self, draft: Draft, own: Setting, style: Style, *, in_cell: bool) -> None:
        """Count the paragraph in its list, and put what Word prints where it belongs."""
        list_id = draft.setting.list_id or 0
        level = own.list_level if own.list_id else draft.setting.list_level
        level = self.numbering.level(list_id, level, style.ids)
        if own.indent is None:
            inward = self.numbering.indent(list_id, level)
            draft.indent = LEVEL_INDENT * level if inward is None else inward
        printed = self.numbering.count(list_id, level)
        blank = not draft.text.strip()
        if not printed or (blank and (printed == BULLET or not in_cell)):
            return
        plain = COUNTED.fullmatch(printed)
        if printed == BULLET:
            draft.bullet = None if draft.heading else BULLET
        elif plain and not (blank or draft.heading or draft.bold):
            draft.bullet = plain["plain"]
        else:
            look = draft.pieces[0].look if draft.pieces else style.look
            draft.pieces.insert(0, Piece(f"{printed} ", look))


def _text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _entry(pieces: list[Piece]) -> list[Piece]:
    """Draw the leader of an entry of a table of contents; an entry without page says nothing new."""
    text = _text(pieces)
    if not PAGE_AT_END.search(text):
        return []
    title, tab, page = text.rpartition("\t")
    return [Piece(title.replace("\t", " ") + LEADER + page if tab else text, pieces[0].look)]


def _heading(own: Setting, style: Style) -> int | None:
    if own.outline is None:
        return style.heading
    return own.outline + 1 if own.outline < BODY else None


def _joins_next(properties: Element | None) -> bool:
    """Whether no paragraph ends here: the mark was deleted, or this is the large letter that the next begins with."""
    drop_cap = attribute(child(properties, "w:framePr"), "w:dropCap") or "none"
    return within(properties, "w:rPr", "w:del") is not None or drop_cap != "none"
