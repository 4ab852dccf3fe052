"""A Zalo Bot API on the loopback, for tests: what it answers, what people do there, what goes wrong.

    async with ZaloEmulator() as zalo:                  # zalo.url and zalo.token go into the settings of the bot
        an = zalo.phone("an", "An")
        await an.says("/viec")
        await zalo.until(lambda: an.screen)
        await an.picks("Đã hoàn thành")                  # types the number that stands before these words
        zalo.faults.add("sendMessage", status=502, html=True)

What the platform does here is what notes and live captures tell of it; where they are silent, the choice is ours and says so.
"""

from tests.emulator_zalo.faults import Fault
from tests.emulator_zalo.phone import ZaloPhone
from tests.emulator_zalo.server import ZaloEmulator

__all__ = ["Fault", "ZaloEmulator", "ZaloPhone"]
