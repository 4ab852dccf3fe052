"""The command line of people: init, unit add, invite, sending."""

import argparse
import re
from datetime import UTC, datetime

import pytest

from bot.commands import people as commands
from storage.access import invites
from storage.db import Store
from storage.messages import inbox
from storage.office import calendar, people, roster, units
from storage.rules.status import Role

UNIT, ADMIN, CHAIR = "UBND phường Minh Tân", "Trần Minh Tùng", "Phạm Văn Chủ"
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
CODE = re.compile(r"[0-9A-Z]{26}")


@pytest.fixture
def empty(tmp_path):
    made = Store(f"sqlite:///{tmp_path}/empty.db")
    yield made
    made.close()


def run(command, store, capsys, **args):
    given = {"names": [], "all": False, "role": None, "unit": None, "chairperson": None} | args
    status = command(argparse.Namespace(**given), store, NOW)
    out, err = capsys.readouterr()
    return status, [line.split("\t") for line in out.splitlines()], err


def init(store, capsys, **args):
    return run(commands.init, store, capsys, **({"unit": UNIT, "admin": ADMIN, "chairperson": CHAIR} | args))


def test_init_makes_the_office_and_prints_the_first_invites(empty, capsys):
    status, lines, err = init(empty, capsys)
    assert status == 0
    assert [line[:2] for line in lines] == [[ADMIN, "official,coordinator"], [CHAIR, "official,chairperson"]]
    assert all(len(line) == 4 and CODE.fullmatch(line[2]) and line[3] == "" for line in lines)
    assert "Đã tạo đơn vị" in err
    assert "Tiếp theo: chạy nhacviec run" in err
    with empty.transaction() as db:
        [(office, name)] = units.offices(db)
        assert name == UNIT
        assert calendar.rows(db, office)


def test_the_link_is_printed_when_the_bots_name_is_known(empty, capsys):
    init(empty, capsys)
    with empty.transaction() as db:
        inbox.keep_offset(db, "telegram", 1, NOW)
        db.exec_driver_sql("UPDATE channel_state SET bot_name = 'nhacviec_bot'")
    _, [line], _ = run(commands.invite, empty, capsys, names=[ADMIN])
    assert line[3] == f"https://t.me/nhacviec_bot?start={line[2]}"


def test_init_again_changes_nothing_but_the_codes_of_those_without_a_phone(empty, capsys):
    _, first, _ = init(empty, capsys)
    status, second, err = init(empty, capsys, unit="UBND Phường Minh Tân")
    assert status == 0
    assert [line[:2] for line in second] == [line[:2] for line in first]
    assert {line[2] for line in second}.isdisjoint({line[2] for line in first})
    assert "đã có" in err
    with empty.transaction() as db:
        [(office, name)] = units.offices(db)
        assert (name, len(people.listed(db, office))) == (UNIT, 2)
        people.link(db, people.named(db, office, ADMIN)[0], "telegram:1", NOW)
    _, third, _ = init(empty, capsys)
    assert [line[0] for line in third] == [CHAIR]


def test_init_again_with_somebody_else_gives_no_role_away(empty, capsys):
    init(empty, capsys)
    status, lines, err = init(empty, capsys, admin="Ngô Văn Lạ")
    assert (status, lines) == (1, [])
    assert "--role coordinator" in err
    with empty.transaction() as db:
        assert people.named(db, units.offices(db)[0][0], "Ngô Văn Lạ") == []


def test_a_chairperson_left_out_at_first_can_be_added(empty, capsys):
    init(empty, capsys, chairperson=None)
    _, lines, _ = init(empty, capsys)
    assert [line[:2] for line in lines] == [[ADMIN, "official,coordinator"], [CHAIR, "official,chairperson"]]


def test_one_person_may_be_both(empty, capsys):
    _, lines, _ = init(empty, capsys, chairperson=ADMIN)
    assert [line[:2] for line in lines] == [[ADMIN, "official,chairperson,coordinator"]]


@pytest.fixture
def office(empty, capsys):
    init(empty, capsys)
    with empty.transaction() as db:
        return units.offices(db)[0][0]


def test_everyone_without_a_phone_gets_a_code(empty, office, capsys):
    with empty.transaction() as db:
        people.add(db, office, "Võ Thị Kim Ngân")
        people.link(db, people.named(db, office, CHAIR)[0], "telegram:4", NOW)
    status, lines, _ = run(commands.invite, empty, capsys, all=True)
    assert status == 0
    assert [line[:2] for line in lines] == [[ADMIN, "official,coordinator"], ["Võ Thị Kim Ngân", "official"]]


