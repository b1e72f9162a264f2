"""``okoce adapters new``: a ready package for a partner's own form, drafted from one file of his.

Of the file only headings are taken over, and those only where the header row is recognised for certain; no cell below
it, no sheet's name and not the file's own name comes into the package.
"""

from __future__ import annotations

import argparse
import re
from itertools import islice
from pathlib import Path
from typing import Any, Final

from okoce_core.adapter import Adapter
from okoce_core.cli import terminal
from okoce_core.evidence import Problems
from okoce_core.intake import read, record_lines
from okoce_core.intake.mapping import parse_mapping
from okoce_core.intake.mapping.draft import Draft, draft
from okoce_core.intake.reading import open_source, unpack
from okoce_core.misuse import Misuse
from okoce_core.model.entities import PARTNER_KINDS
from okoce_core.plugins import Registry
from okoce_core.plugins.partners import find_partners
from okoce_core.report.blocks import Item, Listing
from okoce_core.report.scaffold import Package, mapping_text, package_texts
from okoce_core.report.tongue import Tongue
from okoce_core.testing.kit.made_files import as_csv
from okoce_core.testing.kit.made_form import Form

__all__ = ["run"]

_ROWS: Final = 300
_SAMPLE_ROWS: Final = 3


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Write the package and say what is still to be asked; nothing that is there is written over."""
    package = _package(options)
    folder = Path(options.out) / package.name
    if folder.exists():
        raise Misuse("output-exists", f"{folder} is there already", asked=str(folder))
    found = _drafted(Path(options.given))
    adapter = parse_mapping(mapping_text(package, found), package.mapping)
    files = {path: text.encode() for path, text in package_texts(package, found).items()}
    _write(folder, files | {package.sample: as_csv(Form.of(adapter).table(_SAMPLE_ROWS))})
    _write(folder, {f"{package.sample}.expected.jsonl": _records(folder / package.sample, adapter)})
    if options.json:
        terminal.write_json(_document(folder, package, found))
    elif not options.quiet:
        terminal.show([_said(folder, package, found, tongue)])
    return 0


def _document(folder: Path, package: Package, found: Draft) -> dict[str, Any]:
    mapped = sum(column.sure for column in found.columns)
    return {
        "format": "okoce-package/1", "folder": str(folder), "mapping": package.mapping, "sample": package.sample,
        "mapped": mapped, "to_ask": len(found.columns) - mapped, "header": found.header > 0,
    }  # fmt: skip


def _said(folder: Path, package: Package, found: Draft, tongue: Tongue) -> Listing:
    say, unsure = tongue.say, [column for column in found.columns if not column.sure]
    about = [Item(say("Columns that are mapped: {n}", n=len(found.columns) - len(unsure)))]
    about.append(Item(say("Columns to be asked about: {n}", n=len(unsure))))
    if found.header == 0:
        about.append(Item(say("No header row was recognised for certain, so columns go by their letters.")))
    about.append(Item(say("Next: README.md has the questions, {file} the mapping.", file=package.mapping)))
    return Listing(say("Written: {file}", file=folder), tuple(about))


def _package(options: argparse.Namespace) -> Package:
    """Whose form it is; of a partner who is known, name and kind need not be told."""
    name = options.name
    partner = options.partner or name
    for said in (name, partner):
        if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", said):
            raise Misuse("package-name", "lower case letters, digits and single dashes", asked=said)
    known = next((known for known in find_partners()[0] if known.id == partner), None)
    kind = options.kind or (known.kind if known else "community")
    if kind not in PARTNER_KINDS:
        raise Misuse("partner-kind", "unknown kind of partner", asked=kind, allowed=PARTNER_KINDS)
    return Package(name, partner, known.name if known else partner.replace("-", " ").title(), kind)


def _drafted(given: Path) -> Draft:
    """The draft from the sheet of the file of which most can be said."""
    try:
        data = given.read_bytes()
    except OSError:
        raise Misuse("cannot-open", f"{given} cannot be opened", asked=str(given)) from None
    problems = Problems(given.name)
    sheets = [] if unpack(given.name, data, problems) is not None else open_source(given.name, data, problems).sheets
    drafts = [draft(list(islice(sheet.rows, _ROWS)), sheet.keys) for sheet in sheets]
    found = [each for each in drafts if each and each.columns]
    if not found:
        raise Misuse("cannot-draft", f"no table can be drafted from {given}", asked=str(given))
    return max(found, key=lambda each: (each.header, sum(column.sure for column in each.columns)))


def _records(sample: Path, adapter: Adapter) -> bytes:
    """What comes of the made-up sample, to be read through by hand."""
    reading = read(sample, registry=Registry(), adapters=[adapter], adapter=adapter.name)
    return "".join(f"{line}\n" for line in record_lines(reading)).encode()


def _write(folder: Path, files: dict[str, bytes]) -> None:
    try:
        for path, data in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    except OSError:
        raise Misuse("cannot-write", f"{folder} cannot be written", asked=str(folder)) from None
