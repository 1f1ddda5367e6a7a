from __future__ import annotations

import time

import pytest

from extractor.document import LayoutDocument, Line, Table, Word
from extractor.read.html import read_html


def read(page: str | bytes) -> LayoutDocument:
    return read_html(page if isinstance(page, bytes) else page.encode(), "plan.html", "0" * 64)


def drawn(line: Line) -> str:
    """A line as it would be typed: heading signs, indent, marker, emphasis."""
    signs = "#" * line.heading + " " if line.heading else " " * int(line.indent)
    marker = f"{line.bullet} " if line.bullet else ""
    emphasis = "**" if line.bold else "*" if line.italic else ""
    return f"{signs}{marker}{emphasis}{line.text.value}{emphasis}"


def lines(page: str | bytes) -> list[str]:
    return [drawn(block) for block in read(page).pages[0].blocks if isinstance(block, Line)]


def tables(page: str | bytes) -> list[Table]:
    return [block for block in read(page).pages[0].blocks if isinstance(block, Table)]


def grid(page: str) -> list[list[list[str]]]:
    [table] = tables(page)
    return [[[drawn(line) for line in cell.lines] for cell in row] for row in table.rows]


def all_words(document: LayoutDocument) -> list[Word]:
    words = []
    for block in document.pages[0].blocks:
        cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
        words += block.text.words if isinstance(block, Line) else [w for cell in cells for w in cell.words]
    return words


PLAN = {
    "nb": """<h1>Plan mot vold</h1>
        <p>Vedtatt av kommunestyret i 2014, etter en høring som varte i seks uker.</p>
        <h2>Mål</h2><ul><li>Færre skal utsettes for vold<li>Flere skal få hjelp tidlig</ul>
        <table><tr><th>Tiltak<th>Ansvarlig<th>Frist
        <tr><td>Kurs for ansatte<td>Rådmannen<td>Innen 2016</table>""",
    "nn": """<h1>Plan mot vald</h1>
        <p>Vedteken av kommunestyret i 2014, etter ei høyring som varte i seks veker.</p>
        <h2>Mål</h2><ul><li>Færre skal bli utsette for vald<li>Fleire skal få hjelp tidleg</ul>
        <table><tr><th>Tiltak<th>Ansvarleg<th>Frist
        <tr><td>Kurs for tilsette<td>Rådmannen<td>Innan 2016</table>""",
}
plans = pytest.mark.parametrize("plan", [pytest.param(text, id=language) for language, text in PLAN.items()])


@plans
def test_words_stand_where_they_say(plan: str) -> None:
    document = read(plan)
    words = all_words(document)
    assert {"Mål", "Tiltak", "Kurs", "Rådmannen"} <= {word.text for word in words}
    for word in words:
        assert document.text[word.place.start : word.place.end] == word.text
        assert word.place.page is None and word.place.box is None
    assert [word.place.start for word in words] == sorted(word.place.start for word in words)


@plans
def test_headings_paragraphs_and_lists_are_told_apart(plan: str) -> None:
    title, adopted, goals, first, second = lines(plan)
    assert title.startswith("# Plan mot v")
    assert adopted.startswith("Ved") and adopted.endswith(".")
    assert goals == "## Mål"
    assert first.startswith("  • Færre skal") and second.startswith("  • Fle")


