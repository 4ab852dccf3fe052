"""Typed numbers where buttons are drawn: a digit that could mean two things does nothing but ask."""

from tests.stories.office import DIEP, PHUOC, facts


async def test_a_digit_after_a_notice_could_mean_either_so_the_question_is_put_again(office):
    assert "Dự kiến" in await office.tells(PHUOC, "/tiendo")
    await office.clock(7, 46)
    await office.tells(DIEP, "3.5 xong")
    assert "[Kiểm tra]" in await office.heard(PHUOC)
    before = await facts(office)
    again = await office.tells(PHUOC, "1")
    assert again.startswith("Số vừa nhắn đến muộn hoặc chưa rõ chọn dòng nào, nên chưa ghi gì. Đề nghị chọn lại:")
    assert "Dự kiến" in again
    assert await facts(office) == before


async def test_a_number_acts_for_hours_where_the_buttons_stay(office):
    await office.tells(DIEP, "viec cua toi")
    await office.clock(10, 30)
    assert (await office.tells(DIEP, "1")).startswith("3.5: ")


async def test_a_number_of_the_day_before_asks_again(office):
    before = await facts(office)
    await office.tells(DIEP, "viec cua toi")
    await office.clock(20, 0)
    assert (await office.tells(DIEP, "1")).startswith("Chưa ghi gì.")
    assert await facts(office) == before


async def test_the_label_of_a_choice_can_be_typed(office):
    await office.tells(DIEP, "3.5")
    assert "3.5: đã ghi" in await office.tells(DIEP, "da hoan thanh")
