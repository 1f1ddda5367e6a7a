"""Text as it may be printed in a terminal: mark-up in it is no mark-up, and nothing in it steers the terminal."""

from __future__ import annotations

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from extractor.emit.plain import plain


def safe(value: str, style: str = "") -> Text:
    """Return text of a document, or around it."""
    return Text(plain(value), style, overflow="fold")


def indented(what: Text | Table, by: int = 2) -> Padding:
    """Return something with room on its left; `by` is in letters."""
    return Padding(what, (0, 0, 0, by), expand=False)
