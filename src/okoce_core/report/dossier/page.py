"""The page: one file without scripts, fonts or addresses, that prints to A4 and can be read on a phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from importlib import import_module
from importlib.resources import files
from itertools import zip_longest
from re import search
from typing import Any, Final

import attrs

from okoce_core.counting.exports import Observation
from okoce_core.misuse import Misuse
from okoce_core.report.charts import Chart
from okoce_core.report.dossier.dossier import HEADLINES, Dossier
from okoce_core.report.dossier.section import Section
from okoce_core.report.dossier.words import measure, shown
from okoce_core.report.html_blocks import render, written
from okoce_core.report.tongue import Tongue, printable

__all__ = ["page"]


@attrs.frozen
class Card:
    """One of the movement's numbers on the first screen: under the main definition, beside the claim."""

    measure: str
    number: str
    ends: str
    sentences: tuple[str, ...]
    claim: str


def page(dossier: Dossier, sections: Sequence[Section], command: str, tongue: Tongue) -> str:
    """The page as HTML.

    Args:
        sections: Its parts, in order. command: The command line that writes it again.

    Raises:
        Misuse: jinja2 is not installed.
    """
    template = _template()
    html: str = template.render(
        words=_words(tongue), language=tongue.language, title=_title(dossier, tongue), main=dossier.main,
        lede=_lede(dossier, tongue), cards=[_card(dossier, name, tongue) for name in HEADLINES], sections=sections,
        command=command, side_by_side=_side_by_side, printable=printable,
        style=_markup(_text("laporan.css")),
    )  # fmt: skip
    return html


def _template() -> Any:
    try:
        jinja = import_module("jinja2")
    except ImportError:
        raise Misuse("extra-missing", "jinja2 is not installed: pip install 'okoce[report]'", asked="report") from None
    environment = jinja.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja.StrictUndefined
    )
    return environment.from_string(_text("laporan.html.j2"))


def _text(name: str) -> str:
    return files("okoce_core.report.dossier").joinpath(name).read_text("utf-8")


def _side_by_side(section: Section) -> list[tuple[Any, Any]]:
    """Each picture with the table it shows; what has no picture stands alone. Pictures have no ids that could clash."""
    pictures = [_markup(_figure(chart)) for chart in section.charts]
    blocks = [_markup(render([block])) for block in section.blocks]
    return list(zip_longest(pictures, blocks, fillvalue=""))


_WIDE: Final = 560
"""Pixels. What is wider keeps its size on a telephone and is moved sideways in its own box, or nobody could read it."""


def _figure(chart: Chart) -> str:
    svg = chart.to_svg()
    width = search(r'width="(\d+)', svg)
    if width is None or int(width[1]) <= _WIDE:
        return f"<figure>{svg}</figure>"
    return f'<figure class="wide" tabindex="0" aria-label="{written(chart.title)}">{svg}</figure>'


def _markup(html: str) -> Any:
    return import_module("markupsafe").Markup(html)


def _words(tongue: Tongue) -> dict[str, str]:
    """What the template itself says."""
    say = tongue.say
    return {
        "skip": say("Go to the contents"), "numbers": say("The three numbers"), "contents": say("Contents"),
        "claimed": say("What the lists add up to:"), "command": say("The command line that writes this report again:"),
        "beside": say("Beside this page: tabel/ (every table as CSV), okoce.sqlite, angka.sdmx.csv, manifest.json."),
    }  # fmt: skip


def _title(dossier: Dossier, tongue: Tongue) -> str:
    day = dossier.rows.observations[0].about.as_of
    if day is None:
        return tongue.say("Report of the movement")
    return tongue.say("Report of the movement, {day}", day=_day(day, tongue))


def _day(day: dt.date, tongue: Tongue) -> str:
    say = tongue.say
    months = (
        say("January"), say("February"), say("March"), say("April"), say("May"), say("June"), say("July"),
        say("August"), say("September"), say("October"), say("November"), say("December"),
    )  # fmt: skip
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _lede(dossier: Dossier, tongue: Tongue) -> str:
    """From what the figures were counted."""
    ledger = dossier.quality.ledger
    numbers = {
        "files": sum(file.state == "read" for file in dossier.reading.files),
        "partners": sum(sender.told.state in {"lists", "totals"} for sender in dossier.senders),
        "seen": ledger.seen, "recorded": ledger.recorded, "rejected": ledger.rejected,
    }  # fmt: skip
    return tongue.say(
        "Counted from {files} files of {partners} partners: {seen} rows seen, {recorded} of them recorded and "
        "{rejected} rejected.",
        **{name: tongue.number(number) for name, number in numbers.items()},
    )


def _card(dossier: Dossier, name: str, tongue: Tongue) -> Card:
    row = dossier.headline(dossier.main, name)
    claimed = dossier.claim if dossier.claim is not dossier.main else None
    return Card(
        measure(name, tongue),
        shown(row, tongue),
        _open(row, tongue),
        tuple(_sentences(dossier, name, tongue)),
        shown(dossier.headline(claimed, name), tongue) if claimed else "",
    )


def _open(row: Observation, tongue: Tongue) -> str:
    """How much the lists leave open."""
    if row.low is None or row.high is None:
        return ""
    if row.value == row.low == row.high:
        return tongue.say("The lists leave nothing open.")
    low, high = tongue.number(row.low), tongue.number(row.high)
    if row.value is not None and row.value < row.low:  # whom nobody could count is in the ends alone
        return tongue.say(
            "With the totals of partners that sent no lists: between {low} and {high}.", low=low, high=high
        )
    return tongue.say("Between {low} and {high}.", low=low, high=high)


def _sentences(dossier: Dossier, name: str, tongue: Tongue) -> list[str]:
    say, row = tongue.say, dossier.headline(dossier.main, name)
    if row.state == "not asked":
        return [say("This definition does not ask for it.")]
    if row.state == "modelled":
        return [say("A model: an assumed rate times the participants. Nobody was counted.")]
    if dossier.main.basis == "rows":
        return [say("The rows as they were sent, added up: a sum, no definition.")]
    told = {
        "participants": say("Different people; whoever stands on several lists counts once."),
        "entrepreneurs": say("Participants who are entrepreneurs by the definition above."),
        "jobs": say("Workers in those entrepreneurs' enterprises."),
    }
    unknown = say("Of {n} more nothing can be said: unknown, not nought.", n=tongue.number(row.unknown or 0))
    return [told[name], *([unknown] if row.unknown else [])]
