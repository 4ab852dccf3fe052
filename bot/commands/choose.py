"""Which function each command of the command line is; a subject is imported when it is asked for, so that the rest is quick."""

import argparse
from collections.abc import Callable
from datetime import UTC, datetime

from bot.settings import Settings
from storage.db import Store

Work = Callable[[argparse.Namespace, Store, Settings], int]


def function(name: str) -> Work:
    """The function of a command."""
    if name in {"init", "unit", "invite", "sending"}:
        return _people(name)
    if name == "load":
        return _load
    if name in {"export", "undo"}:
        from bot.commands import export

        return {"export": export.run, "undo": export.take_back}[name]
    from bot.commands import doctor, figures

    return {"preview": figures.preview, "tiendo": figures.tiendo, "doctor": doctor.run}[name]


def _people(name: str) -> Work:
    from bot.commands import people

    work = {"init": people.init, "unit": people.unit_add, "invite": people.invite, "sending": people.sending}[name]
    return lambda arguments, store, _settings: work(arguments, store, datetime.now(UTC))


def _load(arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    from bot.commands import load
    from bot.sheets.opening import MAX_BYTES
    from storage.evidence.files import Files

    return load.run(arguments, store, datetime.now(UTC), settings.zone, Files(settings.data_dir / "evidence", cap=MAX_BYTES))
