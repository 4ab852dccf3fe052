"""What menus are made from: the bot's name, and who is linked with which roles."""

from collections import defaultdict

from sqlalchemy import Connection, select

from storage.rules.status import Role
from storage.statements import insert
from storage.tables import Address, ChannelState, RoleHeld


def keep_bot_name(db: Connection, channel: str, name: str | None) -> None:
    """Remember the bot's name: invitation links are made from it, also by the command line."""
    new = insert(ChannelState).values(channel=channel, next_offset=0, bot_name=name)
    db.execute(new.on_conflict_do_update(index_elements=["channel"], set_={"bot_name": name}))


def linked_with_roles(db: Connection, channel: str) -> list[tuple[str, set[Role]]]:
    """Every linked chat of a channel with the roles of its person."""
    query = (
        select(Address.chat, RoleHeld.role)
        .join(RoleHeld, RoleHeld.person_id == Address.person_id)
        .where(Address.unlinked_at.is_(None), Address.chat.startswith(f"{channel}:"))
    )
    found: dict[str, set[Role]] = defaultdict(set)
    for chat, role in db.execute(query):
        found[chat].add(Role(role))
    return list(found.items())
