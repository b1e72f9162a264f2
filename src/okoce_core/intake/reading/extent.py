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

from okoce_core.intake.reading.archive import UNPACKED
from okoce_core.intake.reading.unreadable import Unreadable

__all__ = ["CELLS", "check_extent"]

CELLS: Final = 50_000_000
"""The most cells between the first and the last of a sheet: about 1.2 GB of memory."""

_LAST_ROW: Final = 1_048_576
_LAST_COLUMN: Final = 16_384
_PIECE: Final = 1 << 20
_OVERLAP: Final = 64

# ` r="` is a literal the search can jump to; blanks around the sign are rare enough to be asked for first.
_FAR: Final = re.compile(rb' r="(?:([A-Za-z]{2,})\d|[A-Za-z]*(\d{7,}))')
_FAR_ANY: Final = re.compile(rb' r *= *"(?:([A-Za-z]{2,})\d|[A-Za-z]*(\d{7,}))')
_ONE_WAY: Final = bytes.maketrans(b"\t\n\r'", b'   "')


def check_extent(archive: zipfile.ZipFile) -> None:
    """Raise :class:`Unreadable` where a part of an xlsx is damaged, or a sheet of it would be too large."""
    left = UNPACKED
    try:
        for member in archive.infolist():
            width = 1
            for piece in _pieces(archive, member):
                left -= len(piece) - _OVERLAP
                width = max(width, _width(piece))
            if left < 0 or (width * _LAST_ROW > CELLS and _is_high(archive, member, CELLS // width)):
                raise Unreadable("too-large", f"at most {CELLS:,} cells between the first and the last of a sheet")
    except Unreadable:
        raise
    except Exception:  # a dozen kinds, by the method of compression
        raise Unreadable("broken-file", "a workbook that is whole") from None


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
            return CELLS + 1
        widest = max(widest, _number(column))
    return widest if widest <= _LAST_COLUMN else CELLS + 1


def _is_high(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bool:
    """Whether a row beyond ``most`` is named; only numbers of as many digits are looked at."""
    row = re.compile(rb' r *= *"[A-Za-z]*(\d{%d,})' % len(str(most)))
    return any(int(number[:9]) > most for piece in _pieces(archive, member) for number in set(row.findall(piece)))


def _number(column: bytes) -> int:
    number = 0
    for letter in column.upper():
        number = number * 26 + letter - 64
    return number
