"""Texts as Telegram measures and parses them: UTF-16 units, entities, HTML."""

import re
from html import unescape
from typing import Any

from tests.emulator.errors import bad

Json = dict[str, Any]
TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
TOKEN = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[^<>]*)?)>|(<)")
NAMED = re.compile(r"&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);)")
HREF = re.compile(r'href\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|(\S+))')
COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w+)?")


def units(text: str) -> int:
    """Return the length in UTF-16 units, which is how Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def commands_in(text: str) -> list[Json]:
    """Return the entities that Telegram itself finds in a person's text."""
    found = COMMAND.finditer(text)
    return [{"type": "bot_command", "offset": units(text[: m.start()]), "length": units(m[0])} for m in found]


def formatted(text: str, mode: str | None) -> tuple[str, list[Json]]:
    """Return the plain text and its entities, as a phone would show them."""
    if not mode:
        return text, []
    if mode.lower() == "html":
        return from_html(text)
    if mode.lower() in ("markdown", "markdownv2"):
        from tests.emulator.markdown import from_markdown

        return from_markdown(text, strict=mode.lower() == "markdownv2")
    raise bad(f"unsupported parse_mode {mode}")


def _unescape(text: str) -> str:
    """Only the named entities that Telegram knows are read; the others stay as they are."""
    return unescape(NAMED.sub("&amp;", text))


def from_html(source: str) -> tuple[str, list[Json]]:
    plain, at = "", 0
    entities: list[Json] = []
    opened: list[tuple[str, str, int]] = []
    for tag in TOKEN.finditer(source):
        plain += _unescape(source[at : tag.start()])
        at = tag.end()
        where = len(source[: tag.start()].encode())
        if tag[4]:
            raise bad(f"can't parse entities: Unclosed start tag at byte offset {where}")
        name = tag[2].lower()
        if tag[1]:
            entities.append(_close(opened, name, plain, where))
        elif name not in TAGS:
            raise bad(f'can\'t parse entities: Unsupported start tag "{name}" at byte offset {where}')
        else:
            opened.append((name, tag[3], units(plain)))
    if opened:
        raise bad(f"can't parse entities: Can't find end tag corresponding to start tag \"{opened[-1][0]}\"")
    entities = [entity for entity in entities if entity["length"]]
    return plain + _unescape(source[at:]), sorted(entities, key=lambda e: (e["offset"], -e["length"]))


def _close(opened: list[tuple[str, str, int]], name: str, plain: str, where: int) -> Json:
    if not opened:
        raise bad(f"can't parse entities: Unexpected end tag at byte offset {where}")
    expected, attributes, start = opened.pop()
    if expected != name:
        expectation = f'expected "</{expected}>", found "</{name}>"'
        raise bad(f"can't parse entities: Unmatched end tag at byte offset {where}, {expectation}")
    entity: Json = {"type": TAGS[name], "offset": start, "length": units(plain) - start}
    link = HREF.search(attributes)
    if name == "a":
        entity["url"] = unescape(next((group for group in link.groups() if group), "")) if link else ""
    return entity


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Cut white space at both ends as Telegram does, and move the entities along."""
    shift, kept = units(text) - units(text.lstrip()), text.strip()
    room, moved = units(kept), []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        length = min(entity["offset"] - shift + entity["length"], room) - start
        if length > 0:
            moved.append(entity | {"offset": start, "length": length})
    return kept, moved
