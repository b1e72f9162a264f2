"""FEBRL (Christen 2008): invented people of Australia, some of them twice, whose rows say who is who."""

import csv
import io
from collections import Counter

import pytest

import okoce_core as okoce
from okoce_core.plugins import Registry
from tests.real.files import mapping, real


def pairs(groups):
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())


@pytest.mark.parametrize("number", [1, 2, 3])
def test_people_are_found_again_where_every_number_may_be_wrong(number):
    text = real(f"linkage-febrl/dataset{number}.csv").read_text("utf-8")
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), skipinitialspace=True)]
    truth = [row[0].split("-")[1] for row in rows[1:]]
    clean = io.StringIO()
    csv.writer(clean).writerows(rows)
    reading = okoce.read(clean.getvalue().encode(), adapters=[mapping("febrl")], registry=Registry())
    found = okoce.resolve(reading, identity="full")
    people = reading.files[0].records.people
    told = [truth[row - 2] for row in people.row]
    assert len(told) > 0.99 * len(truth)  # some rows have no name at all
    both = pairs(zip(told, found.person, strict=True))
    assert 2 * both / (pairs(told) + pairs(found.person)) >= 0.995
