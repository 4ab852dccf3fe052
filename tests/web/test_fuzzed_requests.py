"""Thousands of requests that no page makes, from nobody, an official and a coordinator: refused in words, never a fault, nothing changed."""

import json
import random
from urllib.parse import quote

import pytest

from tests.stories.office import BAO, LIEN, TIN
from tests.web.client import Client
from tests.web.test_access import facts, joined

SEED, REQUESTS = 62, 400
PATHS = (
    "/", "/join", "/leave", "/chat/look", "/chat/events", "/chat/send", "/chat/read", "/chat/files/{}", "/board", "/desk", "/desk/say", "/desk/doc/{}/{}",
    "/paper", "/files", "/files/{}", "/gui", "/gui/claim", "/gui/me", "/gui/sort", "/gui/close", "/tai", "/vao", "/app", "/healthz", "/metrics", "/static/{}", "/{}",
)  # fmt: skip
NAMES = ("after", "above", "seq", "code", "person", "kind", "field", "unit", "state", "row", "link", "key", "t", "initData", "page", "slot", "q", "from", "to")
VALUES = ("", "0", "1", "-1", "7", "85", "999999", "9" * 30, "²", "١", "null", "NaN", "true", "[]", "{}", "%00", "\x00", "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/",
          "nhacviec.db", "' or 1=1 --", "<script>alert(1)</script>", "{{7*7}}", "Nguyễn", "\u202egpj.exe", "a" * 5_000, "😀", "status:1:done", "pdf", "progress", "1.1.1")  # fmt: skip
METHODS = ("GET", "GET", "POST", "POST", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS")
KINDS = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/offset+octet-stream", "text/plain", "")


def anything(die: random.Random, depth: int = 0) -> object:
    """A value as JSON has them, now and then a nest of them."""
    simple = [*VALUES, 0, -1, 2**31, 2**63, 1.5, None, True, []]
    if depth < 3 and die.random() < 0.3:
        return {die.choice((*NAMES, "text", "route", "message", "id", "name", "size", "batch", "last_modified")): anything(die, depth + 1) for _ in range(4)}
    return die.choice(simple)


def body_of(die: random.Random) -> bytes:
    shape = die.random()
    if shape < 0.4:
        return json.dumps(anything(die)).encode()
    if shape < 0.7:
        return "&".join(f"{die.choice(NAMES)}={quote(die.choice(VALUES))}" for _ in range(3)).encode()
    return die.randbytes(die.choice((0, 1, 50, 2_000)))


def path_of(die: random.Random) -> str:
    parts = [quote(die.choice(VALUES)[:200], safe="%./") for _ in range(2)]
    path = die.choice(PATHS).format(*parts)
    asked = "&".join(f"{die.choice(NAMES)}={quote(die.choice(VALUES)[:300], safe='%')}" for _ in range(die.randint(0, 3)))
    return f"{path}?{asked}" if asked else path


@pytest.mark.fault(62)
def test_no_request_breaks_anything_or_shows_anything_to_a_stranger(room):
    die, before = random.Random(SEED), facts(room)
    print(f"seed {SEED}")
    visitors = {"nobody": Client(room.url), "official": joined(room, LIEN), "coordinator": joined(room, BAO)}
    for i in range(REQUESTS):
        who = die.choice(list(visitors))
        method, path = die.choice(METHODS), path_of(die)
        if path.startswith(("/leave", "/chat/events")) and who != "nobody":
            continue  # the one signs out, the other never ends
        kept = dict(visitors[who].cookies)
        origin = die.choice((room.url, room.url, "http://evil.example", "null"))
        answer = visitors[who].ask(method, path, body_of(die) if method != "GET" else b"", Content_Type=die.choice(KINDS), Origin=origin)
        visitors[who].cookies = kept
        assert answer.status < 500, (i, who, method, path)
        assert who != "nobody" or TIN not in answer.body.decode(errors="replace"), (i, path)
    assert facts(room) == before
