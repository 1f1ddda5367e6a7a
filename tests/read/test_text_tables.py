"""Tables in text files: columns set with white space, rows of open pipes, and what only looks like a table."""

from __future__ import annotations

from textwrap import dedent

import pytest

from extractor.document import LayoutDocument, Line, Table
from extractor.read.text import read_text

UNWRAPPED = {
    "nb": """
        Tiltak                     Ansvar               Frist
        Frokost på skolen          Rektorene            Høsten 2025
        Gratis svømmekurs          Kultursjefen         2026
        Turgruppe for eldre        Frivilligsentralen   Løpende
        """,
    "nn": """
        Tiltak                     Ansvar               Frist
        Frukost på skulen          Rektorane            Hausten 2025
        Gratis symjekurs           Kultursjefen         2026
        Turgruppe for eldre        Frivilligsentralen   Løpande
        """,
}
WRAPPED = {
    "nb": """
        TILTAK                     ANSVAR               FRIST
        Samtalekveld for nye       Leder på helse-      Hver høst
        foreldre i bygda           stasjonen
        Opplæring i brann-         Brannsjef,           1.3.2026
        vern på 7. trinn           rektorer
        Møteplass for unge         Ungdomskontakten     Løpende
        """,
    "nn": """
        TILTAK                     ANSVAR               FRIST
        Samtalekveld for nye       Leiar på helse-      Kvar haust
        foreldre i bygda           stasjonen
        Opplæring i brann-         Brannsjef,           1.3.2026
        vern på 7. steg            rektorar
        Møteplass for unge         Ungdomskontakten     Løpande
        """,
}


def read(drawing: str) -> LayoutDocument:
    return read_text(dedent(drawing).strip("\n").encode(), "plan.txt", "0" * 64)


def tables(drawing: str) -> list[list[list[str]]]:
    blocks = read(drawing).pages[0].blocks
    return [
        [[cell.value for cell in row] for row in block.rows] for block in blocks if isinstance(block, Table)
    ]


def lines(drawing: str) -> list[Line]:
    return [block for block in read(drawing).pages[0].blocks if isinstance(block, Line)]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("nb", ["Frokost på skolen", "Rektorene", "Høsten 2025"]),
        ("nn", ["Frukost på skulen", "Rektorane", "Hausten 2025"]),
    ],
)
def test_columns_set_with_wide_spaces_are_a_table(language: str, first: list[str]) -> None:
    (rows,) = tables(UNWRAPPED[language])
    assert rows[:2] == [["Tiltak", "Ansvar", "Frist"], first]
    assert [row[1] for row in rows[2:]] == ["Kultursjefen", "Frivilligsentralen"]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("nb", ["Samtalekveld for nye foreldre i bygda", "Leder på helsestasjonen", "Hver høst"], "rektorer"),
        (
            "nn",
            ["Samtalekveld for nye foreldre i bygda", "Leiar på helsestasjonen", "Kvar haust"],
            "rektorar",
        ),
    ],
)
def test_a_wrapped_cell_goes_on_in_the_row_above(language: str, first: list[str], second: str) -> None:
    (rows,) = tables(WRAPPED[language])
    assert len(rows) == 4
    assert rows[1] == first
    assert rows[2][0].startswith("Opplæring i brannvern på 7.")
    assert rows[2][1:] == [f"Brannsjef, {second}", "1.3.2026"]


@pytest.mark.parametrize("drawing", [*UNWRAPPED.values(), *WRAPPED.values()])
def test_every_word_of_a_table_knows_where_it_stands(drawing: str) -> None:
    document = read(drawing)
    (table,) = document.pages[0].blocks
    assert isinstance(table, Table)
    words = [word for row in table.rows for cell in row for word in cell.words]
    assert sorted(word.text for word in words) == sorted(document.text.split())
    assert all(document.text[word.place.start : word.place.end] == word.text for word in words)


