"""The levels of the headings.

Levels follow the numbers («4.1» is level 2). A heading without number takes the level of numbered headings in the
same type, else stands one below the numbered chapter that it is in; where nothing is numbered, type decides, and in
text without type the wording: capitals before small letters, a theme before «Mål» and «Tiltak».
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from extractor.lexicon import load_toml, words
from extractor.structure.columns import column_roles
from extractor.structure.heading_numbers import is_roman
from extractor.structure.headings import Heading
from extractor.structure.outline import Paragraph
from extractor.structure.style import Style
from extractor.structure.title_forms import known_titles

LEAST_ROMANS = 2  # headings with roman numbers: those number the chapters
LEAST_PARTS = 2  # a part of every theme comes back; «Mål» once is a chapter
LABEL_LEVELS = {"part": 1, "appendix": 1}
Look = tuple[float, bool]  # size and weight of a heading


def heading_levels(headings: list[Heading], style: Style) -> dict[int, int]:
    """Return the level of each heading by its index."""
    has_parts = _has_parts(headings) or _has_larger_parts(headings)
    by_type = _type_levels(headings, above=int(_has_larger_parts(headings)))
    has_romans = sum(is_roman(heading.numbering) for heading in headings) >= LEAST_ROMANS
    capitals = any(heading.paragraph.whole.value.isupper() for heading in headings)
    groups = _groups(headings)
    grouped = False  # the last top chapter has no text of its own, only themes below it
    levels: dict[int, int] = {}
    chapter = goal = theme = 0  # levels of the last numbered chapter, numbered goal, plain title
    told = 0  # by how much a witness puts the headings deeper than their type does
    for heading in headings:
        kind = heading.numbering.label_kind
        level = heading.level or _own_level(heading, has_parts=has_parts)
        told = heading.level - by_type.get(_look(heading.paragraph), heading.level) if heading.level else told
        if level and has_romans and _is_letter(heading):
            level += 1
        if style.case_like and heading.by != "mark-up" and kind is None:
            level = 1  # a case has parts, not chapters
        if level is not None:
            goal = goal if kind else 0
        elif kind in {"goal", "sub_goal", "tiltak"}:
            level = (goal if kind != "goal" and goal else chapter) + 1
            if not chapter:  # no chapter has a number: the type tells how deep the item stands
                level = max(level, by_type.get(_look(heading.paragraph), 1) + told)
            goal = level if kind == "goal" else goal
        elif theme and _is_part_title(heading, headings):
            level = theme + 1
        else:
            level = _unnumbered_level(heading.paragraph, by_type, chapter)
            level += not chapter and _is_small_title(heading, capitals=capitals, grouped=grouped)
            theme = level if heading.by == "plain" else 0
            grouped = heading.index in groups if level == 1 else grouped
        if (heading.numbering.parts and heading.numbering.label is None) or kind in LABEL_LEVELS:
            chapter = level
        levels[heading.index] = level
    above = (
        min(levels.values(), default=1) - 1
    )  # mark-up may begin with the third level below title and sender
    return {index: level - above for index, level in levels.items()}


def _has_parts(headings: list[Heading]) -> bool:
    """Whether numbered parts («Del A») stand above chapters with whole numbers or letters of their own."""
    numberings = [heading.numbering for heading in headings]
    own = any(one.label is None and one.number and len(one.parts or (0,)) == 1 for one in numberings)
    return own and any(one.label_kind == "part" for one in numberings)


def _has_larger_parts(headings: list[Heading]) -> bool:
    """Whether larger titles without number stand above the numbered chapters: «Slik gjør vi det», «1 Skole»."""
    numbered = max((h.paragraph.size or 0 for h in headings if h.numbering.parts), default=0)
    above = [
        (one.by == "type" and not one.numbering.number and (one.paragraph.size or 0) > numbered, two)
        for one, two in pairwise(headings)
        if one.paragraph.whole.value.strip(" :").casefold() not in known_titles("top")
    ]
    heads = any(larger and two.numbering.parts for larger, two in above)
    return heads and numbered > 0 and sum(larger for larger, _ in above) >= LEAST_PARTS


def _is_letter(heading: Heading) -> bool:
    """«A. Industri» stands below «III. Tiltak»."""
    numbering = heading.numbering
    lettered = heading.by != "mark-up" and numbering.label is None and not is_roman(numbering)
    return lettered and bool(re.fullmatch(r"[A-H]", numbering.number or ""))


def _own_level(heading: Heading, *, has_parts: bool) -> int | None:
    """Return the level that number or label gives by itself.

    Below «Kap. 2» a chapter «2.1» is on level 2; a chapter «1» below «Del A» is on level 2 as well.
    """
    numbering = heading.numbering
    if numbering.label_kind in LABEL_LEVELS:
        return LABEL_LEVELS[numbering.label_kind]
    if numbering.label is None and numbering.parts:
        return len(numbering.parts) + has_parts
    if numbering.label is None and numbering.number:
        return 1 + has_parts
    return None


def _unnumbered_level(paragraph: Paragraph, by_type: dict[Look, int], chapter: int) -> int:
    title = paragraph.whole.value.strip(" :").casefold()
    if title in known_titles("top") and not chapter:
        return 1
    if _look(paragraph) in by_type:
        return by_type[_look(paragraph)]
    return 1 if title in known_titles("top") else chapter + 1


def _groups(headings: list[Heading]) -> set[int]:
    """Return the headings that another one follows at once: «Satsingar», and below it «Barnehage», «Skule»."""
    return {one.index for one, two in pairwise(headings) if two.index == one.index + 1}


def _is_small_title(heading: Heading, *, capitals: bool, grouped: bool) -> bool:
    """Whether a title in small letters stands among chapters in capitals, or in a group, in text without type."""
    if heading.paragraph.size is not None or heading.by not in {"title", "plain"}:
        return False
    if heading.paragraph.whole.value.isupper():
        return False
    return capitals or (grouped and heading.by == "plain")


def _is_part_title(heading: Heading, headings: list[Heading]) -> bool:
    """Whether a title names a part that every theme of a plan has: «Hovedmål», «Utfordringar», «Tiltak»."""
    title = heading.paragraph.whole.value.strip(" :").casefold()
    if heading.by != "title" or heading.paragraph.whole.value.isupper():
        return False
    if sum(title == other.paragraph.whole.value.strip(" :").casefold() for other in headings) < LEAST_PARTS:
        return False
    goals = load_toml("goals.toml")["kinds"]
    is_goal = any(title in words(goals, kind, file="goals.toml") for kind in goals)
    return is_goal or bool({"measure", "situation"} & set(column_roles(title)))


def _look(paragraph: Paragraph) -> Look:
    """The type of a heading, sizes rounded to half points; text input has size 0."""
    return round((paragraph.size or 0) * 2) / 2, paragraph.bold


def _type_levels(headings: list[Heading], *, above: int) -> dict[Look, int]:
    """Return the level that each type of heading has: from numbered headings, `above` more over them, else by size."""
    votes: dict[Look, Counter[int]] = {}
    for heading in headings:
        parts = heading.numbering.parts
        if parts and heading.numbering.label is None and heading.paragraph.size:
            votes.setdefault(_look(heading.paragraph), Counter())[len(parts) + above] += 1
    looks = {_look(heading.paragraph) for heading in headings if heading.paragraph.size}
    if not votes:
        return {look: level for level, look in enumerate(sorted(looks, reverse=True), start=1)}
    known = {look: count.most_common(1)[0][0] for look, count in votes.items()}
    top, deepest = max(known), max(known.values())
    return known | {look: 1 if look >= top else deepest + 1 for look in looks - known.keys()}
