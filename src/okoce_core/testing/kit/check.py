"""What a check is: a name that never changes, a docstring that says what holds, and a function that finds out.

A check says what it found without the text of any cell, so that its message may go into a build log (law 8).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from traceback import walk_tb
from typing import TYPE_CHECKING, Literal

import attrs

if TYPE_CHECKING:
    from okoce_core.testing.kit.trial import Trial

__all__ = ["Broken", "Check", "NotApplicable", "Outcome", "checks", "hold"]


class Broken(AssertionError):  # noqa: N818 - it reads so: raise Broken("…")
    """A check does not hold; the message says where, in words of the kit."""


class NotApplicable(Exception):  # noqa: N818 - it is an answer, not an error
    """A check has nothing to say of this adapter; the message says why."""


@attrs.frozen
class Outcome:
    """What became of one check.

    Attributes:
        check: The name of the check.
        state: ``waived`` is a failure somebody has given a reason for.
        what: In one line what is wrong, why it was waived, or why it does not apply; "" where it passed.
    """

    check: str
    state: Literal["passed", "failed", "waived", "not applicable"]
    what: str = ""


@attrs.frozen
class Check:
    """One thing that holds of every good adapter.

    Attributes:
        name: A stable name, which a waiver uses. group: What it is made on: declaration, samples, made files, …
        find_out: Raises :class:`Broken` or :class:`NotApplicable`, or returns where all is well.
    """

    name: str
    group: str
    find_out: Callable[[Trial], None] = attrs.field(repr=False)

    @property
    def text(self) -> str:
        """What holds, as the documentation prints it: the docstring as one paragraph."""
        return " ".join((inspect.getdoc(self.find_out) or "").split())

    def outcome(self, trial: Trial) -> Outcome:
        """What becomes of it; an exception of the adapter or the reader is told by its type alone."""
        try:
            self.find_out(trial)
        except Broken as broken:
            return Outcome(self.name, "failed", str(broken))
        except NotApplicable as reason:
            return Outcome(self.name, "not applicable", str(reason))
        except Exception as raised:
            return Outcome(self.name, "failed", f"{_where(raised)}, which no file may cause")
        return Outcome(self.name, "passed")


def _where(raised: Exception) -> str:
    """The type of an exception and the line it comes from; never its message, which may repeat a cell."""
    *_, (frame, line) = walk_tb(raised.__traceback__)
    return f"{type(raised).__name__} was raised in {frame.f_globals.get('__name__', '')}, line {line}"


def checks(group: str, *functions: Callable[[Trial], None]) -> tuple[Check, ...]:
    """The checks that functions make, each named like its function."""
    return tuple(Check(function.__name__, group, function) for function in functions)


def hold(fact: object, otherwise: str) -> None:
    """Raise :class:`Broken` where a fact does not hold."""
    if not fact:
        raise Broken(otherwise)
