"""`/healthz` for whoever watches from outside, `/metrics` for Prometheus: counts and ages, never a name, a text or a secret."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from hmac import compare_digest

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.wiring import Wiring
from storage import vitals
from storage.db import PASSING
from storage.vitals import Vitals

HERE = {"127.0.0.1", "::1"}
FORWARDED = ("x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via")
STATES = {
    "inbox": ("new", "done", "quarantined"),
    "outbox": ("pending", "sending", "unsure", "sent", "dead", "cancelled", "expired", "held"),
}
"""Each is shown even when there is none, so that a rule in Prometheus finds it."""
TEXT = "text/plain; version=0.0.4; charset=utf-8"


class Watch:
    """The two pages."""

    def __init__(self, app: Wiring) -> None:
        self.app = app

    def routes(self) -> list[Route]:
        return [Route("/healthz", self.health), Route("/metrics", self.metrics)]

    async def health(self, _request: Request) -> Response:
        """Alive: the database answers, and keeps what is written. Which channels are not heard stands beside it, since the
        other ones still work.
        """
        if self.app.standstill.is_now():
            return JSONResponse({"ok": False, "database": "keeps nothing"}, 503)
        try:
            await self.app.store.read(vitals.beat)
        except PASSING:
            return JSONResponse({"ok": False, "database": "away"}, 503)
        deaf = sorted(self.app.ears.deaf)
        return JSONResponse({"ok": True, "sends": self.app.lease.is_held(), "deaf": deaf})

    async def metrics(self, request: Request) -> Response:
        """Only from this very machine, or with METRICS_TOKEN."""
        if not self._may_see(request):
            return Response(status_code=403)
        try:
            found = await self.app.store.read(vitals.look)
        except PASSING:
            return PlainTextResponse("nhacviec_up 0\n", 503, media_type=TEXT)
        lines = [*_lines(found, self.app.now()), *self._own_lines()]
        return PlainTextResponse("\n".join(lines) + "\n", media_type=TEXT)

    def _may_see(self, request: Request) -> bool:
        token = self.app.settings.metrics_token
        if token is not None:
            return compare_digest(request.headers.get("authorization", "").encode(), f"Bearer {token}".encode())
        proxied = any(name in request.headers for name in FORWARDED)
        return not proxied and request.client is not None and request.client.host in HERE

    def _own_lines(self) -> Iterator[str]:
        """What this process knows of itself."""
        yield from _family(
            "loop_lag_seconds", "Longest hold-up of the event loop during the last minute", {"": self.app.pulse.lag}
        )
        yield from _family(
            "unkept_seconds", "Since the database last kept what this process wrote", {"": self.app.lease.unkept_for()}
        )
        yield from _family("log_bytes", "SQLite's log that is not folded in yet", {"": self.app.store.log_size()})
        yield from _family("sends", "Whether this process holds the lease to plan and send", {"": int(self.app.lease.is_held())})
        yield from _family(
            "clock_off_seconds",
            "How far this machine's clock is ahead of the platforms'",
            {"": self.app.machine_clock.off().total_seconds()},
        )
        deaf = {f'channel="{name}"': int(name in self.app.ears.deaf) for name in self.app.pollers}
        yield from _family("channel_deaf", "Whether a channel is not heard any more", deaf)


def _lines(found: Vitals, now: datetime) -> Iterator[str]:
    yield from _family("up", "Whether the database answers", {"": 1})
    for name, counts in (("inbox", found.inbox), ("outbox", found.outbox)):
        values = {f'state="{state}"': counts.get(state, 0) for state in STATES[name]}
        yield from _family(f"{name}_rows", f"Rows of the {name} by state", values)
    yield from _family("inbox_age_seconds", "Age of the oldest update that waits", {"": _age(found.inbox_since, now) or 0})
    yield from _family("lateness_seconds", "How late the most belated message is", {"": _age(found.late_since, now) or 0})
    polled = {f'channel="{name}"': _age(at, now) for name, at in found.polled.items()}
    yield from _family("poll_age_seconds", "Since the last successful poll of a channel", polled)
    yield from _family("clock_age_seconds", "Since the clock last planned", {"": _age(found.beat_at, now)})
    yield from _family("backup_age_seconds", "Since the newest backup was made", {"": _age(found.backup_at, now)})


def _age(at: datetime | None, now: datetime) -> float | None:
    return None if at is None else max(0.0, (now - at).total_seconds())


def _family(name: str, about: str, values: Mapping[str, float | None]) -> Iterator[str]:
    """One gauge in Prometheus's text form; what is not known is left out."""
    known = {labels: value for labels, value in values.items() if value is not None}
    if known:
        yield f"# HELP nhacviec_{name} {about}."
        yield f"# TYPE nhacviec_{name} gauge"
        for labels, value in known.items():
            yield f"nhacviec_{name}{{{labels}}} {value:g}" if labels else f"nhacviec_{name} {value:g}"
