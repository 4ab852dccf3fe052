"""Dates that people type: a past one for a result, a coming one for a promise."""

import re
from datetime import date, datetime, timedelta

from locales.hear import fold, understand
from storage.errors import Gone

_TYPED = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?!\d)")
_DAY = r"(\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)(?!\d)"
_SINCE = r"(?:xong|thành|thanh|tất|tat|nộp|nop|gửi|gui)(?:\s+rồi|\s+roi)?\s+(?:từ|tu)"
_SAID = re.compile(rf"(?:hôm|hom|ngày|ngay|hồi|hoi|bữa|bua|{_SINCE})\s+{_DAY}|{_DAY}\s+(?:rồi|roi|r)\b")
_BEFORE = {"hom qua": 1, "bua qua": 1, "hqua": 1, "chieu qua": 1, "hom kia": 2, "bua kia": 2}
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, "chu nhat": 6, "cn": 6}
_WEEKDAY = r"(?:thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn)\b"
_WEEKDAY_SAID = re.compile(rf"\b{_WEEKDAY}")
_LAST_WEEK = r" tuan (?:truoc|roi|vua roi|vua qua)\b"
_ON_WEEKDAY = re.compile(
    rf"\b(?:hom|tu|hoi|bua) (?:hom |sang |chieu |toi )?({_WEEKDAY})({_LAST_WEEK})?(?! tuan| toi| sau| \d)"
    rf"|\b({_WEEKDAY})({_LAST_WEEK})"
)
_LONG_AGO = re.compile(
    r"\b(?:(?:tuan|thang|quy|nam|dot) (?:truoc|roi|ngoai|vua roi|vua qua)|lau (?:roi|lam|lac)|(?:tu|hoi) (?:lau|doi|truoc|xua)"
    r"|hom (?:no|truoc)|may (?:hom|ngay|tuan|thang) (?:truoc|roi)|(?:tu|hoi|ngay) (?:dau|giua|cuoi) (?:tuan|thang|nam))\b"
)


def said_past(text: str, today: date) -> date | None:
    """The day on which something was done, where a report names it: `nộp hôm 14/10`, `số 87/TB-UBND ngày 25/11/2026`."""
    if found := _SAID.search(text.casefold()):
        return past_date(found[0], today)
    plain = fold(text)
    if found := _ON_WEEKDAY.search(plain):
        return _last_weekday(found, today)
    return next((today - timedelta(days=days) for words, days in _BEFORE.items() if re.search(rf"\b{words}\b", plain)), None)


def _last_weekday(found: re.Match[str], today: date) -> date:
    """The day that "hôm thứ hai", "thứ sáu tuần trước" mean: of last week where it is said, else the last one gone by."""
    said = (found[1] or found[3]).removeprefix("thu ")
    said = said[1:] if said[1:].isdecimal() else said
    place = int(said) - 2 if said.isdecimal() else _WEEKDAYS[said]
    if found[2] or found[4]:
        return today - timedelta(days=today.weekday() + 7 - place)
    return today - timedelta(days=(today.weekday() - place) % 7)


def said_long_ago(text: str) -> bool:
    """Whether the words put it in the past without naming a day: "xong từ tuần trước", "nộp lâu rồi"."""
    return bool(_LONG_AGO.search(fold(text)))


def past_date(text: str, today: date) -> date | None:
    """The date of a result, `12/11` or `12/11/2026`: without a year the last such day that is not in the future."""
    found = _TYPED.search(text)
    if not found:
        return today if text.strip().lower() in {"hôm nay", "hom nay"} else None
    day, month, year = int(found[1]), int(found[2]), found[3]
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [today.year, today.year - 1]
    for one in years:
        made = day_or_none(one, month, day)
        if made and made <= today:
            return made
    return None


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day; None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def coming_date(text: str, today: date) -> date | None:
    """A future date: `15/12, chờ số liệu`, or in plain words, `thứ 6`, `thêm 3 ngày`."""
    if found := _TYPED.search(text):
        day, month, year = int(found[1]), int(found[2]), found[3]
        years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [today.year, today.year + 1]
        return next((made for one in years if (made := day_or_none(one, month, day)) and made > today), None)
    heard = understand(text, today).date
    return heard if heard and heard > today else None


