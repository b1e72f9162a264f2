"""Results that show themselves in a notebook, each wherever it is made.

A result is made deep down (a reading in ``intake``, a figure in ``counting``) and drawn at the top, in ``report``,
which alone turns codes into sentences. Imports go down only, so this is the one place that reaches up: by name, and
only when a notebook asks.
"""

from __future__ import annotations

from importlib import import_module

__all__ = ["Shown"]


class Shown:
    """What a notebook shows as a page, in the language of :func:`okoce_core.bahasa`."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        html: str = import_module("okoce_core.report.notebook").html(self)
        return html
