"""The emulator as python-telegram-bot sees it: sending, editing, answering, menus."""

from io import BytesIO

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest, Forbidden

from tests.emulator import Emulator, Phone
from tests.emulator.fixtures import Ask, an_fixture, ask_fixture, bot_fixture, emu_fixture, timedeltas_fixture  # noqa: F401
from tests.emulator.images import png, size_of


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"x:{label}")] for label in labels])


async def test_getme_has_what_python_telegram_bot_needs(bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.is_bot, me.username) == (True, "nhacviec_test_bot")


async def test_a_message_reaches_the_phone_with_its_buttons(bot: Bot, an: Phone) -> None:
    await bot.send_message(an.id, "Việc 1 đến hạn", reply_markup=keyboard("Đã hoàn thành", "Vướng mắc"))
    message = await an.hears("Việc 1")
    assert message.buttons == ["Đã hoàn thành", "Vướng mắc"]
    assert message.data["Vướng mắc"] == "x:Vướng mắc"


async def test_a_stranger_cannot_be_written_to_until_they_press_start(emu: Emulator, bot: Bot) -> None:
    binh = emu.phone(6, "Bình")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(binh.id, "Chào")
    await binh.starts()
    await bot.send_message(binh.id, "Chào")


async def test_an_unknown_chat_is_not_found(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(404, "Chào")


async def test_after_a_block_sending_is_forbidden_and_after_unblocking_it_works(bot: Bot, an: Phone) -> None:
    await an.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(an.id, "Chào")
    await an.unblocks()
    assert (await bot.send_message(an.id, "Chào")).text == "Chào"


async def test_a_deleted_account_is_forbidden(bot: Bot, an: Phone) -> None:
    an.disappears()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(an.id, "Chào")


async def test_html_is_parsed_into_entities_counted_in_utf16(bot: Bot, an: Phone) -> None:
    message = await bot.send_message(an.id, "😀 <b>Hạn</b> &lt;mai&gt; <a href='https://x.vn'>xem</a>", parse_mode="HTML")
    assert message.text == "😀 Hạn <mai> xem"
    assert [(e.type, e.offset, e.length) for e in message.entities] == [("bold", 3, 3), ("text_link", 13, 3)]


@pytest.mark.parametrize("text", ["<b>hở", "a </b>", "<x>lạ</x>", "<b><i>chéo</b></i>", "3 < 5"])
async def test_broken_html_is_refused(bot: Bot, an: Phone, text: str) -> None:
    with pytest.raises(BadRequest, match="parse entities"):
        await bot.send_message(an.id, text, parse_mode="HTML")


async def test_markdown_needs_its_escapes(bot: Bot, an: Phone) -> None:
    message = await bot.send_message(an.id, r"*Hạn* 24\.11 \- `mã`", parse_mode="MarkdownV2")
    assert (message.text, [e.type for e in message.entities]) == ("Hạn 24.11 - mã", ["bold", "code"])
    with pytest.raises(BadRequest, match="is reserved and must be escaped"):
        await bot.send_message(an.id, "24.11", parse_mode="MarkdownV2")


async def test_white_space_around_a_text_is_cut_and_nothing_else_is_no_text(bot: Bot, an: Phone) -> None:
    assert (await bot.send_message(an.id, "  xong \n")).text == "xong"
    with pytest.raises(BadRequest, match=r"[Tt]ext is empty"):
        await bot.send_message(an.id, "   ")


async def test_a_text_may_have_4096_units_after_parsing_and_not_one_more(emu: Emulator, bot: Bot, an: Phone) -> None:
    await bot.send_message(an.id, f"<b>{'x' * 4096}</b>", parse_mode="HTML")
    with pytest.raises(BadRequest):
        await bot.send_message(an.id, "😀" * 2049)
    emu.violations.clear()


async def test_a_caption_may_have_1024_units(emu: Emulator, bot: Bot, an: Phone) -> None:
    await bot.send_document(an.id, b"x", caption="c" * 1024, filename="a.txt")
    with pytest.raises(BadRequest):
        await bot.send_document(an.id, b"x", caption="c" * 1025, filename="a.txt")
    emu.violations.clear()


@pytest.mark.parametrize(
    ("rows", "fits"),
    [([["d" * 64]], True), ([["đ" * 33]], False), ([["x"] * 8], True), ([["x"] * 9], False), ([["x"]] * 100, True),
     ([["x"]] * 101, False)],
)  # fmt: skip
async def test_keyboards_are_measured(emu: Emulator, ask: Ask, an: Phone, rows: list[list[str]], fits: bool) -> None:
    markup = {"inline_keyboard": [[{"text": "Nút", "callback_data": data} for data in row] for row in rows]}
    status, _ = await ask("sendMessage", chat_id=an.id, text="Chọn", reply_markup=markup)
    assert status == (200 if fits else 400)
    emu.violations.clear()


async def test_only_an_inline_keyboard_is_echoed(bot: Bot, an: Phone) -> None:
    keys = ReplyKeyboardMarkup([[KeyboardButton("Gửi số", request_contact=True), "Thôi"]])
    assert (await bot.send_message(an.id, "Số của đồng chí?", reply_markup=keys)).reply_markup is None
    assert an.keyboard == ["Gửi số", "Thôi"]
    await bot.send_message(an.id, "Cảm ơn", reply_markup=ReplyKeyboardRemove())
    assert an.keyboard == []


async def test_a_contact_key_shares_ones_own_contact(emu: Emulator, bot: Bot, an: Phone) -> None:
    keys = ReplyKeyboardMarkup([[KeyboardButton("Gửi số", request_contact=True)]])
    await bot.send_message(an.id, "Số?", reply_markup=keys)
    await an.taps("Gửi số")
    contact = (await bot.get_updates(timeout=1))[-1].message.contact
    assert contact.user_id == an.id


async def test_a_reply_carries_the_message_it_answers(bot: Bot, an: Phone) -> None:
    asked = await an.says("hạn việc 1?")
    message = await bot.send_message(an.id, "24/11", reply_to_message_id=asked["message_id"])
    assert message.reply_to_message.text == "hạn việc 1?"
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(an.id, "24/11", reply_to_message_id=999)


async def test_options_of_sending_are_accepted(bot: Bot, an: Phone) -> None:
    preview = LinkPreviewOptions(is_disabled=True)
    message = await bot.send_message(an.id, "Kín", protect_content=True, link_preview_options=preview, disable_notification=True)
    assert message.has_protected_content


async def test_a_sent_document_arrives_byte_for_byte(bot: Bot, an: Phone) -> None:
    await bot.send_document(an.id, BytesIO(b"PK\x03\x04hoso"), filename="hồ sơ.zip", caption="Hồ sơ")
    shown = await an.hears("Hồ sơ")
    assert (shown.kind, shown.file.data, shown.file.name) == ("document", b"PK\x03\x04hoso", "hồ sơ.zip")


async def test_a_file_may_be_sent_again_by_its_id(bot: Bot, an: Phone) -> None:
    first = await bot.send_document(an.id, b"abc", filename="a.txt")
    again = await bot.send_document(an.id, first.document.file_id)
    assert again.document.file_unique_id == first.document.file_unique_id


async def test_a_photo_must_be_a_picture_of_a_sane_shape(bot: Bot, an: Phone) -> None:
    message = await bot.send_photo(an.id, png(640, 480), caption="Tiến độ")
    assert (message.photo[-1].width, message.photo[-1].height) == (640, 480)
    with pytest.raises(BadRequest, match=r"(?i)IMAGE_PROCESS_FAILED"):
        await bot.send_photo(an.id, b"not a picture")
    with pytest.raises(BadRequest, match=r"(?i)PHOTO_INVALID_DIMENSIONS"):
        await bot.send_photo(an.id, png(2100, 100))


def test_the_size_of_a_jpeg_is_read_from_its_frame() -> None:
    frame = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x20\x00\x40" + b"\0" * 10
    assert size_of(frame) == (64, 32)


async def test_an_album_has_two_to_ten_items_and_one_group_id(emu: Emulator, bot: Bot, an: Phone) -> None:
    messages = await bot.send_media_group(an.id, [InputMediaPhoto(png()), InputMediaPhoto(png(), caption="Ảnh 2")])
    assert len({message.media_group_id for message in messages}) == 1
    assert [shown.text for shown in await an.hears(n=2)] == ["", "Ảnh 2"]
    for count in (1, 11):
        with pytest.raises(BadRequest):
            await bot.send_media_group(an.id, [InputMediaPhoto(messages[0].photo[-1].file_id)] * count)
    emu.violations.clear()


async def test_documents_go_only_with_documents(bot: Bot, an: Phone) -> None:
    mixed = [InputMediaDocument(b"x", filename="a.txt"), InputMediaPhoto(png())]
    with pytest.raises(BadRequest, match="can't be mixed"):
        await bot.send_media_group(an.id, mixed)


async def test_an_edit_changes_what_the_phone_shows_and_takes_the_buttons_away(bot: Bot, an: Phone) -> None:
    message = await bot.send_message(an.id, "Đã nhận 1 tệp", reply_markup=keyboard("Xong"))
    edited = await bot.edit_message_text("Đã nhận 3 tệp", an.id, message.message_id)
    assert edited.edit_date is not None
    shown = await an.sees("3 tệp")
    assert (shown.message_id, shown.buttons, shown.edited) == (message.message_id, [], True)


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, an: Phone) -> None:
    message = await bot.send_message(an.id, "Như cũ", reply_markup=keyboard("Xong"))
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("Như cũ", an.id, message.message_id, reply_markup=keyboard("Xong"))


