"""Which pages are read from their picture, and what is kept of that. No engine is needed for it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from read.make_pdf import Sheet, make_pdf, texts
from read.test_ocr_page import line, page

from extractor.errors import CannotReadError, NoTextError
from extractor.read import ocr, ocr_cache
from extractor.read.ocr_cache import Cache, cache_folder, shrink, size_of
from extractor.read.ocr_parts import Parts
from extractor.read.ocr_time import MorePagesError, allowed_pages
from extractor.read.pdf import read_pdf
from extractor.settings import Ocr

ALL_THERE = Parts("17.0", "5.3.0", ("eng", "nor"))
SHA256 = "0" * 64


def plain(sheet: Sheet) -> None:
    sheet.text(70, 100, "Handlingsplan mot støy")


def picture(sheet: Sheet) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    sheet.canvas.drawImage(ImageReader(Image.new("L", (40, 60), 200)), 0, 0, 595, 842)


def stamped(sheet: Sheet) -> None:
    picture(sheet)
    sheet.text(400, 20, "Journalført 12/345 side 2", size=8)


def cover(sheet: Sheet) -> None:
    picture(sheet)
    sheet.text(100, 300, "Trafikktryggingsplan 2021–2025", size=24)


class Engine:
    """Recognises the same on every page, and remembers which it was given."""

    def __init__(self) -> None:
        self.given: list[list[int]] = []

    def __call__(self, data: bytes, pages: Sequence[int]) -> Iterator[tuple[int, Any, str | None]]:
        self.given.append(list(pages))
        for number in pages:
            yield number, page(line(f"Les side {number}")), None


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Engine:
    found = Engine()
    monkeypatch.setenv("PLANUTTREKK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(ocr, "installed_parts", lambda: ALL_THERE)
    monkeypatch.setattr(ocr, "recognise", found)
    return found


def read(*draw: Any, ocr: Ocr = "auto") -> Any:
    return read_pdf(make_pdf(*draw), "plan.pdf", SHA256, ocr=ocr)


def test_only_the_pages_that_need_it_are_recognised_all_at_once(engine: Engine) -> None:
    document = read(plain, picture, plain, stamped)
    assert engine.given == [[2, 4]]
    assert texts(document) == ["Handlingsplan mot støy", "Les side 2", "Handlingsplan mot støy", "Les side 4"]
    assert document.text_origin == "mixed"
    assert sorted(document.recognised) == [2, 4]
    assert [(notice.code, notice.page) for notice in document.notices] == [("ocr-page", 2), ("ocr-page", 4)]


def test_a_document_of_pictures_is_one_that_was_read_with_ocr(engine: Engine) -> None:
    assert read(picture, picture).text_origin == "ocr"
    assert read(plain).text_origin == "native"


def test_a_title_printed_on_a_photo_is_no_scan(engine: Engine) -> None:
    read(cover, plain)
    assert engine.given == []


def test_a_document_without_pictures_starts_no_engine(engine: Engine) -> None:
    read(plain, plain)
    assert engine.given == []


def test_a_long_document_is_recognised_in_portions(engine: Engine) -> None:
    read(*[picture] * (ocr.AT_ONCE + 2))
    assert [len(pages) for pages in engine.given] == [ocr.AT_ONCE, 2]


def test_garbled_letters_are_read_from_the_picture(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    garbled = "".join(chr(0xE000 + number) for number in range(40))
    assert ocr.needs_ocr(_ink(garbled), "auto")
    assert not ocr.needs_ocr(_ink("Handlingsplan for rusmiddelarbeid i kommunen \uf0b7"), "auto")


def _ink(text: str) -> Any:
    from extractor.read.pdf_ink import Ink
    from extractor.read.pdf_pieces import Piece

    glyphs = [Piece(letter, 0, 400, 5, 410, 10, "F", True, (1, 0, 0, 1, 0, 0), []) for letter in text]
    return Ink(595, 842, base=842, glyphs=glyphs)


def test_all_pages_are_recognised_where_that_is_asked_for(engine: Engine) -> None:
    assert texts(read(plain, picture, ocr="always")) == ["Les side 1", "Les side 2"]


def test_no_page_is_recognised_where_that_is_asked_for(engine: Engine) -> None:
    with pytest.raises(NoTextError, match="--ocr auto"):
        read(picture, ocr="never")
    assert engine.given == []


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (Parts(None, "5.3.0", ("nor",)), "planuttrekk\\[ocr\\]"),
        (Parts("17.0", None), "apt install tesseract-ocr\\) and its Norwegian"),
        (Parts("17.0", "5.3.0", ("eng",)), "install its Norwegian \\(apt install tesseract-ocr-nor\\)"),
    ],
)
def test_what_is_missing_is_told_and_pages_with_text_are_read(
    monkeypatch: pytest.MonkeyPatch, parts: Parts, told: str
) -> None:
    for module in ("ocr", "pdf", "pdf_page"):
        monkeypatch.setattr(f"extractor.read.{module}.installed_parts", lambda: parts)
    with pytest.raises(NoTextError, match=told):
        read(picture)
    with pytest.raises(CannotReadError, match=told):
        read(plain, ocr="always")
    document = read(plain, picture)
    assert texts(document) == ["Handlingsplan mot støy"]
    [notice] = document.notices
    assert (notice.code, notice.page) == ("no-text-layer", 2)


def test_a_page_that_the_engine_gives_up_is_told_and_others_are_read(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        ocr, "recognise", lambda data, pages: [(number, None, "too large") for number in pages]
    )
    document = read(plain, picture)
    assert texts(document) == ["Handlingsplan mot støy"]
    assert [(notice.code, notice.severity) for notice in document.notices] == [("ocr-failed", "warning")]


def test_what_ocr_makes_of_a_photo_is_not_believed(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    doubtful = page(line("ij lll oO", sure=0.3))
    monkeypatch.setattr(ocr, "recognise", lambda data, pages: [(number, doubtful, None) for number in pages])
    assert texts(read(plain, picture)) == ["Handlingsplan mot støy"]


def test_somebody_is_asked_before_more_pages_are_recognised_than_there_is_time_for(engine: Engine) -> None:
    token = allowed_pages.set(1)
    try:
        with pytest.raises(MorePagesError) as asked:
            read(picture, plain, picture)
        assert (asked.value.pages, engine.given) == (2, [])
        allowed_pages.set(2)
        read(picture, plain, picture)
        allowed_pages.set(0)
        read(picture, plain, picture)  # what is kept takes no time
    finally:
        allowed_pages.reset(token)
    assert engine.given == [[1, 3]]


def test_what_was_recognised_is_kept_and_gives_the_same(engine: Engine) -> None:
    first, second = read(picture, plain), read(picture, plain)
    assert (second.text, second.notices, second.recognised) == (first.text, first.notices, first.recognised)
    assert engine.given == [[1]]


def test_another_engine_or_document_is_recognised_anew(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(picture)
    monkeypatch.setattr(ocr, "installed_parts", lambda: Parts("17.0", "5.5.0", ("nor",)))
    read(picture)
    read_pdf(make_pdf(picture), "plan.pdf", "1" * 64)
    assert engine.given == [[1], [1], [1]]


@pytest.mark.parametrize("damage", [b"", b"\x1f\x8b", b"no gzip"])
def test_a_damaged_entry_is_recognised_anew(engine: Engine, damage: bytes) -> None:
    read(picture)
    folder = cache_folder()
    assert folder is not None
    [entry] = folder.glob("*/*")
    entry.write_bytes(damage)
    assert texts(read(picture)) == ["Les side 1"]
    assert engine.given == [[1], [1]]


def test_nothing_is_kept_where_that_is_asked_for(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANUTTREKK_CACHE", "off")
    read(picture)
    read(picture)
    assert engine.given == [[1], [1]]


def test_a_folder_that_cannot_be_written_to_keeps_nothing_and_hinders_nobody(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("PLANUTTREKK_CACHE", str(tmp_path / "file"))
    assert texts(read(picture)) == ["Les side 1"]


def test_what_was_not_used_for_longest_goes_when_there_is_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANUTTREKK_CACHE", str(tmp_path))
    cache = Cache("engine")
    for number in range(10):
        cache.put(SHA256, number, [number] * 50)
    folder = cache_folder()
    assert folder is not None
    for age, entry in enumerate(sorted(folder.glob("*/*"))):
        os.utime(entry, (age, age))
    oldest, *_, newest = sorted(folder.glob("*/*"))
    size = size_of(folder)
    shrink(folder, size)
    assert size_of(folder) == size
    shrink(folder, size - 1)
    assert size_of(folder) <= ocr_cache.LEFT_AFTER * size
    assert (oldest.exists(), newest.exists()) == (False, True)


@pytest.mark.parametrize(
    ("xdg", "expected"), [("/kept", "/kept/planuttrekk/ocr"), ("relative", None), ("", None)]
)
def test_the_users_own_cache_folder_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, xdg: str, expected: str | None
) -> None:
    monkeypatch.delenv("PLANUTTREKK_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", xdg)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert str(cache_folder()) == (expected or str(tmp_path / ".cache" / "planuttrekk" / "ocr"))
