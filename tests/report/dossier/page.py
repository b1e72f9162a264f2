"""A page read as somebody without eyes reads it: tables by their captions, headings, landmarks, addresses."""

from __future__ import annotations

import re
from fractions import Fraction
from html.parser import HTMLParser

VOID = {"meta", "br", "img", "hr", "input", "link"}


class Page(HTMLParser):
    """What stands on a page: ``tables`` of texts by caption, ``tags`` with their attributes in order, ``text``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self._caption, self._rows = "", list[list[str]]()
        self.feed(html)
        self.close()
        assert self.open == [], "every element is closed"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self._caption, self._rows = "", []
        elif tag == "tr":
            self._rows.append([])
        elif tag in {"th", "td"}:
            self._rows[-1].append("")

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag
        if tag == "table":
            self.tables[self._caption] = self._rows

    def handle_data(self, data):
        self.text += data
        if self.open[-1:] == ["caption"]:
            self._caption += data
        elif self.open[-1:] in (["th"], ["td"]):
            self._rows[-1][-1] += data


def number(written: str, language: str) -> Fraction | None:
    """A number as it is written for the eye; None where there is none."""
    point, thousands = (",", ".") if language == "id" else (".", ",")
    plain = written.replace(thousands, "").replace(point, ".").replace("−", "-")
    return Fraction(plain) if re.fullmatch(r"[+-]?\d+(\.\d+)?", plain) else None


def ends(written: str, language: str) -> tuple[Fraction | None, ...] | None:
    """The two ends of an interval."""
    low, _, high = written.partition("–")
    return (number(low, language), number(high, language)) if high else None
