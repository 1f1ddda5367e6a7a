"""What is known of a section while it is read, and what was found in it."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.document import Table, Text
from extractor.interpret.candidates import Candidates
from extractor.interpret.drafts import GoalDraft, TiltakDraft
from extractor.interpret.goal_lists import GoalList
from extractor.interpret.group_labels import heading_labels
from extractor.interpret.labels import Label
from extractor.interpret.language import Language
from extractor.interpret.lost import lost_columns
from extractor.interpret.measure_lists import TiltakList, apply_label
from extractor.interpret.measure_tables import read_table
from extractor.interpret.roles import is_about_others, looks_back, measures_status, section_role
from extractor.interpret.scopes import Scope
from extractor.interpret.table_labels import TableLabels
from extractor.structure.outline import Paragraph, Section
from schemas.plan import TableRole


class SectionState:
    """Lists that are open, labels that wait for their tiltak, and the finds."""

    def __init__(
        self,
        section: Section | None,
        *,
        language: Language,
        with_tiltak: bool,
        known: Sequence[GoalDraft] = (),
        only_tables: bool = False,
        is_card: bool = False,
    ) -> None:
        """Read `section`.

        Args:
            section: None for the cover.
            language: of the document.
            with_tiltak: the document is one that promises some.
            known: the goals before it.
            only_tables: leaves its running text alone.
            is_card: the heading is a tiltak, says how the chapters are set up.
        """
        self.section = section
        self.role = section_role(section) if section else "other"
        self.status = measures_status(section) if section else None
        self.takes_tables = with_tiltak and not (section and looks_back(section))
        self.takes_tiltak = self.takes_tables and not only_tables
        of_others = section is not None and is_about_others(section)
        self.goals = GoalList(section, of_others=of_others, language=language, known=known)
        self.open_tiltak = TiltakList(section)
        self.tiltak: list[TiltakDraft] = []
        self.table_roles: dict[int, TableRole] = {}  # id() of a table → role
        self.columns_lost: list[Text] = []  # values that lost their rows
        self.scopes: list[Scope] = []  # what is said for all tiltak of a chapter
        self._shared = heading_labels(section) if section else []  # «(ansvar: rektor)» in the heading
        self._candidates = Candidates()
        self._group: list[Label] = []  # the same in the line above a list: «Skog (ansvar: skogbrukssjefen)»
        self._groups: set[int] = set()  # id() of such lines
        self._before = section.title.value if section else ""  # the heading or paragraph before this one
        self._table_labels = TableLabels()
        self._unit = ""  # «Beløp i 1000 kr», said above a table
        self._bracketed: set[int] = set()  # id() of items that end in who and when
        self._plain: set[int] = set()  # id() of lines that are goals, one each, without bullets
        self._stacked: set[int] = set()  # id() of column titles that stand one below the other
        self._is_card = is_card
        self._first_label = ""  # "goal" or "measure": what the labels of the section begin with
        self._read_any = False  # something other than labels stood below the heading

    def _read_lost_columns(self, blocks: list[Paragraph | Table], index: int) -> int:
        """Read a table that a converter took apart; return the index behind it, 0 where there is none."""
        lost = lost_columns(blocks, index) if self.takes_tiltak else None
        if lost is None:
            return 0
        self._close()
        self.open_tiltak.add_lost(lost)
        self._close()
        self.columns_lost += [paragraph.text for paragraph in lost.others]
        return lost.end

    def _read_table(self, table: Table) -> None:
        self._candidates.clear()
        self._close()
        found = read_table(table, self.section, status=self.status, takes_tiltak=self.takes_tables)
        self.table_roles[id(table)] = found.role
        for draft in found.tiltak:
            draft.cost_header = " ".join(filter(None, [draft.cost_header, self._unit])) or None
        self._table_labels.give(found.tiltak)
        self.goals.found += found.goals
        self._keep(found.tiltak)
        self.goals.open(None)

    def _close(self) -> None:
        """End the open list of tiltak: labels are given out, goals tied."""
        self._keep(self.open_tiltak.close())
        self.columns_lost += self.open_tiltak.columns_lost
        self.open_tiltak.columns_lost = []

    def _keep(self, drafts: list[TiltakDraft]) -> None:
        for draft in drafts:
            for label in [*self._group, *self._shared]:
                apply_label(draft, label)
            draft.goals = draft.goals or self.goals.serve()
        self.tiltak += drafts
        self._group = []
