"""Progress shows itself only on a terminal and only for long work."""

import io
import sys
import time
import types

import pytest

import okoce_core as okoce
from okoce_core.cli.progress import Progress
from okoce_core.report.tongue import Tongue


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


def until(found):
    """Wait, at most ten seconds, until something is so."""
    end = time.monotonic() + 10
    while not found() and time.monotonic() < end:
        time.sleep(0.01)
    assert found()


@pytest.fixture
def without_rich(monkeypatch):
    monkeypatch.setitem(sys.modules, "rich.console", None)


def test_short_work_draws_nothing():
    terminal = Terminal()
    with Progress(Tongue(), delay=60, terminal=terminal) as progress:
        progress.reading("a.csv", 0, 2)
    assert terminal.getvalue() == ""


def test_where_quiet_is_asked_for_nothing_is_drawn():
    terminal = Terminal()
    with Progress(Tongue(), quiet=True, delay=0, terminal=terminal) as progress:
        progress.reading("a.csv", 0, 2)
        time.sleep(0.05)
        progress.reading("b.csv", 1, 2)
    assert terminal.getvalue() == ""


def test_where_the_terminal_can_only_write_lines_nothing_is_drawn(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    with Progress(Tongue(), delay=0, terminal=terminal) as progress:
        progress.reading("a.csv", 0, 2)
        time.sleep(0.05)
        progress.reading("b.csv", 1, 2)
    assert terminal.getvalue() == ""


def test_where_there_is_no_terminal_nothing_is_drawn():
    pipe = io.StringIO()
    with Progress(Tongue(), delay=0, terminal=pipe) as progress:
        progress.reading("a.csv", 0, 2)
        time.sleep(0.05)
        progress.reading("b.csv", 1, 2)
    assert pipe.getvalue() == ""


@pytest.mark.usefixtures("without_rich")
def test_long_work_is_one_line_that_is_wiped_at_the_end():
    terminal = Terminal()
    with Progress(Tongue("en"), delay=0, terminal=terminal) as progress:
        progress.reading("a-long-name.csv", 0, 2)
        until(lambda: "0/2 Reading a-long-name.csv" in terminal.getvalue())
        progress.reading("b.csv", 1, 2)
        progress.reading("", 2, 2)
    drawn = terminal.getvalue()
    assert "\n" not in drawn
    second = next(line for line in drawn.split("\r") if line.startswith("1/2 Reading b.csv"))
    assert len(second) == len("0/2 Reading a-long-name.csv")  # covers what stood there
    assert "2/2 Counting" in drawn
    assert drawn.endswith("\r")


@pytest.mark.usefixtures("without_rich")
def test_what_is_being_done_when_the_second_has_passed_is_drawn_at_once():
    terminal = Terminal()
    progress = Progress(Tongue("en"), delay=0, terminal=terminal)
    progress.reading("a.csv", 0, 1)
    with progress:
        until(lambda: "0/1 Reading a.csv" in terminal.getvalue())


def test_nothing_is_drawn_once_the_work_is_done():
    terminal = Terminal()
    with Progress(Tongue(), delay=60, terminal=terminal) as progress:
        progress.reading("a.csv", 0, 1)
    progress._begin()  # a timer that was just too late to be cancelled
    assert terminal.getvalue() == ""


@pytest.mark.usefixtures("without_rich")
def test_progress_speaks_indonesian_and_never_control_signs():
    terminal = Terminal()
    with Progress(Tongue(), delay=0, terminal=terminal) as progress:
        progress.reading("a\x1b[2J.csv", 0, 1)
        until(lambda: "Membaca a�[2J.csv" in terminal.getvalue())
    assert "\x1b" not in terminal.getvalue()


def test_rich_draws_a_bar_where_it_is_installed():
    terminal = Terminal()
    with Progress(Tongue("en"), delay=0, terminal=terminal) as progress:
        progress.reading("a[b].csv", 0, 2)
        until(lambda: "Reading a[b].csv" in terminal.getvalue())
        progress.reading("b.csv", 1, 2)
    assert "0/2" in terminal.getvalue()


# --- in a notebook ---------------------------------------------------------------------------------------------------


class Handle:
    """What IPython gives back for something that may be shown anew."""

    def __init__(self, shown):
        self.shown = [shown]

    def update(self, html):
        self.shown.append(html)


@pytest.fixture
def kernel(monkeypatch):
    """An IPython whose shell belongs to a kernel, as in a notebook; gives what was shown."""
    shown = []

    def display(html, *, display_id):
        assert display_id
        shown.append(Handle(html))
        return shown[-1]

    ipython = types.ModuleType("IPython")
    ipython.get_ipython = lambda: types.SimpleNamespace(kernel=object())
    ipython.display = types.SimpleNamespace(HTML=str, display=display)
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    return shown


def test_a_notebook_shows_one_bar_that_is_gone_at_the_end(kernel):
    with Progress(Tongue("en"), delay=0, terminal=io.StringIO()) as progress:
        progress.reading("<a>.csv", 0, 2)
        until(lambda: kernel)
        progress.reading("b.csv", 1, 2)
    (bar,) = kernel
    assert bar.shown == [
        '<progress max="2" value="0" aria-label="Reading &lt;a&gt;.csv"></progress> 0/2 Reading &lt;a&gt;.csv',
        '<progress max="2" value="1" aria-label="Reading b.csv"></progress> 1/2 Reading b.csv',
        "",
    ]


def test_short_work_shows_nothing_in_a_notebook(kernel):
    with Progress(Tongue(), delay=60, terminal=io.StringIO()) as progress:
        progress.reading("a.csv", 0, 2)
    assert kernel == []


def test_ipython_in_a_terminal_is_a_terminal(monkeypatch):
    ipython = types.ModuleType("IPython")
    ipython.get_ipython = lambda: types.SimpleNamespace()
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    pipe = io.StringIO()
    with Progress(Tongue(), delay=0, terminal=pipe) as progress:
        progress.reading("a.csv", 0, 2)
        time.sleep(0.05)
    assert pipe.getvalue() == ""


def test_reading_draws_one_bar_from_its_first_file_to_its_last(kernel, monkeypatch):
    monkeypatch.setattr(Progress.__init__, "__kwdefaults__", {"quiet": False, "delay": 0, "terminal": None})
    follow = okoce.progress()
    follow("a.csv", 0, 2)
    until(lambda: kernel)
    follow("b.csv", 1, 2)
    follow("", 2, 2)
    (bar,) = kernel
    assert [("a.csv" in html, "b.csv" in html) for html in bar.shown] == [(True, False), (False, True), (False, False)]


def test_a_reading_that_is_interrupted_leaves_no_bar(tmp_path):
    told = []

    def follow(name, done, of):
        told.append((name, done, of))
        if name == "b.csv":
            raise KeyboardInterrupt

    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("nama\n")
    with pytest.raises(KeyboardInterrupt):
        okoce.read(tmp_path, on_progress=follow)
    assert told == [("a.csv", 0, 2), ("b.csv", 1, 2), ("", 2, 2)]


def test_reading_with_progress_in_a_pipe_reads_and_says_nothing(capsys):
    reading = okoce.read("docs/examples/2022-09", on_progress=okoce.progress())
    assert len(reading.files) == 6
    assert capsys.readouterr() == ("", "")
