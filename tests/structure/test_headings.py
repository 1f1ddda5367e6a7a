"""Which lines are headings, at what level, and which only look like one."""

from __future__ import annotations

import pytest
from drawing import titles


def test_numbers_give_levels_and_a_closing_zero_is_the_chapter() -> None:
    found = titles("""
        1.0 Innledning

        Planen gjelder hele kommunen.

        1.1 Bakgrunn

        Arbeidet begynte i fjor.

        2.0 Tiltak

        Her er tiltakene.
    """)
    assert found == [(1, "1.0", "Innledning"), (2, "1.1", "Bakgrunn"), (1, "2.0", "Tiltak")]


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("Kapittel I. Innledning", "Kapittel II. Mål", "Mål"),
        ("Kapittel I. Innleiing", "Kapittel II. Mål", "Mål"),
        ("Del A: Innledning", "Del B: Tiltak", "Tiltak"),
        ("DEL 1 – INNLEIING", "DEL 2 – TILTAK", "TILTAK"),
    ],
)
def test_chapters_may_be_numbered_by_a_word(first: str, second: str, title: str) -> None:
    found = titles(f"{first}\n\nNoe tekst om planen.\n\n{second}\n\nMer tekst om planen.\n")
    assert [level for level, _, _ in found] == [1, 1]
    assert found[1][2] == title


@pytest.mark.parametrize(
    "point",
    [
        "2.1 Kommunen skal ha en fast kontaktperson for lag og foreninger.",
        "2.1 Kommunen skal ha ein fast kontaktperson for lag og foreiningar.",
        "2.1.1 Salgstiden er fra kl. 08.00 til kl. 20.00 på hverdager og dager før helligdager.",
    ],
)
def test_a_numbered_sentence_is_a_paragraph_and_no_heading(point: str) -> None:
    found = titles(f"1 Bakgrunn\n\nTekst.\n\n2 Regler\n\n{point}\n\n3 Oppfølging\n\nTekst.\n")
    assert [number for _, number, _ in found] == ["1", "2", "3"]


def test_numbered_lines_without_text_between_are_a_list() -> None:
    found = titles("""
        1 Bakgrunn

        Gruppa skal:

        1. Skaffe en oversikt
        2. Trekke ut hovedutfordringer
        3. Lage et utkast

        2 Mål

        Tekst om mål.
    """)
    assert [title for _, _, title in found] == ["Bakgrunn", "Mål"]


@pytest.mark.parametrize(
    ("contents", "heading"), [("Innhold", "Ungdom og fritid"), ("Innhald", "Ungdom og fritid")]
)
def test_the_table_of_contents_confirms_headings_and_is_no_content(contents: str, heading: str) -> None:
    found = titles(f"""
        {contents}

        1 Bakgrunn.....3
        2 Mål.....4
        {heading}.....5
        3 Økonomi.....6

        1 Bakgrunn

        Tekst.

        2 Mål

        Tekst.

        {heading}

        Tekst.

        3 Økonomi

        Tekst.
    """)
    assert [title for _, _, title in found] == ["Bakgrunn", "Mål", heading, "Økonomi"]


@pytest.mark.parametrize("label", ["Ansvar: Rektor", "Ansvarleg: Rektor", "Frist: 2027", "Status: I gang"])
def test_a_label_with_its_value_is_no_heading(label: str) -> None:
    found = titles(f"1 Mål\n\nTekst.\n\n2 Tiltak\n\nÅpne kaféen.\n{label}\n\n3 Økonomi\n\nTekst.\n")
    assert [title for _, _, title in found] == ["Mål", "Tiltak", "Økonomi"]


@pytest.mark.parametrize(
    ("word", "goal"),
    [
        ("Mål", "Alle barn skal ha en trygg skolevei."),
        ("Delmål", "Alle born skal ha ein trygg skuleveg."),
        ("Hovudmål", "Ingen skal bli skadde i trafikken."),
        ("Satsingsområde", "Trygg oppvekst"),
    ],
)
def test_a_numbered_goal_heads_what_follows_it(word: str, goal: str) -> None:
    found = titles(
        f"1 Mål og tiltak\n\nTekst.\n\n{word} 1: {goal}\n\n- Bygge fortau\n\n2 Økonomi\n\nTekst.\n"
    )
    assert (2, "1", goal) in found


