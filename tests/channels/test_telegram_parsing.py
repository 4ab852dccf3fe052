"""The short way of reading a plain text says the same as the library's long one; what is not plain goes the long way."""

from typing import Any

import pytest
from telegram import Bot

from bot.channels.telegram import parsing

BOT = Bot("123456:TEST")
CHAT = {"id": 5, "type": "private", "first_name": "An"}
SENDER = {"id": 5, "is_bot": False, "first_name": "An", "language_code": "vi"}


def update(**message: Any) -> dict[str, Any]:
    return {"update_id": 1, "message": {"message_id": 9, "date": 1790000000, "chat": CHAT, "from": SENDER} | message}


@pytest.mark.parametrize("text", ["xong", "/tiendo", "Tiến độ", "đang làm 60%", "<b>1.2.4</b>"])
def test_both_ways_read_the_same(text: str):
    raw = update(text=text)
    long_way = parsing._message(parsing.Update.de_json(raw, BOT).message, is_edited=False)
    assert parsing._plain(raw) == parsing.parse(raw, BOT) == long_way


@pytest.mark.parametrize(
    "raw",
    [
        update(text="xong", chat={"id": -5, "type": "group", "title": "Nhóm"}),
        update(text="xong", reply_to_message={"message_id": 8, "date": 1790000000, "chat": CHAT, "from": SENDER, "text": "?"}),
        update(text="xong", forward_origin={"type": "hidden_user", "sender_user_name": "Ai", "date": 1790000000}),
        update(text="xong", via_bot={"id": 6, "is_bot": True, "first_name": "Khác", "username": "khac_bot"}),
        update(sticker={}),
        {"update_id": 1, "edited_message": update(text="xong")["message"]},
        {"update_id": 1, "message": "xong"},
        update(text=5),
    ],
)
def test_what_is_not_plain_goes_the_long_way(raw: dict[str, Any]):
    assert parsing._plain(raw) is None
