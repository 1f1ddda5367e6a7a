"""Going through a plan in a browser: what was found is seen on its page, corrected, and downloaded."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Locator, Page

from extractor.cli import main
from extractor.cli.review import write_review_of
from extractor.corrections.keys import key_of
from extractor.emit.jsonfile import load_plan
from extractor.emit.review import text_sheets, write_review
from schemas import Plan
from schemas.corrections import Corrections
from schemas.export import schema
from tests.browser.conftest import Opened, watched
from tests.compare.build import SOURCE, made_plan

SAMPLES = Path(__file__).parents[2] / "samples" / "sources"
NB, NN, SIDEWAYS = "boligsosial_plan_rissa.pdf", "folkehelseplan_stryn.pdf", "trafikktrygging_sogndal.pdf"
TEXT = "rusplan_hornindal.txt"
BOTH = pytest.mark.parametrize("sample", [NB, NN])
FAULTS, CONTRAST = (
    (Path(__file__).parent / name).read_text(encoding="utf-8") for name in ("faults.js", "contrast.js")
)

Made = Callable[..., tuple[Path, Plan]]
Look = Callable[..., Opened]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make the page for a sample, once."""
    pages: dict[tuple[str, str], tuple[Path, Plan]] = {}

    def make(sample: str, language: Any = "nb") -> tuple[Path, Plan]:
        if (sample, language) not in pages:
            target = tmp_path_factory.mktemp("review") / "page.html"
            pages[sample, language] = (
                target,
                write_review_of(str(SAMPLES / sample), str(target), language=language),
            )
        return pages[sample, language]

    return make


@pytest.fixture
def look(browser: Browser) -> Iterator[Look]:
    contexts = []

    def open_(file: Path, *, width: int = 1280) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": 800})
        contexts.append(context)
        opened = watched(context.new_page())
        opened.page.goto(file.as_uri())
        opened.page.wait_for_selector("html.ready")
        return opened

    yield open_
    for context in contexts:
        context.close()


def item(page: Page, name: str) -> Locator:
    return page.locator(f"#list > [data-id='{name}']")


def box(page: Page, name: str) -> Locator:
    return page.locator(f".box[data-id='{name}']")


def downloaded(page: Page) -> Corrections:
    """Download the corrections, check them by their schema, and read them."""
    with page.expect_download() as waiting:
        page.click("#download")
    assert waiting.value.suggested_filename.endswith(".corrections.json")
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    jsonschema.validate(json.loads(text), schema("corrections"))
    return Corrections.model_validate_json(text)


def select_words(page: Page, words: str) -> None:
    """Select words that stand in one line, as a mouse would."""
    page.evaluate(
        """(words) => {
            const walk = document.createTreeWalker(document.getElementById("pages"), NodeFilter.SHOW_TEXT);
            const nodes = [];
            while (walk.nextNode()) nodes.push(walk.currentNode);
            const found = nodes.filter((one) => one.parentElement.closest(".run") && one.data.includes(words));
            const node = found.pop(); // not in the contents
            const from = node.data.indexOf(words);
            getSelection().setBaseAndExtent(node, from, node, from + words.length);
        }""",
        words,
    )
    page.wait_for_selector("#selected:not([hidden])")


@BOTH
def test_a_tiltak_that_is_clicked_lights_up_on_its_page(made: Made, look: Look, sample: str) -> None:
    file, plan = made(sample)
    page = look(file).page
    last = plan.tiltak[-1]
    item(page, last.id).locator(".entry-head").click()
    lit = box(page, last.id).first
    lit.wait_for()
    assert "current" in (lit.get_attribute("class") or "")
    assert lit.locator("xpath=ancestor::figure").get_attribute("id") == f"page-{last.source[0].page}"
    frame, seen = page.locator("#pages").bounding_box(), lit.bounding_box()
    assert frame and seen and frame["y"] <= seen["y"] <= frame["y"] + frame["height"]


