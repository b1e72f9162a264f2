"""``okoce completion``: a script that lets a shell complete commands, options and the names that may follow them.

shtab writes the script; what it cannot see in the parser, which takes any text and leaves wrong names to those who know
the right ones, is said here. The script calls nothing: names of adapters are those of the day it was made.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from typing import Any

from okoce_core.cli import terminal
from okoce_core.cli.inputs import discover
from okoce_core.cli.parser import parsers
from okoce_core.counting.breakdowns.dimensions import DIMENSIONS
from okoce_core.counting.partners import METHODS
from okoce_core.counting.publishing.published import SCOPES
from okoce_core.counting.tally import MEASURES
from okoce_core.identity.resolve import IDENTITIES
from okoce_core.misuse import Misuse
from okoce_core.model.entities import PARTNER_KINDS
from okoce_core.plugins.partners import find_partners
from okoce_core.report.tongue import Tongue
from okoce_core.rules import presets
from okoce_core.rules.fields import FIELDS

__all__ = ["run"]

_FILES = ("paths", "out", "report", "decisions", "key_file", "given", "samples", "since")


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Print the script for one shell."""
    try:
        import shtab
    except ImportError:
        raise Misuse("extra-missing", "shell completion needs shtab", asked="completion") from None
    made = parsers(tongue)
    values = _values()
    for words, parser in made.items():
        for action in parser._actions:  # noqa: SLF001 - argparse has no public way to its own arguments
            _tell(action, values.get(f"{words} {action.dest}", values.get(action.dest)), shtab.FILE)
    terminal.write(shtab.complete(made[""], options.verb))
    return 0


def _tell(action: Any, names: Iterable[str] | None, files: Mapping[str, Any]) -> None:
    """What may follow an option or stand in a place: one of the names; where it may be a file too, also files."""
    if action.dest in _FILES:
        action.complete = files
    elif names is not None and "toml" in str(action.metavar).lower():
        action.complete = _words_or_files(action.dest, " ".join(names))
    elif names is not None:
        action.choices = tuple(names)


def _words_or_files(name: str, words: str) -> dict[str, Any]:
    """One of the words, or a file, as shtab has it: for each shell what completes it."""
    function = f'_okoce_{name}() {{ compgen -W "{words}" -- "$1"; compgen -f -- "$1"; }}'
    return {
        "bash": f"_okoce_{name}",
        "zsh": f"{{compadd -- {words}; _files}}",
        "fish": f"{words} (__fish_complete_path (commandline -ct))",
        "preamble": {"bash": function},
    }


def _values() -> dict[str, Iterable[str]]:
    """The names by the argument they are for, and where it matters by the command before it."""
    adapters, books = [adapter.name for adapter in discover().adapters], tuple(presets())
    return {
        "rulebook": books, "rulebooks show name": books, "one": books, "other": books,
        "adapter": adapters, "adapters show name": adapters, "adapters check name": adapters,
        "template partner": sorted({*adapters, *(partner.id for partner in find_partners()[0])}),
        "by": tuple(DIMENSIONS), "cell": tuple(f"{name}=" for name in DIMENSIONS),
        "attribution": METHODS, "identity": IDENTITIES, "measure": MEASURES, "scope": SCOPES,
        "kind": PARTNER_KINDS, "set": tuple(f"{field}=" for field in FIELDS),
    }  # fmt: skip
