"""Real headings of which no rows may be kept: made-up rows below them, read as the form means them.

The survey's headings are in three rows with merged cells, and its lowest ones repeat: a column is known by its path
alone. The census asks of workers by pay, and once more by schooling.
"""

import csv
import io
from html.parser import HTMLParser

import xlsxwriter

import okoce_core as okoce
from okoce_core.intake import Reading
from tests.real.files import read, real

FULL_TIME, PART_TIME, DISABLED, SENT_HOME = (20, 21), (22, 23), (24, 25), (26, 27, 28, 29)
"""Places of A16 to A19 among the 68 columns, women first; counted in the header by hand."""


class Header(HTMLParser):
    """The cells of a table's header: for each row, text with the rows and columns it spans."""

    def __init__(self):
        super().__init__()
        self.rows = []
        self._in_cell = False

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        if tag == "th":
            spans = dict(attrs)
            self.rows[-1].append(["", int(spans.get("rowspan", 1)), int(spans.get("colspan", 1))])
        self._in_cell = tag == "th"

    def handle_endtag(self, tag):
        self._in_cell = False

    def handle_data(self, data):
        if self._in_cell:
            self.rows[-1][-1][0] += data


def survey(*answers):
    """A workbook of the survey: its header merged as on the page, and rows of answers by place."""
    header, written = Header(), io.BytesIO()
    header.feed(real("undp-survei-umkm-header/header_3_tingkat.html").read_text("utf-8"))
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        sheet, taken = book.add_worksheet(), set()
        for y, row in enumerate(header.rows):
            x = 0
            for said, deep, wide in row:
                while (y, x) in taken:
                    x += 1
                taken |= {(y + dy, x + dx) for dy in range(deep) for dx in range(wide)}
                if (deep, wide) == (1, 1):
                    sheet.write(y, x, said)
                else:
                    sheet.merge_range(y, x, y + deep - 1, x + wide - 1, said)
                x += wide
        assert max(x for _, x in taken) == 67
        for n, answer in enumerate(answers, 3):
            for place, said in answer.items():
                sheet.write(n, place, said)
    return written.getvalue()


def owner(number, full_time, part_time, disabled=(0, 0), sent_home=(0, 0, 0, 0), owns="Ya"):
    said = {
        0: number,
        1: "2021-08-01",
        2: owns,
        4: f"Rekaan Contoh {number}",
        5: f"0800-1000-{number:03d}",
        6: "Wanita",
    }
    for places, numbers in (
        (FULL_TIME, full_time), (PART_TIME, part_time), (DISABLED, disabled), (SENT_HOME, sent_home),
    ):  # fmt: skip
        said |= dict(zip(places, numbers, strict=True))
    return said


def test_a_survey_counts_full_and_part_time_workers_and_neither_parts_of_them_nor_jobs_lost():
    file = read(
        survey(
            owner(1, (2, 1), (1, 0), disabled=(1, 0), sent_home=(5, 1, 4, 0)),
            owner(2, (9, 9), (9, 9), owns="Tidak"),
            owner(3, ("", 2), (1, 0)),
        ),
        "undp",
    )
    said = file.records.headcounts
    told = [(said.facts[i].full_time, said.facts[i].part_time, said.facts[i].owners_included) for i in said.fact]
    # 2 + 1 and 1 + 0; the second is no owner and left out; women of the third are unknown, so her sum is
    assert told == [(3, 1, True), (None, 1, True)]
    assert (file.ledger.seen, file.ledger.recorded, file.ledger.skipped) == (6, 2, 4)
    assert file.problems.totals()["rows-left-out"] == 1


def test_an_owner_inside_her_own_headcount_is_one_job_and_not_two():
    jobs = okoce.count(
        okoce.resolve(Reading((read(survey(owner(1, (1, 0), (0, 0))), "undp"),))), "okoce-claim@1", as_of="2026-12-31"
    ).jobs
    assert (jobs.low, jobs.value, jobs.high) == (1, 1, 1)


CENSUS = (
    "c106_nama_lengkap_usaha", "c301_nama_pengusaha", "c305_nik_pengusaha", "c302_A_jenis_kelamin",
    "c302_A_is_disabilitas", "c801_TK_dibayar_non_disabilitas_laki_laki", "c801_TK_dibayar_non_disabilitas_perempuan",
    "c801_TK_dibayar_total", "c801_TK_tidak_dibayar_total", "c801_TK_total_total", "c802_Tingkat_TK_Tamat_SMA_total",
    "c802_Tingkat_TK_Total_total",
)  # fmt: skip


def census(*rows):
    written = io.StringIO()
    csv.writer(written).writerows([CENSUS, *rows])
    return written.getvalue().encode()


def test_a_worker_of_the_census_is_counted_once_though_it_tells_of_him_three_times():
    # paid 2 + 1 = 3, unpaid 1: 4 workers. The form's own grand total has paid + unpaid + total + schooling = 12.
    rows = (
        ["Kedai Rekaan", "Contoh Satu", "9901014101809001", "P", "0", "2", "1", "3", "1", "4", "4", "12"],
        ["Warung Rekaan", "Contoh Dua", "9901010101809002", "-", "-", "-", "-", "-", "-", "-", "-", "0"],
        ["Toko Rekaan", "Contoh Tiga", "9901010101809003", "L", "-", "2", "-", "2", "-", "2", "2", "6"],
    )
    file = read(census(*rows), "sidt")
    said = file.records.headcounts
    # a dash is unknown and no nought: of the second nothing is told, and the third has 2 paid and nobody knows the rest
    assert [(said.facts[i].total, said.facts[i].owners_included) for i in said.fact] == [(4, None)]
    assert (file.ledger.recorded, len(file.records.enterprises)) == (3, 3)
