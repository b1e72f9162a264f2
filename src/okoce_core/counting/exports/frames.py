"""Rows as data frames. Each library is imported only when it is asked for, and none is needed by the others.

Types do not hang on what the rows happen to hold: a column is the same in a frame of none as in one of thousands.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from okoce_core.counting.exports.observation import COLUMNS, Kind
from okoce_core.misuse import Misuse

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["arrow_producer", "pandas_frame", "polars_frame"]

Record = dict[str, Any]

_ARROW: Final[dict[Kind, str]] = {
    "text": "string", "day": "date32", "real": "float64", "whole": "int64", "truth": "bool_",
}  # fmt: skip
_PANDAS: Final[dict[Kind, str]] = {
    "text": "string", "day": "datetime64[s]", "real": "float64", "whole": "Int64", "truth": "boolean",
}  # fmt: skip
_POLARS: Final[dict[Kind, str]] = {
    "text": "String", "day": "Date", "real": "Float64", "whole": "Int64", "truth": "Boolean",
}  # fmt: skip


def arrow_producer(records: Sequence[Record]) -> Any:
    """Something that has ``__arrow_c_stream__``: a table of pyarrow, or where that is missing a frame of polars.

    SOURCE: The Arrow PyCapsule interface, arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html.
    """
    try:
        arrow = import_module("pyarrow")
    except ImportError:
        return polars_frame(records)
    schema = arrow.schema([(name, getattr(arrow, _ARROW[kind])()) for name, kind in COLUMNS.items()])
    return arrow.Table.from_pylist(list(records), schema)


def pandas_frame(records: Sequence[Record]) -> pandas.DataFrame:
    """A pandas data frame with the columns of :data:`COLUMNS`."""
    library = _library("pandas")
    columns = {name: library.Series([r[name] for r in records], dtype=_PANDAS[kind]) for name, kind in COLUMNS.items()}
    frame: pandas.DataFrame = library.DataFrame(columns)
    return frame


def polars_frame(records: Sequence[Record]) -> polars.DataFrame:
    """A polars data frame with the columns of :data:`COLUMNS`."""
    library = _library("polars")
    schema = {name: getattr(library, _POLARS[kind]) for name, kind in COLUMNS.items()}
    frame: polars.DataFrame = library.DataFrame(records, schema)
    return frame


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise Misuse("extra-missing", f"{name} is not installed: pip install 'okoce[frames]'", asked="frames") from None
