"""The page as a page: one file that fetches nothing, with landmarks, captions and headings in order."""

import json
import re
from itertools import pairwise

import pytest

import okoce_core as okoce
from okoce_core.report.dossier import write_report

from .page import Page


def report(tmp_path, paths, books=("okoce-claim@1", "okoce-reach@1", "okoce-p4@1"), **asked):
    reading = okoce.read(*paths)
    write_report(okoce.compare(okoce.resolve(reading), books), reading, tmp_path / "laporan", **asked)
    return (tmp_path / "laporan" / "laporan.html").read_text("utf-8")


@pytest.fixture(scope="module", params=["id", "en"])
def html(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("halaman")
    return report(folder, ["docs/examples/2022-09"], language=request.param)


def test_nothing_is_fetched_and_nothing_is_run(html):
    assert set(re.findall(r"https?://[^\"' )<]*", html)) == {
        "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink",
    }  # fmt: skip
    tags = Page(html).tags
    assert not {"script", "link", "iframe", "object", "img", "image"} & {tag for tag, _ in tags}
    assert all((attrs.get("href") or "#").startswith("#") and "src" not in attrs for _, attrs in tags)
    assert not [name for _, attrs in tags for name in attrs if name.startswith("on")]
    assert not re.search(r"url\(|@import", html)


def test_the_page_is_small(html):
    assert len(html.encode()) < 1_000_000


def test_it_says_its_language_and_has_landmarks_and_one_first_heading(html):
    tags = Page(html).tags
    assert dict(tags)["html"]["lang"] in {"id", "en"}
    assert {"header", "main", "nav", "footer"} <= {tag for tag, _ in tags}
    headings = [int(tag[1]) for tag, _ in tags if re.fullmatch("h[1-6]", tag)]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))


def test_no_id_stands_twice_and_every_link_leads_somewhere(html):
    tags = Page(html).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {attrs["href"] for tag, attrs in tags if tag == "a"} <= {f"#{name}" for name in ids}


def test_every_table_has_a_caption_and_scopes_and_every_picture_a_text(html):
    page = Page(html)
    tags = [tag for tag, _ in page.tags]
    assert tags.count("caption") == tags.count("table") == len(page.tables)
    assert "" not in page.tables
    assert all(attrs.get("scope") in {"row", "col"} for tag, attrs in page.tags if tag == "th")
    pictures = [attrs for tag, attrs in page.tags if tag == "svg"]
    assert len(pictures) == 11
    assert all(attrs["role"] == "img" and attrs["aria-label"] for attrs in pictures)


def test_what_is_not_reported_is_named_and_has_no_nought(html):
    assert "Papua Pegunungan" in Page(html).text


HOSTILE = ('"><script>alert(1)</script>', "=cmd|'/c calc'!A1", "a\nb' onload='x", "<b>{{ 7 * 7 }}</b>")


def lines(partner):
    yield {"type": "header", "format": "okoce-records/1", "ids": "resolved"}
    yield {"type": "partner", "id": partner, "name": partner, "kind": "community"}
    for n in range(6):
        yield {"type": "participation", "partner": partner, "person": f"{partner}{n}", "date": "2022-01-01"}


def test_hostile_names_of_partners_and_files_stay_text(tmp_path):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    for place, partner in enumerate(HOSTILE):
        text = "".join(json.dumps(line) + "\n" for line in lines(partner))
        (folder / f"{place}=\"'<script>x<|script>.jsonl").write_text(text, "utf-8")
    html = report(tmp_path, [folder], suppress=None)
    page = Page(html)
    assert "script" not in {tag for tag, _ in page.tags}
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert "<b>49</b>" not in page.text
    assert "<b>{{ 7 * 7 }}</b>" in page.text
    for file in (tmp_path / "laporan" / "tabel").iterdir():
        assert not re.search(r'(^|,)"?[=+@]', file.read_text("utf-8"), re.M), file.name


TOTALS = [
    {"type": "header", "format": "okoce-records/1", "ids": "local"},
    {
        "type": "total",
        "partner": "C",
        "measure": "participants",
        "value": 120,
        "as_of": "2022-09-30",
        "unit": "persons",
    },
]


def test_a_partner_that_gave_only_totals_is_said_to_have_and_is_in_the_high_end(tmp_path):
    (tmp_path / "c.jsonl").write_text("".join(json.dumps(line) + "\n" for line in TOTALS), "utf-8")
    page = Page(report(tmp_path, ["docs/examples/2022-09", tmp_path / "c.jsonl"], language="en"))
    assert ["C", "–", "totals only", "1", "1", "–"] in page.tables["What each partner sent"]
    assert ["C", "Participants", "120"] in page.tables["Totals that partners gave, not counted here"]
    # 30 were counted; C alone has 120, and together they are 150 at most
    assert "With the totals of partners that sent no lists: between 120 and 150." in page.text


def test_a_rulebook_without_jobs_has_no_ages_and_no_jobs(tmp_path):
    page = Page(report(tmp_path, ["docs/examples/2022-09"], ["okoce-claim@1", "okoce-reach@1"], language="en"))
    assert not [title for title in page.tables if title.startswith("Age of the headcounts")]
    assert "This definition does not ask for it." in page.text
    assert list(page.tables["Equal shares of the partners, okoce-reach@1"][0])[:2] == ["Partner", "Participants"]


def test_a_claim_alone_is_a_sum_with_nothing_broken_down(tmp_path):
    page = Page(report(tmp_path, ["docs/examples/2022-09"], ["okoce-claim@1"], language="en"))
    assert "The rows as they were sent, added up: a sum, no definition." in page.text
    assert not [title for title in page.tables if title.startswith(("Provinces", "Equal shares", "The seven stages"))]
    assert "Problems of each kind" in page.tables


def test_two_hundred_and_sixty_partners_still_make_a_small_page(tmp_path):
    folder = tmp_path / "kiriman"
    folder.mkdir()
    for place in range(260):
        text = "".join(json.dumps(line) + "\n" for line in lines(f"mitra-{place:03}"))
        (folder / f"{place}.jsonl").write_text(text, "utf-8")
    assert len(report(tmp_path, [folder]).encode()) < 1_000_000


@pytest.mark.parametrize(("language", "english"), [("id", False), ("en", True)])
def test_where_a_definition_comes_from_is_said_in_the_language_of_the_page(tmp_path, language, english):
    html = report(tmp_path, ["docs/examples/2022-09"], language=language)
    assert ("an individual is counted once" in html) is english


def test_a_total_alone_leaves_more_open_than_nothing(tmp_path):
    lines = (
        '{"type":"header","format":"okoce-records/1","ids":"local"}',
        '{"type":"partner","id":"C","name":"C","kind":"campus"}',
        '{"type":"total","partner":"C","measure":"participants","value":120,"unit":"persons","as_of":"2022-09-30"}',
    )
    (tmp_path / "total.jsonl").write_text("\n".join(lines))
    html = report(tmp_path, [tmp_path / "total.jsonl"], books=("okoce-reach@1",), language="en")
    assert "between 120 and 120" in html
