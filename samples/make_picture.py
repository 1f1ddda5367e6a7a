"""Draws the picture at the top of the README: the comparison page, opened in Chromium with some of the sample plans.

Needs a browser (`chromium`, or the one that CHROME names); the picture is looked at by a person before it is taken in.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from extractor import extract_plan
from extractor.compare import compare_plans
from extractor.emit.page import write_page

HERE = Path(__file__).parent
PICTURE = HERE / "comparison.png"
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
    comparison = compare_plans([extract_plan(HERE / "sources" / name) for name in PLANS])
    chromium = os.environ.get("CHROME") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "page.html"
        write_page(comparison, page_file)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(f"{page_file.as_uri()}#themes")
        page.wait_for_selector("html.ready")
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