@plans
@pytest.mark.parametrize(
    "site",
    [
        "<nav><a href=/>Forsiden</a> <a href=/p>Planer</a></nav>{}",
        "<header><a href=/>X kommune</a><form><input name=q><button>Søk</button></form></header>{}",
        "{}<footer>Besøksadresse: Rådhuset. Ansvarlig redaktør: NN</footer>",
        "{}<aside>Kontakt: NN</aside>",
        '<div role="navigation">Meny</div><div role=search>Søk</div>{}<div role="contentinfo">Om oss</div>',
        '<div id="CookieBanner">Vi bruker informasjonskapsler for å gjøre nettstedet bedre. Godta</div>{}',
        '<ol class="breadcrumb"><li>Forsiden<li>Politikk<li>Planer</ol>{}',
        '<ul class="mainMenu"><li><a>Skole</a><li><a>Helse</a></ul>{}',
        '{}<div class="share-buttons"><a>Del på Facebook</a> <a>Del på LinkedIn</a></div>',
        "<script>var a = '<p>nei</p>';</script><style>p {{ color: red }}</style><noscript>På</noscript>{}",
        "<select><option>Velg språk</select><label for=a>Navn</label><textarea>skriv her</textarea>{}",
        '<a class="skip-link" href="#main">Hopp til hovedinnhold</a>{}',
    ],
)
def test_what_belongs_to_the_site_is_left_out(site: str, plan: str) -> None:
    assert lines(f"<body>{site.format(plan)}</body>") == lines(plan)


@plans
@pytest.mark.parametrize(
    "page",
    [
        "<div>Meny Søk</div><main>{}</main><div>Nyttige lenker</div>",
        "<div>Meny Søk</div><div role=main>{}</div>",
        "<div>Meny Søk</div><article>{}</article>",
        "<div>Meny Søk</div><main><p>Planer</p><article>{}</article></main>",
        '<div>Meny Søk</div><div id="innhold">{}</div>',
        '<form action="/side" id="aspnetForm"><div>Meny</div><main>{}</main></form>',
    ],
)
def test_the_main_element_is_the_document(page: str, plan: str) -> None:
    assert lines(page.format(plan)) == lines(plan)
    assert len(tables(page.format(plan))) == 1


@plans
@pytest.mark.parametrize(
    "page",
    [
        "<main><h1>Planer</h1></main>{}",
        "<article><p>Ingress</p></article><article>{}</article>",
        "<article>{0}</article><article>{0}</article>",
        '<div class="navbar">{}</div>',
        '<section id="nav"><h1>NAV</h1>{}</section>',
        "<aside>{}</aside>",
        '<div aria-hidden="true" style="display:none" class="accordion-panel">{}</div>',
        '<div class="menu">{}</div>',
    ],
)
def test_real_content_is_never_taken_for_the_site(page: str, plan: str) -> None:
    found = lines(page.format(plan))
    assert set(lines(plan)) <= set(found)


def test_a_contents_list_of_links_to_the_same_page_is_left_out() -> None:
    page = """<h2>Innhold</h2><ul><li><a href="#a">1. Mål</a><li><a href="#b">2. Tiltak</a></ul>
        <p class=MsoToc1><a href="#_Toc1">1. Mål.....2</a></p><h2><a href="#a">1. Mål</a></h2>
        <ul><li>Færre ulykker, se <a href="#b">tiltak</a><li><a href="/plan.pdf">Trafikkplan</a></ul>"""
    assert lines(page) == ["## Innhold", "## 1. Mål", "  • Færre ulykker, se tiltak", "  • Trafikkplan"]


def test_header_and_aside_of_an_article_belong_to_it() -> None:
    header = "<header><h1>Plan</h1><p>Vedtatt 2014</p></header>"
    page = f"<article>{header}<p>Tekst.</p><aside>Fakta</aside></article>"
    assert lines(page) == ["# Plan", "Vedtatt 2014", "Tekst.", "Fakta"]


def test_related_links_inside_an_article_do_not() -> None:
    assert lines("<article><p>Tekst.</p><aside><a>Flere planer</a></aside></article>") == ["Tekst."]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>Trafikkplan - X kommune</title><main>{}</main>", "# Trafikkplan - X kommune"),
        ("<title>Trafikkplan - X kommune</title><h1>Trafikkplan</h1><main>{}</main>", "# Trafikkplan"),
        ("<title>Trafikkplan - X</title><h1>X kommune</h1><main>{}</main>", "# Trafikkplan - X"),
        ("<title>Trafikkplan</title><main><h2>Del 1</h2>{}</main>", "## Del 1"),
    ],
)
def test_a_title_outside_the_document_is_fetched(page: str, title: str) -> None:
    text = "Tekst som er lang nok til å være selve dokumentet på denne siden."
    assert lines(page.format(f"<p>{text}</p>"))[0] == title


