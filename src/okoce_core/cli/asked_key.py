"""The key of pseudonyms that a command is given: ``--key-file``, or OKOCE_KEY."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from okoce_core.identity.pseudonyms import pseudonym
from okoce_core.misuse import Misuse

__all__ = ["asked_key"]

_MARK = b"\xef\xbb\xbf"
"""What Windows' Notepad puts before a text; two partners with the same words are to have the same key."""


def asked_key(options: argparse.Namespace) -> bytes | None:
    """The key without blanks and line ends around it; None where nobody gave one. The option goes before OKOCE_KEY.

    Raises:
        Misuse: a file that cannot be opened, or a key that is too short.
    """
    if options.key_file is None and "OKOCE_KEY" not in os.environ:
        return None
    given = os.environ.get("OKOCE_KEY", "").encode() if options.key_file is None else _content(options.key_file)
    key = given.removeprefix(_MARK).strip()
    pseudonym("check", "", key)  # a key that will not do is refused before hours of files are read
    return key


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Misuse("cannot-open", f"{path} cannot be opened", asked=str(path)) from None
