"""Words of the tables in papers: sheets, columns, the names of sums and of events."""

from datetime import date
from decimal import Decimal

from locales import formats, words
from locales.say import heads, labels, progress
from storage.papers import Event, Row
from storage.rules.points import Parts
from storage.rules.rollup import Counts, Leaf
from storage.rules.status import DONE, Progress

_ = words("tables")


def column(name: str) -> str:
    """The head of a column by its short name; where a wide table needs no other words, as in the papers in Word."""
    own = {
        "title": _("Component criterion"),
        "group": _("Criterion"),
        "kind": _("Kind of work"),
        "completed": _("Completed on"),
        "count": _("Documents"),
        "forecast": _("Forecast"),
        "days": _("Working days late"),
        "at": _("When"),
        "who": _("By whom"),
        "what": _("What"),
        "change": _("Recorded"),
        "figure": _("Figure"),
        "value": _("Value"),
        "share": _("Share of the maximum"),
        "document": _("Assigned by"),
    }
    return own.get(name) or heads.head(name)


def proof(name: str) -> str:
    """The head of a column about documents and the self-score."""
    return {
        "criterion": _("Criterion, component criterion"),
        "max": _("Highest points"),
        "self": _("Self-assessment"),
        "data": _("Data declared"),
        "rule": _("How it is scored"),
        "proof": _("Evidence"),
        "document": _("Document, subject"),
        "symbol": _("Number, symbol"),
        "issued": _("Issued on"),
        "agency": _("Issued by"),
        "file": _("File"),
        "required": _("Evidence required"),
        "missing": _("What is missing"),
        "entered": _("Entered in the province's software"),
        "verified": _("Verified points"),
        "explanation": _("Explanation"),
        "added": _("Documents added"),
    }[name]


def sheet(name: str) -> str:
    return {
        "summary": _("Summary"),
        "rows": _("All criteria"),
        "fields": _("By field"),
        "people": _("By person"),
        "late": _("Late"),
        "history": _("History"),
        "index": _("Index of documents"),
        "scores": _("Self-score"),
        "missing": _("Missing"),
        "week": _("Work of the week"),
        "explanation": _("Explanation"),
    }[name]


def heading(name: str, year: int) -> str:
    """The title above a table."""
    return {
        "summary": _("Progress of the administrative reform criteria, {year}"),
        "rows": _("List of administrative reform criteria, {year}"),
        "fields": _("Progress by field, {year}"),
        "people": _("Progress by person in charge, {year}"),
        "late": _("Criteria that are late, {year}"),
        "history": _("History of reports, {year}"),
        "index": _("Index of the evidence for the administrative reform criteria, {year}"),
        "scores": _("Self-score of the administrative reform criteria, {year}"),
        "missing": _("Criteria whose evidence is missing, {year}"),
        "week": _("Work of the week on the administrative reform criteria, {year}"),
        "explanation": _("Explanation of evidence and marks, {year}"),
    }[name].format(year=year)


def part_names() -> tuple[tuple[str, str], ...]:
    """The six parts in order: field of `Parts`, its name at the start of a line."""
    return (
        ("accepted", _("Accepted")),
        ("waiting", _("Waiting for a check")),
        ("open", _("Not due yet")),
        ("at_risk", _("At risk")),
        ("survey", _("Survey")),
        ("lost", _("Lost")),
    )


def figures(points: Parts, target: Decimal | None) -> tuple[tuple[str, Decimal], ...]:
    """Names of the points, each with its value: the forecast and the target, the six parts, their sum."""
    head = [(_("Forecast"), points.forecast)] + ([(_("Target"), target)] if target is not None else [])
    found = [(name, getattr(points, key)) for key, name in part_names()]
    return (*head, *found, (_("Applicable maximum"), points.maximum))


def counts(rows: Counts) -> tuple[tuple[str, int], ...]:
    return (
        (_("Criteria in all"), rows.all),
        (_("Done"), rows.done),
        (_("In progress"), rows.in_progress),
        (_("Not started"), rows.not_started),
        (_("Whose date has passed"), rows.due),
        (_("Done, of those whose date has passed"), rows.done_of_due),
        (_("Late"), rows.overdue),
    )


