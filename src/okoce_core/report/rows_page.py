"""Rows as they are shown: the first of them; all of them leave as data frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from okoce_core.counting import DIMENSIONS, Rows
from okoce_core.counting.exports import TOTAL, Observation
from okoce_core.frames import Records
from okoce_core.report.blocks import Block, Table
from okoce_core.report.dimension_words import dimension_word, value_word
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import Tongue

__all__ = ["records_page", "rows_page"]

_SHOWN: Final = 20


def rows_page(rows: Rows, tongue: Tongue) -> list[Block]:
    """Numbers with what they are of, as blocks."""
    say, seen = tongue.say, rows.observations
    by = [name for name in DIMENSIONS if any(name in row.of for row in seen)]
    heads = [say("Rulebook"), say("Measure"), *(dimension_word(name, tongue) for name in by), say("Figure")]
    shared = any(row.attribution for row in seen)
    if shared:
        heads.insert(2, say("Attribution"))
    drawn = [_row(row, by, tongue, shared=shared) for row in seen[:_SHOWN]]
    table = Table(say("Rows: {n}", n=tongue.number(len(rows))), tuple(heads), tuple(drawn), frozenset({len(heads) - 1}))
    return [table, *_more(len(rows), tongue)]


def _row(row: Observation, by: Sequence[str], tongue: Tongue, *, shared: bool) -> tuple[str, ...]:
    of = (tongue.say("all") if row.of.get(n, TOTAL) == TOTAL else value_word(n, row.of[n], tongue) for n in by)
    method = (row.attribution or "–",) if shared else ()
    return row.about.label, _measure(row.measure, tongue), *method, *of, _number(row, tongue)


def _measure(measure: str, tongue: Tongue) -> str:
    say = tongue.say
    parts = {
        "employees": say("Employees"), "owners": say("Working owners"), "persons_employed": say("Persons employed"),
    }  # fmt: skip
    return parts.get(measure) or explanation_text("what", measure, tongue.language)


def _number(row: Observation, tongue: Tongue) -> str:
    if row.value is None:
        return tongue.say("not published") if row.status else tongue.say("not asked")
    shown = tongue.number(row.value)
    if row.low is not None and row.high is not None:
        shown += f" ({tongue.number(row.low)}–{tongue.number(row.high)})"
    return tongue.say("{number}, a model and no count", number=shown) if row.state == "modelled" else shown


def records_page(records: Records, tongue: Tongue) -> list[Block]:
    """A plain table under its own headings, as blocks."""
    numbers = frozenset(n for n, kind in enumerate(records.kinds.values()) if kind in {"whole", "real"})
    rows = tuple(tuple(map(_plain, row)) for row in records.rows[:_SHOWN])
    table = Table(tongue.say("Rows: {n}", n=tongue.number(len(records))), tuple(records.kinds), rows, numbers)
    return [table, *_more(len(records), tongue)]


def _plain(value: Any) -> str:
    return "–" if value is None else str(value)


def _more(rows: int, tongue: Tongue) -> list[str]:
    if rows <= _SHOWN:
        return []
    return [tongue.say("and {n} more rows; to_pandas() or to_polars() has them all", n=tongue.number(rows - _SHOWN))]
