"""From grids to rows (plain tables first)."""
import re
from datetime import date
from bot.sheets import errors, header, points
from bot.sheets.grid import Grid
from bot.sheets.model import Flag, Row, Sheet
from bot.sheets.text import clean


def sheet_of(name: str, grids: list[Grid], year: int | None) -> Sheet:
    rows, flags, columns = [], [], set()
    seen_no_person = False
    for grid in grids:
        for number in grid.rows:
            head = header.header_at(grid, number)
            if head and {"criterion", "due"} <= head.columns.keys() and "lead" not in head.columns:
                seen_no_person = True
            if not header.complete(head):
                continue
            columns |= set(head.columns)
            for r in (r for r in grid.rows if r > head.bottom):
                get = lambda role: (grid.at(r, head.columns[role]).text or None) if role in head.columns else None
                pts = points.parse(get("points") or "")[0] if "points" in head.columns else None
                m = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", get("due") or "")
                due = {"kind": "date", "date": date(int(m[3]), int(m[2]), int(m[1])).isoformat(), "strict": False} if m else {"kind": "unclear", "text": get("due") or ""}
                rows.append(Row(grid.name, r, get("code"), get("field"), get("criterion"), get("subcriterion"), pts, get("lead"), get("unit"), tuple(s for s in [get("supports")] if s), due, get("evidence"), get("document"), lead_post=get("post")))
                if not m:
                    flags.append(Flag(grid.name, r, "due", "không có ngày rõ ràng"))
            break
    if not rows:
        raise errors.Refused(errors.NO_PERSON_COLUMN if seen_no_person else errors.NO_TABLE)
    return Sheet(name, year or int(max((row.due.get("date", "0000")[:4] for row in rows))) or None, tuple(rows), tuple(flags), None, frozenset(columns))
