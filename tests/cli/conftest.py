"""The command as tests call it, and made-up documents for it to find."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.emit.jsonfile import dumps
from extractor.errors import NoTextError, NothingFoundError
from extractor.guard import Extracted
from extractor.settings import DEFAULT, Settings
from schemas import Goal, Plan, Source, Tiltak

Run = Callable[..., Result]

SOURCE = Source(
    filename="plan.pdf", sha256="0" * 64, media_type="application/pdf", text_origin="native", tool="test"
)
GOAL = Goal(id="g1", text="Færre ulukker", rule="test", confidence=1)
TILTAK = Tiltak(id="t1", text="Lys på vegen", origin="list", rule="test", confidence=1)


@pytest.fixture
def planuttrekk() -> Run:
    """Run the command; standard output and standard error come back apart."""

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="planuttrekk")

    return run


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of documents whose content says how their extraction ends."""
    monkeypatch.setattr("extractor.guard.Guard", _Here)
    contents = {"a.pdf": "Plan A", "b.pdf": "Plan B", "c.pdf": "picture", "d.txt": "nothing", "e.txt": "bug"}
    for name, content in contents.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


class _Here:
    """A guard that reads in this process."""

    def __enter__(self) -> _Here:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def extract(self, file: str, settings: Settings = DEFAULT) -> Extracted:
        plan = _extract(file)
        return Extracted(
            dumps(plan).encode(), len(plan.goals), len(plan.tiltak), 0, plan.source.sha256, None, False, 0.0
        )


def _extract(path: str | os.PathLike[str]) -> Plan:
    content = Path(path).read_text(encoding="utf-8")
    if content == "picture":
        raise NoTextError(os.fspath(path), "the pages are pictures")
    if content == "nothing":
        raise NothingFoundError(os.fspath(path), "no plan was found in it")
    if content == "bug":
        raise ValueError("\x1b[31mcolumn")
    return Plan(source=SOURCE, kind="plan", title=content, goals=[GOAL], tiltak=[TILTAK])
