"""The child process that writes states into one file within limits and prints how many rows it filled in."""

import json
import sys
from pathlib import Path

from bot.sheets import returned
from bot.sheets.state import State
from storage import limited


def main(arguments: list[str]) -> int:
    """Fill the first file into the second; what is written comes on stdin."""
    told = json.loads(sys.stdin.read())
    states = {(sheet, row): State(**state) for sheet, row, state in told["states"]}
    limited.limit()
    rows = returned.fill(Path(arguments[0]), Path(arguments[1]), states, told["titles"])
    sys.stdout.write(json.dumps(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
