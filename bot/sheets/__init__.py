"""Assignment tables as offices have them: a file becomes rows and doubts; nothing is stored here."""

from bot.sheets.model import Flag, Row, Sheet
from bot.sheets.reading import dismiss, expect, parse, read

__all__ = ["Flag", "Row", "Sheet", "dismiss", "expect", "parse", "read"]
