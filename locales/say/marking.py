"""Marking in the chat: the rows with their rules, the ways to choose from, their figures, and an example before one agrees."""

from collections.abc import Sequence
from decimal import Decimal

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels, scoring
from locales.say.figures import rule_text
from storage.loading.standing import Standing
from storage.rules.scoring import HUNDRED, Result, Rule, Way, earned
from storage.work.assignments import Work

_ = words("marking")
ONE = Decimal(1)


def listing(leaves: Sequence[Standing], page: int, pages: int, measured: int, without: int) -> Message:
    """The rows of the year, those that seem to be measured first."""
    head = _("How rows are marked: {without} rows say nothing and earn all points once their documents are accepted.")
    lines = [head.format(without=formats.count(without))]
    if measured:
        lines.append(_("{count} of them seem to be ratios or figures; they stand first.").format(count=formats.count(measured)))
    for leaf in leaves:
        told = rule_text(leaf.rule) if leaf.rule.way else _("not said")
        name = f"{leaf.code} {leaf.title}" if leaf.code else leaf.title
        lines.append(f"- {formats.shortened(name, 60)}: {formats.shortened(told, 60)}")
    choices = [Choice(formats.shortened(leaf.name, 20), f"rule:{leaf.assignments[0]}") for leaf in leaves]
    if pages > 1:
        choices.append(Choice(_("Next page"), f"marking:{page % pages + 1}"))
    return Message("\n".join(lines), (*choices, Choice(labels.button("back"), "office")))


def card(work: Work, rule: Rule, full: Decimal | None) -> Message:
    """One row, how it is marked now, and the ways."""
    lines = [f"{work.name}: {work.title}", _marked(rule)]
    if rule.text and rule.way:
        lines.append(_("The criteria set says: {text}.").format(text=formats.shortened(rule.text, 200).rstrip(".")))
    lines += examples(rule, full) if rule.way else []
    lines.append(_("Choose how it is marked:"))
    choices = [Choice(scoring.way(one), f"rule_way:{work.id}:{one.value}") for one in Way]
    if rule.way:
        choices.append(Choice(_("Drop the way of marking"), f"rule_none:{work.id}"))
    return Message("\n".join(lines), (*choices, Choice(labels.button("back"), "marking")), (work.id,))


def _marked(rule: Rule) -> str:
    told = rule_text(rule)
    if not told:
        return _("Marked now: all points once the documents are accepted.")
    return _("Marked now: {rule}.").format(rule=formats.shortened(told, 200).rstrip("."))


def ask_figures(work: Work, way: Way, *, unread: bool = False) -> Message:
    """The figures of a way, as they are typed."""
    lines = [_("These figures could not be read; nothing is recorded.")] if unread else []
    lines.append(f"{work.name}, {scoring.way(way).lower()}: {scoring.meaning(way)}")
    lines.append(_("Type the figures, for example: {example}").format(example=scoring.example(way)))
    back = Choice(labels.button("back"), f"rule:{work.id}")
    return Message("\n".join(lines), (back,), (work.id,), f"rule_typed:{work.id}:{way.value}")


def ask_not_arising(work: Work) -> Message:
    text = _("{code}: what does it earn where the matter did not arise?").format(code=work.name)
    choices = (
        Choice(_("All points"), f"rule_counts:{work.id}:full"),
        Choice(_("It leaves the total"), f"rule_counts:{work.id}:excluded"),
        Choice(labels.button("back"), f"rule:{work.id}"),
    )
    return Message(text, choices, (work.id,))


def confirm(work: Work, rule: Rule, full: Decimal | None, token: str) -> Message:
    """The rule with an example, before it is recorded."""
    lines = [_("{code}: {rule}.").format(code=work.name, rule=rule_text(rule)), *examples(rule, full)]
    lines.append(_("Nothing is recorded yet. Is it right?"))
    way = rule.way.value if rule.way else ""
    choices = (
        Choice(labels.button("right"), f"rule_set:{work.id}:{way}" + (f":{token}" if token else "")),
        Choice(labels.button("edit"), f"rule_way:{work.id}:{way}"),
        Choice(labels.button("no"), f"rule:{work.id}"),
    )
    return Message("\n".join(lines), choices, (work.id,))


def recorded(work: Work, rule: Rule) -> Message:
    if rule.way is None:
        text = _("{code}: no way of marking any more; all points once the documents are accepted.").format(code=work.name)
    else:
        text = _("{code}: recorded the way of marking: {rule}.").format(code=work.name, rule=rule_text(rule))
    choices = (Choice(labels.button("edit"), f"rule:{work.id}"), Choice(_("Other rows"), "marking"))
    return Message(text, choices, (work.id,))


def examples(rule: Rule, full: Decimal | None) -> list[str]:
    """What results would earn, reckoned by the very rule."""
    if full is None:
        return [_("The row has no maximum points yet, so there is no example.")]
    told = [(name, earned(rule, full, result)) for name, result in _results(rule)]
    shown = "; ".join(
        _("{result}: {points} points").format(result=name, points=formats.points(points))
        for name, points in told
        if points is not None
    )
    return [_("For example, of {full} points: {shown}.").format(full=formats.points(full), shown=shown)] if shown else []


def _results(rule: Rule) -> list[tuple[str, Result]]:
    if rule.way is Way.RATIO:
        top = HUNDRED if rule.full is None else rule.full
        low = rule.floor or Decimal(0)
        rates = dict.fromkeys([top, max(top - ONE, low), max(low - ONE, Decimal(0))])
        return [(f"{formats.points(one)} %", Result(figure=one)) for one in rates]
    if rule.way is Way.STEPS:
        return [(name, Result(step=name)) for name, _percent in rule.steps]
    if rule.way is Way.FAULTS:
        return [(_("{count} faults").format(count=formats.count(one)), Result(figure=Decimal(one))) for one in (1, 2)]
    if rule.way is Way.COUNT:
        return [(_("{count} items").format(count=formats.count(one)), Result(figure=Decimal(one))) for one in (1, 3)]
    if rule.way is Way.DEADLINE:
        return [(_("on time"), Result()), (_("late"), Result(is_late=True))]
    if rule.way is Way.EVIDENCE:
        return [(_("with a document"), Result()), (_("without one"), Result(has_evidence=False))]
    if rule.way is Way.YES_NO:
        return [(_("yes"), Result(figure=ONE)), (_("no"), Result(figure=Decimal(0)))]
    return []
