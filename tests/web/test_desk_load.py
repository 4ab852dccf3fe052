"""Assignment tables on the coordinator's desk: sent, all doubts settled in one form, recorded, taken back; the chat sees the same."""

import html
import json
import re
from urllib.parse import urlencode, urljoin

from sqlalchemy import select

from bot.flows.loading import load_table
from storage.office import people, units
from storage.rules.status import Role
from storage.tables import Assignment, Audit, Campaign, Criterion, Inbox, Load, Person
from storage.work import campaigns
from tests.sheets.hostile import MADE
from tests.stories.office import BAO, LIEN, SON, THU, person_of
from tests.web.client import Client
from tests.web.test_access import joined

HEAD = "PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2027;;;;\nMã;Nội dung;Điểm;Người phụ trách;Thời hạn\n"
TABLE = f"""{HEAD}1.1;Ban hành kế hoạch cải cách hành chính;2;{BAO};15/01/2027
1.2;Tuyên truyền trên trang thông tin điện tử;1;"Đàm Văn Sơn, {LIEN}";30/06/2027
1.3;Đối thoại với người dân;1;đ/c Liên;31/11/2027
1.4;Rà soát thủ tục hành chính;1;{LIEN};khi có phát sinh
"""
ALIKE = HEAD + "".join(f"1.{at};Nhiệm vụ số {at} của năm;1;đ/c Liên;{at:02}/10/2027\n" for at in range(1, 6))


def sends(client, name, data, kind="text/csv", modified=1):
    """As the page's script sends a file; the key of the upload, or what was refused."""
    told = {"name": name, "size": len(data), "mime": kind, "last_modified": modified, "batch": f"table-{modified}abc"}
    answer = client.ask("POST", "/files", json.dumps(told).encode())
    if answer.status != 201:
        return answer
    key = answer.json["id"]
    kinds = {"Content_Type": "application/offset+octet-stream", "Upload_Offset": "0"}
    assert client.ask("PATCH", f"/files/{key}", data, **kinds).status == 200
    return key


def opened(room, client, name="phan-cong.csv", data=TABLE, modified=1):
    """Send a table and go where the page leads: the address of its page."""
    key = sends(client, name, data.encode() if isinstance(data, str) else data, modified=modified)
    room.until(lambda: client.get(f"/files/{key}").json["state"] != "waiting", 60)
    answer = client.get(f"/load?sent={key}")
    assert answer.status == 303, answer.text
    return f"/{answer.headers['location']}"


def lines(text):
    """The doubts of a page: `(words of the line, fields of its form: {words of the answer: (name, value)})`."""
    body = text.split('<table class="doubts">')[1].split("</table>")[0].split("<tbody>")[1] if "doubts" in text else ""
    found = []
    for row in re.findall(r"<tr>(.*?)</tr>", body, re.DOTALL):
        inputs = re.findall(r'<label class="(?:pick|pick all|type)">(.*?)</label>', row, re.DOTALL)
        fields = {}
        for one in inputs:
            name, value = re.search(r'name="([^"]+)"', one)[1], re.search(r'value="([^"]*)"', one)[1]
            fields[html.unescape(re.sub(r"<[^>]+>", "", one).strip())] = (name, html.unescape(value))
        found.append((html.unescape(" ".join(re.sub(r"<[^>]+>", " ", row.split("<fieldset>")[0]).split())), fields))
    return found


def answers(client, where, chosen, typed=()):
    """Choose by the words that a person sees, one answer a line; the page that follows."""
    form = {"do": "settle"}
    for said, fields in lines(client.get(where).text):
        for part, label in chosen.items():
            if part in said:
                for one in [label] if isinstance(label, str) else label:
                    form |= dict([fields[one]])
        for part, text in dict(typed).items():
            if part in said:
                form[fields["Hoặc nhập"][0]] = text
    return client.form(where, form).text


