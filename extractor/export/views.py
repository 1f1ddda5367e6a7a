"""Questions that analysts begin with, as views of the database."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A query under a name."""

    name: str
    about: str
    query: str


VIEWS = (
    View(
        "tiltak_with_responsible",
        "A row for each tiltak and party, with plan, time and theme; tiltak that name nobody have one row.",
        """\
SELECT documents.kommuner, documents.title, documents.plan_type, documents.start_year, documents.end_year,
  tiltak.text, responsible.raw AS responsible, responsible.name AS responsible_name, responsible.category,
  schedules.raw AS schedule, schedules.kind AS schedule_kind, schedules.edtf, tiltak.due_year, tiltak.status,
  tiltak.main_theme, tiltak.page, tiltak.id AS tiltak_id, tiltak.document_id
FROM tiltak
JOIN documents ON documents.id = tiltak.document_id
LEFT JOIN responsible ON responsible.tiltak_id = tiltak.id
LEFT JOIN schedules ON schedules.tiltak_id = tiltak.id""",
    ),
    View(
        "tiltak_by_theme",
        "A row for each tiltak and theme, with the plan.",
        """\
SELECT tiltak_themes.broad_theme_id, tiltak_themes.broad_theme, tiltak_themes.theme_id, tiltak_themes.name,
  tiltak_themes.position, documents.kommuner, documents.title, documents.start_year,
  tiltak.text, tiltak.responsible, tiltak.due_year, tiltak.id AS tiltak_id, tiltak.document_id
FROM tiltak_themes
JOIN tiltak ON tiltak.id = tiltak_themes.tiltak_id
JOIN documents ON documents.id = tiltak.document_id""",
    ),
    View(
        "tiltak_by_kommune",
        "A row for each tiltak and owner of its plan, under today's number.",
        """\
SELECT kommuner.current_number, kommuner.current_name, kommuner.number, kommuner.name, documents.title,
  documents.start_year, documents.end_year, tiltak.text, tiltak.responsible, tiltak.schedule, tiltak.due_year,
  tiltak.main_theme, tiltak.id AS tiltak_id, tiltak.document_id
FROM kommuner
JOIN documents ON documents.id = kommuner.document_id
JOIN tiltak ON tiltak.document_id = documents.id""",
    ),
    View(
        "kommune_overview",
        "What each kommune promises: its plans, and how many of their tiltak name who and when.",
        """\
SELECT kommuner.current_number, kommuner.current_name, count(DISTINCT documents.id) AS documents,
  count(tiltak.id) AS tiltak, count(tiltak.responsible) AS with_responsible,
  count(tiltak.due_year) AS with_due_year
FROM kommuner
JOIN documents ON documents.id = kommuner.document_id
LEFT JOIN tiltak ON tiltak.document_id = documents.id
GROUP BY kommuner.current_number, kommuner.current_name""",
    ),
    View(
        "due_by_year",
        "How much is due in each year, and how much of it is not said to be done or dropped.",
        """\
SELECT due_year, count(*) AS tiltak, count(DISTINCT document_id) AS documents,
  sum(coalesce(status, '') NOT IN ('implemented', 'established', 'discontinued')) AS open
FROM tiltak
WHERE due_year IS NOT NULL
GROUP BY due_year""",
    ),
    View(
        "goals_with_tiltak",
        "The goals with the number of tiltak that serve each directly.",
        """\
SELECT goals.kommuner, goals.kind, goals.text, count(tiltak_goals.tiltak_id) AS tiltak, goals.main_theme,
  goals.page, goals.id AS goal_id, goals.document_id
FROM goals
LEFT JOIN tiltak_goals ON tiltak_goals.goal_id = goals.id
GROUP BY goals.id""",
    ),
)
