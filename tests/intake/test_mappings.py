"""A form told in TOML: every key does what docs/mappings.md says of it."""

import json
from textwrap import dedent

import pytest

import okoce_core as okoce
from okoce_core.adapter import FIELDS
from okoce_core.adapter.lines import line_of
from okoce_core.intake.mapping import load_mapping, parse_mapping
from okoce_core.intake.records_out import record_lines
from okoce_core.misuse import Misuse
from okoce_core.report.texts import misuse_text
from okoce_core.report.tongue import Tongue

FORM = """
name = "uji/daftar"
title = "Daftar uji"
unit = "a person"
why = "The list is of those who signed up."
{more}
[partner]
id = "uji"
kind = "community"
{tables}
[[column]]
from = "Nama"
to = "person.name"
required = true
"""
PEOPLE = ("person", "participation", "ownership", "permit", "headcount", "employment", "enterprise", "total")


def form(tables="", **more):
    keys = "\n".join(f"{key} = {json.dumps(value)}" for key, value in more.items())
    return parse_mapping(FORM.replace("{more}", keys).replace("{tables}", dedent(tables)))


def read(adapter, text, name=None):
    return okoce.read(dedent(text).strip().encode(), adapters=[adapter], adapter=name)


def said(reading, kind, *fields):
    lines = [json.loads(line) for line in record_lines(reading)]
    return [tuple(line.get(field) for field in fields) for line in lines if line["type"] == kind]


def codes(reading):
    return [(problem.code, problem.place.cell, problem.count) for problem in reading.problems]


def test_a_form_is_read_from_its_file_without_packaging(tmp_path):
    path = tmp_path / "uji.toml"
    path.write_text(FORM.replace("{more}", "").replace("{tables}", ""), "utf-8")
    data = b"Nama\nSari Wangi\n"
    for reading in (okoce.read(data, adapters=[path]), okoce.read(data, adapter=str(path))):
        assert said(reading, "person", "name") == [("Sari Wangi",)]


def test_a_lookup_says_what_a_cell_stands_for_and_an_empty_answer_says_nothing():
    adapter = form('[[column]]\nfrom = "JK"\nto = "person.sex"\nlookup = { "Pria" = "L", "99" = "" }')
    reading = read(adapter, "Nama,JK\nSari,PRIA\nTirta,99\nWayan,P\nAyu,Q\n")
    assert said(reading, "person", "name", "sex") == [("Sari", "M"), ("Tirta", None), ("Wayan", "F"), ("Ayu", None)]
    assert ("sex-unknown", "B5", 1) in codes(reading)


def test_a_kind_reads_a_cell_otherwise_than_its_field_does():
    adapter = form('[[column]]\nfrom = "TTL"\nto = "person.born"\nkind = "place_and_date"')
    assert said(read(adapter, 'Nama,TTL\nSari,"Bogor, 17 Agustus 1999"\n'), "person", "born") == [("1999-08-17",)]


def test_one_cell_gives_two_fields_where_each_takes_its_part():
    adapter = form(r"""
        [[column]]
        from = "NIB/Tahun"
        to = "enterprise.nib"
        take = '^(\d{13})'
        [[column]]
        from = "NIB/Tahun"
        to = "permit.NIB.issued"
        take = '/\s*(\d{4})$'
        """)
    reading = read(adapter, "Nama,NIB/Tahun\nSari,9120000000202 / 2021\nTirta,9120000000219\nAyu,belum\n")
    assert said(reading, "enterprise", "nib") == [("9120000000202",), ("9120000000219",)]
    assert said(reading, "permit", "kind", "issued") == [("NIB", "2021"), ("NIB", None)]
    assert [code for code in codes(reading) if code[0] == "cell-shape"] == [("cell-shape", "B3", 1)]


def test_several_columns_are_read_as_one():
    adapter = form('[[column]]\njoin = ["Tgl", "Bln", "Thn"]\nwith = "-"\nto = "person.born"')
    reading = read(adapter, "Nama,Tgl,Bln,Thn\nSari,17,08,1999\nTirta,,,2001\n")
    assert said(reading, "person", "born") == [("1999-08-17",), ("2001",)]


