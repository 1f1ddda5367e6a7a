from __future__ import annotations

from typing import Any

import pytest

from extractor import diff_plans, parse_schedule, split_responsible
from extractor.compare.diff_facts import time_shift
from extractor.compare.diff_redline import redline
from schemas import Plan
from schemas.diff import Diff
from tests.compare.build import SOURCE, made_plan

LATER: dict[str, Any] = {"period": {"raw": "", "start_year": 2025, "end_year": 2028, "edtf": "2025/2028"}}


def in_standard(language: str) -> dict[str, Any]:
    return {"source": SOURCE | {"language": language}}


def tiltak(text: str, who: str = "", when: str = "", **more: Any) -> dict[str, Any]:
    item = {"text": text, "responsible": [party.model_dump() for party in split_responsible(who)]}
    return item | ({"schedule": parse_schedule(when).model_dump()} if when else {}) | more


def diff(old: list[Any], new: list[Any], *, standards: str = "nb nb", **more: Any) -> Diff:
    before, after = standards.split()
    return diff_plans(
        made_plan("Gol", old, **in_standard(before)),
        made_plan("Gol", new, **(in_standard(after) | LATER | more)),
    )


def fates(found: Diff) -> list[tuple[str, int, int]]:
    return [(change.kind, len(change.old), len(change.new)) for change in found.tiltak]


@pytest.mark.parametrize(
    ("standards", "old", "new"),
    [
        ("nb nb", "Natteravner i helgene", "Natteravner i helgene"),
        ("nn nn", "Nattramnar i helgane", "Nattramnar i helgane."),
        ("nn nb", "Leksehjelp på skulen for elevar", "Leksehjelp på skolen for elever"),
        ("nb nn", "Lavere fartsgrense ved skolen", "Lågare fartsgrense ved skulen"),
    ],
)
def test_the_same_words_are_kept_in_either_standard(standards: str, old: str, new: str) -> None:
    assert fates(diff(["Svømmehall", old], [new, "Svømmehall"], standards=standards)) == [("kept", 1, 1)] * 2


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_another_number_is_no_difference(language: str) -> None:
    found = diff(
        [tiltak("Bygge fortau", number="1.1")],
        [tiltak("Bygge fortau", number="4.7")],
        standards=f"{language} {language}",
    )
    assert not found.summary.differences


@pytest.mark.parametrize(
    ("standards", "old", "new"),
    [
        ("nb nb", "Kommunen skal ikke salte skoleveien", "Kommunen skal salte skoleveien"),
        ("nn nn", "Skjenking utan kontroll på stemner", "Skjenking med kontroll på stemner"),
        ("nn nb", "Kurs for elevane på 8. trinn", "Kurs for elevene på 9. trinn"),
        ("nb nn", "Utslippene skal ned med 20 prosent", "Utsleppa skal ned med 30 prosent"),
    ],
)
def test_figures_and_denials_make_another_wording(standards: str, old: str, new: str) -> None:
    assert fates(diff([old], [new], standards=standards)) == [("reworded", 1, 1)]


@pytest.mark.parametrize(
    ("standards", "whole", "parts"),
    [
        ("nb nb", "Bytte rekkverk på brua og måle farten", ["Bytte rekkverk på brua", "Måle farten"]),
        (
            "nn nn",
            "Opplæring av trenarar og reparere klubbhuset",
            ["Opplæring av trenarar", "Reparere klubbhuset"],
        ),
        ("nn nb", "Kartleggje støy og plante trær", ["Kartlegge støy", "Plante trær"]),
    ],
)
def test_what_several_tell_together_is_split_and_the_other_way_merged(
    standards: str, whole: str, parts: list[str]
) -> None:
    assert fates(diff([whole], parts, standards=standards)) == [("split", 1, 2)]
    back = " ".join(reversed(standards.split()))
    assert fates(diff(parts, [whole], standards=back)) == [("merged", 2, 1)]


@pytest.mark.parametrize(
    "texts", [["Natteravner i helgene", "Natteravner"], ["Nattramnar i helgane", "Nattramnar"]]
)
def test_two_that_tell_the_same_part_are_no_parts(texts: list[str]) -> None:
    assert fates(diff([texts[0]], texts)) == [("kept", 1, 1), ("new", 0, 1)]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_nothing_in_common_is_dropped_and_new(language: str) -> None:
    found = diff(["Badeplass"], ["Kulturskole"], standards=f"{language} {language}")
    assert fates(found) == [("dropped", 1, 0), ("new", 0, 1)]


@pytest.mark.parametrize("text", ["Og så", "?"])
def test_a_text_without_telling_words_is_kept_where_it_stands_again(text: str) -> None:
    assert fates(diff([text], [text])) == [("kept", 1, 1)]


@pytest.mark.parametrize(
    ("standards", "old", "new", "name"),
    [
        ("nb nb", "Rådmannen", "Kommunedirektøren", "kommunedirektør"),
        ("nn nn", "Helsesyster", "Helsesjukepleiar", "helsesykepleier"),
    ],
)
def test_another_title_of_the_same_party_is_told_and_is_no_difference(
    standards: str, old: str, new: str, name: str
) -> None:
    found = diff([tiltak("Fortau", old)], [tiltak("Fortau", new)], standards=standards)
    [change] = found.tiltak
    assert change.responsible is not None
    assert [party.name for party in change.responsible.renamed] == [name]
    assert not found.summary.differences


@pytest.mark.parametrize(
    ("old", "new"),
    [("Ordføraren", "Ordføreren"), ("Krambubestyraren", "Krambubestyreren"), ("Rektor", "Rektor")],
)
def test_another_spelling_of_a_party_is_not_even_told(old: str, new: str) -> None:
    found = diff([tiltak("Fortau", old)], [tiltak("Fortau", new)], standards="nn nb")
    assert found.tiltak[0].responsible is None


