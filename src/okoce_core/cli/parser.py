"""The command line: which commands there are, and the words of a call sorted out. It loads nothing but argparse."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from typing import Any, Final

from okoce_core.cli import options, people_options, reply_options
from okoce_core.cli.version import version
from okoce_core.misuse import Misuse
from okoce_core.report.tongue import Tongue

__all__ = ["COMMANDS", "parse", "parsers"]

COMMANDS: Final[dict[str, tuple[str, ...]]] = {
    "count": (),
    "compare": (),
    "explain": (),
    "report": (),
    "read": (),
    "convert": (),
    "resolve": (),
    "review": (),
    "reply": (),
    "pseudonyms": (),
    "overlap": (),
    "adapters": ("list", "show", "new", "check"),
    "partners": ("list",),
    "template": (),
    "rulebooks": ("list", "show", "diff"),
    "published": ("list", "check"),
    "completion": ("bash", "zsh", "fish"),
}
"""Every command, with its second words."""


def parse(words: Sequence[str], tongue: Tongue) -> Namespace:
    """The options of one command.

    Raises:
        Misuse: a command or an option that does not exist, or a word that is empty.
        SystemExit: argparse has printed help, or what is wrong.
    """
    made = parsers(tongue)
    if not words:
        made[""].print_help()
        raise SystemExit(2)
    if "" in words:
        raise Misuse("empty-word", "a word of the command is empty")
    _check_commands(words)
    said, rest = made[""].parse_known_args(words)
    said.quiet = getattr(said, "quiet", False)
    chosen = made[" ".join(filter(None, (said.command, getattr(said, "verb", ""))))]
    for word in rest:
        if word.startswith("-"):
            _refuse(word.partition("=")[0], chosen)
    if rest and not hasattr(said, "paths"):
        chosen.error(tongue.say("unrecognized arguments: %s") % " ".join(rest))
    if rest:
        said.paths += rest  # argparse takes only the first run of PATHs: count A --json B
    return said


def _check_commands(words: Sequence[str]) -> None:
    """Refuse words that are no command, with those that look like them; argparse would only list all."""
    allowed: Sequence[str] = tuple(COMMANDS)
    for word in words[:2]:
        if not allowed or word.startswith("-"):
            return
        if word not in allowed:
            raise Misuse("unknown-command", f"there is no command {word!r}", asked=word, allowed=allowed)
        allowed = COMMANDS.get(word, ())


def _refuse(option: str, parser: ArgumentParser) -> None:
    there = sorted(set(re.findall(r"--[a-z-]+", parser.format_help())) - {option})
    raise Misuse("unknown-option", f"there is no option {option}", asked=option, allowed=there)


_Fill = Callable[[ArgumentParser, Tongue], None]


class _Commands:
    """The parser of every command by its words; "" is the whole."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue = tongue
        about = tongue.say("How many people took part, became entrepreneurs, and work: counted from partner files.")
        self.made = {"": ArgumentParser(prog="okoce", allow_abbrev=False, description=about)}
        options.language(self.made[""], tongue)
        options.quiet(self.made[""], tongue)
        version(self.made[""], tongue)

    def group(self, within: str, dest: str) -> Any:
        """The place for the commands within a command."""
        say = self._tongue.say
        return self.made[within].add_subparsers(dest=dest, metavar=say("COMMAND"), required=True, title=say("commands"))

    def add(self, group: Any, words: str, about: str, fill: _Fill = options.nothing) -> None:
        """A command with its options."""
        parser = group.add_parser(words.split()[-1], help=about, description=about, allow_abbrev=False)
        options.language(parser, self._tongue)
        options.quiet(parser, self._tongue)
        fill(parser, self._tongue)
        self.made[words] = parser


def parsers(tongue: Tongue) -> dict[str, ArgumentParser]:
    """The parser of every command by its words, "" the whole."""
    say, commands = tongue.say, _Commands(tongue)
    whole = commands.group("", "command")
    commands.add(whole, "count", say("count partner files under named rulebooks"), options.count)
    commands.add(whole, "compare", say("figures side by side, and the steps between two of them"), options.compare)
    commands.add(whole, "explain", say("from a figure, a person or an enterprise down to the rows"), options.explain)
    commands.add(whole, "report", say("a page with the figures and all they rest on, and its tables"), options.report)
    commands.add(whole, "read", say("read partner files: rows and problems, no figures"), options.read)
    commands.add(whole, "convert", say("write partner files as okoce-records/1"), options.convert)
    resolved = say("for each row whom and what it is about, without personal values")
    commands.add(whole, "resolve", resolved, people_options.resolve)
    doubtful = say("the doubtful pairs of people, for somebody to decide")
    commands.add(whole, "review", doubtful, people_options.review)
    answered = say("a folder for each partner: the marked files, the problems, a message")
    commands.add(whole, "reply", answered, reply_options.reply)
    listed = say("a list of pseudonyms to exchange with another partner")
    commands.add(whole, "pseudonyms", listed, people_options.pseudonyms)
    commands.add(whole, "overlap", say("how many people such lists share"), people_options.overlap)
    commands.add(whole, "adapters", say("the forms of partners that can be read"))
    commands.add(whole, "partners", say("the partners the movement is known to have"))
    commands.add(whole, "template", say("an input form for a partner's list, as a workbook"), options.template)
    commands.add(whole, "rulebooks", say("the definitions to count under"))
    commands.add(whole, "published", say("what was published about the movement, with its sources"))
    commands.add(whole, "completion", say("a script that lets a shell complete the command"))
    for fill in (_adapters, _partners, _rulebooks, _published, _completion):
        fill(commands, say)
    return commands.made


_Say = Callable[[str], str]


def _adapters(commands: _Commands, say: _Say) -> None:
    group = commands.group("adapters", "verb")
    commands.add(group, "adapters list", say("all adapters, and plugins that failed"), options.json)
    commands.add(group, "adapters show", say("what one adapter reads, and why"), options.adapter_name)
    drafted = say("a package for a partner's own form, drafted from a file")
    commands.add(group, "adapters new", drafted, options.adapters_new)
    checked = say("try an adapter by the checks that every one must pass")
    commands.add(group, "adapters check", checked, options.adapters_check)


def _partners(commands: _Commands, say: _Say) -> None:
    group = commands.group("partners", "verb")
    commands.add(group, "partners list", say("every known partner, and the adapters that fit"), options.json)


def _rulebooks(commands: _Commands, say: _Say) -> None:
    group = commands.group("rulebooks", "verb")
    commands.add(group, "rulebooks list", say("all rulebooks, each in one sentence"), options.json)
    shown = say("every field of one rulebook, and its source")
    commands.add(group, "rulebooks show", shown, options.rulebook_name)
    differ = say("two rulebooks side by side, field by field")
    commands.add(group, "rulebooks diff", differ, options.rulebook_pair)


def _published(commands: _Commands, say: _Say) -> None:
    group = commands.group("published", "verb")
    listed = say("all published figures, and what can be seen in them by arithmetic")
    commands.add(group, "published list", listed, options.json)
    checked = say("count partner files and compare with what means the same")
    commands.add(group, "published check", checked, options.published_check)


def _completion(commands: _Commands, say: _Say) -> None:
    group = commands.group("completion", "verb")
    commands.add(group, "completion bash", say("for bash: source it, or put it among bash's completions"))
    commands.add(group, "completion zsh", say("for zsh: save it as _okoce in a folder of $fpath"))
    commands.add(group, "completion fish", say("for fish: save it as ~/.config/fish/completions/okoce.fish"))
