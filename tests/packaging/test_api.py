"""What a release promises is written down: a change to it shows as a change to ``api.txt``."""

from importlib import import_module

from .make_api import FILE, ROOT, lines, load, promised, public_modules


def test_the_promise_is_what_the_sources_offer():
    now, written = list(lines()), FILE.read_text("utf-8").splitlines()
    gone, new = [line for line in written if line not in now], [line for line in now if line not in written]
    assert (gone, new) == ([], []), "run: python -m tests.packaging.make_api; and tell users in changelog.d"
    assert now == written, "run: python -m tests.packaging.make_api"


def test_every_promised_name_is_there_when_it_is_imported():
    package = load(ROOT / "src")
    for module in public_modules():
        room = import_module(module)
        assert [name for name, _ in promised(package, module) if not hasattr(room, name)] == []


def test_every_promised_thing_has_a_docstring():
    package = load(ROOT / "src")
    things = [(m, name, thing) for m in public_modules()[1:] for name, thing in promised(package, m)]
    assert [f"{m}.{name}" for m, name, thing in things if not thing.is_attribute and not thing.has_docstring] == []
