"""What an office has set of its hours, reminders and classes, read and kept together."""

from dataclasses import asdict
from datetime import time
from decimal import Decimal
from typing import Any

from storage.db import Connection
from storage.office import units
from storage.reminders import escalations
from storage.rules.escalation import DEFAULT_AFTER
from storage.rules.hours import OfficeHours
from storage.rules.points import thresholds_of
from storage.rules.policy import Terms, inside
from storage.rules.reminders import Policy


def of_settings(settings: dict[str, Any]) -> Terms:
    """As the settings of an office say, the default where they say nothing."""
    return Terms(
        hours_of(settings),
        policy_of(settings),
        tuple(settings.get(escalations.AFTER) or DEFAULT_AFTER),
        thresholds_of(settings.get("classes")),
    )


def of_office(db: Connection, office_id: int) -> Terms:
    return of_settings(units.settings(db, office_id))


def put(db: Connection, office_id: int, terms: Terms) -> None:
    """Keep what differs from before."""
    before = _kept(of_office(db, office_id))
    for key, value in _kept(terms).items():
        if value != before[key]:
            units.set_setting(db, office_id, key, value)


def _kept(terms: Terms) -> dict[str, Any]:
    return {
        "office_hours": _hours_kept(terms.hours),
        "policy": _policy_kept(terms.policy),
        escalations.AFTER: list(terms.above),
        "classes": [[key, _plain(lowest)] for key, lowest in terms.classes],
    }


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def policy(db: Connection, office_id: int) -> Policy:
    """The office's policy."""
    return policy_of(units.settings(db, office_id))


def policy_of(settings: dict[str, Any]) -> Policy:
    """The default policy, with what an office's settings change."""
    changed: dict[str, Any] = settings["policy"]
    read: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in changed.items()}
    for key in ("morning", "afternoon"):
        if read.get(key):
            read[key] = time.fromisoformat(read[key])
    return Policy(**read)


def _policy_kept(policy: Policy) -> dict[str, Any]:
    """What of a policy differs from the default, as the settings keep it."""
    usual = asdict(Policy())
    changed = {key: value for key, value in asdict(policy).items() if value != usual[key]}
    return {key: f"{value:%H:%M}" if isinstance(value, time) else value for key, value in changed.items()}


def hours_of(settings: dict[str, Any]) -> OfficeHours:
    """When an office works: both halves of its day, each `07:30-11:30`."""
    morning, afternoon = (tuple(map(time.fromisoformat, half.split("-"))) for half in settings["office_hours"])
    return OfficeHours((morning[0], morning[1]), (afternoon[0], afternoon[1]))


def _hours_kept(hours: OfficeHours) -> list[str]:
    """Hours as the settings keep them."""
    return [f"{start:%H:%M}-{end:%H:%M}" for start, end in (hours.morning, hours.afternoon)]


def hours(db: Connection, office_id: int) -> OfficeHours:
    """The office's hours."""
    return hours_of(units.settings(db, office_id))


def hour(db: Connection, office_id: int, own: time | None) -> time:
    """When a person is reminded: at the hour that they chose, else at the office's, and never while it is closed."""
    settings = units.settings(db, office_id)
    return inside(own or policy_of(settings).morning, hours_of(settings))
