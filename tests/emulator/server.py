"""The emulator itself: a web server on the loopback with the Bot API of one bot behind it."""

import asyncio
import re
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from aiohttp import web

from tests.emulator.calls import Call
from tests.emulator.clock import Found
from tests.emulator.control import control
from tests.emulator.download import download
from tests.emulator.errors import ApiError, bad
from tests.emulator.exchange import Exchange, answer
from tests.emulator.faults import Faults
from tests.emulator.group import Group
from tests.emulator.limits import Limits
from tests.emulator.phone import Phone
from tests.emulator.stats import Stats
from tests.emulator.world import TOKEN, World

if TYPE_CHECKING:
    from tests.emulator.schema import Schema

Json = dict[str, Any]
TOKEN_SHAPE = re.compile(r"\d+:[A-Za-z0-9_-]+")
QUIET = {"sendchataction", "sendmessagedraft"}


class Emulator:
    """Use as an async context manager; `url` is its address, `token` the only token it knows."""

    def __init__(
        self,
        *,
        port: int = 0,
        token: str = TOKEN,
        journal: Path | str | None = None,
        schema: "Schema | None" = None,
        latency: float = 0.0,
    ) -> None:
        self.port, self.token, self.schema, self.latency = port, token, schema, latency
        self.world = World(token=token, journal=journal)
        self.faults, self.limits = Faults(self.world.clock), Limits(self.world.clock)
        self.clock, self.journal, self.updates = self.world.clock, self.world.journal, self.world.updates
        self.webhook = self.world.webhook
        self.violations: list[str] = []
        self.revoked = False
        self._phones: dict[int, Phone] = {}
        self._background: set[asyncio.Task[None]] = set()
        self.control_port = 0
        self.released = asyncio.Event()
        self._site: web.TCPSite | None = None
        if schema is not None:
            self.world.on_update = self._check_update
        application = web.Application(client_max_size=64 << 20)
        application.router.add_route("*", "/{path:.*}", self._route)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.2)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        control_site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await control_site.start()
        self.control_port = self._runner.addresses[0][1]
        await self.plug_in()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.release()
        for task in self._background:
            task.cancel()
        self.updates.end_poll("Emulator closes")
        await self.webhook.close()
        await self._runner.cleanup()
        self.journal.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def control_url(self) -> str:
        return f"http://127.0.0.1:{self.control_port}"

    @property
    def stats(self) -> Stats:
        return self.world.stats

    async def plug_in(self) -> None:
        """Listen (again), on the same port as before."""
        self._site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await self._site.start()
        self.port = next(port for _, port in self._runner.addresses if port != self.control_port)

    async def unplug(self) -> None:
        """Refuse connections and cut those that are open; control goes on."""
        if self._site is not None:
            await self._site.stop()
        for connection in list(self._runner.server.connections if self._runner.server else []):
            transport = connection.transport
            if transport is not None and transport.get_extra_info("sockname")[1] == self.port:
                transport.abort()

    def release(self) -> None:
        """Clear the faults and let go of the requests that hang."""
        self.faults.clear()
        self.released.set()
        self.released = asyncio.Event()

    def phone(self, person: int, name: str = "", username: str = "") -> Phone:
        """Return the phone of a person, who is a stranger to the bot until they start it."""
        return Phone(self.world, person, name or f"Cán bộ {person}", username)

    def known_phone(self, person: int, name: str = "") -> Phone:
        """Return the one phone of a person that orders from outside share, so that what was heard stays heard."""
        if person not in self._phones:
            known = self.world.chats.get(person)
            self._phones[person] = self.phone(person, name or (known.person.first_name if known and known.person else ""))
            self._phones[person].rewind()
        return self._phones[person]

    def group(self, chat: int, title: str, *members: Phone, kind: str = "group") -> Group:
        return Group(self.world, chat, title, members, kind)

    def push(self, update: Json) -> int | None:
        """Queue a raw update, which may be broken; an `update_id` is given unless it has one."""
        return self.world.push(update, checked=False)

    async def until(self, look: Callable[[], Found | None], timeout: float = 5.0) -> Found:  # noqa: ASYNC109
        """Wait until `look` finds something; it looks again after whatever happens here."""
        return await self.world.bell.until(look, timeout)

    async def reaches(self, delivered: int | None = None, pending: int | None = None, timeout: float = 30.0) -> None:  # noqa: ASYNC109
        """Wait until so many messages were delivered and at most so many updates wait."""

        def look() -> bool:
            enough = delivered is None or len(self.stats.send_times) >= delivered
            return enough and (pending is None or len(self.updates.live()) <= pending)

        await self.until(look, timeout)

    def behind(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Let something go on in the background until it ends or the emulator does."""
        task = asyncio.get_running_loop().create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task

    def reset(self) -> None:
        """Forget figures, journal in memory, faults and waiting updates; people and files stay."""
        self.release()
        self.updates.drop()
        self.journal.entries.clear()
        self.violations.clear()
        self.world.stats = Stats()
        self.limits = Limits(self.clock)

    def revoke_token(self) -> None:
        self.revoked = True

    def assert_clean(self) -> None:
        """Fail if the bot sent what the specification forbids, or the emulator answered so."""
        assert not self.violations, "\n".join(self.violations)

    def check_token(self, request: web.Request) -> None:
        given = request.path.partition("/bot")[2].partition("/")[0]
        if not TOKEN_SHAPE.fullmatch(given):
            raise ApiError(404, "Not Found")
        if given != self.token or self.revoked:
            raise ApiError(401, "Unauthorized")

    def check_call(self, call: Call) -> None:
        """Refuse what the specification or the flood limits forbid."""
        problems = self.schema.check_request(call.method, call.params, set(call.uploads)) if self.schema else []
        if problems:
            self.violations += [f"{call.method}: {problem}" for problem in problems]
            raise bad(problems[0])
        writes = call.method.lower().startswith(("send", "copy", "forward")) and call.method.lower() not in QUIET
        if writes and call.chat is not None:
            count = len(call.json("media") or [1]) if call.method.lower() == "sendmediagroup" else 1
            if refusal := self.limits.check(call.chat, count):
                raise refusal

    def check_result(self, call: Call, result: Any) -> None:
        if self.schema is not None and call.method.lower() != "getupdates":  # updates are checked when they are made
            problems = self.schema.check_result(call.method, result)
            self.violations += [f"emulator, result of {call.method}: {problem}" for problem in problems]

    def _check_update(self, update: Json) -> None:
        if self.schema is not None:
            self.violations += [f"emulator, update: {problem}" for problem in self.schema.check_object("Update", update)]

    async def _route(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        if path.startswith("/bot"):
            return await Exchange(self, request, path.rpartition("/")[2]).answer()
        if path.startswith("/file/bot"):
            return await download(self, request, path[len("/file/bot") :].partition("/")[2])
        if path.startswith("/_control/"):
            return await control(self, request, path.removeprefix("/_control/"))
        return answer(ApiError(404, "Not Found").body(), 404, "application/json", self.clock.now())