def recorded(room, year):
    query = select(Criterion.code, Person.full_name, Assignment.due_on).select_from(Assignment).join(Criterion).join(Campaign)
    query = query.outerjoin(Person, Person.id == Assignment.person_id).where(Campaign.year == year, Criterion.code.is_not(None))
    return {code: (name, due and due.isoformat()) for code, name, due in room.store.run(lambda db: db.execute(query).all())}


def count(room, entity, *where):
    return len(room.store.run(lambda db: db.scalars(select(entity.id).where(*where)).all()))


def test_the_page_is_the_coordinators_alone(room):
    where = opened(room, joined(room, BAO))
    for name in (SON, LIEN):
        other = joined(room, name)
        assert (other.get("/load").status, other.get(where).status) == (404, 404)
        assert other.form(where, {"do": "apply"}).status == 404
    assert Client(room.url).get("/load").headers["location"] == "join"
    assert Client(room.url).get(where).headers["location"] == "../join"
    assert Client(room.url).form(where, {"do": "apply"}).headers["location"] == "../join"
    bao = joined(room, BAO)
    assert bao.form(where, {"do": "apply"}, **{"Sec-Fetch-Site": "cross-site"}).status == 403
    assert bao.form(where, {"do": "apply", "x": "a" * 600_000}).status == 413
    assert (bao.get("/load/99").status, bao.form("/load/99", {"do": "apply"}).status) == (404, 404)
    assert recorded(room, 2027) == {}


def test_all_doubts_are_settled_in_one_form_recorded_and_taken_back(room):
    bao = joined(room, BAO)
    where = opened(room, bao)
    page = bao.get(where).text
    assert "Năm 2027: đọc được 04 dòng, 5 điểm" in page
    assert len(lines(page)) == 4
    said, fields = lines(page)[0]
    assert said.startswith("Dòng 4 Người phụ trách 1.2 Tuyên truyền trên trang thông tin điện tử")
    assert f"Đàm Văn Sơn, {LIEN} Đọc được: Đàm Văn Sơn. nhiều người, không ghi ai chủ trì" in said
    assert list(fields) == ["Để sau", "Đúng", LIEN, "Hoặc nhập"]
    told = answers(bao, where, {"Đàm Văn Sơn": LIEN, "đ/c Liên": LIEN, "khi có phát sinh": "Để trống"}, {"31/11": "30/11/2027"})
    assert "Đã xử lý 04 chỗ." in told
    assert lines(told) == []
    last = re.search(r'value="apply">\s*<input type="hidden" name="count" value="(\d+)"', told)[1]
    done = bao.form(where, {"do": "apply", "count": last}).text
    assert "Đã ghi bảng phân công năm 2027: mới 04" in done
    assert recorded(room, 2027) == {
        "1.1": (BAO, "2027-01-15"), "1.2": (LIEN, "2027-06-30"), "1.3": (LIEN, "2027-11-30"), "1.4": (LIEN, None),
    }  # fmt: skip
    room.until(lambda: any("Đã ghi bảng phân công năm 2027" in text for text in bao.texts()))
    again = bao.form(where, {"do": "apply", "count": last}).text
    assert "Bỏ lần ghi này" in again
    assert count(room, Audit, Audit.action == "load") == 2, "the sample's own and this one"
    assert "Đã bỏ lần ghi từ tệp phan-cong.csv: " in bao.form(where, {"do": "undo"}).text
    assert recorded(room, 2027) == {}
    room.until(lambda: any("Đã bỏ lần ghi từ tệp" in text for text in bao.texts()))


def test_a_page_that_is_loaded_again_tells_the_same_and_sends_no_form_again(room):
    bao = joined(room, BAO)
    where = opened(room, bao)
    form = urlencode({"do": "settle", "choose.x": ""}).encode()
    sent = bao.ask("POST", f"{where}?page=1", form, Content_Type="application/x-www-form-urlencoded")
    assert (sent.status, sent.headers["location"].partition("&told=")[0]) == (303, f"{where.rpartition('/')[2]}?page=1")
    place = urljoin(where, sent.headers["location"])
    before = count(room, Inbox)
    for _ in range(2):
        assert "Chưa chọn câu trả lời nào." in bao.get(place).text
    assert count(room, Inbox) == before
    assert "Chưa chọn câu trả lời nào." not in bao.get(where).text
    assert "Chưa chọn câu trả lời nào." not in bao.get(f"{where}?told=x").text


