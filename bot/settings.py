"""Every setting, typed, with its default; wrong ones are refused by name before any network call."""

import re
import socket
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from locales.say import settings as say

TOKEN = re.compile(r"^\d{3,}:[A-Za-z0-9_-]{3,}$")
ZALO_TOKEN = re.compile(r"^\d+:[A-Za-z0-9_.~=-]{3,}$")
SECRET = re.compile(r"^[A-Za-z0-9_-]{1,256}$")
EVERYWHERE = {"0.0.0.0", "[::]", "::"}  # noqa: S104 - recognised, not bound
WEB_ADDRESS = re.compile(r"^https?://[^\s/]+(/\S*)?$")


class BadSetting(Exception):
    """A setting is missing or wrong; the text names its key."""


class Settings(BaseSettings):
    """From the environment, else from `.env`."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    telegram_bot_token: str | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_proxy: str | None = None
    telegram_mode: Literal["polling", "webhook"] = "polling"
    telegram_webhook_secret: str | None = None
    zalo_bot_token: str | None = None
    zalo_api_url: str = "https://bot-api.zaloplatforms.com"
    zalo_mode: Literal["polling", "webhook"] = "polling"
    zalo_webhook_secret: str | None = None
    zalo_monthly_limit: int = Field(default=3000, ge=0)
    zalo_counts_received: bool = True
    zalo_media_hosts: str = "zdn.vn,zadn.vn,zalo.me,zaloplatforms.com,zapps.me,zaloapp.com"
    web_bind: str = "127.0.0.1:8000"
    web_url: str | None = None
    metrics_token: str | None = Field(default=None, min_length=16)
    log_format: Literal["text", "json"] = "text"
    database_url: str | None = None
    data_dir: Path = Path("data")
    timezone: str = "Asia/Ho_Chi_Minh"
    backup_dir: Path | None = None
    backup_keep: int = Field(default=14, ge=1)
    backup_passphrase: str | None = Field(default=None, min_length=12)
    backup_passphrase_file: Path | None = None
    clamav_address: str | None = Field(default=None, pattern=r"^(?:/.+|[\w.-]+:\d{1,5})$")
    upload_limit_mb: int = Field(default=200, ge=1, le=2000)
    send_rate: float = Field(default=29, ge=0, le=1000)

    @model_validator(mode="before")
    @classmethod
    def _empty_means_default(cls, given: dict[str, Any]) -> dict[str, Any]:
        """A line without a value is one that nobody filled in; only WEB_BIND means something by it: no web room."""
        return {key: value for key, value in given.items() if value != "" or key == "web_bind"}

    @field_validator("telegram_bot_token")
    @classmethod
    def _token_shape(cls, value: str | None) -> str | None:
        if value is not None and not TOKEN.match(value):
            raise ValueError(say.form_of_token())
        return value

    @field_validator("zalo_bot_token")
    @classmethod
    def _zalo_token_shape(cls, value: str | None) -> str | None:
        if value is not None and not ZALO_TOKEN.match(value):
            raise ValueError(say.form_of_token())
        return value

    @field_validator("zalo_webhook_secret")
    @classmethod
    def _zalo_secret_length(cls, value: str | None) -> str | None:
        if value is not None and len(value) < 8:
            raise ValueError(say.form_of_secret(8))
        return value

    @field_validator("zalo_api_url")
    @classmethod
    def _safe_address(cls, value: str) -> str:
        """The token is in the address: nothing but the own machine may be spoken to without encryption."""
        host = urlsplit(value).hostname or ""
        if not value.startswith("https://") and host not in {"localhost", "127.0.0.1", "::1"}:
            raise ValueError(say.address_encrypted())
        return value

    @field_validator("telegram_webhook_secret", "zalo_webhook_secret")
    @classmethod
    def _secret_shape(cls, value: str | None) -> str | None:
        if value is not None and not SECRET.match(value):
            raise ValueError(say.form_of_secret(1))
        return value

    @field_validator("telegram_api_url", "zalo_api_url", "web_url", "telegram_proxy")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not WEB_ADDRESS.match(value):
            raise ValueError(say.form_of_address())
        return value.rstrip("/") if value else value

    @field_validator("web_bind")
    @classmethod
    def _bind(cls, value: str) -> str:
        port = value.rpartition(":")[2]
        if value and not (port.isascii() and port.isdigit() and int(port) < 65536):
            raise ValueError(say.form_of_bind())
        return value

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as wrong:
            raise ValueError(say.no_such_zone()) from wrong
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(
            ("sqlite:///", "postgresql://", "postgresql+psycopg://", "sqlite+pysqlite:///")
        ):
            raise ValueError(say.form_of_database())
        return value

    @field_validator("backup_passphrase_file")
    @classmethod
    def _holds_a_passphrase(cls, value: Path | None) -> Path | None:
        try:
            if value is not None and len(value.read_text(encoding="utf-8").strip()) < 12:
                raise ValueError(say.passphrase_too_short())
        except OSError as wrong:
            raise ValueError(say.file_unreadable(wrong.strerror or "")) from None
        return value

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> "Settings":
        for channel in ("telegram", "zalo"):
            name = f"{channel.upper()}_MODE=webhook"
            if getattr(self, f"{channel}_mode") == "webhook":
                for key in (f"{channel}_webhook_secret", "web_url"):
                    if getattr(self, key) is None:
                        raise ValueError(f"{key.upper()}: {say.needed_with(name)}")
                if not self.web_bind:
                    raise ValueError(f"WEB_BIND: {say.needed_with(name)}")
        return self

    @property
    def secrets(self) -> tuple[str | None, ...]:
        """What no output may hold."""
        password = urlsplit(self.database_url or "").password
        secret = (self.telegram_webhook_secret, self.zalo_webhook_secret, self.metrics_token, password, self.passphrase)
        return (self.telegram_bot_token, self.zalo_bot_token, *secret)

    @property
    def passphrase(self) -> str | None:
        """What backups are sealed with; None: they are plain."""
        if self.backup_passphrase_file is not None:
            return self.backup_passphrase_file.read_text(encoding="utf-8").strip()
        return self.backup_passphrase

    @property
    def media_hosts(self) -> list[str]:
        return [one.strip() for one in self.zalo_media_hosts.split(",") if one.strip()]

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def webhook(self, channel: str) -> tuple[str, str] | None:
        """Where a platform rings, with its secret; None: it is polled."""
        if getattr(self, f"{channel}_mode") != "webhook":
            return None
        return f"{self.web_url}/{channel}/webhook", getattr(self, f"{channel}_webhook_secret") or ""

    @property
    def room_address(self) -> str | None:
        """WEB_URL, or the bound address by the machine's name; None when there is no web room."""
        if self.web_url or not self.web_bind:
            return self.web_url if self.web_bind else None
        host, _, port = self.web_bind.rpartition(":")
        return f"http://{socket.gethostname() if host in EVERYWHERE else host}:{port}"

    @property
    def store_url(self) -> str:
        return self.database_url or f"sqlite:///{(self.data_dir / 'nhacviec.db').absolute()}"


def load() -> Settings:
    """Read the settings.

    Raises:
        BadSetting: one is wrong; the text names the key, never the value (it may be a secret).
    """
    try:
        return Settings()
    except ValidationError as wrong:
        faults = []
        for error in wrong.errors(include_input=False, include_url=False):
            key = "_".join(str(part) for part in error["loc"]).upper()
            is_ours = error["type"] == "value_error"
            told = str(error["ctx"]["error"]) if is_ours else say.not_accepted(error["type"], error.get("ctx", {}))
            faults.append(f"{key}: {told}" if key else told)
        raise BadSetting("; ".join(faults)) from None
