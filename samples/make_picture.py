"""Draws the pictures of the README: the comparison page, opened in Chromium with some of the sample plans, and the page
for reviewing one of them.

Needs a browser (`chromium`, or the one that CHROME names); the picture is looked at by a person before it is taken in.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from extractor import extract_plan
from extractor.cli.review import write_review_of
from extractor.compare.side_by_side import compare_plans
from extractor.emit.page import write_page

HERE = Path(__file__).parent
COMPARISON, REVIEW = HERE / "comparison.png", HERE / "review.png"
REVIEWED = HERE / "sources" / "vold_midt-troms.pdf"
PLANS = (
    "rus_par_nb.md",
    "rusplan_hornindal.txt",
    "alkoholplan_olen.txt",
    "psykisk_helse_rus_gjerdrum.html",
    "folkehelseplan_stryn.pdf",
    "oppvekstplan_bykle.pdf",
)
SIZE = {"width": 1280, "height": 760}


def main() -> None:
    chromium = os.environ.get("CHROME") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        draw_comparison(page, page_file)
        draw_review(page, page_file)
        browser.close()


def draw_comparison(page: Page, file: Path) -> None:
    write_page(compare_plans([extract_plan(HERE / "sources" / name) for name in PLANS]), file)
    page.goto(f"{file.as_uri()}#themes")
    page.wait_for_selector("html.ready")
    page.screenshot(path=COMPARISON)


def draw_review(page: Page, file: Path) -> None:
    """Some items are judged, and a tiltak is looked at."""
    write_review_of(str(REVIEWED), str(file))
    page.goto(file.as_uri())
    page.wait_for_selector("html.ready")
    for key in "jjjjjjaaxa":
        page.keyboard.press(key)
    page.wait_for_timeout(1000)  # until the page is drawn
    page.screenshot(path=REVIEW)


if __name__ == "__main__":
    main()
