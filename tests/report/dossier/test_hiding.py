"""What is hidden in one table of a report follows from no other, and one gathering is behind all of them."""

import csv
import io
import json

import pytest

import okoce_core as okoce
from okoce_core.counting import Suppression
from okoce_core.report.dossier import write_report

RULES = Suppression()


def written(tmp_path, lines, books=("okoce-claim@1", "okoce-p4@1"), suppress=RULES):
    """The tables of the report of some records, by name."""
    said = [{"type": "header", "format": "okoce-records/1", "ids": "resolved"}, *lines]
    reading = okoce.read("".join(json.dumps(line) + "\n" for line in said).encode())
    out = tmp_path / "laporan"
    write_report(okoce.compare(okoce.resolve(reading), books, as_of="2022-12-31"), reading, out, suppress=suppress)
    return {path.stem: list(csv.DictReader(io.StringIO(path.read_text("utf-8")))) for path in (out / "tabel").iterdir()}


def took_part(partner, people, *, region=None):
    for n in people:
        yield {"type": "participation", "partner": partner, "person": f"P{n}", "date": "2022-01-01"}
        if region:
            yield {"type": "person", "id": f"P{n}", "region": region}


def test_a_list_of_three_rows_tells_neither_its_rows_nor_its_problems(tmp_path):
    small = list(took_part("KECIL", range(3)))
    large = [line for place in ("A", "B") for line in took_part(place, range(10, 30))]
    tables = written(tmp_path, [*small, *large])
    rows = {row["partner"]: row["rows_recorded"] for row in tables["cakupan"]}
    assert rows["KECIL"] == ""
    assert sorted((rows["A"], rows["B"])) == ["", "20"]  # or the three would follow from the sum of all
    shares = {row["partner"]: row["value"] for row in tables["atribusi"] if row["measure"] == "participants"}
    assert shares["KECIL"] == ""


def test_a_province_of_three_is_hidden_in_every_table(tmp_path):
    lines = [*took_part("A", range(3), region="31"), *took_part("A", range(10, 20), region="32"),
             *took_part("A", range(30, 42), region="33")]  # fmt: skip
    tables = written(tmp_path, lines)
    of = {row["province"]: row for row in tables["provinsi"] if row["measure"] == "participants"}
    assert (of["31"]["value"], of["31"]["status"]) == ("", "few")
    assert of["32"]["status"] == "secondary"  # 25 less 12 less 3 would be 10
    assert of["33"]["value"] == "12"
    again = {row["province"]: row["value"] for row in tables["angka"] if row["measure"] == "participants"}
    assert (again["31"], again["32"], again["33"]) == ("", "", "12")


def test_a_total_that_is_hidden_takes_the_ends_of_the_figure_with_it(tmp_path):
    total = {"type": "total", "partner": "C", "measure": "participants", "value": 3, "unit": "persons"}
    lines = [*took_part("A", range(10)), {**total, "as_of": "2022-09-30"}]
    tables = written(tmp_path, lines)
    [headline] = [
        row for row in tables["angka"]
        if (row["label"], row["measure"], row["province"], row["attribution"])
        == ("okoce-p4@1", "participants", "_T", "")
    ]  # fmt: skip
    assert (headline["value"], headline["low"], headline["high"]) == ("10", "", "")  # 13 less 10 would be 3
    assert [row["total_participants"] for row in tables["cakupan"] if row["partner"] == "C"] == [""]


def test_steps_that_move_few_are_joined_and_still_lead_from_figure_to_figure(tmp_path):
    """By hand: 8 rows come twice (16 rows of 8 people), 1 person after the day: 17 rows; 8 people are left."""
    late = {"type": "participation", "partner": "A", "person": "L", "date": "2023-05-01"}
    lines = [*took_part("A", range(8)), *took_part("B", range(8)), late]
    joined = [row for row in written(tmp_path, lines)["jembatan"] if row["measure"] == "participants"]
    assert (joined[0]["value"], joined[-1]["value"]) == ("17", "8")
    moves = [int(row["change"] or 0) for row in joined]
    assert [move for move in moves if move] == [-9]  # the eight and the one together
    plain = written(tmp_path / "semua", lines, suppress=None)["jembatan"]
    assert [int(row["change"]) for row in plain[1:] if row["measure"] == "participants" and row["change"] != "0"] == [
        -8, -1,
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["tahapan", "irisan", "provinsi", "umur_laporan"])
def test_no_table_of_the_sample_prints_one_to_four(tmp_path, name):
    reading = okoce.read("docs/examples/2022-09")
    comparison = okoce.compare(okoce.resolve(reading), ["okoce-claim@1", "okoce-p4@1"])
    write_report(comparison, reading, tmp_path / "laporan")
    rows = csv.DictReader(io.StringIO((tmp_path / "laporan" / "tabel" / f"{name}.csv").read_text("utf-8")))
    counts = ("reached", "here", "lost", "people", "value", "enterprises")
    few = [row for row in rows for column in counts if row.get(column) in {"1", "2", "3", "4"}]
    assert [row for row in few if row.get("months") != "none"] == []  # the headline says how many are unknown


def test_the_pictures_hide_what_the_tables_hide(tmp_path):
    lines = [*took_part("A", range(3), region="31"), *took_part("A", range(10, 27), region="32"),
             *took_part("A", range(30, 52), region="33")]  # fmt: skip
    written(tmp_path, lines)
    html = (tmp_path / "laporan" / "laporan.html").read_text("utf-8")
    pictures = [part.split("</svg>")[0] for part in html.split("<svg ")[1:]]
    [picture] = [part for part in pictures if "Peserta per provinsi" in part]
    assert ">22<" in picture
    assert ">3<" not in picture
    assert ">17<" not in picture