def test_goals_in_a_row_are_a_list_and_head_nothing() -> None:
    found = titles("""
        1 Mål

        Delmål 1: Færre ulykker på kommunale veier.
        Delmål 2: Flere går til skolen.

        2 Tiltak

        Tekst.
    """)
    assert [title for _, _, title in found] == ["Mål", "Tiltak"]


def test_the_parts_of_a_case_document_are_headings_with_their_colon() -> None:
    found = titles("""
        Saksbehandler: Kari Nordmann

        Rådmannens forslag til vedtak:

        Planen vedtas.

        Saksopplysninger:

        Planen har ligget ute til høring.

        Vurdering:

        Rådmannen mener planen er god.
    """)
    assert [title for _, _, title in found] == [
        "Rådmannens forslag til vedtak:",
        "Saksopplysninger:",
        "Vurdering:",
    ]
    assert {level for level, _, _ in found} == {1}


def test_capitals_on_the_cover_are_the_title_and_no_chapter() -> None:
    found = titles("""
        RUSMIDDELPOLITISK
        HANDLINGSPLAN

        FORORD

        Denne planen er laget av mange.

        1 INNLEDNING

        Tekst.

        2 TILTAK

        Tekst.
    """)
    assert [title for _, _, title in found] == ["FORORD", "INNLEDNING", "TILTAK"]


def test_marked_up_headings_keep_their_levels_and_the_one_title_is_no_section() -> None:
    found = titles(
        "# Kulturplan 2022–2026\n\n## Mål\n\nTekst.\n\n### Barn\n\nTekst.\n\n## Tiltak\n\nTekst.\n"
    )
    assert found == [(1, None, "Mål"), (2, None, "Barn"), (1, None, "Tiltak")]


def test_letters_number_the_parts_of_a_chapter() -> None:
    found = titles("""
        Kapittel I. Situasjonen

        A. Ungdom

        Tekst om ungdom.

        B. Eldre

        Tekst om eldre.

        C. Salg og skjenking

        Tekst om salg.
    """)
    assert [(level, number) for level, number, _ in found] == [(1, "I"), (2, "A"), (2, "B"), (2, "C")]


@pytest.mark.parametrize(
    ("goal", "sub_goal", "text"),
    [
        ("Hovedmål", "Delmål", "Det skal være trygt å ferdes i bygda for alle."),
        ("Hovudmål", "Delmål", "Det skal vere trygt å ferdast i bygda for alle."),
        ("Visjon", "Overordna mål", "Det skal vere trygt å ferdast i bygda for alle."),
    ],
)
def test_known_titles_stand_inside_numbered_chapters(goal: str, sub_goal: str, text: str) -> None:
    found = titles(f"""
        Innhold
        1 Om planen .......... 2
        2 Mål .......... 3

        1 Om planen

        Planen er laget i år.

        2 Mål

        {goal}
        {text}

        {sub_goal}
        - Alle skoler skal ha hjertesone.
    """)
    assert found[2:] == [(2, None, goal), (2, None, sub_goal)]


@pytest.mark.parametrize("stage", ["Høringsutgave", "Høyringsutgåve", "Høringsutkast", "Høyringsutkast"])
def test_the_stage_of_a_draft_is_no_chapter(stage: str) -> None:
    found = titles(f"""
        PLANPROGRAM

        Plan for kultur 2031–2034

        {stage}

        Lagt ut til offentlig ettersyn av formannskapet i vår.

        1. FORMÅL

        Tekst.
    """)
    assert stage not in [title for _, _, title in found]


@pytest.mark.parametrize("item", ["Rutine for overgang til skolen", "Rutine for overgang til skulen"])
def test_a_list_that_runs_on_across_chapters_opens_no_chapter(item: str) -> None:
    found = titles(f"""
        1 Mål

        Tekst om mål.

        2 Tiltak

        2.1 Læring

        Dette skal vi gjøre:

        1. Plan mot mobbing
        2. Kurs for lærere

        2.2 Innsats

        Dette skal vi også gjøre:

        3. {item}
        Ansvar: Rektor

        3 Ressurser

        Tekst om ressurser.
    """)
    assert [(number, title) for _, number, title in found][-2:] == [("2.2", "Innsats"), ("3", "Ressurser")]