def rates(rows: Counts) -> dict[str, str]:
    """Both rates with their counts, for a sentence: `all`, `done`, `rate`, `due`, `done_of_due`, `due_rate`."""
    return {
        "all": formats.count(rows.all),
        "done": formats.count(rows.done),
        "rate": formats.percent(rows.done, rows.all),
        "due": formats.count(rows.due),
        "done_of_due": formats.count(rows.done_of_due),
        "due_rate": formats.percent(rows.done_of_due, rows.due),
    }


def rate(of_due: bool) -> str:
    return _("Rate done, of those whose date has passed") if of_due else _("Rate done, of all")


def total() -> str:
    return _("Total")


def nobody() -> str:
    return formats.sentence(labels.nobody())


def unnamed() -> str:
    return _("Other")


def state(row: Row) -> str:
    return labels.progress(row.leaf.progress, row.leaf.percent)


def title(row: Row) -> str:
    return f"{row.leaf.title} ({row.period})" if row.period else row.leaf.title


def why_late(leaf: Leaf) -> str:
    """What stands in the way of a late row, and what else is to be known before it is held against its person."""
    return "; ".join([*([leaf.reason] if leaf.reason else []), *progress.why_late(leaf)])


def event(kind: str) -> str:
    """What sort of line of the history it is."""
    return {
        "progress": _("Report"),
        "blocked": _("Difficulty"),
        "extension": _("Extension"),
        "grant": _("Extension granted"),
        "due": _("Internal due date moved"),
        "remark": _("Remark"),
        "split": _("Split into periods"),
        "check": _("Check"),
        "handover": _("Handover"),
        "load": _("From the assignment table"),
        "undo": _("Taken back"),
    }.get(kind, kind)


def change(one: Event) -> str:
    """What the line set, in words."""
    told = []
    if one.after.get("progress"):
        told.append(labels.progress(Progress(one.after["progress"]), one.after.get("percent")))
    if one.after.get("due_on"):
        told.append(_("due {day}").format(day=_day(one.after["due_on"])))
    if one.after.get("completed_on"):
        told.append(_("completed {day}").format(day=_day(one.after["completed_on"])))
    return "; ".join(told)


def _day(text: str) -> str:
    year, month, day = text[:10].split("-")
    return f"{day}/{month}/{year}"


def as_of(name: str, moment: str) -> str:
    return _("{name}; figures as of {moment}").format(name=name, moment=moment)


def only_number() -> str:
    return _("Number only")


def only_link() -> str:
    return _("Link only")


def no_file() -> str:
    return _("The file is not on the server")


def explained_folder() -> str:
    return _("Added to the explanation")


def merged_name(label: str) -> str:
    """Of the one PDF of a criterion."""
    return _("00 {label}, all documents.pdf").format(label=label)


def not_merged() -> str:
    return _("Not in the merged PDF")


def part(number: int) -> str:
    return _("Part {number}").format(number=number)


def to_explain() -> str:
    return _("To be explained")


def lacking(row: Row) -> str:
    """What a row still lacks, or nothing."""
    if any(one.sha256 for one in row.proofs):
        return _("Missing: {what}").format(what="; ".join(row.missing)) if row.missing else ""
    if row.proofs or row.result_document:
        numbered = row.result_document or any(one.number for one in row.proofs)
        lacks = _("There is a number, the file is missing") if numbered else _("There is a link, the file is missing")
        return "" if row.number_only else lacks
    return _("No document; the row was reported done") if row.leaf.progress in DONE else _("No document yet")


def declared(row: Row) -> str:
    """What the commune declares: Có / Không / Không phát sinh, or the share done."""
    if row.leaf.progress is Progress.NOT_ARISING:
        return _("Did not arise")
    if row.leaf.progress in DONE:
        return _("Yes")
    return "" if row.leaf.percent is None else f"{row.leaf.percent} %"


def completed(row: Row) -> str:
    """The document that the person in charge named, with its day."""
    return of_day(row.result_document, row.leaf.completed_on) if row.result_document else ""


def of_day(name: str, on: date | None) -> str:
    """`118/BC-UBND ngày 16/09/2026`; a name that tells its day already stays as it is."""
    if on is None or formats.day(on) in name:
        return name
    return _("{name} of {day}").format(name=name, day=formats.day(on))
