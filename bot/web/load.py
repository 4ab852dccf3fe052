"""Assignment tables on the coordinator's desk: files are sent, all doubts of one stand in a table, and it is recorded or let go.

What is shown, who may see it and what an answer does is decided by the steps that answer in the chat.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.flows import staff
from bot.flows.loading import load_page, load_table
from bot.flows.loading.load_page import Seen
from bot.flows.loading.load_table import Given, Sent
from bot.turn import Turn
from bot.web import pages, sessions
from bot.web.chat import number_of
from bot.web.limits import body_or_none
from bot.web.turns import taken, turn_of
from locales.say import load_table as say
from locales.say import refusals
from storage.access import web_chats
from storage.access.web_sessions import Device
from storage.db import Connection
from storage.errors import Refusal
from storage.loading import waiting
from storage.loading.loads import APPLIED
from storage.messages import inbox

MOST_BYTES = 512 * 1024
MOST_SENT = 40  # files whose outcome one page tells
CHOSEN, TYPED, SAME = "choose.", "type.", "same."


@sessions.signed_in
async def listing(request: Request, device: Device) -> Response:
    """The page to send tables from, with those that wait; a single one that was just read is opened at once."""
    app = sessions.app_of(request)
    keys = request.query_params.getlist("sent")[:MOST_SENT]

    def work(db: Connection) -> tuple[list[Sent], list[waiting.Entry]] | None:
        turn = turn_of(db, request, device)
        try:
            office = staff.office_of(turn)
        except Refusal:
            return None
        came = [one for key in keys if (one := load_table.sent(turn, key))]
        return came, waiting.of_office(db, office, turn.now)

    found = await app.store.read(work)
    if found is None:
        return pages.page("gone.html", 404)
    came, entries = found
    if len(keys) == 1 and came and came[0].load:
        return RedirectResponse(f"load/{came[0].load}", 303)
    rows = [(one, *say.state_of(one, app.settings.zone), say.sender(one)) for one in entries]
    recorded = [row for row in rows if row[0].state == APPLIED]
    to_decide = [row for row in rows if row[0].state != APPLIED]
    groups = {"waiting": to_decide, "recorded": recorded}
    return pages.page("load.html", words=say.page(), heads=say.heads(), came=came, groups=groups)


@dataclass(slots=True)
class Done:
    """What a form has done: words for the page, and what was typed but could not be read."""

    told: list[str] = field(default_factory=list)
    unread: Mapping[str, str] = field(default_factory=dict)
    brings_files: bool = False

    @property
    def shown(self) -> dict[str, Any]:
        return {"told": self.told, "unread": dict(self.unread)}


@sessions.signed_in
async def show(request: Request, device: Device) -> Response:
    """One table as it stands, with what the form before it has done: to reload the page sends no form again."""
    app = sessions.app_of(request)
    token = f"load:{request.query_params.get('told', '')}"
    kept = await app.store.read(lambda db: inbox.noted(db, web_chats.CHANNEL, token, device.chat))
    return await _page(request, device, Done(**kept))


@sessions.signed_in
async def change(request: Request, device: Device) -> Response:
    """A form of the page: answers to doubts, or what is to become of the table."""
    app = sessions.app_of(request)
    body = await body_or_none(request, MOST_BYTES)
    if body is None:
        return Response(status_code=413)
    token, can = secrets.token_hex(8), app.channels[web_chats.CHANNEL].abilities
    fields = parse_qs(body.decode(errors="replace"), encoding="utf-8", errors="replace")
    form = {name: values[0].replace("\0", "") for name, values in fields.items()}

    def work(db: Connection) -> Done:
        turn = taken(db, device.chat_id, f"load:{token}", app.now(), app.site, can=can)
        return _noted(turn, _number(request), form)

    try:
        done = await app.store.write(work)
    except Refusal as refusal:
        done = Done([refusals.told(refusal.name, refusal.values, is_linked=True).text])
        return await _page(request, device, done)  # nothing was done, so the form may come again
    app.answered(done.brings_files)
    page = {"page": number} if (number := request.query_params.get("page")) else {}
    return RedirectResponse(f"{_number(request)}?{urlencode(page | {'told': token})}", 303)


def _noted(turn: Turn, load_id: int, form: Mapping[str, str]) -> Done:
    """Do what the form says, and keep what is told of it for the page that follows."""
    done = _changed(turn, load_id, form)
    inbox.note(turn.db, turn.inbox_id, done.shown)
    return done


def _changed(turn: Turn, load_id: int, form: Mapping[str, str]) -> Done:
    if form.get("do") == "settle":
        given = _given(form)
        outcome = load_page.answer(turn, load_id, given)
        asked = set(given.chosen) | {key for key, text in given.typed.items() if text.strip()}
        gone = len(asked - outcome.done - set(outcome.unread))
        told = say.came_of(outcome.settled, len(outcome.unread), gone)
        return Done(told, outcome.unread, turn.brings_files)
    told = load_page.decide(turn, load_id, form.get("do", ""), form.get("value", ""), number_of(form.get("count")))
    return Done(told, brings_files=turn.brings_files)


def _given(form: Mapping[str, str]) -> Given:
    def of(prefix: str) -> dict[str, str]:
        return {name.removeprefix(prefix): value for name, value in form.items() if name.startswith(prefix)}

    return Given({key: one for key, one in of(CHOSEN).items() if one}, of(TYPED), frozenset(of(SAME)))


def _number(request: Request) -> int:
    return number_of(str(request.path_params["load"]))


async def _page(request: Request, device: Device, done: Done) -> Response:
    app = sessions.app_of(request)
    number = number_of(request.query_params.get("page")) or 1

    def work(db: Connection) -> Seen | None:
        try:
            return load_page.seen(turn_of(db, request, device), _number(request), number, done.unread)
        except Refusal:
            return None

    seen = await app.store.read(work)
    if seen is None:
        return pages.page("gone.html", 404)
    if seen.moved_to:
        return RedirectResponse(str(seen.moved_to), 303)
    values: dict[str, Any] = {"words": say.file_page(), "one": seen, "told": done.told}
    values |= {"doubts_title": say.doubts_title, "same_for": say.same_for, "pages_of": say.pages_of}
    return pages.page("load_file.html", **values)


ROUTES = [
    Route("/load", listing),
    Route("/load/{load:int}", show, methods=["GET"]),
    Route("/load/{load:int}", change, methods=["POST"]),
]
