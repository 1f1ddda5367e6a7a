from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import expect

from extractor.compare.side_by_side import compare_plans
from extractor.emit.page import VIEWS
from schemas.check import Finding, GuidelineUsed, Names, Place, PlanCheck, Quotation
from schemas.comparison import Alignment
from tests.browser.conftest import Open
from tests.browser.plans import source, three_plans, tiltak, until
from tests.compare.build import made_plan

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>"
FORMULA = '=HYPERLINK("http://example.org";"x")'


def test_every_view_opens_without_a_complaint_and_nothing_is_fetched(open_page: Open) -> None:
    opened = open_page(three_plans())
    for view in VIEWS:
        opened.go(view)
        assert opened.page.locator("#view h2").inner_text()
    assert [url for url in opened.requests if not url.startswith("file:")] == []
    assert len({url.partition("#")[0] for url in opened.requests}) == 1
    assert opened.complaints == []


def test_a_cell_of_the_heat_map_opens_its_tiltak_and_escape_gives_the_focus_back(open_page: Open) -> None:
    page = open_page(three_plans(), at="#themes").page
    cell = page.get_by_role("button", name="Folkehelse, Gol 2021–2024: 2")
    cell.click()
    cards = page.locator("#panel blockquote")
    assert cards.all_inner_texts() == ["Natteravner i helgene", "Turgruppe for nybegynnere"]
    page.keyboard.press("Escape")
    assert not page.locator("#panel").is_visible()
    assert cell.evaluate("cell => cell === document.activeElement")


def test_evidence_leads_to_document_page_and_wording(open_page: Open) -> None:
    page = open_page(three_plans(), at="#side").page
    page.get_by_role("button", name="Leksehjelp på alle skoler").click()
    card = page.locator("#panel article")
    assert card.locator("blockquote").inner_text() == "Leksehjelp på alle skoler"
    assert card.locator(".source a").get_attribute("href") == "./plan%20for%20gol.pdf#page=7"
    assert "plan for gol.pdf, side 7" in card.locator(".source").inner_text()
    assert "Innen 2022" in card.inner_text() and "Rektor" in card.inner_text()
    page.get_by_role("button", name="Står også i 2 andre planer").click()
    assert page.locator("#panel blockquote").count() == 3


def test_bokmal_and_nynorsk_stand_in_one_row_and_what_one_has_alone_stands_below(open_page: Open) -> None:
    page = open_page(three_plans(), at="#side").page
    rows = page.locator("table.aligned").first.locator("tbody tr")
    texts = [row.inner_text() for row in rows.all()]
    assert any("Natteravner i helgene" in text and "Natteramnar i helgane" in text for text in texts)
    assert re.search(r"\d+\s%", texts[0])
    page.get_by_text("Bykle 2013–2016 (1)").click()
    expect(page.get_by_role("button", name="Symjeopplæring for vaksne")).to_be_visible()
    missing = page.locator("section", has=page.get_by_role("heading", name="Alle andre, men ikke her"))
    assert "Frosta 2021–2024 ⚠" in missing.inner_text()


@pytest.mark.parametrize(
    ("language", "lacked"), [("nb", "Andre har det, men ikke vi"), ("nn", "Andre har det, men ikkje vi")]
)
def test_a_reader_sees_where_others_act_and_the_own_plan_does_not(
    open_page: Open, language: str, lacked: str
) -> None:
    page = open_page(three_plans(), language=language, at="#side").page
    part = page.locator("section", has=page.get_by_role("heading", name=lacked))
    part.locator("select").select_option(label="Frosta 2021–2024")
    row = part.locator("tbody tr")
    assert row.count() == 1 and "Natteravner i helgene" in row.inner_text()
    assert re.search("Tema(er)? som dei? fleste andre", part.inner_text())
    assert "own=p3" in page.url
    part.locator("select").select_option(label="Gol 2021–2024")
    assert part.locator("tbody tr").count() == 0


def test_an_odd_address_shows_the_overview(open_page: Open) -> None:
    opened = open_page(three_plans(), at="#__proto__?sort=__proto__:up")
    assert opened.page.locator("#view h2").inner_text() == "Oversikt"
    for at in ("#themes?count=constructor&turn=x", "#x?item=%00&plans=,,"):
        opened.page.evaluate("at => { location.hash = at; }", at)
        expect(opened.page.locator("#view table").first).to_be_visible()
    assert opened.complaints == []


