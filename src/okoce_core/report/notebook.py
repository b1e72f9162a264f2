"""What a notebook shows of a result: its page as HTML, with the few styles that a table needs."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from okoce_core.report.html_blocks import render
from okoce_core.report.pages import page
from okoce_core.report.tongue import spoken

__all__ = ["html"]


def html(shown: object) -> str:
    """A result that shows itself (:class:`~okoce_core.shown.Shown`) as HTML, in the language of the notebook.

    Raises:
        Misuse: ``OKOCE_BAHASA`` names no language.
    """
    tongue = spoken()
    blocks = render(page(shown, tongue))
    return f'<div class="okoce-shown" lang="{tongue.language}">\n<style>\n{_styles()}</style>\n{blocks}\n</div>'


@cache
def _styles() -> str:
    return files("okoce_core.report").joinpath("notebook.css").read_text("utf-8")
