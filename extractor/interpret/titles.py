"""The title of a document.

A cover spreads the title over several lines («Handlingsplan for» / «folkehelse» / «2021-2033») and sets it
in capitals; a text converter keeps the break and adds spelling errors. So:

1. the title begins on the cover's most prominent line that names a plan, and takes in the lines that it is broken
   over: lines that end or begin in the middle of a phrase, lines in the same type, and the years;
2. where the same title also stands on one line in small letters, below the cover or in the running header, that
   wording is preferred;
3. a case document is called by the line that names the case («… sak 22/09 - Status for …»), else by what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import cache

from extractor.document import Text
from extractor.interpret.cover import CoverLine, cover_lines, cover_pattern, names_a_plan, running_lines
from extractor.interpret.kommune_names import find_kommuner
from extractor.interpret.wording import either, fold
from extractor.interpret.years import find_spans
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline
from schemas.plan import Kind

LONGEST_TITLE = 25  # words
LONGEST_THEME = 8  # words
SENTENCE = 6  # words: a line longer than this with a finite verb is a sentence
WIDEST_GAP = 3.0  # lines of white space inside a title
WIDEST_GAP_OPEN = 6.0  # the same behind «for» or «kommunene», where something must follow
SAME_SIZE = 0.6  # points
LOST_LETTERS = 3  # a running header that is cut off has lost more
SAME_TITLE = 0.85  # share of letters: converters misspell capitals

_FINITE = re.compile(
    r"\b(?:er|var|har|hadde|skal|skulle|vil|ville|kan|kunne|må|bør|blir|ble|vert|vart|blei|får|gir|gjev|gjelder|gjeld)\b"
)
_ABOUT_ITSELF = re.compile(r"\W*(?:denne|dette|planen|i\s+eksisterende|i\s+eksisterande)\b")
_FRAGMENT = re.compile(r"(?:isk|sosial|lig|leg|ende|ande|-)\s*$")
_GOES_ON = re.compile(r"(?:for|til|mot)\s")  # in small letters: no line begins so on its own
_CASE = re.compile(r"\bsak\s*(?:nr\.?)?\s*\d{1,5}/\d{2,4}\s*[-:.,]?\s+(?=\S*\w)")
_LABEL = re.compile(r"[\w/ .-]{2,30}:")


def subject(title: str) -> str:
    """Return what a title is about: a case's title without body, date and case number."""
    case = _CASE.search(fold(title))
    return title[case.end() :] if case else title


def find_title(outline: Outline, kind: Kind) -> Text | None:
    """Return the title with its places, None when nothing reads like one."""
    lines = cover_lines(outline)
    if kind == "case_document":
        title = _case_title(lines)
    else:
        running = [_without_kommune(text) for text in running_lines(outline)]
        title = _plan_title(lines, running) or _most_prominent(lines)
    return title.slice(0, len(title.value.rstrip(" :-–"))) if title else None


def _plan_title(lines: Sequence[CoverLine], running: Sequence[Text]) -> Text | None:
    named = [index for index, line in enumerate(lines) if _may_be_title(line.text.value)]
    clean = [text for text in running if _may_be_title(text.value)]
    if not named:
        return next(iter(clean), None)
    largest = max(lines[index].size or 0.0 for index in named)
    begin = next(index for index in named if (lines[index].size or 0.0) >= largest - SAME_SIZE)
    run = _run(lines, begin)
    title = lines[run.start].text
    for index in run[1:]:
        title += lines[index].text
    others = [lines[index].text for index in named if index not in run]
    return _cleaner(title, [*others, *clean]) or title


def _may_be_title(line: str) -> bool:
    small = fold(line)
    length = len(small.split())
    sentence = length > SENTENCE and _FINITE.search(small) and not small.endswith("?")
    if length > LONGEST_TITLE or sentence or _ABOUT_ITSELF.match(small):
        return False
    return names_a_plan(small) and not cover_pattern("status").search(small)


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
    open_end = bool(_ends_open().search(above))
    if line.page != following.page or following.gap > (WIDEST_GAP_OPEN if open_end else WIDEST_GAP):
        return False
    if any(cover_pattern(key).search(text) for key in ("status", "stage") for text in (above, below)):
        return False
    if open_end or _is_years(below) or _ends_open().fullmatch(below) or _GOES_ON.match(following.text.value):
        return True
    if _is_kommune(line.text.value):
        return _is_kommune(following.text.value) and not _has_kommune_word(above + below)
    if _is_kommune(following.text.value):
        return False
    return _tells_theme(line, following) or _is_broken(line, following)


