"""What the command line says beside its figures."""

from datetime import date, datetime, tzinfo

from locales import formats, words

_ = words("terminal")


def backed_up(place: str, rows: int, files: int, *, sealed: bool = False) -> str:
    text = _("Backed up to {folder}: {rows} rows, {files} files. Keep a copy on another machine.")
    said = text.format(folder=place, rows=formats.count(rows), files=formats.count(files))
    return (
        said + " " + _("It opens with the passphrase only; keep that one on paper, apart from the machine.") if sealed else said
    )


def passphrase_needed(name: str) -> str:
    text = _("{name} is sealed: set BACKUP_PASSPHRASE or BACKUP_PASSPHRASE_FILE to the passphrase it was made with.")
    return text.format(name=name)


def wrong_passphrase(name: str) -> str:
    text = _("The passphrase does not open {name}; nothing was restored. It was made with another one: look at the paper again.")
    return text.format(name=name)


def backup_failed(folder: str, why: str) -> str:
    return _("Not backed up: {folder} cannot be written ({why}). Choose another folder or free some space.").format(
        folder=folder, why=why
    )


def restored(made_at: datetime, zone: tzinfo, rows: int, files: int, held: int) -> str:
    """The way back is done; what may have been sent before is held."""
    first = _("Restored the copy of {moment}: {rows} rows, {files} files.")
    lines = [first.format(moment=formats.moment(made_at, zone), rows=formats.count(rows), files=formats.count(files))]
    if held:
        lines.append(
            _("{count} messages were waiting when the copy was made and may have gone out since; they are held.").format(
                count=formats.count(held)
            )
        )
    lines.append(_("No reminder is sent until: nhacviec sending on."))
    return "\n".join(lines)


def no_copy(folder: str) -> str:
    return _("No copy was found in {folder}; name the folder that nhacviec backup has printed.").format(folder=folder)


def other_version(folder: str) -> str:
    return _("The copy in {folder} was made by another version; restore it with that version, then upgrade.").format(
        folder=folder
    )


def damaged(folder: str, name: str) -> str:
    return _("The copy in {folder} is damaged ({name}); nothing was restored. Use another copy.").format(folder=folder, name=name)


def not_empty() -> str:
    return _("The database holds data already; nothing was restored. Restore into an empty DATA_DIR or a new database.")


def no_folder(folder: str, why: str) -> str:
    return _("DATA_DIR: the folder {folder} cannot be made ({why}).").format(folder=folder, why=why)


def bad_setting(what: str) -> str:
    return _("Wrong setting, nothing was started: {what}").format(what=what)


def bad_database(why: str) -> str:
    return _("The database cannot be used: {why}").format(why=why)


def already_running(folder: str) -> str:
    return _("A process works on DATA_DIR {folder} already; no second one was started.").format(folder=folder)


def database_away(kind: str) -> str:
    return _("The database cannot be opened ({kind}): check DATABASE_URL and DATA_DIR.").format(kind=kind)


def no_channel() -> str:
    return _("TELEGRAM_BOT_TOKEN: there is no channel to run; put the bot's token into .env.")


def no_messenger(address: str) -> str:
    return _("No messenger has a token: only the web room at {address} works. Put TELEGRAM_BOT_TOKEN into .env.").format(
        address=address
    )


def not_a_day(text: str) -> str:
    return _("{text} is no day; write it as 25/11/2026 or 2026-11-25.").format(text=text)


def no_unit(name: str | None) -> str:
    if name:
        return _("There is no unit {name}.").format(name=name)
    return _("There is no unit yet; run nhacviec init first.")


def unplaced(batches: int) -> list[str]:
    """Documents without a criterion, which a message asks about."""
    return [_("documents without a criterion")] if batches else []


def nothing_to_send(day: date) -> str:
    return _("On {day} nothing is sent.").format(day=formats.day(day))
