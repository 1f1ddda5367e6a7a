"""What a run has to remember about each input, on the disk, so that 100 000 of them take no more memory than 100.

A database that SQLite makes for this run alone and that goes with it, whatever ends it: what outlives the run is the
manifest. Paths are ordered by their bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

CACHE = 4 * 1024  # KiB
AT_A_TIME = 100  # rows
TABLES = """
CREATE TABLE inputs (path TEXT PRIMARY KEY, name BLOB) WITHOUT ROWID;
CREATE TABLE firsts (sha256 TEXT PRIMARY KEY, path TEXT) WITHOUT ROWID;
CREATE TABLE earlier (path TEXT PRIMARY KEY, line BLOB) WITHOUT ROWID;
CREATE TABLE lines (path TEXT PRIMARY KEY, line BLOB) WITHOUT ROWID;
"""


class Index:
    """Inputs, the first of each content, lines of earlier runs, lines of this one. For one thread."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)  # no name: a file that nobody else sees
        self._database.executescript(f"PRAGMA journal_mode=OFF; PRAGMA cache_size=-{CACHE}; {TABLES}")

    def close(self) -> None:
        """Give the disk back."""
        self._database.close()

    def add_input(self, path: str, name: bytes) -> None:
        """Remember an input; the same one again changes nothing."""
        self._database.execute("INSERT OR IGNORE INTO inputs VALUES (?, ?)", (path, name))

    def count_inputs(self) -> int:
        """Return how many inputs there are."""
        count: int = self._database.execute("SELECT count(*) FROM inputs").fetchone()[0]
        return count

    def inputs(self) -> Iterator[tuple[str, bytes]]:
        """Yield path and name of each input, in order; the index may be written to meanwhile."""
        return self._in_order("inputs", "name")

    def first_with(self, sha256: str, path: str) -> str:
        """Return the path that was first asked for with this content: `path` itself, if nobody asked before."""
        self._database.execute("INSERT OR IGNORE INTO firsts VALUES (?, ?)", (sha256, path))
        first: str = self._database.execute("SELECT path FROM firsts WHERE sha256 = ?", (sha256,)).fetchone()[
            0
        ]
        return first

    def add_earlier(self, path: str, line: bytes) -> None:
        """Remember a line of an earlier run; a later one for the same path takes its place."""
        self._database.execute("INSERT OR REPLACE INTO earlier VALUES (?, ?)", (path, line))

    def earlier(self, path: str) -> bytes | None:
        """Return the line of an earlier run."""
        row = self._database.execute("SELECT line FROM earlier WHERE path = ?", (path,)).fetchone()
        return row[0] if row else None

    def add_line(self, path: str, line: bytes) -> None:
        """Remember a line of this run."""
        self._database.execute("INSERT OR REPLACE INTO lines VALUES (?, ?)", (path, line))

    def lines(self) -> Iterator[bytes]:
        """Yield the lines of this run in the order of their paths."""
        return (line for _, line in self._in_order("lines", "line"))

    def _in_order(self, table: str, column: str) -> Iterator[tuple[str, bytes]]:
        query = f"SELECT path, {column} FROM {table} WHERE path > ? ORDER BY path LIMIT {AT_A_TIME}"
        after = ""
        while rows := self._database.execute(query, (after,)).fetchall():
            yield from rows
            after = rows[-1][0]