def test_what_cannot_be_read_stays_with_its_words_and_nothing_is_guessed(room):
    bao = joined(room, BAO)
    where = opened(room, bao)
    told = answers(bao, where, {}, {"31/11": "31/2/2027"})
    assert "01 nội dung nhập vào chưa dùng được" in told
    assert 'value="31/2/2027"' in told
    assert len(lines(told)) == 4
    assert "Chưa chọn câu trả lời nào." in bao.form(where, {"do": "settle"}).text
    forged = {"do": "settle", lines(told)[0][1]["Đúng"][0]: "as_read_2", "choose.x": "as_read", "type.y": "1", "same.z": "1"}
    assert "giữ nguyên" in bao.form(where, forged).text
    assert len(lines(bao.get(where).text)) == 4


def test_one_answer_holds_for_all_that_say_the_same_and_can_be_asked_again(room):
    bao = joined(room, BAO)
    where = opened(room, bao, data=ALIKE)
    page = bao.get(where).text
    assert len(lines(page)) == 5
    first = lines(page)[0][1]
    assert "cả 04 chỗ giống vậy" in first
    told = bao.form(where, {"do": "settle", **dict([first[LIEN], first["cả 04 chỗ giống vậy"]])}).text
    assert "Đã xử lý 05 chỗ." in told
    assert lines(told) == []
    assert told.count(f"người phụ trách: {LIEN}") == 5
    reopened = bao.form(where, {"do": "reopen", "value": "2", "count": "5"}).text
    assert [said[:6] for said, _fields in lines(reopened)] == ["Dòng 5"]
    assert 'count" value="4"' in reopened
    stale = bao.form(where, {"do": "reopen", "value": "2", "count": "5"}).text
    assert len(lines(stale)) == 1


def test_doubts_settled_in_the_chat_meanwhile_are_seen_here_and_never_settled_twice(room):
    bao = joined(room, BAO)
    where = opened(room, bao)
    old = lines(bao.get(where).text)
    room.until(lambda: any("đọc được 04 dòng" in text for text in bao.texts()))

    def tap(label):
        line = next(one for one in reversed(bao.lines()) if any(label in choice[0] for choice in one["choices"]))
        seq = line["seq"]
        assert bao.taps(line["id"], next(choice[1] for choice in line["choices"] if label in choice[0])).status == 200
        room.until(lambda: any(one["seq"] > seq and not one["mine"] for one in bao.lines()))

    tap("Xem 04 chỗ")
    tap("Xử lý từng chỗ")
    tap(LIEN)
    assert len(lines(bao.get(where).text)) == 3
    late = dict([old[0][1]["Đúng"], old[1][1][LIEN]])
    told = bao.form(where, {"do": "settle"} | late).text
    assert "Đã xử lý 01 chỗ." in told
    assert "01 chỗ vừa được xử lý hoặc thay đổi ở nơi khác" in told
    bao.form(where, {"do": "apply", "count": "0"})
    assert recorded(room, 2027)["1.2"][0] == LIEN


def test_two_coordinators_see_one_state_and_the_second_to_record_changes_nothing(room):
    bao = joined(room, BAO)
    where = opened(room, bao)
    with room.store.transaction() as db:
        thu = person_of(db, THU)
        people.grant(db, thu.id, units.offices(db)[0][0], Role.COORDINATOR)
    other = joined(room, THU)
    assert "phan-cong.csv" in other.get("/load").text
    answers(other, where, {"Đàm Văn Sơn": LIEN})
    assert len(lines(bao.get(where).text)) == 3
    assert "Đã ghi bảng phân công năm 2027" in other.form(where, {"do": "apply", "count": "0"}).text
    assert "Đã ghi bảng phân công" not in bao.form(where, {"do": "apply", "count": "0"}).text
    assert "Đã bỏ" not in bao.form(where, {"do": "drop"}).text
    assert len(recorded(room, 2027)) == 4
    second = opened(room, bao, data=TABLE.replace("Đối thoại", "Gặp gỡ, đối thoại"), modified=2)
    stale = bao.form(second, {"do": "apply", "count": "0"}).text
    assert "danh sách đã thay đổi từ khi đồng chí xem" in stale