@pytest.mark.parametrize(("language", "shown"), [("nb", "Frosta"), ("nn", "Frosta"), ("en", "Frosta")])
def test_a_gap_is_told_apart_from_a_page_that_could_not_be_read(
    open_page: Open, language: str, shown: str
) -> None:
    page = open_page(three_plans(), language=language, at="#themes").page
    row = page.locator("tbody tr", has_text=re.compile("Folkehels|Public health"))
    assert row.locator("td").all_inner_texts() == ["2", "2", "?", "4"]
    page.click("#views a[data-view=reading]")
    line = page.locator("tbody tr", has_text=shown).inner_text()
    assert "20" in line and "4" in line


def test_a_filter_stands_in_the_address_and_a_link_shows_the_same(open_page: Open) -> None:
    opened = open_page(three_plans())
    page = opened.page
    page.click("#filters-title")
    page.select_option("select[name=fylke]", label="Agder")
    expect(page.locator("tbody tr")).to_have_count(1)
    assert page.locator("tbody th").inner_text().startswith("Bykle")
    assert "fylke=Agder" in page.url
    again = open_page(three_plans(), at=f"#{page.url.partition('#')[2]}").page
    assert again.locator("tbody tr").count() == 1
    assert again.inner_text("#active") == "Fylke: Agder"
    again.click("#reset")
    assert again.locator("tbody tr").count() == 3


def test_plans_are_chosen_one_by_one_and_by_their_years(open_page: Open) -> None:
    page = open_page(three_plans()).page
    page.click("#filters-title")
    page.fill("input[name=find-plan]", "gol")
    assert page.locator(".plan-choice label:visible").count() == 1
    page.check(".plan-choice label:visible input")
    assert page.locator("tbody tr").count() == 1
    page.click("#reset")
    page.click("#filters-title")
    page.fill("input[name=to]", "2016")
    expect(page.locator("tbody tr")).to_have_count(1)


def test_a_search_finds_words_of_tiltak_parties_and_goals(open_page: Open) -> None:
    page = open_page(three_plans(), at="#themes").page
    page.fill("input[name=q]", "LENSMANNEN natte")
    expect(page.locator("#status")).to_contain_text("1 tiltak")
    assert page.locator("td button").count() == 1
    assert page.evaluate("document.activeElement.name") == "q"
    page.go_back()
    page.go_forward()
    assert "q=LENSMANNEN" in page.url


@pytest.mark.parametrize("word", ["skole", "skule", "SKULAR"])
def test_a_search_finds_both_written_standards_and_the_overview_tells_where(
    open_page: Open, word: str
) -> None:
    page = open_page(three_plans()).page
    page.fill("input[name=q]", f"{word} leks")
    expect(page.locator("#status")).to_contain_text("3 tiltak, 0 mål")
    assert "Treff i 3 av 3 dokumenter" in page.inner_text("#view")
    row = page.locator("tbody tr", has_text="Gol").locator("td")
    assert row.nth(5).inner_text() == "0" and row.nth(6).inner_text() == "1"
    page.fill("input[name=q]", "turgruppe")
    expect(page.locator("tbody tr")).to_have_count(
        2
    )  # the one that has it, and the one that could not be read
    row = page.locator("tbody tr", has_text="Gol")
    row.get_by_role("button", name="1", exact=False).click()
    assert page.locator("#panel blockquote").all_inner_texts() == ["Turgruppe for nybegynnere"]


@pytest.mark.parametrize("word", ["skuleleks", "skoleleks", "skuleleksene"])
def test_a_search_takes_compounds_apart(open_page: Open, word: str) -> None:
    plans = [made_plan("Gol", ["Trygg skule", "Hjelp med skoleleksene"]), made_plan("Hol", ["Trygg skole"])]
    page = open_page(compare_plans(plans)).page
    page.fill("input[name=q]", word)
    expect(page.locator("#status")).to_contain_text(": 1 tiltak")


def test_a_table_that_is_wider_than_the_window_says_so_until_its_end_is_seen(open_page: Open) -> None:
    page = open_page(three_plans(), width=900).page
    hint = page.locator(".scrolls")
    expect(hint).to_be_visible()
    page.locator(".frame").evaluate("frame => { frame.scrollLeft = frame.scrollWidth; }")
    expect(hint).to_be_hidden()
    assert open_page(three_plans(), width=2400).page.locator(".scrolls").is_hidden()


