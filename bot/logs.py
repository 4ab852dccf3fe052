"""Logs go to stderr and never hold a token, a secret or a raw update."""

import logging
import re
import sys

TOKEN = re.compile(r"\b\d{3,}:[A-Za-z0-9_-]{10,}")
QUIET = ("httpx", "httpcore", "apscheduler", "telegram", "aiohttp.access", "uvicorn.access", "uvicorn.error", "alembic")


class Redacting(logging.Formatter):
    """Takes out whatever looks like a token, and the known secrets, also from tracebacks."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.secrets = tuple(secret for secret in secrets if secret)

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return TOKEN.sub("***", text)


def set_up(*secrets: str | None, level: int = logging.INFO) -> None:
    """One handler on stderr, redacting; libraries that log addresses are quiet."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Redacting(tuple(secret for secret in secrets if secret)))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
