"""Facts about the document: kind, language, type, title, years, owners, votes, laws, case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from extractor.evaluate.fields import Compared, alternative
from extractor.evaluate.tally import Tally
from extractor.evaluate.truth import Truth
from extractor.evaluate.wording import ALIKE, likeness
from schemas import Plan


def compare_metadata(truth: Truth, plan: Plan, least: float) -> Iterator[tuple[str, Compared]]:
    """Yield each fact that is judged, with its name."""
    for name, wanted in truth.metadata.items():
        if name == "kommuner_optional":
            continue
        if name.startswith("case."):
            given = getattr(plan.case, name.removeprefix("case."), None) if plan.case else None
            yield "case", alternative(wanted, given, _alike(wanted, given, least))
        elif name == "kommuner":
            yield name, _owners(wanted, plan, truth.metadata.get("kommuner_optional", []))
        elif name in ("decisions", "legal_basis"):
            yield name, _listed(wanted, _GIVEN[name](plan), _squashed if name == "legal_basis" else str)
        elif name == "title":
            yield name, _title(wanted, plan.title, least)
        else:
            yield name, _fact(name, wanted, _GIVEN[name](plan), least)


_GIVEN: dict[str, Callable[[Plan], Any]] = {
    "kind": lambda plan: plan.kind,
    "language": lambda plan: plan.source.language,
    "plan_type": lambda plan: plan.plan_type,
    "period": lambda plan: (plan.period.start_year, plan.period.end_year) if plan.period else None,
    "next_revision": lambda plan: plan.next_revision,
    "decisions": lambda plan: [decision.case_number or "" for decision in plan.decisions],
    "legal_basis": lambda plan: [law.reference for law in plan.legal_basis],
}


def _fact(name: str, wanted: Any, given: Any, least: float) -> Compared:
    """Compare one value; a year is told by any day in it, unless the very same is asked for."""
    finer = name == "next_revision" and least <= ALIKE
    same = str(given).startswith(str(wanted)) if finer else wanted == given or str(wanted) == str(given)
    return alternative(wanted, given, lambda: same)


def _alike(wanted: str | None, given: str | None, least: float) -> Callable[[], bool]:
    return lambda: likeness(wanted, given) >= least


def _title(wanted: Sequence[str | None], given: str | None, least: float) -> Compared:
    first = wanted[0] if wanted else None
    return alternative(first, given, lambda: any(likeness(one, given) >= least for one in wanted))


def _listed(wanted: Sequence[str], given: Sequence[str], fold: Callable[[str], str]) -> Compared:
    there, found = {fold(one or "") for one in wanted}, {fold(one) for one in given}
    tally = Tally(len(there & found), len(found), len(there))
    return Compared(tally, ", ".join(map(str, wanted)) or None, ", ".join(given) or None)


def _squashed(reference: str) -> str:
    return re.sub(r"\s+", "", reference).casefold()


def _owners(wanted: Sequence[tuple[str, str]], plan: Plan, optional: Sequence[str]) -> Compared:
    """Compare numbers of the time and of today; the owners that are optional count neither way."""
    given = [
        (owner.number, owner.current_number)
        for owner in plan.kommuner
        if not {owner.number, owner.current_number} & set(optional)
    ]
    tally = Tally(len(set(wanted) & set(given)), len(set(given)), len(set(wanted)))
    return Compared(tally, _numbers(wanted), _numbers(given))


def _numbers(owners: Sequence[tuple[str | None, str | None]]) -> str | None:
    return ", ".join(f"{number} → {today}" for number, today in owners) or None
