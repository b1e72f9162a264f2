"""Identity by evidence: worked pairs of people (V49 to V54 of the vectors), and the laws that clusters keep."""

import itertools
import json
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import okoce_core as okoce
from okoce_core.identity.components import Components
from okoce_core.identity.full.candidates import candidates, met_without_birth
from okoce_core.identity.full.clusters import Clusters, clustered
from okoce_core.identity.full.comparing import LEVELS, SWITCHES, Comparer, born_level, switches
from okoce_core.identity.full.expected import NEVER, Hidden, estimated
from okoce_core.identity.full.further import Further
from okoce_core.identity.full.gathering import evidence
from okoce_core.identity.full.learning import prior, taught
from okoce_core.identity.full.likeness import alike, bigrams_shared, one_edit
from okoce_core.identity.full.numbers import RELATIONS, clearly_different, relation, weights
from okoce_core.identity.full.odds import Weighing, scored
from tests.rules.vectors import vector

HEAD = {"type": "header", "format": "okoce-records/1", "ids": "local"}


def lists(*records):
    """A file for each partner, with one record of okoce-records for each line."""
    files = {}
    for record in records:
        person = {k: v for k, v in record.items() if k in {"name", "nik", "born", "sex", "email", "region", "address"}}
        phones = [record["phone"]] if record.get("phone") else []
        files.setdefault(record["partner"], []).extend(
            [
                {"type": "person", "id": f"r{record['r']}", "phones": phones, **person},
                {"type": "participation", "partner": record["partner"], "person": f"r{record['r']}", "date": "2021"},
            ]
        )
    return [("".join(json.dumps(line) + "\n" for line in (HEAD, *lines))).encode() for lines in files.values()]


def population(*records):
    return okoce.resolve(okoce.read(*lists(*records)), identity="full")


def clusters(found):
    """The people of a population as sets of the ids of their records."""
    ids = [identity for file in found.reading.files for identity in file.records.people.ids]
    people = {}
    for identity, number in zip(ids, found.person, strict=True):
        people.setdefault(number, set()).add(int(identity[1:]))
    return sorted(people.values(), key=min)


@pytest.mark.parametrize("name", ["V49", "V50", "V51"])
def test_the_worked_pairs_come_out_as_derived(name):
    case = vector(name)
    for order in itertools.permutations(case["records"]):
        assert clusters(population(*order)) == [set(cluster) for cluster in case["expect"]["clusters"]]


def test_a_common_name_alone_neither_links_nor_separates():
    case = vector("V52")
    found = population(*case["records"])
    low, high = case["expect"]["participants_range"]
    assert {frozenset({1}), frozenset({2})} <= {frozenset(c - {3}) for c in clusters(found)}
    assert low <= found.people <= high


TWO_NIKS = [
    {"r": 1, "partner": "A", "name": "Sari Wangi", "nik": "9901014107909001", "born": "1990-07-01", "sex": "F"},
    {"r": 2, "partner": "B", "name": "Sari Wangi", "nik": "9902035512859004", "born": "1985-12-15", "sex": "F"},
    {"r": 3, "partner": "C", "name": "Sari Wangi", "phone": "0800-1111-003"},
]


def test_two_clearly_different_trusted_niks_are_two_people_whatever_lies_between_them():
    people = [
        {**TWO_NIKS[0], "phone": "0800-1111-003", "email": "sari@example.org"},
        {**TWO_NIKS[1], "phone": "0800-1111-003", "email": "sari@example.org"},
        {**TWO_NIKS[2], "email": "sari@example.org"},
    ]
    found = clusters(population(*people))
    assert not any({1, 2} <= cluster for cluster in found)


def test_one_pair_that_agrees_in_all_but_the_nik_does_not_show_that_niks_are_often_wrong():
    told = {"phone": "0800-1111-001", "email": "a@example.org", "region": "32.71"}
    numbers = ("9901014107909001", "9902035512859004")
    people = [{"r": r, "partner": "A", "name": "Sari", "nik": nik, **told} for r, nik in enumerate(numbers, 1)]
    assert population(*people).people == 2


