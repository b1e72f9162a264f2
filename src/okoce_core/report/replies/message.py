"""``pesan.txt``: what a partner is told, always in under a thousand characters and without a personal value."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs

from okoce_core.evidence import CODES, Ledger
from okoce_core.report.replies.addressees import Addressee
from okoce_core.report.replies.following import LEFT_OPEN, STATES, Told
from okoce_core.report.replies.listing import FILE
from okoce_core.report.replies.marks import Why
from okoce_core.report.texts import problem_text
from okoce_core.report.tongue import Language, Tongue, printable

__all__ = ["FILE_NAME", "LONGEST", "Message", "shown_day"]

FILE_NAME: Final = "pesan.txt"
LONGEST: Final = 999
"""Characters, line ends among them."""

_KINDS: Final = 3
_NUMBER: Final = re.compile(r"\d{9,}")
"""What may be somebody's number in the name of a file; a day has eight digits."""

_MONTHS: Final[dict[Language, str]] = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "en": "January February March April May June July August September October November December",
}


@attrs.frozen
class _Room:
    """How many files are named, how long each name may be, and how long a kind of problem may be told."""

    files: int
    name: int
    kind: int


_ROOMS: Final = (_Room(3, 40, 300), _Room(1, 40, 300), _Room(1, 30, 150), _Room(1, 15, 60))
"""From the fullest to one in which everything fits."""


@attrs.frozen
class Message:
    """What there is to say to one partner.

    Attributes:
        addressee: To whom. told: His problems. marked: The marked copies. unmarked: Files without one, and why.
        follows: Whether there was an earlier reply. deadline: Until when to send the mended files.
    """

    addressee: Addressee
    told: Sequence[Told]
    marked: Sequence[str]
    unmarked: Mapping[str, Why]
    follows: bool
    deadline: dt.date | None
    tongue: Tongue

    def text(self) -> str:
        """The message, as full as there is room."""
        texts = ("\n".join(filter(None, self._lines(room))) + "\n" for room in _ROOMS)
        return next(text for text in texts if len(text) <= LONGEST)

    def _lines(self, room: _Room) -> Iterator[str]:
        say = self.tongue.say
        yield say("Dear {partner},", partner=_clipped(printable(self._called()), 60))
        yield from self._files(room)
        if self.follows:
            yield self._followed()
        kinds = _kinds(self.told)
        if not kinds:
            yield say("There is nothing to mend. Thank you.") if not self._is_left() else ""
            return
        yield say("To mend: {n}. The most frequent:", n=self.tongue.number(kinds.total()))
        for code, count in sorted(kinds.items(), key=lambda kind: (-kind[1], CODES[kind[0]], kind[0]))[:_KINDS]:
            said = " ".join(problem_text(code, self.tongue.language))
            yield f"- {self.tongue.number(count)}× {_clipped(said, room.kind)}"
        yield from self._where(room)
        yield self._please()

    def _called(self) -> str:
        return self.addressee.partner.name or self.addressee.partner.id

    def _is_left(self) -> bool:
        return any(t.state in LEFT_OPEN and t.severity != "notice" for t in self.told)

    def _files(self, room: _Room) -> Iterator[str]:
        say, number = self.tongue.say, self.tongue.number
        read = [own for own in self.addressee.files if own.file.state == "read"]
        if read:
            ledger = sum((own.ledger for own in read), Ledger())
            yield say(
                "We have read {files}: {rows} rows of data, {recorded} recorded, {rejected} rejected.",
                files=self._named([own.file.source.name for own in read], room),
                rows=number(ledger.recorded + ledger.rejected), recorded=number(ledger.recorded),
                rejected=number(ledger.rejected),
            )  # fmt: skip
        if again := [own.file.source.name for own in self.addressee.files if own.file.state == "repeated"]:
            yield say("The same as another file, and counted once: {files}.", files=self._named(again, room))
        if unread := [own.file.source.name for own in self.addressee.files if own.file.state == "not readable"]:
            yield say("Could not be read: {files}.", files=self._named(unread, room))

    def _named(self, files: Sequence[str], room: _Room) -> str:
        shown = [
            _clipped(_NUMBER.sub("…", printable(file.rpartition("/")[2])), room.name) for file in files[: room.files]
        ]
        more = len(files) - len(shown)
        return ", ".join(shown) + (self.tongue.say(" and {n} more", n=self.tongue.number(more)) if more else "")

    def _followed(self) -> str:
        say = self.tongue.say
        count = Counter(told.state for told in self.told if told.severity != "notice")
        words = {
            "fixed": say("{n} fixed"), "open": say("{n} still open"), "new": say("{n} new"),
            "gone": say("{n} in rows that are gone"), "unchecked": say("{n} not checked again"),
        }  # fmt: skip
        told = [s for s in ("fixed", "open", "new", *STATES) if count[s] or s in {"fixed", "open", "new"}]
        parts = [words[state].format(n=self.tongue.number(count[state])) for state in dict.fromkeys(told)]
        return say("Since our last reply: {changes}.", changes=", ".join(parts))

    def _where(self, room: _Room) -> Iterator[str]:
        say = self.tongue.say
        if self.marked:
            files = self._named(self.marked, room)
            yield say(
                "The cells are coloured and explained in {files}; everything is in {list}.", files=files, list=FILE
            )
        for why in sorted(set(self.unmarked.values()))[: room.files]:
            files = self._named([file for file, of in self.unmarked.items() if of == why], room)
            yield say("Not marked: {files}, since {why}.", files=files, why=why_words(why, self.tongue))
        if not self.marked:
            yield say("Every problem is in {list}.", list=FILE)

    def _please(self) -> str:
        if self.deadline is None:
            return self.tongue.say("Please send the mended files to us alone, not into a group.")
        day = shown_day(self.deadline, self.tongue)
        return self.tongue.say("Please send the mended files to us alone, not into a group, by {day}.", day=day)


def why_words(why: Why, tongue: Tongue) -> str:
    """Why a file has no marked copy."""
    words: dict[Why, str] = {
        "form": tongue.say("only xlsx and csv can be marked"),
        "locked": tongue.say("a copy would be without its password"),
        "shared": tongue.say("it holds rows of other partners too"),
        "macros": tongue.say("its macros would be lost"),
        "drawings": tongue.say("its charts or pictures would be lost"),
        "parts": tongue.say("something in it would be lost"),
        "large": tongue.say("it is too large"),
        "unlike": tongue.say("a copy would not be exactly the same"),
    }
    return words[why]


def shown_day(day: dt.date, tongue: Tongue) -> str:
    """The day in words.

    >>> shown_day(dt.date(2022, 10, 15), Tongue("id"))
    '15 Oktober 2022'
    """
    return f"{day.day} {_MONTHS[tongue.language].split()[day.month - 1]} {day.year}"


def _kinds(told: Sequence[Told]) -> Counter[str]:
    """How often each kind of problem that is to be mended is there now."""
    kinds = Counter[str]()
    for one in told:
        if one.state in {"new", "open"} and CODES[one.problem.code] != "notice":
            kinds[one.problem.code] += one.problem.count
    return kinds


def _clipped(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
