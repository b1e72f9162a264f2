"""What a reading says, brought to a form in which two readings are equal where they say the same.

The ids of people and enterprises mean nothing across files, so each is called by the row it was read from and its own
content. What is left is a bag of lines of okoce-records/1: the same line twice is twice the line.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from okoce_core.intake import Reading, record_lines
from okoce_core.testing.kit.check import hold

__all__ = ["Facts", "differing", "facts", "lines", "numbers"]

Facts = Counter[str]
_ENTITIES: Final = ("person", "enterprise")
_NUMBERS: Final = ("total", "total_high", "full_time", "part_time", "casual", "third_party", "value")


def lines(reading: Reading) -> list[dict[str, Any]]:
    """The lines of okoce-records/1 after the header."""
    return [json.loads(line) for line in record_lines(reading)][1:]


def facts(reading: Reading, *, shift: int = 0, rows: bool = True) -> Facts:
    """The bag of lines.

    Args:
        reading: What was read. shift: Rows by which the data stand lower than in what it is compared with.
        rows: Whether it matters in which row a line was read.
    """
    told = lines(reading)
    names = {
        (line["type"], line["id"]): _written({k: v for k, v in _placed(line, shift, rows).items() if k != "id"})
        for line in told
        if line["type"] in _ENTITIES
    }
    return Counter(_written(_renamed(_placed(line, shift, rows), names)) for line in told)


def _placed(line: Mapping[str, Any], shift: int, rows: bool) -> dict[str, Any]:
    said = {key: value for key, value in line.items() if key != "place"}
    place = line.get("place", {})
    if rows and "row" in place:
        said["place"] = {"row": place["row"] - shift} | ({"sheet": place["sheet"]} if "sheet" in place else {})
    return said


def _renamed(line: dict[str, Any], names: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    if line["type"] in _ENTITIES:
        return line | {"id": ""}
    return line | {kind: names.get((kind, line[kind]), "") for kind in _ENTITIES if kind in line}


def _written(line: Mapping[str, Any]) -> str:
    return json.dumps(line, sort_keys=True)


def differing(expected: Facts, found: Facts, when: str) -> None:
    """Raise :class:`Broken` where two bags are not the same; it tells how many lines, of what and in which rows."""
    missing, new = expected - found, found - expected
    told = "; ".join(filter(None, (_told("missing", missing), _told("new", new))))
    hold(not told, f"{when}: {told}")


def _told(what: str, bag: Facts) -> str:
    if not bag:
        return ""
    said = [json.loads(line) for line in bag]
    rows = sorted({line["place"]["row"] for line in said if "place" in line})
    kinds = ", ".join(sorted({line["type"] for line in said}))
    where = f", first in row {rows[0]}" if rows else ""
    return f"{bag.total()} {what} ({kinds}){where}"


def numbers(reading: Reading) -> Iterator[tuple[int | None, int]]:
    """Every headcount and total that is known, with its row."""
    for line in lines(reading):
        if line["type"] in ("headcount", "total"):
            row = line.get("place", {}).get("row")
            yield from ((row, line[key]) for key in _NUMBERS if line.get(key) is not None)