async def test_only_the_bots_own_existing_messages_can_be_edited(bot: Bot, an: Phone) -> None:
    theirs = await an.says("của tôi")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("của ai", an.id, theirs["message_id"])
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("của ai", an.id, 999)


async def test_captions_and_keyboards_are_edited_on_their_own(bot: Bot, an: Phone) -> None:
    message = await bot.send_document(an.id, b"x", filename="a.txt", caption="cũ")
    await bot.edit_message_caption(an.id, message.message_id, caption="mới")
    await bot.edit_message_reply_markup(an.id, message.message_id, reply_markup=keyboard("Xem"))
    assert (an.screen[-1].text, an.screen[-1].buttons) == ("mới", ["Xem"])
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("chữ", an.id, message.message_id)


async def test_a_picture_is_replaced_in_place(bot: Bot, an: Phone) -> None:
    message = await bot.send_photo(an.id, png(80, 80), caption="cũ")
    await bot.edit_message_media(InputMediaPhoto(png(160, 80), caption="mới"), an.id, message.message_id)
    assert (an.screen[-1].text, an.screen[-1].raw["photo"][-1]["width"]) == ("mới", 160)


async def test_a_deleted_message_leaves_the_screen(emu: Emulator, bot: Bot, an: Phone) -> None:
    message = await bot.send_message(an.id, "Nhầm")
    await bot.delete_message(an.id, message.message_id)
    assert an.screen == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(an.id, message.message_id)
    old = await bot.send_message(an.id, "Cũ")
    emu.clock.advance(49 * 3600)
    with pytest.raises(BadRequest, match="can't be deleted"):
        await bot.delete_message(an.id, old.message_id)


