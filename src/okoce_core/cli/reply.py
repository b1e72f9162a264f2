"""``okoce reply``: for each partner a folder with the marked files, the list of problems and a message."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import attrs

from okoce_core.cli import terminal
from okoce_core.cli.asked_key import asked_key
from okoce_core.cli.inputs import check_output, exit_status, read_inputs
from okoce_core.cli.progress import Progress
from okoce_core.evidence import Ledger
from okoce_core.intake import Reading
from okoce_core.misuse import Misuse
from okoce_core.report.blocks import Block, Item, Listing, Table
from okoce_core.report.replies import Reply, Unaddressed, address, replies
from okoce_core.report.replies.following import STATES
from okoce_core.report.replies.marks import need_openpyxl
from okoce_core.report.tongue import Tongue

__all__ = ["run"]


def run(options: argparse.Namespace, tongue: Tongue) -> int:
    """Read, write the replies, say what was written, and give the exit status."""
    key = asked_key(options)
    need_openpyxl()
    check_output(options.out, options.paths)
    deadline, earlier = _day(options.deadline), _earlier(options)
    with Progress(tongue, quiet=options.quiet) as progress:
        reading = read_inputs(options, tongue, progress)
        paths = sorted(set(options.paths))
        made = replies(reading, *paths, language=tongue.language, key=key, earlier=earlier, deadline=deadline)
        sent = [attrs.evolve(reply, files=_write(reply, options.out)) for reply in made]
    _, nobody = address(reading)
    if options.json:
        terminal.write_json(_document(reading, sent, nobody))
    elif not (options.quiet and sent):
        terminal.show(_shown(sent, nobody, options.out, tongue, keyed=key is not None))
    return exit_status(reading, strict=options.strict)


def _day(written: str | None) -> dt.date | None:
    try:
        return None if written is None else dt.date.fromisoformat(written)
    except ValueError:
        raise Misuse("bad-date", "--deadline takes a date, YYYY-MM-DD", asked=written or '""') from None


def _earlier(options: argparse.Namespace) -> Path:
    since: Path | None = options.since
    if since is not None and not since.is_dir():
        raise Misuse("no-such-path", f"there is no folder {since}", asked=str(since))
    return since or options.out


def _write(reply: Reply, out: Path) -> dict[str, bytes]:
    """Write one reply; gives the names alone, so that only one is in memory."""
    folder = out / reply.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in reply.files.items():
            (folder / name).write_bytes(data)
    except OSError:
        raise Misuse("cannot-write", f"{folder} cannot be written", asked=str(folder)) from None
    return dict.fromkeys(reply.files, b"")


def _document(reading: Reading, sent: Sequence[Reply], nobody: Iterable[Unaddressed]) -> dict[str, Any]:
    return {
        "format": "okoce-replies/1",
        "inputs": reading.inputs,
        "replies": [_told(reply) for reply in sent],
        "unaddressed": [attrs.asdict(one) for one in nobody],
    }


def _told(reply: Reply) -> dict[str, Any]:
    states = reply.states()
    return {
        "partner": reply.partner.id, "folder": reply.folder, "files": sorted(reply.files),
        "ledger": attrs.asdict(sum((own.ledger for own in reply.addressee.files), Ledger())),
        "problems": {state: states.get(state, 0) for state in STATES},
        "unmarked": dict(reply.unmarked), "guessed": reply.addressee.is_guessed,
    }  # fmt: skip


def _shown(
    sent: Sequence[Reply], nobody: Sequence[Unaddressed], out: Path, tongue: Tongue, *, keyed: bool
) -> Iterator[Block]:
    say = tongue.say
    if not sent:
        yield say("No partner is known, so no reply was written.")
    else:
        yield _table(sent, out, tongue)
    guessed = [Item(reply.partner.id) for reply in sent if reply.addressee.is_guessed]
    if guessed:
        title = say("Several files of these are theirs by the form alone; look whether one partner sent them all")
        yield Listing(title, tuple(guessed))
    if old := [Item(str(path)) for reply in sent for path in _left_over(reply, out)]:
        yield Listing(say("Marked copies left from an earlier reply; do not send them"), tuple(old))
    if nobody:
        title = say("What no reply tells")
        yield Listing(title, tuple(_unaddressed(one, tongue) for one in nobody))
    if sent and not keyed:
        yield say(
            "Without a key (--key-file or OKOCE_KEY) problems are only numbered: the next reply can tell how many were "
            "mended, not which."
        )


def _left_over(reply: Reply, out: Path) -> list[Path]:
    return sorted(p for p in (out / reply.folder).glob("*-ditandai.xlsx") if p.name not in reply.files)


def _table(sent: Sequence[Reply], out: Path, tongue: Tongue) -> Table:
    say = tongue.say
    heads = (
        say("Partner"), say("Folder"), say("new"), say("still open"), say("not checked again"), say("fixed"),
        say("row gone"), say("Marked copies"),
    )  # fmt: skip
    rows = []
    for reply in sent:
        states = reply.states()
        counts = [tongue.number(states.get(state, 0)) for state in STATES]
        copies = sum(name.endswith(".xlsx") for name in reply.files)
        rows.append((reply.partner.name or reply.partner.id, reply.folder, *counts, tongue.number(copies)))
    return Table(say("Replies in {folder}", folder=out), heads, tuple(rows), frozenset(range(2, 8)))


def _unaddressed(one: Unaddressed, tongue: Tongue) -> Item:
    words = {
        "no-partner": tongue.say("whose file it is, nobody says; name the partner in kiriman.toml"),
        "form-only": tongue.say("many organisations use this form; name the partner in kiriman.toml"),
        "shared": tongue.say("these rows are not of one partner alone"),
        "manifest": tongue.say("the manifest, which is no partner's to mend"),
    }
    return Item(f"{tongue.number(one.problems)}× {one.file}: {words[one.why]}")
