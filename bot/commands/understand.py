"""`nhacviec understand TEXT`: the meaning of a reply as JSON; needs no settings and no database."""

import argparse
import json
from datetime import datetime

from locales.formats import VIETNAM
from locales.hear import understand


def run(arguments: argparse.Namespace) -> int:
    today = arguments.today or datetime.now(VIETNAM).date()
    print(json.dumps(understand(arguments.text, today).as_dict(), ensure_ascii=False))
    return 0
