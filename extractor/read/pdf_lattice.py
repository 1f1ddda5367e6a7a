"""Rules → grids.

Rules that lie almost on top of each other are one. Rules that touch make up a lattice; its lines cut the area into
units, and units with no rule between them are one cell. So merged cells come out by themselves, a table without
outer rules or one that a page break left open at the bottom is a grid like any other, and the work grows with the
number of units.

A side of the lattice that has a rule at most of its units is closed: a unit that lies behind a gap in it is not
part of the table. A gap at the top or bottom between two vertical rules is a cell that a page break cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from extractor.document import Box
from extractor.read.pdf_ink import Rule

SNAP = 3.0  # points: rules this close are one rule
TOUCH = 2.5  # points: rules that come this close cross
CLOSED = 0.5  # share of a side's units with a rule from which it is closed
MOST_CROSSINGS = 40_000  # horizontal times vertical rules: more is a map or a chart


@dataclass(slots=True, frozen=True)
class Span:
    """A cell: the rows and columns that it covers, ends exclusive."""

    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(slots=True)
class Lattice:
    """A grid of rules. `owner[r][c]` is the cell that holds a unit; None outside the table."""

    xs: list[float]
    ys: list[float]
    owner: list[list[Span | None]]
    open_below: frozenset[int] = frozenset()  # columns without a rule at the bottom, where others have one

    @property
    def box(self) -> Box:
        """The whole area."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def at(self, x: float, y: float) -> Span | None:
        """Return the cell at a point."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= row < len(self.owner) and 0 <= column < len(self.owner[0]):
            return self.owner[row][column]
        return None

    def beyond(self, x: float, top: float) -> Span | None:
        """Return the cell whose last line, with its top at a point, hangs out where a page break left it open."""
        column = bisect_right(self.xs, x) - 1
        return self.at(x, top) if column in self.open_below else None


def merge_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Put rules that lie on one line in one place, and join them where they meet."""
    merged: list[Rule] = []
    for group in _clusters(sorted(rules)):
        at = sum(rule.at for rule in group) / len(group)
        start, end = 0.0, -SNAP
        for rule in sorted(group, key=itemgetter(1)):
            if rule.start > end + SNAP:
                if end > start:
                    merged.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            else:
                end = max(end, rule.end)
        merged.append(Rule(at, start, end))
    return merged


