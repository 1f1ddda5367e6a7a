"""Tiltak in lists and numbered paragraphs, and the labels that tell of them.

«Ansvar:» and «Frist:» may follow each item or close the whole list. They follow each item when more than one group
of labels stands in the list, or when the items are numbered paragraphs («3.2 …»); a single group at the end of a
list holds for every item of it. «Ansvarleg for alle tiltaka …» and «Ansvar for a–c» say so themselves.

Text converters sometimes lose the columns of a table: all tiltak, then «Ansvar» and all the parties, then «Frist»
and all the deadlines. Then nobody can tell which belongs to which, and parties and deadlines stay out.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.document import Text
from extractor.interpret.ditto import Ditto
from extractor.interpret.drafts import Origin, TiltakDraft
from extractor.interpret.goalwords import goal_kind
from extractor.interpret.labels import Label
from extractor.interpret.lost import LostColumns, row_labels
from extractor.lexicon import load_toml, words
from extractor.structure.numbering import read_numbering
from extractor.structure.outline import Paragraph, Section
from schemas.plan import SectionRole
from schemas.promises import TiltakStatus

SHORT_NAME = 90  # characters: an item this short, without full stop, is a name that the next line explains
NAMES_RESPONSIBLE = re.compile(
    r"Ansvar(?:et)?\sfor\s.{5,240}?\s(?:ligg|ligger|er\slagt|er\slagd|er\splassert|skal\sligge|skal\sliggje)"
    r"\s(?:til|hos|hjå|på)\s(?P<who>[^.]{3,120}(?:\.[^.\s][^.]*)*)\.?$"
)
DOTTED = re.compile(r"\d+(?:\.\d+)+")


def names_responsible(value: str) -> str | None:
    """Return Y of «Ansvaret for X ligger hos Y»."""
    match = NAMES_RESPONSIBLE.match(value)
    return match["who"].strip() if match else None


def is_dotted(number: str | None) -> bool:
    """Whether a number has parts («3.2»): it counts paragraphs, not items of a list."""
    return bool(DOTTED.fullmatch(number or ""))


def announces_measures(sentence: str) -> bool:
    """Whether a lead-in ends in words that announce measures («Desse tiltaka skal gjennomførast»)."""
    return bool(
        re.search(r"\btiltak(?:ene|a)?\b(?!\s+(?:i|fra|frå)\s+(?:forrige|førre))", sentence.casefold())
    ) and not (_not_tiltak().search(sentence.casefold()))


def resolves(lead_in: str, role: SectionRole) -> bool:
    """Whether a lead-in announces what will be done («Kommunen vil:») where the chapter tells of measures."""
    said = words(load_toml("goals.toml"), "resolves", file="goals.toml")
    return role == "measures" and lead_in.casefold().strip(" :") in said


def is_measures_title(title: str, role: SectionRole, status: TiltakStatus | None) -> bool:
    """Whether the lists right below a heading are tiltak by the heading's own words."""
    folded = title.casefold().strip(" :.")
    if role != "measures" or not ("tiltak" in folded or folded in _announcing()):
        return False
    if status:
        return True
    return not _not_tiltak().search(folded) and not re.search(r"tiltaks(?:del|plan)", folded)


@cache
def _announcing() -> frozenset[str]:
    """Return the phrases that announce measures; a single word («Aktiviteter») may head what there is already."""
    return frozenset(
        phrase for phrase in words(load_toml("goals.toml"), "measures", file="goals.toml") if " " in phrase
    )


@cache
def _not_tiltak() -> re.Pattern[str]:
    choices = "|".join(map(re.escape, words(load_toml("goals.toml"), "not_tiltak", file="goals.toml")))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")


def number_of_tiltak(paragraph: Paragraph) -> str | None:
    """Return the number in «Tiltak 3: …»."""
    numbering = read_numbering(paragraph.text)
    return numbering.number if numbering.label_kind == "tiltak" else None


def is_part(paragraph: Paragraph, number: str | None) -> bool:
    """Whether a point with a small letter stands further in than an item with that number."""
    own = paragraph.number or ""
    return paragraph.depth > 1 and own.islower() and len(own) == 1 and (number or "").isdigit()


