"""The command `nhacviec`: one parser, one line a command; each lives in `bot/commands/`."""

import argparse
import signal
import sys
from collections.abc import Sequence
from datetime import date

from bot import logs
from bot.settings import BadSetting, load

CONFIG_FAULT = 78


def parser() -> argparse.ArgumentParser:
    """Every command and option, as the contract names them."""
    root = argparse.ArgumentParser(prog="nhacviec", description="Nhắc việc tiêu chí cải cách hành chính cho UBND xã, phường.")
    commands = root.add_subparsers(dest="command", required=True, metavar="LỆNH")

    one = commands.add_parser("init", help="create the database and the first people; print their invites")
    one.add_argument("unit", metavar="UNIT")
    one.add_argument("--admin", required=True, metavar="NAME")
    one.add_argument("--chairperson", metavar="NAME")

    one = commands.add_parser("unit", help="units of the tree")
    below = one.add_subparsers(dest="what", required=True)
    added = below.add_parser("add", help="a unit below another")
    added.add_argument("name", metavar="NAME")
    added.add_argument("--under", required=True, metavar="UNIT")

    commands.add_parser("run", help="channels, the web room, the clock; SIGTERM drains")

    one = commands.add_parser("demo", help="the sample office; no token needed")
    one.add_argument("--once", action="store_true", help="play a working day and leave")

    one = commands.add_parser("load", help="read an assignment table: preview, then apply")
    one.add_argument("file", metavar="FILE")
    for flag in ("--dry-run", "--json", "--yes"):
        one.add_argument(flag, action="store_true")
    one.add_argument("--year", type=int, metavar="Y")
    one.add_argument("--unit", metavar="U")

    one = commands.add_parser("export", help="the list as it stands, in the form that load reads")
    one.add_argument("file", metavar="FILE.xlsx")
    one.add_argument("--original", action="store_true", help="the workbook that was loaded, its columns of state filled in")
    one.add_argument("--year", type=int, metavar="Y")
    one.add_argument("--unit", metavar="U")

    one = commands.add_parser("undo", help="take the newest loaded file back, within 24 hours")
    one.add_argument("--year", type=int, metavar="Y")
    one.add_argument("--unit", metavar="U")

    one = commands.add_parser("sending", help="whether reminders go out")
    one.add_argument("state", choices=("on", "off"))
    one.add_argument("--unit", metavar="U")

    one = commands.add_parser("invite", help="a fresh code for each person without a phone")
    one.add_argument("names", nargs="*", metavar="NAME")
    one.add_argument("--all", action="store_true")
    one.add_argument("--role", metavar="ROLE")
    one.add_argument("--unit", metavar="U")

    one = commands.add_parser("preview", help="what would be sent on a day")
    one.add_argument("date", type=date.fromisoformat, metavar="DATE")
    one.add_argument("--json", action="store_true")
    one.add_argument("--unit", metavar="U")

    one = commands.add_parser("tiendo", help="where the office stands")
    one.add_argument("--json", action="store_true")
    one.add_argument("--unit", metavar="U")
    one.add_argument("--year", type=int, metavar="Y")

    one = commands.add_parser("understand", help="the meaning of a reply as JSON")
    one.add_argument("text", metavar="TEXT")
    one.add_argument("--today", type=date.fromisoformat, metavar="DATE")

    commands.add_parser("doctor", help="check every setting")
    return root


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; settings are checked before anything else happens."""
    arguments = parser().parse_args(argv)
    if arguments.command == "run":
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # told to stop before anything was begun
    if arguments.command == "understand":
        from bot.commands import understand

        return understand.run(arguments)
    try:
        settings = load()
    except BadSetting as wrong:
        print(f"Cấu hình sai, chưa chạy gì: {wrong}", file=sys.stderr)
        return CONFIG_FAULT
    logs.set_up(
        settings.telegram_bot_token, settings.telegram_webhook_secret, settings.zalo_bot_token, settings.zalo_webhook_secret
    )
    from bot.commands import run

    return run.command(arguments, settings)


if __name__ == "__main__":
    sys.exit(main())
