"""okoce-claim: what the submitted rows add up to. A sum, no definition (design 4.4): no day, nobody counted once."""

from __future__ import annotations

from fractions import Fraction

from okoce_core.counting.figures import Figure
from okoce_core.identity.population import Population
from okoce_core.rules.heads import all_heads

__all__ = ["claimed_figures"]


def claimed_figures(population: Population) -> dict[str, Figure]:
    """Participation rows, those of them whose person owns anything, enterprises named, and all heads of all reports."""
    took_part, owned, counted = (population.said[kind] for kind in ("participation", "ownership", "headcount"))
    owners = set(owned.other)
    rows = len(took_part)
    of_owners = sum(person in owners for person in took_part.subject)
    heads = [all_heads(fact) for fact in counted.facts]
    told = [heads[fact] for fact in counted.fact]
    known = [n for n in told if n is not None]
    least, most = Fraction(sum(low for low, _ in known)), Fraction(sum(high for _, high in known))
    unknown = len(told) - len(known)
    return {
        "participants": _sum("participants", rows, rows),
        "entrepreneurs": _sum("entrepreneurs", of_owners, rows),
        "enterprises": _sum("enterprises", len(set(owned.subject)), population.enterprises),
        "jobs": Figure(
            "jobs", value=least, low=least, high=most, unknown=unknown, counted=len(known),
            coverage=Fraction(len(known), len(told)) if told else None,
            left_out={"unknown": unknown} if unknown else {},
        ),
    }  # fmt: skip


def _sum(measure: str, counted: int, of: int) -> Figure:
    value = Fraction(counted)
    left = {"absent": of - counted} if of > counted else {}
    return Figure(measure, value=value, low=value, high=value, counted=counted, left_out=left)  # type: ignore[arg-type]