def test_who_is_tied_is_settled_alike_in_whatever_order_a_list_without_a_partner_comes():
    sari = {"name": "Sari"}
    told = [
        ({**sari, "born": "1990-07-01", "phone": "0800-1111-001"}, "A"),
        (sari, "B"), (sari, "A"), (sari, "A"), (sari, "A"),
        ({"name": "Budi", "nik": "9901014107909002", "email": "a@example.org", "phone": "0800-1111-001"}, "A"),
        ({"name": "Siti Aminah", "nik": "9901014107909001", "email": "a@example.org", "phone": "0800-1111-001"}, "A"),
    ]  # fmt: skip
    records = [{**person, "partner": partner, "r": r} for r, (person, partner) in enumerate(told, 1)]
    expected = clusters(population(*records))
    for turn in range(1, 7):
        assert clusters(population(*records[turn:], *records[:turn])) == expected
        assert clusters(population(*reversed(records[turn:]), *records[:turn])) == expected


def test_files_whose_ids_are_resolved_are_taken_at_their_word():
    head = {**HEAD, "ids": "resolved"}
    lines = [{"type": "person", "id": i, "name": "Sari Wangi", "email": "sari@example.org"} for i in ("P1", "P2")]
    data = "".join(json.dumps(line) + "\n" for line in (head, *lines)).encode()
    assert okoce.resolve(okoce.read(data), identity="full").people == 2


def test_identity_is_full_where_nothing_else_is_asked_for():
    found = okoce.resolve(okoce.read(json.dumps(HEAD).encode()))
    assert found.identity == "full"


def test_a_list_without_people_has_nobody():
    found = okoce.resolve(okoce.read(json.dumps(HEAD).encode()), identity="full")
    assert (found.people, found.estimate) == (0, None)


# --- laws -------------------------------------------------------------------------------------------------------------

FIRST = ["Sari", "Budi", "Siti Aminah", "Muhamad Yusuf", "M. Yusup", "Dewi Lestari", "Wayan", "Soeharto", "Suharto"]
people = st.fixed_dictionaries(
    {"name": st.sampled_from(FIRST)},
    optional={
        "nik": st.sampled_from(["9901014107909001", "9901014107909010", "9901014107909002", "9902035512859004"]),
        "born": st.sampled_from(["1990-07-01", "1990-01-07", "1985-12-15", "1990", "1990-01-01"]),
        "sex": st.sampled_from("FM"),
        "phone": st.sampled_from(["0800-1111-001", "0800-1111-002"]),
        "email": st.sampled_from(["a@example.org", "b@example.org"]),
        "region": st.sampled_from(["32.71", "31.75"]),
    },
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(people, st.sampled_from("AB")), min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_rows_and_files_changes_no_cluster_and_no_trusted_numbers_meet(told, chance):
    records = [{**person, "partner": partner, "r": n} for n, (person, partner) in enumerate(told, 1)]
    found = population(*records)
    chance.shuffle(records)
    assert clusters(population(*records)) == clusters(found)
    shown = evidence(found.reading.files)
    for a, b in itertools.combinations(range(len(shown)), 2):
        if found.person[a] == found.person[b] and shown.trusted[a] and shown.trusted[b]:
            assert not clearly_different(shown.nik[a], shown.nik[b])


# --- the parts --------------------------------------------------------------------------------------------------------


def shown_of(*records):
    return evidence(okoce.read(*lists(*({"r": n, "partner": "A", **r} for n, r in enumerate(records, 1)))).files)


def test_a_nik_fills_in_birth_date_and_sex_and_is_not_trusted_where_its_row_says_otherwise():
    shown = shown_of(
        {"name": "Sari", "nik": "9901014107909001"},
        {"name": "Sari", "nik": "9901014107909001", "born": "1961-03-05", "sex": "M"},
    )
    assert (shown.born, shown.told, shown.sex) == ([19900701, 19610305], [0, 19610305], ["F", "M"])
    assert shown.trusted == [True, False]


def test_names_are_compared_without_titles_as_they_sound():
    shown = shown_of({"name": "Drs. H. Djoko Soeharto, M.M."}, {"name": "JOKO SUHARTO"})
    assert shown.names[0] == shown.names[1]


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("Sari Wangi", "Wangi Sari", "same"), ("Sari Wangi", "Sari", "shortened"),
        ("Sari Wangi", "S. Wangi", "shortened"),
        ("Sari Wangi", "Sarri Wamgi", "misspelt"), ("Sari Wangi", "Bambang Tirta", "little"),
        ("Sari Wangi", "", "none"),
    ],
)  # fmt: skip
def test_each_level_of_two_names(a, b, level):
    shown = shown_of({"name": a, "email": "x@example.org"}, {"name": b or None, "email": "x@example.org"})
    assert LEVELS["name"][Comparer(shown).names(0, 1)[0]] == level


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [(19900701, 19900701, 5), (19900101, 19900101, 4), (19900107, 19900701, 4), (19900701, 19900702, 3),
     (19900701, 19901215, 2), (19900701, 19851215, 1), (19900701, 0, 0)],
)  # fmt: skip
def test_each_level_of_two_birth_dates(a, b, level):
    assert born_level(a, b) == born_level(b, a) == level


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("9901014107909001", "9901014107909001", "same"), ("9901014107909001", "9901014107909000", "last digit lost"),
        ("9901014107909001", "9901014107909002", "serial"), ("9901014107909001", "9901014207909001", "one digit"),
        ("9901014107909012", "9901014107909021", "neighbours exchanged"),
        ("9901014107909001", "9901014207909002", "two digits"), ("9901014107909001", "9902035512859004", "other"),
    ],
)  # fmt: skip
def test_each_relation_of_two_numbers(a, b, said):
    shown = shown_of({"name": "Sari", "nik": a}, {"name": "Sari", "nik": b})
    assert relation(shown, 0, 1) == relation(shown, 1, 0) == said
    assert clearly_different(a, b) is (said == "other")


