"""Tables that the structure tree of a tagged PDF tells, and trees that are not to be believed."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from read.make_pdf import tables, texts
from read.tagged_tree import Node, Piece, Stroke, make_tree, row
from reportlab.pdfbase.pdfmetrics import stringWidth

from extractor.document import LayoutDocument, Table
from extractor.read.pdf import read_pdf
from extractor.structure.sections import build_outline

XS = (70.0, 280.0, 420.0)
NB = (
    ("Tiltak", "Ansvarlig", "Frist"),
    [
        ("Bygge gangvei fra sentrum|til skolen", "Teknisk sjef", "2027"),
        ("Holde kurs for nye|foreldre hver høst", "Helsestasjonen", "Årlig"),
        ("Merke turløyper", "Turlaget", "2026"),
    ],
)
NN = (
    ("Tiltak", "Ansvarleg", "Frist"),
    [
        ("Byggje gangveg frå sentrum|til skulen", "Teknisk sjef", "2027"),
        ("Halde kurs for nye|foreldre kvar haust", "Helsestasjonen", "Årleg"),
        ("Merkje turløyper", "Turlaget", "2026"),
    ],
)
Plan = tuple[tuple[str, ...], list[tuple[str, ...]]]
both = pytest.mark.parametrize("plan", [NB, NN], ids=["nb", "nn"])
PROSE = "Kommunen skal være et godt sted å bo for alle som vil være her hele livet, og ta vare på dem som flytter hit."


def read(data: bytes) -> LayoutDocument:
    return read_pdf(data, "plan.pdf", "")


def values(table: Table) -> list[list[str]]:
    return [[cell.value for cell in cells] for cells in table.rows]


def only_table(data: bytes) -> list[list[str]]:
    found = tables(read(data))
    assert len(found) == 1
    return values(found[0])


def stitched(data: bytes) -> list[Table]:
    return [table for _, table in build_outline(read(data)).tables()]


def body(y: float, cells: tuple[str, ...], *, page: int = 1) -> Node:
    """Return a row whose short cells stand beside the last line of the first one."""
    low = y + 13 * cells[0].count("|")
    made = row(y, *zip(XS, cells, strict=True), page=page)
    made.kids = [
        made.kids[0],
        *(row(low, cell, page=page).kids[0] for cell in zip(XS[1:], cells[1:], strict=True)),
    ]
    return made


def header(titles: tuple[str, ...], y: float = 100, *, page: int = 1, kind: str = "TH") -> Node:
    return row(y, *zip(XS, titles, strict=True), kind=kind, page=page)


def plan_table(plan: Plan) -> Node:
    """Return a table without rules, its lines all equally far apart: no white space parts the rows."""
    rows, y = [header(plan[0])], 113.0
    for cells in plan[1]:
        rows.append(body(y, cells))
        y += 13 * (1 + cells[0].count("|"))
    return Node("Table", rows)


def expected(plan: Plan) -> list[list[str]]:
    return [[cell.replace("|", " ") for cell in cells] for cells in [plan[0], *plan[1]]]


def untagged(node: Node) -> list[Piece]:
    """Return the words of a table, for a page on which the tree does not have them."""
    return [piece for kid in node.kids for piece in ([kid] if isinstance(kid, Piece) else untagged(kid))]


@both
def test_tree_tells_rows_that_no_white_space_parts(plan: Plan) -> None:
    table = plan_table(plan)
    assert only_table(make_tree(table)) == expected(plan)
    found = tables(read(make_tree(Node("P", untagged(table)))))
    assert not found or values(found[0]) != expected(plan)


@both
def test_parts_of_a_table_may_be_wrapped(plan: Plan) -> None:
    first, *rest = plan_table(plan).kids
    wrapped = Node("Sect", [Node("Table", [Node("THead", [first]), Node("TBody", rest)])])
    assert only_table(make_tree(wrapped)) == expected(plan)


def test_tags_hold_on_pages_that_the_slower_parser_reads() -> None:
    twice = [Piece("Utkast", 70, 400), Piece("Utkast", 70.3, 400)]
    assert only_table(make_tree(plan_table(NB), loose=twice)) == expected(NB)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_tags_hold_on_pages_that_are_turned(turned: int) -> None:
    assert only_table(make_tree(plan_table(NB), turned=turned)) == expected(NB)


def test_cells_reach_over_columns_and_rows() -> None:
    table = Node(
        "Table",
        [
            Node(
                "TR",
                [
                    Node("TH", [Piece("Tiltak", XS[0], 100, bold=True)], "/RowSpan 2"),
                    Node("TH", [Piece("Gjennomføring", XS[1], 100, bold=True)], "/ColSpan 2"),
                ],
            ),
            row(114, (XS[1], "Ansvarlig"), (XS[2], "Frist"), kind="TH"),
            body(140, ("Merke turløyper", "Turlaget", "2026")),
            body(160, ("Holde kurs", "Rektor", "2027")),
        ],
    )
    assert only_table(make_tree(table)) == [
        ["Tiltak", "Gjennomføring", ""],
        ["", "Ansvarlig", "Frist"],
        ["Merke turløyper", "Turlaget", "2026"],
        ["Holde kurs", "Rektor", "2027"],
    ]
    assert tables(read(make_tree(table)))[0].header_rows == 2


def test_cell_without_content_keeps_its_place() -> None:
    rows = [
        header(NB[0]),
        row(120, (XS[0], "Holde kurs"), None, (XS[2], "2027")),
        row(134, None, (XS[1], "Rektor"), (XS[2], "2026")),
        row(148, (XS[0], "Merke turløyper"), (XS[1], "Turlaget"), None),
    ]
    assert only_table(make_tree(Node("Table", rows)))[1:] == [
        ["Holde kurs", "", "2027"],
        ["", "Rektor", "2026"],
        ["Merke turløyper", "Turlaget", ""],
    ]


def over_two_pages(*, y: float = 60, repeated: bool = False) -> tuple[Node, list[Piece]]:
    """Return a table whose second row the page break cuts, and what is printed again above the rest."""
    cut = Node(
        "TR",
        [
            Node(
                "TD",
                [Piece("Holde kurs for nye", XS[0], 780), Piece("Foreldre inviteres hver høst", XS[0], y, 2)],
            ),
            *row(780, (XS[1], "Helsestasjonen"), (XS[2], "Årlig")).kids,
        ],
    )
    rows = [header(NB[0], 740), body(760, ("Bygge gangvei", "Teknisk sjef", "2027")), cut]
    rows.append(body(y + 20, ("Merke turløyper", "Turlaget", "2026"), page=2))
    rows.append(body(y + 40, ("Lage turkart", "Turlaget", "2026"), page=2))
    again = [piece._replace(y=y - 16, page=2) for piece in untagged(header(NB[0]))] if repeated else []
    return Node("Table", rows), again


@pytest.mark.parametrize("repeated", [False, True], ids=["once", "header on each page"])
def test_row_that_the_page_break_cut_is_one_row(repeated: bool) -> None:
    table, again = over_two_pages(repeated=repeated)
    found = stitched(make_tree(table, loose=again, pages=2))
    assert [values(part) for part in found] == [
        [
            ["Tiltak", "Ansvarlig", "Frist"],
            ["Bygge gangvei", "Teknisk sjef", "2027"],
            ["Holde kurs for nye Foreldre inviteres hver høst", "Helsestasjonen", "Årlig"],
            ["Merke turløyper", "Turlaget", "2026"],
            ["Lage turkart", "Turlaget", "2026"],
        ]
    ]


def moved(node: Node, page: int, by: float) -> Node:
    """Return a table that stands further to the right on one page: the inner margin is wider."""
    kids = [
        moved(kid, page, by) if isinstance(kid, Node) else kid._replace(x=kid.x + by * (kid.page == page))
        for kid in node.kids
    ]
    return Node(node.kind, kids, node.attributes)


def test_table_is_one_though_margins_change_from_page_to_page() -> None:
    table, _ = over_two_pages()
    found = stitched(make_tree(moved(table, 2, 40), pages=2))
    assert [len(values(part)) for part in found] == [5]


def test_row_on_the_next_page_is_a_row_of_its_own_though_it_begins_small() -> None:
    rows = [
        header(NB[0], 740),
        body(760, ("lage turkart", "Turlaget", "2026")),
        body(780, ("holde kurs", "Rektor", "2026")),
    ]
    rows += [
        body(60, ("merke turløyper", "Turlaget", "2027"), page=2),
        body(80, ("bygge bru", "Turlaget", "2027"), page=2),
    ]
    found = stitched(make_tree(Node("Table", rows), pages=2))
    assert [line[0] for line in values(found[0])] == [
        "Tiltak",
        "lage turkart",
        "holde kurs",
        "merke turløyper",
        "bygge bru",
    ]


def test_cell_over_several_rows_goes_on_where_it_began() -> None:
    def group(*pieces: Piece) -> Node:
        return Node("TD", pieces, "/RowSpan 3")

    first = row(760, (XS[1], "Lage turkart"), (XS[2], "2026"))
    first.kids = [
        group(Piece("Alle skal ha det bra", XS[0], 760), Piece("der de bor", XS[0], 60, 2)),
        *first.kids,
    ]
    rows = [
        header(("Mål", "Tiltak", "Frist"), 740),
        first,
        row(780, (XS[1], "Merke løyper"), (XS[2], "2027")),
    ]
    rows.append(row(60, (XS[1], "Bygge bru"), (XS[2], "2028"), page=2))
    rows.append(row(80, (XS[0], "Trygge veier"), (XS[1], "Sette opp lys"), (XS[2], "2026"), page=2))
    found = stitched(make_tree(Node("Table", rows), pages=2))
    assert values(found[0])[1:] == [
        ["Alle skal ha det bra der de bor", "Lage turkart", "2026"],
        ["", "Merke løyper", "2027"],
        ["", "Bygge bru", "2028"],
        ["Trygge veier", "Sette opp lys", "2026"],
    ]


def grid(ys: list[float], xs: tuple[float, ...]) -> list[Stroke]:
    """Return the rules of a table."""
    across = [Stroke(xs[0], y, xs[-1], y) for y in ys]
    return across + [Stroke(x, ys[0], x, ys[-1]) for x in xs]


def ruled(plan: Plan) -> tuple[Node, list[Stroke]]:
    ys = [85.0, 106.0]
    rows = [header(plan[0])]
    for cells in plan[1]:
        rows.append(body(ys[-1] + 14, cells))
        ys.append(ys[-1] + 34)
    return Node("Table", rows), grid(ys, (64, 272, 412, 530))


@both
def test_ruled_table_is_the_same_with_its_tags(plan: Plan) -> None:
    table, strokes = ruled(plan)
    with_tree = tables(read(make_tree(table, strokes=strokes)))
    without = tables(read(make_tree(Node("P", untagged(table)), strokes=strokes)))
    assert values(with_tree[0]) == values(without[0]) == expected(plan)
    assert with_tree[0].box == without[0].box


def swapped(table: Node, one: int, other: int) -> Node:
    """Return a table with two of its rows in each other's place in the tree."""
    kids = list(table.kids)
    kids[one], kids[other] = kids[other], kids[one]
    return Node("Table", kids)


