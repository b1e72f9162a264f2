"""Small populations of people who do not exist, by exact identifiers; each of them comes in a file of his own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import okoce_core as okoce
from tests.laws.partner_files import jsonl, read

__all__ = ["NIK", "exactly", "one_file", "people", "reasons", "units"]

NIK = "9901014107909001"
"""By its digits 7 to 12 (410790): a woman born on 1 July 1990 (or 1890)."""


def exactly(*files: bytes, **options: Any) -> okoce.Population:
    """These files, who is the same decided by exact identifiers."""
    return okoce.resolve(read(*files, **options), identity="exact")


def people(*given: Mapping[str, Any]) -> okoce.Population:
    """Each of these in a list of a partner of his own, in which he took part in 2021."""
    return exactly(*(_list_of(number, said) for number, said in enumerate(given)))


def _list_of(number: int, said: Mapping[str, Any]) -> bytes:
    person = {"type": "person", "id": f"P{number}", **said}
    return jsonl(person, {"type": "participation", "partner": f"M{number}", "person": f"P{number}", "date": "2021"})


def units(*given: Mapping[str, Any]) -> okoce.Population:
    """Each of these enterprises in a file of its own; ``owner`` gives what is known of its owner."""
    files = []
    for number, said in enumerate(given):
        owner = said.get("owner", {"name": f"Pemilik Rekaan {number}"})
        unit = {key: value for key, value in said.items() if key != "owner"}
        files.append(
            jsonl(
                {"type": "person", "id": f"P{number}", **owner},
                {"type": "enterprise", "id": f"E{number}", **unit},
                {"type": "ownership", "enterprise": f"E{number}", "person": f"P{number}"},
            )
        )
    return exactly(*files)


def one_file(*lines: Mapping[str, Any], ids: str = "local") -> okoce.Population:
    """One file of canonical records."""
    return exactly(jsonl(*lines, ids=ids))


def reasons(population: okoce.Population, kind: str = "person") -> list[str]:
    """Why entries of that kind are held to be the same."""
    return sorted(link.reason for link in population.links() if link.kind == kind)
