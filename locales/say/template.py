"""The words of the template (/mau): columns, how to fill them in, and one worked example."""

from dataclasses import dataclass

from locales import words
from locales.say import labels, scoring
from storage.rules.scoring import Way
from storage.rules.status import Kind, Progress

_ = words("template")
STATES = (
    Progress.NOT_STARTED,
    Progress.IN_PROGRESS,
    Progress.REPORTED,
    Progress.CONFIRMED,
    Progress.RETURNED,
    Progress.NOT_ARISING,
    Progress.PAUSED,
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the template.

    Attributes:
        title: as it stands in the header.
        width: in characters.
        note: how it is filled in.
        example: what the rows of the example hold.
        needed: whether a table without it is refused.
        options: the values to pick from.
    """

    title: str
    width: int
    note: str
    example: tuple[str, str, str]
    needed: bool = False
    options: tuple[str, ...] = ()


def sheet() -> str:
    return _("Assignments")


def guide() -> str:
    return _("How to fill in")


def columns(year: int) -> tuple[Column, ...]:
    """The columns of the sample table, then those that may be left out."""
    return (*_criteria(year), *_people(), *_results(year), *_marking(year))


def _criteria(year: int) -> tuple[Column, ...]:
    field, group = _("Direction of administrative reform"), _("Yearly reform plan")
    return (
        Column(_("Code"), 8, _("As in the criteria set; each code once."), ("1.1.1", "1.1.2", "1.2")),
        Column(_("Field"), 22, _("Name of the field, on every row."), (field,) * 3),
        Column(
            _("Criterion"), 24, _("Name of the criterion."), (group, group, _("Report on administrative reform")), needed=True
        ),
        Column(
            _("Part of the criterion"),
            34,
            _("Leave it empty where the criterion itself is scored."),
            (_("Issue the yearly plan"), _("Carry out 100% of the plan's tasks"), ""),
        ),
        Column(_("Maximum points"), 8, _("A number with a decimal comma, for example 0,5."), ("0,5", "1,5", "1")),
        Column(
            _("Due date"),
            14,
            _('dd/mm/yyyy. "trước ngày 15/11" means 14/11 at the latest. Recurring work may say "ngày 05 hằng tháng".'),
            (f"15/01/{year}", f"14/12/{year}", f"17/12/{year}"),
            needed=True,
        ),
        Column(
            _("Evidence"),
            30,
            _("Documents that prove the result."),
            (_("Plan (signed digitally)"), _("Table of results"), _("Yearly report")),
        ),
    )


def _people() -> tuple[Column, ...]:
    names = ("Lê Thị Mẫu", "Trần Văn Mẫu", "Lê Thị Mẫu")
    posts = (_("Specialist"), _("Head of section"), _("Specialist"))
    return (
        Column(_("Person in charge"), 20, _("Full name of ONE person on each row."), names, needed=True),
        Column(_("Post"), 18, _("It tells people of one name apart."), posts),
        Column(_("Section"), 24, _("The section that the row belongs to."), (_("Culture and social affairs"),) * 3),
        Column(_("Assigning document"), 22, _("Number and date."), (_("15/KH-UBND of 12/01"),) * 3),
        Column(
            _("Helpers"),
            22,
            _("People or sections, separated by semicolons; may be left out, as all columns after it."),
            ("", "Lê Thị Mẫu; " + _("Office of the People's Council and Committee"), ""),
        ),
    )


def _results(year: int) -> tuple[Column, ...]:
    states = tuple(labels.progress(state) for state in STATES)
    kinds = tuple(labels.kind(kind).capitalize() for kind in Kind)
    done, doing, none = (labels.progress(one) for one in (Progress.REPORTED, Progress.IN_PROGRESS, Progress.NOT_STARTED))
    product, figure = (labels.kind(kind).capitalize() for kind in (Kind.PRODUCT, Kind.FIGURE))
    return (
        Column(
            _("State"),
            18,
            _("Pick from the list; work that is done already is then not reminded of."),
            (done, doing, none),
            options=states,
        ),
        Column(_("Completion date"), 14, _("Issue date of the result, for work that is done."), (f"12/01/{year}", "", "")),
        Column(_("Result document"), 20, _("Number of the document that is the result."), ("15/KH-UBND", "", "")),
        Column(_("Self mark"), 9, _("The office's own mark, if there is one."), ("0,5", "", "")),
        Column(
            _("Kind of work"),
            14,
            _("Pick from the list. Empty: a product. Figure: a ratio measured up to the due date. Survey: nobody is reminded."),
            (product, figure, product),
            options=kinds,
        ),
    )


def _marking(year: int) -> tuple[Column, ...]:
    """How a row is marked; all may be left out."""
    ways = tuple(scoring.way(one) for one in Way)
    ratio, deadline = scoring.way(Way.RATIO), scoring.way(Way.DEADLINE)
    return (
        Column(
            _("Way of marking"),
            16,
            _("Pick from the list below. Empty: all points once the documents are accepted."),
            (deadline, ratio, deadline),
            options=ways,
        ),
        Column(
            _("Thresholds, points"),
            18,
            _("Figures of the way of marking, as shown below, separated by semicolons."),
            ("50", scoring.example(Way.RATIO), "50"),
        ),
        Column(_("Unit of measure"), 10, _("What is counted, for figures."), ("", _("tasks"), "")),
        Column(_("Data cut-off"), 12, _("Day up to which a figure is measured; empty: the due date."), ("", f"14/12/{year}", "")),
    )


def more_columns() -> tuple[Column, ...]:
    """The columns that only the list as it stands has."""
    return (
        Column(_("Rule of marking"), 26, _("How the criteria set says it is marked, word for word."), ("", "", "")),
        Column(
            _("Only the number"),
            9,
            _("Yes where the papers hold citizens' data, so that only the document number is sent."),
            ("", "", ""),
            options=(yes(),),
        ),
        Column(_("To check"), 30, _("What was not clear when the row was read; empty it once the row is right."), ("", "", "")),
    )


def yes() -> str:
    return _("Yes")


def example_note() -> str:
    return _("The rows in italics are an example: write over them or delete them before sending.")


def notes(*, has_example: bool = True) -> tuple[str, ...]:
    """What to know before filling in; a list has no example to write over."""
    found = (
        _("One row for each scored part. Columns may be left out or reordered; those with a dark header are needed."),
        example_note(),
        _("Send the file to the chat. The system shows what it read; nothing is recorded before you agree."),
        _("The same file may be sent again with corrections: states and documents are kept."),
        _("All cells are text, so that Excel does not turn codes and dates into something else."),
    )
    return found if has_example else tuple(note for note in found if note != example_note())


def ways_header() -> tuple[str, str, str]:
    return _("Way of marking"), _("Meaning"), _("Thresholds, points")


def ways() -> tuple[tuple[str, str, str], ...]:
    """The ways of marking, what each means, and its figures as they may be typed."""
    return tuple((scoring.way(one), scoring.meaning(one), scoring.example(one)) for one in Way)


def guide_header() -> tuple[str, str, str]:
    return _("Column"), _("How"), _("Example")
