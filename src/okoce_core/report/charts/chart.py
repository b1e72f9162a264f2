"""A chart: a Vega-Lite v6 specification, its title, and its alternative text in the same language."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from importlib import import_module
from importlib.util import find_spec
from re import Match, sub
from typing import Any, Final

import attrs

from okoce_core.misuse import Misuse

__all__ = ["Chart"]

_MIME: Final = "application/vnd.vegalite.v6+json"


@attrs.frozen
class Chart:
    """A picture of numbers.

    Attributes:
        title: One line, which also stands above the picture.
        description: What is to be seen with its main numbers, for who cannot see it (alternative text).
        spec: The specification: a plain dict, complete, its data inside; at most 720 pixels wide.
    """

    title: str
    description: str
    spec: dict[str, Any] = attrs.field(repr=False, hash=False)

    def to_svg(self) -> str:
        """The picture as SVG: one image to a screen reader, without ids, so that many may stand on one page.

        Raises:
            Misuse: vl-convert-python is not installed.
        """
        drawn: str = _drawer().vegalite_to_svg(self.spec)
        label = escape(self.description, quote=True)
        drawn = sub("<g[^>]*>", _without_roles, drawn)
        return drawn.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)

    def to_png(self, scale: float = 2) -> bytes:
        """The picture as PNG, ``scale`` times its size.

        Raises:
            Misuse: vl-convert-python is not installed.
        """
        drawn: bytes = _drawer().vegalite_to_png(self.spec, scale=scale)
        return drawn

    def altair(self) -> Any:
        """The chart as an Altair object, to be changed further.

        Raises:
            Misuse: Altair is not installed.
        """
        try:
            library = import_module("altair")
        except ImportError:
            message = "altair is not installed: pip install 'okoce[notebook]'"
            raise Misuse("extra-missing", message, asked="notebook") from None
        return library.Chart.from_dict(self.spec)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        """What a notebook takes its pick of: the specification, else the picture, else the alternative text."""
        return {_MIME: self.spec, "text/html": self._html(), "text/plain": f"{self.title}\n{self.description}"}

    def _html(self) -> str:
        if find_spec("vl_convert") is None:
            return f"<p>{escape(self.description)}</p>"
        picture = b64encode(self.to_svg().encode()).decode()
        alternative = escape(self.description, quote=True)
        return f'<img alt="{alternative}" style="max-width:100%" src="data:image/svg+xml;base64,{picture}">'


def _without_roles(group: Match[str]) -> str:
    """A group of marks, which is no picture of its own to a screen reader."""
    return sub(' (role|aria-[a-z]+)="[^"]*"', "", group[0])


def _drawer() -> Any:
    try:
        return import_module("vl_convert")
    except ImportError:
        message = "vl-convert-python is not installed: pip install 'okoce[report]'"
        raise Misuse("extra-missing", message, asked="report") from None
