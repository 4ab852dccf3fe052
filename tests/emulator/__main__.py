"""Run the emulator as a process: prints its address as one JSON line, then serves until SIGTERM."""

import argparse
import asyncio
import json
import signal
from pathlib import Path

from tests.emulator.schema import load
from tests.emulator.server import Emulator
from tests.emulator.world import TOKEN


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.emulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0: any free port")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--journal", type=Path, help="append every event to this file")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds added to every answer")
    parser.add_argument("--schema", action="store_true", help="check every request against the specification")
    return parser.parse_args()


async def serve(options: argparse.Namespace) -> None:
    schema = load() if options.schema else None
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    emulator = Emulator(port=options.port, token=options.token, journal=options.journal, latency=options.latency, schema=schema)
    async with emulator as emu:
        print(json.dumps({"url": emu.url, "control": emu.control_url, "token": emu.token}), flush=True)
        await stop.wait()


asyncio.run(serve(arguments()))
