"""The floor of sending: python-telegram-bot with its own AIORateLimiter sends a broadcast and answers taps meanwhile.

`python -m tests.benchmarks.floor_limiter URL MESSAGES`
"""

import asyncio
import logging
import sys
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import AIORateLimiter, Application, CallbackQueryHandler

from tests.benchmarks import office
from tests.benchmarks.floor_request import FloorRequest
from tests.benchmarks.program import TOKEN

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Đã hoàn thành", callback_data="status:1:done")]])
TASKS: set[asyncio.Task[Any]] = set()


async def answer(update: Update, _context: Any) -> None:
    assert update.callback_query and update.effective_chat, "a tap has both"
    await update.callback_query.answer()
    await update.effective_chat.send_message("Đã ghi nhận")


async def broadcast(app: Application[Any, Any, Any, Any, Any, Any], messages: int) -> None:
    """All at once, as the limiter wants it."""
    for chat in office.OFFICIALS[:messages]:
        task = asyncio.create_task(app.bot.send_message(chat, "Nhắc việc: 6.1.2 hạn 30/11", reply_markup=BUTTONS))
        TASKS.add(task)


def main(url: str, messages: str) -> None:
    logging.disable(logging.INFO)
    builder = Application.builder().token(TOKEN).base_url(f"{url}/bot").job_queue(None).concurrent_updates(64)
    builder = builder.rate_limiter(AIORateLimiter(max_retries=20)).request(FloorRequest(64)).get_updates_request(FloorRequest(1))
    app = builder.post_init(lambda made: broadcast(made, int(messages))).build()
    app.add_handler(CallbackQueryHandler(answer))
    app.run_polling(poll_interval=0, timeout=25)


if __name__ == "__main__":
    main(*sys.argv[1:])
