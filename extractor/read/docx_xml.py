"""The XML of a Word file: parsed without trust, and asked for by the names that the standard uses.

Word has written two namespaces for the same words (ISO/IEC 29500 «transitional» and «strict»); both answer to the
prefixes here. A part that declares entities is refused before it is parsed: Word never writes any, and they are what
small files grow large by. Elements that are nested beyond reason are refused too, so that readers may recurse.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
}
MAX_DEPTH = 150  # elements: a table in a text box in a table stays below 50
OFF = frozenset({"0", "false", "off", "none"})
LARGEST_NUMBER = 100_000  # of indents, spans, numbers of a list: what is beyond is a mistake

_TOO_DEEP = etree.XPath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")")


class BadXmlError(ValueError):
    """The part is no XML, or XML that nobody should read."""


def parse(data: bytes) -> Element:
    """Return the root of an XML part.

    Raises:
        BadXmlError: it is broken, declares entities, or is nested too deep.
    """
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise BadXmlError("entities are declared")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadXmlError("broken XML") from error
    if root.getroottree().docinfo.internalDTD is not None or _TOO_DEEP(root):
        raise BadXmlError("entities are declared, or it is nested too deep")
    return root


def name_of(element: Element) -> str:
    """Return the name with its usual prefix («w:p»); without one in a namespace that is of no interest."""
    return _short(str(element.tag))


@lru_cache(maxsize=2000)
def _short(tag: str) -> str:
    namespace, _, local = tag[1:].rpartition("}")
    prefix = NAMESPACES.get(namespace)
    return f"{prefix}:{local}" if prefix else local or tag


@lru_cache(maxsize=200)
def _long(name: str) -> tuple[str, ...]:
    prefix, _, local = name.rpartition(":")
    return tuple(f"{{{uri}}}{local}" for uri, known in NAMESPACES.items() if known == prefix) or (local,)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of this name."""
    if element is not None:
        for tag in _long(name):
            found = element.find(tag)
            if found is not None:
                return found
    return None


def parts(element: Element) -> dict[str, Element]:
    """Return the children by name, the first of each: quicker than asking for them one by one."""
    named: dict[str, Element] = {}
    for part in element:
        named.setdefault(name_of(part), part)
    return named


def within(element: Element | None, *path: str) -> Element | None:
    """Return what stands at the end of a path of first children."""
    for name in path:
        element = child(element, name)
    return element


def below(element: Element, name: str) -> Iterator[Element]:
    """Yield all descendants of this name, in document order."""
    return element.iter(*_long(name))


def attribute(element: Element | None, name: str = "w:val") -> str | None:
    """Return an attribute, None where there is none."""
    if element is None:
        return None
    return next((value for key in _long(name) if (value := element.get(key)) is not None), None)


def is_on(element: Element | None) -> bool | None:
    """Return what a switch such as `w:b` says; None where it is not there."""
    return None if element is None else (attribute(element) or "true").lower() not in OFF


def number(element: Element | None, name: str = "w:val") -> int | None:
    """Return an attribute as an integer; None where it is missing or none that Word would write."""
    written = attribute(element, name)
    if written is None:
        return None
    try:
        value = int(float(written))
    except (ValueError, OverflowError):
        return None
    return value if abs(value) <= LARGEST_NUMBER else None
