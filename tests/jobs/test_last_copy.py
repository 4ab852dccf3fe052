"""A message of which three copies were not answered: the fourth and last is not spent in the same bad spell."""

import pytest

from tests.emulator import Emulator
from tests.emulator.fixtures import emu_fixture, timedeltas_fixture  # noqa: F401 - fixtures
from tests.jobs.desk import Desk, desk_fixture, heard  # noqa: F401 - the fixture


@pytest.mark.fault(12)
@pytest.mark.parametrize("ends", [True, False], ids=["it ends", "it lasts"])
async def test_the_last_copy_waits_for_the_end_of_a_bad_spell_an_hour_at_most(desk: Desk, emu: Emulator, ends: bool):
    emu.faults.cut("after", "sendMessage", times=None)
    desk.put()
    for at in range(1, 61):
        await desk.deliver(60)
        desk.put(str(at), chat=3)  # others are not answered either
        if at == 30 and ends:
            assert (len(heard(emu)), desk.states()[0]) == (3, ("Chào đồng chí", "pending"))
            emu.faults.clear()
    await desk.deliver(60)
    assert len(heard(emu)) == 4
    assert desk.states()[0] == ("Chào đồng chí", "sent" if ends else "dead")
