"""How far long work has come: on a terminal or in a notebook, nowhere else, and only once it takes over a second."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any, Protocol, Self, TextIO

from okoce_core.cli.terminal import drawable
from okoce_core.report.html_blocks import written
from okoce_core.report.tongue import Tongue, printable, spoken

__all__ = ["Progress", "progress"]


def progress() -> Callable[[str, int, int], None]:
    """How far reading has come, for ``okoce.read(path, on_progress=okoce.progress())``: one bar, gone at the end.

    In a terminal and in a notebook, in the language of :func:`okoce_core.bahasa`; where output goes into a file or a
    pipe there is nothing. Take a new one for each reading.
    """
    bar = Progress(spoken(), quiet=False)

    def follow(name: str, done: int, of: int) -> None:
        if not name:
            bar.__exit__()
            return
        if not done:
            bar.__enter__()
        bar.reading(name, done, of)

    return follow


class _Drawer(Protocol):
    def draw(self, line: str, done: int, of: int) -> None: ...
    def close(self) -> None: ...


class Progress:
    """Follows one command; a context manager that leaves the terminal as it found it.

    Args:
        tongue: The language. quiet: Draw nothing at all. delay: Seconds before anything is drawn.
        terminal: Where to, standard error by default.
    """

    def __init__(
        self, tongue: Tongue, *, quiet: bool = False, delay: float = 1.0, terminal: TextIO | None = None
    ) -> None:
        self._tongue = tongue
        self._terminal = terminal or sys.stderr
        self._shown = not quiet and (drawable(self._terminal) or _cell() is not None)
        self._state = ("", 0, 0)
        self._drawer: _Drawer | None = None
        self._ended = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(delay, self._begin)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        if self._shown:
            self._timer.start()
        return self

    def __exit__(self, *_raised: object) -> None:
        self._timer.cancel()
        with self._lock:
            self._ended = True
            if self._drawer:
                self._drawer.close()
                self._drawer = None

    def reading(self, name: str, done: int, of: int) -> None:
        """A file is about to be read; what :func:`okoce_core.read` calls."""
        said = self._tongue.say("Reading {name}", name=printable(name)) if name else self._tongue.say("Counting")
        with self._lock:
            self._state = (said, done, of)
            if self._drawer:
                self._drawer.draw(*self._state)

    def _begin(self) -> None:
        with self._lock:
            if self._ended:  # the work was done while the second ran out
                return
            self._drawer = _drawer(self._terminal)
            if self._state[0]:
                self._drawer.draw(*self._state)


def _drawer(terminal: TextIO) -> _Drawer:
    if cell := _cell():
        return cell
    try:
        return _Bar(terminal)
    except ImportError:
        return _Line(terminal)


class _Bar:
    """A bar by rich."""

    def __init__(self, terminal: TextIO) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Bars

        columns: list[Any] = [BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False)]
        self._bars = Bars(*columns, console=Console(file=terminal, highlight=False), transient=True)
        self._task = self._bars.add_task("")

    def draw(self, line: str, done: int, of: int) -> None:
        self._bars.update(self._task, description=line, completed=done, total=of)
        self._bars.start()

    def close(self) -> None:
        self._bars.stop()


class _Line:
    """One line that is written over."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal, self._width = terminal, 0

    def draw(self, line: str, done: int, of: int) -> None:
        shown = f"{done}/{of} {line}"[:78]
        self._terminal.write("\r" + shown.ljust(self._width))
        self._terminal.flush()
        self._width = len(shown)

    def close(self) -> None:
        self._terminal.write("\r" + " " * self._width + "\r")
        self._terminal.flush()


def _cell() -> _Cell | None:
    """What draws in the cell of a notebook, where one runs this: its kernel has loaded IPython already."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return _Cell() if getattr(shell, "kernel", None) is not None else None


class _Cell:
    """The browser's own bar under a cell of a notebook. It needs no widgets, and nothing of it is saved."""

    def __init__(self) -> None:
        self._shown: Any = None

    def draw(self, line: str, done: int, of: int) -> None:
        said = written(line)
        self._show(f'<progress max="{of}" value="{done}" aria-label="{said}"></progress> {done}/{of} {said}')

    def close(self) -> None:
        if self._shown:
            self._show("")

    def _show(self, html: str) -> None:
        display = sys.modules["IPython"].display
        if self._shown:
            self._shown.update(display.HTML(html))
        else:
            self._shown = display.display(display.HTML(html), display_id=True)