def lies(plan: Plan) -> dict[str, Node]:
    """Return trees over the words of a ruled table that have its cells wrong."""
    table, _ = ruled(plan)
    rows = [kid for kid in table.kids if isinstance(kid, Node)]
    across = [
        Node("TR", [Node("TD", untagged(one)), Node("TD", untagged(two))]) for one, two in pairwise(rows[:2])
    ]
    return {
        "one cell": Node("Table", [Node("TR", [Node("TD", untagged(table))])]),
        "two rows in one": Node("Table", [Node("TR", [Node("TD", untagged(one)) for one in rows])]),
        "rows side by side": Node("Table", [*across, *rows[2:]]),
        "cells without rows": Node("Table", [cell for one in rows for cell in one.kids]),
        "rows without a table": Node("Sect", rows),
        "all of it paragraphs": Node("P", untagged(table)),
        "cells that reach too far": Node(
            "Table",
            [
                Node("TR", [replace(cell, attributes="/ColSpan 9 /RowSpan 99999") for cell in one.kids])
                for one in rows
            ],
        ),
        "table in a table": Node("Table", [Node("TR", [Node("TD", [table]), Node("TD")])]),
        "rows in another order": swapped(table, 1, 3),
    }


@both
@pytest.mark.parametrize("lie", lies(NB))
def test_rules_win_over_a_tree_that_lies(plan: Plan, lie: str) -> None:
    _, strokes = ruled(plan)
    assert only_table(make_tree(lies(plan)[lie], strokes=strokes)) == expected(plan)


