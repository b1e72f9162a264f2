"""Who is the same across lists: ``resolve(reading)`` gives a population, with the reason of every link.

``identity="full"``, the default, compares all that entries show of people and enterprises, by models that the lists
teach; see :mod:`okoce_core.identity.full` and :mod:`okoce_core.identity.units`.
``identity="exact"`` links by identifiers and full agreement alone: NIK (unless its own row speaks against it), phone
with first name, full name with birth date, e-mail; NIB or institution number for enterprises, and one owner's
enterprise of one name. A name alone never links there. Placeholders reach neither (the parsers refuse them).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from okoce_core.identity.bonds import NO_BONDS
from okoce_core.identity.components import Components
from okoce_core.identity.decisions import Applied, Decisions, applied
from okoce_core.identity.entry_names import entry_names
from okoce_core.identity.exact import exact_enterprises, exact_people
from okoce_core.identity.full import decide
from okoce_core.identity.keys import Sounds
from okoce_core.identity.linker import Linker, ids, starts
from okoce_core.identity.merging import merged
from okoce_core.identity.population import Doubt, Estimate, Links, Population
from okoce_core.identity.units import full_enterprises
from okoce_core.intake.outcome import Reading
from okoce_core.misuse import Misuse
from okoce_core.model.bulk import bulk
from okoce_core.plugins.scorers import chosen
from okoce_core.scorer import Scorer

__all__ = ["IDENTITIES", "resolve"]

IDENTITIES: Final = ("exact", "full")
"""The ways of deciding identity: by identifiers and full agreement alone, or by all the evidence there is (default)."""


def resolve(
    reading: Reading,
    *,
    identity: str = "full",
    decisions: Decisions | None = None,
    scorer: Scorer | str | None = None,
) -> Population:
    """Decide who is the same.

    Args:
        reading: What was read. Files whose ids are "resolved" are taken at their word.
        identity: One of :data:`IDENTITIES`.
        decisions: What somebody has decided of pairs of entries; it binds full identity.
        scorer: Another tool whose odds hold in place of okoce's own, or the name of an installed one.

    Raises:
        Misuse: an unknown way; a reading that came out of a pickle, which carries no personal values; decisions or a
            scorer where identity is exact; a scorer that there is not, or that fails.
    """
    _check(reading, identity, decisions, scorer)
    with bulk():
        population = _exactly(reading) if identity == "exact" else _by_evidence(reading, decisions, scorer)
        population.scorer = scorer.name if isinstance(scorer, Scorer) else scorer or ""
        return population


def _check(reading: Reading, identity: str, decisions: Decisions | None, scorer: Scorer | str | None) -> None:
    if identity not in IDENTITIES:
        raise Misuse(
            "unknown-identity", f"no way of deciding identity is named {identity!r}", asked=identity, allowed=IDENTITIES
        )
    if any(f.records.people.withheld or f.records.enterprises.withheld for f in reading.files):
        raise Misuse("reading-without-values", "a pickled reading carries no personal values; read the files again")
    if decisions is not None and identity == "exact":
        raise Misuse("decisions-need-full", "decisions bind full identity; exact identity asks nobody")
    if scorer is not None and identity == "exact":
        raise Misuse("scorer-needs-full", "a scorer serves full identity; exact identity asks nobody")


def _exactly(reading: Reading) -> Population:
    people, links, doubted = exact_people(reading)
    person, count = people.numbered()
    units, unit_links = exact_enterprises(reading, person)
    enterprise, unit_count = units.numbered()
    doubts = _doubts("nik", doubted, person)
    return merged(reading, "exact", (person, count, links), (enterprise, unit_count, unit_links), doubts)


def _by_evidence(reading: Reading, decisions: Decisions | None, scorer: Scorer | str | None) -> Population:
    sounds = Sounds()
    people, links, doubted, estimate, outcome = _people(reading, decisions, scorer, sounds)
    person, count = people.numbered()
    units = full_enterprises(reading, person, sounds)
    enterprise, unit_count = units.components.numbered()
    return merged(
        reading, "full", (person, count, links), (enterprise, unit_count, units.links),
        _doubts("evidence", doubted, person), (estimate, units.estimate if estimate else None), decisions=outcome,
    )  # fmt: skip


def _doubts(reason: str, doubted: Iterable[tuple[int, int]], person: Sequence[int]) -> tuple[Doubt, ...]:
    """Pairs of entries in doubt as pairs of people, each once."""
    pairs = ((person[a], person[b]) for a, b in doubted)
    return tuple(
        Doubt(reason, *pair) for pair in sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    )


_Found = tuple[Components, Links, list[tuple[int, int]], Estimate | None, Applied | None]
_LIKELY: Final = -2.0
"""Links of odds above one in eight that were not made are in doubt."""


def _people(reading: Reading, decisions: Decisions | None, scorer: Scorer | str | None, sounds: Sounds) -> _Found:
    asked = None if scorer is None else chosen(scorer)
    begins = starts([len(f.records.people) for f in reading.files])
    linker, placed = Linker(begins[-1]), list(zip(begins, reading.files, strict=False))
    local = [(start, file) for start, file in placed if not file.records.resolved]
    linker.claim("id", ((start, ids(f.records.people.ids)) for start, f in placed if f.records.resolved))
    linker.claim("id", ((start, ids(f.records.people.ids, start)) for start, f in local))
    places = [entry for start, file in local for entry in range(start, start + len(file.records.people))]
    files = [file for _, file in local]
    outcome = applied(decisions, entry_names(files, decisions.key)) if decisions else None
    clusters = (decided := decide(files, outcome.bonds if outcome else NO_BONDS, asked, sounds)).clusters
    if outcome:
        linker.link("decision", ((places[a], places[b]) for a, b in outcome.bonds.same))
    links = sorted(divmod(pair, len(places)) for _, pair in clusters.links)
    linker.link("evidence", ((places[a], places[b]) for a, b in links))
    open_links = [*clusters.outvoted, *clusters.open]
    doubted = [divmod(pair, len(places)) for odds, pair in open_links if odds > _LIKELY]
    pairs = [(places[a], places[b]) for a, b in doubted]
    return linker.components, linker.links, pairs, decided.estimate, outcome
