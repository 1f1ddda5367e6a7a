"""Chapters that are one tiltak each: its name is the heading, some lines explain it, and labels say who and when.

    2.1 Snarvei til skolen
    Gruset sti med lys, 180 meter. Avtalen med grunneieren er på plass.
    Ansvarlig: Teknisk sjef
    Frist: 1. juni 2024

One such chapter may as well be a paragraph with its labels below any heading; several show how the plan is set up.
Where the lines promise something themselves («Elevene skal ha en temadag …»), they are the tiltak and the heading is
its theme.
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.document import Table
from extractor.interpret.labels import read_labels
from extractor.interpret.measure_lists import may_name_tiltak
from extractor.interpret.roles import section_role
from extractor.interpret.told import promises
from extractor.structure.outline import Paragraph, Section

LEAST_CARDS = 2
MOST_PROMISING = 0.25  # of them begin with a promise
MOST_LINES = 3  # paragraphs that explain it
TITLE_WORDS = 14
WHO_OR_WHEN = frozenset({"responsible", "time", "deadline"})


def title_cards(sections: Iterable[Section]) -> set[int]:
    """Return the id() of each chapter that is a tiltak."""
    cards = [section for section in sections if _is_card(section)]
    promising = [section for section in cards if _promises(section)]
    named = len(cards) >= LEAST_CARDS and len(promising) <= MOST_PROMISING * len(cards)
    return {id(section) for section in cards} if named else set()


def _promises(section: Section) -> bool:
    first = section.blocks[0]
    return isinstance(first, Paragraph) and promises(first.text.value.partition(". ")[0])


def _is_card(section: Section) -> bool:
    title, role = section.title.value, section_role(section)
    if not section.number or not may_name_tiltak(section, role) or len(title.split()) > TITLE_WORDS:
        return False
    told: set[str] = set()
    lines = 0
    for block in section.blocks:
        if isinstance(block, Table) or block.is_item:
            return False
        lead, labels = read_labels(block.text)
        if labels and not lead and all(label.is_field for label in labels):
            told |= {role for label in labels for role in label.roles}
        elif labels or told:
            return False
        else:
            lines += 1
    return 0 < lines <= MOST_LINES and bool(WHO_OR_WHEN & told)
