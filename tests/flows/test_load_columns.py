"""Columns that no heading names: asked in the chat, remembered for the layout, and words of the office's own."""

import asyncio
import csv
import os
import sys
from argparse import Namespace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from bot import loading
from bot.commands import load
from bot.incoming import FileRef
from jobs.fetch import Source, Tables, TryLater
from locales.formats import VIETNAM
from storage.loading import headings, loads
from storage.office import people, units
from storage.rules.status import Role
from storage.tables import Assignment
from tests.flows.evidence_office import JPEG, PDF, Office
from tests.flows.phone import Phone

HEADER = ["TT", "Công việc", "Chủ nhiệm", "Chốt vào", "Sản phẩm"]
ROWS = [["1", "Ban hành kế hoạch", "Trần Văn An", "15/01/2026", "Kế hoạch"], ["2", "Rà soát", "Lê Thị Hoa", "30/6/2026", "Báo cáo"]]
MORE = [*ROWS, ["3", "Rà soát thủ tục", "Lê Thị Hoa", "quý II", "Báo cáo"], ["4", "Tự kiểm tra", "Trần Văn An", "31/7/2026", "Biên bản"]]


def body(header: list[str], rows: list[list[str]]) -> bytes:
    return "\r\n".join(";".join(line) for line in [header, *rows]).encode()


class Desk:
    """Chi, who coordinates, sends tables; the fetcher brings their bytes home and reads them."""

    def __init__(self, office: Office) -> None:
        self.office, self.chi = office, office.phones["chi"]
        office.fetcher.tables = Tables(partial(loading.sheet_arrived, office.store, lambda: office.now, zone=VIETNAM))

    async def sends(self, header: list[str], rows: list[list[str]] = ROWS, name: str = "phan cong.csv") -> str:
        self.chi.sends(self.office.platform.file(name, body(header, rows)))
        return await self.fetched()

    async def fetched(self) -> str:
        await self.office.fetcher.run_once(self.office.now)
        return self.chi.sees()


@pytest.fixture
def desk(store, tmp_path, now):
    return Desk(Office(store, tmp_path, now))


async def test_what_no_heading_names_is_asked_with_choices_and_the_table_is_read_again(desk):
    told = await desk.sends(HEADER)
    assert told.startswith("phan cong.csv: chưa rõ cột nào ghi người phụ trách. Đề nghị chọn cột;")
    assert desk.chi.labels == ['"Chủ nhiệm"', '"Chốt vào"', "Bảng không có cột này", "Đây không phải bảng phân công"]
    assert "chưa rõ cột nào ghi thời hạn" in desk.chi.taps('"Chủ nhiệm"')
    assert desk.chi.labels[0] == '"Chốt vào"'
    assert desk.chi.taps('"Chốt vào"') == "Đã nhớ tên cột. Đang đọc lại tệp phan cong.csv."
    assert (await desk.fetched()).startswith("Năm 2026: đọc được 02 dòng, tệp không ghi điểm, 02 người.")
    assert "Ghi" in desk.chi.labels


async def test_the_next_table_of_the_form_is_read_without_asking_and_another_form_is_asked(desk):
    await desk.sends(HEADER)
    desk.chi.taps('"Chủ nhiệm"')
    desk.chi.taps('"Chốt vào"')
    await desk.fetched()
    assert "đọc được 01 dòng" in await desk.sends(HEADER, ROWS[:1])
    assert "chưa rõ cột nào" in await desk.sends([*HEADER[:4], "Hồ sơ"])


async def test_cells_that_tell_what_a_column_holds_are_taken_and_shown_to_be_confirmed(desk):
    told = await desk.sends(HEADER, MORE)
    assert 'Tiêu đề chưa nói rõ cột người phụ trách; theo nội dung các ô là cột "Chủ nhiệm".' in told
    assert "02 chỗ cần kiểm tra" in told
    told = desk.chi.taps('Đúng, cột "Chủ nhiệm"')
    assert "cột người phụ trách" not in told
    assert "01 chỗ cần kiểm tra" in told
    told = desk.chi.taps('Đúng, cột "Chốt vào"')
    assert "cần kiểm tra" not in told
    assert "cần kiểm tra" not in await desk.sends(HEADER, MORE)


