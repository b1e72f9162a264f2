"""The closed list of problem codes and how grave each is.

A code is API: documented in ``docs/problems.md``, explained in both languages by ``report/problems.toml``, and never
reused for something else. *error*: a file, sheet or row gives nothing. *warning*: a row gives less than it holds.
*notice*: nothing is lost, but somebody should know.
"""

from __future__ import annotations

from typing import Final, Literal

__all__ = ["CODES", "Severity"]

Severity = Literal["error", "warning", "notice"]

_ERRORS = (
    # the file
    "empty-file", "locked-file", "broken-file", "unknown-form", "too-large", "unsafe-path",
    "xml-not-installed", "xml-unsafe",
    "manifest-invalid", "manifest-file-missing", "manifest-adapter-unknown",
    # the sheet
    "no-adapter", "two-adapters", "adapter-failed", "aggregate-refused", "no-rows", "too-few-rows",
    # the row
    "person-missing", "enterprise-missing", "record-syntax", "record-header", "record-type",
)  # fmt: skip
_WARNINGS = (
    "csv-quotes", "formula-unvalued",
    "row-ragged", "column-missing", "column-repeated", "record-key", "record-value", "record-conflict",
    "nik-digits", "nik-length", "nik-date", "nik-region", "nik-damaged", "nik-placeholder",
    "nisn-digits", "nisn-length", "nisn-damaged", "nisn-placeholder", "membership-format",
    "nib-digits", "nib-length", "nib-damaged", "nib-placeholder",
    "npwp-digits", "npwp-length", "npwp-damaged", "npwp-check",
    "phone-format", "phone-length", "phone-damaged", "phone-placeholder",
    "email-format", "email-placeholder",
    "date-format", "date-impossible", "date-range", "date-month-first",
    "count-format", "count-negative", "rupiah-format", "rupiah-negative",
    "name-format", "sex-unknown", "region-unknown", "sector-format", "stage-unknown", "permit-unknown",
    "institution-format", "role-unknown", "cell-shape", "count-missing", "too-many-rows",
)  # fmt: skip
_NOTICES = (
    "file-repeated", "encoding-guessed", "sheet-unread", "column-unread", "column-new", "column-renamed",
    "rows-left-out", "permit-not-held", "undated", "region-ambiguous", "date-doubt",
)  # fmt: skip

CODES: Final[dict[str, Severity]] = {
    **dict.fromkeys(_ERRORS, "error"),
    **dict.fromkeys(_WARNINGS, "warning"),
    **dict.fromkeys(_NOTICES, "notice"),
}
"""Every problem code with its severity."""
