"""Pseudonyms: names for people and enterprises that are the same from run to run and show nothing of them.

A pseudonym is a BLAKE2b hash under the caller's key, of one identifier. There are only so many NIKs: whoever has the
key can try them all in minutes, and without a key anybody can (law 8). So there is no unkeyed pseudonym, and the key is
kept like the lists themselves. Without one there are only ids of rows, which hold for the same bytes alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Final

from okoce_core.identity.identifiers import PERSON_KINDS, Stated, enterprise_texts, person_texts, row_texts
from okoce_core.identity.population import Population
from okoce_core.misuse import Misuse

__all__ = ["SHORTEST_KEY", "VERSION", "enterprise_pseudonyms", "person_pseudonyms", "pseudonym"]

VERSION: Final = "okoce-pseudonym/1"
"""Goes into every hash: a change of what is hashed, or of its normal form, needs a new one."""

SHORTEST_KEY: Final = 16
"""Bytes. SOURCE: NIST SP 800-107r1 5.3.2, a key of at least 112 bits; 16 bytes are 128."""

_LONGEST_KEY: Final = 64  # RFC 7693: the longest that BLAKE2b takes


def pseudonym(kind: str, text: str, key: bytes) -> str:
    """The pseudonym for an identifier: 32 hexadecimal digits.

    BLAKE2b of 16 bytes under ``key`` (a key of more than 64 bytes: under its own BLAKE2b hash of 64) of the UTF-8 text
    ``okoce-pseudonym/1``, line feed, kind, line feed, text.

    Args:
        kind: What it is, such as ``nik``. text: Its normal form, see :mod:`~okoce_core.identity.identifiers`.
        key: At least 16 bytes that nobody can guess.

    Raises:
        Misuse: a key that is too short, or none.

    >>> pseudonym("nik", "9901014107909001", b"a key for the docs only")
    '3ce199763488f8247d68054a6a343173'
    """
    return _hashed(kind, text, _checked(key))


def _checked(key: bytes) -> bytes:
    if len(key) < SHORTEST_KEY:
        raise Misuse("key-short", f"a key has at least {SHORTEST_KEY} bytes; without one a hash hides nothing")
    return key if len(key) <= _LONGEST_KEY else blake2b(key).digest()


def _hashed(kind: str, text: str, key: bytes) -> str:
    said = f"{VERSION}\n{kind}\n{text}".encode("utf-8", "surrogatepass")  # a JSON text may hold half a pair
    return blake2b(said, digest_size=16, key=key).hexdigest()


def person_pseudonyms(population: Population, key: bytes | None) -> list[str]:
    """For each person of the population a pseudonym that no other has.

    Of what is known of a person the strongest kind counts: NIK, name with birth date, phone with first name, e-mail; of
    several texts of that kind the one that most rows state. What two people share names neither. Where nothing is left,
    and for everybody without a key, it is the id of the row the person comes from first.

    Raises:
        Misuse: a key that is too short.
    """
    strong = ((kind, stated) for kind, stated in person_texts(population) if kind in PERSON_KINDS)
    known = _strongest(strong) if key is not None else {}
    rolls = [file.records.people for file in population.reading.files]
    return _named(known, row_texts(population, rolls, population.person), key)


def enterprise_pseudonyms(population: Population, people: list[str], key: bytes | None) -> list[str]:
    """For each enterprise a pseudonym that no other has: by NIB, NSPP or NPSN, owner with name, or its row.

    Args:
        people: The pseudonym of each person.

    Raises:
        Misuse: a key that is too short.
    """
    known = _strongest(enterprise_texts(population, people)) if key is not None else {}
    rolls = [file.records.enterprises for file in population.reading.files]
    return _named(known, row_texts(population, rolls, population.enterprise), key)


def _strongest(kinds: Iterable[tuple[str, Stated]]) -> dict[int, tuple[str, str]]:
    found: dict[int, tuple[str, str]] = {}
    for kind, stated in kinds:
        for number, text in _own_texts(stated).items():
            found.setdefault(number, (kind, text))
    return found


def _own_texts(stated: Stated) -> dict[int, str]:
    """Of each number the text that most rows state, among those that only rows of that number state."""
    holder: dict[str, int] = {}
    times = Counter[str]()
    for number, text in stated:
        times[text] += 1
        if holder.setdefault(text, number) != number:
            holder[text] = -1
    best: dict[int, tuple[int, str]] = {}
    for text, number in holder.items():
        rank = (-times[text], text)
        if number >= 0 and rank < best.get(number, (1, "")):
            best[number] = rank
    return {number: text for number, (_, text) in best.items()}


def _named(known: Mapping[int, tuple[str, str]], rows: Mapping[int, str], key: bytes | None) -> list[str]:
    if key is None:
        return [_row_id(rows[number]) for number in range(len(rows))]
    used = _checked(key)
    return [_hashed(*known.get(number, ("row", rows[number])), used) for number in range(len(rows))]


def _row_id(text: str) -> str:
    """A hash of the file's hash and the row: unkeyed, since it holds no value and tells nothing without the file."""
    return blake2b(text.encode(), digest_size=16).hexdigest()
