"""Words of the papers in Word: the head, the report of progress, the annex of assignments, the letter of urging."""

import re
from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from decimal import Decimal

from locales import formats, words
from locales.say import tables
from storage.rules.points import Parts
from storage.rules.rollup import Counts

_ = words("letters")
ROMAN = ("I", "II", "III", "IV", "V")


def country() -> str:
    return _("SOCIALIST REPUBLIC OF VIET NAM")


def motto() -> str:
    return _("Independence - Freedom - Happiness")


def number(sign: str) -> str:
    """`Số:      /BC-UBND`: the number itself is given after the signature."""
    return _("No.:         /{sign}").format(sign=sign)


def place_and_day(place: str, on: date) -> str:
    """`An Khánh, ngày 05 tháng 02 năm 2026`: a zero before days below ten and months 1 and 2."""
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    day = _("day {day} month {month} year {year}").format(day=f"{on.day:02d}", month=month, year=on.year)
    return f"{place}, {day}" if place else day


def recipients() -> str:
    return _("Recipients:")


def _filed(drafter: str) -> str:
    """ "- Lưu: VT, VHXH."."""
    return _("- File: VT, {drafter}.").format(drafter=drafter) if drafter else _("- File: VT.")


def report_recipients(short: str, drafter: str) -> tuple[str, ...]:
    if not short:
        return (_("- As above;"), _filed(drafter))
    return (
        _("- Department of Home Affairs (to report);"),
        _("- Standing Party Committee, Standing People's Council of the {short} (to report);").format(short=short),
        _("- Chairperson, Deputy Chairpersons of the {short};").format(short=short),
        _filed(drafter),
    )


def urging_recipients(short: str, drafter: str) -> tuple[str, ...]:
    first = (_("- As above;"), _("- Chairperson, Deputy Chairpersons of the {short} (to report);").format(short=short))
    return (*(first if short else first[:1]), _filed(drafter))


def signer(committee: bool) -> tuple[str, ...]:
    return (_("FOR THE PEOPLE'S COMMITTEE"), _("CHAIRPERSON")) if committee else (_("HEAD OF THE AGENCY"),)


def report_title() -> str:
    return _("REPORT")


def report_about(year: int, on: date) -> str:
    return _("Progress of the administrative reform criteria of {year}\n(as of {day})").format(year=year, day=formats.day(on))


def opening(office: str, year: int, documents: Sequence[str], at: datetime, zone: tzinfo) -> str:
    """On what grounds, of what, with figures of when."""
    moment = formats.moment(at, zone)
    told = _("{office} reports the progress of the administrative reform criteria of {year} (figures as of {moment}) as follows:")
    text = told.format(office=office, year=year, moment=moment)
    return _("In accordance with {documents}, ").format(documents=formats.listed(list(documents))) + text if documents else text


def cited(text: str) -> str:
    """`12/QĐ-UBND ngày 15/01/2026` -> `Quyết định số 12/QĐ-UBND ngày 15/01/2026` (NĐ 30/2020/NĐ-CP, Phụ lục III)."""
    found = re.match(r"\d[\w.]*/(?:\d{4}/)?(\w+)-", text)
    name = {
        "QĐ": _("Decision No."),
        "KH": _("Plan No."),
        "TB": _("Notice No."),
        "CT": _("Directive No."),
        "NQ": _("Resolution No."),
        "BC": _("Report No."),
        "HD": _("Guidance No."),
    }.get(found[1] if found else "")
    return f"{name} {text}" if name else text


def part(at: int) -> str:
    """The five parts of the report."""
    names = (
        _("DIRECTION AND ORGANISATION"),
        _("RESULTS"),
        _("SHORTCOMINGS AND DIFFICULTIES"),
        _("TASKS AND MEASURES TO COME"),
        _("REQUESTS AND PROPOSALS"),
    )
    return f"{ROMAN[at]}. {names[at]}"


def organised(rows: int, people: int, target: Decimal | None) -> str:
    text = _(
        "{rows} criteria and component criteria are given to {people} officials; each has one person who answers for it, "
        "a due date and the evidence required."
    ).format(rows=formats.count(rows), people=formats.count(people))
    return text if target is None else f"{text} " + _("Target: {points} points.").format(points=formats.points(target))


def results(rows: Counts) -> str:
    """One sentence with both rates, named."""
    return _(
        "So far {done}/{all} criteria are done ({rate}); of the {due} criteria whose date has passed {done_of_due} are done "
        "({due_rate}). In progress: {doing}; not started: {none}; late: {late}."
    ).format(
        **tables.rates(rows),
        doing=formats.count(rows.in_progress),
        none=formats.count(rows.not_started),
        late=formats.count(rows.overdue),
    )


def points(parts: Parts, target: Decimal | None) -> str:
    """The six parts, which sum; the forecast against the target."""
    text = _(
        "Of {maximum} points: accepted {accepted}, waiting for a check {waiting}, not due yet {open}, at risk {at_risk}, "
        "survey {survey}, lost {lost}. Forecast: {forecast} points, the survey not counted"
    ).format(
        maximum=formats.points(parts.maximum),
        forecast=formats.points(parts.forecast),
        **{name: formats.points(getattr(parts, name)) for name in ("accepted", "waiting", "open", "at_risk", "survey", "lost")},
    )
    if target is None:
        return f"{text}."
    distance = parts.forecast - target
    side = _("{points} above the target of {target}") if distance >= 0 else _("{points} below the target of {target}")
    return f"{text}, " + side.format(points=formats.points(abs(distance)), target=formats.points(target)) + "."