@pytest.mark.parametrize(
    ("what", "who"), [("Hva", ["Ordfører", "Rådmannen"]), ("Kva", ["Ordførar", "Kommunedirektøren"])]
)
def test_crosses_stand_under_their_years(what: str, who: list[str]) -> None:
    drawing = f"""
        Nr   {what}                     Ansvar               2024   2025   2026
        A1   Refleksdag              {who[0]:<20}   x             x
        A2   Sykkelkurs              {who[1]:<20}          x      x
        """
    (rows,) = tables(drawing)
    assert rows[1] == ["A1", "Refleksdag", who[0], "x", "", "x"]
    assert rows[2] == ["A2", "Sykkelkurs", who[1], "", "x", "x"]


@pytest.mark.parametrize("time", ["Årlig", "Årleg"])
def test_rows_that_an_empty_line_parts_are_rows(time: str) -> None:
    drawing = f"""
        Mål              Tiltak                Ansvar       Tid

        Trygge veger     Fortau langs          Teknisk      2026
                         Storgata              etat

        Friske unge      Skolelag              Rektor       {time}
        """
    (rows,) = tables(drawing)
    assert rows[1] == ["Trygge veger", "Fortau langs Storgata", "Teknisk etat", "2026"]
    assert rows[2] == ["Friske unge", "Skolelag", "Rektor", time]


@pytest.mark.parametrize("goal", ["Trygge skoler", "Trygge skular"])
def test_a_row_may_leave_its_first_cell_to_the_row_above(goal: str) -> None:
    drawing = f"""
        Mål              Tiltak                Ansvar       Tid
        {goal}    Kurs for ansatte      Rektor       2026
                         Felles plan           NAV          2027
        Friske unge      Skolelag              Rektor       2028
        """
    (rows,) = tables(drawing)
    assert rows[2] == ["", "Felles plan", "NAV", "2027"]


@pytest.mark.parametrize(
    "drawing",
    [
        """
        Ansvar:      NAV
        Frist:       1. mai 2025
        Kostnad:     kr 10 000
        """,
        """
        Kap.     Tittel           Side
        1        Bakgrunn         3
        2        Mål og tiltak    5
        3        Oppfølging       9
        """,
        """
        Innhold           Kapittel        Side
        Innledning ........ 1 .............. 3
        Mål ............... 2 .............. 4
        Tiltak ............ 3 .............. 7
        """,
        """
        Planen er laget av en    Arbeidet har vart i to    Høringen viste at mange
        gruppe med deltakere     år, og det er holdt tre   ønsker flere møteplasser
        fra alle etatene, og     møter i bygda. Elevene    i sentrum, og at bussen
        politisk vedtatt her.    har svart på spørsmål.    må gå oftere om kvelden.
        """,
        """
        Planen er laga av ei     Arbeidet har vart i to    Høyringa viste at mange
        gruppe med deltakarar    år, og det er halde tre   ønskjer fleire møteplassar
        frå alle etatane, og     møte i bygda. Elevane     i sentrum, og at bussen
        politisk vedteke her.    har svart på spørsmål.    må gå oftare om kvelden.
        """,
        """
        Meny   Tenester   Politikk   Om kommunen

        Planen gjeld for heile kommunen og skal rullerast kvart år.
        """,
        """
        Storvik kommune       Telefon          Org.nr
        post@storvik.no
        Rådhusvegen 1
        """,
    ],
    ids=["labels", "contents", "leaders", "columns-nb", "columns-nn", "menu", "address"],
)
def test_lines_that_only_look_like_a_table_stay_lines(drawing: str) -> None:
    assert not tables(drawing)


@pytest.mark.parametrize("who", ["Rektorene", "Rektorane"])
def test_a_table_whose_rows_cannot_be_told_apart_stays_lines(who: str) -> None:
    drawing = f"""
        Tiltak                Ansvar         Frist
        Kurs for foreldre
                              {who}      2025
        Turlag for eldre
                              NAV            2026
        """
    assert not tables(drawing)
    assert any(who in line.text.value for line in lines(drawing))


