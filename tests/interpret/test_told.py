"""Who answers for a measure and when it is due, where running text says it in sentences of its own."""

from __future__ import annotations

import re

import pytest
from drawing import promises

from extractor.interpret.drafts import TiltakDraft

NB = "Kommunen skal opprette en kafé for ungdom"
NN = "Kommunen skal opprette ein kafé for ungdom"


def _read(body: str, *, heading: str = "Tiltak") -> list[TiltakDraft]:
    return promises(f"1 {heading}\n\n{body}\n\n2 Økonomi\n\nAlt tas inn i budsjettet.\n").tiltak


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Kultursjefen har ansvaret", "Kultursjefen"),
        ("Kultursjefen har ansvaret for gjennomføringen", "Kultursjefen"),
        ("FAU og rektor har ansvaret for dette", "FAU og rektor"),
        ("Servicekontoret er ansvarlig for at kontrollene blir gjort", "Servicekontoret"),
        ("Oppfølgingsansvaret ligger hos kafékontakten", "kafékontakten"),
        ("Ansvaret er lagt til kultursjefen", "kultursjefen"),
        ("Ansvarlig for gjennomføringen er kultursjefen", "kultursjefen"),
        ("Arbeidet ledes av kultursjefen og NAV", "kultursjefen og NAV"),
        ("Det er kultursjefen som har ansvaret for at dette blir gjort", "kultursjefen"),
        ("Kultursjefen har ansvar for gjennomføringa", "Kultursjefen"),
        ("Servicekontoret er ansvarleg for at kontrollane vert gjort", "Servicekontoret"),
        ("Oppfølgingsansvaret ligg hjå kafékontakten", "kafékontakten"),
        ("Ansvaret vert lagt til kultursjefen", "kultursjefen"),
        ("Ansvarleg for gjennomføringa er kultursjefen", "kultursjefen"),
        ("Arbeidet vert leia av kultursjefen og NAV", "kultursjefen og NAV"),
        ("Det er kultursjefen som er ansvarleg for at dette vert gjort", "kultursjefen"),
    ],
)
@pytest.mark.parametrize("promise", [NB, NN])
def test_a_sentence_behind_a_promise_names_who_answers_for_it(
    sentence: str, party: str, promise: str
) -> None:
    [tiltak] = _read(f"{promise}. {sentence}.")
    assert (tiltak.text.value, tiltak.responsible) == (f"{promise}.", party)


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("Arbeidet starter opp i januar 2027", "starter opp i januar 2027"),
        ("Tilbudet skal være på plass innen utgangen av 2028", "skal være på plass innen utgangen av 2028"),
        ("Fristen for dette er 30. juni 2027", "30. juni 2027"),
        ("Arbeidet tek til hausten 2027", "tek til hausten 2027"),
        ("Tilbodet skal vere på plass innan utgangen av 2028", "skal vere på plass innan utgangen av 2028"),
        ("Fristen er sett til 30. juni 2027", "30. juni 2027"),
    ],
)
def test_a_sentence_behind_a_promise_says_when(sentence: str, time: str) -> None:
    [tiltak] = _read(f"{NN}. {sentence}. Kultursjefen har ansvaret.")
    assert (tiltak.schedule, tiltak.responsible) == (time, "Kultursjefen")


@pytest.mark.parametrize(
    "sentence",
    [
        "Fristen for dette arbeidet er 30. juni 2027, og ansvaret er lagt til kultursjefen",
        "Ansvaret ligg hjå kultursjefen, og fristen er 30. juni 2027",
    ],
)
def test_one_sentence_may_say_both(sentence: str) -> None:
    [tiltak] = _read(f"{NB}. {sentence}.")
    assert (tiltak.responsible, tiltak.schedule) == ("kultursjefen", "30. juni 2027")
    assert tiltak.is_deadline


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("Ansvarlig er rektorene. Skal holdes hver høst.", "hver høst"),
        ("Ansvarleg er rektorane. Skal haldast kvar haust.", "kvar haust"),
    ],
)
@pytest.mark.parametrize("marker", ["", "- "])
def test_a_sentence_without_subject_says_when(said: str, time: str, marker: str) -> None:
    [tiltak] = _read(f"{marker}{NB}. {said}")
    assert ((tiltak.responsible or "")[:6], (tiltak.schedule or "").rstrip(".")) == ("rektor", time)
    assert tiltak.text.value == f"{NB}."


