"""What an export of ours is known by when the next one wants its place."""

from __future__ import annotations

PACKAGE = "planuttrekk-export"  # name in the description beside tables in files of their own
DESCRIPTOR = "datapackage.json"
COMMENT = "planuttrekk export"  # in the properties of a workbook
SQLITE_NUMBER = 0x706C616E  # «plan»: the application number of a database
SQLITE_VERSION = 1  # of the tables; raised when one of them changes its meaning
ARCHIVE_SUFFIX = ".zip"
