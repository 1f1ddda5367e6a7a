"""A plan in the terminal: what it promises, at a glance.

Head, goals as a tree, tiltak as a table, then what the reader should know about the reading itself. The
words around the plan are Norwegian, like the plan, unless English is asked for; the wording of the plan stands
as it is, cleaned of anything that could steer a terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from extractor.emit.diagnostics import told
from extractor.emit.terminal_text import indented, safe
from extractor.emit.times import date_in_words, time_words
from extractor.lexicon import load_toml
from schemas import Decision, Diagnostic, Evidence, Goal, Kommune, Plan, Tiltak

Labels = dict[str, Any]
Language = Literal["nb", "nn", "en"]
NOTHING = "–"
CASE_KEYS = ("body", "date", "case_number", "archive_ref", "case_handler", "proposed_decision")
SEVERITY_STYLES = {"info": "cyan", "warning": "yellow", "error": "red"}


def show(plan: Plan, console: Console, *, language: Language = "nb", first: int | None = None) -> None:
    """Print what a plan promises.

    Args:
        language: of the words around the plan.
        first: how many goals and tiltak are shown; None for all of them.
    """
    labels: Labels = load_toml("terminal.toml")[language] | {"times": time_words(language)}
    console.print(safe(plan.title or labels["untitled"], "bold"))
    console.print(_facts(plan, labels))
    if plan.kind in ("plan", "other") or plan.goals:
        _print_goals(plan, console, labels, first)
    if plan.kind in ("plan", "other") or plan.tiltak:
        _print_tiltak(plan, console, labels, first)
    if plan.diagnostics:
        console.print()
        console.print(_headline(labels["notes"], len(plan.diagnostics)))
        for diagnostic in plan.diagnostics:
            console.print(indented(_diagnostic(diagnostic, labels, language)))


def _headline(title: str, count: int) -> Text:
    return safe(f"{title} ({count})" if count else title, "bold cyan")


def _facts(plan: Plan, labels: Labels) -> Padding:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in _fact_rows(plan, labels):
        grid.add_row(safe(label), safe(value) if value else safe(labels["not_said"], "dim"))
    return indented(grid)


def _fact_rows(plan: Plan, labels: Labels) -> Iterator[tuple[str, str]]:
    """Yield label and value; an empty value is one that the document does not say."""
    yield labels["kommune"], ", ".join(_kommune(kommune, labels) for kommune in plan.kommuner)
    if plan.kind == "plan" or plan.period:
        yield labels["period"], _period(plan)
    if plan.kind == "plan" or plan.decisions:
        yield labels["adopted"], "; ".join(_decision(decision, labels) for decision in plan.decisions)
    if plan.next_revision:
        yield labels["revision"], date_in_words(plan.next_revision, labels["times"])
    yield labels["kind"], _kind(plan, labels)
    yield labels["language"], labels["languages"].get(plan.source.language, "")
    for key in CASE_KEYS:
        if plan.case and (value := getattr(plan.case, key)):
            yield labels[key], date_in_words(value, labels["times"]) if key == "date" else value
    yield labels["source"], _source(plan, labels)
    if reviewed := _reviewed(plan, labels):
        yield labels["reviewed"], reviewed


def _kind(plan: Plan, labels: Labels) -> str:
    """Return «folkehelseplan», or «saksdokument (folkehelseplan)» where it is not the plan itself."""
    type_of_plan = labels["plan_types"].get(plan.plan_type, plan.plan_type)
    kind: str = labels["kinds"][plan.kind]
    if plan.kind == "plan":
        return type_of_plan or kind
    return f"{kind} ({type_of_plan})" if type_of_plan else kind


def _kommune(kommune: Kommune, labels: Labels) -> str:
    """Return «Vinje (0834, i dag 4036)»."""
    numbers = kommune.number or f" {labels['or']} ".join(kommune.candidates)
    now = [
        kommune.current_name if kommune.current_name != kommune.name else None,
        kommune.current_number if kommune.current_number != kommune.number else None,
    ]
    today = " ".join(part for part in now if part)
    notes = [numbers, f"{labels['today']} {today}" if today else ""]
    noted = ", ".join(note for note in notes if note)
    return f"{kommune.name} ({noted})" if noted else kommune.name


def _period(plan: Plan) -> str:
    if plan.period is None:
        return ""
    start, end = plan.period.start_year, plan.period.end_year
    return f"{start}–{end}" if start != end else str(start)


def _decision(decision: Decision, labels: Labels) -> str:
    """Return «kommunestyret, sak 4/14, 6. februar 2014», or the wording where nothing of that was read."""
    case = f"{labels['case']} {decision.case_number}" if decision.case_number else None
    date = date_in_words(decision.date, labels["times"])
    return ", ".join(part for part in (decision.body, case, date) if part) or decision.raw


def _source(plan: Plan, labels: Labels) -> str:
    count = plan.source.page_count
    if not count:
        return plan.source.filename
    return f"{plan.source.filename}, {count} {labels['one_page' if count == 1 else 'pages']}"


def _reviewed(plan: Plan, labels: Labels) -> str:
    """Return «12 av 20: 9 rette, 2 endret, 1 lagt til»; empty where nobody went through the document."""
    items: list[Goal | Tiltak] = [*plan.goals, *plan.tiltak]
    said = Counter(item.reviewed for item in items if item.reviewed)
    if not said:
        return ""
    counts = {each: said[each] for each in ("right", "changed", "added")}
    line: str = labels["reviewed_of"].format(reviewed=said.total(), all=len(items), **counts)
    return line


def _print_goals(plan: Plan, console: Console, labels: Labels, first: int | None) -> None:
    """Hang each goal under its parent; one whose parent is not known stands at the top."""
    top = Tree(_headline(labels["goals"], len(plan.goals)), guide_style="dim")
    branches: dict[str, Tree] = {}
    for goal in plan.goals[:first]:
        parent = branches.get(goal.parent_id or "", top)
        branches[goal.id] = parent.add(_goal(goal, labels))
    console.print()
    console.print(top)
    _print_rest(len(plan.goals), first, console, labels)
    if not plan.goals:
        console.print(safe(labels["no_goals"], "dim"))


def _goal(goal: Goal, labels: Labels) -> Text:
    kind = labels["goal_kinds"][goal.kind]
    text = Text(overflow="fold")
    text.append_text(safe(f"{kind} {goal.number or ''}", "magenta"))
    text.append("  ")
    text.append_text(safe(goal.text))
    if pages := _pages(goal.source):
        text.append(f"  {labels['on_page']} {pages}", "dim")
    return text


def _print_tiltak(plan: Plan, console: Console, labels: Labels, first: int | None) -> None:
    console.print()
    console.print(_headline(labels["measures"], len(plan.tiltak)))
    if not plan.tiltak:
        console.print(safe(labels["no_measures"], "dim"))
        return
    console.print(Padding(_tiltak_table(plan, labels, first), (0, 0, 0, 2)))
    _print_rest(len(plan.tiltak), first, console, labels)
    who = sum(bool(tiltak.responsible) for tiltak in plan.tiltak)
    when = sum(tiltak.schedule is not None for tiltak in plan.tiltak)
    found = f"{len(plan.tiltak)} {labels['measures'].lower()}"
    console.print()
    known = f"{who} {labels['with_responsible']}, {when} {labels['with_schedule']}"
    console.print(safe(f"{found}: {known}.", "dim"))


def _print_rest(count: int, first: int | None, console: Console, labels: Labels) -> None:
    if first is not None and count > first:
        console.print(indented(safe(f"… {labels['and']} {count - first} {labels['more']}", "dim")))


def _tiltak_table(plan: Plan, labels: Labels, first: int | None) -> Table:
    has_numbers = any(tiltak.number for tiltak in plan.tiltak)
    has_pages = any(_pages(tiltak.source) for tiltak in plan.tiltak)
    table = Table(box=box.SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False, header_style="bold")
    if has_numbers:
        table.add_column(safe(labels["number"]), no_wrap=True, max_width=8)
    table.add_column(safe(labels["measure"]), ratio=5, overflow="fold")
    table.add_column(safe(labels["responsible"]), ratio=4, overflow="fold")
    table.add_column(safe(labels["when"]), ratio=3, overflow="fold")
    if has_pages:
        table.add_column(safe(labels["page"]), no_wrap=True, justify="right")
    titles = {section.id: f"{section.number or ''} {section.title}".strip() for section in plan.sections}
    several = len({tiltak.section_id for tiltak in plan.tiltak}) > 1
    section = None
    for tiltak in plan.tiltak[:first]:
        if several and tiltak.section_id != section and (title := titles.get(tiltak.section_id or "")):
            table.add_section()
            table.add_row(*[""] * has_numbers, safe(title, "cyan"))
        section = tiltak.section_id
        table.add_row(*_tiltak_row(tiltak, labels, has_numbers=has_numbers, has_pages=has_pages))
    return table


def _tiltak_row(tiltak: Tiltak, labels: Labels, *, has_numbers: bool, has_pages: bool) -> Iterator[Text]:
    if has_numbers:
        yield safe(tiltak.number or "")
    text = safe(tiltak.text)
    if tiltak.status:
        text.append(f" ({labels['statuses'][tiltak.status]})", "italic yellow")
    yield text
    yield _lines(responsible.raw for responsible in tiltak.responsible)
    yield _lines([tiltak.schedule.raw] if tiltak.schedule else [])
    if has_pages:
        yield safe(_pages(tiltak.source))


def _lines(values: Iterable[str]) -> Text:
    return Text("\n", overflow="fold").join(map(safe, values)) or safe(NOTHING, "dim")


def _pages(source: list[Evidence]) -> str:
    """Return «3», «3–4» or, where an item stands twice in the plan, «3, 12»."""
    pages = sorted({place.page for place in source if place.page is not None})
    if len(pages) == 2 and pages[1] == pages[0] + 1:
        return f"{pages[0]}–{pages[1]}"
    return ", ".join(map(str, pages))


def _diagnostic(diagnostic: Diagnostic, labels: Labels, language: Language) -> Text:
    severity = diagnostic.severity
    text = Text(overflow="fold")
    text.append_text(safe(labels["severities"][severity], SEVERITY_STYLES[severity]))
    text.append(f" ({labels['on_page']} {diagnostic.page}): " if diagnostic.page else ": ")
    text.append_text(safe(told(diagnostic, language)))
    return text
