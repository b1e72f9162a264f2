"""Bytes to text. Three families of encoding are looked for, and no others.

Indonesian partner files are UTF-8, UTF-16 ("Unicode text" of Excel) or cp1252 (Windows). A detector by statistics is
not asked: charset-normalizer names cp1250 for cp1252 files, and on a list of names there is little to count.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import Final

import attrs

from okoce_core.evidence.problem import Problems

__all__ = ["Encoding", "decode", "encoding_of", "looks_binary", "note_guess", "stream"]

_CHUNK: Final = 1 << 20
_SAMPLE: Final = 1 << 16
_CONTROL: Final = re.compile("[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@attrs.frozen
class Encoding:
    """How the bytes of a text are to be decoded.

    Attributes:
        codec: A codec of Python.
        guessed: Whether the bytes alone do not prove it.
    """

    codec: str
    guessed: bool = False


def encoding_of(data: bytes) -> Encoding:
    """The encoding of a text: its byte order mark, else UTF-16 by its NULs, else UTF-8 if valid, else cp1252.

    >>> encoding_of("José".encode()).codec, encoding_of("José".encode("cp1252"))
    ('utf-8', Encoding(codec='cp1252', guessed=True))
    """
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return Encoding(codec, guessed=not _decodes(data, codec))
    wide = _wide(data[:4096])
    if wide and _decodes(data, wide):
        return Encoding(wide)
    if _decodes(data, "utf-8"):
        return Encoding("utf-8")
    return Encoding("cp1252" if _decodes(data, "cp1252") else "latin-1", guessed=True)


def decode(data: bytes, problems: Problems) -> str:
    """The text without its byte order mark; a guess is noted. Never raises: what cannot be decoded becomes U+FFFD."""
    encoding = encoding_of(data)
    note_guess(encoding, problems)
    return data.decode(encoding.codec, errors="replace")


def note_guess(encoding: Encoding, problems: Problems) -> None:
    """Tell that the encoding is a guess, if it is one."""
    if encoding.guessed:
        problems.add("encoding-guessed", expected=f"UTF-8; read as {encoding.codec}")


def stream(data: bytes, encoding: Encoding) -> io.TextIOWrapper:
    """The text piece by piece, line ends untouched; the bytes are shared, not copied."""
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding.codec, errors="replace", newline="")


def looks_binary(data: bytes, encoding: Encoding) -> bool:
    """Whether this is no text: more than one character in fifty at its beginning is a control character.

    Of random bytes one in nine is, of a text hardly any. NULs are counted apart: some programs pad cells with them.
    """
    sample = stream(data, encoding).read(_SAMPLE)
    controls = len(_CONTROL.findall(sample))
    return (controls > 2 and controls * 50 > len(sample)) or sample.count("\0") * 4 > len(sample)


def _decodes(data: bytes, codec: str) -> bool:
    """Whether all of it decodes.

    A character cut off at the very end does no harm where another was whole: an é alone at the end is cp1252.
    """
    decoder = codecs.getincrementaldecoder(codec)()
    view, plain = memoryview(data), True
    try:
        for start in range(0, len(data), _CHUNK):
            plain = decoder.decode(view[start : start + _CHUNK]).isascii() and plain
        if plain and codec == "utf-8":
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: in a Latin text every other byte is NUL."""
    pairs = len(sample) // 2
    if pairs < 2:
        return ""
    high, low = sample[0 : 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if low * 10 >= pairs * 7 and high * 10 <= pairs:
        return "utf-16-le"
    return "utf-16-be" if high * 10 >= pairs * 7 and low * 10 <= pairs else ""
