"""Every command of the command line as a process: what it prints, how it ends, and that it works beside a running `run`."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from bot.__main__ import main
from tests.postgres import free_port
from tests.program import OURS, ROOT, Program

OFFICE, ADMIN, CHAIR = "UBND phường An Khánh", "Phan Quốc Bảo", "Hồ Thanh Sơn"
TABLE = ROOT / "bot" / "sample" / "phuong-an-khanh.csv"
CODE = re.compile(r"[0-9A-Z]{26}")
PARTS = ("accepted", "waiting", "open", "at_risk", "survey", "lost")
KEYS = {"unit", "year", "as_of", "max", "target", *PARTS, "forecast", "class", "rows", "overdue", "fields", "people"}
ROWS = {"all", "due", "done", "done_of_due", "in_progress", "not_started", "overdue"}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """An office with the sample table in it, made by commands alone."""
    program = Program(tmp_path_factory.mktemp("office"))
    assert program("init", OFFICE, "--admin", ADMIN, "--chairperson", CHAIR).status == 0
    assert program("load", str(TABLE), "--yes").status == 0
    return program


def test_init_prints_a_line_of_four_columns_for_each_of_the_first_people(tmp_path):
    program = Program(tmp_path)
    ran = program("init", OFFICE, "--admin", ADMIN, "--chairperson", CHAIR)
    assert ran.status == 0
    assert [line[:2] for line in ran.table] == [[ADMIN, "official,coordinator"], [CHAIR, "official,chairperson"]]
    assert all(len(line) == 4 and CODE.fullmatch(line[2]) and line[3] == "" for line in ran.table)
    assert OFFICE in ran.err
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0, "nobody else on the machine may read it"


def test_a_unit_is_added_below_another_and_an_unknown_parent_is_refused(office):
    ran = office("unit", "add", "Tổ Chuyển đổi số", "--under", OFFICE)
    assert (ran.status, ran.out) == (0, "")
    assert "Tổ Chuyển đổi số" in ran.err
    ran = office("unit", "add", "Phòng X", "--under", "UBND không có")
    assert (ran.status, ran.out) == (1, "")
    assert "UBND không có" in ran.err


def test_invite_gives_fresh_codes_and_revokes_the_older(office):
    first, second = office("invite", "Tạ Thị Kim Liên"), office("invite", "Tạ Thị Kim Liên")
    assert [line[0] for line in second.table] == ["Tạ Thị Kim Liên"]
    assert len(second.table[0]) == 4
    assert first.table[0][2] != second.table[0][2]
    everyone = office("invite", "--all").table
    assert len(everyone) == 10
    assert all(len(line) == 4 for line in everyone)
    assert len({line[2] for line in everyone}) == 10
    made = office("invite", "Lâm Thị Mới", "--role", "reviewer").table
    assert made[0][:2] == ["Lâm Thị Mới", "official,reviewer"]


def test_load_dry_run_prints_what_was_read_and_records_nothing(tmp_path):
    program = Program(tmp_path)
    ran = program("load", str(TABLE), "--dry-run", "--json")
    assert ran.status == 0
    assert len(ran.json["rows"]) == 31
    assert set(ran.json["unknown_people"]) > {"Tạ Thị Kim Liên"}
    assert program("tiendo", "--json").status == 1


def test_load_applies_with_yes_and_then_finds_nothing_new(tmp_path):
    program = Program(tmp_path)
    program("init", OFFICE, "--admin", ADMIN)
    previewed = program("load", str(TABLE))
    assert previewed.status == 0
    assert "đọc được 31 dòng" in previewed.out
    assert program("tiendo", "--json").json["rows"]["all"] == 0, "a preview records nothing"
    applied = program("load", str(TABLE), "--yes", "--json")
    assert (applied.status, applied.json["applied"], applied.json["changes"]["new"]) == (0, True, 31)
    again = program("load", str(TABLE), "--yes", "--json")
    assert (again.status, again.json["applied"], again.json["changes"]["unchanged"]) == (0, False, 31)


def test_load_refuses_what_is_no_table_with_status_1(office, tmp_path):
    table = tmp_path / "khong-nguoi.csv"
    table.write_text("Mã,Tiêu chí,Thời hạn\n1.1,Việc,30/12/2026\n")
    for flags in (("--dry-run", "--json"), ("--yes", "--json")):
        ran = office("load", str(table), *flags)
        assert ran.status == 1
        assert ran.json["rows"] == []
        assert "cột người phụ trách" in ran.json["error"]
        assert ran.err
    gone = office("load", str(tmp_path / "gone.csv"))
    assert (gone.status, gone.out) == (1, "")


def test_sending_is_switched_on_and_off(office):
    on, off = office("sending", "on"), office("sending", "off")
    assert (on.status, on.out, off.status, off.out) == (0, "", 0, "")
    assert on.err != off.err


def test_preview_as_json_has_the_form_of_the_contract(office):
    ran = office("preview", "2026-12-14", "--json")
    assert ran.status == 0
    assert ran.json, "14/12/2026 is the due day of four rows"
    for one in ran.json:
        assert set(one) >= {"person", "at", "channel", "reachable", "rows"}
        assert one["at"].startswith("2026-12-14T07:45:00+07:00")
        assert (one["channel"], one["reachable"]) == (None, False)
        assert all(set(row) >= {"code", "kind", "due_on"} for row in one["rows"])
    due = {row["code"] for one in ran.json for row in one["rows"] if row["due_on"] == "2026-12-14"}
    assert due == {"1.1.2", "3.3", "3.4", "7.1"}
    assert office("preview", "2026-12-13", "--json").json == [], "a Sunday"


def test_tiendo_as_json_has_every_key_and_parts_that_sum_up(office):
    ran = office("tiendo", "--json")
    assert ran.status == 0
    found = ran.json
    assert set(found) >= KEYS
    assert (found["unit"], found["year"], found["max"]) == (OFFICE, 2026, 100)
    for one in (found, *found["fields"], *found["people"]):
        assert sum(one[part] for part in PARTS) == pytest.approx(one["max"])
        assert one["forecast"] == pytest.approx(one["accepted"] + one["waiting"] + one["open"])
    rows = found["rows"]
    assert set(rows) >= ROWS
    assert rows["all"] == rows["done"] + rows["in_progress"] + rows["not_started"] == 31
    assert all(set(one) >= {"code", "title", "person", "due_on", "days_late", "points"} for one in found["overdue"])
    text = office("tiendo").out
    assert "Tiến độ" in text
    assert "Dự kiến" in text


def test_a_reader_that_has_seen_enough_ends_a_command_without_a_word(office):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "tiendo", "--json"],
        check=False, cwd=office.folder, env=office.environment, stdout=writer, stderr=subprocess.PIPE, timeout=60,
    )  # fmt: skip
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_understand_needs_no_settings(tmp_path):
    ran = Program(tmp_path)("understand", "2.2 đang làm 60%", "--today", "2026-11-25", TIMEZONE="nowhere")
    assert ran.status == 0
    words = [{"says": "at_it", "words": "đang làm 60%"}]
    assert ran.json == {"intent": "status", "status": "in_progress", "percent": 60, "criterion": "2.2", "words": words}
    assert not (tmp_path / "data").exists()


def test_doctor_says_what_to_do_and_repeats_no_secret(office, tmp_path):
    ran = office("doctor")
    assert ran.status == 1
    assert "TELEGRAM_BOT_TOKEN" in ran.out
    ran = Program(tmp_path)("doctor", TELEGRAM_BOT_TOKEN="123456:SECRETsecretSECRETsecret", TELEGRAM_API_URL="http://127.0.0.1:9")
    assert "nhacviec init" in ran.out
    assert "SECRETsecret" not in ran.out + ran.err


def test_doctor_says_what_needs_https(office):
    plain = office("doctor", WEB_URL="http://192.0.2.7:8000", ZALO_MODE="webhook", ZALO_WEBHOOK_SECRET="bi-mat-2026").out
    assert "WEB_URL dùng http: chỉ hợp với mạng nội bộ" in plain
    assert "ZALO_MODE=webhook cần WEB_URL là https" in plain
    assert "https" not in office("doctor", WEB_URL="https://nhacviec.example").out


def test_an_unknown_command_or_option_is_told_from_a_refusal(office):
    assert office("preview", "25.11").status == 2


@pytest.fixture
def signals():
    """What `run` does to signals is undone for the tests that follow."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


