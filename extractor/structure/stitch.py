"""Tables that a page break cut are made whole.

A table goes on in the next one when nothing but page furniture stands between them, they have the same columns,
and the second does not bring a header of its own. The whole chain is joined at once. A header repeated on the next
page goes. The first row of a continuation belongs to the last row of the part before when it goes on in the middle
of it: it begins with a small letter, or the cells that every row fills are empty in it. Where only a cell that groups
rows goes on, beside a row with its own time or party, it is made whole and the row stays a row.

A title over the whole width above the header is a band: it stands over the rows below it.

Two tables that follow each other and have different headers stay two. Where the structure tree of a tagged PDF has
both in one table, it tells instead of all this (`tagged_rows`).
"""

from __future__ import annotations

import re
from itertools import chain

from extractor.document import Block, Cell, Table, Text
from extractor.structure.columns import column_roles, is_header
from extractor.structure.header_rows import split_at_headers
from extractor.structure.markers import find_marker
from extractor.structure.tagged_rows import are_one, put_together

COLUMN_DRIFT = 12.0  # points: how far a column edge may move from one page to the next
BAND_COLUMNS = 3  # a table with fewer has no bands
BAND_LENGTH = 90  # characters: a longer single cell is text, not the title of a band
KEY_ROLES = frozenset({"responsible", "time", "deadline", "cost", "priority"})
RULES = re.compile(r"[-–—=_|\s]*")


def stitch_tables(blocks: list[Block]) -> list[Block]:
    """Return the blocks with every chain of table parts joined into one table."""
    joined: list[Block] = []
    for block in chain.from_iterable(map(split_at_headers, blocks)):
        if isinstance(block, Table):
            block = _without_rules(block)
            if not block.rows:
                continue
            last = joined[-1] if joined else None
            titled = _put_title_below_header(block)
            if isinstance(last, Table) and _goes_on(last, block):
                _append(last, block, whole=titled)
                continue
            _set_header(block)
        joined.append(block)
    for block in joined:
        if isinstance(block, Table):
            _find_bands(block)
    return joined


def _without_rules(table: Table) -> Table:
    """Drop rows that hold only dashes or nothing."""
    kept: list[list[Cell]] = []
    empty: list[list[Cell]] = []
    for row in table.rows:
        (empty if all(RULES.fullmatch(cell.value) for cell in row) else kept).append(row)
    table.rows = kept
    _set_aside(table, empty)
    return table


def _put_title_below_header(table: Table) -> bool:
    """Make a title above the header («Tema 2: Bolig») the first band below it; tell whether there was one."""
    if len(table.rows) < 3 or len(table.rows[0]) < BAND_COLUMNS:
        return False
    title, header = table.rows[:2]
    if is_header(title) or not (is_header(header) and _is_band(title)):
        return False
    table.rows[:2] = [header, title]
    table.header_rows = 1
    return True


def _set_header(table: Table) -> None:
    """Correct the number of header rows where the wording tells."""
    if not is_header(table.rows[0]):
        second = len(table.rows) > 2 and is_header(table.rows[1]) and _filled(table.rows[0]) == 1
        table.header_rows = 2 if second else _plain_header_rows(table)
    elif table.header_rows == 0:
        table.header_rows = 1


def _plain_header_rows(table: Table) -> int:
    """A first row without known titles is still a header when all its cells are short and filled."""
    first = table.rows[0]
    short = all(cell.value and len(cell.value) < 40 and not cell.value.endswith(".") for cell in first[1:])
    return table.header_rows if short and len(table.rows) > 1 else 0


def _goes_on(table: Table, part: Table) -> bool:
    if are_one(table, part):
        return True
    if len(table.rows[0]) != len(part.rows[0]) or not _same_columns(table, part):
        return False
    if _same_header(table, part):
        return part.page is not None or part.gap <= 3
    return not is_header(part.rows[0])


def _same_columns(table: Table, part: Table) -> bool:
    """Whether the parts stand between the same edges, on the next page or in the next column of text.

    Text input has no edges to compare. In another column the part has the same width and brings the header again.
    """
    if table.box is None or part.box is None:
        return True
    moved = max(abs(table.box.x0 - part.box.x0), abs(table.box.x1 - part.box.x1))
    if moved <= COLUMN_DRIFT:
        return part.page != table.page
    wider = abs((table.box.x1 - table.box.x0) - (part.box.x1 - part.box.x0))
    beside = part.page != table.page or part.box.x0 >= table.box.x1 - COLUMN_DRIFT
    return beside and wider <= COLUMN_DRIFT and _same_header(table, part)


def _same_header(table: Table, part: Table) -> bool:
    return bool(table.header_rows) and _values(table.rows[0]) == _values(part.rows[0])


def _values(row: list[Cell]) -> list[str]:
    return [re.sub(r"\W+", "", cell.value.casefold()) for cell in row]


def _append(table: Table, part: Table, *, whole: bool) -> None:
    """Add the rows of a part; `whole` says that its first row is not cut."""
    repeated = max(table.header_rows, 1) if _same_header(table, part) else 0
    rows = part.rows[repeated:]
    _set_aside(table, part.rows[:repeated])
    if rows and are_one(table, part):
        rows = put_together(table, rows, _join_cells)
    elif rows and not whole and len(table.rows) > table.header_rows:
        rows = _mended(table, rows)
    table.rows += rows
    table.box, table.page = part.box, part.page  # where the next part is to go on


