"""Text from documents → text that is safe to print.

What stands in a PDF is written by strangers: escape sequences could recolour or rewrite a terminal, and
marks of writing direction could turn a name around. Nothing that is not seen may pass.
"""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours and cursor
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # titles, links
    r"|\x1b[ -/]*[0-~]?"
)
_UNSEEN = {"Cc", "Cf", "Cs", "Cn"}  # controls, marks of format and direction, halves of pairs, unassigned


def plain(text: str) -> str:
    """Return text on one line without escape sequences, control characters and direction marks."""
    text = _ESCAPES.sub("", text)
    spaced = "".join(" " if char.isspace() else char for char in text)
    seen = "".join(char for char in spaced if char == " " or unicodedata.category(char) not in _UNSEEN)
    return re.sub(r" {2,}", " ", seen).strip()
