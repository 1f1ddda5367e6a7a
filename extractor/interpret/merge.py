"""What the document says twice is one item with two places.

Plans repeat themselves: the vision on the cover and in its chapter, the tiltak in their chapter and again in a
summary table. The first place gives the wording; the later ones fill fields that it left open.
"""

from __future__ import annotations

import heapq
import re
from functools import lru_cache
from itertools import islice, takewhile

from rapidfuzz import fuzz
from rapidfuzz.process import extract_iter

from extractor.interpret.drafts import GoalDraft, TiltakDraft

SAME_GOAL = 96.0  # per cent of the characters: rewordings stay two goals
SAME_TILTAK = 92.0
SAME_TILTAK_AND_GOAL = 85.0  # under the same goal number a looser wording is enough
HEADING_AND_CARD = {"measure-heading", "measure-card"}  # rules
MOST_ALIKE = (
    300  # tiltak that another is compared with: a wording that comes back more often belongs to a form
)
_FIGURE = re.compile(r"\d+")
SHORTEST = 12  # characters: shorter names («Kurs») may well be different tiltak


def merge_goals(goals: list[GoalDraft]) -> tuple[list[GoalDraft], dict[int, GoalDraft]]:
    """Return the goals once each, and for the id() of each that went the one that stands for it."""
    kept: list[GoalDraft] = []
    wordings: list[str] = []  # of those kept, folded
    moved: dict[int, GoalDraft] = {}
    for goal in goals:
        twin = _same_goal(goal, kept, wordings) or _numbered_twin(kept, goal)
        if twin is None and _says_something(goal):
            kept.append(goal)
            wordings.append(_fold(goal.text.value))
        elif twin is not None:
            if _says_something(goal):
                twin.also.append(goal.text)
                twin.number = twin.number or goal.number
            moved[id(goal)] = twin
    for goal in kept:
        if goal.parent is not None:
            goal.parent = moved.get(id(goal.parent), goal.parent)
    return kept, moved


def _says_something(goal: GoalDraft) -> bool:
    """Whether a goal has a wording: «2» and «B» in a column only point to a goal."""
    wording = goal.text.value.rstrip(".")
    return wording != goal.number and bool(re.search(r"[^\W\d_]", wording))


def _same_goal(goal: GoalDraft, kept: list[GoalDraft], wordings: list[str]) -> GoalDraft | None:
    """Return the first goal kept that says the same; goals of the state and of the kommune are never one."""
    alike = extract_iter(_fold(goal.text.value), wordings, scorer=fuzz.ratio, score_cutoff=SAME_GOAL)
    return next((kept[at] for *_, at in alike if _may_be_one(kept[at], goal)), None)


def _may_be_one(first: GoalDraft, second: GoalDraft) -> bool:
    """«20 prosent innen 2025» and «40 prosent innen 2030» are two goals, however alike the rest."""
    if _FIGURE.findall(first.text.value) != _FIGURE.findall(second.text.value):
        return False
    return first.kind == second.kind or "national_goal" not in {first.kind, second.kind}


def _numbered_twin(kept: list[GoalDraft], goal: GoalDraft) -> GoalDraft | None:
    """A short form in a table column stands for the goal of the same number («1.2 Rusfrie møteplasser»).

    A number alone («2») may count goals that carry no number themselves: the second of its kind.
    """
    if goal.rule != "goal-column" or not goal.number:
        return None
    alone = goal.text.value.rstrip(".") == goal.number
    if "." not in goal.number and not alone:
        return None
    others = [other for other in kept if other.rule != goal.rule]
    same = [
        other for other in others if other.number == goal.number and (not alone or other.kind == goal.kind)
    ]
    if same:
        return same[0]
    counted = [other for other in others if other.kind == goal.kind and not other.number]
    place = int(goal.number) - 1 if goal.number.isdigit() else -1
    return counted[place] if alone and 0 <= place < len(counted) else None


def merge_tiltak(tiltak: list[TiltakDraft]) -> list[TiltakDraft]:
    """Return the tiltak once each, fields filled from all places."""
    kept = _Kept()
    priced = _priced_again(tiltak)
    for draft in tiltak:
        twin = priced.get(id(draft))
        if twin is None or not kept.holds(twin):
            twin = kept.twin_of(draft)
        if twin is None:
            kept.add(draft)
        else:
            _fill(twin, draft)
    return kept.drafts


class _Kept:
    """The tiltak that are kept, found again by what two tiltak must share to be one.

    That is the names and figures in them, so only tiltak that agree in these are compared; a heading is one with its
    card when both have the very same wording.
    """

    def __init__(self) -> None:
        self.drafts: list[TiltakDraft] = []
        self._ids: set[int] = set()
        self._by_names: dict[frozenset[str], tuple[list[int], list[str]]] = {}  # places, folded wordings
        self._heads: dict[str, list[int]] = {}  # wording of headings and cards → places

    def holds(self, draft: TiltakDraft) -> bool:
        """Whether this very draft is kept."""
        return id(draft) in self._ids

    def add(self, draft: TiltakDraft) -> None:
        """Keep a draft that stands for itself."""
        wording = _fold(draft.text.value)
        places, wordings = self._by_names.setdefault(_names(draft.text.value), ([], []))
        places.append(len(self.drafts))
        wordings.append(wording)
        if draft.rule in HEADING_AND_CARD:
            self._heads.setdefault(wording, []).append(len(self.drafts))
        self._ids.add(id(draft))
        self.drafts.append(draft)

    def twin_of(self, draft: TiltakDraft) -> TiltakDraft | None:
        """Return the first draft kept that says the same."""
        wording = _fold(draft.text.value)
        places, wordings = self._by_names.get(_names(draft.text.value), ([], []))
        if len(wording) < SHORTEST:
            places, wordings = [], []
        alike = extract_iter(wording, wordings, scorer=fuzz.ratio, score_cutoff=SAME_TILTAK_AND_GOAL)
        heads = self._heads.get(wording, ()) if draft.rule in HEADING_AND_CARD else ()
        candidates = islice(heapq.merge((places[at] for *_, at in alike), heads), MOST_ALIKE)
        return next((self.drafts[at] for at in candidates if _same_tiltak(self.drafts[at], draft)), None)


