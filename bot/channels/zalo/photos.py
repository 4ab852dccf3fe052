"""Photos come as public addresses that expire: fetched from the platform's own hosts only, never from inside our network."""

import ipaddress
import logging
import socket
from collections.abc import AsyncIterator, Collection
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

from jobs.fetch import NeverFetchable, TryLater

log = logging.getLogger(__name__)
PIECE = 64 * 1024
HOPS = 3
REDIRECTS = frozenset({301, 302, 303, 307, 308})
GONE = frozenset({401, 403, 404, 410})  # an address that expired is answered in one of these ways
TIMEOUT = aiohttp.ClientTimeout(sock_connect=10, sock_read=30)


class PublicOnly(AbstractResolver):
    """Names that lead into private networks are not resolved: the check is made on the very address that is connected to."""

    def __init__(self) -> None:
        self._inner = DefaultResolver()

    async def resolve(self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET) -> list[ResolveResult]:
        found = [one for one in await self._inner.resolve(host, port, family) if is_public(one["host"])]
        if not found:
            raise OSError(None, "no public address")
        return found

    async def close(self) -> None:
        await self._inner.close()


def is_public(address: str) -> bool:
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_global
    except ValueError:
        return False


def is_loopback(host: str | None) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


class Photos:
    """The downloads of one bot.

    Args:
        hosts: domains that photos may come from, with all below them.
        api_url: a loopback API (tests) may also serve photos itself.
    """

    def __init__(self, hosts: Collection[str], api_url: str) -> None:
        self._hosts = tuple(one.lower().strip(".") for one in hosts)
        api = urlsplit(api_url)
        self._own = api.netloc if is_loopback(api.hostname) else None
        self._session: aiohttp.ClientSession | None = None

    def may_fetch(self, address: str) -> bool:
        """Whether an address leads to a host that photos may come from."""
        try:
            parts = urlsplit(address)
            host, port = (parts.hostname or "").lower(), parts.port
        except ValueError:
            return False
        if self._own is not None and parts.scheme == "http" and parts.netloc == self._own:
            return True
        known = any(host == one or host.endswith(f".{one}") for one in self._hosts)
        return known and parts.scheme == "https" and port in {None, 443} and parts.username is None

    async def stream(self, file_ref: dict[str, Any]) -> AsyncIterator[bytes]:
        """The bytes of a photo.

        Raises:
            NeverFetchable: a host that is not known, or an address that has expired.
            TryLater: the network.
        """
        address = str(file_ref.get("url", ""))
        for _hop in range(HOPS + 1):
            if not self.may_fetch(address):
                log.error("a photo from %s is not fetched; ZALO_MEDIA_HOSTS names the hosts that are known", _host(address))
                raise NeverFetchable("foreign_host")
            try:
                async with self._open.get(address, timeout=TIMEOUT, allow_redirects=False) as answer:
                    if answer.status in REDIRECTS:
                        address = urljoin(address, answer.headers.get("Location", ""))
                        continue
                    _check(answer.status)
                    async for piece in answer.content.iter_chunked(PIECE):
                        yield piece
                    return
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                raise TryLater(type(error).__name__) from None
        raise NeverFetchable("too many redirects")

    @property
    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=4, resolver=PublicOnly())
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def _host(address: str) -> str:
    """For the log: which host an administrator may want to add."""
    try:
        return urlsplit(address).hostname or "nowhere"
    except ValueError:
        return "nowhere"


def _check(status: int) -> None:
    if status in GONE:
        raise NeverFetchable("gone")
    if status != 200:
        raise TryLater(f"HTTP {status}")
