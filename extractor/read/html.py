"""A web page → layout document.

Mark-up says what a PDF only suggests: headings, lists, tables. It is taken at its word, with three doubts.
What belongs to the site and not to the document is left out (`html_content`), tables that only lay out the
page are read as running text (`html_table`), and lists that a word processor saved as paragraphs become
lists again (`html_lines`). The text that offsets count in is what a reader sees, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from extractor.document import LayoutDocument, Page
from extractor.read.decode import decode
from extractor.read.html_content import find_content
from extractor.read.html_lines import Writer
from extractor.read.html_tree import Node, find, parse, text_of
from extractor.read.tape import Tape, clean

DECLARED = re.compile(
    rb"<(?:meta\b[^<>]*?charset|\?xml\b[^<>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
DECLARED_WITHIN = 4096  # bytes
SELF_CLOSED = re.compile(
    r"<(a|div|iframe|p|script|span|style|td|textarea|th|title)\b([^<>]*)/>", re.IGNORECASE
)
JUNK_TITLE = re.compile(
    r"microsoft word\b.*|.*\.\w{2,5}|untitled\b.*|", re.IGNORECASE
)  # of programs and files


def read_html(data: bytes, filename: str, sha256: str) -> LayoutDocument:
    """Read the bytes of a web page, whatever its encoding; offsets count in the `text` of the result."""
    declared = DECLARED.search(data[:DECLARED_WITHIN])
    source, encoding = decode(data, declared=declared[1].decode("ascii") if declared else None)
    if source.lstrip().startswith("<?xml"):
        source = SELF_CLOSED.sub(r"<\1\2></\1>", source)  # XHTML; in HTML such an element stays open
    page = parse(source)
    content, chrome = find_content(page)
    tape = Tape()
    writer = Writer(tape)
    if title := _lost_title(page, content, chrome):
        writer.write(Node("h1", children=[title]))
    writer.write(content, chrome)
    pages = [Page(None, blocks=writer.blocks)]
    return LayoutDocument(filename, sha256, "text/html", pages, "".join(tape.parts), encoding)


def _lost_title(page: Node, content: Node, chrome: Collection[Node]) -> str | None:
    """Return the title of a document without h1: the h1 around it if the page is named so, or that name."""
    if next(find(content, "h1", skip=chrome), None):
        return None
    name = clean(next(map(text_of, find(page, "title")), ""))
    for heading in find(page, "h1"):
        if (text := clean(text_of(heading))) and name.startswith(text):
            return text
    return None if JUNK_TITLE.fullmatch(name) or next(find(content, "h2", skip=chrome), None) else name