@pytest.mark.parametrize("sample", [NB, NN, SIDEWAYS])
def test_a_box_that_is_clicked_unfolds_its_item(made: Made, look: Look, sample: str) -> None:
    file, plan = made(sample)
    page = look(file).page
    for tiltak in (plan.tiltak[0], plan.tiltak[-1]):
        page.locator(f"#page-{tiltak.source[0].page}").scroll_into_view_if_needed()
        box(page, tiltak.id).first.wait_for()
        box(page, tiltak.id).first.scroll_into_view_if_needed()
        seen = box(page, tiltak.id).first.bounding_box()
        assert seen
        page.mouse.click(seen["x"] + seen["width"] / 2, seen["y"] + seen["height"] / 2)
        assert "current" in (item(page, tiltak.id).get_attribute("class") or "")
        assert item(page, tiltak.id).locator(".facts").is_visible()


@pytest.mark.parametrize("sample", [NB, NN, SIDEWAYS])
def test_the_words_in_a_box_are_those_of_its_item(made: Made, look: Look, sample: str) -> None:
    """The unseen words that can be selected stand where the picture has them, on pages that lie on their side, too."""
    file, plan = made(sample)
    page = look(file).page
    for tiltak in plan.tiltak[:4]:
        item(page, tiltak.id).locator(".entry-head").click()
        page.wait_for_function("document.querySelector('.run').style.transform")
        found = page.evaluate(
            """(id) => [...document.querySelectorAll(`.box[data-id="${id}"]`)].map((box) => {
                const frame = box.getBoundingClientRect();
                return [...document.querySelectorAll(".run")].filter((run) => {
                    const seen = run.getBoundingClientRect();
                    const [x, y] = [(seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2];
                    return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
                }).map((run) => run.textContent);
            }).flat()""",
            tiltak.id,
        )
        assert found and letters(" ".join(found)).replace(letters(tiltak.text), "") == ""


def letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


@BOTH
def test_a_responsible_party_is_corrected_and_downloaded(made: Made, look: Look, sample: str) -> None:
    file, plan = made(sample)
    page, tiltak = look(file).page, plan.tiltak[1]
    item(page, tiltak.id).locator(".entry-head").click()
    page.keyboard.press("e")
    page.fill("form.edit [name=responsible]", "Kultursjefen\n NAV ")
    page.keyboard.press("Control+Enter")
    assert item(page, tiltak.id).locator(".is-changed").count() == 1
    [correction] = downloaded(page).corrections
    assert (correction.verdict, correction.text) == ("changed", tiltak.text)
    assert correction.key == key_of("t", tiltak.text)
    assert correction.source == tiltak.source
    assert correction.fields.model_dump(exclude_unset=True) == {"responsible": ["Kultursjefen", "NAV"]}


@BOTH
def test_what_is_corrected_on_the_page_is_in_the_plan_that_is_read_again(
    made: Made, look: Look, sample: str, tmp_path: Path
) -> None:
    file, plan = made(sample)
    page, tiltak, other = look(file).page, plan.tiltak[1], plan.tiltak[-1]
    item(page, tiltak.id).locator(".entry-head").click()
    page.keyboard.press("e")
    page.fill("form.edit [name=responsible]", "Kultursjefen")
    page.fill("form.edit [name=schedule]", "2031")
    page.keyboard.press("Control+Enter")
    item(page, other.id).locator(".entry-head").click()
    page.keyboard.press("a")
    said, out = tmp_path / "said.corrections.json", tmp_path / "plan.json"
    said.write_text(downloaded(page).model_dump_json(exclude_unset=True), encoding="utf-8")
    arguments = ["extract", str(SAMPLES / sample), "-o", str(out), "--corrections", str(said)]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    corrected = load_plan(out)
    [now] = [one for one in corrected.tiltak if one.id == tiltak.id]
    assert [party.raw for party in now.responsible] == ["Kultursjefen"]
    assert now.schedule and now.schedule.edtf == "2031"
    assert {one.id: one.reviewed for one in corrected.tiltak if one.reviewed} == {
        tiltak.id: "changed",
        other.id: "right",
    }
    touched = {"responsible", "schedule", "reviewed", "confidence"}
    for before, after in zip(plan.tiltak, corrected.tiltak, strict=True):
        left_out = touched if before.id in (tiltak.id, other.id) else set()
        assert before.model_dump(exclude=left_out) == after.model_dump(exclude=left_out)
    whole = {"tiltak", "completeness"}
    assert plan.model_dump(exclude=whole) == corrected.model_dump(exclude=whole)


