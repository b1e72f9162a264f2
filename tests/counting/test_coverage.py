"""Who sent what: each state a partner can be in, on folders and files of records made for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.counting import COVERAGE_STATES, Suppression, coverage
from okoce_core.plugins.partners import KnownPartner
from tests.laws.partner_files import REGISTRY, as_csv, cells, form, table

from .records_of_vector import as_bytes

TDA = as_csv(table(form("tda/anggota"), [cells(1), cells(2)]), ";")
HIPMI = as_csv(table(form("hipmi/anggota"), [cells(3)]))


def known(id_, name=None):
    return KnownPartner(id_, name or id_, "community", "test")


def told(reading, partners=(), suppress=None):
    return {row.partner: row for row in coverage(reading, partners, suppress)}


@pytest.fixture
def month(tmp_path):
    """A list of two rows, bytes that are nothing, a file that is not there, a file nobody names, and a copy."""
    (tmp_path / "tda.csv").write_bytes(TDA)
    (tmp_path / "again.csv").write_bytes(TDA)
    (tmp_path / "dinas.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (tmp_path / "whose.bin").write_bytes(b"\x00\x01")
    entries = {"tda.csv": "tda-bandung", "again.csv": "tda-bandung", "dinas.xlsx": "dinas-x", "late.csv": "kampus-x"}
    files = "".join(f'[[file]]\npath = "{path}"\npartner = "{partner}"\n' for path, partner in entries.items())
    (tmp_path / "kiriman.toml").write_text(files, "utf-8")
    return okoce.read(tmp_path, registry=REGISTRY)


def test_each_partner_of_a_month_is_in_the_state_of_what_came(month):
    rows = told(month, [known("posko", "Posko"), known("tda-bandung", "TDA Bandung")])
    assert {partner: row.state for partner, row in rows.items()} == {
        "tda-bandung": "lists", "dinas-x": "not readable", None: "not readable", "kampus-x": "not reported",
        "posko": "not reported",
    }  # fmt: skip
    tda = rows["tda-bandung"]
    assert (tda.name, tda.kind, tda.files, tda.unread, tda.recorded, tda.rejected) == (
        "TDA Bandung", "community", 2, 0, 2, 0,
    )  # fmt: skip


def test_what_nobody_reported_is_unknown_and_never_nought(month):
    for partner in ("dinas-x", "kampus-x"):
        row = told(month)[partner]
        assert (row.recorded, row.rejected, row.totals) == (None, None, {})


def test_the_rows_stand_by_state_and_then_by_name(month):
    rows = coverage(month, [known("z", "Aceh"), known("a", "Yogya")])
    states = [COVERAGE_STATES.index(row.state) for row in rows]
    assert states == sorted(states)
    assert [row.name or row.partner for row in rows if row.state == "not reported"] == ["Aceh", "kampus-x", "Yogya"]


def test_the_manifest_says_whose_a_file_is_that_nobody_can_read(month):
    whose = {file.source.name: file.partner and file.partner.id for file in month.files}
    assert whose["dinas.xlsx"] == "dinas-x"
    assert whose["whose.bin"] is None
    assert month.awaited == ("kampus-x",)


def test_a_file_that_is_all_there_awaits_nobody(tmp_path):
    (tmp_path / "tda.csv").write_bytes(TDA)
    (tmp_path / "hipmi.csv").write_bytes(HIPMI)
    reading = okoce.read(tmp_path, registry=REGISTRY)
    assert reading.awaited == ()
    assert {row.state for row in coverage(reading)} == {"lists"}


def total(partner, value, day="2022-09-30", **more):
    return {"type": "total", "partner": partner, "measure": "participants", "value": value, "as_of": day} | more


def of_lines(*lines, **options):
    return told(okoce.read(as_bytes(lines)), **options)


def test_a_partner_that_gave_numbers_and_no_list_gave_totals():
    row = of_lines(total("C", 120), total("C", 7, measure="jobs"), total("C", 3, measure="context"))["C"]
    assert (row.state, row.recorded, row.rejected) == ("totals", 3, None)
    assert {measure: int(cell.value) for measure, cell in row.totals.items()} == {"participants": 120, "jobs": 7}


def test_of_several_totals_the_latest_is_told_and_of_one_day_both_ends():
    later = of_lines(total("C", 120, "2022-06-30"), total("C", 90))["C"].totals["participants"]
    assert (later.value, later.low, later.high) == (90, 90, 90)
    both = of_lines(total("C", 120), total("C", 90))["C"].totals["participants"]
    assert (both.value, both.low, both.high) == (90, 90, 120)


def test_in_a_file_of_records_each_partner_has_its_own_lines():
    took_part = {"type": "participation", "person": "P1", "date": "2020-01-01"}
    count = {"type": "headcount", "partner": "B", "enterprise": "E1", "date": "2022-06-30", "full_time": 4}
    dinas = {"type": "partner", "id": "D", "name": "Dinas"}
    rows = of_lines(dinas, took_part | {"partner": "A"}, took_part | {"partner": "B"}, count, total("B", 9))
    assert {partner: (row.state, row.recorded) for partner, row in rows.items()} == {
        "A": ("lists", 1), "B": ("lists", 3),
    }  # fmt: skip
    assert rows["B"].rejected is None  # a line that cannot be read says of nobody that it is his


def test_a_total_below_the_threshold_is_hidden_and_numbers_of_rows_are_not():
    rows = of_lines(total("C", 4), total("D", 5), total("E", 0), suppress=Suppression())
    shown = {partner: row.totals["participants"] for partner, row in rows.items()}
    assert {partner: cell.value for partner, cell in shown.items()} == {"C": None, "D": 5, "E": 0}
    assert (shown["C"].status, shown["C"].high, rows["C"].recorded) == ("few", None, 1)


@settings(deadline=None, max_examples=20)
@given(st.permutations([total("C", 120), total("C", 90), total("C", 8, "2022-06-30"), total("D", 3), total("A", 1)]))
def test_the_order_of_lines_changes_nothing(lines):
    assert of_lines(*lines) == of_lines(*sorted(lines, key=str))
