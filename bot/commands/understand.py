"""`nhacviec understand TEXT`: the meaning of a reply as JSON, and the words it rests on; needs no settings and no database."""

import argparse
import json
from datetime import datetime

from locales.formats import VIETNAM
from locales.hear import rests_on, understand


def run(arguments: argparse.Namespace) -> int:
    today = arguments.today or datetime.now(VIETNAM).date()
    meaning = understand(arguments.text, today).as_dict()
    words = [{"says": kind, "words": words} for kind, words in rests_on(arguments.text, today)]
    print(json.dumps(meaning | {"words": words}, ensure_ascii=False))
    return 0
