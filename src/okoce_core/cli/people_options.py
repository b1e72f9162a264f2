"""What may be said to the commands that show who people are, under numbers or pseudonyms."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from okoce_core.cli.options import decisions, identity, inputs, json, key
from okoce_core.report.tongue import Tongue

__all__ = ["overlap", "pseudonyms", "resolve", "review"]


def resolve(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce resolve``."""
    inputs(parser, tongue)
    json(parser, tongue)
    identity(parser, tongue)
    decisions(parser, tongue)
    key(parser, tongue)
    out = tongue.say("where to write a line for each row")
    parser.add_argument("--out", type=Path, required=True, metavar=tongue.say("FILE.csv"), help=out)


def review(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce review``."""
    say = tongue.say
    inputs(parser, tongue)
    json(parser, tongue)
    decisions(parser, tongue)
    key(parser, tongue)
    out = say("where to write the pairs, a line each; the answers go into its column keputusan")
    parser.add_argument("--out", type=Path, metavar=say("FILE.xlsx|FILE.csv"), help=out)
    row = say("FILE:ROW|FILE:SHEET:ROW")
    parser.add_argument("--pair", nargs=2, metavar=(row, row), help=say("explain these two rows instead"))
    parser.add_argument(
        "--most", type=int, default=500, metavar="N", help=say("how many pairs to write (default: 500)")
    )
    revealed = say("show the personal values too, for somebody who may see them")
    parser.add_argument("--revealed", action="store_true", help=revealed)


def pseudonyms(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce pseudonyms``."""
    inputs(parser, tongue)
    json(parser, tongue)
    identity(parser, tongue)
    key(parser, tongue)
    out = tongue.say("where to write the list of pseudonyms")
    parser.add_argument("--out", type=Path, required=True, metavar=tongue.say("FILE.csv"), help=out)


def overlap(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce overlap``."""
    lists = tongue.say("files that okoce pseudonyms wrote with one key")
    parser.add_argument("paths", nargs="+", metavar=tongue.say("FILE.csv"), help=lists)
    json(parser, tongue)
