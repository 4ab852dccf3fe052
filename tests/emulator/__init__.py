"""A Telegram Bot API on the loopback, for tests: what it answers, what people do, what goes wrong.

In the test's own event loop:

    async with Emulator(schema=load()) as emu:          # emu.url and emu.token go into the settings of the bot
        an = emu.phone(5, "An")
        await an.starts("M4moi")
        await an.hears("Chào")                          # the next message that contains it
        await an.taps("Đã hoàn thành")
        emu.faults.cut("after", "sendMessage")          # delivered, but the bot never learns
        emu.clock.advance(151)                          # taps are forgotten, links grow old
        emu.assert_clean()

As a process that outlives the bot: `with EmulatorProcess(tmp_path / "journal.jsonl") as remote:`, then `remote.arrive(1000, 50)`,
`remote.fault(method="send*", cut="after", chance=0.1, times=None)`, `remote.until(delivered=1000)`, `remote.written()`.
"""

from tests.emulator.errors import ApiError, bad, forbidden, too_many
from tests.emulator.faults import Fault
from tests.emulator.group import Group
from tests.emulator.phone import Phone
from tests.emulator.remote import EmulatorProcess, Remote, RemotePhone
from tests.emulator.screen import Shown
from tests.emulator.server import Emulator
from tests.emulator.world import TOKEN

__all__ = [
    "TOKEN", "ApiError", "Emulator", "EmulatorProcess", "Fault", "Group", "Phone", "Remote", "RemotePhone", "Shown", "bad",
    "forbidden", "too_many",
]  # fmt: skip
