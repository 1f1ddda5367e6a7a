from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from batch import inline_engine
from batch.runs import Run

from extractor.batch.engines import ENGINES
from extractor.batch.inputs import Inputs
from extractor.batch.run import Options, run_batch
from schemas.batch import BatchSummary


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A run over `inn` into `ut` that reads nothing; which documents it did stands in `inline_engine.DONE`."""
    monkeypatch.setitem(ENGINES, "inline", inline_engine.__name__)
    monkeypatch.chdir(tmp_path)

    def do(
        *named: str, options: Options | None = None, lists: tuple[str, ...] = (), out: str = "ut"
    ) -> BatchSummary:
        inline_engine.DONE.clear()
        wanted = replace(options or Options(), engine="inline")
        return run_batch(Inputs(named or ("inn",), lists, not_below=out), out, wanted)

    return do
