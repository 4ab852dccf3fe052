"""Files in pieces: `POST /files` announces one, `PATCH /files/{id}` brings the next piece, `GET /files/{id}` tells how it stands.

A small protocol in the manner of tus (tus.io/protocols/resumable-upload): the server says how many bytes are safe, the browser
goes on from there, after a lost connection as after a restart of either side. Nothing is acknowledged before it is on disk, and
the last byte not before the file is in the inbox; from there it goes the way of every file that was sent in a chat.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Annotated, Any
from weakref import WeakValueDictionary

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.flows.documents import upload
from bot.web import requests, visitors
from bot.web.answers import Refused
from bot.wiring import Wiring
from jobs import alarm
from locales.say import upload as say
from storage import audit
from storage.access import uploads
from storage.access.doors import Visitor
from storage.access.uploads import Part, TooMany, Wanted
from storage.db import PASSING, Connection
from storage.errors import Refusal
from storage.evidence import kinds, marks
from storage.evidence.parts import DiskFull
from storage.rules.status import Role
from storage.work import assignments

log = logging.getLogger(__name__)
PIECE = 2**20  # bytes of one PATCH at most
PIECE_SECONDS = 120.0
ANNOUNCEMENT = 2**20  # bytes of a piece that cost as much as announcing a file
PIECES_AT_ONCE = 2  # of everybody together: the rest wait, so that answers in the chats do not (measured: benchmarks, "room")
QUOTA = 5  # times the limit of one file may be under way for one person
ANNOUNCED = (300, 600.0)  # files that one person may announce, in seconds
Handler = Callable[[Request], Awaitable[Response]]


def _plain(text: str) -> str:
    """Text that every database keeps: no NUL, no half characters."""
    text.encode()
    return text.replace("\x00", "")


Text = Annotated[str, AfterValidator(_plain)]


class Announced(BaseModel):
    """What `POST /files` must hold. `row` names the criterion, if the page has asked for it."""

    model_config = ConfigDict(strict=True)
    name: Annotated[Text, Field(min_length=1, max_length=500)]
    size: Annotated[int, Field(ge=0, le=2**50)]
    mime: Annotated[Text, Field(max_length=200)] = ""
    caption: Annotated[Text, Field(max_length=1024)] = ""
    last_modified: Annotated[int, Field(ge=0, le=2**53)]
    batch: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
    reply_to: Annotated[str, Field(pattern=r"^[A-Za-z0-9_:-]{1,64}$")] | None = None
    row: Annotated[int, Field(ge=1, lt=2**31)] | None = None


class FilesRoom:
    """The requests under `/files`."""

    def __init__(self, app: Wiring) -> None:
        self.app = app
        self.limit = app.settings.upload_limit_mb * 2**20
        self.pace = requests.Pace(*ANNOUNCED)
        self._at_once = asyncio.Semaphore(PIECES_AT_ONCE)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    def routes(self) -> list[Route]:
        return [
            Route("/files", self._told(self.begin), methods=["POST"]),
            Route("/files/{key}", self._told(self.piece), methods=["PATCH"]),
            Route("/files/{key}", self._told(self.look), methods=["GET"]),
            Route("/files/{key}", self._told(self.drop), methods=["DELETE"]),
        ]

    def _told(self, handler: Handler) -> Handler:
        """Refusals in words; while the database is away the browser tries again by itself."""

        async def answer(request: Request) -> Response:
            try:
                return await handler(request)
            except Refused as refused:
                return refused.answer()
            except requests.TooLong:
                return JSONResponse({"error": "too_long"}, 413)
            except ClientDisconnect:
                return Response(status_code=400)
            except PASSING as away:
                log.error("the database is away: %s", type(away).__name__)
                return Response(status_code=503, headers={"Retry-After": "5"})

        return answer

    async def _visitor(self, request: Request, *, changes: bool = True) -> Visitor:
        if changes and requests.is_foreign(request, self.app.settings.web_url):
            raise Refused("foreign")
        visitor = await visitors.who(self.app, request)
        if visitor is None:
            raise Refused("signed_out")
        return visitor

    async def begin(self, request: Request) -> Response:
        """Announce a file; the answer says where to go on, which for a file known already is not the beginning."""
        visitor = await self._visitor(request)
        if not self.pace.allows(str(visitor.person.id)):
            raise Refused("slow_down")
        await self.app.bulk.turn(ANNOUNCEMENT)
        try:
            announced = Announced.model_validate(await requests.json_of(request))
        except ValidationError:
            raise Refused("not_read") from None
        wanted = _wanted(announced)
        await self._check(visitor, wanted)
        part, state, told = await self.app.store.write(partial(self._begin, visitor=visitor, wanted=wanted))
        return JSONResponse(_as_json(part, state, told), 201)

    async def _check(self, visitor: Visitor, wanted: Wanted) -> None:
        """Refuse before the first byte what the chat would refuse too."""
        if marks.is_secret(wanted.name, wanted.caption):
            by, office, now = visitor.person.id, visitor.person.office_id, self.app.now()
            await self.app.store.write(lambda db: audit.note(db, "secret_mark", "upload", now, by=by, office=office))
            raise Refused("secret")
        if wanted.size == 0:
            raise Refused("empty", name=wanted.name)
        _require_kind(visitor, wanted)
        if wanted.size > self.limit:
            limit = f"{self.limit >> 20} MB"
            raise Refused("too_big", name=wanted.name, size=say.megabytes(wanted.size), limit=limit)
        try:
            await asyncio.to_thread(self.app.parts.require_room, wanted.size)
        except DiskFull:
            raise await self._full(visitor, wanted.name) from None

    def _begin(self, db: Connection, visitor: Visitor, wanted: Wanted) -> tuple[Part, str, str]:
        if wanted.assignment_id is not None:
            _require_row(db, visitor, wanted.assignment_id)
        elif not wanted.caption and wanted.reply_to is None and not _may_be_table(visitor, wanted):
            wanted = replace(wanted, assignment_id=upload.sort(db, visitor.person, wanted.name, None, self.app.today()).row)
        try:
            part = uploads.begin(db, visitor, wanted, self.app.now(), most_bytes=QUOTA * self.limit)
        except TooMany as many:
            raise Refused(str(many)) from many
        return part, *upload.told(db, part)

    async def piece(self, request: Request) -> Response:
        """The bytes from `Upload-Offset` on; they are on disk when the answer says so."""
        visitor = await self._visitor(request)
        part = await self._part(request, visitor)
        offset = request.headers.get("upload-offset", "")
        if request.headers.get("content-type") != "application/offset+octet-stream" or not _is_number(offset):
            raise Refused("not_read")
        if part.state == "dropped":
            raise Refused("dropped", name=part.name)
        if part.state != "open" or int(offset) != part.received:
            return _conflict(part)
        await self.app.bulk.turn(min(PIECE, part.size - part.received))
        try:
            async with asyncio.timeout(PIECE_SECONDS):
                body = await requests.body_of(request, PIECE)
        except TimeoutError:
            return Response(status_code=408)
        if not body or part.received + len(body) > part.size:
            raise Refused("not_read")
        lock = self._turns.setdefault(part.id, asyncio.Lock())
        async with lock, self._at_once:
            return await self._keep(visitor, part, body)

    async def _keep(self, visitor: Visitor, part: Part, body: bytes) -> Response:
        """Disk first, then the row; with the last byte the inbox, in the same transaction as the row."""
        lying = await asyncio.to_thread(self.app.parts.size, part.key)
        if lying < part.received:
            await self.app.store.write(partial(uploads.rewind, part=part, size=lying))
            return JSONResponse({"offset": lying, "size": part.size, "state": "open"}, 409)
        try:
            await asyncio.to_thread(self.app.parts.write, part.key, part.received, body)
        except DiskFull:
            await self._drop(part)
            raise await self._full(visitor, part.name) from None
        upto = part.received + len(body)
        if not await self.app.store.write(partial(uploads.advance, part=part, upto=upto, now=self.app.now())):
            return _conflict(await self._again(part, visitor))
        if upto == part.size:
            self.app.arrived()
        return JSONResponse({"offset": upto, "size": part.size, "state": "waiting" if upto == part.size else "open"})

    async def _again(self, part: Part, visitor: Visitor) -> Part:
        found = await self.app.store.read(lambda db: uploads.get(db, part.key, visitor.person.id))
        if found is None:
            raise Refused("gone")
        return found

    async def _full(self, visitor: Visitor, name: str) -> Refused:
        """No room on the disk: nothing half-kept, and the coordinators learn of it once a day."""
        log.error("the disk has no room for uploads")
        office, now = visitor.person.office_id, self.app.now()
        key = f"disk-full:{now:%Y%m%d}"
        await self.app.store.write(lambda db: alarm.tell_coordinators(db, office, say.disk_full(), key, now))
        self.app.deliverer.ring()
        return Refused("disk_full", name=name)

    async def look(self, request: Request) -> Response:
        """How a file stands; of a whole one, what the chat says."""
        visitor = await self._visitor(request, changes=False)
        part = await self._part(request, visitor)
        state, told = await self.app.store.read(partial(upload.told, part=part))
        return JSONResponse(_as_json(part, state, told))

    async def drop(self, request: Request) -> Response:
        """Send a file no further."""
        visitor = await self._visitor(request)
        await self._drop(await self._part(request, visitor))
        return Response(status_code=204)

    async def _drop(self, part: Part) -> None:
        if await self.app.store.write(partial(uploads.drop, part=part, now=self.app.now())):
            await asyncio.to_thread(self.app.parts.drop, part.key)

    async def _part(self, request: Request, visitor: Visitor) -> Part:
        key = str(request.path_params["key"])[:64]
        part = await self.app.store.read(lambda db: uploads.get(db, _plain_key(key), visitor.person.id))
        if part is None:
            raise Refused("gone")
        return part


def _plain_key(key: str) -> str:
    return key if key.isascii() and key.isalnum() else ""


def _wanted(announced: Announced) -> Wanted:
    return Wanted(
        name=kinds.shown_name(announced.name),
        size=announced.size,
        mime=announced.mime or None,
        last_modified=announced.last_modified,
        batch=announced.batch,
        caption=announced.caption,
        reply_to=announced.reply_to,
        assignment_id=announced.row,
    )


def _require_row(db: Connection, visitor: Visitor, assignment_id: int) -> None:
    """The row must still be one that this person may send for, and take files."""
    try:
        work = assignments.sendable(db, visitor.person, assignment_id)
    except Refusal as refusal:
        raise Refused("not_yours", code=refusal.values.get("code", "")) from refusal
    if work.number_only:
        raise Refused("number_only", code=work.name)


def _require_kind(visitor: Visitor, wanted: Wanted) -> None:
    """A document that can prove something, or a coordinator's table, which may hold macros: nothing of it is run or handed on."""
    family, is_sheet = kinds.family(wanted.name, wanted.mime), kinds.is_sheet(wanted.name, wanted.mime)
    if wanted.batch.startswith(uploads.TABLE) and not is_sheet:
        raise Refused("scanned" if family in {"pdf", "photo"} else "other_kind", name=wanted.name)
    if family is None and (wanted.assignment_id is not None or wanted.caption or not _may_be_table(visitor, wanted)):
        raise Refused("wrong_kind", name=wanted.name)


def _may_be_table(visitor: Visitor, wanted: Wanted) -> bool:
    """A coordinator's sheet without a word is read as an assignment table, as in the chat."""
    return visitor.person.holds(Role.COORDINATOR) and kinds.is_sheet(wanted.name, wanted.mime)


def _as_json(part: Part, state: str, told: str) -> dict[str, Any]:
    return {"id": part.key, "offset": part.received, "size": part.size, "state": state, "told": told}


def _conflict(part: Part) -> Response:
    """The browser is told how many bytes are safe, and goes on from there."""
    state = "open" if part.state == "open" else "waiting"
    return JSONResponse({"offset": part.received, "size": part.size, "state": state}, 409)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 16