@pytest.mark.parametrize(("when", "where"), [("hver uke", "skolen"), ("kvar veke", "skulen")])
def test_small_letters_open_rows_where_every_cell_begins_with_one(when: str, where: str) -> None:
    drawing = f"""
        Tiltak                  Ansvar            Tid
        frokost på {where}       rektor            {when}
        turlag for eldre        frivillige lag    {when}
        kurs for foreldre       helsestasjonen    våren 2026
        """
    (rows,) = tables(drawing)
    assert [row[0] for row in rows[1:]] == [f"frokost på {where}", "turlag for eldre", "kurs for foreldre"]


@pytest.mark.parametrize("title", ["Rusfrie kommunale arrangement", "Rusfrie kommunale tilskipingar"])
def test_a_goal_that_is_wrapped_beside_the_next_measure_stays_one_goal(title: str) -> None:
    front, back = title.rsplit(" ", 1)
    drawing = f"""
        Mål                  Tiltak                               Ansvar         Frist
        {front:<18}   Reglene for alkohol gjennomgås       Kulturleder    2026
        {back:<18}   Leiekontrakten får et nytt punkt     Rektor         2027
        Trygge veger         Fortau langs Storgata og Kyrkjegata  Teknisk etat   2028
        """
    (rows,) = tables(drawing)
    assert rows[1] == [title, "Reglene for alkohol gjennomgås", "Kulturleder", "2026"]
    assert rows[2] == ["", "Leiekontrakten får et nytt punkt", "Rektor", "2027"]


@pytest.mark.parametrize("who", ["Helsesykepleier", "Helsesjukepleiar"])
def test_a_table_whose_first_column_stands_lower_stays_lines(who: str) -> None:
    drawing = f"""
        Delmål                Tiltak                  Ansvar
                              Arbeide for at flere    Kultur
        1. Bevisste og
                              foreldre går vakt       {who}
        trygge foreldre
                              Kurs i grensesetting    NAV
        """
    assert not tables(drawing)


@pytest.mark.parametrize("place", ["Helsestasjonen", "Helsestasjonstenesta"])
def test_a_line_of_capitals_below_a_full_line_is_no_sure_row(place: str) -> None:
    drawing = f"""
        Tiltak                       Ansvar      Frist
        Samarbeidsmøte i kommunen    NAV         Hver høst
        {place}
        Kurs for foreldre            Rektor      2026
        Turlag for eldre             Frisklivs-  2027
                                     sentralen
        """
    assert not tables(drawing)


@pytest.mark.parametrize("after", ["Det er mange som deltar.", "Det er mange som deltek."])
def test_rows_below_an_unclear_line_never_serve_as_header(after: str) -> None:
    drawing = f"""
        Tiltak               Ansvar         Frist        Status
        Samarbeid med nye    Politiet og    Hver høst
        foreldre i bygda     lensmannen     2027         Planlagt
        Kurs for alle        Rektor         Årlig        Ny
        Turlag for eldre     NAV            Løpende      Ny
        Leksehjelp           Rektor         Årlig        Ny

        {after}
        """
    assert not tables(drawing)


@pytest.mark.parametrize("what", ["Disse tiltakene er nye.", "Desse tiltaka er nye."])
def test_the_text_behind_a_table_is_no_row(what: str) -> None:
    drawing = UNWRAPPED["nb"].rstrip() + f"\n\n        {what}\n\n        Ansvar:   NAV   Frist: 2026\n"
    (rows,) = tables(drawing)
    assert len(rows) == 4
    assert what in [line.text.value for line in lines(drawing)]


