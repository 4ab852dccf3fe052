"""What is filled into an office's own file: the state of each row, and where the row stands."""

from dataclasses import dataclass

NAMES = ("status", "completed_on", "result_document")
Place = tuple[str | None, int]


@dataclass(frozen=True, slots=True)
class State:
    """What is known of a row, in words; empty where nothing is known."""

    status: str = ""
    completed_on: str = ""
    result_document: str = ""
