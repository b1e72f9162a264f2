"""``okoce count``; the figures expected are derived by hand beside the data in conftest.py."""

import csv
import json

import pytest

from okoce_core.counting import DIMENSIONS, METHODS
from okoce_core.rules import preset

DAY = ("--as-of", "2022-09-30")

BOOK = """
id = "uji"
version = 3
source = "buatan uji"
valid_from = "2022-01-01"
dates = "certain"
jobs = "none"
title = {id = "Uji", en = "Trial"}
definition = {id = "Setiap orang.", en = "Everybody."}
participant = {min_stage = "registered"}
entrepreneur = {test = "owns", state = "ever", new_only = false, permits = []}
"""


def figures(okoce, *words):
    status, out, _ = okoce("count", *words, "--json")
    assert status == 0
    return json.loads(out)


def values(of):
    return tuple(of[m]["value"] for m in ("participants", "entrepreneurs", "jobs"))


def cells(out, first):
    """The cells of the table row that begins with a word."""
    line = next(line for line in out.splitlines() if line.startswith(first))
    return [cell for cell in line.split("  ") if cell]


def test_three_rulebooks_stand_side_by_side_where_none_is_asked_for(okoce, records):
    status, out, err = okoce("count", records, *DAY)
    assert (status, err) == (0, "")
    assert [cell.strip() for cell in cells(out, "okoce-claim@1")] == ["okoce-claim@1", "4 (4–4)", "2 (2–2)", "5 (5–5)"]
    assert [cell.strip() for cell in cells(out, "okoce-reach@1")] == [
        "okoce-reach@1",
        "2 (2–2)",
        "0 (0–0)",
        "tidak ditanya",
    ]
    assert [cell.strip() for cell in cells(out, "okoce-p4@1")] == ["okoce-p4@1", "2 (2–2)", "1 (1–1)", "5 (5–5)"]


def test_the_table_is_indonesian_unless_english_is_asked_for(okoce, records):
    assert [c.strip() for c in cells(okoce("count", records)[1], "Aturan")][1:] == [
        "Peserta",
        "Wirausaha",
        "Lapangan kerja",
    ]
    english = okoce("count", records, "--bahasa", "en")[1]
    assert [c.strip() for c in cells(english, "Rulebook")][1:] == ["Participants", "Entrepreneurs", "Jobs"]


def test_what_each_rulebook_means_stands_below_in_the_language(okoce, records):
    assert preset("okoce-p4@1").definition["id"] in okoce("count", records)[1]
    assert preset("okoce-p4@1").definition["en"] in okoce("count", records, "--bahasa", "en")[1]


def test_the_day_is_the_latest_of_the_files_and_the_output_says_so(okoce, records):
    # Nothing is "observed"; the latest date of any fact is P3's participation, 2023-01-05.
    assert "Angka per 2023-01-05: hari terakhir yang digambarkan berkas" in okoce("count", records)[1]
    assert "Figures as of 2023-01-05, the latest day the files tell of" in okoce("count", records, "--bahasa", "en")[1]


def test_the_day_asked_for_is_said_to_be_asked_for(okoce, records):
    assert "Angka per 2022-09-30, tanggal yang diminta." in okoce("count", records, *DAY)[1]
    assert "as of 2022-09-30, the day asked for" in okoce("count", records, *DAY, "--bahasa", "en")[1]


def test_without_any_date_no_day_is_invented(okoce, tmp_path):
    path = tmp_path / "tanpa.jsonl"
    path.write_text('{"type":"header","format":"okoce-records/1","ids":"local"}\n{"type":"person","id":"P1"}\n')
    assert "Angka tanpa tanggal acuan" in okoce("count", path)[1]
    assert "Figures without a day" in okoce("count", path, "--bahasa", "en")[1]
    assert figures(okoce, path)["as_of"] is None


def test_a_partial_day_means_its_last_day(okoce, records):
    assert figures(okoce, records, "--as-of", "2022", "--known-at", "2022-10")["as_of"] == "2022-12-31"
    assert figures(okoce, records, "--as-of", "2022", "--known-at", "2022-10")["known_at"] == "2022-10-31"


def test_the_output_says_that_only_what_was_known_is_counted(okoce, records):
    assert "Hanya yang diketahui sampai 2022-10-31" in okoce("count", records, "--known-at", "2022-10-31")[1]
    assert "known by 2022-10-31" in okoce("count", records, "--known-at", "2022-10-31", "--bahasa", "en")[1]


