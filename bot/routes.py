"""ONE table: every command and every route, the step that it leads to, and who may take it. Nothing else is reachable.

The same table feeds /trogiup and the menus that Telegram shows (a menu is a convenience, never a permission).
"""

from dataclasses import dataclass
from typing import Literal

from bot import words
from bot.flows import (
    channels,
    check,
    choices,
    days,
    devices,
    doubts,
    evidence,
    handover,
    heard,
    help_,
    invites,
    load,
    load_people,
    load_settle,
    my_work,
    office,
    people,
    phones,
    progress,
    report,
    roles,
    said,
    start,
    time_off,
    trouble,
    upload,
)
from bot.turn import Step
from storage.rules.status import Role

Who = Literal["anyone", "linked"] | frozenset[Role]
ANYONE: Who = "anyone"
LINKED: Who = "linked"
COORDINATOR: Who = frozenset({Role.COORDINATOR})
LEADERS: Who = frozenset({Role.CHAIRPERSON, Role.DEPUTY, Role.COORDINATOR, Role.HEAD, Role.REVIEWER})
CHECKERS: Who = frozenset({Role.HEAD, Role.REVIEWER, Role.COORDINATOR})


@dataclass(frozen=True, slots=True)
class Rule:
    """A step and who may take it.

    Attributes:
        groups: whether it may be asked for in a group.
    """

    step: Step
    who: Who = LINKED
    groups: bool = False


ROUTES: dict[str, Rule] = {
    "start": Rule(start.arrive, ANYONE),
    "notme": Rule(start.not_me),
    "noticed": Rule(start.understood),
    "help": Rule(help_.show, ANYONE, groups=True),
    "nothing": Rule(help_.nothing),
    "work": Rule(my_work.listing),
    "row": Rule(my_work.card),
    "documents": Rule(my_work.documents_sent),
    "hour": Rule(my_work.choose_hour),
    "sethour": Rule(my_work.set_hour),
    "status": Rule(report.set_status),
    "percent": Rule(report.percent),
    "block": Rule(report.block),
    "extend": Rule(time_off.extend),
    "granting": Rule(time_off.decide, LEADERS),
    "snooze": Rule(time_off.snooze),
    "done_on": Rule(report.completed_on),
    "said": Rule(said.for_row),
    "ask": Rule(said.pass_on),
    "unclear": Rule(words.hear_again),
    "unscore": Rule(heard.drop_score),
    "undo": Rule(report.undo),
    "undolast": Rule(report.undo_last),
    "undo_all": Rule(report.undo_all),
    "settle": Rule(report.settle),
    "files": Rule(evidence.files, groups=True),  # in a group it keeps silent
    "file_for": Rule(evidence.file_for),
    "move_files": Rule(evidence.move_files),
    "drop_files": Rule(evidence.drop_files),
    "drop_doc": Rule(evidence.drop_doc),
    "send": Rule(evidence.send),
    "docs": Rule(evidence.docs),
    "doc": Rule(evidence.doc),
    "upload": Rule(upload.link),
    "upload_code": Rule(upload.code),
    "upload_close": Rule(upload.close),
    "checks": Rule(check.checks, CHECKERS),
    "check": Rule(check.check, CHECKERS),
    "accept": Rule(check.accept, CHECKERS),
    "accept_on": Rule(check.accept_on, CHECKERS),
    "more": Rule(check.more, CHECKERS),
    "more_because": Rule(check.more_because, CHECKERS),
    "progress": Rule(progress.show, groups=True),
    "urge": Rule(progress.urge, LEADERS),
    "my_data": Rule(people.my_data),
    "take_over": Rule(handover.take_over),
    "office": Rule(office.menu, COORDINATOR),
    "loading": Rule(office.loading, COORDINATOR),
    "sending": Rule(office.sending, COORDINATOR),
    "sending_yes": Rule(office.sending_yes, COORDINATOR),
    "sending_no": Rule(office.sending_no, COORDINATOR),
    "tomorrow": Rule(office.tomorrow, COORDINATOR),
    "people": Rule(people.listing, COORDINATOR),
    "person": Rule(people.card, COORDINATOR),
    "add_person": Rule(people.add_person, COORDINATOR),
    "new_person": Rule(people.new_person, COORDINATOR),
    "add_twin": Rule(people.add_twin, COORDINATOR),
    "section": Rule(people.section, COORDINATOR),
    "new_section": Rule(people.new_section, COORDINATOR),
    "invite": Rule(invites.invite, COORDINATOR),
    "invite_all": Rule(invites.invite_all, COORDINATOR),
    "roles": Rule(roles.roles, COORDINATOR),
    "role": Rule(roles.role, COORDINATOR),
    "lock": Rule(phones.lock, COORDINATOR),
    "unlink": Rule(phones.unlink, COORDINATOR),
    "web": Rule(devices.own_code),
    "web_code": Rule(devices.code_for, COORDINATOR),
    "web_out": Rule(devices.sign_out),
    "paper": Rule(invites.on_paper, COORDINATOR),
    "handover": Rule(handover.handover, COORDINATOR),
    "left": Rule(handover.left, COORDINATOR),
    "days": Rule(days.listing, COORDINATOR),
    "day": Rule(days.card, COORDINATOR),
    "set_day": Rule(days.set_day, COORDINATOR),
    "add_day": Rule(days.add_day, COORDINATOR),
    "new_day": Rule(days.new_day, COORDINATOR),
    "trouble": Rule(trouble.overview, COORDINATOR),
    "handled": Rule(trouble.handled, COORDINATOR),
    "not_received": Rule(trouble.not_received, COORDINATOR),
    "load_view": Rule(load.view, COORDINATOR),
    "load_show": Rule(load.show, COORDINATOR),
    "load_diff": Rule(load.differences, COORDINATOR),
    "load_apply": Rule(load.apply, COORDINATOR),
    "load_drop": Rule(load.drop, COORDINATOR),
    "load_near": Rule(load_people.listing, COORDINATOR),
    "load_same": Rule(load_people.decide, COORDINATOR),
    "load_undo": Rule(load.take_back, COORDINATOR),
    "load_after": Rule(load.after, COORDINATOR),
    "load_past": Rule(load_settle.listing, COORDINATOR),
    "load_set": Rule(load_settle.settle, COORDINATOR),
    "load_back": Rule(load_settle.take_back, COORDINATOR),
    "load_all": Rule(load_settle.settle_all, COORDINATOR),
    "load_kinds": Rule(load_settle.proposed, COORDINATOR),
    "load_kind": Rule(load_settle.decide, COORDINATOR),
    "load_kinds_all": Rule(load_settle.accept_all, COORDINATOR),
    "template": Rule(load.template),
    "list_file": Rule(load.current, COORDINATOR),
    "doubts": Rule(doubts.listing, COORDINATOR),
    "doubt": Rule(doubts.card, COORDINATOR),
    "doubt_right": Rule(doubts.right, COORDINATOR),
    "fix": Rule(doubts.fix, COORDINATOR),
    "fixing": Rule(doubts.fixing, COORDINATOR),
    "fix_person": Rule(doubts.fix_person, COORDINATOR),
    "unassigned": Rule(doubts.unassigned, COORDINATOR),
    "again": Rule(choices.again),
    "more_choices": Rule(choices.more),
    "cancel": Rule(choices.cancel),
    "reply": Rule(choices.reply),
    "channels": Rule(channels.listing),
    "channel": Rule(channels.prefer),
    "drop_channel": Rule(channels.drop),
    "not_my_link": Rule(channels.not_mine),
}
"""Routes by name: `status:17:done` is the step `status` with the arguments 17 and "done"."""

