"""What people with a keyboard, a screen reader, a small screen or weak eyes need of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.emit.page import VIEWS
from tests.browser.conftest import Open
from tests.browser.plans import three_plans

FAULTS = (Path(__file__).parent / "faults.js").read_text(encoding="utf-8")
CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_views_have_names_heads_landmarks_and_contrast(open_page: Open, language: str) -> None:
    opened = open_page(three_plans(), language=language)
    assert opened.page.evaluate("document.documentElement.lang") == language
    for view in VIEWS:
        opened.go(view)
        assert opened.page.evaluate(FAULTS) == [], view
        assert opened.page.evaluate(CONTRAST) == [], view


def test_no_view_is_wider_than_a_telephone(open_page: Open) -> None:
    opened = open_page(three_plans(), width=390)
    for view in VIEWS:
        opened.go(view)
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390, view
    opened.go("side")
    opened.page.locator("main .item").first.click()
    box = opened.page.locator("#panel").bounding_box()
    assert box is not None and box["x"] >= 0 and box["width"] <= 390


def test_words_of_a_plan_say_their_language(open_page: Open) -> None:
    page = open_page(three_plans(), at="#side").page
    assert page.get_by_text("Natteramnar i helgane").first.get_attribute("lang") == "nn"
    assert page.get_by_text("Natteravner i helgene").first.get_attribute("lang") == "nb"


def test_the_head_stays_in_sight(open_page: Open) -> None:
    page = open_page(three_plans(), width=390, at="#overview").page
    frame = page.locator(".frame")
    frame.evaluate(
        "frame => { frame.style.maxHeight = '9rem'; frame.scrollTop = 60; frame.scrollLeft = 200; }"
    )
    head, side, box = (page.locator(one).first.bounding_box() for one in ("thead th", "tbody th", ".frame"))
    assert head and side and box
    assert abs(head["y"] - box["y"]) < 3
    assert abs(side["x"] - box["x"]) < 3
