"""How large the rectangle of a worksheet would be, before it is built.

calamine holds every cell between the first and the last one, 24 bytes each: a sheet with something in A1 and in
XFD1048576 asks for 400 GB, and the whole process is ended without an exception. So the cell references of a workbook
are looked over first (about 1 µs a row), which also tells whether all of it unpacks.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Final

from okoce_core.intake.reading.limits import Limits
from okoce_core.intake.reading.unreadable import Unreadable

__all__ = ["check_extent"]

_LAST_ROW: Final = 1_048_576
_LAST_COLUMN: Final = 16_384
_BEYOND: Final = 1 << 62
"""The width of a sheet that has a row or a column which no worksheet has."""

_SHEETS: Final = "xl/worksheets/"
_PIECE: Final = 1 << 20
_OVERLAP: Final = 64

# ` r="` is a literal the search can jump to; blanks around the sign are rare enough to be asked for first.
_FAR: Final = re.compile(rb' r="(?:([A-Za-z]{2,})\d|[A-Za-z]*(\d{7,}))')
_FAR_ANY: Final = re.compile(rb' r *= *"(?:([A-Za-z]{2,})\d|[A-Za-z]*(\d{7,}))')
_ONE_WAY: Final = bytes.maketrans(b"\t\n\r'", b'   "')

# The cell of a formula: what stands in its tag, and what follows the formula. An empty text is a result (t="str").
_FORMULA: Final = re.compile(rb"<c ([^<>]*)><f(?: [^<>]*)?(?:/>|>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>")


def check_extent(archive: zipfile.ZipFile, limits: Limits) -> bool:
    """Raise :class:`Unreadable` where a part of an xlsx is damaged, or a sheet of it would be too large.

    Returns:
        Whether some formula has no result: none is stored, or it is an error (``#N/A``). calamine reads both as empty.
    """
    left, unvalued = limits.unpacked, False
    try:
        for member in archive.infolist():
            width = 1
            for piece in _pieces(archive, member):
                left -= len(piece) - _OVERLAP
                width = max(width, _width(piece))
                unvalued = unvalued or (member.filename.startswith(_SHEETS) and _has_unvalued(piece))
                if left < 0:
                    raise Unreadable("too-large", f"at most {limits.unpacked:,} bytes unpacked")
            _check_sheet(archive, member, width, limits)
    except Unreadable:
        raise
    except Exception:  # a dozen kinds, by the method of compression
        raise Unreadable("broken-file", "a workbook that is whole") from None
    return unvalued


def _check_sheet(archive: zipfile.ZipFile, member: zipfile.ZipInfo, width: int, limits: Limits) -> None:
    if width > limits.columns:
        raise Unreadable("too-large", f"at most {min(limits.columns, _LAST_COLUMN):,} columns and {_LAST_ROW:,} rows")
    if width * _LAST_ROW > limits.cells and _is_high(archive, member, limits.cells // width):
        raise Unreadable("too-large", f"at most {limits.cells:,} cells between the first and the last of a sheet")


def _has_unvalued(piece: bytes) -> bool:
    if b' t="e"' in piece:
        return True
    return b"<f" in piece and any(b't="str"' not in tag for tag in _FORMULA.findall(piece))


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """A member piece by piece, with one kind of blank and quote; no reference is cut, since the pieces overlap."""
    end = b""
    with archive.open(member) as unpacked:
        while piece := unpacked.read(_PIECE):
            plain = piece.translate(_ONE_WAY)
            yield end + plain
            end = plain[-_OVERLAP:]


def _width(piece: bytes) -> int:
    """The number of the last column named; more than there can be where a row or a column is out of bounds."""
    far = _FAR_ANY if b" r =" in piece or b" r= " in piece else _FAR
    widest = 1
    for column, row in set(far.findall(piece)):
        if len(column) > 3 or (row and int(row[:9]) > _LAST_ROW):
            return _BEYOND
        widest = max(widest, _number(column))
    return widest if widest <= _LAST_COLUMN else _BEYOND


def _is_high(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bool:
    """Whether a row beyond ``most`` is named; only numbers of as many digits are looked at."""
    row = re.compile(rb' r *= *"[A-Za-z]*(\d{%d,})' % len(str(most)))
    return any(int(number[:9]) > most for piece in _pieces(archive, member) for number in set(row.findall(piece)))


def _number(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number
