"""Word documents."""
from bot.sheets.grid import Grid


def grids(data: bytes) -> list[Grid]:
    return []
