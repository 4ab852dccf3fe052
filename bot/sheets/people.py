"""Who answers for a row: one lead, any number of supports, and the doubts about them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from bot.sheets.chunks import Chunk, chunks_of, names_in
from bot.sheets.names import GIVEN, GROUP, INITIALS, PERSON, POST, UNIT, UNKNOWN, canonical, kind_of
from bot.sheets.text import clean, lines
from storage.names import name_key

MISSING = "thiếu người phụ trách"
SEVERAL = "nhiều người, không ghi ai chủ trì"
JOINT = "nhiều người cùng chủ trì"
ONLY_SUPPORT = "chỉ ghi người phối hợp"
ONLY_WATCH = "chỉ ghi người chỉ đạo"
QUESTIONED = "ô có dấu hỏi, dấu chấm lửng hoặc ghi dự kiến"
REPLACED = "thay người trong năm"
SHARED_ROLE = "không rõ vai trò ghi cho một hay nhiều người"
NO_MARKS = "tên không dấu"
SUPPORT_UNCLEAR = "người phối hợp ghi chưa đủ họ tên"
ANOTHER = "trong ô còn tên người khác"
SAME_NAME = "người phối hợp trùng họ tên người phụ trách"
BY_KIND = {
    GIVEN: "chỉ ghi tên gọi",
    INITIALS: "chỉ ghi tên viết tắt",
    POST: "chỉ ghi chức danh",
    UNIT: "chỉ ghi đơn vị",
    GROUP: "giao cho tập thể",
    UNKNOWN: "không đọc được tên người",
}
_UNSURE = re.compile(
    r"\?|\.\.\.|…|[Dd]ự kiến|DỰ KIẾN|\bchờ\b|(?<=\()Chờ\b|\b[Tt]ạm (giao|thời|phân)|[Cc]hưa (chốt|thống nhất|phân công)"
)
LONGEST = 1_500
Whole = frozenset[str]
"""Keys of full names of two words."""

NOBODY: Whole = frozenset()
_EMPTY = re.compile(r"[-–—_.…/xX\s]*|không( có)?|chưa( có| phân công| giao| rõ)?", re.IGNORECASE)


class People(NamedTuple):
    """The persons of a row; `doubts` pairs a column with a reason."""

    lead: str | None = None
    post: str | None = None
    unit: str | None = None
    supports: tuple[str, ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()


def is_empty(text: str) -> bool:
    """Tell a cell that names nobody."""
    return bool(_EMPTY.fullmatch(text.strip("()")))


@lru_cache(maxsize=2048)
def parse(raw: str, whole: Whole = NOBODY) -> People:
    """Read the column of the person who answers for a row.

    Args:
        raw: what the cell has, with its line breaks.
        whole: names of two words that a list gives as somebody's full name.
    """
    if is_empty(clean(raw)):
        return People(doubts=(("lead", MISSING),))
    if len(raw) > LONGEST:
        return People(doubts=(("lead", BY_KIND[UNKNOWN]),))
    chunks, replaced = chunks_of(raw)
    workers = [chunk for chunk in chunks if chunk.role != "watch"]
    if not workers:
        return People(doubts=(("lead", ONLY_WATCH if chunks else MISSING),))
    found = _decided(_with_posts(_called(workers, whole)))
    if _UNSURE.search(lines(raw)):
        found = found._replace(doubts=(*found.doubts, ("lead", QUESTIONED)))
    if replaced:
        return found._replace(doubts=(*found.doubts, ("lead", REPLACED)))
    return (
        found._replace(doubts=(("lead", ANOTHER),))
        if not found.doubts and _leaves_out((found.lead, *found.supports), chunks, raw)
        else found
    )


def _leaves_out(read: Iterable[str | None], chunks: Sequence[Chunk], raw: str) -> bool:
    """Tell whether a cell names somebody else too, who is none of the people read from it nor part of a unit's or post's name."""
    named = [name_key(name) for name in (*read, *(chunk.text for chunk in chunks)) if name]
    places = [text for chunk in chunks for text in (chunk.text, chunk.unit, chunk.post) if text and kind_of(text) in {UNIT, POST}]
    others = [name for name in names_in(lines(raw)) if not any(one in name_key(name) for one in named)]
    return any(not any(name in text for text in places) for name in others)


@lru_cache(maxsize=2048)
def parse_supports(raw: str, whole: Whole = NOBODY) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Read the column of those who help: their names, and doubts."""
    if is_empty(clean(raw)):
        return (), ()
    if len(raw) > LONGEST:
        return (), (("supports", SUPPORT_UNCLEAR),)
    chunks, _ = chunks_of(raw)
    names, doubts = _supports(_called([chunk for chunk in chunks if chunk.role != "watch"], whole))
    return names, doubts or ((("supports", ANOTHER),) if _leaves_out(names, chunks, raw) else ())


@lru_cache(maxsize=2048)
def named(raw: str) -> tuple[tuple[str, str | None, str | None], ...]:
    """Give the full names in a cell, each with the post and the unit that stand beside it."""
    chunks = chunks_of(raw)[0] if len(raw) <= LONGEST else []
    return tuple((canonical(chunk.text), chunk.post, chunk.unit) for chunk in chunks if chunk.kind == PERSON)