def test_of_two_columns_of_one_heading_the_second_can_be_meant():
    adapter = form("""
        [[column]]
        from = "Kota"
        to = "enterprise.region"
        nth = 2
        [[column]]
        from = "Usaha"
        to = "enterprise.name"
        """)
    reading = read(adapter, "Nama,Kota,Usaha,Kota\nSari,Kota Bogor,Jamu,Kota Bandung\n")
    assert said(reading, "enterprise", "region") == [("32.73",)]
    assert [code for code, *_ in codes(reading) if code.startswith("column")] == ["column-unread"]


def test_numbers_of_several_days_in_one_row_are_a_headcount_each():
    adapter = form("""
        [[column]]
        from = "TK 2019"
        to = "headcount.total"
        at = "2019"
        [[column]]
        from = "TK 2021"
        to = "headcount.total"
        at = "2021-12-31"
        """)
    reading = read(adapter, "Nama,TK 2019,TK 2021\nSari,2,5\nTirta,,3\n")
    assert sorted(said(reading, "headcount", "date", "total")) == [("2019", 2), ("2021-12-31", 3), ("2021-12-31", 5)]


def test_a_part_whose_column_is_not_there_makes_the_sum_unknown_and_never_smaller():
    parts = [f'[[column]]\nfrom = "{head}"\nto = "headcount.total"' for head in ("Laki-laki", "Perempuan")]
    adapter = form("\n".join(parts))
    assert said(read(adapter, "Nama,Laki-laki,Perempuan\nSari,2,3\n"), "headcount", "total") == [(5,)]
    assert said(read(adapter, "Nama,Laki-laki\nSari,2\n"), "headcount", "total") == []


def test_before_and_after_have_a_date_each_in_columns_of_their_own():
    adapter = form("""
        [[column]]
        from = "Sebelum"
        to = "headcount.total"
        series = "before"
        [[column]]
        from = "Tanggal Akad"
        to = "headcount.date"
        series = "before"
        [[column]]
        from = "Sesudah"
        to = "headcount.total"
        """)
    reading = read(adapter, "Nama,Sebelum,Tanggal Akad,Sesudah\nSari,2,2021-03-01,5\n")
    assert sorted(said(reading, "headcount", "total", "date")) == [(2, "2021-03-01"), (5, None)]


def test_a_permit_explained_or_applied_for_is_none_and_a_notice_says_so():
    adapter = form("""
        [[column]]
        from = "Usaha"
        to = "enterprise.name"
        [[column]]
        from = "Pengajuan PIRT"
        to = "permit.PIRT"
        grade = "applied"
        [[column]]
        from = "No IUMK"
        to = "permit.IUMK"
        """)
    reading = read(adapter, "Nama,Usaha,Pengajuan PIRT,No IUMK\nSari,Jamu,ya,503/1\nTirta,Kopi,belum,-\n")
    assert said(reading, "permit", "kind") == [("IUMK",)]
    assert ("permit-not-held", "C2", 1) in codes(reading)


def test_rows_are_left_out_by_what_a_cell_says_and_counted_as_skipped():
    adapter = form('[[skip]]\ncolumn = "Status"\nvalues = ["ditolak", "menunggu"]')
    reading = read(adapter, "Nama,Status\nSari,Ditolak\nTirta,aktif\nAyu,MENUNGGU\nWayan,\n")
    assert said(reading, "person", "name") == [("Tirta",), ("Wayan",)]
    assert reading.ledger == okoce.Ledger(seen=5, recorded=2, rejected=0, blank=0, skipped=3)
    assert [c for c in codes(reading) if c[0] == "rows-left-out"] == [
        ("rows-left-out", "B2", 1),
        ("rows-left-out", "B4", 1),
    ]


@pytest.mark.parametrize(
    ("test", "kept"),
    [('keep = ["aktif"]', ["Tirta"]), ("empty = true", ["Sari", "Tirta"]), ("empty = false", ["Wayan"])],
)
def test_each_test_of_a_skip_leaves_out_its_rows(test, kept):
    adapter = form(f'[[skip]]\ncolumn = "Status"\n{test}')
    reading = read(adapter, "Nama,Status\nSari,ditolak\nTirta,Aktif\nWayan,-\n")
    assert [name for (name,) in said(reading, "person", "name")] == kept


