"""A person's phone, as tests hold it."""

from typing import Any

from tests.emulator.people import Chat
from tests.emulator.screen import WAIT, Screen, Shown
from tests.emulator.writer import Writer

Json = dict[str, Any]


class Phone(Writer):
    """One person's phone: what they do, what they see."""

    async def starts(self, payload: str = "") -> Json:
        """Press Start, also from a link with a payload; a block is lifted by it."""
        if self.chat.blocked:
            await self.unblocks()
        return await self.says(f"/start {payload}".strip())

    async def taps(self, button: str, message: int | Shown | None = None, *, where: Screen | None = None) -> str:
        """Press a button by its label or data (the newest that fits); return the id of the query."""
        place = where or self
        only = message.message_id if isinstance(message, Shown) else message
        for candidate in reversed(place.screen):
            data = candidate.data.get(button) or (button if button in candidate.data.values() else None)
            if data and only in (None, candidate.message_id):
                return self.taps_data(data, candidate.raw)
        if button in self.keyboard:
            await self._presses_key(button)
            return ""
        offered = [label for shown_message in place.screen for label in shown_message.buttons]
        raise LookupError(f"no button {button!r} for {self.id}; there are {offered + self.keyboard}")

    def taps_data(self, data: str, message: Json) -> str:
        """Press a button with any data, as an old or forged keyboard does."""
        instance = str(message["chat"]["id"])
        query = {"from": self.user.as_dict(), "message": message, "chat_instance": instance, "data": data}
        return self.world.tapped(self.id, **query)

    async def toast(self, query: str, *, timeout: float = WAIT) -> str:  # noqa: ASYNC109
        """Wait for the answer to a press and return its text."""
        answer = await self.world.bell.until(lambda: self.world.taps[query].toast, timeout)
        return str(answer["text"])

    @property
    def keyboard(self) -> list[str]:
        """Return the labels of the reply keyboard that is open now."""
        return [key if isinstance(key, str) else key["text"] for key in self._keys()]

    def _keys(self) -> list[Any]:
        latest = self.chat.keyboards[max(self.chat.keyboards)] if self.chat.keyboards else {}
        return [key for row in latest.get("keyboard", []) for key in row]

    async def _presses_key(self, label: str) -> None:
        key = next(key for key in self._keys() if label == (key if isinstance(key, str) else key["text"]))
        if isinstance(key, dict) and key.get("request_contact"):
            await self.sends_contact(self.number)
        else:
            await self.says(label)

    def commands(self) -> list[str]:
        """Return the menu of commands this person sees in the private chat with the bot."""
        for scope in (f"chat:{self.id}", "all_private_chats", "default"):
            for language in (self.user.language_code, ""):
                if (scope, language) in self.world.commands:
                    return [command["command"] for command in self.world.commands[scope, language]]
        return []

    async def forwards(self, message: Json, **how: Any) -> Json:
        """Forward any message (a raw one), as if another person had written it."""
        hidden = {"message_id", "from", "chat", "date", "reply_markup", "reply_to_message", "edit_date"}
        origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
        content = {key: value for key, value in message.items() if key not in hidden}
        return await self.sends(content | {"forward_origin": origin}, **how)

    async def edits(self, message: Json, text: str) -> Json:
        """Change the text or caption of one's own message."""
        chat = self.world.chats[message["chat"]["id"]]
        name = "text" if "text" in message else "caption"
        changed = message | {name: text, "edit_date": self.world.today}
        chat.messages[message["message_id"]] = changed
        self.world.push({"edited_message": changed})
        return changed

    async def blocks(self) -> None:
        self.chat.blocked = True
        self.push_member_change(self.chat, "member", "kicked")

    async def unblocks(self) -> None:
        self.chat.blocked, self.chat.started = False, True
        self.push_member_change(self.chat, "kicked", "member")

    def disappears(self) -> None:
        """The account is deleted: the bot gets 403 from now on."""
        self.chat.deactivated = True

    def push_member_change(self, chat: Chat, old: str, new: str) -> None:
        body = {"chat": chat.as_dict(), "from": self.user.as_dict(), "date": self.world.today}
        states = {"old_chat_member": self._member(old), "new_chat_member": self._member(new)}
        self.world.push({"my_chat_member": body | states})

    def _member(self, status: str) -> Json:
        rights = ("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
                  "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
                  "can_edit_stories", "can_delete_stories")  # fmt: skip
        extra: Json = {"until_date": 0} if status == "kicked" else {}
        extra |= dict.fromkeys(rights, True) if status == "administrator" else {}
        return {"user": self.world.bot, "status": status, **extra}
