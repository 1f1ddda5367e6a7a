from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from extractor import diff_plans
from extractor.emit.page.difference import write_diff_page
from extractor.emit.sheets import Language
from tests.browser.conftest import Opened, OpenFile
from tests.browser.plans import source
from tests.compare.build import made_plan

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>"
LATER = {"raw": "", "start_year": 2025, "end_year": 2028, "edtf": "2025/2028"}

OpenDiff = Callable[..., Opened]


def tiltak(text: str, page: int, **more: Any) -> dict[str, Any]:
    return {"text": text, "source": [{"page": page, "start": 0, "end": 9}], **more}


OLD = [
    tiltak("Natteravner i helgene", 3, responsible=[{"raw": "Rektor"}], target="Hver lørdag"),
    tiltak(f"Badeplass {ATTACK}", 4),
    tiltak("Leksehjelp på skolen", 5),
]
NEW = [
    tiltak("Natteravner i helgene sammen med politiet", 2, target=f"Hver fredag og lørdag {ATTACK}"),
    tiltak("Leksehjelp på skolen", 6),
    tiltak("Kulturskole for voksne", 7),
]


@pytest.fixture
def open_diff(open_file: OpenFile, tmp_path: Path) -> OpenDiff:
    def open_(
        *, language: Language = "nb", old: list[Any] = OLD, new: list[Any] = NEW, **asked: Any
    ) -> Opened:
        standard = "nn" if language == "nn" else "nb"
        before = made_plan("Gol", old, ["Trygg vei"], source=source("plan 2021.pdf", standard), title=ATTACK)
        after = made_plan(
            "Gol", new, ["Trygg vei"], source=source("ny plan.pdf", standard) | {"sha256": "1"}, period=LATER
        )
        target = tmp_path / "fra plan til plan.html"
        write_diff_page(diff_plans(before, after), target, language=language)
        return open_file(target, **asked)

    return open_


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_page_opens_without_a_complaint_and_nothing_is_fetched(
    open_diff: OpenDiff, language: Language
) -> None:
    opened = open_diff(language=language)
    assert len(opened.requests) == 1 and opened.requests[0].startswith("file:")
    assert opened.complaints == []


@pytest.mark.parametrize("scripts", [True, False])
def test_text_of_a_plan_is_shown_and_never_run(open_diff: OpenDiff, scripts: bool) -> None:
    opened = open_diff(scripts=scripts)
    page = opened.page
    expect(page.locator("blockquote", has_text="Badeplass")).to_contain_text(ATTACK)
    expect(page.locator(".facts dd", has_text="Hver fredag")).to_contain_text(ATTACK)
    assert page.locator("script, img").count() == 0
    assert (opened.dialogs, opened.complaints) == ([], [])


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        ("nb", {"Omskrevet": 1, "Falt ut": 1, "Nytt": 1, "Videreført": 1}),
        ("nn", {"Omskrive": 1, "Falle ut": 1, "Nytt": 1, "Vidareført": 1}),
    ],
)
def test_the_summary_counts_what_the_page_tells(
    open_diff: OpenDiff, language: Language, rows: dict[str, int]
) -> None:
    page = open_diff(language=language).page
    for name, tiltak_count in rows.items():
        row = page.get_by_role("row", name=name)
        assert row.locator("td.number").all_inner_texts()[1] == str(tiltak_count)
    fates = [" ".join(text.split()) for text in page.locator("section .change .kind").all_inner_texts()]
    told = {name for name in rows if any(fate == name for fate in fates)}
    assert told >= {name for name in rows if name not in ("Videreført", "Vidareført")}


def test_links_lead_to_the_parts_of_the_page_and_to_the_page_of_the_document(open_diff: OpenDiff) -> None:
    page = open_diff().page
    page.get_by_role("navigation").get_by_role("link", name="Tiltak").click()
    assert page.url.endswith("#tiltak")
    assert page.locator("#tiltak").evaluate("heading => heading.getBoundingClientRect().top < innerHeight")
    card = page.locator(".change.reworded")
    links = [link.get_attribute("href") for link in card.locator(".source a").all()]
    assert links == ["./plan%202021.pdf#page=3", "./ny%20plan.pdf#page=2"]


def test_what_is_kept_as_it_was_opens_at_a_click_and_from_the_keyboard(open_diff: OpenDiff) -> None:
    page = open_diff().page
    kept = page.locator("section", has=page.locator("#tiltak")).locator("details")
    quotation = kept.locator("blockquote", has_text="Leksehjelp").first
    expect(quotation).not_to_be_visible()
    kept.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(quotation).to_be_visible()


def test_new_words_are_marked_by_line_as_well_as_by_colour(open_diff: OpenDiff) -> None:
    page = open_diff().page
    put_in = page.locator(".change.reworded ins")
    assert "sammen med politiet" in put_in.inner_text()
    assert "underline" in put_in.evaluate("word => getComputedStyle(word).textDecorationLine")
    facts = page.locator(".change.reworded .facts").inner_text()
    assert "Rektor → ikke nevnt" in facts and "Resultatmål endret" in facts


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_telephone_shows_all_of_it_without_a_sideways_scroll(
    open_diff: OpenDiff, language: Language
) -> None:
    long = tiltak("Trafikktryggingsopplæring" * 12, 8, responsible=[{"raw": "K" * 200}])
    page = open_diff(language=language, new=[*NEW, long], width=390).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    tops = [box.bounding_box() for box in page.locator(".change.reworded .sides > div").all()]
    assert tops[0] and tops[1] and tops[1]["y"] > tops[0]["y"]
