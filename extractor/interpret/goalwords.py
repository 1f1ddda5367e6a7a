"""How goals are announced and worded."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import load_toml, words
from schemas.promises import GoalKind

KINDS: tuple[GoalKind, ...] = (
    "vision", "main_goal", "sub_goal", "local_goal", "national_goal", "focus_area", "strategy", "goal"
)  # fmt: skip
LONGEST_GOAL = 420  # characters
FAR_IN = 20  # characters: whose goal it is stands near the beginning of the sentence
STATED = re.compile(r"\bmål(?:et|a|ene|setting\w*|setning\w*|setjing\w*)?\b")
REFERRED = re.compile(
    r"(?:(?:Nye\s)?[Tt]iltak(?:ene|a)?\s)?(?:[Tt]il|[Ff]or|[Uu]nder|[Kk]nytt(?:et|a)?\stil)\s"
    r"(?P<kind>\w*mål\w*)\s(?:nr\.?\s)?(?P<number>\d+(?:\.\d+)*|[a-h])"
)  # «Til mål 1», «Tiltak under delmål 2.1»
WE = re.compile(r"\bme\b")
LABEL_TAIL = re.compile(r"\s*(?:\d+(?:\.\d+)*|for\b.*|i\b.*|med\b.*|\(.*\)|er|nr\.? ?\d+)?\s*$")

# «Mål med planen er å …», «Det er eit mål at …», «Kommunen har som mål å …»
VISION = re.compile(
    r"(?:Vår\s)?[Vv]isjon(?:en)?(?:\s(?:vår|for|til)[^.:]{0,60}?)?\ser\s(?:at\b|å\b|et\b|eit\b|ein\b|en\b|[«\"“”](?=[^«»]{8,120}[»\"“”]\.?$))"
)
WISHES = re.compile(
    r"\b(?:vil|ønsker|ønskjer|ynskjer)\s(?:(?:vi|me|kommunen|heradet|[A-ZÆØÅ]\w+\skommune)\s)?at\s*:?$"
)
MAIN_GOAL = re.compile(
    r"(?:Det\s)?(?:[Hh]oved|[Hh]ovud|[Oo]verordna?\w*\s)[Mm]ål(?:et|s\w+)?(?:\s(?:med|for|i|til)\s[^.:]{3,90}?)?\ser\s(?:å|at)\b"
    r"|Mål(?:et|settinga?|settingen|setjinga?|setning(?:en)?)?\smed\s(?:denne\s)?\w*plan\w*\ser\s(?:å|at)\b"
)
GOAL = re.compile(
    r"Mål(?:et|settinga?|settingen|setjinga?|setning(?:en)?)?(?:\s(?:med|for|i|på|til)\s[^.:]{3,90}?)?\ser\s(?:å|at)\b"
    r"|Det\ser\s(?:også\s|og\s|òg\s|dessuten\s|derfor\s|difor\s|likevel\s|samtidig\s)?"
    r"(?:et|eit|kommunens)\s(?:\w+\s){0,2}mål(?:setting|setjing)?\s(?:for\s[^.]{3,60}?\s)?(?:å|at)\b"
    r"|(?:[A-ZÆØÅ][\w-]*\s){1,4}(?:[Kk]ommune\w*\s)?har\s(?:også\s|òg\s)?som\s(?:\w+\s)?mål(?:setting|setjing)?\s(?:å|at)\b"
    r"|(?:Kommunen|Heradet|Byen|Bystyret|Vi|Planen)\shar\s(?:også\s|òg\s)?som\s(?:\w+\s)?mål(?:setting|setjing)?\s(?:å|at)\b"
    r"|(?:Rådmannen|Kommunedirektøren|Kommunestyret|Formannskapet|Arbeidsgruppa|Arbeidsgruppen)\s\w+"
    r"\s(?:at\s)?det\s(?:er|skal vere|skal være)\s(?:et|eit)\smål\s(?:å|at)\b"
)
GOAL_VERB = re.compile(
    r"\b(?:skal|vil|ønsker|ønskjer|ynskjer|er|har|får|vokser|veks|opplever|opplev|kan|tar|tek|lever|trives|trivst|"
    r"blir|vert|deltar|deltek|mestrer|meistrar)\b"
)
INFINITIVE = re.compile(
    r"(?:Å\s)?[A-ZÆØÅa-zæøå]+(?:e|a|re|gjøre|gjere|få|gi|gje|ha|nå|se|sjå|ta)\b", re.IGNORECASE
)
QUOTED = re.compile(r"\s*[«\"“”][^«»\"“”]{8,200}[»\"“”]\.?\s*")


def goal_kind(title: str) -> GoalKind | None:
    """Return the kind of goal that a title or label announces; None where it announces none.

    The whole title must be the word, with a number or a short tail behind it («Delmål 1.2», «Mål for perioden»).
    """
    folded = _with_vi(" ".join(title.strip(" :*?").casefold().split()))
    for opening, kind in _kind_words_by_letter().get(folded[:1], ()):
        if folded.startswith(opening) and LABEL_TAIL.fullmatch(folded[len(opening) :]):
            return kind
    return None


def referred_goal(lead_in: str) -> tuple[GoalKind, str] | None:
    """Return kind and number of the goal that a lead-in such as «Tiltak til delmål 2» refers to."""
    found = REFERRED.fullmatch(lead_in.strip(" :."))
    kind = goal_kind(found["kind"]) if found else None
    return (kind, found["number"]) if found and kind else None


def announced_kind(sentence: str) -> GoalKind | None:
    """Return the kind named last in a lead-in such as «… skal kommunen arbeide etter disse strategiene:»."""
    folded = _with_vi(sentence.casefold())
    if not _any_kind_word().search(folded):
        return None
    best: tuple[int, int, GoalKind] | None = None
    for word, kind in _kind_words():
        if word not in folded:
            continue
        for match in _whole_word(word).finditer(folded):
            found = (match.end(), match.end() - match.start(), kind)
            best = found if best is None or found[:2] > best[:2] else best
    return best[2] if best else None


def is_about_goals(sentence: str) -> bool:
    """Whether a sentence speaks of goals and plans without being a goal."""
    return bool(_about_pattern().search(sentence.casefold()))


def is_of_the_state(sentence: str) -> bool:
    """Whether a sentence names the state, whose goals are not the kommune's own."""
    return bool(_state_pattern().search(sentence.casefold()))


