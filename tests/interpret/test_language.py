from __future__ import annotations

import subprocess
import sys
import time

import pytest

from extractor.interpret.language import (
    Language,
    _plain_ends,
    _told_by_tokens,
    detect_language,
    sentences,
)


def split(text: str, language: Language) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language=language)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kommunen skal ikke gjøre dette alene, men sammen med frivillige som vil være med.", "nb"),
        ("Kommunen skal ikkje gjere dette åleine, men saman med frivillige som vil vere med.", "nn"),
        ("Hva er utfordringene, og hvem har ansvaret for de forebyggende tjenestene?", "nb"),
        ("Kva er utfordringane, og kven har ansvaret for dei førebyggjande tenestene?", "nn"),
        ("ØKE KUNNSKAPEN OM RUSMIDLER I SKOLEN. FLERE MØTEPLASSER FRA 2014.", "nb"),
        ("AUKE KUNNSKAPEN OM RUSMIDDEL I SKULEN. FLEIRE MØTEPLASSAR FRÅ 2014.", "nn"),
    ],
)
def test_function_words_and_endings_tell_the_written_standard(text: str, language: str) -> None:
    assert detect_language([text]) == language


def test_nynorsk_with_some_bokmål_words_in_it_is_nynorsk() -> None:
    text = "Ein skal ha særskilt fokus på bruk av rusmiddel. Tilbodet skal være ope, og dei tilsette får veiledning."
    assert detect_language([text]) == "nn"


@pytest.mark.parametrize("text", ["", "2013 2014 2015", "Kommunen skal ha tiltak for barn."])
def test_text_of_both_standards_is_undecided(text: str) -> None:
    assert detect_language([text]) is None


def test_texts_are_judged_together() -> None:
    assert detect_language(["ikke", "noe annet"]) == "nb"


def test_text_that_is_half_of_each_is_undecided() -> None:
    assert detect_language(["ikke noen hva", "ikkje nokon kva"]) is None


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_year_ends_a_sentence(language: Language) -> None:
    assert split("Planen gjelder til 2030. Ansvarlig: PBL.", language) == [
        "Planen gjelder til 2030.",
        "Ansvarlig: PBL.",
    ]


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Opplæring i alkoholloven, konflikthandtering m.v. for alle.",
        "Tiltaket skal jf. Plan- og bygningsloven vere med.",
        "Kurs skal gis, bl.a. i ansvarlig vertskap.",
        "Dette gjelder f.eks. Lions og andre lag.",
        "Det trengs ca. 30 boliger.",
        "Vedtatt i sak nr. 45/16 av rådet.",
        "Tiltakene står i kap. 5 og pkt. 3.",
        "Målet er hentet fra St.meld. 30 om rus.",
        "Etter § 4. Kommunen skal ha oversikt.",
        "Fristen er 1. mars 2017.",
        "Møtet holdes 17. Mai hvert år.",
        "Leder er Kari B. Nordmann.",
        "2. Målgruppe er barn og unge.",
        "Opplæring for 8. og 10. trinn.",
    ],
)
def test_abbreviations_ordinals_and_paragraphs_do_not_end_a_sentence(
    sentence: str, language: Language
) -> None:
    assert split(sentence, language) == [sentence]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_quotes_and_brackets_that_close_belong_to_the_sentence(language: Language) -> None:
    assert split("Motto: «Sammen om rus.» Neste (se kap. 2). Ferdig!", language) == [
        "Motto: «Sammen om rus.»",
        "Neste (se kap. 2).",
        "Ferdig!",
    ]


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize(
    "text",
    [
        "Dei skal gå i ring rundt i. Og alle får e-post. Neste.",
        "Møtt: F. Thorsen og A. B. Lien. Forfall: S. Vik.",
        "Omtalt før (s. 7) «Trygt heim». Sjå vedlegg B. Ferdig?",
        "Gir e-læring til alle. Rapport i 2027. Evaluering i mai. Ja!",
    ],
)
def test_the_pattern_and_the_tokens_tell_the_same_sentences(text: str, language: Language) -> None:
    ends = _plain_ends(text)
    assert ends is not None
    assert [end for _, end in _told_by_tokens(text, language)] == [*ends, len(text)]


def test_an_abbreviation_of_more_ends_the_sentence_before_a_capital() -> None:
    assert len(split("Bygg, anlegg o.l. Kommunen eier dem.", "nb")) == 2


def test_empty_text_has_no_sentences() -> None:
    assert split("", "nb") == split("  ", "nn") == []


def test_spacy_is_loaded_only_when_sentences_are_split() -> None:
    code = """
import sys
from extractor.interpret.language import detect_language
assert detect_language(["ikke noe annet"]) == "nb"
assert "spacy" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("sign", ["(", "«", ".", "a-"])
def test_a_run_of_signs_without_end_takes_no_time(sign: str) -> None:
    text = sign * 20_000
    started = time.process_time()
    assert sentences(text, language="nb") == [(0, len(text))]
    assert time.process_time() - started < 5
