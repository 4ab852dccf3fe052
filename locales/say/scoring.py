"""How a row is marked, as it is written in the form: the way by name, its figures in one cell, so that they read back."""

from locales import formats, words
from storage.rules.scoring import Rule, Way

_ = words("scoring")


def way(value: Way) -> str:
    """The name of a way of marking."""
    return {
        Way.YES_NO: _("Yes or no"),
        Way.STEPS: _("By level"),
        Way.RATIO: _("By ratio"),
        Way.FAULTS: _("Minus per fault"),
        Way.COUNT: _("By number"),
        Way.DEADLINE: _("By due date"),
        Way.NOT_ARISING: _("Where it arises"),
        Way.EVIDENCE: _("Needs a document"),
    }[value]


def meaning(value: Way) -> str:
    """What a way does, and which figures it needs."""
    return {
        Way.YES_NO: _("Yes: all points; no: none. No figures."),
        Way.STEPS: _("Each level with its percentage of the points."),
        Way.RATIO: _("From the first percentage on all points; below it the rate times the points; below the second none."),
        Way.FAULTS: _("Points that each fault takes off, down to none."),
        Way.COUNT: _("Points that each one earns, and the most they may earn together."),
        Way.DEADLINE: _("On time all points; late this percentage of them (empty: none)."),
        Way.NOT_ARISING: _("What a row earns that did not arise: all points, or it leaves the total."),
        Way.EVIDENCE: _("Without a document no points. No figures."),
    }[value]


def example(value: Way) -> str:
    """The figures as they may be typed."""
    return {
        Way.STEPS: _("Excellent: 100; Good: 75; Done: 50"),
        Way.RATIO: "98; 70",
        Way.FAULTS: "0,25",
        Way.COUNT: _("0,5; at most 2"),
        Way.DEADLINE: "50",
        Way.NOT_ARISING: _("all points"),
    }.get(value, "")


def figures(rule: Rule) -> str:
    """The figures of a rule in one cell."""
    parts = [f"{name}: {formats.points(percent)}" for name, percent in rule.steps]
    if rule.way is Way.RATIO and rule.full is None and rule.floor is not None:
        parts.append("100")
    parts += [formats.points(value) for value in (rule.full, rule.floor, rule.each) if value is not None]
    parts += [_("at most {points}").format(points=formats.points(rule.cap))] if rule.cap is not None else []
    parts += [formats.points(rule.late)] if rule.late is not None else []
    if rule.not_arising:
        told = _("all points") if rule.not_arising == "full" else _("leaves the total")
        parts.append(told if rule.way is Way.NOT_ARISING else _("did not arise: {what}").format(what=told))
    return "; ".join(parts)
