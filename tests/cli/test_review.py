"""``okoce review``: the doubtful pairs in a file, one pair on the terminal, and decisions given to other commands."""

import csv
import json

import pytest

KEY = "kunci untuk pengujian"


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "kiriman"
    path.mkdir()
    head = {"type": "header", "format": "okoce-records/1", "ids": "local"}
    for partner, day in (("A", "1990-07-01"), ("B", "1990-07-11")):
        person = {"type": "person", "id": "P1", "name": "Penanda Rahasia", "region": "32.71", "born": day}
        took_part = {"type": "participation", "partner": partner, "person": "P1", "date": "2021"}
        lines = "\n".join(map(json.dumps, (head, person, took_part)))
        (path / f"{partner}.jsonl").write_text(lines, "utf-8")
    return path


@pytest.fixture
def keyed(monkeypatch):
    monkeypatch.setenv("OKOCE_KEY", KEY)


def answered(path, answer):
    with path.open(encoding="utf-8-sig", newline="") as file:
        heads, *rows = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *([answer, *row[1:]] for row in rows)])
    return path


def participants(okoce, folder, *words):
    command = ("count", folder, "--rulebook", "okoce-reach@1", "--as-of", "2022-09-30", "--json")
    status, out, err = okoce(*command, *words)
    assert (status, err) == (0, "")
    return json.loads(out)["figures"][0]["participants"]["value"]


def test_the_pairs_are_written_without_personal_values_and_the_answers_bind_later_commands(
    okoce, folder, tmp_path, keyed
):
    out = tmp_path / "tinjauan.csv"
    status, said, err = okoce("review", folder, "--out", out)
    assert (status, err) == (0, "")
    assert "1 pasangan" in said
    assert not any(value in out.read_text("utf-8-sig") + said for value in ("Penanda", "1990-07-01"))
    assert participants(okoce, folder) == "2"
    assert participants(okoce, folder, "--decisions", answered(out, "sama")) == "1"
    status, said, _ = okoce("resolve", folder, "--decisions", out, "--out", tmp_path / "orang.csv")
    assert (status, "1 orang" in said, "Keputusan: 1" in said) == (0, True, True)


def test_decisions_are_carried_into_the_next_file(okoce, folder, tmp_path, keyed):
    first, second = tmp_path / "satu.csv", tmp_path / "dua.csv"
    okoce("review", folder, "--out", first)
    answered(first, "beda")
    status, said, _ = okoce("review", folder, "--decisions", first, "--out", second)
    assert (status, "0 pasangan" in said) == (0, True)
    assert participants(okoce, folder, "--decisions", second) == "2"
    assert "sudah diputuskan" in second.read_text("utf-8-sig")


def test_without_a_key_it_says_how_long_the_names_hold(okoce, folder, tmp_path):
    _, said, _ = okoce("review", folder, "--out", tmp_path / "tinjauan.csv", "--bahasa", "en")
    assert "for these very files alone" in said


def test_personal_values_only_when_they_are_asked_for(okoce, folder, tmp_path):
    out = tmp_path / "tinjauan.csv"
    _, said, _ = okoce("review", folder, "--out", out, "--revealed", "--bahasa", "en")
    assert "Penanda Rahasia" in out.read_text("utf-8-sig")
    assert "destroy it after use" in said


def test_a_workbook_is_written_where_the_name_says_so(okoce, folder, tmp_path):
    pytest.importorskip("xlsxwriter")
    out = tmp_path / "tinjauan.xlsx"
    assert okoce("review", folder, "--out", out)[0] == 0
    assert out.read_bytes().startswith(b"PK")


def test_one_pair_is_explained_on_the_terminal(okoce, folder):
    status, said, err = okoce("review", folder, "--pair", "A.jsonl:2", "B.jsonl:2", "--bahasa", "en")
    assert (status, err) == (0, "")
    assert "apart, in doubt" in said
    assert "one part differs" in said
    assert "Penanda" not in said
    shown = okoce("review", folder, "--pair", "A.jsonl:2", "B.jsonl:2", "--revealed")[1]
    assert "Penanda Rahasia" in shown


def test_one_pair_as_json(okoce, folder):
    out = okoce("review", folder, "--pair", "A.jsonl:2", "B.jsonl:2", "--json")[1]
    told = json.loads(out)
    assert (told["format"], told["standing"], told["a"]["file"]) == ("okoce-link/1", "open", "A.jsonl")
    assert not any("values" in said for said in told["evidence"])


@pytest.mark.parametrize(
    "words",
    [
        (), ("--out", "x.csv", "--pair", "A.jsonl:2", "B.jsonl:2"), ("--out", "x.txt"),
        ("--out", "x.csv", "--most", "0"),
        ("--pair", "A.jsonl:2", "C.jsonl:2"), ("--pair", "A.jsonl:2", "A.jsonl:2"),
        ("--out", "x.csv", "--decisions", "nowhere.csv"),
    ],
)  # fmt: skip
def test_wrong_use_is_said_in_both_languages(okoce, folder, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for language in ("id", "en"):
        status, _, err = okoce("review", folder, *words, "--bahasa", language)
        assert status == 2
        assert err
    assert not (tmp_path / "x.csv").exists()


def test_a_file_that_may_hold_decisions_is_never_written_over(okoce, folder, tmp_path):
    out = tmp_path / "tinjauan.csv"
    out.write_text("keputusan;a;b\n", "utf-8")
    assert okoce("review", folder, "--out", out)[0] == 2
    assert out.read_text("utf-8") == "keputusan;a;b\n"


def test_decisions_need_full_identity(okoce, folder, tmp_path):
    decided = tmp_path / "tinjauan.csv"
    decided.write_text("keputusan,a,b\n", "utf-8")
    status, _, err = okoce("count", folder, "--identity", "exact", "--decisions", decided, "--bahasa", "en")
    assert (status, "full" in err) == (2, True)
