"""Make the machine-readable Bot API 10.3 specification from published type definitions, once, into a cache folder."""

import fcntl
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Json = dict[str, Any]
TYPES, GENERATOR = "@gramio/types@10.3.1", "ts-json-schema-generator@2.4.0"
CACHE = Path(__file__).resolve().parents[2] / ".cache" / "bot-api-10.3.1"
PARTS = ("params", "objects", "results")
RESULT = re.compile(r"^    (\w+): CallAPI\w*<(.*?)>$", re.DOTALL | re.MULTILINE)
PATIENCE = 240


class Unavailable(Exception):
    """The specification can not be made here."""


def specification(cache: Path = CACHE) -> dict[str, Json]:
    """Return params, objects and results, made now if they are not in the cache yet."""
    cache.parent.mkdir(parents=True, exist_ok=True)
    with _locked(cache.with_name(cache.name + ".lock")):
        if not all((cache / f"{part}.json").exists() for part in PARTS):
            _build(cache)
    return {part: json.loads((cache / f"{part}.json").read_text()) for part in PARTS}


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(cache: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise Unavailable("npm is not installed, so the Bot API specification cannot be made")
    with tempfile.TemporaryDirectory(dir=cache.parent) as scratch:
        room = Path(scratch)
        (room / "package.json").write_text("{}")
        options = ["--save-exact", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", scratch]
        _run([npm, "install", *options, TYPES, GENERATOR], room)
        made = room / "made"
        made.mkdir()
        for part in ("params", "objects"):
            _generate(room, part, made / f"{part}.json")
        (made / "results.json").write_text(json.dumps(_results(room)))
        shutil.rmtree(cache, ignore_errors=True)
        made.rename(cache)


def _run(command: list[str], room: Path) -> None:
    try:
        done = subprocess.run(command, cwd=room, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise Unavailable(f"{Path(command[0]).name} did not finish in {PATIENCE} s") from None
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["no message"]
        raise Unavailable(f"{Path(command[0]).name} failed: {lines[0]}")


def _types(room: Path) -> Path:
    return room / "node_modules" / "@gramio" / "types" / "out"


def _generate(room: Path, part: str, target: Path) -> None:
    generator = str(room / "node_modules" / ".bin" / "ts-json-schema-generator")
    source, raw = str(_types(room) / f"{part}.d.ts"), room / f"{part}.raw.json"
    _run([generator, "--path", source, "--type", "*", "--no-type-check", "-o", str(raw)], room)
    definitions = without_typescript(json.loads(raw.read_text())["definitions"])
    target.write_text(json.dumps(definitions, separators=(",", ":")))


def without_typescript(node: Any) -> Any:
    """Drop the alternatives that stand for TypeScript objects ({toString} and {toJSON}), not for JSON."""
    if isinstance(node, list):
        return [without_typescript(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: without_typescript(value) for key, value in node.items()}
    if isinstance(kept.get("anyOf"), list):
        kept["anyOf"] = [one for one in kept["anyOf"] if set(one.get("properties", {})) not in ({"toString"}, {"toJSON"})]
    return kept


def _results(room: Path) -> Json:
    """Return the result type of each method as a JSON Schema."""
    found = RESULT.findall((_types(room) / "methods.d.ts").read_text())
    return {name.lower(): _result_schema(arguments.rpartition(",")[2].strip()) for name, arguments in found}


def _result_schema(text: str) -> Json:
    if "|" in text:
        return {"anyOf": [_result_schema(part.strip()) for part in text.split("|")]}
    if text.endswith("[]"):
        return {"type": "array", "items": _result_schema(text[:-2])}
    if text == "true":
        return {"const": True}
    return {"$ref": f"#/definitions/{text.removeprefix('Objects.')}"} if text.startswith("Objects.") else {"type": text}
