"""Which function each command of the command line is; a subject is imported when it is asked for, so that the rest is quick."""

import argparse
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib import import_module
from typing import cast

from bot.settings import Settings
from storage.db import Store

Work = Callable[[argparse.Namespace, Store, Settings], int]

WHERE: Mapping[str, str] = {
    "preview": "figures.preview",
    "tiendo": "figures.tiendo",
    "report": "report.run",
    "doctor": "doctor.run",
    "audit": "history.run",
    "backup": "backup.backup",
    "restore": "backup.restore",
    "export": "export.run",
    "undo": "export.take_back",
    "replies": "replies.run",
    "last-year": "past.run",
}
"""Module and function of each command below this package."""


def function(name: str) -> Work:
    """What a command runs; imported only when it is typed, to keep the start quick."""
    if name in {"init", "unit", "invite", "sending"}:
        return _people(name)
    if name == "load":
        return _load
    module, _, found = WHERE[name].partition(".")
    return cast("Work", getattr(import_module(f"bot.commands.{module}"), found))


def _people(name: str) -> Work:
    from bot.commands import people

    if name == "invite":
        return lambda arguments, store, settings: people.invite(arguments, store, datetime.now(UTC), settings)
    if name == "init":
        return lambda arguments, store, settings: people.init(arguments, store, datetime.now(UTC), settings)
    work = {"unit": people.unit_add, "sending": people.sending}[name]
    return lambda arguments, store, _settings: work(arguments, store, datetime.now(UTC))


def _load(arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    from bot.commands import load
    from bot.sheets.opening import MAX_BYTES
    from storage.evidence.files import Files

    return load.run(arguments, store, datetime.now(UTC), settings.zone, Files(settings.data_dir / "evidence", cap=MAX_BYTES))
