"""Control over HTTP under /_control/: what a test in another process may ask of the emulator."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import orjson
from aiohttp import web

from tests.emulator.bulk import bulk
from tests.emulator.screen import Shown

if TYPE_CHECKING:
    from tests.emulator.server import Emulator

Json = dict[str, Any]
Order = Callable[["Emulator", Json], Any]
ORDERS: dict[str, Order] = {}
PHONE = {
    "says", "starts", "taps", "toast", "hears", "sees", "blocks", "unblocks", "disappears", "sends_photo", "sends_document",
    "sends_album", "sends_contact", "sends_voice", "sends_sticker", "sends_location", "sends_poll", "edits", "forwards",
    "replies", "commands", "hush",
}  # fmt: skip
LOOKS = {"screen", "unheard", "keyboard"}


async def control(emu: "Emulator", request: web.Request, name: str) -> web.Response:
    """Carry out one order; anything wrong with it comes back as text with status 400."""
    try:
        result = ORDERS[name](emu, orjson.loads(await request.read() or b"{}"))
        if isinstance(result, Awaitable):
            result = await result
        return web.Response(body=orjson.dumps(result, default=_plain), content_type="application/json")
    except Exception as error:  # noqa: BLE001 (the asker is a test, which must see what went wrong)
        return web.Response(text=f"{type(error).__name__}: {error}", status=400)


def _plain(value: Any) -> Any:
    if isinstance(value, Shown):
        return {name: getattr(value, name) for name in ("message_id", "text", "buttons", "data", "kind", "edited", "raw")}
    return str(value)


def order(function: Order) -> Order:
    ORDERS[function.__name__.strip("_")] = function
    return function


@order
def push(emu: "Emulator", ask: Json) -> list[int | None]:
    return [emu.push(update) for update in ask["updates"]]


@order
async def arrive(emu: "Emulator", ask: Json) -> int:
    """Queue n updates: {"n", "chats", "texts", "kind", "data", "rate", "wait"}; without `wait` it returns before all came."""
    rate, wait = ask.pop("rate", 0.0), ask.pop("wait", True)
    updates = bulk(emu.world, **ask)
    arriving = emu.behind(emu.world.arrive(updates, rate))
    if wait:
        await arriving
    return len(updates)


@order
def meet(emu: "Emulator", ask: Json) -> None:
    emu.world.meet(ask["ids"], started=ask.get("started", True))


@order
async def phone(emu: "Emulator", ask: Json) -> Any:
    """Let a person do or see something: {"id", "name", "do", "args", "how"}."""
    owner = emu.known_phone(ask["id"], ask.get("name", ""))
    if ask["do"] in LOOKS:
        return getattr(owner, ask["do"])
    if ask["do"] not in PHONE:
        raise LookupError(f"a phone cannot {ask['do']}")
    result = getattr(owner, ask["do"])(*ask.get("args", []), **ask.get("how", {}))
    return await result if isinstance(result, Awaitable) else result


@order
def stats(emu: "Emulator", ask: Json) -> Json:
    return emu.stats.summary() | {"pending": len(emu.updates.live()), "over_limits": emu.limits.broken}


@order
def journal(emu: "Emulator", ask: Json) -> list[Json]:
    return emu.journal.since(ask.get("since", 0))


@order
def delivered(emu: "Emulator", ask: Json) -> list[Json]:
    return emu.journal.delivered(ask.get("chat"))


@order
async def until(emu: "Emulator", ask: Json) -> Json:
    """Wait until so many messages were delivered or so many updates are left: {"delivered", "pending", "timeout"}."""
    await emu.reaches(ask.get("delivered"), ask.get("pending"), ask.get("timeout", 30.0))
    return stats(emu, ask)  # type: ignore[no-any-return]


@order
def faults(emu: "Emulator", ask: Json) -> int:
    """Replace or extend the script: {"clear": true, "add": [{fault}, ...]}."""
    if ask.get("clear"):
        emu.release()
    for spec in ask.get("add", []):
        emu.faults.add_json(spec)
    return len(emu.faults.script)


@order
def script(emu: "Emulator", ask: Json) -> list[Json]:
    return [asdict(fault) for fault in emu.faults.script]


@order
def settings(emu: "Emulator", ask: Json) -> None:
    """Change latency, limits, the clock, how long a tap waits, or take the token away."""
    emu.latency = ask.get("latency", emu.latency)
    emu.limits.set(**ask.get("limits", {}))
    emu.clock.advance(ask.get("advance", 0.0))
    emu.updates.tap_life = ask.get("tap_life", emu.updates.tap_life)
    emu.updates.repeat_wait = ask.get("repeat_wait", emu.updates.repeat_wait)
    emu.webhook.base_delay = ask.get("webhook_delay", emu.webhook.base_delay)
    emu.revoked = ask.get("revoked", emu.revoked)


@order
def drop(emu: "Emulator", ask: Json) -> int:
    """Lose waiting updates, of one kind if given (callback_query: the taps)."""
    return emu.updates.drop(ask.get("kind", ""))


@order
def redeliver(emu: "Emulator", ask: Json) -> None:
    emu.updates.redeliver(*ask["ids"])


@order
def pending(emu: "Emulator", ask: Json) -> list[Json]:
    return [item.update for item in emu.updates.live().values()]


@order
async def plug(emu: "Emulator", ask: Json) -> None:
    """Refuse connections (in: false) or take them again."""
    await (emu.plug_in() if ask["in"] else emu.unplug())


@order
def violations(emu: "Emulator", ask: Json) -> list[str]:
    return emu.violations


@order
def reset(emu: "Emulator", ask: Json) -> None:
    emu.reset()
