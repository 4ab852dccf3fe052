"""Checks of requests, results and updates against the Bot API specification."""

import os
import re
from functools import cache
from typing import Any

import orjson
from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match

from tests.emulator.errors import ApiError
from tests.emulator.schema_build import Unavailable, specification
from tests.emulator.texts import formatted, units

Json = dict[str, Any]
LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes)")
ITEMS = re.compile(r"must include (\d+)-(\d+) items|At most (\d+) \w+ can be specified")


class Schema:
    """The specification, with a validator for each kind of thing."""

    def __init__(self, parts: dict[str, Json]) -> None:
        self.params, self.objects, self.results = parts["params"], parts["objects"], parts["results"]
        self.methods = {name.removesuffix("Params").lower(): name for name in self.params if name.endswith("Params")}
        self._validators: dict[str, Draft7Validator] = {}

    def check_request(self, method: str, params: Json, uploads: set[str] | frozenset[str] = frozenset()) -> list[str]:
        """Return what is wrong with the parameters of a method, as they came over the wire."""
        if method.lower() not in self.results:
            return [f"no such method: {method}"]
        name = self.methods.get(method.lower())
        if name is None:
            return [f"unexpected parameters {sorted(params)}"] if params else []
        definition = self.params[name]
        given = decoded(definition, params, uploads)
        missing_uploads = [one for one in definition.get("required", []) if one in uploads]
        errors = self._problems(f"request {name}", {"$ref": f"#/definitions/{name}"}, self.params, given)
        errors = [error for error in errors if not any(f"'{one}' is a required" in error for one in missing_uploads)]
        return errors or list(self._limits({"$ref": f"#/definitions/{name}"}, given))

    def check_object(self, kind: str, value: Any) -> list[str]:
        """Return what is wrong with an object of the Bot API: `check_object("Update", ...)`."""
        return self._problems(f"object {kind}", {"$ref": f"#/definitions/Telegram{kind}"}, self.objects, value)

    def check_result(self, method: str, value: Any) -> list[str]:
        wanted = self.results.get(method.lower())
        return self._problems(f"result {method.lower()}", wanted, self.objects, value) if wanted else []

    def _problems(self, key: str, wanted: Json, definitions: Json, value: Any) -> list[str]:
        if key not in self._validators:
            self._validators[key] = Draft7Validator(wanted | {"definitions": definitions})
        errors = [best_match([error]) for error in self._validators[key].iter_errors(value)]
        return [f"{'.'.join(map(str, error.absolute_path)) or 'it'}: {error.message[:300]}" for error in errors]

    def _limits(self, node: Json, value: Any) -> list[str]:
        """Apply the limits that the specification states in words, here and further down."""
        node = self.params[node["$ref"].rpartition("/")[2]] if "$ref" in node else node
        if isinstance(value, list):
            return [problem for item in value for problem in self._limits(node.get("items", {}), item)]
        if not isinstance(value, dict):
            return []
        for alternative in node.get("anyOf", []):
            if self._fits(alternative, value):
                return self._limits(alternative, value)
        known = {name: (node["properties"][name], one) for name, one in value.items() if name in node.get("properties", {})}
        found = [problem for name, (inner, one) in known.items() for problem in over_limit(name, inner, one, value)]
        return found + [problem for inner, one in known.values() for problem in self._limits(inner, one)]

    def _fits(self, node: Json, value: Json) -> bool:
        node = self.params[node["$ref"].rpartition("/")[2]] if "$ref" in node else node
        if any(one.get("const", value.get(name)) != value.get(name) for name, one in node.get("properties", {}).items()):
            return False
        return set(value) <= set(node.get("properties", {})) or any(self._fits(one, value) for one in node.get("anyOf", []))


def decoded(definition: Json, params: Json, uploads: set[str] | frozenset[str]) -> Json:
    """Turn form strings into JSON where the parameter is more than a string; uploads stand outside."""
    properties = definition.get("properties", {})
    return {name: _decoded(properties.get(name, {}), value) for name, value in params.items() if name not in uploads}


def _decoded(node: Json, value: Any) -> Any:
    if not isinstance(value, str) or _only_text(node):
        return value
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        return value


def _only_text(node: Json) -> bool:
    return node.get("type") == "string" or ("anyOf" in node and all(map(_only_text, node["anyOf"])))


def over_limit(name: str, node: Json, value: Any, owner: Json) -> list[str]:
    """Return the limit that a value breaks, measured as Telegram measures it."""
    description = node.get("description", "")
    if isinstance(value, list) and (match := ITEMS.search(description)):
        least, most = int(match[1] or 0), int(match[2] or match[3])
        return [] if least <= len(value) <= most else [f"{name}: {len(value)} items, {least}-{most} allowed"]
    if not isinstance(value, str) or not (match := LENGTH.search(description)):
        return []
    least, most, length = int(match[1]), int(match[2]), _measure(value, match[3], description, owner)
    return [] if least <= length <= most else [f"{name}: {length} {match[3]}, {least}-{most} allowed"]


def _measure(value: str, unit: str, description: str, owner: Json) -> int:
    if unit == "bytes":
        return len(value.encode())
    if "pars" in description and owner.get("parse_mode"):
        try:
            value = formatted(value, owner["parse_mode"])[0]
        except ApiError:
            return units(value)
    return units(value)


@cache
def load() -> Schema:
    """Return the specification, or raise Unavailable."""
    return Schema(specification())


def load_or_skip() -> Schema:
    """For tests: skip by name where the specification cannot be made, but never in CI."""
    try:
        return load()
    except Unavailable as reason:
        import pytest

        if os.environ.get("CI"):
            pytest.fail(str(reason))
        pytest.skip(str(reason))
