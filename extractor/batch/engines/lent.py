"""Workers under limits inside a process that others keep: a worker of a cluster, which outlives runs.

Nobody there says when a run begins or ends, and the one who started it may be gone without a word. So workers are
made for the first document with certain limits, used for all that follow, and ended when none came for a while.
"""

from __future__ import annotations

import atexit
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer

from extractor.batch.engines import EngineOptions
from extractor.batch.engines.local import Workers
from extractor.guard import Limits

IDLE = 20.0  # seconds without a document after which worker processes are given back

_LOCK = Lock()
_KEPT: dict[tuple[Limits, int], _Kept] = {}


class _Kept:
    """Workers, how many are using them, and what closes them once nobody does."""

    def __init__(self, limits: Limits, workers: int) -> None:
        self.workers = Workers(EngineOptions(workers, limits))
        self.users = 0
        self.timer: Timer | None = None


@contextmanager
def lent_workers(limits: Limits, workers: int) -> Iterator[Workers]:
    """Lend the workers of this process for these limits.

    Args:
        limits: what one document may take.
        workers: how many documents are read at a time, at most.
    """
    key = limits, workers
    kept = _take(key)
    try:
        yield kept.workers
    finally:
        _give_back(key, kept)


def close_all() -> None:
    """Close what nobody uses."""
    for key in list(_KEPT):
        _close(key)


def _take(key: tuple[Limits, int]) -> _Kept:
    with _LOCK:
        kept = _KEPT.get(key)
        if kept is None:
            _allow_children()
            kept = _KEPT[key] = _Kept(*key)
        if kept.timer:
            kept.timer.cancel()
        kept.users += 1
        return kept


def _give_back(key: tuple[Limits, int], kept: _Kept) -> None:
    with _LOCK:
        kept.users -= 1
        if not kept.users:
            kept.timer = Timer(IDLE, _close, [key])
            kept.timer.daemon = True
            kept.timer.start()


def _close(key: tuple[Limits, int]) -> None:
    with _LOCK:
        kept = _KEPT.get(key)
        if kept is None or kept.users:
            return
        del _KEPT[key]
    if kept.timer:
        kept.timer.cancel()
    kept.workers.close()


def _allow_children() -> None:
    """Let this process have processes of its own, as Python forbids those that end with the one that began them.

    Workers of a cluster are begun that way. Ours end when the process that they read for is gone, whatever ended it.
    """
    if multiprocessing.parent_process() is not None:
        multiprocessing.current_process().daemon = False


atexit.register(close_all)