async def test_a_tap_is_answered_with_a_toast(bot: Bot, an: Phone) -> None:
    await bot.send_message(an.id, "Việc 1", reply_markup=keyboard("Xong"))
    query = await an.taps("Xong")
    update = (await bot.get_updates(timeout=1))[-1]
    assert (update.callback_query.data, update.callback_query.message.text) == ("x:Xong", "Việc 1")
    await update.callback_query.answer("Đã ghi nhận")
    assert await an.toast(query) == "Đã ghi nhận"


async def test_a_tap_answered_after_150_seconds_is_too_old(emu: Emulator, bot: Bot, an: Phone) -> None:
    await bot.send_message(an.id, "Việc 1", reply_markup=keyboard("Xong"))
    query = await an.taps("Xong")
    emu.clock.advance(151)
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await bot.answer_callback_query(query)
    with pytest.raises(BadRequest, match=r"(?i)query id is invalid"):
        await bot.answer_callback_query("12345")


async def test_a_toast_has_at_most_200_characters(emu: Emulator, bot: Bot, an: Phone) -> None:
    query = an.taps_data("x", (await bot.send_message(an.id, "Việc")).to_dict())
    with pytest.raises(BadRequest):
        await bot.answer_callback_query(query, "x" * 201)
    emu.violations.clear()


