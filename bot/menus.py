"""The menus that Telegram shows each person: the commands that their roles open."""

from bot.channels.telegram import Telegram
from bot.flows.arriving.help_ import FOR_ALL, commands_for
from locales.say import start
from storage.db import Store
from storage.office import menus as rows

GROUP = ("tiendo", "trogiup")


class Menus:
    """Keeps each chat's menu in step with its person's roles; a menu is a convenience, so a refusal changes nothing.

    Args:
        telegram: the channel.
        store: the office's memory.
    """

    def __init__(self, telegram: Telegram, store: Store) -> None:
        self.telegram, self.store = telegram, store
        self._shown: dict[str, tuple[str, ...]] = {}
        self._common = False

    async def refresh(self) -> None:
        """Show what changed since the last time: new links, new roles, links that were removed."""
        if not self._common:
            self._common = await self.telegram.try_menu(None, _described(FOR_ALL)) and await self.telegram.try_group_menu(
                _described(GROUP)
            )
        linked = await self.store.write(lambda db: rows.linked_with_roles(db, Telegram.name))
        wanted = {chat: tuple(commands_for(roles)) for chat, roles in linked}
        for chat in self._shown.keys() - wanted.keys():
            wanted[chat] = FOR_ALL
        for chat, names in wanted.items():
            if names != self._shown.get(chat, FOR_ALL) and await self.telegram.try_menu(chat, _described(names)):
                self._shown[chat] = names


def _described(names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(name, start.meaning(name)) for name in names]
