"""Makes Word files from the XML that a test draws, with the parts around it that Word writes."""

from __future__ import annotations

import io
import zipfile
from html import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
PARTS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
 <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
 <w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="INNH1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="character" w:styleId="Sterk"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def part(root: str, content: str) -> str:
    """Return an XML part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{content}</w:{root}>'


def relationships(*lines: tuple[str, str, str]) -> str:
    """Return a list of references: id, kind, target."""
    entries = "".join(
        f'<Relationship Id="{ident}" Type="{R}/{kind}" Target="{target}"/>' for ident, kind, target in lines
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def word(body: str, *, main: str = "word/document.xml", strict: bool = False, **parts: str) -> bytes:
    """Return a Word file.

    Args:
        body: the XML in its body.
        main: the name of the part that holds it.
        strict: write the other of the two namespaces.
        parts: XML in `styles`, `numbering`, `footnotes`, `endnotes`, `header`, `footer`.
    """
    roots = {"header": "hdr", "footer": "ftr"}
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relationships(("rId1", "officeDocument", main)),
        main: part("document", f"<w:body>{body}</w:body>"),
        main.replace("word/", "word/_rels/") + ".rels": relationships(
            *((name, name, f"{name}.xml") for name in PARTS)
        ),
    }
    for name, content in {"styles": STYLES, **parts}.items():
        files[f"word/{name}.xml"] = part(roots.get(name, name), content)
    if strict:
        files = {name: content.replace(W, STRICT) for name, content in files.items()}
    return packed(files)


def packed(files: dict[str, str] | dict[str, bytes]) -> bytes:
    """Return an archive of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def r(text: str, look: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(text: str = "", style: str = "", *, inner: str = "", setting: str = "") -> str:
    """Return a paragraph: a run of `text`, then the XML in `inner`."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{setting}</w:pPr>{r(text) if text else ''}{inner}</w:p>"


def tab(*texts: str) -> str:
    """Return runs with a tab between each two."""
    return "<w:r><w:tab/></w:r>".join(map(r, texts))


def shown(order: str, result: str | None) -> str:
    """Return a field: what it is told, and what it shows, None for nothing."""
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    result = "" if result is None else marks["separate"] + r(result)
    return f"{marks['begin']}{order}{result}{marks['end']}"


def numbered(list_id: int, level: int = 0) -> str:
    """Return the setting of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def pattern(ident: int, *levels: tuple[str, str], more: str = "") -> str:
    """Return a pattern of lists: form and template of each level."""
    written = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{template}"/>'
        f'<w:pPr><w:ind w:left="{720 * (at + 1)}"/></w:pPr></w:lvl>'
        for at, (form, template) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{ident}">{written}{more}</w:abstractNum>'


def use(list_id: int, pattern_id: int, *, start: int | None = None) -> str:
    """Return a list of a pattern, which may begin anew."""
    anew = (
        ""
        if start is None
        else f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    )
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{pattern_id}"/>{anew}</w:num>'


def table(*rows: str) -> str:
    """Return a table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, setting: str = "") -> str:
    """Return a row of cells; what is no cell yet becomes one."""
    made = (cell if cell.startswith(("<w:tc>", "<w:sdt>")) else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{setting}</w:trPr>{''.join(made)}</w:tr>"


def tc(content: str = "", setting: str = "") -> str:
    """Return a cell that holds text, or XML."""
    inner = content if content.startswith("<w:") else p(content)
    return f"<w:tc><w:tcPr>{setting}</w:tcPr>{inner}</w:tc>"
