"""``okoce template``: an input workbook for a partner's form, so that the usual problems are not even typed."""

from __future__ import annotations

import argparse
from pathlib import Path

from okoce_core.adapter import Adapter
from okoce_core.cli import terminal
from okoce_core.cli.inputs import discover
from okoce_core.intake.mapping import load_mapping
from okoce_core.misuse import Misuse
from okoce_core.plugins.partners import find_partners
from okoce_core.report.template import template
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Write the workbook; one that is there is never written over, since it may have been filled in."""
    adapter = _adapter(options.partner)
    out = Path(options.out)
    if out.suffix.lower() != ".xlsx":
        raise Misuse("template-form", f"{out} is not .xlsx", asked=str(out))
    data = template(adapter)
    try:
        with out.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise Misuse("output-exists", f"{out} is there already", asked=str(out)) from None
    except OSError:
        raise Misuse("cannot-write", f"{out} cannot be written", asked=str(out)) from None
    if options.json:
        terminal.write_json({"format": "okoce-template/1", "file": str(out), "adapter": adapter.name})
    elif not options.quiet:
        said = tongue.say("Written: {file}, an input form for {adapter}.", file=out, adapter=adapter.name)
        terminal.show([said])
    return 0


def _adapter(asked: str) -> Adapter:
    """The adapter of that name, of that mapping file, or the only one that fits a partner."""
    if asked.lower().endswith(".toml"):
        return load_mapping(asked)
    registry = discover()
    there = {adapter.name for adapter in registry.adapters}
    partners, _ = find_partners()
    forms = {a.name for a in registry.adapters if a.partner.id == asked}
    forms |= {name for partner in partners if partner.id == asked for name in partner.adapters} & there
    if len(forms) > 1:
        raise Misuse("several-forms", f"{asked} has several forms", asked=asked, allowed=sorted(forms))
    return registry.get(forms.pop() if forms else asked)