def test_a_file_sent_again_keeps_the_answers_and_the_list_shows_it_once(room):
    bao = joined(room, BAO)
    first = opened(room, bao)
    answers(bao, first, {"Đàm Văn Sơn": LIEN, "đ/c Liên": LIEN})
    second = opened(room, bao, modified=2)
    assert second != first
    assert len(lines(bao.get(second).text)) == 2
    assert bao.get("/load").text.count("phan-cong.csv</a>") == 1
    assert f'<a href="{second[1:]}">phan-cong.csv</a>' in bao.get("/desk").text
    assert "Đã bỏ tệp phan-cong.csv" in bao.form(second, {"do": "drop"}).text


def test_refused_files_say_why_on_the_page(room):
    bao = joined(room, BAO)
    hostile = {"mat-khau.xlsx", "bom-chuoi.xlsx", "chi-van-ban.docx", "excel.csv"}
    chosen = {made.name: made.make() for made in MADE if made.name in hostile} | {"rong.csv": b"not a table at all\n"}
    for name, data in chosen.items():
        key = sends(bao, name, data)
        room.until(lambda key=key: bao.get(f"/files/{key}").json["state"] != "waiting", 60)
        page = html.unescape(bao.get(f"/load?sent={key}").text)
        assert f"Chưa nhận tệp {name}" in page, name
    for name, kind in (("ban-quet.pdf", "application/pdf"), ("anh.jpg", "image/jpeg"), ("phim.mp4", "video/mp4")):
        refused = sends(bao, name, b"x" * 50, kind)
        assert refused.status == 415
        assert refused.json["told"].startswith(f"Chưa nhận tệp {name}")
    assert count(room, Load, Load.state == "preview") == 0
    stranger = sends(joined(room, LIEN), "phan-cong.csv", TABLE.encode())
    assert "Chưa nhận tệp" not in bao.get(f"/load?sent={stranger}").text


def test_a_table_that_names_no_year_is_read_for_the_open_year_that_is_chosen(room):
    bao = joined(room, BAO)
    text = TABLE.replace(" NĂM 2027", "").replace("/2027", "")
    with room.store.transaction() as db:
        campaigns.ensure(db, units.offices(db)[0][0], 2027)
    where = opened(room, bao, data=text)
    assert "Năm 2026: đọc được" in bao.get(where).text
    assert bao.form(where, {"do": "year", "value": "2031"}).status == 200
    assert "Năm 2026: đọc được" in bao.get(where).text
    bao.form(where, {"do": "year", "value": "2027"})
    room.until(lambda: bao.get(where).status == 303, 60)
    moved = f"/load/{bao.get(where).headers['location']}"
    page = bao.get(moved).text
    assert "Năm 2027: đọc được" in page
    bao.form(moved, {"do": "apply", "count": "0"})
    assert recorded(room, 2027)["1.1"] == (BAO, "2027-01-15")


def test_a_column_that_no_heading_names_is_asked_and_the_table_read_again(room):
    bao = joined(room, BAO)
    where = opened(room, bao, data=f"TT;Công việc;Chủ nhiệm;Chốt vào;Sản phẩm\n1;Ban hành kế hoạch;{BAO};15/01/2027;Kế hoạch\n")
    page = bao.get(where).text
    assert "cần chọn tên" in page
    assert "apply" not in page
    form = {"do": "settle"}
    for said, fields in lines(page):
        form |= dict([fields['"Chủ nhiệm"' if "Người phụ trách" in said else '"Chốt vào"']])
    bao.form(where, form)
    room.until(lambda: bao.get(where).status == 303, 60)
    moved = f"/load/{bao.get(where).headers['location']}"
    assert "đọc được 01 dòng" in bao.get(moved).text


