"""What the command line says about units, people and invitations."""

from collections.abc import Sequence

from locales import formats, words
from locales.say import labels
from storage.rules.status import Role

_ = words("enrol")


def blank_name() -> str:
    return _("The unit and the coordinator need names; nothing was made.")


def office_made(name: str) -> str:
    return _("Made the office {name}. Load assignments in the chat or with: nhacviec load FILE").format(name=name)


def next_step(web: str | None) -> str:
    """After `init`: what brings the first people in."""
    if web is None:
        return _("Next: nhacviec run; then send the bot /start CODE.")
    return _("Next: nhacviec run; then open {web} and type the code above, or send the bot /start CODE.").format(web=web)


def office_known(name: str) -> str:
    return _("The office {name} is there already; its people and work stay as they are.").format(name=name)


def role_taken(name: str, role: Role) -> str:
    """`init` again with somebody else."""
    text = _('The office has a {role} already. To give {name} this role too: nhacviec invite "{same}" --role {key}')
    return text.format(role=labels.role(role), name=name, same=name, key=role.value)


def unit_made(name: str, under: str, *, is_office: bool) -> str:
    text = _("Made {name} below {under}, as an office with people and work of its own.")
    if not is_office:
        text = _("Made {name}, a section of {under}.")
    return text.format(name=name, under=under)


def unit_known(name: str) -> str:
    return _("{name} is there already; nothing was changed.").format(name=name)


def unknown_unit(name: str, known: Sequence[str]) -> str:
    if not known:
        return _('There is no unit "{name}"; nothing was changed. Begin with: nhacviec init UNIT --admin NAME').format(name=name)
    text = _('There is no unit "{name}"; nothing was changed. Offices: {known}.')
    return text.format(name=name, known="; ".join(known))


def several_units(name: str) -> str:
    return _('Several units are called "{name}"; nothing was changed.').format(name=name)


def which_office(known: Sequence[str]) -> str:
    if not known:
        return _("There is no office yet; nothing was changed. Begin with: nhacviec init UNIT --admin NAME")
    return _("Several offices: {known}. Say which one with --unit; nothing was changed.").format(known="; ".join(known))


def unknown_person(name: str, close: Sequence[str]) -> str:
    text = _('"{name}" is not in the list; no code was given, nothing was changed.').format(name=name)
    if close:
        return text + " " + _("Did you mean: {names}?").format(names=", ".join(close))
    return text + " " + _("To add somebody new, name the role: --role official.")


def several_people(name: str) -> str:
    text = _('Several people are called "{name}"; no code was given, nothing was changed. Give the code in the chat: /quanly.')
    return text.format(name=name)


def unknown_role(name: str, known: Sequence[str]) -> str:
    text = _('"{name}" is no role; nothing was changed. Roles: {known}.')
    return text.format(name=name, known=", ".join(known))


def invite_usage() -> str:
    return _("Name the people who get a code, or say --all for everyone without a phone; --role goes with names.")


def codes_given(count: int) -> str:
    if not count:
        return _("No code was given: everybody meant has a phone already.")
    text = _("{count} codes, valid for 14 days, each for one person and usable once; earlier ones are void.")
    return text.format(count=formats.count(count))


def released(count: int) -> str:
    """What a restore held back goes out now."""
    text = _("{count} messages held since the restore are sent now, each marked as perhaps repeated.")
    return text.format(count=formats.count(count))


def sending(name: str, *, on: bool) -> str:
    text = _("{name}: reminders are sent.") if on else _("{name}: no reminder is sent.")
    return text.format(name=name)
