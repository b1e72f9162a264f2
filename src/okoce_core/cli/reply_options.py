"""What may be said to ``okoce reply``."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from okoce_core.cli.options import inputs, json
from okoce_core.report.tongue import Tongue

__all__ = ["reply"]


def reply(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce reply``."""
    say = tongue.say
    inputs(parser, tongue)
    json(parser, tongue)
    out = say("where to make a folder for each partner; an earlier reply that lies there is followed up")
    parser.add_argument("--out", type=Path, required=True, metavar=say("FOLDER"), help=out)
    since = say("follow up the replies in this folder instead: what is fixed, still open, new")
    parser.add_argument("--since", type=Path, metavar=say("FOLDER"), help=since)
    deadline = say("ask for the mended files by this day")
    parser.add_argument("--deadline", metavar=say("DATE"), help=deadline)
    about = say("the key of the ids of problems, at least 16 bytes (default: OKOCE_KEY)")
    parser.add_argument("--key-file", type=Path, metavar=say("FILE"), help=about)
