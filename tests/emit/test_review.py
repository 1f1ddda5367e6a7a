from __future__ import annotations

import base64
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import extractor.emit.review
from extractor.corrections.keys import item_keys
from extractor.emit.page import MARK
from extractor.emit.review import page_sheets, text_sheets, write_review
from extractor.emit.review.content import review_labels
from extractor.errors import ExtractorError
from extractor.lexicon import load_toml
from extractor.place import Box
from extractor.printed import Picture, Printed
from schemas import Plan
from schemas.corrections import CorrectedDocument, Correction, Corrections, Fields
from tests.compare.build import SOURCE, made_plan

TEXT = "Mål\nTrygg skoleveg\nTiltak\nGatelys ved skolen"
HOSTILE = '</script><img src=x onerror="alert(1)"><!--sheets-->'
LANGUAGES = ("nb", "nn", "en")


class Parts(HTMLParser):
    """The elements of a page, and the text of each script by its id or class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.scripts: list[tuple[str, str]] = []
        self._in_script: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        self._in_script = (found.get("id") or found.get("class") or "") if tag == "script" else None

    def handle_data(self, data: str) -> None:
        if self._in_script is not None:
            self.scripts.append((self._in_script, data))

    def handle_endtag(self, tag: str) -> None:
        self._in_script = None


@pytest.fixture
def plan() -> Plan:
    goal = {"text": "Trygg skoleveg", "source": [{"start": 4, "end": 18}]}
    tiltak = {"text": "Gatelys ved skolen", "goal_ids": ["g1"], "source": [{"start": 26, "end": 44}]}
    return made_plan("Gol", [tiltak, "Gatelys ved skolen"], [goal], title="Plan for trafikk")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ["Last ned rettelser", "Gå gjennom: Plan for trafikk", "usikre først"]),
        ("nn", ["Last ned rettingar", "Mål som det tener"]),
        ("en", ["Download corrections", "Review: Plan for trafikk"]),
    ],
)
def test_the_page_speaks_each_language(plan: Plan, tmp_path: Path, language: str, words: list[str]) -> None:
    html = written(plan, tmp_path, language=language)
    assert f'<html lang="{language}">' in html and MARK in html
    assert all(word in html for word in words)


def test_all_languages_have_the_same_labels() -> None:
    labels = [set(load_toml("review.toml")[language]) for language in LANGUAGES]
    assert labels[0] == labels[1] == labels[2]
    assert all(review_labels("nn")[name] for name in labels[0])


def test_every_label_is_on_the_page() -> None:
    folder = Path(extractor.emit.review.__file__).parent
    assets = "".join(path.read_text(encoding="utf-8") for path in folder.glob("assets/*"))
    code = assets + (folder / "__init__.py").read_text(encoding="utf-8")
    put_together = ("keys_", "add_")
    labels = [name for name in load_toml("review.toml")["nb"] if not name.startswith(put_together)]
    assert [name for name in labels if not re.search(rf"[\"'.]{name}\b", code)] == []


def test_items_have_the_keys_of_their_wording(plan: Plan, tmp_path: Path) -> None:
    told = data(written(plan, tmp_path), "plan")
    assert {item["id"]: item["key"] for item in told["goals"] + told["tiltak"]} == item_keys(plan)
    assert told["tiltak"][1]["key"] == told["tiltak"][0]["key"] + "-2"
    assert (told["name"], told["document"]) == (
        "plan",
        {"filename": "plan.txt", "sha256": plan.source.sha256},
    )


def test_corrections_of_before_are_in_the_page_with_what_is_set(plan: Plan, tmp_path: Path) -> None:
    key = item_keys(plan)["t1"]
    before = Corrections(
        tool="planuttrekk",
        document=CorrectedDocument(filename="plan.txt", sha256="0"),
        corrections=[
            Correction(
                item="tiltak", key=key, verdict="changed", text="Gatelys", fields=Fields(schedule=None)
            )
        ],
    )
    told = data(written(plan, tmp_path, corrections=before), "plan")["corrections"]
    assert told["corrections"][0]["fields"] == {"schedule": None}
    assert data(written(plan, tmp_path), "plan")["corrections"] is None


@pytest.mark.parametrize("text", [TEXT, "Gate\u00adlys \u202eog\n\nbru \U0001f3eb her"])
def test_offsets_count_in_the_lines_of_a_text(text: str) -> None:
    for sheet in map(json.loads, text_sheets(text)):
        for start, line in sheet["lines"]:
            there = text[start : start + len(line)]
            assert [one for one in line if one != "\u200b"] == [
                one for one in there if one not in "\u00ad\u202e"
            ]


def test_a_sheet_has_its_picture_and_its_lines() -> None:
    pictures = [Picture(1, 595.0, 842.0, b"RIFF"), Picture(2, 842.0, 595.0, b"")]
    lines = [Printed(2, Box(10, 20, 90, 32), 3, 7, "Gatelys"), Printed(1, Box(1, 2, 3, 4), 0, 0, "Mål")]
    first, second = map(json.loads, page_sheets(pictures, lines))
    assert base64.b64decode(first["picture"].removeprefix("data:image/webp;base64,")) == b"RIFF"
    assert second == {
        "page": 2,
        "width": 842.0,
        "height": 595.0,
        "picture": "",
        "lines": [[7, "Gatelys", 10, 20, 90, 32, 3]],
    }


def test_a_page_that_could_not_be_drawn_is_as_large_as_its_lines_need() -> None:
    [known] = map(json.loads, page_sheets([Picture(1, 0, 0, b"")], []))
    assert (known["width"], known["height"]) == (595, 842)
    wide = [Printed(1, Box(10, 20, 900, 32), 0, 0, "Tiltak")]
    [known] = map(json.loads, page_sheets([Picture(1, 0, 0, b"")], wide))
    assert (known["width"], known["height"]) == (900, 842)


def test_hostile_words_open_no_element(plan: Plan, tmp_path: Path) -> None:
    hostile = made_plan("Gol", [HOSTILE], [HOSTILE], title=HOSTILE, source=SOURCE | {"filename": HOSTILE})
    tame = Parts(written(plan, tmp_path)).tags
    html = written(hostile, tmp_path, text=HOSTILE, name=HOSTILE)
    assert Parts(html).tags == tame
    assert data(html, "plan")["goals"][0]["text"] == HOSTILE
    assert data(html, "sheet-data")["lines"] == [[0, HOSTILE]]


def test_the_policy_allows_nothing_from_elsewhere(plan: Plan, tmp_path: Path) -> None:
    html = written(plan, tmp_path)
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
    sources = {name: source for name, *source in (rule.split() for rule in policy.split("; "))}
    assert sources["default-src"] == ["'none'"] and sources["img-src"] == ["data:"]
    assert [one.startswith("'sha256-") for one in sources["script-src"]] == [True]
    assert not re.search(r'(?:src|href)="(?!#)', html)


def test_nothing_is_left_behind_where_the_sheets_cannot_be_made(plan: Plan, tmp_path: Path) -> None:
    def broken() -> object:
        yield from text_sheets(TEXT)
        raise ExtractorError("plan.pdf", "the reader broke down")

    with pytest.raises(ExtractorError, match="broke down"):
        write_review(plan, broken(), tmp_path / "page.html", name="plan")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_the_same_plan_gives_the_same_page(plan: Plan, tmp_path: Path) -> None:
    assert written(plan, tmp_path) == written(plan, tmp_path)


def written(plan: Plan, folder: Path, *, text: str = TEXT, name: str = "plan", **options: object) -> str:
    target = folder / "page.html"
    write_review(plan, text_sheets(text), target, name=name, **options)  # type: ignore[arg-type]
    return target.read_text(encoding="utf-8")


def data(html: str, name: str) -> dict:  # type: ignore[type-arg]
    return json.loads(next(text for found, text in Parts(html).scripts if found == name))
