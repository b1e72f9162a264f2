"""How the documentation is built: ``sphinx-build -W -b html docs docs/_build/html``."""

from importlib.metadata import version as _version

project = "okoce"
author = "The okoce developers"
copyright = "2026, The okoce developers"  # noqa: A001 - the name is Sphinx's
release = _version("okoce")
version = release
language = "id"

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build", "examples/plugins"]
suppress_warnings = ["misc.highlighting_failure"]

html_theme = "furo"
html_title = "okoce"