def test_columns_that_are_named_together_are_all_remembered_though_one_has_the_table_read_again(room):
    bao = joined(room, BAO)
    rows = [f"{at};Nhiệm vụ số {at} của năm;{BAO};{at:02}/10/2027;Kế hoạch;chị Liên\n" for at in range(1, 5)]
    where = opened(room, bao, data="TT;Công việc;Trợ lý;Chốt vào;Sản phẩm;Ai đó\n" + "".join(rows))
    form = {"do": "settle"}
    assert len(lines(bao.get(where).text)) == 2, "each guessed column stands there once"
    for said, fields in lines(bao.get(where).text)[:2]:
        form |= dict([fields['"Ai đó"' if said.startswith("Người phụ trách") else '"Chốt vào"']])
    assert len(form) == 3, "both columns were guessed"
    bao.form(where, form)
    room.until(lambda: bao.get(where).status == 303, 60)
    page = bao.get(f"/load/{bao.get(where).headers['location']}").text
    assert "đọc được 04 dòng" in page
    assert "không tiêu đề nào ghi rõ cột này" not in page


def test_a_table_that_is_read_again_for_a_column_keeps_the_answers_about_its_cells(room):
    bao = joined(room, BAO)
    rows = [f"{at};Nhiệm vụ số {at} của năm;{'KTCĐ' if at == 3 else 1};{BAO};{at:02}/10/2027;chị Liên\n" for at in range(1, 6)]
    where = opened(room, bao, data="TT;Công việc;Điểm;Trợ lý;Chốt vào;Ai đó\n" + "".join(rows))
    assert "Chỗ cần kiểm tra (03)" in bao.get(where).text, "two columns and a cell"
    assert "Đã xử lý 01 chỗ." in answers(bao, where, {}, {"KTCĐ": "0,5"})
    form = {"do": "settle"}
    for said, fields in lines(bao.get(where).text)[:2]:
        form |= dict([fields['"Ai đó"' if said.startswith("Người phụ trách") else '"Chốt vào"']])
    bao.form(where, form)
    room.until(lambda: bao.get(where).status == 303, 60)
    page = html.unescape(bao.get(f"/load/{bao.get(where).headers['location']}").text)
    assert '"KTCĐ": Dòng 4, điểm: 0,5.' in page


def test_names_like_known_ones_stand_among_the_doubts(room):
    bao = joined(room, BAO)
    where = opened(room, bao, data=f"{HEAD}1.1;Ban hành kế hoạch;2;Phan Quốc Bào;15/01/2027\n1.2;Tuyên truyền;2;Ngô Văn Mới;15/02/2027\n")
    said, fields = lines(bao.get(where).text)[0]
    assert "Phan Quốc Bào" in said
    assert f"Danh sách cơ quan có {BAO}" in said
    assert [*fields] == ["Để sau", f"Là {BAO}", "Thêm mới"]
    bao.form(where, {"do": "settle"} | dict([fields[f"Là {BAO}"]]))
    bao.form(where, {"do": "apply", "count": "0"})
    assert {code: name for code, (name, _due) in recorded(room, 2027).items()} == {"1.1": BAO, "1.2": "Ngô Văn Mới"}


