"""Bytes into records: reading, header finding, mapping, and the ledger of every row."""

from okoce_core.intake.ingest import read
from okoce_core.intake.outcome import FileReading, Reading

__all__ = ["FileReading", "Reading", "read"]
