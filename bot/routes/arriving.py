"""Coming in, help, the chats and browsers of a person, and numbers typed where there are no buttons."""

from bot.flows.arriving import channels, choices, devices, help_, phones, start
from bot.rule import ANYONE, COORDINATOR, Rule

ROUTES: dict[str, Rule] = {
    "start": Rule(start.arrive, ANYONE),
    "notme": Rule(start.not_me),
    "noticed": Rule(start.understood),
    "help": Rule(help_.show, ANYONE, groups=True),
    "nothing": Rule(help_.nothing),
    "lock": Rule(phones.lock, COORDINATOR),
    "unlink": Rule(phones.unlink, COORDINATOR),
    "web": Rule(devices.own_code),
    "web_code": Rule(devices.code_for, COORDINATOR),
    "web_out": Rule(devices.sign_out),
    "board": Rule(devices.board),
    "again": Rule(choices.again),
    "more_choices": Rule(choices.more),
    "cancel": Rule(choices.cancel),
    "reply": Rule(choices.reply),
    "channels": Rule(channels.listing),
    "channel": Rule(channels.prefer),
    "drop_channel": Rule(channels.drop),
    "not_my_link": Rule(channels.not_mine),
}
