"""How a wording is read, in the terminal: a line for each answer in words, behind it the rule and the codes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.emit.plain import plain
from extractor.emit.times import date_in_words, often_in_words, time_words
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
    words = explanation_words(language)
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


def explanation_words(language: Language) -> Words:
    """Return the words around an explanation, with the names of what the registers know by ids."""
    own: Words = load_toml("explain.toml")[language]
    categories = load_toml("party_grammar.toml")["categories"]
    return own | {
        "times": time_words(language),
        "categories": {id_: names[language] for id_, names in categories.items()},
        "plan_types": load_toml("terminal.toml")[language]["plan_types"],
    }


def answers(explanation: Explanation, words: Words) -> Iterator[Answer]:
    """Yield the answers of a wording, register by register; each has at least one."""
    yield from [_kommune(one, words) for one in explanation.kommuner] or [Answer("kommune", "")]
    yield from [_party(one, words) for one in explanation.responsible] or [Answer("responsible", "")]
    yield _schedule(explanation.schedule, words) if explanation.schedule else Answer("schedule", "")
    yield _cost(explanation.cost, words) if explanation.cost else Answer("cost", "")
    yield from [_theme(one, words) for one in explanation.themes] or [Answer("themes", "")]
    named = explanation.plan_type
    yield Answer(
        "plan_type", words["plan_types"].get(named, named or ""), f"plan_type:{named}" if named else ""
    )


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
    category = words["categories"].get(found.category, found.category)
    told += "".join(
        f", {part}" for part in dict.fromkeys((category, found.sector)) if part and part != found.name
    )
    return Answer("responsible", told, f"party:{found.id} ({found.rule})")


def _schedule(found: Schedule, words: Words) -> Answer:
    times, codes = words["times"], found.recurrence.rrule if found.recurrence else None
    parts = [words["kinds"].get(found.kind, "") if found.kind else words["unknown"]]
    parts += [date_in_words(found.edtf, times), often_in_words(found.recurrence, times)]
    parts += [words["states"].get(found.status, found.status), found.condition and f"«{found.condition}»"]
    if found.inferred:
        names = (times["inferred"].get(name.partition(":")[0], name) for name in found.inferred)
        parts.append(f"{words['inferred']}: {' '.join(names)}")
    rule = " ".join(filter(None, (f"schedule:{found.kind}", found.edtf, codes))) if found.kind else ""
    return Answer("schedule", ", ".join(filter(None, parts)), rule)


def _cost(found: Cost, words: Words) -> Answer:
    if found.amount is not None:
        parts = [_money(found.amount, found.currency, words)]
    else:
        parts = [
            "–".join(
                _money(end, found.currency, words) for end in (found.least, found.most) if end is not None
            )
        ]
    parts += [words["each_year"] if found.per else ""]
    parts += [f"{year}: {_money(amount, found.currency, words)}" for year, amount in found.per_year.items()]
    parts += [
        f"({', '.join(words['payers'].get(payer, payer) for payer in found.payers)})" if found.payers else ""
    ]
    return Answer("cost", " ".join(filter(None, parts)), f"amount:{found.unit}" if found.unit else "")


def _money(amount: float, currency: str, words: Words) -> str:
    whole = f"{amount:,.2f}".removesuffix(".00")
    return f"{whole.replace(',', NO_BREAK)} {words['currencies'].get(currency, currency)}"


def _theme(found: Theme, words: Words) -> Answer:
    told = f"{found.name} {100 * found.weight:.0f}{NO_BREAK}%"
    if found.cues:
        cues = f" {words['between']} ".join(f"«{cue}»" for cue in found.cues)
        told += f", {words['cues']} {cues}"
    return Answer("themes", told, f"theme:{found.id}")
