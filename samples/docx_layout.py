"""Lays out a Word file from a description: the parts that Word writes, with the same bytes on every run.

Headings and lists are numbered by Word, so their numbers stand nowhere in the text. In a table, `^` merges a cell
with the one above it, and `^^` repeats what stands there without merging.
"""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import Any

Item = dict[str, Any]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
PARTS = {
    "document": "document.main", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
    "header": "header",
}  # fmt: skip
ROOTS = {"document": "document", "header": "hdr"}
MADE = (2022, 1, 10, 12, 0, 0)  # the time on each part

HEADINGS, BULLETS, NUMBERS = 1, 2, 3
CHAPTER = (
    f'<w:numPr><w:ilvl w:val="{{0}}"/><w:numId w:val="{HEADINGS}"/></w:numPr><w:outlineLvl w:val="{{0}}"/>'
)
STYLES = (
    ("Normal", "Normal", "", "", 11),
    ("Tittel", "Title", "", "<w:b/>", 26),
    ("Overskrift1", "heading 1", CHAPTER.format(0), "<w:b/>", 16),
    ("Overskrift2", "heading 2", CHAPTER.format(1), "<w:b/>", 13),
    ("INNH1", "toc 1", "", "", 11),
    ("Fotnotetekst", "footnote text", "", "", 9),
)
"""Id, name, setting, look and size in points."""

LISTS = {
    HEADINGS: (("decimal", "%1"), ("decimal", "%1.%2")),
    BULLETS: (("bullet", "•"),),
    NUMBERS: (("decimal", "%1."),),
}


class Layout:
    """Writes the blocks of a description, and keeps the notes that they have."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def block(self, block: Item) -> str:
        """Return the XML of a block."""
        for key, style in (("title", "Tittel"), ("h1", "Overskrift1"), ("h2", "Overskrift2")):
            if key in block:
                return paragraph(block[key], style)
        if "p" in block:
            return paragraph(block["p"], inner=self._note(block) + deletion(block.get("deleted", "")))
        if "box" in block:
            return text_box(block["box"])
        if "contents" in block:
            return "".join(entry(line) for line in block["contents"])
        if "table" in block:
            return table(block["table"], block["rows"])
        which = BULLETS if "bullets" in block else NUMBERS
        return listed(block["bullets" if which == BULLETS else "numbers"], which)

    def _note(self, block: Item) -> str:
        if "note" not in block:
            return ""
        self.notes.append(block["note"])
        return f'<w:r><w:footnoteReference w:id="{len(self.notes)}"/></w:r>'

    def footnotes(self) -> str:
        """Return the notes."""
        return "".join(
            f'<w:footnote w:id="{number}">{paragraph(note, "Fotnotetekst")}</w:footnote>'
            for number, note in enumerate(self.notes, start=1)
        )


def docx_bytes(description: Item) -> bytes:
    """Return the Word file of a description."""
    layout = Layout()
    body = "".join(map(layout.block, description["block"]))
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>'
    parts = {
        "document": f"<w:body>{body}{section}</w:body>",
        "styles": "".join(map(style, STYLES)),
        "numbering": "".join(map(pattern, LISTS)) + "".join(map(use, LISTS)),
        "footnotes": layout.footnotes(),
        "header": paragraph(description["document"]["header"]),
    }
    return packed({**around(), **{f"word/{name}.xml": part(name, xml) for name, xml in parts.items()}})


def run(text: str, tag: str = "t") -> str:
    """Return a run of text."""
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text, quote=False)}</w:{tag}></w:r>' if text else ""


def paragraph(text: str, name: str = "Normal", *, setting: str = "", inner: str = "") -> str:
    """Return a paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{setting}</w:pPr>{run(text)}{inner}</w:p>'


def deletion(text: str) -> str:
    """Return text that somebody has struck and nobody has accepted yet."""
    return f'<w:del w:id="1" w:author="Arbeidsgruppa">{run(text, "delText")}</w:del>' if text else ""


def listed(items: list[str], which: int) -> str:
    """Return the items of a list."""
    setting = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{which}"/></w:numPr>'
    return "".join(paragraph(item, setting=setting) for item in items)


def entry(line: list[str]) -> str:
    """Return a line of the table of contents."""
    inner = "<w:r><w:tab/></w:r>".join(map(run, line))
    return paragraph("", "INNH1", inner=f'<w:hyperlink w:anchor="_Toc{line[0]}">{inner}</w:hyperlink>')


def text_box(text: str) -> str:
    """Return a paragraph with a text box, drawn for newer and for older programs."""
    content = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    newer = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    older = f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return paragraph("", inner=f"<w:r><mc:AlternateContent>{newer}{older}</mc:AlternateContent></w:r>")


def table(header: list[str], rows: list[list[Any]]) -> str:
    """Return a table with a header row that Word repeats on each page."""
    lines = [row([cell(title) for title in header], "<w:tblHeader/>")]
    for above, written in zip([header, *rows], rows, strict=False):
        lines.append(row([cell(text, above[at]) for at, text in enumerate(written)]))
    merged = "".join(lines)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * len(header)}</w:tblGrid>{merged}</w:tbl>"


def row(cells: list[str], setting: str = "") -> str:
    """Return a row of a table."""
    return f"<w:tr><w:trPr>{setting}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: Any, above: Any = "") -> str:
    """Return a cell: text, a list, or `^` where it is merged with the one above."""
    merged = '<w:vMerge w:val="restart"/>'
    if content == "^":
        merged, content = "<w:vMerge/>", ""
    elif content == "^^":
        content = above
    inner = listed(content["bullets"], BULLETS) if isinstance(content, dict) else paragraph(content)
    return f"<w:tc><w:tcPr>{merged}</w:tcPr>{inner}</w:tc>"


def style(entry: tuple[str, str, str, str, int]) -> str:
    """Return a paragraph style."""
    ident, name, setting, look, size = entry
    default = ' w:default="1"' if ident == "Normal" else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{ident}"><w:name w:val="{name}"/>{based}'
        f'<w:pPr>{setting}</w:pPr><w:rPr>{look}<w:sz w:val="{2 * size}"/></w:rPr></w:style>'
    )


def pattern(which: int) -> str:
    """Return how a list is numbered."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{template}"/></w:lvl>'
        for at, (form, template) in enumerate(LISTS[which])
    )
    return f'<w:abstractNum w:abstractNumId="{which}">{levels}</w:abstractNum>'


def use(which: int) -> str:
    """Return a list of a pattern."""
    return f'<w:num w:numId="{which}"><w:abstractNumId w:val="{which}"/></w:num>'


def part(name: str, xml: str) -> str:
    """Return a part of the file."""
    spaces = (
        f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    root = ROOTS.get(name, name)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {spaces}>{xml}</w:{root}>'


def around() -> dict[str, str]:
    """Return the parts that say what the others are and how they belong together."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        for name, kind in PARTS.items()
    )
    relations = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{relations}{types}</Types>',
        "_rels/.rels": relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relationships(
            {name: f"{name}.xml" for name in PARTS if name != "document"}
        ),
    }


def relationships(targets: dict[str, str]) -> str:
    """Return a list of references, by their kind."""
    entries = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def packed(files: dict[str, str]) -> bytes:
    """Return an archive; its parts are stored as they are, so that no library's way of packing shows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, MADE)
            entry.create_system = 0  # the same on every machine
            archive.writestr(entry, content.encode("utf-8"))
    return out.getvalue()
