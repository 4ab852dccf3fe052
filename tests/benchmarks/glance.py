"""/tiendo among many rows, the national summary against a loop over objects, and the picture against a plot drawn inline."""

import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from sqlalchemy import insert
from sqlalchemy.orm import Session

from jobs.glance import glance
from locales.formats import VIETNAM
from locales.papers import picture
from storage import migrate, papers
from storage.db import Connection, Store
from storage.office import calendar, people, units
from storage.papers import reading
from storage.points import province
from storage.rules.points import parts_of
from storage.rules.rollup import Leaf
from storage.rules.status import Kind, Progress, Role
from storage.tables import Assignment, Criterion
from storage.work import campaigns
from tests.benchmarks.office import STATES, _leaf, _work
from tests.benchmarks.table import Row
from tests.storage.fields import field

ROWS_OF_OFFICE, PEOPLE = 85, 2
FEW, MANY = 1_000, 200_000
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


def measure(work: Path, rounds: int) -> list[Row]:
    """Milliseconds, each round ours and the floor in turn."""
    stores = {rows: _built(work / f"{rows}.db", rows) for rows in (FEW, MANY)}
    few, many, summed, looped = [], [], [], []
    for _ in range(rounds):
        few.append(min(_took(lambda: stores[FEW].run(_tiendo)) for _ in range(5)))
        many.append(min(_took(lambda: stores[MANY].run(_tiendo)) for _ in range(5)))
        summed.append(_took(lambda: stores[MANY].run(lambda db: province.lines(db, None, NOW.year, NOW.date()))))
        looped.append(_took(lambda: stores[MANY].run(_looped)))
    rows = [
        Row(f"/tiendo among {MANY} rows", "ms", many, few, target=2, at_most=True),
        Row("national summary", "ms", summed, looped, target=0.03, at_most=True),
        *_pictures(stores[FEW], work, rounds),
    ]
    for store in stores.values():
        store.close()
    return rows


def _built(path: Path, rows: int) -> Store:
    store = Store(f"sqlite:///{path}")
    with store.transaction() as db:
        migrate.upgrade(db)
        for number in range(rows // ROWS_OF_OFFICE):
            _office(db, number)
    return store


def _office(db: Connection, number: int) -> None:
    office = units.add(db, f"UBND xã số {number}", is_office=True)
    if not number:
        calendar.seed(db, office)
    holders = [people.add(db, office, f"Nguyễn Văn {number} {one}") for one in range(PEOPLE)]
    people.grant(db, holders[0], office, Role.CHAIRPERSON)
    campaign = campaigns.ensure(db, office, NOW.year)
    parent = field(db, campaign)
    made = db.scalars(
        insert(Criterion).returning(Criterion.id, sort_by_parameter_order=True),
        [_leaf(campaign, parent, one) for one in range(ROWS_OF_OFFICE)],
    ).all()
    db.execute(insert(Assignment), [_work(leaf, holders[i % PEOPLE], office, i, NOW.date(), STATES) for i, leaf in enumerate(made)])


def _tiendo(db: Connection) -> None:
    found = glance(db, people.by_id(db, 1), NOW, VIETNAM)
    assert found is not None, "the first office has rows"


def _looped(db: Connection) -> Counter[int]:
    """The same sums by a loop over objects of the ORM, as one writes it at first."""
    sums: Counter[int] = Counter()
    with Session(bind=db) as session:
        rows = session.query(Assignment, Criterion).join(Criterion, Criterion.id == Assignment.criterion_id)
        for work, criterion in rows:
            one = Leaf(work.id, None, "", None, None, None, None, None, Kind(criterion.kind), Progress(work.progress))
            one.due_on, one.max_points = work.due_on, criterion.max_points
            parts = parts_of(one, NOW.date())
            sums[criterion.campaign_id] += int(parts.forecast * 1000)
    return sums


def _pictures(store: Store, work: Path, rounds: int) -> list[Row]:
    """The picture of /tiendo; its floor, a bar chart by matplotlib, only where that is installed (it is no dependency)."""

    def facts(db: Connection) -> papers.Facts:
        campaign = campaigns.current(db, 1, date(NOW.year, NOW.month, NOW.day))
        assert campaign is not None, "the first office has a year"
        return reading.facts(db, 1, campaign[0], NOW, VIETNAM)

    shown = store.run(facts)
    picture.write(work / "warm.png", shown)
    ours = [_took(lambda: picture.write(work / "ours.png", shown)) for _ in range(rounds)]
    try:
        floor = [_took(lambda: _plot(work / "plot.png", shown)) for _ in range(rounds + 1)][1:]
    except ImportError:
        return [Row("picture of /tiendo (no matplotlib here)", "ms", ours)]
    return [Row("picture of /tiendo", "ms", ours, floor, target=0.5, at_most=True)]


def _plot(path: Path, shown: papers.Facts) -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    parts = shown.summary.parts
    figure, axes = plt.subplots(2, 1, figsize=(10.8, 16), dpi=100)
    values = [float(one) for one in (parts.accepted, parts.waiting, parts.open, parts.at_risk, parts.survey, parts.lost)]
    axes[0].barh(["a", "b", "c", "d", "e", "f"], values, hatch="/")
    axes[1].barh([one.name or "-" for one in shown.summary.people], [float(Decimal(one.rows.all)) for one in shown.summary.people])
    figure.savefig(path)
    plt.close(figure)


def _took(step: Callable[[], object]) -> float:
    before = time.perf_counter()
    step()
    return (time.perf_counter() - before) * 1000
