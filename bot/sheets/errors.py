"""Why a whole file is refused: one code each, worded for people elsewhere."""

from bot.sheets.own import Question

EMPTY_FILE = "empty_file"
WRONG_EXTENSION = "wrong_extension"
PASSWORD = "password"  # noqa: S105 - the name of a fault
BOMB = "bomb"
TOO_BIG = "too_big"
EXTERNAL_ENTITY = "external_entity"
NO_TABLE = "no_table"
SCANNED = "scanned"
BINARY = "binary"
TOO_MANY_COLUMNS = "too_many_columns"
NO_PERSON_COLUMN = "no_person_column"
UNREADABLE = "unreadable"
UNSURE_COLUMNS = "unsure_columns"

CODES = frozenset(
    {
        EMPTY_FILE,
        WRONG_EXTENSION,
        PASSWORD,
        BOMB,
        TOO_BIG,
        EXTERNAL_ENTITY,
        NO_TABLE,
        SCANNED,
        BINARY,
        TOO_MANY_COLUMNS,
        NO_PERSON_COLUMN,
        UNREADABLE,
        UNSURE_COLUMNS,
    }
)


class Refused(Exception):
    """The file cannot be read as an assignment table; `code` is one of CODES, `question` what would make it readable."""

    def __init__(self, code: str, question: Question | None = None) -> None:
        super().__init__(code)
        self.code, self.question = code, question
