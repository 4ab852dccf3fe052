"""Plain text for the office's group."""

from collections import Counter
from collections.abc import Sequence

from locales import formats, words
from locales.say import labels, tables
from storage.papers import Facts, Row
from storage.rules.rollup import Leaf

_ = words("group")

SHOWN = 12


def text(facts: Facts, soon: Sequence[Row], late: Sequence[Leaf]) -> str:
    """Sums, what falls due within a week by day, how many are late by section; no markup, no list of late people."""
    rows, parts = facts.summary.rows, facts.summary.parts
    lines = [
        _("PROGRESS OF THE CRITERIA OF {year}, {name}").format(year=facts.year, name=facts.name),
        _("Figures as of {moment}.").format(moment=formats.moment(facts.at, facts.zone)),
        _("- Done {done}/{all} ({rate}); of those due {done_of_due}/{due} ({due_rate}).").format(**tables.rates(rows)),
        _("- Forecast {forecast}/{maximum} points, the survey not counted.").format(
            forecast=formats.points(parts.forecast), maximum=formats.points(parts.maximum)
        ),
    ]
    return "\n".join([*lines, *_soon(soon), *_late(late)])


def _soon(rows: Sequence[Row]) -> list[str]:
    if not rows:
        return [_("Due within 7 days: none.")]
    lines = [_("Due within 7 days: {count} criteria").format(count=formats.count(len(rows)))]
    for row in rows[:SHOWN]:
        day = formats.short_day(row.leaf.due_on) if row.leaf.due_on else ""
        who = row.leaf.person or labels.nobody()
        lines.append(f"  {day}: {row.leaf.code or ''} {formats.shortened(tables.title(row), 60)} ({who})")
    return lines + [f"  {more}" for more in labels.rest(len(rows) - SHOWN, "criteria")]


def _late(rows: Sequence[Leaf]) -> list[str]:
    if not rows:
        return [_("Late: none.")]
    sections = Counter(leaf.unit or tables.unnamed() for leaf in rows)
    named = "; ".join(f"{name} {formats.count(count)}" for name, count in sections.items())
    return [
        _("Late: {count} criteria ({sections}). Each person in charge got them privately.").format(
            count=formats.count(len(rows)), sections=named
        )
    ]
