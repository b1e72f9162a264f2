"""Numbers as tidy rows: the one form in which figures leave, and the ways out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from okoce_core.counting.exports.csv_text import csv_text
from okoce_core.counting.exports.frames import arrow_producer, pandas_frame, polars_frame
from okoce_core.counting.exports.observation import Observation
from okoce_core.counting.exports.sdmx import sdmx_csv

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["Rows"]


def _each_thing_once(given: Iterable[Observation]) -> tuple[Observation, ...]:
    kept: dict[tuple[object, ...], Observation] = {}
    for observation in given:
        known = kept.setdefault(observation.key, observation)
        if observation.hidden > known.hidden:
            kept[observation.key] = observation
    return tuple(kept.values())


@attrs.frozen
class Rows:
    """Observations, each of another thing, in the order given. Iterating gives them again and again.

    Of two that speak of the same thing (a headline and the total of a table) the first stays, unless disclosure control
    touched the later one: what a table hides no headline beside it may show. Rows of several definitions or days go
    together in one: ``Rows([*september, *october])``.

    Whatever speaks Arrow's PyCapsule interface takes this object as it is: ``pyarrow.table(rows)``,
    ``polars.DataFrame(rows)``.
    """

    observations: tuple[Observation, ...] = attrs.field(converter=_each_thing_once)

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __len__(self) -> int:
        return len(self.observations)

    def records(self) -> list[dict[str, Any]]:
        """The rows as plain dicts, all with the same keys; see :data:`okoce_core.counting.exports.COLUMNS`."""
        return [observation.record() for observation in self.observations]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The rows as an Arrow C stream.

        Raises:
            Misuse: neither pyarrow nor polars is installed.
        """
        return arrow_producer(self.records()).__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a pandas data frame; unknown is ``NA``, so group with ``dropna=False``.

        Raises:
            Misuse: pandas is not installed.
        """
        return pandas_frame(self.records())

    def to_polars(self) -> polars.DataFrame:
        """The rows as a polars data frame; unknown is null.

        Raises:
            Misuse: polars is not installed.
        """
        return polars_frame(self.records())

    def to_csv(self) -> str:
        """The rows as CSV (RFC 4180) that a spreadsheet may open; an empty cell is unknown, or a number not given."""
        return csv_text(self.records())

    def to_sdmx_csv(self) -> str:
        """The rows as an SDMX-CSV 2.0 data message; see :func:`okoce_core.counting.exports.sdmx_csv`.

        Raises:
            Misuse: a row is broken down by what the structure has no dimension for, or two rows have one key in it.
        """
        return sdmx_csv(self.observations)
