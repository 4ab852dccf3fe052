"""Which rows a document is likely to prove too: by their code, its number, its kind of paper and the words that both have."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from storage.evidence import numbers, paper_types
from storage.evidence.documents import Document
from storage.names import folded
from storage.work.assignments import Work

NAMED, NUMBERED, PAPER = 100, 50, 3
MOST_WORDS = 6
LIKELY = 5  # a kind of paper and two words of its own; what has less is offered only in the list
_SHORT = 3  # letters from which a word says something
_CODE = re.compile(r"[\d.]+")


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of documents.

    Attributes:
        texts: names, captions and subjects.
        numbers: of those that have one.
        papers: kinds of paper.
    """

    texts: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    papers: frozenset[str] = frozenset()


def traits_of(documents: Sequence[Document], captions: Iterable[str | None] = ()) -> Traits:
    """What documents say of themselves, recorded or only read."""
    texts = [caption for caption in captions if caption]
    found, papers = [], set()
    for one in documents:
        read = one.read or {}
        number = one.number or read.get("number")
        paper = paper_types.of_number(number) if number else read.get("paper")
        texts += [text for text in (one.name, one.subject or read.get("subject")) if text]
        found += [number] if number else []
        papers |= {paper} if paper else set()
    return Traits(tuple(texts), tuple(found), frozenset(papers))


def scores(rows: Sequence[Work], traits: Traits) -> dict[int, int]:
    """How likely each row is; words that most of the rows have say nothing."""
    codes = {code for text in traits.texts for code in numbers.codes(text)}
    said = _words(*traits.texts)
    own = {work.id: _words(work.title, work.required_evidence or "") for work in rows}
    common = {word for word in said if sum(word in words for words in own.values()) > max(1, len(rows) // 2)}
    return {work.id: _score(work, traits, codes, len((own[work.id] & said) - common)) for work in rows}


def _score(work: Work, traits: Traits, codes: set[str], shared: int) -> int:
    text = " ".join((work.title, work.required_evidence or "", work.result_document or ""))
    score = min(shared, MOST_WORDS)
    score += NAMED if work.code in codes else 0
    score += NUMBERED if any(folded(one) in folded(text) for one in traits.numbers if "/" in one) else 0
    return score + (PAPER if traits.papers & paper_types.named_in(work.required_evidence or "") else 0)


def ordered(rows: Sequence[Work], traits: Traits) -> list[Work]:
    """The likely rows first; where nothing tells them apart, as they came."""
    found = scores(rows, traits)
    return sorted(rows, key=lambda work: -found[work.id])


def likely(rows: Sequence[Work], traits: Traits) -> list[Work]:
    """Those that may be offered without being asked for, the likeliest first."""
    found = scores(rows, traits)
    return [work for work in ordered(rows, traits) if found[work.id] >= LIKELY]


def _words(*texts: str) -> set[str]:
    """Words as they are compared: without diacritics, codes and short ones left out."""
    return {word for text in texts for word in re.findall(r"[a-z]+", folded(_CODE.sub(" ", text))) if len(word) >= _SHORT}
