"""The page that hands over one file by a link: nothing is used up by looking, the tap gives the file once."""

from locales.papers import shelf
from storage.access import passes
from storage.office import people
from tests.stories.office import BAO, person_of
from tests.web.client import Client
from tests.web.conftest import PHONE


def link(room):
    """What a messenger without files is sent."""
    source = room.settings.data_dir / "source"
    source.write_bytes(b"PK workbook")

    def make(db):
        person = person_of(db, BAO)
        if people.owner_of(db, "zalo:77") is None:
            people.link(db, person.id, "zalo:77", room.now)
        made = passes.make(db, person, passes.FILE, room.now, by=person.id, chat="zalo:77")
        shelf.keep(room.settings.data_dir, made, source, "Bảng phân công.xlsx")
        return passes.mint(db, made, person.id, room.now).shown

    return room.store.run(make)


def test_a_link_gives_its_file_once_and_looking_uses_nothing_up(room):
    client = Client(room.url)
    secret = link(room)
    for _ in range(3):
        page = client.get("/tai")
        assert page.status == 200
        assert secret not in page.text
    given = client.form("/tai", {"secret": secret})
    assert (given.status, given.body) == (200, b"PK workbook")
    assert "attachment" in given.headers["content-disposition"]
    assert "no-store" in given.headers["cache-control"]
    again = client.form("/tai", {"secret": secret})
    assert again.status == 403
    assert "Đường dẫn này đã dùng hoặc đã hết hạn" in again.text
    assert client.form("/tai", {"secret": "wrong"}).text == again.text
    assert client.form("/tai", {"secret": link(room)}, Origin="https://elsewhere.example").status == 403


def test_a_phone_takes_the_file_with_one_tap(room, opened):
    page = opened(PHONE)
    page.goto(f"{room.url}/tai#{link(room)}")
    assert page.url == f"{room.url}/tai"
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Tải tệp").click()
    assert waiting.value.suggested_filename == "Bảng phân công.xlsx"
