"""What two owners share, and whose name is on the sign."""

from __future__ import annotations

from array import array
from collections.abc import Container
from itertools import accumulate

import attrs

from okoce_core.identity.keys import Sounds
from okoce_core.intake.outcome import Reading

__all__ = ["Owner", "named_after", "owners_of", "sign_of", "tie"]

_CALLED = 3
"""A shorter word on a sign is nobody's name."""


@attrs.define
class Owner:
    """All that the lists say of an owner that tells whether two businesses may be one.

    Attributes:
        names: Parts of names, as they sound. reached: Phones and e-mail addresses.
    """

    names: set[str] = attrs.field(factory=set, repr=False)
    reached: set[str] = attrs.field(factory=set, repr=False)


def owners_of(reading: Reading, person: array[int], wanted: Container[int], sounds: Sounds) -> dict[int, Owner]:
    """What is known of some of the people, by population number."""
    found = dict[int, Owner]()
    starts = accumulate((len(file.records.people) for file in reading.files), initial=0)
    for start, file in zip(starts, reading.files, strict=False):
        columns = file.records.people.columns
        for entry, number in enumerate(person[start : start + len(file.records.people)]):
            if number in wanted:
                owner = found.setdefault(number, Owner())
                if columns["name"][entry]:
                    owner.names.update(sounds.of(columns["name"][entry]))
                owner.reached.update(columns["phones"][entry])
                if columns["email"][entry]:
                    owner.reached.add(columns["email"][entry])
    return found


def sign_of(after_a: bool, after_b: bool) -> int:
    """Whether a business is named after one of two owners alone, after both, or after neither."""
    if after_a != after_b:
        return 0
    return 1 if after_a else 2


def named_after(form: str, owner: Owner) -> bool:
    """Whether a word of the sign is one of the names, or the beginning or end by which its bearer is called."""
    called = [word for word in form.split() if len(word) >= _CALLED]
    return any(name.startswith(word) or name.endswith(word) for word in called for name in owner.names)


def tie(a: Owner, b: Owner) -> int:
    """What two owners share: a phone or an address; two names or all they have; one name; nothing."""
    if a.reached & b.reached:
        return 0
    shared = len(a.names & b.names)
    if shared >= 2 or (shared and shared == min(len(a.names), len(b.names))):
        return 1
    return 2 if shared else 3
