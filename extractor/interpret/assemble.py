"""Drafts and outline → the plan as written: ids in reading order, every item with its evidence."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.document import Table as LayoutTable
from extractor.document import Text, Word
from extractor.interpret.confidence import goal_confidence, tiltak_confidence
from extractor.interpret.drafts import GoalDraft, TiltakDraft
from extractor.interpret.evidence import evidence, evidence_at
from extractor.interpret.language import Language, detect_language
from extractor.interpret.promises import Promises
from extractor.interpret.roles import section_role
from extractor.interpret.surroundings import Surroundings
from extractor.structure.outline import Block, Outline, Paragraph, Section
from schemas import Cost, Evidence, Goal, Responsible, Schedule, Tiltak
from schemas import Section as PlanSection
from schemas import Table as PlanTable
from schemas.plan import TableRole

LEAST_TO_TELL = 12  # words of body text: below, a section's own language is not judged


def plan_sections(outline: Outline, language: Language | None) -> list[PlanSection]:
    """Return the sections with their running text."""
    return [
        PlanSection(
            id=section.id,
            number=section.number,
            label=_label(section),
            title=section.title.value,
            level=section.level,
            parent_id=section.parent.id if section.parent else None,
            role=section_role(section),
            language=_other_language(section, language),
            text="\n".join(filter(None, (_opening(section), running_text(section.blocks)))),
            text_source=_text_source(section),
            source=evidence(section.heading or section.title),
        )
        for section in outline.sections
    ]


def running_text(blocks: Iterable[Block]) -> str:
    """Return the paragraphs and list items among blocks, one a line; tables stand apart."""
    lines = []
    for block in blocks:
        if isinstance(block, Paragraph):
            bullet = "- " * (block.marker == "•")
            lines.append("  " * max(block.depth - 1, 0) + bullet + _words(block).value)
    return "\n".join(lines)


def _words(paragraph: Paragraph) -> Text:
    """Return what is printed of a paragraph: its marker too, but for a bullet."""
    return paragraph.text if paragraph.marker == "•" else paragraph.whole


def _text_source(section: Section) -> list[list[Evidence]]:
    """Return where each line of a section's text stands."""
    opening = [evidence(section.heading)] if section.heading and _opening(section) else []
    return opening + line_places(section.blocks)


def line_places(blocks: Iterable[Block]) -> list[list[Evidence]]:
    """Return where each line of the running text of blocks stands."""
    return [evidence(_words(block)) for block in blocks if isinstance(block, Paragraph)]


def _opening(section: Section) -> str:
    """Return the sentence that stands behind a number in the place of a title, empty where there is a title."""
    if section.heading is None or section.title.value:
        return ""
    return section.heading.value.removeprefix(section.number or "").lstrip(" .:)")


def _label(section: Section) -> str | None:
    """Return the word in front of the number; not where it is the whole title."""
    if section.label is None or section.title.value.startswith(section.label):
        return None
    return section.label


def _other_language(section: Section, language: Language | None) -> Language | None:
    """Return the language of a section where it differs from the document's."""
    texts = [block.text.value for block in section.blocks if isinstance(block, Paragraph)]
    if sum(len(text.split()) for text in texts) < LEAST_TO_TELL:
        return None
    own = detect_language(texts)
    return own if own != language else None


def plan_goals(goals: list[GoalDraft], around: Surroundings) -> tuple[list[Goal], dict[int, str]]:
    """Return the goals, and the id of each draft by its id()."""
    ids = {id(goal): f"g{number}" for number, goal in enumerate(goals, start=1)}
    return [
        Goal(
            id=ids[id(goal)],
            text=goal.text.value,
            number=goal.number,
            kind=goal.kind,
            parent_id=ids.get(id(goal.parent)),
            section_id=goal.section.id if goal.section else None,
            source=_evidence([goal.text, *goal.also], around),
            rule=goal.rule,
            confidence=goal_confidence(goal),
        )
        for goal in goals
    ], ids


def plan_tiltak(
    drafts: list[TiltakDraft],
    goal_ids: dict[int, str],
    around: Surroundings,
    doubtful: frozenset[int] = frozenset(),
) -> list[Tiltak]:
    """Return the tiltak; parties, time and cost hold the wording of their cells, for the normalise stage to read."""
    return [
        Tiltak(
            id=f"t{number}",
            text=draft.text.value,
            number=draft.number,
            description=draft.description.value if draft.description else None,
            target=draft.target,
            goal_ids=[goal_ids[id(goal)] for goal in draft.goals if id(goal) in goal_ids],
            responsible=[Responsible(raw=draft.responsible)] if draft.responsible else [],
            schedule=_schedule(draft),
            status=draft.status,
            status_raw=draft.status_raw,
            cost=Cost(raw=draft.cost, unit=draft.cost_header) if draft.cost else None,
            columns=draft.columns,
            origin=draft.origin,
            section_id=draft.section.id if draft.section else None,
            source=_evidence([draft.text, *draft.also], around),
            rule=draft.rule,
            confidence=tiltak_confidence(draft, doubtful=doubtful),
        )
        for number, draft in enumerate(drafts, start=1)
    ]


def _schedule(draft: TiltakDraft) -> Schedule | None:
    """Return the time as written; the kind says that it stood below or behind «Frist» or «Oppstart»."""
    if not draft.schedule:
        return None
    if draft.is_start:
        return Schedule(raw=draft.schedule, kind="start")
    return Schedule(raw=draft.schedule, kind="deadline" if draft.is_deadline else None)


def plan_tables(outline: Outline, promises: Promises) -> list[PlanTable]:
    """Return the tables as they stand."""
    tables = []
    for number, (section, table) in enumerate(outline.tables(), start=1):
        role: TableRole = promises.table_roles.get(id(table), "other")
        rows = [[cell.value for cell in row] for row in table.rows]
        header = rows[: table.header_rows]
        tables.append(
            PlanTable(
                id=f"tab{number}",
                role=role,
                header=[" ".join(filter(None, column)) for column in zip(*header, strict=True)],
                rows=rows[table.header_rows :],
                section_id=section.id if section else None,
                source=table_evidence(table),
            )
        )
    return tables


def table_evidence(table: LayoutTable) -> list[Evidence]:
    """Return where the words of a table stand, page by page."""
    words: Iterable[Word] = (word for row in table.rows for cell in row for word in cell.words)
    return evidence(Text.of(words))


def _evidence(texts: list[Text], around: Surroundings) -> list[Evidence]:
    places = [place for text in texts for place in evidence_at(around.places(text))]
    return list({(place.page, place.bbox, place.start, place.end): place for place in places}.values())
