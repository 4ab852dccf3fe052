"""Pictures that go with a text: drawn once for all who ask; a text goes alone rather than wait for long or be lost."""

import asyncio
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

from jobs.pictures import MOST, Pictures
from locales.formats import VIETNAM
from locales.message import Message
from locales.papers import picture
from locales.say.picture import sheet
from locales.say.progress import Scope
from storage.rules.points import Parts
from storage.rules.rollup import Counts, Summary

NOBODY = Summary(Parts(), Counts(), (), (), ())


@pytest.fixture
def pictures() -> Pictures:
    made = Pictures()
    made.patience = 60  # a machine under load
    return made


@pytest.fixture
def shown(now) -> dict:
    return sheet(Scope("UBND phường Minh Tân", 2026, now, VIETNAM, Decimal(80)), NOBODY)


def message(folder: Path, name: str, shown: dict) -> Message:
    return Message("Tiến độ", file={"path": str(folder / "papers" / name), "name": "a.png", "as": "photo", "draws": shown})


async def test_the_picture_is_there_when_the_message_leaves_and_is_drawn_once(pictures, shown, tmp_path, monkeypatch):
    drawn = []
    real = picture.draw
    monkeypatch.setattr(picture, "draw", lambda path, sheet: (drawn.append(path), real(path, sheet)))
    asked = message(tmp_path, "a.png", shown)
    assert await asyncio.gather(*(pictures.drawn(asked) for _ in range(10))) == [asked] * 10
    assert await pictures.drawn(asked) == asked
    assert len(drawn) == 1
    with Image.open(tmp_path / "papers" / "a.png") as made:
        assert made.width == 1080
    assert (tmp_path / "papers" / "a.png").stat().st_mode & 0o777 == 0o600
    assert [one.name for one in (tmp_path / "papers").iterdir()] == ["a.png"], "nothing half drawn is left"


async def test_a_text_whose_picture_cannot_be_drawn_goes_alone(pictures, tmp_path, caplog):
    told = await pictures.drawn(message(tmp_path, "a.png", {"title": "?"}))
    assert (told.text, told.file) == ("Tiến độ", None)
    assert "not drawn" in caplog.text


async def test_when_many_pictures_are_wanted_at_once_the_other_texts_do_not_wait(pictures, shown, tmp_path):
    asked = [message(tmp_path, f"{number}.png", shown) for number in range(MOST + 2)]
    told = await asyncio.gather(*(pictures.drawn(one) for one in asked))
    assert [one.file is not None for one in told] == [True] * MOST + [False] * 2
    assert (await pictures.drawn(asked[-1])).file is not None, "a moment later there is room"


async def test_other_messages_pass_as_they_are(pictures, tmp_path):
    plain, paper = Message("Đã ghi."), Message("Báo cáo", file={"path": str(tmp_path / "a.docx"), "name": "a.docx"})
    assert [await pictures.drawn(one) for one in (plain, paper)] == [plain, paper]