def test_without_examples_the_same_number_speaks_for_and_another_against_one_person():
    found = weights(Counter(), Counter())
    assert set(found) == {"", *RELATIONS}
    assert found["same"] > 4
    assert found["other"] < -2
    assert found["serial"] <= 0


def test_numbers_that_people_often_have_wrong_weigh_little():
    trusted = weights(Counter(same=990, other=10), Counter(other=1000))
    doubtful = weights(Counter(same=600, other=400), Counter(other=1000))
    assert doubtful["other"] > trusted["other"]


@given(st.text("abcde", max_size=6), st.text("abcde", max_size=6))
def test_likeness_is_of_both_and_everything_is_like_itself(a, b):
    assert one_edit(a, b) == one_edit(b, a)
    assert bigrams_shared(a, b) == bigrams_shared(b, a)
    assert one_edit(a, a)
    assert bigrams_shared(a, a) == 1
    assert alike(a, b) == (one_edit(a, b) or bigrams_shared(a, b) >= 0.6)


def test_pairs_are_found_once_and_blocks_are_bounded():
    chance = random.Random(5)
    names = [f"{chance.choice(FIRST)} {chance.choice(FIRST)}" for _ in range(120)]
    shown = shown_of(*({"name": name, "phone": "0800-1111-001"} for name in names))
    found = candidates(shown)
    assert all(0 <= a < b < 120 for a, b in (divmod(pair, 120) for pair in found.pairs))
    assert all(0 <= switch < SWITCHES for switch in switches(Comparer(shown).levels(0, 1)))


def test_few_examples_teach_nothing_and_many_do():
    shipped = prior()
    one_person = shown_of({"name": "Sari", "phone": "0800-1111-001"}, {"name": "Budi", "phone": "0800-1111-001"})
    turned_on = switches(Comparer(one_person).levels(0, 1))
    few, many = (taught([(turned_on, True, 1.0)] * times) for times in (999, 1000))
    assert (few.weights, few.base, few.labels) == (shipped.weights, shipped.base, 999)
    assert many.score(turned_on) > shipped.score(turned_on)


LETTERS = ["".join(pair) for pair in itertools.product("abcdfghjklmnprst", repeat=2)]


def estimate_where(lost, labels, together=2):
    """Forty people twice in the lists with their NIK, so many of whose entries lose their mates; 242 rows without.

    Of these 84 are linked, so many of them together; the others are alone.
    """
    niks = [f"9901014107{year:02}9{n:03}" for n, year in enumerate(range(50, 90))]
    shown = shown_of(
        *({"name": f"Pemilik Uji{LETTERS[n]}", "nik": nik} for n, nik in enumerate(niks * 2)),
        *({"name": f"Peserta Uji{letter}"} for letter in LETTERS[:242]),
    )
    found = Clusters(Components(len(shown)))
    for entry in range(40):
        found.components.join(entry, entry + 40)
    for entry in range(80, 164):
        found.components.join(entry, entry - (entry - 80) % together)
    hidden = Hidden(shown)
    for entry in range(80):
        hidden.note(entry, *((-3.0, -3.0) if entry < lost else (3.0, 3.0)))
    return estimated(shown, found, hidden, labels, 0.0)


