"""Reads one section, block by block, for goals and tiltak.

The heading or a label says what the items below it are («Lokale mål:», «Tiltak:»); labels such as «Ansvar:» tell of
the tiltak before them; tables are read by their columns. What no rule recognises is left alone: a list in a chapter
of measures may as well name the members of a working group.
"""

from __future__ import annotations

from extractor.document import Table, Text
from extractor.interpret.bracketed import bracketed_items, split_bracket
from extractor.interpret.dated_promises import dated_promises
from extractor.interpret.goal_lines import goal_lines
from extractor.interpret.goalwords import announced_kind, goals_follow, is_of_the_state, referred_goal, wishes
from extractor.interpret.group_labels import group_titles
from extractor.interpret.labels import Label, read_labels
from extractor.interpret.lost import lost_bullets, stacked_titles
from extractor.interpret.measure_lists import (
    announces_measures,
    is_measures_title,
    names_responsible,
    resolves,
)
from extractor.interpret.measure_tables import stated_unit
from extractor.interpret.roles import (
    LABELLED_ROLES,
    PROMISING_ROLES,
    named_status,
)
from extractor.interpret.scopes import read_scopes
from extractor.interpret.section_labels import LabelReader
from extractor.interpret.told import split_told
from extractor.structure.numbering import label_words
from extractor.structure.outline import Paragraph


