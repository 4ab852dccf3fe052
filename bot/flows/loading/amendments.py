"""A list that changed in mid-year: each holder is told what changed for them and confirms; the coordinator sees who has."""

from datetime import datetime

from bot.flows.loading.sent_table import kept_of
from bot.turn import Reply, Turn
from jobs.notice import notice
from locales.message import Message
from locales.say import amendments as say
from storage.db import Connection
from storage.errors import Gone
from storage.loading import amendments, loads
from storage.loading.compare import Comparison
from storage.loading.loads import Kept
from storage.messages import outbox
from storage.office import people, units
from storage.work import campaigns


def tell(db: Connection, kept: Kept, done: Comparison, now: datetime) -> list[int]:
    """Tell everybody whose rows a list changed, once sending has begun; returns who was told."""
    campaign = campaigns.of_year(db, kept.office_id, kept.year)
    if campaign is None or units.sending_since(db, kept.office_id) is None:
        return []
    found = amendments.news(db, campaign, done)
    drafts = [
        draft
        for person, some in found.items()
        if person != kept.person_id
        for draft in notice(db, person, say.told(kept.id, kept.year, some), f"list:{kept.id}:{person}")
    ]
    outbox.add(db, drafts, now)
    told = [draft.person_id for draft in drafts if draft.person_id is not None]
    if told:
        loads.put_sheet(db, kept.id, loads.get(db, kept.id).sheet | {amendments.TOLD: told})
    return told


def seen(turn: Turn, load_id: int) -> Reply:
    """ "Đã rõ": kept once.

    Raises:
        Gone: this person was not told of that list.
    """
    kept = loads.get(turn.db, load_id)
    if turn.person.id not in kept.sheet.get(amendments.TOLD, ()):
        raise Gone
    amendments.see(turn.db, load_id, turn.person.id, turn.person.office_id, turn.now)
    return say.noted()


def standing(turn: Turn, load_id: int) -> Reply:
    """Who was told of a list, and who has confirmed."""
    kept = kept_of(turn, load_id)
    told = kept.sheet.get(amendments.TOLD, [])
    confirmed = amendments.seen(turn.db, kept.id)
    return _standing(turn, kept, [one for one in told if one in confirmed], [one for one in told if one not in confirmed])


def _standing(turn: Turn, kept: Kept, yes: list[int], no: list[int]) -> Message:
    names = [people.names_of(turn.db, some) for some in (yes, no)]
    return say.standing(kept.id, kept.year, *names)
