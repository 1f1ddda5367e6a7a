"""Who pays for a tiltak, where its cost cell says so: «statlige midler», «innanfor ramma», «prosjektmidlar».

The answers are kinds of payers (own, state, county, project, grant, private), in the order in which they stand.
A grant without a giver («tilskot») stays one: who gives it is not told.
"""

from __future__ import annotations

from functools import cache

from extractor.lexicon import load_toml, words
from extractor.normalise.cues import Cues, Meaning

FILE = "payers.toml"


def payers_of(text: str) -> list[str]:
    """Return the kinds of payers that a text names, each once."""
    found = [meaning.theme for hit in _cues().find(text) for meaning in hit.meanings]
    return list(dict.fromkeys(found))


@cache
def _cues() -> Cues:
    table = load_toml(FILE)["payers"]
    named = [(word, Meaning(kind, 1.0)) for kind in table for word in words(table, kind, file=FILE)]
    return Cues(dict.fromkeys(named), ())
