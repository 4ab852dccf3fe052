"""Templates and static files of the web room."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from locales.say import web as say

STATIC = Path(__file__).parent / "static"


@cache
def templates() -> Environment:
    made = Environment(loader=PackageLoader("bot.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    made.globals["static"] = static
    made.globals["say"] = say
    made.globals["has"] = lambda name: (STATIC / name).exists()
    return made


@cache
def static(name: str) -> str:
    """The address of a static file; it changes with the file, so that browsers may keep it for ever."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


def text_of(template: str, **values: Any) -> str:
    return templates().get_template(template).render(**values)


def page(template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page from a template of `templates/`."""
    return HTMLResponse(text_of(template, **values), status)


class Static(StaticFiles):
    """Our own files, kept by browsers as long as they like when they are asked for by their version."""

    def __init__(self) -> None:
        super().__init__(directory=STATIC)

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        versioned = scope["query_string"].startswith(b"v=") and response.status_code == 200
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if versioned else "public, max-age=600"
        return response
