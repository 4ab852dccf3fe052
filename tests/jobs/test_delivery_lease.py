"""Who holds the lease sends, and who lost it settles nothing any more."""

import pytest
from sqlalchemy import update

from jobs.deliver import Right
from storage.tables import Outbox
from tests.emulator import Emulator, bad
from tests.emulator.fixtures import emu_fixture, timedeltas_fixture  # noqa: F401 - fixtures
from tests.jobs.desk import Desk, desk_fixture, heard  # noqa: F401 - the fixture


async def test_without_the_lease_nothing_is_sent(desk: Desk, emu: Emulator):
    desk.put()
    desk.deliverer = desk.fresh(may_send=False)
    await desk.deliver()
    assert heard(emu) == []
    assert desk.one().attempt == 0


async def test_who_loses_the_lease_between_the_claim_and_the_send_does_not_send(desk: Desk, emu: Emulator, monkeypatch):
    """As whoever is frozen there and wakes: another sends it already."""
    desk.put("1")
    drawn = desk.deliverer.pictures.drawn

    async def frozen(message):
        monkeypatch.setattr(desk.deliverer, "right", Right("test", lambda: False))
        return await drawn(message)

    monkeypatch.setattr(desk.deliverer.pictures, "drawn", frozen)
    await desk.deliver()
    assert heard(emu) == []
    assert (desk.one().state, desk.one().attempt) == ("pending", 0)


@pytest.mark.fault(19)
async def test_who_was_frozen_past_the_lease_settles_no_row_that_another_took_over(desk: Desk, emu: Emulator, monkeypatch):
    emu.faults.refuse(bad("message text is empty"), "sendMessage")
    desk.put("1")
    send = desk.channel.send

    async def frozen(*given):
        outcome = await send(*given)
        with desk.store.transaction() as db:
            db.execute(update(Outbox).values(owner="another"))
        return outcome

    monkeypatch.setattr(desk.channel, "send", frozen)
    await desk.deliver()
    assert (desk.one().state, desk.one().owner) == ("sending", "another")
