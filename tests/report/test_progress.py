"""Progress shows itself only on a terminal and only for long work."""

import io
import sys
import time

import pytest

from okoce_core.report.progress import Progress
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
