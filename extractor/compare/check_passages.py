"""A plan as passages that can be quoted: headings, sentences, tiltak, goals and rows of tables, each with its place.

What a table of contents lists is no passage, nor what a heading without anything below it announces. Passages that
tell what others want or ask for (the state, a guide, the law) are marked, and so are those that look back at the plan
before this one, and proposals that were not taken up: they show nothing of what this plan does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.compare.check_cues import FILE, has_cue
from extractor.compare.taxonomy import goals_and_tiltak
from extractor.lexicon import load_toml, words
from schemas import Evidence, Goal, Plan, Section, Table, Tiltak
from schemas.check import Place, Quotation

_ENDS = re.compile(r"[.!?][»”\")]*\s+(?=[«“”\"(–-]?\s*[A-ZÆØÅ])")
_MARKER = re.compile(r"^\s*(?:- )?")
_LEADS_ON = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|\t)\s*\d{1,3}\s*$")  # to a page: a line of contents
_QUOTED = re.compile(r"^[«“”\"].{40,}[»”\"][.!?]?$", re.DOTALL)
_BETWEEN_CELLS = " – "
_LONGEST = 400  # characters of a quotation


@dataclass(slots=True)
class Passage:
    """Words of a plan and where they stand."""

    text: str
    source: Sequence[Evidence]
    section: Section | None
    of_others: bool = False  # what the state, a guide or the law says
    aside: bool = False  # it looks back, or tells what was not taken up
    skip: int = 0  # characters of the source in front of the text

    @property
    def key(self) -> object:
        """What two passages share that stand in the same place."""
        return (self.source[0].start, self.skip) if self.source else self.text

    def quotation(self) -> Quotation:
        """Return the words with their place; long ones are cut off."""
        text = self.text if len(self.text) <= _LONGEST else self.text[:_LONGEST].rsplit(" ", 1)[0] + " …"
        return Quotation(text=text, place=self._place())

    def _place(self) -> Place:
        heading = heading_of(self.section) if self.section else None
        found = self._found()
        if found is None:
            return Place(section=heading)
        start, end = self._offsets(found)
        return Place(page=found.page, bbox=found.bbox, start=start, end=end, section=heading)

    def _found(self) -> Evidence | None:
        """Return the entry of the source in which the text begins."""
        left = self.skip
        for place in self.source:
            if left < place.end - place.start:
                return place
            left -= place.end - place.start
        return self.source[-1] if self.source else None

    def _offsets(self, found: Evidence) -> tuple[int, int]:
        """Return where the text begins and ends: its own characters where they lie as in the source."""
        start = found.start + self.skip
        if len(self.source) == 1 and start + len(self.text) <= found.end:
            return start, start + len(self.text)
        return found.start, found.end


def heading_of(section: Section) -> str:
    """Return number and title of a section."""
    return f"{section.number or ''} {section.title}".strip()


def headings(plan: Plan) -> list[Passage]:
    """Return the headings that have something below them; those that are a goal stand among the goals."""
    filled = _filled(plan)
    goals = {goal.text.strip(" .") for goal in plan.goals}
    return [
        Passage(heading_of(section), section.source, section, *_whose(section))
        for section in plan.sections
        if section.title and section.id in filled and section.title.strip(" .") not in goals
    ]


def passages(plan: Plan) -> list[Passage]:
    """Return the sentences, tiltak, goals and rows of a plan: the text first, then the others, in reading order."""
    sections = {section.id: section for section in plan.sections}
    found = list(_lines(plan.front, plan.front_source))
    found += [passage for section in plan.sections for passage in _sentences(section)]
    said = {passage.text.strip(" .") for passage in found}
    items = [_item(item, sections.get(item.section_id or "")) for item in goals_and_tiltak(plan)]
    found += [item for item in items if item.text.strip(" .") not in said]
    return found + [
        row for table in plan.tables for row in _rows(table, sections.get(table.section_id or ""))
    ]


def item_text(item: Goal | Tiltak, *more: str) -> str:
    """Return the words of a goal or tiltak with other cells of its row behind it."""
    return _BETWEEN_CELLS.join(part for part in (item.text, *more) if part)


def _item(item: Goal | Tiltak, section: Section | None) -> Passage:
    more = (item.description or "", item.target or "") if isinstance(item, Tiltak) else ()
    others = isinstance(item, Goal) and item.kind == "national_goal"
    proposed = isinstance(item, Tiltak) and item.status == "proposed"
    return Passage(item_text(item, *more), item.source, section, of_others=others, aside=proposed)


def _rows(table: Table, section: Section | None) -> Iterator[Passage]:
    if table.role in ("measures", "toc", "case_history"):
        return
    whose = _whose(section) if section else (False, False)
    for row in table.rows:
        if text := _BETWEEN_CELLS.join(cell for cell in row if cell):
            yield Passage(text, table.source[:1], section, *whose)


def _sentences(section: Section) -> Iterator[Passage]:
    """Yield the sentences of a section; what a list of definitions explains is none."""
    if section.role == "definitions":
        return
    others, aside = _whose(section)
    for passage in _lines(section.text, section.text_source):
        passage.section = section
        passage.aside |= aside
        passage.of_others |= others
        yield passage


def _lines(text: str, sources: Sequence[Sequence[Evidence]]) -> Iterator[Passage]:
    """Yield the sentences of running text, with their places where those are known."""
    for at, line in enumerate(text.split("\n") if text else ()):
        if _LEADS_ON.search(line) or _label().match(line):
            continue
        words_ = line[_marker(line) :]
        source = sources[at] if at < len(sources) else ()
        for start, end in _spans(words_):
            sentence = words_[start:end]
            yield Passage(sentence, source, None, _reports(sentence), _replaces(sentence), start)


def _marker(line: str) -> int:
    """Return how long the spaces and the bullet in front of a line are, which the source does not count."""
    found = _MARKER.match(line)
    return found.end() if found else 0


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a paragraph begin and end."""
    start = 0
    for found in _ENDS.finditer(text):
        last = text[start : found.start()].rpartition(" ")[2].lower()
        if last.strip("(").rstrip(".") not in _abbreviations():
            yield start, found.end() - len(found[0]) + len(found[0].rstrip())
            start = found.end()
    if text[start:].strip():
        yield start, len(text)


