"""Lines of the history in the office's words: on the coordinator's desk, and in the notice after an incident."""

from functools import cache

from locales import words

_ = words("actions")


def action(key: str) -> str:
    """What was done, by its key in the history or the kind of a report; without own words it is a change of the records."""
    return _actions().get(key, _("changed the records"))


@cache
def _actions() -> dict[str, str]:
    return _of_the_office() | _of_people() | _of_doors() | _of_personal_data() | _of_work() | _of_documents() | _of_the_year()


def _of_the_office() -> dict[str, str]:
    return {
        "load": _("recorded an assignment table"),
        "load_undo": _("took an assignment table back"),
        "sheet": _("sent a table"),
        "column": _("said what a column means"),
        "column_word": _("said what a column means"),
        "same_person": _("said that two names are one person"),
        "year_of_load": _("said for which year a table is"),
        "twins": _("said whether one name is one person or several"),
        "doubt": _("settled a doubt of the table"),
        "export": _("downloaded the list"),
        "paper": _("made a paper"),
        "sending": _("started or paused sending"),
        "set_day": _("settled a day of the calendar"),
        "rules": _("changed a setting of the office"),
        "remind_to_mark": _("reminded people to mark"),
        "charge": _("named the deputy in charge of a field"),
        "names_shown": _("decided whether the unit above sees names"),
        "unit_add": _("added a unit"),
        "retention": _("set how long documents are kept"),
        "security_officer": _("named who is responsible for secrets"),
        "trouble_handled": _("dealt with messages that did not arrive"),
        "backup": _("made a backup"),
    }


def _of_people() -> dict[str, str]:
    return {
        "invite": _("gave out an invitation"),
        "notice": _("read the notice on personal data"),
        "grant": _("gave a role"),
        "withdraw": _("took a role away"),
        "add_person": _("added a person"),
        "rename": _("corrected a name"),
        "move": _("moved a person to another section"),
        "left": _("noted that a person left"),
        "propose_handover": _("proposed a handover"),
        "accept_handover": _("took rows over"),
        "decline_handover": _("declined a handover"),
    }


def _of_doors() -> dict[str, str]:
    off, link = _("disconnected a phone"), _("opened a one-time link or code")
    return {
        "link": _("connected a phone"),
        **dict.fromkeys(("unlink", "not_me", "not_my_link", "drop_channel"), off),
        "lock": _("locked a phone"),
        "prefer": _("chose where reminders come"),
        "web_sign_in": _("signed in on the web"),
        "web_sign_out": _("signed out of the web"),
        **dict.fromkeys(("upload_link", "upload_code", "login_code", "file_link", "page_link"), link),
    }


def _of_personal_data() -> dict[str, str]:
    return {
        "data_copy": _("took a copy of the own data"),
        "data_request": _("asked for the own data to be corrected or erased"),
        "data_request_extended": _("took more time for a request about data"),
        "data_request_done": _("fulfilled a request about data"),
        "data_request_refused": _("refused a request about data"),
        "erasure_begun": _("began to erase a person's data"),
        "erasure_taken_back": _("stopped the erasing of a person's data"),
        "erase_person": _("erased a person's data"),
    }


def _of_work() -> dict[str, str]:
    return {
        "progress": _("reported progress"),
        "blocked": _("reported what stands in the way"),
        "extension": _("asked for more time"),
        "extension_granted": _("granted more time"),
        "check": _("checked a result"),
        "accept_all": _("accepted several results at once"),
        "accept_undo": _("took an acceptance back"),
        "due": _("moved an internal due date"),
        "due_move": _("moved the internal due dates of several rows"),
        "due_undo": _("gave several rows their due dates back"),
        "ungrant": _("took granted time back"),
        "announce": _("sent a message to several people"),
        "handover": _("handed rows over"),
        "undo": _("took a report back"),
        "settle": _("settled rows past due"),
        "kind": _("set the kind of work"),
        "rule": _("set how a criterion is marked"),
        "split": _("split a row into periods"),
        "split_undo": _("put periods together again"),
        "entered": _("ticked a row as entered in the province's software"),
        "urge": _("urged"),
        "escalate": _("told leaders of late work"),
        "remark": _("left a remark"),
        "list_seen": _("confirmed a changed list"),
    }


def _of_documents() -> dict[str, str]:
    return {
        "upload": _("sent files from a computer"),
        "upload_open": _("opened the page for sending files"),
        "upload_close": _("closed the page for sending files"),
        "number_document": _("confirmed number and date of a document"),
        "place_document": _("placed a document of somebody else"),
        "unplace_document": _("took the placing of a document back"),
        "open_document": _("opened a document"),
        "see_document": _("looked at a document that belongs to no criterion"),
        "share_document": _("used a document for a further criterion"),
        "unshare_document": _("no longer used a document for a criterion"),
        "drop_document": _("took a document back"),
        "retire_document": _("removed a document after its time"),
        "erase_files": _("destroyed a file sent by mistake"),
        "secret_mark": _("sent something with a mark of secrecy; it was not stored"),
    }


def _of_the_year() -> dict[str, str]:
    return {
        "set_window": _("set a window of the year"),
        "estimates": _("chose whether estimates count"),
        "council_mark": _("changed a mark for the council"),
        "council_undo": _("took a mark of the council back"),
        "verified": _("recorded verified marks"),
        "verified_undo": _("took verified marks back"),
        "last_year": _("recorded last year's result"),
        "publish": _("recorded the published result"),
        "next_year": _("made the next year"),
        "drop_year": _("dropped a year that was made by mistake"),
        "close_year": _("closed a year"),
    }
