"""Replies to partners: for each his own files with the bad cells marked, a list of problems, and a short message."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from okoce_core.evidence import Problem
from okoce_core.intake.find import Given
from okoce_core.intake.originals import Originals
from okoce_core.intake.outcome import Reading
from okoce_core.intake.reading import LIMITS, Limits
from okoce_core.misuse import Misuse
from okoce_core.model.entities import Partner
from okoce_core.report.replies.addressees import Addressee, address
from okoce_core.report.replies.copies import Copier
from okoce_core.report.replies.following import State, Told, followed
from okoce_core.report.replies.identifying import identified, present, tag
from okoce_core.report.replies.listing import FILE, listing, parse_listing
from okoce_core.report.replies.marks import Why, need_openpyxl
from okoce_core.report.replies.message import FILE_NAME, Message
from okoce_core.report.replies.naming import folder_names
from okoce_core.report.tongue import Language, Tongue

__all__ = ["Reply", "replies"]


@attrs.frozen
class Reply:
    """What one partner gets.

    Attributes:
        addressee: To whom, with what of the files is theirs. folder: A name for the folder, safe on any system.
        files: By name the bytes of each file: marked copies, ``masalah.csv``, ``pesan.txt``.
        told: The problems, and of an earlier reply those that are not there any more.
        unmarked: Files with problems in cells and without a marked copy, and why.
    """

    addressee: Addressee
    folder: str
    files: Mapping[str, bytes] = attrs.field(repr=False)
    told: tuple[Told, ...] = attrs.field(repr=False)
    unmarked: Mapping[str, Why]

    @property
    def partner(self) -> Partner:
        """To whom."""
        return self.addressee.partner

    @property
    def message(self) -> str:
        """The message, under 1,000 characters."""
        return self.files[FILE_NAME].decode()

    def states(self) -> dict[State, int]:
        """How many problems, notices too, are in each state."""
        return dict(Counter(told.state for told in self.told))


@attrs.frozen
class _Post:
    """What all replies of one call share."""

    copier: Copier
    tongue: Tongue
    key: bytes | None
    earlier: Path | None
    deadline: dt.date | None


def replies(
    reading: Reading,
    *inputs: Given,
    language: Language = "id",
    key: bytes | None = None,
    earlier: Path | None = None,
    deadline: dt.date | None = None,
    limits: Limits = LIMITS,
) -> Iterator[Reply]:
    """A reply to each partner of a reading, by id; one at a time is in memory. Nothing is written.

    Args:
        reading: What was read. inputs: What it was read from; files are opened again, to be marked.
        language: That of comments, list and message.
        key: At least 16 bytes for the ids of problems; without it a later reply tells how many were mended, not which.
        earlier: The folder that earlier replies were written into.
        deadline: Until when to send the mended files.
        limits: Those the reading was read with.

    Raises:
        Misuse: a path is not there any more, a key is too short, openpyxl is missing, the reading was pickled; and
            while they are taken: a file has changed since it was read, an earlier list is none or of another key.
    """
    need_openpyxl()
    tag(key)
    if any(f.records.people.withheld or f.records.enterprises.withheld for f in reading.files):
        raise Misuse("reading-without-values", "a pickled reading carries no personal values; read the files again")
    tongue = Tongue(language)
    addressees, _ = address(reading)
    folders = folder_names(a.partner.id for a in addressees)
    post = _Post(Copier(Originals(inputs, limits=limits), limits, tongue), tongue, key, earlier, deadline)
    return (_reply(addressee, folders[addressee.partner.id], post) for addressee in addressees)


def _reply(addressee: Addressee, folder: str, post: _Post) -> Reply:
    before = _earlier(post.earlier, folder)
    read = {own.file.adapter or "" for own in addressee.files if own.file.state == "read"}
    there = present(addressee, post.key) if before and post.key is not None else set[tuple[str, str]]()
    names = _shown_names(addressee)
    found = identified(addressee, post.key)
    now = [attrs.evolve(one, problem=_shown(one.problem, names)) for one in found]
    told = followed(now, before or {}, tag(post.key), read, there)
    by_file: dict[str, list[Told]] = {}
    for one, said in zip(found, told, strict=False):  # what follows are the earlier ones, which are in no file now
        by_file.setdefault(one.file.source.name, []).append(said)
    files, unmarked = post.copier.copies(addressee, by_file)
    message = Message(addressee, told, list(files), unmarked, before is not None, post.deadline, post.tongue).text()
    files |= {FILE: listing(told, post.tongue), FILE_NAME: message.encode("utf-8", "replace")}
    return Reply(addressee, folder, files, tuple(told), unmarked)


def _earlier(folder: Path | None, name: str) -> dict[str, Told] | None:
    path = folder / name / FILE if folder else None
    if path is None or not path.is_file():
        return None
    try:
        return parse_listing(path.read_bytes(), str(path))
    except OSError:
        raise Misuse("cannot-open", f"{path} cannot be opened", asked=str(path)) from None


def _shown_names(addressee: Addressee) -> dict[str, str]:
    """The last part of each file's name, or all of it where two end alike: folders are the sorter's own business."""
    ends = {own.file.source.name: own.file.source.name.rpartition("/")[2] for own in addressee.files}
    times = Counter(ends.values())
    return {name: end if times[end] == 1 else name for name, end in ends.items()}


def _shown(problem: Problem, names: Mapping[str, str]) -> Problem:
    place = attrs.evolve(problem.place, file=names.get(problem.place.file, problem.place.file))
    return attrs.evolve(problem, place=place)
