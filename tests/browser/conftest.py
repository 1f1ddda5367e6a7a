"""A real browser for the page: Debian's Chromium, or the one that CHROME names."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from extractor.emit.page import write_page
from extractor.emit.sheets import Language
from schemas.comparison import Comparison


@dataclass
class Opened:
    """A page in the browser and what it did that it should not do."""

    page: Page
    requests: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, view: str) -> None:
        """Follow the link to a view."""
        self.page.click(f"#views a[data-view={view}]")
        self.page.wait_for_selector(f"#views a[data-view={view}][aria-current=page]")


Open = Callable[..., Opened]
OpenFile = Callable[..., Opened]


def watched(page: Page) -> Opened:
    """Keep what a page does that it should not do."""
    opened = Opened(page)
    page.on("request", lambda request: opened.requests.append(request.url))
    page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    page.on("console", lambda message: opened.complaints.append(message.text))
    return opened


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROME") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.skip("no Chromium here: install it, or name one in CHROME")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_file(browser: Browser) -> Iterator[OpenFile]:
    """Open a file of a page, in a browser window of a width, and note what it does that it should not do."""
    contexts = []

    def open_(target: Path, *, width: int = 1280, scripts: bool = True, at: str = "") -> Opened:
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
        contexts.append(context)
        opened = Opened(context.new_page())
        page = opened.page
        page.on("request", lambda request: opened.requests.append(request.url))
        page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.on("console", lambda message: opened.complaints.append(message.text))
        page.goto(target.as_uri() + at)
        return opened

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(open_file: OpenFile, tmp_path: Path) -> Open:
    def open_(
        comparison: Comparison,
        *,
        language: Language = "nb",
        width: int = 1280,
        scripts: bool = True,
        at: str = "",
    ) -> Opened:
        target = tmp_path / "side om side.html"
        write_page(comparison, target, language=language)
        opened = open_file(target, width=width, scripts=scripts, at=at)
        if scripts:
            opened.page.wait_for_selector("html.ready")
        return opened

    return open_
