"""Photos of Zalo are fetched from its own hosts only, never from inside our network, also not by a redirect or a name."""

import pytest

from bot.channels.zalo import parsing
from bot.channels.zalo.channel import MEDIA_HOSTS
from bot.channels.zalo.photos import Photos, PublicOnly, is_public
from jobs.fetch import NeverFetchable, TryLater
from tests.emulator.images import png
from tests.emulator_zalo import ZaloEmulator


@pytest.fixture
async def zalo():
    async with ZaloEmulator() as emulator:
        yield emulator


@pytest.fixture
async def photos(zalo):
    made = Photos(MEDIA_HOSTS, zalo.url)
    yield made
    await made.close()


async def fetched(photos: Photos, url: str) -> bytes:
    return b"".join([piece async for piece in photos.stream({"url": url})])


async def test_a_photo_comes_home(zalo, photos):
    assert await fetched(photos, zalo.publish(png())) == png()


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/a.jpg",
        "https://zdn.vn.evil.example/a.jpg",
        "https://evilzdn.vn/a.jpg",
        "http://photo.zdn.vn/a.jpg",
        "https://photo.zdn.vn:8443/a.jpg",
        "https://zdn.vn@127.0.0.1/a.jpg",
        "https://someone@photo.zdn.vn/a.jpg",
        "https://127.0.0.1/a.jpg",
        "http://127.0.0.1:1/a.jpg",
        "http://169.254.169.254/latest",
        "https://[::1]/a.jpg",
        "https://[bad/a.jpg",
        "file:///etc/passwd",
        "",
    ],
)
async def test_other_places_are_refused_before_any_connection(photos, address):
    assert not photos.may_fetch(address)
    with pytest.raises(NeverFetchable):
        await fetched(photos, address)


def test_the_platforms_own_hosts_may_serve_photos_and_a_loopback_only_with_a_loopback_api():
    real = Photos(MEDIA_HOSTS, "https://bot-api.zaloplatforms.com")
    assert real.may_fetch("https://photo-stal-1.zdn.vn/a/b.jpg")
    assert real.may_fetch("https://zdn.vn/a.jpg")
    assert not real.may_fetch("http://127.0.0.1:8000/a.jpg")


@pytest.mark.parametrize("target", ["http://127.0.0.1:1/x", "http://10.0.0.1/x", "https://evil.example/x", "//evil.example/x"])
async def test_a_redirect_to_another_place_is_not_followed(zalo, photos, target):
    with pytest.raises(NeverFetchable):
        await fetched(photos, zalo.publish(f"redirect:{target}".encode()))


async def test_a_redirect_within_the_platform_is_followed_a_few_times(zalo, photos):
    there = zalo.publish(png())
    assert await fetched(photos, zalo.publish(f"redirect:{there}".encode())) == png()
    endless = zalo.publish(b"")
    zalo._media[endless.rpartition("/")[2]] = f"redirect:{endless}".encode()
    with pytest.raises(NeverFetchable):
        await fetched(photos, endless)


async def test_an_expired_address_is_gone_for_good_and_a_broken_network_is_not(zalo, photos):
    address = zalo.publish(png())
    zalo.forget_media()
    with pytest.raises(NeverFetchable, match="gone"):
        await fetched(photos, address)
    await zalo.unplug()
    with pytest.raises(TryLater):
        await fetched(photos, address)


async def test_a_name_that_leads_into_a_private_network_is_not_resolved():
    resolver = PublicOnly()
    with pytest.raises(OSError, match="no public address"):
        await resolver.resolve("localhost", 443)
    await resolver.close()


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "::1", "fe80::1%eth0", "fc00::1", "0.0.0.0", "x"])
def test_private_addresses_are_not_public(address):
    assert not is_public(address)


def message(**content: object) -> dict:
    head = {"message_id": "a1", "from": {"id": "u1"}, "chat": {"id": "u1", "chat_type": "PRIVATE"}}
    return {"event_name": content.pop("name", "message.image.received"), "message": head | content}


@pytest.mark.parametrize("field", ["photo", "photo_url"])
def test_both_names_of_the_photo_are_read(field):
    incoming = parsing.parse(message(**{field: "https://a.zdn.vn/1.jpg", "caption": "3.5"}))
    assert (incoming.kind, incoming.text, incoming.files[0].ref) == ("files", "3.5", {"url": "https://a.zdn.vn/1.jpg"})


def test_an_image_without_an_address_is_unsupported_and_a_group_is_told_from_a_private_chat():
    assert parsing.parse(message()).kind == "unsupported"
    group = message(name="message.text.received", text="/tiendo") | {}
    group["message"]["chat"] = {"id": "g9", "chat_type": "GROUP"}
    incoming = parsing.parse(group)
    assert (incoming.is_group, incoming.chat, incoming.sender) == (True, "zalo:g9", "zalo:u1")


def test_letters_are_composed():
    assert parsing.parse(message(name="message.text.received", text="tie\u0302\u0301n đo\u0323\u0302")).text == "tiến độ"


def test_an_event_is_known_by_its_message_and_one_without_by_its_content():
    first, again = parsing.row_of(message()), parsing.row_of(message())
    assert first.update_id == again.update_id == "a1"
    bare = {"event_name": "message.unsupported.received"}
    assert parsing.row_of(bare).update_id == parsing.row_of(dict(bare)).update_id
    assert parsing.row_of(bare).update_id != parsing.row_of(bare | {"x": 1}).update_id
