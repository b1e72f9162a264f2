"""Workbooks to rows: xlsx, xls, xlsb and ods by calamine, numbered and lettered as the partner sees them.

Sheets the partner has hidden are left out and told. A locked workbook is opened with its password, in memory.
"""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from okoce_core.evidence.problem import Problems
from okoce_core.intake.reading import calamine_rows
from okoce_core.intake.reading.archive import check_size, names_in, open_zip, read_member
from okoce_core.intake.reading.extent import check_extent
from okoce_core.intake.reading.limits import Limits
from okoce_core.intake.reading.sheet import Opened, Sheet
from okoce_core.intake.reading.unreadable import Unreadable
from okoce_core.values.cell import text

__all__ = ["OLE", "open_ole", "open_packed"]

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an xls begins, and an xlsx that is locked."""

_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_OTHERS: Final = ("WordDocument", "PowerPoint Document", "__properties_version1.0")
_WHOLE: Final = "a workbook that is whole"
_NO_MEMORY: Final = (b"memory allocation of", b"MemoryError", b"capacity overflow")
"""What Rust and Python say at the end of a process that asked for more than it may have."""

_Found = list[tuple[str, bool, list[list[Any]]]]


def open_packed(data: bytes, problems: Problems, limits: Limits) -> Opened:
    """The sheets of a workbook that is a zip archive; raises :class:`Unreadable`."""
    with open_zip(data) as archive:
        media = _media(archive)
        check_size(archive, limits)
        _need_calamine()
        if media == "xlsx":
            if check_extent(archive, limits):
                problems.add("formula-unvalued", expected="formulas saved with their results")
            return Opened(media, _lazy(data, problems))
    return Opened(media, _sheets(_apart(data, limits), problems))


def open_ole(data: bytes, problems: Problems, password: str | None, limits: Limits) -> Opened:
    """The sheets of an xls, or of a locked workbook if the password opens it; raises :class:`Unreadable`."""
    if any(other.encode("utf-16-le") in data for other in _OTHERS):
        raise Unreadable("unknown-form", "a workbook")
    _need_calamine()
    if _locked(data):
        clear = _unlocked(data, password)
        if clear.startswith(b"PK"):
            return open_packed(clear, problems, limits)
        data = clear
    return Opened("xls", _sheets(_apart(data, limits), problems))


def _media(archive: zipfile.ZipFile) -> str:
    members = {member.filename: member for member in archive.infolist()}
    if "mimetype" in members:
        if not read_member(archive, members["mimetype"], 1 << 10).startswith(_ODS):
            raise Unreadable("unknown-form", "a workbook")
        manifest = members.get("META-INF/manifest.xml")
        if manifest and b"encryption-data" in read_member(archive, manifest, 1 << 24):
            raise Unreadable("locked-file", "an ods without a password; this form cannot be unlocked here")
        return "ods"
    names = {name.lower() for name in names_in(archive)}
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    raise Unreadable("unknown-form", "csv, xlsx, xls, ods, json or JSON Lines")


def _need_calamine() -> None:
    if find_spec("python_calamine") is None:
        raise Unreadable("unknown-form", "the extra okoce[excel]")


def _lazy(data: bytes, problems: Problems) -> list[Sheet]:
    try:
        book = calamine_rows.workbook(data)
        found = calamine_rows.sheets_of(book)
    except BaseException as error:
        raise _refused(error) from None
    _note_hidden([(name, visible) for _, name, visible in found], problems)
    return [Sheet(name, _rows(book, index, name, problems)) for index, name, visible in found if visible]


def _rows(book: Any, index: int, name: str, problems: Problems) -> Iterator[list[Any]]:
    """The rows of a sheet, which is decoded only here: one sheet at a time is in memory."""
    try:
        yield from map(_plain, calamine_rows.rows_of(book, index))
    except BaseException as error:
        if not calamine_rows.panic(error):
            raise
        problems.add("broken-file", sheet=name, expected="a sheet that is whole")


def _plain(row: list[Any]) -> list[Any]:
    """The row with true and false as text: to Python True is the number 1, and a remembered answer would serve both."""
    return [text(cell) if cell is True or cell is False else cell for cell in row]


def _refused(error: BaseException) -> BaseException:
    if not calamine_rows.panic(error):
        return error
    locked = type(error).__name__ == "PasswordError"
    return Unreadable("locked-file", "the password of the workbook") if locked else Unreadable("broken-file", _WHOLE)


def _sheets(found: _Found, problems: Problems) -> list[Sheet]:
    _note_hidden([(name, visible) for name, visible, _ in found], problems)
    return [Sheet(name, map(_plain, rows)) for name, visible, rows in found if visible]


def _note_hidden(sheets: list[tuple[str, bool]], problems: Problems) -> None:
    for name, visible in sheets:
        if not visible:
            problems.add("sheet-unread", sheet=name, expected="a sheet that is not hidden")


def _apart(data: bytes, limits: Limits) -> _Found:
    """The sheets as a child process reads them: see :mod:`~okoce_core.intake.reading.calamine_rows`."""
    if not sys.executable or getattr(sys, "frozen", False):
        return _here(data)  # an interpreter inside another program: there is nothing to start
    program = [sys.executable, "-P", str(Path(calamine_rows.__file__)), str(limits.memory)]
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(program, input=data, capture_output=True, timeout=limits.seconds, env=path, check=False)
    except OSError:
        return _here(data)  # where programs may not be started
    except subprocess.SubprocessError:
        raise Unreadable("too-large", f"a workbook read within {limits.seconds} seconds") from None
    if done.returncode and any(said in done.stderr for said in _NO_MEMORY):
        raise Unreadable("too-large", f"at most {limits.memory:,} bytes of memory for a workbook")
    if done.returncode:
        raise Unreadable("broken-file", _WHOLE)
    found: _Found = pickle.loads(done.stdout)
    return found


def _here(data: bytes) -> _Found:
    try:
        return calamine_rows.read(data)
    except BaseException as error:
        raise _refused(error) from None


def _locked(data: bytes) -> bool:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return True
    try:
        return bool(_office(data).is_encrypted())
    except Exception:  # msoffcrypto raises of everything where a file is damaged; then it is calamine's to judge
        return False


def _unlocked(data: bytes, password: str | None) -> bytes:
    clear = io.BytesIO()
    if password is not None:
        try:
            office = _office(data)
            office.load_key(password=password)
            office.decrypt(clear)
        except Exception:  # a wrong password and a damaged file look the same to it
            clear = io.BytesIO()
    data = clear.getvalue()
    if not data.startswith((b"PK", OLE)) or (data.startswith(OLE) and _locked(data)):
        raise Unreadable("locked-file", "the password of the workbook")
    return data


def _office(data: bytes) -> Any:
    import msoffcrypto

    return msoffcrypto.OfficeFile(io.BytesIO(data))