def _tells_theme(line: CoverLine, following: CoverLine) -> bool:
    """Whether one of the lines names a plan and the other its theme; a theme above stands in larger type."""
    above, below = fold(line.text.value), fold(following.text.value)
    larger = (line.size or 0.0) > (following.size or 0.0)
    return _lacks_theme(above, below) or (larger and _lacks_theme(below, above))


def _is_broken(line: CoverLine, following: CoverLine) -> bool:
    """Whether a phrase in one type is broken over the lines; without sizes the words must show it."""
    if not _in_same_type(line, following):
        return False
    open_start = _begins_open().match(fold(following.text.value))
    return bool(line.size or open_start or _FRAGMENT.search(fold(line.text.value)))


def _lacks_theme(line: str, beside: str) -> bool:
    """Whether the line names a plan without theme («Temaplan 2020-2024»), and `beside` may be its theme."""
    plan = re.sub(r"[\d\s:/-]+$", "", line).strip()
    may_be_theme = (
        bool(re.search(r"[^\W\d]{3}", beside)) and not names_a_plan(beside) and not _FINITE.search(beside)
    )
    return (
        bool(cover_pattern("generic").fullmatch(plan))
        and may_be_theme
        and len(beside.split()) <= LONGEST_THEME
    )


def _in_same_type(line: CoverLine, following: CoverLine) -> bool:
    if line.size is None or following.size is None:
        return line.size == following.size
    return abs(line.size - following.size) <= SAME_SIZE and line.bold == following.bold


def _is_kommune(line: str) -> bool:
    """Whether the line holds the name of a kommune and nothing else."""
    mentions = find_kommuner(line.title())
    return bool(mentions) and mentions[0].start == 0 and mentions[-1].end == len(line)


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
        if not rest and not _ends_open().search(fold(text.value[: mention.start])):
            return text.slice(0, mention.start)
    return text


def _most_prominent(lines: Sequence[CoverLine]) -> Text | None:
    """Return the line in the largest type, the first of several; one with letters that is no sender."""
    fit = [
        line
        for line in lines
        if re.search(r"[^\W\d]{3}", line.text.value)
        and not _is_kommune(line.text.value)
        and not cover_pattern("status").search(fold(line.text.value))
    ]
    return max(fit, key=lambda line: line.size or 0.0).text if fit else None


def _case_title(lines: Sequence[CoverLine]) -> Text | None:
    texts = [line.text for line in lines]
    for text in texts:
        if _CASE.search(fold(text.value)):
            return text
    for text, following in zip(texts, [*texts[1:], None], strict=True):
        label = _title_label().match(fold(text.value))
        if label and label.end() < len(text.value):
            return text.slice(label.end())
        if label and following:
            return following
    subjects = [line for line in lines if not _LABEL.match(fold(line.text.value))]
    named = [line for line in subjects if _may_be_title(line.text.value)]
    return _most_prominent(named or [line for line in subjects if len(line.text.value.split()) > 1])


@cache
def _title_label() -> re.Pattern[str]:
    labels = words(load_toml("kinds.toml")["labels"], "title", file="kinds.toml")
    return re.compile(rf"{either(labels)}\s*:\s*")


@cache
def _ends_open() -> re.Pattern[str]:
    plan = load_toml("kinds.toml")["plan"]
    ends = [word for key in ("joins", "lists") for word in words(plan, key, file="kinds.toml")]
    return re.compile(rf"(?<!\w){either(ends)}\s*$")


@cache
def _begins_open() -> re.Pattern[str]:
    begins = words(load_toml("kinds.toml")["plan"], "joins", file="kinds.toml")
    return re.compile(rf"\W*{either(begins)}(?!\w)")
