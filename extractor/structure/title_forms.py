"""What a title looks like: how a line reads by itself, before its neighbours and its number are asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from extractor.lexicon import load_toml, words
from extractor.structure.columns import column_roles
from extractor.structure.numbering import label_words, read_numbering
from extractor.structure.outline import Block, Paragraph

LONGEST_TITLE = 130  # characters
LONGEST_TITLE_WORDS = 16
PLAIN_TITLE_WORDS = 7  # a title that neither number nor type sets off is short
LONGEST_COLUMN = 15  # cells of a column that was taken out of its table
RUNNING_TEXT_WORDS = 7  # a paragraph this long is text, not a line of the cover
LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
CASE_NUMBER = re.compile(r"^[a-zæøå]{0,5}[\s.-]*(?:sak\s*)?\d{1,4}/\d{2,4}[\s:.-]*")  # of a folded title
MEETING = re.compile(
    r"(?:vedtak i |behandling i |handsaming i )?(?P<body>[a-zæøå][\w, -]{3,60}?),?\s(?:den\s)?"
    r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}"
)
COMMITTEES = (
    "utvalg",
    "utvalget",
    "utval",
    "utvalet",
    "nemnd",
    "nemnda",
    "komite",
    "komité",
    "komiteen",
    "komitéen",
)
NAMES_THE_PLAN = re.compile(
    r"\b(?:\w*plan(?:en)?|\w*strategi(?:en)?|\w*program(?:met)?|kommune|herad)\b", re.IGNORECASE
)
ASKS = re.compile(r"(?:om|hva|kva|hvorfor|kvifor|hvordan|korleis)\s", re.IGNORECASE)
LABEL_IN_BRACKET = re.compile(r"\([^()]{2,30}:\s[^()]*\)\.?$")
SENTENCE_END = re.compile(r"[.!?»”]\s*$")
FINITE_VERB = re.compile(
    r"\b(?:er|var|har|hadde|skal|skulle|vil|ville|kan|kunne|må|måtte|bør|burde|blir|ble|vert|vart|blei|får|fekk|fikk|"
    r"gir|gjev|gis|ligg|ligger|legg|legger|gjeld|gjelder|kjem|kommer|følg|følger)\b"
)


@cache
def known_titles(kind: str) -> frozenset[str]:
    """Return the chapter titles of a kind (top, chapter, case), folded."""
    return frozenset(words(load_toml("headings.toml")["headings"], kind, file="headings.toml"))


def bare_title(paragraph: Paragraph) -> str:
    """Return the title folded, without colon and number."""
    value = paragraph.whole.value
    return value[read_numbering(paragraph.whole).title_start :].strip(" :.").casefold()


def is_case_title(paragraph: Paragraph) -> bool:
    """Whether a line names a part of a case document.

    Also «Forslag til vedtak fra kommunedirektøren» and, with the number of the case, «KS-019/23 Vedtak:».
    """
    bare = CASE_NUMBER.sub("", bare_title(paragraph))
    known = known_titles("case")
    if bare in known or bare.split(" (")[0] in known:
        return True
    return len(bare.split()) <= 8 and any(
        bare.startswith(title + " ") for title in known if " til vedtak" in title
    )


def is_case_title_of(paragraph: Paragraph) -> bool:
    """Whether a title says what a known part is about: «Sammendrag av høringsuttalelsene»."""
    bare = bare_title(paragraph)
    return any(
        bare.startswith((title + " av ", title + " frå ", title + " fra ")) for title in known_titles("case")
    )


def is_meeting_title(paragraph: Paragraph) -> bool:
    """«Kommunestyret 07.03.2023:» heads what a body did with the case."""
    found = MEETING.fullmatch(bare_title(paragraph))
    return bool(found and (found["body"] in _bodies() or found["body"].split()[-1].endswith(COMMITTEES)))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(words(load_toml("headings.toml")["headings"], "bodies", file="headings.toml"))


def is_labelled_title(index: int, blocks: list[Block], confirms: Callable[[str], bool]) -> bool:
    """Whether a title says in brackets who is responsible («Overgangar (ansvar: oppvekstsjef)») and heads a part.

    Such a line may as well be a tiltak; it is a title where the contents list it, or a label or table stands below.
    """
    block, below = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    value = block.whole.value if isinstance(block, Paragraph) else ""
    bracket = LABEL_IN_BRACKET.search(value)
    title = value[: bracket.start()].rstrip() if bracket else ""
    if (
        not title
        or len(title.split()) > PLAIN_TITLE_WORDS
        or FINITE_VERB.search(title)
        or title.endswith(".")
    ):
        return False
    return confirms(title) or (isinstance(below, Paragraph) and below.whole.value.endswith(":"))


def is_broken_off(value: str) -> bool:
    """Whether a line stops inside a bracket, or ends with one that holds a label («(Ansvar: rektor.)»)."""
    return value.rfind("(") > value.rfind(")") or bool(LABEL_IN_BRACKET.search(value))


def reads_like_title(paragraph: Paragraph) -> bool:
    """Whether a line is short, begins like a title and does not end like a sentence."""
    value = paragraph.whole.value
    title = value[read_numbering(paragraph.whole).title_start :]
    if not title or len(title) > LONGEST_TITLE or len(title.split()) > LONGEST_TITLE_WORDS:
        return False
    if LEADERS.search(title):
        return False
    if not (title[0].isupper() or title[0] in '«"“”' or title[0].isdigit()):
        return False
    return not (SENTENCE_END.search(title) and not title.endswith("?") and len(title.split()) > 3)


def is_label_line(paragraph: Paragraph) -> bool:
    """«Ansvar: rektor» names somebody; it is no heading though «Ansvar» may be one."""
    label, colon, rest = paragraph.whole.value.partition(":")
    if label.casefold() in label_words("appendix"):
        return False
    if not (colon and rest.strip()) or read_numbering(paragraph.whole).number:
        return False
    return len(label.split()) <= 3 or bool({"responsible", "deadline"} & set(column_roles(label)))


def is_plain_title(paragraph: Paragraph) -> bool:
    """A few words with a capital in front, alone between empty lines and without any mark: «Trygge voksne»."""
    value = paragraph.whole.value
    if (
        paragraph.is_item
        or paragraph.gap < 1
        or len(value.split()) > PLAIN_TITLE_WORDS
        or not value[0].isupper()
    ):
        return False
    return (
        not re.search(r"[.:;,!\d]$|[@|\t]", value)
        and not is_label_line(paragraph)
        and value[1:] != value[1:].upper()
    )


def may_open(paragraph: Paragraph, following: Block) -> bool:
    """Whether a line may be the first title below a cover: no name of a plan or kommune, with a sentence below."""
    value = paragraph.whole.value
    if NAMES_THE_PLAN.search(value) and not ASKS.match(value):
        return False
    if not isinstance(following, Paragraph) or following.is_item or following.gap < 1:
        return False
    below = following.whole.value
    return below.endswith(":") or (is_running_text(following) and below.endswith("."))


def is_running_text(block: Block | None) -> bool:
    """Whether a block is text and not a line of a cover or a title."""
    return isinstance(block, Paragraph) and len(block.whole.value.split()) >= RUNNING_TEXT_WORDS


def is_column_title(block: Block) -> bool:
    """Titles one below the other («Tiltak», «Ansvar», «Frist») are a table that lost its columns."""
    return isinstance(block, Paragraph) and bool(
        {"responsible", "deadline", "time"} & set(column_roles(block.whole.value))
        and len(block.whole.value) < 25
    )


def opens_columns(index: int, blocks: list[Block]) -> bool:
    """Whether a line is the first column title of a table taken apart: lines, then «Ansvarlig» alone on its line."""
    block = blocks[index]
    if not isinstance(block, Paragraph) or "measure" not in column_roles(block.whole.value):
        return False
    for below in blocks[index + 1 : index + 1 + LONGEST_COLUMN]:
        if not isinstance(below, Paragraph) or below.is_item or ":" in below.whole.value:
            return False
        if is_column_title(below) and len(below.whole.value.split()) == 1:
            return True
    return False


def is_caption(value: str) -> bool:
    """Whether a line names a table or picture."""
    return bool(re.match(r"(?:Tabell|Figur|Bilde|Bilete|Foto|Kart)\b", value))
