"""How a wording is read, in the terminal: a line for each answer, with the rule behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.emit.plain import plain
from extractor.lexicon import load_toml
from schemas import Cost, Responsible, Schedule, Theme
from schemas.explanation import Explanation, KommuneEntry, KommuneReading

Language = Literal["nb", "nn", "en"]
Words = dict[str, Any]

NO_BREAK = "\u00a0"


class Answer(NamedTuple):
    """One line: what it is about, what was found, and by which rule; empty where nothing was found."""

    key: str  # of the label in explain.toml
    found: str
    rule: str = ""


def show_explanation(explanation: Explanation, console: Console, *, language: Language = "nb") -> None:
    """Print how a wording is read."""
    words: Words = load_toml("explain.toml")[language]
    console.print(Text(f"«{plain(explanation.text)}»", "bold"))
    table = Table.grid(padding=(0, 2))
    for name in ("label", "found", "rule"):
        table.add_column(name, overflow="fold")
    label = ""
    for answer in answers(explanation, words):
        found = Text(plain(answer.found)) if answer.found else Text(words["nothing"], "dim")
        shown = "" if answer.key == label else words[answer.key]
        table.add_row(Text(shown, "cyan"), found, Text(plain(answer.rule), "dim"))
        label = answer.key
    console.print(Padding(table, (0, 0, 0, 2)))


def answers(explanation: Explanation, words: Words) -> Iterator[Answer]:
    """Yield the answers of a wording, register by register; each has at least one."""
    yield from [_kommune(one, words) for one in explanation.kommuner] or [Answer("kommune", "")]
    yield from [_party(one, words) for one in explanation.responsible] or [Answer("responsible", "")]
    yield _schedule(explanation.schedule, words) if explanation.schedule else Answer("schedule", "")
    yield _cost(explanation.cost, words) if explanation.cost else Answer("cost", "")
    yield from [_theme(one, words) for one in explanation.themes] or [Answer("themes", "")]
    named = explanation.plan_type
    yield Answer("plan_type", named or "", f"plan_type:{named}" if named else "")


def _kommune(found: KommuneReading, words: Words) -> Answer:
    if found.entry is None:
        listed = ", ".join(map(_entry, found.candidates))
        told = f"{words['ambiguous']} {listed}" if found.status == "ambiguous" else words["unknown"]
        return Answer("kommune", f"{found.raw}: {told}", found.rule)
    told = _entry(found.entry)
    if found.today and found.today != [found.entry]:
        lead = words["today"] if len(found.today) == 1 else words["split"]
        told += f"; {lead} {', '.join(map(_entry, found.today))}"
    return Answer("kommune", told, found.rule)


def _entry(entry: KommuneEntry) -> str:
    return f"{entry.number} {entry.name} ({entry.fylke}, {entry.years})"


def _party(found: Responsible, words: Words) -> Answer:
    if found.id is None:
        return Answer("responsible", f"{found.raw} ({words['unknown']})")
    told = f"{found.raw} → {found.name}"
    told += "".join(f", {part}" for part in (found.category, found.sector) if part)
    return Answer("responsible", told, f"party:{found.id} ({found.rule})")


def _schedule(found: Schedule, words: Words) -> Answer:
    parts = [words["kinds"].get(found.kind, "") if found.kind else words["unknown"], found.edtf or ""]
    if found.recurrence:
        parts += [found.recurrence.rrule or found.recurrence.freq or "", _times(found.recurrence.times)]
    parts += [found.status or "", f"«{found.condition}»" if found.condition else ""]
    if found.precision:
        parts.append(f"({found.precision})")
    if found.inferred:
        parts.append(f"{words['inferred']}: {', '.join(found.inferred)}")
    return Answer("schedule", " ".join(filter(None, parts)), f"schedule:{found.kind}" if found.kind else "")


def _times(times: list[int] | None) -> str:
    if not times:
        return ""
    return f"×{times[0]}" if len(set(times)) == 1 else f"×{times[0]}–{times[-1]}"


def _cost(found: Cost, words: Words) -> Answer:
    if found.amount is not None:
        parts = [_money(found.amount, found.currency)]
    else:
        parts = [
            "–".join(_money(end, found.currency) for end in (found.least, found.most) if end is not None)
        ]
    parts += [words["each_year"] if found.per else ""]
    parts += [f"{year}: {_money(amount, found.currency)}" for year, amount in found.per_year.items()]
    parts += [f"({', '.join(found.payers)})" if found.payers else ""]
    return Answer("cost", " ".join(filter(None, parts)), f"amount:{found.unit}" if found.unit else "")


def _money(amount: float, currency: str) -> str:
    whole = f"{amount:,.2f}".removesuffix(".00")
    return f"{whole.replace(',', NO_BREAK)} {currency}"


def _theme(found: Theme, words: Words) -> Answer:
    told = f"{found.name} {found.weight:.0%}"
    if found.cues:
        cues = f" {words['between']} ".join(f"«{cue}»" for cue in found.cues)
        told += f", {words['cues']} {cues}"
    return Answer("themes", told, f"theme:{found.id}")
