"""The labelled replies of this project: every one of them is understood, and none is given a status that its label does not hold."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from locales.hear import understand

REPLIES = [json.loads(line) for line in (Path(__file__).with_name("corpus.jsonl")).read_text(encoding="utf-8").splitlines()]
INTENTS = {
    "reassign_request",
    "extension_request",
    "blocker",
    "question",
    "snooze",
    "self_score",
    "status",
    "evidence_note",
    "acknowledge",
    "other",
}
TAGS = """
std nodia mixed teencode abbrev telex vni nfd upper tone typo voice south central north emoji short formal numwords
negation hedge partial percent date past lunar vague multi items criterion ambiguous correction sarcasm chitchat hostile injection
thirdparty trap
"""


@pytest.fixture(scope="module")
def heard() -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Every reply with what is made of it."""
    return [(reply, understand(reply["text"], date.fromisoformat(reply["today"])).as_dict()) for reply in REPLIES]


def written(meaning: dict[str, Any]) -> set[tuple[str, str]]:
    """The statuses that a meaning would write, by criterion ("" is the one that was asked about)."""
    rows = [meaning, *meaning.get("items", ())]
    return {(row.get("criterion", ""), row["status"]) for row in rows if row.get("status")}


def test_every_labelled_reply_is_understood(heard):
    mistakes = {}
    for reply, got in heard:
        if any(got.get(key) != value for key, value in reply["expect"].items()):
            mistakes[reply["text"]] = (reply["expect"], got)
    assert not mistakes


def test_no_status_is_written_that_the_label_does_not_hold(heard):
    wrong = {reply["text"]: got for reply, got in heard if written(got) - written(reply["expect"])}
    assert not wrong


def test_the_labelled_replies_cover_every_intent_status_and_way_of_writing():
    assert len(REPLIES) >= 500
    assert {reply["expect"].get("intent") for reply in REPLIES} == {*INTENTS, None}
    assert {status for reply in REPLIES for _, status in written(reply["expect"])} == {"not_started", "in_progress", "done"}
    assert {tag for reply in REPLIES for tag in reply["tags"]} >= set(TAGS.split())
