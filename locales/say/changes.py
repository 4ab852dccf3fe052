"""The difference between a file and the list, one line a row: mới, đổi, bỏ."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from locales import formats, words
from locales.say import dues, figures, labels
from storage.loading.compare import COLUMNS, Change, Comparison
from storage.loading.given import Given
from storage.loading.standing import Standing
from storage.rules.scoring import Rule
from storage.rules.status import Kind, Progress

_ = words("changes")
NAMES = 6


def lines(found: Comparison, most: int | None = None) -> list[str]:
    """What changed for people first: changed, dropped, new rows; then changes that are to be checked, and last the doubts alone.

    Args:
        found: the difference.
        most: how many rows that change alike are named on a line; None: all.
    """
    sure = [change for change in found.altered if not _is_doubted(change)]
    doubted = [change for change in found.altered if _is_doubted(change)]
    return [
        *_changed(sure, most),
        *map(_dropped, found.dropped),
        *map(_new, found.new),
        *_changed(doubted, most),
        *_changed(found.rechecked, most),
    ]


def _is_doubted(change: Change) -> bool:
    return bool(change.columns.get("needs_check", (None, None))[1])


def counts(found: Comparison) -> str:
    """`mới 85, đổi 00, bỏ 00, giữ nguyên 00`, and apart from these what differs only in what is to be checked."""
    text = _("new {new}, changed {changed}, dropped {dropped}, unchanged {unchanged}").format(
        new=formats.count(len(found.new)),
        changed=formats.count(len(found.altered)),
        dropped=formats.count(len(found.dropped)),
        unchanged=formats.count(found.unchanged),
    )
    if found.rechecked:
        text += "; " + _("{count} rows differ only in what is to be checked").format(count=formats.count(len(found.rechecked)))
    return text


def _changed(found: Sequence[Change], most: int | None) -> list[str]:
    """`Đổi 1.2.3, 1.2.4: hạn 15/01/2026 → 20/01/2026; người phụ trách A → B`: rows that change alike on one line."""
    alike: dict[tuple[str, str], list[str]] = {}
    for change in found:
        name = change.row.code or change.leaf.name if change.leaf.is_dropped else change.leaf.name
        alike.setdefault((_head(change), _parts(change)), []).append(name)
    return [_bullet(head.format(name=named(names, most)), parts) for (head, parts), names in alike.items()]


def _head(change: Change) -> str:
    if change.is_doubt_only:
        return "{name}"
    return _("Back in the list: {name}") if change.leaf.is_dropped else _("Changed {name}")


def _parts(change: Change) -> str:
    is_back = change.leaf.is_dropped
    told = {name: pair for name, pair in change.columns.items() if name != "code" or pair[0] or not is_back}
    parts = "; ".join(_part(name, *pair) for name, pair in told.items())
    return parts or (formats.shortened(change.row.title, 60) if is_back and change.row.code else "")


def named(names: Sequence[str], most: int | None = NAMES) -> str:
    """The first names, and how many more there are."""
    return labels.some(names, most or len(names), "lines")


def row(one: Given) -> str:
    """A row as it was read: code, text, person, deadline."""
    due = _due(one.due_on, one.due_rule, one.due_text, one.strict)
    lead = one.lead or _("(empty)")
    return _bullet(one.code or _("(no code)"), f"{formats.shortened(one.title, 60)}; {lead}; {due}")


def _part(name: str, before: Any, after: Any) -> str:
    if name == "needs_check":
        return _("to check: {reasons}").format(reasons=", ".join(map(reason, after))) if after else _("no longer to check")
    return f"{_column(name)} {_value(name, before)} → {_value(name, after)}"


def reason(text: str) -> str:
    """A reason for doubt as the office reads it: `người phụ trách: chỉ ghi chức danh`."""
    name, colon, rest = text.partition(": ")
    known = _DOUBTED.get(name, name)
    if colon and known in COLUMNS:
        return f"{_column(known)}: {rest}"
    return rest if colon and name in _WHOLE else text


_DOUBTED = {"points": "max_points", "criterion": "title"}
_WHOLE = frozenset({"row", "table"})


def _dropped(leaf: Standing) -> str:
    return _bullet(_("Dropped {name}").format(name=leaf.name), formats.shortened(leaf.title, 60) if leaf.code else "")


def _new(row: Given) -> str:
    title = formats.shortened(row.title, 60)
    return _bullet(_("New {name}").format(name=row.code or title), title if row.code else "")


def _bullet(head: str, rest: str) -> str:
    return f"- {head}: {rest}" if rest else f"- {head}"


def _column(name: str) -> str:
    return {
        "code": _("code"),
        "field": _("field"),
        "group": _("criterion"),
        "title": _("text"),
        "max_points": _("points"),
        "lead": _("person in charge"),
        "unit": _("section"),
        "supports": _("helpers"),
        "due": _("due"),
        "evidence": _("evidence"),
        "document": _("assigning document"),
        "kind": _("kind of work"),
        "rule": _("way of marking"),
        "number_only": _("document number only"),
        "status": _("state"),
        "percent": _("percent"),
        "completed_on": _("completion date"),
        "result_document": _("result document"),
        "self_score": _("self mark"),
    }[name]


def _value(name: str, value: Any) -> str:
    if name == "due":
        return _due(*value)
    if value is None or value in ("", ()):
        return _("(empty)")
    return next((write(value) for kind, write in _WRITERS if isinstance(value, kind)), str(value))


def _due(on: date | None, rule: str | None, text: str | None, strict: bool) -> str:
    return dues.written(on, rule, text, strict=strict) or _("(empty)")


_WRITERS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (bool, lambda value: _("yes") if value else _("no")),
    (Progress, labels.progress),
    (Kind, labels.kind),
    (Rule, lambda value: figures.rule_text(value) or _("(empty)")),
    (Decimal, formats.points),
    (date, formats.day),
    (tuple, lambda value: formats.shortened(", ".join(value), 60)),
    (int, lambda value: f"{value} %"),
    (str, lambda value: formats.shortened(value, 40)),
)
"""How each sort of value is written; the first that fits."""
