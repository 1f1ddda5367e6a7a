"""Where items stand: whether two places are one, and where in a list of items a place belongs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from schemas import Evidence, Goal, Plan, Tiltak

SLACK = 1.0  # points by which boxes may stand apart: another version draws them a little tighter

Origin = Literal["table", "list", "paragraph"]
Box = tuple[float, float, float, float]


def touch(first: Sequence[Evidence], second: Sequence[Evidence]) -> bool:
    """Whether some place of the first stands where some place of the second does."""
    return any(_touch(one, other) for one in first for other in second)


def _touch(one: Evidence, other: Evidence) -> bool:
    if one.page != other.page:
        return False
    if one.bbox and other.bbox:
        return _boxes_touch(one.bbox, other.bbox)
    return one.start < other.end and other.start < one.end


def _boxes_touch(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > -SLACK and down > -SLACK


def place_in(items: Sequence[Goal | Tiltak], source: Sequence[Evidence]) -> int:
    """Return the index at which an item that stands at `source` breaks the reading order least.

    Items that are told twice, or gathered from several places, do not stand in perfect order themselves. What stands
    nowhere comes last.
    """
    if not source:
        return len(items)
    wrong = best = sum(_is_before(item, source) for item in items)  # in front of all of them
    index = 0
    for at, item in enumerate(items, start=1):
        if item.source:
            wrong += -1 if _is_before(item, source) else 1
        if wrong <= best:
            best, index = wrong, at
    return index


def _is_before(item: Goal | Tiltak, source: Sequence[Evidence]) -> bool:
    """Whether an item begins at or before a place."""
    return bool(item.source) and not _begins_before(source, item.source)


def section_at(plan: Plan, source: Sequence[Evidence]) -> str | None:
    """Return the id of the section that a place stands in: the last one that begins at or before it."""
    around = None
    for section in plan.sections:
        if source and section.source and not _begins_before(source, section.source):
            around = section.id
    return around


def origin_at(plan: Plan, source: Sequence[Evidence]) -> Origin:
    """Return what kind of text stands at a place."""
    if any(touch(table.source, source) for table in plan.tables):
        return "table"
    for section in plan.sections:
        lines = zip(section.text.splitlines(), section.text_source, strict=False)
        if any(line.lstrip().startswith("- ") and touch(place, source) for line, place in lines):
            return "list"
    return "paragraph"


def _begins_before(one: Sequence[Evidence], other: Sequence[Evidence]) -> bool:
    """Whether one place begins before another; by page and height where a place has no offsets."""
    first, second = one[0], other[0]
    if first.start < first.end and second.start < second.end:
        return first.start < second.start
    return _height(first) < _height(second)


def _height(place: Evidence) -> tuple[int, float]:
    return (place.page or 0, place.bbox[1] if place.bbox else float(place.start))
