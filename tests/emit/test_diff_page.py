from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from extractor import diff_plans
from extractor.emit.page.difference import diff_page, write_diff_page
from extractor.emit.sheets import Language
from schemas.diff import Diff
from tests.compare.build import SOURCE, made_plan

LATER = {"period": {"raw": "", "start_year": 2025, "end_year": 2028, "edtf": "2025/2028"}}
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


class Tags(HTMLParser):
    """The elements of a page with their attributes, and what is left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def made_diff(old: str, new: str, standards: tuple[str, str] = ("nb", "nb")) -> Diff:
    before, after = ({"source": SOURCE | {"language": language}} for language in standards)
    goal = {"text": "Trygg i trafikken", "source": [{"page": 3, "start": 0, "end": 17}]}
    return diff_plans(
        made_plan("Gol", [old, "Badeplass"], [goal], **before),
        made_plan("Gol", [new, "Kulturskole"], [goal], **(after | LATER)),
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ["Omskrevet", "strøket:", "side 3"]),
        ("nn", ["Omskrive", "strøke:"]),
        ("en", ["Reworded", "page 3"]),
    ],
)
def test_the_page_tells_in_each_language(language: Language, words: list[str]) -> None:
    html = diff_page(made_diff("Natteravner i helgene", "Natteravner ved skolen"), language=language)
    assert f'<html lang="{language}">' in html
    assert all(word in html for word in words)


@pytest.mark.parametrize("standards", [("nb", "nb"), ("nn", "nb")])
def test_struck_and_new_words_are_marked_for_eyes_and_ears(standards: tuple[str, str]) -> None:
    html = diff_page(made_diff("Tilskot til 20 lag", "Tilskot til 30 lag", standards))
    assert '<del><span class="aside">strøket: </span>20</del>' in html
    assert '<ins><span class="aside">satt inn: </span>30</ins>' in html
    assert f'<blockquote lang="{standards[0]}">' in html


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_element_is_closed_and_every_link_inside_leads_somewhere(language: Language) -> None:
    tags = Tags(diff_page(made_diff("Natteravner i helgene", "Natteravner ved skolen"), language=language))
    assert tags.open == []
    ids = [attributes["id"] for _, attributes in tags.found if "id" in attributes]
    assert len(ids) == len(set(ids))
    inside = {
        str(attributes["href"])[1:] for tag, attributes in tags.found if tag == "a" and attributes["href"]
    }
    assert {target for target in inside if not target.startswith("/")} <= set(ids)


def test_text_of_a_plan_is_text(tmp_path: Path) -> None:
    diff = made_diff(f"Natteravner {HOSTILE}", f"Natteravner ved skolen {HOSTILE}")
    diff.old.filename, diff.new.title = f"javascript:{HOSTILE}", HOSTILE
    tags = Tags(diff_page(diff))
    assert not {"script", "img"} & {tag for tag, _ in tags.found}
    links = [str(attributes["href"]) for tag, attributes in tags.found if tag == "a"]
    assert all(link.startswith(("#", "./")) for link in links)


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    html = diff_page(made_diff("Natteravner", "Natteravner ved skolen"))
    assert "default-src 'none'" in html
    assert not any(sign in html for sign in ("http:", "https:", "@import", "src="))


def test_what_is_kept_as_it_was_is_folded_away() -> None:
    html = diff_page(made_diff("Natteravner", "Natteravner"))
    assert html.index("<details") < html.index("Trygg i trafikken")


def test_the_page_is_written_as_it_is(tmp_path: Path) -> None:
    diff = made_diff("Natteravner", "Nattramnar")
    write_diff_page(diff, tmp_path / "diff.html")
    assert (tmp_path / "diff.html").read_text(encoding="utf-8") == diff_page(diff)
