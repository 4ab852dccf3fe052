"""Zalo's Bot API over aiohttp: POST with JSON, failures inside HTTP 200, and a token in the address that must show nowhere.

Source: the platform's pages as relayed by others and reports of live traffic; what is not sure is read leniently.
"""

import json
from typing import Any

import aiohttp
import orjson

from jobs.machine_clock import Dated, undated

IDLE, UNAUTHORIZED, TOO_MANY, SERVER_FAULT = 408, 401, 429, 500
CONNECT_SECONDS, READ_SECONDS = 10.0, 30.0
MOST_BYTES = 4 << 20


class ZaloError(Exception):
    """A call failed; the text never holds an address, since that holds the token."""


class NotConnected(ZaloError):
    """No connection was made: surely nothing was done."""


class Unknown(ZaloError):
    """Nobody knows whether the call was carried out: no answer, a cut one, a fault of the server."""


class Idle(ZaloError):
    """408: nothing happened while we waited; the ordinary end of a long poll."""


class TokenRefused(ZaloError):
    """The platform answers 401: the token is wrong or was replaced."""


class TooMany(ZaloError):
    """429: the month's quota, or too fast; `wait` is the pause that was asked for, if one was."""

    def __init__(self, text: str, wait: float | None) -> None:
        super().__init__(text)
        self.wait = wait


class Refused(ZaloError):
    """The platform says no, with a code of its own."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(f"{code} {text}".strip())
        self.code, self.text = code, text


class Client:
    """One bot.

    Args:
        token: from Zalo Bot Creator; never logged.
        api_url: `https://bot-api.zaloplatforms.com`.
        dated: told the date that each answer bears.
    """

    def __init__(self, token: str, api_url: str, dated: Dated = undated) -> None:
        self._base, self._token, self._dated = f"{api_url}/bot{token}", token, dated
        self._session: aiohttp.ClientSession | None = None

    async def ask(self, method: str, values: dict[str, Any], read_seconds: float = READ_SECONDS) -> Any:
        """Call a method.

        Returns:
            Its `result`, None where the answer has none.

        Raises:
            ZaloError: one of the kinds above.
        """
        timeout = aiohttp.ClientTimeout(sock_connect=CONNECT_SECONDS, sock_read=read_seconds)
        headers = {"Content-Type": "application/json"}
        address = f"{self._base}/{method}"
        try:
            async with self._open.post(
                address, data=orjson.dumps(values), headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                self._dated(answer.headers.get("Date"))
                return self._result(answer.status, await answer.content.read(MOST_BYTES), answer.headers.get("Retry-After"))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotConnected(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Unknown(type(error).__name__) from None  # its own text may hold the address, and so the token

    def _result(self, status: int, body: bytes, retry_after: str | None) -> Any:
        """Read the envelope, which may say no under HTTP 200 too."""
        try:
            answer = json_of(body)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or "ok" not in answer:
            raise self._bare(status, retry_after)
        if answer["ok"] is True and status < 400:
            return answer.get("result")
        given = answer.get("error_code")
        code = given if isinstance(given, int) else status
        text = str(answer.get("description") or "").replace(self._token, "***")[:200]
        raise _failure(code, text, _seconds(retry_after) or _seconds((answer.get("parameters") or {}).get("retry_after")))

    def _bare(self, status: int, retry_after: str | None) -> ZaloError:
        """An answer that is not the platform's own: a page of a proxy, an empty body."""
        if status in {IDLE, UNAUTHORIZED, TOO_MANY}:
            return _failure(status, "", _seconds(retry_after))
        if 400 <= status < SERVER_FAULT:
            return Refused(status, "no readable answer")
        return Unknown(f"HTTP {status} without a readable answer")

    @property
    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def _failure(code: int, text: str, wait: float | None) -> ZaloError:
    if code == IDLE:
        return Idle(text)
    if code == UNAUTHORIZED:
        return TokenRefused(text)
    if code == TOO_MANY:
        return TooMany(text or "429", wait)
    return Unknown(f"{code} {text}") if code >= SERVER_FAULT else Refused(code, text)


def json_of(body: bytes) -> Any:
    """What a body says; half a character at a cut makes the quick reader refuse, not the patient one.

    Raises:
        ValueError: it is no JSON.
    """
    try:
        return orjson.loads(body)
    except ValueError:
        try:
            return json.loads(body)
        except RecursionError as deep:
            raise ValueError("nested too deep") from deep


def _seconds(value: Any) -> float | None:
    """A pause as a header or a field gives it."""
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        return None
    return seconds if 0 < seconds <= 86_400 else None
