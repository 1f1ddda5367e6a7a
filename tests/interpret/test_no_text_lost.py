"""What no goal and no tiltak is made of still stands in the output: covers, labels, numbered sentences."""

from __future__ import annotations

import pytest

from extractor.interpret import interpret
from tests.interpret.build import drawn, text


@pytest.mark.parametrize(
    ("cover", "opening"),
    [
        ("Vedtatt av kommunestyret", "Planen gjelder hele Lilleby."),
        ("Vedteken av kommunestyret", "Planen gjeld heile Lilleby."),
    ],
)
def test_the_cover_and_the_preamble_are_kept(cover: str, opening: str) -> None:
    plan = interpret(drawn(f"[20 bold] Trafikkplan\n{cover}\n\n- {opening}\n# 1 Vegar\nTekst")).plan
    assert plan.front == f"Trafikkplan\n{cover}\n- {opening}"
    assert plan.sections[0].text == "Tekst"
    assert interpret(drawn("# 1 Vegar\nTekst")).plan.front == ""


@pytest.mark.parametrize(
    ("heading", "label", "number", "title"),
    [
        ("Delmål 2: Flere sykler", "Delmål", "2", "Flere sykler"),
        ("Kapittel 3 Skuleveg", "Kapittel", "3", "Skuleveg"),
        ("Vedlegg 1 Kart", "Vedlegg", "1", "Kart"),
        ("Hovedmål", None, None, "Hovedmål"),
        ("4 Skoleveg", None, "4", "Skoleveg"),
    ],
)
def test_the_word_in_front_of_a_number_is_kept(
    heading: str, label: str | None, number: str | None, title: str
) -> None:
    (section,) = interpret(drawn(f"# {heading}\nTekst")).plan.sections
    assert (section.label, section.number, section.title) == (label, number, title)


@pytest.mark.parametrize(
    "sentence", ["Planen er en del av kommuneplanen.", "Planen er ein del av kommuneplanen."]
)
def test_a_numbered_sentence_without_a_title_opens_its_section(sentence: str) -> None:
    outline = drawn(f"# 1.0 {sentence}\nDen gjelder i fire år.")
    outline.sections[0].title = text("")
    (section,) = interpret(outline).plan.sections
    assert section.title == ""
    assert section.text == f"{sentence}\nDen gjelder i fire år."


def test_a_number_alone_adds_no_text() -> None:
    outline = drawn("# 2.1\nTekst")
    outline.sections[0].title, outline.sections[0].number = text(""), "2.1"
    assert interpret(outline).plan.sections[0].text == "Tekst"
