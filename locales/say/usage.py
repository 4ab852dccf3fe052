"""The help of the command line, and what argparse says of itself."""

import re

from locales import words

_ = words("usage")


def description() -> str:
    return _("Reminds the officials of a People's Committee of their CCHC criteria.")


def help_of(name: str) -> str:
    """What a command or an option does, by its name."""
    return (_of_the_office() | _of_lists() | _of_figures() | _of_safety())[name]


def _of_the_office() -> dict[str, str]:
    return {
        "help": _("show this help"),
        "run": _("run the channels, the web room and the clock; SIGTERM lets everything end"),
        "demo": _("the sample office; no token is needed"),
        "demo.once": _("tell one working day and leave"),
        "init": _("create the database and the first people; print their codes"),
        "init.admin": _("the coordinator"),
        "init.chairperson": _("the chairperson"),
        "unit": _("units of the tree"),
        "unit.add": _("add a unit below another"),
        "unit.under": _("the unit above it"),
        "invite": _("a new code for each person without a phone"),
        "invite.all": _("for everybody without a phone"),
        "invite.role": _("give this role to who is named"),
        "invite.paper": _("print nothing; write the notice and a slip for each person to an HTML file"),
        "sending": _("whether reminders go out"),
    }


def _of_lists() -> dict[str, str]:
    return {
        "load": _("read a list of assignments: shown first, recorded then"),
        "load.dry_run": _("only show what was read"),
        "load.yes": _("record every row without asking"),
        "load.column": _(
            'what a column of the office holds, such as "Đ/c theo dõi=người phụ trách"; may be given again, is remembered'
        ),
        "export": _("the list as it stands, in the form that load reads"),
        "export.original": _("the workbook that was loaded, with its columns of state filled in"),
        "last-year": _("what each criterion got the year before, from a table"),
        "undo": _("take the newest loaded file back, within 24 hours"),
        "undo.yes": _("though people reported on its rows, or sent documents for them"),
    }


def _of_figures() -> dict[str, str]:
    return {
        "preview": _("what would be sent on a day"),
        "tiendo": _("where the office stands"),
        "report": _("a paper: Word, Excel, picture or dossier, by the ending of the file"),
        "report.kind": _("which paper; a wrong one lists them all"),
        "report.split": _("the dossier as several packages of at most so many megabytes"),
        "replies": _("replies that were asked back or taken back, with names and numbers masked"),
        "understand": _("the meaning of a reply, as JSON"),
        "understand.today": _("the day on which it was written"),
    }


def _of_safety() -> dict[str, str]:
    return {
        "doctor": _("check every setting"),
        "audit": _("the history"),
        "audit.verify": _("is the history what was written? Each line that was changed or taken out is named"),
        "audit.known": _("a hash that was written down earlier, or its first characters"),
        "audit.touched": _("whose data was touched in a period, and by whom: for the notice after an incident"),
        "audit.since": _("from this day on"),
        "audit.until": _("up to this day"),
        "audit.by": _("only what this person did, or somebody with their account"),
        "backup": _("a safe copy of database and evidence, also beside a running program"),
        "restore": _("return a copy into an empty database; nothing is sent until sending on"),
        "json": _("the answer as JSON"),
        "year": _("of which year"),
        "office": _("of which unit, where there is more than one"),
    }


def placeholder(english: str) -> str:
    """What stands in a form for what is to be given."""
    return {
        "COMMAND": _("COMMAND"),
        "UNIT": _("UNIT"),
        "U": _("UNIT"),
        "NAME": _("NAME"),
        "ROLE": _("ROLE"),
        "FILE": _("FILE"),
        "HEADING=MEANING": _("HEADING=MEANING"),
        "Y": _("YEAR"),
        "DATE": _("DATE"),
        "K": _("KIND"),
        "TEXT": _("TEXT"),
        "HASH": _("HASH"),
        "DIR": _("FOLDER"),
    }.get(english, english)


def usage_is() -> str:
    return _("usage: ")


def heading(english: str | None) -> str | None:
    """The headings of a help page."""
    return {"positional arguments": _("What to give"), "options": _("Options")}.get(english or "", english)


def fault(english: str) -> str:
    """What is wrong with what was typed, from the words of argparse; those that are not known stay as they are."""
    for pattern, told in (
        (r"the following arguments are required: (.*)", _("still missing: {what}")),
        (r"unrecognized arguments: (.*)", _("there is no such option: {what}")),
        (r"argument \S+: invalid choice: (\S+) .*", _("there is no {what}")),
        (r"argument (\S+): invalid int value: .*", _("{what} wants a whole number")),
        (r"argument (\S+): expected (?:one|at least one) argument", _("{what} wants a value")),
        (r"argument (\S+): ignored explicit argument .*", _("{what} takes no value")),
        (r"ambiguous option: (\S+) could match .*", _("{what} may mean several options")),
        (r"argument \S+: (.*)", "{what}"),
    ):
        if found := re.fullmatch(pattern, english, re.DOTALL):
            return told.format(what=", ".join(map(placeholder, found[1].split(", "))))
    return english


def look_at_help(command: str) -> str:
    return _("See: {command} --help").format(command=command)
