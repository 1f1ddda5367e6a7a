from __future__ import annotations

import io

import docx as python_docx
import pytest
from read.make_docx import STYLES, p, r, row, shown, tab, table, tc, word

from extractor.document import LayoutDocument, Line, Table, Word
from extractor.read import read_bytes

DELETED = '<w:rPr><w:del w:author="NN"/></w:rPr>'


def read(body: str, **parts: str) -> LayoutDocument:
    return read_bytes(word(body, **parts), "plan.docx")


def drawn(line: Line) -> str:
    """A line as it would be typed: heading signs, marker, emphasis."""
    signs = "#" * line.heading + " " if line.heading else ""
    marker = f"{line.bullet} " if line.bullet else ""
    emphasis = "" if line.heading else "**" if line.bold else "*" if line.italic else ""
    return f"{signs}{marker}{emphasis}{line.text.value}{emphasis}"


def lines(body: str, **parts: str) -> list[str]:
    return [drawn(block) for block in read(body, **parts).pages[0].blocks if isinstance(block, Line)]


def tables(body: str) -> list[Table]:
    return [block for block in read(body).pages[0].blocks if isinstance(block, Table)]


def grid(body: str) -> list[list[str]]:
    [found] = tables(body)
    return [["|".join(drawn(line) for line in cell.lines) for cell in cells] for cells in found.rows]


def all_words(document: LayoutDocument) -> list[Word]:
    words = []
    for block in document.pages[0].blocks:
        cells = [cell for cells in block.rows for cell in cells] if isinstance(block, Table) else []
        words += block.text.words if isinstance(block, Line) else [w for cell in cells for w in cell.words]
    return words


PLAN = {
    "nb": p("Plan mot vold", "Overskrift1")
    + p("Vedtatt av kommunestyret i 2014.")
    + p("Mål", "Overskrift2")
    + p("Færre skal utsettes for vold")
    + table(row("Tiltak", "Ansvarlig", "Frist"), row("Kurs for ansatte", "Rådmannen", "Innen 2016")),
    "nn": p("Plan mot vald", "Overskrift1")
    + p("Vedteken av kommunestyret i 2014.")
    + p("Mål", "Overskrift2")
    + p("Færre skal bli utsette for vald")
    + table(row("Tiltak", "Ansvarleg", "Frist"), row("Kurs for tilsette", "Rådmannen", "Innan 2016")),
}
plans = pytest.mark.parametrize("plan", [pytest.param(text, id=language) for language, text in PLAN.items()])


@plans
@pytest.mark.parametrize("strict", [False, True])
def test_words_stand_where_they_say(plan: str, strict: bool) -> None:
    document = read_bytes(word(plan, strict=strict), "plan.docx")
    words = all_words(document)
    assert {"Mål", "Tiltak", "Kurs", "Rådmannen"} <= {word.text for word in words}
    for found in words:
        assert document.text[found.place.start : found.place.end] == found.text
        assert found.place.page is None and found.place.box is None
    assert [found.place.start for found in words] == sorted(found.place.start for found in words)


@plans
def test_headings_and_text_are_told_apart(plan: str) -> None:
    title, adopted, goals, goal = lines(plan)
    assert title.startswith("# Plan mot v") and goals == "## Mål"
    assert adopted.startswith("Ved") and goal.startswith("Færre")


@pytest.mark.parametrize("main", ["word/document.xml", "word/document2.xml"])
def test_the_part_with_the_text_may_have_another_name(main: str) -> None:
    assert read_bytes(word(p("Tiltak"), main=main), "plan.docx").text == "Tiltak\n"


TEXT_LEVEL = '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
STYLE = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'