@pytest.mark.parametrize(("old", "new"), [("Rektor", "Ordføreren"), ("Rektor", "Ordføraren")])
def test_another_responsible_is_told_as_written(old: str, new: str) -> None:
    found = diff([tiltak("Fortau", old)], [tiltak("Fortau", new)])
    change = found.tiltak[0].responsible
    assert change is not None
    assert (change.removed, change.added) == ([old], [new])
    assert found.summary.responsible_changed == 1


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("2024", "2026", "slipped"),
        ("Innen 1. juni 2024", "Innan 1. september 2024", "slipped"),
        ("Innan utgangen av 2024", "Innen utgangen av 2023", "brought_forward"),
        ("2024", "Innen 1. juni 2024", "changed"),
        ("2024", "Løpende", "made_open"),
        ("2024", "Ved behov", "made_open"),
        ("Løpande", "2026", "set"),
        ("", "2026", "set"),
        ("2024", "", "dropped"),
        ("2024", "Gjennomført 2023", None),
        ("Kvart år", "Hvert år", None),
        ("Kvart år", "To gonger i året", "changed"),
        ("Ved behov", "Ved behov", None),
        ("2024", "2024", None),
        ("", "", None),
    ],
)
def test_what_became_of_a_time(old: str, new: str, kind: str | None) -> None:
    before, after = (parse_schedule(raw) if raw else None for raw in (old, new))
    assert time_shift(before, after) == kind


def test_a_time_that_was_not_understood_is_not_compared() -> None:
    known, unknown = (
        parse_schedule("2024"),
        parse_schedule("2024").model_copy(update={"kind": None, "raw": "xx"}),
    )
    assert time_shift(known, unknown) == time_shift(unknown, known) == "unclear"
    assert time_shift(unknown, unknown) is None


@pytest.mark.parametrize("after", ["implemented", "discontinued"])
def test_another_status_is_told_and_silence_is_not(after: str) -> None:
    old = tiltak("Fortau", status="planned")
    assert diff([old], [tiltak("Fortau", status=after)]).tiltak[0].statuses[0].after == after
    assert diff([old], [tiltak("Fortau")]).tiltak[0].statuses == []


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"kommuner": [{"name": "Ål", "number": "0619", "current_number": "3328"}]}, "other-kommune"),
        ({"plan_type": "kulturplan"}, "other-plan-type"),
        ({"period": {"raw": "", "start_year": 2021, "end_year": 2024, "edtf": "2021/2024"}}, "same-period"),
        ({"period": {"raw": "", "start_year": 2015, "end_year": 2018, "edtf": "2015/2018"}}, "reversed"),
        (
            {"diagnostics": [{"code": "no-text-layer", "severity": "error", "message": "", "page": 1}]},
            "badly-read",
        ),
    ],
)
def test_what_makes_plans_hard_to_compare_is_told(more: dict[str, Any], code: str) -> None:
    old = made_plan("Gol", ["Fortau"], plan_type="idrettsplan")
    new = made_plan("Gol", ["Fortau"], **({"plan_type": "idrettsplan"} | in_other_file() | LATER | more))
    assert [note.code for note in diff_plans(old, new).notes] == [code]


def in_other_file() -> dict[str, Any]:
    return {"source": SOURCE | {"sha256": "1", "language": "nb"}}


def test_a_plan_in_which_nothing_was_found_is_told() -> None:
    new = made_plan("Gol", [], **(in_other_file() | LATER))
    assert [note.code for note in diff_plans(made_plan("Gol", ["Fortau"]), new).notes] == ["nothing-in-it"]


def test_a_kommune_goes_on_in_the_one_that_it_was_merged_into() -> None:
    old, new = (
        [{"name": name, "number": number, "current_number": "1577"}]
        for name, number in (("Hornindal", "1444"), ("Volda", "1577"))
    )
    plans: list[Plan] = [
        made_plan("", ["Fortau"], kommuner=old),
        made_plan("", ["Fortau"], kommuner=new, **(in_other_file() | LATER)),
    ]
    assert diff_plans(*plans).notes == []


@pytest.mark.parametrize(
    ("old", "new", "other_standard", "told"),
    [
        ("Bygge fortau", "Bygge bredt fortau", False, "Bygge {bredt} fortau"),
        ("Byggje fortau i sentrum", "Byggje fortau", False, "Byggje fortau [i sentrum]"),
        ("Det skal vere 20 plassar", "Det skal være 30 plasser", True, "Det skal være [20] {30} plasser"),
    ],
)
def test_words_are_struck_out_and_put_in(old: str, new: str, other_standard: bool, told: str) -> None:
    marks = {"same": "%s", "deleted": "[%s]", "inserted": "{%s}"}
    runs = redline([old], [new], other_standard=other_standard)
    assert " ".join(marks[run.kind] % run.text for run in runs) == told


@pytest.mark.parametrize(
    ("old", "new", "years"),
    [
        ("2024", "2026", 2),
        ("2026", "2024", -2),
        ("Høst 2020", "Innen 1. mars 2021", None),
        ("Haust 2020", "Innan 1. mars 2021", None),
        ("Innan 1. mars 2020", "Innan 1. juni 2022", 2),
        ("Innen 1. juni 2020", "Innen 1. mars 2022", 1),
        ("2020", "Innan 1. mars 2021", None),
    ],
)
def test_only_whole_years_are_counted(old: str, new: str, years: int | None) -> None:
    found = diff([tiltak("Fortau", when=old)], [tiltak("Fortau", when=new)])
    [change] = found.tiltak[0].times
    assert change.years == years
