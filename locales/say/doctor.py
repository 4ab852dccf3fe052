"""What `nhacviec doctor` finds, each with what to do about it, and what the look at the history says."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo

from locales import formats, words
from locales.message import Message
from locales.say.actions import action

_ = words("doctor")


def nothing_found() -> str:
    return _("Everything is well.")


def to_be_mended() -> str:
    return _("The points above need a hand.")


def no_token() -> str:
    return _("TELEGRAM_BOT_TOKEN: missing; no messenger can run.")


def zalo_polls() -> str:
    return _(
        "ZALO_MODE=polling is for trying out: what comes while the machine is off is lost; an office sets ZALO_MODE=webhook."
    )


def no_web_address() -> str:
    return _(
        "WEB_URL: missing; the web room opens on this machine only. Set WEB_BIND and WEB_URL (see README), or WEB_BIND= for none."
    )


def plain_http() -> str:
    return _("WEB_URL is http: fit for the office's own network only, whoever is in it can read along; the internet needs https.")


def webhook_needs_https(name: str) -> str:
    return _("{name}_MODE=webhook needs WEB_URL as https: the platform calls no http address.").format(name=name)


def no_pace() -> str:
    return _("SEND_RATE=0 is for measuring only; set it back to 29.")


def open_to_others(what: str, mode: int) -> str:
    text = _("{what}: others on this machine can read it (mode {mode}); run chmod go-rwx {what}.")
    return text.format(what=what, mode=f"{mode:o}")


def little_room() -> str:
    return _("DATA_DIR: less than 500 MB are left on the disk.")


def long_log(size: int) -> str:
    """SQLite's write-ahead log grows without end while another program keeps the file open on an old state."""
    text = _("Database: its log (-wal) has grown to {size} MB; stop whatever other program keeps the database open.")
    return text.format(size=formats.count(size >> 20))


def told_whoever_minds(sentence: str) -> Message:
    """To the coordinators, who have no command line."""
    return Message(_("Please tell whoever looks after the machine: {sentence}").format(sentence=sentence))


def refused(channel: str, since: datetime, zone: tzinfo) -> str:
    text = _("{channel}_BOT_TOKEN: refused since {at}; get a new token, put it into .env and start nhacviec run again.")
    return text.format(channel=channel.upper(), at=formats.moment(since, zone))


def too_many_on_zalo(linked: int, most: int) -> str:
    text = _("ZALO_BOT_TOKEN: {linked} people are linked; the free plan of a Zalo Bot allows {most}.")
    return text.format(linked=linked, most=most)


def quota_low(used: int, limit: int) -> str:
    return _("ZALO_MONTHLY_LIMIT: {used}/{limit} Zalo messages of this month are used.").format(used=used, limit=limit)


def other_schema() -> str:
    return _("DATABASE_URL: its tables differ from this version; back up, then start nhacviec run again.")


def no_unit() -> str:
    return _("There is no unit yet: run nhacviec init.")


def days_unconfirmed(office: str, count: int) -> str:
    return _("{office}: {count} days off are not confirmed by the coordinator.").format(office=office, count=count)


def next_year_open(office: str, year: int) -> str:
    text = _(
        "{office}: the days off of {year} are not confirmed; dates that fall on them will be wrong. "
        "Coordinator: QUANLY, days off."
    )
    return text.format(office=office, year=year)


def not_sending(office: str) -> str:
    return _("{office}: reminders are not switched on (Start sending, or nhacviec sending on).").format(office=office)


def unreachable(name: str, why: str) -> str:
    text = _("{name} cannot be reached from this machine ({why}): check the network, or set {name}_PROXY or {name}_API_URL.")
    return text.format(name=name, why=why)


def token_refused(name: str) -> str:
    return _("{name}_BOT_TOKEN: the platform refuses it; get a new one and put it into .env.").format(name=name)


def foreign_webhook(host: str) -> str:
    """Somebody else receives what people write."""
    text = _(
        "TELEGRAM_BOT_TOKEN: updates are sent to another address ({host}); somebody may hold the token. "
        "Revoke it with @BotFather, "
        "put the new one into .env, then start nhacviec run again."
    )
    return text.format(host=host)


def clock_off(off: timedelta) -> str:
    seconds = round(abs(off.total_seconds()))
    how = _("fast") if off > timedelta(0) else _("slow")
    text = _("The clock of this machine is {seconds} seconds {how}; switch on time synchronisation (timedatectl set-ntp true).")
    return text.format(seconds=formats.count(seconds), how=how)


def clock_tells(wrong: datetime, right: datetime, zone: tzinfo, *, holds: bool) -> Message:
    """To the coordinators: what the server's clock shows, what is right, what that does, whom to ask."""
    first = _("The server's clock shows {wrong}; the right time is {right}.").format(
        wrong=formats.moment(wrong, zone), right=formats.moment(right, zone)
    )
    held = _("Reminders stop until it is right; what people write is still answered and recorded.")
    mend = _("Please ask whoever keeps the server to set the clock and switch on time synchronisation.")
    return Message("\n".join([first, *([held] if holds else []), mend]))


def never_backed_up() -> str:
    return _("There is no backup yet: run nhacviec backup DIR every night, DIR on another disk.")


def backup_old(made: date) -> str:
    return _("The newest backup is of {day}: run nhacviec backup DIR every night.").format(day=formats.day(made))


def chain_broken(lines: list[str]) -> str:
    text = _("The history was changed past the program: {lines}. Keep this machine as it is and compare with a backup.")
    return text.format(lines="; ".join(lines))


def breaks(why: str, row: int | None, place: int | None) -> str:
    """One thing that is wrong with the history."""
    return {
        "changed": _("line {row} was changed"),
        "missing": _("the line at place {place} was taken out"),
        "unlinked": _("line {row} was added from outside"),
        "end": _("the newest lines, up to place {place}, were taken out"),
    }[why].format(row=row, place=place)


def chain_whole(count: int, root: str) -> str:
    text = _("The history is whole: {count} lines. Its newest hash, to be written down: {root}")
    return text.format(count=formats.count(count), root=root)


def root_unknown(root: str) -> str:
    return _("The hash {root} is not in the history: lines before it were changed or taken out.").format(root=root)


def history_alarm() -> Message:
    """To the coordinators, who have no command line."""
    text = _(
        "The history of what was done here was changed from outside the program. Please tell whoever looks "
        "after the machine to run "
        "nhacviec audit verify, and to keep everything as it is."
    )
    return Message(text)


def touched(count: int, since: date, until: date) -> str:
    text = _("From {since} to {until}: the data of {count} people was touched by others.")
    return text.format(since=formats.day(since), until=formats.day(until), count=formats.count(count))


def did(counts: Mapping[str, int]) -> str:
    """What was done to one person's data and how often: `khóa máy: 01 lần; lập văn bản: 02 lần`."""
    summed: Counter[str] = Counter()
    for key, count in counts.items():
        summed[action(key)] += count
    return "; ".join(_("{what}: {count} times").format(what=what, count=formats.count(n)) for what, n in sorted(summed.items()))


def nobody_called(name: str) -> str:
    return _("There is nobody called {name}, or there are several.").format(name=name)
