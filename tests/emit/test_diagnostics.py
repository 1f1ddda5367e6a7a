from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.emit.diagnostics import diagnostic_words, told
from extractor.emit.review.content import review_labels
from extractor.emit.sheets import Language
from extractor.lexicon import load_toml
from schemas import Diagnostic

README = Path(__file__).parents[2] / "README.md"


def note(code: str, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity="warning", message=message)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_diagnostic_of_the_readme_has_words(language: Language) -> None:
    table = README.read_text(encoding="utf-8").partition("### Diagnostics")[2].partition("\n## ")[0]
    codes = {
        code
        for row in table.splitlines()
        for code in re.findall(r"`([\w-]+)`", row.split("|")[1] if "|" in row else "")
    }
    assert len(codes) > 12
    assert codes <= diagnostic_words(language).keys() == diagnostic_words("nb").keys()


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "En tabell kan være lest feil"), ("nn", "Ein tabell kan vere lesen feil")]
)
def test_what_a_diagnostic_says_of_the_document_stays_with_its_words(language: Language, words: str) -> None:
    assert told(note("suspicious-table", "the table «Frist» has holes"), language) == f"{words} («Frist»)"
    assert told(note("ocr-page", "which is sure of 83% of its letters"), language).endswith("OCR (83%)")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_code_that_nobody_has_put_into_words_has_its_message(language: Language) -> None:
    assert told(note("of-tomorrow", "Something new."), language) == "Something new."


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_rule_that_finds_something_has_words(language: Language) -> None:
    rules = {rule for kind in ("goal", "tiltak") for rule in load_toml("confidence.toml")[kind]["rules"]}
    assert rules <= review_labels(language)["rules"].keys()
