"""What a stretch of a reply can be saying."""

from enum import StrEnum


class Kind(StrEnum):
    """A label of the tables. The first eight are intents, in their order of priority; the others say how far the work is."""

    REASSIGN = "reassign_request"
    EXTEND = "extension_request"
    BLOCK = "blocker"
    ASK = "question"
    SNOOZE = "snooze"
    SCORE = "self_score"
    EVIDENCE = "evidence_note"
    ACK = "acknowledge"

    JOKE = "joke"  # makes the whole reply say nothing
    DENIED = "denied"  # a thing said not to be so: used up, without effect
    DONE = "done"
    SENT = "sent"  # done, said with nộp, gửi, ký, ban hành: a numbered paper beside it makes it a note on proof
    PART = "part"  # a step, a draft, nearly, submitted for signature
    GOING = "going"  # being worked on
    BUSY_WITH_IT = "at_it"  # the bare "đang làm", which contradicts a bare "xong"
    LEFT = "left"  # what is missing yet
    UNFINISHED = "unfinished"  # "chưa xong"
    NOT = "not"  # not begun
    SOMETIME = "sometime"  # to finish, at no day that can be told: beside other news a promise, alone putting off
    PROMISE = "promise"  # to finish by a date
    GUESS = "guess"  # the writer does not know: ask, whatever else is said
    UNSENT = "unsent"  # not handed over or signed yet: ask alone, and done is not done beside it
    UNSURE = "unsure"  # says too little alone: ask, unless something else is said


STATUS_KINDS = frozenset(
    {
        Kind.DONE,
        Kind.SENT,
        Kind.PART,
        Kind.GOING,
        Kind.BUSY_WITH_IT,
        Kind.LEFT,
        Kind.UNFINISHED,
        Kind.NOT,
        Kind.PROMISE,
        Kind.GUESS,
        Kind.UNSENT,
        Kind.UNSURE,
    }
)
