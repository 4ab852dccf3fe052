"""Which function each command is, and `run` itself."""

import argparse
import asyncio
import gc
import logging
import os
import signal
import sys
from collections.abc import Callable

from bot.commands import choose
from bot.settings import BadSetting, Settings
from bot.watch import AlreadyRunning
from locales.say import terminal as say
from storage import migrate
from storage.db import PASSING, Store
from storage.errors import BadDatabase

log = logging.getLogger(__name__)
CONFIG_FAULT = 78


def command(arguments: argparse.Namespace, settings: Settings) -> int:
    """Do one command; a database that cannot be trusted is refused by name."""
    if arguments.command == "demo":
        from bot.commands import demo

        return demo.run(arguments, settings)
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as wrong:
        print(say.no_folder(str(settings.data_dir), wrong.strerror or ""), file=sys.stderr)
        return CONFIG_FAULT
    try:
        if arguments.command == "run":
            return run(settings)
        return _with_store(choose.function(arguments.command), arguments, settings)
    except BadSetting as wrong:
        print(say.bad_setting(str(wrong)), file=sys.stderr)
        return CONFIG_FAULT
    except BadDatabase as wrong:
        print(say.bad_database(str(wrong)), file=sys.stderr)
        return 1
    except AlreadyRunning as folder:
        print(say.already_running(str(folder)), file=sys.stderr)
        return 1
    except PASSING as wrong:
        print(say.database_away(type(wrong).__name__), file=sys.stderr)
        return 1


def _with_store(
    work: Callable[[argparse.Namespace, Store, Settings], int], arguments: argparse.Namespace, settings: Settings
) -> int:
    store = Store(settings.store_url)
    try:
        if not store.look(migrate.is_current):
            with store.transaction() as db:
                migrate.upgrade(db)
        return work(arguments, store, settings)
    finally:
        store.close()


def run(settings: Settings) -> int:
    """Channels with a token, the web room, the clock; SIGTERM drains and exits 0."""
    if settings.telegram_bot_token is None and settings.zalo_bot_token is None and not settings.web_bind:
        print(say.no_channel(), file=sys.stderr)
        return CONFIG_FAULT
    if settings.telegram_bot_token is None and settings.zalo_bot_token is None:
        log.warning(say.no_messenger(settings.web_bind))  # a full disk under the log must not stop the start, as `print` would
    return asyncio.run(_run(settings))


async def _run(settings: Settings) -> int:
    from bot.app import App
    from bot.pulse import Pulse

    try:
        app = App(settings)
        app.prepare()
    except OSError as wrong:
        raise BadSetting(f"DATA_DIR: {wrong.strerror} ({wrong.filename})") from None
    app.pulse = Pulse(os._exit)
    gc.collect()
    gc.freeze()
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return await app.run(stop)
