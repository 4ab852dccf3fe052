"""The week's work as a workbook: one sheet by person, with room to write on paper when there is no network."""

from collections.abc import Sequence
from pathlib import Path

from locales import formats
from locales.papers.sheet import Column, Styles, table, workbook
from locales.say import labels
from locales.say import tables as say
from locales.say.progress import Scope
from storage.rules.rollup import Leaf


def write(path: Path, scope: Scope, rows: Sequence[Leaf]) -> None:
    """Write the workbook.

    Args:
        path: of the file.
        scope: whose rows, and the moment.
        rows: late or due this week, by person.
    """
    local = scope.at.astimezone(scope.zone)
    columns = (
        Column(say.column("person"), 22),
        Column(say.column("code"), 9, "middle"),
        Column(say.column("title"), 48),
        Column(say.column("due"), 12, "date"),
        Column(say.column("state"), 20),
        Column(say.column("max"), 8, "points"),
        Column(say.column("note"), 30),
    )
    lines = [
        (
            leaf.person,
            leaf.name,
            leaf.title,
            leaf.due_on,
            labels.progress(leaf.progress, leaf.percent),
            leaf.max_points,
            leaf.reason,
        )
        for leaf in rows
    ]
    with workbook(path, local) as book:
        under = say.as_of(scope.name, formats.moment(scope.at, scope.zone))
        table(book, Styles(book), say.sheet("week"), (say.heading("week", scope.year), under), columns, lines)
