"""Every paper, the caption of the picture and `tiendo --json` say the same figures."""

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import openpyxl
from docx import Document
from PIL import ImageDraw

from bot.commands.figures import as_json
from locales.formats import percent, points
from locales.papers import dossier, picture, workbook
from locales.papers.group import text as group_text
from locales.papers.write import write_letter
from locales.say import progress as say
from locales.say.progress import Scope
from storage.evidence.files import Files
from tests.papers.conftest import Desk
from tests.stories.office import TUESDAY, WEDNESDAY, at, found, load_and_link

PARTS = {"Đã đạt": "accepted", "Chờ kiểm tra": "waiting", "Chưa đến hạn": "open", "Nguy cơ": "at_risk", "Khảo sát": "survey", "Đã mất": "lost"}
COUNTS = {"Tổng số tiêu chí": "all", "Hoàn thành": "done", "Đang thực hiện": "in_progress", "Chưa thực hiện": "not_started", "Quá hạn": "overdue"}


def told(desk: Desk):
    facts = desk.facts()
    return as_json(facts.office, 2026, desk.now, facts.target, desk.summary())


def test_the_workbook_says_what_the_command_says(desk, tmp_path):
    workbook.write(tmp_path / "a.xlsx", desk.facts())
    book, json = openpyxl.load_workbook(tmp_path / "a.xlsx"), told(desk)
    summary = {row[0]: row[1] for row in book["Tổng hợp"].iter_rows(min_row=5, values_only=True)}
    assert {key: summary[name] for name, key in PARTS.items()} == {key: json[key] for key in PARTS.values()}
    assert sum(summary[name] for name in PARTS) == summary["Tổng điểm áp dụng"] == json["max"]
    assert (summary["Dự kiến"], summary["Mục tiêu"]) == (json["forecast"], json["target"])
    assert {key: summary[name] for name, key in COUNTS.items()} == {key: json["rows"][key] for key in COUNTS.values()}
    rates = {row[0]: row[2] for row in book["Tổng hợp"].iter_rows(min_row=5, values_only=True)}
    told_as = f"{rates['Tỷ lệ hoàn thành trên tổng số tiêu chí'] * 100:.2f} %".replace(".", ",")
    assert told_as == percent(json["rows"]["done"], json["rows"]["all"])
    late = [row[0] for row in book["Quá hạn"].iter_rows(min_row=5, values_only=True)]
    assert late == [one["code"] for one in json["overdue"]]
    for sheet in ("Theo lĩnh vực", "Theo cán bộ"):
        *lines, total = book[sheet].iter_rows(min_row=5, values_only=True)
        for place in (1, 2, 3, 4, 5, *range(7, 15)):
            assert sum(line[place] for line in lines) == total[place], f"{sheet}, column {place}"
        assert (total[7], total[14], total[1]) == (json["max"], json["forecast"], json["rows"]["all"])


def test_the_report_says_what_the_command_says(desk, tmp_path):
    write_letter(tmp_path / "a.docx", "progress", desk.facts())
    text, json = "\n".join(line.text for line in Document(str(tmp_path / "a.docx")).paragraphs), told(desk)
    assert not re.search(r"\d %", text), "a line never ends before a percent sign"
    text = text.replace("\u00a0", " ")
    figure = {key: points(Decimal(str(json[key]))) for key in (*PARTS.values(), "max", "forecast")}
    assert f"trong tổng số {figure['max']} điểm, đã đạt {figure['accepted']}; chờ kiểm tra {figure['waiting']}" in text
    assert f"chưa đến hạn {figure['open']}; nguy cơ mất điểm {figure['at_risk']}" in text
    assert f"điểm khảo sát {figure['survey']}; đã mất {figure['lost']}. Dự kiến đạt {figure['forecast']} điểm" in text
    rows = json["rows"]
    assert f"đã hoàn thành {rows['done']}/{rows['all']} tiêu chí ({percent(rows['done'], rows['all'])})" in text
    assert f"đã hoàn thành {rows['done_of_due']} tiêu chí ({percent(rows['done_of_due'], rows['due'])})" in text
    assert "cao hơn mục tiêu (80 điểm) 2 điểm" in text


def test_the_caption_of_the_picture_says_what_the_command_says(desk, tmp_path):
    facts, json = desk.facts(), told(desk)
    picture.write(tmp_path / "a.png", facts)
    scope = Scope(facts.name, 2026, facts.at, facts.zone, facts.target, say.greeting("chairperson"))
    text = say.captioned(scope, facts.summary, {"path": "a.png", "name": "a.png"}).text
    assert text.startswith("Kính báo cáo Chủ tịch.\nTiến độ CCHC năm 2026")
    assert f"Dự kiến {points(Decimal(json['forecast']))}/{json['max']} điểm (mục tiêu 80)" in text
    assert all(f"{name.lower()} {points(Decimal(json[key]))}" in text.lower() for name, key in PARTS.items())


def test_the_letters_drawn_in_the_picture_and_the_text_for_the_group_say_what_the_command_says(desk, tmp_path, monkeypatch):
    drawn, json, facts = [], told(desk), desk.facts()
    text = ImageDraw.ImageDraw.text
    monkeypatch.setattr(ImageDraw.ImageDraw, "text", lambda self, at, words, **how: (drawn.append(words), text(self, at, words, **how))[1])
    picture.write(tmp_path / "a.png", facts)
    for name, key in PARTS.items():
        assert drawn[drawn.index(name) + 1] == points(Decimal(str(json[key]))), name
    forecast, rows = points(Decimal(str(json["forecast"]))), json["rows"]
    whole = " ".join(drawn)
    assert f"Dự kiến {forecast}/{json['max']}" in whole
    assert f"{rows['done']}/{rows['all']} ({percent(rows['done'], rows['all'])})" in whole
    group = group_text(facts)
    assert f"Hoàn thành {rows['done']:02d}/{rows['all']}" in group
    assert f"Dự kiến {forecast}/{points(Decimal(str(json['max'])))} điểm" in group


def test_the_dossier_sums_to_the_same_maximum(full_desk, tmp_path):
    dossier.write(tmp_path / "a.zip", full_desk.facts(), full_desk.files.path_of)
    with zipfile.ZipFile(tmp_path / "a.zip") as package:
        book = openpyxl.load_workbook(BytesIO(package.read("00 Danh mục hồ sơ.xlsx")))
    *rows, total = book["Bảng tự chấm điểm"].iter_rows(min_row=5, values_only=True)
    assert len(rows) == told(full_desk)["rows"]["all"]
    assert total[2] == told(full_desk)["max"]
    assert total[6] == sum(row[6] for row in rows if row[6] is not None)


def test_both_databases_give_the_same_facts(store, tmp_path):
    for fill in (found, load_and_link):
        fill(store, at(TUESDAY, 14))
    desk = Desk(store, Files(tmp_path / "evidence"), tmp_path, at(WEDNESDAY, 16))
    desk.document("2.2", "45/BC-UBND", None, number="45/BC-UBND", issued_on=date(2026, 11, 10))
    facts = desk.facts()
    assert facts.summary == desk.summary()
    assert (len(facts.rows), len(facts.sections), facts.staff.chairperson) == (31, 5, "Hồ Thanh Sơn")
    assert {row.leaf.code: [one.number for one in row.proofs] for row in facts.rows if row.proofs} == {"2.2": ["45/BC-UBND"]}
    assert next(row for row in facts.rows if row.leaf.code == "1.1.2").supports == ("Phan Quốc Bảo",)
    assert [one.at for one in facts.history] == sorted(one.at for one in facts.history)
