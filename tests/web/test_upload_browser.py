"""The upload page in a real browser: what an official sees and does, on a phone and at the office's computer."""

import asyncio
import os
from pathlib import Path

import pytest
from playwright.async_api import FileChooser, Page, expect

from tests.postgres import free_port
from tests.stories.office import LIEN, Office
from tests.web.chromium import DESK, PHONE, chromium, is_narrow
from tests.web.door import PDF, code_of, emu_fixture, house_fixture, link_of, linked_template_fixture, open_office  # noqa: F401 - fixtures
from tests.web.wire import Wire

JPEG = b"\xff\xd8\xff\xe0" + b"photo" * 2000
MB = 1 << 20


def file(name: str, body: bytes = PDF, mime: str = "application/pdf") -> dict:
    return {"name": name, "mimeType": mime, "buffer": body}


async def picture(page: Page, name: str) -> None:
    """For people who want to look: with PICTURES set, each page is kept there."""
    if folder := os.environ.get("PICTURES"):
        await page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


async def come_in(page: Page, office: Office, name: str, code: str | None = None) -> None:
    token = await link_of(office, name, code)
    await page.goto(f"{office.settings.web_url}/gui#{token}")
    await expect(page.locator("#who")).to_contain_text(name)
    office.quiet()


async def send(page: Page, count: str) -> None:
    await page.get_by_role("button", name=f"Gửi {count} tệp").click()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
async def test_an_album_sent_by_the_link_has_one_receipt_in_the_chat(house, size):
    async with chromium(viewport=size) as page:
        await come_in(page, house, LIEN, "2.2")
        await picture(page, f"room-{size['width']}")
        assert await page.get_by_text("Chụp ảnh").is_visible() is (size["width"] < 768)
        await page.locator("#camera").set_input_files([file("image.jpg", JPEG, "image/jpeg")])
        await page.locator("#files").set_input_files([file(f"anh {i}.jpg", JPEG + bytes([i]), "image/jpeg") for i in range(3)])
        await page.locator("#files").set_input_files([file("BC 45.pdf")])
        await expect(page.locator("#list li")).to_have_count(5)
        await picture(page, f"chosen-{size['width']}")
        assert await is_narrow(page)
        await send(page, "05")
        await expect(page.locator("#note")).to_contain_text("Đã lưu tất cả các tệp")
        await picture(page, f"sent-{size['width']}")
        assert await is_narrow(page)
        assert "#" not in page.url
    await house.settled()
    receipts = [one.text for one in house.phone(LIEN).screen if one.text.startswith("2.2: đã nhận")]
    assert len(receipts) == 1
    assert receipts[0].startswith("2.2: đã nhận 05 tệp (04 ảnh và 01 PDF).")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
async def test_the_office_pc_comes_in_by_the_code_and_a_wrong_one_stays_outside(house, size):
    async with chromium(viewport=size) as page:
        code = await code_of(house, LIEN)
        await page.goto(f"{house.settings.web_url}/gui")
        await page.get_by_label("Mã gồm 6 chữ số").fill("000 000" if code != "000 000" else "111 111")
        await page.get_by_role("button", name="Vào trang gửi").click()
        await expect(page.locator("#note")).to_contain_text("không dùng được")
        await picture(page, f"code-{size['width']}")
        assert await is_narrow(page)
        await page.get_by_label("Mã gồm 6 chữ số").fill(code)
        await page.get_by_role("button", name="Vào trang gửi").click()
        await expect(page.locator("#who")).to_contain_text(LIEN)
        assert "Mã vừa được sử dụng" in await house.heard(LIEN)
        await house.taps(LIEN, "Đóng trang gửi")
        await page.locator("#files").set_input_files([file("BC 45.pdf")])
        await expect(page.locator("#enter")).to_be_visible()
        await expect(page.locator("#note")).to_contain_text("Trang đã đóng hoặc hết thời gian")


async def test_a_file_is_sent_by_keyboard_alone(house):
    async with chromium() as page:
        choosers: asyncio.Queue[FileChooser] = asyncio.Queue()

        def chosen(one: FileChooser) -> None:
            choosers.put_nowait(one)

        page.once("filechooser", chosen)  # long before the key: the browser must know that we answer in its place
        code = await code_of(house, LIEN)
        await page.goto(f"{house.settings.web_url}/gui")
        await expect(page.get_by_label("Mã gồm 6 chữ số")).to_be_focused()
        await page.keyboard.type(code)
        await page.keyboard.press("Enter")
        await expect(page.locator("#who")).to_be_focused()
        await page.keyboard.press("Tab")
        await expect(page.get_by_label("Chọn tệp")).to_be_focused()
        await page.keyboard.press("Space")
        await (await asyncio.wait_for(choosers.get(), 30)).set_files([file("bien ban hop.pdf")])
        await expect(page.get_by_label("Tiêu chí", exact=True)).to_be_visible()
        for name in ("select", "button.gui-quiet", "#send"):
            for _ in range(4):
                await page.keyboard.press("Tab")
                if await page.evaluate("name => document.activeElement.matches(name)", name):
                    break
            assert await page.evaluate("name => document.activeElement.matches(name)", name), name
            if name == "select":
                await page.keyboard.type("2.2")
        await page.keyboard.press("Enter")
        await expect(page.locator("#note")).to_contain_text("Đã lưu tất cả các tệp")
    assert "2.2: đã nhận 01 tệp (PDF)" in await house.heard(LIEN)


