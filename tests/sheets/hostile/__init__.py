"""Files that are odd by accident or hostile on purpose, each made by a few lines, with what has to become of it."""

from tests.sheets.hostile import documents, texts, workbooks
from tests.sheets.hostile.made import MADE, Made

__all__ = ["MADE", "Made", "documents", "texts", "workbooks"]
