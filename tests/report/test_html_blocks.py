"""Blocks as HTML: every text escaped, every table with a caption and scoped headings, nothing from outside."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from okoce_core.report.blocks import Item, Listing, Table, Tree
from okoce_core.report.html_blocks import render

TABLE = Table("Angka", ("Ukuran", "Nilai"), (("Orang", "30"), ("Tenaga kerja", "1.204")), frozenset({1}))
TREE = Tree("30 orang", (Tree("A (1)", (Tree("A.csv: 2"),)), Tree("B: tidak dihitung")))
EMPTY = {"br", "hr", "img", "input", "meta", "link"}


class Elements(HTMLParser):
    """What a browser would find: elements with their attributes, and the texts; ends must match."""

    def __init__(self, page):
        super().__init__()
        self.found, self.texts, self._open = [], [], []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        if data.strip():
            self.texts.append(data)


def test_a_table_has_a_caption_and_each_heading_says_what_it_heads():
    elements = Elements(render([TABLE]))
    assert "caption" in {tag for tag, _ in elements.found}
    assert [given.get("scope") for tag, given in elements.found if tag == "th"] == ["col", "col", "row", "row"]
    assert elements.texts == ["Angka", "Ukuran", "Nilai", "Orang", "30", "Tenaga kerja", "1.204"]


def test_numbers_stand_to_the_right_with_their_heading():
    page = render([TABLE])
    assert '<th scope="col" class="okoce-number">Nilai</th>' in page
    assert '<td class="okoce-number">1.204</td>' in page
    assert '<th scope="row">Orang</th>' in page


def test_a_row_whose_first_cell_is_a_number_has_no_heading():
    page = render([Table("t", ("n",), (("1",),), frozenset({0}))])
    assert '<td class="okoce-number">1</td>' in page
    assert 'scope="row"' not in page


def test_a_tree_unfolds_and_its_leaves_do_not():
    page = render([TREE])
    assert page == (
        '<div class="okoce-tree"><details open><summary>30 orang</summary><ul>'
        "<li><details><summary>A (1)</summary><ul><li><span>A.csv: 2</span></li></ul></details></li>"
        "<li><span>B: tidak dihitung</span></li></ul></details></div>"
    )


def test_details_of_a_listing_lie_under_their_line():
    page = render([Listing("Masalah", (Item("NIK", ("A.csv: 2", "A.csv: 3")), Item("Tanggal")))])
    assert page == (
        '<div class="okoce-listing"><p class="okoce-title">Masalah</p><ul>'
        "<li>NIK<ul><li>A.csv: 2</li><li>A.csv: 3</li></ul></li><li>Tanggal</li></ul></div>"
    )


def every_block(text):
    return [
        text, Table(text, (text, text), ((text, text),), frozenset({1})), Listing(text, (Item(text, (text,)),)),
        Tree(text, (Tree(text), Tree(text, (Tree(text),)))),
    ]  # fmt: skip


@given(st.text())
def test_no_text_becomes_an_element_or_an_attribute(text):
    plain, told = Elements(render(every_block("x"))).found, Elements(render(every_block(text))).found
    assert [(tag, sorted(given)) for tag, given in told] == [(tag, sorted(given)) for tag, given in plain]


def test_nothing_is_styled_run_named_or_fetched():
    elements = Elements(render(every_block('"><script src=x>')))
    assert not {"script", "style", "link", "img", "iframe"} & {tag for tag, _ in elements.found}
    assert {name for _, given in elements.found for name in given} <= {
        "class", "scope", "role", "tabindex", "aria-label", "open",
    }  # fmt: skip
