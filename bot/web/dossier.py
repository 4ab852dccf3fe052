"""The dossier as the coordinator takes it from the desk: of any size, in packages, or with one PDF a criterion.

It is made beside the loop and the writer: only its facts are read in a transaction, as they are for every paper.
"""

import contextlib
import threading
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from bot.flows import staff
from bot.flows.paperwork import bundles, papers
from bot.web import pages, sessions
from bot.web.limits import body_or_none
from bot.web.turns import turn_of
from jobs.aside import aside
from jobs.outcome import PACKAGE_MB
from locales.papers import dossier, shelf
from locales.papers.write import KINDS
from locales.say import office_papers as say
from storage import audit
from storage.access.web_sessions import Device
from storage.db import Connection
from storage.errors import Refusal
from storage.papers import Facts

MOST_BYTES = 1024
_ONE = threading.Lock()  # a package is made at a time: it is the disk that takes the time


@sessions.signed_in
async def take(request: Request, device: Device) -> Response:
    """Make it and hand it over; only for a coordinator over the whole office."""
    app = sessions.app_of(request)
    body = await body_or_none(request, MOST_BYTES)
    asked = parse_qs((body or b"").decode(errors="replace"))
    kind, part = asked.get("kind", [""])[0], asked.get("part", [""])[0]
    if kind not in KINDS[".zip"] or not (part == "" or (part.isascii() and part.isdigit() and len(part) < 4)):
        return Response(status_code=400)

    def work(db: Connection) -> bool:
        with contextlib.suppress(Refusal):
            turn = turn_of(db, request, device)
            audit.note(db, "paper", f"{kind}.zip", turn.now, by=turn.person.id, office=staff.office_of(turn))
            return True
        return False

    def look(db: Connection) -> Facts | None:
        return papers.facts_for(turn_of(db, request, device))

    if not await app.store.write(work):
        return pages.page("gone.html", 404)
    facts = await aside(lambda: app.store.look(look))
    if facts is None:
        return pages.page("gone.html", 404)
    return await aside(partial(_made, app.settings.data_dir, facts, kind, int(part or 0)))


def _made(data_dir: Path, facts: Facts, kind: str, part: int) -> Response:
    room = bundles.Room(data_dir, None, has_desk=True)
    if not room.takes(facts):
        return PlainTextResponse(say.no_room(), 507)
    path = shelf.place(data_dir, ".zip")
    with _ONE:
        if not _written(path, room, facts, kind, part):
            path.unlink()
            return pages.page("gone.html", 404)
    name = say.file_name(".zip", kind, facts.year, f"{facts.today:%d-%m-%Y}")
    name = f"{Path(name).stem}-{part}.zip" if part else name
    return FileResponse(
        path, filename=name, media_type="application/zip", background=BackgroundTask(path.unlink, missing_ok=True)
    )


def _written(path: Path, room: bundles.Room, facts: Facts, kind: str, part: int) -> bool:
    if part:
        return dossier.write_package(path, facts, room.find, PACKAGE_MB * 2**20, part)
    dossier.write(path, facts, room.find, merged=kind == "merged")
    return True