def test_a_miss_between_two_rows_that_are_all_there_is_of_one_person_is_one_miss():
    # All 20 losses are of people of two rows: (20 + 10) / (20 + 2 * 10) of what is missed, and each is told of both.
    # The rate: 20 lost of 80, and as if 100 more at (20 + 0.025 * 4000) of 4080. A group's mate is there in 6 of 10.
    rate = (20 + 100 * 120 / 4080) / 180
    mate = 84 / 242 / (1 - rate)
    alone = 158 * mate * rate / (mate * rate + 1 - mate)
    of_two, of_three = (0.6 * rate**n / (0.6 * rate**n + 0.4) for n in (2, 3))
    pairs, threes = (estimate_where(lost=20, labels=100, together=n) for n in (2, 3))
    assert pairs.missed == pytest.approx((alone + 42 * of_two) * (1 - 0.75 / 2))
    assert threes.missed == pytest.approx(alone + 28 * of_three)


@pytest.mark.parametrize(("others", "joined"), [(-6.0, False), (-1.0, True)])
def test_others_of_two_groups_can_speak_against_a_link(others, joined):
    # 2 + 2 * (2 - 3 * 6) / 4 = -6; 2 + 2 * (2 - 3 * 1) / 4 = 1.5
    shown = shown_of(*({"name": name} for name in ("Budi", "Sari", "Dewi", "Wayan")))
    edges = [(5.0, 0 * 4 + 1), (5.0, 2 * 4 + 3), (2.0, 1 * 4 + 2)]
    known = {pair: odds for odds, pair in edges}
    found = clustered(edges, shown, numbers_bind=True, ask=lambda pair: known.get(pair, others))
    assert (found.components.root(0) == found.components.root(3)) is joined
    assert found.outvoted == ([] if joined else edges[2:])
    assert not clustered(edges, shown, numbers_bind=True).outvoted


def test_a_link_beyond_doubt_asks_nobody():
    shown = shown_of(*({"name": name} for name in ("Budi", "Sari", "Dewi")))
    for odds, outvoted in ((9.0, 0), (8.9, 1)):
        found = clustered([(9.5, 1), (odds, 5)], shown, numbers_bind=True, ask=lambda _: -99.0)
        assert len(found.outvoted) == outvoted


@pytest.mark.parametrize(
    ("field", "value", "meets"),
    [
        ("phone", "0800-1111-001", True),
        ("email", "a@example.org", True),
        ("region", "32.71", False),
        ("sex", "F", False),
    ],
)
def test_who_would_meet_without_a_birth_date(field, value, meets):
    shown = shown_of(*({"name": name, field: value} for name in ("Sari Wangi", "Sari")))
    assert met_without_birth(Comparer(shown).levels(0, 1)) is meets


def hidden_of(files):
    """What is noted of the entries of files for the estimate."""
    shown = evidence(files)
    hidden = Hidden(shown)
    weighing = Weighing(shown, Comparer(shown), prior(), weights(Counter(), Counter()), Further(shown))
    scored(weighing, candidates(shown), hidden)
    return hidden


def test_two_rows_of_one_nik_that_nothing_else_brings_together_count_as_lost():
    one = {"name": "Sari Wangi", "nik": "9901014107909001"}
    found = population(*({"r": r, "partner": "A", **one, "name": n} for r, n in enumerate(("Sari Wangi", "Sari"), 1)))
    assert clusters(found) == [{1, 2}]
    hidden = hidden_of(found.reading.files)
    assert hidden.alone == hidden.mate == [NEVER, NEVER]


def test_without_enough_labels_nothing_is_estimated():
    assert estimate_where(lost=2, labels=99) is None
    assert estimate_where(lost=2, labels=100) is not None


def test_a_handful_of_lost_mates_does_not_swing_the_estimate():
    few, more = (estimate_where(lost, labels=100) for lost in (0, 4))
    assert few.value > more.value
    assert few.value - more.value < 2
    assert more.low < few.value < more.high