def numbered(day: int) -> date:
    """The day that a button carries, 20261105.

    Raises:
        Gone: it is none.
    """
    try:
        return datetime.strptime(str(day), "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError as wrong:
        raise Gone from wrong


_PAUSE = re.compile(
    r"\b(?:sau|them|trong)\s+(?:khoang )?(\d{1,3})\s*(h|gio|tieng|p|phut)\b|\b(\d{1,3})\s*(h|gio|tieng|p|phut)\s+(?:nua|sau)\b"
)
_CLOCK = re.compile(r"\b(?:luc|vao|vao luc|khoang|tam|sau)\s+(\d{1,2})\s*(?:h|g|gio|:)\s*([0-5]\d)?(?! *(?:nua|tieng))")


def later_today(text: str, now: datetime) -> datetime | None:
    """When to ask again on the same day, `nhắc lại sau 2h`, `30 phút nữa`, `lúc 16h30`; None where no hour is named.

    Args: text: the words; now: the local time.
    """
    plain = fold(text)
    if found := _PAUSE.search(plain):
        number, unit = (found[1], found[2]) if found[1] else (found[3], found[4])
        return now + (timedelta(minutes=int(number)) if unit.startswith("p") else timedelta(hours=int(number)))
    if (found := _CLOCK.search(plain)) and int(found[1]) < 24:
        named = now.replace(hour=int(found[1]), minute=int(found[2] or 0), second=0, microsecond=0)
        return named if named > now else None
    return None


_SPAN = re.compile(
    r"(?<!\d)(\d{1,2})(?:[/.](\d{1,2}))?(?:[/.]\d{4})?\s*(?:-|–|đến hết|den het|đến|den|tới|toi)\s*"
    r"(?:ngày |ngay )?(\d{1,2})[/.](\d{1,2})(?!\d)"
)


_FROM_TO = re.compile(r"\btừ (.{2,30}?) (?:đến hết|đến|tới) (.{2,30})|\btu (.{2,30}?) (?:den het|den|toi) (.{2,30})")
_FROM = re.compile(r"\b(?:từ|tu) (.{2,30})")
_WEEK = re.compile(r"(?:tuần|tuan) (?:sau|tới|toi|này|nay)")
_SOME_DAYS = re.compile(r"(?<!\d)(\d{1,2}) (?:ngày|ngay|hôm|hom|bữa|bua)\b(?! (?:nữa|nua|tới|toi))")


def leave_days(text: str, today: date) -> tuple[date, date] | None:
    """The days of a leave, `7-11/12`, `từ mai đến thứ 6`, `tuần sau`, `nghỉ 3 ngày từ thứ 2`; None where the words name none."""
    plain = text.casefold()
    if span := _SPAN.search(plain):
        last = _coming(int(span[3]), int(span[4]), today)
        first = _coming(int(span[1]), int(span[2] or span[4]), today)
        return (first, last) if first and last and first <= last else None
    week = _WEEK.search(plain)
    if span := _FROM_TO.search(plain):
        first = _day_in_week(span[1] or span[3], week, today)
        last = _day_in_week(span[2] or span[4], week, today if week else first or today)
        return (first, last) if first and last and first <= last else None
    if days := _SOME_DAYS.search(plain):
        begins = _FROM.search(plain)
        first = understand(begins[1] if begins else plain.replace(days[0], ""), today).date
        return (first, first + timedelta(days=max(int(days[1]), 1) - 1)) if first else None
    if week and (friday := understand(week[0], today).date) and not _WEEKDAY_SAID.search(fold(plain)):
        return max(friday - timedelta(days=4), today), friday
    day = coming_date(text, today)
    return (day, day) if day else None


def _day_in_week(said: str, week: re.Match[str] | None, today: date) -> date | None:
    """One end of a leave, in the week that is named for both ("thứ 2 đến thứ 4 tuần sau")."""
    within = f"{said} {week[0]}" if week and not _WEEK.search(said) and _WEEKDAY_SAID.search(fold(said)) else said
    return understand(within, today).date


def _coming(day: int, month: int, today: date) -> date | None:
    return next(
        (made for year in (today.year, today.year + 1) if (made := day_or_none(year, month, day)) and made >= today), None
    )
