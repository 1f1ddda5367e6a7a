"""A change as short lines: who, when, how far, to what end and at what cost, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from extractor.emit.plain import plain
from extractor.lexicon import load_toml
from schemas.comparison import ComparedGoal, ComparedTiltak
from schemas.diff import (
    CostChange,
    Diff,
    Fates,
    GoalChange,
    ResponsibleChange,
    TargetChange,
    TiltakChange,
    TimeChange,
)

Language = Literal["nb", "nn", "en"]
Words = Mapping[str, Any]
Change = GoalChange | TiltakChange
FATES = tuple(Fates.model_fields)
_FILE = "diff.toml"


def diff_words(language: Language) -> Words:
    """Return the words around two plans: texts, and tables of words by key."""
    own: Words = load_toml(_FILE)[language]
    return {"statuses": load_toml("terminal.toml")[language]["statuses"], **own}


def title(diff: Diff, words: Words) -> str:
    """Return what the two plans are."""
    told: str = words["title"].format(old=plain(diff.old.label), new=plain(diff.new.label))
    return told


def summary_lines(diff: Diff, words: Words) -> Iterator[tuple[str, int]]:
    """Yield what else than wording is different, and how often."""
    yield words["responsible_changed"], diff.summary.responsible_changed
    for kind, count in diff.summary.times.items():
        yield words["times"][kind], count
    yield words["status_changed"], diff.summary.status_changed
    for target, count in diff.summary.targets.items():
        yield words["targets"][target], count
    for cost, count in diff.summary.costs.items():
        yield words["costs"][cost], count


def facts(change: Change, words: Words) -> Iterator[tuple[str, str]]:
    """Yield what is different about a tiltak besides its wording: the name of the fact, and what became of it."""
    if isinstance(change, GoalChange):
        return
    if change.responsible:
        still_named = any(item.responsible for item in change.new)
        for line in _who(change.responsible, words, still_named=still_named):
            yield words["responsible"], line
    for time in dict.fromkeys(_when(time, words) for time in change.times):
        yield words["time"], time
    for status in change.statuses:
        before = words["statuses"][status.before] if status.before else words["silent"]
        yield words["status"], f"{before} → {words['statuses'][status.after]}"
    for target in dict.fromkeys(_shift("targets", found, words) for found in change.targets):
        yield words["target"], target
    for cost in dict.fromkeys(_shift("costs", found, words, *_more(found, words)) for found in change.costs):
        yield words["cost"], cost


def place(item: ComparedGoal | ComparedTiltak, words: Words) -> str:
    """Return where an item stands: page and section, as far as known."""
    page = words["page"].format(page=item.place.page) if item.place.page else ""
    return ", ".join(part for part in (page, plain(item.place.section or "")) if part)


def is_changed(change: Change) -> bool:
    """Tell whether anything is different; another title of the same responsible is not."""
    if change.kind != "kept" or isinstance(change, GoalChange):
        return change.kind != "kept"
    who = change.responsible
    told = change.times or change.statuses or change.targets or change.costs
    return bool(told or (who and (who.added or who.removed)))


def _who(change: ResponsibleChange, words: Words, *, still_named: bool) -> Iterator[str]:
    if change.removed and not still_named:
        yield f"{_names(change.removed)} → {words['silent']}"
    elif change.removed:
        yield words["left"].format(names=_names(change.removed))
    if change.added:
        yield words["joined"].format(names=_names(change.added))
    for party in change.renamed:
        yield words["renamed"].format(old=plain(party.old), new=plain(party.new), name=plain(party.name))


def _names(names: Sequence[str]) -> str:
    return ", ".join(plain(name) for name in names)


def _when(change: TimeChange, words: Words) -> str:
    """Return «Frist utsatt: 2018 → 2022 (4 år senere)»."""
    more = []
    if change.years:
        more.append(words["later" if change.years > 0 else "earlier"].format(years=abs(change.years)))
    if change.inferred:
        more.append(words["from_period"])
    return _shift("times", change, words, *more)


def _more(change: CostChange, words: Words) -> Iterator[str]:
    """Yield how much more or less something costs."""
    if change.by:
        amount = f"{abs(change.by):,.10g}".replace(",", words["thousands"])
        currency = plain(change.currency or "")
        yield words["more" if change.by > 0 else "less"].format(amount=amount, currency=currency)


def _shift(table: str, change: TimeChange | TargetChange | CostChange, words: Words, *more: str) -> str:
    """Return what happened and both wordings: «Kostnad økt: 50 000 kr → 80 000 kr (30 000 NOK mer)»."""
    old, new = (plain(raw or "") or words["silent"] for raw in (change.old_raw, change.new_raw))
    return f"{words[table][change.kind]}: {old} → {new}" + (f" ({', '.join(more)})" if more else "")
