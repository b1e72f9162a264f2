"""An input workbook for a partner's form that prevents the usual problems before they are typed.

Numbers that are no numbers (NIK, telephone, NIB) are formatted as text, days as days; what has few answers has a list.
It is read back by the adapter it was made from, without a problem. So everything that is no data stands where the
reader passes over it: lists in hidden rows above the headings, instructions in a text box of a sheet without cells.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from typing import Any, Final

from okoce_core.adapter import Adapter
from okoce_core.misuse import Misuse
from okoce_core.report.template_columns import Asked, asked_columns

__all__ = ["template"]

_ROWS: Final = 5000
"""How far down lists and checks reach."""

_INLINE: Final = 200
"""Spreadsheets take a list of up to 255 characters beside the column; a longer one needs cells."""


def template(adapter: Adapter) -> bytes:
    """The bytes of an xlsx workbook to fill in; the same adapter gives the same bytes.

    Raises:
        Misuse: the form has no headings, or must not be counted; or xlsxwriter is not installed.
    """
    if adapter.header == 0 or adapter.refused:
        raise Misuse("no-template", f"{adapter.name} has no headings, or is not counted", asked=adapter.name)
    try:
        import xlsxwriter
    except ImportError:
        message = "a template needs xlsxwriter: pip install 'okoce[template]'"
        raise Misuse("extra-missing", message, asked="template") from None
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": adapter.title, "created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001 - any fixed day
    asked = asked_columns(adapter)
    sheet = book.add_worksheet(_sheet_name(adapter))
    first = _Form(book, sheet, adapter.header).write(adapter.title, asked)
    lines = _instructions(adapter, asked, sheet.get_name(), first)
    box = {"width": 900, "height": 24 + 20 * len(lines), "font": {"size": 11}, "object_position": 3}
    book.add_worksheet("Petunjuk").insert_textbox("B2", "\n".join(lines), box)
    book.close()
    return out.getvalue()


def _sheet_name(adapter: Adapter) -> str:
    """A name that the adapter's own pattern takes: "Anggota" of "Anggota*"."""
    pattern = adapter.sheets[0] if adapter.sheets else "Data"
    return re.sub(r"[\[\]:/\\*]", "", pattern.replace("?", "1"))[:31] or "Data"


class _Form:
    """The sheet to fill in."""

    def __init__(self, book: Any, sheet: Any, depth: int) -> None:
        self._book, self._sheet, self._depth = book, sheet, depth

    def write(self, title: str, asked: Sequence[Asked]) -> int:
        """Write the title, hidden lists, the headings; give the number of the row the data begin at, from 1."""
        self._sheet.write_string(0, 0, title, self._book.add_format({"bold": True, "font_size": 14}))
        lists = sorted({column.choices for column in asked if _is_long(column)})
        for row, choices in enumerate(lists, 1):
            self._sheet.write_row(row, 0, choices)
            self._sheet.set_row(row, None, None, {"hidden": True})
        header = 1 + len(lists)
        for place, column in enumerate(asked):
            self._head(header, place, column)
            source = lists.index(column.choices) + 1 if _is_long(column) else 0
            self._check(header + self._depth, place, column, source)
        self._sheet.freeze_panes(header + self._depth, 0)
        return header + self._depth + 1

    def _head(self, row: int, place: int, column: Asked) -> None:
        look = {"bold": True, "text_wrap": True, "valign": "top", "border": 1}
        shade = self._book.add_format({**look, "bg_color": "#FFE699" if column.required else "#DDEBF7"})
        parts = column.heading.split(" / ", self._depth - 1) if self._depth > 1 else [column.heading]
        for below, part in enumerate([*parts, *[""] * (self._depth - len(parts))]):
            self._sheet.write_string(row + below, place, part, shade)
        self._sheet.write_comment(row, place, _note(column), {"x_scale": 2, "author": ""})
        cells = self._book.add_format({"num_format": column.format}) if column.format else None
        self._sheet.set_column(place, place, max(14, min(40, len(column.heading) + 4)), cells)

    def _check(self, first: int, place: int, column: Asked, source: int) -> None:
        """What the spreadsheet itself refuses, or asks back about, while it is filled in."""
        rule: dict[str, Any] = {}
        if column.choices:
            cells = f"=$A${source + 1}:${_letters(len(column.choices) - 1)}${source + 1}"
            rule = {"validate": "list", "source": cells if source else list(column.choices)}
        elif column.length:
            rule = {"validate": "length", "criteria": "==", "value": column.length}
        elif column.is_date:
            rule = {"validate": "date", "criteria": ">=", "value": dt.date(1900, 1, 1), "error_type": "warning"}
        elif column.whole:
            rule = {"validate": "integer", "criteria": ">=", "value": 0, "error_type": "warning"}
        if rule:
            rule = {"error_type": "warning", **rule} if column.free else rule
            said = {"error_title": "Periksa isian ini", "error_message": column.note[:255], "ignore_blank": True}
            self._sheet.data_validation(first, place, first + _ROWS, place, {**said, **rule})


def _is_long(column: Asked) -> bool:
    return len(",".join(column.choices)) > _INLINE or any("," in choice for choice in column.choices)


def _letters(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(place))


def _note(column: Asked) -> str:
    return f"Wajib. {column.note}" if column.required else column.note


def _instructions(adapter: Adapter, asked: Sequence[Asked], sheet: str, first: int) -> list[str]:
    """What the one who fills it in should know, and every column once more."""
    one = "satu tim" if adapter.repeat else "satu usaha" if adapter.subject == "enterprise" else "satu orang"
    one = "satu wilayah atau kelompok" if adapter.is_aggregate else one
    return [
        f"PETUNJUK: {adapter.title}",
        "",
        f'1. Isi lembar "{sheet}" mulai baris {first}; satu baris untuk {one}.',
        "2. Jangan mengubah, menghapus, atau memindahkan judul kolom.",
        "3. Kosongkan sel yang isinya tidak diketahui; jangan diisi 0 atau nomor karangan.",
        "4. Bila menyalin dari berkas lain, tempel sebagai nilai (paste values), supaya format teks tidak hilang.",
        "5. Judul berwarna kuning wajib diisi. Catatan pada judul menjelaskan isinya.",
        "6. Berkas yang sudah diisi memuat data pribadi: simpan dan kirim dengan aman.",
        "",
        "KOLOM",
        *(f"{' '.join(column.heading.split())}: {_note(column)}" for column in asked),
    ]
