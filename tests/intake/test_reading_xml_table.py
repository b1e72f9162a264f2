import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import Problems
from okoce_core.intake.reading import Limits, open_source, xml_table

JAKPRENEUR = """<?xml version="1.0" encoding="UTF-8"?>
<response>
  <status>ok</status>
  <peserta id="1">
    <nama>Sari Uji</nama>
    <usaha id="u1"><nib/><nama>Warung &amp; Kopi</nama></usaha>
    <hp>0800-1111-2222</hp><hp>0800-1111-3333</hp>
  </peserta>
  <peserta id="2">
    <nama><![CDATA[Budi <Uji>]]></nama>
    <umur satuan="tahun">30</umur>
  </peserta>
</response>"""


def opened(document, name="data.xml", **asked):
    problems = Problems(name)
    return open_source(name, document.encode() if isinstance(document, str) else document, problems, **asked), problems


def tables(document, **asked):
    return {s.name: (s.keys, [list(row) for row in s.rows]) for s in opened(document, **asked)[0].sheets}


def refused(document, name="data.xml", **asked):
    found, problems = opened(document, name, **asked)
    assert (found.media, found.sheets) == ("", [])
    return [(p.code, p.place.row) for p in problems]


def test_repeated_elements_are_records_and_what_is_inside_them_dotted_columns():
    found, problems = opened(JAKPRENEUR)
    assert (found.media, len(problems)) == ("xml", 0)
    (sheet,) = found.sheets
    assert sheet.name == "peserta"
    assert sheet.keys == (
        "@id", "nama", "usaha.@id", "usaha.nib", "usaha.nama", "hp", "umur", "umur.@satuan",
    )  # fmt: skip
    assert [list(row) for row in sheet.rows] == [
        ["1", "Sari Uji", "u1", None, "Warung & Kopi", "0800-1111-2222; 0800-1111-3333", None, None],
        ["2", "Budi <Uji>", None, None, None, None, "30", "tahun"],
    ]


def test_the_same_in_json_gives_the_same_sheet():
    xml = "<d><peserta><nama>A</nama><usaha><nib>1</nib></usaha></peserta><peserta><nama>B</nama></peserta></d>"
    json = '{"peserta":[{"nama":"A","usaha":{"nib":"1"}},{"nama":"B"}]}'
    from_json = {s.name: (s.keys, [list(r) for r in s.rows]) for s in opened(json, "a.json")[0].sheets}
    assert tables(xml) == from_json


def test_lists_are_named_by_their_path_without_the_outermost_element():
    rows = "<row><n>1</n></row><row><n>2</n></row>"
    assert tables(f"<r><data><rows>{rows}</rows></data></r>") == {"data.rows.row": (("n",), [["1"], ["2"]])}


def test_attributes_alone_make_a_record_and_so_does_text_with_an_attribute():
    assert tables('<d><p nama="A" kota="X"/><p nama="B"/></d>') == {
        "p": (("@nama", "@kota"), [["A", "X"], ["B", None]])
    }
    assert tables('<d><p id="1">A</p><p>B</p><p/></d>') == {"p": (("@id", "#text"), [["1", "A"], [None, "B"], []])}


def test_attributes_of_repeated_texts_are_joined_like_the_texts():
    record = '<p><hp tipe="wa">1</hp><hp tipe="rumah">2</hp></p>'
    assert tables(f"<d>{record}{record}</d>")["p"] == (("hp", "hp.@tipe"), [["1; 2", "wa; rumah"]] * 2)


def test_text_between_elements_is_not_lost():
    found = tables("<d><p>a<n>1</n> b <n>c</n>d</p><p><n>2</n></p></d>")
    assert found["p"] == (("n", "#text"), [["1; c", "a b d"], ["2", None]])


def test_text_is_kept_as_it_is_but_for_blanks_around_it():
    found = tables("<d><p><n>\n  Jl. Uji  1\n  Depok\n</n></p><p><n>a<!-- b -->c</n></p></d>")
    assert found["p"] == (("n",), [["Jl. Uji  1\n  Depok"], ["ac"]])


def test_a_list_of_objects_in_a_record_is_a_column_without_cells_as_in_json():
    record = "<p><n>1</n><anak><m>1</m></anak><anak><m>2</m></anak></p>"
    assert tables(f"<d>{record}{record}</d>")["p"] == (("n", "anak"), [["1", None]] * 2)


def test_namespaces_are_left_out():
    xml = '<x:d xmlns:x="urn:a" xmlns="urn:b"><x:p x:id="1"><n>A</n></x:p><x:p x:id="2"><n>B</n></x:p></x:d>'
    assert tables(xml) == {"p": (("@id", "n"), [["1", "A"], ["2", "B"]])}


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("<d><p><n>A</n><u><nib>1</nib></u></p></d>", "p"),
        ("<d><status>ok</status><data><p><n>A</n><u><nib>1</nib></u></p></data></d>", "data.p"),
        ("<p><n>A</n><u><nib>1</nib></u></p>", "u"),  # an outermost element is the frame, if there is something in it
    ],
)
def test_an_element_that_is_there_once_is_a_table_of_one_record(document, name):
    expected = (("nib",), [["1"]]) if name == "u" else (("n", "u.nib"), [["A", "1"]])
    assert tables(document) == {name: expected}


