"""After an incident the command names whose data was touched, and by whom, and nobody else."""

import ast
from datetime import timedelta
from pathlib import Path

from locales.say.actions import action
from storage import audit
from storage.db import Store
from storage.office import people
from storage.personal import incident
from tests.flows.small_office import build
from tests.program import Program


def test_whose_data_was_touched_and_by_which_account(store: Store, database_url: str, now, tmp_path):
    office = build(store, now)
    tung, ngan = office.phone("telegram:1"), office.phone("telegram:2")
    ngan.says("2.1.3 đang làm 60%")
    tung.goes(f"lock:{office.ha}:yes")
    with store.transaction() as db:
        names = {one: people.by_id(db, one).full_name for one in (office.tung, office.ngan, office.ha, office.khoa)}
        found = {one.person: one.did for one in incident.touched(db, now - timedelta(minutes=1), now, office.tung)}
    assert found[names[office.ha]] == {"lock": 1}
    assert names[office.ngan] not in found, "what she did herself is nobody's doing"
    with store.transaction() as db:
        audit.note(db, "paper", "progress.xlsx", now, by=office.tung, office=office.id)
        found = {one.person: one.did for one in incident.touched(db, now - timedelta(minutes=1), now, office.tung)}
        assert incident.touched(db, now + timedelta(days=1), now + timedelta(days=2)) == []
    assert found[names[office.ngan]] == {"paper": 1}, "a paper of the office shows everybody"
    program = Program(tmp_path, DATABASE_URL=database_url)
    ran = program("audit", "touched", "--since", "20/11/2026", "--until", "20/11/2026", "--by", names[office.tung])
    assert (ran.status, dict(ran.table)[names[office.ha]]) == (0, "khóa máy: 01 lần; lập văn bản: 01 lần"), ran
    assert "Từ 20/11/2026 đến 20/11/2026" in ran.err
    assert program("audit", "touched", "--since", "20/11/2026", "--by", "Không Có Ai").status == 1


def test_whatever_the_history_notes_has_words_of_its_own():
    keys = set()
    for path in (path for room in ("bot", "jobs", "storage") for path in Path(room).rglob("*.py")):
        calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call) and len(node.args) > 1]
        noted = [call.args[1] for call in calls if ast.unparse(call.func) in {"audit.note", "staff.note", "note"}]
        keys |= {one.value for name in noted for one in ast.walk(name) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
        kinds = [word.value for call in calls for word in call.keywords if word.arg == "kind" and "change" in ast.unparse(call.func)]
        keys |= {one.value for one in kinds if isinstance(one, ast.Constant)} - {"grant"}
    assert len(keys) > 60
    assert [key for key in sorted(keys) if action(key) == action("") and "_request_" not in key] == []
