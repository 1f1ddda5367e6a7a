from __future__ import annotations

import pytest

from extractor.interpret.decisions import find_decisions, next_revision
from tests.interpret.build import drawn

Vote = tuple[str | None, str | None, str | None]


def votes(drawing: str, furniture: tuple[str, ...] = ()) -> list[Vote]:
    decisions = find_decisions(drawn(drawing, furniture=furniture))
    return [(decision.body, decision.case_number, decision.date) for decision in decisions]


@pytest.mark.parametrize(
    ("line", "vote"),
    [
        ("Vedtatt av kommunestyret 23.06.2005, sak 30/05", ("kommunestyret", "30/05", "2005-06-23")),
        ("Vedteken av Bykle kommunestyre 14. juni 2012, sak 38/12", ("kommunestyret", "38/12", "2012-06-14")),
        ("Vedteke i kommunestyret 10.02.2021, sak nr 7/2021", ("kommunestyret", "7/2021", "2021-02-10")),
        ("Vedtatt av Namsos bystyre i møte 22. mai 2008 sak nr. 43/08", ("bystyret", "43/08", "2008-05-22")),
        (
            "Vedteken av heradsstyret 13. desember 2023, HST-sak 87/23",
            ("heradsstyret", "87/23", "2023-12-13"),
        ),
        ("VEDTATT AV KOMMUNESTYRET DEN 23. MAI 2007, SAK NR", ("kommunestyret", None, "2007-05-23")),
        ("Vedtatt av Tolga kommunestyre 31.03.08", ("kommunestyret", None, "2008-03-31")),
        ("Vedtatt av Tolga kommunestyre den , sak 60/10", ("kommunestyret", "60/10", None)),
        (
            "Vedtatt av kommunestyret 11. november 2025, sak PS 25/143",
            ("kommunestyret", "25/143", "2025-11-11"),
        ),
        ("Vedteken av kommunestyret 11. november 2025, PS 25/143", ("kommunestyret", "25/143", "2025-11-11")),
        ("Vedteken av kommunestyret 11.11.2025, arkivsak 25/143", ("kommunestyret", None, "2025-11-11")),
        ("Vedtatt 27.febr 2017 K. sak 9/17", ("kommunestyret", "9/17", "2017-02-27")),
        ("Vedtatt: Bystyret BS-sak 048/16", ("bystyret", "048/16", None)),
        ("Godkjend i Meland kommunestyre 12.12.12, sak 079/12", ("kommunestyret", "079/12", "2012-12-12")),
        ("Planen vart endeleg handsama av kommunestyret 19.10.23", ("kommunestyret", None, "2023-10-19")),
        ("Kommunestyret vedtok planen 26.01.2016 i sak 9/16", ("kommunestyret", "9/16", "2016-01-26")),
        ("Kommunestyrevedtak 45/16 av 16.06.2016", ("kommunestyret", "45/16", "2016-06-16")),
        ("(Med endringer etter vedtak i kommunestyret sak 4/14)", ("kommunestyret", "4/14", None)),
        (
            "Vedteken i kommunestyret 14. desember 2012 som sak PS 79/12",
            ("kommunestyret", "79/12", "2012-12-14"),
        ),
        ("Kommunestyret 12.12.2019, sak 9/19 (vedtatt)", ("kommunestyret", "9/19", "2019-12-12")),
        ("Kommunestyret 12.12.2019, sak 9/19 – vedteken", ("kommunestyret", "9/19", "2019-12-12")),
        ("Vedtatt: 12.12.2019", (None, None, "2019-12-12")),
        ("Vedteken 12.12.2019", (None, None, "2019-12-12")),
        (
            "Vedtatt i hovedutvalg for oppvekst 12.3.2019, sak 14/19",
            ("hovedutvalg for oppvekst", "14/19", "2019-03-12"),
        ),
        (
            "Behandlet i formannskapet 1.2.16, vedtatt av kommunestyret 9.2.16",
            ("kommunestyret", None, "2016-02-09"),
        ),
    ],
)
def test_an_adoption_on_the_cover_is_read(line: str, vote: Vote) -> None:
    assert votes(f"Kulturplan\n{line}") == [vote]


