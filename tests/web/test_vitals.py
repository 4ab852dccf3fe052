"""What whoever watches sees: health, metrics without a name or a secret, and who may see them."""

import re
import shutil
from datetime import timedelta

from sqlalchemy import text

from storage import audit
from storage.messages import inbox
from storage.messages.inbox import Raw
from tests.stories.office import TUESDAY, at
from tests.web.client import Client
from tests.web.room import Room

TOKEN = "ein-geheimnis-von-24-zei"
NUMBER = re.compile(r"^nhacviec_[a-z_]+(\{[a-z]+=\"[a-z]+\"\})? -?[0-9.e+-]+$")


def read(answer) -> dict[str, float]:
    lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
    assert all(NUMBER.match(line) for line in lines), lines
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def test_health_says_what_works_and_nothing_of_anybody(room, client):
    answer = client.ask("GET", "/healthz")
    assert answer.status == 200
    assert answer.json == {"ok": True, "sends": True, "deaf": []}


def test_the_figures_move_with_what_happens(room, client):
    before = read(client.ask("GET", "/metrics"))
    assert (before["nhacviec_up"], before['nhacviec_inbox_rows{state="quarantined"}'], before["nhacviec_sends"]) == (1, 0, 1)
    assert "nhacviec_backup_age_seconds" not in before, "there is none"
    with room.store.transaction() as db:
        db.execute(text("UPDATE inbox SET state = 'done'"))
        inbox.put(db, "console", [Raw("1", "console:1", {"x": 1})], room.now - timedelta(minutes=5))
        db.execute(text("UPDATE inbox SET state = 'quarantined' WHERE channel = 'console'"))
        audit.note(db, audit.BACKUP, "database", room.now - timedelta(hours=3))
    after = read(client.ask("GET", "/metrics"))
    assert after['nhacviec_inbox_rows{state="quarantined"}'] == 1
    assert after["nhacviec_backup_age_seconds"] == 3 * 3600
    assert after["nhacviec_loop_lag_seconds"] >= 0


def test_lateness_and_the_age_of_the_inbox_are_seen_while_nothing_moves(room, client):
    with room.store.transaction() as db:
        db.execute(
            text(
                "INSERT INTO outbox (key, channel, chat, lane, kind, payload, about, state, not_before, attempt, created_at) "
                "VALUES ('k', 'console', 'console:1', 1, 'message', '{}', '[]', 'pending', :at, 0, :at)"
            ),
            {"at": str((room.now - timedelta(minutes=2)).replace(tzinfo=None))},
        )
        inbox.put(db, "nobody", [Raw("1", "nobody:1", {})], room.now - timedelta(minutes=7))
        db.execute(text("UPDATE inbox SET not_before = '2030-01-01' WHERE channel = 'nobody'"))
    found = read(client.ask("GET", "/metrics"))
    assert found["nhacviec_lateness_seconds"] == 120
    assert found["nhacviec_inbox_age_seconds"] == 7 * 60


def test_only_this_machine_sees_the_figures_and_a_proxy_is_not_this_machine(room, client):
    assert client.ask("GET", "/metrics").status == 200
    for header in ("x_forwarded_for", "x_forwarded_host", "forwarded", "x_real_ip", "via"):
        answer = client.ask("GET", "/metrics", **{header: "127.0.0.1"})
        assert (answer.status, answer.body) == (403, b""), header


def test_with_a_token_it_is_the_token_that_counts(filled_template, tmp_path):
    shutil.copy(filled_template, tmp_path / "nhacviec.db")
    with Room(f"sqlite:///{tmp_path}/nhacviec.db", tmp_path / "data", at(TUESDAY, 14), metrics_token=TOKEN) as room:
        client = Client(room.url)
        for wrong in (None, f"Bearer {TOKEN}x", TOKEN, "Bearer ", "Bearer é"):
            assert client.ask("GET", "/metrics", authorization=wrong and wrong.encode().decode("latin-1")).status == 403
        found = client.ask("GET", "/metrics", authorization=f"Bearer {TOKEN}", x_forwarded_for="192.0.2.7")
        assert found.status == 200
        assert TOKEN not in found.text
