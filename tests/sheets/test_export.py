"""The list as it stands, written in the form of the template: loaded again it changes nothing and raises no new doubt."""

import importlib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as some

from bot import sheets
from bot.sheets.dues import Context, parse
from locales.papers import assignments
from locales.say import dues
from storage import migrate
from storage.db import Store
from storage.loading import given, loads, standing
from storage.office import units
from storage.work import campaigns
from tests.sheets import offices
from tests.sheets.offices.__main__ import names
from tests.storage.assignment_table import loaded

NOW = datetime(2026, 3, 2, 2, tzinfo=UTC)
SAMPLE = Path(sheets.__file__).parents[1] / "sample" / "phuong-an-khanh.csv"


@pytest.fixture
def office(tmp_path):
    """An empty office on a disk of its own."""
    store = Store(f"sqlite:///{tmp_path / 'nhacviec.db'}")
    with store.transaction() as db:
        migrate.upgrade(db)
        made = units.add(db, "UBND phường Minh Tân", is_office=True)
    yield store, made
    store.close()


def load(office, sheet):
    store, made = office
    with store.transaction() as db:
        return loaded(db, made, sheet.as_dict(extra=True), NOW)


def exported(office, year, path):
    store, made = office
    with store.transaction() as db:
        leaves = standing.of_campaign(db, campaigns.of_year(db, made, year))
    return assignments.write(path, year, leaves)


OFTEN = names()[::3]  # all of them were tried; these keep the suite quick


@pytest.mark.parametrize("name", ["sample", *OFTEN])
def test_an_export_loaded_again_changes_nothing(name, office, tmp_path):
    path = SAMPLE if name == "sample" else importlib.import_module(f"{offices.__name__}.{name}").office().save(tmp_path)
    first = sheets.parse(path)
    load(office, first)
    again = sheets.parse(exported(office, first.year, tmp_path / "danh-sach.xlsx"), first.year)
    assert (again.error, len(again.rows), again.year) == (None, len(first.rows), first.year)
    kinds = [(one.proposed_kind, other.proposed_kind) for one, other in zip(first.rows, again.rows, strict=True) if one.kind is None]
    assert [pair for pair in kinds if pair[0] and pair[0] != pair[1]] == []
    with office[0].transaction() as db:
        leaves = standing.of_campaign(db, campaigns.of_year(db, office[1], first.year))
        assert [bool(row.needs_check) for row in again.rows] == [bool(leaf.needs_check) for leaf in leaves]
        found = loads.compare(db, office[1], first.year, given.read(again.as_dict(extra=True)))
    assert [change.columns for change in found.changed] == []
    assert found.is_nothing


DAYS = some.integers(1, 28)
PARTS = some.one_of(
    some.sampled_from(["daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly", "weekly fri", "weekly mon + weekly thu"]),
    some.sampled_from(["quarterly + half-yearly + yearly", "monthly + quarterly + yearly"]),
    some.builds("monthly day {}".format, DAYS),
    some.builds("quarterly month {} day {}".format, some.integers(1, 4), DAYS),
    some.builds(lambda one, other: " + ".join(f"monthly day {day}" for day in sorted({one, other})), DAYS, DAYS),
)


@settings(max_examples=150, deadline=None)
@drawn(rule=PARTS)
def test_a_repetition_in_words_reads_back_as_itself(rule):
    found = parse(dues.written(None, rule, None, strict=False), None, Context(2026))
    assert (found.due, found.reasons) == ({"kind": "recurring", "rule": rule, "strict": False}, ())


@settings(max_examples=150, deadline=None)
@drawn(day=some.dates(date(2026, 1, 1), date(2026, 12, 31)), strict=some.booleans())
def test_a_day_in_words_reads_back_as_itself(day, strict):
    found = parse(dues.written(day, None, None, strict=strict), None, Context(2026, date(2026, 6, 1)))
    assert (found.due, found.reasons) == ({"kind": "date", "date": day.isoformat(), "strict": strict}, ())


@pytest.mark.parametrize("rule", ["monthly day 4", "quarterly month 3 day 19", "monthly last day", "quarterly month 4 day 4"])
def test_a_strict_repetition_reads_back_strict(rule):
    found = parse(dues.written(None, rule, None, strict=True), None, Context(2026))
    assert (found.due["rule"], found.due["strict"], found.reasons) == (rule, True, ())
