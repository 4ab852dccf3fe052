"""A browser without a screen: cookies, the address that it says it comes from, and whatever a forger wants to say instead."""

import http.client
import json
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(slots=True)
class Client:
    """One browser.

    Attributes:
        url: where the web room is.
        cookies: what it was given; a test may put others there.
        given: every Set-Cookie line as it came.
    """

    url: str
    cookies: dict[str, str] = field(default_factory=dict)
    given: list[str] = field(default_factory=list)

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str | None) -> Answer:
        """One request; headers as keywords, None leaves one out."""
        given = {"Origin": self.url if method != "GET" else None, "Content-Type": "application/json", "X-Nhacviec": "1"}
        given |= {name.replace("_", "-").title(): value for name, value in headers.items()}
        if self.cookies:
            given.setdefault("Cookie", "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        host = urlsplit(self.url)
        line = http.client.HTTPConnection(host.hostname or "", host.port, timeout=20)
        try:
            line.request(method, path, body or None, {name: value for name, value in given.items() if value is not None})
            answer = line.getresponse()
            self._keep(answer.headers.get_all("set-cookie") or [])
            return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            line.close()

    def _keep(self, given: list[str]) -> None:
        self.given += given
        for one in given:
            name, _, value = one.split(";")[0].partition("=")
            if value.strip('"'):
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)

    def get(self, path: str, **headers: str | None) -> Answer:
        return self.ask("GET", path, **headers)

    def form(self, path: str, fields: dict[str, str], **headers: str | None) -> Answer:
        """Send a form; the page that tells what it has done is opened, as browsers do."""
        kind = {"Content_Type": "application/x-www-form-urlencoded"}
        answer = self.ask("POST", path, urlencode(fields).encode(), **(kind | headers))
        place = answer.headers.get("location", "")
        return self.get(urljoin(path, place)) if answer.status == 303 and "told=" in place else answer

    def joins(self, code: str) -> Answer:
        self.get("/join")
        return self.form("/join", {"code": code})

    def sends(self, given: dict[str, Any], **headers: str | None) -> Answer:
        return self.ask("POST", "/chat/send", json.dumps({"id": secrets.token_hex(8)} | given).encode(), **headers)

    def says(self, text: str, **headers: str | None) -> Answer:
        return self.sends({"kind": "text", "text": text}, **headers)

    def taps(self, message: int, route: str) -> Answer:
        return self.sends({"kind": "tap", "message": message, "route": route})

    def lines(self, after: int = 0) -> list[dict[str, Any]]:
        """The conversation as the page gets it."""
        answer = self.get(f"/chat/look?after={after}")
        return answer.json["lines"] if answer.status == 200 else []

    def texts(self) -> list[str]:
        return [line["text"] for line in self.lines()]
