"""Words that are the same in bokmål and nynorsk, in another spelling or bent in another way, for those who search.

Whoever searches plans for «skole» means «skulane» too. Of the words that stand in the texts, those with one form are
put together, and with them what the register has for them or for a part of them: a reader may type a word that no plan
spells as he does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from extractor.compare.compounds import parts_of
from extractor.compare.spelling import FILE
from extractor.lexicon import load_toml
from schemas.comparison import ComparedGoal, ComparedTiltak

_WORD = re.compile(r"[^\W\d_]{3,}")
_LEAST = 4  # letters of a word of the register: shorter ones stand in too many other words

Form = tuple[str, ...]


def same_words(items: Iterable[ComparedTiltak | ComparedGoal]) -> list[list[str]]:
    """Return groups of words in lower case that are one word, of those that stand in the items."""
    forms: dict[Form, set[str]] = defaultdict(set)
    for word in {word for item in items for word in _WORD.findall(_searched(item).lower())}:
        forms[parts_of(word)].add(word)
    for part in {part for form in forms for part in form}:
        if registered := _register().get((part,)):
            forms[(part,)] |= registered
    return sorted(sorted(group) for group in forms.values() if len(group) > 1)


def _searched(item: ComparedTiltak | ComparedGoal) -> str:
    texts: Sequence[str | None] = [item.text]
    if isinstance(item, ComparedTiltak):
        texts = [item.text, item.description, item.target, *(party.raw for party in item.responsible)]
    return "\n".join(text for text in texts if text)


@cache
def _register() -> dict[Form, frozenset[str]]:
    """Return the words of the register by their form."""
    found: dict[Form, set[str]] = defaultdict(set)
    for word, others in load_toml(FILE)["counterparts"].items():
        for one in (word, *others):
            if len(one) >= _LEAST:
                found[parts_of(one)].add(one)
    return {form: frozenset(group) for form, group in found.items()}
