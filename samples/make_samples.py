"""Makes the sample documents that are not written by hand: PDF and Word files, a scan, and texts in old encodings.

    python -m samples.make_samples            write them to samples/sources
    python -m samples.make_samples --check    write nothing; exit with 1 when a file differs

The PDF and Word files are laid out from `descriptions/*.toml`. The texts in other encodings are made from UTF-8
originals, which are either samples themselves (`sources/`) or kept beside them (`originals/`). The scan is a picture of
one of the PDF files (`scans/`).
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from samples.docx_layout import docx_bytes
from samples.pdf_layout import pdf_bytes
from samples.scan import scanned

HERE = Path(__file__).parent
SOURCES = HERE / "sources"

RE_ENCODED = (
    ("originals/alkoholplan_olen.txt", "alkoholplan_olen.txt", "cp1252"),
    ("originals/alkoholplan_olen.txt", "alkoholplan_olen_cp865.txt", "cp865"),
    ("sources/klima_par_nb.txt", "klima_par_nb_utf16.txt", "utf-16"),
    ("sources/klima_par_nn.txt", "klima_par_nn_macroman.txt", "mac_roman"),
)
"""UTF-8 original, sample made from it, encoding."""

SCANNED = (("sources/idrettsplan_frosta.pdf", "scans/idrettsplan_frosta.pdf"),)
"""PDF file and scan made from it."""

DOS_LINE_ENDS = ("cp1252", "cp865")  # encodings of programs that ended lines with CR LF


def made_files() -> Iterator[tuple[Path, bytes]]:
    """Yield each made file with its bytes."""
    for path in sorted((HERE / "descriptions").glob("*.toml")):
        description = tomllib.loads(path.read_text("utf-8"))
        if path.stem.endswith(".docx"):
            yield SOURCES / path.stem, docx_bytes(description)
        else:
            yield SOURCES / f"{path.stem}.pdf", pdf_bytes(description)
    for original, name, encoding in RE_ENCODED:
        yield SOURCES / name, encoded((HERE / original).read_text("utf-8"), encoding)
    for original, name in SCANNED:
        yield HERE / name, scanned((HERE / original).read_bytes())


def encoded(text: str, encoding: str) -> bytes:
    """Return `text` as a program of that time would have saved it.

    Raises:
        UnicodeEncodeError: the text has a character that the encoding lacks.
    """
    if encoding == "utf-16":  # Windows writes a byte order mark and little-endian words, on any machine
        return b"\xff\xfe" + text.encode("utf-16-le")
    line_end = "\r\n" if encoding in DOS_LINE_ENDS else "\r" if encoding == "mac_roman" else "\n"
    return text.replace("\n", line_end).encode(encoding)


def main(arguments: list[str]) -> int:
    """Write the files, or compare them with what is there."""
    if arguments == ["--check"]:
        differing = [path for path, data in made_files() if not path.exists() or path.read_bytes() != data]
        for path in differing:
            print(f"{path.name} is out of date: run python -m samples.make_samples", file=sys.stderr)
        return int(bool(differing))
    for path, data in made_files():
        path.write_bytes(data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