@pytest.mark.parametrize("owner", ["Ansvarlig", "Ansvarleg"])
def test_rows_between_open_pipes_are_a_table(owner: str) -> None:
    drawing = f"""
        Tiltak | 2024 | 2025 | {owner}
        Leirskole | x | | Rektor
        Bokbuss | | x |
        """
    (rows,) = tables(drawing)
    assert rows == [
        ["Tiltak", "2024", "2025", owner],
        ["Leirskole", "x", "", "Rektor"],
        ["Bokbuss", "", "x", ""],
    ]


@pytest.mark.parametrize(
    ("menu", "imprint"), [("Hjem | Om oss", "Personvern"), ("Heim | Om oss", "Personvern")]
)
def test_a_lone_line_with_pipes_is_a_menu(menu: str, imprint: str) -> None:
    assert not tables(f"{menu} | Kontakt\n\nPlanen gjelder fra 2025.\n\n{imprint} | Nettstedskart\n")


@pytest.mark.parametrize(("title", "chapter"), [("Plan for kultur", "Mål"), ("Plan for skulane", "Tiltak")])
def test_an_underlined_line_is_a_heading(title: str, chapter: str) -> None:
    found = lines(f"{title}\n=====\n\n{chapter}\n------\n\nKommunen vil ha flere kor.\n")
    assert [(line.text.value, line.heading) for line in found[:2]] == [(title, 1), (chapter, 2)]
    assert len(found) == 3


@pytest.mark.parametrize(
    "drawing",
    [
        "Planen gjelder for hele kommunen.\n---------\n\nNytt avsnitt\n",
        "Nytt avsnitt\n\n------------\n\nMer tekst\n",
        "Samlet plan\n----------------------------------------------------------\nMer tekst\n",
        "Tiltak    Ansvar   Frist\n------------------------\nKurs      NAV      2024\nLag       PPT      2025\n",
        "Kurs\tNAV\n----------\nLag\tPPT\n",
        "Det er et langt avsnitt som er brutt\nover to linjer\n---------------\n",
    ],
    ids=["sentence", "rule", "full-width-rule", "ruled-table", "ruled-tabs", "second-line"],
)
def test_a_rule_below_other_things_makes_no_heading(drawing: str) -> None:
    assert all(line.heading is None for line in lines(drawing))


def test_a_rule_below_the_header_leaves_the_table_whole() -> None:
    (rows,) = tables(
        """
        Tiltak          Ansvar         Frist
        --------------  -------------  -------
        Kurs            NAV            2024
        Turlag          Helsestasjon   2025
        """
    )
    assert rows == [
        ["Tiltak", "Ansvar", "Frist"],
        ["Kurs", "NAV", "2024"],
        ["Turlag", "Helsestasjon", "2025"],
    ]


@pytest.mark.parametrize(
    "label", ["*Ansvarlig:*", "**Ansvarleg:**", "_Ansvarlig:_", "__Ansvarleg__:", "*Tid*:"]
)
def test_an_emphasised_label_loses_its_marks(label: str) -> None:
    (line,) = lines(f"{label} Rektor\n")
    assert line.text.value == label.strip("*_:").rstrip("*_") + ": Rektor"


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("O P P V E K S T P L A N", "OPPVEKSTPLAN"),
        ("H A N D L I N G S P L A N   F O R   N O R D V I K", "HANDLINGSPLAN FOR NORDVIK"),
        ("**M Å L  O G  T I L T A K**", "MÅL OG TILTAK"),
        ("X X X X", "X X X X"),
        ("A B C D E", "A B C D E"),
        ("Møte med A S og B", "Møte med A S og B"),
    ],
)
def test_letter_spaced_capitals_are_words(raw: str, clean: str) -> None:
    (line,) = lines(raw + "\n")
    assert line.text.value == clean


def test_a_letter_spaced_word_stands_where_its_letters_stand() -> None:
    document = read("  P L A N  2025")
    (line,) = document.pages[0].blocks
    assert isinstance(line, Line)
    word = line.text.words[0]
    assert document.text[word.place.start : word.place.end] == "P L A N"


