"""The forms that a Norwegian noun takes, and the key under which wordings of one party meet.

Norwegian inflects at the end of a word, and a compound inflects as its last part does. So the forms of a register
entry are made here from its indefinite singular, for both written standards together: `leder` gives `lederen`,
`ledere`, `lederne`; `leiar` gives `leiaren`, `leiarar`, `leiarane`. More forms are made than exist («etatan»); they do
no harm, since wording is only compared with them and nothing is ever stripped from it.

Of a phrase the noun before the first preposition inflects («tjenesten for psykisk helse»), else the last word.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*/?")
_PREPOSITIONS = frozenset(["for", "i", "ved", "på", "av", "til", "fra", "frå", "med", "om", "mot"])
_SILENT = str.maketrans(dict.fromkeys("-‐‑–—.,:'’«»\"“”()", " "))


def phrase_words(text: str) -> list[str]:
    """Return the words of a wording, lower case, without hyphens and punctuation; «&» reads as «og».

    A slash stays at the end of the word before it: «stab/støtte» is not «stab støtte».
    """
    text = unicodedata.normalize("NFC", text).casefold().replace(" & ", " og ").translate(_SILENT)
    return _WORD.findall(re.sub(r"\s*/\s*", "/ ", text)) if "/" in text else _WORD.findall(text)


def phrase_key(words: list[str]) -> str:
    """Return the key of a wording: «NAV-leder», «NAV leder» and «Navleder» have the same."""
    return "".join(words)


def phrase_forms(text: str) -> set[str]:
    """Return the keys of all forms of a phrase in the register."""
    words = phrase_words(text)
    if not words:
        return set()
    head = (
        next((place for place, word in enumerate(words) if place and word in _PREPOSITIONS), len(words)) - 1
    )
    before, after = phrase_key(words[:head]), phrase_key(words[head + 1 :])
    return {before + form + after for form in word_forms(words[head])}


def word_forms(word: str) -> set[str]:
    """Return a noun in all its forms: singular and plural, indefinite and definite, nb and nn."""
    forms = {word, *_regular(word)}
    if word.endswith("mann"):
        forms |= {word[:-3] + ending for ending in ("enn", "ennene", "enner")}
    if word.endswith(("ster", "nter")):  # helsesøster, syster, senter
        forms |= {word[:-2] + ending for ending in ("re", "rer", "rene", "ret", "ra", "reene")}
    if word.endswith("m"):  # program, forum
        forms |= {word + ending for ending in ("met", "mer", "mene", "ma")}
    return forms


def _regular(word: str) -> list[str]:
    if word.endswith("e"):
        stem = word[:-1]
        return [word + end for end in ("n", "t", "r", "ne")] + [
            stem + end for end in ("a", "ar", "ane", "or", "one")
        ]
    if word.endswith("er"):
        return [word + end for end in ("en", "e", "ne", "et", "a")]
    return [word + end for end in ("en", "et", "a", "e", "er", "ar", "ene", "ane")]
