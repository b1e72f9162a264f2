"""Each number of a report is that of ``okoce count --json``, in both languages and in every file."""

import csv
import io
import json
import sqlite3
from fractions import Fraction

import pytest

import okoce_core as okoce
from okoce_core.report.dossier import write_report
from okoce_core.report.figures_json import document

from .page import Page, ends, number

BOOKS = ("okoce-claim@1", "okoce-reach@1", "okoce-p4@1")
WORDS = {
    "id": {
        "figures": "Angka beserta batas bawah dan atasnya", "shares": "Bagian yang sama rata antarmitra, okoce-p4@1",
        "provinces": "Provinsi, okoce-p4@1", "Peserta": "participants", "Wirausaha": "entrepreneurs",
        "Lapangan kerja": "jobs",
    },
    "en": {
        "figures": "The figures, with what the lists leave open", "shares": "Equal shares of the partners, okoce-p4@1",
        "provinces": "Provinces, okoce-p4@1", "Participants": "participants", "Entrepreneurs": "entrepreneurs",
        "Jobs": "jobs",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def counted():
    reading = okoce.read("docs/examples/2022-09")
    return okoce.compare(okoce.resolve(reading), BOOKS), reading


@pytest.fixture(scope="module")
def told(counted):
    return document(*counted, by=["province"], methods=["equal"])["figures"]


@pytest.fixture(scope="module", params=["id", "en"])
def open_report(request, counted, tmp_path_factory):
    """A report that hides nothing: its folder, page and language."""
    out = tmp_path_factory.mktemp("laporan")
    write_report(*counted, out, suppress=None, language=request.param)
    return out, Page((out / "laporan.html").read_text("utf-8")), request.param


@pytest.fixture(scope="module", params=["id", "en"])
def report(request, counted, tmp_path_factory):
    """A report as it is by default."""
    out = tmp_path_factory.mktemp("laporan")
    write_report(*counted, out, language=request.param)
    return out, Page((out / "laporan.html").read_text("utf-8")), request.param


def exact(text):
    return None if text is None else Fraction(text)


def test_the_figures_with_their_ends_and_the_unknown_are_those_of_count(report, told):
    _, page, language = report
    shown = {}
    for label, measure, value, interval, unknown, _ in page.tables[WORDS[language]["figures"]][1:]:
        row = number(value, language), ends(interval, language), number(unknown, language)
        shown[label, WORDS[language][measure]] = row
    for book in told:
        for measure in ("participants", "entrepreneurs", "jobs"):
            figure = book[measure]
            low_high = None if figure["low"] is None else (exact(figure["low"]), exact(figure["high"]))
            unknown = None if figure["state"] == "not asked" else figure["unknown"]
            assert shown.pop((book["label"], measure)) == (exact(figure["value"]), low_high, unknown)
    assert shown == {}


def test_the_first_screen_shows_the_last_definition_beside_the_claim(report, told):
    _, page, language = report
    claim, main = told[0], told[-1]
    cards = page.text.split(" okoce-p4@1")[0]
    for measure in ("participants", "entrepreneurs", "jobs"):
        for book in (claim, main):
            assert number(book[measure]["value"], language) is not None
            assert book[measure]["value"] in cards


def test_the_shares_are_those_of_count_and_add_up_exactly(open_report, told):
    out, page, language = open_report
    shares = told[-1]["attribution"]
    rows = list(csv.DictReader(io.StringIO((out / "tabel" / "atribusi.csv").read_text("utf-8"))))
    for measure in ("participants", "entrepreneurs", "jobs"):
        of = {row["partner"]: row["value_exact"] for row in rows if row["measure"] == measure}
        assert of == shares[measure]["equal"]
        assert sum(map(Fraction, of.values())) == Fraction(told[-1][measure]["value"])
    for name, *numbers in page.tables[WORDS[language]["shares"]][1:-1]:
        partner = name if name in shares["jobs"]["equal"] else "jakpreneur"
        for measure, shown in zip(("participants", "entrepreneurs", "jobs"), numbers, strict=True):
            true = Fraction(shares[measure]["equal"][partner])
            assert abs(number(shown.strip("≈"), language) - true) <= (Fraction(1, 200) if "≈" in shown else 0)


def test_the_provinces_are_those_of_count_and_a_silent_one_has_no_number(open_report, told):
    out, page, language = open_report
    by = {row["province"]: row for row in told[-1]["by"]}
    heads = ("participants", "entrepreneurs", "enterprises", "jobs")
    shown = {code or None: numbers for _, code, *numbers in page.tables[WORDS[language]["provinces"]][1:]}
    assert shown.keys() == by.keys()
    for code, numbers in shown.items():
        assert [number(n, language) for n in numbers] == [exact(by[code][measure]) for measure in heads]
    rows = list(csv.DictReader(io.StringIO((out / "tabel" / "provinsi.csv").read_text("utf-8"))))
    assert len({row["province"] for row in rows}) == 39  # 38, and those of whom it is unknown
    silent = [row for row in rows if row["status"] == "not reported"]
    assert {row["value"] for row in silent} == {""}
    assert {row["province"] for row in silent}.isdisjoint(by)


def test_the_tables_in_sqlite_are_those_of_the_csv_files(report):
    out, _, _ = report
    base = sqlite3.connect(f"file:{out}/okoce.sqlite?mode=ro", uri=True)
    tables = {name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    files = {path.stem: path.read_text("utf-8") for path in (out / "tabel").iterdir()}
    assert tables == {*files, "manifest"}
    for name, text in files.items():
        told = base.execute(f'SELECT * FROM "{name}"')
        heads, *rows = csv.reader(io.StringIO(text))
        assert [column[0] for column in told.description] == heads
        for row, line in zip(told, rows, strict=True):
            for head, value, cell in zip(heads, row, line, strict=True):
                if value is None or isinstance(value, str):
                    assert (value or "") == cell.removeprefix("'")
                else:
                    assert head == "additive" or float(cell) == value
    base.close()


def test_every_table_has_a_key_that_datasette_can_link_to(report):
    out, _, _ = report
    base = sqlite3.connect(f"file:{out}/okoce.sqlite?mode=ro", uri=True)
    for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        assert any(column[5] for column in base.execute(f'PRAGMA table_info("{name}")'))
    base.close()


def test_the_sdmx_file_has_the_headlines_of_count(report, told):
    out, _, _ = report
    rows = list(csv.DictReader(io.StringIO((out / "angka.sdmx.csv").read_text("utf-8"))))
    whole = {
        (row["DEFINITION"], row["INDICATOR"]): row["OBS_VALUE"]
        for row in rows
        if (row["REF_AREA"], row["PARTNER"], row["ATTRIBUTION"]) == ("ID", "_T", "_Z")
    }
    for book in told:
        for measure in ("participants", "entrepreneurs", "enterprises", "jobs"):
            assert whole[book["label"], measure] == (book[measure]["value"] or "")


def test_the_manifest_names_definitions_day_files_and_what_was_written(report, counted):
    out, _, _ = report
    origin = json.loads((out / "manifest.json").read_text("utf-8"))
    assert (origin["format"], origin["as_of"], origin["inputs"]) == ("okoce-report/1", "2022-09-30", counted[1].inputs)
    assert [book["label"] for book in origin["rulebooks"]] == list(BOOKS)
    assert {file["name"]: len(file["sha256"]) for file in origin["files"]} == dict.fromkeys(
        ("csr.json", "hipmi.xlsx", "jakpreneur.csv", "kampus.csv", "pesantren.csv", "tda.csv"), 64
    )
    there = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert {*origin["outputs"], "manifest.json"} == there
