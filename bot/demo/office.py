"""The sample office on a clock that can be set: what people type goes through the inbox, what they get comes from the outbox."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import monotonic

from bot.app import App
from bot.channels.console import Console
from bot.settings import Settings
from jobs import clock
from locales.message import Message
from storage.access import invites
from storage.db import Connection
from storage.messages import inbox
from storage.messages.inbox import Raw
from storage.office import calendar, people, units
from storage.rules.status import Role

SAMPLE = Path(__file__).parents[1] / "sample"
NAME = "UBND phường An Khánh"
TABLE = SAMPLE / "phuong-an-khanh.csv"
CHAIRPERSON, COORDINATOR = "Hồ Thanh Sơn", "Phan Quốc Bảo"
ROLES = {
    "Đoàn Thị Bạch Yến": Role.DEPUTY,
    "Lý Thị Hoài Thu": Role.HEAD,
    "Vương Đình Khôi": Role.HEAD,
    "Đinh Hữu Phước": Role.HEAD,
}
START = datetime(2026, 11, 24, 14, 0)  # noqa: DTZ001 - local time of the sample office

Told = Callable[[str, Message, bool], None]


class Office:
    """The sample office.

    Args:
        folder: where its database lies; thrown away afterwards.
        told: called with a person's name for each message that they get.
        web_bind: where a web room listens; empty: none.
    """

    def __init__(self, folder: Path, told: Told, web_bind: str = "") -> None:
        self.settings = Settings(_env_file=None, data_dir=folder, database_url=None, send_rate=0, web_bind=web_bind, web_url=None)  # type: ignore[call-arg]
        self.moment = START.replace(tzinfo=self.settings.zone).astimezone(UTC)
        self.told = told
        self._running_since: float | None = None
        self.app = App(self.settings, now=self.now, channels={"console": Console(self._show)})
        self._updates = 0

    def now(self) -> datetime:
        """The clock as it was set; once it runs, seconds pass as on any other."""
        passed = 0.0 if self._running_since is None else monotonic() - self._running_since
        return self.moment + timedelta(seconds=passed)

    def _show(self, name: str, message: Message, edited: bool) -> None:
        self.told(name, message, edited)

    def shown_by(self, told: Told) -> None:
        """From now on somebody else shows what people on the console get."""
        self.told = told

    def run_from(self, moment: datetime) -> None:
        """Set the clock and let it run."""
        self.moment, self._running_since = moment, monotonic()

    @property
    def local(self) -> datetime:
        return self.moment.astimezone(self.settings.zone)

    def open(self) -> None:
        """The office and its first two people, as `nhacviec init` makes them."""
        self.app.prepare()
        self.app.store.run(self._found)

    def _found(self, db: Connection) -> None:
        office = units.add(db, NAME, is_office=True)
        calendar.seed(db, office)
        for name, role in ((COORDINATOR, Role.COORDINATOR), (CHAIRPERSON, Role.CHAIRPERSON)):
            people.grant(
                db, people.add(db, office, name, post="Chủ tịch UBND phường" if name == CHAIRPERSON else None), office, role
            )

    def give_roles(self) -> None:
        """Heads and the deputy get their roles, as the coordinator would give them."""

        def work(db: Connection) -> None:
            office = units.offices(db)[0][0]
            for name, role in ROLES.items():
                person = people.by_id(db, people.named(db, office, name)[0])
                people.grant(db, person.id, office if role is Role.DEPUTY else person.unit_id, role)

        self.app.store.run(work)

    def names(self) -> list[str]:
        """Everyone of the office."""
        return self.app.store.run(lambda db: [one.full_name for one in people.listed(db, units.offices(db)[0][0])])

    def code_for(self, name: str) -> str:
        def work(db: Connection) -> str:
            office = units.offices(db)[0][0]
            return invites.make(db, people.named(db, office, name)[0], self.moment)

        return self.app.store.run(work)

    async def types(self, name: str, text: str = "", files: tuple[Path, ...] = ()) -> None:
        """Somebody types a text or sends files; everything that follows happens before this returns."""
        self._updates += 1
        body = {"id": self._updates, "chat": name, "text": text, "files": [str(path) for path in files]}
        raw = Raw(str(self._updates), f"console:{name}", body)
        await self.app.store.write(lambda db: inbox.put(db, "console", [raw], self.moment))
        await self.settle()

    async def settle(self) -> None:
        """Work and deliver until nothing is left to do at this moment."""
        await self.app.lease.renew(self.moment)
        while await self.app.worker.work_one():
            pass
        app = self.app
        while await app.maker.run_once() + await app.deliverer.run_until_idle() + await app.fetcher.run_once(self.moment):
            pass

    async def moves_to(self, at: time, day: date | None = None) -> None:
        """Set the clock and let it tick."""
        local = datetime.combine(day or self.local.date(), at, self.settings.zone)
        self.moment = local.astimezone(UTC)
        await clock.tick(self.app.store, self.moment, self.settings.zone)
        await self.settle()

    def close(self) -> None:
        self.app.store.close()
