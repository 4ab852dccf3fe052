"""Working days to a due date and past it, and the last day on which a row can be finished."""

from datetime import date

from storage.rules.calendar import Calendar, working_day_on_or_before, working_days_between


def days_left(due_on: date, today: date, cal: Calendar) -> int:
    """Count the working days from `today` to the due date; 0 on the last one, negative when late."""
    return working_days_between(today, due_on, cal)


def days_late(due_on: date | None, upto: date | None, cal: Calendar) -> int:
    """Count the working days from the due date to today, or to the day on which the work was done.

    0 where the due date has not passed by then, where only days off have, and where one of the two is not known.
    """
    return max(0, working_days_between(due_on, upto, cal)) if due_on and upto else 0


def is_past_assigned(day: date, assigned: date | None) -> bool:
    """Say whether an internal date would lie after the assigned one.

    That is allowed to who decides, for one row or many, and is said each time: the assigned (the superior's) date never moves.
    """
    return assigned is not None and assigned < day


def last_day_to_finish(due_on: date, cal: Calendar) -> date:
    """Give the due date, or the last working day before it when it is a day off.

    Civil law lets a term that ends on a day off run to the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5),
    but the province's software closes on the date itself: the office plans for the day before.
    """
    return working_day_on_or_before(due_on, cal)
