"""Replies that were not understood, as a table for people or as lines for programs."""

import json
import tempfile
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

from locales import formats
from locales.papers.sheet import Column, Styles, table, workbook
from locales.say import learning as say
from storage.work.misheard import Reply


@cache
def folder() -> Path:
    """Where files lie until they are sent; a folder that nobody else can read."""
    return Path(tempfile.mkdtemp(prefix="nhacviec-cau-tra-loi-"))


def write(path: Path, replies: Sequence[Reply]) -> Path:
    """Write a workbook, or, where the name ends in .jsonl, one JSON object a line in the form of the labelled replies."""
    if path.suffix == ".jsonl":
        path.write_text("".join(f"{json.dumps(_labelled(one), ensure_ascii=False)}\n" for one in replies), encoding="utf-8")
        return path
    columns = [Column(title, width) for title, width in zip(say.columns(), (12, 20, 60, 24), strict=True)]
    newest = max((one.on for one in replies), default=date(2026, 1, 1))
    with workbook(path, datetime.combine(newest, time())) as book:
        rows = ((formats.day(one.on), say.why(one.why), one.words, say.heard(one.heard)) for one in replies)
        table(book, Styles(book), say.sheet(), (say.title(), say.remark()), columns, rows, None)
    return path


def _labelled(reply: Reply) -> dict[str, object]:
    return {"text": reply.words, "today": reply.on.isoformat(), "why": reply.why, "heard": dict(reply.heard)}
