from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path

import pytest

from extractor.compare.side_by_side import compare_plans
from extractor.compare.taxonomy import category_names, theme_names
from extractor.emit.page import PLAIN_UP_TO, SCRIPTS, VIEWS, page, write_page
from extractor.emit.page.labels import page_labels
from extractor.emit.sheets import Language
from schemas.check import Place
from schemas.comparison import ComparedPlan, ComparedTiltak, Comparison, Counts, Party, Time
from tests.compare.build import made_plan

ASSETS = resources.files("extractor.emit.page") / "assets"
LANGUAGES: list[Language] = ["nb", "nn", "en"]


def embedded(html: str, name: str) -> str:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return found[1]


def many(plans: int, tiltak: int) -> Comparison:
    heads = [
        ComparedPlan(
            id=f"p{at}",
            label=f"Kommune {at} 2020–2024",
            filename=f"plan {at}.pdf",
            sha256="0" * 64,
            kind="plan",
            counts=Counts(tiltak=tiltak),
        )
        for at in range(1, plans + 1)
    ]
    items = [
        ComparedTiltak(
            id=f"{plan.id}.t{at}",
            plan=plan.id,
            text=f"Kommunen skal i samarbeid med frivillige lag og skolene gjennomføre tiltak nummer {at}"
            * 2,
            responsible=[Party(raw="Oppvekst og helse", name="oppvekst og helse", category="health_care")]
            * 2,
            time=Time(raw="Innen utgangen av 2023", kind="deadline", edtf="../2023-12-31", due=2023),
            themes=["TH02", "TH08", "TH13"],
            goals=[f"{plan.id}.g1"],
            place=Place(
                page=at, bbox=(70.9, 212.4, 523.1, 236.0), start=1042, section="4.1 Tiltak i perioden"
            ),
            confidence=0.95,
        )
        for plan in heads
        for at in range(1, tiltak + 1)
    ]
    return Comparison(tool="planuttrekk", plans=heads, tiltak=items)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_the_scripts_ask_for_is_there(language: Language) -> None:
    labels = page_labels(language)
    asked = {f"{what}_{many}" for what in ("aligned", "lacked") for many in ("one", "many")}
    for script in SCRIPTS:
        text = (ASSETS / f"{script}.js").read_text(encoding="utf-8")
        asked |= set(re.findall(r'say\("(\w+)"', text)) | set(re.findall(r'named\("(\w+)"', text))
    assert asked - labels.keys() == set()
    assert {f"{view}_explained" for view in VIEWS} <= labels.keys()


def test_labels_are_there_in_all_languages_with_the_same_gaps() -> None:
    labels = {language: page_labels(language) for language in LANGUAGES}
    for language in LANGUAGES:
        for key, text in labels["nb"].items():
            own = labels[language][key]
            if isinstance(text, dict):
                assert own.keys() == text.keys(), (language, key)
            else:
                assert set(re.findall(r"{\w+}", own)) == set(re.findall(r"{\w+}", text)), (language, key)


def test_themes_and_categories_have_english_names() -> None:
    found = {**theme_names("all"), **theme_names("rus"), **category_names()}
    assert all(names.en for names in found.values())
    assert found["TH15"].en == "Transport and road safety"


@pytest.mark.parametrize("hostile", ["</script><b>", "<!--<script>", "a & b", "\u2028\u2029", "]]>", "'\"\\"])
def test_what_a_plan_says_cannot_end_the_data(hostile: str) -> None:
    html = page(compare_plans([made_plan("Gol", [hostile]), made_plan("Hol", ["Leksehjelp"])]))
    data = embedded(html, "comparison")
    assert not set("<>&\u2028\u2029") & set(data)
    assert json.loads(data)["tiltak"][0]["text"] == hostile.replace("\u2028\u2029", "")


def test_marks_that_turn_a_text_around_are_left_out() -> None:
    html = page(compare_plans([made_plan("G\u202eol", ["Lekse\u200bhjelp\u2066"])]))
    assert "Leksehjelp" in html
    assert not re.search("[\u200b\u202e\u2066]", html)


def test_the_file_speaks_of_no_other_place(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    write_page(compare_plans([made_plan("Gol", ["Leksehjelp"])]), target)
    text = target.read_text(encoding="utf-8")
    assert not re.search(r"https?:|//\w+\.\w|@import|url\(", text)
    assert "default-src 'none'" in text and "unsafe" not in text


def test_the_same_comparison_gives_the_same_page() -> None:
    comparison = compare_plans([made_plan("Gol", ["Leksehjelp"]), made_plan("Hol", ["Leksehjelp"])])
    assert page(comparison) == page(comparison)
    assert page(comparison, language="nn") != page(comparison)


def test_few_plans_are_there_without_scripts_and_many_say_why_not() -> None:
    few = page(many(PLAIN_UP_TO, 1))
    assert "<caption>Side om side</caption>" in few
    assert page_labels("nb")["needs_script"] in page(many(PLAIN_UP_TO + 1, 1))


def test_all_kommuner_of_the_country_fit_in_fifteen_megabytes() -> None:
    assert len(page(many(357, 40)).encode("utf-8")) < 15_000_000


def test_scripts_never_write_mark_up() -> None:
    for script in SCRIPTS:
        text = (ASSETS / f"{script}.js").read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function", text
        )
        assert "</script" not in text and "<!--" not in text
