"""The small office and its phones; tests that need another office give a fixture of that name of their own."""

import pytest

from tests.flows import small_office


@pytest.fixture
def office(store, now):
    return small_office.build(store, now)


@pytest.fixture
def tung(office):
    """The coordinator."""
    return office.phone("telegram:1")


@pytest.fixture
def ngan(office):
    """The official who holds the rows."""
    return office.phone("telegram:2")


@pytest.fixture
def chu(office):
    """The chairperson."""
    return office.phone("telegram:4")
