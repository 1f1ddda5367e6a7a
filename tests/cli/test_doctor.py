"""What the program says about its own installation."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError

import pytest
from click.testing import Result

import extractor.cli.parts
from extractor.cli.parts import Part
from extractor.errors import ExitCode
from extractor.read import ocr_parts
from extractor.read.ocr_parts import Parts
from extractor.version import __version__

Run = Callable[..., Result]


def _install(monkeypatch: pytest.MonkeyPatch, *parts: Part) -> None:
    monkeypatch.setattr(extractor.cli.parts, "needed_parts", lambda: list(parts))


def test_everything_there_is_told_with_versions(planuttrekk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _install(monkeypatch, Part("click", ">=8.1", "8.1.7", fits=True), Part("ruff", "", None, extra="dev"))
    result = planuttrekk("doctor")
    assert result.exit_code == ExitCode.DONE
    assert f"planuttrekk {__version__}" in result.stdout
    assert "click            8.1.7\n" in result.stdout
    assert "Optional «dev»\n  ruff             missing\n" in result.stdout


@pytest.mark.parametrize(
    ("installed", "told"), [(None, "missing"), ("3.0.0", "3.0.0, but >=3.7,<4 is wanted")]
)
def test_a_needed_part_that_is_missing_or_too_old_is_a_finding(
    planuttrekk: Run, monkeypatch: pytest.MonkeyPatch, installed: str | None, told: str
) -> None:
    _install(monkeypatch, Part("spacy", ">=3.7,<4", installed))
    result = planuttrekk("doctor")
    assert result.exit_code == ExitCode.FINDINGS
    assert f"spacy            {told}\n" in result.stdout
    assert "pip install" in result.stderr


def test_a_source_folder_without_installation_is_told(
    planuttrekk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing() -> list[Part]:
        raise PackageNotFoundError("planuttrekk")

    monkeypatch.setattr(extractor.cli.parts, "needed_parts", nothing)
    result = planuttrekk("doctor")
    assert result.exit_code == ExitCode.FINDINGS
    assert "not installed as a package" in result.stderr


def test_requirements_of_a_real_distribution_are_read() -> None:
    parts = {part.name: part for part in extractor.cli.parts.needed_parts("hypothesis")}
    assert parts["sortedcontainers"].fits
    assert parts["sortedcontainers"].extra is None
    assert parts["lark"].extra == "lark"


def test_what_is_missing_to_read_pictures_is_told_with_how_to_install_it(
    planuttrekk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(monkeypatch)
    monkeypatch.setattr(ocr_parts, "installed_parts", lambda: Parts("17.0", "5.3.0", ("eng",)))
    told = planuttrekk("doctor").stdout
    assert "OCRmyPDF         17.0\n" in told
    assert "Tesseract        5.3.0\n" in told
    assert "Norwegian        missing\n" in told
    assert "apt install tesseract-ocr-nor" in told


@pytest.mark.parametrize(
    ("place", "told"), [("off", "nothing"), ("/keeps/it", "0.0 of 500 MB in /keeps/it/ocr")]
)
def test_where_recognised_pages_are_kept_is_told(
    planuttrekk: Run, monkeypatch: pytest.MonkeyPatch, place: str, told: str
) -> None:
    _install(monkeypatch)
    monkeypatch.setenv("PLANUTTREKK_CACHE", place)
    assert f"kept             {told}\n" in planuttrekk("doctor").stdout
