"""Replies that were not understood: the file, and what its columns say."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from locales import formats, words
from locales.message import Message
from locales.say import labels
from storage.rules.status import Progress

_ = words("learning")


def none_kept() -> Message:
    return Message(_("No reply had to be asked back or was taken back so far."))


def file(path: Path, rows: int) -> Message:
    """The file, with what to do with it."""
    text = _(
        "{rows} replies that were asked back or taken back, without names and numbers. Please read them through before you send"
        " them to those who look after the program."
    )
    name = _("Replies-not-understood.xlsx")
    return Message(text.format(rows=formats.count(rows)), file={"path": str(path), "name": name})


def written(name: str, rows: int) -> str:
    """On the command line."""
    return _("{name}: {rows} replies, without names and numbers.").format(name=name, rows=rows)


def only_xlsx_or_jsonl(name: str) -> str:
    return _("{name}: only .xlsx or .jsonl can be written.").format(name=name)


def sheet() -> str:
    return _("Replies")


def title() -> str:
    return _("Replies that were not understood at once")


def remark() -> str:
    return _("Names and numbers are masked. Please write beside each what was meant.")


def columns() -> tuple[str, ...]:
    return _("Day"), _("Why it is here"), _("Words (masked)"), _("What was read")


def why(reason: str) -> str:
    return {"asked": _("asked back"), "unknown": _("not understood"), "corrected": _("taken back")}[reason]


def heard(meaning: Mapping[str, Any]) -> str:
    """What was read, in a few words."""
    state = {"done": Progress.REPORTED, "in_progress": Progress.IN_PROGRESS, "not_started": Progress.NOT_STARTED}
    status = meaning.get("status")
    return ", ".join(filter(None, (meaning.get("intent") or "", labels.progress(state[status], None) if status else "")))
