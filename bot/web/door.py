"""The upload door's page `/gui`, and how a browser comes in: by a link whose secret never reaches a log, or by a code."""

from datetime import date, datetime
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.flows.documents import upload
from bot.web import guessing, pages, requests, sessions, visitors
from bot.web.answers import Refused
from bot.web.files import FilesRoom
from bot.wiring import Wiring
from locales import formats
from locales.say import upload as say
from storage.access import doors, guesses, passes, uploads
from storage.access.doors import Claimed, Visitor
from storage.access.guesses import Guesser
from storage.db import Connection
from storage.messages import outbox
from storage.rules.status import Role

CLAIMS = (30, 60.0)  # tries of one address, in seconds; wrong codes are counted in the database besides
SORTS = (120, 600.0)  # lists of names that one person may ask about, in seconds
MOST_NAMES = 100


class DoorRoom(FilesRoom):
    """The page, its sessions, and the files that come by it."""

    def __init__(self, app: Wiring) -> None:
        super().__init__(app)
        self.claims = requests.Pace(*CLAIMS)
        self.sorts = requests.Pace(*SORTS)

    def routes(self) -> list[Route]:
        return [
            Route("/gui", self.page, methods=["GET"]),
            Route("/gui/claim", self._told(self.claim), methods=["POST"]),
            Route("/gui/me", self._told(self.me), methods=["GET"]),
            Route("/gui/sort", self._told(self.sort), methods=["POST"]),
            Route("/gui/close", self._told(self.close), methods=["POST"]),
            *super().routes(),
        ]

    async def page(self, request: Request) -> Response:
        """The same page for everybody: who it is for is asked by its script."""
        words = say.page() | {"limit": str(self.app.settings.upload_limit_mb)}
        response = pages.page("gui.html", words=words, plain=not sessions.is_secure(self.app))
        guessing.mark(request, response)
        return response

    async def claim(self, request: Request) -> Response:
        """Spend a link (`token`) or a code (`code`): the browser gets its session."""
        if requests.is_foreign(request, self.app.settings.web_url):
            raise Refused("foreign")
        if not self.claims.allows(guessing.neighbourhood(guessing.address_of(request))):
            raise Refused("slow_down")
        given = await requests.json_of(request, 4096)
        kind, secret = _given(given)
        who = guessing.guesser(request)
        claimed = await self.app.store.write(partial(self._claim, kind=kind, secret=secret, who=who))
        self.app.deliverer.ring()
        if claimed is None:
            raise Refused("bad_pass")
        answer = JSONResponse({"ok": True})
        visitors.let_in(self.app, answer, claimed.cookie)
        return answer

    def _claim(self, db: Connection, kind: str, secret: str, who: Guesser) -> Claimed | None:
        """A link is long enough to need no throttle; a wrong code is counted in the same transaction."""
        now, is_code = self.app.now(), kind == passes.CODE
        if is_code and guesses.must_wait(db, who, now, digits=True):
            return None
        claimed = doors.claim(db, kind, secret, now)
        if is_code and claimed is None:
            guessing.missed(db, who, now, digits=True)
        elif is_code and claimed is not None:
            self._tell_opened(db, claimed, now)
        return claimed

    def _tell_opened(self, db: Connection, claimed: Claimed, now: datetime) -> None:
        note = say.opened(claimed.session_id, until=claimed.expires_at, zone=self.app.settings.zone)
        key = f"upload-open:{claimed.session_id}"
        draft = outbox.Draft(key, claimed.chat, note.as_payload(), lane=outbox.NOTICE, person_id=claimed.person_id)
        outbox.add(db, [draft], now)

    async def me(self, request: Request) -> Response:
        """Whose page this is, the rows to choose from, and what was not sent to the end."""
        visitor = await self._visitor(request, changes=False)
        return JSONResponse(await self.app.store.read(partial(self._me, visitor=visitor)))

    def _me(self, db: Connection, visitor: Visitor) -> dict[str, Any]:
        rows = upload.rows_for(db, visitor.person, self.app.today())
        known = {work.id for work in rows}
        return {
            "name": visitor.person.full_name,
            "rows": [{"id": work.id, "label": upload.label(work)} for work in rows],
            "row": visitor.assignment_id if visitor.assignment_id in known else None,
            "until": self._until(db, visitor),
            "limit": self.limit,
            "loads": visitor.person.holds(Role.COORDINATOR),
            "open": [
                {
                    "id": part.key,
                    "name": part.name,
                    "size": part.size,
                    "last_modified": part.last_modified,
                    "offset": part.received,
                    "row": part.assignment_id if part.assignment_id in known else None,
                }
                for part in uploads.under_way(db, visitor.person.id)
            ],
        }

    def _until(self, db: Connection, visitor: Visitor) -> str | None:
        ends = doors.ends_at(db, visitor)
        return formats.hour(ends.astimezone(self.app.settings.zone).time()) if ends else None

    async def sort(self, request: Request) -> Response:
        """For which row each file is, by its name; where that is not sure, why the page must ask."""
        visitor = await self._visitor(request)
        if not self.sorts.allows(str(visitor.person.id)):
            raise Refused("slow_down")
        given = await requests.json_of(request)
        names = given.get("names") if isinstance(given, dict) else None
        if not isinstance(names, list) or len(names) > MOST_NAMES or not all(isinstance(one, str) for one in names):
            raise Refused("not_read")
        return JSONResponse(
            {"files": await self.app.store.read(partial(_sorted, visitor=visitor, names=names, today=self.app.today()))}
        )

    async def close(self, request: Request) -> Response:
        """ "Xong, đóng trang": the session ends here and on the server."""
        visitor = await self._visitor(request)
        now = self.app.now()
        await self.app.store.write(lambda db: doors.close(db, visitor.session_id, visitor.person, now))
        answer = JSONResponse({"ok": True})
        visitors.let_go(self.app, answer)
        return answer


def _given(given: Any) -> tuple[str, str]:
    """Kind and secret of a claim.

    Raises:
        Refused: it holds neither or both.
    """
    if isinstance(given, dict) and len(given) == 1:
        (name, secret), *_ = given.items()
        if name == "token" and isinstance(secret, str) and 20 <= len(secret) <= 100 and secret.isascii():
            return passes.LINK, secret
        if name == "code" and isinstance(secret, str) and len(secret) <= 40:
            return passes.CODE, passes.tidy(secret)
    raise Refused("not_read")


def _sorted(db: Connection, visitor: Visitor, names: list[str], today: date) -> list[dict[str, Any]]:
    found = [upload.sort(db, visitor.person, name[:500], visitor.assignment_id, today) for name in names]
    return [{"row": one.row, "told": say.which(one.why, one.code) if one.why else ""} for one in found]
