"""What an office has set of its hours, reminders and classes, read and kept together."""

from decimal import Decimal
from typing import Any

from storage.db import Connection
from storage.office import units
from storage.reminders import escalations, reminding
from storage.rules.escalation import DEFAULT_AFTER
from storage.rules.points import thresholds_of
from storage.rules.policy import Terms


def of_settings(settings: dict[str, Any]) -> Terms:
    """As the settings of an office say, the default where they say nothing."""
    return Terms(
        reminding.hours_of(settings),
        reminding.policy_of(settings),
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
        "office_hours": reminding.hours_kept(terms.hours),
        "policy": reminding.policy_kept(terms.policy),
        escalations.AFTER: list(terms.above),
        "classes": [[key, _plain(lowest)] for key, lowest in terms.classes],
    }


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
