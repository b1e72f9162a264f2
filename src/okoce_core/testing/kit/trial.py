"""What every check is given: the adapter on trial, the other installed ones, its samples, and files made for it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

from okoce_core.adapter import Adapter, Expect
from okoce_core.evidence import Problem
from okoce_core.intake import Reading, ingest
from okoce_core.misuse import Misuse
from okoce_core.plugins import Registry
from okoce_core.testing.kit.check import NotApplicable
from okoce_core.testing.kit.made_files import as_csv
from okoce_core.testing.kit.made_form import Form, Table
from okoce_core.testing.kit.told import Facts, facts

__all__ = ["EXPECTED", "UNREAD", "Sample", "Trial", "complaints"]

EXPECTED = ".expected.jsonl"
"""What follows the name of a sample in the name of the file with the records that must come of it."""

UNREAD = frozenset({"column-unread", "column-new", "column-renamed"})
"""Problems of a column that is neither read nor ignored."""

_OF_THE_FILE = UNREAD | {"undated", "column-missing", "column-repeated"}


@attrs.frozen
class Sample:
    """A synthetic file in the partner's form.

    Attributes:
        path: Where it lies. name: How it is called in what a check says.
    """

    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def expected(self) -> Path:
        """Where the records lie that must come of it."""
        return self.path.with_name(self.name + EXPECTED)


@attrs.define
class Trial:
    """One adapter on trial.

    Attributes:
        adapter: As it was given. others: All other installed adapters. samples: None where none were given.
    """

    adapter: Adapter
    others: Registry
    samples: tuple[Sample, ...] | None = None

    @classmethod
    def of(cls, adapter: Adapter | str, samples: Path | None) -> Trial:
        """The trial of an adapter, of an installed one by its name, or of a mapping file by its path.

        Raises:
            Misuse: an adapter nobody knows, a mapping that is wrong, a folder of samples that is not there.
        """
        installed = Registry.discover()
        if isinstance(adapter, str):
            adapter = _mapped(adapter) if adapter.lower().endswith(".toml") else installed.get(adapter)
        others = Registry()
        for other in installed.adapters:
            if other.name != adapter.name:
                others.add(other)
        return cls(adapter, others, _found(samples) if samples else None)

    @cached_property
    def plain(self) -> Adapter:
        """The adapter without what only whole files have: how many rows, names of sheets, headings last seen."""
        return attrs.evolve(self.adapter, expect=Expect(), sheets=(), seen=())

    @cached_property
    def form(self) -> Form:
        """The partner's form."""
        return Form.of(self.plain)

    @cached_property
    def made(self) -> Facts:
        """What comes of the plainest made file; most laws say that another file says the same."""
        return facts(self.read(self.form.table()))

    def read(self, *files: Table | bytes | Path, adapter: Adapter | None = None) -> Reading:
        """Tables (as CSV), bytes or files read with this adapter alone, or with another version of it."""
        asked = adapter or self.plain
        given = [as_csv(file) if isinstance(file, list) else file for file in files]
        return ingest.read(*given, registry=_alone(asked), adapter=None if asked.header else asked.name)

    def only_with_headings(self) -> None:
        """Raise :class:`NotApplicable` for a form that goes by letters: it has no headings to vary."""
        if self.adapter.header == 0:
            raise NotApplicable("the form has no headings")

    def only_with_records(self) -> None:
        """Raise :class:`NotApplicable` for a form that is understood and never counted."""
        if self.adapter.refused:
            raise NotApplicable("the form is refused, so no records come of it")

    def only_of_rows(self) -> None:
        """Raise :class:`NotApplicable` where the rows are added up instead of becoming records each."""
        self.only_with_records()
        if self.adapter.is_aggregate:
            raise NotApplicable("the rows are numbers that are added up")

    def varied(self, **changes: Any) -> Adapter:
        """The adapter with something changed."""
        return attrs.evolve(self.plain, **changes)


def _alone(adapter: Adapter) -> Registry:
    registry = Registry()
    registry.add(adapter)
    return registry


def _mapped(path: str) -> Adapter:
    from okoce_core.adapter.mapping import load_mapping

    return load_mapping(path)


def _found(folder: Path) -> tuple[Sample, ...]:
    if not folder.is_dir():
        raise Misuse("no-such-path", f"there is no folder of samples {folder.name!r}", asked=folder.name)
    files = sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith((".", "~$")))
    return tuple(Sample(p) for p in files if not p.name.lower().endswith((".md", ".toml", EXPECTED)))


def complaints(reading: Reading) -> list[Problem]:
    """The problems of cells and rows, each row for itself; notices about whole columns are left out."""
    told = []
    for problem in reading.problems:
        if problem.code not in _OF_THE_FILE:
            rows = [problem.place.row + n for n in range(problem.count)] if problem.place.row else [None]
            places = [attrs.evolve(problem.place, row=row) for row in rows]
            told += [attrs.evolve(problem, place=place, count=1) for place in places]
    return told
