"""Law 10: the same inputs give the same bytes, and nothing in between looks at a clock, the environment or chance."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

import pytest

import okoce_core as okoce
from okoce_core.intake import record_lines
from tests.laws.partner_files import FORMS, as_csv, cells, form, headings, jsonl, read, row

BOOKS = ("okoce-claim@1", "okoce-reach@1", "okoce-p4@1")
RECORDS = jsonl(
    {"type": "person", "id": "P1", "name": "Sari Karangan", "phones": ["08001000001"]},
    {"type": "participation", "partner": "A", "person": "P1", "date": "2021"},
    {"type": "ownership", "enterprise": "E1", "person": "P1", "from": "2020"},
    {"type": "headcount", "partner": "A", "enterprise": "E1", "date": "2022-06-30", "total": 4},
)


def sent():
    """A list of every form, overlapping, with somebody in doubt, a total and undated rows."""
    lists = []
    for place, name in enumerate(FORMS):
        people = [cells(number) for number in range(place, place + 8)]
        people[2] |= {"person.sex": "", "person.born": "31-12-1999", "person.phones": "", "person.email": ""}
        people[3] |= {"date": "", "headcount.total": "2-3 orang"}
        lists.append(as_csv([headings(form(name)), *(row(form(name), said) for said in people)]))
    return [*lists, RECORDS]


def said(inputs):
    """Everything the library says of the inputs, as text."""
    reading = read(*inputs)
    population = okoce.resolve(reading)
    figures = okoce.compare(population, BOOKS)
    told = [one.as_json(by=("sex", "regency"), methods=("equal", "shapley")) for one in figures]
    problems = [[p.code, str(p.place), p.expected, p.field, p.count] for p in reading.problems]
    links = [[link.kind, link.reason, str(link.a), str(link.b)] for link in population.links()]
    return json.dumps([told, str(figures[0].as_of), reading.inputs, problems, links, list(record_lines(reading))])


def test_the_same_inputs_give_the_same_bytes():
    assert said(sent()) == said(sent())


PROGRAM = """
import json, sys
from tests.laws.test_same_bytes_out import said, sent
sys.stdout.write(said(sent()))
"""


def test_another_process_with_another_seed_zone_and_language_gives_the_same_bytes():
    expected = said(sent())
    root = Path(__file__).parents[2]
    for seed, zone, language in (("1", "Asia/Jayapura", "id_ID.UTF-8"), ("4711", "America/New_York", "C")):
        changed = {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": language, "LC_ALL": language, "COLUMNS": seed}
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], capture_output=True, cwd=root, env={**os.environ, **changed}, check=True
        )
        assert done.stdout.decode() == expected


class _Forbidden(Exception):
    pass


def _forbid(*_args, **_kwargs):
    raise _Forbidden


class _NoEnvironment:
    __getattr__ = __getitem__ = __contains__ = __iter__ = __len__ = _forbid


def _without_today(kind):
    class Timeless(type):
        def __instancecheck__(cls, value):
            return isinstance(value, kind)

    names = {name: classmethod(_forbid) for name in ("today", "now", "utcnow", "fromtimestamp") if hasattr(kind, name)}
    return Timeless(kind.__name__, (kind,), names)


@contextmanager
def timeless():
    """A world without clock, environment and chance. It ends before pytest, which needs them, looks at the test."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime", "ctime", "sleep"):
            patch.setattr(time, name, _forbid)
        for name in ("random", "randint", "choice", "shuffle", "getrandbits", "sample", "seed"):
            patch.setattr(random, name, _forbid)
        patch.setattr(uuid, "uuid4", _forbid)
        patch.setattr(dt, "date", _without_today(dt.date))
        patch.setattr(dt, "datetime", _without_today(dt.datetime))
        patch.setattr(os, "urandom", _forbid)
        patch.setattr(os, "getenv", _forbid)
        patch.setattr(os, "environ", _NoEnvironment())
        yield


def test_reading_resolving_and_counting_need_no_clock_no_environment_and_no_chance():
    inputs = sent()
    expected = said(inputs)  # which also loads what is loaded late
    refused = False
    with timeless():
        told = said(inputs)
        try:
            dt.date.today()  # noqa: DTZ011 - that the clock is gone is what is tested
        except _Forbidden:
            refused = True
    assert told == expected
    assert refused


def test_without_a_day_the_figures_speak_of_the_latest_day_of_the_inputs_and_never_of_today():
    assert okoce.count(okoce.resolve(read(RECORDS)), "okoce-p4@1").as_of == dt.date(2022, 6, 30)
