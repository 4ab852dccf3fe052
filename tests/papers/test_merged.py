"""Documents of a criterion merged in a child: what breaks a file, or the child, costs nothing else."""

from pathlib import Path

import orjson
import pytest
from PIL import Image
from pypdf import PdfReader

from locales.papers import merged
from storage import limited
from tests.evidence import hostile, ordinary


def kept(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def bomb(path: Path) -> Path:
    """A small file of 13,000 by 13,000 pixels, fewer than Pillow itself refuses, of which a copy in colour takes 676 MB."""
    Image.new("1", (13_000, 13_000)).save(path, "PNG")
    return path


def test_a_photo_that_would_fill_the_memory_stays_beside(tmp_path):
    pdf, photo = kept(tmp_path, "a.pdf", hostile.pdf()), kept(tmp_path, "b.jpg", ordinary.photo())
    huge, other = bomb(tmp_path / "c.png"), kept(tmp_path, "d.tif", b"II*\x00")
    assert merged.write([(tmp_path / "1.pdf", [pdf, huge, photo, other]), (tmp_path / "2.pdf", [other])]) == [[pdf, photo], []]
    assert len(PdfReader(tmp_path / "1.pdf").pages) == 2
    assert not (tmp_path / "2.pdf").exists()


@pytest.mark.parametrize("form", ["JPEG", "MPO", "PNG", "WEBP"])
def test_photos_of_every_form_become_a_page(tmp_path, form):
    photo = tmp_path / "a"
    more = {"save_all": True, "append_images": [Image.new("RGB", (300, 400))]} if form == "MPO" else {}
    Image.new("RGB", (300, 400), "gray").save(photo, form, **more)
    assert merged.write([(tmp_path / "1.pdf", [photo])]) == [[photo]]
    assert len(PdfReader(tmp_path / "1.pdf").pages) == 1


def test_the_group_that_brings_the_child_down_stays_as_it_is_and_the_others_are_merged(tmp_path, monkeypatch):
    good, bad = kept(tmp_path, "a.pdf", hostile.pdf()), kept(tmp_path, "bad.pdf", hostile.pdf())
    ask = limited.ask

    def asked(module, *, told, wall):
        if any(str(bad) in sources for _target, sources in orjson.loads(told)):
            raise limited.Died
        return ask(module, told=told, wall=wall)

    monkeypatch.setattr(limited, "ask", asked)
    groups = [(tmp_path / "1.pdf", [good]), (tmp_path / "2.pdf", [good, bad]), (tmp_path / "3.pdf", [good])]
    assert merged.write(groups) == [[good], [], [good]]


@pytest.mark.parametrize("groups", [[], [("1.pdf", [])]])
def test_nothing_to_merge_writes_nothing(tmp_path, groups):
    assert merged.write([(tmp_path / target, sources) for target, sources in groups]) == [[] for _ in groups]
    assert not list(tmp_path.iterdir())
