"""What the words of published figures are called: stages, scopes, kinds, units, and why a number is not compared."""

from __future__ import annotations

from okoce_core.report.tongue import Tongue

__all__ = ["kind_word", "measure_word", "reason_sentence", "scope_word", "unit_word"]


def measure_word(measure: str, tongue: Tongue) -> str:
    """Of a measure, published or computed, or of what another number is set against."""
    say = tongue.say
    names = {
        "registered": say("registered"), "trained": say("trained"), "mentored": say("mentored"),
        "licensed": say("licensed"), "marketed": say("marketed"), "reported": say("reporting their finances"),
        "financed": say("financed"), "participants": say("participants"), "entrepreneurs": say("entrepreneurs"),
        "jobs": say("jobs"), "permits": say("permits"), "other": say("other"),
    }  # fmt: skip
    return names[measure]


def kind_word(kind: str, tongue: Tongue) -> str:
    """Of a kind of figure."""
    say = tongue.say
    names = {"stock": say("stock"), "flow": say("flow"), "target": say("target"), "claim": say("claim")}
    return names[kind]


def scope_word(scope: str, tongue: Tongue) -> str:
    """Of whose people a figure speaks."""
    say = tongue.say
    names = {
        "campaign": say("campaign"), "dki": say("DKI Jakarta"), "dki_agency": say("one agency of DKI Jakarta"),
        "national": say("national"), "website": say("website"), "outside_dki": say("outside DKI Jakarta"),
        "mixed": say("mixed scope"),
    }  # fmt: skip
    return names[scope]


def unit_word(unit: str, tongue: Tongue) -> str:
    """Of what was numbered."""
    say = tongue.say
    names = {
        "people": say("people"), "jobs": say("jobs"), "permits": say("permits"), "products": say("products"),
        "website_members": say("members on the website"), "members": say("members"),
        "whatsapp_members": say("members of WhatsApp groups"), "enterprises": say("enterprises"),
        "business_actors": say("business actors"), "permit_applications": say("applications for a permit"),
        "entrepreneurs_a_year": say("entrepreneurs a year"), "districts": say("districts"),
        "cities_and_regencies": say("cities and regencies"), "communities": say("communities"),
        "companies": say("companies"), "campuses": say("campuses"), "government_bodies": say("government bodies"),
        "educational_institutions": say("educational institutions"),
    }  # fmt: skip
    return names[unit]


def reason_sentence(reason: str, tongue: Tongue) -> str:
    """Why a published number is not compared."""
    say = tongue.say
    names = {
        "measure": say("Another measure: this rulebook counts no such thing"),
        "definition": say("Another definition gave the number"),
        "no-definition": say("The definition was not published"),
        "not-counted": say("The rulebook does not count it, but models it or does not ask"),
        "scope-not-said": say("Whose people were counted is not said: name it with --scope"),
        "scope": say("Another scope: these are other people"),
        "agency": say("One agency of several, and which was counted is not said"),
        "stock-against-flow": say("A flow; a stock was counted"),
        "target": say("A target, not a count"),
        "claim": say("A claim that says neither stock nor flow"),
        "window": say("Counted from some day on, not from the beginning"),
        "unit": say("Another unit, such as permits in place of people"),
        "date": say("The computed figures speak of no day"),
    }  # fmt: skip
    return names[reason]
