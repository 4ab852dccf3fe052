"""A table of 10,000 rows and 12 columns read, checked and recorded, against calamine's bare reading and one bare upsert."""

import resource
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot import sheets
from storage import migrate
from storage.db import Store
from storage.office import units
from tests.benchmarks.table import Row
from tests.storage.assignment_table import loaded

ROWS = 10_000
ON_ITS_WAY = 1.0
"""Seconds that a file takes to come, in which its reader gets ready. Both sides begin after them: on a machine that rested, the
same work takes up to twice as long as right after other work (the floor here: 0.15 to 0.19 s at once, 0.27 to 0.37 s after 1 s)."""
NOW = datetime(2026, 1, 5, 2, tzinfo=UTC)
HEADER = (
    "Mã", "Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần", "Điểm chuẩn", "Người phụ trách", "Phối hợp", "Bộ phận", "Thời hạn",
    "Tài liệu kiểm chứng", "Văn bản giao", "Loại việc",
)  # fmt: skip
PEOPLE = [f"{family} {middle} {given}" for family in ("Nguyễn", "Trần", "Lê", "Phạm") for middle in ("Thị", "Văn") for given in ("An", "Bình", "Cường", "Dung", "Hà")]
DUES = ("trước ngày 15/11/2026", "hằng quý", "Quý III/2026", "thường xuyên", "30/06/2026")


def row(number: int) -> tuple[object, ...]:
    """One row of a large province's list, no two alike."""
    field, group = number // 1000 + 1, number // 10 % 100 + 1
    due = date(2026, 2, 1) + timedelta(days=number % 300) if number % 2 else DUES[number % len(DUES)]
    return (
        f"{field}.{group}.{number % 10 + 1}", f"Lĩnh vực {field}", f"Tiêu chí {field}.{group}", f"Nội dung số {number} của tiêu chí", 0.5,
        PEOPLE[number % len(PEOPLE)], "Văn phòng", "Phòng Kinh tế", due, "Báo cáo", "57/QĐ-UBND ngày 20/01/2026", "Sản phẩm",
    )  # fmt: skip


def workbook(path: Path) -> Path:
    """Write the table as Excel does."""
    from xlsxwriter import Workbook

    with Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        page = book.add_worksheet("Phân công")
        page.write_row(0, 0, HEADER)
        for number in range(ROWS):
            page.write_row(number + 1, 0, row(number))
    return path


def ours(path: Path, folder: Path) -> float:
    """Read in the child that waits for the file, compare with an empty list, record in one transaction; seconds."""
    store = Store(f"sqlite:///{folder / 'nhacviec.db'}")
    with store.transaction() as db:
        migrate.upgrade(db)
        office = units.add(db, "UBND phường Thử Nghiệm", is_office=True)
    sheets.expect()
    time.sleep(ON_ITS_WAY)
    began = time.perf_counter()
    sheet = sheets.read(path)
    assert sheet.error is None
    assert len(sheet.rows) == ROWS
    store.run(lambda db: loaded(db, office, sheet.as_dict(extra=True), NOW, year=2026))
    return time.perf_counter() - began


def floor(path: Path, folder: Path) -> float:
    """Calamine's rows into one table with one upsert; seconds."""
    from python_calamine import CalamineWorkbook

    time.sleep(ON_ITS_WAY)
    began = time.perf_counter()
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1:]
    db = sqlite3.connect(folder / "floor.db")
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    columns = ", ".join(f"c{at}" for at in range(len(HEADER)))
    db.execute(f"CREATE TABLE flat ({columns}, PRIMARY KEY (c0))")
    marks = ", ".join("?" * len(HEADER))
    with db:
        db.executemany(
            f"INSERT INTO flat VALUES ({marks}) ON CONFLICT (c0) DO UPDATE SET c2 = excluded.c2", [[str(cell) for cell in one] for one in rows]
        )
    db.close()
    return time.perf_counter() - began


def most_memory(what: str, path: Path, folder: Path) -> float:
    """MB at most of a fresh process that does it, and of the child that reads."""
    folder.mkdir()
    ran = subprocess.run([sys.executable, "-m", __name__, what, path, folder], check=True, capture_output=True, text=True, timeout=300)
    return float(ran.stdout)


def measure(_built: Path, work: Path, rounds: int, _n: int) -> list[Row]:
    """Pairs of one table, each recorded from nothing."""
    path = workbook(work / "muoi-nghin-dong.xlsx")
    pairs = []
    for number in range(rounds):
        folder = work / f"sheets-{number}"
        folder.mkdir()
        pairs.append((ours(path, folder), floor(path, folder)))
    peaks = [most_memory(what, path, work / f"sheets-{what}") for what in ("ours", "floor")]
    return [
        Row("10,000 rows read and recorded", "s", [one for one, _ in pairs], [other for _, other in pairs], 3, at_most=True),
        Row("  most memory, with the child", "MB", peaks[:1], peaks[1:]),
    ]


if __name__ == "__main__":
    {"ours": ours, "floor": floor}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    own = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print((int(own.split()[1]) + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024)
