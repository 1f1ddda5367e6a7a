"""What the styles of a Word file say of a paragraph and of its letters.

A style says little itself and leaves the rest to the one that it is based on. The built-in ones keep their English
names in every language («heading 1» is shown as «Overskrift 1»), but templates bring their own. So a heading shows
itself by its outline level, wherever in the chain that stands, or else by a name or id in any of the languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.read.docx_looks import Look, Setting, on_top, read_look, read_setting
from extractor.read.docx_xml import Element, attribute, below, child, within

HEADING = re.compile(r"(?:heading|overskrift|rubrik)\s*([1-9])\b.*", re.IGNORECASE)
CONTENTS = re.compile(
    r"(?:toc|inn?h|innhold|innhald|innholdsfortegnelse|innhaldsliste)\s*\d|table of figures|figurliste",
    re.IGNORECASE,
)
BODY = 9  # the outline level of running text
LONGEST_CHAIN = 20  # styles: a longer one goes in a circle


@dataclass(slots=True, frozen=True)
class Style:
    """All that a style says, with what it takes over from those below it."""

    ids: tuple[str, ...]  # its own, and what it is based on
    look: Look  # down to the defaults of the file
    letters: Look  # the same without them: a style of letters leaves open what the paragraph decides
    setting: Setting
    heading: int | None = None  # level from 1
    contents: bool = False  # of a table of contents


@dataclass(slots=True, frozen=True)
class _Written:
    """A style as it stands in the file."""

    id: str
    name: str
    based_on: str
    look: Look
    setting: Setting


class Styles:
    """The styles of a file."""

    def __init__(self, root: Element | None) -> None:
        defaults = None if root is None else child(root, "w:docDefaults")
        self._look = read_look(within(defaults, "w:rPrDefault", "w:rPr"))
        self._setting = read_setting(within(defaults, "w:pPrDefault", "w:pPr"))
        self._usual = ""  # of paragraphs that name none
        self._written: dict[str, _Written] = {}
        self._known: dict[str, Style] = {}
        for element in () if root is None else below(root, "w:style"):
            style = _read(element)
            self._written[style.id] = style
            if attribute(element, "w:type") == "paragraph" and attribute(element, "w:default") in (
                "1",
                "true",
            ):
                self._usual = style.id

    def __getitem__(self, ident: str | None) -> Style:
        """Return a style by its id, None for the usual one; one that the file lacks has nothing but its id."""
        ident = self._usual if ident is None else ident
        if ident not in self._known:
            self._known[ident] = self._resolve(ident)
        return self._known[ident]

    def _resolve(self, ident: str) -> Style:
        chain = tuple(self._chain(ident))
        letters = on_top(*(style.look for style in chain))
        return Style(
            ids=tuple(style.id for style in chain),
            look=on_top(letters, self._look),
            letters=letters,
            setting=on_top(*(style.setting for style in chain), self._setting),
            heading=_heading(chain),
            contents=any(CONTENTS.fullmatch(style.name) or CONTENTS.fullmatch(style.id) for style in chain),
        )

    def _chain(self, ident: str) -> Iterator[_Written]:
        for _ in range(LONGEST_CHAIN):
            style = self._written.get(ident) or _Written(ident, ident, "", Look(), Setting())
            yield style
            ident = style.based_on
            if not ident:
                return


def _read(element: Element) -> _Written:
    ident = attribute(element, "w:styleId") or ""
    return _Written(
        ident,
        (attribute(child(element, "w:name")) or ident).strip(),
        attribute(child(element, "w:basedOn")) or "",
        read_look(child(element, "w:rPr")),
        read_setting(child(element, "w:pPr")),
    )


def _heading(chain: tuple[_Written, ...]) -> int | None:
    for style in chain:
        if style.setting.outline is not None:
            return style.setting.outline + 1 if style.setting.outline < BODY else None
        if named := HEADING.fullmatch(style.name) or HEADING.fullmatch(style.id):
            return int(named[1])
    return None
