"""The command `nhacviec`: what is typed is read, the settings are checked, and the command is done."""

import os
import signal
import sys
from collections.abc import Sequence

from bot import logs
from bot.commands.line import parser
from bot.settings import BadSetting, load

CONFIG_FAULT = 78


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; a reader that has seen enough (`| head`) ends it without a word."""
    try:
        status = _run(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    return status


def _run(argv: Sequence[str] | None) -> int:
    """Settings are checked before anything else happens."""
    os.umask(0o077)  # what is written belongs to the office alone
    arguments = parser().parse_args(argv)
    if arguments.command == "run":
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # told to stop before anything was begun
    if arguments.command == "understand":
        from bot.commands import understand

        return understand.run(arguments)
    try:
        settings = load()
    except BadSetting as wrong:
        from locales.say import terminal

        print(terminal.bad_setting(str(wrong)), file=sys.stderr)
        return CONFIG_FAULT
    logs.set_up(*settings.secrets, form=settings.log_format)
    from bot.commands import run

    return run.command(arguments, settings)


if __name__ == "__main__":
    sys.exit(main())