@both
def test_rules_between_columns_only_leave_the_rows_to_the_tree(plan: Plan) -> None:
    table, strokes = ruled(plan)
    frame = [stroke for stroke in strokes if stroke.x0 == stroke.x1 or stroke.y0 in {85, 106, strokes[-1].y1}]
    assert only_table(make_tree(table, strokes=frame)) == expected(plan)


@both
def test_two_rows_of_the_tree_between_two_rules_are_one(plan: Plan) -> None:
    table, strokes = ruled(plan)
    kept = [stroke for stroke in strokes if stroke.y0 != stroke.y1 or stroke.y0 != strokes[2].y0]
    merged = only_table(make_tree(table, strokes=kept))
    assert len(merged) == 3
    assert merged[1][0] == f"{expected(plan)[1][0]} {expected(plan)[2][0]}"


def spread(plan: Plan) -> Node:
    """Return a table without rules that white space tells well enough."""
    rows, y = [header(plan[0])], 124.0
    for cells in plan[1]:
        rows.append(row(y, *zip(XS, cells, strict=True)))
        y += 13 * cells[0].count("|") + 26
    return Node("Table", rows)


def open_lies(plan: Plan) -> dict[str, Node]:
    """Return trees over the words of a table without rules that the page contradicts."""
    table = spread(plan)
    rows = [kid for kid in table.kids if isinstance(kid, Node)]
    turned = [Node("TR", [one.kids[1], one.kids[0], one.kids[2]]) for one in rows]
    columns = [Node("TR", [one.kids[at] for one in rows]) for at in range(3)]
    return {
        "columns in another order": Node("Table", turned),
        "columns as rows": Node("Table", columns),
        "rows in another order": swapped(table, 1, 3),
        "rows of several rows": Node("Table", [rows[0], Node("TR", [*rows[1].kids, *rows[2].kids]), rows[3]]),
    }