async def test_message_ids_grow_in_each_chat(emu: Emulator, bot: Bot, an: Phone) -> None:
    binh = emu.phone(6, "Bình")
    await binh.starts()
    mine = [(await bot.send_message(an.id, "a")).message_id for _ in range(3)]
    assert mine == sorted(set(mine))
    assert (await bot.send_message(binh.id, "b")).message_id == 2


async def test_commands_are_kept_by_scope_and_the_nearest_scope_wins(bot: Bot, an: Phone) -> None:
    await bot.set_my_commands([BotCommand("viec", "Việc của tôi")])
    await bot.set_my_commands([BotCommand("tiendo", "Tiến độ")], scope=BotCommandScopeChat(an.id))
    assert an.commands() == ["tiendo"]
    assert [command.command for command in await bot.get_my_commands()] == ["viec"]
    await bot.delete_my_commands(scope=BotCommandScopeChat(an.id))
    assert an.commands() == ["viec"]


async def test_a_command_with_capitals_is_refused(ask: Ask) -> None:
    status, body = await ask("setMyCommands", commands=[{"command": "TienDo", "description": "Tiến độ"}])
    assert (status, body["description"]) == (400, "Bad Request: BOT_COMMAND_INVALID")


async def test_descriptions_are_kept(bot: Bot) -> None:
    await bot.set_my_description("Trợ lý nhắc việc")
    await bot.set_my_short_description("Nhắc việc")
    assert (await bot.get_my_description()).description == "Trợ lý nhắc việc"
    assert (await bot.get_my_short_description()).short_description == "Nhắc việc"


async def test_chats_actions_and_copies_are_answered(bot: Bot, an: Phone) -> None:
    assert (await bot.get_chat(an.id)).first_name == "An"
    await bot.send_chat_action(an.id, "typing")
    assert an.chat.actions == ["typing"]
    message = await bot.send_message(an.id, "Gốc")
    await bot.copy_message(an.id, an.id, message.message_id)
    forwarded = await bot.forward_message(an.id, an.id, message.message_id)
    assert [shown.text for shown in an.screen] == ["Gốc", "Gốc", "Gốc"]
    assert forwarded.forward_origin is not None
    await bot.pin_chat_message(an.id, message.message_id)


async def test_a_chat_that_became_a_supergroup_says_its_new_id(emu: Emulator, ask: Ask, an: Phone) -> None:
    group = emu.group(-100, "Tổ CCHC", an)
    await group.adds_bot(an)
    new = await group.migrates(an, -1001234)
    status, body = await ask("sendMessage", chat_id=-100, text="Chào tổ")
    assert (status, body["parameters"]) == (400, {"migrate_to_chat_id": -1001234})
    await ask("sendMessage", chat_id=-1001234, text="Chào tổ")
    assert (await new.hears()).text == "Chào tổ"


async def test_a_bot_put_out_of_a_group_cannot_write_there(emu: Emulator, bot: Bot, an: Phone) -> None:
    group = emu.group(-100, "Tổ CCHC", an)
    await group.adds_bot(an)
    await bot.send_message(-100, "Chào tổ")
    await group.kicks_bot(an)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(-100, "Chào tổ")


async def test_the_bot_can_leave_a_group(emu: Emulator, bot: Bot, an: Phone) -> None:
    group = emu.group(-100, "Nhóm lạ", an)
    await group.adds_bot(an)
    assert (await bot.get_chat_member(-100, emu.world.bot["id"])).status == "member"
    await bot.leave_chat(-100)
    with pytest.raises(Forbidden, match="bot is not a member"):
        await bot.send_message(-100, "Chào")


async def test_unknown_methods_and_tokens_are_refused(ask: Ask, emu: Emulator) -> None:
    assert (await ask("getNothing"))[0] in (400, 404)
    assert await ask("getMe", token="nonsense") == (404, {"ok": False, "error_code": 404, "description": "Not Found"})
    assert await ask("getMe", token="1:other") == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
    emu.revoke_token()
    assert (await ask("getMe"))[0] == 401
    emu.violations.clear()
