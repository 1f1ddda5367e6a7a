"""Documents are read in processes of their own, so that none of them can hang or exhaust the machine.

A PDF of some kilobytes can ask for gigabytes of memory or for hours, and the libraries that read it answer by
taking them, or by ending the whole process. No `except` helps against that, so the command line never reads a
document itself: a worker does (`worker`), under limits (`limits`), and is killed from outside when it does not come
back (`pool`). The worker is used for the next document, too, and what it needs is loaded once.
"""

from __future__ import annotations

from extractor.guard.limits import Limits
from extractor.guard.looking import Looked
from extractor.guard.pool import Guard
from extractor.guard.worker import Extracted

__all__ = ["Extracted", "Guard", "Limits", "Looked"]