@pytest.mark.parametrize(
    ("words", "used"), [((), "full"), (("--identity", "full"), "full"), (("--identity", "exact"), "exact")]
)
def test_json_says_how_people_were_recognised(okoce, records, words, used):
    assert figures(okoce, records, *DAY, *words)["identity"] == used


def test_json_has_the_documented_keys(okoce, records):
    said = figures(okoce, records, *DAY, "--by", "province", "--attribution", "equal")
    assert list(said) == [
        "format", "as_of", "known_at", "inputs", "identity", "figures", "contradictions", "files", "ledger",
        "problems",
    ]  # fmt: skip
    assert (said["format"], said["as_of"], said["known_at"]) == ("okoce-figures/1", "2022-09-30", None)
    assert said["ledger"] == {"seen": 12, "recorded": 11, "rejected": 0, "blank": 0, "skipped": 1}
    claim, reach, p4 = said["figures"]
    assert [f["rulebook"] for f in said["figures"]] == ["okoce-claim@1", "okoce-reach@1", "okoce-p4@1"]
    assert set(p4) >= {
        "rulebook", "participants", "entrepreneurs", "enterprises", "jobs", "claimed", "overlap", "attribution", "by",
    }  # fmt: skip
    assert set(p4["participants"]) >= {"state", "value", "low", "high", "unknown"}
    assert set(p4["jobs"]) >= {"state", "value", "low", "high", "unknown", "coverage", "conflicts"}
    assert (values(claim), values(reach), values(p4)) == (("4", "2", "5"), ("2", "0", None), ("2", "1", "5"))
    assert said["files"] == [
        {"name": "data.jsonl", "state": "read", "adapter": "okoce-records/1", "partner": None, "ledger": said["ledger"]}
    ]


def test_each_problem_in_json_has_its_place_and_no_text(okoce, members):
    problems = figures(okoce, members)["problems"]
    assert [(p["code"], p["severity"], p["cell"], p["row"], p["count"], p["field"]) for p in problems] == [
        ("nik-length", "warning", "F2", 2, 1, "person.nik"),
        ("person-missing", "error", None, 4, 1, ""),
    ]
    assert set(problems[0]) == {"code", "severity", "file", "sheet", "cell", "row", "count", "field", "expected"}


def test_json_is_the_same_bytes_whatever_the_order_of_the_paths(okoce, records, members):
    once = okoce("count", records, members, "--json")
    assert okoce("count", records, members, "--json") == once
    assert okoce("count", members, records, "--json") == once
    assert okoce("count", members, "--json", records, "--bahasa", "en") == once