@pytest.mark.parametrize(
    "titles",
    [
        ("2\tKriseledelse", "2.1\tHvem som møter"),
        ("2\tKriseleiing", "2.1\tKven som møter"),
        ("5.\tTiltakskort", "5.1.\tStraumbrot"),
    ],
)
def test_numbers_and_titles_of_chapters_apart_by_a_tab_are_lines(titles: tuple[str, str]) -> None:
    blocks = (
        read_text("\n".join([*titles, "Leiinga møter i kommunehuset."]).encode(), "plan.txt", "0")
        .pages[0]
        .blocks
    )
    assert [block.text.value for block in blocks if isinstance(block, Line)][:2] == [
        title.replace("\t", " ") for title in titles
    ]


@pytest.mark.parametrize("rows", ["Nr\tTiltak\n1.1\tKafé\n1.2\tKlubb", "10.5\t12.3\n11.5\t13.3"])
def test_numbered_rows_below_a_header_and_figures_are_a_table(rows: str) -> None:
    blocks = read_text(rows.encode(), "plan.txt", "0").pages[0].blocks
    assert [type(block) for block in blocks] == [Table]


@pytest.mark.parametrize(
    ("long", "rest", "year"),
    [
        ("Trening for hjemmeboende over", "75 år", "utgangen av"),
        ("Trening for heimebuande over", "75 år", "slutten av"),
    ],
)
def test_figure_alone_below_a_full_first_cell_belongs_to_it(long: str, rest: str, year: str) -> None:
    drawing = f"""
        Tiltak                          Ansvar            Tid
        {long:<31} Fysioterapi-      Ukentlig
        {rest}
        Besøk hos dem som               Hjemmetjenesten   Innen
        er alene                                          {year}
                                                          2027
        """
    (rows,) = tables(drawing)
    assert [row[0] for row in rows] == ["Tiltak", f"{long} {rest}", "Besøk hos dem som er alene"]
    assert rows[2][2] == f"Innen {year} 2027"


@pytest.mark.parametrize("time", ["Annenhver", "Annankvar"])
def test_cell_that_ended_above_does_not_go_on_in_the_next_row(time: str) -> None:
    drawing = f"""
        Tiltak                   Ansvar         Tid
        Åpne haller lørdag       Idrettssjef    {time}
                                                lørdag
        Sykkelparkering med      Eiendomssjef   Innen
        tak ved skolene                         2027
        """
    (rows,) = tables(drawing)
    assert [row[0] for row in rows] == ["Tiltak", "Åpne haller lørdag", "Sykkelparkering med tak ved skolene"]


@pytest.mark.parametrize("first", ["Nr.", "Pkt.", "Saksnr."])
@pytest.mark.parametrize(("who", "when"), [("Ansv.", "Tidspkt."), ("Ansvarleg", "Når")])
def test_titles_of_columns_may_be_abbreviated(first: str, who: str, when: str) -> None:
    text = (
        f"{first:9}Tiltak                     {who:16}{when}\n"
        "1        Fortau langs bygdevegen    Teknisk         2005\n"
        "2        Gangfelt ved skulen        Vegvesenet      2006\n"
    )
    [found] = read_text(text.encode(), "plan.txt", "").pages[0].blocks
    assert isinstance(found, Table)
    assert [cell.value for cell in found.rows[1]] == ["1", "Fortau langs bygdevegen", "Teknisk", "2005"]


def test_rows_may_lack_the_number_that_stands_for_all_of_them() -> None:
    text = (
        "Saksnr.    Utvalg                     Møtedato\n"
        "12/31      Utvalg for miljø           14.11.2031\n"
        "           Kommunestyret              13.12.2031\n"
    )
    [found] = read_text(text.encode(), "sak.txt", "").pages[0].blocks
    assert isinstance(found, Table)
    assert [cell.value for cell in found.rows[2]] == ["", "Kommunestyret", "13.12.2031"]
