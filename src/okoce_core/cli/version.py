"""``okoce --version``: which okoce this is. Finding that takes longer than parsing the words, so it waits its turn."""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser
from collections.abc import Sequence
from typing import Any, NoReturn

from okoce_core.report.tongue import Tongue

__all__ = ["version"]


def version(parser: ArgumentParser, tongue: Tongue) -> None:
    """``--version``, of the command as a whole."""
    parser.add_argument("--version", action=_Version, help=tongue.say("show the version of okoce and exit"))


class _Version(Action):
    def __init__(self, option_strings: Sequence[str], dest: str, **more: Any) -> None:
        super().__init__(option_strings, SUPPRESS, nargs=0, **more)

    def __call__(self, parser: ArgumentParser, *_more: object) -> NoReturn:
        from importlib.metadata import version as installed

        from okoce_core.cli import terminal

        terminal.write(f"okoce {installed('okoce')}\n")
        parser.exit()