def test_a_membership_is_left_out_once_it_has_run_out_on_the_day_the_file_describes(tmp_path):
    adapter = form('[[skip]]\ncolumn = "Berlaku s.d."\npast = true')
    (tmp_path / "a.csv").write_text("Nama,Berlaku s.d.\nSari,2022-09-29\nTirta,2022-09-30\nAyu,2022\nWayan,\n", "utf-8")
    (tmp_path / "kiriman.toml").write_text("[defaults]\nobserved = 2022-09-30\n")
    assert [n for (n,) in said(okoce.read(tmp_path, adapters=[adapter]), "person", "name")] == ["Tirta", "Ayu", "Wayan"]
    (tmp_path / "kiriman.toml").unlink()
    assert len(said(okoce.read(tmp_path, adapters=[adapter]), "person", "name")) == 4


def test_what_is_true_of_every_row_holds_where_no_cell_says_otherwise_and_hides_no_bad_cell():
    adapter = form('[constants]\n"person.region" = "Kota Bogor"\n[[column]]\nfrom = "Kota"\nto = "person.region"')
    reading = read(adapter, "Nama,Kota\nSari,Kota Bandung\nTirta,\nAyu,Atlantis\n")
    assert said(reading, "person", "region") == [("32.73",), ("32.71",), (None,)]
    assert ("region-unknown", "B4", 1) in codes(reading)
    assert said(read(adapter, "Nama\nSari\n"), "person", "region") == [("32.71",)]


def test_far_too_few_rows_are_not_used_and_too_many_are_a_warning():
    few = form("[expect]\nmin = 3")
    reading = read(few, "Nama\nSari\nTirta\n")
    assert (reading.readable, said(reading, "person", "name")) == (False, [])
    assert (reading.ledger.recorded, reading.ledger.rejected, reading.ledger.seen) == (0, 2, 3)
    assert [code for code, *_ in codes(reading)] == ["too-few-rows"]
    many = form("[expect]\nmax = 1")
    assert [code for code, *_ in codes(read(many, "Nama\nSari\nTirta\n"))][:1] == ["too-many-rows"]


TEAM = """
    [[column]]
    from = ["Nama {}", "{}"]
    to = "person.name"
    required = true
    [[column]]
    from = "HP {}"
    to = "person.phones"
    [[column]]
    from = "Usaha"
    to = "enterprise.name"
    [[column]]
    from = "Karyawan"
    to = "headcount.total"
"""
TEAMS = """
Nama Ketua,HP Ketua,Anggota 1,HP Anggota 1,Anggota 2,Usaha,Karyawan
Sari,0800-1111-002,Tirta,0800-1111-003,,Jamu,3
Ayu,,,,,Kopi,0
,,,,,Teh,1
,,Wayan,0800-12,,Roti,2
,,,,,,
"""


def test_a_team_in_a_row_is_several_persons_with_one_enterprise():
    whole = FORM[: FORM.index("[[column]]")].replace("{tables}", dedent(TEAM))
    adapter = parse_mapping(whole.replace("{more}", 'repeat = ["Ketua", "Anggota 1", "Anggota 2"]'))
    reading = read(adapter, TEAMS)
    assert sorted(name for (name,) in said(reading, "person", "name")) == ["Ayu", "Sari", "Tirta", "Wayan"]
    assert [name for (name,) in said(reading, "enterprise", "name")] == ["Jamu", "Kopi", "Roti"]
    assert len(said(reading, "ownership", "person")) == 4
    assert [total for (total,) in said(reading, "headcount", "total")] == [3, 0, 2]
    # the header, three rows with somebody, one of nobody, one blank
    assert reading.ledger == okoce.Ledger(seen=6, recorded=3, rejected=1, blank=1, skipped=1)
    assert {("person-missing", None, 1), ("phone-length", "D5", 1)} <= set(codes(reading))


def test_two_heading_rows_with_merged_cells_name_their_columns_together():
    adapter = form(
        '[[column]]\nfrom = "Tenaga Kerja / L"\nto = "headcount.total"\n'
        '[[column]]\nfrom = "Tenaga Kerja / P"\nto = "headcount.total"\n'
        '[[column]]\nfrom = "Usaha"\nto = "enterprise.name"',
        header=2,
    )
    for rows in ("Nama,Usaha,Tenaga Kerja,\n,,L,P\n", "DAFTAR UJI\n\nNama,Usaha,Tenaga Kerja,\n,,L,P\n"):
        reading = read(adapter, rows + "Sari,Jamu,2,1\n")
        assert said(reading, "headcount", "total") == [(3,)]
        assert codes(reading) == [("undated", None, 1), ("undated", None, 1)]


