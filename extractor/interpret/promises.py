"""What the plan promises: goals and tiltak, read section by section in reading order.

A section is read block by block. Its heading or a label says what the items below it are («Lokale mål:», «Tiltak:»);
labels such as «Ansvar:» tell of the tiltak before them; tables are read by their columns; sentences such as «Det er
et mål at …» are goals wherever they stand. What no rule recognises is left alone: a list in a chapter of measures
may as well name the members of a working group.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.document import Table, Text
from extractor.interpret.drafts import GoalDraft, TiltakDraft
from extractor.interpret.goalwords import (
    announced_kind,
    goal_kind,
    goal_sentence,
    is_of_the_state,
    reads_like_goal,
)
from extractor.interpret.labels import Label, read_labels
from extractor.interpret.language import Language, sentences
from extractor.interpret.measure_lists import (
    TiltakList,
    announces_measures,
    is_measures_title,
    names_responsible,
)
from extractor.interpret.lost import lost_bullets, lost_columns
from extractor.interpret.measure_tables import read_table
from extractor.interpret.roles import is_about_others, looks_back, measures_status, section_role
from extractor.structure.outline import Outline, Paragraph, Section
from schemas.plan import GoalKind

LABELLED_ROLES = frozenset(
    {"measures", "goals", "strategy", "cooperation", "implementation", "other", "evaluation"}
)
FEW_GOALS = frozenset(
    {"vision", "main_goal", "goal", "sub_goal", "local_goal"}
)  # said in running text, one or few


@dataclass(slots=True)
class Promises:
    """What was read, in reading order."""

    goals: list[GoalDraft] = field(default_factory=list)
    tiltak: list[TiltakDraft] = field(default_factory=list)
    table_roles: dict[int, str] = field(default_factory=dict)  # id() of a table → role
    columns_lost: list[Text] = field(default_factory=list)  # labels whose values lost their rows


def read_promises(outline: Outline, *, language: Language, with_tiltak: bool) -> Promises:
    """Return the goals of a document and, for a plan, its tiltak."""
    promises = Promises()
    for section in [None, *outline.sections]:
        SectionReader(promises, section, language=language, with_tiltak=with_tiltak).read(
            section.blocks if section else outline.front
        )
    return promises


class SectionReader:
    """Reads one section; `section` is None for what stands before the first heading."""

    def __init__(
        self, promises: Promises, section: Section | None, *, language: Language, with_tiltak: bool
    ) -> None:
        self.promises = promises
        self.section = section
        self.language = language
        self.role = section_role(section) if section else "other"
        self.of_others = section is not None and is_about_others(section)
        self.status = measures_status(section) if section else None
        self.takes_tiltak = with_tiltak and section is not None and not looks_back(section)
        self.goal_mode: GoalKind | None = None  # items below are goals of this kind
        self.goal_number: str | None = None
        self.mode_used = False  # something was read in the goal mode
        self.goals: list[GoalDraft] = []  # those that tiltak below serve
        self.goals_closed = False  # tiltak came after them: the next goal begins a new group
        self.tiltak = TiltakList()
        self.last_prose: Paragraph | None = None

    def read(self, blocks: list[Paragraph | Table]) -> None:
        """Read the blocks of the section."""
        self._open()
        skipped = 0
        for index, block in enumerate(blocks):
            skipped = max(skipped, self._read_lost_columns(blocks, index))
            if index < skipped:
                continue
            if isinstance(block, Table):
                self._close_list()
                self._read_table(block)
            elif self.tiltak.mode == "label" and not self.tiltak.drafts and lost_bullets(blocks, index):
                for paragraph in lost_bullets(blocks, index):
                    paragraph.marker = "•"
                self._read_paragraph(block)
            else:
                self._read_paragraph(block)
        self._close_list()

    def _read_lost_columns(self, blocks: list[Paragraph | Table], index: int) -> int:
        """Read a table that a converter took apart; return the index behind it, 0 where there is none."""
        lost = lost_columns(blocks, index) if self.takes_tiltak else None
        if lost is None:
            return 0
        self._close_list()
        for paragraph in lost.tiltak:
            self.tiltak.add_item(paragraph.text, _number(paragraph), self.section, rule="column-without-rows")
        self._close_list()
        self.promises.columns_lost += [paragraph.text for paragraph in lost.others]
        return lost.end

    def _open(self) -> None:
        """Take from the heading what the items below are."""
        if self.section is None:
            return
        title = self.section.title.value
        label_kind = goal_kind(self.section.label) if self.section.label else None
        numbered = goal_kind_of_numbered_title(title)
        if label_kind and self.section.title.value != (self.section.heading or self.section.title).value:
            self._add_goal(self.section.title, label_kind, "numbered-goal-heading", 0.95, self.section.number)
        elif numbered and numbered[2]:
            self._add_goal(
                self.section.title.slice(numbered[2]), numbered[0], "numbered-goal-heading", 0.95, numbered[1]
            )
        elif numbered:
            self.goal_mode, self.goal_number = numbered[0], numbered[1]
        else:
            self.goal_mode = goal_kind(title)
            parent = self.section.parent
            if parent and goal_kind(parent.title.value) == "focus_area" and self.section.number:
                self._add_goal(
                    self.section.title, "focus_area", "focus-area-heading", 0.8, self.section.number
                )
        if self.takes_tiltak and is_measures_title(title, self.role, self.status):
            self.tiltak.open("title", status=self.status)

    def _read_paragraph(self, paragraph: Paragraph) -> None:
        lead, labels = read_labels(paragraph.text)
        if labels and self._read_labels(paragraph, lead, labels):
            return
        if paragraph.is_item and not paragraph.text.value.endswith(":"):
            self._read_item(paragraph)
        else:
            self._read_prose(paragraph)

    # Labels

    def _read_labels(self, paragraph: Paragraph, lead: Text, labels: list[Label]) -> bool:
        """Read a paragraph that holds labels; False when none of them says anything here."""
        first = labels[0]
        if not lead and "goal" in first.roles and first.goal_kind:
            self._goal_label(first, paragraph)
            return True
        if not lead and "measure" in first.roles:
            self._measure_label(first)
            return True
        fields = [label for label in labels if label.is_field]
        if not fields or not self.takes_tiltak or self.role not in LABELLED_ROLES:
            return False
        if lead:
            self._start_tiltak(paragraph, lead)
        elif not self.tiltak.drafts and not self._adopt_prose():
            return False
        self.tiltak.add_labels(fields)
        return True

    def _goal_label(self, label: Label, paragraph: Paragraph) -> None:
        self._close_list()
        kind = label.goal_kind or "goal"
        if self.of_others:
            kind = "national_goal"
        number = next((part for part in label.title.split() if part[0].isdigit()), None)
        if label.value:
            self._add_goal(label.value, kind, "goal-label", 0.95, number)
            self.goal_mode = None
        else:
            self.goal_mode, self.goal_number, self.mode_used = kind, number, False

    def _measure_label(self, label: Label) -> None:
        self._close_list()
        self.goal_mode = None
        if not self.takes_tiltak:
            return
        self.tiltak.open("label", status=self.status)
        if label.value:
            self.tiltak.add_item(label.value, None, self.section, rule="measure-label")

    def _start_tiltak(self, paragraph: Paragraph, lead: Text) -> None:
        if not self.tiltak.mode:
            self._close_list()
        self.tiltak.add_item(
            lead, _number(paragraph), self.section, rule="text-with-labels", origin=_origin(paragraph)
        )

    def _adopt_prose(self) -> bool:
        """Make the paragraph before a label the tiltak that the label tells of."""
        if self.last_prose is not None:
            paragraph, self.last_prose = self.last_prose, None
            rule = (
                "numbered-paragraph-with-responsible" if paragraph.is_item else "paragraph-with-responsible"
            )
            self.tiltak.add_item(
                paragraph.text, _number(paragraph), self.section, rule=rule, origin="paragraph"
            )
            return True
        if (
            self.section
            and self.section.label
            and self.section.label.casefold() in {"tiltak", "aktivitet", "prosjekt"}
        ):
            self.tiltak.add_item(
                self.section.title,
                self.section.number,
                self.section,
                rule="measure-heading",
                origin="paragraph",
            )
            return True
        return False

    # Items and running text

    def _read_item(self, paragraph: Paragraph) -> None:
        if self.goal_mode and not goal_sentence(paragraph.text.value):
            self._add_goal(paragraph.text, self._kind(), "list-under-goal-heading", 0.92, _number(paragraph))
            self.mode_used = True
        elif self.tiltak.mode:
            self.tiltak.add_item(
                paragraph.text, _number(paragraph), self.section, rule="list-under-measures-heading"
            )
        elif not self._goal_sentences(paragraph):
            self._numbered_paragraph(paragraph)

    def _numbered_paragraph(self, paragraph: Paragraph) -> None:
        """A point of its own: a tiltak when it names who is responsible, or when a label below does."""
        self._close_list()
        self.last_prose = paragraph
        if (
            self.takes_tiltak
            and self.role in {"measures", "strategy"}
            and names_responsible(paragraph.text.value)
        ):
            rule = "sentence-naming-responsible"
            self.tiltak.add_item(
                paragraph.text, _number(paragraph), self.section, rule=rule, origin="paragraph"
            )
            self.last_prose = None

    def _read_prose(self, paragraph: Paragraph) -> None:
        value = paragraph.text.value
        if self.goal_mode and self._prose_goal(paragraph):
            return
        if value.endswith(":") and self._lead_in(paragraph):
            return
        if self.tiltak.describes(paragraph):
            return
        if self.tiltak.mode == "label" and self.tiltak.drafts:
            self._close_list()
        stated = self._goal_sentences(paragraph)
        if self.goal_mode and self.mode_used:
            self.goal_mode = None
        if self.tiltak.drafts and not self.tiltak.mode:
            self._close_list()
        self.last_prose = None if stated else paragraph

    def _prose_goal(self, paragraph: Paragraph) -> bool:
        """The paragraph right below a goal heading or label, when it reads like the goal."""
        kind = self._kind()
        if self.mode_used or kind not in FEW_GOALS or not reads_like_goal(paragraph.text.value, kind):
            return False
        if goal_sentence(paragraph.text.value):
            return False
        self._add_goal(paragraph.text, kind, "text-under-goal-heading", 0.85, self.goal_number)
        self.mode_used = True
        return True

    def _lead_in(self, paragraph: Paragraph) -> bool:
        """«… etter disse strategiene:» says what the list below is; other lead-ins end the mode."""
        value = paragraph.text.value.rstrip(":")
        last = value[max(value.rfind(". "), 0) :]
        kind = announced_kind(last)
        if kind and not announces_measures(last):
            self._close_list()
            self.goal_mode = "national_goal" if self.of_others or is_of_the_state(last) else kind
            self.mode_used = False
            return True
        if self.takes_tiltak and announces_measures(last) and self.role in LABELLED_ROLES:
            self._close_list()
            self.goal_mode = None
            self.tiltak.open("label", status=self.status)
            return True
        if self.goal_mode:
            self.goal_mode = None
        return self.tiltak.end_on(last)

    def _goal_sentences(self, paragraph: Paragraph) -> bool:
        """Find goals that a sentence states by itself; True when the paragraph begins with one."""
        value = paragraph.text.value
        begins = False
        for start, end in sentences(value, language=self.language):
            kind = goal_sentence(value[start:end])
            if kind and not _in_quotation(value, start):
                if self.of_others or is_of_the_state(value[start:end]):
                    kind = "national_goal"
                number = _number(paragraph) if start == 0 else None
                self._add_goal(paragraph.text.slice(start, end), kind, "goal-sentence", 0.85, number)
                begins = begins or start == 0
        return begins

    def _kind(self) -> GoalKind:
        kind = self.goal_mode or "goal"
        return "national_goal" if self.of_others and kind != "strategy" else kind

    # Results

    def _add_goal(self, text: Text, kind: GoalKind, rule: str, confidence: float, number: str | None) -> None:
        text = _unquoted(text)
        if not text:
            return
        if self.goals_closed:
            self.goals, self.goals_closed = [], False
        goal = GoalDraft(text, kind, rule, confidence, self.section, number)
        self.goals.append(goal)
        self.promises.goals.append(goal)

    def _close_list(self) -> None:
        drafts = self.tiltak.close()
        if self.tiltak.columns_lost:
            self.promises.columns_lost += self.tiltak.columns_lost
            self.tiltak.columns_lost = []
        for draft in drafts:
            draft.goals = list(self.goals)
        self.promises.tiltak += drafts
        self.goals_closed = self.goals_closed or bool(drafts)

    def _read_table(self, table: Table) -> None:
        found = read_table(table, self.section, status=self.status, takes_tiltak=self.takes_tiltak)
        self.promises.table_roles[id(table)] = found.role
        for tiltak in found.tiltak:
            if not tiltak.goals:
                tiltak.goals = list(self.goals)
        self.promises.goals += found.goals
        self.promises.tiltak += found.tiltak
        self.goals_closed = self.goals_closed or bool(found.tiltak)
        self.goal_mode = None


def goal_kind_of_numbered_title(title: str) -> tuple[GoalKind, str, int] | None:
    """Read «Mål 1: Barn og unge …» inside a title: kind, number, and where its text begins (0: nowhere)."""
    head, _, rest = title.partition(":")
    parts = head.split()
    if len(parts) != 2 or not parts[1].replace(".", "").isalnum() or not parts[1][0].isdigit():
        return None
    kind = goal_kind(parts[0])
    return (kind, parts[1], len(head) + 1 if rest.strip() else 0) if kind else None


def _number(paragraph: Paragraph) -> str | None:
    marker = paragraph.marker
    return None if marker in {None, "•"} else (marker or "").rstrip(".):")


def _origin(paragraph: Paragraph) -> str:
    return "list" if paragraph.is_item else "paragraph"


def _in_quotation(value: str, start: int) -> bool:
    """Whether a sentence stands in a quotation that was opened before it: somebody else's words."""
    before = value[:start]
    opened = before.count("«") - before.count("»")
    return opened > 0 or (before.count("”") + before.count("“") + before.count('"')) % 2 == 1


def _unquoted(text: Text) -> Text:
    value = text.value
    if len(value) > 2 and value[0] in '«“”"' and value[-1] in '»“”"' and not set(value[1:-1]) & set('«»“”"'):
        return text.slice(1, len(value) - 1)
    return text
