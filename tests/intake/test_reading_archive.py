import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okoce_core.evidence import Problems
from okoce_core.intake.reading import LIMITS, Limits, archive, open_source, unpack


def zipped(*members, method=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as target:
        for name, data in members:
            target.writestr(name, data)
    return packed.getvalue()


def codes(problems):
    return [(p.code, p.place.sheet) for p in problems]


def test_members_come_by_name_without_folders_and_hidden_files():
    data = zipped(
        ("b/c.csv", b"2"), ("a.csv", b"1"), ("b/", b""), ("__MACOSX/a.csv", b"x"), (".DS_Store", b"x"), ("b/.x", b"x")
    )
    problems = Problems("arsip.zip")
    assert unpack("arsip.zip", data, problems) == [("arsip.zip/a.csv", b"1"), ("arsip.zip/b/c.csv", b"2")]
    assert len(problems) == 0


@pytest.mark.parametrize(
    "name", ["../a.csv", "x/../../a.csv", "/etc/a.csv", "C:/a.csv", "..\\a.csv", "\\\\server\\a.csv"]
)
def test_a_path_out_of_the_archive_is_refused_and_the_others_are_given(name):
    problems = Problems("arsip.zip")
    assert unpack("arsip.zip", zipped((name, b"x"), ("b.csv", b"2")), problems) == [("arsip.zip/b.csv", b"2")]
    assert codes(problems) == [("unsafe-path", name.replace("\\", "/"))]


@pytest.mark.parametrize("data", [b"", b"nama,kota\n", b"PK,nama\n1,2\n", b"PK\x03\x04 and then nothing"])
def test_what_is_no_archive_is_none(data):
    problems = Problems("a")
    assert unpack("a", data, problems) is None
    assert len(problems) == 0


@pytest.mark.parametrize("member", ["[Content_Types].xml", "mimetype"])
def test_documents_that_are_archives_inside_are_none(member):
    assert unpack("a.docx", zipped((member, b"")), Problems("a.docx")) is None


def test_an_archive_in_an_archive_is_refused_but_a_workbook_is_given():
    book = zipped(("[Content_Types].xml", b""), ("xl/workbook.xml", b""))
    problems = Problems("a.zip")
    given_ = unpack("a.zip", zipped(("dalam.zip", zipped(("x.csv", b"1"))), ("buku.xlsx", book)), problems)
    assert given_ == [("a.zip/buku.xlsx", book)]
    assert codes(problems) == [("too-large", "dalam.zip")]


def test_too_many_members_give_none():
    problems = Problems("a.zip")
    assert unpack("a.zip", zipped(*((f"{i}.csv", b"") for i in range(LIMITS.members + 1))), problems) == []
    assert codes(problems) == [("too-large", "")]


def test_a_member_packed_beyond_the_ratio_gives_none():
    problems = Problems("a.zip")
    assert unpack("a.zip", zipped(("a.csv", bytes(5 << 20)), ("b.csv", b"1")), problems) == []
    assert codes(problems) == [("too-large", "")]


def test_the_total_is_held_by_the_directory_and_again_while_reading(monkeypatch):
    two, ten = zipped(("a.csv", b"12345678"), ("b.csv", b"12345678")), Limits(unpacked=10)
    problems = Problems("a.zip")
    assert unpack("a.zip", two, problems, limits=ten) == []
    assert codes(problems) == [("too-large", "")]
    monkeypatch.setattr(archive, "check_size", lambda *_: None)
    problems = Problems("a.zip")
    assert unpack("a.zip", two, problems, limits=ten) == [("a.zip/a.csv", b"12345678")]
    assert codes(problems) == [("too-large", "b.csv")]


def test_the_limits_of_an_archive_can_be_set():
    some = zipped(("a.csv", bytes(5 << 20)), ("b.csv", b"1"))  # NULs, packed about 1000 times smaller
    assert len(unpack("a.zip", some, Problems("a.zip"), limits=Limits(ratio=2_000))) == 2
    problems = Problems("a.zip")
    assert unpack("a.zip", some, problems, limits=Limits(ratio=2_000, members=1)) == []
    assert codes(problems) == [("too-large", "")]


def test_a_link_in_an_archive_is_a_text_and_leads_nowhere():
    link = zipfile.ZipInfo("tautan.csv")
    link.create_system, link.external_attr = 3, 0o120777 << 16  # as Unix packs a symbolic link
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr(link, "/etc/passwd")
    assert unpack("a.zip", packed.getvalue(), Problems("a.zip")) == [("a.zip/tautan.csv", b"/etc/passwd")]


def test_a_directory_that_lies_about_a_size_gives_a_broken_member_and_no_more():
    data = bytearray(zipped(("a.csv", b"x" * 1000)))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")  # the unpacked size, in the central directory
    problems = Problems("a.zip")
    assert unpack("a.zip", bytes(data), problems) == []
    assert codes(problems) == [("broken-file", "a.csv")]


def test_a_locked_member_is_told_and_the_others_are_given():
    data = bytearray(zipped(("a.csv", b"1"), ("b.csv", b"2")))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag "encrypted" of the first member
    problems = Problems("a.zip")
    assert unpack("a.zip", bytes(data), problems) == [("a.zip/b.csv", b"2")]
    assert codes(problems) == [("locked-file", "a.csv")]


def test_an_empty_archive_is_told():
    problems = Problems("a.zip")
    assert unpack("a.zip", zipped(), problems) == []
    assert codes(problems) == [("empty-file", "")]


def test_a_plain_archive_is_no_table_by_itself():
    problems = Problems("a.zip")
    assert open_source("a.zip", zipped(("a.csv", b"1")), problems).media == ""
    assert codes(problems) == [("unknown-form", "")]


GOOD = zipped(("a.csv", b"nama,kota\nA,Depok\n" * 20), ("b/c.json", b'[{"n":1}]'))


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255))
def test_one_changed_byte_of_an_archive_never_raises(place, byte):
    data = GOOD[:place] + bytes([byte]) + GOOD[place + 1 :]
    found = unpack("a.zip", data, Problems("a.zip"))
    assert found is None or isinstance(found, list)


def test_a_directory_that_lies_about_the_packed_size_does_not_hide_a_bomb():
    # 5 MiB of noughts take some 5 kB; 100 kB in the directory would be 52 times, and the limit is 200
    data = bytearray(zipped(("a.csv", bytes(5 << 20))))
    directory = data.index(b"PK\x01\x02")
    data[directory + 20 : directory + 24] = (100_000).to_bytes(4, "little")
    problems = Problems("a.zip")
    assert unpack("a.zip", bytes(data), problems) == []
    assert codes(problems) == [("too-large", "")]


def test_members_that_share_their_bytes_have_none_of_their_own():
    # the second entry of the directory points at the first member, so that its 5 MiB come from no bytes at all
    noise = bytes(range(256)) * (5 << 12)
    data = bytearray(zipped(("a.csv", noise), ("b.csv", noise), method=zipfile.ZIP_STORED))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = (0).to_bytes(4, "little")
    problems = Problems("a.zip")
    assert unpack("a.zip", bytes(data), problems) == []
    assert codes(problems) == [("too-large", "")]
