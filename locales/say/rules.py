"""What an office's points are held against: target, border of "Khá", "không phát sinh", printing, limit, fields of deputies."""

from collections.abc import Sequence
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from locales.say.policy import clause
from storage.rules.points import Caps
from storage.rules.policy import Terms

_ = words("rules")


def menu(
    target: Decimal,
    terms: Terms,
    *,
    excluded: bool,
    cut: bool,
    caps: Caps,
    extensions: int,
    deputies: Sequence[tuple[int, str]],
) -> Message:
    """The settings as they stand, each a tap away from its other value."""
    text = [
        _("Target: {points} points.").format(points=formats.points(target)),
        f"{formats.sentence(clause('classes', terms))}.",
        _("Rows that did not arise: {how}.").format(how=_("outside the maximum") if excluded else _("full points")),
        f"{caps_line(caps)}.",
        _("Percentages are {how} to two decimals.").format(how=_("cut") if cut else _("rounded")),
        _("More time is granted at most {count} times a row.").format(count=formats.count(extensions)),
    ]
    choices = [
        Choice(_("Another target"), "rules_target"),
        Choice(_("Classes"), "policy_ask:classes"),
        Choice(_("Most of bonus and penalty"), "rules_caps"),
        Choice(_("Not arising: full points") if excluded else _("Not arising: outside"), f"rules:arising:{int(not excluded)}"),
        Choice(_("Round percentages") if cut else _("Cut percentages"), f"rules:cut:{int(not cut)}"),
        Choice(
            _("Extensions: {count}").format(count=formats.count(extensions % 3 + 1)), f"rules:extensions:{extensions % 3 + 1}"
        ),
    ]
    choices += [Choice(_("Fields of {name}").format(name=name), f"charge:{one}", wide=True) for one, name in deputies]
    choices += [Choice(_("Result of last year"), "last_year"), Choice(_("Sittings"), "sitting")]
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), "office")), edits="tapped")


def ask_target(*, unread: bool = False) -> Message:
    text = _("This is no number of points. ") if unread else ""
    text += _("How many points should the office reach? Type a number, for example 80.")
    return Message(text, (Choice(labels.button("no"), "rules"),), awaiting="rules_target")


def confirm_target(now: Decimal, wanted: Decimal, thousandths: int) -> Message:
    """Another target was ordered in words."""
    text = _("The target is {now} points. Change it to {wanted} points? The forecast and the papers are held against it.")
    choices = (Choice(labels.button("right"), f"target_set:{thousandths}"), labels.choice("no"))
    return Message(text.format(now=formats.points(now), wanted=formats.points(wanted)), choices)


def target_is(name: str, wanted: Decimal) -> Message:
    """To who changed it, and to the coordinators."""
    text = _("{name} set the target of the year: {points} points.").format(name=name, points=formats.points(wanted))
    return Message(text, (labels.choice("progress"),))


def caps_line(caps: Caps) -> str:
    """`Điểm thưởng cộng tối đa 3, điểm trừ tối đa 5`."""
    bonus, penalty = (_("without limit") if one is None else formats.points(one) for one in (caps.bonus, caps.penalty))
    return _("Bonuses add at most: {bonus}; penalties take off at most: {penalty}").format(bonus=bonus, penalty=penalty)


def ask_caps(caps: Caps, *, unread: bool = False) -> Message:
    """The two caps of the year's set, as they stand and as they are to be."""
    text = [_("Two numbers are needed; nothing is changed yet.")] if unread else []
    text.append(f"{caps_line(caps)}.")
    text.append(_('Type both, bonus first, for example 3 5; "không" where the set has no limit, for example: không 5.'))
    return Message("\n".join(text), (Choice(labels.button("no"), "rules"),), awaiting="rules_caps")


def charge(person_id: int, name: str, fields: Sequence[str], held: Sequence[str]) -> Message:
    """Which fields a deputy answers for; none named means all."""
    text = [_("Fields that {name} answers for: {fields}.").format(name=name, fields="; ".join(held) or _("all"))]
    mark = _("yes")
    text += [f"{n}. {title}" + (f" ({mark})" if title in held else "") for n, title in enumerate(fields, 1)]
    choices = [Choice(str(n), f"charge:{person_id}:{n}") for n in range(1, len(fields) + 1)]
    return Message("\n".join(text), (*choices, Choice(labels.button("back"), "rules")), edits="tapped", numbered=len(fields))