@both
@pytest.mark.parametrize("lie", open_lies(NB))
def test_white_space_wins_over_a_tree_that_the_page_contradicts(plan: Plan, lie: str) -> None:
    assert only_table(make_tree(open_lies(plan)[lie])) == expected(plan)


@both
def test_words_that_the_tree_does_not_have_make_it_unsound(plan: Plan) -> None:
    table = spread(plan)
    middle = table.kids[2]
    assert isinstance(middle, Node)
    lacking = Node("Table", [kid for kid in table.kids if kid is not middle])
    assert only_table(make_tree(lacking, loose=untagged(middle))) == expected(plan)


def columns_of_prose(lines: int) -> list[list[Piece]]:
    return [[Piece(PROSE[at % 7 * 4 :][:38], x, 200 + 13 * at) for at in range(lines)] for x in (70.0, 310.0)]


def test_table_that_lays_out_prose_in_columns_is_none() -> None:
    left, right = columns_of_prose(12)
    titles = row(180, (70, "Om planen"), (310, "Om kommunen"))
    layout = Node("Table", [titles, Node("TR", [Node("TD", left), Node("TD", right)])])
    assert tables(read(make_tree(layout))) == tables(read(make_tree(Node("P", untagged(layout)))))


def test_table_of_contents_is_none() -> None:
    entries = [("1 Innledning", "3"), ("2 Mål", "4"), ("3 Tiltak", "4"), ("4 Økonomi", "11")]
    rows = [row(100 + 14 * at, (70, title), (480, page)) for at, (title, page) in enumerate(entries)]
    assert tables(read(make_tree(Node("Table", rows)))) == []


