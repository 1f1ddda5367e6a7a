"""Pages as people see them: plain values that travel from the process that reads a document to who shows it."""

from __future__ import annotations

from typing import NamedTuple

from extractor.place import Box


class Picture(NamedTuple):
    """What a page looks like; sizes are points."""

    page: int  # from 1
    width: float  # 0 where it is not known
    height: float
    data: bytes  # WebP; empty where the page cannot be drawn


class Printed(NamedTuple):
    """A line of a page, or a piece of one."""

    page: int  # from 1
    box: Box  # where it is seen on the page, in points
    quarters: int  # with the clock: how its letters are turned there
    start: int  # offset of its first character
    text: str
