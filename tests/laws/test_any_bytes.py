"""Law 9: any bytes give a reading. Nothing raises, the ledger balances, and only known codes are used."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.evidence import CODES
from okoce_core.intake import record_lines
from tests.laws.partner_files import FORMS, as_csv, as_json, as_xlsx, cells, form, headings, jsonl, read, row

BOOKS = ("okoce-claim@1", "okoce-reach@1", "okoce-p4@1")


def zipped(members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def people(name, size=4):
    adapter = form(name)
    return [headings(adapter), *(row(adapter, cells(n)) for n in range(size))]


RECORDS = jsonl(
    {
        "type": "person",
        "id": "P1",
        "name": "Sari Karangan",
        "nik": "9901014107909001",
        "born": "1990-07-01",
        "sex": "F",
    },
    {"type": "participation", "partner": "A", "person": "P1", "date": "2021-03", "stage": "trained"},
    {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2020"},
    {"type": "headcount", "partner": "A", "enterprise": "E1", "date": "2022", "seasonal": [{"count": 2, "months": 3}]},
    {"type": "total", "partner": "B", "measure": "participants", "value": 7},
)
WHOLE = {
    "csv": as_csv(people("tda/anggota"), ";"),
    "utf-16": as_csv(people("kampus/mahasiswa")).decode().encode("utf-16"),
    "xlsx": as_xlsx({"Anggota": people("hipmi/anggota"), "Lain": [["x", "y"]]}),
    "json": as_json(headings(form("csr/binaan")), people("csr/binaan")[1:]),
    "records": RECORDS,
    "zip": zipped({"a.csv": as_csv(people("jakpreneur/tahapan")), "b/c.jsonl": RECORDS}),
}


def survives(*inputs):
    """A reading of anything can be counted and written, and its rows are all accounted for."""
    reading = read(*inputs)
    for file in reading.files:
        assert file.ledger.balances
        assert file.state in {"read", "repeated", "not readable"}
        assert file.state == "read" or len(file.problems) > 0
        assert file.state == "read" or len(file.records.people) == 0
    assert {problem.code for problem in reading.problems} <= CODES.keys()
    population = okoce.resolve(reading)
    for figures in okoce.compare(population, BOOKS):
        for figure in (figures.participants, figures.entrepreneurs, figures.enterprises, figures.jobs):
            assert figure.value is None or figure.low <= figure.value <= figure.high
    if len({file.records.resolved for file in reading.files if file.state == "read"}) < 2:
        "\n".join(record_lines(reading)).encode()
    return reading


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=400))
def test_bytes_of_chance_give_a_reading(data):
    survives(data)


@settings(max_examples=150, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=200), form_=st.sampled_from(FORMS))
def test_any_text_below_a_header_gives_a_reading(text, form_):
    survives(as_csv([headings(form(form_))]) + text.encode())


@pytest.mark.parametrize("kind", WHOLE)
def test_the_whole_files_are_read(kind):
    assert all(file.state == "read" for file in survives(WHOLE[kind]).files)


@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_file_that_breaks_off_gives_a_reading(kind, data):
    survives(WHOLE[kind][: data.draw(st.integers(0, len(WHOLE[kind]) - 1))])


@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_file_with_changed_bytes_gives_a_reading(kind, data):
    mutated = bytearray(WHOLE[kind])
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(mutated) - 1), st.integers(0, 255)), max_size=8)
    ):
        mutated[place] = byte
    survives(bytes(mutated))


@settings(max_examples=30, deadline=None)
@given(parts=st.lists(st.one_of(st.sampled_from(sorted(WHOLE)), st.binary(max_size=60)), min_size=1, max_size=4))
def test_files_glued_together_give_a_reading(parts):
    survives(b"".join(WHOLE[part] if isinstance(part, str) else part for part in parts))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**25) | st.floats(allow_nan=False) | st.text(max_size=6)
    | st.sampled_from(["2022", "2022-13", "P1", "NIB", "registered", "9901014107909001", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
KEYS = st.sampled_from([
    "id", "person", "enterprise", "partner", "date", "stage", "role", "from", "to", "hours", "total", "total_high",
    "seasonal", "unpaid_hours", "part_time_hours", "full_time", "measure", "value", "unit", "place", "observed",
    "received",
    "revision", "nik", "phones", "born", "sector", "institution", "reactivated", "normal_hours", "kind", "number",
    "name",
])  # fmt: skip
TYPES = st.sampled_from([
    "partner", "person", "enterprise", "participation", "ownership", "permit", "headcount", "employment", "total",
    "header",
])  # fmt: skip


@st.composite
def odd_lines(draw):
    """A line of a known type whose keys hold anything; its ids are mostly right, or it would not get far."""
    said = {"type": draw(TYPES), **draw(st.dictionaries(KEYS, JSON_VALUES, max_size=6))}
    if draw(st.integers(0, 9)) == 0:
        said["type"] = draw(JSON_VALUES)
    if draw(st.integers(0, 2)):
        said |= {"id": "P1", "person": "P1", "enterprise": "E1", "partner": "A"}
    return said


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(odd_lines(), max_size=5), ids=st.sampled_from(["local", "resolved"]))
def test_any_json_on_the_lines_of_canonical_records_gives_a_reading(lines, ids):
    reading = survives(jsonl(*lines, ids=ids))
    # The header is skipped; no line is blank.
    assert reading.ledger.seen == len(lines) + 1
    assert reading.ledger.recorded + reading.ledger.rejected == len(lines)


@settings(max_examples=60, deadline=None)
@given(ids=JSON_VALUES, type_=JSON_VALUES)
@example(ids=["local"], type_="person")
@example(ids="local", type_=["person"])
@example(ids="local", type_={"person": 1})
def test_any_json_in_the_header_or_as_a_type_gives_a_reading(ids, type_):
    survives(jsonl({"type": type_, "id": "P1"}, {"type": "person", "id": "P2"}, ids=ids))


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb"])
def test_half_a_surrogate_pair_in_canonical_records_can_be_written_again(text, tmp_path):
    said = jsonl(
        {"type": "person", "id": text, "name": f"Sari {text}", "address": text},
        {"type": "enterprise", "id": "E1", "name": text},
        {"type": "partner", "id": text, "name": text},
    )
    okoce.convert(survives(said), tmp_path / "semua.jsonl")


@pytest.mark.parametrize("hours", ["1e400", "1e5000", "1e-400", "0.1234567890123456789012345"])
def test_hours_beyond_reason_in_canonical_records_can_be_counted_and_written_again(hours):
    survives(jsonl(f'{{"type":"ownership","enterprise":"E1","person":"P1","hours":{hours}}}'))


def test_a_number_with_a_monstrous_exponent_takes_no_time():
    # 1e1000000000 made exact is a number of 415 megabytes; the file that asks for it is 100 bytes long.
    program = """
import resource, okoce_core as okoce
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
header = b'{"type":"header","format":"okoce-records/1"}\\n'
okoce.read(header + b'{"type":"ownership","enterprise":"E","person":"P","hours":1e1000000000}')
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=6, check=False)
    assert done.returncode == 0
