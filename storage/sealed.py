"""A stream of bytes under a passphrase: AES-256-GCM in pieces, each bound to its place, the last one marked, so that nothing can
be changed, cut off or moved unseen; the key by scrypt (RFC 7914).

The form: MAGIC, 16 bytes of salt, 7 of nonce, 16 that prove the passphrase, then the pieces.
"""

import os
import struct
from typing import BinaryIO, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC = b"nhacviec-1\n"
PIECE, TAG = 1024 * 1024, 16
COST = 2**15  # 32 MB and a tenth of a second for each guess
PROOF = 2**32 - 1  # the place of the piece that proves the passphrase: no stream is so long


class WrongPassphrase(Exception):
    """The passphrase is another one."""


class Damaged(Exception):
    """Bytes were changed or are missing."""


def _key(passphrase: str, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(passphrase.encode()))


def _nonce(prefix: bytes, place: int, *, is_last: bool) -> bytes:
    return prefix + struct.pack(">IB", place, is_last)


class Writer:
    """Seals what is written into it; use as a context manager. When the block fails the last piece is never written."""

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        salt, self._prefix = os.urandom(16), os.urandom(7)
        self._file, self._key, self._place, self._kept = file, _key(passphrase, salt), 0, bytearray()
        proof = self._key.encrypt(_nonce(self._prefix, PROOF, is_last=False), b"", MAGIC)
        file.write(MAGIC + salt + self._prefix + proof)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        if failed is None:
            self._seal(bytes(self._kept), is_last=True)

    def write(self, data: bytes) -> int:
        self._kept += data
        while len(self._kept) > PIECE:
            self._seal(bytes(self._kept[:PIECE]), is_last=False)
            del self._kept[:PIECE]
        return len(data)

    def _seal(self, piece: bytes, *, is_last: bool) -> None:
        self._file.write(self._key.encrypt(_nonce(self._prefix, self._place, is_last=is_last), piece, None))
        self._place += 1


class Reader:
    """Opens what a `Writer` sealed, piece by piece; nothing is given out that was not checked.

    Raises:
        WrongPassphrase: at once.
        Damaged: it is no such stream, or as soon as a piece is not what was written.
    """

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        head = file.read(len(MAGIC) + 16 + 7 + TAG)
        if len(head) < len(MAGIC) + 39 or not head.startswith(MAGIC):
            raise Damaged
        salt, self._prefix, proof = head[len(MAGIC) :][:16], head[len(MAGIC) + 16 :][:7], head[-TAG:]
        self._file, self._key, self._place = file, _key(passphrase, salt), 0
        try:
            self._key.decrypt(_nonce(self._prefix, PROOF, is_last=False), proof, MAGIC)
        except InvalidTag:
            raise WrongPassphrase from None
        self._next: bytes | None = file.read(PIECE + TAG)
        self._kept = bytearray()

    def read(self, size: int = -1) -> bytes:
        while self._next is not None and (size < 0 or len(self._kept) < size):
            self._open()
        given = bytes(self._kept) if size < 0 else bytes(self._kept[:size])
        del self._kept[: len(given)]
        return given

    def _open(self) -> None:
        piece, after = self._next or b"", self._file.read(PIECE + TAG)
        try:
            self._kept += self._key.decrypt(_nonce(self._prefix, self._place, is_last=not after), piece, None)
        except InvalidTag:
            raise Damaged from None
        self._place += 1
        self._next = after or None
