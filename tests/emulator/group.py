"""A group chat, as tests hold it."""

from typing import Any

from tests.emulator.people import Chat
from tests.emulator.phone import Phone
from tests.emulator.screen import Screen
from tests.emulator.world import World

Json = dict[str, Any]


class Group(Screen):
    """A group chat; members talk in it with `phone.says(text, where=group)`."""

    def __init__(self, world: World, chat: int, title: str, members: tuple[Phone, ...] = (), kind: str = "group") -> None:
        super().__init__(world, world.chats.setdefault(chat, Chat(chat, kind, title=title, bot_status="left")))
        self.members = list(members)

    def _status(self, by: Phone, status: str) -> None:
        old, self.chat.bot_status = self.chat.bot_status, status
        by.push_member_change(self.chat, old, status)

    async def adds_bot(self, by: Phone, *, admin: bool = False) -> None:
        self._status(by, "administrator" if admin else "member")
        await by.sends({"new_chat_members": [self.world.bot]}, where=self)

    async def kicks_bot(self, by: Phone) -> None:
        self._status(by, "kicked")

    async def migrates(self, by: Phone, new_chat: int) -> "Group":
        """Become a supergroup: writing to the old id now answers with the new one."""
        await by.sends({"migrate_to_chat_id": new_chat}, where=self)
        self.chat.migrated_to = new_chat
        group = Group(self.world, new_chat, self.chat.title, tuple(self.members), "supergroup")
        group.chat.bot_status = self.chat.bot_status
        await by.sends({"migrate_from_chat_id": self.chat.id}, where=group)
        return group
