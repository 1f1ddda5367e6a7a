from __future__ import annotations

import io
import random
import struct
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from read.make_docx import SPACES, p, packed, row, table, tc, word

from extractor import ExtractorError, extract_plan
from extractor.errors import (
    CannotReadError,
    DamagedFileError,
    EncryptedFileError,
    ExitCode,
    NoTextError,
    TooLargeError,
    WrongTypeError,
)
from extractor.interpret import interpret
from extractor.normalise import normalise
from extractor.read import read_bytes
from extractor.read.docx_package import LARGEST_UNPACKED, MOST_ENTRIES
from extractor.read.extent import count_pages
from extractor.structure.sections import build_outline

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PLAN = word(
    p("Trafikktryggingsplan for Vinje kommune 2020–2023", "Overskrift1")
    + p("Tiltak", "Overskrift2")
    + table(row("Tiltak", "Ansvarleg"), row("Kurs for tilsette", "NAV"))
)


def with_part(name: str, content: bytes, *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The plan with one part of it written anew."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAN)) as old, zipfile.ZipFile(out, "w", packing) as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return out.getvalue()


def document(inner: str, before: str = "") -> bytes:
    return f"{before}<w:document {SPACES}><w:body>{inner}</w:body></w:document>".encode()


def locked() -> bytes:
    """The plan with the mark of a locked archive on each entry."""
    data = bytearray(PLAN)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            struct.pack_into("<H", data, place + at, 1)
            place = data.find(sign, place + 4)
    return bytes(data)


NESTED = "<w:sdt><w:sdtContent>" * 200 + p("x") + "</w:sdtContent></w:sdt>" * 200
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "error", "told"),
    [
        (PLAN[: len(PLAN) // 2], DamagedFileError, "cut off"),
        (PLAN.replace(b"PK\x01\x02", b"PK\x01\x03"), DamagedFileError, "cut off"),
        (with_part("word/document.xml", b"<w:document"), DamagedFileError, "a part of it is broken"),
        (with_part("word/document.xml", b""), DamagedFileError, "a part of it is broken"),
        (with_part("word/document.xml", b"<html/>"), DamagedFileError, "missing"),
        (with_part("word/styles.xml", b"\xff\xfe\x00"), DamagedFileError, "a part of it is broken"),
        (with_part("word/document.xml", document(p("&i;"), LAUGHS)), DamagedFileError, "broken"),
        (with_part("word/document.xml", document(p("&a;"), OUTSIDE)), DamagedFileError, "broken"),
        (
            with_part("word/document.xml", document(p("&a;"), OUTSIDE).decode().encode("utf-16")),
            DamagedFileError,
            "broken",
        ),
        (with_part("word/document.xml", document(NESTED)), DamagedFileError, "broken"),
        (with_part("word/document.xml", document(p("x")), packing=zipfile.ZIP_BZIP2), DamagedFileError, "packed"),
        (with_part("word/document.xml", b" " * (LARGEST_UNPACKED + 9)), TooLargeError, "unpacks to more"),
        (PLAN + b"PK\x01\x02" * (MOST_ENTRIES + 1), TooLargeError, "files in it"),
        (locked(), EncryptedFileError, "password"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFileError, "password"),
        (word(p()), NoTextError, "no text"),
        (packed({"[Content_Types].xml": "<Types/>", "word/media/bilde.png": "x"}), DamagedFileError, "missing"),
        (OLE + bytes(600), WrongTypeError, "Save it as a Word file"),
        (b"{\\rtf1 Plan}", WrongTypeError, "Save it as a Word file"),
    ],
)  # fmt: skip
def test_a_bad_file_gets_one_line(data: bytes, error: type[CannotReadError], told: str) -> None:
    begun = time.process_time()
    with pytest.raises(error, match=told) as caught:
        read_bytes(data, "mappe/plan.docx")
    assert str(caught.value).startswith("mappe/plan.docx: ") and "\n" not in str(caught.value)
    assert caught.value.exit_code == ExitCode.CANNOT_READ
    assert time.process_time() - begun < 5


def test_a_size_that_lies_does_not_help_a_bomb() -> None:
    data = bytearray(with_part("word/document.xml", b" " * (LARGEST_UNPACKED + 9)))
    place = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    struct.pack_into("<I", data, place + 24, 1000)
    with pytest.raises(CannotReadError):
        read_bytes(bytes(data), "plan.docx")


def test_cells_beyond_reason_are_given_up() -> None:
    wide = row(*[tc("x", '<w:gridSpan w:val="99999"/>')] * 3)
    found = read_bytes(word(p("Tekst") + table(*[wide] * 40)), "plan.docx")
    assert found.text.startswith("Tekst\n")


def test_styles_and_parts_that_refer_to_nothing_do_no_harm() -> None:
    body = p("Kurs", "Finst ikkje", setting='<w:numPr><w:numId w:val="77"/></w:numPr>')
    edges = '<w:sectPr><w:headerReference r:id="rId99"/></w:sectPr>'
    note = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    assert read_bytes(word(p("Mål", inner=note) + body + edges), "plan.docx").text == "Mål\nKurs\n"


def test_pages_are_counted_by_what_is_written(tmp_path: Path) -> None:
    picture = random.Random(1).randbytes(2_000_000)
    short, long = tmp_path / "kort", tmp_path / "lang"
    short.write_bytes(with_part("word/numbering.xml", picture))
    short.write_bytes(
        packed({"[Content_Types].xml": b"", "word/document.xml": b"x", "word/bilde.png": picture})
    )
    long.write_bytes(word(p("Kommunen skal arbeide for trygge vegar. " * 20) * 400))
    assert count_pages(short) == 1
    assert 20 < count_pages(long) < 60
    (tmp_path / "broten").write_bytes(PLAN[:300])
    assert count_pages(tmp_path / "broten") == 1


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_any_bytes_give_a_plan_or_a_clean_error(data: st.DataObject) -> None:
    broken = bytearray(PLAN)
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(4, len(broken) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = read_bytes(bytes(broken), "plan.docx")
    except ExtractorError as error:
        assert "\n" not in str(error)
    else:
        normalise(interpret(build_outline(found)).plan)


TAGS = st.sampled_from(
    [
        "p",
        "r",
        "t",
        "tbl",
        "tr",
        "tc",
        "sdt",
        "sdtContent",
        "ins",
        "del",
        "hyperlink",
        "pPr",
        "numPr",
        "tcPr",
        "vMerge",
        "gridSpan",
        "txbxContent",
        "pStyle",
        "br",
        "tab",
        "fldChar",
        "footnoteReference",
        "numId",
        "ilvl",
        "sym",
    ]
)
VALUES = st.sampled_from(
    ["", "0", "1", "99999999999", "restart", "Overskrift1", "begin", "end", "-3", "x", "nan", "1e400"]
)


def leaf(tag: str, value: str) -> str:
    return f'<w:{tag} w:val="{value}" w:id="{value}" w:fldCharType="{value}" w:char="{value}"/>'


def branch(tag: str, parts: list[str]) -> str:
    return f"<w:{tag}>{''.join(parts)}</w:{tag}>"


TREES = st.recursive(
    st.builds(leaf, TAGS, VALUES) | st.sampled_from(["Kurs", "Ansvar: NAV", p("Kurs for tilsette")]),
    lambda inner: st.builds(branch, TAGS, st.lists(inner, max_size=4)),
    max_leaves=25,
)


@settings(deadline=None, max_examples=150)
@given(st.lists(TREES, max_size=4))
def test_any_markup_gives_a_plan_or_a_clean_error(trees: list[str]) -> None:
    try:
        found = read_bytes(word("".join(trees)), "plan.docx")
    except ExtractorError:
        return
    words = [w for line in found.pages[0].blocks if hasattr(line, "text") for w in line.text.words]
    assert all(found.text[w.place.start : w.place.end] == w.text for w in words)
    normalise(interpret(build_outline(found)).plan)


def test_the_plan_of_these_tests_is_one(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(PLAN)
    [tiltak] = extract_plan(tmp_path / "plan.docx").tiltak
    assert (tiltak.text, [party.raw for party in tiltak.responsible]) == ("Kurs for tilsette", ["NAV"])
