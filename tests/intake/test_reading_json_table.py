import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import Problems
from okoce_core.intake.reading import open_source


def opened(document, name="data.json", problems=None):
    data = (
        document
        if isinstance(document, bytes)
        else (document if isinstance(document, str) else json.dumps(document)).encode()
    )
    return open_source(name, data, problems if problems is not None else Problems(name))


def tables(document, name="data.json"):
    return {s.name: (s.keys, [list(row) for row in s.rows]) for s in opened(document, name).sheets}


def test_a_bare_list_is_one_table_without_a_name():
    found = opened([{"nama": "A", "umur": 3}, {"umur": 4.5, "kota": "Depok"}])
    assert found.media == "json"
    (sheet,) = found.sheets
    assert (sheet.name, sheet.keys) == ("", ("nama", "umur", "kota"))
    assert [list(row) for row in sheet.rows] == [["A", 3, None], [None, 4.5, "Depok"]]


def test_lists_of_objects_are_named_by_their_path_and_lists_of_words_are_none():
    found = tables({"program": "CSR", "tag": ["a"], "peserta": [{"n": 1}], "data": {"records": [{"m": 2}]}})
    assert found == {"peserta": (("n",), [[1]]), "data.records": (("m",), [[2]])}


def test_a_list_deeper_than_four_levels_is_not_looked_for():
    assert set(tables({"a": {"b": {"c": {"d": [{"n": 1}]}}}, "x": [{"n": 1}]})) == {"a.b.c.d", "x"}
    assert set(tables({"a": {"b": {"c": {"d": {"e": [{"n": 1}]}}}}, "x": [{"n": 1}]})) == {"x"}


def test_objects_inside_a_record_become_dotted_columns_where_they_stand():
    keys, rows = tables([{"id": 1, "usaha": {"nama": "U", "nib": None}, "kota": "D"}, {"id": 2, "usaha": None}])[""]
    assert keys == ("id", "usaha.nama", "usaha.nib", "kota")
    assert rows == [[1, "U", None, "D"], [2, None, None, None]]


def test_a_list_of_words_in_a_record_is_joined_and_a_list_of_objects_is_a_column_without_cells():
    keys, rows = tables([{"hp": ["0800-1", None, 5, True], "anak": [{"n": 1}], "kosong": []}])[""]
    assert keys == ("hp", "anak", "kosong")
    assert rows == [["0800-1; 5; True", None, ""]]


@pytest.mark.parametrize("columns", [["nama", "kota"], [{"id": "nama", "type": "text"}, {"name": "kota"}]])
@pytest.mark.parametrize("where", ["rows", "records", "data"])
def test_columns_named_beside_the_rows_are_their_keys(columns, where):
    listed = tables({"headers": columns, where: [["A", "Depok"], ["B"]]})
    assert listed == {where: (("nama", "kota"), [["A", "Depok"], ["B", None]])}
    named = tables({"result": {"fields": columns, where: [{"kota": "Depok", "hp": "1"}]}})
    assert named == {f"result.{where}": (("nama", "kota", "hp"), [[None, "Depok", "1"]])}


def test_an_entry_that_is_no_object_is_an_empty_row():
    assert tables([1, {"n": 2}, None, ["x"]]) == {"": (("n",), [[], [2], [], []])}


def test_an_empty_list_is_a_table_without_rows():
    assert tables([]) == {"": ((), [])}


def test_large_whole_numbers_are_exact():
    assert tables([{"nik": 9901010101909001}])[""][1] == [[9901010101909001]]


def test_odd_json_is_read():
    keys, rows = tables('[{"a":NaN,"b":-Infinity,"c":1e999,"a":2,"d":"\\ud800x","e":"\\ud83d\\ude00"}]')[""]
    # the second "a" is the one that counts; the half pair becomes a question mark, the whole pair stays
    assert (keys, rows[0][:2], rows[0][3:]) == (("a", "b", "c", "d", "e"), [2, None], ["?x", "\U0001f600"])
    digits = "9" * 5_000
    assert tables('[{"n":' + digits + "}]")[""][1] == [[digits]]


@pytest.mark.parametrize("document", ["[" * 50_000, '{"a":' * 50_000 + "1" + "}" * 50_000])
def test_json_nested_beyond_reason_is_one_error(document):
    problems = Problems("data.json")
    assert opened(document, problems=problems).media == ""
    assert problems.totals() == {"too-large": 1}


@pytest.mark.parametrize("document", ['[{"a":1},', "{'a':1}"])
def test_json_that_is_not_whole_is_one_error(document):
    problems = Problems("data.json")
    assert opened(document, problems=problems).media == ""
    assert problems.totals() == {"broken-file": 1}


def test_json_without_a_list_of_records_is_one_error():
    problems = Problems("data.json")
    assert opened({"a": 1, "b": [1, 2]}, problems=problems).media == ""
    assert problems.totals() == {"unknown-form": 1}


def test_json_lines_are_one_table_whose_records_are_numbered_by_line():
    problems = Problems("data.jsonl")
    found = opened('{"n":1}\r\n\n{"n":2,"u":{"m":3}}\n{"n":\n[5]\n{"n":6}\n\n', "data.jsonl", problems)
    assert found.media == "jsonl"
    (sheet,) = found.sheets
    assert (sheet.name, sheet.keys) == ("", ("n", "u.m"))
    assert [list(row) for row in sheet.rows] == [[1, None], [], [2, 3], [], [], [6, None]]
    assert [(p.code, p.place.row, p.count) for p in problems] == [("record-syntax", 4, 2)]


def test_json_lines_are_known_by_content():
    assert opened('{"n":1}\n{"n":2}\n', "unduhan").media == "jsonl"
    assert opened('{"n":1}\n', "satu.jsonl").media == "jsonl"


def test_json_over_lines_in_a_file_named_json_lines_is_json():
    assert opened(json.dumps([{"n": 1}], indent=1), "data.jsonl").media == "json"


def test_a_file_named_json_lines_with_a_broken_first_line_is_read_from_the_second():
    problems = Problems("data.jsonl")
    found = opened('{"n":\n{"n":2}\n', "data.jsonl", problems)
    assert [list(row) for row in found.sheets[0].rows] == [[], [2]]
    assert [(p.code, p.place.row) for p in problems] == [("record-syntax", 1)]


@pytest.mark.parametrize("more", ["", '\n{"type":"person","id":"P1"}\n'])
def test_okoce_records_are_recognised_and_left_to_their_reader(more):
    found = opened('\n{"type":"header","format":"okoce-records/1","ids":"local"}' + more, "x.txt")
    assert (found.media, found.sheets) == ("records", [])


def test_a_csv_that_begins_with_a_bracket_is_a_csv():
    assert opened("[Catatan],kota\nA,Depok\n", "a.csv").media == "csv"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["rows", "fields", "a", ""]), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json_gives_rows_as_wide_as_its_keys_or_empty_ones(document):
    for sheet in opened(json.dumps([document])).sheets + opened(json.dumps({"a": document})).sheets:
        assert all(len(row) in {0, len(sheet.keys)} for row in sheet.rows)
