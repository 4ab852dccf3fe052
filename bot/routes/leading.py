"""What leaders see and do: where the office stands, urging, new holders, one message or one date for many."""

from bot.flows.leading import acting, announcing, communes, moving, progress, urging, views
from bot.rule import COORDINATOR, LEADERS, Rule
from storage.office.people import SPEAK_FOR_ALL

ROUTES: dict[str, Rule] = {
    "progress": Rule(progress.show, groups=True),
    "pending": Rule(views.pending, LEADERS),
    "causing": Rule(acting.causing, LEADERS),
    "cause_set": Rule(acting.cause_set, LEADERS),
    "reassign": Rule(acting.reassign, LEADERS),
    "reassign_page": Rule(acting.reassign_page, LEADERS),
    "remark": Rule(acting.remark, LEADERS),
    "granting_on": Rule(acting.granting_on, LEADERS),
    "announce": Rule(announcing.choose, SPEAK_FOR_ALL),
    "announce_to": Rule(announcing.ask, SPEAK_FOR_ALL),
    "announce_send": Rule(announcing.send, SPEAK_FOR_ALL),
    "announced": Rule(announcing.standing, SPEAK_FOR_ALL),
    "due_choose": Rule(moving.choose, SPEAK_FOR_ALL),
    "due_to": Rule(moving.to, SPEAK_FOR_ALL),
    "due_row": Rule(moving.row, SPEAK_FOR_ALL),
    "due_move": Rule(moving.move, SPEAK_FOR_ALL),
    "due_back": Rule(moving.take_back, SPEAK_FOR_ALL),
    "cause": Rule(acting.cause),
    "communes": Rule(communes.show, LEADERS),
    "names_shown": Rule(communes.grant, COORDINATOR),
    "urge": Rule(urging.urge, LEADERS),
    "urge_note": Rule(urging.sentence, LEADERS),
    "urge_send": Rule(urging.send, LEADERS),
}
