"""Zalo Bot Platform: text and photos, no buttons, no documents, nothing that was sent can be edited, a monthly quota."""

from bot.channels.zalo.channel import Zalo
from bot.channels.zalo.polling import Poller

__all__ = ["Poller", "Zalo"]
