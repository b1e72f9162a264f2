"""Run the notebooks and write a page of each, with what its cells show: ``python docs/make_notebooks.py [--check]``.

The sources are ``notebooks/*.py`` (jupytext, percent format); the pages beside them are made, and kept, so that the
site is built without a kernel. ``--check`` runs them all the same and ends with 1 where a page is not what its notebook
shows; of a picture only its alternative text, since the picture changes with the version of what draws it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jupytext
from nbclient import NotebookClient

FOLDER = Path(__file__).parent / "notebooks"
HEAD = "% Made by docs/make_notebooks.py from {name}; change that instead.\n\n"
FOOT = """

---

Sumbernya: {{download}}`{name}`. `jupytext --to ipynb {name}` membuat buku catatan Jupyter darinya.
"""


def page(source: Path) -> str:
    """The page of a notebook, which is run for it in the folder it lies in.

    Raises:
        CellExecutionError: a cell ends with an error.
    """
    notebook = jupytext.read(source)
    where = {"metadata": {"path": str(source.parent)}}
    NotebookClient(notebook, kernel_name="python3", resources=where, coalesce_streams=True).execute()
    cells = "\n\n".join(part for cell in notebook.cells for part in _cell(cell))
    return HEAD.format(name=source.name) + cells + FOOT.format(name=source.name)


def _cell(cell: Any) -> Iterator[str]:
    if cell.cell_type == "markdown":
        yield cell.source
        return
    yield _fenced("python", cell.source)
    for output in cell.outputs:
        yield from _output(output)


def _output(output: Any) -> Iterator[str]:
    """What a browser would show of it. Of a progress bar that is gone again nothing is left."""
    if output.output_type == "stream":
        yield _fenced("text", output.text.rstrip("\n"))
        return
    shown = output.data
    if shown.get("text/html"):
        yield _fenced("{raw} html", shown["text/html"])
    elif "text/html" not in shown:
        yield _fenced("text", shown["text/plain"])


def _fenced(kind: str, text: str) -> str:
    return f"```{kind}\n{text}\n```"


def without_pictures(made: str) -> str:
    """A page without what its pictures show; their alternative texts stay."""
    return re.sub(r'(?<=src="data:image/svg\+xml;base64,)[^"]*', "", made)


def main(*, check: bool) -> int:
    """Write the pages, or say which are not what their notebooks show."""
    wrong = []
    for source in sorted(FOLDER.glob("*.py")):
        made, kept = page(source), source.with_suffix(".md")
        if not check:
            kept.write_text(made, "utf-8")
        elif without_pictures(made) != without_pictures(kept.read_text("utf-8")):
            wrong.append(kept.name)
    if wrong:
        print(f"not what the notebooks show, run docs/make_notebooks.py: {', '.join(wrong)}", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv))
