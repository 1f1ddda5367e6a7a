"""From an outline to what it says, as written."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.interpret.abbreviations import defined_abbreviations
from extractor.interpret.assemble import (
    line_places,
    plan_goals,
    plan_sections,
    plan_tables,
    plan_tiltak,
    running_text,
)
from extractor.interpret.case import read_case
from extractor.interpret.decisions import find_decisions, next_revision
from extractor.interpret.document_year import document_year
from extractor.interpret.evidence import evidence
from extractor.interpret.kind import document_kind
from extractor.interpret.language import Language, detect_language
from extractor.interpret.legal import find_legal_basis
from extractor.interpret.links import link
from extractor.interpret.merge import merge_goals, merge_tiltak
from extractor.interpret.metadata import find_period, find_title, is_land_use, plan_type
from extractor.interpret.owners import find_owners
from extractor.interpret.promises import Promises, read_promises
from extractor.interpret.recognised import lower_confidence
from extractor.interpret.surroundings import Surroundings
from extractor.interpret.suspicious import doubtful_words, suspicious_tables
from extractor.structure.ledger import Ledger, keep_ledger
from extractor.structure.outline import Outline
from extractor.version import __version__
from schemas import Coverage, Diagnostic, Kommune, Note, PageLoss, Plan, Source
from schemas.plan import Kind

__all__ = ["Written", "interpret"]

LOSS_TO_TELL = 0.01  # of the characters of a page: more that stands nowhere is reported


@dataclass(slots=True, frozen=True)
class Written:
    """A plan as written, the abbreviations that the document itself explains, and the year that it is from."""

    plan: Plan
    abbreviations: dict[str, str]
    year: int | None


def interpret(outline: Outline) -> Written:
    """Return what the document says, in its own words."""
    kind = document_kind(outline)
    language = detect_language(_body(outline))
    title = find_title(outline, kind)
    type_of_plan = plan_type(title, outline, kind)
    promises = Promises()
    if kind != "guidance":  # goals in guidance are those of any plan
        with_tiltak = kind == "plan" and not is_land_use(title, outline, kind)
        promises = read_promises(outline, language=language or "nb", with_tiltak=with_tiltak)
    _settle(promises)
    ledger = keep_ledger(outline)
    around = Surroundings(outline.document)
    goals, goal_ids = plan_goals(promises.goals, around)
    plan = Plan(
        source=_source(outline, language),
        kind=kind,
        title=title.value if title else None,
        plan_type=type_of_plan,
        kommuner=[
            Kommune(name=owner.name, number=owner.number, fylke=owner.fylke, source=evidence(owner.text))
            for owner in find_owners(outline, kind)
        ],
        period=find_period(outline, title, kind),
        decisions=find_decisions(outline) if kind == "plan" else [],
        next_revision=next_revision(outline) if kind == "plan" else None,
        legal_basis=find_legal_basis(outline),
        case=read_case(outline) if kind == "case_document" else None,
        front=running_text(outline.front),
        front_source=line_places(outline.front),
        sections=plan_sections(outline, language),
        goals=goals,
        tiltak=plan_tiltak(promises.tiltak, goal_ids, around, doubtful_words(outline)),
        tables=plan_tables(outline, promises),
        notes=[Note(text=note.value, source=evidence(note)) for note in outline.notes],
        coverage=_coverage(ledger),
        diagnostics=_diagnostics(outline, promises, ledger, kind),
    )
    lower_confidence(plan, outline.document.recognised)
    return Written(plan, defined_abbreviations(outline), document_year(outline, title))


def _settle(promises: Promises) -> None:
    """Merge what is said twice and tie tiltak to goals."""
    promises.goals, moved = merge_goals(promises.goals)
    for tiltak in promises.tiltak:
        tiltak.goals = list(dict.fromkeys(moved.get(id(goal), goal) for goal in tiltak.goals))
    link(promises)
    promises.tiltak = merge_tiltak(promises.tiltak)


def _body(outline: Outline) -> list[str]:
    texts = [paragraph.text.value for _, paragraph in outline.paragraphs()]
    return texts + [cell.value for _, table in outline.tables() for row in table.rows for cell in row]


def _source(outline: Outline, language: Language | None) -> Source:
    document = outline.document
    return Source(
        filename=document.filename,
        sha256=document.sha256,
        media_type=document.media_type,
        page_count=len(document.pages) if document.has_pages else None,
        text_origin=document.text_origin,
        language=language,
        encoding=document.encoding,
        tool=f"planuttrekk {__version__}",
    )


def _coverage(ledger: Ledger) -> Coverage:
    return Coverage(
        characters=ledger.read,
        assigned=ledger.assigned,
        notes=ledger.notes,
        contents=ledger.contents,
        furniture=ledger.furniture,
        unassigned=sum(ledger.unassigned.values()),
        pages=[PageLoss(page=page, unassigned=count) for page, count in ledger.unassigned.items()],
    )


def _diagnostics(outline: Outline, promises: Promises, ledger: Ledger, kind: Kind) -> list[Diagnostic]:
    found = [
        Diagnostic(code=notice.code, severity=notice.severity, message=notice.message, page=notice.page)
        for notice in outline.document.notices
    ]
    if promises.columns_lost:
        words = ", ".join(f"«{text.value}»" for text in promises.columns_lost[:3])
        found.append(
            Diagnostic(
                code="columns-lost",
                severity="warning",
                message=f"A table has lost its columns: {words} … cannot be tied to a tiltak and were left out.",
            )
        )
    found += suspicious_tables(outline, promises) if kind == "plan" else []
    return found + [
        _loss(page, count, ledger) for page, count in ledger.unassigned.items() if _is_much(page, ledger)
    ]


def _is_much(page: int | None, ledger: Ledger) -> bool:
    return ledger.unassigned[page] > LOSS_TO_TELL * ledger.pages[page]


def _loss(page: int | None, count: int, ledger: Ledger) -> Diagnostic:
    share = 100 * count / ledger.pages[page]
    message = f"{count} characters ({share:.0f} %) stand in no section, table, note or running header."
    return Diagnostic(code="unassigned-text", severity="warning", message=message, page=page)