def test_fields_that_are_emptied_are_not_told_by_the_document(made: Made, look: Look) -> None:
    file, plan = made(NN)
    page = look(file).page
    tiltak = next(one for one in plan.tiltak if one.schedule and one.responsible and one.goal_ids)
    item(page, tiltak.id).locator(".entry-head").click()
    page.keyboard.press("e")
    page.fill("form.edit [name=responsible]", "")
    page.fill("form.edit [name=schedule]", " ")
    for chosen in page.locator("form.edit [name=goals]:checked").all():
        chosen.uncheck()
    page.click("form.edit [type=submit]")
    [correction] = downloaded(page).corrections
    assert correction.fields.model_dump(exclude_unset=True) == {
        "responsible": [],
        "schedule": None,
        "goals": [],
    }


@BOTH
def test_keys_accept_reject_and_take_back(made: Made, look: Look, sample: str) -> None:
    file, plan = made(sample)
    page = look(file).page
    count = len(plan.goals) + len(plan.tiltak)
    for key in ("j", "x", "a", "a", "k", "u"):
        page.keyboard.press(key)
    assert page.locator("#left").inner_text() == f"{count - 2} av {count} gjenstår"
    verdicts = [one.verdict for one in downloaded(page).corrections]
    assert verdicts == ["wrong", "right"]
    assert page.locator(".entry.wrong").count() == 1


def test_what_was_changed_and_is_accepted_stays_changed(made: Made, look: Look) -> None:
    file, plan = made(TEXT)
    page = look(file).page
    page.select_option("[name=order]", "")
    item(page, plan.tiltak[0].id).locator(".entry-head").click()
    page.keyboard.press("e")
    page.fill("form.edit [name=schedule]", "2031")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("a")
    [correction] = downloaded(page).corrections
    assert (correction.verdict, correction.fields.schedule) == ("changed", "2031")
    assert "current" in (item(page, plan.tiltak[1].id).get_attribute("class") or "")


@pytest.mark.parametrize("press", ["#selected [data-use=add_tiltak]", "#add-tiltak"])
def test_what_was_missed_is_added_by_selecting_it(made: Made, look: Look, press: str) -> None:
    file, plan = made(NN)
    page = look(file).page
    heading = next(one for one in plan.sections if len(one.title.split()) > 2)
    page.locator(f"#page-{heading.source[0].page}").scroll_into_view_if_needed()
    page.locator(f"#page-{heading.source[0].page} .run", has_text=heading.title).wait_for(state="attached")
    select_words(page, heading.title[1:-1])  # grows to whole words
    page.click(press)
    page.fill("#adding [name=schedule]", "Innan 2030")
    page.click("#adding [type=submit]")
    [added] = downloaded(page).corrections
    assert (added.verdict, added.item, added.text) == ("added", "tiltak", heading.title)
    assert added.key == key_of("t", heading.title)
    assert added.fields.model_dump(exclude_unset=True) == {"schedule": "Innan 2030"}
    [place], [known] = added.source, heading.source
    assert place.page == known.page and known.start <= place.start < place.end == known.end
    assert place.bbox and known.bbox and abs(place.bbox[1] - known.bbox[1]) < 1
    assert page.locator(".entry.added .wording").inner_text() == heading.title


