"""The contract: what planuttrekk writes, as pydantic models and as JSON Schema beside them."""

from schemas.base import Evidence
from schemas.plan import (
    Case,
    Coverage,
    Decision,
    Diagnostic,
    Kommune,
    LegalReference,
    Note,
    PageLoss,
    Period,
    Plan,
    Section,
    Source,
    Table,
)
from schemas.promises import Cost, Goal, Recurrence, Responsible, Schedule, Theme, Tiltak
from schemas.version import SCHEMA_VERSION

__all__ = [
    "SCHEMA_VERSION",
    "Case",
    "Cost",
    "Coverage",
    "Decision",
    "Diagnostic",
    "Evidence",
    "Goal",
    "Kommune",
    "LegalReference",
    "Note",
    "PageLoss",
    "Period",
    "Plan",
    "Recurrence",
    "Responsible",
    "Schedule",
    "Section",
    "Source",
    "Table",
    "Theme",
    "Tiltak",
]
