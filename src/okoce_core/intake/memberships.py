"""Membership numbers as they are read: of a form's columns, and of a line of okoce-records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from okoce_core.model.entities import Membership
from okoce_core.values import Rejected, membership, nisn

__all__ = ["line_memberships", "row_memberships"]

_KEYS: Final = {"issuer", "number"}


def row_memberships(values: Mapping[str, Sequence[Any]], partner: str) -> list[tuple[Membership, ...]] | None:
    """What each row says, from the values by field; None where no column has such a number.

    Args:
        values: By field, one a row. partner: Whose list it is, and so the issuer of ``person.membership``.
    """
    told: list[list[tuple[Membership, ...]]] = []
    if "person.nisn" in values:
        told.append([(Membership(nisn.ISSUER, number),) if number else () for number in values["person.nisn"]])
    if "person.membership" in values:
        given = values["person.membership"]
        told.append([tuple(Membership(partner, number) for number in numbers or ()) for numbers in given])
    if len(told) == 2:
        return [national + own for national, own in zip(*told, strict=True)]
    return told[0] if told else None


def line_memberships(given: Sequence[Any]) -> tuple[list[dict[str, str]], list[Rejected], bool]:
    """The memberships of a line in their normal form, each once; what was refused; whether some have another shape."""
    shaped = [(one["issuer"], one["number"]) for one in given if _is_membership(one)]
    parsed = [(issuer, _parsed(issuer, number)) for issuer, number in shaped]
    kept = dict.fromkeys((i, n) for i, number in parsed if number and not isinstance(number, Rejected) for n in number)
    refused = [number for _, number in parsed if isinstance(number, Rejected)]
    return [{"issuer": issuer, "number": number} for issuer, number in kept], refused, len(shaped) < len(given)


def _is_membership(one: Any) -> bool:
    """Whether it has an issuer and a number, both text, and nothing else."""
    if not isinstance(one, dict) or one.keys() != _KEYS:
        return False
    return bool(one["issuer"]) and all(isinstance(said, str) for said in one.values())


def _parsed(issuer: str, number: str) -> tuple[str] | Rejected | None:
    if issuer != nisn.ISSUER:
        return membership.parse(number)
    read = nisn.parse(number)
    return (read,) if isinstance(read, str) else read
