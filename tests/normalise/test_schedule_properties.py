"""What holds for any text: an answer or None, valid EDTF and rules, quotations that stand in the text."""

from __future__ import annotations

import re
import time

import pytest
from dateutil.rrule import rrulestr
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon import load_toml, words
from extractor.normalise.schedule import find_schedule, parse_schedule, schedule_in_prose
from extractor.normalise.when.vocabulary import FILE, MAX_LENGTH, read_terms
from schemas.promises import Schedule

TERMS = load_toml(FILE)["terms"]
WORDINGS = sorted(
    {wording for table in TERMS.values() for key in table for wording in words(table, key, file=FILE)}
)
NUMBERS = [
    "1.",
    "2",
    "14",
    "-09",
    "31.06.2014",
    "1.5.2014",
    "1/5-14",
    "2013",
    "2014",
    "2015",
    "2013-14",
    "999999",
]
SIGNS = [",", ".", "–", "-", "/", "(", ")", ";", ":", "?", "→", "'", "kr", "Rektor", "planen"]
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from([*WORDINGS, *NUMBERS, *SIGNS]), max_size=10).map(" ".join),
    st.lists(st.sampled_from([*WORDINGS, *NUMBERS, *SIGNS]), max_size=6).map("".join),
)
PERIODS = st.none() | st.tuples(st.integers(1990, 2030), st.integers(0, 12)).map(
    lambda p: (p[0], p[0] + p[1])
)
SET = re.compile(r"[\[{](.+)[\]}]$")


def check(schedule: Schedule) -> None:
    """The schedule says something, in the notations that it promises."""
    assert schedule.kind or schedule.status
    for date in schedule.dates:
        check_edtf(date.edtf)
    check_edtf(schedule.edtf)
    if schedule.recurrence and schedule.recurrence.rrule:
        rrulestr(schedule.recurrence.rrule)
    assert (schedule.recurrence is None) or schedule.kind in ("recurring", "deadline")
    check_years(schedule)


def check_edtf(edtf: str | None) -> None:
    """An independent parser takes it, the members of a set one by one."""
    if edtf:
        members = SET.match(edtf)
        for member in members[1].split(",") if members else [edtf]:
            parse_edtf(re.sub(r"(?<=\d)\.\.(?=\d)", "/", member))


def check_years(schedule: Schedule) -> None:
    """No year is made up: it is written, next to a written one («før 2015», a winter), or told as inferred."""
    written = {int(year) for year in re.findall(r"(?:19|20)\d\d", schedule.raw)}
    near = {year + step for year in written for step in (-1, 0, 1)}
    years = {int(year) for year in re.findall(r"\d{4}", schedule.edtf or "")}
    if not {"century", "year", "plan_period"} & set(schedule.inferred):
        assert years <= near


@given(TEXTS, PERIODS, st.sampled_from([None, "deadline"]))
def test_any_text_gives_a_valid_schedule_or_none(
    text: str, period: tuple[int, int] | None, label: str | None
) -> None:
    schedule = parse_schedule(text, period=period, label=label)
    if schedule:
        assert text.strip().startswith(schedule.raw)
        assert re.fullmatch(r"[\s.,;:]*", text.strip()[len(schedule.raw) :])
        check(schedule)


@given(TEXTS, PERIODS)
def test_what_is_found_in_a_cell_stands_there(text: str, period: tuple[int, int] | None) -> None:
    found = find_schedule(text, period=period)
    if found:
        start, end, schedule = found
        assert 0 <= start < end <= len(text)
        assert schedule.raw == text[start:end] == text[start:end].strip()
        check(schedule)


@given(TEXTS, PERIODS)
def test_what_is_found_in_a_sentence_stands_there(text: str, period: tuple[int, int] | None) -> None:
    schedule = schedule_in_prose(text, period=period)
    if schedule:
        assert schedule.raw
        assert schedule.raw in text
        check(schedule)


@given(st.integers(1950, 2080), st.integers(1, 12), st.integers(1, 28))
def test_a_day_comes_to_the_same_however_it_is_written(year: int, month: int, day: int) -> None:
    names = sorted(TERMS["month"], key=int)
    name = TERMS["month"][names[month - 1]]["both"][0]
    wordings = [f"{day}.{month}.{year}", f"{day:02}.{month:02}.{year}", f"{day}. {name} {year}",
                f"{day}/{month}-{year}", f"{year}-{month:02}-{day:02}"]  # fmt: skip
    read = {schedule.edtf for schedule in map(parse_schedule, wordings) if schedule}
    assert read == {f"{year}-{month:02}-{day:02}"}


def test_every_wording_of_the_word_list_is_read_as_one_term() -> None:
    read = {wording: [term.kind for term in read_terms(wording)[:2]] for wording in WORDINGS}
    assert {
        wording for wording, (kind, after) in read.items() if kind not in TERMS or after != "end"
    } == set()


@pytest.mark.parametrize(
    "piece",
    ["ca ", "når ", "1.2.", "2014, ", "2014-", "fra til ", "(", "innen ", "en to ", "torsdag, ", "oppstart av ",
     "ved behov ", "1 og ", "hver måned unntatt juli og ", "12.12.12 ",
     "utsatt 2024 ", "jf. ", "år 1, ", "uke 1, ", "H22 ", "2024 (evt. ", "skoleåret 14/15 og "],
)  # fmt: skip
def test_a_hostile_text_is_read_in_no_time(piece: str) -> None:
    text = piece * (4 * MAX_LENGTH // len(piece))
    start = time.process_time()
    for read in (parse_schedule, find_schedule, schedule_in_prose):
        read(text)
    assert time.process_time() - start < 5


def test_what_stands_beyond_the_limit_is_not_read() -> None:
    assert parse_schedule(" x" * MAX_LENGTH + " innen 2015") is None
