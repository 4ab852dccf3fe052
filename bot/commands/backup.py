"""`nhacviec backup DIR` and `nhacviec restore DIR`: a safe copy beside a running `run`, and the safe way back.

The database is copied first, as of one moment; the evidence that it speaks of after it, since bytes are safe before their
row is. A copy is whole or not there: it gets its name last.
"""

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.settings import Settings
from bot.watch import FileLock
from locales.say import terminal as say
from storage import audit, migrate
from storage import backup as tables
from storage.db import Connection, Store
from storage.errors import BadDatabase
from storage.evidence import documents
from storage.evidence.files import Files, place

FORM = 1
DONE, REFUSED = 0, 1


class NoCopy(Exception):
    """The folder holds no whole copy; its text is for people."""


def backup(arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    """Copy everything into a new folder of its own below DIR; prints where."""
    now = datetime.now(UTC).astimezone(settings.zone)
    home = Path(arguments.dir)
    target = home / f"nhacviec-{now:%Y%m%d-%H%M%S}"
    part = target.with_name(f".{target.name}.part")
    try:
        (part / "tables").mkdir(parents=True, mode=0o700)
        facts, hashes = store.look(lambda db: _database(db, part / "tables"))
        evidence = _evidence(Files(settings.data_dir / "evidence"), hashes, part / "evidence")
        whole = {"form": FORM, "made_at": now.isoformat(timespec="seconds"), **facts, "evidence": evidence}
        _keep(part / "manifest.json", json.dumps(whole, ensure_ascii=False, indent=1).encode())
        part.replace(target)
        store.run(lambda db: audit.note(db, audit.BACKUP, "database", now, rows=sum(facts["rows"].values()), files=len(evidence)))
    except OSError as wrong:  # a full disk, a file in the way, no permission
        shutil.rmtree(part, ignore_errors=True)
        print(say.backup_failed(str(home), wrong.strerror or ""), file=sys.stderr)
        return REFUSED
    print(say.backed_up(str(target), sum(facts["rows"].values()), len(evidence)))
    return DONE


def _database(db: Connection, folder: Path) -> tuple[dict[str, Any], set[str]]:
    tables.freeze(db)
    rows = tables.dump(db, folder)
    for path in folder.iterdir():
        path.chmod(0o600)
    hashes = {path.name: _hash(path) for path in sorted(folder.iterdir())}
    return {"schema": migrate.version(db), "rows": rows, "hashes": hashes}, documents.wanted_hashes(db)


def _evidence(files: Files, wanted: set[str], folder: Path) -> dict[str, int]:
    """Copy the bytes; what was destroyed on purpose in the meantime is not there any more."""
    copied = {}
    for sha256 in sorted(wanted):
        path, target = files.path_of(sha256), place(folder, sha256)
        if path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            shutil.copyfile(path, target)
            target.chmod(0o600)
            copied[sha256] = target.stat().st_size
    return copied


def _keep(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(0o600)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restore(arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    """Return a copy into an empty database and DATA_DIR; nothing is sent until `sending on`."""
    try:
        folder = _newest(Path(arguments.dir))
        facts = _checked(folder)
        with _alone(store, settings.data_dir):
            _return_evidence(facts["evidence"], folder / "evidence", Files(settings.data_dir / "evidence"))
            held = store.run(lambda db: _return_database(db, facts, folder / "tables"))
    except NoCopy as wrong:
        print(wrong, file=sys.stderr)
        return REFUSED
    except BadDatabase:
        print(say.not_empty(), file=sys.stderr)
        return REFUSED
    made_at = datetime.fromisoformat(facts["made_at"])
    print(say.restored(made_at, settings.zone, sum(facts["rows"].values()), len(facts["evidence"]), held))
    return DONE


def _newest(folder: Path) -> Path:
    """The copy itself, or the newest one below the folder."""
    found = [folder] if (folder / "manifest.json").is_file() else sorted(folder.glob("nhacviec-*/manifest.json"))
    if not found:
        raise NoCopy(say.no_copy(str(folder)))
    return found[-1] if found[-1].is_dir() else found[-1].parent


def _checked(folder: Path) -> dict[str, Any]:
    """What the copy says of itself, after every byte was compared with it."""
    facts: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    if facts.get("form") != FORM:
        raise NoCopy(say.other_version(str(folder)))
    for name, sha256 in facts["hashes"].items():
        if not (folder / "tables" / name).is_file() or _hash(folder / "tables" / name) != sha256:
            raise NoCopy(say.damaged(str(folder), name))
    for sha256, size in facts["evidence"].items():
        path = place(folder / "evidence", sha256)
        if not path.is_file() or path.stat().st_size != size or _hash(path) != sha256:
            raise NoCopy(say.damaged(str(folder), sha256[:12]))
    return facts


@contextmanager
def _alone(store: Store, data_dir: Path) -> Iterator[None]:
    """No `run` may work on this folder meanwhile."""
    lock = FileLock(data_dir) if store.is_sqlite else None
    try:
        yield
    finally:
        if lock is not None:
            lock.release()


def _return_evidence(evidence: dict[str, int], source: Path, files: Files) -> None:
    for sha256 in evidence:
        with place(source, sha256).open("rb") as file, files.open_temp() as temp:
            while piece := file.read(1024 * 1024):
                temp.write(piece)
            temp.keep()


def _return_database(db: Connection, facts: dict[str, Any], folder: Path) -> int:
    if migrate.version(db) != facts["schema"]:
        raise NoCopy(say.other_version(str(folder.parent)))
    tables.fill(db, folder)
    return tables.hold(db)
