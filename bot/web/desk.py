"""The coordinator's desk: all that needs a look, in tables; one tap says the word in the chat that opens its step.

What is shown, and who may see it, is decided by the same functions that answer in the chat.
"""

import secrets
from decimal import Decimal
from itertools import groupby
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from bot.flows import staff
from bot.turn import Turn
from bot.web import chat, pages, sessions
from bot.web.limits import body_or_none
from bot.web.turns import turn_of
from jobs import preview
from jobs.outcome import PACKAGE_MB
from locales.papers import dossier
from locales.say import desk as say
from storage import audit
from storage.access.web_sessions import Device
from storage.checking import checks
from storage.db import Connection
from storage.errors import Refusal
from storage.evidence import documents
from storage.evidence.files import place
from storage.loading import waiting
from storage.loading.loads import APPLIED
from storage.messages import trouble
from storage.office import calendar, roster, units
from storage.points import marking
from storage.reminders import terms
from storage.rules.calendar import add_working_days, needs_confirmation
from storage.rules.points import caps_of
from storage.work import assignments, campaigns, doubts

MOST_BYTES = 4 * 1024
ROWS, LINES = 200, 60
INLINE = frozenset({"application/pdf", "image/png", "image/jpeg"})


@sessions.signed_in
async def show(request: Request, device: Device) -> Response:
    """The page; only for a coordinator over the whole office."""
    app = sessions.app_of(request)

    def work(db: Connection) -> list[say.Part] | None:
        turn = turn_of(db, request, device)
        try:
            return _parts(turn, staff.office_of(turn))
        except Refusal:
            return None

    parts = await app.store.read(work)
    if parts is None:
        return pages.page("gone.html", 404)
    return pages.page("desk.html", words=say.page(), parts=parts)


def _parts(turn: Turn, office: int) -> list[say.Part]:
    db = turn.db
    reported = checks.waiting(db, turn.person)[:ROWS]
    sent = documents.of_assignments(db, [work.id for work in reported])
    day = add_working_days(turn.today, 1, turn.calendar)
    settings = units.settings(db, office)
    now = terms.of_settings(settings)
    years = [campaigns.get(db, office, one) for one, _year in campaigns.open_years(db, office)]
    return [
        say.tables([one for one in waiting.of_office(db, office, turn.now) if one.state != APPLIED], turn.zone),
        say.checks(reported, sent),
        say.doubts(doubts.in_doubt(db, office)[:ROWS], doubts.unassigned(db, office)[:ROWS]),
        say.people(roster.entries(db, office), turn.zone),
        say.years([(year, marking.totals(db, year.id)) for year in years], turn.local),
        say.days(needs_confirmation(calendar.rows(db, office), turn.today)),
        say.tomorrow(
            day, preview.planned_for(db, office, day, turn.zone, turn.now), on=units.sending_since(db, office) is not None
        ),
        _dossier(turn, office),
        _trouble(turn, office),
        say.policy(now),
        say.rules(Decimal(str(settings["target"])), now, caps_of(settings), units.sending_since(db, office), turn.zone),
        say.backup(audit.last(db, audit.BACKUP), turn.now, turn.zone),
        say.history(audit.recent(db, office, LINES), turn.zone),
    ]


def _dossier(turn: Turn, office: int) -> say.Part:
    campaign = campaigns.current(turn.db, office, turn.today)
    sizes = documents.sizes(turn.db, campaign[0]) if campaign else []
    by_row = [sum(one.size for one in of_row) for _row, of_row in groupby(sizes, key=lambda one: one.row)]
    parts = dossier.packages(by_row, PACKAGE_MB * 2**20)
    return say.dossier(len(sizes), sum(by_row), max(parts, default=0) + 1)


def _trouble(turn: Turn, office: int) -> say.Part:
    lost, stuck = trouble.undelivered(turn.db, office)[:ROWS], trouble.stuck(turn.db, office)[:ROWS]
    return say.trouble(lost, stuck, staff.unplaced_of(turn, office)[:ROWS], turn.zone)


@sessions.signed_in
async def tell(request: Request, device: Device) -> Response:
    """A tap on the desk says its word in the chat, as the person would; the answer stands there."""
    app = sessions.app_of(request)
    body = await body_or_none(request, MOST_BYTES)
    said = parse_qs((body or b"").decode(errors="replace")).get("say", [""])[0]
    if said not in say.WORDS:
        return Response(status_code=400)
    given: dict[str, Any] = {"id": secrets.token_hex(8), "kind": "text", "text": said}
    now = app.now()
    await app.store.write(lambda db: chat.keep(db, device, given, now))
    app.arrived()
    if app.web is not None:
        app.web.bells.ring(device.chat_id)
    return RedirectResponse("../", 303)


@sessions.signed_in
async def document(request: Request, device: Device) -> Response:
    """A document of a row that this person may look at."""
    app = sessions.app_of(request)
    row, wanted = request.path_params["row"], request.path_params["document"]

    def work(db: Connection) -> documents.Document | None:
        try:
            assignments.visible(db, device.person, row)
        except Refusal:
            return None
        return next((one for one in documents.of_assignment(db, row) if one.id == wanted and one.sha256), None)

    found = await app.store.read(work)
    if found is None or found.sha256 is None:
        return pages.page("gone.html", 404)
    path = place(app.settings.data_dir / "evidence", found.copy or found.sha256)
    is_shown = found.copy_mime in INLINE
    kind = found.copy_mime if is_shown else "application/octet-stream"
    shown = "inline" if is_shown else "attachment"
    return FileResponse(path, media_type=kind, filename=found.copy_name, content_disposition_type=shown)
