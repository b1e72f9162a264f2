"""Cells of people who do not exist, by the field they feed, each with what must come of it.

NIKs have province 99 and a serial of 9000 and over, telephone numbers begin 0800, addresses end in example.org, NISNs
begin 099.
What must come of a cell is written down here by hand, in the form of okoce-records/1, and not asked of the parsers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import attrs

from okoce_core.adapter import Column
from okoce_core.model.facts import MEASURES, PERMIT_KINDS, STAGES
from okoce_core.values import PartialDate, Rejected
from okoce_core.values.number import Count

__all__ = ["BAD", "Made", "answers", "bad_cell", "made", "meaning"]

BAD: Final = (
    "entah kapan", "12345", "bukan ini itu", "Q", "Negeri Antah Berantah", "31-31-2022", "7 atau 8 kali", "tanpa",
)  # fmt: skip
"""Texts of which every strict parser refuses one."""

_FIRST: Final = (
    "Anindya", "Bagas", "Citra", "Damar", "Endang", "Farhan", "Galuh", "Hesti", "Indra", "Jelita", "Kirana", "Laras",
)  # fmt: skip
_LAST: Final = ("Contohwati", "Ujianto", "Rekaan", "Karangan", "Misalnya")
_PLACES: Final = (("Kota Bogor", "32.71"), ("Kota Bandung", "32.73"), ("Kab. Bandung", "32.04"))
_DAY_FIELDS: Final = (
    "date", "observed", "headcount.date", "enterprise.started",
    *(f"stage.{stage}" for stage in STAGES), *(f"permit.{kind}.issued" for kind in PERMIT_KINDS),
)  # fmt: skip
_COUNT_FIELDS: Final = (
    *(f"headcount.{part}" for part in ("total", "full_time", "part_time", "casual", "third_party")),
    *(f"total.{measure}" for measure in MEASURES),
)  # fmt: skip


@attrs.frozen
class Made:
    """A cell as a partner would type it, and what it means by the field it feeds."""

    text: str
    means: dict[str, Any]


@lru_cache(1 << 10)
def _cells(number: int) -> dict[str, tuple[str, Any]]:
    """For every field the cell of the ``number``-th row and what comes of it."""
    day, month = number % 28 + 1, number % 12 + 1
    when = (f"{day:02d}-{month:02d}-2021", f"2021-{month:02d}-{day:02d}")
    heads = number % 7 + 1
    return {
        **_of_the_person(number, day, month),
        **_of_the_enterprise(number),
        **dict.fromkeys(_DAY_FIELDS, when),
        "role": ("pemilik", "owner"),
        "permits": ("NIB, P-IRT", ["NIB", "PIRT"]),
        **{f"permit.{kind}": (f"{kind}-{number + 1}",) * 2 for kind in PERMIT_KINDS},
        **dict.fromkeys(_COUNT_FIELDS, (str(heads), heads)),
        "total.as_of": ("2021", "2021"),
    }


def _of_the_person(number: int, day: int, month: int) -> dict[str, tuple[str, Any]]:
    """NIK, day of birth and sex agree."""
    year, woman = 1970 + number % 30, number % 2 == 0
    nik = f"990101{day + 40 * woman:02d}{month:02d}{year % 100:02d}{9000 + number % 1000:04d}"
    return {
        "person.name": _name(number),
        "person.nik": (nik, nik),
        "person.phones": _phones(number, several=number % 3 == 1),
        "person.email": (f"orang{number}@example.org",) * 2,
        "person.born": (f"{day:02d}-{month:02d}-{year}", f"{year}-{month:02d}-{day:02d}"),
        "person.sex": ("P", "F") if woman else ("L", "M"),
        "person.region": _PLACES[number % len(_PLACES)],
        "person.address": (f"Jalan Rekaan {number + 1}",) * 2,
        "person.disability": ("ya", True) if woman else ("tidak", False),
        "person.nisn": (f"099{number + 1:07d}",) * 2,
        "person.membership": (f"Agt-{number + 1:04d}", [f"AGT{number + 1:04d}"]),
    }


def _of_the_enterprise(number: int) -> dict[str, tuple[str, Any]]:
    return {
        "enterprise.name": (f"Kedai Rekaan {number + 1}",) * 2,
        "enterprise.nib": (f"91200000{number:05d}",) * 2,
        "enterprise.npwp": (f"01.234.567.4-909.{number % 1000:03d}", f"0012345674909{number % 1000:03d}"),
        "enterprise.closed": ("05-01-2049", "2049-01-05"),
        "enterprise.brand": ("ya", True),
        "enterprise.region": _PLACES[number % len(_PLACES)],
        "enterprise.sector": ("56101", "56101"),
        "enterprise.nspp": (f"5100317{number:05d}",) * 2,
        "enterprise.npsn": (f"9{number + 1:07d}",) * 2,
    }


def _name(number: int) -> tuple[str, str]:
    more, first = divmod(number, len(_FIRST))
    again, last = divmod(more, len(_LAST))
    name = f"{_FIRST[first]} {_LAST[last]}" + f" {_FIRST[again % len(_FIRST)]}" * bool(again)
    return name, name


def _phones(number: int, *, several: bool) -> tuple[str, list[str]]:
    """One number, or two in one cell."""
    own, other = 1000000 + number, 2000000 + number
    if several:
        return f"0800{own} / 0800-{other}", [f"+62800{own}", f"+62800{other}"]
    return f"0800{own}", [f"+62800{own}"]


def made(column: Column, number: int) -> Made | None:
    """A cell that this column reads for each of its fields; None where the kit can think of none."""
    cells = _cells(number) | ({"person.phones": _phones(number, several=False)} if column.take else {})
    for text, by_hand in _candidates(column, number, cells):
        said = answers(column, text)
        if not any(isinstance(answer, Rejected | None) for answer in said.values()):
            return Made(text, {f: cells[f][1] if by_hand and f in cells else meaning(a) for f, a in said.items()})
    return None


def _candidates(column: Column, number: int, cells: dict[str, tuple[str, Any]]) -> Iterator[tuple[str, bool]]:
    """Texts to try, and whether what comes of them is known by hand.

    The words of the lookup in turn, the cells of its fields, then any cell at all, for a parser of the column's own.
    """
    words = [said for said, meant in column.lookup if meant]
    yield from ((words[(number + i) % len(words)], False) for i in range(len(words)))
    own = [cells[field][0] for field in column.to if field in cells]
    others = [text for field, (text, _) in cells.items() if field not in column.to]
    born = cells["person.born"][0]
    odd = [f"Bogor, {born}", born[-4:], "17 Agustus 2021", f"pernyataan {number}"]
    plain = not (column.parse or column.lookup)
    for text in (*own, *others, *odd):
        for fitted in _fitted(column.take, text) if column.take else (text,):
            whole = not column.take or _taken(column.take, fitted) == text
            yield fitted, plain and whole and text in own


def _fitted(pattern: str, text: str) -> Iterator[str]:
    """Texts of which the pattern may take a part: with the plain characters around its group, or with other words."""
    before, _, rest = pattern.partition("(")
    after = rest.rpartition(")")[2]
    plain = [re.sub(r"\\s[*+?]?", " ", part) for part in (before, after)]
    yield text.join("".join(c for c in part if c.isalnum() or c in " :/,;-") for part in plain)
    yield from (text, f"rekaan {text}", f"{text} rekaan", f"({text})", f"{text} / 2021", f"2021 / {text}")


def _taken(pattern: str, text: str) -> str | None:
    found = re.search(pattern, text)
    return found.group(1) if found else None


def bad_cell(column: Column) -> str | None:
    """A text that the column refuses for one of its fields; None where it takes anything as it is written."""
    for text in BAD:
        said = list(answers(column, text).values())
        if any(isinstance(answer, Rejected) for answer in said) and all(isinstance(a, Rejected | None) for a in said):
            return text
    return None


def answers(column: Column, text: str) -> dict[str, object]:
    """What a column reads from a text, by field; where its parser fails, that is a refusal."""
    return {field: _answer(column, field, text) for field in column.to}


def _answer(column: Column, field: str, text: str) -> object:
    try:
        return column.reading(field)(text)
    except Exception as failure:
        return Rejected("adapter-failed", f"an adapter whose parser does not raise {type(failure).__name__}")


def meaning(value: object) -> Any:
    """A parsed value as okoce-records/1 writes it."""
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, Count):
        return value.low if value.low == value.high else [value.low, value.high]
    return list(value) if isinstance(value, tuple) else value
