"""The dashboard: the figures of /tiendo by field, section, person and month, filtered and drilled into; equal to the chat's.

Who may see what is decided by the very step that answers in the chat.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from bot.flows.leading import progress
from bot.web import pages, sessions
from bot.web.turns import turn_of
from jobs.glance import Glance
from locales.say import board as say
from storage.access.web_sessions import Device
from storage.db import Connection
from storage.rules.rollup import Leaf, Summary, summary_of

LONGEST = 200  # characters of a filter that are looked at


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is filtered by; None = all. Names as the figures have them, a person by number."""

    field: str | None = None
    unit: str | None = None
    person: int | None = None
    state: str | None = None

    @classmethod
    def of(cls, request: Request) -> "Asked":
        given = {name: (request.query_params.get(name) or "")[:LONGEST] for name in ("field", "unit", "person", "state")}
        person = int(given["person"]) if given["person"].isdecimal() and len(given["person"]) < 10 else None
        state = given["state"] if given["state"] in say.STATES else None
        return cls(given["field"] or None, given["unit"] or None, person, state)

    def shows(self, leaf: Leaf) -> bool:
        return (
            (self.field is None or leaf.field == self.field)
            and (self.unit is None or leaf.unit == self.unit)
            and (self.person is None or leaf.person_id == self.person)
        )

    def link(self, **changed: object) -> str:
        """The same page, filtered otherwise."""
        now = {"field": self.field, "unit": self.unit, "person": self.person, "state": self.state} | changed
        kept = {name: value for name, value in now.items() if value is not None}
        return f"board?{urlencode(kept)}" if kept else "board"


@sessions.signed_in
async def show(request: Request, device: Device) -> Response:
    """The page; what lies beyond the person's roles is not there, whatever the address says."""
    app = sessions.app_of(request)
    asked = Asked.of(request)

    def work(db: Connection) -> tuple[Glance, list[Leaf], Summary] | None:
        turn = turn_of(db, request, device)
        found = progress.glance(turn)
        if found is None:
            return None
        leaves = [one for one in found.leaves if asked.shows(one)]
        return found, leaves, summary_of(leaves, turn.today, turn.calendar, found.settings["not_arising"])

    seen = await app.store.read(work)
    if seen is None:
        return pages.page("board.html", words=say.page(), nothing=say.nothing())
    found, leaves, summary = seen
    shown = say.board(found.scope, summary, leaves, asked, found.leaves)
    return pages.page("board.html", words=say.page(), nothing="", board=shown)
