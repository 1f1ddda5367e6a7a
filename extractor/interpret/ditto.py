"""Labels that say the same as those of another tiltak: «Ansvar: do.», «Ansvarleg: Same som 2.1».

A sign or word of ditto means the tiltak right above; where that has no such label, nothing can be repeated. A number
means the tiltak of that number, wherever it stands in the section.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extractor.document import Text
from extractor.interpret.labels import Label
from extractor.interpret.measure_fields import is_ditto
from extractor.interpret.wording import either, fold
from extractor.lexicon import load_toml, words

Said = dict[tuple[str, ...], Text]  # what labels say, by their roles


class Ditto:
    """Remembers what the labels of each tiltak say."""

    def __init__(self) -> None:
        self._said: Said = {}  # of the last group of labels
        self._above: Said = {}  # of the group before it
        self._by_number: dict[str, Said] = {}
        self._number: str | None = None
        self._unlabelled = False  # the last tiltak has no labels yet

    def begin(self, number: str | None) -> None:
        """Note that a tiltak begins."""
        self._said = {} if self._unlabelled else self._said
        self._unlabelled, self._number = True, number

    def read(self, labels: list[Label]) -> list[Label]:
        """Return the labels of the last tiltak, each ditto replaced by what it repeats."""
        if self._unlabelled:
            self._above, self._said, self._unlabelled = self._said, {}, False
        told = []
        for label in labels:
            repeated = self._repeated(label)
            told.append(replace(label, value=repeated) if repeated else label)
            self._said[label.roles] = told[-1].value
        if self._number:
            self._by_number[self._number] = self._said
        return told

    def _repeated(self, label: Label) -> Text | None:
        if is_ditto(label.value.value):
            return self._above.get(label.roles)
        named = _reference().fullmatch(fold(label.value.value).strip(" ."))
        return self._by_number.get(named["number"], {}).get(label.roles) if named else None


@cache
def _reference() -> re.Pattern[str]:
    """Return a pattern for «samme som tiltak 2.1»."""
    same, of = (
        either(words(load_toml("columns.toml")["same"], key, file="columns.toml")) for key in ("as", "of")
    )
    return re.compile(rf"{same}\s+(?:{of}\s+)*(?P<number>\w{{1,3}}(?:\.\d{{1,2}}){{0,3}})")
