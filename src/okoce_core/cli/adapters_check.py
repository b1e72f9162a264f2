"""``okoce adapters check``: the conformance kit without pytest."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence

from okoce_core.cli import terminal
from okoce_core.cli.inputs import discover
from okoce_core.misuse import Misuse
from okoce_core.report.blocks import Block, Item, Listing
from okoce_core.report.counterparts import check_text
from okoce_core.report.tongue import Tongue
from okoce_core.testing import Outcome, check_adapter

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Try one adapter; 1 where a check fails."""
    if options.samples and not options.samples.is_dir():
        raise Misuse("no-such-path", f"there is no folder {options.samples.name!r}", asked=options.samples.name)
    is_file = options.name.lower().endswith(".toml")
    outcomes = check_adapter(options.name if is_file else discover().get(options.name), options.samples)
    if options.json:
        terminal.write_json([{"check": o.check, "state": o.state, "what": o.what} for o in outcomes])
    else:
        terminal.show(_shown(outcomes, tongue))
    return int(any(outcome.state == "failed" for outcome in outcomes))


def _shown(outcomes: Sequence[Outcome], tongue: Tongue) -> list[Block]:
    told = Counter(outcome.state for outcome in outcomes)
    failed = tuple(Item(o.check, (check_text(o.what, tongue.language),)) for o in outcomes if o.state == "failed")
    closing = tongue.say(
        "{n} checks: {passed} passed, {failed} failed, {other} do not apply.",
        n=len(outcomes), passed=told["passed"], failed=told["failed"], other=told["not applicable"],
    )  # fmt: skip
    return [*([Listing(tongue.say("What does not hold"), failed)] if failed else []), closing]
