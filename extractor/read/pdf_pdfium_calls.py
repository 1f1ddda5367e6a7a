"""PDFium's functions, bound to take and give plain numbers.

A page costs three calls for each of its characters and about twenty for each of its paths. Bound this way a call
costs half of what it costs through the ready-made bindings, which make an object of each pointer. Handles are
addresses; results are written to where `ctypes.byref` points.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any, NamedTuple


class RectStruct(ctypes.Structure):
    """PDFium's FS_RECTF."""

    _fields_ = [(name, ctypes.c_float) for name in ("left", "top", "right", "bottom")]


class MatrixStruct(ctypes.Structure):
    """PDFium's FS_MATRIX."""

    _fields_ = [(name, ctypes.c_float) for name in "abcdef"]


class Calls(NamedTuple):
    """The functions that reading a page needs, named by what they give."""

    page_box: Any
    page_rotation: Any
    page_width: Any
    page_objects: Any
    page_object: Any
    form_objects: Any
    form_object: Any
    object_type: Any
    object_matrix: Any
    object_bounds: Any
    fill_colour: Any
    draw_mode: Any
    segments: Any
    segment: Any
    segment_type: Any
    segment_point: Any
    characters: Any
    letters: Any
    is_generated: Any
    has_no_letter: Any
    text_object: Any
    loose_box: Any
    origin: Any
    text_matrix: Any
    font_size: Any
    font_of: Any
    font_name: Any
    font_ascent: Any
    font_descent: Any
    is_embedded: Any
    glyph_width: Any
    marks: Any
    mark: Any
    mark_value_type: Any


def address(handle: Any) -> int:
    """Return a handle of pypdfium2 as a number."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


@cache
def bound_calls() -> Calls:
    """Bind the functions; PDFium is loaded when the first document is."""
    import pypdfium2.raw as raw

    at, number, real, out = ctypes.c_void_p, ctypes.c_int, ctypes.c_float, ctypes.c_void_p

    def bind(function: Any, result: Any, *arguments: Any) -> Any:
        return ctypes.PYFUNCTYPE(result, *arguments)(address(function))

    return Calls(
        page_box=bind(raw.FPDF_GetPageBoundingBox, number, at, out),
        page_rotation=bind(raw.FPDFPage_GetRotation, number, at),
        page_width=bind(raw.FPDF_GetPageWidthF, real, at),
        page_objects=bind(raw.FPDFPage_CountObjects, number, at),
        page_object=bind(raw.FPDFPage_GetObject, at, at, number),
        form_objects=bind(raw.FPDFFormObj_CountObjects, number, at),
        form_object=bind(raw.FPDFFormObj_GetObject, at, at, ctypes.c_ulong),
        object_type=bind(raw.FPDFPageObj_GetType, number, at),
        object_matrix=bind(raw.FPDFPageObj_GetMatrix, number, at, out),
        object_bounds=bind(raw.FPDFPageObj_GetBounds, number, at, out, out, out, out),
        fill_colour=bind(raw.FPDFPageObj_GetFillColor, number, at, out, out, out, out),
        draw_mode=bind(raw.FPDFPath_GetDrawMode, number, at, out, out),
        segments=bind(raw.FPDFPath_CountSegments, number, at),
        segment=bind(raw.FPDFPath_GetPathSegment, at, at, number),
        segment_type=bind(raw.FPDFPathSegment_GetType, number, at),
        segment_point=bind(raw.FPDFPathSegment_GetPoint, number, at, out, out),
        characters=bind(raw.FPDFText_CountChars, number, at),
        letters=bind(raw.FPDFText_GetText, number, at, number, number, out),
        is_generated=bind(raw.FPDFText_IsGenerated, number, at, number),
        has_no_letter=bind(raw.FPDFText_HasUnicodeMapError, number, at, number),
        text_object=bind(raw.FPDFText_GetTextObject, at, at, number),
        loose_box=bind(raw.FPDFText_GetLooseCharBox, number, at, number, out),
        origin=bind(raw.FPDFText_GetCharOrigin, number, at, number, out, out),
        text_matrix=bind(raw.FPDFText_GetMatrix, number, at, number, out),
        font_size=bind(raw.FPDFText_GetFontSize, ctypes.c_double, at, number),
        font_of=bind(raw.FPDFTextObj_GetFont, at, at),
        font_name=bind(raw.FPDFFont_GetBaseFontName, ctypes.c_size_t, at, out, ctypes.c_size_t),
        font_ascent=bind(raw.FPDFFont_GetAscent, number, at, real, out),
        font_descent=bind(raw.FPDFFont_GetDescent, number, at, real, out),
        is_embedded=bind(raw.FPDFFont_GetIsEmbedded, number, at),
        glyph_width=bind(raw.FPDFFont_GetGlyphWidth, number, at, ctypes.c_uint32, real, out),
        marks=bind(raw.FPDFPageObj_CountMarks, number, at),
        mark=bind(raw.FPDFPageObj_GetMark, at, at, ctypes.c_ulong),
        mark_value_type=bind(raw.FPDFPageObjMark_GetParamValueType, number, at, ctypes.c_char_p),
    )
