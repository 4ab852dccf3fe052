"""compose.yaml, read: what `docker compose --profile two up` starts, so that a test can start the same on loopback."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tests.checkout import text

SIZES = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


@dataclass(frozen=True, slots=True)
class Container:
    """One service of a profile.

    Attributes:
        command: its words, as the image and the service have them.
        environment: the image's, what `.env` says, then the service's own; the last one counts.
        grace: seconds that it has for a clean stop.
        memory, processes: the most that it may have; bytes, and processes with their threads.
        config: the text of its configuration file, if it has one.
        health: the words that ask whether it is well, if compose.yaml has any.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    grace: float
    memory: int
    processes: int
    config: str
    health: str


def containers(profile: str, **dot_env: str) -> dict[str, Container]:
    """What is started for a profile, with `.env` made from `.env.example` and these lines filled in."""
    whole = yaml.safe_load(text("compose.yaml"))
    started = {name: one for name, one in whole["services"].items() if profile in one.get("profiles", [profile])}
    return {name: _container(name, one, whole, dot_env) for name, one in started.items()}


def _container(name: str, service: Mapping[str, Any], whole: Mapping[str, Any], dot_env: Mapping[str, str]) -> Container:
    is_ours = "build" in service
    environment = _image()[1] if is_ours else {}
    environment |= env_example() | dot_env if "env_file" in service else {}
    environment |= {key: str(value) for key, value in service.get("environment", {}).items()}
    return Container(
        name,
        _image()[0] if is_ours else tuple(service.get("command", "").split()),
        environment,
        float(str(service.get("stop_grace_period", "10s")).removesuffix("s")),
        int(service["mem_limit"][:-1]) * SIZES[service["mem_limit"][-1]],
        service.get("pids_limit", 0),
        "".join(whole["configs"][one["source"]]["content"] for one in service.get("configs", [])),
        service.get("healthcheck", {"test": [""]})["test"][-1],
    )


@cache
def _words() -> str:
    return re.sub(r"\\\n", " ", text("Dockerfile"))


def _image() -> tuple[tuple[str, ...], dict[str, str]]:
    """The image's own command and environment."""
    found = dict(re.findall(r"^(ENTRYPOINT|CMD) (\[.*\])$", _words(), re.MULTILINE))
    said = " ".join(re.findall(r"^ENV (.*)$", _words(), re.MULTILINE))
    command = (*json.loads(found["ENTRYPOINT"]), *json.loads(found["CMD"]))
    return command, dict(word.split("=", 1) for word in said.split())


def env_example() -> dict[str, str]:
    """The lines of `.env.example`, empty ones too, as Docker hands them over."""
    return dict(line.split("=", 1) for line in text(".env.example").splitlines() if re.match(r"[A-Z_]+=", line))


def placed(words: str, places: Mapping[str, str]) -> str:
    """A text in which the places of the containers' network are those of this machine."""
    for there, here in places.items():
        words = words.replace(there, here)
    return words