@pytest.mark.parametrize("name", ["plan_endelig.docx", "Microsoft Word - plan", "Untitled Document", ""])
def test_the_name_that_a_program_gave_is_no_title(name: str) -> None:
    assert lines(f"<title>{name}</title><p>Tekst</p>") == ["Tekst"]


def test_lists_keep_markers_and_depth() -> None:
    page = """<ul><li>En<ul><li>En a<li>En b</ul><li><p>To</p><p>mer</p></ul>
        <ol start=3><li>Tre<li>Fire<li value=9>Ni</ol><ol type=a><li>x<li>y</ol>
        <ol style="list-style:none"><li>1.1 z</ol>"""
    assert lines(page) == [
        "  • En", "    • En a", "    • En b", "  • To", "  mer",
        "  3. Tre", "  4. Fire", "  9. Ni", "  a. x", "  b. y", "  • 1.1 z",
    ]  # fmt: skip


def test_lists_that_word_saved_as_paragraphs_are_lists() -> None:
    marker = '<span style="font-family:Wingdings"><span style="mso-list:Ignore">{}<i>&nbsp;</i></span></span>'
    page = "".join(
        f'<p class=MsoListParagraph style="mso-list:l0 level{level} lfo1"><![if !supportLists]>'
        f"{marker.format(sign)}<![endif]>{text}<o:p></o:p></p>"
        for level, sign, text in [(1, "§", "Kurs"), (2, "o", "På skolene"), (1, "2.", "Møter")]
    )
    assert lines(page + "<p>Slutt</p>") == ["  • Kurs", "    • På skolene", "  2. Møter", "Slutt"]


def test_a_break_ends_a_line_but_not_a_heading() -> None:
    assert lines("<h1>Plan<br>for trafikk</h1><p>Ansvar: NAV<br>Frist: 2015</p>") == [
        "# Plan for trafikk",
        "Ansvar: NAV",
        "Frist: 2015",
    ]


def test_emphasis_counts_when_all_of_a_line_has_it() -> None:
    page = """<p><b>Tiltak</b></p><p><b>Tiltak</b> 1</p><p><em>Mål</em></p>
        <p><span style="font-weight: bold">Ansvar</span> <strong>her</strong></p>"""
    assert lines(page) == ["**Tiltak**", "Tiltak 1", "*Mål*", "**Ansvar her**"]


def test_accordions_are_read_and_buttons_are_not() -> None:
    page = """<h2><button aria-expanded="false">Mål</button></h2><p>Færre ulykker</p><button>Lytt</button>
        <details><summary>Tiltak</summary>Kurs</details>"""
    assert lines(page) == ["## Mål", "Færre ulykker", "**Tiltak**", "Kurs"]


def test_text_is_clean() -> None:
    page = "<p>Kom\u00admune&shy;plan&nbsp;2015 \ufb01ske A\u030arlig &#1;\u200bog\n  slutt</p>"
    assert lines(page) == ["Kommuneplan 2015 fiske Årlig og slutt"]