def test_years_beside_tiltak_are_no_pages() -> None:
    entries = [("Lage kart", "2025"), ("Holde kurs", "2026"), ("Merke løyper", "2026"), ("Bygge bru", "2028")]
    rows = [row(100 + 14 * at, (70, title), (480, year)) for at, (title, year) in enumerate(entries)]
    assert only_table(make_tree(Node("Table", rows))) == [list(entry) for entry in entries]


def test_lists_side_by_side_are_no_table() -> None:
    def column(x: float, *words: str) -> Node:
        return Node("TD", [Node("P", [Piece(line, x, 120 + 14 * at)]) for at, line in enumerate(words)])

    titles = row(100, (70, "Mål 1: Flere er aktive"), (310, "Mål 2: Færre er ensomme"))
    lists = Node("TR", [column(70, "Bygge turvei", "Åpne hallen"), column(310, "Holde kafé", "Lage kor")])
    assert tables(read(make_tree(Node("Table", [titles, lists])))) == []


def test_table_with_headings_in_it_lays_out_a_page() -> None:
    cells = [
        Node(
            "TD",
            [
                Node("H2", [Piece("Om planen", 70, 180, bold=True, size=14)]),
                Piece("Planen gjelder.", 70, 200),
            ],
        ),
        Node(
            "TD",
            [Node("H2", [Piece("Om oss", 310, 180, bold=True, size=14)]), Piece("Vi bor her.", 310, 200)],
        ),
    ]
    below = row(230, (70, "Vi har fire mål."), (310, "Vi har to skoler."))
    table = Node("Table", [Node("TR", cells), below])
    told, untold = read(make_tree(table)), read(make_tree(Node("P", untagged(table))))
    assert list(map(values, tables(told))) == list(map(values, tables(untold)))
    assert all(cell.owner is None for one in tables(told) for cells in one.rows for cell in cells)


def test_tree_of_some_pages_only_leaves_the_others_as_they_are() -> None:
    table = plan_table(NB)
    loose = [piece._replace(page=2) for piece in untagged(spread(NB))]
    found = tables(read(make_tree(table, loose=loose, pages=2)))
    assert [values(one) for one in found] == [expected(NB)] * 2


def test_words_of_two_cells_that_touch_are_two() -> None:
    rows = [
        row(100, (70, "Tiltak"), (203, "Ansvar"), kind="TH"),
        row(120, (70, "Lage kart"), (203, "Turlaget")),
        Node("TR", [Node("TD", [Piece("Merke", 174.4, 140)]), Node("TD", [Piece("Turlaget", 203, 140)])]),
    ]
    assert only_table(make_tree(Node("Table", rows)))[2] == ["Merke", "Turlaget"]


def test_words_outside_the_table_stay_where_they_are() -> None:
    before, after = (
        Node("P", [Piece("Under følger tiltakene.", 70, 70)]),
        Node("P", [Piece(PROSE[:70], 70, 300)]),
    )
    document = read(make_tree(before, plan_table(NB), after))
    assert texts(document) == ["Under følger tiltakene.", PROSE[:70]]