def test_text_without_pages_is_marked_and_selected_by_its_offsets(made: Made, look: Look) -> None:
    file, plan = made(TEXT)
    page = look(file).page
    text = (SAMPLES / TEXT).read_text(encoding="utf-8-sig")
    tiltak = plan.tiltak[0]
    page.locator(f"mark[data-id='{tiltak.id}']").first.click()
    assert "current" in (item(page, tiltak.id).get_attribute("class") or "")
    line = next(one for one in text.splitlines() if len(one) > 40 and tiltak.text[:20] not in one)
    select_words(page, line[:30].rsplit(" ", 1)[0])
    page.click("#selected [data-use=add_goal]")
    page.click("#adding [type=submit]")
    [added] = downloaded(page).corrections
    [place] = added.source
    assert added.item == "goal" and place.page is None
    assert text.replace("\r\n", "\n")[place.start : place.end] == added.text


def test_selected_words_fill_a_field(made: Made, look: Look) -> None:
    file, plan = made(TEXT)
    page = look(file).page
    tiltak = next(one for one in plan.tiltak if one.responsible)
    item(page, tiltak.id).locator(".entry-head").click()
    page.keyboard.press("e")
    page.fill("form.edit [name=responsible]", "")
    select_words(page, tiltak.responsible[0].raw)
    page.click("#selected [data-use=responsible]")
    assert page.input_value("form.edit [name=responsible]") == tiltak.responsible[0].raw


def test_work_goes_on_where_it_stopped_and_files_are_opened_again(
    made: Made, look: Look, tmp_path: Path
) -> None:
    file, _ = made(NB)
    page = look(file).page
    for key in ("j", "x", "a"):
        page.keyboard.press(key)
    saved = tmp_path / "saved.corrections.json"
    saved.write_text(downloaded(page).model_dump_json(exclude_unset=True), encoding="utf-8")
    page.reload()
    page.wait_for_selector("html.ready")
    assert "2 rettelser" in page.locator("#messages").inner_text()
    page.click("#messages button")
    assert downloaded(page).corrections == []
    page.set_input_files("#file", saved)
    page.wait_for_selector("[data-kind=file]")
    assert [one.verdict for one in downloaded(page).corrections] == ["wrong", "right"]
    other = json.loads(saved.read_text(encoding="utf-8"))
    other["document"]["sha256"] = "0"
    saved.write_text(json.dumps(other), encoding="utf-8")
    page.set_input_files("#file", saved)
    page.wait_for_function(
        "document.querySelector('[data-kind=file]').textContent.includes('annet dokument')"
    )
    assert len(downloaded(page).corrections) == 2


def test_filters_search_and_order(made: Made, look: Look) -> None:
    file, plan = made(NN)
    page = look(file).page
    entries = page.locator("#list > li")
    assert entries.count() == len(plan.goals) + len(plan.tiltak)
    page.uncheck("[name=kind][value=goal]")
    assert entries.count() == len(plan.tiltak)
    page.check("[name=kind][value=table]")
    assert entries.count() == len(plan.tiltak) + len(plan.tables)
    page.uncheck("[name=kind][value=table]")
    page.fill("[name=q]", plan.tiltak[2].text[:14].upper())
    assert item(page, plan.tiltak[2].id).count() == 1 and entries.count() < len(plan.tiltak)
    page.fill("[name=q]", "")
    page.check("[name=kind][value=goal]")
    sure = {one.id: one.confidence for one in (*plan.goals, *plan.tiltak)}
    shown = [sure[one.get_attribute("data-id") or ""] for one in entries.all()]
    assert shown == sorted(shown) and len(set(shown)) > 1  # the least certain first, without being asked
    page.select_option("[name=order]", "")
    assert [one.get_attribute("data-id") for one in entries.all()][-1] == plan.tiltak[-1].id


@pytest.mark.parametrize(("language", "word"), [("nb", "gjenstår"), ("nn", "står att"), ("en", "left")])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_is_for_everybody(made: Made, look: Look, language: str, word: str, width: int) -> None:
    file, _ = made(NN, language)
    page = look(file, width=width).page
    assert word in page.locator("#left").inner_text()
    for keys in (["j", "j"], ["e"]):
        for key in keys:
            page.keyboard.press(key)
        assert page.evaluate(FAULTS) == []
        assert page.evaluate(CONTRAST) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