class SectionReader(LabelReader):
    """Reads one section; `section` is None for what stands before the first heading."""

    def read(self, blocks: list[Paragraph | Table]) -> None:
        """Read the blocks of the section."""
        self._read_heading()
        self._bracketed, self._stacked = bracketed_items(blocks), stacked_titles(blocks)
        self._groups = group_titles(blocks)
        skipped = 0
        for index, block in enumerate(blocks):
            if index >= skipped:
                skipped = max(skipped, self._read_lost_columns(blocks, index))
            if index < skipped:
                continue
            if isinstance(block, Table):
                self._read_table(block)
                continue
            if self.open_tiltak.mode == "label" and not self.open_tiltak.drafts:
                for paragraph in lost_bullets(blocks, index):
                    paragraph.marker = "•"
            if self.goals.waits and self.goals.mode:
                self._plain |= {id(line) for line in goal_lines(blocks, index, self.goals.mode)}
            in_list = bool(self.open_tiltak.drafts) or self._candidates.end_in_item
            if not in_list and self._table_labels.take(blocks, index):
                continue
            self._read_paragraph(block)
        self._close()

    def _read_heading(self) -> None:
        if self.section is None:
            return
        self.goals.open_by_heading(self.section)
        if not self.takes_tiltak:
            return
        labelled = self.section.number and (self.section.label or "").casefold() in label_words("tiltak")
        if labelled or self._is_card:
            self.open_tiltak.open("heading", status=self.status)
            self.open_tiltak.add(
                self.section.title, self.section.number, rule="measure-heading", origin="paragraph"
            )
        elif self._shared or is_measures_title(self.section.title.value, self.role, self.status):
            self.open_tiltak.open("title", status=self.status)

    def _read_paragraph(self, paragraph: Paragraph) -> None:
        if self._read_scopes(paragraph):
            return
        text, told = self._split_told(paragraph)
        lead, labels = read_labels(text, below=self.open_tiltak.labelled)
        if told and not lead:
            lead, labels = read_labels(paragraph.text)
        elif told:
            labels = told + labels
        if labels and self._read_labels(paragraph, lead, labels):
            return
        self._read_any = True
        self._unit = stated_unit(paragraph.text.value) or self._unit
        is_item = paragraph.is_item or id(paragraph) in self._plain or id(paragraph) in self._bracketed
        if is_item and not paragraph.text.value.endswith(":"):
            self._read_item(paragraph)
        else:
            self._read_prose(paragraph)

    def _read_scopes(self, paragraph: Paragraph) -> bool:
        """Read what is said for all tiltak around it; a list below such a sentence is a list of tiltak.

        A label below a list says so of that list.
        """
        below = bool(self.open_tiltak.drafts)
        if not self.takes_tiltak or (below and ":" in paragraph.text.value):
            return False
        found = list(read_scopes(paragraph.text, self.section, language=self.goals.language))
        if not found:
            return False
        self.scopes += found
        self._unit = stated_unit(paragraph.text.value) or self._unit
        self._close()
        if not (below or found[-1].chapter):
            self.goals.open(None)
            self.open_tiltak.open("label", status=self.status)
        return True

    def _split_told(self, paragraph: Paragraph) -> tuple[Text, list[Label]]:
        """Return a promise in a chapter of measures, and what its other sentences say of who and when."""
        if not self.takes_tiltak or self.role not in {"measures", "strategy"}:
            return paragraph.text, []
        return split_told(paragraph.text, language=self.goals.language)

    def _read_item(self, paragraph: Paragraph) -> None:
        if self.open_tiltak.take_value(paragraph):
            return
        if self.open_tiltak.mode == "heading" and self.open_tiltak.take_description(paragraph):
            return
        if self.takes_tiltak and id(paragraph) in self._bracketed and self._may_hold_measures():
            self._candidates.clear()
            text, bracket = split_bracket(paragraph.text)
            self.open_tiltak.add(text, paragraph.number, rule="list-with-brackets", cell=bracket)
            return
        if self.goals.take_item(paragraph):
            self._candidates.clear()
            return
        if self.open_tiltak.mode:
            self._candidates.clear()
            self.open_tiltak.add_item(paragraph, rule="list-under-measures-heading")
        elif not self.goals.take_sentences(paragraph):
            self._read_point(paragraph)

    def _may_hold_measures(self) -> bool:
        """Whether items that say who and when are promises here: below «Tiltak», a goal or in a chapter of them."""
        return bool(self.open_tiltak.mode or self.goals.current) or self.role in PROMISING_ROLES

    def _read_point(self, paragraph: Paragraph) -> None:
        """A point of its own: a tiltak when it names who is responsible, or when a label below does."""
        self._close()
        self._candidates.add_point(paragraph)
        measures = self.takes_tiltak and self.role in {"measures", "strategy"}
        if measures and names_responsible(paragraph.text.value):
            rule = "sentence-naming-responsible"
            self.open_tiltak.add(paragraph.text, paragraph.number, rule=rule, origin="paragraph")
            self._candidates.clear()

    def _read_prose(self, paragraph: Paragraph) -> None:
        if self.open_tiltak.take_value(paragraph):
            return
        before, self._before = self._before, paragraph.text.value
        if self.goals.take_prose(paragraph) or self.goals.take_display(paragraph, before):
            return
        leads_on = paragraph.text.value.endswith(":") or wishes(paragraph.text.value)
        if leads_on and self._read_lead_in(paragraph):
            return
        if self.open_tiltak.labelled and self._read_dated(paragraph):
            return
        if self.open_tiltak.take_description(paragraph):
            return
        if self.open_tiltak.drafts and (
            self.open_tiltak.labelled or self.open_tiltak.mode in {None, "label"}
        ):
            self._close()
        if self._read_dated(paragraph) or self.goals.take_sentences(paragraph):
            self._candidates.clear()
        else:
            self._candidates.add_prose(paragraph)

    def _read_dated(self, paragraph: Paragraph) -> bool:
        """«Rektor skal innen 2026 …» in a chapter of tiltak."""
        if not self.takes_tiltak or not (self.role == "measures" or self.open_tiltak.mode == "heading"):
            return False
        found = list(dated_promises(paragraph.text, language=self.goals.language))
        if found:
            self._close()
        for promise in found:
            self.open_tiltak.add(promise.text, None, rule="sentence-with-deadline", origin="paragraph")
            self.open_tiltak.drafts[-1].responsible = promise.who
        if found:
            self._close()
        return bool(found)

    def _read_lead_in(self, paragraph: Paragraph) -> bool:
        """«… etter disse strategiene:» says what the list below is; other lead-ins end what was open."""
        value = paragraph.text.value.rstrip(":")
        if referred := referred_goal(value):
            self._close()
            return self.goals.refer(*referred)
        last = value[max(value.rfind(". "), 0) :]
        kind = announced_kind(last) or ("goal" if wishes(last) else None)
        if kind == "goal" and self.goals.waits_for_own:
            return False  # «Slik vil vi ha det:» below «Delmål» leads to those
        if kind and not (announces_measures(last) or resolves(last, self.role)):
            self._close()
            foreign = self.goals.of_others or is_of_the_state(last)
            self.goals.open("national_goal" if foreign else kind)
            return True
        measures = announces_measures(last) or resolves(last, self.role)
        if not (self.goals.waits and goals_follow(last) and not measures):
            self.goals.open(None)
        if self.takes_tiltak and measures and self.role in LABELLED_ROLES:
            self._close()
            self.open_tiltak.open("label", status=self.status or named_status(last))
            return True
        self.open_tiltak.end_on(last)
        return False