def test_mark_up_that_begins_with_the_third_level_gives_levels_from_the_first() -> None:
    found = titles("### 1. Mål\n\nTekst.\n\n#### 1.1 Delmål\n\nTekst.\n\n### 2. Tiltak\n\nTekst.\n")
    assert [level for level, _, _ in found] == [1, 2, 1]


@pytest.mark.parametrize(
    ("proposal", "facts", "summary", "meeting", "vote"),
    [
        (
            "Rådmannens innstilling:",
            "Saksopplysninger",
            "Sammendrag av høringsuttalelsene",
            "Kommunestyret 07.03.2031:",
            "KS-019/31 Vedtak:",
        ),
        (
            "Rådmannen si innstilling:",
            "Saksopplysningar",
            "Samandrag av høyringsfråsegnene",
            "Heradsstyret 07.03.2031:",
            "HS-019/31 Vedtak:",
        ),
    ],
)
def test_the_case_names_its_parts_by_sender_body_and_number(
    proposal: str, facts: str, summary: str, meeting: str, vote: str
) -> None:
    parts = [proposal, facts, summary, meeting, vote]
    text = "\n\n".join(f"{part}\n\nHer står det en hel setning om saken vår." for part in parts)
    assert [title for _, _, title in titles(text)] == parts


@pytest.mark.parametrize("title", ["Plan for oppvekst 2031–2034", "Plan for kultur 2031–2034"])
def test_sender_and_title_in_mark_up_are_no_sections(title: str) -> None:
    found = titles(
        f"# Bygda kommune\n\n## {title}\n\n### 1. Innleiing\n\nTekst.\n\n### 2. Tiltak\n\nTekst.\n"
    )
    assert [(level, number) for level, number, _ in found] == [(1, "1"), (1, "2")]


@pytest.mark.parametrize(
    ("vision", "goal", "text"),
    [
        ("Visjon", "Overordnet mål", "Bygda skal være en åpen kommune der alle kan delta."),
        ("Visjon", "Overordna mål", "Bygda skal vere ein open kommune der alle kan delta."),
    ],
)
def test_short_titles_stand_right_below_their_part(vision: str, goal: str, text: str) -> None:
    found = titles(f"""
        DEL I  KULTUR I BYGDA

        Her er det mange lag og foreninger.

        DEL II  MÅL

        {vision}
        Kultur for alle

        {goal}
        {text}
    """)
    assert [(level, title) for level, _, title in found][2:] == [(2, vision), (2, goal)]


@pytest.mark.parametrize(
    ("first", "second", "third", "lead"),
    [
        ("Hvorfor en demensplan", "Tidlig hjelp", "Pårørende", "Dette vil vi oppnå:"),
        ("Kvifor ein demensplan", "Tidleg hjelp", "Pårørande", "Dette vil me oppnå:"),
    ],
)
def test_a_web_copy_has_a_few_words_between_empty_lines_as_titles(
    first: str, second: str, third: str, lead: str
) -> None:
    text = "Om lag sytti personar i kommunen har fått diagnosen."
    found = titles(
        f"Bygda kommune\n\nDemensplan for Bygda\n\nVedteken i kommunestyret 17.06.2021, sak 33/21\n\n"
        f"{first}\n\n{text}\n\n{second}\n\n{lead}\n\n- Ingen ventar\n\n{third}\n\n{lead}\n\n- Alle får svar\n"
    )
    assert [title for _, _, title in found] == [first, second, third]


@pytest.mark.parametrize("line", ["Handlingsplan mot rus", "Trygg kommune", "Klimastrategi for bygda"])
def test_a_line_of_the_cover_is_no_title(line: str) -> None:
    text = "Planen gjeld for alle som bur og arbeider her."
    found = titles(f"Bygda\n\n{line}\n\n{text}\n\nBarn\n\n{text}\n\nUngdom\n\n{text}\n\nEldre\n\n{text}\n")
    assert line not in [title for _, _, title in found]


