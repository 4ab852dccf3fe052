"""Make every hostile file in a folder: `python -m tests.sheets.hostile FOLDER`, so that making them is not taken for reading them."""

import sys
from pathlib import Path

from tests.sheets.hostile import MADE

if __name__ == "__main__":
    for made in MADE:
        (Path(sys.argv[1]) / made.name).write_bytes(made.make())
