"""The tables of an export, in the order in which people meet them; what a table refers to stands before it."""

from __future__ import annotations

from extractor.export.model import AnyTable
from extractor.export.tables.details import COST_YEARS, COSTS, SCHEDULE_DATES, SCHEDULES, TILTAK_CELLS
from extractor.export.tables.plans import DECISIONS, DIAGNOSTICS, DOCUMENTS, KOMMUNER, LEGAL_BASIS, SECTIONS
from extractor.export.tables.promises import (
    GOAL_THEMES,
    GOALS,
    RESPONSIBLE,
    TILTAK,
    TILTAK_GOALS,
    TILTAK_THEMES,
)
from extractor.export.tables.sources import SOURCES

__all__ = ["TABLES"]

TABLES: tuple[AnyTable, ...] = (
    DOCUMENTS,
    KOMMUNER,
    DECISIONS,
    LEGAL_BASIS,
    SECTIONS,
    GOALS,
    TILTAK,
    TILTAK_GOALS,
    RESPONSIBLE,
    SCHEDULES,
    SCHEDULE_DATES,
    COSTS,
    COST_YEARS,
    GOAL_THEMES,
    TILTAK_THEMES,
    TILTAK_CELLS,
    SOURCES,
    DIAGNOSTICS,
)