class TiltakList:
    """The tiltak that labels below may still tell of."""

    def __init__(self, section: Section | None) -> None:
        self.section = section
        self.mode: str | None = None  # "label", "title" or "heading": what made the items tiltak
        self.status: TiltakStatus | None = None
        self.drafts: list[TiltakDraft] = []
        self.groups: list[tuple[int, list[Label]]] = []  # (drafts before it, labels)
        self._own: set[int] = set()  # numbers of drafts that have their labels in their own text
        self.columns_lost: list[Text] = []
        self._after_item = False
        self._waiting: Label | None = None  # a label alone on its line: its value follows
        self._values: list[Text] = []
        self._ditto = Ditto()

    def open(self, mode: str, *, status: TiltakStatus | None) -> None:
        """Take the items that follow as tiltak."""
        self.mode, self.status = mode, status

    def add(
        self, text: Text, number: str | None, *, rule: str, origin: Origin = "list", cell: str | None = None
    ) -> None:
        """Add a tiltak; `cell` says who and when in one."""
        numbering = read_numbering(text)
        if numbering.label_kind == "tiltak" and numbering.title_start < len(text.value):
            text, number = text.slice(numbering.title_start), number or numbering.number
        draft = TiltakDraft(text, origin, rule, self.section, number, status=self.status)
        draft.responsible = cell or names_responsible(text.value)
        draft.schedule, draft.mixed = cell, cell is not None
        self.drafts.append(draft)
        self._ditto.begin(number)
        self._after_item = True
        self._waiting = None

    def add_item(self, paragraph: Paragraph, *, rule: str, origin: Origin = "list") -> None:
        """Add the tiltak of a paragraph; a lettered point below a numbered one is a step of that."""
        if not (self._after_item and self.drafts and is_part(paragraph, self.drafts[-1].number)):
            self.add(paragraph.text, paragraph.number, rule=rule, origin=origin)
            return
        draft = self.drafts[-1]
        draft.description = draft.description + paragraph.whole if draft.description else paragraph.whole

    def add_labels(self, labels: list[Label], *, inside: bool = False) -> None:
        """Note labels for the tiltak before them, `inside` the text of the last one.

        «Ansvar: do.» says what the label of the tiltak above says.
        """
        if inside:
            self._own.add(len(self.drafts))
        labels = self._ditto.read(labels)
        if self.groups and self.groups[-1][0] == len(self.drafts):
            self.groups[-1][1].extend(labels)
        else:
            self.groups.append((len(self.drafts), list(labels)))
        last = labels[-1]
        self._settle_waiting()
        self._waiting, self._values = (None, []) if last.value else (last, [])
        self._after_item = False

    def add_candidates(self, candidates: list[Paragraph], explanation: Paragraph | None) -> None:
        """Add what stands above a label: items in a row, or one paragraph and the text that explains its name."""
        for paragraph in candidates:
            if len(candidates) > 1:
                self.add(paragraph.text, paragraph.number, rule="list-with-labels")
            elif paragraph.is_item:
                rule = "numbered-paragraph-with-responsible"
                self.add(paragraph.text, paragraph.number, rule=rule, origin="paragraph")
            else:
                rule = "paragraph-with-responsible"
                self.add(paragraph.text, paragraph.number, rule=rule, origin="paragraph")
        if explanation:
            self.drafts[-1].description = explanation.text

    def add_lost(self, lost: LostColumns) -> None:
        """Add the tiltak of a table that lost its columns, with their cells where the rows can be told."""
        for number, paragraph in enumerate(lost.tiltak):
            self.add(paragraph.text, paragraph.number, rule="column-without-rows")
            if lost.rows:
                self.add_labels(row_labels(lost, number))

    @property
    def labelled(self) -> bool:
        """Whether labels were the last thing read: what follows is something new."""
        return bool(self.groups) and self.groups[-1][0] == len(self.drafts) and not self._after_item

    def take_value(self, paragraph: Paragraph) -> bool:
        """Take a line below a label that stood alone («Ansvar:»)."""
        if self._waiting is None:
            return False
        self._values.append(paragraph.text)
        return True

    def take_description(self, paragraph: Paragraph) -> bool:
        """Take a paragraph that explains the item before it."""
        if self.mode == "heading" and self.drafts:
            draft = self.drafts[-1]
            draft.description = draft.description + paragraph.whole if draft.description else paragraph.whole
            return True
        if not (self.mode and self._after_item and self.drafts):
            return False
        draft = self.drafts[-1]
        self._after_item = paragraph.gap <= 0.9  # what stands below something of its own explains no item
        if not self._after_item or len(draft.text.value) > SHORT_NAME or draft.text.value.endswith("."):
            return False
        draft.description = draft.description + paragraph.text if draft.description else paragraph.text
        return True

    def end_on(self, lead_in: str) -> None:
        """End the list when a lead-in announces something else («Følgende deltok:»)."""
        if self.mode == "title" and _not_tiltak().search(lead_in.casefold()):
            self.mode = None

    def close(self) -> list[TiltakDraft]:
        """Give the labels to their tiltak and return the tiltak; the list is empty afterwards."""
        self._settle_waiting()
        drafts, groups = self.drafts, self.groups
        start = 0
        for count, labels in groups:
            own = drafts[start:count][-1:] if count in self._own else drafts[start:count]
            for label in labels:
                for draft in drafts if label.for_all else self._scope(own, label):
                    apply_label(draft, label)
            start = count
        self.drafts, self.groups, self._own = [], [], set()
        if self.mode == "label":
            self.mode = self.status = None
        self._after_item = False
        return drafts

    def _scope(self, own: list[TiltakDraft], label: Label) -> list[TiltakDraft]:
        """Return those of the tiltak since the last labels that a label tells of: the last, or all of them."""
        if label.numbers:
            first, last = label.numbers
            return [draft for draft in own if (len(first), first) <= _rank(draft) <= (len(last), last)]
        numbered = any(is_dotted(draft.number) for draft in own)
        follows_each = len(self.groups) > 1 and self.groups[0][0] == 1
        return own[-1:] if numbered or follows_each else own

    def _settle_waiting(self) -> None:
        """A label alone on its line has its values below.

        Several values below the title of a column, for several tiltak, are a column that lost its rows.
        """
        waiting, values = self._waiting, self._values
        self._waiting, self._values = None, []
        if waiting is None or not values:
            return
        if waiting.bare and len(values) > 1 and len(self.drafts) > 1:
            self.columns_lost += values
            return
        text = values[0]
        for value in values[1:]:
            text = text.joined(value, "\n")
        full = Label(waiting.roles, waiting.title, text)
        for _, labels in self.groups:
            labels[:] = [full if label is waiting else label for label in labels]


