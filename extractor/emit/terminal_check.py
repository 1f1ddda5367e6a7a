"""A check of completeness in the terminal: what guidance asks for, with the words that show it, or «not found».

One plan after the other: the lists that were used, a line for each component, what cannot be measured. Tables need
some width: on narrow terminals the quotation stands on a line of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.emit.terminal_text import indented, safe
from extractor.lexicon import load_toml
from schemas.check import CheckReport, Finding, GuidelineUsed, Names, PlanCheck, Quotation

Language = Literal["nb", "nn", "en"]
Words = dict[str, Any]

NARROW = 80  # columns: below this, quotations stand on lines of their own
LONGEST = 160  # characters of a quotation
LEVEL_STYLES = {"law": "magenta", "guide": "dim", "practice": "dim"}
MEASURES = ("without_responsible", "without_time", "without_deadline", "goals_without_tiltak")


def show_checks(report: CheckReport, console: Console, *, language: Language = "nb") -> None:
    """Print the checks of a run.

    Args:
        language: of the words around the plans.
    """
    words: Words = load_toml("check.toml")[language]
    for number, check in enumerate(report.checks):
        if number:
            console.print()
        _print_check(check, console, words, language)
    if any(check.findings for check in report.checks):
        console.print()
        console.print(safe(words["aside"], "dim"))


def named(names: Names, language: Language) -> str:
    """Return a name in a language; where it has no English one, the bokmål one."""
    return {"nb": names.nb, "nn": names.nn, "en": names.en or names.nb}[language]


def _print_check(check: PlanCheck, console: Console, words: Words, language: Language) -> None:
    console.print(safe(check.title or words["untitled"], "bold"))
    console.print(indented(safe(" · ".join(filter(None, (", ".join(check.kommuner), check.plan))), "dim")))
    if check.note:
        console.print(indented(safe(words["notes"][check.note], "yellow")))
    for guideline in check.guidelines:
        _print_guideline(check, guideline, console, words, language)
    if check.note in (None, "no-guideline"):
        _print_measurability(check, console, words)


def _print_guideline(
    check: PlanCheck, guideline: GuidelineUsed, console: Console, words: Words, language: Language
) -> None:
    findings = [finding for finding in check.findings if finding.guideline == guideline.id]
    found = sum(finding.found for finding in findings)
    console.print()
    headline = safe(f"{words['guideline']}: {named(guideline.name, language)}", "bold cyan")
    headline.append(f"  {words['summary'].format(found=found, all=len(findings))}")
    console.print(headline)
    console.print(indented(safe(f"{words['source']}: {guideline.source}", "dim")))
    marks = _marks(console)
    if console.width < NARROW:
        for finding in findings:
            console.print(_listed(finding, marks, words, language))
        return
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=3, overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column(ratio=6, overflow="fold")
    for finding in findings:
        table.add_row(*_cells(finding, marks, words, language))
    console.print(Padding(table, (0, 0, 0, 2)))


def _cells(finding: Finding, marks: tuple[str, str], words: Words, language: Language) -> Sequence[Text]:
    """Return mark, name, level and evidence of a component."""
    name = safe(named(finding.name, language), "" if finding.found else "dim")
    level = safe(words["levels"][finding.level], LEVEL_STYLES[finding.level])
    return _mark(finding, marks), name, level, _evidence(finding, words)


def _listed(finding: Finding, marks: tuple[str, str], words: Words, language: Language) -> Text:
    mark, name, level, evidence = _cells(finding, marks, words, language)
    return Text.assemble("  ", mark, " ", name, " (", level, ")", "\n      ", evidence, overflow="fold")


def _mark(finding: Finding, marks: tuple[str, str]) -> Text:
    return Text(marks[0], "bold green") if finding.found else Text(marks[1], "dim")


def _marks(console: Console) -> tuple[str, str]:
    """Return the signs for found and not found, as far as the terminal has letters for them."""
    try:
        "✓–".encode(console.encoding)
    except (LookupError, UnicodeEncodeError):
        return "+", "-"
    return "✓", "–"


def _evidence(finding: Finding, words: Words) -> Text:
    if not finding.evidence:
        return safe(words["not_found"], "dim")
    quotation = finding.evidence[0]
    text = safe(f"«{_short(quotation.text)}»")
    if place := _place(quotation, words):
        text.append("  ")
        text.append_text(safe(place, "dim"))
    if finding.count > 1:
        text.append(f"  (+{finding.count - 1})", "dim")
    return text


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def _place(quotation: Quotation, words: Words) -> str:
    """Return «s. 4, i 4.1 Samfunn», as far as it is known."""
    page = f"{words['on_page']} {quotation.place.page}" if quotation.place.page else ""
    section = quotation.place.section or ""
    shown = f"{words['in_section']} {_short(section)}" if section and section != quotation.text else ""
    return ", ".join(part for part in (page, shown) if part)


def _print_measurability(check: PlanCheck, console: Console, words: Words) -> None:
    console.print()
    console.print(safe(words["measurable"], "bold cyan"))
    if not (check.tiltak or check.goals):
        console.print(indented(safe(words["none"], "dim")))
        return
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right", no_wrap=True)
    for key in MEASURES:
        all_ = check.goals if key.startswith("goals") else check.tiltak
        table.add_row(safe(words[key]), safe(f"{len(getattr(check, key))} {words['of']} {all_}"))
    console.print(indented(table))
