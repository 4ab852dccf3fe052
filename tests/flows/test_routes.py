"""The table of routes is put together from nine areas: none hides a route of another, and commands lead to what there is."""

from collections import Counter

from bot.routes import AREAS, COMMANDS, ROUTES


def test_no_two_areas_declare_one_route():
    declared = Counter(name for area in AREAS for name in area.ROUTES)
    assert [name for name, times in declared.items() if times > 1] == []
    assert declared.keys() == ROUTES.keys()


def test_every_command_leads_to_a_route():
    assert set(COMMANDS.values()) <= ROUTES.keys()


def test_an_area_leads_to_steps_of_its_own_folder():
    strangers = [
        (area.__name__, name)
        for area in AREAS
        for name, rule in area.ROUTES.items()
        if not rule.step.__module__.startswith(f"bot.flows.{area.__name__.rpartition('.')[2]}.")
    ]
    assert strangers == []
