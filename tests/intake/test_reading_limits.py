"""What a file may ask of the computer: each limit lowered, and a file just within it and just beyond it."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import Problems
from okoce_core.intake.reading import LIMITS, Limits, open_source
from okoce_core.misuse import Misuse


def answer(data, name="a.csv", **limits):
    problems = Problems(name)
    opened = open_source(name, data, problems, limits=Limits(**limits))
    return [[list(row) for row in sheet.rows] for sheet in opened.sheets], problems


@pytest.mark.parametrize("value", [0, -1, 1.5, "3", True, None])
def test_a_limit_is_a_whole_number_above_0(value):
    with pytest.raises(Misuse) as wrong:
        Limits(rows=value)
    assert (wrong.value.code, wrong.value.asked) == ("limit-form", "rows")


def test_a_file_of_more_bytes_is_refused():
    assert answer(b"a,b\n1,2\n", file=8)[0] == [[["a", "b"], ["1", "2"]]]
    sheets, problems = answer(b"a,b\n1,2\n", file=7)
    assert (sheets, problems.totals()) == ([], {"too-large": 1})


@pytest.mark.parametrize("codec", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_longer_line_is_refused_wherever_it_stands(codec, end):
    within, beyond = "é,23456789", "é,234567890"  # 10 and 11 characters
    for lines in ([within], [within, within, "a,b"], ["a,b", within]):
        sheets, problems = answer(end.join(lines).encode(codec), line=10)
        assert sheets == [[line.split(",") for line in lines]]
        assert "too-large" not in problems.totals()
    for lines in ([beyond], ["a,b", beyond, "a,b"], ["a,b", "c,d", beyond]):
        sheets, problems = answer(end.join(lines).encode(codec), line=10)
        assert (sheets, problems.totals()) == ([], {"too-large": 1})


@given(st.lists(st.integers(0, 25), min_size=1, max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_line_is_too_long_exactly_when_it_is_longer_than_the_limit(lengths, end):
    document = end.join("x" * length for length in lengths)
    _, problems = answer(("y" + document).encode(), line=12)
    too_long = lengths[0] + 1 > 12 or max(lengths) > 12
    assert ("too-large" in problems.totals()) == too_long


def test_a_single_line_of_any_size_takes_no_more_than_its_bytes_and_a_few_lines():
    line, whole = 1 << 16, b"a," * (8 << 20)  # 16 MiB without an end of line
    tracemalloc.start()
    sheets, problems = answer(whole, line=line)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (sheets, problems.totals()) == ([], {"too-large": 1})
    assert peak < 4 << 20  # a MiB at a time to find the encoding; 16 MiB of cells would be 600


def test_more_lines_are_refused_before_the_first_is_read():
    assert answer(b"a,b\n1,2\n3,4\n", rows=3)[0] == [[["a", "b"], ["1", "2"], ["3", "4"]]]
    sheets, problems = answer(b"a,b\n1,2\n3,4\n5,6\n", rows=3)
    assert (sheets, problems.totals()) == ([], {"too-large": 1})


def test_a_row_of_more_cells_is_told_and_blank_and_the_others_are_given():
    sheets, problems = answer(b"a,b,c\n1,2,3,4\n5,6,7\n", columns=3)
    assert sheets == [[["a", "b", "c"], [], ["5", "6", "7"]]]
    assert [(p.code, p.place.row) for p in problems] == [("too-large", 2)]


@pytest.mark.parametrize("document", [b'[{"a":1,"b":2},{"a":3}]', b"<d><r><a>1</a><b>2</b></r><r><a>3</a></r></d>"])
def test_the_limits_of_a_document(document):
    two_by_two = {"document": len(document), "rows": 2, "columns": 2, "cells": 4}
    assert answer(document, "a", **two_by_two)[1].totals() == {}
    for limit, value in two_by_two.items():
        sheets, problems = answer(document, "a", **(two_by_two | {limit: value - 1}))
        assert (limit, sheets, problems.totals()) == (limit, [], {"too-large": 1})


def test_records_with_a_key_each_are_refused_before_they_become_a_table():
    # 3,000 records of one key each: as a table 9,000,000 cells
    records = ",".join(f'{{"k{number}":1}}' for number in range(3_000))
    assert answer(f"[{records}]".encode(), "a.json", cells=1_000_000)[1].totals() == {"too-large": 1}


def test_a_large_document_is_refused_under_the_name_of_a_csv_too():
    assert answer(b'[{"a":1,"b":2}]', "a.csv", document=5)[1].totals() == {"too-large": 1}


def test_records_of_our_own_are_read_line_by_line_and_no_document():
    header = b'{"type":"header","format":"okoce-records/1","ids":"local"}\n'
    assert open_source("a", header, Problems("a"), limits=Limits(document=5)).media == "records"


def test_the_defaults_are_those_of_the_documentation():
    named = {f"{getattr(LIMITS, field.name):,}" for field in LIMITS.__attrs_attrs__}
    page = (Path(__file__).parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in page.splitlines() if line.startswith("| `")]
    assert [row[1].strip(" `") for row in rows] == [field.name for field in LIMITS.__attrs_attrs__]
    assert {row[2].strip() for row in rows} == named