COMMANDS: dict[str, str] = {
    "start": "start",
    "viec": "work",
    "tiendo": "progress",
    "trogiup": "help",
    "mau": "template",
    "help": "help",
    "thongtin": "my_data",
    "hoso": "documents",
    "kiemtra": "checks",
    "quanly": "office",
    "kenh": "channels",
    "web": "web",
}
"""Slash commands, as the contract names them."""

SPOKEN: dict[str, str] = {
    "viec": "work",
    "viec cua toi": "work",
    "tien do": "progress",
    "tiendo": "progress",
    "tro giup": "help",
    "giup": "help",
    "giup toi": "help",
    "giup em": "help",
    "mau": "template",
    "bang mau": "template",
    "huong dan": "help",
    "ho so": "documents",
    "cho kiem tra": "checks",
    "kiem tra": "checks",
    "viec cho kiem tra": "checks",
    "thong tin": "my_data",
    "thong tin cua toi": "my_data",
    "gui tu may tinh": "upload_code",
    "tai len tu may tinh": "upload_code",
    "gui tep tu may tinh": "upload_code",
    "gui tai lieu tu may tinh": "upload_code",
    "tai tep len": "upload",
    "gui tep lon": "upload",
    "quan ly": "office",
    "lich nghi": "days",
    "web": "web",
    "ma 6 so": "web",
    "ma sau so": "web",
    "ma dang nhap": "web",
    "dang nhap web": "web",
    "mo tren may tinh": "web",
    "thoat web": "web_out",
    "bat dau gui": "sending",
    "tam dung gui": "sending_no",
    "traloi": "reply",
    "tra loi": "reply",
    "kenh": "channels",
    "kenh nhan tin": "channels",
    "doi kenh": "channels",
    "nhan tin qua telegram": "channel:telegram",
    "nhan qua telegram": "channel:telegram",
    "nhan tin qua zalo": "channel:zalo",
    "nhan qua zalo": "channel:zalo",
}
"""Commands as words, folded: lower case without diacritics."""
