"""Reading okoce-records: every line is told apart, and one bad line costs itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

import attrs

from okoce_core.evidence import Ledger, Problems
from okoce_core.intake.mapping.stating import Defaults
from okoce_core.intake.memberships import line_memberships
from okoce_core.model import records
from okoce_core.model.entities import Enterprise, Partner, Person
from okoce_core.model.facts import Fact, PartnerTotal
from okoce_core.model.recordset import Enterprises, People, RecordSet
from okoce_core.values import Rejected, email, name, nib, nik, npwp, phone, region

__all__ = ["read_records"]

_NORMAL: Final[dict[str, dict[str, Any]]] = {
    "person": {"name": name.parse, "nik": nik.parse, "email": email.parse, "region": region.parse},
    "enterprise": {"nib": nib.parse, "npwp": npwp.parse, "region": region.parse},
}
"""Identifiers are brought to their normal form on the way in; one that has none is a problem and unknown."""

_ENTITIES: Final = {
    "partner": {"observed", "received", "revision"}, "person": {"observed", "received", "revision"},
    "enterprise": {"observed", "revision"},
}  # fmt: skip
"""Clocks that any line may carry and that say nothing about a lasting entity."""


def read_records(data: str, problems: Problems, defaults: Defaults) -> tuple[RecordSet, Ledger] | None:
    """The record set of a whole file; None where its header is not that of a version we read."""
    texts = data.split("\n")
    if not texts[-1]:
        texts.pop()  # what follows the last line end is no line
    lines = enumerate(texts, 1)
    header: dict[str, Any] = {}
    first = blank = 0
    for number, line in lines:
        first = number
        if line.strip():
            header = _object(line) or {}
            break
        blank += 1
    if header.get("format") != records.FORMAT or header.get("ids", "local") not in ("local", "resolved"):
        problems.add(
            "record-header", row=first, expected=f'"format":"{records.FORMAT}" and "ids":"local" or "resolved"'
        )
        return None
    reader = _RecordReader(problems, defaults, resolved=header.get("ids") == "resolved")
    reader.take(lines)
    ledger = attrs.evolve(
        reader.ledger, seen=reader.ledger.seen + blank + 1, blank=reader.ledger.blank + blank, skipped=1
    )
    return reader.records, ledger


def _exact(number: str) -> Fraction | object:
    """A JSON number with a point or exponent, exactly; one beyond reason is no number, and no key takes it."""
    exponent = number.lower().partition("e")[2]
    return Fraction(number) if len(number) < 40 and abs(int(exponent or 0)) < 30 else object()


def _object(line: str) -> dict[str, Any] | None:
    try:
        said = json.loads(line, parse_float=_exact, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


class _RecordReader:
    def __init__(self, problems: Problems, defaults: Defaults, *, resolved: bool) -> None:
        self.records = RecordSet(resolved=resolved)
        self.ledger = Ledger()
        self._problems, self._defaults = problems, defaults
        self._people: dict[str, int] = {}
        self._enterprises: dict[str, int] = {}
        records = self.records
        self._statements: dict[str, Any] = {
            "participation": records.participations, "ownership": records.ownerships, "permit": records.permits,
            "headcount": records.headcounts, "employment": records.employments,
        }  # fmt: skip

    def take(self, lines: Iterator[tuple[int, str]]) -> None:
        """Read all lines after the header; what is only mentioned exists, everything else about it unknown."""
        kept = {"recorded": 0, "rejected": 0, "blank": 0}
        for number, line in lines:
            kind = "blank" if not line.strip() else "recorded" if self._line(line, number) else "rejected"
            kept[kind] += 1
            if kind != "blank":
                self.records.rows.append(number)
        self.ledger = Ledger(sum(kept.values()), **kept)
        self.records.people.settle()
        self.records.enterprises.settle()

    def _line(self, line: str, number: int) -> bool:
        said = _object(line)
        if said is None:
            self._problems.add("record-syntax", row=number, expected="one JSON object a line")
            return False
        kind = said.pop("type", None)
        if not isinstance(kind, str) or kind not in records.LINES:
            self._problems.add("record-type", row=number, expected=", ".join(records.LINES))
            return False
        if (place := said.pop("place", None)) is not None:
            self._place(place, number)
        return self._kept(kind, said, number)

    def _place(self, said: Any, number: int) -> None:
        place = records.place(said, number, self._problems.file)
        if place is None:
            self._wrong(number, "record-value", "place")
        else:
            self.records.places[number] = place

    def _wrong(self, number: int, code: str, key: str) -> None:
        self._problems.add(code, row=number, field=key)

    def _kept(self, kind: str, said: dict[str, Any], number: int) -> bool:
        if kind in _ENTITIES:
            for key in _ENTITIES[kind] & said.keys():
                del said[key]
        subjects = [said.pop(key, None) for key in records.LINES[kind].subjects]
        if not all(isinstance(subject, str) and subject for subject in subjects):
            self._wrong(number, "record-value", " ".join(records.LINES[kind].subjects))
            return False
        for key in ("observed", "received"):
            if (kind in self._statements or kind == "total") and said.get(key) is None and getattr(self._defaults, key):
                said[key] = str(getattr(self._defaults, key))
        self._normalise(kind, said, number)
        made = records.structure(kind, said, lambda code, key: self._wrong(number, code, key))
        if made is None:
            return False
        self._keep(kind, made, subjects, number)
        return True

    def _normalise(self, kind: str, said: dict[str, Any], number: int) -> None:
        for key, parse in _NORMAL.get(kind, {}).items():
            if isinstance(said.get(key), str):
                said[key] = self._settled(parse(said[key]), number, f"{kind}.{key}")
        if isinstance(phones := said.get("phones"), list):
            if not all(isinstance(p, str) for p in phones):
                self._wrong(number, "record-value", "phones")
            told = [self._settled(phone.parse(p), number, "person.phones") for p in phones if isinstance(p, str)]
            said["phones"] = list(dict.fromkeys(p for several in told if several for p in several))
        if kind == "person" and isinstance(given := said.get("memberships"), list):
            said["memberships"], refused, misshapen = line_memberships(given)
            for value in refused:
                self._settled(value, number, "person.memberships")
            if misshapen:
                self._wrong(number, "record-value", "memberships")

    def _settled(self, value: Any, number: int, field: str) -> Any:
        if isinstance(value, Rejected):
            self._problems.add(value.code, row=number, expected=value.expected, field=field)
            return None
        return value

    def _keep(self, kind: str, made: Any, subjects: list[Any], number: int) -> None:
        if isinstance(made, Partner):
            self._partner(made, number)
        elif isinstance(made, PartnerTotal):
            self.records.totals.append((made, number))
        elif isinstance(made, Person):
            self._entity(self.records.people, self._people, made, number)
        elif isinstance(made, Enterprise):
            self._entity(self.records.enterprises, self._enterprises, made, number)
        else:
            self._state(kind, made, subjects, number)

    def _partner(self, made: Partner, number: int) -> None:
        """Put together what lines say of a partner; of two contradicting names the one that sorts first stays."""
        known = self.records.partners.setdefault(made.id, made)
        if any(a and b and a != b for a, b in ((known.name, made.name), (known.kind, made.kind))):
            self._wrong(number, "record-conflict", "id")
        names = sorted(n for n in (known.name, made.name) if n)
        kinds = sorted(k for k in (known.kind, made.kind) if k)
        self.records.partners[made.id] = Partner(made.id, next(iter(names), None), next(iter(kinds), None))

    def _entity(self, roll: People | Enterprises, known: dict[str, int], made: Any, number: int) -> None:
        if made.id not in known:
            known[made.id] = roll.add(made, number)
        elif roll.merge(known[made.id], made, number):
            self._wrong(number, "record-conflict", "id")

    def _state(self, kind: str, fact: Fact, subjects: list[str], number: int) -> None:
        places = []
        for key, identity in zip(records.LINES[kind].subjects, subjects, strict=True):
            roll: Any = self.records.people if key == "person" else self.records.enterprises
            known = self._people if key == "person" else self._enterprises
            if identity not in known:
                known[identity] = roll.add(roll.entity(identity), number)
            places.append(known[identity])
        self._statements[kind].add(fact, places[0], number, places[1] if len(places) > 1 else -1)
