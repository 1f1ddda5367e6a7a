"""How a document speaks of itself: «planen», «denne planen», and the name that its cover gives it."""

from __future__ import annotations

import re

from extractor.interpret.cover import cover_lines, running_lines
from extractor.interpret.wording import any_word, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline

_COMPOUND = re.compile(r"(?<!\w)[\w-]{3,}(?:plan|strategi|program)(?!\w)")
_PART = re.compile(r"\W*(?P<name>(?:handlings|tiltaks|strategi|samfunns|areal)del)(?!\w)")


def own_subjects(outline: Outline, *, parts: bool) -> re.Pattern[str]:
    """Return a pattern for the words that mean this plan, or with `parts` one of its parts («tiltaksdelen»).

    «Trafikktryggingsplanen» means the plan itself only where the cover calls it a trafikktryggingsplan; elsewhere it
    is another plan. A document that is called «Handlingsdel 2031» is itself a part, and «handlingsdelen» means it.
    """
    lines = [line.text.value for line in cover_lines(outline)] + [
        text.value for text in running_lines(outline)
    ]
    named = {found for line in lines for found in _COMPOUND.findall(fold(line))}
    named |= {found["name"] for line in lines if (found := _PART.match(fold(line)))}
    known = load_toml("decisions.toml")["subjects"]
    keys = ("whole", "parts") if parts else ("whole",)
    fixed = [word for key in keys for word in words(known, key, file="decisions.toml")]
    return any_word([*fixed, *(_definite(name) for name in named)])


def _definite(name: str) -> str:
    return name + ("met" if name.endswith("program") else "en")
