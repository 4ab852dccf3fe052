"""`nhacviec demo [--once]`: the sample office lives a working day; with a terminal it can then be talked to."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from bot.settings import Settings


def run(arguments: argparse.Namespace, _settings: Settings) -> int:
    """Play the day in a folder that is thrown away; exit 0."""
    with tempfile.TemporaryDirectory(prefix="nhacviec-demo-") as folder:
        return asyncio.run(_play(Path(folder), once=arguments.once or not sys.stdin.isatty() or not sys.stdout.isatty()))


async def _play(folder: Path, *, once: bool) -> int:
    from bot.demo.office import Office
    from bot.demo.transcript import Transcript, play, talk

    transcript = Transcript(folder)
    office = Office(folder / "data", transcript.told)
    try:
        await play(office, transcript)
        if not once:
            await talk(office)
    finally:
        office.close()
    return 0
