"""A folder of made-up plans for runs of many: text, web pages and PDFs of some pages, and some that are damaged.

Every plan has its own words, kommune and years; PDFs repeat some that were set with care, each with bytes of its own.
What is damaged stands in files whose names begin with `bad-`, in all the ways that are met: cut off, noise, empty,
locked, pictures only, another type under a wrong name.

    python benchmarks/make_run.py FOLDER -n 2000 --damaged 0.05
"""

from __future__ import annotations

import argparse
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import make_documents
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

PER_FOLDER = 20  # plans of a kommune
PAGES = (2, 4, 8, 12)  # of the PDFs
PDF_KINDS = ("prose-with-tables", "shaded-rows", "two-columns")
Make = Callable[[int], bytes]


def text_plan(number: int) -> bytes:
    """Return a plan as text: bokmål and nynorsk in turns."""
    nynorsk = number % 2
    who, until = ("Ansvarleg", "Innan") if nynorsk else ("Ansvarlig", "Innen")
    lines = [f"Trafikktryggingsplan for kommune {number}, {2015 + number % 9}–{2019 + number % 9}", ""]
    for part in range(1, 6):
        lines += [f"{part} {make_documents.sentences(number + part, 1, 3)[:-1]}", ""]
        lines += [make_documents.sentences(number * part + row, 4) + "\n" for row in range(5)]
        lines += ["Tiltak", ""]
        for row in range(6):
            text = make_documents.sentences(number + part * row, 1, 8)
            party = make_documents.PARTIES[(number + row) % 6]
            lines.append(f"- {text[:-1]}. {who}: {party}. {until} {2016 + (number + row) % 12}.")
        lines.append("")
    return "\n".join(lines).encode("utf-8")


def web_plan(number: int) -> bytes:
    """Return a plan as a web page with a table of tiltak in each part."""
    out = [f"<!doctype html><html><head><title>Plan {number}</title></head><body>"]
    out.append(f"<h1>Folkehelseplan for kommune {number} {2015 + number % 9}–{2019 + number % 9}</h1>")
    for part in range(6):
        out.append(f"<h2>{make_documents.sentences(number + part, 1, 3)[:-1]}</h2>")
        out += [f"<p>{make_documents.sentences(number * part + row, 4)}</p>" for row in range(4)]
        rows = make_documents.tiltak_rows(number + part, 8)
        out.append(
            "<table>" + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows) + "</table>"
        )
    return "".join([*out, "</body></html>"]).encode("utf-8")


def pdf_plans(folder: Path) -> list[bytes]:
    """Return PDFs of several kinds and lengths; they are made in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [make_documents.make(kind, pages, folder) for kind in PDF_KINDS for pages in PAGES]
    data = [file.read_bytes() for file in files]
    for file in files:
        file.unlink()
    folder.rmdir()
    return data


def damaged(pdf: bytes) -> list[tuple[str, Make]]:
    """Return suffix and maker of each way to be damaged; a maker takes the number of the document."""
    return [
        (".pdf", lambda number: pdf[: 200 + number // 20]),
        (".pdf", lambda number: random.Random(number).randbytes(5_000)),
        (".pdf", lambda number: b" " * number),
        (".pdf", lambda number: _locked() + b"%% %d" % number),
        (".pdf", lambda number: _picture() + b"%% %d" % number),
        (".txt", _zip),
    ]


def _locked() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt="hemmelig")
    canvas.drawString(72, 700, "Plan")
    canvas.save()
    return out.getvalue()


def _picture() -> bytes:
    from PIL import Image

    out, image = io.BytesIO(), io.BytesIO()
    Image.new("L", (600, 800), 200).save(image, "PNG")
    canvas = Canvas(out, pagesize=A4)
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(image), 0, 0, *A4)
    canvas.save()
    return out.getvalue()


def _zip(number: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(f"plan-{number}.txt", "Tiltak")
    return out.getvalue()


def make_run(folder: Path, count: int, share: float) -> int:
    """Write `count` documents, of which a share is damaged; return how many are."""
    pdfs = pdf_plans(folder / "made")
    bad = damaged(pdfs[0])
    every = round(1 / share) if share else count + 1
    for number in range(count):
        below = folder / f"kommune-{number // PER_FOLDER:04}"
        below.mkdir(parents=True, exist_ok=True)
        if number % every == every - 1:
            suffix, maker = bad[number // every % len(bad)]
            (below / f"bad-{number:06}{suffix}").write_bytes(maker(number))
        elif number % 2:
            pdf = pdfs[number // 2 % len(pdfs)]
            (below / f"plan-{number:06}.pdf").write_bytes(pdf + b"%% %d\n" % number)
        elif number % 4:
            (below / f"plan-{number:06}.html").write_bytes(web_plan(number))
        else:
            (below / f"plan-{number:06}.txt").write_bytes(text_plan(number))
    return count // every


def main() -> None:
    """Read the arguments and write the folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("-n", "--documents", type=int, default=2_000)
    parser.add_argument("--damaged", type=float, default=0.05, help="share (default: 0.05)")
    options = parser.parse_args()
    print(
        f"{make_run(options.folder, options.documents, options.damaged)} of {options.documents} are damaged"
    )


if __name__ == "__main__":
    main()