def test_an_unknown_name_is_refused_and_nothing_changes(empty, office, capsys):
    _, [[_, _, code, _]], _ = run(commands.invite, empty, capsys, names=[ADMIN])
    status, lines, err = run(commands.invite, empty, capsys, names=[ADMIN, "Ngô Văn Lạ"])
    assert (status, lines) == (1, [])
    assert 'Không có "Ngô Văn Lạ" trong danh sách' in err
    with empty.transaction() as db:
        assert people.by_id(db, invites.use(db, code, "telegram:1", NOW)).full_name == ADMIN
        assert len(people.listed(db, office)) == 2


def test_a_name_without_diacritics_is_not_guessed_but_suggested(empty, office, capsys):
    status, _, err = run(commands.invite, empty, capsys, names=["Tran Minh Tung"])
    assert status == 1
    assert f"Có phải: {ADMIN}?" in err


def test_with_a_role_somebody_new_is_added_and_the_role_given(empty, office, capsys):
    status, lines, _ = run(commands.invite, empty, capsys, names=["Lê Thu Hà", CHAIR], role="reviewer")
    assert status == 0
    assert [line[:2] for line in lines] == [["Lê Thu Hà", "official,reviewer"], [CHAIR, "official,chairperson,reviewer"]]
    with empty.transaction() as db:
        assert roster.holding(db, office, Role.REVIEWER) == [CHAIR, "Lê Thu Hà"]


def test_admin_is_another_word_for_coordinator(empty, office, capsys):
    _, [line], _ = run(commands.invite, empty, capsys, names=["Lê Thu Hà"], role="admin")
    assert line[1] == "official,coordinator"


@pytest.mark.parametrize("args", [{}, {"role": "reviewer"}, {"all": True, "role": "reviewer"}, {"all": True, "names": [ADMIN]},
                                  {"names": [ADMIN], "role": "boss"}])  # fmt: skip
def test_what_is_unclear_is_refused(empty, office, capsys, args):
    status, lines, err = run(commands.invite, empty, capsys, **args)
    assert (status, lines) == (1, [])
    assert "hưa" in err
    with empty.transaction() as db:
        assert roster.holding(db, office, Role.REVIEWER) == []


def test_two_people_of_one_name_are_left_to_the_chat(empty, office, capsys):
    with empty.transaction() as db:
        people.add(db, office, ADMIN)
    status, lines, err = run(commands.invite, empty, capsys, names=[ADMIN])
    assert (status, lines) == (1, [])
    assert "nhiều người cùng họ tên" in err


def test_a_section_and_a_commune_are_told_apart_by_their_names(empty, capsys):
    init(empty, capsys, unit="UBND tỉnh An Phú")
    for name in ("Phòng Nội vụ", "Xã Tân Lộc"):
        status, lines, _ = run(commands.unit_add, empty, capsys, name=name, under="ubnd tỉnh An Phú")
        assert (status, lines) == (0, [])
    status, _, err = run(commands.unit_add, empty, capsys, name="Phòng Nội vụ", under="UBND tỉnh An Phú")
    assert status == 0
    assert "đã có" in err
    with empty.transaction() as db:
        assert [name for _, name in units.offices(db)] == ["UBND tỉnh An Phú", "Xã Tân Lộc"]


def test_a_unit_below_an_unknown_one_is_refused(empty, office, capsys):
    status, _, err = run(commands.unit_add, empty, capsys, name="Phòng Nội vụ", under="UBND xã Không Có")
    assert status == 1
    assert f"Các đơn vị đang có: {UNIT}" in err


def test_sending_is_turned_on_once_and_off(empty, office, capsys):
    for state, expected in (("on", NOW), ("on", NOW), ("off", None), ("off", None)):
        status, lines, _ = run(commands.sending, empty, capsys, state=state)
        assert (status, lines) == (0, [])
        with empty.transaction() as db:
            assert units.sending_since(db, office) == expected


def test_of_several_offices_one_must_be_named(empty, office, capsys):
    init(empty, capsys, unit="UBND xã Tân Lộc", admin="Ngô Văn Lạ", chairperson=None)
    status, _, err = run(commands.sending, empty, capsys, state="on")
    assert status == 1
    assert f"{UNIT}; UBND xã Tân Lộc" in err
    status, _, _ = run(commands.sending, empty, capsys, state="on", unit="UBND xã Tân Lộc")
    with empty.transaction() as db:
        assert [bool(units.sending_since(db, one)) for one, _ in units.offices(db)] == [False, True]
    status, [line], _ = run(commands.invite, empty, capsys, names=["Ngô Văn Lạ"])
    assert line[0] == "Ngô Văn Lạ"


def test_nothing_is_said_before_it_is_committed(empty, monkeypatch, capsys):
    def cut(*_args, **_details):
        raise BrokenPipeError

    monkeypatch.setattr("builtins.print", cut)  # as when `| head` has closed the pipe
    with pytest.raises(BrokenPipeError):
        init(empty, capsys)
    with empty.transaction() as db:
        assert [name for _office, name in units.offices(db)] == [UNIT]
