"""New devices in the web room: a code of six digits, who is told, and how all of them are signed out."""

import re
from datetime import datetime

from bot.flows.arriving import phones, start
from bot.turn import Reply, Turn
from locales.hear import fold
from locales.say import devices as say
from storage import audit
from storage.access import passes, web_chats, web_sessions
from storage.office import people
from storage.office.people import Official
from storage.rules.status import Role

LOST = re.compile(r"\b(mat|danh roi|bi trom) (cai )?(dien thoai|dt)\b|\b(dien thoai|dt) (bi )?mat\b")
NEW = re.compile(r"\b(doi|thay|moi mua) (cai )?(so )?(dien thoai|dt|sim)\b|\b(dien thoai|dt) moi\b")
CODE = re.compile(r"\d\.\d")


def in_words(turn: Turn) -> Reply:
    """ "Mất điện thoại", "đổi điện thoại": what to do, and a lost phone is told to the coordinators, who can lock it."""
    said = fold(turn.incoming.text)
    if CODE.search(said):
        return None
    if LOST.search(said):
        person = turn.person
        told = turn.tell_holders(
            say.somebody_lost(person.id, person.full_name), f"lost:{turn.inbox_id}", person.unit_id, Role.COORDINATOR
        )
        return say.lost(people.names_of(turn.db, told))
    return say.new_phone(start.coordinator_of(turn), has_web=turn.web is not None) if NEW.search(said) else None


def own_code(turn: Turn) -> Reply:
    """ "Mã 6 số": a code for one more device of the person who asks."""
    if turn.web is None:
        return _no_web(turn)
    opens, until = _login(turn, turn.person)
    return say.own_code(opens, turn.web, until=until, zone=turn.zone)


def _no_web(turn: Turn) -> Reply:
    return say.no_web(to_coordinator=turn.person.holds(Role.COORDINATOR))


def _login(turn: Turn, person: Official) -> tuple[int, datetime]:
    """A pass for a new device of somebody, and until when it serves."""
    made = passes.make(turn.db, person, passes.LOGIN, turn.now, by=turn.person.id, chat=turn.chat)
    return made, turn.now + passes.LIVES[passes.LOGIN]


def code_for(turn: Turn, person_id: int) -> Reply:
    """The coordinator reads a code out to somebody who is known already; that person's own chat is told."""
    person = phones.another(turn, person_id)
    if turn.web is None:
        return _no_web(turn)
    if not people.is_linked(turn.db, person.id):
        return say.unknown_yet(person.id, person.full_name)
    opens, until = _login(turn, person)
    turn.tell(person.id, say.told_code(turn.person.full_name), f"web_code:{turn.inbox_id}")
    return say.code_to_read(person.id, person.full_name, opens, turn.web, until=until, zone=turn.zone)


def board(turn: Turn) -> Reply:
    """ "Bảng theo dõi": the page itself, or from a messenger a link that serves once.

    Where Telegram can open pages its button does so, and this step is not asked.
    """
    if turn.web is None:
        return _no_web(turn)
    if start.is_web(turn.chat):
        return say.board_here(turn.web)
    made = passes.make(turn.db, turn.person, passes.PAGE, turn.now, by=turn.person.id, chat=turn.chat)
    return say.board_link(made, turn.web, until=turn.now + passes.LIVES[passes.PAGE], zone=turn.zone)


def signed_in(turn: Turn, device: str | None, *, is_new_chat: bool) -> Reply:
    """A device came in by six digits, a link, or from Telegram: a new chat is greeted, and the person learns of it elsewhere.

    Args:
        turn: of the person, in the web room.
        device: what it is; None where the person cannot but know of it.
        is_new_chat: it is the first device in the web room.
    """
    person = turn.person
    audit.note(turn.db, "web_sign_in", f"person:{person.id}", turn.now, by=person.id, office=person.office_id)
    elsewhere = [chat for chat in people.chats(turn.db, person.id) if not start.is_web(chat)]
    told = say.told_device(device, turn.now, turn.zone) if device is not None else None
    if told is not None:
        for chat in elsewhere:  # each of them: one may be in wrong hands
            turn.tell(person.id, told, f"device:{turn.inbox_id}:{chat}", chat=chat)
    if is_new_chat:
        return say.greeting(person.full_name, start.coordinator_of(turn))
    return None if elsewhere else told


def sign_out(turn: Turn, sure: str | None = None) -> Reply:
    """Every device of the person leaves the web room; the messengers stay."""
    chat_id = web_chats.of_person(turn.db, turn.person.id)
    devices = web_sessions.count(turn.db, chat_id) if chat_id is not None else 0
    if chat_id is None or not devices:
        return say.nobody_signed_in()
    if sure != "yes":
        return say.ask_sign_out(devices)
    end_since(turn)
    return say.signed_out(devices)


def end_since(turn: Turn, since: datetime | None = None) -> None:
    """Devices (those that came in since a moment, else all) and open codes end.

    The chat stays linked where it is the only one, so that a code brings the person back.
    """
    person = turn.person
    if (chat_id := web_chats.of_person(turn.db, person.id)) is not None:
        web_sessions.end_all(turn.db, chat_id, turn.now, since=since)
    passes.revoke(turn.db, person.id, turn.now)
    audit.note(turn.db, "web_sign_out", f"person:{person.id}", turn.now, by=person.id, office=person.office_id)
