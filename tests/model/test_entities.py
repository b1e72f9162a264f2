from fractions import Fraction

import attrs
import pytest

import okoce_core as okoce
from okoce_core.model import Enterprise, Institution, Partner, Person, Sector
from okoce_core.model.facts import ROLES, STAGES, Fact, Headcount, Ownership, Participation, Permit
from okoce_core.model.life import Life
from okoce_core.values import PartialDate

SECRET = "Sari Karangan"


@pytest.mark.parametrize("field", [a.name for a in attrs.fields(Person)])
def test_no_field_of_a_person_shows(field):
    assert SECRET not in repr(Person(**{"id": "P", field: SECRET}))


@pytest.mark.parametrize("field", ["id", "name", "nib", "npwp", "region"])
def test_no_identifying_field_of_an_enterprise_shows(field):
    assert SECRET not in repr(Enterprise(**{"id": "E", field: SECRET}))


def test_the_number_of_a_permit_and_of_an_institution_do_not_show():
    assert SECRET not in repr(Permit("NIB", SECRET))
    assert SECRET not in repr(Enterprise("E", institution=Institution("NSPP", SECRET)))


@pytest.mark.parametrize(
    "made", [Person("P"), Enterprise("E"), Partner("A"), Life(), Participation("A"), Sector("KBLI2020", "56")]
)
def test_entities_and_facts_are_immutable_values(made):
    assert made == attrs.evolve(made)
    assert hash(made) == hash(attrs.evolve(made))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(made, attrs.fields(type(made))[0].name, "x")


def test_what_is_absent_is_unknown_but_for_the_defaults_that_are_documented():
    assert Person("P") == Person("P", None, None, (), None, None, None, None, None, None)
    assert (Enterprise("E").normal_hours, Enterprise("E").reactivated) == (Fraction(40), ())
    assert (Enterprise("E").taken_over, Enterprise("E").brand, Enterprise("E").supports_owner) == (None, None, None)
    assert (Participation("A").stage, Participation("A").role) == ("registered", "beneficiary")
    assert (Ownership().works, Ownership().hours, Ownership().end) == (True, Fraction(40), None)
    head = Headcount("A")
    assert (head.total, head.full_time, head.seasonal, head.owners_included, head.by_class) == (
        None,
        None,
        None,
        None,
        False,
    )


def test_every_fact_has_its_three_clocks():
    for kind in (Participation, Ownership, Permit, Headcount, okoce.Employment, okoce.PartnerTotal):
        assert issubclass(kind, Fact)
        assert {"observed", "received", "revision"} <= {a.name for a in attrs.fields(kind)}


def test_stages_are_names_in_the_order_of_the_design():
    assert STAGES == ("registered", "trained", "mentored", "licensed", "marketed", "reported", "financed")
    assert ROLES == ("beneficiary", "owner", "employee", "student", "mentor", "committee", "representative", "unknown")


def test_the_dates_of_facts_are_intervals():
    fact = Participation("A", PartialDate(2022, 2))
    assert (fact.date.first, fact.date.last) == (PartialDate(2022, 2, 1).first, PartialDate(2022, 2, 28).last)
