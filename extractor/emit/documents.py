"""What is compared, in words: how many plans, how many documents that are none, and what is there twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.emit.plain import plain
from schemas.comparison import ComparedPlan, Comparison

Words = Mapping[str, str]


def how_many(plans: Sequence[ComparedPlan], words: Words) -> str:
    """Return «4 planer og 2 andre dokumenter»: guides and case documents are no plans.

    Args:
        plans: everything that is compared.
        words: the table `documents` of a language.
    """
    of_kind = sum(plan.kind == "plan" for plan in plans)
    others = len(plans) - of_kind
    told = [_counted("plan", of_kind, words)] if of_kind or not others else []
    told += [_counted("other", others, words)] if others else []
    return words["and"].join(told)


def told_twice(comparison: Comparison, words: Words) -> str:
    """Return a line that tells which documents are compared with themselves; nothing where none is."""
    labels = {plan.id: plain(plan.label) for plan in comparison.plans}
    told = [" = ".join(labels[plan] for plan in same) for same in comparison.same_document]
    return words["twice"].format(plans="; ".join(told)) if told else ""


def _counted(what: str, count: int, words: Words) -> str:
    return words[f"{what}_one" if count == 1 else f"{what}_many"].format(n=count)
