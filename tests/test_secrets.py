"""No secret in any output: the log itself, the search that follows every test, pinned packages, nothing unpickled."""

import io
import json
import logging
import re
import sys

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from bot import logs
from storage.office import units
from storage.tables import Person
from tests.checkout import ROOMS, python, text
from tests.emulator.world import TOKEN
from tests.secrets_search import in_data, in_output

SECRET = "ein-webhook-geheimnis"
PHONE = "09" + "12345678"


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_secret_passes_the_log_in_either_form(capsys, form):
    logger = logging.getLogger("tests.any")
    before = logging.getLogger().handlers[:]
    try:
        logs.set_up(TOKEN, SECRET, None, form=form)
        try:
            int(f"https://example/bot{TOKEN}/x {SECRET} {PHONE}")
        except ValueError:
            logger.exception("failed: %s for %s", f"123456:{'A' * 30}", "+84 912 345 678")
        err = capsys.readouterr().err
    finally:
        logging.basicConfig(handlers=before, force=True)
    assert "failed" in err and "ValueError" in err
    for secret in (TOKEN, TOKEN.partition(":")[2], SECRET, "A" * 30, PHONE, "912 345 678"):
        assert secret not in err
    if form == "json":
        (line,) = err.splitlines()
        assert (json.loads(line)["event"], json.loads(line)["level"]) == ("failed: %s for %s", "ERROR")


def test_a_statement_that_fails_does_not_print_the_names_and_words_that_it_was_given(store, capsys):
    before = logging.getLogger().handlers[:]
    try:
        logs.set_up()
        with store.transaction() as db:
            office = units.add(db, "UBND phường Kín")
        given = {"office_id": office, "unit_id": office, "full_name": "Trần Thị Kín", "post": "Đọc mã 123456"}
        try:
            with store.transaction() as db:
                db.execute(insert(Person).values(given))
        except IntegrityError:
            logging.getLogger("tests.any").exception("not kept")
        err = capsys.readouterr().err
    finally:
        logging.basicConfig(handlers=before, force=True)
    assert "not kept" in err and "IntegrityError" in err
    assert "Kín" not in err and "123456" not in err


def test_a_test_that_prints_the_token_fails(tmp_path):
    assert in_output([f"at https://x/bot{TOKEN}/getMe"])
    assert in_output([f"called {PHONE} at noon"]) == [PHONE]
    assert not in_output(["nothing of the kind", f"0.{PHONE[1:]} s, row {PHONE}7"])
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "note").write_text(TOKEN)
    assert in_data(tmp_path) == ["note"]
    (tmp_path / "data" / "note").unlink()


def test_every_package_is_pinned_with_its_hash():
    for name in ("constraints.txt", "constraints-test.txt"):
        blocks = re.split(r"\n(?=[a-z])", text(name))
        pinned = [block for block in blocks if re.match(r"[\w.\[\]-]+==", block)]
        assert len(pinned) > 30
        assert not [block.splitlines()[0] for block in pinned if "--hash=sha256:" not in block]
    assert "--require-hashes" in text("Makefile") and "--require-hashes" in text("Dockerfile")


def test_nothing_is_ever_unpickled():
    word = re.compile(r"\b(pickle|marshal|shelve|PicklePersistence|SQLAlchemyJobStore)\b|yaml\.load\b|\beval\(|\bexec\(")
    assert not [name for name in python(*ROOMS) if word.search(text(name)) and "migrations" not in name]
    assert "pickle" in sys.stdlib_module_names


@pytest.mark.parametrize("form", ["text", "json"])
def test_half_a_character_does_not_make_the_log_print_the_record_as_it_is(capsys, form):
    before = logging.getLogger().handlers[:]
    try:
        logs.set_up(TOKEN, form=form)
        logging.getLogger("tests.any").error("name \ud83d of %s", TOKEN)
        err = capsys.readouterr().err
    finally:
        logging.basicConfig(handlers=before, force=True)
    assert "name ? of ***" in err
    assert "Traceback" not in err


def test_what_stood_in_for_stderr_when_logs_were_set_up_may_be_closed_since(capsys, monkeypatch):
    before = logging.getLogger().handlers[:]
    try:
        gone = io.StringIO()
        monkeypatch.setattr(sys, "stderr", gone)
        logs.set_up()
        gone.close()
        monkeypatch.undo()
        logging.getLogger("tests.any").error("said later")
    finally:
        logging.basicConfig(handlers=before, force=True)
    err = capsys.readouterr().err
    assert "said later" in err
    assert "Logging error" not in err
