"""Bytes of a text file → text, by what the bytes show.

Norwegian plans in text form come from three decades of machines: UTF-8 and UTF-16 from today, Windows-1252
from most offices, Mac Roman and the DOS code pages 865 and 850 from old archives. Nothing in such a file says
which. The signals, in order of trust:

1. a byte order mark;
2. every other byte is NUL: UTF-16 without a mark;
3. the bytes are valid UTF-8, which long text in another encoding never is by chance;
4. the encoding that mark-up declares, when the caller found one;
5. the candidate whose text looks most Norwegian: æ, ø and å inside words, « » around them, § before a number;
   against that, control characters and symbols that stand between letters.

UTF-8 with a few broken bytes takes part in step 5, so that one bad byte does not turn every «å» into «Ã¥».
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

MARKS = (  # UTF-32 first: its little-endian mark begins with the one of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CANDIDATES = ("cp1252", "mac_roman", "cp865", "cp850", "latin-1", "utf-8")  # the first of equals wins
WEB_NAMES = {"ascii": "cp1252", "iso8859-1": "cp1252"}  # what browsers take these two names to mean
SAMPLE = 4096  # bytes that decide about UTF-16
EVIDENCE = 20_000  # non-ASCII characters that decide between candidates

_ACCENTED = "éèêëóòôöäáàâüíñçšžčđŋŧ"  # names, loan words and Sami, in lower case
_QUOTES = "«»„“”‘’‚"
_PLAIN = "–—…•·°½¼¾´€£µ²³±×\u00a0\u00ad"
_LINE_ENDS = re.compile(r"\r*\n|\r")


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """Return the text of `data` and the name of its encoding.

    Line ends are LF; NUL characters and the byte order mark are gone. Offsets into the document count in this
    text.

    Args:
        data: the whole file.
        declared: what mark-up names as its encoding; believed where the bytes are not Unicode.
    """
    text, encoding = _decode(data, declared)
    return _LINE_ENDS.sub("\n", text.replace("\0", "").removeprefix("\ufeff")), encoding


def marked_encoding(data: bytes) -> str | None:
    """Return the Unicode encoding that a byte order mark or the pattern of NUL bytes shows, if any."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    return _utf16_without_mark(data[:SAMPLE])


def _decode(data: bytes, declared: str | None) -> tuple[str, str]:
    if encoding := marked_encoding(data):
        return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_declared(data, declared) or _decode_best(data)


def _utf16_without_mark(sample: bytes) -> str | None:
    """Tell UTF-16 by its NULs: Latin letters leave one byte of each pair empty, always the same one."""
    pairs = len(sample) // 2
    if pairs < 4:  # too short to tell from stray NULs
        return None
    first, second = sample[: pairs * 2 : 2].count(0) / pairs, sample[1 : pairs * 2 : 2].count(0) / pairs
    if second > 0.5 and first < 0.1:
        return "utf-16-le"
    if first > 0.5 and second < 0.1:
        return "utf-16-be"
    return None


def _decode_declared(data: bytes, declared: str | None) -> tuple[str, str] | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared).name
        name = WEB_NAMES.get(name, name)
        return (data.decode(name), name) if not name.startswith("utf") else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _decode_best(data: bytes) -> tuple[str, str]:
    texts = {encoding: data.decode(encoding, errors="replace") for encoding in CANDIDATES}
    best = max(CANDIDATES, key=lambda encoding: norwegian_score(texts[encoding]))
    return texts[best], best


def norwegian_score(text: str) -> float:
    """Return how Norwegian the non-ASCII characters of `text` look: above 0 is likely, below 0 is not."""
    hits = islice(re.finditer(r"[^\t\n\f\r -~]", text), EVIDENCE)
    return sum(_plausible(text, hit.start()) for hit in hits)


def _plausible(text: str, index: int) -> float:
    before, char, after = text[index - 1 : index], text[index], text[index + 1 : index + 2]
    among_capitals = before.isupper() and after.isupper()
    if char in "æøå":
        return 1 if not among_capitals else -1
    if char in "ÆØÅ":
        return 1 if not before.islower() else -1
    if char == "§":
        return 1 if not before.isalpha() and not after.isalpha() else -1
    if char.lower() in _ACCENTED:
        return 0.2 if char.islower() and not among_capitals else -0.5
    inside_word = before.isalpha() and after.isalpha()
    if char in _QUOTES:
        return 0 if inside_word and char == "’" else (-1 if inside_word else 0.5)
    if char in _PLAIN:
        return -1 if inside_word and char not in "–—\u00ad\u00a0" else 0.3
    return -3 if char == "\ufffd" or not char.isprintable() else -1
