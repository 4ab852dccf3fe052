"""Loading the assignment table: what was read, what would change, and what is wrong with a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from locales import formats, words
from locales.message import Choice, Message
from locales.say import changes, labels, twins
from storage.loading.compare import Comparison
from storage.loading.given import Given
from storage.loading.near import Near, Reason
from storage.loading.standing import Standing
from storage.rules.status import Progress

_ = words("load")
NAMES = 6
FIRST_CHANGES = 5


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do, in figures.

    Attributes:
        id: the number by which buttons speak of the file.
        last: the file that was applied last when this one was compared; 0 for none.
        past: rows whose date has passed; of these `past_done` say that they are done and `past_open` that they are not.
        recurring: rows whose text suggests recurring work; `other_kinds`: another kind of work.
        is_again: whether the list was different when the file was looked at before.
        near: unknown names that are like somebody's.
        twins: how many new names may be several people.
        unsure: kinds of which the table has two columns that differ, with both headings.
        guessed: columns that only their cells explain, with their heading.
        is_year_assumed: whether the file names no year, so that this one was taken.
    """

    id: int
    last: int
    year: int
    points: Decimal
    people: int
    past: int
    past_done: int
    past_open: int
    recurring: int
    other_kinds: int
    doubts: int
    is_sending: bool
    compared: Comparison
    is_first: bool
    is_again: bool = False
    near: tuple[Near, ...] = ()
    twins: int = 0
    unsure: Mapping[str, Sequence[str]] = field(default_factory=dict)
    guessed: Mapping[str, str] = field(default_factory=dict)
    is_year_assumed: bool = False

    @property
    def past_unclear(self) -> int:
        return self.past - self.past_done - self.past_open


def preview(one: Preview, *, decided: bool = False) -> Message:
    """What was read, what is to be looked at, what would change; nothing is recorded yet, unless that was decided before."""
    lines = [_("The list has changed since you looked; this is the new comparison.")] if one.is_again else []
    lines += [_read(one), *_year(one), *_past(one), *_kinds(one), *_differences(one), *_people(one.compared.unknown_people)]
    for role, (left, right) in one.unsure.items():
        text = _('Two columns may be the {column}: "{left}" and "{right}". Which one counts is remembered for such tables.')
        lines.append(text.format(column=column(role), left=left, right=right))
    for role, heading in one.guessed.items():
        lines.append(
            _('No heading names the {column}; by its cells it is "{heading}".').format(column=column(role), heading=heading)
        )
    if one.doubts:
        is_new = not one.compared.is_nothing
        text = _("{count} places to check; they are recorded with a mark.") if is_new else _("{count} places to check.")
        lines.append(text.format(count=formats.count(one.doubts)))
    if one.compared.is_nothing:
        lines.append(_("Nothing differs from the list; nothing is to be recorded."))
        onward = (Choice(_("Go on with the recorded table"), f"load_after:{one.last}", wide=True),) if one.last else ()
        return Message("\n".join(lines), (*_look(one), *onward))
    if not decided:
        nothing_sent = _("Nothing is recorded and nothing was sent to anybody.")
        lines.append(_("Nothing is recorded yet.") if one.is_sending else nothing_sent)
    record = (Choice(_("Record"), f"load_apply:{one.id}:{one.last}"), Choice(_("Drop"), f"load_drop:{one.id}"))
    return Message("\n".join(lines), (*_look(one), *record), edits="tapped")


