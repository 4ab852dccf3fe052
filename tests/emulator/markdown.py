"""The Markdown modes of the Bot API, as far as an office bot meets them."""

import re
from typing import Any

from tests.emulator.errors import bad

Json = dict[str, Any]
MARKS = {"*": "bold", "_": "italic", "__": "underline", "~": "strikethrough", "||": "spoiler", "`": "code", "```": "pre"}
RESERVED = "_*[]()~`>#+-=|{}.!"
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
SCANNER = {
    True: re.compile(r"\\(.)|\[([^\]]*)\]\(([^)]*)\)|(```|__|\|\||[*_~`])|([\[\]()>#+\-=|{}.!])|(.)", re.DOTALL),
    False: re.compile(r"\\([_*`\[])|\[([^\]]*)\]\(([^)]*)\)|(```|[*_`])|(?!)()|(.)", re.DOTALL),
}


def from_markdown(source: str, *, strict: bool) -> tuple[str, list[Json]]:
    """Return plain text and entities; `strict` is MarkdownV2, where reserved characters must be escaped."""
    plain = ""
    entities: list[Json] = []
    opened: list[tuple[str, int, int]] = []
    for piece in SCANNER[strict].finditer(source):
        escaped, label, url, mark, stray, other = piece.groups()
        where = len(source[: piece.start()].encode())
        if mark:
            _toggle(mark, plain, where, opened, entities)
        elif url is not None:
            entities.append({"type": "text_link", "offset": _units(plain), "length": _units(label), "url": url})
            plain += label
        elif stray and not _quote(source, piece.start()):
            raise bad(f"can't parse entities: Character '{stray}' is reserved and must be escaped with the preceding '\\'")
        else:
            plain += escaped or other or ""
    if opened:
        kind, where = MARKS[opened[-1][0]].capitalize(), opened[-1][2]
        raise bad(f"can't parse entities: Can't find end of {kind} entity at byte offset {where}")
    return plain, sorted((e for e in entities if e["length"]), key=lambda e: (e["offset"], -e["length"]))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _quote(source: str, at: int) -> bool:
    return source[at] == ">" and (at == 0 or source[at - 1] == "\n")


def _toggle(mark: str, plain: str, where: int, opened: list[tuple[str, int, int]], entities: list[Json]) -> None:
    if opened and opened[-1][0] == mark:
        _, start, _ = opened.pop()
        entities.append({"type": MARKS[mark], "offset": start, "length": _units(plain) - start})
    else:
        opened.append((mark, _units(plain), where))
