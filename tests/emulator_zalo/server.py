"""The emulator itself: a web server on the loopback with the Bot API of one bot behind it."""

import asyncio
import contextlib
import io
import unicodedata
from collections.abc import Callable
from typing import Any, Self, TypeVar

import aiohttp
import orjson
from aiohttp import web

from tests.emulator_zalo.faults import PAGE, Fault, Faults
from tests.emulator_zalo.phone import ZaloPhone

Json = dict[str, Any]
Found = TypeVar("Found")
TOKEN = "99887766:zalo-emulator-token"
MOST = 2000


class ZaloEmulator:
    """Use as an async context manager.

    Args:
        patience: seconds that an event waits for the next poll before it is lost; the platform's own figure is not known.
        idle_inside: an idle poll ends with 408 inside HTTP 200; else with HTTP 408.
        idle_after: seconds of a long poll, whatever the client asks for: tests do not wait half a minute.
        wrapped: webhook bodies as the pages show them; else flat, as live captures are.
        quota: messages that may be sent; None = any number.
    """

    def __init__(
        self,
        *,
        patience: float = 5.0,
        idle_inside: bool = False,
        idle_after: float = 0.3,
        wrapped: bool = False,
        quota: int | None = None,
    ) -> None:
        self.token, self.port = TOKEN, 0
        self.patience, self.idle_inside, self.idle_after = patience, idle_inside, idle_after
        self.wrapped, self.quota = wrapped, quota
        self.faults = Faults()
        self.calls: list[tuple[str, Json]] = []
        self.delivered: list[tuple[str, str]] = []
        self.lost: list[Json] = []
        self.taken: list[str] = []
        self.webhook: Json = {}
        self.revoked = False
        self.probe = {"ok": True, "outcome": "ok", "status_code": 200}
        self.polled = asyncio.Event()
        self.count = 0
        self._phones: dict[str, ZaloPhone] = {}
        self._media: dict[str, bytes] = {}
        self._waiting: asyncio.Queue[Json] = asyncio.Queue()
        self._bell = asyncio.Event()
        self._http: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        app = web.Application(client_max_size=4 << 20)
        app.router.add_post("/bot{token}/{method}", self._call)
        app.router.add_get("/media/{name}", self._photo)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
        self._site: web.TCPSite | None = None

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await self.plug_in()
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        if self._http is not None:
            await self._http.close()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def plug_in(self) -> None:
        """Listen (again), on the same port as before."""
        self._site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await self._site.start()
        self.port = self._runner.addresses[0][1]

    async def unplug(self) -> None:
        """Refuse connections and cut those that are open."""
        if self._site is not None:
            await self._site.stop()
        for connection in list(self._runner.server.connections if self._runner.server else []):
            if connection.transport is not None:
                connection.transport.abort()

    def phone(self, person: str, name: str = "") -> ZaloPhone:
        if person not in self._phones:
            self._phones[person] = ZaloPhone(self, person, name or person)
        return self._phones[person]

    def new_id(self) -> str:
        self.count += 1
        return f"{self.count:020x}"

    def publish(self, data: bytes) -> str:
        """A public address of a photo."""
        name = f"{len(self._media)}.jpg"
        self._media[name] = data
        return f"{self.url}/media/{name}"

    def forget_media(self) -> None:
        """Addresses expire."""
        self._media.clear()

    async def until(self, look: Callable[[], Found | None], timeout: float = 15.0) -> Found:  # noqa: ASYNC109
        """Wait until `look` finds something; it looks again after whatever happens here."""
        async with asyncio.timeout(timeout):
            while True:
                self._bell.clear()
                if found := look():
                    return found
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(0.1):
                        await self._bell.wait()

    async def happens(self, event: Json) -> None:
        """Something happens in a chat: the webhook is called, or a poll hears of it, or nobody does."""
        if self.webhook:
            status = await self.post(event)
            assert status == 200, f"the webhook answered {status}"
            return
        await self._waiting.put(event)
        task = asyncio.ensure_future(self._lose(event))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _lose(self, event: Json) -> None:
        """Nobody polled in time."""
        await asyncio.sleep(self.patience)
        kept = [self._waiting.get_nowait() for _ in range(self._waiting.qsize())]
        for one in kept:
            if one is event:
                self.lost.append(one)
            else:
                self._waiting.put_nowait(one)

    @property
    def pending(self) -> int:
        """Events that no poll has taken yet."""
        return self._waiting.qsize()

    async def post(self, event: Any, *, secret: str | None = "", raw: bytes | None = None, wrapped: bool | None = None) -> int:
        """Call the webhook; `secret` "" = the right one, None = none."""
        self._http = self._http or aiohttp.ClientSession()
        is_wrapped = self.wrapped if wrapped is None else wrapped
        body = raw if raw is not None else orjson.dumps({"ok": True, "result": event} if is_wrapped else event)
        given = self.webhook.get("secret_token") if secret == "" else secret
        headers = {"Content-Type": "application/json", "User-Agent": "Java/1.8.0_192"}
        headers |= {"X-Bot-Api-Secret-Token": given} if given is not None else {}
        async with self._http.post(self.webhook["url"], data=io.BytesIO(body), headers=headers) as answer:
            await answer.read()
            return answer.status

    async def _photo(self, request: web.Request) -> web.Response:
        data = self._media.get(request.match_info["name"])
        if data is not None and data.startswith(b"redirect:"):
            return web.Response(status=302, headers={"Location": data[9:].decode()})
        return web.Response(body=data, content_type="image/jpeg") if data is not None else web.Response(status=404)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method, body = request.match_info["method"], orjson.loads(await request.read() or b"{}")
        self.calls.append((method, body))
        self._bell.set()
        if request.match_info["token"] != self.token or self.revoked:
            return refusal(401, "Unauthorized", inside=True)
        fault = self.faults.meet(method, body.get("chat_id"))
        if fault is not None and (answer := await self._faulty(request, fault, method, body)) is not None:
            return answer
        return await self._carry_out(method, body, request)

    async def _faulty(self, request: web.Request, fault: Fault, method: str, body: Json) -> web.StreamResponse | None:
        if fault.applied:
            await self._carry_out(method, body, request)
        await asyncio.sleep(fault.delay)
        if fault.cut and request.transport is not None:
            request.transport.abort()
        if fault.html:
            return web.Response(status=fault.status, text=PAGE, content_type="text/html")
        if fault.code:
            return refusal(fault.code, fault.text, inside=fault.inside, retry_after=fault.retry_after)
        return web.Response(status=fault.status or 500) if fault.cut or fault.status or fault.applied else None

    async def _carry_out(self, method: str, body: Json, request: web.Request) -> web.Response:
        if method == "getUpdates":
            return await self._get_updates(body, request)
        known = {
            "getMe": self._get_me,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": self._webhook_info,
            "sendMessage": self._send_message,
            "sendChatAction": self._chat_action,
        }
        return await known[method](body) if method in known else refusal(404, "Not Found", inside=False)

    async def _get_me(self, _body: Json) -> web.Response:
        return good({"id": "1", "account_name": "bot.phuong", "account_type": "BASIC", "can_join_groups": False})

    async def _get_updates(self, body: Json, request: web.Request) -> web.Response:
        """One object, not a list; idle is 408 in one of two ways. While a webhook is set, polling is refused (code: ours).

        What is given to a poll whose client has gone is lost: the platform keeps nothing.
        """
        if self.webhook:
            return refusal(400, "webhook is set", inside=True)
        assert isinstance(body.get("timeout"), str), "the pages ask for a string"
        self.polled.set()
        try:
            async with asyncio.timeout(self.idle_after):
                event = await self._waiting.get()
        except TimeoutError:
            return refusal(408, "Request timeout", inside=self.idle_inside)
        if request.transport is None or request.transport.is_closing():
            self.lost.append(event)
            return good(event)
        self.taken.append(event.get("message", {}).get("message_id", ""))
        self._bell.set()
        return good(event)

    async def _set_webhook(self, body: Json) -> web.Response:
        """Stored even if the probe fails; loopback is taken here, the platform refuses it."""
        if not 8 <= len(body.get("secret_token", "")) <= 256:
            return refusal(400, "secret_token must have 8 to 256 characters", inside=True)
        self.webhook = dict(body)
        self._bell.set()
        return good({"url": body["url"], "updated_at": 1, "verification": self.probe})

    async def _delete_webhook(self, _body: Json) -> web.Response:
        self.webhook = {}
        return good({"url": "", "updated_at": 1})

    async def _webhook_info(self, _body: Json) -> web.Response:
        return good(self.webhook) if self.webhook else refusal(404, "no webhook", inside=False)

    async def _send_message(self, body: Json) -> web.Response:
        text, chat = body.get("text"), body.get("chat_id")
        if not isinstance(text, str) or not text.strip() or len(text.encode("utf-16-le")) // 2 > MOST:
            return refusal(400, "text must have 1 to 2000 characters", inside=True)
        if chat not in self._phones:
            return refusal(400, "chat not found", inside=True)
        if self.quota is not None and len(self.delivered) >= self.quota:
            return refusal(429, "Quota exceeded", inside=True)
        assert unicodedata.is_normalized("NFC", text), "composed letters only"
        self.delivered.append((chat, text))
        self._phones[chat].screen.append(text)
        self._bell.set()
        return good({"message_id": self.new_id(), "date": 1})

    async def _chat_action(self, _body: Json) -> web.Response:
        return web.json_response({"ok": True})


def good(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def refusal(code: int, text: str, *, inside: bool, retry_after: int | None = None) -> web.Response:
    headers = {"Retry-After": str(retry_after)} if retry_after else {}
    body = {"ok": False, "error_code": code, "description": text} if inside else {"ok": False, "description": text}
    return web.json_response(body, status=200 if inside else code, headers=headers)
