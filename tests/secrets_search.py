"""After each test: do its output or what the program kept hold a secret, or its output anybody's telephone number?

The emulators' tokens stand for the office's own.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.emulator.world import TOKEN
from tests.emulator_zalo.server import TOKEN as ZALO_TOKEN

SECRETS = tuple(token.partition(":")[2] for token in (TOKEN, ZALO_TOKEN))
KEPT = {".db", ".db-wal", ".log", ".jsonl", ".json"}
PHONE = re.compile(r"(?<![\w.,])(?:\+84|0)[35789]\d{8}(?!\w)")
LARGEST = 64 * 1024 * 1024


def in_output(texts: Iterator[str] | list[str]) -> list[str]:
    """Secrets and telephone numbers in what a test printed or logged."""
    return [secret for one in texts for secret in (*SECRETS, *PHONE.findall(one)) if secret in one]


def in_data(folder: Path) -> list[str]:
    """Files of a program's DATA_DIR and its logs that hold a secret."""
    found = []
    for path in folder.rglob("*"):
        ours = path.suffix in KEPT or "data" in path.relative_to(folder).parts
        if ours and "journal" not in path.name and path.is_file() and not path.is_symlink() and path.stat().st_size < LARGEST:
            data = path.read_bytes()
            found += [str(path.name) for secret in SECRETS if secret.encode() in data]
    return found
