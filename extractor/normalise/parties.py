"""Who is responsible: from the wording of a cell or label to parties, one by one, and their register entries.

1. The cell is read line by line, without labels and partners (`party_lines`).
2. Each line is split where one party ends and the next begins (`party_split`).
3. Each party keeps its wording. The register is asked for its name with the document's own abbreviations written out:
   as it stands (`party_register`), then without the place or person behind it (`party_core`).

A party that the register does not know keeps its wording and has no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractor.normalise.party_core import MOST_WORDS, known_party, without_brackets
from extractor.normalise.party_entries import PartyEntry, party_categories
from extractor.normalise.party_lines import responsible_lines
from extractor.normalise.party_register import find_party, has_short_form
from extractor.normalise.party_split import party_spans
from extractor.normalise.party_tokens import Token, tokenise
from extractor.normalise.party_words import (
    Shape,
    bare,
    is_acronym,
    is_field_word,
    is_head,
    is_name,
    is_preposition,
    shape,
    without_frame,
    word_list,
)
from schemas import Responsible

__all__ = [
    "PartyEntry",
    "known_party",
    "leading_parties",
    "looks_like_party",
    "party_categories",
    "split_responsible",
]

_EDGE = " \t.,:;–—-−*\"'«»”“!?"
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_AMOUNT = re.compile(
    r"(?:kr\.?|nok)?\s*\d[\d\s.,]*(?:kr\.?|kroner|mill\.?|millionar|millioner|nok|,-)?", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"(?<=[^\W_])[.!?]\s+(?=[A-ZÆØÅ])|:\s+(?=[A-ZÆØÅ])")
_MOST_CORE_WORDS = 6  # words before the first preposition
_ADJECTIVES = (
    "ig",
    "ige",
    "leg",
    "lege",
    "isk",
    "iske",
    "al",
    "ale",
    "ell",
    "elle",
    "ende",
    "ande",
    "et",
    "ede",
    "a",
    "s",
)
_BRACKET_BEHIND = re.compile(r"\(([^()]+)\)?$")


def split_responsible(text: str, *, abbreviations: Mapping[str, str] | None = None) -> list[Responsible]:
    """Return the parties in a responsible cell or after «Ansvar:», in reading order.

    Args:
        text: the wording; a newline is a new paragraph or list item of the cell.
        abbreviations: those that the document explains («K&O» → «Kultur og oppvekst»).
    """
    if _says_nobody(text):  # «N/A» is no two parties
        return []
    raws = dict.fromkeys(raw for line in responsible_lines(text) for raw in _parties_of(line))
    return [party_of(raw, abbreviations or {}) for raw in raws]


def leading_parties(text: str, *, abbreviations: Mapping[str, str] | None = None) -> list[Responsible]:
    """Return the parties at the beginning of a cell where something else follows.

    «Sentraladm. Kontakter aktuelle aktører» gives «Sentraladm.»; the reading ends at the first wording that is no
    party, or that tells a time.
    """
    raws: dict[str, None] = {}
    for line in responsible_lines(text):
        for sentence in _sentences(_before_time(line)):
            found = list(_named(sentence))
            leading = list(_while_party(found))
            raws |= dict.fromkeys(leading)
            if len(leading) < len(found):
                return [party_of(raw, abbreviations or {}) for raw in raws]
    return [party_of(raw, abbreviations or {}) for raw in raws]


def looks_like_party(text: str) -> bool:
    """Tell whether the wording could be somebody who is responsible, as opposed to a sentence or a time."""
    words = without_frame(without_brackets(text).split())
    if not 0 < len(words) <= MOST_WORDS or ":" in text.rstrip(_EDGE) or _YEAR.search(text):
        return False
    if _is_sentence(words) or _tells_time(words):
        return False
    if known_party(text) is not None:
        return True
    core = words[: next((at for at, word in enumerate(words) if at and is_preposition(word)), len(words))]
    if len(core) > _MOST_CORE_WORDS or core[0][0].isdigit():
        return False
    if is_head(core[-1]):
        return all(_may_describe(word) for word in core[:-1])
    return shape(words, initial=True) is Shape.OPEN or is_acronym(core[0]) or _is_proper_name(words)


def party_of(raw: str, abbreviations: Mapping[str, str]) -> Responsible:
    """Return one party in its own wording, with what the register knows of it."""
    spelled = _written_out(raw, abbreviations)
    own = "abbreviation" if spelled != raw else ""
    entry = known_party(spelled)
    if entry is None:
        return Responsible(raw=raw, name=abbreviations.get(raw), rule=own or None)
    return Responsible(
        raw=raw,
        name=entry.name,
        id=entry.id,
        category=entry.category,
        sector=entry.sector or None,
        rule="+".join(filter(None, [own, entry.rule])),
    )


def _written_out(raw: str, abbreviations: Mapping[str, str]) -> str:
    """Write the document's own abbreviations out, also in front of a hyphen: «leder K&O», «K&O-leder»."""
    return " ".join(_long(word, abbreviations) for word in raw.split()) if abbreviations else raw