def test_columns_go_by_letter_where_there_are_no_headings_and_the_form_is_named():
    whole = FORM.replace("{more}", "header = 0\nfirst_row = 2").replace("{tables}", "").replace('"Nama"', '"B"')
    adapter = parse_mapping(whole + '[[column]]\nfrom = "D"\nto = "person.nik"\n')
    text = "x,y,z,w\n1,Sari,Jalan 3,9901014101909001\n2,Tirta,,\n"
    named = okoce.read(text.encode(), adapters=[adapter], adapter="uji/daftar")
    assert said(named, "person", "name", "nik") == [("Sari", "9901014101909001"), ("Tirta", None)]
    assert named.ledger == okoce.Ledger(seen=3, recorded=2, rejected=0, blank=0, skipped=1)
    assert not [code for code, *_ in codes(named) if code.startswith("column")]
    assert [code for code, *_ in codes(okoce.read(text.encode(), adapters=[adapter]))] == ["no-adapter"]


ROLES = "Nama,Jabatan,Usaha\nSari,PEMILIK,Jamu\nTirta,KARYAWAN,Kopi\nAyu,-,Teh\nWayan,tukang sapu,Roti\n"


def test_an_employee_owns_nothing_and_who_says_nothing_may_own():
    adapter = form('[[column]]\nfrom = "Jabatan"\nto = "role"\n[[column]]\nfrom = "Usaha"\nto = "enterprise.name"')
    reading = read(adapter, ROLES)
    roles = [role for (role,) in said(reading, "participation", "role")]
    assert roles == [None] * 4  # each of them took part, and a beneficiary is what is not written
    assert len(said(reading, "ownership", "person")) == 3
    assert len(said(reading, "employment", "person")) == 1
    assert ("role-unknown", "B5", 1) in codes(reading)


def test_a_representative_owns_nothing():
    adapter = form('[[column]]\nfrom = "Usaha"\nto = "enterprise.name"', role="representative")
    reading = read(adapter, "Nama,Usaha\nSari,Pondok\n")
    assert (said(reading, "participation", "role"), said(reading, "ownership", "person")) == ([(None,)], [])


def test_who_coached_took_no_part():
    adapter = form('[[column]]\nfrom = "Sebagai"\nto = "role"\n[[column]]\nfrom = "Usaha"\nto = "enterprise.name"')
    reading = read(adapter, "Nama,Sebagai,Usaha\nSari,Pendamping,Jamu\nTirta,Panitia,\nAyu,Peserta,Teh\n")
    assert said(reading, "participation", "role") == [("mentor",), ("committee",), (None,)]
    assert okoce.count(okoce.resolve(reading), "okoce-reach@1").participants.high == 1


def test_a_row_numbered_in_advance_is_an_empty_line():
    adapter = form(ignore=["No"])
    reading = read(adapter, "No,Nama\n1,Sari\n2,\n3,\n")
    assert (reading.ledger.recorded, reading.ledger.rejected, reading.ledger.skipped) == (1, 0, 3)


def test_a_class_whose_column_is_not_in_the_file_is_unknown_and_not_nought():
    parts = {"Tetap": "full_time", "Lepas": "casual"}
    adapter = form("\n".join(f'[[column]]\nfrom = "{head}"\nto = "headcount.{part}"' for head, part in parts.items()))
    for rows in ("Nama,Tetap,Lepas\nSari,4,\n", "Nama,Tetap\nSari,4\n"):
        assert said(read(adapter, rows), "headcount", "full_time", "casual", "part_time") == [(4, None, 0)]


def test_a_listed_person_who_reached_no_stage_is_listed_all_the_same():
    adapter = form('[[column]]\nfrom = "Lulus"\nto = "stage.trained"')
    for rows in ("Nama,Lulus\nSari,\n", "Nama\nSari\n"):
        assert said(read(adapter, rows), "participation", "stage") == [("registered",)]


GROUPS = """
    [[column]]
    from = "Distrik"
    to = []
    required = true
    [[column]]
    from = "Mikro"
    to = "total.context"
    [[column]]
    from = "Kecil"
    to = "total.context"
    [[column]]
    from = "Tahun"
    to = "total.as_of"
"""


