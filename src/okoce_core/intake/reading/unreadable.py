"""Why a whole source gives nothing: raised and caught inside the readers, never seen outside of them."""

from __future__ import annotations

__all__ = ["Unreadable"]


class Unreadable(Exception):  # noqa: N818 - it is an answer, not an error of the caller
    """A source cannot be read.

    Attributes:
        code: A problem code of a file: empty-file, locked-file, broken-file, unknown-form, too-large, xml-….
        expected: What would have been read, in our own English words.
    """

    def __init__(self, code: str, expected: str = "") -> None:
        self.code = code
        self.expected = expected
        super().__init__(code)
