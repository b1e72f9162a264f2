"""A resolved population to measure on: canonical records of people who never were, the same for the same seed.

usage: python tests/benchmarks/resolved_records.py RECORDS FILE.jsonl [--seed N]

Nothing repeats more than it must: days, partners, stages and headcounts are drawn one by one, so that a count finds
few facts that it has seen before. Real lists repeat more (a training has one day and forty people).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from random import Random

PARTNERS = [f"M{n:02d}" for n in range(1, 25)]
STAGES = ("registered", "trained", "mentored", "licensed", "marketed", "reported", "financed")
ROLES = ("beneficiary",) * 15 + ("mentor", "committee")
PERMITS = ("IUMK", "SKU", "NIB", "NIB", "PIRT", "HALAL", "OTHER")
FIRST, DAYS = dt.date(2017, 1, 1), 6 * 365
CLASSES = ("part_time", "casual", "third_party")

Line = dict[str, object]


def lines(seed: int) -> Iterator[Line]:
    """Records without end, a person with all that hangs on it after the other."""
    chance = Random(seed)
    yield {"type": "header", "format": "okoce-records/1", "ids": "resolved"}
    yield from ({"type": "partner", "id": partner, "name": f"Mitra {partner}"} for partner in PARTNERS)
    firms = count(1)
    for number in count(1):
        born = f"{chance.randint(1955, 2003)}-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
        yield {"type": "person", "id": f"P{number}", "sex": chance.choice("FM"), "born": born}
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3))):
            yield {
                "type": "participation", "partner": chance.choice(PARTNERS), "person": f"P{number}",
                "date": day(chance), "stage": chance.choice(STAGES), "role": chance.choice(ROLES),
            }  # fmt: skip
        if chance.random() < 0.3:
            yield from enterprise(chance, next(firms), number)


def day(chance: Random, unknown: float = 0.02) -> str | None:
    """A day of six years, one in eight known to the month or the year alone."""
    said, kind = (FIRST + dt.timedelta(chance.randrange(DAYS))).isoformat(), chance.random()
    return None if kind < unknown else said[:4] if kind < 0.06 else said[:7] if kind < 0.14 else said


def enterprise(chance: Random, number: int, owner: int) -> Iterator[Line]:
    """An enterprise with its owners, permits and headcounts."""
    name = f"E{number}"
    firm: Line = {"type": "enterprise", "id": name, "started": day(chance)}
    if chance.random() < 0.08:
        firm["closed"] = day(chance, 0)
    if chance.random() < 0.05:
        firm["normal_hours"] = 48
    yield firm
    owners = [owner, chance.randint(1, owner)] if chance.random() < 0.08 else [owner]
    for person in dict.fromkeys(owners):
        owned: Line = {"type": "ownership", "enterprise": name, "person": f"P{person}", "from": day(chance)}
        if chance.random() < 0.06:
            owned["to"] = day(chance, 0)
        if chance.random() < 0.04:
            owned |= {"works": False}
        yield owned
    for _ in range(chance.choice((0, 1, 1, 1, 2))):
        yield {"type": "permit", "enterprise": name, "kind": chance.choice(PERMITS), "issued": day(chance, 0.05)}
    for _ in range(chance.choice((1, 2, 3))):
        yield from reports(chance, name)


def reports(chance: Random, name: str) -> Iterator[Line]:
    """A headcount; now and then with its revision, or with what another partner says of that day."""
    told = {"type": "headcount", "partner": chance.choice(PARTNERS), "enterprise": name, "date": day(chance)}
    yield {**told, **workers(chance)}
    if chance.random() < 0.04:
        yield {**told, **workers(chance), "revision": 2}
    if chance.random() < 0.03:
        yield {**told, **workers(chance), "partner": chance.choice(PARTNERS)}


def workers(chance: Random) -> Line:
    """Workers by class; one time in seven only a total, one in twenty unknown."""
    kind = chance.random()
    if kind < 0.2:
        return {"total": None if kind < 0.05 else chance.randint(0, 30), "owners_included": False}
    said: Line = {"full_time": chance.randint(0, 30), "owners_included": kind > 0.95}
    said |= {name: chance.randint(0, 9) for name in CLASSES if chance.random() < 0.2}
    if chance.random() < 0.25:
        said["unpaid_hours"] = [chance.randint(5, 45) for _ in range(chance.randint(1, 3))]
    if chance.random() < 0.1:
        said["seasonal"] = [{"count": chance.randint(1, 9), "months": chance.randint(1, 11), "hours": 40}]
    return said


def written(records: int, seed: int = 1) -> bytes:
    """So many records after the header, as the bytes of a file."""
    return "".join(f"{json.dumps(line, separators=(',', ':'))}\n" for line in islice(lines(seed), records + 1)).encode()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("records", type=int)
    asked.add_argument("file", type=Path)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    options.file.write_bytes(written(options.records, options.seed))


if __name__ == "__main__":
    main()