async def test_a_guess_may_be_put_right_by_a_tap(desk):
    header = ["TT", "Công việc", "Trợ lý", "Hạn", "Sản phẩm", "Ai đó"]
    rows = [[*line, "chị Hoa"] for line in MORE]
    assert 'theo nội dung các ô là cột "Trợ lý"' in await desk.sends(header, rows)
    desk.chi.taps("Cột khác")
    desk.chi.taps('"Ai đó"')
    await desk.fetched()
    assert "Xem 04 chỗ cần kiểm tra" in desk.chi.labels


async def test_two_columns_that_fit_equally_are_asked_about(desk):
    rows = [[*line[:2], "Ngô Văn Tá", *line[2:]] for line in MORE]
    await desk.sends(["TT", "Công việc", "Chủ nhiệm", "Trợ lý", "Hạn", "Sản phẩm"], rows)
    assert desk.chi.labels[:2] == ['"Chủ nhiệm"', '"Trợ lý"']


async def test_a_file_that_is_no_table_after_all_is_a_document(desk):
    await desk.sends(HEADER)
    assert desk.chi.taps("Đây không phải") == "Tệp phan cong.csv được nhận như một tài liệu."
    await desk.fetched()
    assert [one.purpose for one in desk.office.fetched()][-1] == "evidence"


async def test_a_table_without_the_column_is_let_go_and_says_what_to_do(desk):
    await desk.sends(HEADER)
    route = desk.chi.choice('"Chủ nhiệm"').route
    assert "bảng thiếu cột người phụ trách" in desk.chi.taps("Bảng không có cột này")
    assert "đã được trả lời" in desk.chi.goes(route)


async def test_words_of_the_office_are_set_in_the_chat_listed_and_forgotten(desk):
    told = desk.chi.says('Cột "Chủ nhiệm" là: người chịu trách nhiệm')
    assert told == 'Đã ghi nhớ: từ nay cột "Chủ nhiệm" được đọc là người phụ trách.'
    assert "thời hạn" in desk.chi.says("cột Chốt vào là thời hạn")
    assert "đọc được 02 dòng" in await desk.sends(HEADER)
    assert desk.chi.goes("headings").startswith('Tên cột riêng của cơ quan:\n- "Chủ nhiệm": người phụ trách')
    desk.chi.taps('Bỏ "Chủ nhiệm"')
    assert "chưa rõ cột nào ghi người phụ trách" in await desk.sends(HEADER)


def test_a_word_that_no_column_holds_is_refused_with_those_that_may_be_said(desk):
    assert desk.chi.says('cột "Ghi gì đó" là con mèo').startswith('Chưa hiểu "con mèo" là cột gì.')


def test_an_official_cannot_name_columns(desk):
    desk.office.phones["an"].says('cột "Chủ nhiệm" là người phụ trách')
    with desk.office.store.transaction() as db:
        assert headings.of_office(db, desk.office.id)[headings.WORDS] == {}


@pytest.fixture
def table(tmp_path):
    def write(header=HEADER, rows=ROWS) -> Path:
        path = tmp_path / "phan-cong.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    return write


@pytest.fixture
def run(store, now, capsys):
    with store.transaction() as db:
        office = units.add(db, "UBND phường Minh Tân", is_office=True)
        people.grant(db, people.add(db, office, "Huỳnh Thanh Tùng"), office, Role.COORDINATOR)

    def command(path, **options):
        flags = {"dry_run": False, "json": False, "yes": True, "year": None, "unit": None, "column": None} | options
        status = load.run(Namespace(file=str(path), **flags), store, now, VIETNAM)
        return status, *capsys.readouterr()

    return command


def test_the_command_line_refuses_plainly_and_takes_the_words_and_keeps_them(run, table):
    status, _out, err = run(table())
    assert status == 1
    assert "- người phụ trách: Chủ nhiệm | Chốt vào" in err
    assert '--column "Chủ nhiệm=người phụ trách"' in err
    assert run(table(), column=["Chủ nhiệm=con mèo"])[0] == 1
    status, out, _err = run(table(), column=["Chủ nhiệm=người phụ trách", "Chốt vào=thời hạn"])
    assert (status, "mới 02" in out) == (0, True)
    assert run(table(HEADER[:4], [line[:4] for line in ROWS]))[0] == 0


