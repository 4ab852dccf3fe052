"""The floor of the product: python-telegram-bot on aiohttp, one raw SQLite transaction, one message. Nothing is kept safe.

/tiendo adds up the sender's rows (a leader: the office's) by field; a tap writes a status and its history line.
`python -m tests.benchmarks.floor_product URL FOLDER`
"""

import asyncio
import datetime as dt
import logging
import sqlite3
import sys
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler

from tests.benchmarks import office
from tests.benchmarks.floor_request import FloorRequest
from tests.benchmarks.program import TOKEN

SCHEMA = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
create table official(id integer primary key, chat int unique, office int, leads int);
create table assignment(id integer primary key, field int, official int, office int, status int, due text, updated text);
create table event(id integer primary key, assignment int, official int, status int, at text);
create index by_office on assignment(office, field, status, due);
create index by_official on assignment(official, field, status, due);
"""
ROLL_UP = "select field, count(*), sum(status=3), sum(status<>3 and due<?) from assignment where {}=? group by field"
Context = Any


def filled(folder: Path) -> sqlite3.Connection:
    """The same people with as many rows as in office.py."""
    folder.mkdir(parents=True)
    made = sqlite3.connect(folder / "floor.db", isolation_level=None)
    made.executescript(SCHEMA)
    made.execute("BEGIN")
    small = [(chat, i // office.LEADERS_OF_OFFICE + 1, 1) for i, chat in enumerate(office.LEADERS)]
    made.executemany(
        "insert into official(chat, office, leads) values(?,?,?)", [(chat, 0, 0) for chat in office.OFFICIALS] + small
    )
    rows = [(i // office.ROWS_OF_OFFICIAL + 1, 0, i) for i in range(len(office.OFFICIALS) * office.ROWS_OF_OFFICIAL)]
    rows += [(0, one, i) for one in range(1, small[-1][1] + 1) for i in range(office.ROWS_OF_OFFICE)]
    values = [(i % office.FIELDS, official, where, i // 3 % 4, f"2026-{10 + i % 3}-15") for official, where, i in rows]
    made.executemany("insert into assignment(field, official, office, status, due) values(?,?,?,?,?)", values)
    made.execute("COMMIT")
    made.execute("analyze")
    return made


class Floor:
    """The two handlers."""

    def __init__(self, folder: Path) -> None:
        self.db = filled(folder)

    async def tiendo(self, update: Update, _context: Context) -> None:
        assert update.effective_chat and update.effective_message, "a command has both"
        self.db.execute("BEGIN")
        who = self.db.execute("select id, office, leads from official where chat=?", (update.effective_chat.id,)).fetchone()
        column, value = ("office", who[1]) if who[2] else ("official", who[0])
        rows = self.db.execute(ROLL_UP.format(column), (dt.datetime.now(dt.UTC).date().isoformat(), value)).fetchall()
        self.db.execute("COMMIT")
        lines = [f"Lĩnh vực {field}: {done}/{n} xong, {late} quá hạn" for field, n, done, late in rows]
        buttons = [[InlineKeyboardButton("Theo lĩnh vực", callback_data="progress:fields")]]
        await update.effective_message.reply_text("Tiến độ\n" + "\n".join(lines), reply_markup=InlineKeyboardMarkup(buttons))

    async def status(self, update: Update, _context: Context) -> None:
        query = update.callback_query
        assert query and query.data and update.effective_chat, "a tap has all of it"
        row, now = int(query.data.split(":")[1]), dt.datetime.now(dt.UTC).isoformat()
        self.db.execute("BEGIN IMMEDIATE")
        who = self.db.execute("select id from official where chat=?", (query.from_user.id,)).fetchone()[0]
        self.db.execute("select status from assignment where id=? and official=?", (row, who)).fetchone()
        self.db.execute("insert into event(assignment, official, status, at) values(?,?,1,?)", (row, who, now))
        self.db.execute("update assignment set status=1, updated=? where id=?", (now, row))
        self.db.execute("COMMIT")
        await asyncio.gather(query.answer(), update.effective_chat.send_message("Đã ghi nhận: đang thực hiện"))


def main(url: str, folder: str) -> None:
    logging.disable(logging.INFO)
    floor = Floor(Path(folder))
    builder = Application.builder().token(TOKEN).base_url(f"{url}/bot").job_queue(None).concurrent_updates(64)
    app = builder.request(FloorRequest(64)).get_updates_request(FloorRequest(1)).build()
    app.add_handler(CommandHandler("tiendo", floor.tiendo))
    app.add_handler(CallbackQueryHandler(floor.status, pattern="^status:"))
    app.run_polling(poll_interval=0, timeout=25)


if __name__ == "__main__":
    main(*sys.argv[1:])