def test_a_total_is_without_a_row_of_which_a_part_or_the_day_is_not_known_and_says_so():
    adapter = parse_mapping(FORM[: FORM.index("[[column]]")].replace("{more}", "").replace("{tables}", dedent(GROUPS)))
    reading = read(adapter, "Distrik,Mikro,Kecil,Tahun\nA,5,1,2022\nB,,2,2022\nC,3,1,entah\n")
    assert said(reading, "total", "as_of", "value") == [("2022", 6)]
    assert (reading.ledger.recorded, reading.ledger.rejected) == (1, 2)
    assert {("count-missing", "B3", 1), ("date-format", "D4", 1)} <= set(codes(reading))


def test_series_of_a_total_are_totals_of_their_own():
    tables = dedent(GROUPS).replace('to = "total.context"', 'to = "total.context"\nseries = "mikro"', 1)
    adapter = parse_mapping(FORM[: FORM.index("[[column]]")].replace("{more}", "").replace("{tables}", tables))
    reading = read(adapter, "Distrik,Mikro,Kecil,Tahun\nA,5,1,2022\nB,7,2,2022\n")
    assert sorted(said(reading, "total", "value")) == [(3,), (12,)]


def test_without_the_column_by_which_rows_are_kept_the_form_is_another_one():
    adapter = form('[[skip]]\ncolumn = "Status"\nkeep = ["aktif"]')
    assert [code for code, *_ in codes(read(adapter, "Nama\nSari\n"))] == ["no-adapter"]
    other = form('[[skip]]\ncolumn = "Status"\nvalues = ["ditolak"]')
    assert "column-missing" in [code for code, *_ in codes(read(other, "Nama\nSari\n"))]


PROJECTS = """
NIB,Perusahaan,id_proyek,TKI
9120000000202,Jamu Sari,1,2
9120000000202,Jamu Sari,2,3
9120000000202,Jamu Sari,2,3
9120000000219,Kopi Tirta,3,
,Tanpa NIB,4,7
9120000000226,Teh Ayu,5,banyak
9120000000226,Teh Ayu,6,1
"""


def test_the_projects_of_one_enterprise_are_one_enterprise_with_its_workers_added():
    text = """
    name = "uji/proyek"
    title = "Proyek"
    unit = "a project"
    why = "A register of enterprises, which tells of no person."
    subject = "enterprise"
    [partner]
    id = "uji"
    kind = "government"
    [gather]
    by = "enterprise.nib"
    distinct = "id_proyek"
    [[column]]
    from = "NIB"
    to = "enterprise.nib"
    required = true
    [[column]]
    from = "Perusahaan"
    to = "enterprise.name"
    [[column]]
    from = "TKI"
    to = "headcount.total"
    """
    reading = read(parse_mapping(dedent(text)), PROJECTS)
    assert said(reading, "person", "name") == []
    # 2 + 3 (project 2 stands twice); unknown; a row without NIB alone; an unreadable one makes the sum unknown
    totals = dict(said(reading, "headcount", "enterprise", "total"))
    names = dict(said(reading, "enterprise", "id", "name"))
    assert {names[e]: t for e, t in totals.items()} == {"Jamu Sari": 5, "Tanpa NIB": 7}
    assert ("count-format", "D7", 1) in codes(reading)
    assert (reading.ledger.seen, reading.ledger.recorded, reading.ledger.skipped) == (8, 7, 1)


def test_what_changed_since_the_form_was_last_seen_is_a_notice_with_a_proposal():
    adapter = form('[[column]]\nfrom = "No. HP/WA"\nto = "person.phones"', seen=["Nama", "No. HP/WA", "Ket"])
    reading = read(adapter, "Nama,No HP / WA,Ket,Hobi\nSari,0800-1111-002,,lari\n")
    notices = [(p.code, p.place.cell, p.expected) for p in reading.problems if p.code.startswith("column")]
    assert set(notices) == {
        ("column-missing", None, "a column 'No. HP/WA'"),
        ("column-unread", "C1", ""),
        ("column-renamed", "B1", "a column 'No. HP/WA', if that is what it is"),
        ("column-new", "D1", ""),
    }
    assert said(reading, "person", "phones") == [(None,)]