@pytest.fixture
def types(monkeypatch):
    """Lines typed on a real terminal, which the command reads."""
    open_ends = []

    def lines(*answers):
        ours, theirs = os.openpty()
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        open_ends.extend([ours, stdin := os.fdopen(theirs)])
        monkeypatch.setattr(sys, "stdin", stdin)

    yield lines
    for end in open_ends:
        os.close(end) if isinstance(end, int) else end.close()


def test_a_terminal_is_asked_and_the_answer_holds_for_the_layout(run, table, types, store):
    types("1", "1")
    status, out, _err = run(table())
    assert "Cột nào ghi người phụ trách?\n1. Chủ nhiệm\n2. Chốt vào" in out
    assert (status, "mới 02" in out) == (0, True)
    types()
    assert "Không có gì khác" in run(table())[1]
    with store.transaction() as db:
        assert loads.get(db, 1).state == loads.APPLIED


def test_a_terminal_is_asked_which_of_two_columns_counts(run, table, types, store):
    header = ["TT", "Công việc", "Người phụ trách", "Thời hạn", "Hạn của tỉnh"]
    rows = [["1", "Ban hành kế hoạch", "Trần Văn An", "15/01/2026", "20/01/2026"]]
    types("2")
    assert run(table(header, rows))[0] == 0
    with store.transaction() as db:
        assert [row.due_on.isoformat() for row in loads.get(db, 1).rows] == ["2026-01-20"]


async def test_what_reads_a_table_gets_ready_while_its_bytes_come_and_for_nothing_else(desk):
    seen: list[str] = []
    fetcher = desk.office.fetcher
    fetcher.tables = Tables(fetcher.tables.read, lambda: seen.append("expected"), lambda: seen.append("dismissed"))
    served = fetcher.sources["telegram"].download
    fetcher.sources["telegram"] = Source(lambda ref: (seen.append("served"), served(ref))[1])
    await desk.sends(["TT", "Nội dung", "Người phụ trách", "Thời hạn", "Sản phẩm"])
    assert seen == ["expected", "served", "dismissed"]
    desk.chi.sends(desk.office.platform.file("a.pdf", PDF), caption="2.1.3")
    await desk.fetched()
    assert seen == ["expected", "served", "dismissed", "served"]


async def test_what_got_ready_for_a_table_goes_when_its_bytes_do_not_come(desk):
    async def fails(_ref):
        yield b"PK"
        raise TryLater

    seen: list[str] = []
    fetcher = desk.office.fetcher
    fetcher.tables = Tables(fetcher.tables.read, dismiss=lambda: seen.append("dismissed"))
    fetcher.sources["telegram"] = Source(fails)
    await desk.sends(["TT", "Nội dung", "Người phụ trách", "Thời hạn"])
    assert seen == ["dismissed"]


async def test_what_reads_tables_stays_while_another_one_is_still_coming(desk):
    fetcher, seen, first_ended = desk.office.fetcher, [], asyncio.Event()
    served = fetcher.sources["telegram"].download

    async def comes(ref):
        if "came" in seen:
            await first_ended.wait()
        seen.append("came")
        async for piece in served(ref):
            yield piece

    fetcher.tables = Tables(fetcher.tables.read, dismiss=lambda: seen.append("dismissed"))
    fetcher.sources["telegram"], fetcher.told = Source(comes), first_ended.set
    for name, rows in (("a.csv", ROWS), ("b.csv", ROWS[:1])):
        desk.chi.sends(desk.office.platform.file(name, body(["TT", "Nội dung", "Người phụ trách", "Thời hạn", "Sản phẩm"], rows)))
    await desk.fetched()
    assert seen == ["came", "came", "dismissed"]


@pytest.fixture
def office_without_rows(store, now):
    """The coordinator of an office on its first day."""
    with store.transaction() as db:
        made = units.add(db, "UBND phường Minh Tân", is_office=True)
        one = people.add(db, made, "Trần Minh Tùng")
        people.grant(db, one, made, Role.COORDINATOR)
        people.link(db, one, "telegram:1", now)
    return Phone(store, "telegram:1", now)


PLAIN = ["TT", "Nội dung công việc", "Người thực hiện", "Hạn hoàn thành"]


