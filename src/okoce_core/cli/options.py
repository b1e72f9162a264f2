"""What may be said to each command. Wrong values are found later, by those who know the right ones."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser
from pathlib import Path

from okoce_core.report.tongue import LANGUAGES, Tongue

__all__ = [
    "adapter_name", "adapters_check", "adapters_new", "compare", "convert", "count", "decisions", "explain", "identity",
    "inputs", "json", "key", "language", "nothing", "published_check", "quiet", "read", "report", "rulebook_name",
    "rulebook_pair", "template",
]  # fmt: skip


def nothing(_parser: ArgumentParser, _tongue: Tongue) -> None:
    """A command without options of its own."""


def language(parser: ArgumentParser, tongue: Tongue) -> None:
    """``--bahasa``, for the help alone: it is taken out of the words before they are parsed."""
    parser.add_argument("--bahasa", choices=LANGUAGES, help=tongue.say("the language (default: id, or OKOCE_BAHASA)"))


def quiet(parser: ArgumentParser, tongue: Tongue) -> None:
    """``--quiet``, before the command or after it; without a default, so that neither place undoes the other."""
    about = tongue.say("only what was asked for: no progress, no notes, nothing about files and problems")
    parser.add_argument("--quiet", action="store_true", default=SUPPRESS, help=about)


def json(parser: ArgumentParser, tongue: Tongue) -> None:
    """``--json``."""
    parser.add_argument("--json", action="store_true", help=tongue.say("write JSON for programs"))


def inputs(parser: ArgumentParser, tongue: Tongue) -> None:
    """What is read, and how: PATH, ``--adapter``, ``--strict``."""
    say = tongue.say
    paths = say("files, folders (with kiriman.toml or without), zip archives")
    parser.add_argument("paths", nargs="+", metavar="PATH", help=paths)
    adapter = say("read every file with this adapter or mapping file; see okoce adapters list")
    parser.add_argument("--adapter", metavar=say("NAME|FILE.toml"), help=adapter)
    strict = say("exit with 1 if there is any problem of the level error")
    parser.add_argument("--strict", action="store_true", help=strict)


def read(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce read``."""
    inputs(parser, tongue)
    json(parser, tongue)
    report = tongue.say("also write every problem into this CSV")
    parser.add_argument("--report", type=Path, metavar=tongue.say("FILE.csv"), help=report)