def _rank(draft: TiltakDraft) -> tuple[int, str]:
    return len(draft.number or ""), draft.number or ""


def may_name_tiltak(section: Section, role: SectionRole) -> bool:
    """Whether a heading with only labels below it is a tiltak, and not itself one of «Mål», «Tiltak»."""
    title = section.title.value
    named = role == "measures" and bool(section.parent) and not goal_kind(title)
    return named and len(title.split()) > 1


def apply_label(draft: TiltakDraft, label: Label) -> None:
    """Fill the field of a tiltak that a label tells of; what is filled already stays."""
    value = label.value.value
    if not value:
        return
    if label.title:
        draft.columns.setdefault(label.title, value)
    for role in label.roles:
        if role == "responsible" and (draft.responsible is None or label.shares):
            draft.responsible = "\n".join(filter(None, [draft.responsible, value]))
        elif role in {"time", "deadline"} and draft.schedule is None:
            draft.schedule, draft.is_deadline = value, role == "deadline"
            draft.is_start = label.names_start
        elif role == "cost" and draft.cost is None:
            draft.cost = value
        elif role == "status" and draft.status_raw is None:
            draft.status_raw = value
        elif role == "target" and draft.target is None:
            draft.target = value
    draft.mixed = draft.responsible is not None and draft.responsible == draft.schedule
