"""Tables with a row for each plan, or for each thing that a guide asks a plan for."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.emit.diagnostics import diagnostic_words
from extractor.emit.plain import plain
from extractor.emit.sheets.book import UNKNOWN, Book, joined
from extractor.emit.sheets.sheet import Cell, Column, Sheet, filled
from extractor.emit.times import date_in_words
from schemas.check import Finding, PlanCheck, Quotation
from schemas.comparison import ComparedPlan

Checked = tuple[PlanCheck, Finding]


def overview(book: Book) -> Sheet:
    """Return what each plan is, how much it promises, and how much of that can be held to account."""
    return filled(book, "overview", _OVERVIEW, book.comparison.plans)


def comparability(book: Book) -> Sheet:
    """Return how well each document was read, so that a gap is told apart from a page that failed."""
    return filled(book, "comparability", _COMPARABILITY, book.comparison.plans)


def completeness(book: Book) -> Sheet:
    """Return what the guides ask of each plan and where it was found."""
    return filled(book, "completeness", _COMPLETENESS, _findings(book))


def _findings(book: Book) -> Iterator[Checked]:
    return ((check, finding) for check in book.comparison.completeness for finding in check.findings)


def _share(part: int, whole: int) -> Cell:
    return part / whole if whole else None


def _how_many_tiltak(plan: ComparedPlan, _: Book) -> Cell:
    return plan.counts.tiltak or UNKNOWN


def _warnings(plan: ComparedPlan, book: Book) -> Cell:
    words = diagnostic_words(book.language)
    return joined((words.get(code, code) for code in plan.reading.warnings), "; ")


def _guideline(checked: Checked, book: Book) -> Cell:
    check, finding = checked
    asked = finding.guideline or check.guideline
    named = {used.id: book.name(used.name) for used in check.guidelines}
    return plain(named.get(asked or "", asked or ""))


def _quotation(finding: Finding) -> Quotation | None:
    return finding.evidence[0] if finding.evidence else None


def _found(checked: Checked, book: Book) -> Cell:
    word: str = book.words["values"]["found" if checked[1].found else "not_found"]
    return word


def _quoted(checked: Checked, _: Book) -> Cell:
    quotation = _quotation(checked[1])
    return plain(quotation.text) if quotation else None


def _page(checked: Checked, _: Book) -> Cell:
    quotation = _quotation(checked[1])
    return quotation.place.page if quotation else None


def _section(checked: Checked, _: Book) -> Cell:
    quotation = _quotation(checked[1])
    return plain(quotation.place.section) if quotation and quotation.place.section else None


_OVERVIEW: tuple[Column[ComparedPlan], ...] = (
    Column("plan", 26, lambda plan, _: plain(plan.label)),
    Column("kommune", 22, lambda plan, book: book.kommuner(plan.id)),
    Column("kommune_number", 12, lambda plan, _: joined(owner.current_number for owner in plan.kommuner)),
    Column("fylke", 16, lambda plan, _: joined(owner.fylke for owner in plan.kommuner)),
    Column("title", 40, lambda plan, _: plain(plan.title or "")),
    Column("kind", 14, lambda plan, book: book.word("kinds", plan.kind)),
    Column("plan_type", 26, lambda plan, book: book.word("plan_types", plan.plan_type)),
    Column("first_year", 8, lambda plan, _: plan.start_year, "number"),
    Column("last_year", 8, lambda plan, _: plan.end_year, "number"),
    Column("language", 10, lambda plan, book: book.word("languages", plan.language)),
    Column("adopted", 12, lambda plan, _: plan.adopted),
    Column("goals", 8, lambda plan, _: plan.counts.goals, "number"),
    Column("tiltak", 8, _how_many_tiltak, "number"),
    Column(
        "with_responsible",
        11,
        lambda plan, _: _share(plan.counts.with_responsible, plan.counts.tiltak),
        "share",
    ),
    Column(
        "with_deadline", 11, lambda plan, _: _share(plan.counts.with_deadline, plan.counts.tiltak), "share"
    ),
    Column("with_target", 11, lambda plan, _: _share(plan.counts.with_target, plan.counts.tiltak), "share"),
    Column("with_cost", 11, lambda plan, _: _share(plan.counts.with_cost, plan.counts.tiltak), "share"),
    Column("oldest_open", 18, lambda plan, book: date_in_words(plan.oldest_open, book.times)),
    Column("goals_without_tiltak", 10, lambda plan, _: plan.counts.goals_without_tiltak, "number"),
    Column("tiltak_without_goal", 10, lambda plan, _: plan.counts.tiltak_without_goal, "number"),
    Column("verdict", 9, lambda plan, book: book.word("verdicts", plan.reading.verdict)),
    Column("file", 30, lambda plan, _: plain(plan.filename)),
)

_COMPARABILITY: tuple[Column[ComparedPlan], ...] = (
    Column("plan", 26, lambda plan, _: plain(plan.label)),
    Column("verdict", 9, lambda plan, book: book.word("verdicts", plan.reading.verdict)),
    Column("characters", 11, lambda plan, _: plan.reading.characters, "number"),
    Column("unassigned", 11, lambda plan, _: plan.reading.unassigned, "number"),
    Column("pages_not_read", 20, lambda plan, _: joined(map(str, plan.reading.pages_not_read))),
    Column("warnings", 50, _warnings),
    Column("low_confidence", 10, lambda plan, _: plan.reading.low_confidence, "number"),
    Column("file", 34, lambda plan, _: plain(plan.filename)),
)

_COMPLETENESS: tuple[Column[Checked], ...] = (
    Column("plan", 26, lambda checked, book: book.label(checked[0].plan)),
    Column("guideline", 30, _guideline),
    Column("component", 9, lambda checked, _: checked[1].component),
    Column("component_name", 40, lambda checked, book: book.name(checked[1].name)),
    Column("level", 10, lambda checked, book: book.word("levels", checked[1].level)),
    Column("found", 13, _found),
    Column("quotation", 70, _quoted),
    Column("page", 7, _page, "number"),
    Column("section", 34, _section),
)
