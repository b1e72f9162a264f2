"""Build the documentation in both languages, side by side: ``python docs/make_site.py FOLDER``.

``FOLDER/id`` and ``FOLDER/en`` hold the same pages, each with a link to itself in the other language, and
``FOLDER/index.html`` leads on to the Indonesian one. A warning is an error.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).parent
FORWARD = """<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><title>okoce</title><meta http-equiv="refresh" content="0; url=id/index.html"></head>
<body><p><a href="id/index.html">Bahasa Indonesia</a> · <a href="en/index.html" lang="en">English</a></p></body>
</html>
"""


def build(folder: Path) -> None:
    """Write the whole site into a folder."""
    for language in ("id", "en"):
        words = ["-q", "-W", "--keep-going", "-b", "html", "-D", f"language={language}"]
        places = ["-d", str(folder / ".doctrees" / language), str(DOCS), str(folder / language)]
        subprocess.run([sys.executable, "-m", "sphinx", *words, *places], check=True)
    (folder / "index.html").write_text(FORWARD, encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
