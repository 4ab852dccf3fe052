"""Why a whole file is refused: one code each, worded for people elsewhere."""

from bot.sheets.own import Question
from storage.evidence.refusals import BOMB, EXTERNAL_ENTITY, PASSWORD, UNREADABLE, Refused

EMPTY_FILE = "empty_file"
WRONG_EXTENSION = "wrong_extension"
OTHER_KIND = "other_kind"
TOO_BIG = "too_big"
TOO_SLOW = "too_slow"
NO_TABLE = "no_table"
SCANNED = "scanned"
BINARY = "binary"
TOO_MANY_COLUMNS = "too_many_columns"
NO_PERSON_COLUMN = "no_person_column"
UNSURE_COLUMNS = "unsure_columns"


class Unsure(Refused):
    """No heading says which column is which; `question` is what would make the file readable."""

    def __init__(self, question: Question | None) -> None:
        super().__init__(UNSURE_COLUMNS)
        self.question = question


__all__ = ["BOMB", "EXTERNAL_ENTITY", "PASSWORD", "UNREADABLE", "Refused", "Unsure"]