def test_files_of_one_name_from_two_folders_come_out_in_one_order(okoce, records, members, tmp_path):
    for folder, source in (("a", records), ("b", members)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x").write_bytes(source.read_bytes())
    one, other = tmp_path / "a" / "x", tmp_path / "b" / "x"
    assert okoce("count", one, other, "--json") == okoce("count", other, one, "--json")


def test_json_is_ascii_whatever_the_names_of_the_files(okoce, records):
    odd = records.with_name("Anggota–\N{SNOWMAN}.jsonl")
    records.rename(odd)
    out = okoce("count", odd, "--json")[1]
    assert out.isascii()
    assert json.loads(out)["files"][0]["name"] == odd.name


def test_shares_and_breakdowns_are_exact_in_json(okoce, records):
    p4 = figures(okoce, records, *DAY, "--attribution", "equal,full", "--by", "province", "--by", "sex")["figures"][2]
    assert p4["attribution"]["participants"] == {"equal": {"A": "3/2", "B": "1/2"}, "full": {"A": "2", "B": "1"}}
    assert p4["attribution"]["jobs"]["equal"] == {"A": "5/2", "B": "5/2"}
    # P1 lives in 31; where P2 lives is unknown; E1 works in 31 and the sex of workers is in no headcount.
    assert p4["by"] == [
        {"province": "31", "sex": "F", "participants": "1", "entrepreneurs": "1", "enterprises": "0", "jobs": "0"},
        {"province": "31", "sex": None, "participants": "0", "entrepreneurs": "0", "enterprises": "1", "jobs": "5"},
        {"province": None, "sex": "M", "participants": "1", "entrepreneurs": "0", "enterprises": "0", "jobs": "0"},
        {"province": None, "sex": None, "participants": "0", "entrepreneurs": "0", "enterprises": "0", "jobs": "0"},
    ]
    assert p4["by_notes"] == ["of the enterprises, jobs no sex is told; all of them are in the row of unknown"]


def test_shares_and_breakdowns_are_tables_in_text(okoce, records):
    out = okoce("count", records, *DAY, "--attribution", "equal", "--by", "sex", "--rulebook", "okoce-p4@1")[1]
    assert "Pembagian: equal, okoce-p4@1" in out
    assert [cell.strip() for cell in cells(out, "A ")] == [
        "A",
        "1,5",
        "0,5",
        "2,5",
    ]  # P1, the one entrepreneur, is half A
    assert "Jenis kelamin" in out
    assert cells(out, "perempuan")[0].strip() == "perempuan"
    assert cells(out, "tidak diketahui")[-1].strip() == "5"


def test_a_breakdown_says_why_its_rows_do_not_add_up(okoce, records):
    out = okoce("count", records, *DAY, "--by", "partner,sex", "--rulebook", "okoce-p4@1", "--bahasa", "en")[1]
    assert "One of the participants, entrepreneurs, jobs may stand in several rows of partner" in out
    assert "Of the jobs no sex is told; all of them are in the row of unknown." in out
    assert "ends of the whole figure" not in out  # nobody is in doubt, and every partner gave a list
    total = {"type": "total", "partner": "C", "measure": "participants", "value": 9, "unit": "persons"}
    records.write_text(records.read_text() + json.dumps(total), "utf-8")
    assert (
        "partners that gave only totals are in the ends of the whole figure"
        in okoce("count", records, *DAY, "--by", "sex", "--bahasa", "en")[1]
    )


def test_the_values_of_a_breakdown_are_words_of_the_language(okoce, records):
    out = okoce("count", records, *DAY, "--by", "stage,business,disability", "--rulebook", "okoce-p4@1")[1]
    assert [c.strip() for c in cells(out, "Tahap yang dicapai")][1:3] == ["Usaha baru atau lama", "Disabilitas"]
    assert cells(out, "terdaftar")[0] == "terdaftar"
    partner = {"type": "partner", "id": "A", "name": "Contoh", "kind": "association"}
    records.write_text(records.read_text() + json.dumps(partner), "utf-8")
    out = okoce("count", records, *DAY, "--by", "partner_kind", "--rulebook", "okoce-p4@1")[1]
    assert [c.strip() for c in cells(out, "asosiasi")] == ["asosiasi", "2", "1", "5"]  # P1 and P2 are A's


def test_employees_and_owners_stand_apart_whatever_the_headline(okoce, records):
    # Five workers and the working owner P1, whom --set makes a job: 5, 1 and 6 with and without him in the headline.
    for words, jobs in (((), "5 (5–5)"), (("--set", "jobs.owners=per_enterprise"), "6 (6–6)")):
        out = okoce("count", records, *DAY, "--rulebook", "okoce-p4@1", *words)[1]
        figures_row, apart = (line for line in out.splitlines() if line.startswith("okoce-p4@1 ") and "–" in line)
        assert figures_row.endswith(jobs)
        assert [c.strip() for c in apart.split("  ") if c.strip()][1:] == ["5 (5–5)", "1", "6 (6–6)"]
    assert "Pemilik yang bekerja" in out
    assert "Employees" not in okoce("count", records, "--rulebook", "okoce-reach@1", "--bahasa", "en")[1]


def test_what_is_modelled_is_marked_as_no_count(okoce, records):
    # 2 participants, times 7/10
    assert "1,4 (1,4–1,4), model, bukan hitungan" in okoce("count", records, *DAY, "--rulebook", "okoce-ratio@1")[1]
    english = okoce("count", records, *DAY, "--rulebook", "okoce-ratio@1", "--bahasa", "en")[1]
    assert "1.4 (1.4–1.4), a model and no count" in english
    shared = okoce("count", records, *DAY, "--rulebook", "okoce-ratio@1", "--attribution", "equal", "--by", "sex")[1]
    assert [c.strip() for c in cells(shared, "A ")] == ["A", "1,5", "–", "–"]
    assert [c.strip() for c in cells(shared, "laki-laki")] == ["laki-laki", "1", "–", "–"]
    assert "model" not in okoce("count", records, *DAY, "--rulebook", "okoce-p4@1", "--bahasa", "en")[1]


def test_contradictions_are_listed_with_how_often_they_occur(okoce, records):
    again = {"type": "headcount", "partner": "B", "enterprise": "E1", "date": "2022-06-30", "full_time": 9}
    ended = {"type": "ownership", "enterprise": "E1", "person": "P2", "from": "2022-05-01", "to": "2021-05-01"}
    records.write_text(records.read_text() + json.dumps(again) + "\n" + json.dumps(ended) + "\n", "utf-8")
    for words in ((), ("--rulebook", "okoce-claim@1")):
        assert figures(okoce, records, *DAY, *words)["contradictions"] == [
            {"code": "headcounts-differ", "count": 1}, {"code": "ownership-reversed", "count": 1},
        ]  # fmt: skip
    out = okoce("count", records, *DAY, "--bahasa", "en")[1]
    assert cells(out, "An ownership that ends before it begins; it was never in force")[-1].strip() == "1"
    assert "Keterangan yang bertentangan" in okoce("count", records, *DAY)[1]


def test_where_nothing_contradicts_itself_no_table_says_so(okoce, records):
    assert figures(okoce, records, *DAY)["contradictions"] == []
    assert "bertentangan" not in okoce("count", records, *DAY)[1]


def test_shares_alone_come_without_a_breakdown(okoce, records):
    out = okoce("count", records, *DAY, "--attribution", "first", "--rulebook", "okoce-p4@1")[1]
    assert "Pembagian: first, okoce-p4@1" in out
    assert "Rincian" not in out


def test_a_measure_that_is_not_asked_for_is_in_no_share_and_no_breakdown(okoce, records):
    out = okoce("count", records, *DAY, "--attribution", "equal", "--by", "sex", "--rulebook", "okoce-reach@1")[1]
    assert cells(out, "B ")[-1].strip() == "tidak ditanya"
    assert cells(out, "laki-laki")[-1].strip() == "tidak ditanya"


def test_a_sum_of_rows_is_not_shared_out_and_the_output_says_so(okoce, records):
    words = ("count", records, "--attribution", "equal", "--rulebook", "okoce-claim@1")
    assert "okoce-claim@1 menjumlahkan baris" in okoce(*words)[1]
    assert "okoce-claim@1 adds up rows" in okoce(*words, "--bahasa", "en")[1]


def test_unknown_units_are_shown_beside_the_number(okoce, tmp_path, records):
    path = tmp_path / "tanpa-tanggal.jsonl"
    path.write_text(records.read_text().replace('"date": "2022-03-01", ', ""))  # P2's participation
    out = okoce("count", path, *DAY, "--rulebook", "okoce-p4@1")[1]
    assert "1 (1–2)" in out
    assert "+1 belum diketahui" in out
    assert "+1 unknown" in okoce("count", path, *DAY, "--rulebook", "okoce-p4@1", "--bahasa", "en")[1]


def test_a_field_is_set_in_the_rulebooks_that_have_it_and_the_label_says_so(okoce, records):
    # jobs.owners=per_enterprise adds the working owner P1 to the five.
    said = figures(okoce, records, *DAY, "--set", 'jobs.owners="per_enterprise"')["figures"]
    assert [values(f)[2] for f in said] == ["5", None, "6"]
    assert [f.get("set") for f in said] == [None, None, {"jobs.owners": "per_enterprise"}]
    out = okoce("count", records, *DAY, "--set", "jobs.owners=per_enterprise")[1]  # the shell has eaten the quotes
    assert "okoce-p4@1 (jobs.owners=per_enterprise)" in out


def test_a_rulebook_of_the_users_own_comes_from_a_file(okoce, records, tmp_path):
    path = tmp_path / "uji.toml"
    path.write_text(BOOK, "utf-8")
    said = figures(okoce, records, *DAY, "--rulebook", path, "--rulebook", path)["figures"]
    assert [(f["rulebook"], values(f)) for f in said] == [("uji@3", ("2", "1", None))]


def test_the_files_stand_below_with_what_became_of_their_rows(okoce, members):
    out = okoce("count", members)[1]
    # Seen: the header and three rows; two give a person, one names nobody.
    assert cells(out, "anggota.csv")[1:3] == ["tda/anggota", "Tangan Di Atas"]
    assert [c.strip() for c in cells(out, "anggota.csv")[3:]] == ["4", "2", "1", "0", "1"]


def test_a_file_that_came_twice_and_one_that_cannot_be_read_say_why(okoce, members):
    (members.parent / "lagi.csv").write_bytes(members.read_bytes())
    (members.parent / "kosong.csv").write_bytes(b"")
    out = okoce("count", members.parent)[1]
    assert "berulang: isi yang sama ada di berkas lain" in next(x for x in out.splitlines() if x.startswith("lagi.csv"))
    assert "tidak terbaca: Berkas kosong" in next(x for x in out.splitlines() if x.startswith("kosong.csv"))
    english = okoce("count", members.parent, "--bahasa", "en")[1]
    assert "Keterangan" in out
    assert "Keterangan" not in okoce("count", members)[1]  # a column nobody fills is left out
    assert "repeated: the same content came in another file" in english
    assert "not readable: The file is empty." in english
    assert [c.strip() for c in cells(out, "Jumlah")[1:]] == ["4", "2", "1", "0", "1"]


def test_files_without_dates_are_named(okoce, tmp_path):
    path = tmp_path / "anggota.csv"
    path.write_text("nama;hp;usaha;no_ktp\nMelati Contoh;0800-111-2201;Kedai Contoh;\n", "utf-8")
    out = okoce("count", path)[1]
    assert "Tanpa tanggal (fakta ini hanya masuk batas atas)\n  anggota.csv: keikutsertaan" in out
    assert "Without dates (these facts are in the high end only)" in okoce("count", path, "--bahasa", "en")[1]


def test_strict_makes_one_of_an_error_and_the_figures_are_there_all_the_same(okoce, members):
    status, out, _ = okoce("count", members, "--strict", "--json")
    assert status == 1
    assert json.loads(out)["figures"]
    assert okoce("count", members)[0] == 0


def test_strict_lets_warnings_pass(okoce, members):
    members.write_text(members.read_text().replace(";;;;7;;;;2021\n", ""), "utf-8")
    assert okoce("count", members, "--strict")[0] == 0


def test_where_nothing_can_be_read_there_are_no_figures_and_the_status_is_three(okoce, tmp_path):
    (tmp_path / "kosong.csv").write_bytes(b"")
    status, out, _ = okoce("count", tmp_path)
    assert (status, out.splitlines()[0]) == (3, "Tidak ada yang dapat dibaca, jadi tidak ada angka.")
    assert okoce("count", tmp_path, "--strict", "--bahasa", "en")[0] == 3
    status, out, _ = okoce("count", tmp_path, "--json")
    assert (status, json.loads(out)["figures"], json.loads(out)["as_of"]) == (3, [], None)
    assert json.loads(out)["problems"][0]["code"] == "empty-file"


def test_an_empty_folder_is_nothing_that_could_be_read(okoce, tmp_path):
    assert okoce("count", tmp_path)[0] == 3


WRONG = [
    (
        ("--rulebook", "okoce-p5@1"),
        "Tidak ada aturan hitung bernama okoce-p5@1",
        "No rulebook is named okoce-p5@1",
        "okoce-p4@1",
    ),
    (("--rulebook", "tiada.toml"), "tiada.toml tidak dapat dibuka", "tiada.toml cannot be opened", ""),
    (("--set", "jobs.owner=exclude"), "tidak mempunyai isian jobs.owner", "has no field jobs.owner", "jobs.owners"),
    (
        ("--set", "jobs.owners=semua"),
        "Nilai untuk jobs.owners tidak sah",
        "The value for jobs.owners is not allowed",
        "",
    ),
    (("--set", "jobs.owners"), "--set ditulis ISIAN=NILAI", "--set is written FIELD=VALUE", ""),
    (
        ("--rulebook", "okoce-reach@1", "--set", "jobs.unit=fte"),
        "Tidak satu pun aturan hitung",
        "None of the rulebooks",
        "",
    ),
    (("--as-of", "30-09-2022"), "30-09-2022 bukan tanggal", "30-09-2022 is not a date", ""),
    (("--known-at", "2022-13"), "2022-13 bukan tanggal", "2022-13 is not a date", ""),
    (("--by", "provinsi"), "Tidak ada rincian bernama provinsi", "No dimension is named provinsi", "province"),
    (
        ("--attribution", "equl"),
        "Tidak ada cara pembagian bernama equl",
        "No way of attributing is named equl",
        "equal",
    ),
    (("--attribution", "weighted"), "memerlukan bobot tiap mitra", "needs a weight for each partner", ""),
    (("--attribution", "weighted", "--weight", "A=0"), "bukan A=0", "not A=0", ""),
    (("--attribution", "weighted", "--weight", "3"), "bukan 3", "not 3", ""),
    (("--weight", "A=3"), "cara lain tidak memakainya", "no other takes one", ""),
    (("--labour-force", "3"), "memakai angkatan kerja", "has a ratio to a labour force", ""),
    (("--labour-force", "0", "--rulebook", "perpres2-2022@1"), "bilangan bulat di atas 0", "above 0", ""),
    (
        ("--identity", "exat"),
        "Tidak ada cara pengenalan orang dengan nama exat",
        "No way of deciding identity is named exat",
        "exact",
    ),
    (
        ("--adapter", "tda/angota"),
        "Tidak ada adaptor bernama tda/angota",
        "No adapter is named tda/angota",
        "tda/anggota",
    ),
]


@pytest.mark.parametrize(("words", "indonesian", "english", "near"), WRONG, ids=[" ".join(w[0]) for w in WRONG])
def test_wrong_use_is_one_clear_sentence_and_status_two(okoce, records, words, indonesian, english, near):
    for language, sentence, meant in (("id", indonesian, "Maksud Anda"), ("en", english, "Did you mean")):
        status, out, err = okoce("count", records, *words, "--bahasa", language)
        assert (status, out, len(err.splitlines())) == (2, "", 1)
        assert sentence in err
        assert (f"{meant} {near}" in err) if near else (meant not in err)


def test_wrong_use_is_found_before_anything_is_read(okoce, tmp_path):
    # The path does not exist, and yet the date is what is complained of: reading would have come later.
    assert "bukan tanggal" in okoce("count", tmp_path / "tiada", "--as-of", "besok")[2]


def test_a_missing_path_is_named_with_what_looks_like_it(okoce, members):
    status, _, err = okoce("count", members.with_name("angota.csv"))
    assert (status, "Tidak ada berkas atau folder angota.csv" in err, "Maksud Anda anggota.csv?" in err) == (
        2,
        True,
        True,
    )
    assert "Did you mean anggota.csv?" in okoce("count", members.with_name("angota.csv"), "--bahasa", "en")[2]


def test_a_path_that_cannot_be_opened_is_wrong_use(okoce, tmp_path):
    status, _, err = okoce("count", tmp_path / ("a" * 300))
    assert (status, "tidak dapat dibuka" in err) == (2, True)


def test_a_rulebook_file_that_is_no_rulebook_is_wrong_use(okoce, records, tmp_path):
    (tmp_path / "bukan.toml").write_text("id = ")
    (tmp_path / "biner.toml").write_bytes(b"\xff\xfe\x00")
    for name in ("bukan.toml", "biner.toml"):
        status, _, err = okoce("count", records, "--rulebook", tmp_path / name)
        assert (status, "bukan TOML yang sah" in err) == (2, True)


def test_help_names_every_dimension_and_every_method(okoce):
    said = " ".join(okoce("count", "--help", "--bahasa", "en")[1].split())
    assert all(name in said for name in DIMENSIONS)
    assert all(name in said for name in METHODS)


def test_every_number_is_written_as_rows_where_out_names_a_file(okoce, records, tmp_path):
    for name, begins in (("angka.csv", "rulebook,"), ("angka.sdmx.csv", "STRUCTURE,STRUCTURE_ID,ACTION,")):
        out = tmp_path / name
        assert okoce("count", records, *DAY, "--by", "sex", "--attribution", "equal", "--out", out)[0] == 0
        assert out.read_text("utf-8").startswith(begins)


def test_a_suppressed_file_tells_of_no_few_people(okoce, records, tmp_path):
    out = tmp_path / "angka.csv"
    asked = ("--rulebook", "okoce-p4@1", "--attribution", "equal", "--out", out)
    assert okoce("count", records, *DAY, *asked, "--suppress")[0] == 0
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))
    assert {row["value_exact"] for row in rows if row["measure"] == "participants"} == {""}  # they are two people
    okoce("count", records, *DAY, *asked)
    rows = list(csv.DictReader(out.read_text("utf-8").splitlines()))
    assert "2" in {row["value_exact"] for row in rows if row["measure"] == "participants"}


