"""`nhacviec demo [--once]`: the sample office lives a working day as a transcript; with a terminal it opens in the browser."""

import argparse
import asyncio
import socket
import sys
import tempfile
from pathlib import Path

from bot.settings import Settings

PORT = 8000  # or any free one


def run(arguments: argparse.Namespace, _settings: Settings) -> int:
    """Play the day, or open the office, in a folder that is thrown away; exit 0."""
    once = arguments.once or not sys.stdin.isatty() or not sys.stdout.isatty()
    with tempfile.TemporaryDirectory(prefix="nhacviec-demo-") as folder:
        return asyncio.run(_play(Path(folder)) if once else _open(Path(folder)))


async def _play(folder: Path) -> int:
    from bot.demo.office import Office
    from bot.demo.transcript import Transcript, play

    transcript = Transcript(folder)
    office = Office(folder / "data", transcript.told)
    try:
        await play(office, transcript)
    finally:
        office.close()
    return 0


async def _open(folder: Path) -> int:
    from bot.demo import room

    await room.live(folder / "data", f"127.0.0.1:{_free_port()}")
    return 0


def _free_port() -> int:
    for port in (PORT, 0):
        with socket.socket() as one:
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                one.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(one.getsockname()[1])
    raise OSError("no free port")
