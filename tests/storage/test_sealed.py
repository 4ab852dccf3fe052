"""What is sealed opens with its passphrase only, and whatever is changed, cut, moved or added is seen."""

import io
import random

import pytest

from storage.sealed import MAGIC, PIECE, TAG, Damaged, Reader, Writer, WrongPassphrase

WORDS = "con ngựa sắt thị trấn"
HEAD = len(MAGIC) + 39


def sealed(data: bytes) -> bytes:
    file = io.BytesIO()
    with Writer(file, WORDS) as into:
        for at in range(0, len(data), 300_001):
            into.write(data[at : at + 300_001])
    return file.getvalue()


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 5])
def test_what_went_in_comes_out(size):
    data = random.Random(size).randbytes(size)
    whole = sealed(data)
    assert Reader(io.BytesIO(whole), WORDS).read() == data
    reader, parts = Reader(io.BytesIO(whole), WORDS), []
    while part := reader.read(99_991):
        parts.append(part)
    assert b"".join(parts) == data


def test_the_same_bytes_are_never_sealed_alike():
    assert sealed(b"x" * 50)[len(MAGIC) :] != sealed(b"x" * 50)[len(MAGIC) :]


def test_another_passphrase_is_told_from_damage():
    with pytest.raises(WrongPassphrase):
        Reader(io.BytesIO(sealed(b"x")), WORDS + " ")
    for other in (b"", b"PK\x03\x04" * 100, sealed(b"x")[: HEAD - 1]):
        with pytest.raises(Damaged):
            Reader(io.BytesIO(other), WORDS)


def test_every_kind_of_damage_is_seen():
    data = random.Random(1).randbytes(2 * PIECE + 100)
    whole, piece = sealed(data), PIECE + TAG
    first, second, last = whole[HEAD : HEAD + piece], whole[HEAD + piece : HEAD + 2 * piece], whole[HEAD + 2 * piece :]
    flipped = bytearray(whole)
    flipped[HEAD + piece + 77] ^= 1
    broken = {
        "a bit": bytes(flipped),
        "cut at a piece": whole[: HEAD + 2 * piece],
        "cut inside": whole[:-1],
        "moved": whole[:HEAD] + second + first + last,
        "a piece left out": whole[:HEAD] + first + last,
        "something added": whole + b"x",
        "repeated": whole + last,
    }
    for name, one in broken.items():
        with pytest.raises(Damaged):
            Reader(io.BytesIO(one), WORDS).read()
            pytest.fail(name)


def test_a_sealing_that_failed_has_no_end():
    file = io.BytesIO()
    with pytest.raises(ZeroDivisionError), Writer(file, WORDS) as into:
        into.write(b"x" * 100)
        raise ZeroDivisionError
    with pytest.raises(Damaged):
        Reader(io.BytesIO(file.getvalue()), WORDS).read()
