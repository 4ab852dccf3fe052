"""Papers and dossiers as they leave: written to the shelf with what is said of them, a large dossier in packages."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from jobs.outcome import PACKAGE_MB
from locales.message import Message
from locales.papers import shelf
from locales.papers.write import frame_of, write
from locales.say import office_papers as say
from storage.evidence.files import place
from storage.evidence.parts import RESERVE
from storage.papers import Facts

MOST_PACKAGES = 10  # in one chat


@dataclass(frozen=True, slots=True)
class Room:
    """Where a paper is written, and what can be said of other ways to it.

    Attributes:
        data_dir: of the office.
        file_mb: more than so much must be divided; None where any size can be handed over.
        has_desk: whether who asked can take it from the desk of the web room.
    """

    data_dir: Path
    file_mb: int | None
    has_desk: bool

    def find(self, sha256: str) -> Path:
        """Where the bytes of a document lie."""
        return place(self.data_dir / "evidence", sha256)

    def takes(self, facts: Facts) -> bool:
        """Whether the disk has room for the dossier and the work on it."""
        from locales.papers import dossier

        return shutil.disk_usage(self.data_dir).free >= 3 * dossier.size(facts) + RESERVE


def written(room: Room, ending: str, kind: str, facts: Facts) -> list[Message]:
    """Write a paper and say what it is; a dossier also what it holds and lacks."""
    if ending == ".zip":
        return _dossier(room, kind, facts)
    path = shelf.place(room.data_dir, ending)
    write(path, ending, kind, replace(facts, frame=frame_of(room.data_dir, kind)), room.find)
    return [say.handed(ending, kind, facts, _file(path, ending, kind, facts))]


def _file(path: Path, ending: str, kind: str, facts: Facts, part: int = 0) -> dict[str, str]:
    name = say.file_name(ending, kind, facts.year, f"{facts.today:%d-%m-%Y}")
    return {"path": str(Path(shelf.FOLDER) / path.name), "name": f"{Path(name).stem}-{part}{ending}" if part else name}


def _dossier(room: Room, kind: str, facts: Facts) -> list[Message]:
    from locales.papers import dossier

    if not any(row.proofs or row.result_document for row in facts.rows):
        return [say.empty_dossier()]
    if not room.takes(facts):
        return [Message(say.no_room())]
    size = dossier.size(facts)
    if room.file_mb is not None and size > room.file_mb * 2**20:
        return _packages(room, kind, facts, size)
    path = shelf.place(room.data_dir, ".zip")
    write(path, ".zip", kind, facts, room.find)
    return [_told(room, facts, say.handed(".zip", kind, facts, _file(path, ".zip", kind, facts)))]


def _told(room: Room, facts: Facts, message: Message) -> Message:
    from locales.papers import dossier

    files = sum(one.sha256 is not None for row in facts.rows for one in row.proofs)
    return say.dossier_holds(message, files, dossier.lacking(facts), has_desk=room.has_desk)


def _packages(room: Room, kind: str, facts: Facts, size: int) -> list[Message]:
    """One message a package; what a messenger would not take is named with the way to it."""
    from locales.papers import dossier

    most = (room.file_mb or PACKAGE_MB) * 2**20
    sizes = [sum(one.size or 0 for one in row.proofs) for row in facts.rows]
    if max(dossier.packages(sizes, most)) >= MOST_PACKAGES:
        return [say.too_large(-(-size // 2**20), most // 2**20, has_desk=room.has_desk)]
    whole = shelf.place(room.data_dir, ".zip")
    paths = dossier.write_parts(whole, facts, room.find, most)
    whole.unlink()
    told = [_package(path, kind, facts, part, len(paths), most) for part, path in enumerate(paths, 1)]
    return [*told[:-1], _told(room, facts, told[-1])]


def _package(path: Path, kind: str, facts: Facts, part: int, count: int, most: int) -> Message:
    path.chmod(0o600)
    size = path.stat().st_size
    if size > most + 2**21:  # one criterion alone has more; the index takes little
        path.unlink()
        return say.package_too_large(part, count, -(-size // 2**20), most // 2**20)
    return say.package(facts, _file(path, ".zip", kind, facts, part), part, count)
