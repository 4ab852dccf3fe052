"""Where papers lie that are handed out: folders of the office's data, open to nobody else, emptied after their terms."""

import contextlib
import hashlib
import secrets
import shutil
from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path

PASS = "pass"  # noqa: S105 - what the name of a file begins with that waits behind a link
FOLDER = "papers"  # until they are sent
HANDED = "handed"  # what a link of the web room hands over and lies nowhere else
KEPT = {FOLDER: timedelta(days=1), HANDED: timedelta(days=30)}


def place(data_dir: Path, ending: str) -> Path:
    """A name for a new paper, that nobody can guess."""
    folder = data_dir / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    path = folder / f"{secrets.token_hex(12)}{ending}"
    path.touch(mode=0o600)
    return path


def named(data_dir: Path, content: object, ending: str) -> Path:
    """Where the paper of this very content lies, if it was made; `repr` tells contents apart."""
    return data_dir / FOLDER / f"{hashlib.sha256(repr(content).encode()).hexdigest()[:24]}{ending}"


def keep(data_dir: Path, pass_id: int, source: Path, name: str) -> None:
    """Lay a file by for the link of a pass; it lies under the number of the pass, so that no other opens it."""
    plain = Path(name)
    path = place(data_dir, "")
    target = data_dir / FOLDER / f"{PASS}-{pass_id}-{plain.stem[:60]}{plain.suffix}"
    if source.parent == target.parent:  # a dossier takes long to copy
        path.unlink()
        target.hardlink_to(source)
    else:
        shutil.copyfile(source, path)
        path.rename(target)


def kept(data_dir: Path, pass_id: int) -> tuple[Path, str] | None:
    """The file of a pass and its name; None where it is gone."""
    start = f"{PASS}-{pass_id}-"
    found = next((data_dir / FOLDER).glob(f"{start}*"), None)
    return (found, found.name.removeprefix(start)) if found else None


def sweep(data_dir: Path, now: datetime, waiting: Collection[str] = ()) -> int:
    """Throw away what is past its term; whoever opens an old link is told to ask again.

    Args:
        data_dir: of the office.
        now: the moment.
        waiting: papers that wait to be sent, by their paths below `data_dir`; these stay.

    Returns:
        How many papers went.
    """
    spared = {data_dir / path for path in waiting}
    return sum(_sweep(data_dir / folder, (now - kept).timestamp(), spared) for folder, kept in KEPT.items())


def _sweep(folder: Path, before: float, spared: Collection[Path]) -> int:
    gone = 0
    for path in folder.glob("*"):
        with contextlib.suppress(FileNotFoundError):
            if path not in spared and path.stat().st_mtime < before:
                path.unlink()
                gone += 1
    return gone
