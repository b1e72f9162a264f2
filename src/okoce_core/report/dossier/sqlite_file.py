"""The tables of a report as one SQLite file, which Datasette opens as it is; the same tables give the same bytes.

SOURCE: sqlite.org/datatype3.html for the types; docs.datasette.io for what a table needs to be browsed.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from typing import Any, Final

from okoce_core.frames import Kind
from okoce_core.report.dossier.records import Records

__all__ = ["sqlite_bytes"]

_TYPES: Final[dict[Kind, str]] = {
    "text": "TEXT", "day": "TEXT", "real": "REAL", "whole": "INTEGER", "truth": "INTEGER",
}  # fmt: skip


def sqlite_bytes(tables: Iterable[Records]) -> bytes:
    """The file, whole."""
    with closing(sqlite3.connect(":memory:")) as made:
        for table in tables:
            _fill(made, table)
        made.commit()
        return made.serialize()


def _fill(made: sqlite3.Connection, table: Records) -> None:
    columns = ", ".join(f"{_name(name)} {_TYPES[kind]}{_check(name, kind)}" for name, kind in table.columns.items())
    key = ", ".join(map(_name, table.key))
    made.execute(f"CREATE TABLE {_name(table.name)} ({columns}, PRIMARY KEY ({key}))")
    places = ", ".join("?" * len(table.columns))
    rows = ([_value(row[name]) for name in table.columns] for row in table.rows)
    made.executemany(f"INSERT INTO {_name(table.name)} VALUES ({places})", rows)


def _name(name: str) -> str:
    return f'"{name}"'


def _check(name: str, kind: Kind) -> str:
    return f" CHECK ({_name(name)} IN (0, 1))" if kind == "truth" else ""


def _value(value: Any) -> Any:
    if isinstance(value, str):  # half a surrogate pair is no UTF-8
        return value.encode("utf-8", "backslashreplace").decode()
    return value.isoformat() if isinstance(value, dt.date) else value