HOSTILE = '</script><script>window.ran = 1</script><img src="https://example.org/x" onerror="ran=1">\u202e'


@pytest.mark.parametrize(
    ("language", "time", "rule", "who"),
    [
        ("nb", "frist, innen 1. mars 2017", "rad i en tabell", "kultursjef (kultur og fritid)"),
        ("nn", "frist, innan 1. mars 2017", "rad i ein tabell", "kultursjef (kultur og fritid)"),
        ("en", "deadline, by 1 March 2017", "row of a table", "kultursjef (culture and leisure)"),
    ],
)
def test_what_was_understood_is_told_in_words_and_the_codes_to_who_points_at_them(
    look: Look, tmp_path: Path, language: Any, time: str, rule: str, who: str
) -> None:
    tiltak = {
        "text": "Nattramnar",
        "rule": "table-row",
        "responsible": [{"raw": "Kultursjefen", "name": "kultursjef", "category": "culture", "rule": "role"}],
        "schedule": {"raw": "1.3.2017", "kind": "deadline", "edtf": "../2017-03-01"},
    }
    target = tmp_path / "page.html"
    write_review(
        made_plan("Gol", [tiltak]), text_sheets("Nattramnar"), target, name="plan", language=language
    )
    page = look(target).page
    item(page, "t1").locator(".entry-head").click()
    shown = item(page, "t1")
    assert [shown.get_by_title(code).inner_text() for code in ("../2017-03-01", "table-row", "role")] == [
        time,
        rule,
        who,
    ]


def test_hostile_words_stay_words_and_nothing_leaves_the_page(look: Look, tmp_path: Path) -> None:
    text = f"Tiltak: {HOSTILE}\nSlutt"
    plan = made_plan(
        "Gol",
        [
            {
                "text": HOSTILE,
                "responsible": [{"raw": HOSTILE}],
                "source": [{"start": 8, "end": len(text) - 6}],
            }
        ],
        [HOSTILE],
        title=f"</title>{HOSTILE}",
        diagnostics=[{"code": HOSTILE, "severity": "warning", "message": HOSTILE}],
        source=SOURCE | {"filename": HOSTILE},
    )
    target = tmp_path / "page.html"
    write_review(plan, text_sheets(text), target, name=HOSTILE)
    opened = look(target)
    page = opened.page
    for kind in ("section", "table", "note"):
        page.check(f"[name=kind][value={kind}]")
    for key in ("j", "j", "j", "e"):
        page.keyboard.press(key)
    assert page.evaluate("window.ran") is None
    assert page.locator("img").count() == 0
    assert HOSTILE.rstrip("\u202e") in page.locator("#pages").inner_text()
    assert opened.dialogs == [] and opened.complaints == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []


def test_keys_of_added_items_are_those_that_python_makes(made: Made, look: Look) -> None:
    """Whatever the wording: letters with marks and of other alphabets, one byte more than a block, nothing at all."""
    file, _ = made(TEXT)
    page = look(file).page
    for wording in ("Åpne møteplasser – for alle!", "ÆØÅ ß Σίσυφος ﬁ İ 2. halvår ½ 🏫", "x" * 130, "Ŋ_-č"):
        page.click("#add-goal")
        page.fill("#adding [name=text]", wording)
        page.click("#adding [type=submit]")
        keys = [one.key for one in downloaded(page).corrections if one.text == " ".join(wording.split())]
        assert keys == [key_of("g", wording)]


def test_on_paper_the_list_is_printed_without_the_pages(made: Made, look: Look) -> None:
    import pypdfium2

    file, plan = made(NN)
    paper = pypdfium2.PdfDocument(look(file).page.pdf())
    text = "".join("".join(sheet.get_textpage().get_text_range().split()) for sheet in paper)
    paper.close()
    for one in (*plan.goals, *plan.tiltak):
        assert "".join(one.text.split()) in text.replace("\u00ad", "")
    for party in (party for one in plan.tiltak for party in one.responsible):
        assert "".join(party.raw.split()) in text.replace("\u00ad", "")
    assert "Hurtigtaster" not in text
