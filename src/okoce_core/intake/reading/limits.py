"""How much a file may ask of the computer before it is refused: every limit of the readers in one place.

Partner files come by e-mail from people nobody knows, and a file of a few kilobytes can ask for all memory there is.
So each form has an end that is known beforehand. What happens at each limit is told in ``docs/limits.md``.
"""

from __future__ import annotations

from typing import Any, Final

import attrs

from okoce_core.misuse import Misuse

__all__ = ["LIMITS", "Limits"]


def _positive(_limits: Any, attribute: attrs.Attribute[int], value: Any) -> None:
    if type(value) is not int or value < 1:
        raise Misuse("limit-form", f"the limit {attribute.name} must be a whole number above 0", asked=attribute.name)


def _limit(default: int) -> Any:
    return attrs.field(default=default, validator=_positive)


@attrs.frozen(kw_only=True)
class Limits:
    """The most a file may be or ask for; the defaults leave room for any list of people.

    >>> Limits(rows=20_000_000).rows
    20000000

    Attributes:
        file: Bytes of a file (2 GiB).
        document: Bytes of a JSON, JSON Lines or XML file (256 MiB), whose text is held whole: some 10 times as much.
        line: Characters in a line of CSV (1,048,576); a full cell of Excel has 32,767.
        rows: Rows, or lines, of a table (10,000,000).
        columns: Columns of a table (16,384, as many as a worksheet has).
        cells: Cells between the first and the last of a worksheet, and of a table of JSON or XML (50,000,000: about
            1.2 GB of memory).
        nesting: Elements of XML inside each other (100).
        members: Files in a zip archive (1,000).
        unpacked: Bytes of them together, unpacked (2 GiB).
        ratio: How many times larger unpacked than packed a member may be (200); tables of text reach 5 to 40.
        memory: Bytes the process that reads xls, xlsb and ods may ask for (4 GiB; not held on Windows).
        seconds: How long that process may take (300).

    Raises:
        Misuse: a limit that is no whole number above 0.
    """

    file: int = _limit(2 << 30)
    document: int = _limit(256 << 20)
    line: int = _limit(1 << 20)
    rows: int = _limit(10_000_000)
    columns: int = _limit(16_384)
    cells: int = _limit(50_000_000)
    nesting: int = _limit(100)
    members: int = _limit(1_000)
    unpacked: int = _limit(2 << 30)
    ratio: int = _limit(200)
    memory: int = _limit(4 << 30)
    seconds: int = _limit(300)


LIMITS: Final = Limits()
"""What holds where a caller sets nothing."""
