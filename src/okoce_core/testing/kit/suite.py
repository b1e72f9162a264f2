"""Every check of an adapter from one line of a test module, or as outcomes without pytest."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from okoce_core.adapter import Adapter
from okoce_core.misuse import Misuse
from okoce_core.testing.kit import (
    absent,
    any_bytes,
    arranged,
    bad_cells,
    come_back,
    declared,
    from_samples,
    manners,
    other_rows,
    parsers,
    private,
    written,
)
from okoce_core.testing.kit.check import Check, Outcome
from okoce_core.testing.kit.trial import Trial

__all__ = ["CHECKS", "adapter_suite", "check_adapter"]

CHECKS: Final[tuple[Check, ...]] = (
    *declared.CHECKS, *parsers.CHECKS, *from_samples.CHECKS, *come_back.CHECKS, *arranged.CHECKS, *other_rows.CHECKS,
    *written.CHECKS, *bad_cells.CHECKS, *absent.CHECKS, *any_bytes.CHECKS, *private.CHECKS, *manners.CHECKS,
)  # fmt: skip
"""Every check, in the order in which they are run."""

_SHORTEST_REASON: Final = 15

_Given = Adapter | str | os.PathLike[str]


@attrs.define
class _Run:
    """The checks of one adapter. The adapter and its samples are fetched when the first outcome is asked for."""

    given: _Given
    samples: str | os.PathLike[str] | None
    waived: dict[str, str]
    beside: Path | None
    outcomes: dict[str, Outcome] = attrs.field(factory=dict)
    trial: Trial | None = None

    def outcome(self, check: Check) -> Outcome:
        """What becomes of a check, found out once. A waiver that is not needed is a failure."""
        if check.name not in self.outcomes:
            self.trial = self.trial or Trial.of(self._adapter(), self._place(self.samples))
            found = check.outcome(self.trial)
            if reason := self.waived.get(check.name):
                needed = found.state == "failed"
                unneeded = f"the waiver is not needed: the check is {found.state}"
                found = attrs.evolve(found, state="waived" if needed else "failed", what=reason if needed else unneeded)
            self.outcomes[check.name] = found
        return self.outcomes[check.name]

    def _adapter(self) -> Adapter | str:
        if isinstance(self.given, Adapter):
            return self.given
        given = os.fspath(self.given)
        return str(self._place(given)) if given.lower().endswith(".toml") else given

    def _place(self, path: str | os.PathLike[str] | None) -> Path | None:
        """A path as given, or beside the test module where it is there."""
        if path is None:
            return None
        near = self.beside / path if self.beside else Path(path)
        return near if near.exists() else Path(path)

    def closing(self) -> str:
        """How many checks were run and what became of them; those not asked for yet are run."""
        states = [self.outcome(check).state for check in CHECKS]
        told = f"{len(states)} checks, {states.count('waived')} waived"
        rest = [f"{states.count(s)} {s}" for s in ("not applicable", "failed") if s in states]
        return ", ".join([told, *rest])


def check_adapter(
    adapter: _Given,
    samples: str | os.PathLike[str] | None = None,
    waive: Mapping[str, str] | Iterable[tuple[str, str]] = (),
) -> list[Outcome]:
    """Run every check on an adapter, without pytest.

    Args:
        adapter: An adapter, the name of an installed one, or the path of a mapping file.
        samples: The folder of its samples; None: only files made from the mapping.
        waive: Checks that may fail, with the reason.

    Raises:
        Misuse: an adapter nobody knows, a mapping that is wrong, a folder that is not there, a waiver of a check that
            does not exist or with a reason shorter than 15 characters.
    """
    run = _Run(adapter, samples, _waivers(waive), None)
    return [run.outcome(check) for check in CHECKS]


def adapter_suite(
    adapter: _Given, samples: str | os.PathLike[str] | None = None, waive: Mapping[str, str] | None = None
) -> type:
    """A class of tests for pytest, one method a check.

    ``TestPeserta = adapter_suite("sahabat/peserta", samples="samples/")`` is a whole test module. Nothing is loaded
    while it is imported. The last method prints how many checks were run.

    Args:
        adapter: As for :func:`check_adapter`; a path is looked for beside the test module first.
        samples: The folder of its samples, likewise. waive: Checks that may fail, with the reason.

    Raises:
        Misuse: a waiver of a check that does not exist, or with a reason shorter than 15 characters.
    """
    where = sys._getframe(1).f_globals  # noqa: SLF001 - paths are meant beside the module that calls
    beside = Path(where["__file__"]).parent if "__file__" in where else None
    run = _Run(adapter, samples, _waivers(waive or {}), beside)
    methods: dict[str, Any] = {f"test_{check.name}": _method(run, check) for check in CHECKS}
    methods["test_every_check_was_run"] = _closing(run)
    name = adapter.name if isinstance(adapter, Adapter) else os.fspath(adapter)
    about = {"__doc__": f"The conformance of {name}.", "__module__": where.get("__name__", __name__)}
    return type("TestAdapter", (), {**about, **methods})


def _method(run: _Run, check: Check) -> Callable[[object], None]:
    def test(_self: object) -> None:
        __tracebackhide__ = True
        found = run.outcome(check)
        if found.state == "waived":
            import pytest

            pytest.xfail(found.what)
        if found.state == "failed":
            raise AssertionError(f"{check.name}: {found.what}")

    test.__doc__ = check.text
    return test


def _closing(run: _Run) -> Callable[[object, Any], None]:
    def test(_self: object, capsys: Any) -> None:
        told = run.closing()
        with capsys.disabled():
            print(f"\n{told}")
        if len(run.outcomes) != len(CHECKS):
            raise AssertionError(f"of {len(CHECKS)} checks {len(run.outcomes)} were run")

    test.__doc__ = "Every check was run; how many, and what became of them, is printed."
    return test


def _waivers(given: Mapping[str, str] | Iterable[tuple[str, str]]) -> dict[str, str]:
    waived = dict(given)
    names = [check.name for check in CHECKS]
    for name, reason in waived.items():
        if name not in names:
            raise Misuse("unknown-check", f"no check is named {name!r}", asked=name, allowed=names)
        if len(reason.strip()) < _SHORTEST_REASON:
            raise Misuse("waiver-reason", f"a waiver of {name} gives its reason, in 15 characters or more", asked=name)
    return waived