@pytest.mark.parametrize(
    ("style", "level"),
    [
        (STYLE.format("Eigen", "Kapittel", '<w:basedOn w:val="Overskrift2"/>'), 2),
        (STYLE.format("Eigen", "Kapittel", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'), 3),
        (STYLE.format("Eigen", "Heading 3", ""), 3),
        (STYLE.format("Eigen", "overskrift 2 utan nummer", ""), 2),
        (STYLE.format("Eigen", "Brødtekst", f'<w:basedOn w:val="Overskrift2"/>{TEXT_LEVEL}'), None),
        (STYLE.format("Eigen", "Brødtekst", '<w:basedOn w:val="Eigen"/>'), None),
    ],
    ids=["based on a heading", "outline level", "English name", "Norwegian name", "text after all", "circle"],
)  # fmt: skip
def test_a_style_of_ones_own_may_be_a_heading(style: str, level: int | None) -> None:
    document = read(p("Skulevegar", "Eigen") + p("Tekst."), styles=STYLES + style)
    heading, text = document.pages[0].blocks
    assert isinstance(heading, Line) and isinstance(text, Line)
    assert (heading.heading, text.heading) == (level, None)


@pytest.mark.parametrize("style", ["Overskrift3", "Heading3", "overskrift 3"])
def test_a_heading_shows_itself_by_a_name_alone(style: str) -> None:
    assert lines(p("Skuleveg", style)) == ["### Skuleveg"]


def test_a_paragraph_may_be_a_heading_by_itself() -> None:
    assert lines(p("Tiltak", setting='<w:outlineLvl w:val="0"/>')) == ["# Tiltak"]
    assert lines(p("Tiltak", "Overskrift1", setting='<w:outlineLvl w:val="9"/>')) == ["**Tiltak**"]


def test_text_in_the_style_of_a_heading_is_text() -> None:
    assert not lines(p("Kommunen skal " + "arbeide for folkehelsa og " * 10, "Overskrift2"))[0].startswith(
        "#"
    )


def test_sizes_and_weights_come_from_styles_and_letters() -> None:
    [first, second, third] = read(
        p("Stort", "Overskrift1") + p("Lite") + p(inner=r("Sterkt", '<w:rStyle w:val="Sterk"/><w:sz w:val="30"/>'))
    ).pages[0].blocks  # fmt: skip
    assert isinstance(first, Line) and isinstance(second, Line) and isinstance(third, Line)
    assert [(line.size, line.bold) for line in (first, second, third)] == [
        (16, True),
        (11, False),
        (15, True),
    ]


def test_white_space_and_empty_paragraphs_set_lines_apart() -> None:
    spaced = '<w:spacing w:before="264"/>'
    found = read(p("Ein") + p("To", setting=spaced) + p() + p("Tre")).pages[0].blocks
    assert [line.gap for line in found if isinstance(line, Line)] == [0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        (f"<w:ins>{r('heile ')}</w:ins><w:del>{r('halve ')}</w:del>{r('året')}", "heile året"),
        (f"<w:moveFrom>{r('borte ')}</w:moveFrom><w:moveTo>{r('her')}</w:moveTo>", "her"),
        (r("synleg ") + r("skjult", "<w:vanish/>"), "synleg"),
        (r("synleg", '<w:vanish w:val="0"/>'), "synleg"),
        (f'<w:hyperlink r:id="rId9">{r("lenkje")}</w:hyperlink>', "lenkje"),
        (f"<w:smartTag><w:customXml>{r('Oslo')}</w:customXml></w:smartTag>", "Oslo"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Rådmannen')}</w:sdtContent></w:sdt>", "Rådmannen"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Klikk her')}</w:sdtContent></w:sdt>", ""),
        (f"{r('sjukehus')}<w:r><w:noBreakHyphen/></w:r>{r('drift')}", "sjukehus-drift"),
        (f"{r('folke')}<w:r><w:softHyphen/></w:r>{r('helse­plan')}", "folkehelseplan"),
        (f"{r('Ansvar:')}<w:r><w:tab/></w:r>{r('NAV')}", "Ansvar: NAV"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r(" utført"), "✓ utført"),
        (shown("<w:r><w:instrText>REF x</w:instrText></w:r>", "kapittel 3"), "kapittel 3"),
        (shown(r("ordre"), None) + r("tekst"), "tekst"),
        (f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>', "3"),
    ],
)  # fmt: skip
def test_what_a_reader_sees_is_read(inner: str, seen: str) -> None:
    assert "".join(lines(p(inner=inner) + p("Slutt"))[:-1]) == seen


def test_a_paragraph_whose_end_was_deleted_goes_on() -> None:
    assert lines(p("Kurs for", setting=DELETED) + p(" tilsette")) == ["Kurs for tilsette"]
    assert lines(p("D", setting='<w:framePr w:dropCap="drop"/>') + p("enne planen")) == ["Denne planen"]


def test_a_line_break_ends_a_line_unless_the_sentence_goes_on() -> None:
    broken = p(
        inner=r("Ansvar: NAV og")
        + "<w:r><w:br/></w:r>"
        + r("skulen")
        + "<w:r><w:br/></w:r>"
        + r("Frist: 2026")
    )
    found = [block for block in read(broken).pages[0].blocks if isinstance(block, Line)]
    assert [line.text.value for line in found] == ["Ansvar: NAV og", "skulen", "Frist: 2026"]
    assert [line.full for line in found] == [True, False, False]
    assert lines(p("Plan", "Overskrift1", inner="<w:r><w:br/></w:r>" + r("for alle"))) == ["# Plan for alle"]


BOX = f"<w:txbxContent>{p('Hovudmål: Trygge vegar')}</w:txbxContent>"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    drawing = f"<w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"
    choices = f"<mc:Choice>{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    both = f"<mc:AlternateContent>{choices}</mc:AlternateContent>"
    expected = ["Innleiing", "Hovudmål: Trygge vegar", "Slutt"]
    for inner in (both, drawing, old, both.replace(drawing, "<w:drawing/>")):
        assert lines(p("Innleiing", inner=f"<w:r>{inner}</w:r>") + p("Slutt")) == expected


def test_content_controls_around_paragraphs_rows_and_cells_are_gone_through() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = control.format(p("Tiltak")) + table(
        row("Tiltak", "Ansvar"), control.format(row("Kurs", control.format(tc("NAV"))))
    )
    assert lines(body) == ["Tiltak"]
    assert grid(body) == [["Tiltak", "Ansvar"], ["Kurs", "NAV"]]


def test_notes_stand_behind_the_text_in_the_order_of_their_marks() -> None:
    texts = {1: "Lov.", 2: "Tal.", 3: "Aldri."}
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    notes += "".join(f'<w:footnote w:id="{at}">{p(text)}</w:footnote>' for at, text in texts.items())
    marks = '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = p("Mål", inner=marks[0]) + table(row("Tiltak", tc(p("Kurs", inner=marks[1])))) + p("Slutt")
    found = [block for block in read(body, footnotes=notes).pages[0].blocks if isinstance(block, Line)]
    assert [(line.text.value, line.note) for line in found] == [
        ("Mål", False), ("Slutt", False), ("Tal.", True), ("Lov.", True),
    ]  # fmt: skip


def test_running_headers_and_footers_are_furniture() -> None:
    edges = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    footer = table(row("Plan", "Side 1 av 4"))
    document = read(p("Tekst") + edges, header=p("Lilleby kommune"), footer=footer)
    found = [(line.text.value, line.furniture) for line in document.pages[0].blocks if isinstance(line, Line)]
    assert found == [("Tekst", False), ("Lilleby kommune", True), ("Plan", True), ("Side 1 av 4", True)]


@pytest.mark.parametrize("style", ["INNH1", ""])
def test_entries_of_the_contents_have_their_leaders(style: str) -> None:
    entry = f'<w:hyperlink w:anchor="_Toc12">{tab("1", "Mål", "3")}</w:hyperlink>'
    assert lines(p(style=style, inner=entry)) == ["1 Mål .... 3"]
    assert lines(p(style="INNH1", inner=r("Mål")) + p("Tekst")) == ["Tekst"]


def test_what_python_docx_writes_is_read() -> None:
    document = python_docx.Document()
    document.add_heading("Tiltak", 1)
    document.add_paragraph("Kurs for tilsette", style="List Bullet")
    document.add_paragraph("Møte kvar haust", style="List Number")
    made = document.add_table(2, 2)
    made.cell(0, 0).merge(made.cell(0, 1)).text = "Ansvar"
    made.cell(1, 1).text = "NAV"
    out = io.BytesIO()
    document.save(out)
    found = read_bytes(out.getvalue(), "plan.docx").pages[0].blocks
    assert [drawn(line) for line in found if isinstance(line, Line)] == [
        "# Tiltak", "• Kurs for tilsette", "1. Møte kvar haust",
    ]  # fmt: skip
    [grid] = [block for block in found if isinstance(block, Table)]
    assert [[cell.value for cell in cells] for cells in grid.rows] == [["Ansvar", ""], ["", "NAV"]]
