"""What the program says about its own installation."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import PackageNotFoundError

import pytest
from click.testing import Result

import extractor.cli.parts
from extractor.cli.parts import Part
from extractor.errors import ExitCode
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
