"""How this library's values are written as SDMX codes; ``docs/exports.md`` lists the code lists.

A code is made of letters, digits and ``_ @ $ -`` (the pattern of SDMX's IDType); ``_T`` is the total, ``_U`` unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from okoce_core.counting.exports.observation import Observation

__all__ = ["UNKNOWN", "activity", "age", "area", "code", "decimal", "status"]

_NATION: Final = "ID"
UNKNOWN: Final = "_U"
_DIGITS: Final[Mapping[str, str]] = {"province": "", "regency": "4", "district": "6"}
_PLACES: Final = 6
_STATUS: Final[Mapping[str, str]] = {"counted": "A", "modelled": "E", "estimated": "E", "bounded": "P"}


def code(text: str) -> str:
    """A text as a code; two texts never have the same. What no code may hold, or begin with, is ``$hex$``.

    >>> code("hipmi-jabar"), code("okoce-p4@1"), code("HIPMI Jabar"), code("=1+2")
    ('hipmi-jabar', 'okoce-p4@1', 'HIPMI$20$Jabar', '$3d$1$2b$2')
    """
    return "".join(
        letter if (letter.isascii() and letter.isalnum()) or (place and letter in "_@-") else f"${ord(letter):x}$"
        for place, letter in enumerate(text)
    )


def age(group: str) -> str:
    """An age group put together as SDMX's CL_AGE has it.

    >>> age("16-30"), age("60+")
    ('Y16T30', 'Y_GE60')
    """
    return f"Y_GE{group[:-1]}" if group.endswith("+") else "Y{}T{}".format(*group.split("-"))


def activity(sector: str) -> str:
    """A division with its classification.

    >>> activity("KBLI2020:56")
    'KBLI2020_56'
    """
    return code(sector.replace(":", "_"))


def area(of: Mapping[str, str | None]) -> str:
    """The Kemendagri code without its dots; ``ID`` is the nation.

    Where the place is unknown it is ``_U``; where only its regency or district is, what is known of it and the number
    of digits its code would have: those of province 31 whose regency is unknown are ``31_U4``.

    >>> area({}), area({"province": "31"}), area({"province": None}), area({"district": "31.75.06"})
    ('ID', '31', '_U', '317506')
    >>> area({"regency": None}), area({"province": "31", "regency": None}), area({"province": None, "regency": None})
    ('_U4', '31_U4', '_U')
    """
    place = ""
    for level, digits in _DIGITS.items():
        if level in of:
            known = of[level]
            if known is None:
                return f"{place}{UNKNOWN}{digits}"
            place = known.replace(".", "")
    return place or _NATION


def decimal(number: Fraction | int | None) -> str:
    """A number with a decimal point, rounded (half to even) to six places; nothing of None.

    >>> decimal(Fraction(7, 2)), decimal(Fraction(1, 3)), decimal(Fraction(-5)), decimal(None)
    ('3.5', '0.333333', '-5', '')
    """
    if number is None:
        return ""
    scaled = round(Fraction(number) * 10**_PLACES)
    whole, rest = divmod(abs(scaled), 10**_PLACES)
    text = f"{'-' if scaled < 0 else ''}{whole}.{rest:0{_PLACES}}"
    return text.rstrip("0").rstrip(".")


def status(observation: Observation) -> str:
    """OBS_STATUS: A counted, E modelled or estimated, P bounded (lists are still to come), M no value."""
    return "M" if observation.value is None else _STATUS[observation.state]
