"""README, the settings, the command line and the chat commands say the same: nothing undocumented, nothing invented."""

import argparse
import re
from collections.abc import Iterator
from typing import Any

from pydantic_core import PydanticUndefined

from bot.__main__ import parser
from bot.routes import COMMANDS
from bot.settings import Settings
from tests.checkout import ROOT, files, text

README = text("README.md")
PROSE = re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)  # without its blocks of commands
CODE = re.compile(r"`([^`]+)`")
OPTION = re.compile(r"--[a-z][a-z-]*")
ALIASES = {"help"}  # what Telegram itself offers everybody; the same as /trogiup


def section(title: str) -> str:
    """What stands under a heading, up to the next one."""
    _, _, rest = README.partition(f"\n### {title}\n")
    assert rest, f"README has no section {title}"
    return re.split(r"\n##+ ", rest)[0]


def rows(title: str) -> Iterator[list[str]]:
    """The cells of the table in a section, without its head."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    for line in lines[2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


def documented_settings() -> dict[str, tuple[str, str]]:
    """Key -> default and meaning; a row may speak of several keys, then its defaults stand in the same order."""
    found = {}
    for keys, defaults, meaning in rows("Settings (environment or `.env`)"):
        names = CODE.findall(keys)
        values = defaults.split(", ") if len(names) > 1 else [defaults]
        found |= {name: (value, meaning) for name, value in zip(names, values, strict=True)}
    return found


def commands(root: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Each command that can be typed, with its own parser."""
    below = [action for action in root._actions if isinstance(action, argparse._SubParsersAction)]
    for name, one in (item for action in below for item in action.choices.items()):
        deeper = list(commands(one, f"{before}{name} "))
        yield from deeper or [(f"{before}{name}", one)]


def documented_commands() -> dict[str, str]:
    """Command -> the whole first cell of its row."""
    found = {}
    for call, _ in rows("Commands"):
        plain = call.strip("`")
        found[re.split(r" (?:[A-Z\[-]|on /)", plain)[0]] = plain
    return found


def arguments(one: argparse.ArgumentParser) -> tuple[set[str], set[str]]:
    """The options of a command, and the words that stand for its positional arguments."""
    wanted = [action for action in one._actions if not isinstance(action, argparse._HelpAction)]
    options = {option for action in wanted for option in action.option_strings}
    words = {str(word) for action in wanted if not action.option_strings for word in _words(action)}
    return options, words


def _words(action: Any) -> list[str]:
    return list(action.choices) if action.choices else [action.metavar or action.dest]


def test_every_setting_stands_in_the_readme_and_no_other():
    assert set(documented_settings()) == {name.upper() for name in Settings.model_fields}


def test_the_readme_names_the_default_of_every_setting():
    for key, (told, _) in documented_settings().items():
        default = Settings.model_fields[key.lower()].default
        assert default is not PydanticUndefined
        plain = told.strip("`").removeprefix("./")
        assert plain == str(default) or (default is None and plain.startswith(("none", "SQLite"))), (
            f"{key}: {told}, not {default}"
        )


def test_the_example_file_offers_every_setting_that_works_and_no_other():
    offered = re.findall(r"^#?([A-Z_]+)=", text(".env.example"), re.MULTILINE)
    assert len(offered) == len(set(offered))
    working = {key for key, (_, meaning) in documented_settings().items() if "not built yet" not in meaning}
    assert working <= set(offered) <= set(documented_settings())


def test_the_example_file_holds_no_secret_and_no_wrong_value():
    given = dict(line.split("=", 1) for line in text(".env.example").splitlines() if re.match(r"[A-Z_]+=.", line))
    assert not [key for key in given if key.endswith(("_TOKEN", "_SECRET", "_PROXY"))]
    for key, value in given.items():
        default = Settings.model_fields[key.lower()].default
        assert str(default) == value.removeprefix("./"), f"{key}={value}: an example shows the default, {default}"


def test_every_command_stands_in_the_readme_and_no_other():
    assert set(documented_commands()) == {name for name, _ in commands(parser())}


def test_the_readme_names_every_option_and_argument_of_a_command_and_no_other():
    told = documented_commands()
    for name, one in commands(parser()):
        options, words = arguments(one)
        rest = told[name].removeprefix(name)
        assert set(OPTION.findall(rest)) == options, name
        assert words <= set(re.findall(r"[A-Za-z]+", rest)), name


def test_every_chat_command_stands_in_the_readme_and_no_other():
    _, _, told = section("Commands").partition("In the chat:")
    assert told, "README does not tell the chat commands"
    assert set(re.findall(r"`/([a-z]+)", told)) == set(COMMANDS) - ALIASES
    assert set(re.findall(r"`/([a-z]+)[ `]", PROSE)) <= set(COMMANDS)


def test_every_make_target_that_the_readme_names_exists():
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)\b(?=[`\s]|$)", "\n".join(CODE.findall(PROSE)))) <= targets
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
    assert set(re.findall(r"^make ([a-z]+)", blocks, re.MULTILINE)) == {"demo", "test"} <= targets


def test_every_path_that_the_readme_names_exists():
    folders = {parent.as_posix() for name in files() for parent in (ROOT / name).relative_to(ROOT).parents}
    named = {
        path.rstrip("/") for path in CODE.findall(PROSE) if re.fullmatch(r"(?:bot|jobs|storage|locales|tests)/[\w./-]*", path)
    }
    assert len(named) > 5
    assert not named - folders - set(files())


def test_every_room_of_the_house_stands_in_the_readme():
    _, _, house = README.partition("\n## The house\n")
    for room in ("storage", "locales", "jobs", "bot", "tests"):
        assert f"| `{room}/` |" in house
    deeper = [
        path.name for room in ("storage", "locales", "bot") for path in (ROOT / room).iterdir() if (path / "__init__.py").exists()
    ]
    assert not [name for name in deeper if f"`{name}/`" not in house]
