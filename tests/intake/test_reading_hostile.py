"""Files made to harm, through the front door: one problem, and the files beside them are read."""

import io
import zipfile

import pytest

import okoce_core as okoce


def told(*inputs, **options):
    reading = okoce.read(*inputs, **options)
    return {(p.code, p.place.file) for p in reading.problems if p.severity == "error" and p.code != "no-adapter"}


LIST = b"kolom satu,kolom dua\n1,2\n"


def test_ten_gigabytes_are_refused_unopened(tmp_path):
    with (tmp_path / "satu-baris.csv").open("wb") as sparse:
        sparse.truncate(10 << 30)  # a hole: the file system keeps no byte of it
    (tmp_path / "b.csv").write_bytes(LIST)
    assert told(tmp_path) == {("too-large", "satu-baris.csv")}


def test_the_limits_hold_for_folders_archives_and_bytes(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr("dalam.csv", LIST + b"3,4\n")
    (tmp_path / "a.csv").write_bytes(LIST)
    (tmp_path / "b.zip").write_bytes(packed.getvalue())
    (tmp_path / "c.xml").write_bytes(b"<d><p><n>1</n></p><p><n>2</n></p></d>")
    assert told(tmp_path, limits=okoce.Limits(line=19, document=30)) == {
        ("too-large", "a.csv"), ("too-large", "b.zip/dalam.csv"), ("too-large", "c.xml"),
    }  # fmt: skip
    assert told(LIST, limits=okoce.Limits(file=24)) == {("too-large", "bytes-1")}
    assert told(LIST, limits=okoce.Limits(file=25)) == set()


def test_a_link_that_leads_out_of_the_folder_is_refused_and_one_that_stays_is_read(tmp_path):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    (tmp_path / "luar.csv").write_bytes(LIST + b"3,4\n")
    (folder / "a.csv").write_bytes(LIST)
    (folder / "keluar.csv").symlink_to(tmp_path / "luar.csv")
    (folder / "di-dalam.csv").symlink_to(folder / "a.csv")
    reading = okoce.read(folder)
    assert {(p.code, p.place.file) for p in reading.problems if p.code in {"unsafe-path", "file-repeated"}} == {
        ("unsafe-path", "keluar.csv"), ("file-repeated", "di-dalam.csv"),
    }  # fmt: skip


@pytest.mark.parametrize("path", ["../a.csv", "/etc/passwd", "C:/a.csv", "c:a.csv", "x/../../a.csv", "..\\\\a.csv"])
def test_a_manifest_that_points_out_of_its_archive_is_told_and_points_nowhere(path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr("kiriman.toml", f'[[file]]\npath = "{path}"\npartner = "x"\n')
        target.writestr("a.csv", LIST)
    assert told(packed.getvalue()) == {("manifest-invalid", "bytes-1/kiriman.toml")}


def test_laughing_xml_is_one_problem_and_the_file_beside_it_is_read(tmp_path):
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    (tmp_path / "a.xml").write_text(f'<!DOCTYPE d [<!ENTITY a0 "ha">{entities}]><d><p>&a19;</p></d>', "utf-8")
    (tmp_path / "b.csv").write_bytes(LIST)
    assert told(tmp_path) == {("xml-unsafe", "a.xml")}
    assert [file.source.name for file in okoce.read(tmp_path).files] == ["a.xml", "b.csv"]
