"""Reads one section, block by block, for goals and tiltak.

The heading or a label says what the items below it are («Lokale mål:», «Tiltak:»); labels such as «Ansvar:» tell of
the tiltak before them; tables are read by their columns. What no rule recognises is left alone: a list in a chapter
of measures may as well name the members of a working group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.document import Table, Text
from extractor.interpret.bracketed import bracketed_items, split_bracket
from extractor.interpret.candidates import Candidates
from extractor.interpret.drafts import GoalDraft, Origin, TiltakDraft
from extractor.interpret.goal_lines import goal_lines
from extractor.interpret.goal_lists import GoalList
from extractor.interpret.goalwords import announced_kind, goals_follow, is_of_the_state, referred_goal
from extractor.interpret.group_labels import group_titles, heading_labels
from extractor.interpret.labels import Label, read_labels
from extractor.interpret.language import Language
from extractor.interpret.lost import lost_bullets, lost_columns, stacked_titles
from extractor.interpret.measure_lists import (
    TiltakList,
    announces_measures,
    apply_label,
    is_measures_title,
    may_name_tiltak,
    names_responsible,
    number_of_tiltak,
    resolves,
)
from extractor.interpret.measure_tables import read_table, stated_unit
from extractor.interpret.roles import (
    LABELLED_ROLES,
    PROMISING_ROLES,
    is_about_others,
    looks_back,
    measures_status,
    named_status,
    section_role,
    stands_in_measures,
)
from extractor.interpret.scopes import Scope, read_scopes
from extractor.interpret.table_labels import TableLabels
from extractor.interpret.told import split_told
from extractor.structure.numbering import label_words
from extractor.structure.outline import Paragraph, Section
from schemas.plan import TableRole


class SectionReader:
    """Reads one section; `section` is None for what stands before the first heading."""

    def __init__(
        self,
        section: Section | None,
        *,
        language: Language,
        with_tiltak: bool,
        known: Sequence[GoalDraft] = (),
        only_tables: bool = False,
    ) -> None:
        """Read `section`; `known` are the goals before it, `only_tables` leaves its running text alone."""
        self.section = section
        self.role = section_role(section) if section else "other"
        self.status = measures_status(section) if section else None
        self.takes_tables = with_tiltak and not (section and looks_back(section))
        self.takes_tiltak = self.takes_tables and not only_tables
        of_others = section is not None and is_about_others(section)
        self.goals = GoalList(section, of_others=of_others, language=language, known=known)
        self.open_tiltak = TiltakList(section)
        self.tiltak: list[TiltakDraft] = []
        self.table_roles: dict[int, TableRole] = {}  # id() of a table → role
        self.columns_lost: list[Text] = []  # values that lost their rows
        self.scopes: list[Scope] = []  # what is said for all tiltak of a chapter
        self._shared = heading_labels(section) if section else []  # «(ansvar: rektor)» in the heading
        self._candidates = Candidates()
        self._group: list[Label] = []  # the same in the line above a list: «Skog (ansvar: skogbrukssjefen)»
        self._groups: set[int] = set()  # id() of such lines
        self._before = section.title.value if section else ""  # the heading or paragraph before this one
        self._table_labels = TableLabels()
        self._unit = ""  # «Beløp i 1000 kr», said above a table
        self._bracketed: set[int] = set()  # id() of items that end in who and when
        self._plain: set[int] = set()  # id() of lines that are goals, one each, without bullets
        self._stacked: set[int] = set()  # id() of column titles that stand one below the other
        self._first_label = ""  # "goal" or "measure": what the labels of the section begin with
        self._read_any = False  # something other than labels stood below the heading

    def read(self, blocks: list[Paragraph | Table]) -> None:
        """Read the blocks of the section."""
        self._read_heading()
        self._bracketed, self._stacked = bracketed_items(blocks), stacked_titles(blocks)
        self._groups = group_titles(blocks)
        skipped = 0
        for index, block in enumerate(blocks):
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
        if self.section.number and (self.section.label or "").casefold() in label_words("tiltak"):
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

    def _read_labels(self, paragraph: Paragraph, lead: Text, labels: list[Label]) -> bool:
        """Read a paragraph that holds labels; False when none of them says anything here."""
        first = labels[0]
        if first.worded and len(labels) == 1 and not self._may_be_worded(paragraph, lead):
            return False
        if first.goal_kind and id(paragraph) in self._stacked:
            return False
        if not lead and not first.value and resolves(first.title, self.role):
            first = replace(first, roles=("measure",), goal_kind=None)
        if not lead and first.goal_kind:
            in_card = self._first_label == "measure" and self.open_tiltak.mode == "label"
            if first.value and (in_card or self.open_tiltak.mode == "heading"):
                self.open_tiltak.add_labels([replace(first, roles=("target",))])
                return True
            self._first_label = self._first_label or "goal"
            self._close()
            self.goals.take_label(first)
            return True
        if not lead and "measure" in first.roles:
            self._open_measures(labels, paragraph)
            return True
        fields = [label for label in labels if label.is_field]
        if not fields or not self.takes_tiltak:
            return False
        if lead and id(paragraph) in self._groups:
            self._close()
            self._group = fields
            self.open_tiltak.open("label", status=self.status)
            return True
        if lead and (self.role in LABELLED_ROLES or stands_in_measures(self.section)):
            self._add_labelled(paragraph, lead)
        elif lead or not (self._adopt() or self.open_tiltak.drafts):
            return not lead  # a label that tells of nothing here is no text either
        self.open_tiltak.add_labels(fields, inside=bool(lead))
        return True

    def _may_be_worded(self, paragraph: Paragraph, lead: Text) -> bool:
        """Whether «Ansvarleg er rektor.» tells of a tiltak here: in its own point, or right below one."""
        if self.role in {"implementation", "evaluation"}:
            return False
        return paragraph.is_item if lead else bool(self.open_tiltak.drafts)

    def _open_measures(self, labels: list[Label], paragraph: Paragraph) -> None:
        """«Tiltak:» opens a list; «Tiltak 3: Åpen kafé. Ansvar: Kultur» is a tiltak, and who answers for it."""
        label, *behind = labels
        self._first_label = self._first_label or "measure"
        self._close()
        self._candidates.clear()
        referred = None if label.value else referred_goal(label.title)
        if not (referred and self.goals.refer(*referred)):
            self.goals.open(None)
        if self.takes_tiltak:
            self.open_tiltak.open("label", status=self.status or named_status(label.title))
            if label.value:
                name, cell = (
                    split_bracket(label.value) if id(paragraph) in self._bracketed else (label.value, "")
                )
                self.open_tiltak.add(
                    name, number_of_tiltak(paragraph), rule="measure-label", cell=cell or None
                )
                if told := [one for one in behind if one.is_field]:
                    self.open_tiltak.add_labels(told)

    def _add_labelled(self, paragraph: Paragraph, lead: Text) -> None:
        """«Åpen kafé hver uke. Ansvar: Kultur» is a tiltak with its label."""
        if not self.open_tiltak.mode:
            self._close()
        origin: Origin = "list" if paragraph.is_item else "paragraph"
        self.open_tiltak.add(lead, paragraph.number, rule="text-with-labels", origin=origin)

    def _adopt(self) -> bool:
        """Make what stands before a label the tiltak that the label tells of: items, a paragraph, the heading."""
        if self.role not in LABELLED_ROLES:
            return False
        for item in self.goals.take_back_items():
            rule = "numbered-paragraph-with-responsible"
            self.open_tiltak.add(item.text, item.number, rule=rule, origin="paragraph")
        candidates, explanation = self._candidates.take()
        if candidates:
            self._close()
        self.open_tiltak.add_candidates(candidates, explanation)
        open_here = self._read_any or self.open_tiltak.drafts or self.goals.found
        if not candidates and self.section and not open_here and may_name_tiltak(self.section, self.role):
            title, number = self.section.title, self.section.number
            self.open_tiltak.add(title, number, rule="measure-heading", origin="paragraph")
        return bool(self.open_tiltak.drafts)

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
        if paragraph.text.value.endswith(":") and self._read_lead_in(paragraph):
            return
        if self.open_tiltak.take_description(paragraph):
            return
        if self.open_tiltak.drafts and (
            self.open_tiltak.labelled or self.open_tiltak.mode in {None, "label"}
        ):
            self._close()
        if self.goals.take_sentences(paragraph):
            self._candidates.clear()
        else:
            self._candidates.add_prose(paragraph)

    def _read_lead_in(self, paragraph: Paragraph) -> bool:
        """«… etter disse strategiene:» says what the list below is; other lead-ins end what was open."""
        value = paragraph.text.value.rstrip(":")
        if referred := referred_goal(value):
            self._close()
            return self.goals.refer(*referred)
        last = value[max(value.rfind(". "), 0) :]
        kind = announced_kind(last)
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

    def _read_lost_columns(self, blocks: list[Paragraph | Table], index: int) -> int:
        """Read a table that a converter took apart; return the index behind it, 0 where there is none."""
        lost = lost_columns(blocks, index) if self.takes_tiltak else None
        if lost is None:
            return 0
        self._close()
        self.open_tiltak.add_lost(lost)
        self._close()
        self.columns_lost += [paragraph.text for paragraph in lost.others]
        return lost.end

    def _read_table(self, table: Table) -> None:
        self._candidates.clear()
        self._close()
        found = read_table(table, self.section, status=self.status, takes_tiltak=self.takes_tables)
        self.table_roles[id(table)] = found.role
        for draft in found.tiltak:
            draft.cost_header = " ".join(filter(None, [draft.cost_header, self._unit])) or None
        self._table_labels.give(found.tiltak)
        self.goals.found += found.goals
        self._keep(found.tiltak)
        self.goals.open(None)

    def _close(self) -> None:
        """End the open list of tiltak: labels are given out, goals tied."""
        self._keep(self.open_tiltak.close())
        self.columns_lost += self.open_tiltak.columns_lost
        self.open_tiltak.columns_lost = []

    def _keep(self, drafts: list[TiltakDraft]) -> None:
        for draft in drafts:
            for label in [*self._group, *self._shared]:
                apply_label(draft, label)
            draft.goals = draft.goals or self.goals.serve()
        self.tiltak += drafts
        self._group = []
