"""Enterprises of people who do not exist, decided by evidence; each said in a file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import okoce_core as okoce
from okoce_core.identity.population import REASONS
from okoce_core.identity.units import NEW_REASONS, Decided, full_enterprises
from tests.laws.partner_files import jsonl, read

__all__ = ["businesses", "groups", "owner", "why"]

_ALL = (*REASONS, *(reason for reason in NEW_REASONS if reason not in REASONS))


def owner(number: int, **said: Any) -> dict[str, Any]:
    """A person with a NIK of his own: born on 1 July 1990, a woman, serial 9000 and a number."""
    return {"nik": f"990101410790{9000 + number}", "name": f"Orang{'abcdefghijklmnop'[number]} Rekaan", **said}


def said_in_a_file(number: int, said: Mapping[str, Any]) -> bytes:
    """One enterprise and its owners, if it has any, in the canonical form."""
    owners = said.get("owners", [said["owner"]] if said.get("owner") else [])
    unit = {key: value for key, value in said.items() if key not in {"owner", "owners"}}
    lines: list[Mapping[str, Any]] = [{"type": "enterprise", "id": f"E{number}", **unit}]
    for place, person in enumerate(owners):
        lines.append({"type": "person", "id": f"P{number}-{place}", **person})
        lines.append({"type": "ownership", "enterprise": f"E{number}", "person": f"P{number}-{place}"})
    return jsonl(*lines)


def businesses(*given: Mapping[str, Any]) -> Decided:
    """What is decided of these, whose owners are told apart by exact identifiers."""
    reading = read(*(said_in_a_file(number, said) for number, said in enumerate(given)))
    return full_enterprises(reading, okoce.resolve(reading, identity="exact").person)


def groups(found: Decided) -> list[int]:
    """For each that was given the number of its enterprise."""
    return list(found.components.numbered()[0])


def why(found: Decided) -> list[str]:
    """The reasons of all links."""
    return [_ALL[reason] for reason in found.links.reason]
