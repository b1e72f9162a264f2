"""Bytes into records: reading, header finding, mapping, and the ledger of every row."""

from okoce_core.intake.ingest import read
from okoce_core.intake.outcome import FileReading, Reading
from okoce_core.intake.reading import Limits
from okoce_core.intake.records_out import convert, record_lines

__all__ = ["FileReading", "Limits", "Reading", "convert", "read", "record_lines"]
