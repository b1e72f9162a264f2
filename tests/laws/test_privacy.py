"""Law 8: what cells and headings say stays inside. A marker in each of them shows in nothing that leaves the library.

File and sheet names are places and may be shown; so may the names of partners. Everything else is a person's.
"""

from __future__ import annotations

import json
import logging
import pickle
import traceback

import pytest

import okoce_core as okoce
from okoce_core.counting.publishing.check import check
from okoce_core.frames import Tabular
from okoce_core.identity.exchange import pseudonym_list
from tests.laws.partner_files import (
    AGGREGATES,
    FORMS,
    as_csv,
    as_json,
    as_xlsx,
    cells,
    form,
    headings,
    jsonl,
    read,
    row,
)

MARK = "QZXJVK"
BOOKS = ("okoce-claim@1", "okoce-reach@1", "okoce-p4@1")


def marked(name):
    """A form whose every cell holds the mark: alone, around a value that can be read, and in headings of its own."""
    adapter = form(name)
    said = cells(1)
    rows = [
        [f"{MARK}A{place}" for place in range(len(headings(adapter)))],
        [f"{cell} {MARK}B" for cell in row(adapter, said)],
        row(
            adapter,
            said | {"person.name": f"Sari {MARK}", "person.email": f"{MARK}@example.com", "enterprise.name": MARK},
        ),
        row(adapter, {"person.name": f"{MARK} Sari", "person.region": f"Kota {MARK}", "person.born": f"Bogor, {MARK}"}),
        row(adapter, {"enterprise.name": f"Kedai {MARK}", "headcount.total": f"{MARK} orang"}),
        [f"Catatan {MARK}"],
        ["JUMLAH", MARK],
    ]
    width = len(headings(adapter))
    rows = [[*cells_, *[""] * (width - len(cells_)), f"{MARK}C"] for cells_ in rows]
    return [[f"JUDUL {MARK}"], [*headings(adapter), f"{MARK} kepala"], *rows, [MARK] * (width + 3)]


RECORDS = jsonl(
    {"type": "person", **dict.fromkeys(("id", "name", "nik", "email", "born", "sex", "region", "address", MARK), MARK)},
    {"type": "person", "id": f"{MARK}1", "name": f"Sari {MARK}", "address": MARK, "phones": [MARK], "disability": MARK},
    {"type": "person", "id": f"{MARK}2", "memberships": [{"issuer": MARK, "number": f"{MARK}7"}, MARK, {MARK: MARK}]},
    {"type": "person", "id": f"{MARK}3", "memberships": [{"issuer": "NISN", "number": MARK}]},
    {"type": "enterprise", "id": MARK, "name": MARK, "nib": MARK, "npwp": MARK, "started": MARK, "region": MARK},
    {"type": "enterprise", "id": f"{MARK}2", "name": MARK, "institution": {"scheme": "NSPP", "number": MARK}},
    {"type": "enterprise", "id": f"{MARK}3", "sector": {"scheme": MARK, "code": MARK}},
    {"type": "enterprise", "id": f"{MARK}4", "sector": {"scheme": "KBLI2020", "code": MARK}},
    {"type": "participation", "partner": "A", "person": MARK, "date": MARK, "stage": MARK, "role": MARK},
    {"type": "participation", "partner": "A", "person": f"{MARK}1", "date": "2021", "observed": MARK},
    {"type": "ownership", "enterprise": MARK, "person": MARK, "from": MARK, "hours": MARK},
    {"type": "ownership", "enterprise": f"{MARK}2", "person": f"{MARK}1", "from": "2020"},
    {"type": "permit", "enterprise": MARK, "kind": MARK},
    {"type": "permit", "enterprise": MARK, "kind": "NIB", "number": MARK},
    {"type": "permit", "enterprise": f"{MARK}2", "kind": "HALAL", "number": MARK, "issued": "2021"},
    {"type": "headcount", "partner": "A", "enterprise": MARK, "date": "2021", "total": MARK, "full_time": MARK},
    {"type": "headcount", "partner": "A", "enterprise": MARK, "seasonal": [{"count": MARK, MARK: MARK}]},
    {"type": "employment", "enterprise": MARK, "person": f"{MARK}5", "from": MARK},
    {"type": "total", "partner": "A", "measure": MARK, "value": MARK, "unit": MARK},
    {"type": MARK, MARK: MARK},
    {MARK: MARK},
    MARK,
    f'{{"type": "person", "id": "{MARK}',
)


