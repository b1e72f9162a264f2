"""Another tool's probabilities in place of the model's: what they decide, and what stays okoce's own."""

import itertools
import json
import math

import attrs
import pytest

import okoce_core as okoce
from okoce_core.identity.full.gathering import evidence
from okoce_core.identity.full.scoring import entries
from okoce_core.misuse import Misuse
from okoce_core.scorer import Entries, Scorer

HEAD = {"type": "header", "format": "okoce-records/1", "ids": "local"}
FIRST, SECOND = "9901014107909001", "9902035512859004"
"""NIKs of a woman born on 1 July 1990 and of one born on 15 December 1985: all but a few digits differ."""


def read(*people):
    """A list of a partner of his own for each person; a partner is called by the person's place unless named."""
    lists = []
    for number, given in enumerate(people):
        person = {key: value for key, value in given.items() if key != "partner"}
        took_part = {"type": "participation", "partner": given.get("partner", f"m{number}"), "person": "P"}
        lists.append([HEAD, {"type": "person", "id": "P", **person}, {**took_part, "date": "2021"}])
    return okoce.read(*("".join(json.dumps(line) + "\n" for line in lines).encode() for lines in lists))


def people(scorer, *given):
    return okoce.resolve(read(*given), scorer=scorer)


def saying(probability):
    """A scorer that says the same of every pair."""
    return Scorer("rata", lambda seen: ((a, b, probability) for a, b in itertools.combinations(range(len(seen)), 2)))


def by_email(seen):
    """Whoever has one address is surely one person."""
    for a, b in itertools.combinations(range(len(seen)), 2):
        if seen.email[a] and seen.email[a] == seen.email[b]:
            yield b, a, 0.9


SAME_ADDRESS = [
    {"name": "Sari Wangi", "email": "sari@example.org"},
    {"name": "Bambang Tirta", "email": "sari@example.org"},
    {"name": "Sari Wangi", "born": "1990-07-01"},
]


def test_the_pairs_of_the_scorer_decide_and_no_others():
    found = people(Scorer("surat", by_email), *SAME_ADDRESS)
    assert found.person[0] == found.person[1] != found.person[2]


@pytest.mark.parametrize(("probability", "count"), [(0.51, 1), (0.5, 3), (0.49, 3), (0, 3), (1, 1)])
def test_what_is_likelier_than_not_is_one_person(probability, count):
    assert people(saying(probability), *SAME_ADDRESS).people == count


def test_what_is_nearly_as_likely_stays_apart_in_doubt():
    assert len(people(saying(0.4), *SAME_ADDRESS[:2]).doubts) == 1
    assert people(saying(0.01), *SAME_ADDRESS[:2]).doubts == ()


def test_of_a_pair_given_twice_the_higher_probability_holds():
    scorer = Scorer("ganda", lambda seen: [(0, 1, 0.9), (1, 0, 0.1)])
    assert people(scorer, *SAME_ADDRESS[:2]).people == 1


def test_two_clearly_different_trusted_niks_are_two_people_however_sure_the_scorer_is():
    told = [{"name": "Sari Wangi", "nik": FIRST}, {"name": "Sari Wangi", "nik": SECOND}, {"name": "Sari Wangi"}]
    found = people(saying(1.0), *told)
    assert found.person[0] != found.person[1]
    assert found.people == 2


def test_twins_with_neighbouring_numbers_are_two_people_however_sure_the_scorer_is():
    told = [{"name": "Bambang Tirta", "nik": FIRST}, {"name": "Sari Wangi", "nik": FIRST[:15] + "2"}]
    assert people(saying(1.0), *told).people == 2


def test_the_order_of_lists_changes_nothing_even_for_a_scorer_that_goes_by_place():
    scorer = Scorer("tempat", lambda seen: [(0, 1, 0.9)])
    clusters = set()
    for order in itertools.permutations(range(3)):
        found = people(scorer, *({**SAME_ADDRESS[place], "partner": f"m{place}"} for place in order))
        one = {place for place, number in zip(order, found.person, strict=True) if list(found.person).count(number) > 1}
        clusters.add(frozenset(one))
    assert len(clusters) == 1


