"""`nhacviec report FILE`: a paper by the ending of its name; what stood there before is replaced only by a whole file."""

import argparse
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from bot.commands.office import Refused, office_shown, refusable
from bot.settings import Settings
from locales.papers.write import KINDS, OF_MARKS, frame_of, write
from locales.say import office_papers as say
from storage.db import Connection, Store
from storage.evidence.files import place
from storage.papers import Facts, reading
from storage.points import scores
from storage.work import campaigns


@refusable
def run(arguments: argparse.Namespace, store: Store, settings: Settings, now: datetime | None = None) -> int:
    """Write the paper.

    Returns:
        0, or 1 where there is no such paper, no office, nothing loaded, or no place to write it.
    """
    path, now = Path(arguments.file), now or datetime.now(UTC)
    ending = path.suffix.lower()
    kinds = KINDS.get(ending)
    if kinds is None:
        raise Refused(say.unknown_ending(path.name, list(KINDS)))
    kind = arguments.kind or kinds[0]
    if kind not in kinds:
        raise Refused(say.unknown_kind(ending, kind, list(kinds)))
    if not path.absolute().parent.is_dir():
        raise Refused(say.no_folder(str(path.absolute().parent)))
    with store.transaction() as db:
        office = office_shown(db, arguments.unit)
        campaign = _campaign(db, office[0], arguments.year, kind, now.astimezone(settings.zone).date())
        facts = reading.facts(db, office[0], campaign[0], now, settings.zone) if campaign else None
    if facts is None or not facts.rows:
        raise Refused(say.nothing_to_tell())
    facts = replace(facts, frame=frame_of(settings.data_dir, kind))
    evidence = settings.data_dir / "evidence"
    if ending == ".zip" and (megabytes := getattr(arguments, "split", None)):
        return _write_parts(path, kind, facts, evidence, megabytes)
    return _write(path, ending, kind, facts, evidence)


def _write_parts(path: Path, kind: str, facts: Facts, evidence: Path, megabytes: int) -> int:
    """The dossier in packages; older ones of the same name are replaced one by one."""
    from locales.papers import dossier

    most = max(1, megabytes) * 2**20
    hidden = path.with_name(f".{path.name}")
    made: list[Path] = []
    try:
        made = dossier.write_parts(hidden, facts, lambda sha256: place(evidence, sha256), most, merged=kind == "merged")
        for one in made:
            print(say.written(str(one.replace(one.with_name(one.name.removeprefix("."))))))
    except OSError as wrong:
        raise Refused(say.not_written(str(path), wrong.strerror or "")) from None
    finally:
        for one in made:
            one.unlink(missing_ok=True)
    return 0


def _campaign(db: Connection, office: int, year: int | None, kind: str, today: date) -> tuple[int, int] | None:
    """The year asked for, else the last one with marks for a paper of these, else the one that "now" means."""
    if year is None:
        marked = scores.last_marked(db, office) if kind in OF_MARKS else None
        return marked or campaigns.current(db, office, today)
    found = campaigns.of_year(db, office, year)
    return (found, year) if found else None


def _write(path: Path, ending: str, kind: str, facts: Facts, evidence: Path) -> int:
    whole = path.with_name(f".{path.name}.part")
    try:
        write(whole, ending, kind, facts, lambda sha256: place(evidence, sha256))
        whole.replace(path)
    except OSError as wrong:
        raise Refused(say.not_written(str(path), wrong.strerror or "")) from None
    finally:
        whole.unlink(missing_ok=True)
    print(say.written(str(path)))
    return 0