def test_numbers_of_footnotes_are_dropped_and_powers_are_not() -> None:
    assert lines("<p>Mål<sup><a href='#f1'>1</a></sup>: 20 m<sup>2</sup></p>") == ["Mål: 20 m2"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert lines("<pre>Mål:\n  - Trygg skulveg\n\n  - Lys</pre>") == ["Mål:", "- Trygg skulveg", "- Lys"]


def test_white_space_stands_above_paragraphs_only() -> None:
    blocks = read("<p>En<br>to</p><p>Tre</p><div>Fire</div>Fem<br><br>seks").pages[0].blocks
    assert [block.gap for block in blocks] == [1.0, 0.0, 1.0, 0.0, 0.0, 1.0]
    assert not any(block.full for block in blocks if isinstance(block, Line))


def test_a_cell_merged_over_rows_stands_in_each_and_one_merged_over_columns_once() -> None:
    page = """<table><tr><th>Tiltak<th>Ansvar<th>Frist<tr><td rowspan=2>Kurs<td>NAV<td>2014
        <tr><td colspan=2>Lege</table>"""
    assert grid(page) == [
        [["Tiltak"], ["Ansvar"], ["Frist"]],
        [["Kurs"], ["NAV"], ["2014"]],
        [["Kurs"], ["Lege"], []],
    ]


def test_a_header_cell_over_two_rows_is_one_title() -> None:
    page = """<table><thead><tr><th rowspan=2>Tiltak<th colspan=2>Ansvar<tr><th>Nordbygd<th>Sørbygd</thead>
        <tr><td>Kurs<td>NAV<td>Lege</table>"""
    assert grid(page) == [
        [["Tiltak"], ["Ansvar"], []],
        [[], ["Nordbygd"], ["Sørbygd"]],
        [["Kurs"], ["NAV"], ["Lege"]],
    ]


def test_a_wide_cell_ends_what_spanned_rows_above_it() -> None:
    page = """<table><tr><th>Mål<th>Tiltak<th>Ansvar<tr><td>A<td rowspan=2>Kurs<td>NAV<tr><td>B<td>Lege
        <tr><td colspan=2 rowspan=2>C<td>FAU<tr><td>Rektor</table>"""
    assert [[cell and cell[0] for cell in row] for row in grid(page)[3:]] == [
        ["C", [], "FAU"],
        ["C", [], "Rektor"],
    ]


@pytest.mark.parametrize(
    ("terms", "rows"),
    [
        ("<dt>Ansvarlig<dd>Rektor<dd>FAU<dt>Når?<dd>2015", [["Ansvarlig", "Rektor FAU"], ["Når?", "2015"]]),
        (
            "<div><dt>Ansvarleg<dd>Rektor</div><div><dt>Når?<dd>2015</div>",
            [["Ansvarleg", "Rektor"], ["Når?", "2015"]],
        ),
    ],
)
def test_a_list_of_terms_is_a_table_without_header(terms: str, rows: list[list[str]]) -> None:
    [table] = tables(f"<h2>Turgruppe</h2><dl>{terms}</dl>")
    assert [[cell.value for cell in row] for row in table.rows] == rows
    assert table.header_rows == 0


@pytest.mark.parametrize(
    "inner",
    [
        "<dt>Tiltak<dd><h3>Kurs</h3><p>Tekst",
        "<dd>Rektor",
        f"<dt>{'Kva er planen for? ' * 5}<dd>Svar",
        "<dt>Ansvar",
    ],
)
def test_a_list_of_terms_that_lays_out_a_text_stays_lines(inner: str) -> None:
    assert tables(f"<p>Innleiing</p><dl>{inner}</dl>") == []


def test_cells_hold_lines_and_list_items() -> None:
    page = """<table><tr><th>Tiltak<th>Ansvar<tr><td><h3>Trygg skoleveg</h3><ul><li>Lys<li>Skilt</ul>
        <td><p>Teknisk</p>Rektor<br>FAU</table>"""
    assert grid(page)[1] == [["**Trygg skoleveg**", "  • Lys", "  • Skilt"], ["Teknisk", "Rektor", "FAU"]]


@pytest.mark.parametrize(
    ("table", "headers"),
    [
        ("<tr><th>A<th>B<tr><td>1<td>2", 1),
        ("<thead><tr><td>A<td>B<tr><td>C<td>D</thead><tbody><tr><td>1<td>2", 2),
        ("<tr><th colspan=2>Tiltak<tr><th>A<th>B<tr><td>1<td>2", 2),
        ("<tr><td>A<td>B<tr><td>1<td>2", 1),
        ("<tr><th>Ansvar<td>NAV<tr><th>Frist<td>2014", 0),
        ("<tr><td><td><tr><th>A<th>B<tr><td>1<td>2", 0),
        ("<thead><tr><th><th></thead><tr><td>1<td>2<tr><td>3<td>4", 0),
    ],
)
def test_header_rows_are_counted(table: str, headers: int) -> None:
    assert tables(f"<table>{table}</table>")[0].header_rows == headers


def test_the_foot_comes_last_and_the_caption_first() -> None:
    page = """<table><caption>Tabell 1</caption><tfoot><tr><td>Sum<td>9</tfoot>
        <tr><td>A<td>B<tr><td>C<td>9</table>"""
    assert lines(page) == ["**Tabell 1**"]
    assert [row[0] for row in grid(page)] == [["A"], ["C"], ["Sum"]]


def test_empty_rows_and_columns_are_left_out() -> None:
    page = "<table><tr><td><td>&nbsp;<td><tr><td>A<td><img><td>B<tr><td>1<td> <td>2</table>"
    assert grid(page) == [[["A"], ["B"]], [["1"], ["2"]]]


@pytest.mark.parametrize(
    "frame",
    [
        "<table><tr><td>Meny<td>{}</table>",
        "<table role=presentation><tr><td>A<td>{}</table>",
        "<table><tr><td>{}</table>",
        "<table><tr><td>{}<td>" + "Lang tekst. " * 200 + "</table>",
    ],
)
@plans
def test_a_table_that_lays_out_the_page_is_no_table(frame: str, plan: str) -> None:
    page = frame.format(plan)
    assert set(lines(plan)) <= set(lines(page))
    assert [table.rows[0][0].value for table in tables(page)] == ["Tiltak"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
@plans
def test_the_encoding_is_found_without_being_declared(plan: str, encoding: str) -> None:
    assert lines(plan.encode(encoding)) == lines(plan)


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="{}">', '<meta content="text/html; charset={}">', "<?xml version='1.0' encoding='{}'?>"],
)
@plans
def test_a_declared_encoding_is_used(plan: str, declaration: str) -> None:
    page = declaration.format("iso-8859-4") + plan
    document = read(page.encode("iso-8859-4"))
    assert document.encoding == "iso8859-4"
    assert "Mål" in document.text


@plans
def test_a_wrong_declaration_does_no_harm(plan: str) -> None:
    assert lines(f"<meta charset=iso-8859-1>{plan}".encode()) == lines(plan)


def test_elements_closed_in_themselves_do_not_swallow_the_page() -> None:
    page = '<html><head><title/><script src="a.js"/></head><body><a name="x"/><p>Mål</p></body></html>'
    assert lines('<?xml version="1.0"?>' + page) == ["Mål"]


@pytest.mark.parametrize("tag", ["<div>", "<table><tr><td>", "<ul><li>", "<font>", "<b>", "<blockquote>"])
def test_nothing_is_lost_in_bottomless_nesting(tag: str) -> None:
    started = time.process_time()
    assert read(tag * 20_000 + "Mål<p>Tiltak").text.split() == ["Mål", "Tiltak"]
    assert time.process_time() - started < 5


def test_spans_without_measure_are_bounded() -> None:
    page = "<table>" + "<tr><td colspan=99999 rowspan=99999>A<td>B" * 200 + "</table>"
    started = time.process_time()
    assert "A" in read(page).text
    assert time.process_time() - started < 5


def test_declared_entities_are_not_expanded() -> None:
    bomb = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "Mål"}">' for i in range(12))
    assert len(read(f"<!DOCTYPE html [{bomb}]><html><body><p>&a11;</p>").text) < 5000


@pytest.mark.parametrize(
    "page", ["", "  \n", "<!-- mål", "<html>", "<frameset><frame src=x></frameset>", "<p>"]
)
def test_a_page_without_text_is_an_empty_document(page: str) -> None:
    document = read(page)
    assert document.text == "" and document.pages[0].blocks == []


@pytest.mark.parametrize("page", ["<p a<b @c=1 2=3>Mål", "<p>&#0;&#xD800;&#1;Mål</b></div>", "</div>Mål<td>"])
def test_broken_markup_is_read_as_far_as_it_goes(page: str) -> None:
    assert "Mål" in read(page).text