GOOD = {"TELEGRAM_BOT_TOKEN": "123456:AAAAbbbbCCCC"}
WEBHOOK = {"TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": "geheim", "WEB_URL": "https://nhacviec.example"}

ZALO_WEBHOOK = {"ZALO_MODE": "webhook", "ZALO_WEBHOOK_SECRET": "geheim-geheim", "WEB_URL": "https://nhacviec.example"}


@pytest.mark.parametrize(
    ("key", "settings"),
    [
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": "notatoken"}),
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": "123456:"}),
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": "abc:def"}),
        ("TELEGRAM_BOT_TOKEN", {"TELEGRAM_BOT_TOKEN": "123456:AA AA"}),
        ("TELEGRAM_API_URL", {"TELEGRAM_API_URL": "api.telegram.org"}),
        ("TELEGRAM_API_URL", {"TELEGRAM_API_URL": "ftp://api.telegram.org"}),
        ("TELEGRAM_PROXY", {"TELEGRAM_PROXY": "localhost:3128"}),
        ("TELEGRAM_MODE", {"TELEGRAM_MODE": "push"}),
        ("TELEGRAM_WEBHOOK_SECRET", WEBHOOK | {"TELEGRAM_WEBHOOK_SECRET": ""}),
        ("TELEGRAM_WEBHOOK_SECRET", WEBHOOK | {"TELEGRAM_WEBHOOK_SECRET": "with space"}),
        ("WEB_URL", WEBHOOK | {"WEB_URL": ""}),
        ("WEB_URL", {"WEB_URL": "nhacviec.example"}),
        ("WEB_BIND", {"WEB_BIND": "127.0.0.1"}),
        ("WEB_BIND", {"WEB_BIND": "127.0.0.1:99999"}),
        ("DATABASE_URL", {"DATABASE_URL": "mysql://localhost/x"}),
        ("DATABASE_URL", {"DATABASE_URL": "nhacviec.db"}),
        ("TIMEZONE", {"TIMEZONE": "Asia/Hanoi"}),
        ("SEND_RATE", {"SEND_RATE": "fast"}),
        ("SEND_RATE", {"SEND_RATE": "-1"}),
        ("ZALO_MODE", {"ZALO_MODE": "push"}),
        ("ZALO_API_URL", {"ZALO_API_URL": "bot-api"}),
        ("ZALO_API_URL", {"ZALO_API_URL": "http://bot-api.example"}),
        ("ZALO_BOT_TOKEN", {"ZALO_BOT_TOKEN": "notatoken"}),
        ("ZALO_MONTHLY_LIMIT", {"ZALO_MONTHLY_LIMIT": "-1"}),
        ("ZALO_WEBHOOK_SECRET", ZALO_WEBHOOK | {"ZALO_WEBHOOK_SECRET": ""}),
        ("ZALO_WEBHOOK_SECRET", ZALO_WEBHOOK | {"ZALO_WEBHOOK_SECRET": "geheim7"}),
        ("WEB_URL", ZALO_WEBHOOK | {"WEB_URL": ""}),
        ("WEB_BIND", ZALO_WEBHOOK | {"WEB_BIND": ""}),
        ("DATA_DIR", {"DATA_DIR": "/dev/null/data"}),
    ],
)
@pytest.mark.fault(68)
def test_a_wrong_setting_ends_with_78_before_any_network_call_and_is_named(tmp_path, monkeypatch, capfd, signals, key, settings):
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(OURS)]:
        monkeypatch.delenv(name)
    with socket.create_server(("127.0.0.1", 0)) as platform:
        platform.setblocking(False)
        api = {"TELEGRAM_API_URL": f"http://127.0.0.1:{platform.getsockname()[1]}", "WEB_BIND": f"127.0.0.1:{free_port()}"}
        for name, value in (GOOD | api | settings).items():
            monkeypatch.setenv(name, value)
        assert main(["run"]) == 78
        with pytest.raises(BlockingIOError):
            platform.accept()
    out, err = capfd.readouterr()
    assert key in err
    assert re.search(r": (cần|không|chưa) ", err) or key == "DATA_DIR", "it says what is expected, in Vietnamese"
    assert out == ""
    assert "geheim" not in err
    assert "AAAAbbbbCCCC" not in err, "a secret is not repeated"


