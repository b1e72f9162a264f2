"""Figures, readings and problems as people and programs see them: texts in two languages, tables, JSON, CSV."""
