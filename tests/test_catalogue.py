"""The Vietnamese: complete, with the same placeholders, composed letters, and the tone of a careful office."""

import re
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from locales import HERE
from locales.update import SAY, faults, hidden_in, messages_in, updated

FILES = sorted(HERE.glob("*.po"))


def catalogue(path: Path):
    return read_po(BytesIO(path.read_bytes()), locale="vi")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_message_is_translated_with_its_placeholders(path: Path):
    assert faults(catalogue(path)) == []


@pytest.mark.parametrize("source", [one for one in sorted(SAY.glob("*.py")) if messages_in(one)], ids=lambda path: path.stem)
def test_no_file_is_behind_its_module(source: Path):
    assert updated(source)[1] == (HERE / f"{source.stem}.po").read_bytes()
    assert hidden_in(source) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_tone_is_that_of_an_office(path: Path):
    for message in catalogue(path):
        text = str(message.string)
        assert unicodedata.is_normalized("NFC", text), text
        assert "!" not in text, text
        assert not re.search(r"\bbạn\b", text.casefold()), text