@lru_cache(maxsize=2048)
def joined(who: People, more: tuple[str, ...]) -> People:
    """Add the helpers that a column of their own names."""
    return who._replace(supports=tuple(dict.fromkeys((*who.supports, *(name for name in more if name != who.lead)))))


def is_another(raw: str, who: People) -> bool:
    """Tell whether a column of helpers names somebody of the lead's name with another post or unit."""
    return any(chunk.text == who.lead and _is_elsewhere(chunk, who.post, who.unit) for chunk in chunks_of(raw)[0])


def _is_elsewhere(chunk: Chunk, post: str | None, unit: str | None) -> bool:
    return bool(chunk.post or chunk.unit) and (chunk.post, chunk.unit) != (post, unit)


def _called(chunks: list[Chunk], whole: Whole) -> list[Chunk]:
    """Take a name of two words for a full one where a list has somebody of that name: "Mai Liên" may be half of another."""
    if not whole:
        return chunks
    return [replace(one, kind=PERSON) if one.kind == GIVEN and name_key(one.text) in whole else one for one in chunks]


def _with_posts(chunks: list[Chunk]) -> list[Chunk]:
    """Let a post right after a name say what that person is: "bà A, Trưởng phòng"."""
    found: list[Chunk] = []
    for chunk in chunks:
        if chunk.kind == POST and chunk.role is None and found and found[-1].kind == PERSON and chunk.separator == ",":
            found[-1] = replace(found[-1], post=found[-1].post or chunk.text, role=found[-1].role)
        else:
            found.append(chunk)
    return found


def _decided(chunks: list[Chunk]) -> People:
    """Choose the lead: the one named so, or the only person without a role."""
    leads = [chunk for chunk in chunks if chunk.role == "lead"]
    open_ = [chunk for chunk in chunks if chunk.role is None]
    if leads:
        return _led(leads, chunks)
    persons = [chunk for chunk in open_ if chunk.kind == PERSON]
    if not open_:
        return _made(None, chunks, ONLY_SUPPORT)
    if not persons:
        return _nobody(open_, [chunk for chunk in chunks if chunk.role == "support"])
    several = [chunk for chunk in open_ if chunk.kind in {PERSON, GIVEN, INITIALS, UNKNOWN}]
    if len(several) > 1:
        return _made(persons[0], [chunk for chunk in chunks if chunk is not persons[0]], SEVERAL)
    second = next((chunk for chunk in chunks[1:2] if chunk.separator == "và" and chunk.role == "support"), None)
    shared = second is not None and second.kind not in {UNIT, GROUP} and chunks[0] is persons[0]
    return _made(persons[0], [chunk for chunk in chunks if chunk is not persons[0]], SHARED_ROLE if shared else None)


def _led(leads: list[Chunk], chunks: list[Chunk]) -> People:
    """Take the one named as lead; where several are, the first, with a doubt."""
    persons = [chunk for chunk in leads if chunk.kind == PERSON]
    if not persons:
        return _nobody(leads, [chunk for chunk in chunks if chunk.role != "lead"])
    units = [chunk for chunk in leads if chunk.kind in {UNIT, GROUP, POST}]
    doubt = JOINT if len(leads) - len(units) > 1 else None
    mixed = SHARED_ROLE if chunks[0].role is None and leads[0].separator == "và" else None
    return _made(persons[0], [chunk for chunk in chunks if chunk is not persons[0]], doubt or mixed)


def _nobody(named: list[Chunk], helpers: list[Chunk]) -> People:
    """No person in the lead's place: say what stands there instead."""
    post = next((chunk.text for chunk in named if chunk.kind == POST), None) or next(
        (chunk.post for chunk in named if chunk.post), None
    )
    found = _made(None, helpers, BY_KIND[named[0].kind])
    return found._replace(post=post, unit=next((chunk.unit for chunk in named if chunk.unit), None))


def _made(lead: Chunk | None, helpers: Sequence[Chunk], doubt: str | None) -> People:
    first = (("lead", doubt),) if doubt else ()
    name = canonical(lead.text) if lead else None
    same = [chunk for chunk in helpers if canonical(chunk.text) == name]
    supports, doubts = _supports([chunk for chunk in helpers if chunk not in same])
    if lead is None:
        return People(supports=supports, doubts=(*first, *doubts))
    if any(_is_elsewhere(chunk, lead.post, lead.unit) for chunk in same):
        doubts = (*doubts, ("supports", SAME_NAME))
    return People(name, lead.post, lead.unit, supports, (*first, *doubts))


def _supports(chunks: Sequence[Chunk]) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    names: list[str] = []
    doubtful = False
    for chunk in chunks:
        name = canonical(chunk.text) if chunk.kind == PERSON else chunk.text
        if name not in names:
            names.append(name)
        doubtful |= chunk.kind in {GIVEN, INITIALS, UNKNOWN}
    return tuple(names), ((("supports", SUPPORT_UNCLEAR),) if doubtful else ())
