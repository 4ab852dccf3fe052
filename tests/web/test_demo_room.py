"""`nhacviec demo` on a terminal: the sample office on three phones, a clock that can be moved, for this machine alone."""

import os
import pty
import re
import signal
import subprocess
import sys
from typing import NamedTuple

import pytest
from playwright.sync_api import Error, expect

from tests.evidence.hostile import pdf
from tests.program import ROOT
from tests.web.client import Client
from tests.web.conftest import DESK
from tests.web.test_looks import faults


class Demo(NamedTuple):
    """A running demo: the address of its page, and the terminal it was started from."""

    address: str
    terminal: int


URL = re.compile(rb"http://127\.0\.0\.1:\d+")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The address of a running demo; it must end well."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "BROWSER": "true"}
    command = [sys.executable, "-m", "bot", "demo"]
    folder = tmp_path_factory.mktemp("demo")
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    told = b""
    while not (found := URL.search(told)) or b"\n" not in told[found.end() :]:
        told += os.read(ours, 4096)
    yield Demo(found[0].decode(), ours)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    os.close(ours)


def test_three_people_answer_ask_and_manage_side_by_side_and_the_clock_moves_on(demo, opened):
    page = opened(DESK)
    for _ in range(100):
        try:
            page.goto(demo.address)
            break
        except Error as not_yet:
            assert "ERR_CONNECTION_REFUSED" in str(not_yet)
            page.wait_for_timeout(100)
    expect(page.locator("#clock")).to_have_text("07:45, thứ Tư 25/11/2026")
    official, chairperson, coordinator = (page.frame_locator("iframe").nth(number) for number in range(3))
    official.get_by_role("button", name="2.1.2 Đã hoàn thành").click()
    expect(official.locator(".line.office").last).to_contain_text("2.1.2: đã ghi")
    chairperson.get_by_role("button", name="Tiến độ").first.click()
    expect(chairperson.locator(".line.office").last).to_contain_text("Kính báo cáo Chủ tịch")
    coordinator.get_by_role("button", name="Quản lý").click()
    expect(coordinator.locator(".line.office").last).to_contain_text("UBND phường An Khánh")
    assert faults(page, "demo") == []
    official.locator("#files").set_input_files({"name": "bien-ban.pdf", "mimeType": "application/pdf", "buffer": pdf()})
    expect(official.locator(".line.office").last).to_contain_text("2.1.2: đã nhận 01 tệp", timeout=60_000)
    page.get_by_role("button", name="Thêm 01 giờ").click()
    expect(page.locator("#clock")).to_contain_text("08:4")
    page.get_by_role("button", name="Đến lần nhắc tiếp theo").click()
    expect(page.locator("#clock")).to_have_text("07:45, thứ Năm 26/11/2026")
    expect(coordinator.locator(".line.office").last).to_contain_text("1.2.2")


def test_the_demo_is_for_this_machine_and_its_own_name_alone(demo):
    evil = {"Host": "evil.example", "Origin": "http://evil.example"}
    for path in ("/", "/demo", "/demo/clock"):
        assert Client(demo.address).get(path, **evil).status == 404
    assert Client(demo.address).ask("POST", "/demo/clock?to=next", **evil).status == 404
    assert Client(demo.address).ask("POST", "/demo/clock?to=next", Origin="http://evil.example").status == 403
    assert Client(demo.address).get("/phone/0/").headers["location"] == "join", "without the demo's page nobody is signed in"


def test_the_terminal_speaks_for_anybody_and_shows_what_they_get(demo):
    os.write(demo.terminal, "nobody: xin chào\nCao Minh Nhật: 7.2 đang làm 40%\n".encode())
    told = b""
    while b"(40 %)" not in told:
        told += os.read(demo.terminal, 4096)
    assert "Đề nghị ghi họ tên" in told.decode()
    assert "→ Cao Minh Nhật:" in told.decode()
