"""Logs go to stderr, one line an event, and never hold a token, a secret, a telephone number or a raw update."""

import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

import orjson

PHONE = re.compile(r"(?<![\w.])(?:\+?84[ .-]?|0)[35789](?:[ .-]?\d){8}\b")
TOKEN = re.compile(r"\b\d{3,}:[A-Za-z0-9_-]{10,}")
GIVEN = re.compile(r"(?m)^DETAIL: .*$")  # PostgreSQL names the values of a row that it refuses
QUIET = ("httpx", "httpcore", "apscheduler", "telegram", "aiohttp.access", "uvicorn.access", "uvicorn.error", "alembic")


class Stderr(logging.StreamHandler[TextIO]):
    """Writes to stderr as it is at that moment: whoever stood in for it when logs were set up may be closed since."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        return sys.stderr


class Redacting(logging.Formatter):
    """Takes out whatever looks like a token, and the known secrets, also from tracebacks."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        return self.redacted(super().format(record))

    def redacted(self, text: str) -> str:
        text = text.encode("utf-8", "replace").decode()  # half a character would make the handler print the record as it is
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return PHONE.sub("***", TOKEN.sub("***", GIVEN.sub("DETAIL: ***", text)))


class Lines(Redacting):
    """One JSON object a line: `event` is the message before its values are put in, so that events can be counted."""

    def format(self, record: logging.LogRecord) -> str:
        found = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "where": record.name,
            "event": str(record.msg),
            "text": record.getMessage(),
        }
        if record.exc_info:
            found["trace"] = self.formatException(record.exc_info)
        return orjson.dumps({key: self.redacted(value) for key, value in found.items()}).decode()


def set_up(*secrets: str | None, level: int = logging.INFO, form: str = "text") -> None:
    """One handler on stderr, redacting; libraries that log addresses are quiet.

    Args:
        secrets: what must not be seen, as it is in the settings.
        level: from which on.
        form: `text` for people, `json` for what collects logs.
    """
    known = tuple(secret for secret in secrets if secret)
    handler = Stderr()
    handler.setFormatter(Lines(known) if form == "json" else Redacting(known))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
