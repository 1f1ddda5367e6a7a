"""What a measure or goal is about, in a fixed taxonomy, so that plans can be compared.

1. Two taxonomies: a fine one for plans about substances and mental health, a coarse one for all others.
2. Cue words are looked for in the text itself, in the goal it serves, and in the heading above. A type of plan that
   is about one theme («trafikksikkerhetsplan») speaks for it as a heading with one cue does.
3. Each place gives a theme the strength of its best cue and half that of its second best (more words do not make
   it truer), three times over for the text, twice for the goal, once for the heading.
4. A theme needs at least the strength of one cue in a heading. The three with most points are kept, and of these
   only those with three tenths or more of the first one's points.
5. Weights are the shares of all points. Among equals the category of the responsible party decides, then the id.

Where nothing speaks there is no theme: an item that is not sorted is found again, one that is sorted wrongly is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from extractor.lexicon import load_toml, words
from extractor.normalise.cues import Cues, Hit, Meaning
from schemas import Theme

_FILE = "themes.toml"
_STRENGTHS = {"sure": 2.0, "cues": 1.0, "weak": 0.5}
_TEXT, _GOAL, _HEADING = 3.0, 2.0, 1.0
_LEAST_POINTS = 1.0  # one plain cue in a heading, or a weak one in a goal
_LEAST_SHARE = 0.3  # of the first theme's points: less is a passing mention
_MOST_THEMES = 3


def themes_for(
    text: str,
    *,
    goal: str = "",
    heading: str = "",
    plan_type: str | None = None,
    categories: Sequence[str] = (),
) -> list[Theme]:
    """Return up to three themes of a measure or goal, the strongest first.

    Args:
        text: the measure or goal.
        goal: the goal that a measure serves.
        heading: the heading that it stands under.
        plan_type: decides the taxonomy; None is the coarse one. Some types are about one theme.
        categories: of the responsible parties; they decide between themes that are equally likely.

    Returns:
        Themes by falling weight. `weight` is the share of the points, with two decimals; `cues` are the words that
        decided, as written: those of the text, then of the goal, then of the heading, each in reading order; none where
        only the type of the plan spoke. `kostra` are the accounting functions, `sdg` the UN goals of a theme.
    """
    data = load_toml(_FILE)
    taxonomy = "rus" if plan_type in data["rus_plan_types"] else "all"
    places = [(weight, _spoken(taxonomy, part)) for weight, part in _weighed(text, goal, heading) if part]
    points: dict[str, float] = defaultdict(float)
    for weight, spoken in places:
        for theme, strength in spoken.strengths.items():
            points[theme] += weight * strength
    if plan_type in data["plan_types"]:
        points[data["plan_types"][plan_type]] += _HEADING
    whole = sum(points.values())
    shares = {theme: round(sum_ / whole, 2) for theme, sum_ in points.items() if sum_ >= _LEAST_POINTS}
    spoken_in = [spoken for _, spoken in places]
    return [
        _entry(taxonomy, theme, shares[theme], _cues(theme, spoken_in))
        for theme in _kept(shares, _spoken_for(categories))
    ]


class _Spoken(NamedTuple):
    """What one place says of each theme."""

    strengths: dict[str, float]
    cues: dict[str, list[str]]  # as written, in reading order


def _weighed(text: str, goal: str, heading: str) -> list[tuple[float, str]]:
    return [(_TEXT, text), (_GOAL, goal), (_HEADING, heading)]


def _strengths(hits: Iterable[Hit]) -> dict[str, float]:
    """Return how strongly one place speaks for each theme: its best cue and half of the second best."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for hit in hits:
        for meaning in hit.meanings:
            found[meaning.theme][hit.pattern] = meaning.strength
    return {theme: _best_two(strengths.values()) for theme, strengths in found.items()}


def _best_two(strengths: Iterable[float]) -> float:
    best, second, *_ = [*sorted(strengths, reverse=True), 0.0]
    return best + second / 2


def _kept(shares: dict[str, float], preferred: set[str]) -> list[str]:
    """Return the themes to show, by falling share; of equals the preferred ones, then the lower id first."""
    ranked = sorted(shares, key=lambda theme: (-shares[theme], theme not in preferred, theme))[:_MOST_THEMES]
    return [theme for theme in ranked if shares[theme] >= shares[ranked[0]] * _LEAST_SHARE]


def _cues(theme: str, places: Iterable[_Spoken]) -> list[str]:
    """Return the words that spoke for a theme, each once: as written where it is met first, however it is written."""
    found: dict[str, str] = {}
    for place in places:
        for cue in place.cues.get(theme, ()):
            found.setdefault(cue.casefold(), cue)
    return list(found.values())


def _spoken_for(categories: Iterable[str]) -> set[str]:
    """Return the themes that parties of these categories speak for."""
    table: dict[str, list[str]] = load_toml(_FILE)["categories"]
    return {theme for category in categories for theme in table.get(category, ())}


@lru_cache(maxsize=4096)  # goals and headings return with each of their measures
def _spoken(taxonomy: str, text: str) -> _Spoken:
    hits = _lexicon(taxonomy).find(text)
    cues: dict[str, list[str]] = defaultdict(list)
    for hit in hits:
        for meaning in hit.meanings:
            cues[meaning.theme].append(hit.words)
    return _Spoken(_strengths(hits), dict(cues))


def _entry(taxonomy: str, theme: str, weight: float, cues: list[str]) -> Theme:
    row = _rows(taxonomy)[theme]
    return Theme(
        id=theme,
        name=row["name"]["nb"],
        weight=weight,
        cues=cues,
        kostra=row.get("kostra", []),
        sdg=row["sdg"],
    )


@cache
def _rows(taxonomy: str) -> dict[str, dict[str, Any]]:
    return {theme["id"]: theme for theme in load_toml(_FILE)[taxonomy]}


@cache
def _lexicon(taxonomy: str) -> Cues:
    data = load_toml(_FILE)
    meanings = (found for theme in data[taxonomy] for found in _patterns(theme))
    return Cues(meanings, words(data, "ignore", file=_FILE))


def _patterns(theme: dict[str, Any]) -> Iterator[tuple[str, Meaning]]:
    """Yield each pattern of a theme with what it means."""
    for name, strength in _STRENGTHS.items():
        if name in theme:
            for pattern in words(theme, name, file=_FILE):
                yield pattern, Meaning(theme["id"], strength)