@pytest.mark.parametrize(
    "line",
    [
        "Vedtatt av:.....kommunestyre Dato:.....",
        "Vedteken av: ……… kommunestyre",
        "Vedtatt av kommunestyret",
        "Forslag til plan. Sendt på høring av formannskapet 12.01.2016, sak 5/16",
        "Utkast vedtatt lagt ut til offentlig ettersyn av planutvalget 12.01.2016, sak 5/16",
        "Vedteken av fylkestinget 16. juni",
        "Arkivsak 2014/5178, vedtatt",
        "Tatt til orientering i kommunestyret 12.01.2016, sak 5/16",
        "Vedtatt av kommunestyret 31.02.2016",
        "Planen er sendt kommunestyret for vedtak 12.12.2019",
        "Kommunestyret 2015-2019",
        "Revidert: 12.12.2019",
        "Vedtatt utlagt på høring i formannskapet 12.12.2019, sak 3/19",
        "Vedteke lagt ut til høyring i formannskapet 12.12.2019, sak 3/19",
        "Godkjent av: Kari Nordmann\nDato: 12.12.2019",
        "Vedtatt av kommunestyret\nPublisert 12.12.2019",
        "Vedteken av kommunestyret\nSist endra 12.12.2019",
        "Behandling:\nFormannskapet 12.03.2015, sak 23/15",
        "Oppdatert 12.12.2019",
        "Vedtatt 12.12.2019 som grunnlag for budsjettet",
    ],
)
def test_empty_forms_and_drafts_are_no_adoption(line: str) -> None:
    assert votes(f"Kulturplan\n{line}") == []


def test_date_and_case_number_may_stand_on_the_next_line() -> None:
    drawing = "Kulturplan\nVedtatt av kommunestyret\n16.06.2016, sak 45/16"
    assert votes(drawing) == [("kommunestyret", "45/16", "2016-06-16")]


@pytest.mark.parametrize(
    "lines",
    [
        "Vedtatt: 12.12.2019\nSak: 112/19\nKommunestyret",
        "Vedtatt dato: 12.12.2019\nVedtatt av: Kommunestyret\nSaksnr.: 112/19",
        "Vedteken: 12.12.2019\nVedteken av: Kommunestyret\nSaksnr.: 112/19",
    ],
)
def test_lines_that_each_tell_a_part_are_one_vote(lines: str) -> None:
    assert votes(f"Kulturplan\n{lines}\nRevidert: 01.02.2021") == [("kommunestyret", "112/19", "2019-12-12")]


@pytest.mark.parametrize(
    "cover",
    [
        "Vedteken av\nVolda kommunestyre 25.03.2021, sak 31/21\nHareid kommunestyre 29.04.2021, sak 27/21",
        "Vedtatt i kommunestyrene:\nGrong: 25.03.2021, sak 31/21\nLierne: 29.04.2021, sak 27/21",
        "Vedtatt av Grong kommunestyre 25.03.2021, sak 31/21 og Lierne kommunestyre 29.04.2021, sak 27/21",
        "| Vedteken av | Dato | Sak |\n| Volda kommunestyre | 25.03.2021 | 31/21 |\n"
        "| Hareid kommunestyre | 29.04.2021 | 27/21 |",
        "| Kommune | Vedtatt i kommunestyret | Sak |\n| Grong | 25.03.2021 | 31/21 |\n"
        "| Lierne | 29.04.2021 | 27/21 |",
    ],
)
def test_an_intermunicipal_plan_has_a_vote_for_each_council(cover: str) -> None:
    assert votes(f"Handlingsplan mot vald\n{cover}") == [
        ("kommunestyret", "31/21", "2021-03-25"),
        ("kommunestyret", "27/21", "2021-04-29"),
    ]


def test_a_list_of_versions_gives_the_votes_of_the_council_only() -> None:
    drawing = """
    Beredskapsplan
    | Versjon | Dato | Endring | Godkjent av |
    | 1.0 | 12.12.2019 | Ny plan | Kommunestyret |
    | 1.1 | 13.01.2020 | Rettet feil | Rådmannen |
    | 2.0 | 14.12.2021 | Revidert | Kommunestyret |
    """
    assert votes(drawing) == [("kommunestyret", None, "2019-12-12"), ("kommunestyret", None, "2021-12-14")]


def test_councils_that_vote_on_the_same_day_vote_each_for_itself() -> None:
    lines = "Grong kommunestyre 25.03.2021\nLierne kommunestyre 25.03.2021"
    assert len(votes(f"Rusplan\nVedtatt av:\n{lines}")) == 2


def test_a_table_with_document_control_is_read() -> None:
    drawing = """
    Kulturplan
    | Vedteken av: | Kommunestyret |
    | Vedtaksdato: | 12.12.2019 |
    | Saksnr: | 112/19 |
    """
    assert votes(drawing) == [("kommunestyret", "112/19", "2019-12-12")]