def _priced_again(tiltak: list[TiltakDraft]) -> dict[int, TiltakDraft]:
    """Return, by id() of the rows of budget tables, the tiltak that they put a price on under a shorter name.

    A budget table tells nothing but costs, and at least half of its names are words of one tiltak before it each.
    """
    found: dict[int, TiltakDraft] = {}
    sections: dict[int, list[int]] = {}
    for place, draft in enumerate(tiltak):
        sections.setdefault(id(draft.section), []).append(place)
    budgets = [
        places for places in sections.values() if all(_has_cost_only(tiltak[place]) for place in places)
    ]
    names = _Names(tiltak if budgets else [])
    for places in budgets:
        twins = {id(tiltak[place]): names.fuller(place, before=places[0]) for place in places}
        known = {name: twin for name, twin in twins.items() if twin is not None}
        distinct = len({id(twin) for twin in known.values()}) == len(known)
        if distinct and len(known) * 2 >= len(places):
            found |= known
    return found


class _Names:
    """The words of every tiltak, and where each word stands."""

    def __init__(self, tiltak: list[TiltakDraft]) -> None:
        self._tiltak = tiltak
        self._words = [frozenset(_fold(draft.text.value).split()) for draft in tiltak]
        self._places: dict[str, list[int]] = {}
        for place, words in enumerate(self._words):
            for word in words:
                self._places.setdefault(word, []).append(place)

    def fuller(self, row: int, *, before: int) -> TiltakDraft | None:
        """Return the only tiltak of the first `before` whose name holds all words of the row's."""
        name = self._words[row]
        rarest = min((self._places[word] for word in name), key=len, default=range(before))
        holding = (
            place for place in takewhile(lambda place: place < before, rarest) if name <= self._words[place]
        )
        first, second = next(holding, None), next(holding, None)
        return self._tiltak[first] if first is not None and second is None else None


def _has_cost_only(draft: TiltakDraft) -> bool:
    told = draft.responsible or draft.schedule or draft.target or draft.description or draft.goals
    return draft.rule == "table-row" and draft.cost is not None and not told


def _same_tiltak(first: TiltakDraft, second: TiltakDraft) -> bool:
    if first.section is second.section and first.origin == second.origin:
        return False
    one, two = _fold(first.text.value), _fold(second.text.value)
    if first.section is second.section and {first.rule, second.rule} == HEADING_AND_CARD:
        return one == two  # the heading of a card names its tiltak
    if min(len(one), len(two)) < SHORTEST:
        return False
    shared = any(goal in second.goals for goal in first.goals)
    needed = SAME_TILTAK_AND_GOAL if shared else SAME_TILTAK
    return fuzz.ratio(one, two, score_cutoff=needed) >= needed and not _conflict(first, second)


def _conflict(first: TiltakDraft, second: TiltakDraft) -> bool:
    """Two tiltak of the same name are two when number, party, time or a name in them differs.

    A party of one and a time of the other would make a promise that stands nowhere.
    """
    numbers = first.number and second.number and first.number != second.number
    if numbers and first.origin == second.origin:
        return True
    told = [(first.responsible, second.responsible), (first.schedule, second.schedule)]
    if any(one and two and not _agree(one, two) for one, two in told):
        return True
    return _names(first.text.value) != _names(second.text.value)


def _agree(one: str, two: str) -> bool:
    """Whether two cells may say the same: «Rektor» and «Rektor, FAU» do, «Rektor» and «Styrar» do not."""
    first, second = set(_fold(one).split()), set(_fold(two).split())
    return first <= second or second <= first or fuzz.ratio(_fold(one), _fold(two)) >= SAME_TILTAK


def _names(text: str) -> frozenset[str]:
    """Return what tells places and groups apart: figures, and capitalised words within the sentence."""
    return frozenset(
        word.strip(".,;:()«»") for word in text.split()[1:] if word[:1].isupper() or word[:1].isdigit()
    )


def _fill(kept: TiltakDraft, again: TiltakDraft) -> None:
    kept.also.append(again.text)
    if kept.schedule is None:
        kept.schedule, kept.is_deadline = again.schedule, again.is_deadline
    if kept.responsible is None:
        kept.responsible, kept.mixed = again.responsible, again.mixed
    if kept.cost is None:
        kept.cost, kept.cost_header = again.cost, again.cost_header
    kept.target = kept.target or again.target
    kept.description = kept.description or again.description
    kept.status_raw = kept.status_raw or again.status_raw
    kept.goals += [goal for goal in again.goals if goal not in kept.goals]
    for title, value in again.columns.items():
        kept.columns.setdefault(title, value)


@lru_cache(maxsize=20_000)  # every tiltak is compared with all before it
def _fold(value: str) -> str:
    return re.sub(r"[\W_]+", " ", value.casefold()).strip()
