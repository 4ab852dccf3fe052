"""What can be typed after `nhacviec`: every command and option, as the contract names them."""

import argparse
import contextlib
from datetime import date, datetime
from typing import Any

Commands = Any  # argparse keeps the type of `add_subparsers` private


def parser() -> argparse.ArgumentParser:
    """All commands; each lives in a module of this package, see `choose`."""
    root = argparse.ArgumentParser(prog="nhacviec", description="Nhắc việc tiêu chí cải cách hành chính cho UBND xã, phường.")
    commands = root.add_subparsers(dest="command", required=True, metavar="LỆNH")
    for part in (_running, _people, _lists, _figures, _safety):
        part(commands)
    return root


def day(text: str) -> date:
    """A day as people or programs write it.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with contextlib.suppress(ValueError):
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
    from locales.say import terminal

    raise argparse.ArgumentTypeError(terminal.not_a_day(text))


def _running(commands: Commands) -> None:
    commands.add_parser("run", help="channels, the web room, the clock; SIGTERM drains")
    one = commands.add_parser("demo", help="the sample office; no token needed")
    one.add_argument("--once", action="store_true", help="play a working day and leave")


def _people(commands: Commands) -> None:
    one = commands.add_parser("init", help="create the database and the first people; print their invites")
    one.add_argument("unit", metavar="UNIT")
    one.add_argument("--admin", required=True, metavar="NAME")
    one.add_argument("--chairperson", metavar="NAME")

    one = commands.add_parser("unit", help="units of the tree")
    below = one.add_subparsers(dest="what", required=True)
    added = below.add_parser("add", help="a unit below another")
    added.add_argument("name", metavar="NAME")
    added.add_argument("--under", required=True, metavar="UNIT")

    one = commands.add_parser("invite", help="a fresh code for each person without a phone")
    one.add_argument("names", nargs="*", metavar="NAME")
    one.add_argument("--all", action="store_true")
    one.add_argument("--role", metavar="ROLE")
    one.add_argument("--paper", metavar="FILE", help="print nothing; write the notice and a slip a person to an HTML file")
    _unit(one)

    one = commands.add_parser("sending", help="whether reminders go out")
    one.add_argument("state", choices=("on", "off"))
    _unit(one)


def _lists(commands: Commands) -> None:
    one = commands.add_parser("load", help="read an assignment table: preview, then apply")
    one.add_argument("file", metavar="FILE")
    for flag in ("--dry-run", "--json", "--yes"):
        one.add_argument(flag, action="store_true")
    meaning = 'what a column of the office holds, such as "Đ/c theo dõi=người phụ trách"; may be repeated, is remembered'
    one.add_argument("--column", action="append", metavar="HEADING=MEANING", help=meaning)
    _year_and_unit(one)

    one = commands.add_parser("export", help="the list as it stands, in the form that load reads")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--original", action="store_true", help="the workbook that was loaded, its columns of state filled in")
    _year_and_unit(one)

    one = commands.add_parser("last-year", help="what each criterion got the year before, from a table")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--dry-run", action="store_true")
    _year_and_unit(one)

    one = commands.add_parser("undo", help="take the newest loaded file back, within 24 hours")
    one.add_argument("--yes", action="store_true", help="though people reported on its rows, or sent documents for them")
    _year_and_unit(one)


def _figures(commands: Commands) -> None:
    one = commands.add_parser("preview", help="what would be sent on a day")
    one.add_argument("date", type=day, metavar="DATE")
    one.add_argument("--json", action="store_true")
    _unit(one)

    one = commands.add_parser("tiendo", help="where the office stands")
    one.add_argument("--json", action="store_true")
    _year_and_unit(one)

    one = commands.add_parser("report", help="a paper: Word, Excel, picture or dossier, by the ending of the file")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--kind", metavar="K")
    one.add_argument("--split", type=int, metavar="MB", help="the dossier as several packages of at most so many megabytes")
    _year_and_unit(one)

    one = commands.add_parser("replies", help="replies that were asked back or taken back, names and numbers masked")
    one.add_argument("file", metavar="FILE")
    _unit(one)

    one = commands.add_parser("understand", help="the meaning of a reply as JSON")
    one.add_argument("text", metavar="TEXT")
    one.add_argument("--today", type=day, metavar="DATE")


def _safety(commands: Commands) -> None:
    commands.add_parser("doctor", help="check every setting")
    below = commands.add_parser("audit", help="the history").add_subparsers(dest="what", required=True)
    one = below.add_parser("verify", help="is the history what was written? Each line that was changed or taken out is named")
    one.add_argument("--known", metavar="HASH", help="a hash that was written down earlier, or its first characters")
    one.add_argument("--json", action="store_true")
    one = below.add_parser("touched", help="whose data was touched in a period, by whom: for the notice after an incident")
    one.add_argument("--since", type=day, required=True, metavar="DATE")
    one.add_argument("--until", type=day, metavar="DATE")
    one.add_argument("--by", metavar="NAME", help="only what this person did, or somebody with their account")
    one = commands.add_parser("backup", help="a safe copy of database and evidence, also beside a running run")
    one.add_argument("dir", metavar="DIR")
    one = commands.add_parser("restore", help="return a copy into an empty database; nothing is sent until sending on")
    one.add_argument("dir", metavar="DIR")


def _unit(one: argparse.ArgumentParser) -> None:
    one.add_argument("--unit", metavar="U")


def _year_and_unit(one: argparse.ArgumentParser) -> None:
    one.add_argument("--year", type=int, metavar="Y")
    _unit(one)
