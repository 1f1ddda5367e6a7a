"""One document: what there is beside what was found, counted field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from extractor.evaluate.fields import Compared, compare_field
from extractor.evaluate.from_plan import section_wordings
from extractor.evaluate.metadata import compare_metadata
from extractor.evaluate.pairing import Found, Pair, pair_up
from extractor.evaluate.tally import Tally
from extractor.evaluate.truth import Link, TrueItem, TrueList, Truth
from extractor.evaluate.wording import fold, likeness
from schemas import Goal, Plan, Section, Tiltak
from schemas.evaluation import Fault

FIELDS = (
    "sections", "section_levels", "goals", "goal_kinds", "tiltak", "tiltak_complete", "responsible", "schedule",
    "target", "description", "cost", "status", "goal_links", "metadata", "metadata.kind", "metadata.language",
    "metadata.plan_type", "metadata.title", "metadata.period", "metadata.kommuner", "metadata.decisions",
    "metadata.next_revision", "metadata.legal_basis", "metadata.case",
)  # fmt: skip
"""In the order in which they are told."""


@dataclass(slots=True)
class Judged:
    """What was right, given and there of each field of a document, and what was not right."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def count(self, name: str, tally: Tally) -> None:
        """Count in one item or field."""
        self.tallies.setdefault(name, Tally()).add(tally)


def judge(truth: Truth, plan: Plan, *, least: float) -> Judged:
    """Compare a plan with the truth about its document.

    Args:
        truth: what there is.
        plan: what was found.
        least: how alike wordings must be to count as one, in per cent; see `wording`.
    """
    judged = Judged()
    if truth.sections is not None:
        _sections(truth.sections, plan.sections, judged, least)
    served = _goals(truth.goals, plan.goals, judged, least) if truth.goals is not None else {}
    if truth.tiltak is not None:
        goals = {goal.id: goal.text for goal in plan.goals}
        _tiltak(truth.tiltak, plan.tiltak, goals, served, judged, least)
    for name, compared in compare_metadata(truth, plan, least):
        for each in ("metadata", f"metadata.{name}"):
            judged.count(each, compared.tally)
        _tell_wrong(judged, f"metadata.{name}", plan.title or "", compared, ())
    return judged


def _sections(there: TrueList, sections: Sequence[Section], judged: Judged, least: float) -> None:
    found = [Found(section_wordings(section), section.source) for section in sections]
    for i, j in _pairs("sections", there, found, judged, least):
        if "section_levels" in there.items[i].judged:
            _compare_word("section_levels", there.items[i], sections[j].level, found[j], judged)


def _goals(
    there: TrueList, goals: Sequence[Goal], judged: Judged, least: float
) -> Mapping[str, Sequence[str]]:
    """Count goals; return all wordings of each goal that there is by each of them.

    Goals of the state that a plan quotes are none of its own: one that the truth does not have is not called invented.
    """
    found = [Found([goal.text], goal.source) for goal in goals]
    quoted = {at for at, goal in enumerate(goals) if goal.kind == "national_goal"}
    for i, j in _pairs("goals", there, found, judged, least, spared=quoted):
        if "goal_kinds" in there.items[i].judged:
            _compare_word("goal_kinds", there.items[i], goals[j].kind, found[j], judged)
    return {fold(text): item.wordings for item in there.items for text in item.wordings}


def _compare_word(name: str, item: TrueItem, given: object, found: Found, judged: Judged) -> None:
    right = item.judged[name] == given
    compared = Compared(Tally(int(right), 1, 1), str(item.judged[name]), str(given))
    judged.count(name, compared.tally)
    _tell_wrong(judged, name, item.text, compared, found.source)


def _tiltak(
    there: TrueList,
    tiltak: Sequence[Tiltak],
    goals: Mapping[str, str],
    served: Mapping[str, Sequence[str]],
    judged: Judged,
    least: float,
) -> None:
    found = [Found([one.text], one.source) for one in tiltak]
    whole = Tally()
    for i, j in _pairs("tiltak", there, found, judged, least):
        item, one, all_right = there.items[i], tiltak[j], True
        for name, wanted in item.judged.items():
            if isinstance(wanted, Link):
                linked = [goals[goal_id] for goal_id in one.goal_ids if goal_id in goals]
                compared = _compare_links(wanted, linked, served, least)
            else:
                compared = compare_field(name, wanted, one, least)
            judged.count(name, compared.tally)
            all_right &= compared.tally.is_right
            _tell_wrong(judged, name, item.text, compared, one.source)
        whole.right += int(all_right)
    counted = judged.tallies["tiltak"]
    judged.count("tiltak_complete", Tally(whole.right, counted.given, counted.there))


def _compare_links(
    wanted: Link, linked: Sequence[str], served: Mapping[str, Sequence[str]], least: float
) -> Compared:
    """Compare the goals that a tiltak serves; a goal may be called by any of its wordings."""
    right = 0
    for name in wanted.goals:
        wordings = [name, *served.get(fold(name), ())]
        right += any(likeness(text, goal) >= least for text in wordings for goal in linked)
    told = "; ".join(wanted.goals) or None, "; ".join(linked) or None
    if wanted.any_will_do:
        return Compared(Tally(min(right, 1), min(len(linked), 1), 1), *told)
    return Compared(Tally(min(right, len(linked)), len(linked), len(wanted.goals)), *told)


def _pairs(
    name: str,
    there: TrueList,
    found: Sequence[Found],
    judged: Judged,
    least: float,
    spared: Iterable[int] = (),
) -> list[Pair]:
    """Count items, tell which were missed and invented, and return the pairs whose fields are judged.

    Args:
        name: of the field.
        there: what there is.
        found: what was found.
        judged: where it is counted.
        least: how alike they must be.
        spared: indices in `found` of what is not called invented.
    """
    pairs = pair_up(there.items, found, least)
    required = [(i, j) for i, j in pairs if there.items[i].counts == "required"]
    rejected = [j for i, j in pairs if there.items[i].counts == "rejected"]
    known = {j for _, j in pairs} | set(spared)
    invented = rejected + ([j for j in range(len(found)) if j not in known] if there.whole else [])
    wanted = [i for i, item in enumerate(there.items) if item.counts == "required"]
    judged.count(name, Tally(len(required), len(required) + len(invented), len(wanted)))
    met = dict(required)
    for i in wanted:
        if i not in met:
            item = there.items[i]
            judged.faults.append(Fault(field=name, kind="missed", text=item.text, source=list(item.source)))
    for j in invented:
        text, source = found[j].wordings[0], list(found[j].source)
        judged.faults.append(Fault(field=name, kind="invented", text=text, source=source))
    return required


def _tell_wrong(judged: Judged, name: str, text: str, compared: Compared, source: Sequence[object]) -> None:
    if not compared.tally.is_right:
        judged.faults.append(
            Fault(
                field=name,
                kind="wrong",
                text=text,
                wanted=compared.wanted,
                given=compared.given,
                source=list(source),
            )
        )
