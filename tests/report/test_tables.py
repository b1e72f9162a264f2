"""One row model, two renderers."""

import io

import pytest

from okoce_core.report.blocks import Item, Listing, Table, Tree
from okoce_core.report.rich_tables import draw
from okoce_core.report.tables import render

BLOCKS = [
    "Sebuah kalimat.",
    Table("Judul", ("Nama", "Nilai"), (("a", "1"), ("bb", "22.000"), ("[bold]c[/bold]", "")), frozenset({1})),
    Listing("Daftar", (Item("satu", ("rinci a", "rinci b")), Item("dua"))),
    Tree("akar", (Tree("dahan", (Tree("ranting"), Tree("[b]daun[/b]"))), Tree("dahan lain"))),
]


def test_plain_columns_are_as_wide_as_their_widest_cell_and_numbers_stand_to_the_right():
    assert render(BLOCKS) == (
        "Sebuah kalimat.\n"
        "\n"
        "Judul\n"
        "\n"
        "Nama             Nilai\n"
        "--------------  ------\n"
        "a                    1\n"
        "bb              22.000\n"
        "[bold]c[/bold]\n"
        "\n"
        "Daftar\n"
        "  satu\n"
        "      rinci a\n"
        "      rinci b\n"
        "  dua\n"
        "\n"
        "akar\n"
        "  dahan\n"
        "    ranting\n"
        "    [b]daun[/b]\n"
        "  dahan lain\n"
    )


def test_rich_draws_every_cell_and_line_and_takes_none_for_markup():
    paper = io.StringIO()
    draw(BLOCKS, paper)
    for text in ("Sebuah kalimat.", "Judul", "Nilai", "22.000", "[bold]c[/bold]", "Daftar", "satu", "rinci b", "dua"):
        assert text in paper.getvalue()
    drawn = [line.rstrip() for line in paper.getvalue().splitlines()]
    assert drawn[-5:] == ["akar", "  dahan", "    ranting", "    [b]daun[/b]", "  dahan lain"]


def drawn(block, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    paper = io.StringIO()
    draw([block], paper)
    return [line.rstrip() for line in paper.getvalue().splitlines()]


WIDE = Table("Berkas", ("Berkas", "Mitra", "tercatat", "ditolak", "Catatan"), (("a.csv", "Mitra", "7", "0", ""),))


def test_a_table_without_room_for_its_columns_is_listed_row_by_row(monkeypatch):
    # five columns need 40 signs
    assert drawn(WIDE, monkeypatch, 39) == [
        "Berkas", "  a.csv", "      Mitra: Mitra", "      tercatat: 7", "      ditolak: 0",
    ]  # fmt: skip
    assert any("─" in line for line in drawn(WIDE, monkeypatch, 40))


@pytest.mark.parametrize("width", [20, 40, 80])
def test_nothing_is_wider_than_the_terminal(monkeypatch, width):
    long = "sebuah kalimat yang panjang sekali dan terus berlanjut " * 3
    for block in (long, WIDE, Listing(long, (Item(long, (long,)),)), Tree(long, (Tree(long),))):
        assert max(map(len, drawn(block, monkeypatch, width))) <= width


@pytest.mark.parametrize(
    "block",
    [
        "a\x1bb",
        Table("\x1b", ("\x1b",), (("\x1b",),)),
        Listing("\x1b", (Item("\x1b", ("\x1b",)),)),
        Tree("\x1b", (Tree("\x1b"),)),
    ],
)
def test_no_renderer_lets_a_control_sign_through(block):
    paper = io.StringIO()
    draw([block], paper)
    assert "\x1b" not in render([block]) + paper.getvalue()
    assert "�" in render([block])
    assert "�" in paper.getvalue()
