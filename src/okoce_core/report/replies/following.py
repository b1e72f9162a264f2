"""What became of the problems of an earlier reply: mended, still open, gone with their row, or not looked at again.

Unknown is not nought: where no list of that form could be read this time, nothing was mended for all we know.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final, Literal

import attrs

from okoce_core.evidence import CODES, Place, Problem, Severity
from okoce_core.misuse import Misuse
from okoce_core.report.replies.identifying import NOBODY, Identified

__all__ = ["ID", "LEFT_OPEN", "STATES", "State", "Told", "followed"]

State = Literal["new", "open", "unchecked", "fixed", "gone"]
STATES: Final[tuple[State, ...]] = ("new", "open", "unchecked", "fixed", "gone")
"""*new*; *open*: it was in the earlier reply too; *unchecked*: it was, and no such list came that could be read;
*fixed*; *gone*: its row is not in the list any more, so it was deleted or names somebody else now."""

LEFT_OPEN: Final = ("new", "open", "unchecked")
ID: Final = re.compile(r"n-[0-9a-f]{16}|k[0-9a-f]{4}-[0-9a-f]{8}-[0-9a-f]{8}")


@attrs.frozen
class Told:
    """A problem as a reply tells it: now, or in an earlier reply.

    Attributes:
        id: See :mod:`~okoce_core.report.replies.identifying`. state: What became of it.
        problem: What and where; of an earlier one where it was then. form: The adapter of the list; "" for none.
    """

    id: str
    state: State
    problem: Problem
    form: str

    @property
    def severity(self) -> Severity:
        """error, warning or notice."""
        return CODES[self.problem.code]

    @property
    def place(self) -> Place:
        """Where it is, or was."""
        return self.problem.place


def followed(
    now: Iterable[Identified], earlier: Mapping[str, Told], key_tag: str, read: Collection[str],
    there: Collection[tuple[str, str]],
) -> list[Told]:  # fmt: skip
    """The problems of now with their states, and those of the earlier reply that are not among them.

    Args:
        now: This time's. earlier: Of the earlier reply, by id. key_tag: What this time's ids begin with.
        read: The forms that could be read this time. there: Who is in the lists this time, with the form.

    Raises:
        Misuse: the earlier ids were made with another key.
    """
    if any(not one.startswith(f"{key_tag}-") for one in earlier):
        raise Misuse("since-other-key", "the earlier reply was written with another key, or one of the two without")
    before = {one: told for one, told in earlier.items() if told.state in LEFT_OPEN}
    told = [Told(p.id, "open" if p.id in before else "new", p.problem, p.form) for p in now]
    met = {p.id for p in told}
    rest = [attrs.evolve(t, state=_became(t, read, there)) for one, t in before.items() if one not in met]
    return [*told, *rest]


def _became(told: Told, read: Collection[str], there: Collection[tuple[str, str]]) -> State:
    if (told.form and told.form not in read) or not read:
        return "unchecked"
    who = told.id.split("-")[1]
    is_gone = told.id.startswith("k") and who != NOBODY and (told.form, who) not in there
    return "gone" if is_gone else "fixed"
