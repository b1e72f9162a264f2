"""``okoce pseudonyms``: a list of pseudonyms to exchange with another partner, who has the same key."""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

from okoce_core.cli import terminal
from okoce_core.cli.asked_key import asked_key
from okoce_core.cli.inputs import check_output, exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.identity import resolve
from okoce_core.identity.exchange import PseudonymList, pseudonym_list
from okoce_core.intake import Reading
from okoce_core.misuse import Misuse
from okoce_core.report.files_page import files_page
from okoce_core.report.problems_page import problems_page
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
    with Progress(tongue) as progress:
        reading = read_inputs(options, tongue, progress)
        population = resolve(reading, identity=options.identity, scorer=options.scorer)
        made = pseudonym_list(population, key) if reading.readable else None
    said = _written(made, options.out, tongue) if made else tongue.say("Nothing could be read, so nothing was written.")
    terminal.show([said, *files_page(reading, tongue), *problems_page(reading, tongue)])
    return exit_status(reading, strict=options.strict)


def _written(made: PseudonymList, out: Path, tongue: Tongue) -> str:
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(made.rows())
    except OSError:
        raise Misuse("cannot-write", f"{out} cannot be written", asked=str(out)) from None
    return tongue.say(
        "{n} people written to {file}, {unknown} of them without any identifier. "
        "Whoever has the key can find out who they are: never send it along with the file.",
        n=tongue.number(len(made.people)), file=out, unknown=tongue.number(made.unknown),
    )  # fmt: skip
