"""The office's list as it stands, in the form of the template: it is edited in Excel and loaded again."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from locales import formats
from locales.papers import template
from locales.say import dues, labels, load, scoring
from locales.say import template as say
from storage.loading.standing import Standing


def write(path: Path, year: int, leaves: Sequence[Standing]) -> Path:
    """Write the list.

    Args:
        path: of the file.
        year: năm đánh giá.
        leaves: the rows of the list, in its order; those that were dropped are left out.
    """
    return template.write(path, year, [_row(leaf) for leaf in leaves if not leaf.is_dropped])


def _row(leaf: Standing) -> tuple[str, ...]:
    """One row, a text for each column of `say.columns` and those of `say.more_columns`."""
    due = dues.written(leaf.due_on, leaf.due_rule, leaf.due_text, strict=leaf.strict)
    return (
        leaf.code or "",
        leaf.field or "",
        leaf.group or leaf.title,
        leaf.title if leaf.group else "",
        _points(leaf.max_points),
        due,
        leaf.evidence or "",
        leaf.lead or "",
        leaf.post or "",
        leaf.unit or "",
        leaf.document or "",
        "; ".join(leaf.supports),
        labels.progress(leaf.status, leaf.percent),
        formats.day_or(leaf.completed_on, ""),
        leaf.result_document or "",
        _points(leaf.self_score),
        labels.kind(leaf.kind).capitalize(),
        scoring.way(leaf.rule.way) if leaf.rule.way else "",
        scoring.figures(leaf.rule),
        leaf.rule.measure or "",
        formats.day_or(leaf.rule.cut_off, ""),
        leaf.rule.text or "",
        say.yes() if leaf.number_only else "",
        "; ".join(map(_doubt, leaf.needs_check)),
    )


def _doubt(reason: str) -> str:
    """`người phụ trách: chỉ ghi chức danh`."""
    column, colon, rest = reason.partition(": ")
    return f"{load.column(column)}: {rest}" if colon else reason


def _points(value: Decimal | None) -> str:
    return "" if value is None else formats.points(value)