def test_a_heading_that_misleads_is_never_proposed():
    adapter = form("""
        [[column]]
        from = "nama_usaha_perusahaan"
        to = "enterprise.name"
        [[column]]
        from = "NIK"
        to = "person.nik"
        """)
    reading = read(adapter, "Nama,nama_usaha,NIK KOPERASI\nSari,Sari,3171\n")
    assert [p.code for p in reading.problems if p.place.row == 1 and p.place.column] == [
        "column-unread",
        "column-unread",
    ]


def test_only_the_sheets_that_are_named_are_asked():
    adapter = form(sheets=["Anggota*"])
    assert said(read(adapter, "Nama\nSari\n"), "person", "name") == [("Sari",)]  # a CSV has no name of a sheet


def test_a_stock_told_for_several_years_is_a_total_of_each_and_never_added_over_them():
    text = (
        FORM[: FORM.index("[[column]]")]
        .replace("{more}", "")
        .replace(
            "{tables}",
            """
    [[skip]]
    column = "Indikator"
    keep = ["UMKM"]
    [[column]]
    from = "Indikator"
    to = []
    required = true
    [[column]]
    from = "2022"
    to = "total.context"
    at = "2022"
    [[column]]
    from = "2023"
    to = "total.context"
    at = "2023"
    """,
        )
    )
    reading = read(parse_mapping(dedent(text)), "Indikator,2022,2023\nUMKM,6000,3900\nUMKM,112,28\nKoperasi,117,118\n")
    assert sorted(said(reading, "total", "as_of", "value")) == [("2022", 6112), ("2023", 3928)]
    assert reading.ledger == okoce.Ledger(seen=4, recorded=2, rejected=0, blank=0, skipped=2)


JOINED = """
[[column]]
join = ["Tgl", "Bln", "Thn"]
to = "person.born"
"""


def test_a_date_without_the_column_of_a_part_is_not_read_and_the_column_is_missing():
    reading = read(form(JOINED), "Nama,Tgl,Thn\nSari,12,1990\n")
    assert said(reading, "person", "born") == [(None,)]
    told = [(p.code, p.expected) for p in reading.problems if p.code.startswith("column")]
    assert told == [("column-missing", "a column 'Tgl + Bln + Thn'")]


def test_a_date_with_a_blank_in_it_is_refused_at_its_cell():
    reading = read(form(JOINED), "Nama,Tgl,Bln,Thn\nSari,12,,1990\nBudi,,,2001\nCitra,1,5,1990\n")
    assert said(reading, "person", "born") == [(None,), ("2001",), ("1990-05-01",)]
    assert ("cell-shape", "B2", 1) in codes(reading)


def test_words_without_one_of_their_columns_are_read_and_the_column_is_missing():
    reading = read(form('[[column]]\njoin = ["Jalan", "RT"]\nto = "person.address"'), "Nama,Jalan\nSari,Mawar 1\n")
    assert said(reading, "person", "address") == [("Mawar 1",)]
    assert "column-missing" in [code for code, *_ in codes(reading)]


@pytest.mark.parametrize(("day", "code"), [("31/09/2021", "date-impossible"), ("abc", "date-format")])
def test_a_day_that_cannot_be_read_keeps_its_row_and_is_told(day, code, tmp_path):
    (tmp_path / "daftar.csv").write_text(f"Nama,Sampai\nSari,{day}\nBudi,2021\nCitra,\nDewi,2023\n", "utf-8")
    (tmp_path / "kiriman.toml").write_text('[[file]]\npath = "daftar.csv"\nobserved = 2022-09-30\n', "utf-8")
    for more, field in (("", "skip"), ('[[column]]\nfrom = "Sampai"\nto = "date"\n', "date")):
        adapter = form(f'[[skip]]\ncolumn = "Sampai"\npast = true\n{more}')
        reading = okoce.read(tmp_path, adapters=[adapter])
        assert said(reading, "person", "name") == [("Sari",), ("Citra",), ("Dewi",)]
        assert [(p.code, p.place.cell, p.field) for p in reading.problems if p.code.startswith("date")] == [
            (code, "B2", field)
        ]


