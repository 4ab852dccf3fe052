"""What the other containers of compose.yaml do for ours: the proxy's words to it and about it, and when the database counts as there."""

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.faults import kills
from tests.faults.compose import containers, placed
from tests.faults.machines import HOST, Caddy, health
from tests.postgres import NoPostgres, binaries, free_port, runner

SECRET = "bi-mat-thu"


class Ours(BaseHTTPRequestHandler):
    """Stands for one of our processes: well, tells the headers that a call came with, hangs up on whatever goes to /hang."""

    def do_GET(self) -> None:
        self._say(b"{}")

    def do_POST(self) -> None:
        self.close_connection = True
        if self.path != "/hang":
            self._say(json.dumps({name.lower(): value for name, value in self.headers.items()}).encode())

    def _say(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Caddy]:
    """The proxy of compose.yaml, as it is there, in front of two that stand for ours."""
    if shutil.which("caddy") is None:
        pytest.skip("Caddy is not installed (Debian: apt install caddy)")
    with served() as one, served() as other:
        door, config = free_port(), containers("two")["proxy"].config
        caddy = Caddy(tmp_path, placed(config, {"nhacviec:8000": one, "second:8000": other, ":8080 {": f":{door} {{"}), door)
        try:
            assert kills.wait_until(lambda: health(door) == 200, 60), (tmp_path / "caddy.log").read_text()
            yield caddy
        finally:
            caddy.close()


@contextlib.contextmanager
def served() -> Iterator[str]:
    with ThreadingHTTPServer((HOST, 0), Ours) as one:
        thread = Thread(target=one.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"{HOST}:{one.server_port}"
        finally:
            one.shutdown()
            thread.join()


def post(proxy: Caddy, path: str, **headers: str) -> tuple[int, bytes]:
    connection = HTTPConnection(HOST, proxy.port, timeout=60)
    connection.request("POST", path, b"{}", {name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    told = answer.status, answer.read()
    connection.close()
    return told


def test_the_proxy_hands_on_what_the_one_before_it_with_the_certificate_tells(proxy: Caddy):
    status, told = post(proxy, "/chat/say", X_Forwarded_For="203.0.113.7", X_Forwarded_Proto="https")
    seen = json.loads(told)
    assert (status, seen["x-forwarded-for"], seen["x-forwarded-proto"]) == (200, f"203.0.113.7, {HOST}", "https")


def test_no_secret_of_a_webhook_stands_in_the_log_of_the_proxy(proxy: Caddy, tmp_path: Path):
    status, _ = post(proxy, "/hang", X_Telegram_Bot_Api_Secret_Token=SECRET)
    assert status == 502
    assert kills.wait_until(lambda: '"/hang"' in (tmp_path / "caddy.log").read_text(), 60)
    assert SECRET not in (tmp_path / "caddy.log").read_text()


def test_a_database_that_answers_its_own_socket_alone_is_still_being_made():
    """As the image's first start does; whoever came now would be refused, and then the database is started anew."""
    try:
        programs, user = binaries(), runner()
    except NoPostgres as why:
        pytest.skip(str(why))
    folder = Path(tempfile.mkdtemp(prefix="nhacviec-pg-"))
    shutil.chown(folder, user, user) if user else None
    who = {"user": user, "group": user, "extra_groups": []} if user else {}
    place = {"PATH": f"{programs}:{os.environ['PATH']}", "PGHOST": str(folder), "PGPORT": str(free_port())}

    def call(*words: str) -> int:
        return subprocess.run(words, env=place, stdout=subprocess.DEVNULL, cwd=folder, timeout=300, check=False, **who).returncode

    socket_alone = f"-c listen_addresses='' -c unix_socket_directories={folder} -p {place['PGPORT']}"
    try:
        assert call("initdb", "-D", "data", "-U", "nhacviec", "-A", "trust") == 0
        assert call("pg_ctl", "-D", "data", "-l", "log", "-o", socket_alone, "-w", "-t", "240", "start") == 0
        assert call("pg_isready", "-U", "nhacviec") == 0
        assert call("sh", "-c", containers("two")["postgres"].health) != 0
    finally:
        call("pg_ctl", "-D", "data", "-m", "immediate", "stop")
        shutil.rmtree(folder)
