"""What a preview says of a file, counted from its rows and from the list; the chat and the command line share it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.sheets import columns
from locales.say.load import Preview
from locales.say.load_doubts import Doubt
from storage.db import Connection
from storage.loading import kinds, loads, near, twins
from storage.loading.compare import OWN_DOUBTS, Before, Comparison, compared
from storage.loading.directory import Directory
from storage.loading.given import Given
from storage.loading.loads import Kept
from storage.loading.standing import Standing
from storage.office import units
from storage.rules.points import BESIDE
from storage.rules.status import DONE, NOBODYS_WORK, Kind, Progress

YEAR_ASSUMED = "year_assumed"
"""Key of a sheet that names no year."""
SETTLED = DONE | {Progress.NOT_ARISING}


def preview(db: Connection, kept: Kept, today: date, *, is_again: bool = False) -> Preview:
    """Compare a file with the list as it is now."""
    found = loads.compare(db, kept.office_id, kept.year, kept.rows)
    last = loads.last_applied(db, kept.office_id, kept.year)
    is_sending = units.sending_since(db, kept.office_id) is not None
    alike = tuple(near.undecided(db, kept, found.unknown_people))
    return replace(
        _counted(kept, found, today),
        last=last,
        is_sending=is_sending,
        is_again=is_again,
        near=alike,
        twins=len(twins.undecided(db, kept)),
        unsure=dict(kept.sheet.get("unsure") or {}),
        guessed={} if kept.id == 0 else {role: found[0] for role, found in columns.to_name(kept.sheet).items()},
    )


def read_only(kept: Kept, people: Directory, today: date) -> Preview:
    """What a file says, compared with nothing."""
    return _counted(kept, compared(kept.rows, (), people, Before()), today)


def _counted(kept: Kept, found: Comparison, today: date) -> Preview:
    rows = found.rows
    past = [_state(row, found.leaves.get(index)) for index, row in enumerate(rows) if _is_past(row, today)]
    declined = frozenset(kept.sheet.get(kinds.DECLINED, ()))
    proposed = [row.proposed for at, row in enumerate(rows) if at not in declined and _is_proposed(row, found.leaves.get(at))]
    return Preview(
        id=kept.id,
        last=0,
        year=kept.year,
        points=sum((row.max_points or Decimal(0) for row in rows if row.kind not in BESIDE), Decimal(0)),
        people=len({row.person for row in rows if row.person}),
        past=len(past),
        past_done=sum(state in SETTLED for state in past),
        past_open=sum(state is not None and state not in SETTLED for state in past),
        recurring=proposed.count(Kind.RECURRING),
        other_kinds=len(proposed) - proposed.count(Kind.RECURRING),
        doubts=len(doubts(kept, found)),
        is_sending=False,
        compared=found,
        is_first=not found.leaves and not found.dropped,
        is_year_assumed=bool(kept.sheet.get(YEAR_ASSUMED)),
    )


def doubts(kept: Kept, found: Comparison) -> list[Doubt]:
    """What the reader doubted, and what only the office's list can tell: namesakes."""
    flags: Sequence[dict[str, object]] = kept.sheet.get("must_flag") or ()
    read = [
        Doubt(_text(flag["sheet"]), _number(flag["row"]), str(flag["column"]), str(flag["reason"]), _text(flag.get("value")))
        for flag in flags
    ]
    own = [(row, reason) for row in found.rows for reason in row.needs_check if reason in OWN_DOUBTS]
    return read + [Doubt(row.sheet, row.row, "lead", reason) for row, reason in own]


def _is_proposed(row: Given, leaf: Standing | None) -> bool:
    """Whether the text suggests another kind of work, and nobody has decided one."""
    is_open = row.kind in kinds.OPEN and (leaf is None or (leaf.kind is Kind.PRODUCT and not leaf.is_split))
    return is_open and row.proposed not in {None, Kind.PRODUCT}


def _is_past(row: Given, today: date) -> bool:
    return row.due_on is not None and row.due_on < today and row.kind not in NOBODYS_WORK


def _state(row: Given, leaf: Standing | None) -> Progress | None:
    """What the file says of a row, else what is known of it; None = nobody has said anything."""
    if leaf and (leaf.touched_at or leaf.status is not Progress.NOT_STARTED):
        return leaf.status if row.status is None else row.status
    return row.status


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
