"""ONE table: every command and every route, the step that it leads to, and who may take it. Nothing else is reachable.

Each area declares its own steps, in the file of its name; `bot/flows/` has the steps in folders of the same names.
The same table feeds /trogiup and the menus that Telegram shows (a menu is a convenience, never a permission).
"""

from bot.routes import arriving, checking, coordinating, documents, leading, loading, paperwork, reporting, scoring
from bot.rule import Rule

AREAS = (arriving, reporting, documents, checking, leading, scoring, loading, coordinating, paperwork)

ROUTES: dict[str, Rule] = {name: rule for area in AREAS for name, rule in area.ROUTES.items()}
"""Routes by name: `status:17:done` is the step `status` with the arguments 17 and "done"."""

COMMANDS: dict[str, str] = {
    "start": "start",
    "viec": "work",
    "tiendo": "progress",
    "trogiup": "help",
    "mau": "template",
    "help": "help",
    "thongtin": "my_data",
    "hoso": "papers",
    "kiemtra": "checks",
    "quanly": "office",
    "kenh": "channels",
    "web": "web",
    "tucham": "marks",
    "nam": "years",
}
"""Slash commands, as the contract names them."""
