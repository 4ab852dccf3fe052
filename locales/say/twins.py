"""A name with several posts or units in a file: one person, or several."""

from locales import formats, words
from locales.message import Choice, Message
from locales.say import labels
from storage.loading.twins import Twins

_ = words("twins")


def see(load_id: int, count: int) -> Choice:
    """To the names that are to be decided."""
    label = _("See {count} names that may be two people").format(count=formats.count(count))
    return Choice(label, f"load_twins:{load_id}", wide=True)


def how_many(one: Twins) -> tuple[str, str]:
    """The two answers: one person, or as many as there are posts or units."""
    return _("One person"), _("{count} people").format(count=formats.count(len(one.places)))


def ask(load_id: int, one: Twins, left: int) -> Message:
    """One name: how many people it is."""
    text = _("{name} stands on {rows} rows: {places}. One person or {count}? {left} names to decide.")
    single, several = how_many(one)
    choices = (
        Choice(single, f"load_twins:{load_id}:{one.index}:0", wide=True),
        Choice(several, f"load_twins:{load_id}:{one.index}:1", wide=True),
        Choice(labels.button("back"), f"load_view:{load_id}"),
    )
    values = {"rows": formats.count(one.rows), "count": formats.count(len(one.places)), "left": formats.count(left)}
    return Message(text.format(name=one.name, places="; ".join(one.places), **values), choices, edits="tapped")
