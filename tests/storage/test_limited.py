"""The child process that reads files from outside stays within its memory, its time and its machine."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from storage import limited

ROOT = Path(limited.__file__).parents[1]


def ends(code: str, **limits: int) -> tuple[int, str]:
    """Run this under the limits: exit status, and the last line that it said."""
    told = ", ".join(f"{name}={value}" for name, value in limits.items())
    script = f"from storage import limited\nlimited.limit({told})\n{code}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)
    return done.returncode, (done.stderr.strip() or "-").splitlines()[-1]


@pytest.mark.parametrize("megabytes", [201, 4000])
def test_no_more_than_200_mb_can_be_had(megabytes):
    assert ends(f"bytearray({megabytes} << 20)") == (1, "MemoryError")


def test_a_large_file_of_an_office_has_room():
    assert ends("bytearray(120 << 20)")[0] == 0


def test_endless_work_is_ended():
    began = os.times()
    assert ends("while True: pass", seconds=1)[0] < 0
    after = os.times()
    assert after.children_user - began.children_user < 2


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "import os; os.execv('/bin/true', ['true'])",
        "import os; os.posix_spawn('/bin/true', ['true'], {})",
    ],
)
def test_neither_the_network_nor_another_program_can_be_reached(code):
    status, said = ends(code)
    assert status == 1
    assert "PermissionError" in said or "urlopen error" in said


def test_who_reads_a_file_from_outside_is_given_neither_our_secrets_nor_our_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:told-to-nobody")
    monkeypatch.chdir(tmp_path)
    strange, ours = (limited.ask("tests.storage.tells", [], is_ours=is_ours) for is_ours in (False, True))
    assert "TELEGRAM_BOT_TOKEN" not in strange["environment"]
    assert strange["folder"] != str(tmp_path)
    assert ours["folder"] == str(tmp_path)
    assert "TELEGRAM_BOT_TOKEN" in ours["environment"]


def test_what_does_not_end_is_ended_by_the_clock():
    began = time.monotonic()
    with pytest.raises(limited.TooSlow):
        limited.ask("time", ["-"], wall=0)
    assert time.monotonic() - began < 60


def test_who_used_up_the_seconds_of_work_is_told_from_who_died():
    for told in (b"", b"more than a pipe holds" * 50_000):
        with pytest.raises(limited.Exhausted):
            limited.ask("tests.storage.tires", told=told)
    with pytest.raises(limited.Died) as died:
        limited.ask("tests.storage.nowhere")
    assert died.type is limited.Died


def test_a_child_that_was_expected_does_one_piece_of_work_and_no_other(monkeypatch):
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:told-to-nobody")
    limited.expect("tests.storage.tells")
    limited.expect("tests.storage.tells")
    (waiting,) = limited._waiting.values()
    ours = limited.ask("tests.storage.tells", told=b"ours", is_ours=True)
    first, second = (limited.ask("tests.storage.tells", told=told) for told in (b"first", b"second"))
    assert (ours["told"], first["told"], second["told"]) == ("ours", "first", "second")
    assert first["id"] == waiting.pid
    assert waiting.returncode == 0
    assert len({ours["id"], first["id"], second["id"]}) == 3
    assert "TELEGRAM_BOT_TOKEN" not in first["environment"]


def test_who_waits_for_a_child_that_is_gone_gets_another():
    limited.expect("tests.storage.tells")
    (waiting,) = limited._waiting.values()
    waiting.kill()
    waiting.wait()
    assert limited.ask("tests.storage.tells", told=b"again")["told"] == "again"


def test_a_child_whose_work_never_comes_is_ended():
    limited.expect("tests.storage.tells")
    (waiting,) = limited._waiting.values()
    limited.dismiss("tests.storage.tells")
    assert waiting.returncode is not None
    assert limited._waiting == {}
    limited.dismiss("tests.storage.tells")
    assert limited.ask("tests.storage.tells", told=b"again")["told"] == "again"
