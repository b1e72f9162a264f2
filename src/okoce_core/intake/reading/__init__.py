"""Bytes to sheets of rows. The form is recognised by content; the name of a file is only a hint.

Any bytes are answered: with sheets, or with exactly one error problem that says why there are none.
"""

from __future__ import annotations

import re
from typing import Final

from okoce_core.evidence.problem import Problems
from okoce_core.intake.reading.archive import unpack
from okoce_core.intake.reading.csv_table import open_csv
from okoce_core.intake.reading.json_lines import begins_records, lines_table, open_json_lines
from okoce_core.intake.reading.json_table import open_json
from okoce_core.intake.reading.limits import LIMITS, Limits
from okoce_core.intake.reading.sheet import Opened, Sheet
from okoce_core.intake.reading.text import Encoding, encoding_of, looks_binary, note_guess
from okoce_core.intake.reading.unreadable import Unreadable
from okoce_core.intake.reading.workbook import OLE, open_ole, open_packed
from okoce_core.intake.reading.xml_table import open_xml

__all__ = ["LIMITS", "Limits", "Opened", "Sheet", "open_source", "unpack"]

_FORMS: Final = "csv, xlsx, xls, ods, json, JSON Lines or xml"
_SOMETHING: Final = re.compile(rb"[^\s\0\xef\xbb\xbf\xff\xfe]")
_BEGINNING: Final = 1 << 14
_BLANK: Final = "\ufeff \t\r\n"
_MARKUP: Final = re.compile(r"<[!?A-Za-z_]")
_PAGE: Final = re.compile(
    r"(?>\s+|<\?.*?\?>|<!--.*?-->)*+<(?:!doctype\s+html|(?:html|head|body|table|div|center|font|style|meta|br)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""How HTML begins, after what may stand before it in XML too. Many sites "export to Excel" by giving it that name."""

_NO_TEXT_TABLE: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".json", ".jsonl", ".ndjson")
"""A text by such a name is read if it has columns: many sites "export to Excel" by giving csv another name."""

_OTHER_FORMS: Final = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF", b"\x1f\x8b", b"7z\xbc\xaf",
    b"Rar!", b"BZh", b"\xfd7zXZ", b"{\\rtf", b"\x7fELF", b"MZ", b"SQLite format 3", b"PAR1",
)  # fmt: skip
"""How forms begin that are no table here: pages, pictures, other archives, programs, databases."""

_SHORT: Final = (b"BM", b"MZ", b"BZh", b"GIF8", b"RIFF", b"PAR1")
"""Of these, the beginnings that a text may have too; there the control characters that follow decide."""


def open_source(
    name: str, data: bytes, problems: Problems, *, password: str | None = None, limits: Limits = LIMITS
) -> Opened:
    """Open the bytes of one file as sheets of rows; never raises, whatever they are.

    Args:
        name: The name of the file, whose ending is a hint where the bytes leave a choice.
        data: The bytes; a plain zip archive is for :func:`unpack`.
        problems: Where to note what goes wrong. A file that cannot be read gives exactly one error.
        password: Opens a locked workbook (with msoffcrypto-tool installed).
        limits: How large the file may be.

    Returns:
        The form and its sheets; ``media`` is "" where it could not be read.
    """
    try:
        return _open(name.lower(), data, problems, password, limits)
    except Unreadable as refusal:
        problems.add(refusal.code, expected=refusal.expected)
    except Exception:  # no bytes may raise, not even those that nobody thought of (law 9)
        problems.add("broken-file", expected=_FORMS)
    return Opened("")


def _open(name: str, data: bytes, problems: Problems, password: str | None, limits: Limits) -> Opened:
    if len(data) > limits.file:
        raise Unreadable("too-large", f"at most {limits.file:,} bytes")
    if not _SOMETHING.search(data):
        raise Unreadable("empty-file", "a file with something in it")
    if data.startswith(OLE):
        return open_ole(data, problems, password, limits)
    if data.startswith(b"PK\x03\x04"):
        return open_packed(data, problems, limits)
    if data.startswith(tuple(form for form in _OTHER_FORMS if form not in _SHORT)):
        raise Unreadable("unknown-form", _FORMS)
    return _open_text(name, data, problems, limits)


def _open_text(name: str, data: bytes, problems: Problems, limits: Limits) -> Opened:
    encoding = encoding_of(data)
    if looks_binary(data, encoding):
        raise Unreadable("unknown-form", _FORMS)
    begins = data[:_BEGINNING].decode(encoding.codec, errors="replace").lstrip(_BLANK)
    if _MARKUP.match(begins):
        return _open_markup(name, begins, data, encoding, problems, limits)
    if begins.startswith(("{", "[")):
        if begins_records(begins):
            return Opened("records")  # whose text is decoded, and a guess noted, where its lines are read
        try:
            opened = _open_json(name, _document(data, encoding, limits), problems, limits)
        except Unreadable as refusal:
            if refusal.code == "too-large" or not name.endswith((".csv", ".tsv", ".txt")):
                raise
        else:
            note_guess(encoding, problems)
            return opened
    if name.endswith(_NO_TEXT_TABLE) and not any(delimiter in begins for delimiter in ",;\t|"):
        raise Unreadable("broken-file", "what the ending of the name says")
    return open_csv(data, encoding, problems, limits)


def _document(data: bytes, encoding: Encoding, limits: Limits) -> str:
    if len(data) > limits.document:
        raise Unreadable("too-large", f"at most {limits.document:,} bytes of JSON or XML")
    return data.decode(encoding.codec, errors="replace")


def _open_markup(name: str, begins: str, data: bytes, encoding: Encoding, problems: Problems, limits: Limits) -> Opened:
    if _PAGE.match(begins):
        raise Unreadable("unknown-form", f"{_FORMS}; this is HTML, to be saved as one of these")
    try:
        opened = open_xml(_document(data, encoding, limits).lstrip(_BLANK), limits)
    except Unreadable as refusal:
        if refusal.code == "broken-file" and not (name.endswith(".xml") or begins.startswith("<?xml")):
            raise Unreadable("unknown-form", _FORMS) from None
        raise
    note_guess(encoding, problems)
    return opened


def _open_json(name: str, document: str, problems: Problems, limits: Limits) -> Opened:
    lines_by_name = name.endswith((".jsonl", ".ndjson"))
    if opened := open_json_lines(document, problems, limits, alone=lines_by_name):
        return opened
    try:
        return open_json(document, limits)
    except Unreadable:
        if not lines_by_name:
            raise
    return lines_table(document, problems, limits)
