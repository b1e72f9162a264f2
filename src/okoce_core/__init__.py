"""okoce: how many people a movement reached, how many became entrepreneurs, how many jobs exist because of it.

>>> import okoce_core as okoce
>>> reading = okoce.read("docs/examples/2022-09")
>>> population = okoce.resolve(reading)
>>> figures = okoce.count(population, "okoce-p4@1", as_of="2022-09-30")

Importing this package loads nothing but attrs; each name below is fetched when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from okoce_core.cli.progress import progress
    from okoce_core.counting import Bridge, Comparison, Conflict, Explanation, Figure, Figures, compare, count
    from okoce_core.evidence import Ledger, Place, Problem, Source, Trail
    from okoce_core.identity import Decision, Decisions, Population, explain_link, resolve, review
    from okoce_core.intake import FileReading, Limits, Reading, convert, read
    from okoce_core.misuse import Misuse
    from okoce_core.model import (
        Employment,
        Enterprise,
        Headcount,
        Ownership,
        Participation,
        Partner,
        PartnerTotal,
        Permit,
        Person,
    )  # fmt: skip
    from okoce_core.report import charts
    from okoce_core.report.dossier import write_report
    from okoce_core.report.tongue import bahasa
    from okoce_core.rules import Rulebook, parse_rulebook, preset, presets, with_fields

__all__ = [
    "Bridge", "Comparison", "Conflict", "Decision", "Decisions", "Employment", "Enterprise", "Explanation", "Figure",
    "Figures", "FileReading", "Headcount", "Ledger", "Limits", "Misuse", "Ownership", "Participation", "Partner",
    "PartnerTotal", "Permit", "Person", "Place", "Population", "Problem", "Reading", "Rulebook", "Source", "Trail",
    "bahasa", "charts", "compare", "convert", "count", "explain_link", "parse_rulebook", "preset", "presets",
    "progress", "read", "resolve", "review", "with_fields", "write_report",
]  # fmt: skip

_HOME = {
    **dict.fromkeys(
        ("Bridge", "Comparison", "Conflict", "Explanation", "Figure", "Figures", "compare", "count"), "counting"
    ),
    **dict.fromkeys(("Ledger", "Place", "Problem", "Source", "Trail"), "evidence"),
    **dict.fromkeys(("Decision", "Decisions", "Population", "explain_link", "resolve", "review"), "identity"),
    **dict.fromkeys(("FileReading", "Limits", "Reading", "convert", "read"), "intake"),
    "Misuse": "misuse",
    "write_report": "report.dossier",
    **dict.fromkeys(
        (
            "Employment", "Enterprise", "Headcount", "Ownership", "Participation", "Partner", "PartnerTotal", "Permit",
            "Person",
        ),
        "model",
    ),
    "bahasa": "report.tongue",
    "charts": "report.charts",
    "progress": "cli.progress",
    **dict.fromkeys(("Rulebook", "parse_rulebook", "preset", "presets", "with_fields"), "rules"),
}  # fmt: skip

_MODULES = frozenset({"charts"})


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = import_module(f"{__name__}.{_HOME[name]}")
    found = home if name in _MODULES else getattr(home, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
