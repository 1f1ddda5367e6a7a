"""planuttrekk: what Norwegian municipal plans promise, as comparable data.

>>> from extractor import extract_plan
>>> plan = extract_plan("plan.pdf")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from extractor.version import __version__

if TYPE_CHECKING:
    from extractor.compare.check import check_plan as check_plan
    from extractor.compare.diff import diff_plans as diff_plans
    from extractor.compare.side_by_side import compare_plans as compare_plans
    from extractor.errors import ExtractorError as ExtractorError
    from extractor.normalise.kommuner import resolve_kommune as resolve_kommune
    from extractor.normalise.parties import split_responsible as split_responsible
    from extractor.normalise.schedule import parse_schedule as parse_schedule
    from extractor.pipeline import apply_corrections as apply_corrections
    from extractor.pipeline import extract_plan as extract_plan

__all__ = [
    "ExtractorError",
    "__version__",
    "apply_corrections",
    "check_plan",
    "compare_plans",
    "diff_plans",
    "extract_plan",
    "parse_schedule",
    "resolve_kommune",
    "split_responsible",
]

# Loaded on first use: `import extractor` alone must not load spaCy or pdfplumber.
_HOMES = {
    "ExtractorError": "extractor.errors",
    "apply_corrections": "extractor.pipeline",
    "check_plan": "extractor.compare.check",
    "compare_plans": "extractor.compare.side_by_side",
    "diff_plans": "extractor.compare.diff",
    "extract_plan": "extractor.pipeline",
    "parse_schedule": "extractor.normalise.schedule",
    "resolve_kommune": "extractor.normalise.kommuner",
    "split_responsible": "extractor.normalise.parties",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