def _look(one: Preview) -> tuple[Choice, ...]:
    found = []
    if one.doubts:
        label = _("See {count} places to check").format(count=formats.count(one.doubts))
        found.append(Choice(label, f"load_show:{one.id}", wide=True))
    for role, headings in one.unsure.items():
        for at, heading in enumerate(headings):
            label = _('Take "{heading}"').format(heading=formats.shortened(heading, 40))
            found.append(Choice(label, f"load_column:{one.id}:{role}:{at}", wide=True))
    if one.guessed:
        role, heading = next(iter(one.guessed.items()))
        label = _('Right, "{heading}"').format(heading=formats.shortened(heading, 40))
        found.append(Choice(label, f"load_heading:{one.id}:{role}:0", wide=True))
        found.append(Choice(_("Another column"), f"load_ask:{one.id}", wide=True))
    if one.near:
        label = _("See {count} names like known ones").format(count=formats.count(len(one.near)))
        found.append(Choice(label, f"load_near:{one.id}", wide=True))
    if one.twins:
        found.append(twins.see(one.id, one.twins))
    if not one.is_first and not one.compared.is_nothing:
        found.append(Choice(_("See the differences"), f"load_diff:{one.id}", wide=True))
    return tuple(found)


def _read(one: Preview) -> str:
    text = _("Year {year}: {rows} rows read, {points} points, {people} people.")
    if all(row.max_points is None for row in one.compared.rows):
        text = _("Year {year}: {rows} rows read, the file gives no points, {people} people.")
    return text.format(
        year=one.year,
        rows=formats.count(len(one.compared.rows)),
        points=formats.points(one.points),
        people=formats.count(one.people),
    )


def _year(one: Preview) -> list[str]:
    text = _(
        "The file names no year, so it was read for {year}; if that is wrong, write the year into its title and send it again."
    )
    return [text.format(year=one.year)] if one.is_year_assumed else []


def _past(one: Preview) -> list[str]:
    if not one.past:
        return []
    parts = (
        (one.past_done, _("{count} rows said to be done")),
        (one.past_open, _("{count} rows said not to be done")),
        (one.past_unclear, _("{count} rows not clear")),
    )
    told = ", ".join(text.format(count=formats.count(count)) for count, text in parts if count)
    return [_("{count} rows are past due: {parts}.").format(count=formats.count(one.past), parts=told)]


def _kinds(one: Preview) -> list[str]:
    found = []
    if one.recurring:
        found.append(_("{count} rows should be split into periods.").format(count=formats.count(one.recurring)))
    if one.other_kinds:
        found.append(_("{count} rows should be another kind of work.").format(count=formats.count(one.other_kinds)))
    return [" ".join(found)] if found else []


def _differences(one: Preview) -> list[str]:
    """Only where a list stands already; the first changes in full."""
    found = one.compared
    if one.is_first or found.is_nothing:
        return []
    lines = [_("Against the list: {counts}.").format(counts=changes.counts(found)), *changes.lines(found, NAMES)[:FIRST_CHANGES]]
    if found.by_period:
        told = _("{count} rows are split into periods and keep the date and state of each: {names}.")
        lines.append(told.format(count=formats.count(len(found.by_period)), names=_names(found.by_period)))
    lost = [leaf for leaf in found.dropped if leaf.touched_at is not None or leaf.status is not Progress.NOT_STARTED]
    if lost:
        told = _("{count} dropped rows have a state, which is kept; a file that names them brings them back: {names}.")
        lines.append(told.format(count=formats.count(len(lost)), names=_names(lost)))
    if found.kept:
        told = _("{count} rows keep the state told in the chat: {names}.")
        lines.append(told.format(count=formats.count(len(found.kept)), names=_names(found.kept)))
    return lines


def _names(rows: Sequence[Given | Standing]) -> str:
    return changes.named([row.code or formats.shortened(row.title, 30) for row in rows])


def _people(names: Sequence[str]) -> list[str]:
    if not names:
        return []
    text = _("{count} people are not in the office's list yet and will be added: {names}.")
    return [text.format(count=formats.count(len(names)), names=labels.some(names, NAMES, "people"))]


def known_as(one: Near) -> str:
    """Whom the office's list has in the place of a name, and how the two differ."""
    return _("The office's list has {known}: {why}.").format(known=_known(one), why=_why(one.reason))


def is_same(one: Near) -> str:
    return _("It is {name}").format(name=one.full_name)


def is_new() -> str:
    return _("Somebody new")


