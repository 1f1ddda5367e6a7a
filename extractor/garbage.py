"""Python's collector of cyclic garbage, held back while a document is worked on.

A document is hundreds of thousands of small objects that all stay until its answers are written. Looking through
them for cycles, again and again as they grow in number, took a fifth of the time and found nothing. What does hold
cycles, such as what pdfplumber parses, is still collected, only in larger portions.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

PORTION = 50_000  # objects; some ten megabytes, should all of them be garbage


@contextmanager
def collected_seldom() -> Iterator[None]:
    """Collect garbage in large portions for as long as the context lasts."""
    before = gc.get_threshold()
    if gc.isenabled() and 0 < before[0] < PORTION:
        gc.set_threshold(PORTION, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
