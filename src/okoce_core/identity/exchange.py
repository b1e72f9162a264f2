"""What partners exchange to learn how many people they share: a list of pseudonyms, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from okoce_core.identity.identifiers import PERSON_KINDS, WEAK_KINDS, person_texts
from okoce_core.identity.population import Population
from okoce_core.identity.pseudonyms import pseudonym
from okoce_core.misuse import Misuse
from okoce_core.shown import Shown

__all__ = ["FORMAT", "KINDS", "Person", "PseudonymList", "parse_list", "pseudonym_list"]

FORMAT: Final = "okoce-pseudonyms/1"
KINDS: Final = PERSON_KINDS + WEAK_KINDS
_DIGITS: Final = frozenset("0123456789abcdef")

Person = tuple[tuple[str, ...], ...]
"""One person's pseudonyms: for each of KINDS as many as are known, sorted."""


@attrs.frozen
class PseudonymList(Shown):
    """A partner's people under pseudonyms.

    Attributes:
        check: The same for all lists made with one key.
        people: Sorted by pseudonym, so that their order tells nothing of the partner's list.
    """

    check: str
    people: tuple[Person, ...] = attrs.field(repr=False)

    @property
    def unknown(self) -> int:
        """How many people have no identifier at all, and can never be found in another list."""
        return sum(not any(person) for person in self.people)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """The list as rows of a CSV file: the format with the check, the headings, then a person a row."""
        yield FORMAT, self.check
        yield KINDS
        yield from (tuple(map(" ".join, person)) for person in self.people)


def pseudonym_list(population: Population, key: bytes) -> PseudonymList:
    """The people of a population, each under a pseudonym for every identifier known of him.

    Raises:
        Misuse: a key that is too short.
    """
    people: list[list[tuple[str, ...]]] = [[()] * len(KINDS) for _ in range(population.people)]
    for place, (kind, stated) in enumerate(person_texts(population)):
        for number, text in set(stated):
            people[number][place] += (pseudonym(kind, text, key),)
    told = sorted(tuple(tuple(sorted(of_kind)) for of_kind in person) for person in people)
    return PseudonymList(pseudonym("check", "", key), tuple(told))


def parse_list(rows: Sequence[Sequence[str]], name: str) -> PseudonymList:
    """The list in the rows of a CSV file.

    Args:
        name: What the file is called, for the error.

    Raises:
        Misuse: it is no list of pseudonyms.
    """
    head, kinds, *told = [*rows, (), ()] if len(rows) < 2 else rows
    good = len(head) == 2 and head[0] == FORMAT and tuple(kinds) == KINDS
    if not (good and all(len(row) == len(KINDS) for row in told) and all(map(_is_one, _words(head[1:], told)))):
        raise Misuse("not-pseudonyms", f"{name} is no file of pseudonyms", asked=name)
    return PseudonymList(head[1], tuple(tuple(tuple(cell.split()) for cell in row) for row in told))


def _words(check: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from check
    yield from (word for row in rows for cell in row for word in cell.split())


def _is_one(word: str) -> bool:
    return len(word) == 32 and _DIGITS.issuperset(word)
