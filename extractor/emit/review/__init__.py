"""A page on which a reader goes through all that was found in a plan, and corrects it.

One file, no network: beside the pictures of the pages, or the text of a document without pages, stands the list of what
was found. What the reader says of it can be downloaded as JSON (`schemas.corrections`). Sheets are written one after
the other, each as data of its own that the browser reads when the sheet comes into view, so that a plan of hundreds of
pages takes no more memory than one of ten, here and there. As on the comparison page, text from documents reaches the
page as data only, and the content security policy allows our own script and style and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache

from extractor.emit.jsonfile import write_chunks
from extractor.emit.page.content import as_data
from extractor.emit.page.parts import allowed, asset, template
from extractor.emit.plain import plain
from extractor.emit.review.content import page_sheets, plan_data, review_labels, text_sheets
from extractor.emit.sheets.sheet import Language
from schemas import Plan
from schemas.corrections import Corrections

__all__ = ["page_sheets", "text_sheets", "write_review"]

PACKAGE = "extractor.emit.review"
# In the order in which they are run: each uses only what stands before it, until `review` begins to draw.
SCRIPTS = (
    "digest", "state", "entries", "sheets", "boxes", "texts", "list", "details", "form", "selection", "files", "keys",
    "review",
)  # fmt: skip
SHEETS = "<!--sheets-->"  # where they stand in the template


def write_review(
    plan: Plan,
    sheets: Iterable[str],
    path: str | os.PathLike[str],
    *,
    name: str,
    language: Language = "nb",
    corrections: Corrections | None = None,
) -> None:
    """Write the page, whole or not at all.

    Args:
        plan: as it was read, without corrections.
        sheets: from `page_sheets` or `text_sheets`.
        path: where the page goes.
        name: what files with corrections begin with.
        language: of the words around the plan.
        corrections: what was said of the plan before.

    Raises:
        ExtractorError: the place cannot be written to.
    """
    write_chunks(review_parts(plan, sheets, name=name, language=language, corrections=corrections), path)


def review_parts(
    plan: Plan,
    sheets: Iterable[str],
    *,
    name: str,
    language: Language = "nb",
    corrections: Corrections | None = None,
) -> Iterator[bytes]:
    """Yield the page piece by piece; arguments are those of `write_review`."""
    labels = review_labels(language)
    called = plain(plan.title or plan.source.filename)
    page = template("review.html", PACKAGE).render(
        language=language,
        labels=labels,
        title=str(labels["page_title"]).format(name=called),
        filename=plan.source.filename,
        tool=plan.source.tool,
        **allowed(script=_script(), style=_style()),
        labels_json=as_data(labels | {"language": language}),
        plan_json=plan_data(plan, name=name, language=language, corrections=corrections),
        standard=plan.source.language,
        has_pages=plan.source.page_count is not None,
    )
    head, _, tail = page.partition(SHEETS)
    yield head.encode("utf-8")
    for sheet in sheets:
        yield f'<script type="application/json" class="sheet-data">{sheet}</script>\n'.encode()
    yield tail.encode("utf-8")


@cache
def _script() -> str:
    parts = "\n".join([asset("dom.js"), *(asset(f"{name}.js", PACKAGE) for name in SCRIPTS)])
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


@cache
def _style() -> str:
    return "\n".join(
        [
            asset("base.css"),
            *(asset(f"{name}.css", PACKAGE) for name in ("review", "document", "items", "paper")),
        ]
    )
