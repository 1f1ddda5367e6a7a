from __future__ import annotations

import codecs

import pytest

from extractor.read.decode import decode

BOKMAAL = (
    "Tiltak nr. 3: «Trygg på veien» – ansvarlig er rådmannen.\n"
    "Etter § 3 skal det gjøres før høsten, og ÅRLIG måles på nytt. Ø. Ås skole er også med."
)
NYNORSK = (
    "Tiltak nr. 3: «Trygg på vegen» – ansvarleg er rådmannen.\n"
    "Etter § 3 skal det gjerast før hausten, og ÅRLEG målast på nytt. Øvst i bygda er òg ein æresport."
)
PLANS = [pytest.param(BOKMAAL, id="nb"), pytest.param(NYNORSK, id="nn")]


def cp865(text: str) -> str:
    """What of a text the Nordic DOS code page can hold."""
    return text.replace("–", "-").replace("»", '"').replace("«", '"').replace("§ ", "paragraf ")


@pytest.mark.parametrize("text", PLANS)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman", "utf-16-le", "utf-16-be"])
def test_the_letters_show_the_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("text", PLANS)
def test_dos_files_are_read(text: str) -> None:
    assert decode(cp865(text).encode("cp865")) == (cp865(text), "cp865")
    assert decode(text.replace("–", "-").encode("cp850")) == (text.replace("–", "-"), "cp850")


@pytest.mark.parametrize("text", PLANS)
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_decides_and_goes(text: str, mark: bytes, encoding: str) -> None:
    assert decode(mark + text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp865"])
@pytest.mark.parametrize(
    "word", ["Mål for året", "MÅL FOR ÅRET", "Frist: før påske", "Ærlege råd", "tilsyn på øya"]
)
def test_a_single_line_is_enough(encoding: str, word: str) -> None:
    assert decode(word.encode(encoding)) == (word, encoding)


@pytest.mark.parametrize("name", ["Müller", "André", "Kåfjord – Gáivuotna", "Røros og Bø"])
def test_names_from_other_languages_are_kept(name: str) -> None:
    text = f"{name} er ansvarleg for tiltaket på Ås."
    assert decode(text.encode("cp1252")) == (text, "cp1252")


@pytest.mark.parametrize("data", [b"", b"a", b"Tiltak", b"\x1aTiltak\f2013"])
def test_plain_ascii_is_utf8(data: bytes) -> None:
    assert decode(data) == (data.decode(), "utf-8")


def test_one_broken_byte_does_not_spoil_a_utf8_file() -> None:
    data = BOKMAAL.encode() + b" \xe5 og mer"
    assert decode(data) == (BOKMAAL + " \ufffd og mer", "utf-8")


def test_a_file_cut_inside_a_letter_is_still_utf8() -> None:
    assert decode(NYNORSK.encode() + b"\xc3") == (NYNORSK + "\ufffd", "utf-8")


def test_utf16_cut_inside_a_letter_is_still_read() -> None:
    assert decode(NYNORSK.encode("utf-16-le") + b"x")[0].startswith(NYNORSK)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Tiltak\r\nAnsvar\r\n", "Tiltak\nAnsvar\n"),
        (b"Tiltak\rAnsvar\r\rFrist", "Tiltak\nAnsvar\n\nFrist"),
        (b"Tiltak\r\r\nAnsvar", "Tiltak\nAnsvar"),
        (b"Tilt\0ak\0", "Tiltak"),
    ],
)
def test_line_ends_and_nuls_are_made_plain(data: bytes, text: str) -> None:
    assert decode(data) == (text, "utf-8")


def test_a_declared_encoding_is_believed_unless_the_bytes_are_unicode() -> None:
    assert decode("Ž på".encode("iso8859-4"), declared="ISO-8859-4") == ("Ž på", "iso8859-4")
    assert decode("«på»".encode("cp1252"), declared="iso-8859-1") == ("«på»", "cp1252")
    assert decode("på".encode(), declared="iso-8859-1") == ("på", "utf-8")


@pytest.mark.parametrize("declared", ["utf-8", "utf-16", "finnes-ikke", "rot13", "hex", "nul\0"])
def test_a_declaration_that_cannot_hold_is_ignored(declared: str) -> None:
    assert decode("Mål på øya".encode("cp1252"), declared=declared) == ("Mål på øya", "cp1252")


def test_every_byte_becomes_some_text() -> None:
    text, _ = decode(bytes(range(256)) * 3)
    assert "abc" in text
