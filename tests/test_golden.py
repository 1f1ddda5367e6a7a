"""Every sample gives the JSON that is kept beside it; `pytest --update-golden` writes it anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import extract_plan
from extractor.emit.jsonfile import dumps

SAMPLES = Path(__file__).parents[1] / "samples"
SOURCES = sorted(path for path in (SAMPLES / "sources").iterdir() if path.is_file())


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_a_sample_gives_what_it_gave_before(source: Path, request: pytest.FixtureRequest) -> None:
    expected = SAMPLES / "expected" / f"{source.name}.json"
    found = dumps(extract_plan(source))
    if request.config.getoption("--update-golden"):
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8"), "run pytest --update-golden and read the difference"


def test_two_runs_give_the_same_bytes() -> None:
    source = SOURCES[0]
    assert dumps(extract_plan(source)) == dumps(extract_plan(source))


def test_no_expected_file_is_left_over() -> None:
    expected = {path.name for path in (SAMPLES / "expected").glob("*.json")}
    assert expected == {f"{source.name}.json" for source in SOURCES}
