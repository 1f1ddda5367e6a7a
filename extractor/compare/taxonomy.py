"""Themes that all plans of a comparison share.

Where every plan is about substances these are the fine ones, else the coarse ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from extractor.lexicon import load_toml
from schemas import Goal, Plan, Theme, Tiltak
from schemas.check import Names

_FILE = "themes.toml"
_LABELS = "party_grammar.toml"


def shared_taxonomy(plans: Iterable[Plan]) -> str:
    """Return `rus` where the themes of all plans are of that taxonomy, else `all`."""
    found = {theme.id[:2] for plan in plans for item in goals_and_tiltak(plan) for theme in item.themes}
    return "rus" if found == {"RU"} else "all"


def goals_and_tiltak(plan: Plan) -> list[Goal | Tiltak]:
    """Return what a plan promises: what has themes and a confidence."""
    return [*plan.goals, *plan.tiltak]


def themes_in(taxonomy: str, themes: Sequence[Theme]) -> list[str]:
    """Return the ids of an item's themes in a taxonomy, the strongest first; a fine theme has a coarse one above it."""
    ids = (theme.id for theme in sorted(themes, key=lambda theme: -theme.weight))
    return list(dict.fromkeys(_broader().get(id_, id_) if taxonomy == "all" else id_ for id_ in ids))


def theme_names(taxonomy: str) -> dict[str, Names]:
    """Return the names of a taxonomy's themes in their order."""
    return {theme["id"]: Names(**theme["name"]) for theme in load_toml(_FILE)[taxonomy]}


def category_names() -> dict[str, Names]:
    """Return the names of the categories of responsible parties in their order."""
    return {id_: Names(**names) for id_, names in load_toml(_LABELS)["categories"].items()}


@cache
def _broader() -> dict[str, str]:
    return {theme["id"]: theme["broader"] for theme in load_toml(_FILE)["rus"]}
