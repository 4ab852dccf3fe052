"""Downloads of files, whole or spoiled."""

import asyncio
from typing import TYPE_CHECKING

from aiohttp import web

from tests.emulator.errors import ApiError
from tests.emulator.exchange import answer
from tests.emulator.faults import Fault

if TYPE_CHECKING:
    from tests.emulator.server import Emulator

PIECE = 1 << 16


async def download(emu: "Emulator", request: web.Request, path: str) -> web.StreamResponse:
    """Answer /file/bot<token>/<path>; a fault may cut, slow or mislabel the body."""
    try:
        emu.check_token(request)
        file = emu.world.files.behind(path)
    except ApiError as error:
        emu.journal.write("download", emu.clock.now(), path=path, status=error.code)
        return answer(error.body(), error.code, "application/json", emu.clock.now())
    released = emu.released
    fault = emu.faults.meet("download", None, f"{path} {file.name} {file.file_id}") or Fault()
    facts = {"path": path, "file_id": file.file_id, "bytes": len(file.data)}
    emu.journal.write("download", emu.clock.now(), status=fault.status or 200, **facts)
    if fault.hang:
        await released.wait()
    await asyncio.sleep(fault.delay + emu.latency)
    if fault.status:
        return answer(emu.faults.body_of(fault), fault.status, fault.content_type, emu.clock.now())
    return await _stream(request, file.data, fault)


async def _stream(request: web.Request, data: bytes, fault: Fault) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "application/octet-stream"})
    response.content_length = len(data) if fault.length is None else fault.length
    await response.prepare(request)
    part = data if fault.cut_at is None else data[: int(len(data) * fault.cut_at)]
    step = min(PIECE, max(1, fault.rate // 20)) if fault.rate else PIECE
    for start in range(0, len(part), step):
        if fault.rate:
            await asyncio.sleep(step / fault.rate)
        await response.write(part[start : start + step])
    whole = fault.cut_at is None and not fault.hang and len(data) >= (response.content_length or 0)
    if not whole and request.transport is not None:
        request.transport.close()
    return response
