"""The dashboard: its figures are the chat's, its doors are the chat's, and it reads well on a phone, on a desk and on paper."""

import re
from decimal import Decimal
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from bot.commands.figures import as_json
from locales.formats import percent, points
from storage.office import units
from storage.points import progress
from storage.work import campaigns
from tests.stories.office import BAO, LIEN, SON, THU, TIN, TUESDAY, at, person_of
from tests.web.client import Client
from tests.web.conftest import DESK
from tests.web.test_access import joined
from tests.web.test_chat_page import come_in
from tests.web.test_looks import faults


def told(room):
    def read(db):
        office = units.offices(db)[0][0]
        summary = progress.summary(db, office, campaigns.of_year(db, office, 2026), TUESDAY)
        return as_json("", 2026, at(TUESDAY, 14), Decimal(80), summary)

    return room.store.run(read)


def cells(text):
    return [re.sub(r"<[^>]+>", "", one).strip() for one in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", text, re.DOTALL)]


def table(text, title):
    """The rows of one table of the page."""
    part = text.split(f"<h2>{title}")[1].split("</table>")[0]
    return [cells(row) for row in re.findall(r"<tr>(.*?)</tr>", part.split("<tbody>")[1], re.DOTALL)]


def number(text):
    return Decimal(text.replace(".", "").replace(",", "."))


def test_the_page_says_what_the_command_and_the_chat_say(room):
    json = told(room)
    page = joined(room, SON).get("/board").text
    forecast, most = points(Decimal(str(json["forecast"]))), json["max"]
    assert f"Dự kiến {forecast}/{most} điểm (mục tiêu 80)" in page
    for key, name in (("accepted", "Đã đạt"), ("waiting", "Chờ kiểm tra"), ("open", "Chưa đến hạn"), ("at_risk", "Nguy cơ"), ("survey", "Khảo sát"), ("lost", "Đã mất")):
        assert f"{name} <b>{points(Decimal(str(json[key])))}</b>" in page
    rows = json["rows"]
    assert f"Hoàn thành {rows['done']}/{rows['all']} việc ({percent(rows['done'], rows['all'])})" in page
    fields = table(page, "Theo lĩnh vực")
    assert [line[0] for line in fields] == [one["name"] for one in json["fields"]]
    assert sum(number(line[5]) for line in fields) == most
    assert sum(number(line[6]) for line in fields) == Decimal(str(json["forecast"]))
    for title in ("Theo người phụ trách", "Theo bộ phận", "Theo tháng đến hạn"):
        lines = table(page, title)
        assert sum(int(line[1]) for line in lines) == rows["all"], title
        assert sum(int(line[4]) for line in lines) == len(json["overdue"]), title
    widths = [float(one) for one in re.findall(r'<rect class="p-\w+" x="[\d.]+" y="0" width="([\d.]+)"', page)]
    assert abs(sum(widths) - 100) < 0.01


def test_a_filter_shows_a_part_that_sums_and_can_be_dropped(room):
    son = joined(room, SON)
    field = told(room)["fields"][0]
    page = son.get(f"/board?field={quote(field['name'])}").text
    assert f"Dự kiến {points(Decimal(str(field['forecast'])))}" in page
    assert [line[0] for line in table(page, "Theo lĩnh vực")] == [field["name"]]
    assert 'href="board">' in page
    late = son.get("/board?state=late").text
    assert len(table(late, "Tiêu chí: ")) == len(told(room)["overdue"])
    assert son.get("/board?person=999999999999&state=%3Cscript%3E&field=%00").status == 200
    assert son.get("/board?person=%C2%B2").status == 200, "a digit that counts nothing"
    assert "&lt;b&gt;" in son.get("/board?field=%3Cb%3E").text, "words of an address stay words"


@pytest.mark.parametrize(("name", "sees"), [(SON, 31), (BAO, 31), (THU, None), (LIEN, 3), (TIN, None)])
def test_each_sees_what_their_roles_cover_whatever_the_address_says(room, name, sees):
    person = joined(room, name)
    page = person.get("/board").text
    rows = table(page, "Tiêu chí: ")
    assert len(rows) == sees or sees is None
    if name in {LIEN, TIN}:
        assert {row[2] for row in rows} == {name}
        other = room.store.run(lambda db: person_of(db, SON if name == LIEN else LIEN).id)
        assert not table(person.get(f"/board?person={other}").text, "Tiêu chí: ")
    if name == THU:
        assert len({row[2] for row in rows}) > 1
        assert len(rows) < 31


def test_a_stranger_is_sent_to_the_door(room):
    assert Client(room.url).get("/board").headers["location"] == "join"


def test_it_is_reached_from_the_chat_reads_well_and_prints(room, opened):
    page = come_in(opened(DESK), room, SON)
    page.get_by_role("link", name="Bảng theo dõi").click()
    expect(page.get_by_role("heading", name="Bảng theo dõi tiến độ")).to_be_visible()
    assert faults(page, "board") == []
    page.get_by_role("link", name="Cải cách thể chế").click()
    expect(page.get_by_text("Đang lọc theo")).to_be_visible()
    page.get_by_role("link", name=re.compile("Cải cách thể chế .bỏ lọc.")).click()
    expect(page.get_by_text("Đang lọc theo")).not_to_be_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) in {2, 3, 4}
