"""Roles given and taken."""

from collections.abc import Sequence

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.rules.status import Role

_ = words("roles")


def choose(person_id: int, name: str, held: Sequence[Role], grantable: Sequence[Role]) -> Message:
    """Which role is given or taken?"""
    now = formats.listed([labels.role(role) for role in held])
    text = _("Roles of {name}: {roles}. Tap a role to give or take it.").format(name=name, roles=now)
    choices = [Choice(_label(role, held=role in held), f"role:{person_id}:{role.value}", wide=True) for role in grantable]
    return Message(text, (*choices, Choice(labels.button("back"), f"person:{person_id}")))


def _label(role: Role, *, held: bool) -> str:
    name = formats.sentence(labels.role(role))
    return _("{role} (held)").format(role=name) if held else name


def ask(person_id: int, name: str, role: Role, *, held: bool) -> Message:
    """Sure? What the role may do is said first."""
    question = _("Take the role {role} from {name}?") if held else _("Give {name} the role {role}?")
    text = f"{question.format(name=name, role=labels.role(role))} {meaning(role)}"
    state, label = ("off", _("Take the role")) if held else ("on", _("Give the role"))
    choices = (Choice(label, f"role:{person_id}:{role.value}:{state}"), Choice(labels.button("no"), f"roles:{person_id}"))
    return Message(text, choices)


def meaning(role: Role) -> str:
    """What a role may do, in one sentence."""
    return {
        Role.OFFICIAL: _("Reports on own work and sends documents."),
        Role.HEAD: _("Sees and checks the work of the own unit."),
        Role.DEPUTY: _("Sees the progress of the whole office and urges."),
        Role.CHAIRPERSON: _("Sees the progress of the whole office, urges and decides."),
        Role.COORDINATOR: _("Loads assignments, checks, manages people, calendar and sending."),
        Role.REVIEWER: _("Checks documents of the whole office."),
        Role.COUNCIL: _("Agrees the marks when the office scores itself."),
    }[role]


def changed(person_id: int, name: str, role: Role, *, held: bool) -> Message:
    text = _("{name} now holds the role {role}.") if held else _("{name} no longer holds the role {role}.")
    choices = (Choice(_("Other roles"), f"roles:{person_id}"), Choice(labels.button("back"), f"person:{person_id}"))
    return Message(text.format(name=name, role=labels.role(role)), choices)


def told(role: Role, by: str, *, held: bool) -> Message:
    """To the person concerned."""
    text = _("{by} gave you the role {role}. {meaning}") if held else _("{by} took the role {role} from you.")
    return Message(text.format(by=by, role=labels.role(role), meaning=meaning(role)), (labels.choice("seen"),))


def told_others(name: str, role: Role, by: str, *, held: bool) -> Message:
    """To the other coordinators: somebody changed a role."""
    text = _("{by} gave {name} the role {role}.") if held else _("{by} took the role {role} from {name}.")
    return Message(text.format(by=by, name=name, role=labels.role(role)), (labels.choice("seen"),))
