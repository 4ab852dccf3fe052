"""Rows of an assignment table in the form in which the reader hands them over."""

from datetime import datetime
from itertools import count
from typing import Any

from storage.db import Connection
from storage.loading import loads
from storage.loading.compare import Comparison


def row(code: str | None, subcriterion: str | None, *, lead: str | None, due: str | None, **other: Any) -> dict[str, Any]:
    """One row; `due` is a date or None."""
    return {
        "sheet": "Phân công",
        "code": code,
        "field": "Chỉ đạo, điều hành",
        "criterion": "Kế hoạch cải cách hành chính năm",
        "subcriterion": subcriterion,
        "max_points": 0.5,
        "lead": lead,
        "lead_unit": "Phòng Văn hóa - Xã hội",
        "supports": [],
        "due": {"kind": "date", "date": due, "strict": False} if due else {"kind": "unclear", "text": ""},
        "evidence": "Kế hoạch",
        "document": "15/KH-UBND ngày 12/01/2026",
        "needs_check": [],
    } | other


def sheet(*rows: dict[str, Any], year: int = 2026, flags: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """A whole file."""
    numbers = count(2)
    numbered = [{"row": next(numbers)} | one for one in rows]
    return {"file": "phan-cong.xlsx", "year": year, "rows": numbered, "must_flag": list(flags)}


def loaded(db: Connection, office: int, sheet: dict[str, Any], now: datetime, *, by: int | None = None, year: int | None = None) -> Comparison:
    """Record a file as the chat and the command line do: kept, then applied."""
    kept = loads.keep(db, office, by=by, name=sheet["file"], sha256="0", year=year or sheet["year"], sheet=sheet, now=now)
    return loads.apply_kept(db, kept, by=by, now=now)
