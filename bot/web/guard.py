"""What every answer of the web room carries, and which requests it refuses before anything looks at them."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = {"GET", "HEAD", "OPTIONS"}
MACHINES = ("/telegram/webhook", "/zalo/webhook")  # called by platforms, which prove themselves by a secret
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-src {frames}; frame-ancestors {ancestors}"
)


class Guard:
    """Headers for safety on every answer; requests that change something must come from our own pages.

    Args:
        app: what is guarded.
        web_url: the public address, as a proxy may call us by another name.
        framed: whether our own pages may show each other in frames (the demo's three phones).
    """

    def __init__(self, app: ASGIApp, web_url: str | None = None, *, framed: bool = False) -> None:
        self.app = app
        self.known = urlsplit(web_url).netloc.lower() if web_url else None
        own = "'self'" if framed else "'none'"
        self.headers = {
            "Content-Security-Policy": POLICY.format(frames=own, ancestors=own),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN" if framed else "DENY",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        if scope["method"] in SAFE or scope["path"] in MACHINES or self.is_own(Headers(scope=scope)):
            await self.app(scope, receive, send_with_headers)
        else:
            await PlainTextResponse("403", 403)(scope, receive, send_with_headers)

    def is_own(self, headers: Headers) -> bool:
        """Whether a request comes from a page of ours: by `Sec-Fetch-Site`, `Origin`, or for old browsers `Referer`."""
        if (site := headers.get("sec-fetch-site")) is not None:  # no script can set it; only old browsers and plain http lack it
            return site == "same-origin"
        source = headers.get("origin") or headers.get("referer") or ""
        place = urlsplit(source).netloc.lower() if source.startswith(("http://", "https://")) else ""
        return bool(place) and place in {headers.get("host", "").lower(), self.known}