def test_suppressing_without_a_file_and_a_file_among_the_inputs_are_wrong_use(okoce, records, tmp_path):
    assert okoce("count", records, "--suppress")[0] == 2
    assert okoce("count", records, "--out", records)[0] == 2
    assert okoce("count", records, "--out", tmp_path / "angka.parquet")[0] == 2
    assert okoce("count", records, "--out", tmp_path / "nowhere" / "angka.csv")[0] == 2


def test_fields_that_belong_together_are_set_together(okoce, records):
    asked = ("--rulebook", "okoce-p4@1", "--set", "entrepreneur.test=stage", "--set", "entrepreneur.min_stage=P1")
    [said] = figures(okoce, records, *DAY, *asked)["figures"]
    assert said["entrepreneurs"]["value"] == said["participants"]["value"] == "2"
    assert okoce("count", records, *asked[:4])[0] == 2  # the one without the other


THREE_WITH_TWO = (
    {"type": "participation", "partner": "A", "person": "P1", "date": "2021-01-10", "stage": "trained"},
    {"type": "participation", "partner": "B", "person": "P1", "date": "2021-01-10", "stage": "trained"},
    {"type": "participation", "partner": "B", "person": "P2", "date": "2021-01-10", "stage": "trained"},
    {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2019-01-01"},
    {"type": "ownership", "enterprise": "E2", "person": "P2", "from": "2019-01-01"},
    {"type": "permit", "enterprise": "E1", "kind": "NIB", "issued": "2021-03-01"},
    {"type": "permit", "enterprise": "E2", "kind": "NIB", "issued": "2021-03-01"},
    {
        "type": "headcount",
        "enterprise": "E1",
        "date": "2022-09-01",
        "full_time": 2,
        "partner": "A",
        "owners_included": False,
    },
    {
        "type": "headcount",
        "enterprise": "E2",
        "date": "2022-09-01",
        "full_time": 0,
        "partner": "A",
        "owners_included": False,
    },
)


@pytest.fixture
def two_partners(tmp_path):
    file = tmp_path / "dua.jsonl"
    head = {"type": "header", "format": "okoce-records/1", "ids": "resolved"}
    file.write_text("".join(json.dumps(line) + "\n" for line in (head, *THREE_WITH_TWO)))
    return file


def test_weights_share_out_a_person_of_two_partners_in_their_proportion(okoce, two_partners):
    # P1 is shared 1 : 3 between A and B, P2 is B's alone: A has 1/4, B 3/4 + 1.
    words = ("--rulebook", "okoce-reach@1", "--attribution", "weighted", "--weight", "A=1", "--weight", "B=3", "--json")
    (figures,) = json.loads(okoce("count", two_partners, *DAY, *words)[1])["figures"]
    assert figures["attribution"]["participants"]["weighted"] == {"A": "1/4", "B": "7/4"}
    status, _, err = okoce("count", two_partners, *DAY, *words[:6], "--bahasa", "en")
    assert (status, "Partner B has no weight" in err) == (2, True)


def test_the_ratio_to_a_labour_force_is_in_the_json_and_on_the_page(okoce, two_partners):
    # One owner has permanent workers, one has none: 1 of 400 is 0.25 per cent.
    words = ("--rulebook", "perpres2-2022@1", "--labour-force", "400")
    (figures,) = json.loads(okoce("count", two_partners, *DAY, *words, "--json")[1])["figures"]
    told = figures["further"]["perpres2"]
    assert (told["pemula"], told["mapan"], told["ratio_mapan_pct"]) == ("1", "1", "1/4")
    assert "Wirausaha mapan" in (page := okoce("count", two_partners, *DAY, *words)[1])
    assert "1 (0,25 %)" in page


@pytest.mark.parametrize(
    ("rulebook", "word"), [("eurostat-bd@1", "Births of enterprises"), ("ilo-icse18@1", "41/42 permanent")]
)
def test_what_a_rulebook_asks_for_further_stands_on_its_page(okoce, two_partners, rulebook, word):
    assert word in okoce("count", two_partners, *DAY, "--rulebook", rulebook, "--bahasa", "en")[1]


def test_a_note_on_a_breakdown_keeps_the_capitals_of_names(okoce, records):
    out = okoce("count", records, "--by", "size_class", "--rulebook", "okoce-p4@1")[1]
    assert "tidak ada keterangan skala usaha (BPS, menurut jumlah pekerja)" in out
