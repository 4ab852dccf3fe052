"""The messengers that the settings name, and where people find the web room."""

from bot.channels.telegram import Telegram
from bot.channels.zalo import Zalo
from bot.settings import Settings
from jobs.machine_clock import Dated


def telegram(settings: Settings, dated: Dated) -> Telegram | None:
    """The bot there, if there is a token.

    Args:
        settings: checked settings.
        dated: told the date that each answer bears.
    """
    if settings.telegram_bot_token is None:
        return None
    return Telegram(
        settings.telegram_bot_token,
        settings.telegram_api_url,
        settings.telegram_proxy,
        pages=settings.room_address,
        dated=dated,
    )


def zalo(settings: Settings, dated: Dated) -> Zalo | None:
    """The same for Zalo."""
    if settings.zalo_bot_token is None:
        return None
    return Zalo(
        settings.zalo_bot_token,
        settings.zalo_api_url,
        monthly=settings.zalo_monthly_limit,
        counts_received=settings.zalo_counts_received,
        hosts=settings.media_hosts,
        dated=dated,
    )
