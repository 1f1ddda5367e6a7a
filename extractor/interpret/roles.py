"""What a section is for, read from its heading.

A heading seldom says one thing only («Mål og tiltak», «Status for tiltak i forrige plan»). A phrase of
several words tells more than a single word; among single words the first decides. Vision, goals, strategies
and measures are links of one chain: where a heading joins several of them, the section holds the last ones,
measures before goals before the rest.

A chapter of measures is often divided by goal («Delmål 1.1 Ungdom skal …») or by theme («Regionalt
samarbeid», «Økonomi»): such parts hold measures there, and what their heading says elsewhere. A heading that
says nothing («4.1 Alkohol») has the role of the section that it stands in.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, cast

from extractor.interpret.wording import any_word, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Section
from extractor.structure.title_forms import LABEL_IN_BRACKET
from schemas.plan import SectionRole
from schemas.promises import TiltakStatus

FILE = "sections.toml"
COMPOUND_HEAD = 5  # letters: shorter words end too many compounds by chance
LONGEST_HEADING = 12  # words: what is longer is a sentence, and its words tell of other things
SHORT_HEADING = 4  # words: up to here a full stop does not make a sentence
THEMES = ("cooperation", "economy")
CHAIN: tuple[SectionRole, ...] = ("measures", "goals", "strategy", "vision")
PROMISING_ROLES = frozenset({"measures", "goals", "strategy"})
"""Of sections in which an item that says who and when is a promise."""
LABELLED_ROLES = PROMISING_ROLES | {"cooperation", "implementation", "other", "evaluation"}
"""Of sections in which «Ansvar: …» makes what stands before it a tiltak."""

_ENDING = r"(?:s|e|r|a|n|t|er|ar|et|en|ene|ane|enes|ets)?"
_YEARS = re.compile(r"[\d\s.:()/-]+")
_GOAL = re.compile(
    r"(?:(?:hoved|hovud|del)?mål(?:setting|setjing|setning)?|(?:satsings|satsnings|innsats|fokus|mål)område)"
    r"(?=\s*[\d:]|$)"
)
_APPENDIX = re.compile(r"(?:vedlegg|bilag)\s*\w{0,2}\s*[:.-]\s*")


class _Cue(NamedTuple):
    """A word or phrase found in a heading; the smallest of several decides."""

    only_tells: bool
    single_word: bool
    start: int
    less_length: int
    order: int
    role: SectionRole


def section_role(section: Section) -> SectionRole:
    """Return the role of `section`: its own heading's, else that of the nearest section around it."""
    role = _role_of_heading(section)
    if role is None:
        return section_role(section.parent) if section.parent else "other"
    divides = role in THEMES or (role == "goals" and _is_goal(section))
    return "measures" if divides and stands_in_measures(section) else role


def measures_status(section: Section) -> TiltakStatus | None:
    """Return the status that headings give the measures below them («Gjennomførte tiltak»), if any does."""
    for around in section.ancestors():
        status = _status_word(around.title.value)
        if status:
            return None if status == "open" else cast(TiltakStatus, status)
    return None


def named_status(words: str) -> TiltakStatus | None:
    """Return the status that a title or lead-in gives the measures below it («Tiltak som ikke er prioritert»)."""
    status = _status_word(words)
    return None if status in {None, "open"} else cast(TiltakStatus, status)


def _status_word(words: str) -> str | None:
    folded = fold(words)
    return next((status for status, pattern in _patterns("status").items() if pattern.search(folded)), None)


def is_about_others(section: Section) -> bool:
    """Whether the section tells what state, region or law want, so that its goals are not the kommune's."""
    who, guidance, goals, own = (_patterns("others")[key] for key in ("who", "guidance", "goals", "own"))
    for around in section.ancestors():
        title = fold(around.title.value)
        if goals.search(title) and own.search(title):
            return False
        if who.search(title) and (goals.search(title) or guidance.search(title)):
            return True
        if _role_of_heading(around) == "legal":
            return True
    return False


def looks_back(section: Section) -> bool:
    """Whether the section evaluates the plan before this one: its tiltak are no promises."""
    titles = _patterns("back")["titles"]
    return any(titles.search(fold(around.title.value)) for around in section.ancestors())


def _role_of_heading(section: Section) -> SectionRole | None:
    title = _APPENDIX.sub("", LABEL_IN_BRACKET.sub("", fold(section.title.value)))
    if role := _whole_titles().get(_YEARS.sub(" ", title).strip()):
        return role
    cues = () if _is_sentence(title) else _cues(title)
    roles = {cue.role for cue in cues}
    if _is_goal(section):
        return "measures" if "measures" in roles else "goals"
    if not cues:
        return "appendix" if _is_appendix(section) else None
    first = min(cues)
    if first.single_word and first.role in CHAIN:
        return next(role for role in CHAIN if role in roles)
    return first.role


def _is_sentence(title: str) -> bool:
    length = len(title.split())
    return length > LONGEST_HEADING or (length > SHORT_HEADING and title.endswith("."))


def stands_in_measures(section: Section | None) -> bool:
    """Whether a section is a part of a chapter of measures, whatever it is about itself («4.2 Rammer»)."""
    return bool(section and section.parent and section_role(section.parent) == "measures")


def _is_goal(section: Section) -> bool:
    return bool(_GOAL.fullmatch(fold(section.label or "")) or _GOAL.match(fold(section.title.value)))


def _is_appendix(section: Section) -> bool:
    label, title = fold(section.label or ""), fold(section.title.value)
    return label in ("vedlegg", "bilag") or bool(_APPENDIX.match(title))


@lru_cache(maxsize=2000)  # a section is asked for its role many times
def _cues(title: str) -> tuple[_Cue, ...]:
    telling = _patterns("telling")["words"]
    return tuple(
        _Cue(bool(telling.fullmatch(cue)), " " not in cue, found.start(), -len(cue), order, role)
        for order, (role, cue, needed) in enumerate(_role_cues())
        if needed in title
        for found in _stem(cue).finditer(title)
    )


@cache
def _role_cues() -> tuple[tuple[SectionRole, str, str], ...]:
    """Return role and word of every cue, as written and folded, in the order of the file."""
    roles = load_toml(FILE)["roles"]
    return tuple(
        (cast(SectionRole, role), cue, fold(cue)) for role in roles for cue in words(roles, role, file=FILE)
    )


@cache  # most are never needed, and take long to make
def _stem(cue: str) -> re.Pattern[str]:
    front = r"[\w-]*" if len(cue) >= COMPOUND_HEAD and " " not in cue else ""
    return re.compile(rf"(?<![\w-]){front}{re.escape(fold(cue))}{_ENDING}(?![\w])")


@cache
def _whole_titles() -> dict[str, SectionRole]:
    alone = load_toml(FILE)["alone"]
    return {cue: cast(SectionRole, role) for role in alone for cue in words(alone, role, file=FILE)}


@cache
def _patterns(table: str) -> dict[str, re.Pattern[str]]:
    """Return a pattern for each entry of a table of whole words and phrases."""
    entries = load_toml(FILE)[table]
    return {entry: any_word(words(entries, entry, file=FILE)) for entry in entries}
