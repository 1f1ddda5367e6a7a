from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Literal

import pytest
from rich.console import Console

from extractor.compare.check import check_plans
from extractor.emit.check_csv import write_check_csv
from extractor.emit.terminal_check import show_checks
from extractor.lexicon import load_toml
from schemas.check import CheckReport
from tests.compare.test_check import rus_plan

Language = Literal["nb", "nn", "en"]
HOSTILE = "=HYPERLINK(1) [bold]samarbeid[/bold] \x1b[31m med politiet."


def report(*lines: str, **more: object) -> CheckReport:
    return check_plans([rus_plan(*lines, title="Slik [red]gjør vi det", **more)])


def shown(
    checked: CheckReport, *, width: int = 120, language: Language = "nb", encoding: str = "utf-8"
) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace")
    console = Console(file=stream, width=width, highlight=False, markup=False, emoji=False)
    show_checks(checked, console, language=language)
    stream.seek(0)
    return stream.read()


@pytest.mark.parametrize(
    ("language", "name", "not_found", "measured"),
    [
        ("nb", "Økonomiske konsekvenser", "ikke funnet", "Tiltak uten ansvarlig"),
        ("nn", "Økonomiske konsekvensar", "ikkje funne", "Tiltak utan ansvarleg"),
        ("en", "Costs and funding", "not found", "Tiltak without a responsible party"),
    ],
)
def test_what_was_found_is_quoted_and_the_rest_is_not_found(
    language: Language, name: str, not_found: str, measured: str
) -> None:
    text = shown(report("Vi samarbeider med politiet.", tiltak=["Natteravner"]), language=language)
    [cooperation] = [line for line in text.splitlines() if "«Vi samarbeider med politiet.»" in line]
    assert cooperation.strip().startswith("✓")
    [economy] = [line for line in text.splitlines() if name in line]
    assert economy.strip().startswith("–") and economy.rstrip().endswith(not_found)
    assert measured in text


@pytest.mark.parametrize(("width", "encoding"), [(40, "utf-8"), (120, "latin-1")])
def test_narrow_and_old_terminals_have_it_too(width: int, encoding: str) -> None:
    text = shown(report("Vi samarbeider med politiet."), width=width, encoding=encoding)
    assert "Vi samarbeider" in text
    assert ("✓" in text) is (encoding == "utf-8")
    assert all(len(line) <= width for line in text.splitlines())


def test_text_of_documents_steers_no_terminal() -> None:
    text = shown(report(HOSTILE))
    assert "\x1b" not in text
    assert "[bold]samarbeid[/bold]" in " ".join(text.split())


@pytest.mark.parametrize(("language", "told"), [("nb", "veiledning, ikke"), ("nn", "rettleiing, ikkje")])
def test_guidance_is_said_to_be_no_plan(language: Language, told: str) -> None:
    text = shown(report("Samarbeid er bra.", kind="guidance"), language=language)
    assert told in text
    assert "✓" not in text


def test_no_cell_of_the_table_is_a_formula(tmp_path: Path) -> None:
    write_check_csv(report(HOSTILE), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file, delimiter=";")
    assert header[:2] == ["Kommune", "Plan"]
    assert header[3:7] == ["Id", "Hva veiledningen ber om", "Nivå", "Funnet"]
    [row] = [row for row in rows if row[3] == "R18"]
    assert row[0] and row[6] == "funnet" and row[7].startswith("'=HYPERLINK")
    assert row[8] == "3"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_every_label_is_there_in_each_language() -> None:
    words = load_toml("check.toml")
    for language in ("nn", "en"):
        assert words[language].keys() == words["nb"].keys()
        for table in ("levels", "columns", "notes"):
            assert words[language][table].keys() == words["nb"][table].keys()