def test_a_number_of_a_series_whose_day_is_blank_is_told():
    adapter = form("""
        [[column]]
        from = "Awal"
        to = "headcount.total"
        series = "before"
        [[column]]
        from = "Tgl Awal"
        to = "headcount.date"
        series = "before"
        """)
    reading = read(adapter, "Nama,Awal,Tgl Awal\nSari,3,\nBudi,2,2021\nCitra,,\n")
    assert said(reading, "headcount", "total", "date") == [(2, "2021")]
    assert [(p.place.cell, p.field) for p in reading.problems if p.code == "undated" and p.place.row] == [
        ("C2", "headcount.date")
    ]


def test_a_part_of_a_sum_that_is_blank_is_told():
    columns = "".join(f'[[column]]\nfrom = "{head}"\nto = "headcount.total"\n' for head in "LP")
    reading = read(form(columns), "Nama,L,P\nSari,2,\nBudi,,\nCitra,1,banyak\nDewi,1,0\n")
    assert len(said(reading, "enterprise", "id")) == 3  # of Sari, Citra and Dewi; nothing is said of Budi's
    assert said(reading, "headcount", "total") == [(1,)]
    told = {(code, cell) for code, cell, _ in codes(reading) if code.startswith("count")}
    assert told == {("count-missing", "C2"), ("count-format", "C4")}


X = '[[column]]\nfrom = "x"\nto = []\n'
NIB = X.replace("[]", '"enterprise.nib"')
# The form's own keys stand in lines 2 to 5, more of them in line 6, [partner] in 7, tables from line 10 on.
WRONG = [
    ('stage = "terlatih"', "", "line 6, stage", "trained"),
    ("header = 4", "", "line 6, header", "3"),
    ("warna = 1", "", "line 6, warna", "title"),
    ("api = 2", "", "line 6, api", "a newer okoce is needed"),
    ("first_row = 0", "", "line 6, first_row", "a whole number from 1"),
    ("first_row = 2", "", "line 6, first_row", "header = 0"),
    ('subject = "enterprise"', "", "line 6, subject", "enterprise.nib"),
    ("", "[[columns]]\n", "line 10, columns", "did you mean column"),
    ("", "[expect]\nmin = -1", "line 11, expect.min", "a whole number"),
    ("", "[expect]\nmin = 9\nmax = 2", "line 12, expect.max", "not below min"),
    ("", '[[skip]]\ncolumn = "x"\n', "line 10, skip", "one of values"),
    ("", '[[skip]]\ncolumn = "x"\nempty = true\nvalues = ["a"]', "line 10, skip", "one of values"),
    ("", "[[skip]]\nempty = true", "line 10, skip.column", "lacks column"),
    ("", '[[column]]\nfrom = "x"\nto = "person.umur"', "line 12, column.to", "person.nik"),
    ("", '[[column]]\nfrom = "x"\nkind = "angka"', "line 12, column.kind", "count"),
    ("", '[[column]]\nfrom = "x"', "line 10, column.to", "lacks to"),
    ("", '[[column]]\nfrom = "x"\nto = "person.nik"\nkind = "text"', "line 13, column.kind", "allowed: nik"),
    ("", '[[column]]\nfrom = "x"\nto = "headcount.total"\nkind = "yes_no"', "line 13, column.kind", "allowed: count"),
    ("", X + 'take = "("', "line 13, column.take", "one group"),
    ("", X + 'take = "(.*)*x"', "line 13, column.take", "never end"),
    ("", X + 'at = "2021"\nseries = "a"', "line 13, column.at", "excludes series"),
    ("", X.replace("[]", '"person.phones"') + 'at = "2021"', "line 13, column.at", "headcount.total"),
    ("", X.replace("[]", '"headcount.date"') + 'at = "2021"', "line 13, column.at", "headcount.total"),
    ("", X + "nth = 0", "line 13, column.nth", "from 1"),
    ("", X + 'with = "-"', "line 13, column.with", "nothing is"),
    ("", X.replace("[]", '"person.nik"') + 'grade = "applied"', "line 13, column.grade", "permit.NIB"),
    ("", '[[column]]\nto = "date"', "line 10, column", "has a heading"),
    ("", '[constants]\n"person.nik" = "1"', "line 11, constants.person.nik", "cannot be the same everywhere"),
    ("", '[constants]\n"person.sex" = "Q"', "line 11, constants.person.sex", "cannot be read"),
    ("", '[constants]\n"total.context" = "5"', "line 11, constants.total.context", "no form of people"),
    ("", '[gather]\nby = "enterprise.nib"\ndistinct = "x"', "line 11, gather.by", "none feeds"),
    ("", '[gather]\nby = "enterprise.nip"\ndistinct = "x"\n' + NIB, "line 11, gather.by", "mean enterprise.nib"),
    ('repeat = ["a"]', "", "line 6, repeat", "repeat needs"),
    ("", X.replace('"x"', '"x {}"'), "line 11, column.from", "needs repeat"),
    ('repeat = ["a"]', NIB.replace('"x"', '"NIB {}"'), "line 12, column.to", "of the whole row"),
    ('repeat = ["a"]', '[[skip]]\ncolumn = "x {}"\nempty = true\n' + X.replace('"x"', '"y {}"'), "line 11, skip.column",
     "whole row"),
    ("header = 0", "", "line 6, header", "letter"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "tables", "where", "told"), WRONG, ids=[str(n) for n in range(len(WRONG))])