def _mended(table: Table, rows: list[list[Cell]]) -> list[list[Cell]]:
    """Give the last row what the page break cut off; return the rows that are left."""
    if _is_own(table, rows[0]):
        _mend_group(table, rows[0])
        return rows
    if not _is_cut(table, rows[0]):
        return rows
    table.rows[-1] = [
        _join_cells(first, second) for first, second in zip(table.rows[-1], rows[0], strict=True)
    ]
    return rows[1:]


def _set_aside(table: Table, rows: list[list[Cell]]) -> None:
    """Keep the words of rows that leave the table."""
    table.set_aside += [word for row in rows for cell in row for word in cell.words]


def _mend_group(table: Table, row: list[Cell]) -> None:
    """Move the rest of a cell that groups rows («Mål» over several tiltak) to the row where the cell begins."""
    for index in range(_measure(table)):
        above = next((old for old in reversed(table.rows[table.header_rows :]) if old[index].value), None)
        if above and _goes_on_small(above[index], row[index]):
            above[index], row[index] = _join_cells(above[index], row[index]), Cell()


def _is_own(table: Table, row: list[Cell]) -> bool:
    """Whether a row names a tiltak, and a party or time beside it, where the last row has one too."""
    keys = [index for index, found in enumerate(_roles(table)) if KEY_ROLES & set(found)]
    own = [row[index].value for index in keys if table.rows[-1][index].value]
    begins = row[_measure(table)].value[:1].isupper() and not _lost_number(table, row)
    return begins and all(own) and any(not value[0].islower() for value in own)


def _measure(table: Table) -> int:
    return next((index for index, found in enumerate(_roles(table)) if "measure" in found), 0)


def _roles(table: Table) -> list[tuple[str, ...]]:
    return [column_roles(cell.value) if table.header_rows else () for cell in table.rows[0]]


def _is_cut(table: Table, row: list[Cell]) -> bool:
    """Whether `row` goes on in the last row of the table."""
    last = table.rows[-1]
    first = next((cell for cell in row if cell.value), None)
    if first is None:
        return False
    if any(
        _goes_on_small(*cells)
        for cells in zip(last, row, strict=True)
        if cells[1] is first or not row[0].value
    ):
        return True
    if _lost_number(table, row):
        return True
    keys = [index for index, found in enumerate(_roles(table)) if KEY_ROLES & set(found)]
    measure = _measure(table)
    if not row[measure].value and not _is_band(row):
        return True
    if not row[0].value and measure > 0 and not any(row[index].value for index in keys):
        return bool(keys and any(last[index].value for index in keys))
    return False


def _goes_on_small(before: Cell, behind: Cell) -> bool:
    """Whether a cell goes on with a small letter in a sentence that the cell above it did not end."""
    return behind.value[:1].islower() and not before.value.endswith((".", "!", "?"))


def _lost_number(table: Table, row: list[Cell]) -> bool:
    """Whether every row of the table begins with a number and this one does not."""
    if not row[0].value or _is_numbered(row):
        return False
    body = (old for old in table.rows[table.header_rows :] if old[0].value)
    first, second = next(body, None), next(body, None)
    return bool(first and second) and all(_is_numbered(old) for old in chain((first, second), body) if old)


def _is_numbered(row: list[Cell]) -> bool:
    mark = find_marker(row[0].value)
    return mark is not None and mark.number is not None


def _join_cells(first: Cell, second: Cell) -> Cell:
    """Put the lines of a cut cell together; a sentence that was cut goes on in the same line."""
    if first.lines and second.lines and not second.lines[0].bullet:
        value = first.lines[-1].text.value
        if second.lines[0].text.value[:1].islower() and not value.endswith((".", ":", "!", "?")):
            first.lines[-1].full = True
    return Cell(first.lines + second.lines)


def _filled(row: list[Cell]) -> int:
    return sum(bool(cell.value) for cell in row)


def _is_band(row: list[Cell]) -> bool:
    """A row with one short title in front and nothing else: it names what the rows below have in common."""
    value = row[0].value
    return _filled(row) == 1 and 0 < len(value) <= BAND_LENGTH and (value[0].isupper() or value[0].isdigit())


def _is_numbered_band(row: list[Cell], below: list[Cell]) -> bool:
    """Whether a row holds a number and a short title only, and the row below counts on from it: «2» over «2.1»."""
    number, title = row[0].value.rstrip(". "), row[1].value
    if _filled(row) != 2 or not number or not title or len(title) > BAND_LENGTH:
        return False
    dot = r"\.?" if number.isalpha() else r"\."
    return bool(re.match(rf"{re.escape(number)}{dot}\d", below[0].value))


def _find_bands(table: Table) -> None:
    """Take band rows out of the table and note the title for each row below."""
    if len(table.rows[0]) < BAND_COLUMNS:
        return
    rows, bands = table.rows[: table.header_rows], {}
    title = Text("", [], [])
    for index, row in enumerate(table.rows[table.header_rows :], start=table.header_rows):
        below = table.rows[index + 1] if index + 1 < len(table.rows) else []
        if _filled(below) > 1 and (_is_band(row) or _is_numbered_band(row, below)):
            title = row[0].text.joined(row[1].text, " ")
            _set_aside(table, [row])
            continue
        if title:
            bands[len(rows)] = title
        rows.append(row)
    table.rows, table.bands = rows, bands
