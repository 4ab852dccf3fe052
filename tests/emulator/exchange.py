"""One exchange with the bot: read, meet faults, apply, journal, answer."""

import asyncio
import random
from dataclasses import dataclass
from email.utils import formatdate
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import web

from tests.emulator import editing, office, sending  # noqa: F401 (they fill the table of methods)
from tests.emulator.calls import Call, read_call
from tests.emulator.errors import WEBHOOK_ACTIVE, ApiError
from tests.emulator.faults import Fault
from tests.emulator.journal import messages_in
from tests.emulator.methods import run

if TYPE_CHECKING:
    from tests.emulator.server import Emulator

Json = dict[str, Any]


@dataclass
class Outcome:
    """What came of a request, for the journal and for the answer."""

    status: int = 200
    body: str | Json = ""
    content_type: str = "application/json"
    applied: bool = False
    result: Any = None


class Exchange:
    """A request to /bot<token>/<method> and its answer."""

    def __init__(self, emu: "Emulator", request: web.Request, method: str) -> None:
        self.emu, self.request, self.method = emu, request, method
        self.call, self.released = Call(method), emu.released

    async def answer(self) -> web.StreamResponse:
        fault: Fault | None = None
        await self._travel()
        try:
            self.call = await read_call(self.method, self.request)
            fault = self.emu.faults.meet(self.method, self.call.chat, self.call.words)
            outcome = await self._outcome(fault)
        except ApiError as error:
            if error.code == 409:
                await self.emu.updates.conflict_pause()
            outcome = Outcome(error.code, error.body())
        self._record(outcome, fault)
        return await self._reply(outcome, fault)

    async def _travel(self) -> None:
        if self.emu.latency:
            await asyncio.sleep(self.emu.latency / 2)

    async def _outcome(self, fault: Fault | None) -> Outcome:
        """Apply the call unless a fault forbids it; a fault may also replace the answer."""
        if fault is None or not (fault.hang or fault.cut == "before" or (fault.status and not fault.applied)):
            outcome = await self._apply()
            if fault is not None and fault.twist:
                outcome = self._twisted(outcome, fault)
        else:
            outcome = Outcome(0)
        if fault is not None and fault.status:
            outcome.status, outcome.body, outcome.content_type = fault.status, self.emu.faults.body_of(fault), fault.content_type
        return outcome

    async def _apply(self) -> Outcome:
        self.emu.check_token(self.request)
        self.emu.check_call(self.call)
        if self.method.lower() == "getupdates":
            result: Any = await self._updates()
        else:
            result = run(self.emu.world, self.call)
        self.emu.check_result(self.call, result)
        return Outcome(200, {"ok": True, "result": result}, applied=True, result=result)

    async def _updates(self) -> list[Json]:
        world, call = self.emu.world, self.call
        world.updates.allow(call.json("allowed_updates"))
        if world.webhook.url:
            raise ApiError(409, WEBHOOK_ACTIVE)
        numbers = [call.number(name, default) or 0 for name, default in (("offset", 0), ("limit", 100), ("timeout", 0))]
        return await world.updates.get(*numbers)

    def _twisted(self, outcome: Outcome, fault: Fault) -> Outcome:
        """Repeat or reorder the updates of this answer."""
        batch: list[Json] = list(outcome.result or [])
        if fault.twist == "repeat":
            batch = list(self.emu.updates.confirmed.values())[-100:] + batch + batch
        elif fault.twist == "reverse":
            batch.reverse()
        else:
            random.Random(len(batch)).shuffle(batch)
        return Outcome(200, {"ok": True, "result": batch}, applied=True, result=batch)

    def _record(self, outcome: Outcome, fault: Fault | None) -> None:
        world, call = self.emu.world, self.call
        at = world.clock.monotonic()
        world.stats.called(call.method, outcome.status)
        messages = messages_in(outcome.result) if outcome.applied else []
        if messages and call.method.startswith("send"):
            world.stats.sent(messages[0]["chat"]["id"], at, len(messages))
        elif messages or (outcome.applied and call.method.startswith(("copy", "forward"))):
            world.stats.answered(call.chat or 0, at)
        world.bell.ring()
        if call.method.lower() == "getupdates" and outcome.status == 200 and not outcome.result:
            return
        self._write(outcome, fault)

    def _write(self, outcome: Outcome, fault: Fault | None) -> None:
        entry: Json = {"method": self.call.method, "chat": self.call.chat, "params": self.call.params, "status": outcome.status}
        if self.call.uploads:
            entry["files"] = [upload.as_dict(part) for part, upload in self.call.uploads.items()]
        if self.call.method.lower() == "getupdates":
            entry["update_ids"] = [update["update_id"] for update in outcome.result or []]
        elif outcome.applied:
            entry["result"] = outcome.result
        if outcome.status != 200:
            entry["error"] = outcome.body
        if fault is not None:
            entry["fault"] = {"hang": fault.hang, "cut": fault.cut, "delay": fault.delay, "twist": fault.twist}
        if self.request.transport is None or self.request.transport.is_closing():
            entry["unheard"] = True
        self.emu.journal.write("call", self.emu.clock.now(), applied=outcome.applied, **entry)

    async def _reply(self, outcome: Outcome, fault: Fault | None) -> web.StreamResponse:
        if fault is not None:
            await asyncio.sleep(fault.delay)
            if fault.hang:
                await self.released.wait()
            if (fault.cut or fault.hang) and self.request.transport is not None:
                self.request.transport.abort()
        await self._travel()
        return answer(outcome.body, outcome.status or 500, outcome.content_type, self.emu.clock.now())


def answer(body: str | Json, status: int, content_type: str, now: float) -> web.Response:
    data = body.encode() if isinstance(body, str) else orjson.dumps(body)
    headers = {"Date": formatdate(now, usegmt=True), "Content-Type": content_type}
    return web.Response(body=data, status=status, headers=headers)