def _whose(section: Section) -> tuple[bool, bool]:
    """Tell whether a section tells of others, and whether it looks back or tells what was not taken up."""
    return section.role == "legal", _looks_back(section.title)


@lru_cache(maxsize=1024)  # titles come back, and each is asked for with its text, its tables and by itself
def _looks_back(title: str) -> bool:
    return has_cue(title, (*_words("back"), *_not_promised()))


def _reports(sentence: str) -> bool:
    """Whether a sentence tells what a guide, the law or the state asks for, or is a long quotation."""
    if _QUOTED.match(sentence):
        return True
    lowered = sentence.lower()
    return any(word in lowered for word in _words("asking")) and has_cue(sentence, _words("asked"))


def _replaces(sentence: str) -> bool:
    """Whether a sentence tells which plan this one takes the place of."""
    lowered = sentence.lower()
    return "plan" in lowered and any(word in lowered for word in _words("replaced"))


def _filled(plan: Plan) -> set[str]:
    """Return the ids of the sections that have text, tables or items in them, or below them."""
    filled = {section.id for section in plan.sections if section.text}
    filled |= {item.section_id for item in goals_and_tiltak(plan) if item.section_id}
    filled |= {table.section_id for table in plan.tables if table.section_id}
    for section in reversed(plan.sections):
        if section.id in filled and section.parent_id:
            filled.add(section.parent_id)
    return filled


def _not_promised() -> tuple[str, ...]:
    return words(load_toml("sections.toml")["status"], "proposed", file="sections.toml")


@cache
def _words(key: str) -> tuple[str, ...]:
    return words(load_toml(FILE)["others"], key, file=FILE)


@cache
def _label() -> re.Pattern[str]:
    """Return what a line begins with that only names who or when: «Ansvar: …»."""
    return re.compile(rf"\s*(?:- )?(?:{'|'.join(_words('labels'))})\s*:", re.IGNORECASE)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.rstrip(".") for word in load_toml("language.toml")["abbreviations"]["inside"])