def nested():
    adapter = form("csr/binaan")
    records = json.loads(as_json(headings(adapter), [row(adapter, cells(n)) for n in range(3)]))
    records[1] |= {MARK: {MARK: [MARK, {MARK: MARK}]}, "nama": MARK, "ktp": MARK, "telepon": [MARK, {MARK: MARK}]}
    records[2]["usaha"] = {"nama": MARK, "nib": MARK, "tenaga_kerja": MARK, MARK: MARK}
    return json.dumps({"program": MARK, "peserta": [*records, MARK, [MARK], {MARK: MARK}]}).encode()


FILES = {
    **{f"csv {name}": as_csv(marked(name)) for name in (*FORMS, *AGGREGATES)},
    **{f"xlsx {name}": as_xlsx({"Anggota": marked(name), "Lain": [[MARK, MARK], [MARK]]}) for name in FORMS},
    "unknown csv": as_csv([[MARK, f"{MARK}x", f"{MARK}y"]] * 4),
    "unknown json": json.dumps([{MARK: MARK, f"{MARK}2": 1}] * 2).encode(),
    "unknown jsonl": f'{{"{MARK}": "{MARK}"}}\n{MARK}\n{{"{MARK}'.encode(),
    "json": nested(),
    "records": RECORDS,
    "records of another version": RECORDS.replace(b"okoce-records/1", f"okoce-records/{MARK}".encode()),
    "broken json": f'[{{"nama": "{MARK}", "{MARK}'.encode(),
    "html": f"<html><td>{MARK}</td>".encode(),
    "quotes": as_csv([headings(form("tda/anggota"))]) + f'"{MARK};{MARK}\n{MARK};"{MARK}'.encode(),
}


def leaks(shown):
    """Where the mark is in a text or in bytes, as UTF-8 or as UTF-16."""
    data = shown if isinstance(shown, bytes) else shown.encode(errors="replace")
    return any(MARK.encode(codec) in data.upper() for codec in ("utf-8", "utf-16-le"))


def everything_shown(reading):
    """Every form in which a reading, and what is made of it, may be shown."""
    population = okoce.resolve(reading)
    figures = okoce.compare(population, BOOKS)
    yield "reading", repr(reading) + str(reading)
    yield "inputs", reading.inputs
    for file in reading.files:
        yield "file", repr(file) + repr(file.ledger) + repr(file.records) + repr(file.problems)
        yield "people", "".join(map(repr, file.records.people)) + repr(file.records.people)
        yield "enterprises", "".join(map(repr, file.records.enterprises)) + repr(file.records.enterprises)
        for kind in ("participations", "ownerships", "permits", "headcounts", "employments"):
            said = getattr(file.records, kind)
            yield kind, repr(said) + repr(said.facts) + "".join(map(repr, said))
    for problem in reading.problems:
        yield "problem", f"{problem!r} {problem} {problem.place} {problem.expected} {problem.field}"
    yield "population", repr(population) + repr(population.said) + repr(population.lives)
    yield "links", repr(list(population.links())) + repr(population.doubts)
    for one in figures:
        yield "figures", f"{one!r} {one} {one.participants!r}"
        yield "json", json.dumps(one.as_json())
    for what, shown in everything_in_a_notebook(reading, population, figures):
        yield f"notebook, {what}", f"{shown!r} {shown} {shown._repr_html_()}"
        if isinstance(shown, Tabular):
            yield f"table, {what}", json.dumps(shown.records(), default=str)


def everything_in_a_notebook(reading, population, figures):
    """Every result that shows itself, from whatever the files hold."""
    yield "reading", reading
    yield "ledgers", reading.ledgers
    yield "problems", reading.problems
    yield from (("file", file) for file in reading.files)
    yield "population", population
    yield "rows of the population", population.rows()
    yield "pseudonyms", pseudonym_list(population, b"a key for tests only")
    yield "comparison", figures
    yield "steps", figures.bridge("participants")
    for one in figures:
        yield "figures", one
        yield "rows", one.rows()
        yield "published", check(one)
        if one.rulebook.basis == "units":
            yield "breakdown", one.table("province", "sector")
            yield "explanation", one.participants.explain()
            yield "explanation", one.enterprises.explain()


def pickled(reading):
    population = okoce.resolve(reading)
    yield "problems", pickle.dumps(list(reading.problems))
    yield "noted problems", pickle.dumps([file.problems for file in reading.files])
    yield "reading", pickle.dumps(reading)
    yield "population", pickle.dumps(population)
    for figures in okoce.compare(population, BOOKS):
        yield "figures", pickle.dumps(figures)
        figures.as_json()
        list(figures.trace("participants"))
        yield "figures, used", pickle.dumps(figures)