def test_rows_that_perhaps_say_the_same_are_counted_in_the_caption(open_page: Open) -> None:
    both = three_plans()
    unsure = Alignment(id="a9", items=["p1.t3", "p2.t3"], plans=["p1", "p2"], similarity=0.52, sure=False)
    both.tiltak_aligned.append(unsure)
    page = open_page(both, at="#side").page
    rows = page.locator("table.aligned").first
    assert rows.locator("caption").inner_text() == "3 rader: tiltak som flere planer har (1 av dem kanskje)"
    assert "kanskje" in rows.locator("tbody tr").last.inner_text()
    assert "kanskje" in open_page(both, scripts=False).page.locator("main table").last.inner_text()


def test_guides_are_not_counted_as_plans_and_a_plan_that_is_there_twice_is_told(open_page: Open) -> None:
    gol = made_plan("Gol", ["Leksehjelp", "Politiråd"])
    page = open_page(compare_plans([gol, gol, made_plan("Hol", [], kind="guidance")])).page
    assert page.inner_text("h1") == "Side om side: 2 planer og 1 annet dokument"
    assert page.locator(".tiles li").all_inner_texts()[:2] == ["2\nplaner", "1\nandre dokumenter"]
    assert "Gol 2021–2024 (1) = Gol 2021–2024 (2)" in page.inner_text("header")
    assert "i samme mappe som denne siden" in page.inner_text("footer")


def test_everything_is_reached_with_the_keyboard(open_page: Open) -> None:
    page = open_page(three_plans()).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "view"
    page.focus("#views a[data-view=themes]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#views a[data-view=themes][aria-current=page]")
    assert page.evaluate("document.activeElement.id") == "heading"
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('td button')"):
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()
    assert page.evaluate("document.getElementById('panel').contains(document.activeElement)")


def test_a_heading_sorts_and_says_so(open_page: Open) -> None:
    page = open_page(three_plans()).page
    page.click("button[data-sort=tiltak]")
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Tiltak")
    assert page.locator("tbody th").last.inner_text().startswith("Frosta")
    page.click("button[data-sort=tiltak]")
    assert page.locator("tbody th").first.inner_text().startswith("Frosta")


def test_the_tree_shows_tiltak_below_their_goals_and_what_hangs_loose(open_page: Open) -> None:
    page = open_page(three_plans(), at="#goals").page
    tree = page.locator("details", has_text="Gol 2021–2024").locator(".tree")
    below = tree.locator("li", has_text="Færre faller fra").last
    assert "Leksehjelp på alle skoler" in below.inner_text()
    assert tree.locator(".goal", has_text="Flere er i aktivitet").locator(".loose").count() == 1
    assert tree.locator(".goal", has_text="Alle fullfører skolen").locator(".loose").count() == 0
    assert "Tiltak uten mål (2)" in tree.inner_text()


@pytest.mark.parametrize(
    ("last", "years"), [(2026, ["2023", "2024", "2025", "2026"]), (2099, ["2023", "2099"])]
)
def test_years_without_anything_stand_in_the_time_line_unless_the_span_is_absurd(
    open_page: Open, last: int, years: list[str]
) -> None:
    plan = made_plan("Gol", [tiltak("A", schedule=until(2023, "A")), tiltak("B", schedule=until(last, "B"))])
    page = open_page(compare_plans([plan]), at="#timeline").page
    assert [line.split("\n")[-1] for line in page.locator(".years li").all_inner_texts()] == years
    assert page.locator("tbody th").all_inner_texts() == years


def test_what_is_due_stands_under_its_year(open_page: Open) -> None:
    page = open_page(three_plans(), at="#timeline").page
    page.get_by_role("button", name="2023, Bykle 2013–2016: 1").click()
    assert "Innan 2023" in page.locator("#panel").inner_text()


