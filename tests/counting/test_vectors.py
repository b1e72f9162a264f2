"""The worked vectors: small sets of facts whose figures were derived by hand (see the comments in vectors.yaml)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

import okoce_core as okoce
from tests.counting.records_of_vector import as_bytes, records_of_vector
from tests.counting.rulebook_text import fields_of_table

VECTORS = yaml.safe_load((Path(__file__).parent / "vectors.yaml").read_text("utf-8"))
COUNTED = [vector for vector in VECTORS["vectors"] if vector["kind"] == "count"]
FILES = [vector for vector in VECTORS["vectors"] if vector["kind"] == "files"]

DEFAULT_AS_OF = VECTORS["default_as_of"]


def hand_derived() -> list[Any]:
    return [
        pytest.param(vector, case, id=f"{vector['id']}-{number}-{case['rulebook']}")
        for vector in COUNTED
        for number, case in enumerate(vector["cases"], 1)
    ]


def _shares() -> Iterator[Any]:
    for vector in COUNTED:
        given = vector.get("attribution", [])
        for block in given if isinstance(given, list) else [given]:
            for method in block["expect"]:
                yield pytest.param(vector, block, method, id=f"{vector['id']}-{block['of']}-{method}")


def rulebook_of_vector(name: str, override: Mapping[str, Any] | None = None) -> okoce.Rulebook:
    """The preset of that name, with what a case sets otherwise."""
    book = okoce.preset(name)
    return okoce.with_fields(book, override) if override else book


def _figures(vector: Mapping[str, Any], case: Mapping[str, Any]) -> okoce.Figures:
    reading = okoce.read(as_bytes(records_of_vector(vector["facts"])))
    assert not list(reading.problems)
    return okoce.count(
        okoce.resolve(reading),
        rulebook_of_vector(case["rulebook"], case.get("override")),
        as_of=case.get("as_of", DEFAULT_AS_OF),
        known_at=case.get("known_at"),
    )


def _found(figures: okoce.Figures, key: str) -> Fraction:
    match key.split("_"):
        case ["persons", "employed", "distinct"]:
            return Fraction(figures.icse18().persons)
        case ["claimed" | "overlap"]:
            return Fraction(getattr(figures, key))
        case [measure, field]:
            return Fraction(getattr(getattr(figures, measure), field))
        case _:
            return Fraction(getattr(figures, key).value)


@pytest.mark.parametrize(("vector", "case"), hand_derived())
def test_a_vector_gives_the_figures_derived_by_hand(vector: dict[str, Any], case: dict[str, Any]) -> None:
    figures = _figures(vector, case)
    expected = {key: Fraction(value) for key, value in case["expect"].items()}
    assert {key: _found(figures, key) for key in expected} == expected


@pytest.mark.parametrize(("vector", "block", "method"), list(_shares()))
def test_a_vector_gives_the_shares_derived_by_hand(vector: dict[str, Any], block: dict[str, Any], method: str) -> None:
    shares = _figures(vector, block).attribution(block["of"], method=method, weights=block.get("weights"))
    expected = {partner: Fraction(share) for partner, share in block["expect"][method].items()}
    assert {**dict.fromkeys(expected, Fraction(0)), **shares} == expected


@pytest.mark.parametrize("vector", [pytest.param(vector, id=vector["id"]) for vector in FILES])
def test_a_file_sent_again_is_read_once(vector: dict[str, Any], tmp_path: Path) -> None:
    # A file's bytes are the same each time it is sent, so its day of receipt stands in the manifest, not in it.
    known_by_heart = [{k: v for k, v in fact.items() if k != "received"} for fact in vector["facts"]]
    content = {
        sent["file"]: as_bytes(
            records_of_vector(fact for fact in known_by_heart if fact.get("file", sent["file"]) == sent["file"])
        )
        for sent in vector["files"]
    }
    manifest = ""
    for sent in vector["files"]:
        (tmp_path / f"{sent['file']}.jsonl").write_bytes(content[sent["file"]])
        manifest += f'[[file]]\npath = "{sent["file"]}.jsonl"\nreceived = {sent["received"]}\n\n'
    (tmp_path / "kiriman.toml").write_text(manifest, "utf-8")
    reading = okoce.read(tmp_path)
    states = [file.state for file in reading.files]
    for case in vector["cases"]:
        expected = dict(case["expect"])
        assert states.count("read") == expected.pop("files_accepted")
        assert states.count("repeated") == expected.pop("files_ignored")
        figures = okoce.count(
            okoce.resolve(reading), rulebook_of_vector(case["rulebook"]), as_of=case.get("as_of", DEFAULT_AS_OF)
        )
        assert {key: _found(figures, key) for key in expected} == {k: Fraction(v) for k, v in expected.items()}


@pytest.mark.parametrize("name", sorted(VECTORS["rulebooks"]))
def test_a_preset_says_what_the_vectors_table_says(name: str) -> None:
    fields = okoce.preset(name).fields()
    table = fields_of_table(VECTORS["rulebooks"][name])
    lists = ("entrepreneur.permits", "jobs.classes")
    for key in lists:  # sets of names: their order says nothing
        assert set(fields.pop(key) or ()) == set(table.pop(key) or ())
    assert {key: fields[key] for key in table} == table
