"""Users and chats as Telegram knows them, and what stands in each chat."""

from dataclasses import dataclass, field
from typing import Any

from tests.emulator.errors import ApiError, bad, forbidden

Json = dict[str, Any]


@dataclass
class User:
    """A person with an account."""

    id: int
    first_name: str
    username: str = ""
    language_code: str = "vi"

    def as_dict(self) -> Json:
        named = {"username": self.username} if self.username else {}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name, "language_code": self.language_code, **named}


@dataclass
class Chat:
    """A private chat or a group; `messages` hold what is shown now, edits included."""

    id: int
    kind: str = "private"
    person: User | None = None
    title: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    bot_status: str = "member"
    migrated_to: int | None = None
    last_id: int = 0
    messages: dict[int, Json] = field(default_factory=dict)
    keyboards: dict[int, Json] = field(default_factory=dict)
    from_bot: list[int] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)

    def as_dict(self) -> Json:
        if self.person is None:
            return {"id": self.id, "type": self.kind, "title": self.title}
        user = self.person.as_dict()
        return {"id": self.id, "type": "private"} | {k: user[k] for k in ("first_name", "username") if k in user}

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def check_writable(self) -> None:
        """Raise what Telegram answers to a bot that may not write here."""
        if self.migrated_to is not None:
            raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=self.migrated_to)
        if self.deactivated:
            raise forbidden("user is deactivated")
        if self.blocked:
            raise forbidden("bot was blocked by the user")
        if self.kind == "private" and not self.started:
            raise forbidden("bot can't initiate conversation with a user")
        if self.bot_status in ("kicked", "left"):
            raise self._not_a_member()

    def _not_a_member(self) -> ApiError:
        if self.bot_status == "left":
            return forbidden(f"bot is not a member of the {self.kind} chat")
        return forbidden(f"bot was kicked from the {self.kind} chat")

    def message(self, message_id: int | None, absent: str) -> Json:
        if message_id not in self.messages:
            raise bad(absent)
        return self.messages[message_id]
