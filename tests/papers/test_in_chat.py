"""/hoso and the choices of /tiendo: who gets which paper, where it lies until it is sent, and when it goes."""

import asyncio
import os
import zipfile
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from itertools import count
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select, update

from bot import answer
from bot.incoming import Incoming
from bot.turn import Site, Turn, keep_answers
from jobs.outcome import Abilities
from jobs.pictures import Pictures
from jobs.render import is_gone, located
from locales.formats import VIETNAM
from locales.message import from_payload, units
from locales.papers import shelf
from storage.messages import conversations, wishes
from storage.office import people
from storage.rules.status import Role
from storage.tables import Outbox
from tests.papers.conftest import PDF, Desk
from tests.stories.office import BAO, LIEN, SON, THU, person_of
from tests.wishes import fulfil

NAMES = (BAO, SON, "Đoàn Thị Bạch Yến", THU, "Vương Đình Khôi", "Đinh Hữu Phước", LIEN)


TURNS = count(1)


class Chat:
    """What one person asks for, with the office's data in the desk's folder."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.desk, self.chat = desk, f"telegram:{1001 + NAMES.index(name)}"

    def asks(self, text="", route=None, **how):
        incoming = Incoming("tap" if route else "text", self.chat, self.chat, text, route=route)
        site = Site(VIETNAM, self.desk.folder, how.get("web"), how.get("door"))
        with self.desk.store.transaction() as db:
            talk, person = conversations.get(db, self.chat, self.desk.now), people.by_chat(db, self.chat)
            turn = Turn(db, self.desk.now, site, incoming, next(TURNS), talk, person, how.get("abilities", Abilities()))
            reply = answer.answer(turn)
            keep_answers(turn, reply)
        fulfil(self.desk.store, self.desk.now, data_dir=self.desk.folder, **how)
        return self.got() if isinstance(reply, list) or reply.makes else reply

    def got(self):
        """What was made, as it leaves."""
        with self.desk.store.transaction() as db:
            rows = db.scalars(select(Outbox.payload).where(Outbox.chat == self.chat).order_by(Outbox.id.desc()).limit(1))
            return from_payload(rows.one())

    def all_got(self):
        """All that ever came, the newest last."""
        with self.desk.store.transaction() as db:
            return [from_payload(one) for one in db.scalars(select(Outbox.payload).where(Outbox.chat == self.chat).order_by(Outbox.id))]

    def path(self, reply) -> Path:
        """Where the file lies when it leaves; pictures are drawn just before."""
        file = reply.file | {"path": str(self.desk.folder / reply.file["path"])}
        pictures = Pictures()
        pictures.patience = 60  # a machine under load
        assert asyncio.run(pictures.drawn(replace(reply, file=file))).file is not None
        return Path(file["path"])


def labels(reply):
    return [choice.label for choice in reply.choices]


@pytest.mark.parametrize("name", [SON, BAO])
def test_a_leader_chooses_among_the_papers_and_gets_a_file_that_nobody_else_can_read(full_desk, name):
    chat = Chat(full_desk, name)
    menu = chat.asks("/hoso")
    wanted = {"Báo cáo tiến độ (Word)", "Phụ lục phân công (Word)", "Công văn đôn đốc (Word)", "Bảng tổng hợp (Excel)"}
    assert wanted <= set(labels(menu))
    for choice in menu.choices:
        if not choice.route.startswith(("make:", "letter:")):
            continue
        reply = chat.asks(route=choice.route)
        path = chat.path(reply)
        assert path.stat().st_size > 1_000
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700
        assert path.suffix == Path(reply.file["name"]).suffix
        assert units(reply.text) <= 1024


def test_the_dossier_says_what_it_holds_and_lacks_and_where_more_can_be_taken(full_desk):
    told = Chat(full_desk, BAO).asks(route="make:zip").text
    assert "Gồm 02 tệp và danh mục Excel. Còn " in told
    lines = openpyxl.load_workbook(BytesIO(zipfile.ZipFile(Chat(full_desk, BAO).path(Chat(full_desk, BAO).asks(route="make:zip"))).read("00 Danh mục hồ sơ.xlsx")))["Còn thiếu"]
    assert f"Còn {lines.max_row - 4:02d} tiêu chí thiếu tài liệu" in told
    assert "bàn làm việc" not in told, "there is no web room"
    for name, is_told in ((BAO, True), (SON, False)):
        assert ("bàn làm việc của đầu mối" in Chat(full_desk, name).asks(route="make:zip", web="http://an-khanh").text) is is_told


def test_the_report_is_handed_over_as_a_draft(desk):
    reply = Chat(desk, SON).asks(route="letter:progress")
    assert reply.file["name"] == "Bao-cao-tien-do-CCHC-2026-25-11-2026.docx"
    assert "Đây là dự thảo" in reply.text


def test_the_picture_has_the_summary_as_its_caption_and_the_choices_below(desk):
    chat = Chat(desk, SON)
    text = chat.asks("tien do")
    assert {"Xem hình", "Báo cáo"} <= set(labels(text))
    reply = chat.asks("Xem hình")
    assert reply.file["as"] == "photo"
    assert reply.text.startswith("Kính báo cáo Chủ tịch.")
    assert "Tiến độ" in reply.text
    assert "Dự kiến 82/100 điểm" in reply.text
    assert "Xem thêm" in labels(reply)
    assert "Xem hình" not in labels(reply)


def test_one_picture_serves_all_who_ask_while_the_figures_stand(desk):
    first, again = (Chat(desk, name).asks(route="make:png") for name in (SON, BAO))
    assert first.file["path"] == again.file["path"]
    assert again.text.startswith("Tiến độ"), "the greeting is the leader's"
    own = Chat(desk, LIEN).asks(route="make:png")
    desk.set_row("2.2", progress="reported")
    changed = Chat(desk, SON).asks(route="make:png")
    assert len({one.file["path"] for one in (first, own, changed)}) == 3


def test_an_official_gets_the_own_rows_only_and_no_letter_of_the_office(desk):
    chat = Chat(desk, LIEN)
    menu = chat.asks("ho so")
    assert menu.text.startswith("Tài liệu kiểm chứng: 00 việc đã có, 03 việc chưa có.")
    assert "Bảng tổng hợp (Excel)" in labels(menu)
    assert not [one for one in menu.choices if one.route.startswith("letter")]
    book = openpyxl.load_workbook(chat.path(chat.asks(route="make:xlsx")))
    rows = list(book["Tất cả tiêu chí"].iter_rows(min_row=5, values_only=True))
    assert {row[4] for row in rows} == {LIEN}
    assert {row[1] for row in book["Lịch sử"].iter_rows(min_row=5, values_only=True)} <= {row[0] for row in rows}
    refused = chat.asks(route="letter:progress")
    assert refused.file is None


def test_a_head_gets_the_rows_of_the_section_and_the_council_those_of_the_office(desk):
    head = Chat(desk, THU)
    book = openpyxl.load_workbook(head.path(head.asks(route="make:xlsx")))
    assert {row[5] for row in book["Tất cả tiêu chí"].iter_rows(min_row=5, values_only=True)} == {"Phòng Văn hóa - Xã hội"}
    with desk.store.transaction() as db:
        person = person_of(db, LIEN)
        people.grant(db, person.id, person.office_id, Role.COUNCIL)
    council = Chat(desk, LIEN)
    assert "Báo cáo tiến độ (Word)" in labels(council.asks("/hoso"))
    book = openpyxl.load_workbook(council.path(council.asks(route="make:xlsx")))
    assert book["Tất cả tiêu chí"].max_row == 4 + 31


MEGABYTE = Abilities(file_mb=1)


def test_a_dossier_too_large_for_a_messenger_comes_in_packages_that_it_takes(desk):
    chat, body = Chat(desk, BAO), PDF + b"x" * 600_000
    for code in ("1.1.1", "2.2", "3.2"):
        desk.document(code, "lon.pdf", body + code.encode(), size=len(body) + len(code))
    last = chat.asks(route="make:zip", abilities=MEGABYTE)
    sent = chat.all_got()[-3:]
    assert [one.text.partition(", UBND")[0] for one in sent] == [f"Hồ sơ tài liệu kiểm chứng (zip), gói {part}/3" for part in (1, 2, 3)]
    assert (labels(sent[0]), labels(last)) == ([], ["Tiến độ", "Văn bản khác"])
    assert "Gồm 03 tệp" in last.text
    names = [zipfile.ZipFile(chat.path(one)).namelist() for one in sent]
    assert [len(one) for one in names] == [2, 2, 2]
    assert {one[0] for one in names} == {"00 Danh mục hồ sơ.xlsx"}
    assert all(chat.path(one).stat().st_mode & 0o777 == 0o600 for one in sent)
    linked = chat.asks(route="make:zip", abilities=MEGABYTE, web="https://nhacviec.example", door="https://nhacviec.example/gui")
    assert "Tải tệp tại: https://nhacviec.example/tai#" in linked.text, "where people can open a link, it is one file"


def test_a_package_that_is_lost_or_cut_before_it_is_sent_is_made_again_and_the_others_are_not(desk):
    chat, body = Chat(desk, BAO), PDF + b"x" * 600_000
    for code in ("1.1.1", "2.2", "3.2"):
        desk.document(code, "lon.pdf", body + code.encode(), size=len(body) + len(code))
    chat.asks(route="make:zip", abilities=MEGABYTE)
    with desk.store.transaction() as db:
        before = db.execute(select(Outbox.id, Outbox.payload).order_by(Outbox.id.desc()).limit(3)).all()[::-1]
    whole = [desk.folder / row.payload["file"]["path"] for row in before]
    bytes_before = [path.read_bytes() for path in whole]
    whole[1].unlink()
    whole[2].write_bytes(bytes_before[2][:500])
    assert [is_gone(located(from_payload(row.payload), desk.folder)) for row in before] == [False, True, True]
    for row in before[1:]:
        with desk.store.transaction() as db:
            db.execute(update(Outbox).where(Outbox.id == row.id).values(state="sending", owner="me"))
            wishes.again(db, row.id)
    assert fulfil(desk.store, desk.now, data_dir=desk.folder, abilities=MEGABYTE) == 2
    with desk.store.transaction() as db:
        after = db.execute(select(Outbox.id, Outbox.payload).order_by(Outbox.id.desc()).limit(3)).all()[::-1]
    assert [row.id for row in after] == [row.id for row in before]
    assert [(desk.folder / row.payload["file"]["path"]).read_bytes() for row in after] == bytes_before
    assert [row.payload["text"] for row in after] == [row.payload["text"] for row in before]


def test_a_criterion_that_no_package_can_hold_is_named_with_the_way_to_it(desk):
    desk.document("1.1.1", "nho.pdf")
    desk.document("2.2", "lon.pdf", PDF + b"x" * 4 * 2**20, size=4 * 2**20)
    chat = Chat(desk, BAO)
    last = chat.asks(route="make:zip", abilities=MEGABYTE)
    assert last.text.startswith("Gói 2/2 chỉ gồm một tiêu chí có 5 MB tài liệu, lớn hơn mức gửi được ở đây.")
    assert last.file is None
    assert chat.all_got()[-2].file is not None


def test_a_dossier_too_large_for_any_chat_is_left_to_the_server(desk):
    facts = desk.facts()
    codes = [row.leaf.code for row in facts.rows if row.leaf.code][:12]
    for code in codes:
        desk.document(code, "lon.pdf", PDF + code.encode(), size=40 * 2**20)
    reply = Chat(desk, BAO).asks(route="make:zip", abilities=Abilities(file_mb=45))
    assert reply.file is None
    assert "480 MB, lớn hơn mức 45 MB" in reply.text
    assert not list((desk.folder / "papers").glob("*"))


def test_a_forged_kind_makes_no_file(desk):
    assert Chat(desk, SON).asks(route="make:exe").file is None
    assert Chat(desk, SON).asks(route="letter:dossier").file is None
    assert not list((desk.folder / "papers").glob("*"))


def test_papers_are_swept_after_a_day(desk):
    chat = Chat(desk, SON)
    old, new = chat.path(chat.asks(route="make:xlsx")), chat.path(chat.asks(route="make:xlsx"))
    before = (desk.now - timedelta(hours=25)).timestamp()
    os.utime(old, (before, before))
    os.utime(new, (desk.now.timestamp(), desk.now.timestamp()))
    assert shelf.sweep(desk.folder, desk.now) == 1
    assert (old.exists(), new.exists()) == (False, True)


def test_where_a_messenger_carries_no_files_it_is_told_where_to_get_them(desk):
    chat = Chat(desk, SON)
    without = Abilities(files_out=False)
    reply = chat.asks(route="letter:progress", abilities=without, web="https://nhacviec.example")
    assert reply.file is None
    assert "Tải tệp tại: https://nhacviec.example/tai#" in reply.text
    assert len(list((desk.folder / "papers").iterdir())) == 2
    assert "đầu mối" in chat.asks(route="make:png", abilities=without).text
    assert len(list((desk.folder / "papers").iterdir())) == 2
