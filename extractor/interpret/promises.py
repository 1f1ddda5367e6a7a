"""What the plan promises: goals and tiltak, section by section in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.document import Text
from extractor.interpret.drafts import GoalDraft, TiltakDraft
from extractor.interpret.language import Language
from extractor.interpret.roles import named_status
from extractor.interpret.scopes import Scope, hand_down
from extractor.interpret.section_reader import SectionReader
from extractor.interpret.title_cards import title_cards
from extractor.structure.outline import Outline
from schemas.plan import TableRole
from schemas.promises import TiltakStatus

CLOSING_BRACKET = re.compile(r"\((?P<inside>[^()]+)\)\.?$")


@dataclass(slots=True)
class Promises:
    """What was read, in reading order."""

    goals: list[GoalDraft] = field(default_factory=list)
    tiltak: list[TiltakDraft] = field(default_factory=list)
    table_roles: dict[int, TableRole] = field(default_factory=dict)  # id() of a table → role
    columns_lost: list[Text] = field(default_factory=list)  # parties and deadlines that lost their rows


def read_promises(outline: Outline, *, language: Language, with_tiltak: bool) -> Promises:
    """Return the goals of a document and, for a plan, its tiltak."""
    promises = Promises()
    scopes: list[Scope] = []
    cards = title_cards(outline.sections)
    for section in [None, *outline.sections]:
        reader = SectionReader(
            section,
            language=language,
            with_tiltak=with_tiltak,
            known=promises.goals,
            only_tables=section is None and bool(outline.sections),  # a cover promises nothing
            is_card=id(section) in cards,
        )
        reader.read(section.blocks if section else outline.front)
        promises.goals += reader.goals.found
        promises.tiltak += reader.tiltak
        promises.table_roles |= reader.table_roles
        promises.columns_lost += reader.columns_lost
        scopes += reader.scopes
    for tiltak in promises.tiltak:
        tiltak.status = tiltak.status or _status_in_bracket(tiltak.text.value)
    hand_down(scopes, promises.tiltak, outline)
    return promises


def _status_in_bracket(text: str) -> TiltakStatus | None:
    """Return the status that a bracket behind a tiltak gives it: «Ny taubane (ikke prioritert i perioden)»."""
    bracket = CLOSING_BRACKET.search(text)
    return named_status(bracket["inside"]) if bracket else None
