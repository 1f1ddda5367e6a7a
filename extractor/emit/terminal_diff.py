"""Two plans of one kommune in the terminal: a summary, then everything that is different.

Struck words stand in [-…-] and new ones in {+…+}, so that they are told apart without colours too.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

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
from extractor.emit.plain import plain
from extractor.emit.terminal_text import indented, safe
from schemas.comparison import ComparedGoal, ComparedTiltak
from schemas.diff import Diff, Run

_STYLES = {"dropped": "red", "new": "green", "kept": "cyan"}
_MARKS = {"deleted": ("[-", "-]", "red"), "inserted": ("{+", "+}", "green"), "same": ("", "", "")}


def show_diff(diff: Diff, console: Console, *, language: Language = "nb") -> None:
    """Print what the newer plan does with what the older one promised; what is kept as it was is only counted.

    Args:
        language: of the words around the plans.
    """
    words = diff_words(language)
    console.print(safe(title(diff, words), "bold"))
    for note in diff.notes:
        console.print(safe(f"{words['notes']}: {words['diagnostics'][note.code]}", "yellow"))
    console.print(Padding(_counts(diff, words), (1, 0, 0, 2), expand=False))
    for name, count in summary_lines(diff, words):
        if count:
            console.print(indented(safe(f"{name}: {count}")))
    if not diff.summary.differences:
        console.print(indented(safe(words["no_differences"])))
    _print_changes(console, words["goals"], diff.goals, words)
    _print_changes(console, words["tiltak"], diff.tiltak, words)


def _counts(diff: Diff, words: Words) -> Table:
    """Return how many goals and tiltak became what."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    table.add_column(safe(words["what"]), overflow="fold")
    table.add_column(safe(words["goals"]), justify="right")
    table.add_column(safe(words["tiltak"]), justify="right")
    for fate in FATES:
        counts = (str(getattr(fates, fate)) for fates in (diff.summary.goals, diff.summary.tiltak))
        table.add_row(safe(words["fates"][fate]), *counts)
    return table


def _print_changes(console: Console, name: str, changes: Sequence[Change], words: Words) -> None:
    told = [change for change in changes if is_changed(change)]
    if not told:
        return
    console.print()
    console.print(safe(f"{name} ({len(told)})", "bold cyan"))
    for change in told:
        _print_change(console, change, words)


def _print_change(console: Console, change: Change, words: Words) -> None:
    """Print what became of an item: its words with what was struck and put in, both places, and the facts."""
    fate = safe(f"{words['fates'][change.kind]}:", _STYLES.get(change.kind, "magenta"))
    items = change.new or change.old
    wording = _redline(change.redline) if change.kind == "reworded" else safe(" / ".join(_quoted(items)))
    console.print(indented(fate.append(" ").append_text(wording)))
    if change.kind in ("split", "merged"):
        console.print(indented(safe(f"{words['old']}: " + " / ".join(_quoted(change.old)), "dim"), 6))
    for side, items in ((words["old"], change.old), (words["new"], change.new)):
        if where := "; ".join(told for item in items if (told := place(item, words))):
            console.print(indented(safe(f"{side}: {where}", "dim"), 6))
    for name, fact in facts(change, words):
        console.print(indented(safe(f"{name}: {fact}"), 6))


def _quoted(items: Sequence[ComparedGoal] | Sequence[ComparedTiltak]) -> list[str]:
    return [f"«{item.text}»" for item in items]


def _redline(runs: Sequence[Run]) -> Text:
    text = Text(overflow="fold")
    for run in runs:
        before, after, style = _MARKS[run.kind]
        text.append(f"{before}{plain(run.text)}{after}", style)
        text.append(" ")
    text.rstrip()
    return text
