"""What a reader sees of one paragraph: pieces of text with their looks.

Text stands in runs, and runs in anything: links, corrections, content controls, fields, smart tags. All of these are
gone through, except what a reader does not see: what was deleted or moved away, hidden letters, the prompt of a
content control that nobody filled in, and what tells a field what to show. Of two drawings of the same thing (one for
newer programs, one for older) one is read. Text boxes and notes are handed over apart; nothing of them is in the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.read.docx_looks import Look, on_top, read_look
from extractor.read.docx_styles import Styles
from extractor.read.docx_xml import Element, attribute, below, child, is_on, name_of, within

UNSEEN = frozenset({
    "w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:instrText", "w:delText", "w:delInstrText",
    "w:rt", "w:fldData", "w:customXmlPr", "w:smartTagPr",
})  # fmt: skip
TEXTS = frozenset({"w:t", "m:t"})
SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}
OWN_LETTERS = range(0xF000, 0xF100)  # where fonts of symbols keep theirs
WINGDINGS = {0x6F: "☐", 0x71: "☐", 0xA8: "☐", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"}
TO_HEADINGS = "_Toc"  # begins the names of places that tables of contents lead to


@dataclass(slots=True, frozen=True)
class Piece:
    """Text of one look; tabs and line breaks stand in it as control characters."""

    text: str
    look: Look


@dataclass(slots=True)
class Seen:
    """What is seen of a paragraph."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)  # contents of text boxes that hang on it
    notes: list[tuple[str, str]] = field(default_factory=list)  # «footnotes» or «endnotes», and id
    to_headings: bool = False  # it leads to headings, as entries of a table of contents do


def see(paragraph: Element, usual: Look, styles: Styles) -> Seen:
    """Return what a reader sees of a paragraph.

    Args:
        paragraph: an element `w:p`.
        usual: how letters look in it where they say nothing themselves.
        styles: of the file.
    """
    seen = Seen()
    fields: list[bool] = []  # the open ones: whether what they show has begun
    waiting = [(part, usual) for part in reversed(paragraph)]
    while waiting:
        element, look = waiting.pop()
        name = name_of(element)
        if name in UNSEEN:
            seen.to_headings |= name == "w:instrText" and TO_HEADINGS in (element.text or "")
        elif name == "w:txbxContent":
            seen.boxes.append(element)
        elif name == "w:fldChar":
            _turn(fields, attribute(element, "w:fldCharType"))
        elif name in NOTES:
            seen.notes.append((NOTES[name], attribute(element, "w:id") or ""))
        elif text := _text_of(element, name):
            if all(fields):
                seen.pieces.append(Piece(text, look))
        else:
            seen.to_headings |= (attribute(element, "w:anchor") or "").startswith(TO_HEADINGS)
            look = _look_of(element, look, styles) if name == "w:r" else look
            if not (name == "w:r" and look.hidden):
                waiting += [(part, look) for part in reversed(list(seen_parts(element)))]
    return seen


def seen_parts(element: Element) -> Iterable[Element]:
    """Return the parts of an element that holds others: of several drawings one, and no prompts."""
    name = name_of(element)
    if name == "mc:AlternateContent":
        choices = [part for part in element if name_of(part) in ("mc:Choice", "mc:Fallback")]
        return next((part for part in choices if any(True for _ in below(part, "w:t"))), ())
    if name == "w:sdt" and is_on(within(element, "w:sdtPr", "w:showingPlcHdr")):
        return ()
    return element


def _turn(fields: list[bool], kind: str | None) -> None:
    """Follow the marks that a field consists of: its beginning, what separates order and result, its end."""
    if kind == "begin":
        fields.append(False)
    elif fields and kind == "separate":
        fields[-1] = True
    elif fields and kind == "end":
        fields.pop()


def _text_of(element: Element, name: str) -> str:
    if name in TEXTS:
        return (element.text or "").replace("\n", " ").replace("\t", " ")
    return _symbol(element) if name == "w:sym" else SIGNS.get(name, "")


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "w:char") or "", 16)
    except ValueError:
        return ""
    if code not in OWN_LETTERS:
        return chr(code) if 0x20 < code < 0xD800 else ""
    of_wingdings = (attribute(element, "w:font") or "").startswith("Wingdings")
    return WINGDINGS.get(code - OWN_LETTERS.start, "") if of_wingdings else ""


def _look_of(run: Element, usual: Look, styles: Styles) -> Look:
    properties = child(run, "w:rPr")
    if properties is None:
        return usual
    named = attribute(child(properties, "w:rStyle"))
    letters = styles[named].letters if named else Look()
    return on_top(read_look(properties), letters, usual)