def test_an_outermost_element_with_nothing_but_texts_is_the_record():
    assert tables("<p><n>A</n><m>B</m></p>") == {"": (("n", "m"), [["A", "B"]])}


def test_the_encoding_is_found_as_in_any_text():
    xml = '<?xml version="1.0" encoding="{}"?><d><p><n>José</n></p><p><n>B</n></p></d>'
    for codec in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert tables(xml.format(codec).encode(codec))["p"][1] == [["José"], ["B"]]
    assert opened(xml.format("windows-1252").encode("cp1252"))[1].totals() == {"encoding-guessed": 1}


def test_xml_is_known_by_content():
    assert opened(JAKPRENEUR, "unduhan")[0].media == "xml"
    assert opened("\ufeff\n" + JAKPRENEUR, "a.xls")[0].media == "xml"


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 30))
    + "]><d><p><n>&a29;</n></p></d>"
)


@pytest.mark.parametrize(
    "document",
    [
        LAUGHS,
        '<!DOCTYPE d [<!ENTITY a "' + "x" * 50_000 + '">]><d>' + "&a;" * 50_000 + "</d>",
        '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><d><p>&f;</p><p>&f;</p></d>',
        '<!DOCTYPE d SYSTEM "http://example.org/d.dtd"><d><p><n>1</n></p></d>',
        '<!DOCTYPE d [<!ENTITY % p SYSTEM "http://example.org/p"> %p;]><d/>',
        "<?xml version='1.0'?><!DOCTYPE d><d><p><n>1</n></p></d>",
    ],
    ids=["laughs", "quadratic", "file", "external", "parameter", "bare"],
)
def test_a_document_type_is_refused_whatever_is_in_it(document):
    assert refused(document) == [("xml-unsafe", None)]
    assert refused(document, "a.csv") == [("xml-unsafe", None)]


def test_elements_nested_beyond_the_limit_are_refused():
    nested = "<d>" + "<a>" * 99 + "x" + "</a>" * 99 + "</d>"  # 100 inside each other
    assert opened(nested)[0].media == "xml"
    assert refused(nested, limits=Limits(nesting=99)) == [("too-large", None)]
    assert refused("<a>" * 1_000_000) == [("too-large", None)]


@pytest.mark.parametrize(
    "document", ["<?xml version='1.0'?><d><p>", "<d><p></d>", "<d>&nbsp;</d>", "<d/>x", "<d>\1</d>"]
)
def test_xml_that_is_not_whole_is_one_error(document):
    assert refused(document) == [("broken-file", None)]


@pytest.mark.parametrize(
    ("document", "name"),
    [
        ("<d/>", "a.xml"),
        ("<d>x</d>", "a.xml"),
        ("<d><n/></d>", "a.xml"),
        ("<br>nama", "a.xls"),
        ("<nama>,kota\n", "a.csv"),
        ("<?xml version='1.0'?>\n<!-- <x> -->\n<!DOCTYPE html PUBLIC ''><html><body/></html>", "a.xls"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'><body><p>a</p><p>b</p></body></html>", "a.xml"),
        ("<TABLE><tr><td>a</td></tr><tr><td>b</td></tr></TABLE>", "a.xls"),
        ('<s:Workbook xmlns:s="urn:schemas-microsoft-com:office:spreadsheet"><s:Row/><s:Row/></s:Workbook>', "a.xml"),
    ],
)
def test_pages_documents_and_xml_without_records_are_another_form(document, name):
    assert refused(document, name) == [("unknown-form", None)]


def test_the_beginning_of_a_page_is_looked_for_in_no_time():
    assert refused("<?x?>" * 3_000 + "<!", "a.xml") == [("broken-file", None)]


def test_without_defusedxml_the_extra_is_named_and_a_page_is_still_a_page(monkeypatch):
    monkeypatch.setattr(xml_table, "find_spec", lambda _: None)
    found, problems = opened(JAKPRENEUR)
    assert found.media == ""
    assert [(p.code, p.expected) for p in problems] == [("xml-not-installed", "the extra okoce[xml]")]
    assert refused("<html><body/></html>") == [("unknown-form", None)]


GOOD = JAKPRENEUR.encode()


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.sampled_from(["a.xml", "a.csv", "a"]))
def test_one_changed_byte_of_an_xml_never_raises(place, byte, name):
    found, problems = opened(GOOD[:place] + bytes([byte]) + GOOD[place + 1 :], name)
    assert found.media or sum(problems.totals().values()) == 1
    for sheet in found.sheets:
        assert all(sheet.keys is None or len(row) in {0, len(sheet.keys)} for row in sheet.rows)


@given(st.text(st.sampled_from("<>/ab=\"'!?-[]&;# \n"), max_size=60))
def test_any_markup_is_answered(text):
    for name in ("a.xml", "a.csv"):
        found, problems = opened("<" + text, name)
        assert found.media or sum(problems.totals().values()) == 1
