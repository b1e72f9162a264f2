"""The report: one page, its tables for programs beside it, and all that is needed to count the figures again."""

from okoce_core.report.dossier.writing import check_folder, write_report

__all__ = ["check_folder", "write_report"]
