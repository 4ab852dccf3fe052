"""The page has a short name for every command, so that a typed one is shown by its meaning."""

from bot.routes import COMMANDS
from bot.web.chat import said
from locales.say import web


def test_every_command_has_a_name_on_the_page():
    assert all(web.command(name) for name in COMMANDS)
    assert said("/tiendo") == "Tiến độ"
    assert said("/start ABCD EFGH") == "Bắt đầu", "a code is not kept in the conversation"
    assert said("/tiendo gì đó") == "/tiendo gì đó"
    assert said("/khong-co") == "/khong-co"
    assert said("tien do") == "tien do"


def test_a_device_is_named_in_two_words():
    agents = {
        "Mozilla/5.0 (Linux; Android 8.1.0; SM-J730G) AppleWebKit/537.36 Chrome/70.0.3538.80 Mobile Safari/537.36": "Chrome, Android",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0": "Edge, Windows",
        "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/110.0 Mobile Safari/537.36 Zalo android/23": "Zalo, Android",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15": "iPhone",
        "<script>": "không rõ loại máy",
    }
    assert {agent: web.device(agent) for agent in agents} == agents
