"""What a tiltak is to reach and what it costs, before and after.

Targets are the same where their words and figures are, in either written standard. Costs are the same where their
amounts are, whatever the wording; what is no amount («innenfor budsjett») is compared as words. More or less is told
only of two amounts of one currency that come as often: a sum for the period is neither more nor less than one for
each year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from extractor.compare.diff_match import same_words
from schemas import Cost, Tiltak
from schemas.diff import CostChange, CostShift, TargetChange, TargetShift

Given = Sequence[tuple[str, Tiltak]]


def target_changes(old: Given, new: Given, *, other_standard: bool = False) -> Iterator[TargetChange]:
    """Yield what became of the target of each tiltak, given with its id; every old one is held against every new one.

    Args:
        other_standard: one plan is in bokmål and the other in nynorsk, and words may be spelt accordingly.
    """
    for (old_id, before), (new_id, after) in product(old, new):
        kind = _target_shift(before.target, after.target, respelt=other_standard)
        if kind:
            yield TargetChange(
                old=old_id, new=new_id, kind=kind, old_raw=before.target or None, new_raw=after.target or None
            )


def cost_changes(old: Given, new: Given, *, other_standard: bool = False) -> Iterator[CostChange]:
    """Yield what became of the cost of each tiltak, as `target_changes` does."""
    for (old_id, before), (new_id, after) in product(old, new):
        one, other = before.cost, after.cost
        kind = cost_shift(one, other, other_standard=other_standard)
        if kind:
            by = _difference(one, other) if one and other else None
            yield CostChange(
                old=old_id,
                new=new_id,
                kind=kind,
                old_raw=one.raw if one else None,
                new_raw=other.raw if other else None,
                by=by,
                currency=one.currency if one and by else None,
            )


def cost_shift(old: Cost | None, new: Cost | None, *, other_standard: bool = False) -> CostShift | None:
    """Return what became of a cost, or None where it is the same or was never told."""
    if old is None or new is None:
        return None if old is new else ("dropped" if old else "set")
    by = _difference(old, new)
    if by:
        return "raised" if by > 0 else "lowered"
    if _figures(old) == _figures(new):
        by_words = not any(_figures(old))
        return "changed" if by_words and not same_words(old.raw, new.raw, respelt=other_standard) else None
    return "changed"


def _target_shift(old: str | None, new: str | None, *, respelt: bool) -> TargetShift | None:
    if not old or not new:
        return ("dropped" if old else "set") if old or new else None
    return None if same_words(old, new, respelt=respelt) else "changed"


def _difference(old: Cost, new: Cost) -> float | None:
    """Return how much more something costs, where both are amounts that can be held against each other."""
    if old.amount is None or new.amount is None or (old.currency, old.per) != (new.currency, new.per):
        return None
    return new.amount - old.amount


def _figures(cost: Cost) -> tuple[object, ...]:
    """Return all that a cost says in figures; nothing but empty values where it is told in words only."""
    amounts = (cost.amount, cost.least, cost.most)
    stated = any(amount is not None for amount in amounts) or bool(cost.per_year)
    return (*amounts, cost.per_year or None, cost.per, cost.currency if stated else None)
