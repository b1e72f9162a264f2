"""``okoce report``: what it writes, where, and that nothing personal is in any of it."""

import json
import sqlite3

import pytest

from .test_privacy import MARK, known, unknown
from .test_privacy import records as marked_records


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_writes_a_page_tables_a_base_sdmx_and_a_manifest(okoce, records, tmp_path):
    status, out, err = okoce("report", records, "--out", tmp_path / "laporan", "--as-of", "2022-09-30")
    assert (status, err) == (0, "")
    assert "laporan.html" in out
    there = contents(tmp_path / "laporan")
    assert {"laporan.html", "okoce.sqlite", "angka.sdmx.csv", "manifest.json", "tabel/angka.csv"} <= there.keys()


def test_the_same_inputs_give_the_same_bytes_in_any_order_and_place(okoce, records, members, tmp_path):
    made = []
    for place, paths in enumerate([(records, members), (members, records)]):
        okoce("report", *paths, "--out", tmp_path / f"laporan{place}")
        made.append(contents(tmp_path / f"laporan{place}"))
    assert made[0] == made[1]


def test_json_is_a_summary_of_what_was_written(okoce, records, tmp_path):
    _, out, _ = okoce("report", records, "--out", tmp_path / "laporan", "--json")
    told = json.loads(out)
    assert told["format"] == "okoce-written/1"
    assert {file["name"]: file["bytes"] for file in told["files"]} == {
        name: len(data) for name, data in contents(tmp_path / "laporan").items()
    }


def test_the_command_in_the_manifest_writes_the_same_report(okoce, records, tmp_path, monkeypatch):
    asked = ("--rulebook", "okoce-claim@1", "--rulebook", "okoce-p4@1", "--set", "jobs.owners=per_enterprise")
    okoce("report", records, "--out", tmp_path / "satu", *asked, "--identity", "exact", "--no-suppress")
    told = json.loads((tmp_path / "satu" / "manifest.json").read_text("utf-8"))["command"].split()
    monkeypatch.chdir(tmp_path)
    okoce(*told[1:])
    assert contents(tmp_path / "satu") == contents(tmp_path / "laporan")


def test_an_earlier_report_is_replaced_and_anything_else_is_refused(okoce, records, tmp_path):
    out = tmp_path / "laporan"
    assert [okoce("report", records, "--out", out)[0] for _ in range(2)] == [0, 0]
    (tmp_path / "lain").mkdir()
    (tmp_path / "lain" / "catatan.txt").write_text("x")
    status, _, err = okoce("report", records, "--out", tmp_path / "lain", "--bahasa", "en")
    assert status == 2
    assert "holds other things" in err
    assert contents(tmp_path / "lain") == {"catatan.txt": b"x"}


def test_a_file_is_no_folder_and_the_inputs_are_none_for_a_report(okoce, records, tmp_path):
    assert okoce("report", records, "--out", records)[0] == 2
    assert okoce("report", tmp_path, "--out", tmp_path / "laporan")[0] == 2


def test_where_nothing_can_be_read_nothing_is_written(okoce, tmp_path):
    (tmp_path / "kiriman").mkdir()
    (tmp_path / "kiriman" / "rusak.json").write_text("{", "utf-8")
    status, out, _ = okoce("report", tmp_path / "kiriman", "--out", tmp_path / "laporan", "--bahasa", "en")
    assert status == 3
    assert "Nothing could be read" in out
    assert not (tmp_path / "laporan").exists()


def test_strict_writes_the_report_and_exits_with_one_where_there_is_an_error(okoce, members, tmp_path):
    assert okoce("report", members, "--out", tmp_path / "laporan", "--strict")[0] == 1
    assert (tmp_path / "laporan" / "laporan.html").exists()


def test_without_suppression_the_report_says_so_and_hides_nothing(okoce, records, tmp_path):
    okoce("report", records, "--out", tmp_path / "laporan", "--no-suppress", "--bahasa", "en")
    assert "Nothing is hidden" in (tmp_path / "laporan" / "laporan.html").read_text("utf-8")
    assert "few" not in (tmp_path / "laporan" / "tabel" / "provinsi.csv").read_text("utf-8")


@pytest.mark.parametrize("content", [known, unknown, marked_records])
@pytest.mark.parametrize("asked", [(), ("--no-suppress",)])
def test_no_file_of_a_report_holds_the_text_of_a_cell_or_heading(okoce, tmp_path, content, asked):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    content(folder)
    for language in ("id", "en"):
        status, out, err = okoce("report", folder, "--out", tmp_path / "laporan", "--bahasa", language, *asked)
        assert status in {0, 3}
        assert MARK not in (out + err).upper()
        for name, data in contents(tmp_path / "laporan").items() if status == 0 else ():
            assert MARK.encode() not in data.upper(), name
            assert MARK not in data.decode("utf-16-le", "replace").upper(), name
        if status == 0:
            base = sqlite3.connect(tmp_path / "laporan" / "okoce.sqlite")
            assert MARK not in "\n".join(base.iterdump()).upper()
            base.close()
