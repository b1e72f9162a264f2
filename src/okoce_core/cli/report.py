"""``okoce report``: one page with the figures, where they come from and what they rest on, and its tables beside it."""

from __future__ import annotations

import argparse
from pathlib import Path

from okoce_core.cli import terminal
from okoce_core.cli.asked_rulebooks import DEFAULT
from okoce_core.cli.asking import Question, question
from okoce_core.cli.inputs import about_files, check_output, exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.counting import Comparison, Suppression
from okoce_core.intake import Reading
from okoce_core.plugins.partners import find_partners
from okoce_core.report.blocks import Block
from okoce_core.report.dossier import check_folder, write_report
from okoce_core.report.figures_page import day_lines
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Read, count, write the report, say what was written, and give the exit status."""
    asked, out = question(options, DEFAULT), options.out
    check_output(out, options.paths)
    check_folder(out)
    asked.answer(Reading())  # what is wrong with the question shows before hours of files are read
    written: dict[str, bytes] = {}
    with Progress(tongue, quiet=options.quiet) as progress:
        reading = read_inputs(options, tongue, progress)
        compared = asked.answer(reading) if reading.readable else None
        if compared:
            command = _command(options, asked, compared)
            rules = Suppression() if options.suppress else None
            written = write_report(
                compared, reading, out, suppress=rules, partners=find_partners()[0], language=tongue.language,
                command=command,
            )  # fmt: skip
    if options.json:
        terminal.write_json(_document(out, reading, written))
    elif not (options.quiet and written):
        terminal.show(_page(compared, reading, options, written, asked, tongue))
    return exit_status(reading, strict=options.strict)


def _page(
    compared: Comparison | None, reading: Reading, options: argparse.Namespace, written: dict[str, bytes],
    asked: Question, tongue: Tongue,
) -> list[Block]:  # fmt: skip
    say = tongue.say
    if compared is None:
        nothing = say("Nothing could be read, so there are no figures.")
        return [nothing, *about_files(reading, options, tongue)]
    return [
        *day_lines(compared[0], tongue, given=asked.as_of is not None),
        say("The report is {page}.", page=options.out / "laporan.html"),
        say("Beside it: {files}.", files=", ".join(name for name in written if name != "laporan.html")),
    ]


def _document(out: Path, reading: Reading, written: dict[str, bytes]) -> dict[str, object]:
    return {
        "format": "okoce-written/1",
        "out": str(out),
        "inputs": reading.inputs,
        "files": [{"name": name, "bytes": len(data)} for name, data in written.items()],
    }


def _command(options: argparse.Namespace, asked: Question, compared: Comparison) -> list[str]:
    """The command line that writes the same report elsewhere: names without their folders, the day that was taken."""
    words = ["okoce", "report", *sorted(_name(path) for path in set(options.paths))]
    words += ["--out", "laporan", "--identity", asked.identity]
    for name in options.rulebook or DEFAULT:
        words += ["--rulebook", _name(name)]
    for setting in options.set:
        words += ["--set", setting]
    if compared[0].as_of.year < 9999:
        words += ["--as-of", compared[0].as_of.isoformat()]
    given = {"--known-at": options.known_at, "--scorer": options.scorer, "--adapter": options.adapter}
    for option, value in given.items():
        words += [option, _name(value)] if value else []
    for path in options.decisions:
        words += ["--decisions", path.name]
    return [*words, *([] if options.suppress else ["--no-suppress"])]


def _name(path: str) -> str:
    """What may stand in a report of where a file lay: its name alone. Adapters are named with a slash."""
    return Path(path).name if Path(path).exists() else path