def test_what_is_wrong_in_a_mapping_is_named_with_its_line_and_key(more, tables, where, told):
    with pytest.raises(Misuse) as wrong:
        parse_mapping(FORM.replace("{more}", more).replace("{tables}", tables), "uji.toml")
    assert where in str(wrong.value)
    assert told in str(wrong.value) + " ".join(wrong.value.allowed)


def test_a_mapping_without_a_partner_or_his_kind_lacks_them():
    whole = FORM.replace("{more}", "").replace("{tables}", "")
    kind = 'kind = "community"\n'
    for left_out, where in ((f'[partner]\nid = "uji"\n{kind}', "partner"), (kind, "kind")):
        with pytest.raises(Misuse, match=f"uji.toml line .*{where}: lacks {where}"):
            parse_mapping(whole.replace(left_out, ""), "uji.toml")


def test_a_mapping_that_requires_no_column_is_told_at_its_first_one():
    with pytest.raises(Misuse, match=r"uji.toml line 11, column.required: .* requires no column"):
        parse_mapping(FORM.replace("{more}", "").replace("{tables}", "").replace("required = true", ""), "uji.toml")


def test_the_command_says_what_is_wrong_in_both_languages_with_all_that_is_allowed_and_what_is_near():
    tables = '[[column]]\nfrom = "x"\nto = "person.nip"'
    with pytest.raises(Misuse) as wrong:
        parse_mapping(FORM.replace("{more}", "").replace("{tables}", tables), "uji.toml")
    for language, begins, told, near in (
        ("id", "Pemetaan keliru", "Adaptor tidak dapat mengisi person.nip", "Maksud Anda person.nik"),
        ("en", "The mapping is wrong", "An adapter cannot feed person.nip", "Did you mean person.nik"),
    ):
        text = misuse_text(wrong.value, Tongue(language))
        assert text.startswith(begins)
        assert f" uji.toml:12 column.to: {told}" in text
        assert near in text
        assert all(field in text for field in FIELDS)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a = 1\n[expect]\n# min\nmin = 2\n", ("expect", 1, "min", 4)),
        ("a = 1\nexpect.min = 2\n", ("expect", 1, "min", 2)),
        ("a = 1\n\n[[columns]]\n", ("", 1, "columns", 3)), ("a = 1\nexpect = { min = 2 }\n", ("expect", 1, "min", 2)),
        ("column = [\n{ lookup = { a = 1 } },\n{ from = 2 },\n]\n", ("column", 2, "from", 3)),
        ("[[column]]\nfrom = 1\n[[column]]\nfrom = 2\n", ("column", 2, "from", 4)),
    ],
    ids=range(6),
)  # fmt: skip
def test_a_key_is_found_however_its_table_is_written(text, at):
    *where, line = at
    assert line_of(text, *where) == line


def test_a_file_that_is_no_toml_or_not_there_is_wrong_use(tmp_path):
    for path, code in ((tmp_path / "tiada.toml", "cannot-open"), (tmp_path / "a.toml", "mapping-syntax")):
        (tmp_path / "a.toml").write_bytes(b"\xff\xfe")
        with pytest.raises(Misuse) as wrong:
            load_mapping(path)
        assert wrong.value.code == code
    with pytest.raises(Misuse, match="is not TOML"):
        parse_mapping("name = [")