def _clusters(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Group sorted rules whose positions differ by no more than SNAP from the first of the group."""
    groups: list[list[Rule]] = []
    for rule in rules:
        if groups and rule.at - groups[-1][0].at <= SNAP:
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def find_lattices(across: Sequence[Rule], down: Sequence[Rule]) -> list[Lattice]:
    """Return the grids that merged rules make up, largest area first."""
    lattices = [_lattice(*group) for group in _touching(across, down)]
    return sorted(lattices, key=lambda grid: -(grid.box.x1 - grid.box.x0) * (grid.box.bottom - grid.box.top))


def _touching(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Group rules that touch; groups that cannot hold two cells or a frame are left out."""
    leader = list(range(len(across) + len(down)))

    def lead(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    for i, h in enumerate(across):
        for j, v in enumerate(down, start=len(across)):
            if _cross(h, v):
                leader[lead(i)] = lead(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(leader)):
        group = groups.setdefault(lead(index), ([], []))
        if index < len(across):
            group[0].append(across[index])
        else:
            group[1].append(down[index - len(across)])
    return [group for group in groups.values() if group[0] and group[1] and len(group[0]) + len(group[1]) > 2]


def _cross(h: Rule, v: Rule) -> bool:
    return (
        h.start - TOUCH <= v.at <= h.end + TOUCH and v.start - TOUCH <= h.at <= v.end + TOUCH
    )  # fmt: skip


def _lattice(across: list[Rule], down: list[Rule]) -> Lattice:
    xs = _positions([v.at for v in down], [h.start for h in across], [h.end for h in across])
    ys = _positions([h.at for h in across], [v.start for v in down], [v.end for v in down])
    walls = {(row, xs_index) for v in down for xs_index, row in _covered(v, xs, ys)}
    floors = {(ys_index, column) for h in across for ys_index, column in _covered(h, ys, xs)}
    owner = _owners(len(ys) - 1, len(xs) - 1, walls, floors)
    closed = {column for column in range(len(xs) - 1) if (len(ys) - 1, column) in floors}
    cut = {column for column, span in enumerate(owner[-1]) if span and column not in closed}
    return Lattice(xs, ys, owner, frozenset(cut) if closed else frozenset())


def _positions(lines: list[float], starts: list[float], ends: list[float]) -> list[float]:
    """Return where the grid is cut on one axis: at its rules, and where those of the other axis end."""
    found = sorted(lines)
    if not found or min(starts) < found[0] - SNAP:
        found.insert(0, min(starts))
    if max(ends) > found[-1] + SNAP:
        found.append(max(ends))
    kept = [found[0]]
    kept += [value for last, value in pairwise(found) if value - last > 0]
    return kept if len(kept) > 1 else [kept[0], kept[0] + SNAP]


def _covered(rule: Rule, own: list[float], other: list[float]) -> list[tuple[int, int]]:
    """Return the borders between units that a rule draws, as (index on its axis, index along it)."""
    index = bisect_left(own, rule.at)
    return [
        (index, unit)
        for unit, (start, end) in enumerate(pairwise(other))
        if rule.start - TOUCH <= (start + end) / 2 <= rule.end + TOUCH
    ]


def _owners(
    rows: int, columns: int, walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> list[list[Span | None]]:
    """Join units without a rule between them into cells."""
    owner: list[list[Span | None]] = [[None] * columns for _ in range(rows)]
    seen: set[tuple[int, int]] = set()
    open_units = _behind_gaps((rows, columns), walls, floors)
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in seen:
                area = _area(row, column, (rows, columns), walls, floors)
                seen |= area
                if open_units.isdisjoint(area):
                    _own(area, owner)
    return owner


def _area(
    row: int, column: int, size: tuple[int, int], walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Return the units that can be reached from one without crossing a rule."""
    area, todo = {(row, column)}, [(row, column)]
    while todo:
        r, c = todo.pop()
        steps = [
            (r, c + 1, (r, c + 1) in walls),
            (r, c - 1, (r, c) in walls),
            (r + 1, c, (r + 1, c) in floors),
            (r - 1, c, (r, c) in floors),
        ]
        for next_row, next_column, barred in steps:
            inside = 0 <= next_row < size[0] and 0 <= next_column < size[1]
            if inside and not barred and (next_row, next_column) not in area:
                area.add((next_row, next_column))
                todo.append((next_row, next_column))
    return area


def _behind_gaps(
    size: tuple[int, int], walls: set[tuple[int, int]], floors: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Return the units that are open to the outside through a gap in a side that is otherwise closed."""
    rows, columns = size
    found: set[tuple[int, int]] = set()
    for column in (0, columns):
        gaps = [row for row in range(rows) if (row, column) not in walls]
        if 0 < len(gaps) <= (1 - CLOSED) * rows:
            found |= {(row, min(column, columns - 1)) for row in gaps}
    for row in (0, rows):
        gaps = [column for column in range(columns) if (row, column) not in floors]
        if 0 < len(gaps) <= (1 - CLOSED) * columns:
            unit_row = min(row, rows - 1)
            for start, end in _runs(gaps):
                if not {(unit_row, start), (unit_row, end)} <= walls:
                    found |= {(unit_row, column) for column in range(start, end)}
    return found


def _own(area: set[tuple[int, int]], owner: list[list[Span | None]]) -> None:
    """Enter an area as one cell; an area that is no rectangle becomes one cell for each row."""
    rows, columns = [row for row, _ in area], [column for _, column in area]
    span = Span(min(rows), min(columns), max(rows) + 1, max(columns) + 1)
    if len(area) == (span.row_end - span.row) * (span.column_end - span.column):
        for row, column in area:
            owner[row][column] = span
        return
    for row, units in groupby(sorted(area), key=itemgetter(0)):
        for start, end in _runs([column for _, column in units]):
            for column in range(start, end):
                owner[row][column] = Span(row, start, row + 1, end)


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Return the unbroken runs in ascending numbers, ends exclusive."""
    runs = [(numbers[0], numbers[0] + 1)]
    for number in numbers[1:]:
        if number == runs[-1][1]:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs
