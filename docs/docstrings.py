"""A Sphinx extension: lets napoleon read our docstrings, where things that belong together are told on one line.

``source: Which bytes. state: How far it got.`` are two attributes, ``partner, adapter: ...`` are two told as one, and
the colon in the sentence about a property does not end a type.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import attrs

NAMES = re.compile(r"(?:^ +|(?<=\. )|(?<=; ))(\w+(?:, \w+)*): ")


def setup(app):
    app.connect("autodoc-process-docstring", unfold, priority=400)  # napoleon comes at 500
    app.connect("autodoc-process-signature", shorten)
    return {"parallel_read_safe": True}


def unfold(app, what, name, obj, options, lines):
    """One thing a line in ``Args`` and ``Attributes``; a property's sentence is left alone."""
    if what in {"property", "attribute", "data"}:
        lines.insert(0, "\\ ")
    known = names_of(obj)
    if known:
        lines[:] = list(unfolded(lines, known))


def shorten(app, what, name, obj, options, signature, returns):
    """Defaults whose ``repr`` is longer than the signature, or is no Python."""
    short = re.sub(r"Limits\(file=[^)]*\)", "Limits()", signature or "").replace("<function <lambda>>", "...")
    return (short, returns) if signature else None


def names_of(obj: object) -> set[str]:
    if inspect.isclass(obj):
        return {field.name.lstrip("_") for field in attrs.fields(obj)} if attrs.has(obj) else set()
    return set(inspect.signature(obj).parameters) if inspect.isroutine(obj) else set()


def unfolded(lines: list[str], known: set[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        if line and not line.startswith(" "):
            inside = line in {"Args:", "Attributes:"}
        yield from split(line, known) if inside else [line]


def split(line: str, known: set[str]) -> Iterator[str]:
    starts = [found for found in NAMES.finditer(line) if known.issuperset(found[1].split(", "))]
    ends = [found.start() for found in starts] + [len(line)]
    if not starts or line[: ends[0]].strip():
        yield line[: ends[0]].rstrip()
    for found, end in zip(starts, ends[1:], strict=True):
        yield f"    {found[1].replace(', ', ',')}: {line[found.end() : end].rstrip()}"
