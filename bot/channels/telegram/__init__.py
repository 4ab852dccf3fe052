"""Telegram: the only place that knows python-telegram-bot."""

import os

os.environ.setdefault("PTB_TIMEDELTA", "1")  # else every 429 warns that its type will change

from bot.channels.telegram.channel import Poller, Telegram

__all__ = ["Poller", "Telegram"]