@pytest.mark.parametrize(
    ("second", "letter", "third"),
    [
        ("II. MÅL OG TILTAK", "B. Reiseliv", "III. OPPFØLGING"),
        ("II. Mål og tiltak", "B. Reiseliv", "III. Oppfølging"),
    ],
)
def test_roman_chapters_go_on_behind_their_lettered_parts(second: str, letter: str, third: str) -> None:
    text = "Kommunen fekk i fjor midlar til eit næringsprosjekt."
    lines = ["I. INNLEIING", second, "A. Industri", letter, third]
    found = titles("".join(f"{line}\n\n{text}\n\n" for line in lines))
    assert [(level, number) for level, number, _ in found] == [
        (1, "I"),
        (1, "II"),
        (2, "A"),
        (2, "B"),
        (1, "III"),
    ]


@pytest.mark.parametrize("vision", ["Enkle tjenester der folk bor", "Enkle tenester der folk bur"])
def test_a_line_below_the_heading_of_the_vision_is_the_vision(vision: str) -> None:
    text = "Planen tar opp tjenestene som kommunen har for alle."
    found = titles(
        f"Strategi\n\nInnledning\n\n{text}\n\nVisjon\n\n{vision}\n\nMål\n\nMål 1: Alle får\nMål 2: Data er trygge\n"
    )
    assert [title for _, _, title in found][-2:] == ["Visjon", "Mål"]


PARTS = """
    DEL A – {first}

    A1 {background}

    Tekst om planen og bygda.

    A2 {method}

    {text}

    DEL B – {second}

    B1 {measures}

    Tekst om det som skal skje.
"""
IN_BOTH_STANDARDS = pytest.mark.parametrize(
    ("first", "background", "method", "text", "second", "measures"),
    [
        (
            "INNLEDNING",
            "Bakgrunn",
            "Arbeidsmåte",
            "Alle fikk uttale seg.",
            "HVA VI GJØR",
            "Tiltak for skolen",
        ),
        ("INNLEIING", "Bakgrunn", "Arbeidsmåte", "Alle fekk uttale seg.", "KVA VI GJER", "Tiltak for skulen"),
    ],
)


@IN_BOTH_STANDARDS
def test_chapters_may_carry_the_letter_of_their_part(
    first: str, background: str, method: str, text: str, second: str, measures: str
) -> None:
    drawing = PARTS.format(
        first=first, background=background, method=method, text=text, second=second, measures=measures
    )
    assert titles(drawing) == [
        (1, "A", first),
        (2, "A1", background),
        (2, "A2", method),
        (1, "B", second),
        (2, "B1", measures),
    ]


@pytest.mark.parametrize(
    ("part", "first", "second"),
    [
        ("DEL A – INNLEDNING", "T1 Lys på gangveien", "T2 Benker i parken"),  # numbers of tiltak
        ("DEL A – INNLEIING", "T1 Lys på gangvegen", "T2 Benker i parken"),
        ("1 Innledning", "A1 Lys på gangveien", "A2 Benker i parken"),  # no part A
        ("1 Innleiing", "A1 Lys på gangvegen", "A2 Benker i parken"),
        ("DEL B – INNLEDNING", "A1 Lys på gangveien", "A2 Benker i parken"),
        ("DEL B – INNLEIING", "A1 Lys på gangvegen", "A2 Benker i parken"),
        ("DEL A – INNLEDNING", "A3 Lys på gangveien", "A4 Benker i parken"),  # not from the first on
        ("DEL A – INNLEIING", "A3 Lys på gangvegen", "A4 Benker i parken"),
    ],
)
def test_a_letter_and_a_number_that_no_part_carries_make_no_heading(
    part: str, first: str, second: str
) -> None:
    found = titles(f"{part}\n\nTekst.\n\n{first}\n\nTekst om det.\n\n{second}\n\nTekst om det.\n")
    assert not {"T1", "T2", "A1", "A2", "A3", "A4"} & {number for _, number, _ in found}


@pytest.mark.parametrize(
    ("part", "first", "second"),
    [
        ("DEL A – TILTAK", "A1 Lys på gangveien", "A2 Benker i parken"),
        ("DEL A – TILTAK", "A1 Lys på gangvegen", "A2 Benkar i parken"),
    ],
)
def test_lettered_lines_one_right_after_the_other_are_a_list(part: str, first: str, second: str) -> None:
    found = titles(f"{part}\n\nTekst.\n\n{first}\n{second}\n\nTekst om det.\n")
    assert "A1" not in {number for _, number, _ in found}
