"""The views of a comparison: by theme, side by side, by who is responsible, by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractor.compare.align import Item, align
from extractor.compare.taxonomy import category_names, theme_names
from schemas.comparison import (
    Alignment,
    CategoryRow,
    ComparedGoal,
    ComparedPlan,
    ComparedTiltak,
    Missing,
    ThemeRow,
    Timeline,
    Year,
)

ByPlan = dict[str, list[str]]
_TELLING = 3  # goals and tiltak in the same words: two plans of one kommune do not agree in so much by chance
_FROM_PLANS = 3  # with fewer, «all but one» says the same as «only here»


def theme_rows(
    taxonomy: str, tiltak: Sequence[ComparedTiltak], goals: Sequence[ComparedGoal]
) -> list[ThemeRow]:
    """Return a row for each theme that a plan has something under or aside, in the order of the taxonomy."""
    rows = [
        ThemeRow(
            id=theme,
            name=name,
            tiltak=_by_plan(item for item in tiltak if item.themes[:1] == [theme]),
            goals=_by_plan(item for item in goals if item.themes[:1] == [theme]),
            aside=_by_plan(item for item in tiltak if theme in item.themes[1:]),
        )
        for theme, name in theme_names(taxonomy).items()
    ]
    items: Iterable[ComparedTiltak | ComparedGoal] = (*tiltak, *goals)
    named = {theme for item in items for theme in item.themes}
    return [row for row in rows if row.id in named]


def without_theme(tiltak: Iterable[ComparedTiltak]) -> ByPlan:
    """Return the tiltak that no theme was found for."""
    return _by_plan(item for item in tiltak if not item.themes)


def category_rows(tiltak: Sequence[ComparedTiltak]) -> list[CategoryRow]:
    """Return a row for each category of parties that has something to do; a tiltak of several stands in each."""
    rows = [
        CategoryRow(
            id=category,
            name=name,
            tiltak=_by_plan(
                item for item in tiltak if any(party.category == category for party in item.responsible)
            ),
        )
        for category, name in category_names().items()
    ]
    return [row for row in rows if row.tiltak]


def timeline(tiltak: Iterable[ComparedTiltak]) -> Timeline:
    """Return when things are due."""
    years: dict[int, list[str]] = defaultdict(list)
    others = Timeline()
    for item in tiltak:
        kind = item.time.kind if item.time else None
        if item.time and item.time.due:
            years[item.time.due].append(item.id)
        elif kind == "recurring":
            others.recurring.append(item.id)
        elif kind == "continuous":
            others.continuous.append(item.id)
        else:
            others.without_date.append(item.id)
    others.years = [Year(year=year, tiltak=years[year]) for year in sorted(years)]
    return others


def alignments(items: Sequence[ComparedTiltak] | Sequence[ComparedGoal], prefix: str) -> list[Alignment]:
    """Return the items that several plans have, the most widespread first; what is not sure stands last."""
    rows = align(
        [Item(item.id, item.plan, item.text, item.themes[0] if item.themes else None) for item in items]
    )
    plans = [list(dict.fromkeys(item.plan for item in row.items)) for row in rows]
    order = sorted(range(len(rows)), key=lambda at: (not rows[at].sure, -len(plans[at]), at))
    return [
        Alignment(
            id=f"{prefix}{number}",
            items=[item.id for item in rows[at].items],
            plans=plans[at],
            similarity=rows[at].similarity,
            sure=rows[at].sure,
        )
        for number, at in enumerate(order, start=1)
    ]


def only_here(tiltak: Iterable[ComparedTiltak], aligned: Iterable[Alignment]) -> ByPlan:
    """Return the tiltak that no other plan has."""
    shared = {item for row in aligned for item in row.items}
    return _by_plan(item for item in tiltak if item.id not in shared)


def all_but_one(plans: Sequence[ComparedPlan], aligned: Iterable[Alignment]) -> list[Missing]:
    """Return what all plans that promise anything have, but for one."""
    promising = [plan.id for plan in plans if plan.counts.tiltak]
    if len(promising) < _FROM_PLANS:
        return []
    return [
        Missing(alignment=row.id, plan=plan)
        for row in aligned
        if len(row.plans) == len(promising) - 1
        for plan in promising
        if plan not in row.plans
    ]


def same_document(
    plans: Iterable[ComparedPlan], items: Iterable[ComparedTiltak | ComparedGoal]
) -> list[list[str]]:
    """Return the plans that are there more than once: one content, or one owner and the same words in other files."""
    texts: dict[str, list[str]] = defaultdict(list)
    for item in items:
        texts[item.plan].append(item.text)
    alike: dict[object, list[str]] = defaultdict(list)
    for plan in plans:
        said, owners = tuple(texts[plan.id]), tuple(owner.name for owner in plan.kommuner)
        content = (owners, plan.start_year, said) if len(said) >= _TELLING and owners else plan.sha256
        alike[content].append(plan.id)
    return [same for same in alike.values() if len(same) > 1]


def _by_plan(items: Iterable[ComparedTiltak | ComparedGoal]) -> ByPlan:
    found: ByPlan = defaultdict(list)
    for item in items:
        found[item.plan].append(item.id)
    return dict(found)
