"""Splink through okoce: found by its name, the same whichever way the lists come, and good at what it is for."""

import itertools
import json
import random

import pytest

import okoce_core as okoce
from okoce_core.plugins.scorers import find_scorers

HEAD = {"type": "header", "format": "okoce-records/1", "ids": "local"}
GIVEN = ["Bambang", "Dewi", "Sari", "Wayan", "Ketut", "Ratna", "Yusuf", "Aminah", "Joko", "Lestari", "Putri", "Agus"]
FAMILY = ["Tirta", "Wangi", "Santosa", "Halim", "Nugraha", "Permata", "Kusuma", "Saputra", "Anggraini", "Maulana"]
REGIONS = ["32.71", "31.75", "33.74", "35.78"]


def lists(persons=300):
    """Two lists of the same invented people; a NIK stands in half of the rows, and one name in ten is misspelt."""
    chance = random.Random(3)
    lines = {"a": [HEAD], "b": [HEAD]}
    for number in range(persons):
        day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1960, 1999)
        person = {
            "name": f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}", "sex": "M", "region": chance.choice(REGIONS),
            "born": f"{year}-{month:02d}-{day:02d}", "phones": [f"0800-{number // 100 + 1000}-{1000 + number}"],
        }  # fmt: skip
        nik = f"9901{chance.randint(1, 99):02d}{day:02d}{month:02d}{year % 100:02d}{9000 + number}"
        for name in lines:
            told = dict(person, **({"nik": nik} if chance.random() < 0.5 else {}))
            if chance.random() < 0.1:
                told["name"] = told["name"].replace("a", "e", 1)
            if chance.random() < 0.3:
                del told["phones"]
            lines[name].append({"type": "person", "id": f"{number}", **told})
            lines[name].append({"type": "participation", "partner": name, "person": f"{number}", "date": "2021"})
    return ["".join(json.dumps(line) + "\n" for line in said).encode() for said in lines.values()]


def pairs(*files):
    """The pairs of rows of one person, by the ids in the lists."""
    found = okoce.resolve(okoce.read(*files), identity="full", scorer="splink")
    ids = [identity for file in found.reading.files for identity in file.records.people.ids]
    by_number = {}
    for identity, number in zip(ids, found.person, strict=True):
        by_number.setdefault(number, []).append(identity)
    return sorted(tuple(sorted(two)) for told in by_number.values() for two in itertools.combinations(told, 2))


@pytest.fixture(scope="module")
def found():
    return pairs(*lists())


def test_it_is_installed():
    assert ("splink", "ok") in [(status.plugin, status.state) for status in find_scorers()[1]]


def test_it_finds_most_of_the_people_and_confuses_few(found):
    right = sum(a == b for a, b in found)
    assert right >= 0.95 * 300
    assert len(found) - right <= 0.02 * 300


def test_the_order_of_lists_changes_nothing(found):
    assert pairs(*reversed(lists())) == found
