"""What a heading may mean, as a proposal.

A table of headings seen in real forms. It never decides: ``nama_usaha`` holds the person in one register and the
business in the next, and such headings have a question instead of a proposal (:class:`Trap`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

import attrs

from okoce_core.intake.mapping.headings import fold

__all__ = ["Trap", "feeds_nothing", "is_known", "propose", "trap"]

_BETWEEN: Final = re.compile(r"[\s_.,/()\[\]\-–]+")
_YEAR: Final = re.compile(r" (?:19|20)[0-9]{2}$")


@attrs.frozen
class Trap:
    """What is known of headings that have misled.

    Attributes:
        ask: What to ask the partner, in Indonesian. may: What such a heading meant in one form or another.
    """

    ask: str
    may: tuple[str, ...]


@attrs.frozen
class _Synonyms:
    fields: Mapping[str, tuple[str, ...]]
    traps: Mapping[str, Trap]
    unread: frozenset[str]


@cache
def _synonyms() -> _Synonyms:
    data = resources.files("okoce_core.intake").joinpath("data/synonyms.toml").read_text("utf-8")
    said = tomllib.loads(data)
    fields = {_plain(heading): (field,) for field, headings in said["fields"].items() for heading in headings}
    either = {_plain(heading): tuple(several) for heading, several in said["either"].items()}
    traps = {_plain(heading): Trap(t["ask"], tuple(t["may"])) for t in said["trap"] for heading in t["headings"]}
    return _Synonyms(fields | either, traps, frozenset(map(_plain, said["unread"]["headings"])))


def propose(heading: str) -> tuple[str, ...]:
    """Fields that a heading may mean; none where it is unknown, feeds nothing, or is known to mislead.

    >>> propose("No. HP/WA"), propose("JML_TENAGA_KERJA_2021"), propose("Kab/Kota")
    (('person.phones',), ('headcount.total',), ('person.region', 'enterprise.region'))
    >>> propose("nama_usaha"), propose("NIK KOPERASI"), propose("Hobi")
    ((), (), ())
    """
    return () if trap(heading) else _synonyms().fields.get(_without_year(heading), ())


def trap(heading: str) -> Trap | None:
    """What to ask the partner of a heading that is known to mislead; None of any other.

    >>> trap("NIK KOPERASI").ask, trap("No. KTP")
    ('nomor induk koperasi, atau NIK seseorang?', None)
    """
    return _synonyms().traps.get(_plain(heading)) or _synonyms().traps.get(_without_year(heading))


def feeds_nothing(heading: str) -> bool:
    """Whether the heading is known and no field is fed by it: a row number, a turnover, a district.

    >>> feeds_nothing("OMSET_2021"), feeds_nothing("Hobi")
    (True, False)
    """
    return _without_year(heading) in _synonyms().unread


def is_known(heading: str) -> bool:
    """Whether the table has the heading at all."""
    return bool(propose(heading) or trap(heading) or feeds_nothing(heading))


def _plain(heading: str) -> str:
    """Without case and without what stands between words, which forms and databases write in many ways."""
    return _BETWEEN.sub(" ", fold(heading)).strip()


def _without_year(heading: str) -> str:
    return _YEAR.sub("", _plain(heading))
