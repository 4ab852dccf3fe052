"""Phones of the small office, for tests that give the office as a fixture of their own."""

import pytest


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
