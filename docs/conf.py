"""How the documentation is built, once in each language: ``python docs/make_site.py docs/_build/html``."""

import sys
from importlib.metadata import version as _version
from pathlib import Path as _Path

sys.path.insert(0, str(_Path(__file__).parent))  # docstrings.py

project = "okoce"
author = "The okoce developers"
copyright = "2026, The okoce developers"  # noqa: A001 - the name is Sphinx's
release = _version("okoce")
version = release
language = "id"  # or -D language=en
locale_dirs = ["locale"]
gettext_compact = False
gettext_uuid = False
gettext_location = False
gettext_additional_targets = ["literal-block"]  # what a program prints is said in both languages

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "docstrings"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build", "examples/plugins"]
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 100
napoleon_numpy_docstring = False
napoleon_use_ivar = True  # attributes are told in the class's own docstring, their types in its signature
napoleon_attr_annotations = False
suppress_warnings = ["misc.highlighting_failure"]

html_theme = "furo"
html_title = "okoce"
templates_path = ["templates"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "languages.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}


def setup(app):
    """The changelog also tells what is not released yet: the fragments of ``changelog.d``."""

    def unreleased(app, page, source):
        if page == "changelog":
            told = sorted(_Path(__file__).parents[1].glob("changelog.d/*.md"))
            points = ["- " + path.read_text("utf-8").strip().replace("\n", "\n  ") for path in told]
            source[0] += "\n## Not yet released\n\n" + "\n".join(points)

    app.connect("source-read", unreleased)