def is_goal_of_the_state(sentence: str) -> bool:
    """Whether a sentence says what the state has as its goal: «Regjeringens mål for området er å …»."""
    head, verb, _ = sentence.casefold().partition(" er ")
    head = head if verb else sentence.casefold()
    who = _state_pattern().search(head)
    return bool(who and who.start() <= FAR_IN and STATED.search(head))


def goal_sentence(sentence: str) -> GoalKind | None:
    """Return the kind of goal that a sentence states by its own words."""
    if VISION.match(sentence):
        return "vision"
    if MAIN_GOAL.match(sentence):
        return "main_goal"
    return "goal" if GOAL.match(sentence) else None


def reads_like_goal(text: str, kind: GoalKind) -> bool:
    """Whether running text below a goal heading is the goal, and not talk about it."""
    if len(text) > LONGEST_GOAL or text.endswith(":"):
        return False
    if QUOTED.fullmatch(text):
        return True
    if is_about_goals(text):
        return False
    if kind in {"vision", "focus_area"}:
        return len(text.split()) <= 30
    return bool(GOAL_VERB.search(text) or INFINITIVE.match(text))


def wishes(lead_in: str) -> bool:
    """Whether a lead-in goes on with what is wanted: «I planperioden vil vi at»."""
    return bool(WISHES.search(lead_in))


def goals_follow(lead_in: str) -> bool:
    """Whether a lead-in below a goal heading still speaks of what is wanted («Slik vil vi ha det i 2030:»)."""
    return bool(_any_of("goals_follow").search(lead_in.casefold()))


def _with_vi(folded: str) -> str:
    """Nynorsk has both «vi» and «me»; the word lists have the first."""
    return WE.sub("vi", folded)


@cache
def _kind_words() -> tuple[tuple[str, GoalKind], ...]:
    table = load_toml("goals.toml")["kinds"]
    pairs = [(word, kind) for kind in KINDS for word in words(table, kind, file="goals.toml")]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _kind_words_by_letter() -> dict[str, list[tuple[str, GoalKind]]]:
    """Return the words for goals by their first letters: every line of a plan is compared with them."""
    found: dict[str, list[tuple[str, GoalKind]]] = {}
    for word, kind in _kind_words():
        found.setdefault(word[0], []).append((word, kind))
    return found


@cache
def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


@cache
def _any_kind_word() -> re.Pattern[str]:
    """Tell at once that a sentence names no goal, as most do not."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word, _ in _kind_words())})(?!\w)")


@cache
def _about_pattern() -> re.Pattern[str]:
    return _any_of("about_goals")


@cache
def _state_pattern() -> re.Pattern[str]:
    return _any_of("state")


def _any_of(key: str) -> re.Pattern[str]:
    choices = "|".join(map(re.escape, words(load_toml("goals.toml"), key, file="goals.toml")))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")
