"""A second opinion: the emulator of another maker (lo-bot-api-emulator) as a process, with what our client needs of it."""

import argparse
import base64
import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any, Self
from urllib.request import Request, urlopen

from aiohttp import web
from lo_bot_api_emulator import ApiRefusal, LoBotApiEmulator
from lo_bot_api_emulator.journal import verdict

Json = dict[str, Any]
ROOT = Path(__file__).resolve().parents[2]
TOKEN = "123456:TEST"
LEGAL_AT_TELEGRAM = ("link_preview_options", "protect_content")


class Shimmed(LoBotApiEmulator):  # type: ignore[misc]
    """Their emulator, with a username in getMe, tolerance for parameters their contract lacks, and faults."""

    def __init__(self, journal: Path) -> None:
        super().__init__(enable_control=True, journal=journal, allow_insecure_loopback_webhooks=True, max_updates=100_000)
        self.faults: dict[str, list[Json]] = {}

    def validate(self, method: str, fields: Json, uploads: Json) -> Any:
        if self.faults.get(method):
            fault = self.faults[method].pop(0)
            raise ApiRefusal(fault["description"], fault["status"], fault.get("parameters"))
        for name in LEGAL_AT_TELEGRAM:
            fields.pop(name, None)
        result = super().validate(method, fields, uploads)
        return result | {"username": "nhacviec_test_bot"} if method == "getMe" else result

    def app(self) -> web.Application:
        application: web.Application = super().app()
        application.router.add_post("/__fixture/faults", self.add_faults)
        application.router.add_post("/__fixture/assets", self.add_assets)
        return application

    async def add_faults(self, request: web.Request) -> web.Response:
        ask = await request.json()
        self.faults.setdefault(ask["method"], []).extend(ask["faults"])
        return web.json_response({"ok": True})

    async def add_assets(self, request: web.Request) -> web.Response:
        for name, content in (await request.json()).items():
            data = base64.b64decode(content)
            self.assets[name] = {"data": data, "size": len(data)}
        return web.json_response({"ok": True})


class Independent:
    """The other emulator as a process on a free port; use as a context manager."""

    def __init__(self, journal: Path) -> None:
        self.journal, self.token = journal, TOKEN
        command = [sys.executable, "-m", "tests.emulator.independent", str(journal)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.url: str = json.loads(self.process.stdout.readline())["url"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(10)
        if self.process.stdout is not None:
            self.process.stdout.close()

    def _ask(self, order: str, ask: Json) -> Json:
        headers = {"Content-Type": "application/json"}
        with urlopen(Request(f"{self.url}/__fixture/{order}", json.dumps(ask).encode(), headers), timeout=30) as answer:
            found: Json = json.load(answer)
        return found

    def push(self, update: Json) -> int:
        """Queue a message, callback_query or inline_query; return its update_id."""
        return int(self._ask("updates", {"token": self.token, "update": update})["result"]["update_id"])

    def says(self, person: int, text: str, message_id: int = 1) -> int:
        """Queue a private text message."""
        user = {"id": person, "is_bot": False, "first_name": f"Cán bộ {person}"}
        chat = {"id": person, "type": "private", "first_name": user["first_name"]}
        length = len(text.split()[0])
        entities = {"entities": [{"type": "bot_command", "offset": 0, "length": length}]} if text.startswith("/") else {}
        message = {"message_id": message_id, "date": 1_795_000_000, "from": user, "chat": chat, "text": text}
        return self.push({"message": message | entities})

    def refuses(self, method: str, *faults: Json) -> None:
        """Answer the next calls of a method with these: {"status", "description", "parameters"}."""
        self._ask("faults", {"method": method, "faults": faults})

    def holds(self, **files: bytes) -> None:
        """Give it files by id, for getFile and download."""
        self._ask("assets", {name: base64.b64encode(data).decode() for name, data in files.items()})

    def entries(self) -> list[Json]:
        return [json.loads(line) for line in self.journal.read_text().splitlines()]

    def verdict(self, *require: str, allow: tuple[str, ...] = ()) -> Json:
        """Return their judgement of everything the bot sent: `ok` is false after any refusal."""
        found: Json = verdict(self.journal, require_response=True, require_methods=list(require), allowed_refusals=list(allow))
        return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.emulator.independent", description=__doc__)
    parser.add_argument("journal", type=Path)
    listener = socket.create_server(("127.0.0.1", 0))
    print(json.dumps({"url": f"http://127.0.0.1:{listener.getsockname()[1]}"}), flush=True)
    web.run_app(Shimmed(parser.parse_args().journal).app(), sock=listener, access_log=None, print=None)


if __name__ == "__main__":
    main()
