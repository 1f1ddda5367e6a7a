"""Reads the labels of a section: «Tiltak:», «Ansvar: Kultur», «Hovedmål: …».

A label opens a list, or tells of what stands before it: tiltak that are open, else what the label makes one.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.document import Text
from extractor.interpret.bracketed import split_bracket
from extractor.interpret.drafts import Origin
from extractor.interpret.goalwords import referred_goal
from extractor.interpret.labels import Label
from extractor.interpret.measure_lists import may_name_tiltak, number_of_tiltak, resolves
from extractor.interpret.roles import LABELLED_ROLES, named_status, stands_in_measures
from extractor.interpret.section_state import SectionState
from extractor.structure.outline import Paragraph


class LabelReader(SectionState):
    """Reads paragraphs that hold labels."""

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
