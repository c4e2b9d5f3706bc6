"""What did the operator set? The environment and .env, checked."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal, NamedTuple
from urllib.parse import urlsplit

from dotenv.parser import parse_stream
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from rapidfuzz import fuzz, process

from bot.errors import SettingsError

PREFIX = "TALKS_"
ENV_FILE = ".env"
LOOPBACK = "127.0.0.1"

LEAST_KEY_CHARACTERS = 16
"""Telegram ids are few enough to try them all, so that the key alone keeps a pseudonym from being undone."""

_TOKEN = re.compile(r"\d+:[\w-]{30,}", re.ASCII)


class Address(NamedTuple):
    """Where something listens; port 0 is any free one."""

    host: str
    port: int


def _default_data() -> Path:
    """By the XDG rules, which pass over a relative folder."""
    share = Path(os.environ.get("XDG_DATA_HOME", ""))
    try:
        return (share if share.is_absolute() else Path.home() / ".local" / "share") / "talks"
    except RuntimeError:
        raise SettingsError("There is no home folder to keep the log in; set TALKS_DATA") from None


def _is_http(url: str) -> bool:
    try:
        parts = urlsplit(url)
        well_formed = parts.port is None or parts.port > 0
    except ValueError:
        return False
    odd = parts.query or parts.fragment or re.search(r"\s", url)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and well_formed and not odd


class Settings(BaseSettings):
    """One field a setting; the description is what the documentation says of it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=ENV_FILE, env_ignore_empty=True, extra="ignore", frozen=True
    )

    mode: Literal["auto", "telegram", "simulator"] = Field(
        "auto", description="where the bot runs; auto: on Telegram where there is a token"
    )
    telegram_token: SecretStr | None = Field(None, description="the token that BotFather gave")
    api_url: str | None = Field(None, description="another Bot API server than Telegram's")
    simulator_port: int = Field(8081, ge=0, le=65535, description="taken: the next free one")
    data: Path = Field(default_factory=_default_data, description="the folder of the log and its key")
    articles: Path | None = Field(
        None, description="the folder of the articles; unset: the seeds and those in TALKS_DATA/articles"
    )
    semantic: Literal["auto", "off"] = Field("auto", description="search by meaning, where it is installed")
    pseudonym_key: SecretStr | None = Field(
        None, description="the key of the log's pseudonyms; unset: a file made once in TALKS_DATA"
    )
    operators: Annotated[tuple[int, ...], NoDecode] = Field((), description="Telegram ids, parted by commas")
    retention_days: int = Field(180, ge=1, le=36500, description="older log rows are deleted, daily")
    listen: Annotated[Address | None, NoDecode] = Field(
        None, description="where health and metrics are asked over HTTP, and webhooks delivered: PORT or HOST:PORT"
    )
    webhook_url: str | None = Field(
        None, description="the public address under which Telegram reaches TALKS_LISTEN; unset: polling"
    )
    log_format: Literal["text", "json"] = Field("text", description="the form of what the bot writes on stderr")

    @field_validator("data", "articles", mode="before")
    @classmethod
    def _in_the_home_folder(cls, path: object) -> object:
        """A shell expands ~, a line of .env does not."""
        try:
            return Path(path).expanduser() if isinstance(path, str) else path
        except RuntimeError:
            raise ValueError("names a home folder that there is not") from None

    @field_validator("telegram_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr | None) -> SecretStr | None:
        if token and not _TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("is no Telegram token (digits, a colon, at least 30 letters)")
        return token

    @field_validator("pseudonym_key")
    @classmethod
    def _is_hard_to_guess(cls, key: SecretStr | None) -> SecretStr | None:
        if key and len(key) < LEAST_KEY_CHARACTERS:
            raise ValueError(f"is too short; it takes at least {LEAST_KEY_CHARACTERS} characters")
        return key

    @field_validator("api_url", "webhook_url")
    @classmethod
    def _is_an_address(cls, url: str | None) -> str | None:
        if url and not _is_http(url):
            raise ValueError("is no http address")
        return url.rstrip("/") if url else None

    @field_validator("listen", mode="before")
    @classmethod
    def _is_a_place(cls, place: object) -> object:
        """A bare port is one of this machine alone."""
        if not isinstance(place, str):
            return place
        host, colon, port = place.rpartition(":")
        if not re.fullmatch(r"\d{1,5}", port, re.ASCII) or int(port) > 65535 or (colon and not host):
            raise ValueError("is neither PORT nor HOST:PORT")
        return Address(host.removeprefix("[").removesuffix("]") or LOOPBACK, int(port))

    @field_validator("operators", mode="before")
    @classmethod
    def _parts(cls, value: object) -> object:
        return re.findall(r"[^\s,;\[\]]+", value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _has_a_token_for_telegram(self) -> Settings:
        if self.mode == "telegram" and not self.telegram_token:
            raise ValueError("TALKS_MODE is telegram, but TALKS_TELEGRAM_TOKEN is not set")
        return self

    @model_validator(mode="after")
    def _listens_for_its_webhook(self) -> Settings:
        if self.webhook_url and not self.listen:
            raise ValueError(
                "TALKS_WEBHOOK_URL is set, so TALKS_LISTEN must say where the proxy finds the bot, such as 8080"
            )
        return self

    @property
    def on_telegram(self) -> bool:
        return self.mode == "telegram" or (self.mode == "auto" and self.telegram_token is not None)

    @property
    def log_path(self) -> Path:
        return self.data / "log.sqlite3"


def load_settings() -> Settings:
    """The settings; SettingsError, one sentence, at the first that is wrong or misspelt."""
    try:
        _refuse_unknown(name for name in (*os.environ, *_names_in_the_file()) if _is_ours(name))
        return Settings()
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None  # its text would show the value: perhaps a secret
    except UnicodeDecodeError as error:
        raise SettingsError(f"{ENV_FILE} can't be read: byte {error.start} is no UTF-8") from None
    except OSError as error:
        raise SettingsError(f"{ENV_FILE} can't be read: {error.strerror}") from error


def _names_in_the_file() -> Iterator[str]:
    """Those that .env sets; SettingsError for what pydantic would pass over. Its lines may hold secrets: not shown."""
    try:
        content = Path(ENV_FILE).read_text("utf-8")
    except FileNotFoundError:
        return
    for key, value, original, faulty in parse_stream(io.StringIO(content)):
        blank_lines = original.string[: -len(original.string.lstrip())].count("\n")
        place = f"{ENV_FILE}, line {original.line + blank_lines}"
        if faulty:
            raise SettingsError(f"{place}: not of the form NAME=value, or a quote is not closed")
        if key and value is None and _is_ours(key):
            raise SettingsError(f"{place}: {key} has no = and no value")
        if key:
            yield key


def _is_ours(name: str) -> bool:
    return name.upper().startswith(PREFIX)


def _refuse_unknown(names: Iterable[str]) -> None:
    known = [field.upper() for field in Settings.model_fields]
    for name in names:
        if name.upper().removeprefix(PREFIX) not in known:
            nearest, *_ = process.extractOne(name.upper().removeprefix(PREFIX), known, scorer=fuzz.WRatio)
            raise SettingsError(f"There is no setting {name}; did you mean {PREFIX}{nearest}?")


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    message = first["msg"].removeprefix("Value error, ")
    if not first["loc"]:
        return message
    return f"{PREFIX}{str(first['loc'][0]).upper()}: {message[0].lower()}{message[1:]}"
