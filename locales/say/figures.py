"""Figures that officials enter, the rule they are held against, and marks that are given or changed."""

from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.rules.scoring import Rule, Way
from storage.work.assignments import Work

_ = words("figures")


def rule_text(rule: Rule) -> str:
    """How a row is marked, in one clause; empty where nothing is known."""
    if rule.way is None:
        return rule.text or ""
    each = formats.points(rule.each or Decimal(0))
    late = formats.points(rule.late or Decimal(0))
    steps = "; ".join(f"{name} {formats.points(share)} %" for name, share in rule.steps)
    return {
        Way.YES_NO: _("yes: all points, no: none"),
        Way.STEPS: _("by level: {steps}").format(steps=steps),
        Way.RATIO: _ratio(rule),
        Way.FAULTS: _("each fault takes {each} points off").format(each=each),
        Way.COUNT: _("each one earns {each} points").format(each=each),
        Way.DEADLINE: _("on time all points, late {late} % of them").format(late=late),
        Way.NOT_ARISING: _("marked only where it arises"),
        Way.EVIDENCE: _("no document, no points"),
    }[rule.way]


def _ratio(rule: Rule) -> str:
    full = formats.points(rule.full if rule.full is not None else Decimal(100))
    text = _("all points from {full} % on, below that by the rate").format(full=full)
    if rule.floor:
        text += ", " + _("nothing below {floor} %").format(floor=formats.points(rule.floor))
    return text


def figure(told: str, rule: Rule) -> str:
    """`1.182/1.204 = 98,17 %`, `98,2 %`, `3`, a level."""
    if rule.way is Way.STEPS:
        return told
    if rule.way is Way.YES_NO:
        return _("no") if told == "0" else _("yes")
    top, slash, bottom = told.partition("/")
    if slash:
        rate = formats.points((Decimal(top) * 100 / Decimal(bottom)).quantize(Decimal("0.01")))
        return f"{formats.points(Decimal(top))}/{formats.points(Decimal(bottom))} = {rate} %"
    value = formats.points(Decimal(told))
    return value if rule.way in {Way.FAULTS, Way.COUNT} else f"{value} %"


def ask(work: Work, rule: Rule, told: str | None, *, unread: bool = False) -> Message:
    """Which figure? With the rule it is held against and the one given before."""
    text = [_("{code}: this could not be read as a figure; nothing is recorded.").format(code=work.name)] if unread else []
    if rule.way is Way.STEPS:
        text.append(_("{code}: which level was reached?").format(code=work.name))
    elif rule.way is Way.YES_NO:
        text.append(_("{code}: yes or no?").format(code=work.name))
    elif rule.way in {Way.FAULTS, Way.COUNT}:
        text.append(_("{code}: how many? Type a number, for example 3.").format(code=work.name))
    else:
        text.append(_("{code}: the figure up to today? Type for example 1182/1204 or 98,2 %.").format(code=work.name))
    if known := rule_text(rule):
        text.append(_("Rule: {rule}.").format(rule=known.rstrip(".")))
    if told:
        text.append(_("Recorded so far: {figure}.").format(figure=figure(told, rule)))
    choices = _levels(work, rule)
    return Message("\n".join(text), (*choices, labels.choice("no")), (work.id,), f"figure:{work.id}")


def _levels(work: Work, rule: Rule) -> tuple[Choice, ...]:
    if rule.way is Way.STEPS:
        return tuple(Choice(name, f"level:{work.id}:{place}") for place, (name, _share) in enumerate(rule.steps, 1))
    if rule.way is Way.YES_NO:
        return (Choice(_("Yes"), f"figured:{work.id}:1"), Choice(_("No, not met"), f"figured:{work.id}:0"))
    return ()


def confirm(work: Work, rule: Rule, told: str, earns: Decimal | None, full: Decimal | None, *, token: str) -> Message:
    """The figure with what it earns, before anything is recorded."""
    text = [_("{code}: {figure}.").format(code=work.name, figure=figure(told, rule))]
    if known := rule_text(rule):
        text.append(_("Rule: {rule}.").format(rule=known.rstrip(".")))
    text.append(_earns(earns, full))
    text.append(_("Nothing is recorded yet. Is it the figure so far, or the one of the cut-off?"))
    choices = (
        Choice(_("Figure so far"), f"figured:{work.id}:{token}:now"),
        Choice(_("Final figure, done"), f"figured:{work.id}:{token}:final"),
        Choice(labels.button("edit"), f"figure:{work.id}"),
        labels.choice("no"),
    )
    return Message("\n".join(text), choices, (work.id,))


def _earns(earns: Decimal | None, full: Decimal | None) -> str:
    if earns is None or full is None:
        return _("How it is marked is not recorded; the coordinator will say what it earns.")
    if earns < full:
        text = _("That earns {points} of {full} points; {short} points are at risk.")
        short = formats.points(full - earns)
        return text.format(points=formats.points(earns), full=formats.points(full), short=short)
    return _("That earns all {full} points.").format(full=formats.points(full))


def recorded(work: Work, rule: Rule, earns: Decimal | None, full: Decimal | None, update_id: int) -> Message:
    """The code first, the figure, what it earns."""
    state = labels.progress(work.progress, work.percent)
    text = _("{code}: recorded the figure {figure}. State: {state}.").format(
        code=work.name, figure=figure(work.figure or "0", rule), state=state
    )
    choices = (
        Choice(labels.button("send"), f"send:{work.id}"),
        Choice(labels.button("edit"), f"figure:{work.id}"),
        Choice(labels.button("mistake"), f"undo:{update_id}"),
    )
    return Message(f"{text} {_earns(earns, full)}", choices, (work.id,))


def ask_mark(work: Work, full: Decimal | None, mark: Decimal | None, *, unread: bool = False) -> Message:
    """Which mark, and why? For the council, and for what a survey gave."""
    text = [_("{code}: a mark and its reason are needed; nothing is recorded.").format(code=work.name)] if unread else []
    text.append(f"{work.name}: {formats.shortened(work.title, 80)}")
    if full is not None:
        text.append(labels.maximum(full))
    if mark is not None:
        text.append(_("Mark now: {points}.").format(points=formats.points(mark)))
    text.append(_('Type the mark and the reason, for example "1,5 no minutes of the meeting".'))
    return Message("\n".join(text), (labels.choice("no"),), (work.id,), f"given:{work.id}")


def too_high(work: Work, points: Decimal, full: Decimal) -> Message:
    text = _("{code}: {points} is more than the maximum of {full} points; nothing is recorded.").format(
        code=work.name, points=formats.points(points), full=formats.points(full)
    )
    return Message(text, (labels.choice("no"),), (work.id,), f"given:{work.id}")


def marked(work: Work, points: Decimal, reason: str) -> Message:
    text = _("{code}: the mark {points} is recorded. Reason: {reason}.").format(
        code=work.name, points=formats.points(points), reason=reason
    )
    return Message(text, (Choice(labels.button("edit"), f"given:{work.id}"), labels.choice("progress")))


def told_mark(work: Work, points: Decimal, by: str, reason: str) -> Message:
    """To who answers for the row."""
    text = _("{code}: {name} recorded the mark {points}. Reason: {reason}.").format(
        code=work.name, name=by, points=formats.points(points), reason=reason
    )
    return Message(text, (labels.choice("seen"),), (work.id,))
