"""Splink 5 as a scorer of okoce: a Fellegi-Sunter model, trained by expectation maximisation on the lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from okoce_core.scorer import Entries, Pair, Scorer, hookimpl

__all__ = ["okoce_scorers", "score"]

_WORTH: Final = 0.01
"""Pairs less likely than this are not even mentioned."""
_RECALL: Final = 0.75
"""How many pairs of one person the certain rules find; a guess, which training corrects."""
_CERTAIN: Final = (("nik",), ("phone", "first"), ("whole", "born"), ("email",))
_BLOCKS: Final = (
    ("nik",), ("phone",), ("email",), ("nib",), ("whole", "region"), ("born", "first"), ("born", "region"),
    ("whole", "year"), ("business", "first"),
)  # fmt: skip
"""Pairs are compared where one of these agrees."""
_LESSONS: Final = (("whole", "region"), ("born", "first"), ("nik",), ("phone", "first"))
"""What pairs are blocked by to train; what one of them fixes, another leaves free."""


@hookimpl
def okoce_scorers() -> list[Scorer]:
    """Hand over the scorer; Splink itself is imported when it scores."""
    return [Scorer("splink", score)]


def score(entries: Entries) -> Iterator[Pair]:
    """The pairs that Splink holds to be possible, with its probabilities."""
    columns = _columns(entries)
    linker = _linker(columns)
    rules = _rules(columns)
    linker.training.estimate_probability_two_random_records_match(rules(_CERTAIN), recall=_RECALL)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for rule in rules(_LESSONS):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=_WORTH).as_dict()
    yield from zip(found["unique_id_l"], found["unique_id_r"], found["match_probability"], strict=True)


def _columns(entries: Entries) -> dict[str, list[Any]]:
    """The entries as a table of texts; what is unknown is null."""
    whole = [" ".join(sorted(parts)) for parts in entries.names]
    days = [str(day) if day else "" for day in entries.born]
    texts: dict[str, Sequence[str]] = {
        "whole": whole,
        "first": [parts[0] if parts else "" for parts in entries.names],
        "born": [day and f"{day[:4]}-{day[4:6]}-{day[6:]}" for day in days],
        "year": [day[:4] for day in days],
        "phone": [phones[0] if phones else "" for phones in entries.phones],
        "business": [" ".join(parts) for parts in entries.business],
        "sex": entries.sex, "email": entries.email, "region": entries.region, "nib": entries.nib, "nik": entries.nik,
    }  # fmt: skip
    nulls = {name: [text or None for text in column] for name, column in texts.items()}
    return {"unique_id": list(range(len(entries))), **{name: told for name, told in nulls.items() if any(told)}}


def _rules(columns: dict[str, list[Any]]) -> Any:
    """Makes Splink's rules of those whose columns say anything; okoce also asks with the NIK left out."""
    from splink import block_on

    return lambda rules: [block_on(*rule) for rule in rules if columns.keys() >= set(rule)]


def _linker(columns: dict[str, list[Any]]) -> Any:
    import duckdb
    from splink import DuckDBAPI, Linker, SettingsCreator

    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[comparison for name, comparison in _comparisons().items() if name in columns],
        blocking_rules_to_generate_predictions=_rules(columns)(_BLOCKS),
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )
    database = DuckDBAPI(duckdb.connect(config={"threads": 1}))  # more would add up in an order of their own
    return Linker(database.register(columns), settings, log_level="ERROR")


def _comparisons() -> dict[str, Any]:
    from splink import comparison_library as cl

    return {
        "whole": cl.JaroWinklerAtThresholds("whole", [0.94, 0.88, 0.78]).configure(term_frequency_adjustments=True),
        "nik": cl.LevenshteinAtThresholds("nik", [1, 2]),
        "phone": cl.ExactMatch("phone").configure(term_frequency_adjustments=True),
        "born": cl.DateOfBirthComparison("born", input_is_string=True),
        "sex": cl.ExactMatch("sex"),
        "region": cl.ExactMatch("region").configure(term_frequency_adjustments=True),
        "email": cl.ExactMatch("email"),
        "nib": cl.ExactMatch("nib"),
        "business": cl.JaroWinklerAtThresholds("business", [0.9]),
    }
