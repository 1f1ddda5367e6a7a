"""Tables of what plans promise: goals, tiltak, who is responsible, what they are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from extractor.compare.items import due_year
from extractor.compare.taxonomy import theme_names, themes_in
from extractor.export.document import Document
from extractor.export.model import (
    Cell,
    Column,
    Found,
    Table,
    in_document,
    joined,
    listed,
    position,
    primary,
    reference,
)
from extractor.export.tables.plans import first_page
from schemas import Goal, Responsible, Theme, Tiltak


def found_goals(document: Document) -> Iterator[Found[Goal]]:
    """Yield the goals of a plan."""
    for at, goal in enumerate(document.plan.goals, start=1):
        yield Found(document, goal, document.key(goal.id), at)


def found_tiltak(document: Document) -> Iterator[Found[Tiltak]]:
    """Yield the tiltak of a plan."""
    for at, tiltak in enumerate(document.plan.tiltak, start=1):
        yield Found(document, tiltak, document.key(tiltak.id), at)


def of_tiltak(about: str = "The tiltak.", *, is_primary: bool = False) -> Column[Any]:
    """Return the column `tiltak_id` of rows that belong to one."""
    return reference("tiltak_id", "tiltak", lambda row: row.of, about, is_primary=is_primary)


def _responsible(document: Document) -> Iterator[Found[Responsible]]:
    for tiltak in found_tiltak(document):
        for at, party in enumerate(tiltak.what.responsible, start=1):
            yield Found(document, party, f"{tiltak.key}.r{at}", at, tiltak.key)


def _goals_of_tiltak(document: Document) -> Iterator[Found[str]]:
    for tiltak in found_tiltak(document):
        keys = [document.reference(goal_id) for goal_id in dict.fromkeys(tiltak.what.goal_ids)]
        for at, key in enumerate(filter(None, keys), start=1):
            yield Found(document, key, key, at, tiltak.key)


def _themes(
    found: Callable[[Document], Iterator[Found[Goal]]] | Callable[[Document], Iterator[Found[Tiltak]]],
) -> Callable[[Document], Iterator[Found[Theme]]]:
    """Return what finds the themes of goals or tiltak, the strongest first."""

    def themes(document: Document) -> Iterator[Found[Theme]]:
        for item in found(document):
            for at, theme in enumerate(sorted(item.what.themes, key=lambda theme: -theme.weight), start=1):
                yield Found(document, theme, f"{item.key}.h{at}", at, item.key)

    return themes


def _main_theme(row: Found[Goal] | Found[Tiltak]) -> str | None:
    return next(iter(themes_in("all", row.what.themes)), None)


def _broad_theme(row: Found[Theme]) -> str:
    return themes_in("all", [row.what])[0]


@cache
def _broad_names() -> dict[str, str]:
    return {id_: names.nb for id_, names in theme_names("all").items()}


def _time(field: str) -> Callable[[Found[Tiltak]], Cell]:
    return lambda row: getattr(row.what.schedule, field) if row.what.schedule else None


def _theme_columns() -> tuple[Column[Theme], ...]:
    return (
        position("Place by weight, from 1: the main theme.", is_primary=True),
        Column("theme_id", "The theme; themes of plans about substances (RU…) are finer than the others (TH…).",
               lambda row: row.what.id, width=9, indexed=True),
        Column("name", "Name of the theme.", lambda row: row.what.name, width=36),
        Column("broad_theme_id", "The theme in the taxonomy that all plans share (TH…).",
               _broad_theme, width=9, indexed=True),
        Column("broad_theme", "Name of that, in bokmål.", lambda row: _broad_names().get(_broad_theme(row)), width=36),
        Column("weight", "How strong the theme is, from 0 to 1.", lambda row: row.what.weight, "number", 9),
        Column("cues", "The words that decided.", lambda row: joined(row.what.cues), width=30),
        Column("kostra", "Functions of the municipal accounts.", lambda row: joined(row.what.kostra)),
        Column("sdg", "UN goals and targets.", lambda row: joined(row.what.sdg)),
    )  # fmt: skip


def _wording(noun: str) -> tuple[Column[Any], ...]:
    """Return whose it is, its number and its words; `noun` is «goal» or «tiltak»."""
    return (
        Column("kommuner", "Names of the plan's owners.", lambda row: row.document.kommuner, width=20),
        Column("number", f"Number of the {noun}.", lambda row: row.what.number, width=9),
        Column("text", f"The {noun}.", lambda row: row.what.text, width=60),
    )


def _main_theme_column() -> Column[Any]:
    about = "The strongest theme, in the taxonomy that all plans share (TH…)."
    return Column("main_theme", about, _main_theme, width=9, indexed=True)


def _standing() -> tuple[Column[Any], ...]:
    """Return the section and the page that a goal or tiltak stands in."""
    return (
        reference("section_id", "sections", lambda row: row.document.reference(row.what.section_id),
                  "The section that it stands in."),
        Column("page", "The page that it begins on.", lambda row: first_page(row.what.source), "integer", 7),
    )  # fmt: skip


def _trusted() -> tuple[Column[Any], ...]:
    """Return how a goal or tiltak was found, how sure that is, and what a reader said of it."""
    return (
        Column("rule", "The rule that found it.", lambda row: row.what.rule, width=20),
        Column("confidence", "The share of items like it that are right, from 0 to 1.",
               lambda row: row.what.confidence, "number", 9),
        Column("reviewed", "right, changed or added, where a reader went through the document.",
               lambda row: row.what.reviewed, width=9, words="verdicts"),
    )  # fmt: skip


GOALS: Table[Goal] = Table(
    "goals",
    "A goal of a plan.",
    (
        *listed(),
        *_wording("goal"),
        Column("kind", "vision, main_goal, sub_goal, local_goal, national_goal, focus_area, strategy or goal.",
               lambda row: row.what.kind, indexed=True, words="goal_kinds"),
        _main_theme_column(),
        reference("parent_id", "goals", lambda row: row.document.reference(row.what.parent_id),
                  "The goal that it is a part of."),
        *_standing(),
        *_trusted(),
    ),
    found_goals,
    searched=("text",),
)  # fmt: skip

TILTAK: Table[Tiltak] = Table(
    "tiltak",
    "A measure that a plan promises.",
    (
        *listed(),
        *_wording("tiltak"),
        Column("responsible", "Who is responsible, as written; the table `responsible` has them one by one.",
               lambda row: joined(party.raw for party in row.what.responsible), width=34),
        Column("schedule", "When, as written; the table `schedules` has what it means.", _time("raw"), width=20),
        Column("due_year", "The last year that it may be done in, where the plan tells one.",
               lambda row: due_year(row.what.schedule), "integer", 9, indexed=True),
        Column("status", "proposed, planned, ongoing, implemented, established or discontinued, where said.",
               lambda row: row.what.status, indexed=True, words="statuses"),
        Column("cost", "What it costs, as written; the table `costs` has what it means.",
               lambda row: row.what.cost.raw if row.what.cost else None, width=18),
        _main_theme_column(),
        Column("description", "The explaining text under a short name.", lambda row: row.what.description, width=50),
        Column("target", "What is to be reached by it.", lambda row: row.what.target, width=40),
        *_standing(),
        Column("origin", "table, list or paragraph.", lambda row: row.what.origin, width=11),
        *_trusted(),
    ),
    found_tiltak,
    searched=("text", "description", "target"),
)  # fmt: skip

TILTAK_GOALS: Table[str] = Table(
    "tiltak_goals",
    "Which goals a tiltak serves.",
    (
        of_tiltak(is_primary=True),
        reference("goal_id", "goals", lambda row: row.key, "A goal that it serves.", is_primary=True),
        position("Place among the goals of the tiltak, from 1."),
    ),
    _goals_of_tiltak,
)

RESPONSIBLE: Table[Responsible] = Table(
    "responsible",
    "One who is to see to a tiltak; a tiltak of several has a row for each.",
    (
        primary(lambda row: row.key, "Key of the row."),
        of_tiltak(),
        in_document(),
        position("Place among those who are responsible, from 1."),
        Column("raw", "The wording.", lambda row: row.what.raw, width=34),
        Column("name", "Name in the register; empty when the register does not know it.",
               lambda row: row.what.name, width=28, indexed=True),
        Column("party_id", "Id in the register.", lambda row: row.what.id, width=24),
        Column("category", "The field that it belongs to: culture, school_childhood …",
               lambda row: row.what.category, width=20, indexed=True),
        Column("sector", "The unit or field that it is, leads or works in.", lambda row: row.what.sector, width=24),
        Column("rule", "How the register knew it.", lambda row: row.what.rule),
    ),
    _responsible,
)  # fmt: skip

GOAL_THEMES: Table[Theme] = Table(
    "goal_themes",
    "What a goal is about; a goal may have several themes.",
    (reference("goal_id", "goals", lambda row: row.of, "The goal.", is_primary=True), *_theme_columns()),
    _themes(found_goals),
)

TILTAK_THEMES: Table[Theme] = Table(
    "tiltak_themes",
    "What a tiltak is about; a tiltak may have several themes.",
    (of_tiltak(is_primary=True), *_theme_columns()),
    _themes(found_tiltak),
)
