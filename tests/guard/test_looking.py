"""Documents and pictures of pages, as the command is given them by a worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor import extract_plan
from extractor.emit.jsonfile import dumps
from extractor.errors import ExtractorError, NotFoundError
from extractor.guard import Guard, Limits
from extractor.printed import Picture

SAMPLES = Path(__file__).parents[2] / "samples" / "sources"


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard() as guard:
        yield guard


@pytest.mark.parametrize("name", ["trafikktrygging_sogndal.pdf", "alkoholplan_olen.txt"])
def test_the_plan_is_that_of_an_extraction(guard: Guard, name: str) -> None:
    looked = guard.look(str(SAMPLES / name))
    assert looked.json.decode() == dumps(extract_plan(SAMPLES / name))
    assert bool(looked.lines) != bool(looked.text)


def test_without_a_plan_only_the_document_is_read(guard: Guard) -> None:
    looked = guard.look(str(SAMPLES / "trafikktrygging_sogndal.pdf"), plan=False)
    assert looked.json == b"" and looked.lines and looked.pages


def test_pictures_come_page_by_page(guard: Guard) -> None:
    pictures = list(guard.pictures(str(SAMPLES / "folkehelseplan_stryn.pdf"), 5))
    assert [picture.page for picture in pictures] == [1, 2, 3, 4, 5]
    assert all(picture.data.startswith(b"RIFF") for picture in pictures)


def test_what_cannot_be_drawn_has_an_empty_picture(tmp_path: Path) -> None:
    damaged = tmp_path / "plan.pdf"
    damaged.write_bytes(b"%PDF-1.7\nnothing")
    with Guard(limits=Limits(base=5.0)) as guard:
        assert list(guard.pictures(str(damaged), 5)) == [Picture(number, 0, 0, b"") for number in range(1, 6)]


def test_errors_name_the_file(guard: Guard, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"missing\.pdf"):
        guard.look(str(tmp_path / "missing.pdf"))
    (tmp_path / "empty.txt").write_text(" ", encoding="utf-8")
    with pytest.raises(ExtractorError, match=r"empty\.txt"):
        guard.look(str(tmp_path / "empty.txt"))
