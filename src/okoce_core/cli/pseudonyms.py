"""``okoce pseudonyms``: a list of pseudonyms to exchange with another partner, who has the same key."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import Any

from okoce_core.cli import terminal
from okoce_core.cli.asked_key import asked_key
from okoce_core.cli.inputs import about_files, check_output, exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.identity import resolve
from okoce_core.identity.exchange import PseudonymList, pseudonym_list
from okoce_core.intake import Reading
from okoce_core.misuse import Misuse
from okoce_core.report.figures_json import reading_document
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Resolve, write the list, say what it holds, and give the exit status."""
    key = asked_key(options)
    if key is None:
        raise Misuse("key-needed", "pseudonyms need a key; without one a hash of a NIK hides nothing")
    check_output(options.out, options.paths)
    if options.out.suffix.lower() != ".csv":
        raise Misuse("out-form", f"{options.out} is no .csv", asked=options.out.name)
    resolve(Reading(), identity=options.identity, scorer=options.scorer)  # a wrong way shows before files are read
    with Progress(tongue, quiet=options.quiet) as progress:
        reading = read_inputs(options, tongue, progress)
        population = resolve(reading, identity=options.identity, scorer=options.scorer)
        made = pseudonym_list(population, key) if reading.readable else None
        if made:
            _write(made, options.out)
    if options.json:
        terminal.write_json(_document(reading, made, options.out))
    else:
        said = _said(made, options.out, tongue)
        terminal.show([] if options.quiet and made else [said, *about_files(reading, options, tongue)])
    return exit_status(reading, strict=options.strict)


def _write(made: PseudonymList, out: Path) -> None:
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(made.rows())
    except OSError:
        raise Misuse("cannot-write", f"{out} cannot be written", asked=str(out)) from None


def _document(reading: Reading, made: PseudonymList | None, out: Path) -> dict[str, Any]:
    """What was written, never who is in it."""
    told = {"file": str(out), "people": len(made.people), "unknown": made.unknown} if made else {}
    nothing = {"file": None, "people": 0, "unknown": 0}
    return {**reading_document(reading), "format": "okoce-pseudonymisation/1", **nothing, **told}


def _said(made: PseudonymList | None, out: Path, tongue: Tongue) -> str:
    if made is None:
        return tongue.say("Nothing could be read, so nothing was written.")
    return tongue.say(
        "{n} people written to {file}, {unknown} of them without any identifier. "
        "Whoever has the key can find out who they are: never send it along with the file.",
        n=tongue.number(len(made.people)), file=out, unknown=tongue.number(made.unknown),
    )  # fmt: skip
