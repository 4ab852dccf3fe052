"""Many updates at once, for load and for kills."""

from typing import Any

from tests.emulator.sending import media
from tests.emulator.texts import commands_in
from tests.emulator.world import World

Json = dict[str, Any]
ALBUM = 10


def bulk(
    world: World,
    n: int,
    *,
    chats: int | list[int] = 1,
    texts: str | list[str] = "/tiendo",
    kind: str = "text",
    data: str = "x:{i}",
) -> list[Json]:
    """Make n updates spread over chats (a list of ids, or how many from 1000 on), each of a person who pressed Start.

    `kind` is text, tap, photo, or album (each ten photos of a person are sent together); `{i}` in a text or in the data of a tap is the number of the update.
    """
    people = list(range(1000, 1000 + chats)) if isinstance(chats, int) else chats
    world.meet(people)
    words = [texts] if isinstance(texts, str) else texts

    def one(i: int) -> Json:
        text = words[i % len(words)].replace("{i}", str(i))
        made = _update(world, people[i % len(people)], text, kind, data.replace("{i}", str(i)))
        if kind == "album":
            made["message"]["media_group_id"] = f"{people[i % len(people)]}{i // len(people) // ALBUM:03d}"
        return made

    return [one(i) for i in range(n)]


def _update(world: World, person: int, text: str, kind: str, data: str) -> Json:
    chat = world.chats[person]
    assert chat.person is not None
    user = chat.person.as_dict()
    if kind == "tap":
        message = world.post(chat, world.bot, {"text": "…"})
        body = {"from": user, "message": message, "chat_instance": "1", "data": data}
        return {"callback_query": {"id": world.tap_id(person), **body}}
    content: Json = {"text": text, "entities": commands_in(text)}
    if kind in {"photo", "album"}:
        content = media(world.sample_photo(), "photo") | {"caption": text}
    elif not content["entities"]:
        del content["entities"]
    return {"message": world.post(chat, user, content)}
