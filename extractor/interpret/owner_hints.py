"""Tells namesakes apart by what the document says of the county and the number of its owner.

Six names belong to two kommuner each. For those the document is asked, the surest first:

1. the county or landscape behind the name of the owner itself («Bygda kommune i Telemark», «Bygda (Nordland)»),
2. the number of the kommune («Kommunenr. 0828», «0828 Bygda»), when a kommune of that name has had it,
3. a line of the cover or the running headers that is a county,
4. the county behind the name elsewhere, or in a web address («bygda-bu.kommune.no», «bygda.buskerud.no»),
5. counties named as such in the body («Fylkesmannen i Telemark»), when just one of those that it can be is named.

Where two answers of a step disagree, it says nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import combinations

from extractor.interpret.cover import cover_lines, running_lines
from extractor.interpret.kommune_names import FILE, find_kommuner
from extractor.interpret.owner_sites import find_sites
from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_csv, load_toml, words
from extractor.structure.outline import Outline, Paragraph

LEAST_NAMED = 2  # times that the body must name a county before it decides

_NUMBER = re.compile(
    r"(?<![\d/.-])(?:(?P<label>k(?:ommune)?[. -]?(?:nummer|nr\.?)\s*:?)\s*)?(?P<number>\d{4})(?![\d/]|[.-]\d)"
)


def is_shared(name: str) -> bool:
    """Whether two kommuner had `name` at the same time."""
    return name in _shared()


def fylke_of(name: str, outline: Outline) -> str | None:
    """Return the county that the document gives the kommune of this shared `name`; None when it does not say."""
    sources: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: _in_cover_lines(outline),
        lambda: _behind_name(name, outline),
        lambda: _in_addresses(name, outline),
        lambda: _in_body(name, outline),
    )
    for source in sources:
        if found := set(source()):
            return found.pop() if len(found) == 1 else None
    return None


def number_of(name: str, outline: Outline) -> str | None:
    """Return the number that the document gives the kommune of this `name`; None when it gives none or several."""
    numbers = {found["number"] for text in _texts(outline) for found in _numbers_in(text)}
    found = {number for number in numbers if name in names_of(number)}
    return found.pop() if len(found) == 1 else None


def split_number(line: str) -> tuple[str, str | None]:
    """Split «0828 Seljord», «Seljord (0828)» and «Kommunenr. 0828» into name, empty at times, and number."""
    for found in _numbers_in(line):
        name = (line[: found.start()] + line[found.end() :]).strip(" ,:|()-–")
        return name, found["number"]
    return line, None


def _numbers_in(text: str) -> Iterator[re.Match[str]]:
    """Yield what `text` calls the number of a kommune: behind a label, or before or behind the kommune's name."""
    small = fold(text)
    for found in _NUMBER.finditer(small):
        before, behind = small[: found.start()].rstrip(" (,:|-"), small[found.end() :].lstrip(" ,:|-")
        names = names_of(found["number"])
        if names and (found["label"] or any(_stands_by(fold(name), before, behind) for name in names)):
            yield found


def names_of(number: str) -> frozenset[str]:
    """Return the names that kommuner of this number have had."""
    return frozenset(_names().get(number, ()))


def _stands_by(name: str, before: str, behind: str) -> bool:
    return bool(re.match(rf"{re.escape(name)}(?!\w)", behind) or before.endswith((name, f"{name} kommune")))


def _in_cover_lines(outline: Outline) -> Iterator[str]:
    lines = [line.text.value for line in cover_lines(outline)] + [
        line.value for line in running_lines(outline)
    ]
    for line in lines:
        if found := _county_line().fullmatch(fold(line).strip(" .,:()-")):
            yield _fylker()[found["fylke"]]


def _behind_name(name: str, outline: Outline) -> Iterator[str]:
    for text in _texts(outline):
        yield from (one.fylke for one in find_kommuner(text) if one.name == name and one.fylke)


def _in_addresses(name: str, outline: Outline) -> Iterator[str]:
    sites = (site for text in _texts(outline) for site in find_sites(text))
    yield from (site.fylke for site in sites if site.name == name and site.fylke)


def _in_body(name: str, outline: Outline) -> list[str]:
    """Return the county that the body names, when it names no other that the name occurs in."""
    counts = Counter(
        fylke
        for text in _texts(outline)
        for found in _county_named().finditer(fold(text))
        if (fylke := _fylker()[found["behind"] or found["before"]]) in _possible(name)
    )
    return [fylke for fylke, count in counts.items() if len(counts) == 1 and count >= LEAST_NAMED]


def _texts(outline: Outline) -> Iterator[str]:
    """Yield headings, paragraphs, cells and running lines."""
    yield from (section.title.value for section in outline.sections)
    for _, block in outline.blocks():
        if isinstance(block, Paragraph):
            yield block.whole.value
        else:
            yield from (cell.value for row in block.rows for cell in row)
    yield from (line.value for line in outline.furniture)


@cache
def _names() -> dict[str, set[str]]:
    """Return the names of each number."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in load_csv("kommuner.csv"):
        names[row["number"]].add(row["name"])
    return names


@cache
def _shared() -> frozenset[str]:
    rows = defaultdict(list)
    for row in load_csv("kommuner.csv"):
        rows[row["name"]].append((row["valid_from"], row["valid_to"] or "9999"))
    return frozenset(
        name
        for name, times in rows.items()
        if any(one[0] <= other[1] and other[0] <= one[1] for one, other in combinations(times, 2))
    )


@cache
def _possible(name: str) -> frozenset[str]:
    """Return the counties that a kommune of this name has been in, and those that it came to next."""
    fylker = {row["number"]: row["name"] for row in load_csv("fylker.csv")}
    rows = [row for row in load_csv("kommuner.csv") if row["name"] == name]
    numbers = {
        number for row in rows for number in [row["number"], *row["successor_numbers"].split(";")] if number
    }
    return frozenset(fylker[number[:2]] for number in numbers)


@cache
def _fylker() -> dict[str, str]:
    return {fold(row["name"]): row["name"] for row in load_csv("fylker.csv")}


@cache
def _county_line() -> re.Pattern[str]:
    behind = either(words(load_toml(FILE)["fylke"], "behind", file=FILE))
    return re.compile(rf"(?P<fylke>{either(_fylker())})(?:\s+{behind})?")


@cache
def _county_named() -> re.Pattern[str]:
    table = load_toml(FILE)["fylke"]
    before, behind = (any_word(words(table, key, file=FILE)).pattern for key in ("before", "behind"))
    fylke = either(_fylker())
    return re.compile(rf"{before}\s+(?P<behind>{fylke})(?!\w)|(?<!\w)(?P<before>{fylke})\s+{behind}")