async def test_a_table_that_names_no_year_is_read_for_this_one_and_says_so(desk):
    told = await desk.sends(PLAIN, [["1.1", "Ban hành kế hoạch", "Trần Văn An", "15/12"], ["1.2", "Rà soát", "Lê Thị Hoa", "quý IV"]])
    assert told.splitlines()[:2] == [
        "Năm 2026: đọc được 02 dòng, tệp không ghi điểm, 02 người.",
        "Tệp không ghi năm nên đọc theo năm 2026; nếu không đúng, đề nghị ghi năm vào tiêu đề bảng rồi gửi lại.",
    ]
    assert "cần kiểm tra" not in told
    desk.chi.taps("Ghi")
    with desk.office.store.transaction() as db:
        assert sorted(db.scalars(select(Assignment.due_on).where(Assignment.dropped_at.is_(None)))) == [date(2026, 12, 15), date(2026, 12, 31)]


async def test_a_table_with_a_year_in_one_of_its_days_does_not_say_so(desk):
    told = await desk.sends(PLAIN, [["1.1", "Ban hành kế hoạch", "Trần Văn An", "15/12/2026"], ["1.2", "Rà soát", "Lê Thị Hoa", "quý IV"]])
    assert "không ghi năm" not in told


async def test_a_table_of_headings_alone_is_refused_and_cannot_empty_the_list(desk):
    await desk.sends(PLAIN, [["1.1", "Ban hành kế hoạch", "Trần Văn An", "15/12/2026"]])
    desk.chi.taps("Ghi")
    assert await desk.sends(PLAIN, []) == (
        "Chưa nhận tệp phan cong.csv: bảng chỉ có dòng tiêu đề, chưa có dòng việc nào. Đề nghị điền bảng rồi gửi lại. Chưa ghi gì."
    )


def test_the_command_line_says_which_year_it_took_and_refuses_headings_alone(store, now, tmp_path, capsys):
    path = tmp_path / "phan-cong.csv"
    flags = Namespace(file=str(path), dry_run=True, json=False, yes=False, year=None, unit=None)
    path.write_bytes(body(PLAIN, [["1.1", "Ban hành kế hoạch", "Trần Văn An", "15/12"]]))
    assert load.run(flags, store, now, VIETNAM) == 0
    assert "Tệp không ghi năm nên đọc theo năm 2026;" in capsys.readouterr().out
    path.write_bytes(body(PLAIN, []))
    assert load.run(flags, store, now, VIETNAM) == 1
    assert "chưa có dòng việc nào" in capsys.readouterr().err


ADVICE = "Không đọc được bảng phân công từ tệp này (ảnh, bản quét, PDF hoặc .doc) nên chưa ghi gì. Đề nghị gửi tệp Excel"


def photo(desk, name="anh.jpg"):
    return desk.office.platform.file(name, JPEG)


async def test_a_photo_or_a_scan_where_a_table_was_asked_for_is_refused_with_advice_and_no_document(desk):
    for name, data in (("phan cong.pdf", PDF), ("anh.jpg", JPEG)):
        desk.chi.says("/quanly")
        desk.chi.taps("Nhập bảng phân công")
        assert desk.chi.sends(desk.office.platform.file(name, data)).startswith(ADVICE)
        assert await desk.fetched() == ""
    assert await desk.sends(PLAIN, [["1.1", "Ban hành kế hoạch", "Trần Văn An", "15/12/2026"]])
    assert "Ghi" in desk.chi.labels


def test_an_album_of_a_table_is_refused_once(desk):
    desk.chi.says("/quanly")
    desk.chi.taps("Nhập bảng phân công")
    assert desk.chi.sends(photo(desk), batch="album").startswith(ADVICE)
    assert desk.chi.sends(photo(desk, "anh2.jpg"), batch="album") == ""


async def test_a_photo_with_its_code_is_a_document_wherever_it_is_sent(desk):
    desk.chi.says("/quanly")
    desk.chi.taps("Nhập bảng phân công")
    desk.chi.sends(photo(desk), caption="1.1.1")
    assert (await desk.fetched()).startswith("1.1.1: đã nhận 01 tệp")


def test_before_there_is_any_row_a_coordinator_is_told_what_can_be_read(store, office_without_rows):
    assert office_without_rows.sends(FileRef({"id": "f1"}, "photo", "anh.jpg", "image/jpeg", 1200)).startswith(ADVICE)