def test_adoption_and_revision_are_two_votes() -> None:
    drawing = """
    Folkehelseplan
    Vedtatt av Tolga kommunestyre 17.06.2021, sak 52/21
    Tiltaksdelen revidert i kommunestyret 12.12.2024, sak 131/24
    """
    assert votes(drawing) == [
        ("kommunestyret", "52/21", "2021-06-17"),
        ("kommunestyret", "131/24", "2024-12-12"),
    ]


def test_a_revision_without_body_is_by_the_body_named_before() -> None:
    line = "Vedtatt av kommunestyret 1.1.2010, sak 1/10, revidert 2.2.2012, sak 2/12"
    assert votes(line) == [("kommunestyret", "1/10", "2010-01-01"), ("kommunestyret", "2/12", "2012-02-02")]


def test_two_bodies_vote_twice() -> None:
    line = "Vedtatt av formannskapet 12.01.2016, sak 3/16 og kommunestyret 26.01.2016, sak 9/16"
    assert votes(line) == [("formannskapet", "3/16", "2016-01-12"), ("kommunestyret", "9/16", "2016-01-26")]


def test_the_same_vote_in_footer_and_body_is_one_and_keeps_the_fuller_wording() -> None:
    outline = drawn(
        """
        Trafikktryggingsplan
        # 1 Innleiing
        Planen vart vedteken av kommunestyret 12.12.2019, sak 112/19.
        """,
        furniture=["Vedteken i kommunestyret 12.12.2019 Side 3 av 9"],
    )
    (decision,) = find_decisions(outline)
    assert decision.case_number == "112/19"
    assert decision.raw == "vedteken av kommunestyret 12.12.2019, sak 112/19"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Planen ble vedtatt av kommunestyret 14.06.2012 i sak 38/12.", True),
        ("Denne planen vart vedteken av kommunestyret 14.06.2012 i sak 38/12.", True),
        ("Kulturplanen ble vedtatt av kommunestyret 14.06.2012 i sak 38/12.", True),
        ("Forrige plan ble vedtatt av kommunestyret 14.06.2012 i sak 38/12.", False),
        ("Den førre planen vart vedteken av kommunestyret 14.06.2012 i sak 38/12.", False),
        ("Kommuneplanen ble vedtatt av kommunestyret 14.06.2012 i sak 38/12.", False),
        ("Rusplan for Tolga ble vedtatt i 2011 (sak 9/11 i kommunestyret).", False),
        ("Formannskapet vedtok i sak 27/12 at bevillingsperioden forlenges.", False),
        ("Kommunestyret vedtok i sak 61/13 at det skulle lages en ny plan.", False),
        ("Da kommunestyret vedtok denne planen sommeren 2021, var det pandemi.", False),
    ],
)
def test_sentences_of_the_body_count_only_when_they_are_about_this_plan(sentence: str, found: bool) -> None:
    assert bool(votes(f"Kulturplan\n# 1 Innledning\n{sentence}")) is found


@pytest.mark.parametrize(
    ("title", "sentence", "year"),
    [
        (
            "Handlingsdel 2031–2032 til folkehelseplanen",
            "Handlingsdelen ble vedtatt av kommunestyret 21. juni 2031, sak 045/31. Folkehelseplanen ligger fast. "
            "Handlingsdelen skal rulleres annethvert år, neste gang i 2033, og da ser vi på alle tiltakene samlet.",
            "2033",
        ),
        (
            "Handlingsdel 2031–2032 til folkehelseplanen",
            "Handlingsdelen vart vedteken av kommunestyret 21. juni 2031, sak 045/31. Folkehelseplanen ligg fast. "
            "Handlingsdelen skal rullerast annakvart år, neste gong i 2033, og då ser vi på alle tiltaka samla.",
            "2033",
        ),
    ],
)
def test_a_paragraph_below_the_title_is_searched_as_running_text(
    title: str, sentence: str, year: str
) -> None:
    drawing = f"{title}\n{sentence}\n# 1 Innledning\nTekst."
    assert votes(drawing) == [("kommunestyret", "045/31", "2031-06-21")]
    assert next_revision(drawn(drawing)) == year


def test_a_part_that_the_cover_only_mentions_is_not_the_plan() -> None:
    drawing = "Kulturplan med handlingsdel\n# 1 Oppfølging\nHandlingsdelen skal rullerast i 2033."
    assert next_revision(drawn(drawing)) is None


def test_a_sentence_of_the_body_does_not_go_further_back_than_the_cover() -> None:
    drawing = """
    Rusplan
    Vedtatt av kommunestyret 16.06.2016, sak 45/16
    # 1 Innledning
    Planen ble vedtatt av kommunestyret 14.06.2012, sak 38/12.
    """
    assert votes(drawing) == [("kommunestyret", "45/16", "2016-06-16")]