def test_a_scorer_is_asked_again_without_niks_and_what_they_alone_tell():
    seen = []
    told = [{"name": "Sari", "nik": FIRST}, {"name": "Dewi", "nik": SECOND, "born": "1985-12-15"}]
    people(Scorer("catat", lambda entries: seen.append(entries) or ()), *told)
    whole, blind = seen
    assert sorted(zip(whole.nik, whole.born, strict=True)) == [(FIRST, 19900701), (SECOND, 19851215)]
    assert sorted(zip(blind.nik, blind.born, strict=True)) == [("", 0), ("", 19851215)]
    assert whole.names == blind.names


def test_a_scorer_sees_normal_forms_in_columns_and_nothing_of_files():
    told = {
        "name": "Hj. Sari Wangi, S.E.", "phones": ["0800-1111-002"], "email": "Sari@Example.org", "sex": "F",
        "region": "32.71", "born": "1990-07-01", "nik": FIRST,
    }  # fmt: skip
    shown = evidence(read(told).files)
    seen = entries(shown, [0])
    assert (seen.born, seen.sex, seen.email, seen.region, seen.nik) == (
        (19900701,), ("F",), ("sari@example.org",), ("32.71",), (FIRST,),
    )  # fmt: skip
    assert (len(seen), len(seen.names[0]), seen.phones[0]) == (1, 2, shown.phones[0])
    columns = {"names", "born", "sex", "phones", "email", "region", "business", "nib", "nik"}
    assert {field.name for field in attrs.fields(Entries)} == columns
    assert repr(seen) == "Entries()"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        seen.nik = ()


WRONG = {
    "scorer-pair": [(0, 1), (0, 1, 0.5, 0), "abc", None, 7, {0: 1}],
    "scorer-entry": [(0, 2, 0.5), (-1, 0, 0.5), (0, 0, 0.5), ("0", 1, 0.5), (0.0, 1, 0.5), (None, 1, 0.5)],
    "scorer-probability": [(0, 1, 1.01), (0, 1, -0.01), (0, 1, math.nan), (0, 1, math.inf), (0, 1, "1"), (0, 1, None)],
}


@pytest.mark.parametrize(("code", "given"), [(code, given) for code, all_of in WRONG.items() for given in all_of])
def test_an_answer_that_is_none_is_misuse(code, given):
    with pytest.raises(Misuse, match="the scorer buruk gave") as told:
        people(Scorer("buruk", lambda seen: [given]), *SAME_ADDRESS[:2])
    assert told.value.code == code


def raising(error):
    def score(seen):
        yield 0, 1, 0.5
        raise error

    return score


FAILING = [raising(ValueError("RAHASIA")), raising(SystemExit("RAHASIA")), raising(Misuse("x", "RAHASIA")), lambda: (),
           lambda seen: None]  # fmt: skip


@pytest.mark.parametrize("score", FAILING, ids=["raises", "exits", "misuses", "takes nothing", "gives nothing"])
def test_a_scorer_that_fails_is_misuse_that_repeats_nothing_it_says(score):
    with pytest.raises(Misuse, match="the scorer buruk failed: ") as told:
        people(Scorer("buruk", score), *SAME_ADDRESS[:2])
    assert told.value.code == "scorer-failed"
    assert "RAHASIA" not in str(told.value)
    assert told.value.__suppress_context__


def test_an_interrupt_from_the_keyboard_is_not_swallowed():
    with pytest.raises(KeyboardInterrupt):
        people(Scorer("lama", raising(KeyboardInterrupt)), *SAME_ADDRESS[:2])


def test_what_a_scorer_prints_does_not_stand_between_the_figures(capsys):
    people(Scorer("ramai", lambda seen: print("RAHASIA") or ()), *SAME_ADDRESS[:2])
    assert capsys.readouterr().out == ""


def test_where_there_is_nothing_to_compare_the_scorer_is_not_asked():
    assert people(Scorer("buruk", lambda seen: 1 / 0), SAME_ADDRESS[0]).people == 1


def test_exact_identity_takes_no_scorer():
    with pytest.raises(Misuse) as told:
        okoce.resolve(read(*SAME_ADDRESS), identity="exact", scorer=saying(0.5))
    assert told.value.code == "scorer-needs-full"


def test_a_scorer_that_is_not_installed_is_misuse():
    with pytest.raises(Misuse) as told:
        people("tidak-ada", *SAME_ADDRESS)
    assert told.value.code == "unknown-scorer"
