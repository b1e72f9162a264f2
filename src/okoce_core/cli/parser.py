"""The command line: which commands there are and what may be said to each. Nothing but argparse is loaded for it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from okoce_core.misuse import Misuse
from okoce_core.report.tongue import LANGUAGES, Tongue

__all__ = ["COMMANDS", "parse"]

COMMANDS: Final[dict[str, tuple[str, ...]]] = {
    "count": (), "read": (), "convert": (), "adapters": ("list", "show"), "rulebooks": ("list", "show"),
}  # fmt: skip
"""Every command, with its second words."""


def parse(words: Sequence[str], tongue: Tongue) -> argparse.Namespace:
    """The options of one command.

    Raises:
        Misuse: a command or an option that does not exist. SystemExit: argparse has printed help, or what is wrong.
    """
    parsers = _parsers(tongue)
    if not words:
        parsers[""].print_help()
        raise SystemExit(2)
    _check_commands(words)
    options, rest = parsers[""].parse_known_args(words)
    unknown = [word.partition("=")[0] for word in rest if word.startswith("-")]
    chosen = parsers.get(options.command, parsers[""])
    if unknown:
        chosen = parsers.get(f"{options.command} {getattr(options, 'verb', '')}", chosen)
        flags = sorted(set(re.findall(r"--[a-z-]+", chosen.format_help())) - {unknown[0]})
        raise Misuse("unknown-option", f"there is no option {unknown[0]}", asked=unknown[0], allowed=flags)
    if rest and not hasattr(options, "paths"):
        chosen.error(tongue.say("unrecognized arguments: %s") % " ".join(rest))
    if rest:
        options.paths += rest  # argparse takes only the first run of PATHs: count A --json B
    return options


def _check_commands(words: Sequence[str]) -> None:
    """Refuse words that are no command, with those that look like them; argparse would only list all."""
    allowed: Sequence[str] = tuple(COMMANDS)
    for word in words[:2]:
        if not allowed or word.startswith("-"):
            return
        if word not in allowed:
            raise Misuse("unknown-command", f"there is no command {word!r}", asked=word, allowed=allowed)
        allowed = COMMANDS.get(word, ())


def _parsers(tongue: Tongue) -> dict[str, argparse.ArgumentParser]:
    """The parser of every command by its words; "" is the whole."""
    say = tongue.say
    whole = argparse.ArgumentParser(
        prog="okoce",
        allow_abbrev=False,
        description=say("How many people took part, became entrepreneurs, and work: counted from partner files."),
    )
    _language(whole, tongue)
    commands = whole.add_subparsers(dest="command", metavar=say("COMMAND"), required=True, title=say("commands"))
    made = {"": whole}

    def add(to: Any, name: str, about: str, fill: Callable[[argparse.ArgumentParser, Tongue], None]) -> Any:
        parser = to.add_parser(name.split()[-1], help=about, description=about, allow_abbrev=False)
        _language(parser, tongue)
        fill(parser, tongue)
        made[name] = parser
        return parser

    add(commands, "count", say("count partner files under named rulebooks"), _count)
    add(commands, "read", say("read partner files: rows and problems, no figures"), _read)
    add(commands, "convert", say("write partner files as okoce-records/1"), _convert)
    adapters = add(commands, "adapters", say("the forms of partners that can be read"), _nothing)
    verbs = adapters.add_subparsers(dest="verb", metavar=say("COMMAND"), required=True, title=say("commands"))
    add(verbs, "adapters list", say("all adapters, and plugins that failed"), _json)
    add(verbs, "adapters show", say("what one adapter reads, and why"), _adapter_name)
    rulebooks = add(commands, "rulebooks", say("the definitions to count under"), _nothing)
    verbs = rulebooks.add_subparsers(dest="verb", metavar=say("COMMAND"), required=True, title=say("commands"))
    add(verbs, "rulebooks list", say("all rulebooks, each in one sentence"), _nothing)
    add(verbs, "rulebooks show", say("every field of one rulebook, and its source"), _rulebook_name)
    return made


def _nothing(_parser: argparse.ArgumentParser, _tongue: Tongue) -> None:
    """A command without options of its own."""


def _language(parser: argparse.ArgumentParser, tongue: Tongue) -> None:
    parser.add_argument("--bahasa", choices=LANGUAGES, help=tongue.say("the language (default: id, or OKOCE_BAHASA)"))


def _json(parser: argparse.ArgumentParser, tongue: Tongue) -> None:
    parser.add_argument("--json", action="store_true", help=tongue.say("write JSON for programs"))


def _inputs(parser: argparse.ArgumentParser, tongue: Tongue) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help=tongue.say("files, folders (with kiriman.toml or without), zip archives"),
    )
    parser.add_argument(
        "--adapter",
        metavar=tongue.say("NAME"),
        help=tongue.say("read every file with this adapter; see okoce adapters list"),
    )
    parser.add_argument(
        "--strict", action="store_true", help=tongue.say("exit with 1 if there is any problem of the level error")
    )


def _read(parser: argparse.ArgumentParser, tongue: Tongue) -> None:
    _inputs(parser, tongue)
    _json(parser, tongue)
    parser.add_argument(
        "--report", type=Path, metavar=tongue.say("FILE.csv"), help=tongue.say("also write every problem into this CSV")
    )


def _convert(parser: argparse.ArgumentParser, tongue: Tongue) -> None:
    _inputs(parser, tongue)
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar=tongue.say("FILE.jsonl"),
        help=tongue.say("where to write the records"),
    )


def _count(parser: argparse.ArgumentParser, tongue: Tongue) -> None:
    say = tongue.say
    _inputs(parser, tongue)
    _json(parser, tongue)
    day = say("DATE")
    parser.add_argument(
        "--rulebook", action="append", default=[], metavar=say("ID|FILE.toml"),
        help=say("a definition to count under, may be repeated (default: okoce-claim@1, okoce-reach@1, okoce-p4@1)"),
    )  # fmt: skip
    parser.add_argument(
        "--set", action="append", default=[], metavar=say("FIELD=JSON"),
        help=say("set a field of the rulebooks otherwise, such as jobs.owners=per_enterprise; the label says so"),
    )  # fmt: skip
    parser.add_argument(
        "--as-of", metavar=day, help=say("the day the figures speak of (default: the latest in the files)")
    )
    parser.add_argument("--known-at", metavar=day, help=say("count only what was known by this day"))
    parser.add_argument(
        "--by", action="append", default=[], metavar=say("DIMENSION"),
        help=say("break the figures down: province, regency, district, sex; may be repeated, or with commas"),
    )  # fmt: skip
    parser.add_argument(
        "--attribution", action="append", default=[], metavar=say("METHOD"),
        help=say("share the figures out among partners: full, first, last, equal, exclusive, via_owner, shapley"),
    )  # fmt: skip
    parser.add_argument(
        "--identity", default="exact", metavar=say("WAY"), help=say("how people are recognised across lists: exact")
    )


def _adapter_name(parser: argparse.ArgumentParser, tongue: Tongue) -> None:
    parser.add_argument("name", metavar=tongue.say("NAME"), help=tongue.say("an adapter; see okoce adapters list"))


def _rulebook_name(parser: argparse.ArgumentParser, tongue: Tongue) -> None:
    parser.add_argument("name", metavar=tongue.say("ID|FILE.toml"), help=tongue.say("a rulebook, such as okoce-p4@1"))
