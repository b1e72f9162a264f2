"""JSON to rows: every list of objects is a table, named by its path; objects inside a record become dotted columns.

What a table cannot hold is left out and seen: a list of objects inside a record is a column without cells, an entry of
a list that is no object is an empty row. No JSON is refused for being odd (a key twice, NaN, half a surrogate pair).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from okoce_core.intake.reading.limits import Limits
from okoce_core.intake.reading.sheet import Opened, Sheet
from okoce_core.intake.reading.unreadable import Unreadable
from okoce_core.values.cell import Cell, text

__all__ = ["DEPTH", "load", "open_json", "sheet_of", "tables"]

DEPTH: Final = 4
"""How many levels down lists of objects are looked for, and objects inside a record are opened."""

_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_COLUMNS: Final = ("headers", "fields")
_ROWS: Final = ("rows", "records", "data")
_NAMES: Final = ("id", "name", "key")
_NESTED: Final = frozenset({dict, list})
_UNPLAIN: Final = _NESTED | {bool}

_Record = dict[str, Any]


@attrs.define
class _Path:
    """Where in a record an object lies, with the dotted names below it: each is one string for all records."""

    prefix: str
    depth: int = 0
    names: dict[str, str] = attrs.field(factory=dict)
    below: dict[str, _Path] = attrs.field(factory=dict)

    def name(self, key: str) -> str:
        return self.names.setdefault(key, self.prefix + key)

    def inner(self, key: str, name: str) -> _Path:
        return self.below.get(key) or self.below.setdefault(key, _Path(f"{name}.", self.depth + 1))

    def opened(self) -> set[str]:
        """The names of what was an object in some record."""
        return {self.names[key] for key in self.below}.union(*(path.opened() for path in self.below.values()))


def open_json(document: str, limits: Limits) -> Opened:
    """The tables of a JSON document; raises :class:`Unreadable` where it is none or holds no list of records."""
    try:
        whole = load(document)
    except RecursionError:
        raise Unreadable("too-large", "JSON that is nested less deeply") from None
    except ValueError:
        raise Unreadable("broken-file", "JSON that is whole") from None
    sheets = [sheet_of("", whole, (), limits)] if isinstance(whole, list) else list(tables(whole, limits))
    if not sheets:
        raise Unreadable("unknown-form", "a list of records in the JSON")
    return Opened("json", sheets)


def load(document: str) -> Any:
    """What a JSON text says; raises ValueError or RecursionError where it is none."""
    try:
        found = json.loads(document, parse_constant=_unknown)
    except json.JSONDecodeError:
        raise
    except ValueError:  # a whole number of more than 4,300 digits: whole numbers are kept as text then
        found = json.loads(document, parse_constant=_unknown, parse_int=str)
    if _SURROGATE.search(document):
        # Half a pair would raise wherever the text is encoded later, so it becomes a question mark here.
        plain = json.dumps(found, ensure_ascii=False).encode("utf-8", errors="replace")
        found = json.loads(plain, parse_constant=_unknown)
    return found


def _unknown(_constant: str) -> None:
    """NaN and Infinity: no number anybody wrote."""


def tables(found: Any, limits: Limits, path: tuple[str, ...] = ()) -> Iterator[Sheet]:
    """Every table below an object."""
    if not isinstance(found, dict) or len(path) > DEPTH:
        return
    columns, rows = _columns(found), next((key for key in _ROWS if isinstance(found.get(key), list)), None)
    for key, inner in found.items():
        here = (*path, key)
        if columns and key in _COLUMNS:
            continue
        if columns and key == rows:
            yield sheet_of(".".join(here), inner, columns, limits)
        elif isinstance(inner, list) and len(here) <= DEPTH and any(isinstance(record, dict) for record in inner):
            yield sheet_of(".".join(here), inner, (), limits)
        else:
            yield from tables(inner, limits, here)


def _columns(found: _Record) -> tuple[str, ...]:
    """The names of the columns where an object gives them beside its rows, as CKAN does; else none."""
    if not any(isinstance(found.get(key), list) for key in _ROWS):
        return ()
    for key in _COLUMNS:
        given = found.get(key)
        if isinstance(given, list) and given:
            named = [_column(entry) for entry in given]
            return tuple(name or f"#{place}" for place, name in enumerate(named, 1)) if any(named) else ()
    return ()


def _column(entry: Any) -> str:
    if isinstance(entry, dict):
        entry = next((entry[key] for key in _NAMES if isinstance(entry.get(key), str)), None)
    return entry if isinstance(entry, str) else ""


def sheet_of(name: str, records: list[Any], columns: tuple[str, ...], limits: Limits) -> Sheet:
    """One table; entries that are no objects are empty rows.

    The records are flattened in place, so that a large list is not in memory twice. Raises :class:`Unreadable` beyond
    the limits: records of which each has a key of its own would make a table of as many columns as rows.
    """
    keys: dict[str, None] = dict.fromkeys(columns)
    path = _Path("")
    shapes: set[tuple[str, ...]] = set()
    for place, record in enumerate(records):
        if type(record) is not dict:
            records[place] = _in_order(record, columns) if columns and type(record) is list else {}
            continue
        if not _UNPLAIN.isdisjoint(map(type, record.values())):
            flat: _Record = {}
            _flatten(record, path, flat)
            records[place] = record = flat
        shape = tuple(record)
        if shape not in shapes:
            shapes.add(shape)
            keys.update(dict.fromkeys(shape))
    for key in path.opened() & keys.keys():
        if all(record.get(key) is None for record in records):
            del keys[key]  # an object in some records and null in the others: the dotted columns say it all
    columns = tuple(keys)
    _check_table(len(records), len(columns), limits)
    return Sheet(name, _rows(records, columns, alike=shapes == {columns}), columns)


def _check_table(rows: int, columns: int, limits: Limits) -> None:
    if rows > limits.rows or columns > limits.columns or rows * columns > limits.cells:
        raise Unreadable(
            "too-large",
            f"a list of at most {limits.rows:,} records, {limits.columns:,} keys and {limits.cells:,} cells",
        )


def _in_order(cells: list[Any], columns: tuple[str, ...]) -> _Record:
    return {key: _cell(cell) for key, cell in zip(columns, cells, strict=False)}


def _rows(records: list[_Record], keys: tuple[str, ...], *, alike: bool) -> Iterator[Sequence[Cell]]:
    for record in records:
        yield list(record.values() if alike else map(record.get, keys)) if record else []


def _flatten(record: _Record, path: _Path, flat: _Record) -> None:
    names = path.names
    for key, inner in record.items():
        name = names.get(key) or path.name(key)
        kind = type(inner)
        if kind is dict and path.depth < DEPTH:
            _flatten(inner, path.inner(key, name), flat)
        else:
            flat[name] = _cell(inner) if kind in _UNPLAIN else inner


def _cell(inner: Any) -> Cell:
    """A scalar as it is, but true and false as text; a list of scalars joined; what is no cell is None.

    To Python True is the number 1: whichever came first would answer for both where answers are remembered.
    """
    if type(inner) is bool:
        return text(inner)
    if type(inner) is list:
        if any(type(entry) in _NESTED for entry in inner):
            return None
        return "; ".join(text(entry) for entry in inner if entry is not None)
    return None if type(inner) is dict else inner
