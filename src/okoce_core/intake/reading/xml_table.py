"""XML to rows, in the form that JSON gives: a repeated element is a list of records, elements inside it dotted columns.

An attribute is a column ``@id`` (``usaha.@id`` of an element inside), text beside attributes or elements is ``#text``;
the name of the outermost element and namespaces are left out. An element that is there once, beside or instead of
repeated ones, is a table of one record, so that a list of one person is read as a list of many. Where XML is used to
harm (a DTD, entities that grow), nothing is read at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, Final

import attrs

from okoce_core.intake.reading.json_table import DEPTH, sheet_of
from okoce_core.intake.reading.limits import Limits
from okoce_core.intake.reading.sheet import Opened, Sheet
from okoce_core.intake.reading.unreadable import Unreadable

__all__ = ["open_xml"]

_TEXT: Final = "#text"
_PIECE: Final = 1 << 20
_DOCUMENTS: Final = ("Workbook", "document", "html")
"""The outermost elements of XML that is a page or an office document, with cells in place of named elements."""

_Element = dict[str, Any]


def open_xml(document: str, limits: Limits) -> Opened:
    """The tables of an XML document; raises :class:`Unreadable` where it is none, unsafe, or holds no records."""
    if find_spec("defusedxml") is None:
        raise Unreadable("xml-not-installed", "the extra okoce[xml]")
    name, whole = _load(document, limits)
    if name in _DOCUMENTS:
        raise Unreadable("unknown-form", "XML with named elements; this is a page or a document, to be saved as xlsx")
    sheets = list(_tables(whole, limits, ()))
    if not sheets and any(isinstance(inner, str) and key[0] not in "@#" for key, inner in whole.items()):
        sheets = [_sheet("", [whole], limits)]
    if not sheets:
        raise Unreadable("unknown-form", "repeated elements in the XML")
    return Opened("xml", sheets)


@attrs.define
class _Open:
    """An element that has begun."""

    name: str
    inside: _Element
    texts: list[str] = attrs.field(factory=list)

    def said(self) -> Any:
        """What it comes to: its text alone, or what is in it; None of an empty one."""
        text = "".join(self.texts).strip()
        if not self.inside:
            return text or None
        if text:
            self.inside[_TEXT] = " ".join(text.split())
        return self.inside


@attrs.define
class _Builder:
    """What the parser tells its events to; holds no more than what comes of them."""

    nesting: int
    open: list[_Open] = attrs.field(factory=list)
    whole: tuple[str, _Element] = ("", {})

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= self.nesting:
            raise Unreadable("too-large", f"at most {self.nesting} elements of XML inside each other")
        if self.open:
            self.open[-1].texts.append(" ")
        self.open.append(_Open(_local(tag), {f"@{_local(name)}": said for name, said in attributes.items()}))

    def data(self, text: str) -> None:
        self.open[-1].texts.append(text)

    def end(self, _tag: str) -> None:
        element = self.open.pop()
        said = element.said()
        if not self.open:
            self.whole = element.name, said if isinstance(said, dict) else {}
            return
        beside = self.open[-1].inside
        if element.name not in beside:
            beside[element.name] = said
        elif type(beside[element.name]) is list:
            beside[element.name].append(said)
        else:
            beside[element.name] = [beside[element.name], said]

    def close(self) -> tuple[str, _Element]:
        return self.whole


def _load(document: str, limits: Limits) -> tuple[str, _Element]:
    """The name of the outermost element, and what is in it: text, elements by name, and lists of repeated ones."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    parser = DefusedXMLParser(target=_Builder(limits.nesting), forbid_dtd=True)
    try:
        for start in range(0, len(document), _PIECE):
            parser.feed(document[start : start + _PIECE])
        whole: tuple[str, _Element] = parser.close()
    except DefusedXmlException:
        raise Unreadable("xml-unsafe", "XML without a DTD") from None
    except (ParseError, ValueError):
        raise Unreadable("broken-file", "XML that is whole") from None
    return whole


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _tables(found: _Element, limits: Limits, path: tuple[str, ...]) -> Iterator[Sheet]:
    """Every table below an element."""
    for name, inner in found.items():
        here = (*path, name)
        if isinstance(inner, list) and any(isinstance(record, dict) for record in inner):
            yield _sheet(".".join(here), inner, limits)
        elif isinstance(inner, dict):
            below = list(_tables(inner, limits, here)) if _is_outer(inner, DEPTH - len(here)) else []
            yield from below or [_sheet(".".join(here), [inner], limits)]


def _is_outer(found: _Element, depth: int) -> bool:
    """Whether an element is there to hold tables: it has a list of records in it, or nothing but other elements."""
    if depth < 1:
        return False
    inside = [inner for inner in found.values() if isinstance(inner, dict)]
    return (
        any(isinstance(inner, list) and any(isinstance(one, dict) for one in inner) for inner in found.values())
        or any(_is_outer(inner, depth - 1) for inner in inside)
        or len(inside) == len(found)
    )


def _sheet(name: str, records: list[Any], limits: Limits) -> Sheet:
    some = records[: limits.rows + 1]  # one too many is enough to be refused
    return sheet_of(name, [_record(one) if isinstance(one, dict) else _text_alone(one) for one in some], (), limits)


def _text_alone(text: str | None) -> _Element:
    return {_TEXT: text} if text else {}


def _record(element: _Element) -> _Element:
    """An element as an object of JSON."""
    record: _Element = {}
    for name, inner in element.items():
        if inner is None or type(inner) is str:
            record[name] = inner
        elif all(map(_is_leaf, several := inner if type(inner) is list else [inner])):
            record.update(_leaves(name, several))
        else:
            record[name] = _record(inner) if type(inner) is dict else inner
    return record


def _is_leaf(one: Any) -> bool:
    return type(one) is not dict or all(key[0] in "@#" for key in one)


def _leaves(name: str, several: list[Any]) -> _Element:
    """Elements of one name with nothing inside but text: the text under the name, each attribute beside it."""
    elements = [one if type(one) is dict else {_TEXT: one} for one in several]
    record: _Element = {}
    keys = dict.fromkeys(key for element in elements for key in element)
    for key in sorted(keys, key=lambda key: key != _TEXT):
        said = [element.get(key) for element in elements]
        record[name if key == _TEXT else f"{name}.{key}"] = said if len(said) > 1 else said[0]
    return record
