"""What a chat was offered, and the words that wait for their row, survive a restart."""

from datetime import date, datetime

from storage.db import Store
from storage.messages import conversations, outbox
from storage.messages.conversations import MOST_SAID, Said, Talk
from storage.messages.outbox import Draft


def test_words_are_kept_with_the_day_on_which_they_were_written(store: Store, now: datetime):
    said = Said(17, "mai xong: 60%", date(2026, 11, 20))
    with store.transaction() as db:
        conversations.put(db, "telegram:1", Talk(about=5).keeping(said), now)
    with store.transaction() as db:
        talk = conversations.get(db, "telegram:1", now)
    assert (talk.about, talk.said) == (5, (said,))


def test_only_the_newest_words_are_kept_each_once():
    talk = Talk()
    for key in (*range(MOST_SAID + 3), MOST_SAID):
        talk = talk.keeping(Said(key, f"câu {key}", date(2026, 11, 20)))
    assert len(talk.said) == MOST_SAID
    assert talk.said[-1].key == MOST_SAID


def test_a_reply_to_a_message_that_was_edited_means_what_it_shows_now(store: Store, now: datetime):
    chat = "telegram:1"
    with store.transaction() as db:
        card, summary = outbox.add(db, [Draft("card", chat, {}, about=(17,)), Draft("summary", chat, {}, edits="500")], now)
        outbox.mark_sent(db, [(summary, "500", now), (card, "500", now)])
        assert outbox.about_message(db, chat, "500") == []
        assert outbox.answered(db, chat, "500", now) == "summary"
