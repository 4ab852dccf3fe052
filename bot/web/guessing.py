"""Whoever types a code in a browser: who they are as wrong ones are counted, and what the coordinators learn of a siege."""

import hashlib
import secrets
from datetime import datetime
from ipaddress import ip_address, ip_network

from starlette.requests import Request
from starlette.responses import Response

from bot.web import sessions
from jobs import alarm
from locales.say import upload as say
from storage.access import guesses
from storage.access.guesses import Guesser
from storage.db import Connection
from storage.office import units

COOKIE = "nhacviec_browser"  # tells browsers apart that share an office's address


def neighbourhood(address: str) -> str:
    """What counts as one place: an IPv4 address, or the /64 that one connection has of IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    return str(found) if found.version == 4 else str(ip_network(f"{found}/64", strict=False).network_address)


def guesser(request: Request) -> Guesser:
    """Who types; a browser that keeps no cookie is its place."""
    place = neighbourhood(address_of(request))
    cookie = sessions.token_of(request, COOKIE)
    return Guesser(_key("browser", cookie or f"none {place}"), _key("address", place))


def address_of(request: Request) -> str:
    """Where a request comes from; behind a proxy on this machine uvicorn puts the browser's own address here."""
    return request.client.host if request.client else "unknown"


def _key(kind: str, value: str) -> str:
    return f"web:{kind}:{hashlib.sha256(value.encode()).hexdigest()[:24]}"


def mark(request: Request, response: Response) -> None:
    """Give a browser that is about to type a code its mark, unless it has one."""
    if sessions.token_of(request, COOKIE) is None:
        sessions.keep(request, response, secrets.token_urlsafe(16), COOKIE)


def missed(db: Connection, who: Guesser, now: datetime, *, digits: bool) -> None:
    """Count a wrong code; the coordinators of every office learn once an hour that somebody guesses digits."""
    guesses.missed(db, who, now, digits=digits)
    if digits and guesses.is_besieged(db, now):
        for office_id, _name in units.offices(db):
            alarm.tell_coordinators(db, office_id, say.besieged(), f"besieged:{now:%Y%m%d%H}", now)