def test_a_vote_tells_where_it_stands() -> None:
    outline = drawn("Kulturplan\n(Endret etter vedtak i kommunestyret sak 4/14)")
    (decision,) = find_decisions(outline)
    (place,) = decision.source
    assert outline.document.text[place.start : place.end] == decision.raw == "vedtak i kommunestyret sak 4/14"


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Neste fullstendige rullering: 2025", "2025"),
        ("Planen skal rullerast i 2014, midt i valperioden.", "2014"),
        ("Hele planen skal revideres neste gang i 2029.", "2029"),
        ("Planen skal reviderast i 2027, når oversynet er klart.", "2027"),
        ("Planen skal rulleres i 2020.", "2020"),
        ("Kommunen skal revidere planen innen utgangen av 2026.", "2026"),
        ("I 2027 skal planen reviderast.", "2027"),
        ("Neste rullering av planen vil skje i 2015.", "2015"),
        ("Neste revisjon av planen er i 2023.", "2023"),
        ("Rullering: 2026", "2026"),
        ("Planen skal takast opp til ny handsaming i 2001.", "2001"),
        ("Planen rulleres hvert fjerde år, neste gang i 2025.", "2025"),
        ("Planen blir oppdatert kvart år. Full revisjon skal skje i 2026.", "2026"),
        ("Full revisjon av planen skal skje i 2026.", "2026"),
        ("Rullering av planen er planlagt til 2027.", "2027"),
        ("Planen skal revideres innen 31.12.2026.", "2026"),
        ("Planen skal opp til ny handsaming i 2025.", "2025"),
        ("Planen skal etter vedtak i 2018 rulleres hvert fjerde år.", None),
        ("Planen rulleres hvert fjerde år, sist i 2018.", None),
        ("Planen vert rullert kvart fjerde år, sist 12.12.2018.", None),
        ("Revideringa av planen startar i 2026.", "2026"),
        ("Revisjon av kommuneplanen skal skje i 2026.", None),
        ("Full revisjon av planen ble gjort i 2019.", None),
        ("Planen rulleres hvert fjerde år.", None),
        ("Planen skal rullerast minst ein gong i kvar kommunestyreperiode.", None),
        ("Planen gjelder til 2030 og rulleres hvert fjerde år.", None),
        ("Planen ble revidert i 2014.", None),
        ("Planen vart sist rullert i 2014.", None),
        ("Formannskapet gav i mars 2019 ei gruppe i oppdrag å revidere planen.", None),
        ("Samfunnsdelen skal rulleres i 2020.", None),
        ("Neste rullering av kommuneplanen skjer i 2027.", None),
        ("Retningslinjer for alkohol revideres i 2018.", None),
        ("Planen skal rulleres i perioden 2021-2024.", None),
        ("Planen revideres årlig fra 2022.", None),
        ("Ny plan skal legges fram for politisk behandling innen juni 2026.", "2026"),
        ("Neste plan vedtas i 2027.", "2027"),
        ("Neste oversiktsdokument kommer i 2027.", "2027"),
        ("Ny plan skal leggjast fram innan utgangen av 2024.", "2024"),
        ("Neste dokument kjem i 2027.", "2027"),
        ("Neste utgåve vert lagd fram i 2027.", "2027"),
        ("Ny plan for idrett skal legges fram i 2026.", None),
        ("Kommunestyret vedtok at ny plan skal utarbeides i 2019.", None),
        ("Kommunestyret vedtok at ny plan skal utarbeidast i 2019.", None),
    ],
)
def test_only_a_coming_revision_of_this_plan_with_a_year_is_the_next_one(
    sentence: str, year: str | None
) -> None:
    assert next_revision(drawn(f"Folkehelseplan\n# 8 Rullering\n{sentence}")) == year


def test_the_cover_may_tell_the_next_revision() -> None:
    assert (
        next_revision(drawn("Rusplan\nNeste fullstendige rullering: 2025\n# 1 Innledning\nTekst.")) == "2025"
    )


@pytest.mark.parametrize("label", ["Neste revisjon", "Neste rullering:"])
def test_the_year_of_the_next_revision_may_stand_in_the_next_cell_or_line(label: str) -> None:
    assert next_revision(drawn(f"Rusplan\n| Vedtatt | 12.12.2021 |\n| {label} | 2025 |")) == "2025"
    assert next_revision(drawn(f"Rusplan\n{label}\n2025")) == "2025"


def test_a_revision_told_of_the_plan_before_is_not_the_next_one() -> None:
    drawing = "Rusplan\n# 2 Evaluering av forrige plan\nPlanen skulle rulleres. Planen skal rulleres i 2014."
    assert next_revision(drawn(drawing)) is None
