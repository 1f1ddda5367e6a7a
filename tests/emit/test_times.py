from __future__ import annotations

import pytest

from extractor.emit.times import date_in_words, often_in_words, time_words
from extractor.lexicon import load_toml
from schemas.promises import Recurrence


@pytest.mark.parametrize(
    ("edtf", "nb", "nn"),
    [
        ("../2017-03-01", "innen 1. mars 2017", "innan 1. mars 2017"),
        ("../2009", "innen 2009", "innan 2009"),
        ("2023-12/..", "fra desember 2023", "frå desember 2023"),
        ("2009-23", "høst 2009", "haust 2009"),
        ("2013/2014", "2013–2014", "2013–2014"),
        ("2024-01/2024-06", "januar–juni 2024", "januar–juni 2024"),
        ("2009-10/2011-09", "oktober 2009–september 2011", "oktober 2009–september 2011"),
        ("[2024,2025]", "2024 eller 2025", "2024 eller 2025"),
        ("{2024-11,2026}", "november 2024 og 2026", "november 2024 og 2026"),
        ("2024~", "ca. 2024", "ca. 2024"),
        ("", "", ""),
        ("20XX", "20XX", "20XX"),
        ("2024-99", "2024-99", "2024-99"),
    ],
)
def test_a_date_is_told_in_words(edtf: str, nb: str, nn: str) -> None:
    assert [date_in_words(edtf, time_words(language)) for language in ("nb", "nn")] == [nb, nn]


@pytest.mark.parametrize(
    ("told", "nb", "nn"),
    [
        ({"freq": "YEARLY", "rrule": "FREQ=YEARLY"}, "hvert år", "kvart år"),
        ({"freq": "YEARLY", "interval": 3, "rrule": "FREQ=YEARLY;INTERVAL=3"}, "hvert 3. år", "kvart 3. år"),
        (
            {"freq": "YEARLY", "rrule": "FREQ=YEARLY;BYMONTH=9,10,11;BYSETPOS=1"},
            "hver høst",
            "kvar haust",
        ),
        (
            {"freq": "YEARLY", "times": [2, 2], "rrule": "FREQ=MONTHLY;INTERVAL=6"},
            "2 ganger i året",
            "2 gonger i året",
        ),
        (
            {"freq": "YEARLY", "times": [1, 2], "rrule": "FREQ=YEARLY"},
            "1–2 ganger i året",
            "1–2 gonger i året",
        ),
        ({"freq": "MONTHLY", "times": [1, 1], "rrule": None}, "én gang i måneden", "éin gong i månaden"),
        (
            {"freq": "YEARLY", "rrule": "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1"},
            "hvert år 1. oktober",
            "kvart år 1. oktober",
        ),
        (
            {"freq": "YEARLY", "times": [2, 2], "rrule": "FREQ=YEARLY;BYMONTH=3,9"},
            "2 ganger i året i mars og september",
            "2 gonger i året i mars og september",
        ),
        (
            {"freq": "WEEKLY", "interval": 2, "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"},
            "hver 2. uke, fredag",
            "kvar 2. veke, fredag",
        ),
        ({"freq": None}, "regelmessig", "regelmessig"),
    ],
)
def test_how_often_is_told_in_words(told: dict[str, object], nb: str, nn: str) -> None:
    found = Recurrence.model_validate(told)
    assert [often_in_words(found, time_words(language)) for language in ("nb", "nn")] == [nb, nn]


def test_a_rule_that_only_stands_for_a_spacing_names_no_month() -> None:
    nominal = Recurrence(freq="YEARLY", times=[4, 4], rrule="FREQ=YEARLY;BYMONTH=8")
    assert often_in_words(nominal, time_words("nb")) == "4 ganger i året"


def test_all_languages_have_the_same_words_of_time() -> None:
    table = load_toml("when.toml")
    keys = [
        {
            (key, name)
            for key, value in table[language].items()
            for name in (value if isinstance(value, dict) else [""])
        }
        for language in ("nb", "nn", "en")
    ]
    assert keys[0] == keys[1] == keys[2]
