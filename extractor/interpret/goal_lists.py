"""Goals in lists, below headings and labels, and in sentences that state them.

A heading or label opens a list («Lokale mål:»); the items below are its goals. Where no list follows, the first
paragraph below is the goal, provided that it reads like one and not like talk about goals.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.document import Text
from extractor.interpret.drafts import GoalDraft
from extractor.interpret.goalwords import (
    GOAL_VERB,
    QUOTED,
    announced_kind,
    goal_kind,
    goal_sentence,
    is_goal_of_the_state,
    is_of_the_state,
    reads_like_goal,
)
from extractor.interpret.labels import Label, read_labels
from extractor.interpret.language import Language, sentences
from extractor.structure.outline import Paragraph, Section
from schemas.promises import GoalKind

FEW_GOALS = frozenset(
    {"vision", "main_goal", "goal", "sub_goal", "local_goal"}
)  # said in running text, one or few
LONGEST_DISPLAY = 20  # words of a vision that is set apart
LONGEST_NAME = 3  # words of a heading that only names a goal
QUOTES = '«“”"»'


class GoalList:
    """The goals of one section, as they are read; `current` are those that tiltak below serve."""

    def __init__(
        self, section: Section | None, *, of_others: bool, language: Language, known: Sequence[GoalDraft]
    ) -> None:
        self.section = section
        self.known = known  # goals of the sections before this one
        self.of_others = of_others  # the section tells what state or region want
        self.language = language
        self.mode: GoalKind | None = None  # items below are goals of this kind
        self.found: list[GoalDraft] = []
        self.current: list[GoalDraft] = []
        self._number: str | None = None  # of the heading or label that opened the list
        self._since = 0  # index in `found` of the first goal below what opened the list
        self._used = False  # something was read since it was opened
        self._refers_back = False  # `current` is a goal of a section before this one
        self._served = False  # tiltak came after the goals: the next goal begins a new group

    @property
    def waits(self) -> bool:
        """Whether a heading or label announced goals and none was read yet."""
        return self.mode is not None and not self._used

    @property
    def waits_for_own(self) -> bool:
        """Whether goals of a named kind are still to come: main, sub or local goals."""
        return self.waits and self.mode in {"main_goal", "sub_goal", "local_goal"}

    def open(self, kind: GoalKind | None, number: str | None = None) -> None:
        """Take what follows as goals of `kind`; None takes nothing."""
        self.mode, self._number, self._used = kind, number, False
        self._since = len(self.found)

    def open_by_heading(self, section: Section) -> None:
        """Read what the heading says: a goal itself, or what the items below are."""
        title = section.title
        kind = goal_kind(section.label) if section.label else None
        inner = numbered_goal(title.value)
        if kind and section.number:
            if not (_is_short_name(title.value) and self._refers(kind, section.number)):
                self.add(title, kind, "numbered-goal-heading", section.number)
        elif inner and inner[2]:
            name = title.slice(inner[2])
            if not (_is_short_name(name.value) and self._refers(inner[0], inner[1])):
                self.add(name, inner[0], "numbered-goal-heading", inner[1])
        elif inner and not self._refers(inner[0], inner[1]):
            self.open(inner[0], inner[1])
        elif not inner:
            self.open(goal_kind(title.value))
            if section.parent and section.number and goal_kind(section.parent.title.value) == "focus_area":
                self.add(_without_label(title), "focus_area", "focus-area-heading", section.number)

    def take_label(self, label: Label) -> None:
        """Read «Hovedmål: …», or open a list with «Lokale mål:»."""
        kind = "national_goal" if self.of_others else label.goal_kind or "goal"
        number = next((part for part in label.title.split() if part[0].isdigit()), None)
        if number and _is_short_name(label.value.value) and self._refers(kind, number):
            return
        if label.value:
            self.add(label.value, kind, "goal-label", number)
            above = kind == "vision" or (kind == "main_goal" and self.mode == "goal")
            if not (above and self.waits):  # «Visjon: …» and «Hovedmål: …» below «Mål» stand before the goals
                self.open(None)
        else:
            self.open(kind, number)

    def _refers(self, kind: GoalKind, number: str) -> bool:
        """«Delmål 1» above a list of tiltak refers to a goal that was read before: the tiltak serve it."""
        named = [goal for goal in [*self.known, *self.found] if goal.kind == kind and goal.number == number]
        if not named:
            return False
        self.open(None)
        self.current, self._served = named[:1], False
        self._refers_back = named[0] not in self.found
        return True

    def refer(self, kind: GoalKind, number: str) -> bool:
        """Read «Til mål 1:» above tiltak; False where no such goal was read before."""
        same = [goal for goal in [*self.known, *self.found] if goal.number == number]
        return bool(same) and self._refers(
            kind if any(goal.kind == kind for goal in same) else same[0].kind, number
        )

    def take_item(self, paragraph: Paragraph) -> bool:
        """Read an item of an open list."""
        if self.mode is None or goal_sentence(paragraph.text.value):
            return False
        self.add(paragraph.text, self._kind(), "list-under-goal-heading", paragraph.number)
        self._used = True
        return True

    def take_prose(self, paragraph: Paragraph) -> bool:
        """Read the paragraph right below a goal heading or label, when it reads like the goal."""
        kind, value = self._kind(), paragraph.text.value
        if self.mode is None or self._used or kind not in FEW_GOALS:
            return False
        if goal_sentence(value) or not reads_like_goal(value, kind):
            return False
        if is_goal_of_the_state(value):
            self.add(paragraph.text, "national_goal", "text-under-goal-heading", None)
            return True
        self.add(paragraph.text, kind, "text-under-goal-heading", self._number)
        self._used = True
        return True

    def take_display(self, paragraph: Paragraph, before: str) -> bool:
        """Read the vision where it is set apart in italics or quotes, right below words that announce it."""
        value = paragraph.text.value
        set_apart = paragraph.italic or QUOTED.fullmatch(value)
        announced = announced_kind(before) == "vision" and (
            before.endswith((":", " er")) or len(before.split()) <= 5
        )
        if not (set_apart and announced and len(value.split()) <= LONGEST_DISPLAY):
            return False
        self.add(paragraph.text, "national_goal" if self.of_others else "vision", "vision-display", None)
        return True

    def take_sentences(self, paragraph: Paragraph) -> bool:
        """Find goals that a sentence states by itself; True when the paragraph begins with one."""
        value = paragraph.text.value
        begins = False
        for start, end in sentences(value, language=self.language):
            kind = goal_sentence(value[start:end])
            if kind and not _in_quotation(value, start):
                foreign = self.of_others or is_of_the_state(value[start:end])
                number = None if start else paragraph.number
                self.add(
                    paragraph.text.slice(start, end),
                    "national_goal" if foreign else kind,
                    "goal-sentence",
                    number,
                )
                begins = begins or start == 0
        if self._used:
            self.mode = None
        return begins

    def add(self, text: Text, kind: GoalKind, rule: str, number: str | None) -> None:
        """Add a goal."""
        text = _unquoted(text)
        if not text:
            return
        if self._served or self._refers_back:
            self.current, self._served, self._refers_back = [], False, False
        goal = GoalDraft(text, kind, rule, self.section, number)
        self.current.append(goal)
        self.found.append(goal)

    def take_back_items(self) -> list[GoalDraft]:
        """Give up the items of the open list: a label below says who does them, so they are tiltak."""
        if self.mode != "strategy" and not (self.mode and self._number):
            return []
        taken = [goal for goal in self.found[self._since :] if goal.rule == "list-under-goal-heading"]
        gone = set(map(id, taken))
        self.current = [goal for goal in self.current if id(goal) not in gone]
        self.found = [goal for goal in self.found if id(goal) not in gone]
        return taken

    def serve(self) -> list[GoalDraft]:
        """Return the goals that tiltak found now serve."""
        self._served = True
        return list(self.current)

    def _kind(self) -> GoalKind:
        kind = self.mode or "goal"
        return "national_goal" if self.of_others and kind != "strategy" else kind


def numbered_goal(title: str) -> tuple[GoalKind, str, int] | None:
    """Read «Mål 1: Barn og unge …» inside a title: kind, number, and where its text begins (0: nowhere)."""
    head, _, rest = title.partition(":")
    parts = head.split()
    if len(parts) != 2 or not parts[1].replace(".", "").isalnum() or not parts[1][0].isdigit():
        return None
    kind = goal_kind(parts[0])
    return (kind, parts[1], len(head) + 1 if rest.strip() else 0) if kind else None


def _is_short_name(title: str) -> bool:
    """Whether a title is a name («Mål 1: Torget»), and not the goal itself."""
    return len(title.split()) <= LONGEST_NAME and not GOAL_VERB.search(title)


def _without_label(title: Text) -> Text:
    """Return a title without the label in brackets behind it: «Overgangar (ansvar: oppvekstsjef)»."""
    lead, labels = read_labels(title)
    return lead if lead and labels else title


def _in_quotation(value: str, start: int) -> bool:
    """Whether a sentence stands in a quotation that was opened before it: somebody else's words."""
    before = value[:start]
    opened = before.count("«") - before.count("»")
    return opened > 0 or (before.count("”") + before.count("“") + before.count('"')) % 2 == 1


def _unquoted(text: Text) -> Text:
    value = text.value
    if len(value) > 2 and value[0] in QUOTES and value[-1] in QUOTES and not set(value[1:-1]) & set(QUOTES):
        return text.slice(1, len(value) - 1)
    return text
