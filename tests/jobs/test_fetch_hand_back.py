"""A document that was sent in the chat comes back byte for byte, wherever the process was started."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from jobs.deliver import Deliverer, Right
from jobs.outcome import Abilities, Sent
from jobs.pace import Limits, Pacer
from locales.formats import VIETNAM
from locales.message import Message
from storage.db import Store
from storage.tables import Evidence
from tests.flows.evidence_office import PDF, Office


class Messenger:
    """A channel that reads the file it is to send, as Telegram's does."""

    name, abilities = "telegram", Abilities()

    def __init__(self) -> None:
        self.sent: list[tuple[str, bytes]] = []

    async def send(self, _chat: str, message: Message, _edits: str | None) -> Any:
        if message.file:
            self.sent.append((message.file["name"], Path(message.file["path"]).read_bytes()))
        return Sent("1")


async def test_a_document_is_handed_back_from_any_working_folder(
    store: Store, tmp_path: Path, now, monkeypatch: pytest.MonkeyPatch
):
    office, messenger = Office(store, tmp_path, now), Messenger()
    an = office.phones["an"]
    an.sends(office.platform.file("bao cao.pdf"), caption="2.1.3")
    await office.fetcher.run_once(now)
    an.goes(f"doc:{office.column(select(Evidence.id))[0]}")
    monkeypatch.chdir("/")
    deliverer = Deliverer(
        store,
        {"telegram": messenger},
        now=lambda: now,
        zone=VIETNAM,
        right=Right("test"),
        pacer=Pacer(Limits(rate=0)),
        data_dir=tmp_path,
    )
    await deliverer.run_until_idle()
    assert messenger.sent == [("bao cao.pdf", PDF)]
