"""A Bot API that costs next to nothing, so that what is measured is the bot: HTTP/1.1 on a bare protocol, nothing is checked.

tests/emulator is the faithful one; this one answers some 20,000 requests a second. `python -m tests.benchmarks.server` prints
its address; what it is told and asked goes over POST /control/ORDER (see scene.py).
"""

import asyncio
import json
import re
from typing import Any

import orjson

from tests.benchmarks.scene import Scene

LENGTH = re.compile(rb"(?i)\r\ncontent-length:\s*(\d+)")
TIMEOUT = re.compile(rb"timeout=(\d+)")
LONG = 25


class Connection(asyncio.Protocol):
    """One keep-alive connection; the answers leave in the order of the requests."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.buffer = scene, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            length = LENGTH.search(self.buffer, 0, end + 2)
            stop = end + 4 + (int(length[1]) if length else 0)
            if len(self.buffer) < stop:
                return
            path, body = self.buffer.split(b" ", 2)[1], self.buffer[end + 4 : stop]
            self.buffer = self.buffer[stop:]
            self.take(path.decode(), body)

    def take(self, path: str, body: bytes) -> None:
        method = path.rpartition("/")[2].partition("?")[0]
        if path.startswith("/control/"):
            self.reply(200, orjson.dumps(self.scene.order(method, orjson.loads(body or b"{}"))))
        elif method == "getUpdates":
            self.poll(body, last=False)
        else:
            self.reply(*self.scene.call(method, body))

    def poll(self, body: bytes, *, last: bool) -> None:
        """Hand over what waits, or park the request until something comes."""
        found = self.scene.updates(body)
        if found or last:
            self.reply(200, b'{"ok":true,"result":[%s]}' % b",".join(found))
            return
        asked = TIMEOUT.search(body)
        self.scene.park(int(asked[1]) if asked else LONG, lambda: self.poll(body, last=True))

    def reply(self, status: int, body: bytes) -> None:
        if not self.transport.is_closing():
            head = b"HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(body))
            self.transport.write(head + body)


async def serve() -> None:
    scene = Scene()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(scene), "127.0.0.1", 0, backlog=1024)
    address: Any = server.sockets[0].getsockname()
    print(json.dumps({"port": address[1]}), flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
