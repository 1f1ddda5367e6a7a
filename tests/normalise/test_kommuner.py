"""A name or number of a kommune leads to the entry of its time and to today's."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise.kommune_register import register
from extractor.normalise.kommuner import (
    KommuneMatch,
    is_kommune_name,
    kommune_names,
    kommuner_on,
    numbers_of_name,
    resolve_kommune,
)


@pytest.mark.parametrize(
    ("written", "on", "number", "current"),
    [
        ("Seljord", 2009, "0828", "4022"),
        ("Notodden", 2013, "0807", "4005"),
        ("Sigdal", 2021, "3045", "3332"),
        ("Kviteseid", 2020, "3821", "4028"),
        ("Lierne", 2022, "5042", "5042"),
        ("Ulvik", 2024, "4620", "4620"),
        ("Luster", 2012, "1426", "4644"),
        ("Levanger", 2009, "1719", "5037"),
    ],
)
def test_name_has_the_number_of_its_year_and_todays(written: str, on: int, number: str, current: str) -> None:
    match = resolve_kommune(written, on=on)
    assert (match.status, match.in_force) == ("resolved", True)
    assert match.entry is not None and match.entry.number == number
    assert match.current is not None and match.current.number == current


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Seljord kommune", "Seljord"),
        ("Notodden kommunes", "Notodden"),
        ("Seljords", "Seljord"),
        ("Moss'", "Moss"),
        ("SIGDAL", "Sigdal"),
        ("Ulvik herad", "Ulvik"),
        ("Kvam heradsstyre", "Kvam"),
        ("Heradsstyret i Ulvik", "Ulvik"),
        ("Bergen bystyre", "Bergen"),
        ("kommunestyret i Nord-Odal", "Nord-Odal"),
        ("Nord Odal", "Nord-Odal"),
        ("NORD–ODAL KOMMUNE", "Nord-Odal"),
        ("Aas", "Ås"),
        ("Tromsoe kommune", "Tromsø"),
        ("Baerum", "Bærum"),
        ("Kautokeino", "Kautokeino"),
        ("Guovdageaidnu", "Kautokeino"),
        ("Guovdageainnu suohkan", "Kautokeino"),
        ("Guovdageainnu suohkan – Kautokeino kommune", "Kautokeino"),
        ("Kautokeino/Guovdageaidnu", "Kautokeino"),
        ("Gáivuotna – Kåfjord – Kaivuono", "Kåfjord"),
        ("Gaivuotna", "Kåfjord"),
        ("Porsángu", "Porsanger"),
        ("Unjárgga gielda", "Nesseby"),
        ("Snåasen tjïelte", "Snåsa"),
        ("Kristiansand S", "Kristiansand"),
        ("A\u030as", "Ås"),
    ],
)
def test_names_are_read_in_every_form_that_plans_use(written: str, name: str) -> None:
    match = resolve_kommune(written)
    assert match.entry is not None and match.entry.name == name
    assert is_kommune_name(written)


@pytest.mark.parametrize(
    "written", ["", "kommune", "Kommunestyret", "Seljord og Kviteseid", "Rusmiddelpolitisk", "9999", "12"]
)
def test_other_text_is_unknown(written: str) -> None:
    assert resolve_kommune(written).status == "unknown"
    assert not is_kommune_name(written)


@pytest.mark.parametrize("written", ["0828", "828", "Kommunenr. 0828", "kommunenummer: 828"])
def test_numbers_are_read_with_and_without_the_leading_zero(written: str) -> None:
    match = resolve_kommune(written)
    assert match.entry is not None and match.entry.name == "Seljord"
    assert match.current is not None and match.current.number == "4022"


@pytest.mark.parametrize(
    ("number", "on", "in_force_then"),
    [("0828", 2021, "3820"), ("4022", 2009, "0828"), ("0418", 2024, "3414"), ("4204", 2015, "1001")],
)
def test_number_of_another_time_leads_to_the_one_in_force(number: str, on: int, in_force_then: str) -> None:
    match = resolve_kommune(number, on=on)
    assert match.entry is not None and match.entry.number == in_force_then
    assert match.in_force


def test_number_that_was_used_twice_is_told_apart_by_the_date() -> None:
    assert _name(resolve_kommune("0716", on=2000)) == "Våle"
    assert _name(resolve_kommune("0716", on=2010)) == "Re"


def test_number_and_name_must_agree() -> None:
    assert resolve_kommune("0828 Seljord").status == "resolved"
    assert resolve_kommune("0828 Notodden").status == "unknown"


@pytest.mark.parametrize(
    ("written", "on", "current"),
    [("Nøtterøy", 2015, "3911"), ("0722", 2015, "3911"), ("0418", 2016, "3414"), ("Borre", 1999, "3901")],
)
def test_successors_are_followed_over_several_reforms(written: str, on: int, current: str) -> None:
    match = resolve_kommune(written, on=on)
    assert match.current is not None and match.current.number == current


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ("1850", ["1806", "1875"]),
        ("1613", ["5055", "5056", "5059"]),
        ("1507", ["1508", "1580"]),
        ("1504", ["1508", "1580"]),
        ("0720", ["3905", "3907"]),
    ],
)
def test_kommune_that_was_split_has_candidates_and_no_current_entry(
    written: str, candidates: list[str]
) -> None:
    match = resolve_kommune(written)
    assert match.current is None
    assert [entry.number for entry in match.current_candidates] == candidates


@pytest.mark.parametrize("name", ["Bø", "Herøy", "Nes", "Os", "Sande", "Våler"])
def test_namesakes_are_not_decided_without_date_or_county(name: str) -> None:
    match = resolve_kommune(name)
    assert (match.status, match.entry) == ("ambiguous", None)
    assert len(match.candidates) == 2


@pytest.mark.parametrize(
    ("name", "on", "fylke", "number"),
    [
        ("Bø", 2013, "Telemark", "0821"),
        ("Bø", 2013, "18", "1867"),
        ("Bø", 2022, None, "1867"),
        ("Os", None, "Hordaland", "1243"),
        ("Os", 2015, "Vestland fylkeskommune", "1243"),
        ("Våler", 2024, "Østfold fylke", "3114"),
        ("Nes", None, "Buskerud", "0616"),
        ("Bø i Telemark", None, None, "0821"),
        ("Våler (Østfold)", 2010, None, "0137"),
        ("Sande, Vestfold", None, None, "0713"),
        ("Nes i Hallingdal", None, None, "0616"),
        ("Bø kommune i Nordland", None, None, "1867"),
    ],
)
def test_county_or_date_tells_namesakes_apart(
    name: str, on: int | None, fylke: str | None, number: str
) -> None:
    match = resolve_kommune(name, on=on, fylke=fylke)
    assert match.entry is not None and match.entry.number == number


def test_name_in_another_county_is_unknown_but_an_unknown_county_says_nothing() -> None:
    elsewhere = resolve_kommune("Seljord", fylke="Rogaland")
    assert elsewhere.status == "unknown" and elsewhere.candidates
    assert resolve_kommune("Seljord", fylke="Vest-Telemark").status == "resolved"


def test_name_that_ended_before_the_date_says_so() -> None:
    match = resolve_kommune("Fet", on=2021)
    assert match.entry is not None and match.entry.number == "0227"
    assert not match.in_force
    assert match.current is not None and match.current.name == "Lillestrøm"


def test_name_that_came_back_is_ambiguous_in_between() -> None:
    assert _name(resolve_kommune("Haram", on=2024)) == "Haram"
    assert [entry.number for entry in resolve_kommune("Haram", on=2021).candidates] == ["1534", "1580"]


def test_without_a_date_todays_entry_answers_else_the_last_one() -> None:
    assert resolve_kommune("Seljord").candidates[0].number == "4022"
    assert resolve_kommune("Granvin").candidates[0].number == "1234"


@pytest.mark.parametrize("on", [2019, "2019", "2019-12-31", date(2019, 12, 31), datetime(2019, 12, 31, 9)])
def test_dates_are_years_iso_text_or_dates(on: date | str | int) -> None:
    assert resolve_kommune("Seljord", on=on).candidates[0].number == "0828"


@pytest.mark.parametrize("on", ["2009/2013", "våren", "", 0])
def test_what_is_no_date_is_refused(on: str | int) -> None:
    with pytest.raises(ValueError):
        resolve_kommune("Seljord", on=on)


@pytest.mark.parametrize(
    ("years", "count"),
    [
        (range(1994, 2002), 435),
        (range(2002, 2005), 434),
        ([2005], 433),
        ([2006, 2007], 431),
        (range(2008, 2012), 430),
        ([2012], 429),
        (range(2013, 2017), 428),
        ([2017], 426),
        ([2018, 2019], 422),
        (range(2020, 2024), 356),
        ([2024, 2025, 2026, None], 357),
    ],
)
def test_as_many_kommuner_as_statistics_norway_counts(years: list[int | None], count: int) -> None:
    assert {len(kommuner_on(year)) for year in years} == {count}


def test_every_number_leads_to_a_current_one() -> None:
    for entry in register().entries:
        match = resolve_kommune(entry.number, on=entry.valid_from)
        assert match.entry == entry
        assert (match.current is None) == (len(match.current_candidates) > 1)


SHARED = {"Bø", "Herøy", "Nes", "Os", "Sande", "Våler"}
SINCE_1994 = [
    entry for entry in register().entries if entry.in_force(max(entry.valid_from, date(1994, 1, 1)))
]


@pytest.mark.parametrize(
    "form",
    [
        "{name}", "{upper}", "{genitive}", "{name} kommune", "{name} kommunes", "{upper} KOMMUNE", "{name} herad",
        "{name} herred", "{name} kommunestyre", "bystyret i {name}", "heradsstyret i {name}", "i {name}", "på {name}",
        "{number}", "{number} {name}", "{name} ({number})", "{name} kommune, kommunenr. {number}", "Knr. {number}",
        "kommune nr. {number}", "{name} - {number}",
    ],
)  # fmt: skip
def test_every_kommune_since_1994_is_found_in_every_form(form: str) -> None:
    for entry in SINCE_1994:
        written = form.format(
            name=entry.name,
            upper=entry.name.upper(),
            genitive=entry.name + ("'" if entry.name.endswith("s") else "s"),
            number=entry.number,
        )
        match = resolve_kommune(written, on=max(entry.valid_from, date(1994, 1, 1)))
        if match.entry is None:
            assert entry.name in SHARED and entry in match.candidates
        elif (entry.name, form) != ("Hemne", "{genitive}"):  # «Hemnes» is a kommune itself
            assert match.entry == entry


def test_the_shared_names_are_ambiguous_unless_the_county_is_known() -> None:
    for entry in SINCE_1994:
        match = resolve_kommune(entry.name, on=entry.valid_from)
        assert match.status == "resolved" or entry.name in SHARED
        assert resolve_kommune(entry.name, on=entry.valid_from, fylke=entry.fylke_number).entry == entry


def test_a_county_tells_a_genitive_from_a_name() -> None:
    assert _name(resolve_kommune("Hemnes", on=2010)) == "Hemnes"
    assert _name(resolve_kommune("Hemnes", on=2010, fylke="Sør-Trøndelag")) == "Hemne"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Vik i Sogn", "1417"),
        ("Vang i Valdres", "0545"),
        ("Time på Jæren", "1121"),
        ("Kvam i Hardanger", "1238"),
    ],
)
def test_landscapes_behind_a_name_are_part_of_it(written: str, number: str) -> None:
    match = resolve_kommune(written, on=2010)
    assert match.entry is not None and match.entry.number == number


def test_numbers_of_a_name_are_those_of_one_kommune() -> None:
    match = resolve_kommune("Nes", fylke="Akershus")
    assert match.entry is not None and numbers_of_name(match.entry) == ("0236", "3034", "3228")


def test_every_name_leads_back_to_its_entry() -> None:
    for entry in register().entries:
        for name in (entry.name, *entry.other_names):
            assert entry in resolve_kommune(name, on=entry.valid_from).candidates
            assert name.casefold() in kommune_names()


def test_counties_had_their_names_when_their_kommuner_had_them() -> None:
    assert {entry.fylke_name for entry in kommuner_on(2021)} >= {"Viken", "Vestfold og Telemark"}
    assert len({entry.fylke_name for entry in kommuner_on(None)}) == 15


@given(st.text(), st.one_of(st.none(), st.dates()), st.one_of(st.none(), st.text()))
def test_any_text_gets_an_answer(text: str, on: date | None, fylke: str | None) -> None:
    match = resolve_kommune(text, on=on, fylke=fylke)
    assert (match.entry is not None) == (match.status == "resolved")


def _name(match: KommuneMatch) -> str:
    assert match.entry is not None
    return match.entry.name
