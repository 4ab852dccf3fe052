"""One person, several chats: which one gets the reminders, and which are let go."""

from bot.flows.arriving import devices, start
from bot.turn import Reply, Turn
from jobs.lines import SILENT
from locales.say import channels as say
from storage import audit
from storage.messages import rerouting
from storage.office import addresses, people
from storage.office.addresses import Link


def listing(turn: Turn) -> Reply:
    return say.listing(addresses.of_person(turn.db, turn.person.id), turn.zone)


def prefer(turn: Turn, which: int | str) -> Reply:
    """Reminders come to this chat: by the number in a button, or by the channel's name in words."""
    mine = addresses.of_person(turn.db, turn.person.id)
    if isinstance(which, str):
        found = [one for one in mine if one.channel == which]
        if not found:
            return say.not_linked(which)
        link = found[0]
    else:
        link = addresses.own(turn.db, turn.person.id, which)
    addresses.prefer(turn.db, link)
    audit.note(turn.db, "prefer", f"person:{turn.person.id}", turn.now, by=turn.person.id, channel=link.channel)
    return say.preferred(link.channel)


def drop(turn: Turn, address_id: int, sure: str | None = None) -> Reply:
    """Let go of one chat, never of the last one: a lost phone is the coordinator's matter."""
    link = addresses.own(turn.db, turn.person.id, address_id)
    if len(addresses.of_person(turn.db, turn.person.id)) == 1:
        return say.only_one()
    if sure != "yes":
        return say.ask_drop(link)
    _let_go(turn, link, "drop_channel")
    return say.dropped(link.channel)


def not_mine(turn: Turn, address_id: int) -> Reply:
    """ "Không phải tôi" under the notice of a second link: somebody else used the code."""
    link = addresses.own(turn.db, turn.person.id, address_id)
    if link.chat == turn.chat:
        return start.not_me(turn)
    _let_go(turn, link, "not_my_link")
    devices.end_since(turn, link.linked_at)  # whoever it was may have let a device of theirs in
    start.tell_coordinators(turn, say.somebody_else_linked(turn.person.full_name, link.channel), "not-my-link")
    return say.link_undone(link.channel)


def _let_go(turn: Turn, link: Link, why: str) -> None:
    """Unlink a chat; another one becomes the preferred one, and what waited for it goes there."""
    people.unlink_chat(turn.db, link.chat, turn.now)
    rest = addresses.of_person(turn.db, turn.person.id)
    heir = min(rest, key=lambda one: (one.channel in SILENT, one.chat != turn.chat))
    if link.preferred:
        addresses.prefer(turn.db, heir)
    rerouting.move_waiting(turn.db, rerouting.waiting_in(turn.db, link.chat, answers=False), heir.chat, turn.now)
    rerouting.stop_person(turn.db, turn.person.id, link.chat, why)
    audit.note(turn.db, why, f"person:{turn.person.id}", turn.now, by=turn.person.id, channel=link.channel)
