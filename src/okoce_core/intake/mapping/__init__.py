"""From the rows of a partner's form to records: recognising the form, reading its columns, stating its facts."""

from okoce_core.adapter.mapping import load_mapping, parse_mapping

__all__ = ["load_mapping", "parse_mapping"]