def test_what_else_is_said_stays_in_the_text() -> None:
    [tiltak] = _read("Natteravnene gjenopptas. FAU har ansvaret. De går to ganger i måneden.")
    assert tiltak.text.value == "Natteravnene gjenopptas. De går to ganger i måneden."


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreldrene har ansvaret for egne barn",  # for something else
        "Foreldra har ansvaret for eigne born",
        "Kommunen har ansvaret for dette",  # nobody in particular
        "Staten har ansvaret",
        "Det er kommunen som har ansvaret",
        "Arbeidet ledes av alle som vil",
        "Arbeidet vert leia av dei som vil",
        "Kinoen ledes av kultursjefen",
        "Alle har ansvar for dette",
        "Kultursjefen har ansvar for drift av kinoen",
        "Kultursjefen har ansvaret for skoler og barnehager",
        "Det er uklart hvem som har ansvaret",
        "Det er uklart kven som har ansvaret",
    ],
)
def test_a_duty_for_something_else_or_of_nobody_names_no_party(sentence: str) -> None:
    assert not any(tiltak.responsible for tiltak in _read(f"{NB}. {sentence}."))


@pytest.mark.parametrize(
    "body",
    [
        "Gruppa drøftet kortere åpningstid, og den skal ikke innføres. Kultursjefen har ansvaret.",
        "Gruppa drøfta kortare opningstid, og ho skal ikkje innførast. Kultursjefen har ansvaret.",
        "Ungdom bruker mye tid på nett. Kultursjefen har ansvaret.",
    ],
)
def test_what_is_no_promise_gets_nobody(body: str) -> None:
    assert _read(body) == []


@pytest.mark.parametrize("heading", ["Status", "Evaluering", "Bakgrunn", "Innleiing"])
def test_other_chapters_tell_of_no_tiltak(heading: str) -> None:
    assert _read(f"{NB}. Kultursjefen har ansvaret.", heading=heading) == []


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("Kommunen vil bygge boliger. Ansvar/frist: NAV / innen 2028.", "NAV / innen 2028"),
        ("Kommunen vil byggje bustader. Ansvarleg/tidsfrist: NAV / innan 2028.", "NAV / innan 2028"),
    ],
)
def test_a_label_in_the_paragraph_may_hold_two_titles(body: str, who: str) -> None:
    [tiltak] = _read(body)
    assert (tiltak.responsible or "").rstrip(".") == who
    assert tiltak.mixed


@pytest.mark.parametrize(
    ("asked", "before"),
    [("Hva skal vi gjøre?", "Hvor står vi?"), ("Kva skal vi gjere?", "Kvar står vi?")],
)
def test_chapters_may_be_headed_by_questions(asked: str, before: str) -> None:
    assert len(_read(f"{NB}. Kultursjefen har ansvaret.", heading=asked)) == 1
    assert _read(f"{NB}. Kultursjefen har ansvaret.", heading=before) == []


@pytest.mark.parametrize(
    "sentence",
    [
        f"{NB}, og kultursjefen har ansvaret.",
        f"{NB}; kultursjefen er ansvarlig.",
        f"{NB} – kultursjefen har ansvaret for gjennomføringen.",
        f"{NN}, og kultursjefen har ansvaret.",
        f"{NN}; kultursjefen er ansvarleg.",
    ],
)
def test_the_last_clause_of_a_promise_names_who_answers_for_it(sentence: str) -> None:
    [tiltak] = _read(sentence)
    assert (tiltak.text.value, tiltak.responsible) == (re.split(r"[,;]| –", sentence)[0], "kultursjefen")


@pytest.mark.parametrize(
    ("promise", "sentence", "time"),
    [
        (
            "Kommunen skal lage et undervisningsopplegg.",
            "Opplegget skal være klart til skolestart 2024",
            "2024",
        ),
        ("Kommunen skal bygge en kino.", "Kinoen skal stå ferdig i 2025", "2025"),
        (
            "Kommunen skal lage eit undervisningsopplegg.",
            "Opplegget skal vere klart til skulestart 2024",
            "2024",
        ),
        ("Kommunen skal byggje ein kino.", "Kinoen skal stå ferdig i 2025", "2025"),
    ],
)
def test_a_noun_of_the_promise_may_be_what_is_due(promise: str, sentence: str, time: str) -> None:
    [tiltak] = _read(f"{promise} {sentence}, og kultursjefen har ansvaret.")
    assert (tiltak.text.value, tiltak.responsible) == (promise, "kultursjefen")
    assert tiltak.schedule == sentence[sentence.index("skal ") :]
    assert time in tiltak.schedule


@pytest.mark.parametrize(
    "general", ["Tiltakene skal gjennomføres i perioden", "Tiltaka skal gjennomførast i perioden"]
)
def test_what_is_said_of_all_tiltak_is_no_tiltak(general: str) -> None:
    assert _read(f"{general}. Rådmannen har ansvaret for dette.") == []


@pytest.mark.parametrize(
    "promise",
    [
        "Regjeringen vil lage en ny plan",
        "Statens vegvesen skal bygge gangvei",
        "Innlandet fylkeskommune skal bygge gangvei",
        "Regjeringa vil lage ein ny plan",
        "Fylkeskommunen skal byggje gangveg",
    ],
)
def test_what_state_and_county_promise_is_no_tiltak(promise: str) -> None:
    assert _read(f"{promise}. Vegvesenet har ansvaret.") == []
