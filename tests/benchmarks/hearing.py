"""Understanding a reply, held against the least that any reader of text does: composing it and finding its words."""

import json
import re
import time
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

from locales.hear import understand
from tests.benchmarks.table import Row

CORPUS = Path(__file__).parents[1] / "locales" / "hear" / "corpus.jsonl"
WORD = re.compile(r"\w+")
TIMES = 20
"""The floor is read so many times over, since once is too short to measure."""


def measure(rounds: int) -> list[Row]:
    """Microseconds a reply, over the whole corpus, each round ours and the floor in turn; rules are compiled before."""
    replies = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    read = [(one["text"], date.fromisoformat(one["today"])) for one in replies]
    for text, day in read:
        understand(text, day)
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(_took(lambda: [understand(text, day) for text, day in read]) / len(read))
        floor.append(_took(lambda: [_least(text) for _ in range(TIMES) for text, _day in read]) / len(read) / TIMES)
    return [Row("a reply understood", "us/reply", ours, floor, target=1000, at_most=True)]


def _least(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFC", text))


def _took(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return (time.process_time() - before) * 1e6
