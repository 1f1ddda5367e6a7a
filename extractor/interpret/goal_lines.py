"""Goals that stand one to a line below «Mål», without bullets.

The first paragraph below a heading of goals is a goal when it reads like one; the lines below it may as well explain
it. So further lines count only where each of them is one sentence that wishes for something: it says what shall be,
begins with «Flere», «Ingen» or the like, or with what is to be done («Redusere …»); strategies begin with who acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.document import Table
from extractor.interpret.goalwords import is_about_goals
from extractor.interpret.labels import read_labels
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Paragraph
from extractor.structure.title_forms import FINITE_VERB
from schemas.promises import GoalKind

LISTED = frozenset({"main_goal", "goal", "sub_goal", "local_goal", "national_goal", "strategy"})
LONGEST_LINE = 180  # characters
APART = 0.9  # empty lines: what stands so far below is something new
LEAST_LINES = 2
SHALL = re.compile(r"\b(?:skal|vil|må|bør)\b")
PAST = re.compile(r"\b(?:var|hadde|ble|blei|vart|i dag|har vært|har vore)\b", re.IGNORECASE)
SEVERAL_SENTENCES = re.compile(r"[.!?]\s+[A-ZÆØÅ]")
TO_DO = re.compile(r"(?:Å\s\w+|[A-ZÆØÅ]\w+(?:e|a)|Få|Gi|Nå|Se|Sjå)\s")
WHO_ACTS = re.compile(r"(?:Vi|Me|Kommunen|Heradet|Byen)\s\w")


def goal_lines(blocks: Sequence[Paragraph | Table], index: int, kind: GoalKind) -> list[Paragraph]:
    """Return the lines from `index` on that are goals of `kind`, one each; none where fewer than two are."""
    run: list[Paragraph] = []
    for at in range(index, len(blocks) if kind in LISTED else index):
        block = blocks[at]
        if isinstance(block, Table) or block.is_item or (run and block.gap > APART):
            break
        if not _wishes(block.text.value, kind) or read_labels(block.text)[1]:
            break
        run.append(block)
    return run if len(run) >= LEAST_LINES else []


def _wishes(value: str, kind: GoalKind) -> bool:
    if len(value) > LONGEST_LINE or value.endswith(":") or len(value.split()) < LEAST_LINES:
        return False
    if SEVERAL_SENTENCES.search(value) or PAST.search(value) or is_about_goals(value):
        return False
    if SHALL.search(value) or _openers().match(value) or (kind == "strategy" and WHO_ACTS.match(value)):
        return True
    return bool(TO_DO.match(value)) and not FINITE_VERB.search(value)


@cache
def _openers() -> re.Pattern[str]:
    choices = "|".join(map(re.escape, words(load_toml("goals.toml"), "wishes", file="goals.toml")))
    return re.compile(rf"(?:{choices})\b", re.IGNORECASE)