@pytest.mark.parametrize("kind", FILES)
def test_no_text_of_a_cell_shows_in_a_repr_a_problem_or_a_log(kind, caplog, capsys):
    with caplog.at_level(logging.DEBUG):
        shown = list(everything_shown(read(FILES[kind])))
    captured = capsys.readouterr()
    shown += [("log", caplog.text), ("out", captured.out), ("err", captured.err)]
    assert sorted({what for what, text in shown if leaks(text)}) == []


@pytest.mark.parametrize("kind", FILES)
def test_no_text_of_a_cell_is_in_a_pickle(kind):
    assert sorted({what for what, data in pickled(read(FILES[kind])) if leaks(data)}) == []


def test_the_mark_is_in_the_files_and_in_what_was_read():
    # Or the tests above would prove nothing.
    assert all(leaks(data) for kind, data in FILES.items() if not kind.startswith("xlsx"))
    told = [
        read(FILES[kind]).files[0].records.people.columns["name"] for kind in FILES if kind.startswith(("csv", "xlsx"))
    ]
    assert all(leaks(str(name)) for name in told if name)
    assert sum(map(bool, told)) == 2 * len(FORMS)


def test_a_reading_that_was_pickled_keeps_its_counts_and_refuses_to_match_people():
    reading = read(FILES["csv hipmi/anggota"], FILES["json"])
    again = pickle.loads(pickle.dumps(reading))
    assert again.ledger == reading.ledger
    assert list(again.problems) == list(reading.problems)
    assert [len(f.records.people) for f in again.files] == [len(f.records.people) for f in reading.files]
    assert again.files[0].records.people.columns["sex"] == reading.files[0].records.people.columns["sex"]
    with pytest.raises(okoce.Misuse, match="read the files again") as refused:
        okoce.resolve(again)
    assert refused.value.code == "reading-without-values"


@pytest.mark.parametrize("kind", ["records", "csv tda/anggota"])
def test_a_reading_that_was_pickled_refuses_to_be_written_as_records(kind):
    # What convert would write has lost its names and numbers: whoever reads it again counts other people.
    again = pickle.loads(pickle.dumps(read(FILES[kind])))
    with pytest.raises(okoce.Misuse):
        list(okoce.intake.record_lines(again))


def test_a_population_that_was_pickled_counts_the_same():
    population = okoce.resolve(read(FILES["csv hipmi/anggota"], FILES["csv tda/anggota"]))
    again = pickle.loads(pickle.dumps(population))
    for book in BOOKS:
        assert okoce.count(again, book).as_json() == okoce.count(population, book).as_json()


def test_the_parser_of_an_adapter_that_fails_with_the_cell_in_its_mouth_says_nothing_of_it(caplog):
    def parse(cell):
        raise RuntimeError(f"cannot read {cell}")

    adapter = okoce_adapter(parse)
    reading = read(as_csv([["Orang", "Catat"], ["Sari Karangan", MARK], ["Budi Karangan", "x"]]), registry=adapter)
    assert not any(leaks(text) for _, text in everything_shown(reading))
    assert not leaks(caplog.text)
    assert {p.code for p in reading.problems if p.field} >= {"adapter-failed"}
    assert reading.ledger.recorded == 2


def okoce_adapter(parse):
    from okoce_core.adapter import Adapter, Column, Partner
    from okoce_core.plugins import Registry

    registry = Registry()
    registry.add(
        Adapter(
            name="uji/gagal", partner=Partner("uji", "Uji", "community"), title="Uji", unit="a person", why="a test",
            columns=(Column("Orang", "person.name", required=True), Column("Catat", "person.address", parse=parse)),
        )
    )  # fmt: skip
    return registry


@pytest.mark.parametrize(
    "wrong",
    [
        lambda reading: okoce.resolve(reading, identity="ful"),
        lambda reading: okoce.count(okoce.resolve(reading), "okoce-p5@1"),
        lambda reading: okoce.count(okoce.resolve(reading), "okoce-p4@1", as_of="kemarin"),
        lambda reading: okoce.count(okoce.resolve(reading), "okoce-p4@1").by("name"),
        lambda reading: okoce.count(okoce.resolve(reading), "okoce-p4@1").attribution("jobs", "fair"),
        lambda reading: okoce.resolve(pickle.loads(pickle.dumps(reading))),
    ],
)
def test_an_error_of_the_caller_says_nothing_of_the_cells(wrong):
    with pytest.raises(okoce.Misuse) as raised:
        wrong(read(FILES["csv hipmi/anggota"]))
    chain = "".join(traceback.format_exception(raised.value)) + repr(raised.value) + str(vars(raised.value))
    assert not leaks(chain)
    assert pickle.loads(pickle.dumps(raised.value)).code == raised.value.code
