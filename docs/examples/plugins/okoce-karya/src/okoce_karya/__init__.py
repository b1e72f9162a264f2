"""Karya Bersama (invented): members, with their workers as tally marks."""

from okoce_core.adapter import KINDS, Adapter, Column, Partner, hookimpl


def _tally(cell):
    """``IIII II`` is six; whatever else is read as a count."""
    marks = str(cell or "").replace(" ", "")
    return KINDS["count"](str(len(marks)) if marks and not marks.strip("I") else cell)


@hookimpl
def okoce_adapters():
    """The forms of Karya Bersama."""
    return [
        Adapter(
            name="karya/anggota", partner=Partner("karya", "Karya Bersama", "association"),
            title="Daftar anggota Karya Bersama", unit="a member with a business",
            why="Membership proves registration and nothing more.",
            columns=[
                Column("Anggota Karya", "person.name", required=True),
                Column("Bengkel", "enterprise.name", required=True),
                Column("Turus", "headcount.total", parse=_tally),
            ],
        )
    ]  # fmt: skip
