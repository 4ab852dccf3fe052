"""Answers of the web room's requests: JSON, and a refusal in words that the page shows as they stand."""

from typing import Any

from starlette.responses import JSONResponse, Response

from locales.say import upload as say

STATUS = {
    "foreign": 403,
    "signed_out": 401,
    "bad_pass": 403,
    "slow_down": 429,
    "files": 429,
    "bytes": 429,
    "not_read": 400,
    "too_big": 413,
    "wrong_kind": 415,
    "scanned": 415,
    "other_kind": 415,
    "empty": 422,
    "secret": 422,
    "number_only": 422,
    "not_yours": 409,
    "gone": 404,
    "dropped": 410,
    "disk_full": 507,
}


class Refused(Exception):
    """A request is not done; the page shows why and what to do.

    Args:
        reason: a key of `STATUS`, with its words in `locales.say.upload.refused`.
        more: what else the page needs to go on.
        values: for the words.
    """

    def __init__(self, reason: str, more: dict[str, Any] | None = None, **values: object) -> None:
        super().__init__(reason)
        self.reason, self.more, self.values = reason, more or {}, values

    def answer(self) -> Response:
        told = say.refused(self.reason, self.values)
        return JSONResponse({"error": self.reason, "told": told} | self.more, STATUS[self.reason])
