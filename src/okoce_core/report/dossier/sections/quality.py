"""What the figures mean and how good they are, in plain words: identity, doubt, dates, rows, contradictions."""

from __future__ import annotations

from collections.abc import Iterator

from okoce_core.frames import Kind
from okoce_core.report.blocks import Block, Table
from okoce_core.report.dossier.dossier import Dossier
from okoce_core.report.dossier.records import Records
from okoce_core.report.dossier.section import Section
from okoce_core.report.texts import explanation_text
from okoce_core.report.tongue import Tongue

__all__ = ["records", "section"]


def section(dossier: Dossier, tongue: Tongue) -> Section:
    """What stands on the page."""
    say = tongue.say
    guide = say("What one must know before using the figures: what they rest on, and what the lists leave open.")
    blocks: list[Block] = [*_sentences(dossier, tongue), _rows(dossier, tongue), *_contradictions(dossier, tongue)]
    return Section("mutu", say("What the figures rest on"), (guide,), (), tuple(blocks))


def _sentences(dossier: Dossier, tongue: Tongue) -> Iterator[str]:
    say, number, told = tongue.say, tongue.number, dossier.quality
    yield _identity(dossier, tongue)
    if told.decisions:
        yield say("{n} decisions that somebody made on pairs of people were followed.", n=number(told.decisions))
    yield say(
        "{n} pairs of people may be one person each and were left as two; the low end counts each pair once.",
        n=number(told.doubts),
    )
    yield say("{n} rows tell of something nobody dated; such facts are in the high end only.", n=number(told.undated))
    yield _headcounts(dossier, tongue)
    if dossier.suppress:
        yield say(
            "Numbers of fewer than {people} people, or of fewer than {enterprises} enterprises, are hidden, and as "
            "many more as it takes that none of them can be worked out.",
            people=dossier.suppress.threshold, enterprises=dossier.suppress.enterprises,
        )  # fmt: skip
    else:
        yield say("Nothing is hidden: this report may tell of single people and is not for publication.")


def _identity(dossier: Dossier, tongue: Tongue) -> str:
    say, told = tongue.say, dossier.quality
    if told.identity == "exact":
        return say(
            "Two rows are one person where an identifier says so (NIK, phone with first name, full name with birth "
            "date, e-mail); a name alone never decides."
        )
    if told.scorer:
        return say("Two rows are one person where the scorer {scorer} holds it likely.", scorer=told.scorer)
    return say(
        "Two rows are one person where all that they show (NIK, name, birth date, phone, place, enterprise) makes it "
        "likely enough, by a model that these lists taught; a name alone never decides."
    )


def _headcounts(dossier: Dossier, tongue: Tongue) -> str:
    say, jobs = tongue.say, dossier.headline(dossier.main, "jobs")
    if jobs.coverage is None or jobs.unknown is None:
        return say("Jobs are not counted under this definition, or may not be shown.")
    percent = tongue.number(round(jobs.coverage * 100))
    return say(
        "{percent} % of the enterprises have a known number of workers; of {n} it is unknown, and unknown is not "
        "nought.",
        percent=percent, n=tongue.number(jobs.unknown),
    )  # fmt: skip


def _rows(dossier: Dossier, tongue: Tongue) -> Table:
    say, told, ledger = tongue.say, dossier.quality, dossier.quality.ledger
    rows = (
        (say("Files"), tongue.number(told.files)),
        (say("Files that came twice and count once"), tongue.number(told.repeated)),
        (say("Files that could not be read"), tongue.number(told.unreadable)),
        (say("Rows seen"), tongue.number(ledger.seen)),
        (say("Rows recorded"), tongue.number(ledger.recorded)),
        (say("Rows rejected, each with a reason"), tongue.number(ledger.rejected)),
        (say("Blank rows"), tongue.number(ledger.blank)),
        (say("Rows skipped: titles, totals, notes"), tongue.number(ledger.skipped)),
    )
    return Table(say("What became of every row"), (say("What"), say("How many")), rows, frozenset({1}))


def _contradictions(dossier: Dossier, tongue: Tongue) -> Iterator[Table]:
    rows = [
        (explanation_text("conflict", code, tongue.language), tongue.number(n))
        for code, n in dossier.quality.contradictions.items()
    ]
    if rows:
        heads = tongue.say("What contradicts itself"), tongue.say("How often")
        yield Table(tongue.say("Contradictions"), heads, tuple(rows), frozenset({1}))


def records(dossier: Dossier) -> Iterator[Records]:
    """The same for programs."""
    columns: dict[str, Kind] = {"name": "text", "value": "text"}
    told, ledger = dossier.quality, dossier.quality.ledger
    values: dict[str, object] = {
        "identity": told.identity, "scorer": told.scorer, "decisions": told.decisions, "doubtful_pairs": told.doubts,
        "undated_rows": told.undated, "files": told.files, "files_repeated": told.repeated,
        "files_not_readable": told.unreadable, "rows_seen": ledger.seen, "rows_recorded": ledger.recorded,
        "rows_rejected": ledger.rejected, "rows_blank": ledger.blank, "rows_skipped": ledger.skipped,
        **{f"contradiction_{code}": n for code, n in told.contradictions.items()},
    }  # fmt: skip
    yield Records("mutu", columns, ("name",), tuple({"name": n, "value": str(v)} for n, v in values.items()))
