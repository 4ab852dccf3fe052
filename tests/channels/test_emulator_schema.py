"""Checks against the Bot API specification, and what the emulator does with them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.emulator import Emulator, Phone, schema_build
from tests.emulator.fixtures import Ask, an_fixture, ask_fixture, emu_fixture  # noqa: F401
from tests.emulator.schema import Schema, load_or_skip
from tests.emulator.schema_build import Unavailable, specification, without_typescript


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_or_skip()


def button(data: str) -> str:
    return json.dumps({"inline_keyboard": [[{"text": "Xong", "callback_data": data}]]})


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", {"chat_id": "5", "text": "Chào", "reply_markup": button("x" * 64)}),
        ("sendMessage", {"chat_id": 5, "text": f"<b>{'x' * 4096}</b>", "parse_mode": "HTML"}),
        ("sendMessage", {"chat_id": "5", "text": "12345"}),
        ("getUpdates", {"offset": "-1", "timeout": "10", "allowed_updates": '["message"]'}),
        ("answerCallbackQuery", {"callback_query_id": "77", "text": "x" * 200, "show_alert": "true"}),
        (
            "setMyCommands",
            {"commands": '[{"command": "viec", "description": "Việc"}]', "scope": '{"type": "chat", "chat_id": 5}'},
        ),
        ("sendDocument", {"chat_id": "5", "document": "BQAC"}),
        ("getMe", {}),
    ],
)
def test_good_requests_pass(schema: Schema, method: str, params: dict[str, Any]) -> None:
    assert schema.check_request(method, params) == []


@pytest.mark.parametrize(
    ("method", "params", "problem"),
    [
        ("sendMessage", {"chat_id": "5"}, "'text' is a required property"),
        ("sendMessage", {"chat_id": "5", "text": "x", "txet": "y"}, "'txet' was unexpected"),
        ("sendMessage", {"chat_id": "5", "text": ""}, "0 characters, 1-4096 allowed"),
        ("sendMessage", {"chat_id": "5", "text": "😀" * 2049}, "4098 characters"),
        ("sendMessage", {"chat_id": "5", "text": "x", "reply_markup": button("đ" * 33)}, "66 bytes, 1-64 allowed"),
        ("sendMessage", {"chat_id": "5", "text": "x", "parse_mode": "html"}, "is not one of"),
        ("sendMediaGroup", {"chat_id": "5", "media": '[{"type": "photo", "media": "a"}]'}, "1 items, 2-10 allowed"),
        ("setMyCommands", {"commands": [{"command": "a", "description": "b"}] * 101}, "101 items, 0-100 allowed"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "201 characters"),
        ("sendDocument", {"chat_id": "5"}, "'document' is a required property"),
        ("getMe", {"x": 1}, "unexpected parameters"),
        ("getNothing", {}, "no such method"),
    ],
)
def test_bad_requests_are_named(schema: Schema, method: str, params: dict[str, Any], problem: str) -> None:
    assert problem in " ".join(schema.check_request(method, params))


def test_an_upload_stands_for_its_parameter(schema: Schema) -> None:
    assert schema.check_request("sendDocument", {"chat_id": "5"}, {"document"}) == []


def test_objects_without_a_required_field_are_named(schema: Schema) -> None:
    user = {"id": 5, "first_name": "An"}
    assert "'is_bot' is a required property" in " ".join(schema.check_object("User", user))
    query = {"id": "1", "from": user | {"is_bot": False}, "data": "x"}
    assert "chat_instance" in " ".join(schema.check_object("CallbackQuery", query))


def test_results_are_checked_by_method(schema: Schema) -> None:
    assert schema.check_result("deleteMessage", True) == []
    assert schema.check_result("deleteMessage", {"ok": 1})
    assert schema.check_result("getMyCommands", [{"command": "a"}])
    assert len(schema.results) == 185


def test_every_method_of_the_emulator_is_in_the_specification(schema: Schema) -> None:
    from tests.emulator.methods import METHODS

    assert set(METHODS) - set(schema.results) == set()


async def test_what_breaks_the_specification_is_refused_and_recorded(schema: Schema, emu: Emulator, ask: Ask, an: Phone) -> None:
    status, body = await ask("sendMessage", chat_id=an.id, text="x", txet="y")
    assert (status, body["description"].startswith("Bad Request: ")) == (400, True)
    with pytest.raises(AssertionError, match="txet"):
        emu.assert_clean()
    emu.violations.clear()


async def test_a_wrong_update_of_a_phone_would_be_recorded(schema: Schema, emu: Emulator, an: Phone) -> None:
    emu.world.push({"message": {"message_id": 1}})
    with pytest.raises(AssertionError, match="emulator, update"):
        emu.assert_clean()
    emu.violations.clear()


def test_alternatives_that_only_typescript_knows_are_dropped() -> None:
    node = {"anyOf": [{"type": "string"}, {"properties": {"toString": {"type": "string"}}, "required": ["toString"]}]}
    assert without_typescript({"x": [node]}) == {"x": [{"anyOf": [{"type": "string"}]}]}


def test_without_npm_the_reason_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema_build.shutil, "which", lambda _name: None)
    with pytest.raises(Unavailable, match="npm is not installed"):
        specification(tmp_path / "cache")


def test_when_npm_fails_its_own_words_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho 'no network' >&2\nexit 1\n")
    npm.chmod(0o755)
    monkeypatch.setattr(schema_build.shutil, "which", lambda _name: str(npm))
    with pytest.raises(Unavailable, match="npm failed: no network"):
        specification(tmp_path / "cache")


def test_in_ci_a_missing_specification_fails_instead_of_skipping(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Schema:
        raise Unavailable("npm is not installed")

    monkeypatch.setattr("tests.emulator.schema.load", missing)
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="npm"):
        load_or_skip()
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="npm"):
        load_or_skip()
