"""The hash of what a rulebook says."""

import re

import attrs

import okoce_core as okoce
from okoce_core.rules.fingerprint import fingerprint


def test_it_is_sixteen_hexadecimal_digits():
    assert re.fullmatch(r"[0-9a-f]{16}", fingerprint(okoce.preset("okoce-p4@1")))


def test_only_what_decides_a_figure_is_in_it():
    book = okoce.preset("okoce-p4@1")
    renamed = attrs.evolve(book, id="nama-lain", version=7, source="rapat", title={"id": "Lain", "en": "Other"})
    assert fingerprint(renamed) == fingerprint(book)


def test_every_field_changes_it():
    book = okoce.preset("okoce-p4@1")
    changes = {
        "dates": "possible", "participant.min_stage": "trained", "entrepreneur.new_only": True,
        "entrepreneur.permits": ["NIB"], "jobs.classes": ["full_time"], "jobs.max_age_months": 12,
    }  # fmt: skip
    prints = {fingerprint(okoce.with_fields(book, {field: value})) for field, value in changes.items()}
    assert len(prints | {fingerprint(book)}) == len(changes) + 1


def test_setting_a_field_to_what_it_was_changes_nothing():
    book = okoce.preset("okoce-p4@1")
    assert fingerprint(okoce.with_fields(book, {"jobs.owners": "exclude"})) == fingerprint(book)


def test_no_jobs_is_something_else_than_jobs_without_a_limit_of_age():
    book = okoce.preset("okoce-p4@1")
    assert fingerprint(attrs.evolve(book, jobs=None)) != fingerprint(book)


def test_it_does_not_change_from_one_release_to_the_next():
    # b2sum -l 64 of {"basis":"rows"}
    assert fingerprint(okoce.preset("okoce-claim@1")) == "ae408cdbbc5aad89"
