"""Words of the minutes of the council."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from locales import formats, words
from locales.say.letters import ROMAN
from storage.rules.marks import Totals

_ = words("minutes")


def title() -> str:
    return _("MINUTES")


def about(year: int) -> str:
    return _("Meeting of the council on the self-marking of the administrative reform index of {year}").format(year=year)


def opening(office: str, on: date) -> str:
    """Hour and place are left blank."""
    text = _("Today, at ..... o'clock ..... on ...../...../{year}, at ............................, the council of {office} met.")
    return text.format(year=on.year, office=office)


def part(at: int) -> str:
    names = (_("PRESENT"), _("BUSINESS"), _("CONCLUSION"))
    return f"{ROMAN[at]}. {names[at]}"


def present() -> str:
    return _("1. Members of the council:")


def member(name: str, post: str | None) -> str:
    return _("- {name}, {post};").format(name=name, post=post) if post else _("- {name};").format(name=name)


def blank() -> str:
    return "- ............................................................"


def secretaries(names: Sequence[str]) -> str:
    return _("2. Secretary: {names}.").format(names=formats.listed(list(names)) or "............................")


def absent() -> str:
    return _("3. Absent: .......................... (reason: ..........................).")


def handed_in(totals: Totals) -> str:
    text = _("1. The secretary reported the marks: {marked}/{rows} criteria have one.")
    return text.format(marked=formats.count(totals.marked), rows=formats.count(totals.to_mark))


def changed(count: int) -> str:
    if not count:
        return _("2. The council looked at each criterion and changed no mark.")
    text = _("2. The council looked at each criterion and changed the marks of {count} criteria:")
    return text.format(count=formats.count(count))


def estimated(codes: Sequence[str], points: Decimal) -> str:
    if not codes:
        return _("3. No criterion is marked by estimate.")
    text = _("3. {count} criteria ({points} points) are marked by estimate, their documents follow by their dates: {codes}.")
    return text.format(count=formats.count(len(codes)), points=formats.points(points), codes=formats.listed(list(codes)))


def unmarked(codes: Sequence[str]) -> str:
    if not codes:
        return _("4. Every criterion that the office marks has a mark.")
    text = _("4. {count} criteria have no mark: {codes}.")
    return text.format(count=formats.count(len(codes)), codes=formats.listed(list(codes)))


def result(totals: Totals) -> str:
    text = _("1. The council agrees on the self marks of the office: {own}/{maximum} points ({rate}).")
    return text.format(
        own=formats.points(totals.own),
        maximum=formats.points(totals.maximum),
        rate=formats.share(totals.own, totals.maximum),
    )


def conclusion() -> tuple[str, ...]:
    return (
        _("2. Votes in favour: ...../.....; other opinions: ............................................................"),
        _("3. The secretary completes the file and has it signed and handed in by the date of the province."),
        _("The meeting closed at ..... o'clock ..... on the same day; the minutes were read out and agreed to./."),
    )


def secretary() -> str:
    return _("SECRETARY")


def chair() -> str:
    return _("CHAIR")
