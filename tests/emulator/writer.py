"""A person who writes: texts, files, albums, contacts, in the private chat or in a group."""

import base64
import secrets
from typing import Any

from tests.emulator.files import StoredFile
from tests.emulator.images import png
from tests.emulator.people import Chat, User
from tests.emulator.screen import Screen, Shown
from tests.emulator.sending import media
from tests.emulator.texts import commands_in
from tests.emulator.world import World

Json = dict[str, Any]


class Writer(Screen):
    """One person's hand on the keyboard."""

    def __init__(self, world: World, person: int, name: str, username: str = "") -> None:
        chat = world.chats.setdefault(person, Chat(person))
        chat.person = User(person, name, username)
        super().__init__(world, chat)
        self.id, self.user, self.number = person, chat.person, f"+849{person % 10**8:08d}"

    async def sends(self, content: Json, *, where: Screen | None = None, reply_to: int | Shown | None = None) -> Json:
        """Put a message with any content into a chat and tell the bot; return the message."""
        chat = where.chat if where else self.chat
        if chat.blocked:
            raise RuntimeError(f"{self.id} blocked the bot; unblock first")
        chat.started = True
        if reply_to is not None:
            target = reply_to if isinstance(reply_to, int) else reply_to.message_id
            content = content | {"reply_to_message": {k: v for k, v in chat.messages[target].items() if k != "reply_to_message"}}
        message = self.world.post(chat, self.user.as_dict(), content)
        if chat.kind == "private" or self._is_for_bot(chat, message):
            self.world.push({"message": message})
        return message

    def _is_for_bot(self, chat: Chat, message: Json) -> bool:
        """In a group a bot with privacy on gets commands, replies to it, mentions and service messages."""
        text = str(message.get("text", message.get("caption", "")))
        replied = message.get("reply_to_message", {}).get("from", {}).get("is_bot", False)
        service = any(key.startswith(("new_chat", "left_chat", "migrate")) for key in message)
        addressed = text.startswith("/") or f"@{self.world.username}" in text
        return chat.bot_status == "administrator" or not self.world.privacy or addressed or replied or service

    async def says(self, text: str, *, where: Screen | None = None, reply_to: int | Shown | None = None) -> Json:
        entities = commands_in(text)
        content = {"text": text, **({"entities": entities} if entities else {})}
        return await self.sends(content, where=where, reply_to=reply_to)

    async def replies(self, message: int | Shown, text: str, *, where: Screen | None = None) -> Json:
        return await self.says(text, where=where, reply_to=message)

    def store(self, kind: str, data: bytes, name: str = "", mime: str = "", size: int | None = None) -> StoredFile:
        return self.world.files.keep(StoredFile(data, kind, name, mime, size))

    async def sends_file(self, kind: str, file: StoredFile, caption: str = "", album: str = "", **how: Any) -> Json:
        extra = ({"caption": caption} if caption else {}) | ({"media_group_id": album} if album else {})
        return await self.sends(media(file, kind) | extra, **how)

    async def sends_photo(self, data: bytes = b"", caption: str = "", *, album: str = "", **how: Any) -> Json:
        return await self.sends_file("photo", self.store("photo", data or png()), caption, album, **how)

    async def sends_document(
        self, data: bytes = b"%PDF-1.4\n", name: str = "kehoach.pdf", caption: str = "", mime: str = "application/pdf",
        *, size: int | None = None, album: str = "", **how: Any,
    ) -> Json:  # fmt: skip
        """Send a document; `size` is the size it claims, `data` may also be base64 text."""
        content = base64.b64decode(data) if isinstance(data, str) else data
        return await self.sends_file("document", self.store("document", content, name, mime, size), caption, album, **how)

    async def sends_album(self, *items: tuple[str, bytes] | bytes, caption: str = "", caption_on: int = 0, **how: Any) -> str:
        """Send photos (bytes) or documents (name and bytes) together; return the media_group_id."""
        album = str(secrets.randbits(60))
        for place, item in enumerate(items):
            words = caption if place == caption_on % len(items) else ""
            if isinstance(item, tuple):
                await self.sends_document(item[1], item[0], words, album=album, **how)
            else:
                await self.sends_photo(item, words, album=album, **how)
        return album

    async def sends_voice(self, data: bytes = b"OggS", **how: Any) -> Json:
        return await self.sends_file("voice", self.store("voice", data, mime="audio/ogg"), **how)

    async def sends_video(self, data: bytes = b"\0\0\0\x18ftypmp42", caption: str = "", **how: Any) -> Json:
        return await self.sends_file("video", self.store("video", data, "clip.mp4", "video/mp4"), caption, **how)

    async def sends_sticker(self, **how: Any) -> Json:
        return await self.sends_file("sticker", self.store("sticker", b"RIFF"), **how)

    async def sends_contact(self, number: str, *, user_id: int | None = -1, name: str = "", **how: Any) -> Json:
        """Share a contact: one's own unless another user id, or None, is given."""
        owner = {} if user_id is None else {"user_id": self.id if user_id == -1 else user_id}
        return await self.sends({"contact": {"phone_number": number, "first_name": name or self.user.first_name, **owner}}, **how)

    async def sends_location(self, latitude: float = 10.78, longitude: float = 106.7, **how: Any) -> Json:
        return await self.sends({"location": {"latitude": latitude, "longitude": longitude}}, **how)

    async def sends_poll(self, question: str, *options: str, **how: Any) -> Json:
        choices = [{"persistent_id": str(n), "text": option, "voter_count": 0} for n, option in enumerate(options)]
        poll: Json = {"id": str(secrets.randbits(60)), "question": question, "options": choices, "type": "regular"}
        poll["total_voter_count"] = 0
        flags = dict.fromkeys(("is_closed", "is_anonymous", "allows_multiple_answers", "allows_revoting", "members_only"), False)
        return await self.sends({"poll": poll | flags}, **how)
