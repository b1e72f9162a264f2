"""Rows as data frames. Each library is imported only when it is asked for, and none is needed by the others.

Types do not hang on what the rows happen to hold: a column is the same in a frame of none as in one of thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from okoce_core.misuse import Misuse
from okoce_core.shown import Shown

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["Kind", "Record", "Records", "Tabular"]

Kind = Literal["text", "day", "real", "whole", "truth"]
"""What a column holds."""

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


class Tabular:
    """What leaves as a table.

    Whatever speaks Arrow's PyCapsule interface takes it as it is: ``pyarrow.table(rows)``, ``polars.DataFrame(rows)``,
    ``pandas.DataFrame.from_arrow(rows)``.
    """

    __slots__ = ()

    def _kinds(self) -> Mapping[str, Kind]:
        """Each column, in order, and what it holds."""
        raise NotImplementedError

    def records(self) -> list[Record]:
        """The rows as plain dicts, all with the same keys: in the order of the columns."""
        raise NotImplementedError

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow C stream, made by pyarrow, or where that is missing by polars.

        SOURCE: The Arrow PyCapsule interface, arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html.

        Raises:
            Misuse: neither pyarrow nor polars is installed.
        """
        try:
            arrow = import_module("pyarrow")
        except ImportError:
            return self.to_polars().__arrow_c_stream__(requested_schema)
        schema = arrow.schema([(name, getattr(arrow, _ARROW[kind])()) for name, kind in self._kinds().items()])
        return arrow.Table.from_pylist(self.records(), schema).__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a pandas data frame; unknown is ``NA``, so group with ``dropna=False``.

        Raises:
            Misuse: pandas is not installed.
        """
        library, records = _library("pandas"), self.records()
        told = self._kinds().items()
        columns = {name: library.Series([r[name] for r in records], dtype=_PANDAS[kind]) for name, kind in told}
        frame: pandas.DataFrame = library.DataFrame(columns)
        return frame

    def to_polars(self) -> polars.DataFrame:
        """The rows as a polars data frame; unknown is null.

        Raises:
            Misuse: polars is not installed.
        """
        library = _library("polars")
        schema = {name: getattr(library, _POLARS[kind]) for name, kind in self._kinds().items()}
        frame: polars.DataFrame = library.DataFrame(self.records(), schema)
        return frame


@attrs.frozen(repr=False)
class Records(Shown, Tabular):
    """A table that is nothing but its rows. Iterating gives them as dicts.

    Attributes:
        kinds: Each column, in order, and what it holds. rows: The values of each row, in the order of the columns.
    """

    kinds: Mapping[str, Kind] = attrs.field(hash=False)
    rows: Sequence[tuple[Any, ...]] = attrs.field(hash=False)

    def __repr__(self) -> str:
        return f"<{len(self.rows)} rows: {', '.join(self.kinds)}>"

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Record]:
        return (dict(zip(self.kinds, row, strict=True)) for row in self.rows)

    def _kinds(self) -> Mapping[str, Kind]:
        return self.kinds

    def records(self) -> list[Record]:
        """The rows as plain dicts."""
        return list(self)


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError:
        raise Misuse("extra-missing", f"{name} is not installed: pip install 'okoce[frames]'", asked="frames") from None
