"""Zip archives: their members, within limits; an archive made to harm is refused before it is unpacked.

The limits hold for what the directory of the archive says. Since a directory may lie, what a member takes up is
measured by where the next one begins, and no more is unpacked of it than the directory promised.
"""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise
from typing import Final

from okoce_core.evidence.problem import Problems
from okoce_core.intake.reading.limits import LIMITS, Limits
from okoce_core.intake.reading.unreadable import Unreadable

__all__ = ["check_size", "names_in", "open_zip", "read_member", "unpack"]

_RATIO_FROM: Final = 1 << 20
"""A member smaller than this (1 MiB), unpacked, can do no harm and may be packed as tightly as it likes."""

_DRIVE: Final = re.compile(r"[A-Za-z]:")


def unpack(name: str, data: bytes, problems: Problems, *, limits: Limits = LIMITS) -> list[tuple[str, bytes]] | None:
    """The members of a plain zip archive, by name; None where the bytes are anything else, workbooks among them.

    Folders, hidden files and those a Mac adds are left out. A member that cannot be had (an unsafe path, a password,
    damage, an archive in the archive) is a problem with the member as its sheet, and the others are given. An archive
    beyond the limits gives none.

    Args:
        name: Of the archive; a member becomes ``archive.zip/member.csv``.
        data: Its bytes.
        problems: Where to note what cannot be had.
        limits: How much the archive may hold.
    """
    if not data.startswith(b"PK"):
        return None
    try:
        with open_zip(data) as archive:
            if not _is_plain(archive):
                return None
            check_size(archive, limits)
            members = _members(name, archive, problems, limits)
    except Unreadable as refusal:
        if refusal.code == "broken-file":
            return None  # to be told by who opens it as a file
        problems.add(refusal.code, expected=refusal.expected)
        return []
    if not members and not len(problems):
        problems.add("empty-file", expected="a file in the archive")
    return members


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The archive; raises :class:`Unreadable` where its directory is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except Exception:  # BadZipFile, and what a changed byte makes of dates, names and offsets
        raise Unreadable("broken-file", "a zip archive or workbook that is whole") from None


def check_size(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Raise :class:`Unreadable` where the archive promises more than the limits allow, or hides what it holds."""
    members = archive.infolist()
    if len(members) > limits.members:
        raise Unreadable("too-large", f"at most {limits.members:,} files in an archive")
    if sum(member.file_size for member in members) > limits.unpacked:
        raise _too_much(limits.unpacked)
    for member, room in _rooms(archive):
        packed = min(member.compress_size, room)
        if member.file_size > _RATIO_FROM and member.file_size > limits.ratio * packed:
            raise Unreadable("too-large", f"at most {limits.ratio} times larger unpacked than packed")


def _rooms(archive: zipfile.ZipFile) -> list[tuple[zipfile.ZipInfo, int]]:
    """The members with the bytes there are for each, up to the next one or the directory.

    What overlaps (https://www.usenix.org/system/files/woot19-paper_fifield_0.pdf) has next to none.
    """
    members = sorted(archive.infolist(), key=lambda member: member.header_offset)
    begins = [*(member.header_offset for member in members), archive.start_dir]
    return [(member, end - begin) for member, (begin, end) in zip(members, pairwise(begins), strict=True)]


def read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    """The bytes of a member, of which there may be ``left``; raises :class:`Unreadable`."""
    if member.flag_bits & 1:
        raise Unreadable("locked-file", "a file without a password")
    try:
        with archive.open(member) as unpacked:
            data = unpacked.read(left + 1)
    except Exception:  # a dozen kinds, by the method of compression
        raise Unreadable("broken-file", "a file that unpacks") from None
    if len(data) > left:
        raise _too_much(left)
    return data


def names_in(archive: zipfile.ZipFile) -> set[str]:
    """The paths in an archive, with ``/``."""
    return {_path(member) for member in archive.infolist()}


def _too_much(most: int) -> Unreadable:
    return Unreadable("too-large", f"at most {most:,} bytes unpacked")


def _is_plain(archive: zipfile.ZipFile) -> bool:
    names = names_in(archive)
    return not names & {"[Content_Types].xml", "mimetype", "META-INF/manifest.xml"}


def _members(name: str, archive: zipfile.ZipFile, problems: Problems, limits: Limits) -> list[tuple[str, bytes]]:
    found, left = [], limits.unpacked
    for path, member in sorted(((_path(m), m) for m in archive.infolist()), key=lambda pair: pair[0]):
        parts = path.split("/")
        if path.endswith("/") or parts[0] == "__MACOSX":
            continue
        shown = "".join(c if c.isprintable() else "?" for c in path)
        if path.startswith("/") or ".." in parts or _DRIVE.match(path):
            problems.add("unsafe-path", sheet=shown, expected="a path inside the archive")
        elif not any(part.startswith(".") for part in parts):
            try:
                data = read_member(archive, member, left)
                _refuse_nested(data)
            except Unreadable as refusal:
                problems.add(refusal.code, sheet=shown, expected=refusal.expected)
                continue
            left -= len(data)
            found.append((f"{name}/{shown}", data))
    return found


def _refuse_nested(data: bytes) -> None:
    if not data.startswith(b"PK"):
        return
    try:
        plain = _is_plain(open_zip(data))
    except Unreadable:
        return
    if plain:
        raise Unreadable("too-large", "files, not another archive, in an archive")


def _path(member: zipfile.ZipInfo) -> str:
    return member.filename.replace("\\", "/")
