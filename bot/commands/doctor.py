"""`nhacviec doctor`: every setting checked, in words that say what to do."""

import argparse
import shutil
import stat
from datetime import UTC, datetime

from bot.settings import Settings
from jobs.budget import WARN_PERCENT
from locales import formats
from storage import addresses, budgets, calendar, migrate, units
from storage.db import Connection, Store
from storage.rules.calendar import needs_confirmation

ZALO_USERS = 50  # of a bot of the free plan (platform notes of 2026-09)
LOW_DISK = 500 * 1024 * 1024


def run(_arguments: argparse.Namespace, store: Store, settings: Settings) -> int:
    """Print what is well and what is not; 1 when something needs a hand."""
    problems = [*_settings(settings), *_folder(settings), *_database(store, settings)]
    for problem in problems:
        print(f"- {problem}")
    print("Cần xử lý các mục trên." if problems else "Mọi thứ ổn.")
    return 1 if problems else 0


def _settings(settings: Settings) -> list[str]:
    found = []
    if settings.telegram_bot_token is None and settings.zalo_bot_token is None:
        found.append("TELEGRAM_BOT_TOKEN: chưa có; chưa kênh nhắn tin nào chạy được.")
    if settings.zalo_bot_token and settings.zalo_mode == "polling":
        found.append("ZALO_MODE=polling chỉ để chạy thử: tin đến lúc máy tắt sẽ mất; khi dùng thật đặt ZALO_MODE=webhook.")
    if settings.web_bind and settings.web_url is None:
        found.append(
            "WEB_URL: chưa có; trang web chỉ mở được trên máy này. Đặt WEB_BIND và WEB_URL (xem README), hoặc WEB_BIND= để tắt."
        )
    if settings.web_bind and (settings.web_url or "").startswith("http://"):
        found.append(
            "WEB_URL dùng http: chỉ hợp với mạng nội bộ cơ quan, người cùng mạng có thể đọc được; mở ra internet phải có https."
        )
        found += [
            f"{name}_MODE=webhook cần WEB_URL là https: nền tảng không gọi địa chỉ http."
            for name, mode in (("TELEGRAM", settings.telegram_mode), ("ZALO", settings.zalo_mode))
            if mode == "webhook"
        ]
    if settings.send_rate == 0:
        found.append("SEND_RATE=0 chỉ dùng khi đo tốc độ; đặt lại 29.")
    return found


def _folder(settings: Settings) -> list[str]:
    found = []
    mode = stat.S_IMODE(settings.data_dir.stat().st_mode)
    if mode & 0o077:
        found.append(f"DATA_DIR: người khác trên máy đọc được (quyền {mode:o}); chạy chmod 700 {settings.data_dir}.")
    if shutil.disk_usage(settings.data_dir).free < LOW_DISK:
        found.append("DATA_DIR: ổ đĩa còn dưới 500 MB.")
    return found


def _channels(db: Connection, settings: Settings) -> list[str]:
    """Channels that the platform refused, and a quota that is nearly used up."""
    found = []
    for channel, _why, since in budgets.faults(db):
        at = formats.moment(since, settings.zone)
        found.append(f"{channel.upper()}_BOT_TOKEN: bị từ chối từ {at}; lấy mã bot mới, ghi vào .env rồi chạy lại nhacviec run.")
    if settings.zalo_bot_token and (linked := addresses.count_on(db, "zalo")) > ZALO_USERS:
        found.append(f"ZALO_BOT_TOKEN: đã liên kết {linked} người; gói miễn phí của Zalo Bot chỉ cho {ZALO_USERS} người.")
    if settings.zalo_bot_token and settings.zalo_monthly_limit:
        used = budgets.used(db, "zalo", f"{datetime.now(UTC).astimezone(settings.zone):%Y-%m}")
        total = used.sent + (used.received if settings.zalo_counts_received else 0)
        if used.refused_at or total * 100 >= settings.zalo_monthly_limit * WARN_PERCENT:
            found.append(f"ZALO_MONTHLY_LIMIT: tháng này đã dùng {total}/{settings.zalo_monthly_limit} tin Zalo.")
    return found


def _database(store: Store, settings: Settings) -> list[str]:
    today = datetime.now(UTC).astimezone(settings.zone).date()
    found = []
    with store.transaction() as db:
        if migrate.differences(db):
            found.append("DATABASE_URL: cấu trúc khác với phiên bản này; sao lưu rồi chạy lại nhacviec run.")
        else:
            found += _channels(db, settings)
        offices = units.offices(db)
        if not offices:
            found.append("Chưa có đơn vị nào: chạy nhacviec init.")
        for office_id, name in offices:
            if days := needs_confirmation(calendar.rows(db, office_id), today):
                found.append(f"{name}: {len(days)} ngày nghỉ chưa được đầu mối xác nhận.")
            if units.sending_since(db, office_id) is None:
                found.append(f"{name}: chưa bật gửi tin nhắc (Bắt đầu gửi, hoặc nhacviec sending on).")
    return found
