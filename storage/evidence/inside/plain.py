"""Plain text and CSV."""

import re
from pathlib import Path

from storage.evidence.inside.seen import Seen
from storage.evidence.refusals import ACTIVE, WRONG_KIND, Refused

MOST = 200_000  # characters that are looked at for marks
_CALL = re.compile(r"""(?:^|[;,\t"'])\s*[=+\-@][^;\r\n]{0,200}?\w\|""", re.MULTILINE)
_MARKUP = re.compile(r"\s*(?:<\?xml|<!doctype|<html|<script|<svg|\{\\rtf)", re.IGNORECASE)


def look(path: Path, extension: str, _shown: Path) -> Seen:
    """Refuse markup that only calls itself text, and cells that start programs (DDE).

    Raises:
        Refused: it has either.
    """
    text = decoded(path.read_bytes())
    if _MARKUP.match(text):
        raise Refused(WRONG_KIND)
    if extension == "csv" and _CALL.search(text):
        raise Refused(ACTIVE)
    return Seen(lambda: text[:MOST])


def decoded(data: bytes) -> str:
    """Text in the encodings that offices use."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1258", "replace")
