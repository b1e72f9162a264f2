"""Write ``api.txt``, everything a release promises; ``test_api.py`` holds the two together.

Run it as ``python -m tests.packaging.make_api`` after a public name, signature, option, code, field or format has
changed, look at what the change to ``api.txt`` says, and tell users in ``changelog.d`` (``docs/compatibility.md`` says
when a change is a breaking one). Signatures are read from the sources as written, so every Python gives the same file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import griffe

from okoce_core.adapter import FIELDS as COLUMN_FIELDS
from okoce_core.adapter import KINDS
from okoce_core.cli.parser import parsers
from okoce_core.evidence import CODES
from okoce_core.plugins import PluginState, Registry
from okoce_core.report.texts import _texts
from okoce_core.report.tongue import Tongue
from okoce_core.rules import presets
from okoce_core.rules.fields import FIELDS
from okoce_core.rules.fingerprint import fingerprint
from okoce_core.testing.kit import CHECKS

ROOT = Path(__file__).parents[2]
FILE = Path(__file__).with_name("api.txt")
ROOMS = (
    "adapter", "counting", "evidence", "identity", "intake", "misuse", "model", "plugins", "plugins.hookspecs", "rules",
    "scorer", "testing", "testing.strategies", "values",
)  # fmt: skip
"""The rooms whose ``__all__`` is public. So is every module of ``values``, and what a page of the docs imports from."""

Thing = griffe.Object | griffe.Alias


def public_modules() -> list[str]:
    """The modules that are promised, the package itself first."""
    shown = r"^(?:>>> |\.\.\. )?\s*from okoce_core\.([a-z_.]+) import"
    pages = [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"]
    docs = {name for page in pages for name in re.findall(shown, page.read_text("utf-8"), re.MULTILINE)}
    values = {f"values.{path.stem}" for path in (ROOT / "src/okoce_core/values").glob("[!_]*.py")}
    return ["okoce_core", *sorted(f"okoce_core.{name}" for name in {*ROOMS, *docs, *values})]


def load(sources: Path) -> griffe.Module:
    """The package as its sources have it; nothing is imported."""
    package = griffe.load("okoce_core", search_paths=[str(sources)], allow_inspection=False)
    assert isinstance(package, griffe.Module)
    return package


def promised(package: griffe.Module, module: str) -> Iterator[tuple[str, Thing]]:
    """What a module offers by its ``__all__``: each name, and what it stands for, wherever that is defined."""
    room = package[module.partition(".")[2]] if "." in module else package
    for name in sorted(str(export) for export in room.exports or ()):
        # Where it is imported from, not what the room has under that name: counting.count is a module and a function.
        home = room.imports.get(name, f"{room.path}.{name}")
        found = package[home.partition(".")[2]]
        yield name, found.final_target if found.is_alias else found


def lines() -> Iterator[str]:
    """The whole file, line by line."""
    package = load(ROOT / "src")
    yield "# What okoce promises. Made by: python -m tests.packaging.make_api"
    for module in public_modules():
        yield from ("", f"## {module}")
        if module == "okoce_core":  # its names are those of the rooms, where they are told
            yield from (
                f"{name}: {package.imports[name].rpartition('.')[0]}" for name in sorted(map(str, package.exports))
            )
            continue
        for name, thing in promised(package, module):
            yield from _told(name, thing)
    yield from _commands()
    for title, said in _names().items():
        yield from ("", f"## {title}", *said)


def _told(name: str, thing: Thing) -> Iterator[str]:
    if thing.is_function:
        yield f"def {name}{_signature(thing)}"
    elif thing.is_class:
        bases = ", ".join(str(base) for base in thing.bases)
        yield f"class {name}({bases})" if bases else f"class {name}"
        for member, inside in thing.members.items():
            if not member.startswith("_") and not inside.is_alias:
                yield from (f"    {line}" for line in _told(member, inside))
    else:
        assert thing.is_attribute, (name, thing)
        yield (f"{name}: {thing.annotation}" if thing.annotation else name) + _value(thing)


def _signature(function: griffe.Function) -> str:
    return function.signature(return_type=True).removeprefix(function.name)


def _value(attribute: griffe.Attribute) -> str:
    """The default, where it is short: what a long constant holds is listed below or is no promise."""
    if attribute.value is None or "property" in attribute.labels:
        return " (property)" if "property" in attribute.labels else ""
    text = re.sub(r"\s+", " ", str(attribute.value))
    return f" = {text}" if len(text) <= 60 else " = …"


def _commands() -> Iterator[str]:
    yield from ("", "## The command okoce")
    for words, parser in parsers(Tongue("en")).items():
        said = [word for action in parser._actions for word in action.option_strings or [action.dest]]
        yield " ".join(("okoce", words, *sorted(said))).replace("  ", " ")


def _names() -> dict[str, list[str]]:
    sources = "".join(path.read_text("utf-8") for path in sorted((ROOT / "src/okoce_core").rglob("*.py")))
    return {
        "Problem codes": [f"{code}: {severity}" for code, severity in sorted(CODES.items())],
        "Codes of wrong use": sorted(_texts("misuse.toml")),
        "States of a plugin": [*PluginState.__args__],
        "Fields of a rulebook": [*FIELDS],
        "Rulebooks, with the fingerprint of what decides a figure": [
            f"{name}: {fingerprint(book)}" for name, book in sorted(presets().items())
        ],
        "Fields a column may feed": [*COLUMN_FIELDS],
        "Kinds of a column": [*KINDS],
        "Adapters that ship": sorted(
            name
            for plugin in Registry.discover().statuses
            if plugin.distribution == "okoce"
            for name in plugin.adapters
        ),
        "Checks of the kit": [check.name for check in CHECKS],
        "Formats": sorted(set(re.findall(r"okoce-[a-z-]+/\d+", sources))),
        "Entry-point groups": sorted(set(re.findall(r'"(okoce\.[a-z]+)"', sources)) - {"okoce.mo"}),
        "Environment": sorted(set(re.findall(r'"(OKOCE_[A-Z_]+)"', sources))),
    }


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in lines()), "utf-8")
