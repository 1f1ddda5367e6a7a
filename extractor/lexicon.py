"""Loads the words and registers in `extractor/data`.

Words are data: whatever a planner could propose to add stands in a TOML or CSV file there. This module reads such
a file once, keeps it, and names file and key when an entry is wrong.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib import resources
from itertools import product
from typing import Any


class LexiconError(ValueError):
    """A file in `extractor/data` is wrong: the message names the file and the key."""


@cache
def load_toml(name: str) -> dict[str, Any]:
    """Return the tables of `data/<name>`; the result is shared, so leave it unchanged."""
    try:
        return tomllib.loads(_read(name))
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"data/{name}: {error}") from error


@cache
def load_csv(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `data/<name>`, lines that begin with `#` left out."""
    lines = [line for line in _read(name).splitlines() if line and not line.startswith("#")]
    rows = tuple(csv.DictReader(lines))
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise LexiconError(f"data/{name}: row {number} does not have as many cells as the header")
    return rows


def words(table: dict[str, Any], key: str, *, file: str) -> tuple[str, ...]:
    """Return the nb and nn words of an entry, in that order and without doublets.

    An entry is `{nb = [...], nn = [...]}`; both written standards must be there, since nynorsk is never an
    afterthought. Words that nynorsk writes in two ways («vi» and «me») are understood in both.
    """
    entry = table.get(key)
    if not isinstance(entry, dict) or not {"nb", "nn"} <= entry.keys():
        raise LexiconError(f"data/{file}: «{key}» needs both nb and nn")
    nynorsk = [form for word in entry["nn"] for form in _in_both_forms(word)]
    return tuple(dict.fromkeys([*entry["nb"], *nynorsk, *entry.get("both", [])]))


@cache
def _in_both_forms(wording: str) -> tuple[str, ...]:
    """Return a nynorsk wording, and the same in the other forms of its words: «kva vil me gjera» too."""
    forms = load_toml("nynorsk.toml")["forms"]
    choices = [(word, *forms.get(word, ())) for word in wording.split(" ")]
    return tuple(" ".join(words) for words in product(*choices))


def _read(name: str) -> str:
    return resources.files("extractor").joinpath("data", name).read_text(encoding="utf-8")
