from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.compare.compounds import parts_of
from extractor.compare.spelling import one_form
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
    assert set(stems(text).values()) == {0.15}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Programmet «Trygg saman» på 7. steget", {"trygg sam"}),
        ('Bruke verdiene til "MOT"', {"mot"}),
        ("ALLE UNGDOMMER", set()),
        ("«Tiltak»", set()),
    ],
)
def test_quotation_marks_and_capitals_make_a_name(text: str, found: set[str]) -> None:
    assert names(text) >= found
    assert bool(names(text)) == bool(found)


def test_counterparts_name_each_word_once() -> None:
    counterparts = load_toml("alike.toml")["counterparts"]
    others = [other for words in counterparts.values() for other in words]
    assert len(others) == len(set(others))
    assert not counterparts.keys() & set(others)


def test_what_stands_for_each_other_is_named_in_the_form_that_is_compared() -> None:
    for words in load_toml("alike.toml")["near"].values():
        forms = [one_form(word) for word in words]
        assert len(forms) == len(set(forms)) > 1, words
        assert all(len(parts_of(word)) == 1 for word in words), words


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("butikkstyraren", ["butikk", "styre"]),
        ("butikkstyreren", ["butikk", "styre"]),
        ("lågare", ["lav"]),
        ("innbyggjarane", ["innbygger"]),
        ("innbyggernes", ["innbygger"]),
        ("tryggleiksalarmar", ["trygghet", "alarm"]),
        ("demensvenleg", ["demens", "vennlig"]),
        ("vassleidningsnettet", ["vann", "ledning", "nett"]),
        ("nattilsyn", ["natt", "tilsyn"]),
        ("midtdelarar", ["midtdeler"]),
        ("ungdomsskuleelevar", ["ungdom", "skole", "elev"]),
    ],
)
def test_endings_are_no_parts_of_compounds(word: str, parts: list[str]) -> None:
    assert list(parts_of(word)) == [one_form(part) for part in parts]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Gang- og sykkelveger", "Gangveger og sykkelveger"),
        ("Gang- og sykkelvegar", "Gangvegar og sykkelvegar"),
        ("Idretts- og friluftsutstyr", "Idrettsutstyr og friluftsutstyr"),
        ("Sals- og skjenkeløyve", "Salsløyve og skjenkeløyve"),
    ],
)
def test_what_is_written_short_is_written_out(short: str, long: str) -> None:
    assert stems(short) == stems(long)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("etablering", "etablere"),
        ("etablert", "etablerast"),
        ("undersøkelsen", "undersøkinga"),
        ("veiledningen", "veilede"),
        ("ungdommene", "ungdom"),
        ("programmet", "program"),
        ("møtene", "møte"),
        ("åpenheten", "åpenhet"),
        ("bustadane", "bolig"),
        ("arbeidslause", "arbeidsledig"),
    ],
)
def test_inflected_words_have_one_form(one: str, other: str) -> None:
    assert one_form(one) == one_form(other)


@given(st.text())
def test_any_text_has_stems_with_weights(text: str) -> None:
    assert all(0 < weight <= 1 for weight in stems(text).values())
