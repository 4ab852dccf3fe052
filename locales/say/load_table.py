"""A table on the coordinator's desk: the files that wait, all doubts of one in a table, and what came of the answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from locales import formats, words
from locales.say import dues, labels, load, load_doubts, loaded, split, twins
from locales.say.load import column
from locales.say.load_columns import of
from locales.say.split import Plan
from storage.loading.doubtful import Answer, Cell
from storage.loading.loads import APPLIED, ASKING
from storage.loading.near import Near
from storage.loading.standing import Standing
from storage.loading.twins import Twins
from storage.loading.waiting import Entry
from storage.rules.status import Kind

_ = words("load_table")

AS_READ = "as_read"
"""The answer that leaves a cell as it was read."""


@dataclass(frozen=True, slots=True)
class Line:
    """One doubt of a table with its answers.

    Attributes:
        key: by which the form speaks of it.
        sheet, row, column: where it is; empty for what concerns all rows.
        item: the row by code and text.
        said: what the file has.
        read: what was read, or is proposed.
        why: the reason for doubt.
        options: value and words of each answer.
        is_typed: whether the right words may be typed.
        alike: how many other cells say the same.
        wrong: what was typed just now and could not be read.
    """

    key: str
    sheet: str
    row: str
    column: str
    item: str
    said: str
    read: str
    why: str
    options: tuple[tuple[str, str], ...]
    is_typed: bool = False
    alike: int = 0
    wrong: str = ""

    @property
    def place(self) -> str:
        """Where it is, in one phrase, for the name of its choices."""
        return ", ".join(part for part in (self.sheet, self.row, self.column) if part)


def page() -> dict[str, str]:
    """The words around the list of files."""
    return {
        "title": _("Load an assignment table"),
        "desk": _("The coordinator's desk"),
        "chat": _("Back to the chat"),
        "drop": _("Drop the assignment table here, or"),
        "choose": _("Choose files"),
        "kinds": _("Excel (.xlsx, .xlsm, .xls), Word (.docx) or CSV, as the office has it; several at once if need be."),
        "safe": _("Nothing is recorded before you agree, and nothing is sent to anybody."),
        "sending": _("{name}: sending, {percent} %"),
        "reading": _("{name}: being read"),
        "offline": _("{name}: no connection, trying again"),
        "failed": _("{name}: could not be sent"),
        "waiting": _("Tables to decide about"),
        "recorded": _("Recorded within the last 24 hours"),
        "nothing": _("No table waits for a decision."),
        "see": _("See what was read"),
        "script": _("Files are sent by a script: please switch JavaScript on, or send the table in the chat."),
    }


def heads() -> tuple[str, ...]:
    return _("File"), _("Year"), _("Sent by"), _("When"), _("State")


def state_of(one: Entry, zone: tzinfo) -> tuple[str, str]:
    """When something last happened to a file, and how it stands."""
    if one.state == APPLIED and one.applied_at:
        return formats.moment(one.applied_at, zone), _("recorded, can be taken back")
    return formats.moment(one.created_at, zone), _("a column is to be named") if one.state == ASKING else _("to decide")


def sender(one: Entry) -> str:
    return one.sender or _("the command line")


def file_page() -> dict[str, str]:
    """The words around one file."""
    return {
        "files": _("All tables"),
        "desk": _("The coordinator's desk"),
        "chat": _("Back to the chat"),
        "differences": _("All differences against the list"),
        "place": _("Where"),
        "said": _("The file has"),
        "read": _("Read as, and why it is doubted"),
        "answer": _("Answer"),
        "later": _("Later"),
        "type": _("Or type"),
        "settle": _("Keep these answers"),
        "apply": _("Record the table"),
        "drop": _("Drop the file"),
        "answered": _("Answers given"),
        "again": _("Ask again"),
        "year": _("Year of the table"),
        "for_year": _("Read for this year"),
        "number": _("Number of rows left out"),
        "undo": _("Take this load back"),
        "undo_now": _("Take it back"),
        "words": _("Words that confirm"),
        "go_on": _("Go on in the chat"),
        "refresh": _("Look again"),
        "wrong": _("This could not be read."),
        "later_on": _("These are settled row by row once the table is recorded:"),
    }


def doubts_title(total: int) -> str:
    return _("Places to check ({count})").format(count=formats.count(total))


def same_for(count: int) -> str:
    return _("also for {count} more alike").format(count=formats.count(count))


def pages_of(number: int, pages: int) -> str:
    return _("Page {number} of {pages}").format(number=number, pages=pages)


def of_cell(key: str, cell: Cell, answers: Sequence[tuple[str, Answer]], alike: int, wrong: str = "") -> Line:
    """A doubtful cell.

    Args:
        key: of the line.
        cell: in doubt.
        answers: what it may mean, each with the value by which the form speaks of it.
        alike: how many other cells say the same.
        wrong: what was typed and could not be read.
    """
    options = load_doubts.options(cell, [one for _key, one in answers])
    return Line(
        key,
        cell.sheet or "",
        _row(cell.row),
        "" if cell.column in {"row", "table"} else formats.sentence(column(cell.column)),
        " ".join(load_doubts.row_of(cell)),
        formats.shortened(cell.said, 300) if cell.said else "",
        load_doubts.read_as(cell),
        "; ".join(cell.reasons),
        tuple((AS_READ if at is None else answers[at][0], label) for at, label in options),
        load_doubts.is_typed(cell),
        alike,
        wrong,
    )


def _row(number: int | None) -> str:
    return _("Row {number}").format(number=number) if number else ""


def of_name(key: str, one: Near) -> Line:
    """A name that nobody bears, beside the nearest one."""
    options = ((str(one.person_id), load.is_same(one)), ("0", load.is_new()))
    head = formats.sentence(column("lead"))
    return Line(
        key, "", _row(one.row), head, "", one.name, load.known_as(one), _("the name is not in the office's list"), options
    )


def of_twins(key: str, one: Twins, row: int) -> Line:
    """A name with several posts or units."""
    single, several = twins.how_many(one)
    where = _("On {count} rows: {places}").format(count=formats.count(one.rows), places="; ".join(one.places))
    options, head = (("0", single), ("1", several)), formats.sentence(column("lead"))
    return Line(key, "", _row(row), head, "", one.name, where, _("one person, or several of one name"), options)


def left_title(total: int) -> str:
    return _("Rows to split or of another kind ({count})").format(count=formats.count(total))


def of_kind(key: str, leaf: Standing, kind: Kind, alike: int) -> Line:
    """A recorded row whose text suggests another kind of work."""
    options = (("yes", labels.button("right")), ("no", labels.button("no")))
    why = loaded.suggestion(leaf, kind)
    return Line(key, "", leaf.code or "", formats.sentence(column("kind")), leaf.title, "", "", why, options, alike=alike)


def of_split(key: str, plan: Plan, alike: int, wrong: str = "") -> Line:
    """A recorded row that hides several periods; another repetition may be typed."""
    leaf, labels_ = plan.leaf, split.answers(plan)
    due = dues.written(leaf.due_on, leaf.due_rule, leaf.due_text, strict=leaf.strict)
    options = tuple(zip(("yes", "no")[-len(labels_) :], labels_, strict=True))
    why = _("another repetition may be typed, for example: hằng quý, ngày 05 hằng tháng")
    read = split.summary(plan)
    return Line(key, "", leaf.code or "", _("Split"), leaf.title, due or "", read, why, options, True, alike, wrong)


def of_two_columns(key: str, role: str, headings: Sequence[str]) -> Line:
    """Two columns of one kind."""
    options = tuple((str(at), f'"{heading}"') for at, heading in enumerate(headings))
    why = _("two columns of one kind differ; which one counts is remembered for such tables")
    return Line(key, "", "", formats.sentence(of(role)), "", " | ".join(headings), "", why, options)


def of_heading(key: str, role: str, headings: Sequence[tuple[str, str]], none: str, other: str, *, is_guessed: bool) -> Line:
    """A column that no heading names.

    Args:
        key: of the line.
        role: what the column holds.
        headings: value and words of each heading that is left, a guess first.
        none: the value of "no column has it".
        other: the value of "this is no assignment table".
        is_guessed: whether the first is what its cells say.
    """
    read = _('By its cells it is "{heading}".').format(heading=headings[0][1]) if is_guessed and headings else ""
    options = tuple((value, f'"{formats.shortened(heading, 60)}"') for value, heading in headings)
    ends = ((none, _("No column has it")), (other, _("This is no assignment table")))
    why = _("no heading says which column this is; it is remembered for tables of the same form")
    return Line(key, "", "", formats.sentence(of(role)), "", "", read, why, (*options, *ends))


def asked(name: str) -> str:
    """Above the columns of a file whose rows are not known yet."""
    return _("{name}: some columns are to be named first; the table is then read again.").format(name=name)


def reading(name: str) -> str:
    return _("{name} is being read again.").format(name=name)


def over(name: str, *, undone: bool) -> str:
    """A file that is decided about."""
    return (_("{name} was taken back.") if undone else _("{name} was dropped; the list is as it was.")).format(name=name)


def changed_meanwhile() -> str:
    return _("Nothing is recorded: the list has changed since you looked. This is the new comparison.")


def not_as_asked() -> str:
    return _("Nothing was changed: what was typed is not what is asked for.")


def answered_line(cell: Cell, answer: Answer | None) -> str:
    """One answer that was given."""
    said = f'"{formats.shortened(cell.said, 60)}": ' if cell.said else ""
    return said + load_doubts.settled(cell, answer)


def came_of(settled: int, unread: int, gone: int) -> list[str]:
    """What came of the answers of a page.

    Args:
        settled: doubts that are settled now.
        unread: typed words that could not be read.
        gone: answers to what was settled or changed meanwhile.
    """
    found = []
    if settled:
        found.append(_("{count} places settled.").format(count=formats.count(settled)))
    if unread:
        said = _("{count} typed answers cannot be used: not understood, or a code that another row has; please correct them.")
        found.append(said.format(count=formats.count(unread)))
    if gone:
        found.append(
            _("{count} places were settled or changed meanwhile; nothing was done there.").format(count=formats.count(gone))
        )
    return found or [_("No answer was chosen.")]