def table_name(number: int, name: str) -> str:
    """`Bảng 2. Kết quả theo bộ phận`."""
    return _("Table {number}. {name}").format(number=number, name=name)


def table_of(name: str) -> str:
    """What a table of the report of progress shows."""
    return {
        "field": _("Results by field"),
        "section": _("Results by section"),
        "person": _("Results by person in charge"),
        "late": _("Criteria that are late"),
        "soon": _("Criteria due within the next 30 days"),
    }[name]


def late(count: int, points: Decimal, annex: str | None) -> str:
    """How many are late, before their list or with the annex where it stands."""
    if not count:
        return _("1. No criterion is late.")
    below = _("1. {count} criteria are late ({points} points), counted in working days:")
    apart = _("1. {count} criteria are late ({points} points), counted in working days; they are listed in {annex}.")
    text = apart if annex else below
    return text.format(count=formats.count(count), points=formats.points(points), annex=annex)


def unproven(codes: Sequence[str], done: int) -> str:
    """Which of the rows that were reported done lack evidence."""
    if not done:
        return _("2. No criterion was reported done yet.")
    if not codes:
        return _("2. Every criterion that was reported done has evidence.")
    text = _("2. {count} criteria were reported done but have no evidence yet: {codes}.")
    return text.format(count=formats.count(len(codes)), codes=formats.listed(list(codes)))


def risk(points: Decimal) -> str:
    text = _("3. Points at risk (late, blocked, or more is needed): {points}.")
    return text.format(points=formats.points(points))


def coming(count: int, annex: str | None) -> str:
    """What falls due, before its list or with the annex where it stands."""
    if not count:
        return _("No criterion falls due within the next 30 days.")
    below = _(
        "{count} criteria fall due within the next 30 days; the persons in charge finish them by the dates of the table below."
    )
    apart = _("{count} criteria fall due within the next 30 days; the persons in charge finish them by the dates of {annex}.")
    return (apart if annex else below).format(count=formats.count(count), annex=annex)


def finish_late() -> str:
    return _("The late criteria are finished first; each person in charge reports the reason and when it will be done.")


def no_requests() -> str:
    return _("None.")


def obstacle(name: str, person: str, reason: str) -> str:
    return _("- {name} ({person}): {reason}.").format(name=name, person=person, reason=reason.rstrip(". "))


def obstacles() -> str:
    return _("The persons in charge ask that these difficulties be solved:")


def closing(office: str, year: int) -> str:
    return _("This is the report on the administrative reform criteria of {year} by {office}./.").format(year=year, office=office)


def annex(at: int) -> str:
    return _("Annex {number}").format(number=ROMAN[at]) if at >= 0 else _("ANNEX")


def in_text(annex: str | None) -> str | None:
    """How words name an annex: the only one has no number."""
    return _("the enclosed annex") if annex == _("ANNEX") else annex


def annex_about(name: str, year: int) -> str:
    return {
        "rows": _("PROGRESS OF EACH CRITERION, {year}"),
        "proofs": _("LIST OF EVIDENCE, {year}"),
        "late": _("CRITERIA THAT ARE LATE, {year}"),
        "soon": _("CRITERIA DUE WITHIN THE NEXT 30 DAYS, {year}"),
        "assignments": _("ASSIGNMENT OF THE ADMINISTRATIVE REFORM CRITERIA OF {year}"),
    }[name].format(year=year)


def enclosed(office: str, sign: str, kind: str, on: date) -> str:
    """What an annex hangs on; number and day stay blank."""
    papers = {"BC": _("Report"), "QĐ": _("Decision"), "CV": _("Letter"), "KH": _("Plan")}
    told = _("(Enclosed with {paper} No.        /{sign} of {month}/{year} by {office})")
    return told.format(paper=papers[kind], sign=sign, month=f"{on.month:02d}", year=on.year, office=office)


def urging_subject(year: int) -> str:
    return _("Re: urging the administrative reform criteria of {year} that are late").format(year=year)


def addressed() -> str:
    return _("To:")


def addressees(sections: Sequence[str]) -> list[str]:
    """One a line, closed as such lists are."""
    return [f"- {one};" for one in sections[:-1]] + [f"- {one}." for one in sections[-1:]]


def urging_opening(office: str, year: int, count: int, people: int, at: datetime, zone: tzinfo) -> str:
    return _(
        "Looking at the progress of the administrative reform criteria of {year}, as of {moment} {count} criteria of {people} "
        "persons in charge are past their dates. {office} asks the heads of sections and the persons in charge as follows:"
    ).format(year=year, moment=formats.moment(at, zone), count=formats.count(count), people=formats.count(people), office=office)


def urging_wishes(*, annex: bool) -> tuple[str, ...]:
    """What is asked for, of the list below or of the annex."""
    first = _("1. Give priority to the criteria of the list in the annex and finish them.")
    return (
        first if annex else _("1. Give priority to the criteria of the list and finish them."),
        _(
            "2. If one is done, give the number and date of the document that proves it; if something stands in the way, "
            "report the reason and when it can be done, so that the leaders can help."
        ),
        _("3. Heads of sections see to it and answer for their sections."),
    )


def urging_list() -> str:
    return _("List of the criteria that are late")


def nothing_late(year: int, at: datetime, zone: tzinfo) -> str:
    text = _("As of {moment} no administrative reform criterion of {year} is late.")
    return text.format(moment=formats.moment(at, zone), year=year)


def urging_closing(office: str) -> str:
    return _("{office} asks the sections and persons in charge to carry this out./.").format(office=office)
