"""Checks of what the adapter says of itself; no file is read."""

from __future__ import annotations

from itertools import combinations
from typing import Final

from okoce_core.adapter import API_VERSION, FIELDS
from okoce_core.intake.mapping.headings import fold
from okoce_core.model.entities import PARTNER_KINDS
from okoce_core.model.facts import ROLES, STAGES
from okoce_core.testing.kit.check import checks, hold
from okoce_core.testing.kit.trial import Trial

__all__ = ["CHECKS"]

_PEOPLE: Final = frozenset({"person.name", "person.nik", "person.phones", "person.email"})
_OWN: Final = (_PEOPLE - {"person.name"}) | {"person.nisn", "person.membership"}
_UNITS: Final = frozenset(f"enterprise.{key}" for key in ("name", "nib", "npwp", "nspp", "npsn"))


def partner_is_known(trial: Trial) -> None:
    """The partner has an id in lower case without blanks, a name by which people know it, and a kind of the list."""
    partner = trial.adapter.partner
    hold(
        partner.id and partner.id == partner.id.lower().strip() and not partner.id.count(" "),
        "the partner's id is no word in lower case",
    )
    hold((partner.name or "").strip(), "the partner has no name")
    hold(partner.kind in PARTNER_KINDS, "the partner's kind is none of " + ", ".join(PARTNER_KINDS))


def title_unit_and_why_are_told(trial: Trial) -> None:
    """`title`, `unit` and `why` each say something in one line.

    `why` is a sentence: what a row proves is argued and not only asserted.
    """
    adapter = trial.adapter
    for key in ("title", "unit", "why"):
        said = getattr(adapter, key).strip()
        hold(said and "\n" not in said, f"{key} is not one line of text")
    hold(len(adapter.why.split()) >= 4, "why is shorter than a sentence")


def stage_role_and_scheme_are_known(trial: Trial) -> None:
    """The stage a row proves, the role of its person and the classification of its sectors are words of the model."""
    adapter = trial.adapter
    hold(adapter.stage in STAGES, "the stage is none of " + ", ".join(STAGES))
    hold(adapter.role in ROLES, "the role is none of " + ", ".join(ROLES))
    hold(adapter.sector_scheme in ("KBLI2020", "KBLI2025"), "the sector scheme is neither KBLI2020 nor KBLI2025")
    hold(adapter.owners_included in (True, False, None), "owners_included is neither yes, no nor left out")


def version_of_the_face_is_this_one(trial: Trial) -> None:
    """The adapter is written for this version of `okoce_core.adapter`; of another one it would be refused."""
    hold(trial.adapter.api == API_VERSION, f"api is {trial.adapter.api} and not {API_VERSION}")


def name_is_its_own(trial: Trial) -> None:
    """No other installed adapter has its name in another case or with other dashes.

    People could not tell the two apart.
    """
    alike = [a.name for a in trial.others.adapters if _plain(a.name) == _plain(trial.adapter.name)]
    hold(not alike, f"its name looks like that of {', '.join(alike)}")


def _plain(name: str) -> str:
    return name.replace("-", "").casefold()


def fields_are_known(trial: Trial) -> None:
    """Every column feeds fields that exist, each of them once."""
    for column in trial.adapter.columns:
        hold(set(column.to) <= set(FIELDS), f"the column {column.title!r} feeds a field that does not exist")
        hold(len(set(column.to)) == len(column.to), f"the column {column.title!r} feeds a field twice")


def rows_are_about_somebody(trial: Trial) -> None:
    """The columns say whom or what a row is about; without it every row would be rejected.

    A form of people feeds a name, NIK, telephone number or e-mail, one of enterprises a name or register
    number, one of numbers a total.
    """
    fed = {field for column in trial.adapter.columns for field in column.to}
    if trial.adapter.is_aggregate:
        hold(any(field.startswith("total.") for field in fed) or trial.adapter.refused, "no column feeds a total")
    elif trial.adapter.subject == "enterprise":
        hold(fed & _UNITS, "no column says which enterprise a row is about")
    else:
        hold(fed & _PEOPLE, "no column says which person a row is about")


def numbers_and_people_do_not_mix(trial: Trial) -> None:
    """A form that feeds a `total.` never becomes people, so it feeds no number or e-mail address of any person."""
    fed = {field for column in trial.adapter.columns for field in column.to}
    totals = [field for field in fed if field.startswith("total.")]
    hold(not totals or not fed & _OWN, "it feeds totals, and what belongs to one person")


def enterprises_and_people_do_not_mix(trial: Trial) -> None:
    """A form whose rows are enterprises feeds nothing of a person, nor of his taking part: it would be lost."""
    fed = {field for column in trial.adapter.columns for field in column.to}
    lost = sorted(field for field in fed if field.startswith(("person.", "stage.")) or field in ("role", "date"))
    hold(trial.adapter.subject == "person" or not lost, f"rows of enterprises, of which {', '.join(lost)} is lost")


def headings_say_something(trial: Trial) -> None:
    """No heading, read or ignored, is blank or made of nothing but closing signs: it would stand for any column."""
    spelt = [head for column in trial.adapter.columns for head in (*column.heads, *column.join)]
    hold(all(fold(head) for head in (*spelt, *trial.adapter.ignore)), "a heading is blank")


def headings_are_told_apart(trial: Trial) -> None:
    """No two columns have a spelling of their heading in common, as then one would be read for the other.

    Several may read one and the same heading: for different fields, for different series, or each a part of the cell.
    """
    for one, other in combinations(trial.adapter.columns, 2):
        spelt, also = ({fold(head) for head in (*c.heads, *c.join)} for c in (one, other))
        if spelt & also and one.nth == other.nth and not (one.take and other.take):
            hold(spelt == also, f"{one.title!r} and {other.title!r} share some spellings of their headings and not all")
            twice = set(one.to) & set(other.to) if one.moment == other.moment else ()
            hold(not twice, f"{one.title!r} feeds {', '.join(twice)} twice")


def ignored_headings_are_not_read(trial: Trial) -> None:
    """No heading is both read and ignored."""
    read = {fold(head) for column in trial.adapter.columns for head in (*column.heads, *column.join)}
    both = [head for head in trial.adapter.ignore if fold(head) in read]
    hold(not both, f"{', '.join(map(repr, both))} is read and ignored")


CHECKS = checks(
    "declaration", partner_is_known, title_unit_and_why_are_told, stage_role_and_scheme_are_known,
    version_of_the_face_is_this_one, name_is_its_own, fields_are_known, rows_are_about_somebody,
    numbers_and_people_do_not_mix, enterprises_and_people_do_not_mix, headings_say_something,
    headings_are_told_apart, ignored_headings_are_not_read,
)  # fmt: skip
