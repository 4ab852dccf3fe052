"""The week in plain words, to paste into the office's Zalo group: sums and what falls due; nobody is named as late."""

from datetime import timedelta

from locales.say import group as say
from storage.papers import Facts, Row
from storage.rules.status import NOBODYS_WORK, OPEN

WEEK = timedelta(days=7)


def text(facts: Facts) -> str:
    """The text.

    Args:
        facts: what it says.
    """
    soon = sorted((row for row in facts.rows if _is_soon(row, facts)), key=lambda row: str(row.leaf.due_on))
    late = [one.leaf for one in facts.summary.overdue]
    return say.text(facts, soon, late)


def _is_soon(row: Row, facts: Facts) -> bool:
    leaf = row.leaf
    is_open = leaf.progress in OPEN and leaf.kind not in NOBODYS_WORK
    return is_open and leaf.due_on is not None and facts.today <= leaf.due_on <= facts.today + WEEK