def test_the_process_itself_ends_with_78_and_repeats_no_token(tmp_path):
    ran = Program(tmp_path)("run", TELEGRAM_BOT_TOKEN="123456 SECRETsecret")
    assert (ran.status, ran.out) == (78, "")
    assert "TELEGRAM_BOT_TOKEN" in ran.err
    assert "SECRETsecret" not in ran.err


def test_lines_of_env_that_nobody_filled_in_mean_the_default(tmp_path):
    (tmp_path / ".env").write_text("TELEGRAM_BOT_TOKEN=\nTELEGRAM_PROXY=\nTIMEZONE=\nWEB_URL=\nSEND_RATE=\n")
    assert "TELEGRAM_BOT_TOKEN: chưa có" in Program(tmp_path)("doctor").out


def test_run_without_any_channel_or_page_has_nothing_to_do(tmp_path):
    ran = Program(tmp_path)("run", WEB_BIND="")
    assert ran.status == 78
    assert "TELEGRAM_BOT_TOKEN" in ran.err


@pytest.mark.fault(13)
def test_commands_work_beside_a_running_run_and_a_second_run_is_refused(tmp_path):
    program, port = Program(tmp_path), free_port()
    program("init", OFFICE, "--admin", ADMIN)
    bind = {"WEB_BIND": f"127.0.0.1:{port}"}
    with program.running(**bind):
        wait_for(f"http://127.0.0.1:{port}/healthz")
        assert program("load", str(TABLE), "--yes", "--json").json["applied"]
        assert len(program("invite", "--all").table) == 9
        assert program("tiendo", "--json").json["max"] == 100
        second = program("run", WEB_BIND=f"127.0.0.1:{free_port()}")
        assert second.status == 1
        assert "DATA_DIR" in second.err


def wait_for(address: str, seconds: float = 60) -> None:
    """Until the web room answers."""
    until = time.monotonic() + seconds
    while True:
        try:
            with urlopen(address, timeout=5) as answer:
                assert answer.status == 200
                return
        except URLError:
            assert time.monotonic() < until, f"{address} does not answer"


def test_data_in_a_plain_sqlite_address_is_used(tmp_path):
    program = Program(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/khac.db")
    assert program("init", OFFICE, "--admin", ADMIN).status == 0
    assert Path(tmp_path / "khac.db").exists()