def near(load_id: int, one: Near, left: int) -> Message:
    """A name that nobody bears, beside the nearest one: the same person, or somebody new."""
    text = _('Row {row} names "{name}". {known} {left} names to decide.')
    choices = (
        Choice(is_same(one), f"load_same:{load_id}:{one.index}:{one.person_id}", wide=True),
        Choice(is_new(), f"load_same:{load_id}:{one.index}:0"),
        Choice(labels.button("back"), f"load_view:{load_id}"),
    )
    told = text.format(row=one.row, name=one.name, known=known_as(one), left=formats.count(left))
    return Message(told, choices, edits="tapped")


def near_line(one: Near) -> str:
    """The same on the command line, where the name is added as somebody new unless the file is corrected."""
    text = _('- row {row}: "{name}" is not in the list; the nearest is {known}: {why}')
    return text.format(row=one.row, name=one.name, known=_known(one), why=_why(one.reason))


def _known(one: Near) -> str:
    return f"{one.full_name} ({one.post})" if one.post else one.full_name


def _why(reason: Reason) -> str:
    return {
        Reason.MARKS: _("only the diacritics differ"),
        Reason.WORD: _("one has a word more"),
        Reason.LETTERS: _("a few letters differ"),
    }[reason]


def differences(one: Preview, lines: Sequence[str], page: int, pages: int) -> Message:
    """New, changed and dropped rows, a page of them."""
    return paged("load_diff", _("Differences"), one, lines, page=page, pages=pages)


def place_of(sheet: str | None, row: int | None, name: str) -> str:
    """`Phân công, dòng 26, người phụ trách`."""
    place = [_("sheet {name}").format(name=sheet)] if sheet else []
    place += [_("row {number}").format(number=row)] if row else []
    return ", ".join([*place, *([column(name)] if name not in {"row", "table"} else [])])


def paged(route: str, head: str, one: Preview, lines: Sequence[str], *, page: int, pages: int) -> Message:
    onward = _("Next page") if page < pages else _("First page")
    choices = [Choice(onward, f"{route}:{one.id}:{page % pages + 1}")] if pages > 1 else []
    choices.append(Choice(labels.button("back"), f"load_view:{one.id}"))
    if not one.compared.is_nothing:
        choices += [Choice(_("Record"), f"load_apply:{one.id}:{one.last}"), Choice(_("Drop"), f"load_drop:{one.id}")]
    title = f"{head} ({page}/{pages}):" if pages > 1 else f"{head}:"
    return Message("\n".join([title, *lines]), tuple(choices), edits="tapped")


def column(name: str) -> str:
    """A column of the table in the office's words."""
    return {
        "row": _("the whole row"),
        "code": _("code"),
        "field": _("field"),
        "criterion": _("criterion"),
        "points": _("points"),
        "lead": _("person in charge"),
        "supports": _("helpers"),
        "due": _("due date"),
        "evidence": _("evidence"),
        "document": _("assigning document"),
        "kind": _("kind of work"),
        "status": _("state"),
        "percent": _("percent"),
        "completed_on": _("completion date"),
        "result_document": _("result document"),
        "self_score": _("self mark"),
    }.get(name, name)


def dropped() -> Message:
    """The file is let go ("Bỏ")."""
    return Message(_("The file was dropped; the list is as it was."), edits="tapped")


def not_waiting(applied: bool) -> Message:
    """A tap on a preview that was decided already."""
    text = _("This file was recorded already.") if applied else _("This file was dropped already; please send it again.")
    return Message(text)


def list_of(year: int) -> str:
    """What the list as it stands is called."""
    return _("The list of {year}").format(year=year)


def current(path: Path, year: int, rows: int) -> Message:
    """The list as it stands, to be edited and sent back."""
    text = _("The list of {year} as it stands, {rows} rows. Edit it and send it here; the differences are shown first.")
    name = _("Assignments-{year}.xlsx").format(year=year)
    return Message(text.format(year=year, rows=formats.count(rows)), file={"path": str(path), "name": name})