def test_rows_to_split_and_other_kinds_are_decided_on_the_page_once_the_table_is_recorded(room):
    bao = joined(room, BAO)
    quarters = "".join(f"1.{at};Báo cáo số {at} hằng quý;1;{BAO};15/12/2027\n" for at in (1, 2, 3))
    more = f"1.4;Công khai hằng tháng;1;{BAO};10/12/2027\n1.5;Tỷ lệ hồ sơ đúng hạn từ 98%;1;{BAO};20/12/2027\n1.6;Duy trì trang thông tin;1;{BAO};20/12/2027\n"
    where = opened(room, bao, data=HEAD + quarters + more)
    page = bao.form(where, {"do": "apply", "count": "0"}).text
    assert "Việc nên tách kỳ hoặc đổi loại (06)" in page
    said, fields = next(one for one in lines(page) if one[0].startswith("1.1 "))
    assert "Nên tách 04 kỳ (ngày 15 tháng thứ 3 của quý); 1 điểm chia cho các kỳ" in said
    assert [*fields] == ["Để sau", "Tách 04 kỳ", "Không tách", "Hoặc nhập", "cả 02 chỗ giống vậy"]
    form = {"do": "settle"} | dict([fields["Tách 04 kỳ"], fields["cả 02 chỗ giống vậy"]])
    of = {said.split()[0]: fields for said, fields in lines(page)}
    form |= dict([of["1.3"]["Không tách"], of["1.5"]["Đúng"], of["1.6"]["Thôi"], (of["1.4"]["Hoặc nhập"][0], "bao giờ cũng được")])
    page = bao.form(where, form).text
    assert "Đã xử lý 05 chỗ." in page
    assert [said.split()[0] for said, _fields in lines(page)] == ["1.4"]
    assert 'value="bao giờ cũng được"' in page
    page = bao.form(where, {"do": "settle", of["1.4"]["Hoặc nhập"][0]: "hằng quý"}).text
    assert "Việc nên tách kỳ" not in page
    kinds = room.store.run(lambda db: dict(db.execute(select(Criterion.code, Criterion.kind).join(Campaign).where(Campaign.year == 2027, Criterion.kind != "product")).all()))  # fmt: skip
    rows = {code: count(room, Assignment, Assignment.criterion_id == Criterion.id, Criterion.code == code, Campaign.id == Criterion.campaign_id, Campaign.year == 2027) for code in ("1.1", "1.2", "1.3", "1.4")}  # fmt: skip
    assert rows == {"1.1": 4, "1.2": 4, "1.3": 1, "1.4": 3}
    assert kinds["1.5"] == "figure"
    assert "1.6" not in kinds


def test_a_file_that_drops_most_of_the_list_wants_its_number_typed(room):
    bao = joined(room, BAO)
    where = opened(room, bao, data=f"{HEAD.replace('2027', '2026')}1.1.1;Ban hành kế hoạch cải cách hành chính năm;2;{BAO};15/01/2026\n")
    page = bao.get(where).text
    assert 'value="sure"' in page
    assert 'value="apply"' not in page
    gone = int(re.search(r"nhập số (\d+);", page)[1])
    before = recorded(room, 2026)
    assert "nội dung nhập chưa đúng với yêu cầu" in bao.form(where, {"do": "sure", "value": str(gone + 1)}).text
    assert recorded(room, 2026) == before
    assert "Đã ghi bảng phân công năm 2026" in bao.form(where, {"do": "sure", "value": str(gone)}).text


def test_many_doubts_come_in_pages(room, monkeypatch):
    monkeypatch.setattr(load_table, "CELLS", 2)
    bao = joined(room, BAO)
    where = opened(room, bao, data=ALIKE)
    assert "Chỗ cần kiểm tra (05)" in bao.get(where).text
    assert [len(lines(bao.get(f"{where}?page={at}").text)) for at in (1, 2, 3, 9)] == [2, 2, 1, 2]
    second = lines(bao.get(f"{where}?page=2").text)[0][1]
    assert "Đã xử lý 01 chỗ." in bao.form(f"{where}?{urlencode({'page': 2})}", {"do": "settle"} | dict([second[LIEN]])).text


def test_a_workbook_with_macros_is_a_table_for_the_coordinator_and_no_document_for_anybody(room):
    made = next(one for one in MADE if one.name.endswith(".xlsm") and one.rows)
    bao = joined(room, BAO)
    where = opened(room, bao, made.name, made.make())
    assert "đọc được" in bao.get(where).text
    assert sends(joined(room, LIEN), made.name, made.make()).status == 415
