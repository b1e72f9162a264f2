"""Numbers as tidy rows: the one form in which figures leave, and the ways out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from okoce_core.counting.exports.csv_text import csv_text
from okoce_core.counting.exports.observation import COLUMNS, Observation
from okoce_core.counting.exports.sdmx import sdmx_csv
from okoce_core.frames import Kind, Record, Tabular
from okoce_core.shown import Shown

if TYPE_CHECKING:
    from okoce_core.counting.disclosure.suppression import Suppression

__all__ = ["Rows", "TabularByRows"]


def _each_thing_once(given: Iterable[Observation]) -> tuple[Observation, ...]:
    kept: dict[tuple[object, ...], Observation] = {}
    for observation in given:
        known = kept.setdefault(observation.key, observation)
        if observation.hidden > known.hidden:
            kept[observation.key] = observation
    return tuple(kept.values())


@attrs.frozen(repr=False)
class Rows(Shown, Tabular):
    """Observations, each of another thing, in the order given. Iterating gives them again and again.

    Of two that speak of the same thing (a headline and the total of a table) the first stays, unless disclosure control
    touched the later one: what a table hides no headline beside it may show. Rows of several definitions or days go
    together in one: ``Rows([*september, *october])``.
    """

    observations: tuple[Observation, ...] = attrs.field(converter=_each_thing_once)

    def __repr__(self) -> str:
        labels = dict.fromkeys(observation.about.label for observation in self.observations)
        return f"<{len(self)} rows: {', '.join(labels)}>"

    def __iter__(self) -> Iterator[Observation]:
        return iter(self.observations)

    def __len__(self) -> int:
        return len(self.observations)

    def _kinds(self) -> Mapping[str, Kind]:
        return COLUMNS

    def records(self) -> list[Record]:
        """The rows as plain dicts, all with the same keys; see :data:`okoce_core.counting.exports.COLUMNS`."""
        return [observation.record() for observation in self.observations]

    def to_csv(self) -> str:
        """The rows as CSV (RFC 4180) that a spreadsheet may open; an empty cell is unknown, or a number not given."""
        return csv_text(self.records())

    def to_sdmx_csv(self) -> str:
        """The rows as an SDMX-CSV 2.0 data message; see :func:`okoce_core.counting.exports.sdmx_csv`.

        Raises:
            Misuse: a row is broken down by what the structure has no dimension for, or two rows have one key in it.
        """
        return sdmx_csv(self.observations)


class TabularByRows(Shown, Tabular):
    """What leaves as a table by its rows: the whole figures. Broken down or shared out they are in ``rows(by=…)``."""

    __slots__ = ()

    def rows(
        self, by: Sequence[str] = (), attribution: Sequence[str] = (), suppress: Suppression | None = None
    ) -> Rows:
        """The rows."""
        raise NotImplementedError

    def _kinds(self) -> Mapping[str, Kind]:
        return COLUMNS

    def records(self) -> list[Record]:
        """:meth:`rows` as plain dicts."""
        return self.rows().records()
