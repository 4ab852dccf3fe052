"""`nhacviec backup DIR` and `nhacviec restore DIR`: a safe copy beside a running `run`, and the safe way back.

The database is copied first, as of one moment; the evidence that it speaks of after it, since bytes are safe before their
row is. A copy is whole or not there: it gets its name last.
"""

import argparse
import hashlib
import json
import logging
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from bot.commands.office import DONE, Refused, refusable
from bot.settings import Settings
from bot.watch import FileLock
from locales.say import terminal as say
from storage import audit, migrate
from storage import backup as tables
from storage.db import PASSING, Connection, Store
from storage.errors import BadDatabase
from storage.evidence import documents
from storage.evidence.files import Files, place

log = logging.getLogger(__name__)
FORM = 1
TRIES = 6  # of five seconds each
MANIFEST, SEALED = "manifest.json", ".sealed"


@refusable
def backup(arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    """Copy everything into something new below DIR; prints where."""
    home = Path(arguments.dir)
    try:
        made = make(store, settings, home, datetime.now(UTC))
    except OSError as wrong:  # a full disk, a file in the way, no permission
        raise Refused(say.backup_failed(str(home), wrong.strerror or "")) from None
    print(say.backed_up(str(made.path), made.rows, made.files, sealed=made.path.suffix == SEALED))
    return DONE


@dataclass(frozen=True, slots=True)
class Made:
    """A whole copy."""

    path: Path
    rows: int
    files: int


def make(store: Store, settings: Settings, home: Path, now: datetime) -> Made:
    """A folder, or with a passphrase one sealed file, that gets its name when it is whole.

    Raises:
        OSError: it cannot be written; nothing is left behind.
    """
    local = now.astimezone(settings.zone)
    sealed = settings.passphrase is not None
    target = home / f"nhacviec-{local:%Y%m%d-%H%M%S}{SEALED if sealed else ''}"
    part = target.with_name(f".{target.name}.part")
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        facts, evidence = (_sealed if sealed else _plain)(store, settings, part, local)
        part.replace(target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True) if part.is_dir() else part.unlink(missing_ok=True)
        raise
    rows = sum(facts["rows"].values())
    _note(store, now, rows=rows, files=len(evidence), sealed=sealed)
    return Made(target, rows, len(evidence))


def _note(store: Store, now: datetime, **detail: Any) -> None:
    """Say in the history that there is a copy; the copy is whole without it, so a busy database is only asked some times."""
    for _ in range(TRIES):
        with suppress(*PASSING):
            store.run(lambda db: audit.note(db, audit.BACKUP, "database", now, **detail))
            return
    log.warning("the copy is whole, but the database was too busy to note it")


def _plain(store: Store, settings: Settings, part: Path, local: datetime) -> tuple[dict[str, Any], dict[str, int]]:
    (part / "tables").mkdir(parents=True, mode=0o700)
    facts, hashes = store.look(lambda db: _database(db, part / "tables"))
    evidence = _evidence(Files(settings.data_dir / "evidence"), hashes, part / "evidence")
    _keep(part / MANIFEST, _manifest(facts, evidence, local))
    return facts, evidence


def _manifest(facts: dict[str, Any], evidence: dict[str, int], local: datetime) -> bytes:
    whole = {"form": FORM, "made_at": local.isoformat(timespec="seconds"), **facts, "evidence": evidence}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _sealed(store: Store, settings: Settings, part: Path, local: datetime) -> tuple[dict[str, Any], dict[str, int]]:
    """The same as one stream under the passphrase: nothing lies open on the other disk, not even for a moment."""
    from storage.sealed import Writer

    files = Files(settings.data_dir / "evidence")
    with TemporaryDirectory(dir=settings.data_dir, prefix=".backup-") as name, part.open("xb") as file:
        folder = Path(name)
        facts, hashes = store.look(lambda db: _database(db, folder))
        evidence = {}
        with Writer(file, settings.passphrase or "") as into, tarfile.open(fileobj=cast("Any", into), mode="w|") as tar:
            for path in sorted(folder.iterdir()):
                tar.add(path, f"tables/{path.name}")
            for sha256 in sorted(hashes):
                if (path := files.path_of(sha256)).is_file():
                    tar.add(path, str(place(Path("evidence"), sha256)))
                    evidence[sha256] = path.stat().st_size
            _keep(folder / MANIFEST, _manifest(facts, evidence, local))
            tar.add(folder / MANIFEST, MANIFEST)
        file.flush()
        os.fsync(file.fileno())
    return facts, evidence


@contextmanager
def _opened(found: Path, settings: Settings) -> Iterator[Path]:
    """The folder of a copy; a sealed one is opened into a folder that goes away again.

    Raises:
        Refused: no passphrase, another one, or bytes that are not what was written.
    """
    if found.suffix != SEALED:
        yield found
        return
    if settings.passphrase is None:
        raise Refused(say.passphrase_needed(found.name))
    from storage.sealed import Damaged, Reader, WrongPassphrase

    with TemporaryDirectory(dir=settings.data_dir, prefix=".restore-") as name, found.open("rb") as file:
        try:
            source = Reader(file, settings.passphrase)
            with tarfile.open(fileobj=cast("Any", source), mode="r|") as tar:
                tar.extractall(name, filter="data")
            source.read()  # to the mark of its end
        except WrongPassphrase:
            raise Refused(say.wrong_passphrase(found.name)) from None
        except (Damaged, tarfile.TarError):
            raise Refused(say.damaged(str(found.parent), found.name)) from None
        yield Path(name)


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


@refusable
def restore(arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    """Return a copy into an empty database and DATA_DIR; nothing is sent until `sending on`."""
    try:
        with _opened(_newest(Path(arguments.dir)), settings) as folder:
            facts = _checked(folder)
            with _alone(store, settings.data_dir):
                _return_evidence(facts["evidence"], folder / "evidence", Files(settings.data_dir / "evidence"))
                held = store.run(lambda db: _return_database(db, facts, folder / "tables"))
    except BadDatabase:
        raise Refused(say.not_empty()) from None
    made_at = datetime.fromisoformat(facts["made_at"])
    print(say.restored(made_at, settings.zone, sum(facts["rows"].values()), len(facts["evidence"]), held))
    return DONE


def _newest(folder: Path) -> Path:
    """The copy itself, or the newest one below the folder."""
    if (folder / MANIFEST).is_file() or (folder.is_file() and folder.suffix == SEALED):
        return folder
    found = copies(folder)
    if not found:
        raise Refused(say.no_copy(str(folder)))
    return found[-1]


def copies(home: Path) -> list[Path]:
    """The whole copies below a folder, the oldest first; their names bear the time."""
    plain = [path.parent for path in home.glob(f"nhacviec-*/{MANIFEST}")]
    return sorted([*plain, *home.glob(f"nhacviec-*{SEALED}")], key=lambda path: path.name)


def _checked(folder: Path) -> dict[str, Any]:
    """What the copy says of itself, after every byte was compared with it."""
    facts: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
    if facts.get("form") != FORM:
        raise Refused(say.other_version(str(folder)))
    for name, sha256 in facts["hashes"].items():
        if not (folder / "tables" / name).is_file() or _hash(folder / "tables" / name) != sha256:
            raise Refused(say.damaged(str(folder), name))
    for sha256, size in facts["evidence"].items():
        path = place(folder / "evidence", sha256)
        if not path.is_file() or path.stat().st_size != size or _hash(path) != sha256:
            raise Refused(say.damaged(str(folder), sha256[:12]))
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
        raise Refused(say.other_version(str(folder.parent)))
    tables.fill(db, folder)
    return tables.hold(db)
