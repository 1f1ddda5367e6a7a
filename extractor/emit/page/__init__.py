"""A comparison as one web page: all views, no network, nothing beside the file.

The page holds the comparison once, as JSON that the browser only reads as data, and small scripts that draw one view
at a time from it. Its own content security policy allows these scripts and this style sheet by their hashes and
nothing else: no request leaves the page, and text from documents can become neither mark-up nor script. Where
scripts are switched off, few plans are shown as plain tables.
"""

from __future__ import annotations

import os
from functools import cache

from extractor.emit.documents import how_many, told_twice
from extractor.emit.jsonfile import write_text
from extractor.emit.page.content import as_data, comparison_data
from extractor.emit.page.labels import page_labels
from extractor.emit.page.parts import allowed, asset, template
from extractor.emit.page.tables import plain_tables
from extractor.emit.sheets.sheet import Language
from schemas.comparison import Comparison

VIEWS = ("overview", "themes", "side", "goals", "responsible", "timeline", "completeness", "reading")
# In the order in which they are run: each uses only what stands before it, until `page` begins to draw.
SCRIPTS = (
    "dom", "data", "state", "panel", "matrix", "overview", "themes", "aligned", "apart", "goals", "timeline",
    "completeness", "reading", "filters", "page",
)  # fmt: skip
STYLES = ("base", "tables", "views", "panel", "small", "paper")  # later ones win
MARK = '<meta name="application-name" content="planuttrekk">'  # tells a page of ours from a plan in HTML
PLAIN_UP_TO = 20  # plans: more make no table that anybody can read without filters


def write_page(comparison: Comparison, path: str | os.PathLike[str], *, language: Language = "nb") -> None:
    """Write a comparison as a page, whole or not at all.

    Raises:
        ExtractorError: the place cannot be written to.
    """
    write_text(page(comparison, language=language), path)


def page(comparison: Comparison, *, language: Language = "nb") -> str:
    """Return a comparison as HTML; `language` is that of the words around the plans."""
    labels = page_labels(language)
    tables = plain_tables(comparison, labels, language) if len(comparison.plans) <= PLAIN_UP_TO else None
    title = labels["page_title"].format(documents=how_many(comparison.plans, labels))
    return template("page.html").render(
        language=language,
        labels=labels,
        views=VIEWS,
        title=title,
        tool=comparison.tool,
        note=told_twice(comparison, labels),
        tables=tables,
        **allowed(script=_script(), style=joined_styles()),
        labels_json=as_data(labels | {"language": language, "title": title}),
        comparison_json=comparison_data(comparison),
    )


def joined_styles(*more: str) -> str:
    """Return the style sheets that all pages about plans share, and more behind them."""
    return "\n".join(asset(f"{name}.css") for name in (*STYLES, *more))


@cache
def _script() -> str:
    parts = "\n".join(asset(f"{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'