async def test_codes_in_file_names_are_read_and_what_is_unsure_is_asked(house):
    async with chromium() as page:
        await come_in(page, house, LIEN)
        names = ["2.2 BC 45.pdf", "9.9.9 to trinh.pdf", "bien ban hop.pdf", "1.1.1 khong phai cua toi.pdf"]
        await page.locator("#files").set_input_files([file(name, PDF + name.encode()) for name in names])
        lines = page.locator("#list li")
        await expect(lines).to_have_count(4)
        chosen = [await lines.nth(i).locator("select").evaluate("one => one.selectedOptions[0].textContent") for i in range(4)]
        assert chosen[0].startswith("2.2 - ")
        assert chosen[1:] == ["Chọn tiêu chí"] * 3
        await expect(lines.nth(1)).to_contain_text("Tên tệp ghi 9.9.9, không phải tiêu chí của đồng chí")
        await expect(lines.nth(2)).to_contain_text("Chưa chọn tiêu chí")
        await expect(page.locator("#send")).to_be_disabled()
        await picture(page, "names-1280")
        await lines.nth(3).get_by_role("button", name="Bỏ tệp này").click()
        await page.get_by_label("Áp dụng cho các tệp chưa chọn tiêu chí").select_option(index=2)
        await expect(page.locator("#forAll")).to_be_hidden()
        await send(page, "03")
        await expect(page.locator("#note")).to_contain_text("Đã lưu tất cả các tệp")
        await picture(page, "named-1280")
    heard = await house.heard(LIEN)
    assert "2.2: đã nhận 01 tệp (PDF)" in heard
    assert "2.1.2: đã nhận 02 tệp (PDF)" in heard


async def test_files_dropped_on_the_page_are_taken_once(house):
    async with chromium() as page:
        await come_in(page, house, LIEN, "2.2")
        drop = """() => {
            const held = new DataTransfer();
            held.items.add(new File(["%PDF-1.7 a page"], "2.2 bao cao.pdf", {type: "application/pdf", lastModified: 1795000000000}));
            held.items.add(new File(["%PDF-1.7 another"], "bien ban.pdf", {type: "application/pdf", lastModified: 1795000000001}));
            for (const name of ["dragenter", "dragover", "drop"]) {
                document.getElementById("drop").dispatchEvent(new DragEvent(name, {bubbles: true, cancelable: true, dataTransfer: held}));
            }
        }"""
        await page.evaluate(drop)
        await expect(page.locator("#list li")).to_have_count(2)
        await page.evaluate(drop)
        await expect(page.locator("#list li")).to_have_count(2)
        await send(page, "02")
        await expect(page.locator("#note")).to_contain_text("Đã lưu tất cả các tệp")
    assert "2.2: đã nhận 02 tệp (PDF)" in house.phone(LIEN).screen[-1].text


async def test_a_large_file_survives_a_cut_connection_and_a_reloaded_page(emu, linked_template, tmp_path):
    """60 MB: the line breaks after 15 MB and comes back; after 35 MB the page is loaded anew and the file chosen again."""
    large = tmp_path / "2.2 ho so day du.pdf"
    large.write_bytes(PDF[:9] + os.urandom(MB) * 60)
    port = free_port()
    async with open_office(emu, linked_template, tmp_path, web_url=f"http://127.0.0.1:{port}") as office, chromium() as page:
        async with Wire(office.settings.web_bind, port) as wire:
            await come_in(page, office, LIEN)
            await page.locator("#files").set_input_files(large)
            wire.cut_at = 15 * MB
            await send(page, "01")
            await wire.stopped.wait()
            await expect(page.locator("#list")).to_contain_text("Mất kết nối")
            await picture(page, "offline-1280")
            wire.mend()
            wire.hold_at = 35 * MB
            await wire.stopped.wait()
            wire.mend()
            await page.reload()
            await expect(page.locator("#open")).to_contain_text("Chưa gửi xong: 2.2 ho so day du.pdf")
            await picture(page, "reloaded-1280")
            await page.locator("#files").set_input_files(large)
            await send(page, "01")
            await expect(page.locator("#note")).to_contain_text("Đã lưu tất cả các tệp", timeout=40_000)  # it is looked into first
            assert wire.carried < 66 * MB, "what was safe is not sent again"
        heard = await office.heard(LIEN)
        assert "2.2: đã nhận 01 tệp (PDF)" in heard
        assert [one.stat().st_size for one in tmp_path.glob("data/evidence/??/??/*")] == [large.stat().st_size]


async def test_another_page_of_ours_sends_files_by_one_call(house):
    """`window.nhacviec.upload`, as the chat page uses it: words beside the files, progress, what came of each."""
    async with chromium() as page:
        await come_in(page, house, LIEN)
        call = """async () => {
            const files = [new File(["%PDF-1.7 " + "x".repeat(3000000)], "bao cao.pdf"), new File(["MZ"], "la.pdf"), new File(["x"], "phim.mp4")];
            const states = [];
            const onProgress = ({file, sent, size, state}) => states.push([file.name, sent, size, state]);
            const results = await window.nhacviec.upload(files, {caption: "2.2", replyTo: 7, onProgress});
            return {results: results.map((one) => [one.file.name, one.state, one.told]), states};
        }"""
        came = await page.evaluate(call)
    assert [one[:2] for one in came["results"]] == [["bao cao.pdf", "stored"], ["la.pdf", "refused"], ["phim.mp4", "refused"]]
    assert all(told for _, _, told in came["results"])
    sent = [at for name, at, _, state in came["states"] if name == "bao cao.pdf" and state == "sending"]
    assert sent == sorted(sent)
    assert sent[0] == 0
    assert sent[-1] == 3_000_009
    assert "2.2: đã nhận 01 tệp (PDF)" in await house.heard(LIEN)