def convert(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce convert``."""
    inputs(parser, tongue)
    json(parser, tongue)
    out = tongue.say("where to write the records")
    parser.add_argument("--out", type=Path, required=True, metavar=tongue.say("FILE.jsonl"), help=out)


def count(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce count``."""
    about = tongue.say(
        "a definition to count under, may be repeated (default: okoce-claim@1, okoce-reach@1, okoce-p4@1)"
    )
    _counting(parser, tongue, about)
    _tables(parser, tongue)
    out = tongue.say("also write every number into this file as rows: .csv, or .sdmx.csv for SDMX-CSV 2.0")
    parser.add_argument("--out", type=Path, metavar=tongue.say("FILE.csv"), help=out)
    suppress = tongue.say("hide in that file what could tell of single persons or enterprises")
    parser.add_argument("--suppress", action="store_true", help=suppress)


def compare(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce compare``."""
    say = tongue.say
    about = say(
        "a definition to compare, may be repeated; the steps lead from the first to the last "
        "(default: okoce-claim@1, okoce-p4@1, strict-audit@1)"
    )
    _counting(parser, tongue, about)
    measure = say(
        "show the steps of this measure: participants, entrepreneurs, enterprises, jobs; may be repeated "
        "(default: participants, entrepreneurs and jobs, where both definitions count them)"
    )
    parser.add_argument("--measure", action="append", default=[], metavar=say("MEASURE"), help=measure)
    split = say("also each clause's share in the difference whatever the order; a sum of rows cannot be split")
    parser.add_argument("--split", action="store_true", help=split)


def explain(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce explain``."""
    say = tongue.say
    _counting(parser, tongue, say("the one definition to explain by; there is no default"))
    about = parser.add_mutually_exclusive_group()
    measure = say("explain this figure: participants, entrepreneurs, enterprises, jobs (default: entrepreneurs)")
    about.add_argument("--measure", default="entrepreneurs", metavar=say("MEASURE"), help=measure)
    person = say("explain one person, by the row that speaks of him or by his resolved id")
    about.add_argument("--person", metavar=say("FILE:ROW|FILE:SHEET:ROW|ID"), help=person)
    enterprise = say("explain one enterprise, by the row that speaks of it or by its resolved id")
    about.add_argument("--enterprise", metavar=say("FILE:ROW|FILE:SHEET:ROW|ID"), help=enterprise)
    cell = say("only this cell of a breakdown, such as province=31 or sex=unknown; may be repeated")
    parser.add_argument("--cell", action="append", default=[], metavar=say("DIMENSION=VALUE"), help=cell)
    most = say("how many people or enterprises to show for each reason (default: 20)")
    parser.add_argument("--most", type=int, default=20, metavar="N", help=most)


def report(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce report``."""
    say = tongue.say
    about = say(
        "a definition to count under, may be repeated; the report is about the last "
        "(default: okoce-claim@1, okoce-reach@1, okoce-p4@1)"
    )
    _counting(parser, tongue, about)
    out = say("the folder of the report: a new one, an empty one, or that of an earlier report")
    parser.add_argument("--out", type=Path, required=True, metavar=say("FOLDER"), help=out)
    suppress = say("hide nothing, not even what could tell of single persons or enterprises; not for publication")
    parser.add_argument("--no-suppress", dest="suppress", action="store_false", help=suppress)


def published_check(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce published check``."""
    say = tongue.say
    about = say("a definition to count under, may be repeated (default: okoce-claim@1, okoce-reach@1, okoce-p4@1)")
    _counting(parser, tongue, about)
    scope = say("whose people the files hold: dki, national, outside_dki, website; without it nothing is compared")
    parser.add_argument("--scope", metavar=say("SCOPE"), help=scope)


def _counting(parser: ArgumentParser, tongue: Tongue, rulebooks: str) -> None:
    """What every command that counts takes; ``rulebooks`` says what ``--rulebook`` is for."""
    say = tongue.say
    inputs(parser, tongue)
    json(parser, tongue)
    parser.add_argument("--rulebook", action="append", default=[], metavar=say("ID|FILE.toml"), help=rulebooks)
    field = say("set a field of the rulebooks otherwise, such as jobs.owners=per_enterprise; the label says so")
    parser.add_argument("--set", action="append", default=[], metavar=say("FIELD=JSON"), help=field)
    _days(parser, tongue)
    identity(parser, tongue)
    decisions(parser, tongue)
    key(parser, tongue)


def identity(parser: ArgumentParser, tongue: Tongue) -> None:
    """``--identity``."""
    say = tongue.say
    way = say("how people are recognised across lists: full (by all evidence; the default), or exact (by identifiers)")
    parser.add_argument("--identity", default="full", metavar=say("WAY"), help=way)
    scorer = say("let an installed scorer say how likely two entries are one person (with --identity full)")
    parser.add_argument("--scorer", metavar=say("NAME"), help=scorer)


def decisions(parser: ArgumentParser, tongue: Tongue) -> None:
    """``--decisions``."""
    say = tongue.say
    about = say("a file of okoce review that somebody decided in; may be repeated")
    parser.add_argument("--decisions", type=Path, action="append", default=[], metavar=say("FILE"), help=about)


def key(parser: ArgumentParser, tongue: Tongue) -> None:
    """``--key-file``."""
    say = tongue.say
    about = say("the key of the pseudonyms, at least 16 bytes (default: OKOCE_KEY)")
    parser.add_argument("--key-file", type=Path, metavar=say("FILE"), help=about)


def _days(parser: ArgumentParser, tongue: Tongue) -> None:
    say = tongue.say
    as_of = say("the day the figures speak of (default: the latest in the files)")
    parser.add_argument("--as-of", metavar=say("DATE"), help=as_of)
    parser.add_argument("--known-at", metavar=say("DATE"), help=say("count only what was known by this day"))


def _tables(parser: ArgumentParser, tongue: Tongue) -> None:
    say = tongue.say
    by = say(
        "break the figures down: partner, partner_kind, province, regency, district, sex, age_group, disability, "
        "sector, size_class, stage, joined_year, business; may be repeated, or with commas"
    )
    parser.add_argument("--by", action="append", default=[], metavar=say("DIMENSION"), help=by)
    way = say("share the figures out among partners: full, first, last, equal, weighted, exclusive, via_owner, shapley")
    parser.add_argument("--attribution", action="append", default=[], metavar=say("METHOD"), help=way)
    weight = say("the weight of a partner, a whole number, for --attribution weighted; may be repeated")
    parser.add_argument("--weight", action="append", default=[], metavar=say("PARTNER=NUMBER"), help=weight)
    force = say("persons in the labour force, for the ratios of perpres2-2022@1")
    parser.add_argument("--labour-force", type=int, metavar="N", help=force)


def adapter_name(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce adapters show``."""
    parser.add_argument("name", metavar=tongue.say("NAME"), help=tongue.say("an adapter; see okoce adapters list"))
    json(parser, tongue)


def adapters_new(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce adapters new``."""
    say = tongue.say
    parser.add_argument("name", metavar=say("NAME"), help=say("the name of the package: lower case, digits, dashes"))
    given = say("a file of the partner; its headings are taken over, never its rows")
    parser.add_argument("--from", dest="given", required=True, metavar=say("FILE"), help=given)
    out = say("where the package's folder is made")
    parser.add_argument("--out", type=Path, default=Path(), metavar=say("FOLDER"), help=out)
    parser.add_argument("--partner", metavar="ID", help=say("the partner's id (default: NAME)"))
    kinds = say("community, association, campus, school, pesantren, company, government (default: community)")
    parser.add_argument("--kind", metavar=say("KIND"), help=kinds)
    json(parser, tongue)


def adapters_check(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce adapters check``."""
    say = tongue.say
    parser.add_argument("name", metavar=say("NAME|FILE.toml"), help=say("an adapter, or a mapping file"))
    samples = say("a folder with sample files of the form (without: files made from its columns)")
    parser.add_argument("--samples", type=Path, metavar=say("FOLDER"), help=samples)
    json(parser, tongue)


def template(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce template``."""
    say = tongue.say
    partner = say("an adapter, a partner with one form, or a mapping file; see okoce partners list")
    parser.add_argument("partner", metavar=say("PARTNER"), help=partner)
    json(parser, tongue)
    out = say("where to write the form")
    parser.add_argument("--out", type=Path, required=True, metavar=say("FILE.xlsx"), help=out)


def rulebook_pair(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce rulebooks diff``."""
    for place, about in (("one", tongue.say("a rulebook")), ("other", tongue.say("another"))):
        parser.add_argument(place, metavar=tongue.say("ID|FILE.toml"), help=about)
    json(parser, tongue)


def rulebook_name(parser: ArgumentParser, tongue: Tongue) -> None:
    """Of ``okoce rulebooks show``."""
    parser.add_argument("name", metavar=tongue.say("ID|FILE.toml"), help=tongue.say("a rulebook, such as okoce-p4@1"))
    json(parser, tongue)