@both
@pytest.mark.parametrize("lie", [*lies(NB), *open_lies(NB)])
def test_no_letter_is_lost_whatever_the_tree_says(plan: Plan, lie: str) -> None:
    wrong = {**lies(plan), **open_lies(plan)}[lie]
    told, untold = read(make_tree(wrong)).text, read(make_tree(Node("P", untagged(wrong)))).text
    assert sorted("".join(told.split())) == sorted("".join(untold.split()))


def test_tree_without_end_is_read_in_time() -> None:
    many = [Node("P", [Piece("", 70, 400)]) for _ in range(10_000)]
    deep = Node("H1", [Piece("Dypt nede", 70, 500)])
    for _ in range(300):
        deep = Node("Div", [deep])
    data = make_tree(Node("Document", [plan_table(NB), deep, *many]))
    begun = time.process_time()
    document = read(data)
    assert time.process_time() - begun < 5  # seconds
    assert values(tables(document)[0]) == expected(NB)


def test_table_far_down_a_long_tree_is_found_on_its_page() -> None:
    pages = [Node("P", [Piece("", 70, 60, page)]) for page in range(1, 5) for _ in range(2_000)]
    table = replace_page(plan_table(NB), 4)
    found = tables(read(make_tree(Node("Document", [*pages, table]), pages=4)))
    assert [values(one) for one in found] == [expected(NB)]


def replace_page(node: Node, page: int) -> Node:
    kids = [
        kid._replace(page=page) if isinstance(kid, Piece) else replace_page(kid, page) for kid in node.kids
    ]
    return Node(node.kind, kids, node.attributes)


def letter_by_letter(node: Node) -> Node:
    """Return a table whose letters are text objects of their own, as browsers print them."""
    kids: list[Node | Piece] = []
    for kid in node.kids:
        if isinstance(kid, Node):
            kids.append(letter_by_letter(kid))
            continue
        x, font = kid.x, "Helvetica-Bold" if kid.bold else "Helvetica"
        for letter in kid.words:
            kids.append(kid._replace(words=letter, x=round(x, 2)))
            x += stringWidth(letter, font, kid.size)
    return replace(node, kids=kids)


@pytest.mark.parametrize("task", ["Øke tallet på turer", "Auke tallet på turar"], ids=["nb", "nn"])
def test_letters_that_are_printed_one_by_one_stay_in_the_cell_of_their_word(task: str) -> None:
    plan: Plan = (NB[0], [*NB[1], (task, "Turlaget", "2028")])  # between the letters in the middle is nothing
    table = letter_by_letter(plan_table(plan))
    for strokes in ([], frame(95, 200)):
        assert only_table(make_tree(table, strokes=strokes)) == expected(plan)


def frame(top: float, bottom: float) -> list[Stroke]:
    """Return rules around a table and between its columns."""
    xs = (60.0, 270.0, 410.0, 520.0)
    ends = [Stroke(xs[0], y, xs[-1], y) for y in (top - 8, bottom)]
    return ends + [Stroke(x, top - 8, x, bottom) for x in xs]


@both
def test_tagged_tables_that_rules_draw_as_one_keep_their_own_titles(plan: Plan) -> None:
    titles, rows = plan
    lines = [titles, *rows, ("Anlegg", "Byggeår", "Eier"), ("Vassverk", "1974", "Kommunen")]
    ys = [100.0 + 30 * at for at in range(len(lines))]
    made = [
        header(cells, y) if cells in (titles, lines[-2]) else row(y, *zip(XS, cells, strict=True))
        for cells, y in zip(lines, ys, strict=True)
    ]
    split = len(rows) + 1
    edges = [ys[0] - 12, *(y + 18 for y in ys)]
    xs = (60.0, 270.0, 410.0, 520.0)
    strokes = [Stroke(xs[0], y, xs[-1], y) for y in edges] + [Stroke(x, edges[0], x, edges[-1]) for x in xs]
    data = make_tree(Node("Table", made[:split]), Node("Table", made[split:]), strokes=strokes)
    first, *_ = tables(read(data))
    assert first.header_rows == 1
    assert values(first)[:split] == expected(plan)
