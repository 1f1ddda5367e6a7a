"""What the tables of a comparison look up: words of a language, plans, items and rows by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from extractor.emit.plain import plain
from extractor.emit.times import time_words
from extractor.lexicon import load_toml
from schemas.check import Names
from schemas.comparison import Alignment, ComparedGoal, ComparedPlan, ComparedTiltak, Comparison

Language = Literal["nb", "nn", "en"]
UNKNOWN = "?"  # in the place of a number that nobody can give


class Book:
    """A comparison with its items by id, and the words around it in a language."""

    def __init__(self, comparison: Comparison, language: Language) -> None:
        self.comparison = comparison
        self.language = language
        self.words = comparison_words(language)
        self.times = time_words(language)
        self.plans: dict[str, ComparedPlan] = {plan.id: plan for plan in comparison.plans}
        self.tiltak: dict[str, ComparedTiltak] = {item.id: item for item in comparison.tiltak}
        self.goals: dict[str, ComparedGoal] = {item.id: item for item in comparison.goals}
        self.rows: dict[str, Alignment] = _by_item(comparison.tiltak_aligned, comparison.goals_aligned)
        self.themes = {row.id: self.name(row.name) for row in comparison.themes}
        self.categories = {row.id: self.name(row.name) for row in comparison.responsible}

    def name(self, names: Names) -> str:
        """Return a name in the language; where there is no English one, the bokmål one."""
        return {"nb": names.nb, "nn": names.nn, "en": names.en or names.nb}[self.language]

    def word(self, table: str, key: str | None) -> str | None:
        """Return the word for a value of a field; one that is not known stands as it is."""
        return self.words[table].get(key, plain(key)) if key else None

    def label(self, plan: str) -> str:
        """Return the short name of a plan."""
        return plain(self.plans[plan].label)

    def kommuner(self, plan: str) -> str:
        """Return the names of a plan's owners."""
        return joined(owner.name for owner in self.plans[plan].kommuner)

    def filename(self, plan: str) -> str:
        """Return the name of a plan's file."""
        return plain(self.plans[plan].filename)


def is_doubtful(plan: ComparedPlan) -> bool:
    """Tell whether nothing can be said of what a plan leaves out: it was read badly, or is no plan with tiltak."""
    return plan.reading.verdict == "poor" or plan.kind != "plan" or not plan.counts.tiltak


def comparison_words(language: Language) -> dict[str, Any]:
    """Return the words around a comparison: tables of words by key."""
    shared: dict[str, Any] = load_toml("terminal.toml")[language]
    own: dict[str, Any] = load_toml("comparison.toml")[language]
    return shared | own


def joined(values: Iterable[str | None], between: str = ", ") -> str:
    """Return what there is of some values, each once, as one text."""
    return between.join(dict.fromkeys(plain(value) for value in values if value))


def _by_item(*alignments: list[Alignment]) -> dict[str, Alignment]:
    return {item: row for rows in alignments for row in rows for item in row.items}
