"""The house stays readable: no long files, few long functions, what people read in the catalogues, no machine in any file."""

import ast
import re

from tests.checkout import ROOMS, nodes, python, text, texts

LONGEST_FILE, USUAL_FUNCTION, SHARE = 400, 36, 0.9
MARKS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
SENTENCE = re.compile(f"[{MARKS}{MARKS.upper()}].* .* ")
STORED = "storage/loading/compare.py"  # reasons for doubt are kept in the row in the words of the reader of the file
PATTERN = re.compile(r"\(\?|\\[sbwd]")  # a regular expression hears words, it does not say them
MACHINE = re.compile(r"--(?:extra-)?index-url|(?:registry|resolved)\W{1,4}https?://|\d{7,}:AA[\w-]{30,}|[^\w.]0[35789]\d{8}\b")


def test_no_file_is_longer_than_four_hundred_lines():
    assert not {name: size for name in python(*ROOMS, "tests") if (size := text(name).count("\n")) > LONGEST_FILE}


def test_nine_functions_of_ten_are_at_most_thirty_six_lines():
    defined = [node for _, node in nodes(*ROOMS) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    sizes = [(node.end_lineno or node.lineno) - node.lineno + 1 for node in defined]
    assert sum(size <= USUAL_FUNCTION for size in sizes) / len(sizes) >= SHARE


def test_no_step_imports_another_while_it_runs_to_hide_a_circle():
    defined = [(name, node) for name, node in nodes("bot/flows") if isinstance(node, ast.FunctionDef)]
    inside = [(name, one) for name, node in defined for one in ast.walk(node) if isinstance(one, ast.ImportFrom)]
    assert not [f"{name}:{one.lineno}" for name, one in inside if (one.module or "").partition(".")[0] == "bot"]


def test_what_people_read_stands_in_the_catalogues_and_not_in_the_code():
    docstrings = {id(node.value) for _, node in nodes("bot/flows", "jobs", "storage") if isinstance(node, ast.Expr)}
    said = [
        f"{name}:{node.lineno}: {node.value}"
        for name, node in nodes("bot/flows", "jobs", "storage")
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
        if SENTENCE.search(node.value) and not PATTERN.search(node.value) and name != STORED
    ]
    assert not said


def test_no_file_names_an_index_a_token_or_a_telephone_number():
    lines = {name: [line for line in content.splitlines() if not line.startswith("#    pip-compile")] for name, content in texts()}
    found = {name: hit[0] for name, kept in lines.items() if (hit := MACHINE.search("\n".join(kept)))}
    assert set(found) <= {"tests/emulator/world.py"}, found  # the emulator's own made-up token
