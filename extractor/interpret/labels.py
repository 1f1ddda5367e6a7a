"""Labels in front of a colon: «Ansvarleg: Rektor», «Frist: 2015», «Lokalt mål:».

One paragraph may hold several («Ansvar: NAV. Frist: 2015»), and text may stand before the first of them
(«Opne kafé. Ansvar: Kultur»). What a label means is the register of column titles and goal words. «Ansvarleg er
rektor.» is a label in words. Behind a party a time may stand without its own label («Ansvar: NAV. Løpende.»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from extractor.document import Text
from extractor.interpret.goalwords import goal_kind, reads_like_goal
from extractor.interpret.times import time_behind
from extractor.lexicon import load_toml, words
from extractor.structure.columns import column_roles
from schemas.promises import GoalKind

LONGEST_LABEL = 60  # characters
LABEL_WORDS = 8
TIME_WORDS = 6  # of an unlabelled line that tells when
LEADING = re.compile(r"(?P<label>[^\W\d_][^:;!?]{1,60}?)\s?:(?!\d)(?=\s|$|[A-ZÆØÅ«\"“”])")
FIELD_ROLES = ("responsible", "time", "deadline", "cost", "status", "partner", "funding", "target", "comment")
BARE_GOALS = ("vision", "main_goal", "sub_goal", "local_goal", "national_goal", "strategy", "goal")
ALL_OF_THEM = re.compile(r"\b(?:alle|samtlige|samtlege)\b", re.IGNORECASE)
RIBBON = re.compile(
    r"(?P<label>[A-ZÆØÅ]{3,}(?:\s\d+(?:\.\d+)*)?|(?:[Hh]oved|[Hh]ovud|[Dd]el)?[Mm]ål(?:\s\d+(?:\.\d+)*)?)\s"
    r"(?=Å\s[a-zæøå]|«?[A-ZÆØÅ][a-zæøå])"
)
RIBBON_WORDS = 4  # of the goal behind it, at least
RANGE = re.compile(
    r"\bfor\s(?:(?:punkt(?:a|ene)?|pkt\.?|tiltak(?:a|ene)?|nr\.?)\s)?([a-zæøå]|\d{1,2})\s?(?:[-–]|til)\s?([a-zæøå]|\d{1,2})$"
)  # «Ansvar for a–c»
WORDED = re.compile(
    r"(?:(?<=[.!?]\s)|\A)(?P<label>(?:Hoved|Hovud)?[Aa]nsvarl[ei]ge?"
    r"(?:\sfor\s(?:dette|tiltaket|gjennomføring(?:a|en)?|oppfølging(?:a|en)?|oppfylging(?:a|en)?))?)\s(?:er|blir|vert)\s(?=[^.]{3,90}\.)"
)


@dataclass(slots=True, frozen=True)
class Label:
    """One label and what stands behind it."""

    roles: tuple[str, ...]  # of column titles; ("goal",) and ("measure",) too
    title: str
    value: Text
    goal_kind: GoalKind | None = None
    bare: bool = False  # alone on its line and without colon: the title of a column that was lost
    worded: bool = False  # a sentence without colon: «Ansvarleg er …»

    @property
    def for_all(self) -> bool:
        """Whether it says that it holds for all tiltak («Ansvarleg for alle tiltaka under mål 3»)."""
        return bool(ALL_OF_THEM.search(self.title))

    @property
    def numbers(self) -> tuple[str, str] | None:
        """The first and the last item that it says it holds for («Ansvar for a–c»)."""
        named = RANGE.search(self.title)
        return (named[1], named[2]) if named else None

    @property
    def names_start(self) -> bool:
        """Whether it says when a tiltak begins: «Oppstart: 2013»."""
        return self.title.casefold() in words(load_toml("columns.toml"), "onset", file="columns.toml")

    @property
    def shares(self) -> bool:
        """Whether it names one more who is responsible: «Medansvar: NAV»."""
        return self.title.casefold().startswith("medansvar")

    @property
    def is_field(self) -> bool:
        """Whether it tells something of a tiltak: who, when, what it costs."""
        return any(role in FIELD_ROLES for role in self.roles)


def read_labels(text: Text, *, below: bool = False) -> tuple[Text, list[Label]]:
    """Return what stands before the first label, and the labels; no labels where the text has none.

    Args:
        text: a paragraph.
        below: it stands right below labels, where «Gjennomføres årlig.» says when without one.
    """
    roles = _bare_title(text.value)
    if roles:
        title = text.value.strip(" :")
        nothing = text.slice(0, 0)
        return nothing, [Label(roles, title, nothing, goal_kind(title), not text.value.endswith(":"))]
    ribbon = _ribbon(text)
    if ribbon:
        return text.slice(0, 0), [ribbon]
    starts = _label_starts(text.value)
    if not starts:
        time = _closing_time(text) if below else None
        return (text.slice(0, 0), [time]) if time else (text, [])
    labels = []
    for (start, end, behind), following in zip(starts, [*starts[1:], None], strict=True):
        title = text.value[start:end].strip(" (")
        value = _trimmed(text.slice(behind, following[0] if following else len(text.value)))
        if following and value.value.endswith("."):
            value = value.slice(0, len(value.value) - 1)
        labels.append(Label(_roles(title), title, value, goal_kind(title), worded=text.value[end] != ":"))
    return _trimmed(text.slice(0, starts[0][0])), _with_time(labels)


def _ribbon(text: Text) -> Label | None:
    """Read «MÅL Alle skal ha ein ven.», set apart in print and not by a colon: a goal behind its word."""
    found = RIBBON.match(text.value)
    kind = goal_kind(found["label"]) if found else None
    if found is None or kind is None:
        return None
    value = text.slice(found.end())
    said = len(value.value.split()) >= RIBBON_WORDS and reads_like_goal(value.value, kind)
    return Label(("goal",), found["label"], value, kind) if said else None


def _with_time(labels: list[Label]) -> list[Label]:
    """Split a time without label off the parties before it, where no other label tells the time."""
    if any({"time", "deadline"} & set(label.roles) for label in labels):
        return labels
    for index, label in enumerate(labels):
        found = time_behind(label.value.value) if "responsible" in label.roles else None
        if found:
            party, time = label.value.slice(0, found[0]), label.value.slice(found[1])
            told = [replace(label, value=party), Label(("time",), "", _trimmed(_unbracketed(time)))]
            return [*labels[:index], *told, *labels[index + 1 :]]
    return labels


def _unbracketed(text: Text) -> Text:
    return text.slice(1, len(text.value.rstrip(" .")) - 1) if text.value.startswith("(") else text


def _closing_time(text: Text) -> Label | None:
    """Read a line below labels that tells when without a label: «Gjennomføres årlig.», «Skal vere ferdig i 2024.»."""
    verb = _time_verb().match(text.value)
    rest = text.value[verb.end() :] if verb else ""
    if (
        verb is None
        or not 0 < len(rest.split()) <= TIME_WORDS
        or (verb["open"] and not re.search(r"\d", rest))
    ):
        return None
    return Label(("time",), verb["verb"], text.slice(verb.start("when"), len(text.value)))


@cache
def _time_verb() -> re.Pattern[str]:
    """«open» is a preposition that may lead to anything («Gjennomføres av rektor»): only a figure makes it a time."""
    verbs = "|".join(
        re.escape(verb) for verb in words(load_toml("columns.toml"), "when", file="columns.toml")
    )
    return re.compile(
        rf"(?P<verb>{verbs})\s(?=(?P<when>(?P<open>av|i|på|med|ved|til|for|om)?))", re.IGNORECASE
    )


def _bare_title(value: str) -> tuple[str, ...]:
    """A title alone on its line, with or without colon: «Tiltak», «Ansvarlig», «Lokale mål:»."""
    if len(value.split()) > 4 or not value[:1].isupper() or value.endswith((".", ",")):
        return ()
    roles = _roles(value)
    telling = {"goal", "measure", "responsible", "deadline", "time"} & set(roles)
    exact = value.endswith(":") or value.strip(" :").casefold() in _bare_titles()
    return roles if telling and exact else ()


@cache
def _bare_titles() -> frozenset[str]:
    """Titles that may stand alone on a line: of columns, where a table lost its columns, and «Mål»."""
    table = load_toml("columns.toml")["columns"]
    kinds = load_toml("goals.toml")["kinds"]
    goals = [title for kind in BARE_GOALS for title in words(kinds, kind, file="goals.toml")]
    titles = [
        title
        for role in ("responsible", "deadline", "measure")
        for title in words(table, role, file="columns.toml")
    ]
    return frozenset(titles + goals) | {"tid", "tidsplan", "tidsramme", "tidsrom", "når", "tidspunkt"}


def _label_starts(value: str) -> list[tuple[int, int, int]]:
    """Return (start, end, start of what it tells) of each label."""
    starts = []
    inline = list(_inline_labels(value)) if ":" in value else []
    closed = {match.end() for match in inline if value[: match.start()].rstrip().endswith((".", "("))}
    lead = LEADING.match(value)
    if lead and len(lead["label"].split()) <= LABEL_WORDS and _roles(lead["label"]):
        colon = lead.end("label") + value[lead.end("label") :].index(":")
        if colon + 1 not in closed:  # «Omtale i avisa. Ansvar:» is no label of that length
            starts.append((0, colon, colon + 1))
    for match in inline:
        if not starts or match.start() > starts[-1][1]:
            starts.append((match.start(), match.end() - 1, match.end()))
    worded = WORDED.search(value, 0, starts[0][0] if starts else len(value))
    return [(worded.start(), worded.end("label"), worded.end()), *starts] if worded else starts


def _roles(title: str) -> tuple[str, ...]:
    folded = title.strip(" :(*").casefold()
    if folded in _measure_words():
        return ("measure",)
    if goal_kind(title):
        return ("goal",)
    return column_roles(title)


@cache
def _measure_words() -> frozenset[str]:
    return frozenset(words(load_toml("goals.toml"), "measures", file="goals.toml"))


def _inline_labels(value: str) -> Iterator[re.Match[str]]:
    """Yield titles of fields in the middle of a paragraph, colon behind: capital first, or in brackets."""
    pattern, capitals = _inline_pattern()
    found = pattern.search(value)
    while found:
        title = found["label"].partition("/")[0].rstrip()
        bracketed = value[found.start() - 1] == "("
        behind_comma = value[found.start() - 2] == ","
        if bracketed or title in capitals or (behind_comma and _is_in_brackets(value[: found.start()])):
            yield found
            found = pattern.search(value, found.end())
        else:
            found = pattern.search(value, found.start() + 1)


def _is_in_brackets(before: str) -> bool:
    return before.count("(") > before.count(")")


@cache
def _inline_pattern() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return what finds titles of fields («Ansvar/frist:») before colons, and those titles with a capital."""
    table = load_toml("columns.toml")["columns"]
    titles = {
        title
        for role in ("responsible", "deadline", "time", "cost", "partner", "status")
        for title in words(table, role, file="columns.toml")
        if len(title) > 2 and title not in {"status", "start", "slutt", "sum", "drift", "samarbeid", "år"}
    }
    simple = "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True))
    pattern = rf"(?:(?<=\()|(?<=\S\s))(?P<label>(?:{simple})(?:\s?/\s?(?:{simple}))?)\s?:(?=\s|$)"
    return re.compile(pattern, re.IGNORECASE), frozenset(title[0].upper() + title[1:] for title in titles)


def _trimmed(text: Text) -> Text:
    """Drop the comma, bracket or dash that separates one label from the next."""
    value = text.value.rstrip(" ,;–-(")
    if value.endswith(").") and value.count(")") > value.count("("):
        value = value[:-1]
    if value.endswith(")") and value.count(")") > value.count("("):
        value = value[:-1].rstrip()
    return text.slice(0, len(value))
