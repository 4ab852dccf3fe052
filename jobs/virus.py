"""ClamAV, where an office has it: each file is shown to its daemon before it is kept (clamd's INSTREAM command)."""

import asyncio
from pathlib import Path

SECONDS = 30.0
_CHUNK = 1 << 16


class Away(Exception):
    """The daemon does not answer; the file waits for it."""


async def is_clean(address: str, path: Path) -> bool:
    """Ask the daemon about a file.

    Args:
        address: its socket as a path, or `host:port`.
        path: of the file; its bytes are streamed, so that the daemon needs no access to the folder.

    Raises:
        Away: no answer, or one that says neither yes nor no.
    """
    try:
        async with asyncio.timeout(SECONDS):
            answer = await _ask(address, path)
    except (OSError, TimeoutError, asyncio.IncompleteReadError) as away:
        raise Away(type(away).__name__) from away
    if answer.endswith("FOUND"):
        return False
    if not answer.endswith("OK"):
        raise Away(answer[:60])
    return True


async def _ask(address: str, path: Path) -> str:
    reader, writer = await _connected(address)
    try:
        writer.write(b"zINSTREAM\0")
        with path.open("rb") as file:
            while piece := await asyncio.to_thread(file.read, _CHUNK):
                writer.write(len(piece).to_bytes(4, "big") + piece)
                await writer.drain()
        writer.write(bytes(4))
        await writer.drain()
        return (await reader.readuntil(b"\0"))[:-1].decode("utf-8", "replace").strip()
    finally:
        writer.close()


async def _connected(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    if "/" in address:
        return await asyncio.open_unix_connection(address)
    host, _, port = address.rpartition(":")
    return await asyncio.open_connection(host, int(port))