def template(path: Path, *, has_list: bool = False) -> Message:
    """The template, with what to do with it."""
    text = _("The template of the assignment table. Fill it in (columns may be left out or reordered), then send the file here.")
    choices = (Choice(_("The list as it stands"), "list_file", wide=True),) if has_list else ()
    return Message(text, choices, file={"path": str(path), "name": "Mau-phan-cong-CCHC.xlsx"})


def ask() -> str:
    """The question on a terminal."""
    return _("Record it? (y = yes, n = no): ")


def no_file(name: str) -> str:
    return _("There is no file {name}.").format(name=name)


def only_xlsx(name: str) -> str:
    return _("{name}: the list is written as .xlsx only.").format(name=name)


def exported(name: str, year: int, rows: int) -> str:
    """The list was written to a file."""
    text = _("{name}: {rows} rows of {year}. It can be edited and loaded again.")
    return text.format(name=name, rows=formats.count(rows), year=year)


def cannot_be_returned(name: str) -> str:
    """Not every kind of file can be returned filled in, and each under its own ending only."""
    return _(
        "{name}: only a file that was loaded as .xlsx, .xlsm, .xls, .docx or .csv is returned filled in, with the same ending "
        "(.xls as .xlsx)."
    ).format(name=name)


def too_long_to_fill(name: str) -> str:
    return _("{name} is too large to be filled in. Keep only the table in it, send it again, and ask again.").format(name=name)


def periods_done(done: int, parts: int) -> str:
    """Of a row that was split: `(03/11 kỳ)`."""
    return _("({done}/{parts} periods)").format(done=formats.count(done), parts=formats.count(parts))


def no_original(name: str) -> str:
    return _("The bytes of {name} are not kept here any more.").format(name=name)


def state_titles() -> tuple[str, str, str]:
    """The columns of state, as the template has them."""
    return _("State"), _("Completion date"), _("Result document")


def no_list() -> str:
    return _("There is no list of that year yet: load an assignment table first.")


def refused(code: str, name: str) -> Message:
    """Why a file cannot be taken, and what to do."""
    reasons = {
        "empty_file": _("it is empty, there are no data in it. Open it, look for the table, save and send it again."),
        "wrong_extension": _("its content is not what its extension says, or it is damaged. Save it as .xlsx and send it again."),
        "other_kind": _(
            "files of this kind cannot be read. Open it, save it as .xlsx (a Word file as .docx), and send it again."
        ),
        "password": _("it has a password. Take the password off (save it without), and send it again."),
        "bomb": _("it unpacks to a size that is too large. Keep only the table, save it as a new file, and send it again."),
        "too_big": _("it is too large. Keep only the table, save it as a new file, and send it again."),
        "too_slow": _(
            "it took too long to read: it is too large, or the server is busy. Send it again in a few minutes; if that does not "
            "help, keep only the table, save it as a new file, and send that."
        ),
        "external_entity": _("it is not safe: its XML declares external entities. Copy the table to a new file and send that."),
        "no_table": _("no assignment table was found in it: its header needs criterion, person in charge and due date. /mau."),
        "scanned": _("a PDF or a scanned picture is not supported. Send the Excel, Word or CSV file it was printed from."),
        "binary": _("it is not text and cannot be read. Save it as .xlsx or as CSV (UTF-8) and send it again."),
        "too_many_columns": _("its header row was not recognised among the columns. /mau has a template to copy the table into."),
        "no_rows": _("the table has headings but no row of work below them. Fill it in and send it again."),
        "no_person_column": _("the table has no column of the person in charge. Add the column and send it again."),
        "unreadable": _("it cannot be read, it may be damaged. Save it as a new .xlsx file and send it again."),
    }
    reason = reasons.get(code, reasons["unreadable"])
    return Message(_("{name} was not taken: {reason} Nothing was recorded.").format(name=name, reason=reason))
