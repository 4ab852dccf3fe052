"""The sample office in the web room: three phones side by side in one window, on a clock that can be moved; loopback only."""

import asyncio
import signal
import webbrowser
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route

from bot.demo.day import BEFORE, DAY, START_SENDING, Clock
from bot.demo.office import CHAIRPERSON, COORDINATOR, SAMPLE, Office
from bot.demo.terminal import Terminal
from bot.web import entry, pages, server, sessions
from bot.web.files import FilesRoom
from jobs import clock
from locales.say import demo as say
from storage.access import invites, web_chats, web_sessions
from storage.access.guesses import Guesser
from storage.db import Connection
from storage.messages import outbox
from storage.office import people, units

OFFICIAL = "Tạ Thị Kim Liên"
PHONES = (OFFICIAL, CHAIRPERSON, COORDINATOR)
MORNING = time(7, 45)
HOURS = (MORNING, time(11, 30), time(13, 45), time(16, 30))
FAR = 40  # days that are looked through for the next reminder
LOOPBACK = {"127.0.0.1", "localhost"}


class Room:
    """The sample office on Wednesday morning, everybody linked, three of them in the web room.

    Args:
        office: new, with a web room on loopback.
    """

    def __init__(self, office: Office) -> None:
        self.office = office
        self.chats: dict[str, int] = {}
        files = FilesRoom(office.app).routes()
        office.app.more_pages = [
            Route("/", self.home),
            Route("/demo", self.show, methods=["GET"]),
            Route("/demo/clock", self.clock, methods=["GET", "POST"]),
            *(Mount(f"/phone/{number}", routes=[*server.PAGES, *files]) for number in range(len(PHONES))),
        ]

    async def prepare(self) -> None:
        """What happened up to Wednesday 07:45, as the transcript tells it."""
        office = self.office
        office.open()
        await office.types(COORDINATOR, f"/start {office.code_for(COORDINATOR)}")
        for event in BEFORE:
            assert not isinstance(event, Clock), "nobody moves the clock the day before"
            await office.types(event.name, event.text, (SAMPLE / event.sends,) if event.sends else ())
        office.give_roles()
        for event in START_SENDING:
            assert not isinstance(event, Clock), "nobody moves the clock the day before"
            await office.types(event.name, event.text)
        for name in office.names():
            if name not in PHONES:
                await office.types(name, f"/start {office.code_for(name)}")
        self.chats = office.app.store.run(self._come_in)
        await office.settle()
        await office.moves_to(MORNING, DAY)

    def _come_in(self, db: Connection) -> dict[str, int]:
        """Three people come in by their codes, as they would from paper."""
        office, found = units.offices(db)[0][0], {}
        door = entry.Door(self.office.moment, self.office.app.site)
        for name in PHONES:
            person = people.named(db, office, name)[0]
            people.unlink(db, person, door.now)
            visitor = entry.Visitor(Guesser(f"demo {name}", f"demo {name}"), "demo")
            assert entry.enter(db, invites.make(db, person, door.now), visitor, door), "a fresh code lets in"
            found[name] = web_chats.of_person(db, person) or 0
        return found

    async def home(self, request: Request) -> Response:
        return RedirectResponse("demo", 303) if _is_here(request) else Response(status_code=404)

    async def show(self, request: Request) -> Response:
        """The three phones; each has a session of its own below its own path."""
        if not _is_here(request):
            return Response(status_code=404)
        words = say.page()
        phones = [(f"phone/{number}/", *say.phones()[number], name) for number, name in enumerate(PHONES)]
        response = pages.page("demo.html", words=words, phones=phones, clock=self._told())

        def begin(db: Connection) -> list[str]:
            return [web_sessions.begin(db, self.chats[name], "demo", self.office.now()) for name in PHONES]

        for number, token in enumerate(await self.office.app.store.write(begin)):
            sessions.keep(request, response, token, path=f"/phone/{number}/")
        return response

    async def clock(self, request: Request) -> Response:
        """What the clock says; a POST moves it: `?to=next` or `?to=hour`."""
        if not _is_here(request):
            return Response(status_code=404)
        if request.method == "POST":
            await (
                self.to_next() if request.query_params.get("to") == "next" else self.move(self.office.now() + timedelta(hours=1))
            )
        return JSONResponse({"clock": self._told()})

    def _told(self) -> str:
        return say.clock(self.office.now().astimezone(self.office.settings.zone))

    async def move(self, moment: datetime) -> None:
        """Set the clock, let it tick, let everything leave that is due."""
        app = self.office.app
        self.office.run_from(moment)
        await clock.tick(app.store, moment, app.settings.zone)
        app.answered()

    async def to_next(self) -> None:
        """Forward to the next hour at which one of the three phones gets something."""
        for moment in self._hours():
            before = await self.office.app.store.write(self._got)
            await self.move(moment)
            if await self.office.app.store.write(self._got) > before:
                return

    def _got(self, db: Connection) -> int:
        return outbox.count_for(db, [web_chats.address(chat) for chat in self.chats.values()])

    def _hours(self) -> Iterator[datetime]:
        zone, now = self.office.settings.zone, self.office.now()
        today = now.astimezone(zone).date()
        for days in range(FAR):
            for hour in HOURS:
                moment = datetime.combine(today + timedelta(days=days), hour, zone).astimezone(UTC)
                if moment > now:
                    yield moment


def _is_here(request: Request) -> bool:
    """From this very machine, and under its own name: another site cannot point its name at us."""
    host = urlsplit(f"//{request.headers.get('host', '')}").hostname
    return bool(request.client and request.client.host in LOOPBACK and host in LOOPBACK)


async def live(folder: Path, bind: str, *, opens: bool = True) -> None:
    """Open the sample office until somebody ends it.

    Args:
        folder: thrown away afterwards.
        bind: loopback address and port.
        opens: whether to open it in this machine's browser too.
    """
    office = Office(folder, lambda *_: None, web_bind=bind)
    room, stop = Room(office), asyncio.Event()
    await room.prepare()
    terminal = Terminal(office, room.chats)
    office.shown_by(terminal.shows)
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    office.run_from(office.moment)
    url = f"http://{bind}/demo"
    print(say.address(url), flush=True)
    terminal.listen()
    if opens:
        asyncio.get_running_loop().call_later(1, webbrowser.open, url)
    await office.app.run(stop)
