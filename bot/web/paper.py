"""Invitations on paper: a sheet with a notice for signature and one slip a person, with a QR and a code, ready to print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import segno
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.web import pages, sessions
from bot.web.limits import body_or_none
from locales.say import paper as say
from storage.access import invites
from storage.access.web_sessions import Device
from storage.db import Connection
from storage.office import people, roster, units
from storage.rules.status import Role

MOST_BYTES = 64 * 1024
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})  # opens on the machine itself and nowhere else
GROUP = 4  # letters of a code that stand together on paper


@dataclass(frozen=True, slots=True)
class Slip:
    """One person's part of the sheet.

    Attributes:
        code: in groups, as it is typed off paper.
        codes: caption and picture of each QR.
    """

    words: dict[str, str]
    post: str
    code: str
    codes: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when a sheet is made.

    Attributes:
        web: address of the web room, None without one.
    """

    office: int
    now: datetime
    zone: tzinfo
    web: str | None


def sheet(db: Connection, ids: Sequence[int], place: Place, *, by: int | None = None, inline: bool = False) -> str:
    """The page with fresh codes; older ones of these people are revoked.

    Args:
        db: open connection.
        ids: the people, all of this office.
        place: office, moment, addresses.
        by: the coordinator who asked; None from the command line.
        inline: whether the page must stand alone, as a file.
    """
    office = units.name_of(db, place.office)
    today = place.now.astimezone(place.zone).date()
    call = roster.holding(db, place.office, Role.COORDINATOR)
    chair = next(iter(roster.holding(db, place.office, Role.CHAIRPERSON)), "")
    words = say.sheet(office, today)
    slips = [_slip(db, one, place, call, by, words) for one in ids]
    return pages.text_of(
        "paper.html",
        office=office,
        chair=chair,
        words=words,
        notice=say.notice(office, year=today.year, coordinators=call, address=place.web),
        slips=slips,
        style=Markup((pages.STATIC / "paper.css").read_text()) if inline else None,  # noqa: S704 - our own file
    )


def _slip(db: Connection, person_id: int, place: Place, call: Sequence[str], by: int | None, captions: Mapping[str, str]) -> Slip:
    entry = roster.entry(db, place.office, person_id)
    code = invites.make(db, person_id, place.now, by=by)
    until = place.now + invites.VALID_FOR
    links = (
        (captions["web"], invites.web_link(code, place.web)),
        (captions["telegram"], invites.link(code, invites.bot_name(db))),
    )
    spaced = " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
    words = say.slip(entry.full_name, until, place.zone, web=place.web, call=call)
    post = ", ".join(part for part in (entry.post, entry.unit) if part)
    return Slip(words, post, spaced, tuple((caption, _qr(link)) for caption, link in links if link))


def _qr(link: str) -> Markup:
    """A QR as a drawing inside the page, so that a file stands alone; error correction M survives a folded paper."""
    out = BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="svg", xmldecl=False, svgns=True, border=2, scale=4, omitsize=True)
    return Markup(out.getvalue().decode())  # noqa: S704 - drawn by segno from our own link


@sessions.signed_in
async def ask(request: Request, device: Device) -> Response:
    """Whom to print for: those without a phone are ticked."""
    app = sessions.app_of(request)

    def work(db: Connection) -> list[roster.Entry] | None:
        return roster.entries(db, device.person.office_id) if _may(db, device) else None

    found = await app.store.read(work)
    if found is None:
        return pages.page("gone.html", 404)
    missing = roster.without_phone(found)
    others = [one for one in found if one.linked]
    local = None if app.settings.web_url else app.site.web
    here = app.site.web if local and urlsplit(local).hostname in LOOPBACK else None
    plain = None if sessions.is_secure(app) else app.site.web
    return pages.page("paper_ask.html", words=say.ask(), missing=missing, others=others, local=local, plain=plain, here=here)


@sessions.signed_in
async def show(request: Request, device: Device) -> Response:
    """The sheet: made once, kept by nobody."""
    app = sessions.app_of(request)
    body = await body_or_none(request, MOST_BYTES)
    if body is None:
        return Response(status_code=413)
    ticked = parse_qs(body.decode(errors="replace")).get("person", [])
    asked = {int(one) for one in ticked if one.isascii() and one.isdigit() and len(one) < 10}

    def work(db: Connection) -> str | None:
        if not _may(db, device):
            return None
        ids = [one.id for one in roster.entries(db, device.person.office_id) if one.id in asked]
        place = Place(device.person.office_id, app.now(), app.settings.zone, app.site.web)
        return sheet(db, ids, place, by=device.person.id)

    made = await app.store.write(work)
    return HTMLResponse(made) if made is not None else pages.page("gone.html", 404)


def _may(db: Connection, device: Device) -> bool:
    """A coordinator over the whole office, as in the chat."""
    return people.covers(db, device.person, device.person.office_id, Role.COORDINATOR)
