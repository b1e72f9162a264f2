"""Spelling of Indonesian names: old and new orthography, and letters that sound alike, brought to one form.

The spelling reforms of 1947 (oe to u) and 1972 (dj to j, tj to c, j to y) changed the language, not the papers of
people, and officers write what they hear. For comparison only: a folded name is never shown.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["fold_sound"]

_ALIKE: Final = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("dh", "d"), ("th", "t"), ("sy", "s"), ("kh", "h"), ("iy", "i"), ("y", "i"),
    ("v", "f"), ("p", "f"), ("z", "s"), ("q", "k"),
)  # fmt: skip
_DOUBLED: Final = re.compile(r"(.)\1")


def fold_sound(token: str) -> str:
    """One lower-case name in its folded spelling.

    >>> fold_sound("soeharto"), fold_sound("suhartoo"), fold_sound("yusuf") == fold_sound("jusup")
    ('suharto', 'suharto', False)
    >>> fold_sound("fatimah"), fold_sound("fathima")
    ('fatima', 'fatima')
    """
    for old, new in _ALIKE:
        token = token.replace(old, new)
    folded = _DOUBLED.sub(r"\1", token)
    return folded[:-1] if len(folded) > 3 and folded.endswith("h") else folded
