"""Wrong use of the library by its caller: a clear error at once, never a guess.

Bad *data* never raises (it becomes a :class:`~okoce_core.evidence.Problem`); bad *use* always does. The error carries
a code and safe arguments, so that the command line can say it in Indonesian; ``str(error)`` is English.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["Misuse"]


class Misuse(ValueError):  # noqa: N818 - it is the caller's error, and reads so: raises Misuse
    """The caller asked for something that cannot be done.

    Attributes:
        code: What is wrong, a stable name such as ``unknown-rulebook``.
        asked: What the caller wrote (his own argument, never a cell).
        near: Names that exist and look like it, best first.
        allowed: All names that would do, where they are few.
    """

    def __init__(self, code: str, message: str, *, asked: str = "", allowed: Iterable[str] = ()) -> None:
        self.code = code
        self.asked = asked
        self.allowed = tuple(allowed)
        self.near = tuple(get_close_matches(asked.casefold(), self.allowed, n=3, cutoff=0.5)) if asked else ()
        self.message = message
        super().__init__(message + (f" (did you mean {' or '.join(self.near)}?)" if self.near else ""))

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.code, self.message, self.asked, self.allowed)


def _rebuild(code: str, message: str, asked: str, allowed: tuple[str, ...]) -> Misuse:
    return Misuse(code, message, asked=asked, allowed=allowed)
