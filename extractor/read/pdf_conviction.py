"""Whether rows told by white space make up a table beyond doubt: a wrong table is worse than none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.read.pdf_ink import Rule
from extractor.read.pdf_row_groups import Group, opened_at, rules_across
from extractor.read.pdf_tokens import LEADERS

CLOSED_REACH = 1.5  # line heights from a row to the rules above and below it
BOTH_FILLED = 0.8  # of the rows fill both columns of a table with two
SOME_FILLED = 0.6  # of the rows fill two or more columns of a wider table
SMALL_SHARE = 0.34  # of the rows may begin with a small letter
LEAST_ROWS = 2  # below the header
LEAST_PLAIN_ROWS = 3  # below a header that nothing sets apart


def drop_cut(groups: list[Group], rules: Sequence[Rule], *, at_end: bool) -> None:
    """Take rows off the end that may be text below the table: only their first cell is filled.

    A row that a rule closes is a row, unless it is a title over all columns: nothing follows that it could name. At
    the end of a page, what it names may follow on the next.
    """
    while groups and all(line.columns == {0} for line in groups[-1]):
        band = any(line.band for line in groups[-1])
        if at_end if band else _is_closed(groups, rules):
            return
        groups.pop()


def _is_closed(groups: Sequence[Group], rules: Sequence[Rule]) -> bool:
    """Whether a rule runs right below the last row, over all columns, as one does above it."""
    lines = [line for group in groups for line in group]
    last = groups[-1]
    top, bottom = last[0].top, max(line.bottom for line in last)
    reach = CLOSED_REACH * last[0].height
    levels = [level[0].at for level in rules_across(lines, rules)]
    below = any(bottom - 2 <= at <= bottom + reach for at in levels)
    return below and any(top - reach <= at <= top + 2 for at in levels)


def convinces(
    groups: Sequence[Group], columns: int, *, headed: bool, apart: bool, goes_on: bool = False
) -> bool:
    """Whether rows make up a table beyond doubt.

    Args:
        groups: the rows, the header first if there is one.
        columns: how many there are.
        headed: whether the first row is a header.
        apart: whether something sets the header apart from the other rows.
        goes_on: whether the table is known from the page before.
    """
    body = [group for group in (groups[1:] if headed else groups) if group and not group[0].band]
    least = LEAST_ROWS if apart else LEAST_PLAIN_ROWS
    if goes_on:
        return bool(body)
    if len(body) < least or _is_contents(body):
        return False
    filled = [set().union(*(line.columns for line in group)) for group in body]
    share = sum(len(row) > 1 for row in filled) / len(body)
    if share < (BOTH_FILLED if columns == 2 else SOME_FILLED):
        return False
    if not apart and not all(0 in row for row in filled):
        return False
    if sum(_goes_on(group) for group in body) > SMALL_SHARE * len(body):
        return False
    level = [len(opened_at(group, 0)) > 1 for group, row in zip(body, filled, strict=True) if len(row) > 1]
    return len(set().union(*filled)) > 1 and sum(level) >= BOTH_FILLED * len(level)


def _goes_on(group: Group) -> bool:
    """Whether a row begins in the middle of a sentence, as lines of running text do."""
    first = [part.tokens[0].text for line in group for part in line.parts if part.column == 0]
    return bool(first) and first[0][:1].islower()


def _is_contents(body: Sequence[Group]) -> bool:
    """Whether rows are entries of a table of contents: leaders, or ascending page numbers as the only other cell."""
    tokens = [[token for line in group for part in line.parts for token in part.tokens] for group in body]
    if 2 * sum(any(LEADERS.search(token.text) for token in row) for row in tokens) > len(body):
        return True
    lasts = [row[-1].text for row in tokens]
    two = all(max(line.columns) == 1 for group in body for line in group[:1])
    if not two or not all(last.isdigit() for last in lasts):
        return False
    pages = [int(last) for last in lasts]
    return all(first <= second for first, second in pairwise(pages))
