"""The outline: what stands under what, still without asking what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.document import LayoutDocument, Table, Text


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or an item of a list when it has a marker."""

    text: Text  # without the marker
    marker: str | None = None  # "•", "a)", "1.", "3.2": what stood in front
    depth: int = 0  # nesting of a list item, from 1; 0 for running text
    bold: bool = False  # all of it
    italic: bool = False  # all of it
    size: float | None = None  # points; None for text input
    gap: float = 0.0  # white space above, in line heights or empty lines
    indent: float = 0.0  # points from the page's left edge, or characters
    hint: int | None = None  # heading level that mark-up gives it
    tag: int | None = None  # heading level, says the structure tree of a tagged PDF
    whole: Text = field(default_factory=lambda: Text("", [], []))  # with the marker
    page: int | None = None

    def __post_init__(self) -> None:
        if not self.whole:
            self.whole = self.text

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.marker is not None

    @property
    def number(self) -> str | None:
        """The number or letter in front, without what closes it; None for a bullet or running text."""
        return None if self.marker in {None, "•"} else (self.marker or "").rstrip(".):")


Block = Paragraph | Table


@dataclass(slots=True)
class Section:
    """A heading and what stands below it, down to the next heading."""

    id: str  # s1, s2 … in reading order
    title: Text  # without number and label; empty when the heading is a number only
    number: str | None = None  # "4.1", "I", "A", as written without closing dot
    label: str | None = None  # the word in front of the number: Kapittel, Mål, Delmål, Vedlegg
    level: int = 1
    parent: Section | None = None
    blocks: list[Block] = field(default_factory=list)
    heading: Text | None = None  # the whole heading line, number and all

    def ancestors(self) -> Iterator[Section]:
        """Yield the section itself, then what it stands in, outwards."""
        section: Section | None = self
        while section is not None:
            yield section
            section = section.parent


@dataclass(slots=True)
class Outline:
    """The whole document in reading order."""

    document: LayoutDocument
    front: list[Block]  # cover and what else stands before the first heading
    sections: list[Section]
    furniture: list[Text] = field(default_factory=list)  # running headers and footers, each wording once
    toc: list[Text] = field(default_factory=list)  # lines of the table of contents
    notes: list[Text] = field(default_factory=list)  # footnotes

    def blocks(self) -> Iterator[tuple[Section | None, Block]]:
        """Yield every block with the section that it stands in; None for the front."""
        for block in self.front:
            yield None, block
        for section in self.sections:
            for block in section.blocks:
                yield section, block

    def paragraphs(self) -> Iterator[tuple[Section | None, Paragraph]]:
        """Yield every paragraph with its section."""
        for section, block in self.blocks():
            if isinstance(block, Paragraph):
                yield section, block

    def tables(self) -> Iterator[tuple[Section | None, Table]]:
        """Yield every table with its section."""
        for section, block in self.blocks():
            if isinstance(block, Table):
                yield section, block
