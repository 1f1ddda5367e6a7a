"""The headings of minutes: «Sak 6/22 Situasjonen i ungdomsmiljøet», one for each case that a meeting took up.

One such line may be the reference of a case in any document. In minutes they count on from one to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from extractor.lexicon import load_toml, words
from extractor.structure.outline import Block, Paragraph

FILE = "headings.toml"
LEAST_CASES = 3  # that count on
LONGEST = 120  # characters


def cases_taken_up(blocks: Iterable[Block]) -> frozenset[int]:
    """Return the indices of the lines that head the cases of a meeting; none where no three count on."""
    found = [
        (index, int(match["number"]), match["year"])
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph)
        and len(block.whole.value) <= LONGEST
        and (match := _case_line().fullmatch(block.whole.value))
    ]
    counting = sum(
        later[1] == earlier[1] + 1 and later[2] == earlier[2] for earlier, later in pairwise(found)
    )
    return frozenset(index for index, *_ in found) if counting + 1 >= LEAST_CASES else frozenset()


@cache
def _case_line() -> re.Pattern[str]:
    """Return the pattern of such a line: it does not end as a sentence does."""
    leads = "|".join(map(re.escape, words(load_toml(FILE)["headings"], "item", file=FILE)))
    number = r"(?P<number>\d{1,3})[/-](?P<year>\d{2}(?:\d{2})?)"
    return re.compile(rf"(?i:{leads})[ -]?{number}\s*[:–-]?\s+(?-i:[A-ZÆØÅ«\"]).*[^.,;]")
