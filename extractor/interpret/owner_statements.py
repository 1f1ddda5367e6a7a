"""What the opening chapters say in so many words about whose plan it is.

    «Planen er felles for kommunene A, B og C.»         the plan, a link, the owners
    «Kommunane A og B har gått saman om denne planen.»   the owners, a verb
    «Dette er Bygda kommune sin plan for rusfeltet.»     the plan, «er», a genitive
    «Fjordregionen består av kommunene A, B og C.»       a region that the title names, its members

Between the plan and the link no comma may stand, and a sentence about a partner or a model tells nothing. A foreword
that is signed («Kari Nordmann, ordfører i Bygda») is the last that is asked. Sentences that name different owners
cancel each other out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extractor.document import Text
from extractor.interpret.cover import cover_lines
from extractor.interpret.kommune_names import FILE, Mention, find_kommuner, listed
from extractor.interpret.language import sentences
from extractor.interpret.subjects import own_subjects
from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline

OPENING = 40  # paragraphs in which a plan presents itself
LONGEST_SIGNATURE = 80  # characters
SHORTEST_REGION = 4  # letters
REACH = 60  # characters between the plan and the link

_REGION = re.compile(r"(?P<name>[^\W\d_][\w-]*(?:[ -](?:og )?[^\W\d_][\w-]*){0,3})\s*$")
_REGION_BEHIND = re.compile(r"\s+([^\W\d_][\w-]{3,})")
_LIST_BEHIND = re.compile(r"\s*[:(–-]\s*$")

Owner = tuple[Text, Mention]


def stated_owners(outline: Outline) -> list[Owner]:
    """Return the kommuner that the opening says own the plan, each with the text that it is named in."""
    opening = [paragraph.text for _, paragraph in outline.paragraphs()][:OPENING]
    regions = fold(" ".join(line.text.value for line in cover_lines(outline)))
    subject = _subject(outline)
    stated = [_stated(text, subject, regions) for text in _about_kommuner(opening)]
    return _agreed(stated) or _agreed(_signatures(outline))


@cache
def others() -> re.Pattern[str]:
    """Return a pattern for the words by which a text is about partners, neighbours or sources."""
    known = any_word(words(load_toml(FILE)["others"], "lines", file=FILE)).pattern
    joint = either(words(load_toml(FILE)["others"], "joint", file=FILE))
    return re.compile(rf"{known}(?!\s+{joint})")


def _agreed(stated: Iterable[list[Owner]]) -> list[Owner]:
    """Return the owners when all that say something say the same; the longest list holds the shorter ones."""
    said = sorted(filter(None, stated), key=len, reverse=True)
    names = [{mention.name for _, mention in owners} for owners in said]
    return said[0] if said and all(some <= names[0] for some in names) else []


def _about_kommuner(texts: Iterable[Text]) -> Iterator[Text]:
    """Yield the sentences that name a kommune and no partner or model."""
    for text in texts:
        if not find_kommuner(text.value, ordinary=True):
            continue
        for start, end in sentences(text.value, language=None):
            if not others().search(fold(text.value[start:end])):
                yield text.slice(start, end)


def _stated(text: Text, subject: re.Pattern[str], regions: str) -> list[Owner]:
    """Return the kommuner that a sentence says own the plan; where it says so of two groups, it says nothing."""
    groups = listed(fold(text.value), find_kommuner(text.value, ordinary=True))
    owning = [group for group in groups if _own(group, text.value, subject, regions)]
    return [(text, mention) for mention in owning[0]] if len(owning) == 1 else []


def _own(group: list[Mention], text: str, subject: re.Pattern[str], regions: str) -> bool:
    before, behind = text[: group[0].start], text[group[-1].end :]
    named = fold(text[group[-1].start : group[-1].end])
    genitive = _is_genitive(named, fold(behind))
    says = _linked(fold(before), subject, genitive=genitive) or _verbs("verbs").match(fold(behind))
    if len(group) > 1:
        return bool(says) or _is_region(before, regions) or _forms_region(behind, regions)
    return bool(says) and group[0].worded


def _linked(before: str, subject: re.Pattern[str], *, genitive: bool) -> bool:
    """Whether the plan and a link stand before («Planen gjelder for …»); a mere «er» needs a genitive behind it."""
    link = _before("links").search(before) or (_before("possessed").search(before) if genitive else None)
    named = [found.end() for found in subject.finditer(before)] if link else []
    return bool(link and named and _is_near(before[named[-1] : link.start()]))


def _is_near(gap: str) -> bool:
    return len(gap) <= REACH and not re.search(r"[,;:]", gap)


def _is_genitive(named: str, behind: str) -> bool:
    """Whether a name is one («Bygda kommunes …») or has the possessive behind it («Bygda kommune sin …»)."""
    return bool(named.endswith(("kommunes", "herads")) or _genitives().match(behind))


def _is_region(before: str, regions: str) -> bool:
    """Whether a region that the cover names stands before («Fjordregionen består av …», «Fjordregionen: …»)."""
    for opener in (_before("regions"), _LIST_BEHIND):
        found = opener.search(fold(before))
        name = _REGION.search(before[: found.start()]) if found else None
        if name and any(_is_on_cover(tail, regions) for tail in _tails(name["name"])):
            return True
    return False


def _forms_region(behind: str, regions: str) -> bool:
    """Whether a region that the cover names stands behind («… utgjør Fjordregionen»)."""
    forming = _verbs("forming").match(fold(behind))
    name = _REGION_BEHIND.match(behind, forming.end()) if forming else None
    return bool(name and _is_on_cover(fold(name[1]), regions))


def _is_on_cover(region: str, regions: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(region)}(?!\w)", regions))


def _tails(name: str) -> Iterator[str]:
    """Yield the last words of `name`, the most first, that begin with a capital; short ones tell nothing."""
    parts = name.split()
    tails = (" ".join(parts[index:]) for index in range(len(parts)))
    return (fold(tail) for tail in tails if tail[0].isupper() and len(tail) >= SHORTEST_REGION)


def _signatures(outline: Outline) -> Iterator[list[Owner]]:
    for _, paragraph in outline.paragraphs():
        text = paragraph.text
        if len(text.value) <= LONGEST_SIGNATURE and _titles().search(fold(text.value)):
            mentions = [mention for mention in find_kommuner(text.value) if mention.worded]
            if (
                mentions
                and not text.value[mentions[-1].end :].strip(" .")
                and not others().search(fold(text.value))
            ):
                yield [(text, mentions[-1])]


def _subject(outline: Outline) -> re.Pattern[str]:
    plan = words(load_toml(FILE)["statement"], "plan", file=FILE)
    return re.compile(rf"{own_subjects(outline, parts=False).pattern}|{any_word(plan).pattern}")


@cache
def _before(key: str) -> re.Pattern[str]:
    """Return a pattern for a link that ends a text, with the words that may stand between it and the first name."""
    table = load_toml(FILE)["statement"]
    between = either(words(table, "between", file=FILE))
    return re.compile(rf"(?<!\w){either(words(table, key, file=FILE))}\s+(?:{between}\s+)*$")


@cache
def _verbs(key: str) -> re.Pattern[str]:
    """Return a pattern for the verbs that follow the owners, «kommuner» between them at times."""
    table = load_toml(FILE)
    plural = either(words(table["kommune"], "plural", file=FILE))
    return re.compile(rf"\s*(?:{plural}\s+)?{either(words(table['statement'], key, file=FILE))}(?!\w)")


@cache
def _genitives() -> re.Pattern[str]:
    return re.compile(rf"(?:s|'|\s+{either(words(load_toml(FILE)['statement'], 'genitives', file=FILE))})\s")


@cache
def _titles() -> re.Pattern[str]:
    return any_word(words(load_toml(FILE)["signature"], "titles", file=FILE))
