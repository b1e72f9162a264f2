"""What every command that reads files shares: plugins, reading, and what the exit status says of it."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from okoce_core.cli import terminal
from okoce_core.cli.progress import Progress
from okoce_core.intake import Reading, read
from okoce_core.misuse import Misuse
from okoce_core.plugins import Registry
from okoce_core.report.blocks import Block
from okoce_core.report.files_page import files_page
from okoce_core.report.plugins_page import plugin_reason
from okoce_core.report.problems_page import problems_page
from okoce_core.report.tongue import Tongue

__all__ = ["about_files", "check_output", "discover", "exit_status", "read_inputs"]


def discover() -> Registry:
    """The installed adapters; OKOCE_PLUGINS names the plugins to load, OKOCE_STRICT_PLUGINS=1 ends at one that fails.

    Raises:
        Misuse: a plugin that does not exist, or, when strict, one that fails.
    """
    names = [name.strip() for name in os.environ.get("OKOCE_PLUGINS", "").split(",") if name.strip()]
    strict = os.environ.get("OKOCE_STRICT_PLUGINS", "") not in {"", "0"}
    try:
        return Registry.discover(only=names or None, strict=strict)
    except Misuse:
        raise
    except (Exception, SystemExit) as raised:
        if terminal.debugging():
            raise
        raise Misuse("plugin-failed", f"{type(raised).__name__}; OKOCE_DEBUG=1 shows it whole") from None


def read_inputs(options: argparse.Namespace, tongue: Tongue, progress: Progress) -> Reading:
    """Read the PATHs; plugins that are not used are named on standard error.

    Raises:
        Misuse: see :func:`okoce_core.read`.
    """
    registry = discover()
    for status in registry.statuses:
        if status.state != "ok" and not options.quiet:
            why = plugin_reason(status, tongue)
            terminal.note(tongue.say("Plugin {name}: {why}", name=status.plugin or status.distribution, why=why))
    paths = sorted(set(options.paths))  # their order must change nothing, not even that of two files of one name
    try:
        return read(
            *paths, adapter=options.adapter, registry=registry, environment=os.environ, on_progress=progress.reading
        )
    except OSError as error:
        raise Misuse("cannot-open", "a path cannot be opened", asked=str(error.filename or ", ".join(paths))) from None


def about_files(reading: Reading, options: argparse.Namespace, tongue: Tongue) -> list[Block]:
    """What became of the files, and the problems in them; nothing where only the result is wanted."""
    return [] if options.quiet else [*files_page(reading, tongue), *problems_page(reading, tongue)]


def check_output(out: Path, paths: list[str]) -> None:
    """Refuse to write over or between what is read: the next month would read it as a partner's file.

    Raises:
        Misuse: ``out`` is one of the PATHs or lies in one of them.
    """
    target = out.resolve()
    for path in (Path(given).resolve() for given in paths):
        if target == path or path in target.parents:
            raise Misuse("output-is-input", f"{out} is among what is read", asked=str(out))


def exit_status(reading: Reading, *, strict: bool) -> int:
    """0, 3 where nothing could be read, 1 where ``strict`` meets an error."""
    if not reading.readable:
        return 3
    return int(strict and any(problem.severity == "error" for problem in reading.problems))
