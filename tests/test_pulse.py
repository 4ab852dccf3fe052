"""A process that stands still ends by itself, so that the service manager starts it anew; one that was frozen goes on."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from bot.pulse import Pulse
from tests.postgres import free_port
from tests.program import Program

STANDS_STILL = """
import asyncio, os, sys, time
from bot import commands, pulse
from bot.app import App
from bot.settings import Settings

async def main():
    app = App(Settings(_env_file=None, web_bind="127.0.0.1:%d"))
    app.pulse = pulse.Pulse(os._exit, stuck=80, beat=0.05)
    app.prepare()
    if sys.argv[1] == "clock":
        async def never():
            await asyncio.Event().wait()
        app.bells.sign = never
        app.pulse.sign("clock")
    else:
        asyncio.get_running_loop().call_later(1, time.sleep, 600)
    await app.run(asyncio.Event())

asyncio.run(main())
"""


@pytest.mark.parametrize("part", ["loop", "clock"])
@pytest.mark.fault(67)
def test_a_process_whose_loop_or_clock_stands_still_ends_with_a_code_that_restarts_it(tmp_path, part):
    program = Program(tmp_path)
    command = [sys.executable, "-c", STANDS_STILL % free_port(), part]
    ran = subprocess.run(command, check=False, cwd=tmp_path, env=program.environment, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 70, ran.stderr
    assert part in ran.stderr.partition("no sign of life from the ")[2]


async def test_the_lag_of_the_loop_is_seen():
    pulse = Pulse(beat=0.05)
    running = asyncio.ensure_future(pulse.run())
    await asyncio.sleep(0.2)
    time.sleep(0.5)  # noqa: ASYNC251 - the hold-up itself
    await asyncio.sleep(0.2)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert pulse.lag > 0.4


@pytest.mark.fault(24)
def test_systemd_is_told_when_it_is_ready_and_that_it_lives_and_a_frozen_process_goes_on(tmp_path):
    """A real `nhacviec run` beside a socket as systemd gives it; stopped and continued, it goes on telling."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(60)
        program = Program(tmp_path, WEB_BIND=f"127.0.0.1:{free_port()}", NOTIFY_SOCKET=str(tmp_path / "notify"))
        with program.running() as process:
            told = [manager.recv(64)]
            while b"WATCHDOG=1" not in told:
                told.append(manager.recv(64))
            assert told[0] == b"READY=1"
            os.kill(process.pid, signal.SIGSTOP)
            manager.settimeout(3)
            with pytest.raises(TimeoutError):
                while True:
                    manager.recv(64)
            os.kill(process.pid, signal.SIGCONT)
            manager.settimeout(60)
            assert manager.recv(64) == b"WATCHDOG=1"
