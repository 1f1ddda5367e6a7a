"""The title of a document.

A cover spreads the title over several lines («Handlingsplan for» / «folkehelse» / «2021-2033») and sets it
in capitals; a text converter keeps the break and adds spelling errors. So:

1. the title begins on the cover's most prominent line that names a plan, and takes in the lines that it is broken
   over: lines that end or begin in the middle of a phrase, lines in the same type, and the years;
2. where the same title also stands on one line in small letters, below the cover or in the running header, that
   wording is preferred;
3. a case document is called as `case_front` tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache

from extractor.document import Text
from extractor.interpret.case_front import case_title
from extractor.interpret.cover import CoverLine, cover_lines, cover_pattern, names_a_plan, running_lines
from extractor.interpret.kind import record_title
from extractor.interpret.kommune_names import find_kommuner
from extractor.interpret.title_lines import FINITE, ends_open, is_kommune, may_be_title, most_prominent
from extractor.interpret.wording import either, fold
from extractor.interpret.years import find_spans
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline
from schemas.plan import Kind

LONGEST_THEME = 8  # words
WIDEST_GAP = 3.0  # lines of white space inside a title
WIDEST_GAP_OPEN = 6.0  # the same behind «for» or «kommunene», where something must follow
SAME_SIZE = 0.6  # points
LOST_LETTERS = 3  # a running header that is cut off has lost more
SAME_TITLE = 0.85  # share of letters: converters misspell capitals

_FRAGMENT = re.compile(r"(?:isk|sosial|lig|leg|ende|ande|-)\s*$")
_GOES_ON = re.compile(r"(?:for|til|mot)\s")  # in small letters: no line begins so on its own


def find_title(outline: Outline, kind: Kind) -> Text | None:
    """Return the title with its places, None when nothing reads like one."""
    lines = cover_lines(outline)
    if kind == "case_document":
        title = case_title(lines)
    else:
        running = [_without_kommune(text) for text in running_lines(outline)]
        record = record_title(line.text for line in lines) if kind == "other" else None
        title = record or _plan_title(lines, running) or _other_title(lines)
    return title.slice(0, len(title.value.rstrip(" :-–"))) if title else None


def _plan_title(lines: Sequence[CoverLine], running: Sequence[Text]) -> Text | None:
    top = max((line.size or 0.0 for line in lines), default=0.0)
    named = [
        index
        for index, line in enumerate(lines)
        if may_be_title(line.text.value) and not _explains(line, top)
    ]
    clean = [text for text in running if may_be_title(text.value)]
    if not named:
        return next(iter(clean), None)
    largest = max(lines[index].size or 0.0 for index in named)
    begin = next(index for index in named if (lines[index].size or 0.0) >= largest - SAME_SIZE)
    run = _run(lines, begin)
    title = _joined(lines, run)
    others = [lines[index].text for index in named if index not in run]
    return _cleaner(title, [*others, *clean]) or title


def _explains(line: CoverLine, top: float) -> bool:
    """Whether a line below the title says what law the document is made under («Oversiktsdokument etter … § 5»)."""
    return "§" in line.text.value and (line.size or 0.0) < top - SAME_SIZE


def _other_title(lines: Sequence[CoverLine]) -> Text | None:
    """Return the most prominent line with what it is broken over, for documents that do not call themselves a plan."""
    text = most_prominent(lines)
    begin = next((index for index, line in enumerate(lines) if line.text is text), None)
    return None if begin is None else _joined(lines, _run(lines, begin))


def _joined(lines: Sequence[CoverLine], run: range) -> Text:
    title = lines[run.start].text
    for index in run[1:]:
        title += lines[index].text
    return title


def _run(lines: Sequence[CoverLine], begin: int) -> range:
    """Return the lines, as indices, that the title which shows at `begin` is broken over."""
    first = last = begin
    while first > 0 and _goes_on(lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < len(lines) and _goes_on(lines[last], lines[last + 1]):
        last += 1
    return range(first, last + 1)


def _goes_on(line: CoverLine, following: CoverLine) -> bool:
    """Whether `following` goes on with the title in `line`."""
    above, below = fold(line.text.value), fold(following.text.value)
    open_end = bool(ends_open().search(above))
    if line.page != following.page or following.gap > (WIDEST_GAP_OPEN if open_end else WIDEST_GAP):
        return False
    if any(cover_pattern(key).search(text) for key in ("status", "stage") for text in (above, below)):
        return False
    if open_end or _is_years(below) or ends_open().fullmatch(below) or _GOES_ON.match(following.text.value):
        return True
    if is_kommune(line.text.value):
        return is_kommune(following.text.value) and not _has_kommune_word(above + below)
    if is_kommune(following.text.value):
        return False
    return _tells_theme(line, following) or _is_broken(line, following)


def _tells_theme(line: CoverLine, following: CoverLine) -> bool:
    """Whether one of the lines names a plan and the other its theme; a theme above stands in larger type.

    A planprogram or «Samfunnsdelen» is completed by the plan that it belongs to.
    """
    above, below = fold(line.text.value), fold(following.text.value)
    larger = (line.size or 0.0) > (following.size or 0.0)
    if _is_part(above) or _is_part(below):
        return names_a_plan(above) and names_a_plan(below)
    return _lacks_theme(above, below) or (larger and _lacks_theme(below, above))


def _is_broken(line: CoverLine, following: CoverLine) -> bool:
    """Whether a phrase in one type is broken over the lines; without sizes the words must show it."""
    if not _in_same_type(line, following):
        return False
    open_start = _begins_open().match(fold(following.text.value))
    return bool(line.size or open_start or _FRAGMENT.search(fold(line.text.value)))


def _lacks_theme(line: str, beside: str) -> bool:
    """Whether the line names a plan without theme («Temaplan 2020-2024»), and `beside` may be its theme."""
    may_be_theme = (
        bool(re.search(r"[^\W\d]{3}", beside)) and not names_a_plan(beside) and not FINITE.search(beside)
    )
    return (
        bool(cover_pattern("generic").fullmatch(_without_years(line)))
        and may_be_theme
        and len(beside.split()) <= LONGEST_THEME
    )


def _is_part(line: str) -> bool:
    return bool(cover_pattern("parts").fullmatch(_without_years(line)))


def _without_years(line: str) -> str:
    return re.sub(r"[\d\s:/-]+$", "", line).strip()


def _in_same_type(line: CoverLine, following: CoverLine) -> bool:
    if line.size is None or following.size is None:
        return line.size == following.size
    return abs(line.size - following.size) <= SAME_SIZE and line.bold == following.bold


def _has_kommune_word(line: str) -> bool:
    return "kommune" in line or "herad" in line


def _cleaner(title: Text, candidates: Iterable[Text]) -> Text | None:
    """Return the same title in small letters or with its years, if `title` lacks them and a candidate has them."""
    years = find_spans(title.value)
    in_capitals = _in_capitals(title.value)
    if years and not in_capitals:
        return None
    same = [text for text in candidates if not _in_capitals(text.value) and _agree(title.value, text.value)]
    for text in same:
        if find_spans(text.value):
            return text
    if not same or not in_capitals:
        return None
    return same[0] + title.slice(years[0].start, years[0].end) if years else same[0]


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.6 * len(letters)


def _agree(title: str, other: str) -> bool:
    """Whether `other` is the same title, spelling errors and years aside, or begins with it."""
    left, right = (_letters(text) for text in (title, other))
    if len(right) < len(left) - LOST_LETTERS:
        return False
    return right.startswith(left) or SequenceMatcher(None, left, right, autojunk=False).ratio() >= SAME_TITLE


def _letters(text: str) -> str:
    """Return the letters of a title without its years."""
    return re.sub(r"[\W\d]", "", fold(text))


def _is_years(line: str) -> bool:
    spans = find_spans(line)
    return bool(spans) and not re.search(r"\w", line[: spans[0].start] + line[spans[0].end :])


def _without_kommune(text: Text) -> Text:
    """Cut the sender off a running header («Bygda kommune Folkehelseplan 2020-2024»)."""
    for mention in find_kommuner(text.value):
        rest = text.value[mention.end :]
        if not mention.worded or text.value[mention.end - 1] == "s":
            continue
        if mention.start == 0 and rest:
            return text.slice(mention.end)
        if not rest and not ends_open().search(fold(text.value[: mention.start])):
            return text.slice(0, mention.start)
    return text


@cache
def _begins_open() -> re.Pattern[str]:
    begins = words(load_toml("kinds.toml")["plan"], "joins", file="kinds.toml")
    return re.compile(rf"\W*{either(begins)}(?!\w)")
