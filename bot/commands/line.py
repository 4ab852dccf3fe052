"""What can be typed after `nhacviec`: every command and option, as the contract names them."""

import argparse
import contextlib
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NoReturn

from locales.say import usage

Commands = Any  # argparse keeps the type of `add_subparsers` private


class Help(argparse.HelpFormatter):
    """A help page in Vietnamese: what an option does stands in `locales.say.usage`, by its name."""

    def _get_help_string(self, action: argparse.Action) -> str:
        return usage.help_of(action.help or "")

    def add_usage(self, text: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line of the forms, under its own word."""
        super().add_usage(text, actions, groups, usage.usage_is() if prefix is None else prefix)

    def _metavar_formatter(self, action: argparse.Action, default_metavar: str) -> Callable[[int], tuple[str, ...]]:
        named = super()._metavar_formatter(action, default_metavar)
        return lambda size: tuple(map(usage.placeholder, named(size)))

    def start_section(self, heading: str | None) -> None:
        super().start_section(usage.heading(heading))


class Parser(argparse.ArgumentParser):
    """One command with its options."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(add_help=False, formatter_class=Help, **kwargs)
        self.add_argument("-h", "--help", action="help", help="help")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to look, and leave with 2."""
        self.exit(2, f"{self.prog}: {usage.fault(message)}\n{usage.look_at_help(self.prog)}\n")


def parser() -> argparse.ArgumentParser:
    """All commands; each lives in a module of this package, see `choose`."""
    root = Parser(prog="nhacviec", description=usage.description())
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
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
    commands.add_parser("run", help="run")
    one = commands.add_parser("demo", help="demo")
    one.add_argument("--once", action="store_true", help="demo.once")


def _people(commands: Commands) -> None:
    one = commands.add_parser("init", help="init")
    one.add_argument("unit", metavar="UNIT")
    one.add_argument("--admin", required=True, metavar="NAME", help="init.admin")
    one.add_argument("--chairperson", metavar="NAME", help="init.chairperson")

    one = commands.add_parser("unit", help="unit")
    below = one.add_subparsers(dest="what", required=True, metavar="COMMAND")
    added = below.add_parser("add", help="unit.add")
    added.add_argument("name", metavar="NAME")
    added.add_argument("--under", required=True, metavar="UNIT", help="unit.under")

    one = commands.add_parser("invite", help="invite")
    one.add_argument("names", nargs="*", metavar="NAME")
    one.add_argument("--all", action="store_true", help="invite.all")
    one.add_argument("--role", metavar="ROLE", help="invite.role")
    one.add_argument("--paper", metavar="FILE", help="invite.paper")
    _unit(one)

    one = commands.add_parser("sending", help="sending")
    one.add_argument("state", choices=("on", "off"))
    _unit(one)


def _lists(commands: Commands) -> None:
    one = commands.add_parser("load", help="load")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--dry-run", action="store_true", help="load.dry_run")
    _json(one)
    one.add_argument("--yes", action="store_true", help="load.yes")
    one.add_argument("--column", action="append", metavar="HEADING=MEANING", help="load.column")
    _year_and_unit(one)

    one = commands.add_parser("export", help="export")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--original", action="store_true", help="export.original")
    _year_and_unit(one)

    one = commands.add_parser("last-year", help="last-year")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--dry-run", action="store_true", help="load.dry_run")
    _year_and_unit(one)

    one = commands.add_parser("undo", help="undo")
    one.add_argument("--yes", action="store_true", help="undo.yes")
    _year_and_unit(one)


def _figures(commands: Commands) -> None:
    one = commands.add_parser("preview", help="preview")
    one.add_argument("date", type=day, metavar="DATE")
    _json(one)
    _unit(one)

    one = commands.add_parser("tiendo", help="tiendo")
    _json(one)
    _year_and_unit(one)

    one = commands.add_parser("report", help="report")
    one.add_argument("file", metavar="FILE")
    one.add_argument("--kind", metavar="K", help="report.kind")
    one.add_argument("--split", type=int, metavar="MB", help="report.split")
    _year_and_unit(one)

    one = commands.add_parser("replies", help="replies")
    one.add_argument("file", metavar="FILE")
    _unit(one)

    one = commands.add_parser("understand", help="understand")
    one.add_argument("text", metavar="TEXT")
    one.add_argument("--today", type=day, metavar="DATE", help="understand.today")


def _safety(commands: Commands) -> None:
    commands.add_parser("doctor", help="doctor")
    below = commands.add_parser("audit", help="audit").add_subparsers(dest="what", required=True, metavar="COMMAND")
    one = below.add_parser("verify", help="audit.verify")
    one.add_argument("--known", metavar="HASH", help="audit.known")
    _json(one)
    one = below.add_parser("touched", help="audit.touched")
    one.add_argument("--since", type=day, required=True, metavar="DATE", help="audit.since")
    one.add_argument("--until", type=day, metavar="DATE", help="audit.until")
    one.add_argument("--by", metavar="NAME", help="audit.by")
    one = commands.add_parser("backup", help="backup")
    one.add_argument("dir", metavar="DIR")
    one = commands.add_parser("restore", help="restore")
    one.add_argument("dir", metavar="DIR")


def _json(one: argparse.ArgumentParser) -> None:
    one.add_argument("--json", action="store_true", help="json")


def _unit(one: argparse.ArgumentParser) -> None:
    one.add_argument("--unit", metavar="U", help="office")


def _year_and_unit(one: argparse.ArgumentParser) -> None:
    one.add_argument("--year", type=int, metavar="Y", help="year")
    _unit(one)
