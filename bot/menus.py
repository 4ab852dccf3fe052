"""The menus that Telegram shows each person: the commands that their roles open."""

import logging

from bot.channels.telegram import Telegram
from bot.flows.help_ import FOR_ALL, commands_for
from locales.say import start
from storage import menus as rows
from storage.db import Connection, Store

log = logging.getLogger(__name__)


def keep_bot_name(db: Connection, channel: str, name: str | None) -> None:
    rows.keep_bot_name(db, channel, name)


async def show(telegram: Telegram, store: Store) -> None:
    """Set the common menu, and those of people with more roles; a refusal is no reason to stop."""
    people = await store.write(lambda db: rows.linked_with_roles(db, Telegram.name))
    try:
        await telegram.set_menu(None, _described(list(FOR_ALL)))
        await telegram.set_group_menu(_described(["tiendo", "trogiup"]))
    except Exception as error:  # noqa: BLE001 - a menu is a convenience; nothing may stop for it
        log.warning("menus were not set: %s", type(error).__name__)
        return
    for chat, roles in people:
        names = commands_for(roles)
        if names != list(FOR_ALL):
            await telegram.try_menu(chat, _described(names))


def _described(names: list[str]) -> list[tuple[str, str]]:
    return [(name, start.meaning(name)) for name in names]
