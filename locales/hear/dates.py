"""Dates in a reply: every mention becomes one token, and the days they name are kept beside the text.

"@f0" is a day ahead, "@l0" one that may also have passed ("thứ 6", "5/11"); "@p" is the past ("<formerly>" before it: another year or round), "@v" a vague
time, "@m" a lunar date.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from . import when, when_gone
from .grammar import Index, apply_all, patterns, rewrites
from .pattern import Pattern

MENTION = re.compile(r"@[fl](\d+) ")
NUMBER = re.compile(r"(?:t[ưừ]\S* )?[#/]")


@dataclass(frozen=True)
class Rule:
    """The sign of a token (after ">" the words in front of the number stay), and how to compute its day."""

    sign: str
    day: when_gone.Builder


@dataclass
class Finder:
    """Collects the days of one reply while its text is rewritten."""

    today: date
    days: list[date] = field(default_factory=list)

    def replace(self, rule: Rule, pattern: Pattern, text: str) -> str:
        return pattern.regex.sub(lambda match: self._token(rule, match), text)

    def _token(self, rule: Rule, match: re.Match[str]) -> str:
        day = rule.day(self.today, when_gone.numbers(match))
        if day is None:
            return match.group()
        lead = NUMBER.split(match.group())[0] if rule.sign.startswith(">") else ""
        if "<" in rule.sign:
            return f"{lead}{rule.sign.lstrip('>')} "
        if day < self.today:
            return f"{lead}@p "
        self.days.append(day)
        return f"{lead}@{rule.sign[-1]}{len(self.days) - 1} "


def find_times(text: str) -> str:
    """Write tokens for times that name no day ahead: the past, vague times, lunar dates."""
    return apply_all(_TIMES, text)


def find_days(text: str, today: date) -> tuple[str, list[date]]:
    """Write date tokens for the days that a text names.

    Args: text: the rendered reply; today: the day it was written. Returns: the rewritten text and the days, by token number.
    """
    finder = Finder(today)
    return _DAYS.sweep(text, finder.replace), finder.days


_TIMES = rewrites(
    (
        ("mấy/vài/NUM ngày/hôm/bữa/tuần/tháng nay", lambda _match: "<period> "),
        ("^ đã? {task}? {finish} sáng nay", lambda match: f"{match.group().rsplit(' ', 3)[0]} @p "),
        (when.LUNAR_TIMES, lambda _match: "@m "),
        *((lines, lambda _match: "@p ") for lines, _day in when_gone.PAST_DAYS),
        (when_gone.PAST_TODAY, lambda _match: "@p "),
        ("năm/kỳ/đợt trước/ngoái/kia", lambda _match: "<formerly> @p "),
        (when_gone.PAST_TIMES, lambda _match: "@p "),
        (when.VAGUE_TIMES, lambda _match: "@v "),
    )
)
_DAYS = Index(tuple((Rule(sign, day), pattern) for sign, lines, day in when.DAYS for pattern in patterns(lines)))
