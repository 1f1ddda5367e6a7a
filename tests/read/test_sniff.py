from __future__ import annotations

import io
import random
import zipfile
import zlib
from pathlib import Path

import pytest

from extractor.errors import EmptyFileError, TooLargeError, WrongTypeError
from extractor.read import LARGEST, read_bytes, read_document
from extractor.read.sniff import sniff


def packed(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "innhold")
    return file.getvalue()


@pytest.mark.parametrize(
    "head", [b"%PDF-1.4\n", b"\n\n%PDF-1.7", b"Content-Type: application/pdf\n\n%PDF-1.4\n%\xe2"]
)
def test_a_pdf_header_may_stand_behind_other_matter(head: bytes) -> None:
    assert sniff(head) == "application/pdf"


def test_a_pdf_header_far_down_is_not_believed() -> None:
    assert sniff(b"Slik begynner en PDF: ".ljust(2000) + b"%PDF-1.4") == "text/plain"


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><html><body>Plan",
        "\n\t <HTML>",
        '<html lang="nn">',
        "<head><title>Plan</title>",
        "<body>",
        "<table border=1><tr><td>Tiltak",
        '<div class="content">Tiltak',
        "<!-- lagra frå nettet --> <!-- to gonger -->\n<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">',
        "<h1>Trafikktryggingsplan</h1>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_web_page_begins_with_its_markup(page: str, encoding: str) -> None:
    assert sniff(page.encode(encoding)) == "text/html"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "mac_roman", "cp865"]
)
@pytest.mark.parametrize(
    "text",
    [
        "Handlingsplan mot vold i nære relasjoner 2013-2016\n\nMål",
        "Handlingsplan mot vald i nære relasjonar\tAnsvar\r\n\fSide 2",
        "Tiltak | <p>Kurs på våren</p> | <html> er et ord her",
        "<tom>\n<p",
        "1 < 2 og 3 > 2 på én gang",
    ],
)
def test_text_stays_text(text: str, encoding: str) -> None:
    assert sniff(text.encode(encoding)) == "text/plain"


@pytest.mark.parametrize("head", [b"", b"a", b"Tiltak\0\0 og ansvar"])
def test_what_can_be_text_is_text(head: bytes) -> None:
    assert sniff(head) == "text/plain"


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
        (b"II*\0\x08\0\0\0", "image/tiff"),
        (b"MM\0*\0\0\0\x08", "image/tiff"),
        (b"GIF89a\x01\0\x01\0", "image/gif"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "application/msword"),
        (b"{\\rtf1\\ansi Plan", "application/rtf"),
        (b'<?xml version="1.0"?><plan><tiltak/></plan>', "application/xml"),
        (bytes(2000), "application/octet-stream"),
        (random.Random(1).randbytes(4000), "application/octet-stream"),
        (
            zlib.compress(b"Tiltak og ansvar. " * 3 + random.Random(2).randbytes(900)),
            "application/octet-stream",
        ),
    ],
)
def test_what_is_no_plan_is_named(head: bytes, media_type: str) -> None:
    assert sniff(head) == media_type


@pytest.mark.parametrize(
    ("names", "media_type"),
    [
        (
            ("[Content_Types].xml", "_rels/.rels", "word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            ("[Content_Types].xml", "xl/workbook.xml"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (("plan.pdf", "vedlegg.pdf"), "application/zip"),
    ],
)
def test_packed_files_are_told_apart_by_what_is_in_them(names: tuple[str, ...], media_type: str) -> None:
    assert sniff(packed(*names)) == media_type


def test_an_open_document_says_so_itself() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<plan/>")
    assert sniff(file.getvalue()) == "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04[Content_Types].xml xl/", "this is an Excel file, which is not read. Save"),
        (b"PK\x03\x04....", "this is a ZIP archive, which is not read. Unpack"),
        (b"\x89PNG\r\n\x1a\n....", "this is a picture (PNG), which is not read. Save"),
        (b'{\n "schema_version": "1.0"}', "this is JSON of planuttrekk, which is not read. Look"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "this is an old Word or Excel file, which is not read. Save it as a Word file",
        ),
    ],
)
def test_other_types_are_called_what_people_call_them(data: bytes, told: str) -> None:
    with pytest.raises(WrongTypeError) as caught:
        read_bytes(data, "mappe/plan.pdf")
    assert str(caught.value).startswith(f"mappe/plan.pdf: {told}")


@pytest.mark.parametrize(("data", "told"), [(b"", "nothing"), (b" \n\t ", "no text")])
def test_an_empty_file_and_one_without_text_are_told_apart(data: bytes, told: str) -> None:
    with pytest.raises(EmptyFileError, match=told):
        read_bytes(data, "plan.txt")


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("Handlingsplan for ungdom", "text/plain"),
        ("Handlingsplan for ungdom, på nynorsk òg", "text/plain"),
        ("<html><body>Handlingsplan</body></html>", "text/html"),
    ],
)
def test_a_file_larger_than_any_plan_is_refused_before_it_is_parsed(
    text: str, media_type: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(LARGEST, media_type, 0)
    with pytest.raises(TooLargeError, match=r"plan\.txt: the file is too large .* up to 0 MB"):
        read_bytes(text.encode(), "plan.txt")


def test_a_file_too_large_for_every_type_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7")
    for media_type in LARGEST:
        monkeypatch.setitem(LARGEST, media_type, 0)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was opened"))
    with pytest.raises(TooLargeError, match="too large"):
        read_document(path)
