"""The numbers, letters and bullets that Word prints in front of paragraphs and does not write into the text.

A list (`w:num`) is a use of a pattern (`w:abstractNum`) with up to nine levels; lists of one pattern go on counting
where the last one stopped, unless a list says that it begins anew. A paragraph counts its level up by one and begins
the deeper ones anew; what it prints is the level's template («%1.%2», «Tiltak %1:») filled in with the counters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.read.docx_looks import read_setting
from extractor.read.docx_xml import Element, attribute, below, child, is_on, number

LEVELS = 9
BULLET = "•"
PLACE = re.compile(r"%([1-9])")
ROMANS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LARGEST_ROMAN = 4000
ALPHABET = 26
MOST_LETTERS = 30  # Word writes «aaa» for the 53rd


@dataclass(slots=True, frozen=True)
class Level:
    """How a level of a list counts."""

    form: str = "decimal"
    template: str = ""
    start: int = 1
    legal: bool = False  # all its numbers are written in figures
    restarts_after: int | None = None  # the level (from 1) whose counting begins it anew; 0 for none
    style: str | None = None  # of paragraphs that stand on this level
    indent: float | None = None  # points


@dataclass(slots=True)
class _Pattern:
    levels: dict[int, Level] = field(default_factory=dict)
    counters: dict[int, int] = field(default_factory=dict)
    style: str | None = None  # that holds the list this one stands for


@dataclass(slots=True)
class _List:
    pattern: _Pattern
    levels: dict[int, Level] = field(default_factory=dict)  # that this list words in its own way
    starts: dict[int, int] = field(default_factory=dict)  # levels that it begins anew, until it has done so


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[int, _List] = {}
        patterns: dict[int | None, _Pattern] = {}
        linked: dict[str, _Pattern] = {}  # by the style of lists that names them
        for element in () if root is None else below(root, "w:abstractNum"):
            pattern = _read_pattern(element)
            patterns[number(element, "w:abstractNumId")] = pattern
            if (style := attribute(child(element, "w:styleLink"))) is not None:
                linked[style] = pattern
        for element in () if root is None else below(root, "w:num"):
            ident, which = number(element, "w:numId"), number(child(element, "w:abstractNumId"))
            if ident is not None and which in patterns:
                own = patterns[which]
                self._lists[ident] = _read_list(element, linked.get(own.style or "", own))

    def level(self, list_id: int, level: int | None, styles: tuple[str, ...] = ()) -> int:
        """Return the level of a paragraph that names none: the one that belongs to its style, or else the first."""
        if level is None and list_id in self._lists:
            levels = self._lists[list_id].pattern.levels
            level = next((at for style in styles for at in levels if levels[at].style == style), None)
        return min(max(level or 0, 0), LEVELS - 1)

    def indent(self, list_id: int, level: int) -> float | None:
        """Return how far in a level begins, in points."""
        found = self._level(list_id, level)
        return found.indent if found else None

    def count(self, list_id: int, level: int) -> str | None:
        """Count a paragraph and return what Word prints in front of it; None where it prints nothing."""
        style = self._level(list_id, level)
        if style is None:
            return None
        counters = self._advance(self._lists[list_id], level, style)
        if style.form == "bullet":
            return BULLET if style.template.strip() else None

        def figure(place: re.Match[str]) -> str:
            return self._figure(list_id, counters, int(place[1]) - 1, legal=style.legal)

        return PLACE.sub(figure, style.template).strip() or None

    def _advance(self, used: _List, level: int, style: Level) -> dict[int, int]:
        counters = used.pattern.counters
        if level in used.starts:
            counters[level] = used.starts.pop(level)
        else:
            counters[level] = counters[level] + 1 if level in counters else style.start
        for deeper in [at for at in counters if at > level]:
            after = (used.levels.get(deeper) or used.pattern.levels.get(deeper) or style).restarts_after
            if after is None or 0 < level + 1 <= after:
                del counters[deeper]
        return counters

    def _figure(self, list_id: int, counters: dict[int, int], level: int, *, legal: bool) -> str:
        style = self._level(list_id, level) or Level()
        return write_number(counters.get(level, style.start), "decimal" if legal else style.form)

    def _level(self, list_id: int, level: int) -> Level | None:
        used = self._lists.get(list_id)
        return (used.levels.get(level) or used.pattern.levels.get(level)) if used else None


def write_number(value: int, form: str) -> str:
    """Return a number in one of Word's forms; in figures where the form is another language's or words."""
    if form == "none":
        return ""
    if form in ("lowerLetter", "upperLetter") and 0 < value <= ALPHABET * MOST_LETTERS:
        letters = chr(ord("a") + (value - 1) % ALPHABET) * (1 + (value - 1) // ALPHABET)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman") and 0 < value < LARGEST_ROMAN:
        return _roman(value).upper() if form == "upperRoman" else _roman(value)
    return f"{value:02}" if form == "decimalZero" else str(value)


def _roman(value: int) -> str:
    letters = ""
    for worth, letter in ROMANS:
        count, value = divmod(value, worth)
        letters += letter * count
    return letters


def _read_pattern(element: Element) -> _Pattern:
    style = attribute(child(element, "w:numStyleLink"))
    return _Pattern(_read_levels(element), style=style)


def _read_levels(element: Element) -> dict[int, Level]:
    return {number(level, "w:ilvl") or 0: _read_level(level) for level in below(element, "w:lvl")}


def _read_level(element: Element) -> Level:
    start = number(child(element, "w:start"))
    return Level(
        attribute(child(element, "w:numFmt")) or "decimal",
        attribute(child(element, "w:lvlText")) or "",
        1 if start is None else start,
        bool(is_on(child(element, "w:isLgl"))),
        number(child(element, "w:lvlRestart")),
        attribute(child(element, "w:pStyle")),
        read_setting(child(element, "w:pPr")).indent,
    )


def _read_list(element: Element, pattern: _Pattern) -> _List:
    used = _List(pattern, _read_levels(element))
    for override in below(element, "w:lvlOverride"):
        level, start = number(override, "w:ilvl"), number(child(override, "w:startOverride"))
        if level is not None and start is not None:
            used.starts[level] = start
    return used
