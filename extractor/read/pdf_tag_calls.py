"""PDFium's functions for structure trees, bound to take and give plain numbers, as in `pdf_pdfium_calls`."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any, NamedTuple

from extractor.read.pdf_pdfium_calls import address


class TreeCalls(NamedTuple):
    """The functions that reading a tree needs, named by what they give."""

    content_number: Any
    tree: Any
    close: Any
    roots: Any
    root: Any
    children: Any
    child: Any
    child_number: Any
    kind: Any
    attributes: Any
    attribute: Any
    value: Any
    number: Any


@cache
def tree_calls() -> TreeCalls:
    """Bind the functions."""
    import pypdfium2.raw as raw

    at, count, out = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p

    def bind(function: Any, result: Any, *arguments: Any) -> Any:
        return ctypes.PYFUNCTYPE(result, *arguments)(address(function))

    return TreeCalls(
        content_number=bind(raw.FPDFPageObj_GetMarkedContentID, count, at),
        tree=bind(raw.FPDF_StructTree_GetForPage, at, at),
        close=bind(raw.FPDF_StructTree_Close, None, at),
        roots=bind(raw.FPDF_StructTree_CountChildren, count, at),
        root=bind(raw.FPDF_StructTree_GetChildAtIndex, at, at, count),
        children=bind(raw.FPDF_StructElement_CountChildren, count, at),
        child=bind(raw.FPDF_StructElement_GetChildAtIndex, at, at, count),
        child_number=bind(raw.FPDF_StructElement_GetChildMarkedContentID, count, at, count),
        kind=bind(raw.FPDF_StructElement_GetType, ctypes.c_ulong, at, at, ctypes.c_ulong),
        attributes=bind(raw.FPDF_StructElement_GetAttributeCount, count, at),
        attribute=bind(raw.FPDF_StructElement_GetAttributeAtIndex, at, at, count),
        value=bind(raw.FPDF_StructElement_Attr_GetValue, at, at, ctypes.c_char_p),
        number=bind(raw.FPDF_StructElement_Attr_GetNumberValue, count, at, out),
    )
