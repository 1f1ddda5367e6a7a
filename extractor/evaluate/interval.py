"""How far the figure of some documents can be trusted to hold for others: the bootstrap.

Documents are drawn again and again from those that were measured, as many as there are, some twice and some not at
all. The figures of all draws lie as far apart as those of other such collections would. Items of one document go
together: what goes wrong in a plan goes wrong all through it. The draws are the same on every run.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from extractor.evaluate.tally import Tally
from schemas.evaluation import Interval

FEWEST = 5  # documents: fewer say nothing of others
MOST_DRAWS, MOST_STEPS = 1000, 200_000
SEED = 1814
TAIL = 0.025  # on each side


def interval_of_f1(tallies: Sequence[Tally]) -> Interval | None:
    """Return where the F1 over all documents lies with 95 per cent; None for too few documents."""
    if len(tallies) < FEWEST:
        return None
    drawn = random.Random(SEED)
    draws = min(MOST_DRAWS, max(MOST_STEPS // len(tallies), MOST_DRAWS // 5))
    figures = sorted(_f1(drawn.choices(tallies, k=len(tallies))) for _ in range(draws))
    low, high = figures[int(TAIL * draws)], figures[int((1 - TAIL) * draws) - 1]
    return Interval(low=round(low, 4), high=round(high, 4))


def _f1(tallies: Sequence[Tally]) -> float:
    """Return the F1; every document of them counts, so there is one."""
    right = sum(tally.right for tally in tallies)
    return 2 * right / sum(tally.given + tally.there for tally in tallies)
