"""A wire between browser and server that can be cut and held, as mobile networks and office proxies do."""

import asyncio
import contextlib
from typing import Self


class Wire:
    """Passes bytes on; use as an async context manager.

    Attributes:
        carried: bytes that went to the server.
        cut_at: so many bytes on, every connection breaks and no new one is taken until `mend`.
        hold_at: so many bytes on, nothing passes any more until `mend`.
    """

    def __init__(self, upstream: str, port: int) -> None:
        self.host, _, target = upstream.rpartition(":")
        self.target, self.port = int(target), port
        self.carried = 0
        self.cut_at: int | None = None
        self.hold_at: int | None = None
        self.stopped = asyncio.Event()  # set when it was cut or held
        self._mended = asyncio.Event()
        self._mended.set()
        self._is_cut = False
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for end in list(self._open):
            end.transport.abort()
        self._mended.set()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def mend(self) -> None:
        self._is_cut, self.cut_at, self.hold_at = False, None, None
        self.stopped.clear()
        self._mended.set()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self._is_cut:
            writer.transport.abort()
            return
        there, out = await asyncio.open_connection(self.host, self.target)
        self._open |= {writer, out}
        pumps = [asyncio.ensure_future(self._up(reader, out)), asyncio.ensure_future(_pump(there, writer))]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in pumps:
                one.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)
            for end in (writer, out):
                self._open.discard(end)
                end.transport.abort()

    async def _up(self, reader: asyncio.StreamReader, out: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            while piece := await reader.read(64 * 1024):
                self.carried += len(piece)
                if self.cut_at is not None and self.carried >= self.cut_at:
                    self._cut()
                    return
                if self.hold_at is not None and self.carried >= self.hold_at:
                    self._mended.clear()
                    self.stopped.set()
                await self._mended.wait()
                out.write(piece)
                await out.drain()

    def _cut(self) -> None:
        self._is_cut = True
        for end in self._open:
            end.transport.abort()
        self.stopped.set()


async def _pump(reader: asyncio.StreamReader, out: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while piece := await reader.read(64 * 1024):
            out.write(piece)
            await out.drain()
