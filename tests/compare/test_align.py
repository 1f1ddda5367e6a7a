from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.compare.align import ALIKE, Item, align, likeness


def items(*texts: tuple[str, str]) -> list[Item]:
    return [Item(f"{plan}.t{at}", plan, text) for at, (plan, text) in enumerate(texts)]


def rows(*texts: tuple[str, str]) -> list[list[str]]:
    return [[item.text for item in row.items] for row in align(items(*texts))]


def test_the_same_programme_in_two_plans_is_one_row() -> None:
    found = rows(
        ("p1", "Kjerleik og grensar"),
        ("p1", "Politiråd"),
        ("p2", "«Kjærlighet og grenser»"),
        ("p2", "Styrket fagledelse"),
    )
    assert found == [["Kjerleik og grensar", "«Kjærlighet og grenser»"]]


def test_items_of_one_plan_alone_are_no_row() -> None:
    assert rows(("p1", "Natteravner i helgene"), ("p1", "Natteravner hver helg")) == []


def test_what_one_says_in_few_words_and_the_other_in_many_is_the_same() -> None:
    assert rows(("p1", "Nattramnar"), ("p2", "Natteravner i helgene i samarbeid med FAU")) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Helsestasjon for ungdom", "Styrket fagledelse"),
        ("Prosjekt Eget Hjem", "Samarbeid mellom skole og heimen om grensesetting"),
        ("Kurs for ansatte i barnehagen", "Kurs i ansvarlig vertskap"),
        ("Etablere samarbeid med NAV", "Etablere samarbeid med politiet"),
        ("Utarbeide plan for skolene", "Utarbeide plan for idrettsanlegg"),
    ],
)
def test_other_things_are_no_row(one: str, other: str) -> None:
    assert rows(("p1", one), ("p2", other)) == []


def test_a_name_that_both_have_makes_them_alike() -> None:
    found = items(
        ("p1", "Ta i bruk «Trygg saman»"), ("p2", "Alle sjuendeklasser får programmet «Trygg sammen»")
    )
    assert likeness(found)(*found) >= ALIKE


@pytest.mark.parametrize(
    ("nb", "nn"),
    [
        ("Skjenkekontroller", "Kontroll av skjenkestadene"),
        ("Kompetanseheving om vold", "Auke kompetansen om vald"),
        ("Boligplan for eldre", "Utarbeide plan for bustader til eldre"),
        ("Kartlegge klimarisiko", "Klimarisikoen skal kartleggjast"),
    ],
)
def test_a_compound_is_said_by_its_parts(nb: str, nn: str) -> None:
    assert rows(("p1", nb), ("p2", nn), ("p3", "Ny brannstasjon")) != []


@pytest.mark.parametrize("text", ["Møteplass for {}", "Gratis trening for {}", "Kveldskurs for {}"])
def test_the_same_for_other_people_is_something_else(text: str) -> None:
    assert rows(("p1", text.format("eldre")), ("p2", text.format("ungdom"))) == []
    assert rows(("p1", text.format("barn")), ("p2", text.format("born"))) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Frukt i barnehagen hver dag", "Frukt på sjukeheimen kvar dag"),
        ("Frukt i barnehagen kvar dag", "Frukt på sykehjemmet hver dag"),
        ("Utvide skjenketiden", "Redusere skjenketida"),
        ("Auke skjenketida", "Innskrenke skjenketidene"),
        ("Bygge turløype", "Vedlikehald av turløype"),
    ],
)
def test_the_same_in_another_place_or_another_way_is_something_else(one: str, other: str) -> None:
    assert rows(("p1", one), ("p2", other), ("p3", "Ny brannstasjon")) == []


@pytest.mark.parametrize(
    ("nb", "nn"),
    [
        ("Opplæring for ansatte om selvskading", "Kurs for tilsette om sjølvskading"),
        ("Los for ungdom utenfor skole og arbeid", "Ungdomslos"),
        ("Digital samhandlingsarena", "Elektronisk samhandlingsarena"),
    ],
)
def test_words_that_stand_for_each_other_and_words_run_together_are_shared(nb: str, nn: str) -> None:
    assert rows(("p1", nb), ("p2", nn), ("p3", "Ny brannstasjon")) != []


@pytest.mark.parametrize("place", ["i Vinje", "i Vinje kommune", "for Bykle"])
def test_whose_plan_it_is_does_not_count(place: str) -> None:
    found = align(items(("p1", f"Nattramnar {place}"), ("p2", "Natteravner i Gol"), ("p3", "Ny bru")))
    assert [row.similarity for row in found] == [1.0]


def test_a_measure_that_hundreds_of_plans_have_is_one_row_whatever_stands_beside_it() -> None:
    extra = ["", " i helgane", " i helgene", " saman med FAU", " sammen med foreldre"]
    texts = [(f"p{at}", f"Natteravner{extra[at % len(extra)]}") for at in range(300)]
    (row,) = rows(*texts)
    assert len(row) == 300


def test_a_chain_whose_ends_have_nothing_in_common_is_no_row() -> None:
    found = rows(
        ("p1", "Foreldremøte om nettvett"),
        ("p2", "Foreldremøte om nettvett og trafikkregler på skoleveien"),
        ("p3", "Trafikkregler på skoleveien"),
    )
    assert all(len(row) == 2 for row in found)


@pytest.mark.parametrize(
    ("perhaps", "same"),
    [
        (
            "Holde samtalegruppe for barn som pårørende",
            "Samtalegruppa «Bjørka» for barn mellom 8 og 12 år starter",
        ),
        (
            "Halde samtalegruppe for born som pårørande",
            "Samtalegruppa «Bjørka» for born mellom 8 og 12 år startar",
        ),
    ],
)
def test_what_several_plans_surely_have_is_not_made_doubtful_by_what_perhaps_is_the_same(
    perhaps: str, same: str
) -> None:
    alone = align(items(("p1", perhaps), ("p2", same), ("p3", "Ny bru")))
    assert [row.sure for row in alone] == [False]
    found = align(items(("p1", perhaps), ("p2", same), ("p3", same), ("p4", "Ny bru")))
    assert [([item.plan for item in row.items], row.similarity, row.sure) for row in found] == [
        (["p2", "p3"], 1.0, True)
    ]


def test_rows_stand_in_the_order_of_their_first_items_whatever_the_plans() -> None:
    texts = [("p1", "Politiråd"), ("p1", "Kriseteam"), ("p2", "Kriseteam"), ("p3", "Politiråd")]
    assert rows(*texts) == [["Politiråd", "Politiråd"], ["Kriseteam", "Kriseteam"]]


WORDS = st.lists(
    st.sampled_from(["natteravner", "møte", "skole", "skule", "kurs", "MOT", "bolig", "og", "«Ung»"]),
    max_size=6,
)
TEXTS = st.lists(st.tuples(st.sampled_from(["p1", "p2", "p3"]), WORDS.map(" ".join)), max_size=12)


@given(TEXTS)
def test_an_item_is_in_one_row_at_most_and_rows_span_plans(texts: list[tuple[str, str]]) -> None:
    found = align(items(*texts))
    ids = [item.id for row in found for item in row.items]
    assert len(ids) == len(set(ids))
    assert all(len({item.plan for item in row.items}) > 1 for row in found)
    assert all(ALIKE <= row.similarity <= 1 for row in found)
    assert all(row.sure or len(row.items) == 2 for row in found)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_likeness_is_the_same_from_both_sides(one: str, other: str) -> None:
    first, second = items(("p1", one), ("p2", other))
    alike = likeness([first, second])
    assert alike(first, second) == pytest.approx(alike(second, first))
