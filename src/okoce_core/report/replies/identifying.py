"""Ids of problems that stay the same from month to month, so that a later reply can say: fixed, still open, new.

An id is made of partner, form, code, field and *whom the row is about*, under the caller's key: no row number, no name
of a file or sheet, so rows may be inserted and sorted, and the file called otherwise. Equal problems of one person, and
problems of rows that say nobody, are numbered.

Whoever could try names against an id would know who is in the list. So without a key nothing of a person goes into it:
problems of one kind are only numbered, and a later run can tell how many were mended, not which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any, Final

import attrs

from okoce_core.evidence import Problem
from okoce_core.identity.pseudonyms import pseudonym
from okoce_core.intake.outcome import FileReading
from okoce_core.report.replies.addressees import Addressee, OwnFile, row_key

__all__ = ["NOBODY", "Identified", "identified", "present", "tag"]

NOBODY: Final = "0" * 8
"""The part of an id that says who, where nobody does."""

_PERSON: Final = ("name", "nik", "phones", "email", "memberships")
_ENTERPRISE: Final = ("name", "nib", "institution", "npwp")
"""By what a row is known, the first that it has; the name first, since mending any other cell leaves it alone."""


@attrs.frozen
class Identified:
    """A problem of one partner.

    Attributes:
        id: ``k3f2a-1c9d00e2-77aa01bc``: which key, whom the row is about, what is wrong; or ``n-…`` without a key.
        file: The file it is in. problem: What it is. form: The adapter that read the file; "" where none did.
    """

    id: str
    file: FileReading = attrs.field(repr=False)
    problem: Problem
    form: str


def tag(key: bytes | None) -> str:
    """What the ids of one key begin with.

    Raises:
        Misuse: a key that is too short.
    """
    return "n" if key is None else "k" + pseudonym("problem-key", "", key)[:4]


def identified(addressee: Addressee, key: bytes | None) -> list[Identified]:
    """The problems of a partner with their ids, by file and place.

    Raises:
        Misuse: a key that is too short.
    """
    made: list[Identified] = []
    times = Counter[tuple[str, ...]]()
    begin = tag(key)
    for own in addressee.files:
        form, about = own.file.adapter or "", _about(own)
        for problem in sorted(own.problems, key=_by_place):
            row = row_key(own.file, problem)
            who = about.get(row, "") if row is not None else ""
            said = who if key is not None and who else "" if who else f"?{problem.expected}"
            kind = (addressee.partner.id, form, problem.code, problem.field, said)
            times[kind] += 1
            text = "\n".join([*map(_one_line, kind), str(times[kind])])
            made.append(Identified(f"{begin}-{_rest(text, addressee, who, key)}", own.file, problem, form))
    return made


def _by_place(problem: Problem) -> tuple[Any, ...]:
    place = problem.place
    return place.sheet, place.row or 0, place.column or 0, problem.code, problem.field, problem.expected


def _one_line(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _rest(text: str, addressee: Addressee, who: str, key: bytes | None) -> str:
    if key is None:
        return blake2b(f"okoce-problem/1\n{text}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return f"{_who(addressee.partner.id, who, key) if who else NOBODY}-{pseudonym('problem', text, key)[:8]}"


def _who(partner: str, who: str, key: bytes) -> str:
    return pseudonym("problem-row", f"{_one_line(partner)}\n{who}", key)[:8]


def present(addressee: Addressee, key: bytes) -> set[tuple[str, str]]:
    """Everybody in the lists of a partner: the form, and the part of an id that says who."""
    rows = ((own.file.adapter or "", who) for own in addressee.files for who in set(_everybody(own.file)))
    return {(form, _who(addressee.partner.id, who, key)) for form, who in rows}


def _everybody(file: FileReading) -> Iterator[str]:
    for roll, fields in ((file.records.people, _PERSON), (file.records.enterprises, _ENTERPRISE)):
        yield from filter(None, (_called(roll, fields, entry) for entry in range(len(roll))))


def _about(own: OwnFile) -> dict[int, str]:
    """Whom the rows with problems are about: the person where there is one, else the enterprise."""
    wanted = {row for problem in own.problems if (row := row_key(own.file, problem)) is not None}
    about: dict[int, str] = {}
    records = own.file.records
    for roll, fields in ((records.people, _PERSON), (records.enterprises, _ENTERPRISE)):
        for row, entry in _entries(roll, wanted):
            if row not in about and (who := _called(roll, fields, entry)):
                about[row] = who
    return about


def _entries(roll: Any, wanted: set[int]) -> Iterable[tuple[int, int]]:
    yield from ((row, entry) for entry, row in enumerate(roll.row) if row in wanted)
    yield from ((row, entry) for row, entry in roll.again.items() if row in wanted)


def _called(roll: Any, fields: Iterable[str], entry: int) -> str:
    for field in fields:
        if value := roll.columns[field][entry]:
            return f"{field}|{_folded(value)}"
    return f"id|{roll.ids[entry]}" if roll.ids else ""


def _folded(value: Any) -> str:
    several = value if isinstance(value, tuple) else (value,)
    told = ["|".join(map(str, attrs.astuple(one))) if attrs.has(type(one)) else str(one) for one in several]
    return " ".join(" ".join(told).casefold().split())
