from __future__ import annotations

import pytest

from extractor.interpret.legal import find_legal_basis
from tests.interpret.build import drawn


def laws(drawing: str) -> list[str]:
    return [law.reference for law in find_legal_basis(drawn(drawing))]


@pytest.mark.parametrize(
    ("sentence", "references"),
    [
        ("Etter alkoholloven § 1-7d skal kommunen ha en plan.", ["alkoholloven § 1-7d"]),
        ("Etter alkohollova § 1-7d skal kommunen ha ein plan.", ["alkohollova § 1-7d"]),
        ("I Alkohollovens § 1- 5 heter det blant annet", ["alkoholloven § 1-5"]),
        ("I alkohollovas § 1-5 heiter det", ["alkohollova § 1-5"]),
        ("jf. §1-7 d i alkoholloven", ["alkoholloven § 1-7d"]),
        ("Alkoholloven, 1-7d", ["alkoholloven § 1-7d"]),
        ("Etter folkehelselova § 6 skal kommunen", ["folkehelselova § 6"]),
        ("Folkehelseloven pålegger i § 5 kommunen å ha oversikt", ["folkehelseloven § 5"]),
        ("se pbl. § 11-3", ["pbl. § 11-3"]),
        (
            "Plan- og bygningsloven §§ 10-1 og 11-1",
            ["plan- og bygningsloven § 10-1", "plan- og bygningsloven § 11-1"],
        ),
        ("§§ 5 og 6 i folkehelselova", ["folkehelselova § 5", "folkehelselova § 6"]),
        ("folkehelseloven §§ 4-7", ["folkehelseloven §§ 4-7"]),
        ("helse- og omsorgstenestelova § 3-3 a", ["helse- og omsorgstenestelova § 3-3a"]),
        ("Alkoholloven av 2. juni 1989 nr. 27 § 1-7d", ["alkoholloven § 1-7d"]),
        ("Lov om omsetning av alkoholholdig drikk m.v. (alkoholloven) § 1-7d", ["alkoholloven § 1-7d"]),
        ("Lov om helsepersonell m.v. av 2. juli 1999 nr. 64, særlig § 10a", ["lov om helsepersonell § 10a"]),
        ("lov om sosiale tenester i NAV § 15", ["lov om sosiale tenester i NAV § 15"]),
        ("NAV-loven § 15", ["NAV-loven § 15"]),
        ("Lov 24. juni 2011 nr. 29 om folkehelsearbeid § 5", ["lov om folkehelsearbeid § 5"]),
        (
            "lov av 2. juni 1989 nr 27 om omsetnad av alkoholhaldig drikk m.v. § 1-7 d",
            ["lov om omsetnad av alkoholhaldig drikk § 1-7d"],
        ),
        ("barnevernsloven § 15-1 tredje ledd", ["barnevernsloven § 15-1"]),
        ("pbl § 11-9 nr. 5 og 6 og § 11-10 andre ledd", ["pbl § 11-9", "pbl § 11-10"]),
        ("alkoholloven § 1-7 d), jf. § 1-7", ["alkoholloven § 1-7d", "alkoholloven § 1-7"]),
        ("BARNEVERNLOVA § 3-1, § 4-4", ["barnevernlova § 3-1", "barnevernlova § 4-4"]),
        ("Folkehelseloven pålegger kommunen å ha oversikt.", []),
        ("Etter loven § 3 gjelder dette.", []),
        ("Ungdom får ikke lov til å drikke.", []),
        ("Alkoholloven gjelder i 2016-2020.", []),
    ],
)
def test_a_law_is_named_with_its_paragraph(sentence: str, references: list[str]) -> None:
    assert laws(sentence) == references


def test_each_place_in_the_law_is_named_once_in_reading_order() -> None:
    drawing = """
    # 1 Lovgrunnlag
    Etter folkehelseloven § 5 og alkoholloven § 1-7d.
    | Lov | Plikt |
    | kommuneloven § 14-2 | økonomiplan |
    Se folkehelselovens § 5.
    """
    assert laws(drawing) == ["folkehelseloven § 5", "alkoholloven § 1-7d", "kommuneloven § 14-2"]


def test_a_reference_tells_where_it_stands() -> None:
    outline = drawn("Kommunen skal etter alkohollova § 1-7d ha ein plan.")
    (place,) = find_legal_basis(outline)[0].source
    assert outline.document.text[place.start : place.end] == "alkohollova § 1-7d"


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("Etter PBL § 11-3 og plan- og bygningsloven § 11-3.", ["plan- og bygningsloven § 11-3"]),
        ("Lov om folkehelsearbeid § 5. Sjå folkehelselova § 5.", ["folkehelselova § 5"]),
        ("Folkehelseloven § 5 og folkehelselova § 5.", ["folkehelseloven § 5"]),
        ("Barnevernloven § 3-1 og barnevernsloven § 3-1.", ["barnevernloven § 3-1", "barnevernsloven § 3-1"]),
    ],
)
def test_a_law_with_several_names_is_named_once(text: str, references: list[str]) -> None:
    assert laws(text) == references


@pytest.mark.parametrize(
    ("nb", "nn"),
    [
        ("folkehelseloven § 5", "folkehelselova § 5"),
        ("plan- og bygningsloven § 11-3", "pbl. § 11-3"),
        ("lov om sosiale tjenester i NAV § 15", "sosialtenestelova § 15"),
    ],
)
def test_a_law_has_one_name_whatever_the_document_calls_it(nb: str, nn: str) -> None:
    (first,), (second,) = find_legal_basis(drawn(nb)), find_legal_basis(drawn(nn))
    assert (first.law, first.paragraph) == (second.law, second.paragraph)
    assert first.reference != second.reference
