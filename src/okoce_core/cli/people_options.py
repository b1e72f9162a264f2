"""What may be said to the commands that show who people are, under numbers or pseudonyms."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from okoce_core.cli.options import identity, inputs, json
from okoce_core.report.tongue import Tongue

__all__ = ["overlap", "pseudonyms", "resolve"]


def resolve(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce resolve``."""
    inputs(parser, tongue)
    json(parser, tongue)
    identity(parser, tongue)
    _key(parser, tongue)
    out = tongue.say("where to write a line for each row")
    parser.add_argument("--out", type=Path, required=True, metavar=tongue.say("FILE.csv"), help=out)


def pseudonyms(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce pseudonyms``."""
    inputs(parser, tongue)
    identity(parser, tongue)
    _key(parser, tongue)
    out = tongue.say("where to write the list of pseudonyms")
    parser.add_argument("--out", type=Path, required=True, metavar=tongue.say("FILE.csv"), help=out)


def overlap(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce overlap``."""
    lists = tongue.say("files that okoce pseudonyms wrote with one key")
    parser.add_argument("paths", nargs="+", metavar=tongue.say("FILE.csv"), help=lists)
    json(parser, tongue)


def _key(parser: ArgumentParser, tongue: Tongue) -> None:
    say = tongue.say
    key = say("the key of the pseudonyms, at least 16 bytes (default: OKOCE_KEY)")
    parser.add_argument("--key-file", type=Path, metavar=say("FILE"), help=key)
