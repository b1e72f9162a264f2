"""``okoce convert``: partner files as canonical records."""

import json


def test_the_records_are_written_and_their_number_and_nature_told(okoce, records, tmp_path):
    out = tmp_path / "out" / "semua.jsonl"
    out.parent.mkdir()
    status, said, _ = okoce("convert", records, "--out", out)
    written = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert (status, written[0]["format"]) == (0, "okoce-records/1")
    assert f"{len(written)} baris ditulis ke {out}. Berkas itu memuat data pribadi" in said
    english = okoce("convert", records, "--out", out, "--bahasa", "en")[1]
    assert f"{len(written)} lines written to {out}. The file holds personal values" in english


def test_converted_records_give_the_same_figures(okoce, records, tmp_path):
    out = tmp_path / "semua.jsonl"
    okoce("convert", records, "--out", out)
    before, after = (json.loads(okoce("count", path, "--json")[1])["figures"] for path in (records, out))
    assert before == after


def test_nothing_is_written_where_nothing_could_be_read(okoce, tmp_path):
    (tmp_path / "kosong.csv").write_bytes(b"")
    out = tmp_path / "semua.jsonl"
    status, said, _ = okoce("convert", tmp_path / "kosong.csv", "--out", out)
    assert (status, out.exists()) == (3, False)
    assert said.startswith("Tidak ada yang dapat dibaca, jadi tidak ada yang ditulis.")
    english = okoce("convert", tmp_path / "kosong.csv", "--out", out, "--bahasa", "en")[1]
    assert english.startswith("Nothing could be read, so nothing was written.")


def test_out_is_needed(okoce, records):
    status, _, err = okoce("convert", records)
    assert (status, "argumen ini wajib diberikan: --out" in err) == (2, True)
    assert "the following arguments are required: --out" in okoce("convert", records, "--bahasa", "en")[2]


def test_a_place_that_cannot_be_written_is_wrong_use(okoce, records, tmp_path):
    assert okoce("convert", records, "--out", tmp_path / "tiada" / "semua.jsonl")[0] == 2


def test_files_that_cannot_be_one_file_leave_the_old_one_alone(okoce, records, tmp_path):
    resolved = tmp_path / "resolved.jsonl"
    resolved.write_text('{"type":"header","format":"okoce-records/1","ids":"resolved"}\n{"type":"person","id":"P1"}\n')
    out = tmp_path / "semua.jsonl"
    out.write_text("lama")
    status, _, err = okoce("convert", records, resolved, "--out", out)
    assert (status, out.read_text(), "tidak dapat menjadi satu berkas" in err) == (2, "lama", True)
    assert "cannot become one file" in okoce("convert", records, resolved, "--out", out, "--bahasa", "en")[2]


def test_an_input_is_never_written_over(okoce, records):
    before = records.read_bytes()
    assert okoce("convert", records, "--out", records)[0] == 2
    assert records.read_bytes() == before
