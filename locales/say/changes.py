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


def lines(found: Comparison) -> list[str]:
    """Changed rows first, since they touch what people do already; then dropped, then new ones; doubts alone come last."""
    changed = [line(change) for change in found.altered]
    return [*changed, *map(_dropped, found.dropped), *map(_new, found.new), *_rechecked(found.rechecked)]


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


def _rechecked(found: Sequence[Change]) -> list[str]:
    """Rows with the same new doubt on one line: `- 1.1, 1.2: cần kiểm tra: thời hạn: thiếu thời hạn`."""
    alike: dict[str, list[str]] = {}
    for change in found:
        alike.setdefault(_part("needs_check", *change.columns["needs_check"]), []).append(change.leaf.name)
    return [_bullet(named(names), doubt) for doubt, names in alike.items()]


def named(names: Sequence[str]) -> str:
    """The first names, and how many more there are."""
    more = _(" and {count} more").format(count=formats.count(len(names) - NAMES)) if len(names) > NAMES else ""
    return ", ".join(names[:NAMES]) + more


def row(one: Given) -> str:
    """A row as it was read: code, text, person, deadline."""
    due = _due(one.due_on, one.due_rule, one.due_text, one.strict)
    lead = one.lead or _("(empty)")
    return _bullet(one.code or _("(no code)"), f"{formats.shortened(one.title, 60)}; {lead}; {due}")


def line(change: Change) -> str:
    """`Đổi 1.2.3: hạn 15/01/2026 -> 20/01/2026; người phụ trách A -> B`."""
    told = {name: pair for name, pair in change.columns.items() if name != "code" or pair[0]}
    parts = "; ".join(_part(name, *pair) for name, pair in (told if change.leaf.is_dropped else change.columns).items())
    if not change.leaf.is_dropped:
        return _bullet(_("Changed {name}").format(name=change.leaf.name), parts)
    title = formats.shortened(change.row.title, 60) if change.row.code else ""
    return _bullet(_("Back in the list: {name}").format(name=change.row.code or change.leaf.name), parts or title)


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
