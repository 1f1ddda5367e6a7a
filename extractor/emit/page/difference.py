"""Two plans of one kommune as one web page: what became of each goal and tiltak, word by word.

The page has no scripts and asks for nothing from elsewhere; its content security policy allows its own style sheet and
nothing more. Struck and new words are marked by colour, by line, and by a word for those who listen.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

from extractor.emit.differences.told import (
    FATES,
    Change,
    Language,
    Words,
    diff_words,
    facts,
    is_changed,
    place,
    summary_lines,
    title,
)
from extractor.emit.jsonfile import write_text
from extractor.emit.page import joined_styles
from extractor.emit.page.parts import allowed, template
from extractor.emit.page.tables import link
from extractor.emit.plain import plain
from schemas.comparison import ComparedGoal, ComparedPlan, ComparedTiltak
from schemas.diff import Diff


def write_diff_page(diff: Diff, path: str | os.PathLike[str], *, language: Language = "nb") -> None:
    """Write what is different between two plans as a page, whole or not at all.

    Raises:
        ExtractorError: the place cannot be written to.
    """
    write_text(diff_page(diff, language=language), path)


def diff_page(diff: Diff, *, language: Language = "nb") -> str:
    """Return what is different between two plans as HTML; `language` is that of the words around them."""
    words = diff_words(language)
    sides = ((words["old"], diff.old), (words["new"], diff.new))
    return template("diff.html").render(
        language=language,
        words=words,
        title=title(diff, words),
        tool=diff.tool,
        **allowed(style=joined_styles("diff")),
        notes=[words["diagnostics"][note.code] for note in diff.notes],
        different=diff.summary.differences,
        plans=[_plan(name, plan) for name, plan in sides],
        standards=[plan.language for _, plan in sides],
        counts=[_count(fate, diff, words) for fate in FATES],
        facts=[(name, count) for name, count in summary_lines(diff, words) if count],
        groups=[_group(kind, getattr(diff, kind), diff, words) for kind in ("goals", "tiltak")],
    )


def _plan(name: str, plan: ComparedPlan) -> dict[str, str]:
    label = " – ".join(plain(part) for part in (plan.label, plan.title) if part)
    return {"side": name, "name": label, "file": plain(plan.filename), "link": link(plan, None)}


def _count(fate: str, diff: Diff, words: Words) -> tuple[str, int, int]:
    return words["fates"][fate], getattr(diff.summary.goals, fate), getattr(diff.summary.tiltak, fate)


def _group(kind: str, changes: Sequence[Change], diff: Diff, words: Words) -> dict[str, Any]:
    return {
        "id": kind,
        "name": words[kind],
        "changed": [_change(change, diff, words) for change in changes if is_changed(change)],
        "unchanged": [_change(change, diff, words) for change in changes if not is_changed(change)],
    }


def _change(change: Change, diff: Diff, words: Words) -> dict[str, Any]:
    return {
        "id": change.id,
        "kind": change.kind,
        "percent": round(100 * change.similarity) if change.redline and change.similarity else None,
        "runs": [{"kind": run.kind, "text": plain(run.text)} for run in change.redline],
        "old": list(_said(change.old, diff.old, words)),
        "new": list(_said(change.new, diff.new, words)),
        "facts": list(facts(change, words)),
    }


def _said(
    items: Sequence[ComparedGoal] | Sequence[ComparedTiltak], plan: ComparedPlan, words: Words
) -> Iterator[dict[str, str]]:
    """Yield the wording of items and where it stands."""
    for item in items:
        where = place(item, words)
        yield {"text": plain(item.text), "where": where, "link": link(plan, item.place.page)}