def _long(word: str, abbreviations: Mapping[str, str]) -> str:
    short, hyphen, rest = word.partition("-")
    if word in abbreviations or not hyphen:
        return abbreviations.get(word, word)
    return f"{abbreviations[short]} {rest}" if short in abbreviations else word


def _parties_of(line: str) -> list[str]:
    """Return the parties of a line as written; after its first sentence only what looks like a party."""
    first, *others = _sentences(line)
    return [*_named(first), *(raw for other in others for raw in _named(other) if looks_like_party(raw))]


def _sentences(line: str) -> list[str]:
    starts = [0]
    for end in _SENTENCE_END.finditer(line):
        last = line[line.rfind(" ", 0, end.start()) + 1 : end.start()].casefold().strip("(.")
        if last not in word_list("abbreviations") and len(last) > 2 and not has_short_form(last):
            starts.append(end.end())
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]


def _named(sentence: str) -> Iterator[str]:
    tokens = tokenise(sentence)
    for start, end in party_spans(tokens):
        raw = _without_time(_trimmed(sentence, tokens[start:end]))
        if (
            raw
            and _LETTER.search(raw)
            and not _AMOUNT.fullmatch(raw)
            and not _says_nobody(raw)
            and not _tells_time(raw.split())
            and not _takes_part(raw)
        ):
            yield raw


def _takes_part(raw: str) -> bool:
    """Tell whether a bracket says that a party is a partner: «skolene (deltar)»."""
    bracket = _BRACKET_BEHIND.search(raw)
    return bracket is not None and bare(bracket[1]) in word_list("taking_part")


def _trimmed(sentence: str, tokens: Sequence[Token]) -> str:
    """Return the wording of some tokens without separators and punctuation at its ends."""
    words = [at for at, token in enumerate(tokens) if token.is_word]
    if not words:
        return ""
    raw = sentence[tokens[words[0]].start : tokens[words[-1]].end].strip(_EDGE)
    raw = raw.strip("()" + _EDGE) if raw.count("(") != raw.count(")") else raw
    if not raw:
        return ""
    behind = sentence[tokens[words[0]].start :].partition(raw)[2]
    last = bare(raw.split()[-1])
    short = last in word_list("abbreviations") or has_short_form(last)
    return raw + "." if short and behind.startswith(".") else raw


def _says_nobody(raw: str) -> bool:
    plain = bare(" ".join(raw.split()))
    words = plain.replace(".", " ").split()
    return plain in word_list("nobody") or any(
        " ".join(words[:length]) in word_list("nobody_begins") for length in range(1, min(len(words), 5) + 1)
    )


def _while_party(found: Sequence[str]) -> Iterator[str]:
    for raw in found:
        if looks_like_party(raw):
            yield raw
            continue
        if name := _known_beginning(raw.split()):
            yield name
        return


def _known_beginning(words: Sequence[str]) -> str:
    """Return the party at the beginning of a wording that goes on with a capital letter."""
    for length in range(min(len(words) - 1, MOST_WORDS), 0, -1):
        entry = find_party(" ".join(words[:length]))
        if entry is not None and not entry.field and words[length][:1].isupper():
            return " ".join(words[:length])
    return ""


def _before_time(line: str) -> str:
    for word in _WORD.finditer(line):
        text = word.group()
        if _YEAR.search(text) or (text[:1].isupper() and word.start() and bare(text) in word_list("time")):
            return line[: word.start()]
    return line


def _without_time(raw: str) -> str:
    """Cut the time behind a party that the register knows: «rådmannen – høst 2015», «kultursjef innen 1. mai»."""
    words = raw.split()
    end = len(words)
    while end > 1 and (bare(words[end - 1]) in word_list("time") or not _LETTER.search(words[end - 1])):
        end -= 1
    before = " ".join(words[:end]).rstrip(_EDGE)
    said = words[end:]
    timed = any(bare(word) in word_list("time") or _YEAR.fullmatch(bare(word)) for word in said)
    return before if timed and known_party(before) is not None else raw


def _tells_time(words: Sequence[str]) -> bool:
    return all(bare(word) in word_list("time") or not _LETTER.search(word) for word in words) or (
        bare(words[0]) in word_list("time") and any(_YEAR.search(word) for word in words)
    )


def _is_sentence(words: Sequence[str]) -> bool:
    return any(bare(word) in word_list("verbs") and not is_acronym(word) for word in words)


def _may_describe(word: str) -> bool:
    """Tell whether the word can stand before the noun of a party: an adjective, a name, a field, another noun."""
    plain = bare(word)
    return (
        is_name(word)
        or word.endswith((".", "-", ","))
        or plain.endswith(_ADJECTIVES)
        or plain in ("og", "nye", "ny")
        or is_field_word(word)
        or is_head(word)
    )


def _is_proper_name(words: Sequence[str]) -> bool:
    return len(words) > 1 and all(word[:1].isupper() for word in words) and not is_field_word(words[0])
