"""What has changed since an earlier release so that somebody's code may no longer run, by griffe.

Run it as ``python -m tests.packaging.api_breaks EARLIER/src``. Only what the earlier release promised is looked at
(``make_api.py``). A break is allowed where a fragment ``changelog.d/*.breaking.md`` names the thing in code marks, so
that users are told; any other ends it with 1.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import griffe

from .make_api import ROOT, load, promised, public_modules

FRAGMENTS = ROOT / "changelog.d"


def breaks(earlier: Path, now: Path) -> Iterator[griffe.Breakage]:
    """Every change that breaks what was promised: the thing itself, or what is inside it."""
    before = load(earlier)
    there = [m for m in public_modules() if m == "okoce_core" or _has(before, m.partition(".")[2])]
    told = {thing.path for module in there for _, thing in promised(before, module)}
    for breakage in griffe.find_breaking_changes(before, load(now)):
        path = breakage.obj.path
        if path in told or any(path.startswith((f"{thing}.", f"{thing}(")) for thing in told):
            yield breakage


def _has(package: griffe.Module, path: str) -> bool:
    try:
        return package[path] is not None
    except KeyError:
        return False


def allowed(fragments: Path) -> set[str]:
    """The names that the fragments about breaking changes have in code marks; of ``a.b(c)`` both ``b`` and ``a.b``."""
    text = "".join(path.read_text("utf-8") for path in sorted(fragments.glob("*.breaking.md")))
    marked = {code.partition("(")[0] for code in re.findall(r"`([^`]+)`", text)}
    return marked | {code.rpartition(".")[2] for code in marked}


def main(earlier: Path, now: Path, fragments: Path) -> int:
    """Tell every break, and give 1 where users are not told of one."""
    named, untold = allowed(fragments), 0
    for breakage in breaks(earlier, now):
        ours = {breakage.obj.name, breakage.obj.path.partition("(")[0].rpartition(".")[2]} & named
        untold += not ours
        plain = re.sub(r"\x1b\[\d+m", "", breakage.explain(griffe.ExplanationStyle.ONE_LINE))
        print(("told:  " if ours else "BREAK: ") + plain)
    print(f"{untold} breaking changes that no changelog.d/*.breaking.md names")
    return int(untold > 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), ROOT / "src", FRAGMENTS))
