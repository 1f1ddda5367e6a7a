from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.compare.words import names, stems
from extractor.lexicon import load_toml


@pytest.mark.parametrize(
    ("nb", "nn"),
    [
        ("Kjærlighet og grenser", "Kjærleik og grenser"),
        ("Kjærlighet og grenser", "Kjerleik og grensar"),
        ("Boligsosiale tiltak", "Bustadsosiale tiltak"),
        ("Trygge skoleveier", "Trygge skulevegar"),
        ("Natteravner i helgene", "Nattramnar i helgane"),
        ("Veiledning av foreldre", "Rettleiing til foreldre"),
        ("Salgs- og skjenkebevillinger", "Sals- og skjenkeløyve"),
        ("Selvhjelpsgrupper for pårørende", "Sjølvhjelpsgruppe for pårørande"),
        ("Hverdagsrehabilitering", "Kvardagsrehabilitering"),
        ("Vold i nære relasjoner", "Vald i nære relasjonar"),
        ("Virksomhetsplan", "Verksemdsplan"),
        ("Muligheter", "Moglegheiter"),
        ("Økt sikkerhet", "Auka tryggleik"),
        ("Helsesøster", "Helsesjukepleiar"),
        ("Tilskudd til lag og foreninger", "Tilskot til lag og foreiningar"),
    ],
)
def test_both_written_standards_have_the_same_stems(nb: str, nn: str) -> None:
    assert stems(nb) == stems(nn)


@pytest.mark.parametrize(
    ("one", "other"), [("Bolig", "Barnehage"), ("Vold", "Valg"), ("Leder", "Lærer"), ("Vei", "Vegg")]
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert not stems(one).keys() & stems(other).keys()


@pytest.mark.parametrize("text", ["Kommunen skal ha et godt tilbud", "Kommunen skal ha eit godt tilbod"])
def test_what_every_plan_says_counts_little(text: str) -> None:
    assert set(stems(text).values()) == {0.2}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Programmet «Trygg saman» på 7. steget", {"trygg samm"}),
        ('Bruke verdiene til "MOT"', {"mot"}),
        ("ALLE UNGDOMMER", set()),
        ("«Tiltak»", set()),
    ],
)
def test_quotation_marks_and_capitals_make_a_name(text: str, found: set[str]) -> None:
    assert names(text) >= found
    assert bool(names(text)) == bool(found)


def test_counterparts_name_each_word_once() -> None:
    data = load_toml("alike.toml")
    for table in ("whole", "ends", "counterparts"):
        others = [other for words in data[table].values() for other in words]
        assert len(others) == len(set(others)), table
        assert not data[table].keys() & set(others), table


@given(st.text())
def test_any_text_has_stems_with_weights(text: str) -> None:
    assert all(0 < weight <= 1 for weight in stems(text).values())
