"""Which plans are compared: those of some kommuner, counties, types or years.

A kommune is told by its name or number, the one of the plan's time or today's; a fylke likewise, since people ask for
«Telemark» and have plans of «Vestfold og Telemark». Within one kind of filter any may fit, all kinds must.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractor.lexicon import load_csv, load_toml
from schemas import Kommune, Plan

_NOT_TOLD_BY = re.compile(r"[\s_–-]+")


@dataclass(frozen=True, slots=True)
class Selection:
    """What plans are asked for; what is empty asks for nothing.

    Args:
        kommuner: names or numbers.
        fylker: names or numbers, of the plan's time or today's.
        types: ids («folkehelseplan») or names of types of plans.
        period: first and last year; a plan fits that is in force in one of them. One without years does not.
    """

    kommuner: tuple[str, ...] = ()
    fylker: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    period: tuple[int, int] | None = None

    def takes(self, plan: Plan) -> bool:
        """Tell whether a plan is asked for."""
        return (
            _meet(self.kommuner, kommune_names(plan))
            and _meet(self.fylker, fylke_names(plan))
            and _meet(self.types, type_names(plan))
            and self._is_in_period(plan)
        )

    def unmet(self, plans: Sequence[Plan]) -> Iterator[tuple[str, str, list[str]]]:
        """Yield what no plan has at all: the filter, what it asks for, and what the plans have, in their order."""
        for name, wanted, of_plan in (
            ("--kommune", self.kommuner, kommune_names),
            ("--fylke", self.fylker, fylke_names),
            ("--type", self.types, type_names),
        ):
            there = list(dict.fromkeys(value for plan in plans for value in of_plan(plan)))
            for value in wanted:
                if not _meet((value,), there):
                    yield name, value, there

    def _is_in_period(self, plan: Plan) -> bool:
        if self.period is None:
            return True
        first, last = self.period
        return plan.period is not None and plan.period.start_year <= last and first <= plan.period.end_year


def kommune_names(plan: Plan) -> list[str]:
    """Return what the owners of a plan are called, names first."""
    owners = plan.kommuner
    names = [name for owner in owners for name in (owner.name, owner.current_name)]
    numbers = [
        number for owner in owners for number in (owner.number, owner.current_number, *owner.candidates)
    ]
    return [name for name in (*names, *numbers) if name]


def fylke_names(plan: Plan) -> list[str]:
    """Return the counties of a plan's owners, today's and those of its time, names first."""
    numbers = [number[:2] for owner in plan.kommuner for number in _numbers(owner)]
    register = {row["number"]: row["name"] for row in load_csv("fylker.csv")}
    names = [register[number] for number in numbers if number in register]
    of_the_time = [owner.fylke for owner in plan.kommuner if owner.fylke]
    return list(dict.fromkeys([*names, *of_the_time, *numbers]))


def type_names(plan: Plan) -> list[str]:
    """Return what the type of a plan is called: its id and its names."""
    if plan.plan_type is None:
        return []
    labels = (load_toml("terminal.toml")[language]["plan_types"] for language in ("nb", "nn"))
    return list(dict.fromkeys([plan.plan_type, *(of.get(plan.plan_type, plan.plan_type) for of in labels)]))


def known_names(filter_: str) -> list[str]:
    """Return all names that a filter knows, whatever plans there are: for somebody who mistyped one."""
    if filter_ == "--type":
        labels = [load_toml("terminal.toml")[language]["plan_types"] for language in ("nb", "nn")]
        return list(dict.fromkeys(name for of in labels for pair in of.items() for name in pair))
    rows = load_csv("kommuner.csv" if filter_ == "--kommune" else "fylker.csv")
    return list(dict.fromkeys(row["name"] for row in rows))


def _numbers(owner: Kommune) -> list[str]:
    return [number for number in (owner.current_number, owner.number) if number]


def _meet(wanted: Iterable[str], there: Iterable[str]) -> bool:
    """Tell whether any of what is wanted is there, or nothing is wanted."""
    asked = {_even(value) for value in wanted}
    return not asked or bool(asked & {_even(value) for value in there})


def _even(value: str) -> str:
    """Return a name without what people spell in several ways; «620» is the number 0620."""
    value = _NOT_TOLD_BY.sub(" ", value.strip().casefold())
    return value.zfill(4) if value.isdigit() and len(value) == 3 else value
