"""What was read from pictures of pages is less sure than what stands in the file."""

from __future__ import annotations

from collections.abc import Mapping

from schemas import Goal, Plan, Tiltak


def lower_confidence(plan: Plan, recognised: Mapping[int, float]) -> None:
    """Be as much less sure of goals and tiltak as OCR is of the words of the pages that they stand on.

    Args:
        plan: as written.
        recognised: pages that were read with OCR, and how sure it is of their words, 0–1.
    """
    items: list[Goal | Tiltak] = [*plan.goals, *plan.tiltak]
    for item in items:
        pages = [place.page for place in item.source if place.page is not None]
        sure = [recognised[page] for page in pages if page in recognised]
        if sure:
            item.confidence = round(item.confidence * min(sure), 2)