def test_on_paper_stand_all_rows_and_no_controls(open_page: Open) -> None:
    said = [f"Rydde sti nummer {at} til toppen" for at in range(1, 131)]
    both = compare_plans([made_plan("Gol", said), made_plan("Hol", said)])
    both.tiltak_aligned = [
        Alignment(id=f"a{at}", items=[f"p1.t{at}", f"p2.t{at}"], plans=["p1", "p2"], similarity=1)
        for at in range(1, 131)
    ]
    page = open_page(both, at="#side").page
    assert page.locator("table.aligned").first.locator("tbody tr").count() == 100
    paper = pypdfium2.PdfDocument(page.pdf())
    text = "".join("".join(sheet.get_textpage().get_text_range().split()) for sheet in paper)
    paper.close()
    found = {int(at) for at in re.findall(r"Ryddestinummer(\d+)til", text)}
    assert found == set(range(1, 131))
    assert text.count("LikhetGol2021–2024Hol2021–2024") > 1
    assert "Filtre" not in text and "Visalt" not in text


def test_hostile_words_stay_words(open_page: Open) -> None:
    hostile = made_plan(
        ATTACK,
        [tiltak(ATTACK, responsible=[{"raw": ATTACK}], schedule={"raw": FORMULA}), tiltak(FORMULA)],
        [ATTACK],
        title=f"</title></script>{ATTACK}",
        source=source("javascript:alert(1)"),
    )
    opened = open_page(
        compare_plans([hostile, made_plan("Hol", [tiltak(ATTACK), tiltak(FORMULA)], [ATTACK])])
    )
    page = opened.page
    for view in VIEWS:
        opened.go(view)
        for button in page.locator("main td button, main .item").all()[:1]:
            button.click()
            page.keyboard.press("Escape")
        assert page.locator("script").count() == 3 and page.locator("img").count() == 0, view
        links = page.locator("a").evaluate_all("links => links.map((link) => link.protocol)")
        assert set(links) == {"file:"}, view
    assert page.locator("#panel blockquote").first.text_content() in (ATTACK, FORMULA)
    assert opened.dialogs == [] and opened.complaints == []
    assert [url for url in opened.requests if not url.startswith("file:")] == []


def test_the_page_can_send_nothing_and_run_nothing_else(open_page: Open) -> None:
    page = open_page(three_plans()).page
    blocked = page.evaluate(
        """() => new Promise((done) => {
            document.addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective));
            fetch("https://example.org/").catch(() => {});
        })"""
    )
    assert blocked == "connect-src"
    page.evaluate(
        "() => { const script = document.createElement('script');"
        "script.textContent = 'window.ran = true'; document.body.append(script); }"
    )
    assert page.evaluate("window.ran") is None


def test_without_scripts_few_plans_stand_in_plain_tables(open_page: Open) -> None:
    page = open_page(three_plans(), scripts=False).page
    text = page.locator("main").inner_text()
    assert "Leksehjelp på alle skular" in text and "Oppvekst" not in page.title()
    assert page.locator("main table").count() == 2
    assert page.locator("main a").first.get_attribute("href") == "./plan%20for%20gol.pdf#page=7"


@pytest.mark.parametrize(("language", "name"), [("nb", "Ansvar"), ("nn", "Ansvar"), ("en", "Responsibility")])
def test_what_a_guide_asks_for_opens_the_words_that_answer_it(
    open_page: Open, language: str, name: str
) -> None:
    both = three_plans()
    both.completeness = [
        PlanCheck(
            plan=plan,
            guidelines=[GuidelineUsed(id="rus", name=Names(nb="Rusplan", nn="Rusplan"), source="Veileder")],
            findings=[
                Finding(
                    guideline="rus",
                    component="R17",
                    name=Names(nb="Ansvar", nn="Ansvar", en="Responsibility"),
                    level="guide",
                    found=plan == "p1",
                    count=1,
                    evidence=[Quotation(text="Rektor følger opp.", place=Place(page=6))] * (plan == "p1"),
                )
            ],
        )
        for plan in ("p1", "p2", "p3")
    ]
    both.completeness.append(PlanCheck(plan="p2", note="no-guideline"))
    page = open_page(both, language=language, at="#completeness").page
    row = page.locator("tbody tr", has=page.locator("th", has_text=re.compile(f"^{name}")))
    assert [bool(text.strip("✓?")) for text in row.first.locator("td").all_inner_texts()] == [
        True,
        True,
        False,
        True,
    ]
    row.first.locator("button").click()
    assert page.locator("#panel blockquote").inner_text() == "Rektor følger opp."
    assert page.locator("#panel .source a").get_attribute("href") == "./plan%20for%20gol.pdf#page=6"
