from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import PREFIX, Settings, load_settings

TOKEN = "123456:" + "A" * 35
NOBODY = 65534


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in os.environ:
        if name.upper().startswith((PREFIX, "XDG_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@contextmanager
def as_nobody() -> Iterator[None]:
    """File permissions hold for root too, for whom they don't otherwise."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


def refusal() -> str:
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert refused.value.exit_code == 2
    sentence = str(refused.value)
    assert "\n" not in sentence
    return sentence


def test_without_settings_there_are_the_defaults(home: Path) -> None:
    settings = load_settings()
    assert settings.model_dump() == {
        "mode": "auto",
        "telegram_token": None,
        "api_url": None,
        "simulator_port": 8081,
        "data": home / ".local" / "share" / "talks",
        "articles": None,
        "semantic": "auto",
        "pseudonym_key": None,
        "operators": (),
        "retention_days": 180,
        "listen": None,
        "webhook_url": None,
        "log_format": "text",
    }
    assert settings.log_path == home / ".local" / "share" / "talks" / "log.sqlite3"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("MODE", "webhook", "TALKS_MODE: input should be 'auto', 'telegram' or 'simulator'"),
        ("MODE", "telegram", "TALKS_MODE is telegram, but TALKS_TELEGRAM_TOKEN is not set"),
        ("SIMULATOR_PORT", "99999", "TALKS_SIMULATOR_PORT: input should be less than or equal to 65535"),
        ("SIMULATOR_PORT", "-1", "TALKS_SIMULATOR_PORT: input should be greater than or equal to 0"),
        ("SIMULATOR_PORT", "http", "TALKS_SIMULATOR_PORT: input should be a valid integer"),
        ("SEMANTIC", "on", "TALKS_SEMANTIC: input should be 'auto' or 'off'"),
        ("OPERATORS", "7, ann", "TALKS_OPERATORS: input should be a valid integer"),
        ("LOG_FORMAT", "xml", "TALKS_LOG_FORMAT: input should be 'text' or 'json'"),
        *(
            ("LISTEN", place, "TALKS_LISTEN: is neither PORT nor HOST:PORT")
            for place in ("http", "65536", ":8080", "localhost", "localhost:", "127.0.0.1:http", "8080:")
        ),
        ("WEBHOOK_URL", "bot.example.org", "TALKS_WEBHOOK_URL: is no http address"),
        ("WEBHOOK_URL", "https://bot.example", "TALKS_WEBHOOK_URL is set, so TALKS_LISTEN must say where the proxy "),
        ("RETENTION_DAYS", "0", "TALKS_RETENTION_DAYS: input should be greater than or equal to 1"),
        ("RETENTION_DAYS", "forever", "TALKS_RETENTION_DAYS: input should be a valid integer"),
        ("DATA", "~nobody-of-that-name/talks", "TALKS_DATA: names a home folder that there is not"),
        ("ARTICLES", "~nobody-of-that-name", "TALKS_ARTICLES: names a home folder that there is not"),
        *(
            ("API_URL", url, "TALKS_API_URL: is no http address")
            for url in (
                *("localhost:8081", "ftp://a", "http://", "http://[::1", "http://a:port", "http://a:0"),
                *("http://a b", "http://a/?q", "http://a/#f", "http://a:99999"),
            )
        ),
    ],
)
@pytest.mark.parametrize("place", ["environment", ".env"])
def test_a_wrong_value_is_one_sentence_that_names_the_setting(
    monkeypatch: pytest.MonkeyPatch, place: str, name: str, value: str, sentence: str
) -> None:
    _set(monkeypatch, place, f"{PREFIX}{name}", value)
    assert refusal().startswith(sentence)


def test_without_a_home_the_data_folder_must_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nowhere)
    assert refusal() == "There is no home folder to keep the log in; set TALKS_DATA"
    monkeypatch.setenv("TALKS_DATA", "/data")
    assert load_settings().data == Path("/data")


@pytest.mark.parametrize("secret", ["hunter2secret", TOKEN[:-20], TOKEN + "?", "bot" + TOKEN, TOKEN.replace(":", "")])
def test_a_secret_is_not_shown(monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    monkeypatch.setenv("TALKS_TELEGRAM_TOKEN", secret)
    assert refusal() == "TALKS_TELEGRAM_TOKEN: is no Telegram token (digits, a colon, at least 30 letters)"


@pytest.mark.parametrize("key", ["a", "hunter2-secrets"])
def test_a_key_that_can_be_guessed_is_refused(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    monkeypatch.setenv("TALKS_PSEUDONYM_KEY", key)
    assert refusal() == "TALKS_PSEUDONYM_KEY: is too short; it takes at least 16 characters"
    monkeypatch.setenv("TALKS_PSEUDONYM_KEY", key.ljust(16, "x"))
    assert load_settings().pseudonym_key


def test_secrets_are_not_shown_by_mistake_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALKS_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("TALKS_PSEUDONYM_KEY", "hunter2secret and more")
    shown = repr(load_settings()) + str(load_settings()) + load_settings().model_dump_json()
    assert TOKEN not in shown
    assert "hunter2secret" not in shown


@pytest.mark.parametrize("place", ["environment", ".env"])
@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("TALKS_TELEGRAM_TOKN", "TALKS_TELEGRAM_TOKEN"),
        ("TALKS_TOKEN", "TALKS_TELEGRAM_TOKEN"),
        ("TALKS_DATE", "TALKS_DATA"),
        ("TALKS_PORT", "TALKS_SIMULATOR_PORT"),
        ("TALKS_RETENTION", "TALKS_RETENTION_DAYS"),
        ("talks_modus", "TALKS_MODE"),
        ("TALKS_", "TALKS_"),
    ],
)
def test_a_misspelt_name_is_refused_with_the_nearest(
    monkeypatch: pytest.MonkeyPatch, place: str, name: str, nearest: str
) -> None:
    _set(monkeypatch, place, name, "hunter2secret")
    sentence = refusal()
    assert sentence.startswith(f"There is no setting {name}; did you mean {nearest}")
    assert "hunter2secret" not in sentence


def test_settings_of_others_are_left_alone(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("TALK_MODE", "x")
    (home / ".env").write_text("COMPOSE_PROJECT_NAME=x\nTALKSMODE=y\nDEBUG\n", "utf-8")
    assert load_settings().mode == "auto"


def test_the_env_file_of_the_working_directory_is_read(home: Path) -> None:
    (home / ".env").write_text(f"# mine\nTALKS_TELEGRAM_TOKEN={TOKEN}\n\nTALKS_RETENTION_DAYS='7'\n", "utf-8")
    settings = load_settings()
    assert settings.telegram_token
    assert settings.telegram_token.get_secret_value() == TOKEN
    assert settings.retention_days == 7


def test_the_environment_is_stronger_than_the_file(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    (home / ".env").write_text("TALKS_RETENTION_DAYS=7\nTALKS_SIMULATOR_PORT=9000", "utf-8")
    monkeypatch.setenv("TALKS_RETENTION_DAYS", "8")
    settings = load_settings()
    assert (settings.retention_days, settings.simulator_port) == (8, 9000)


FAULTY = "not of the form NAME=value, or a quote is not closed"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("garbage hunter2secret here", f"line 1: {FAULTY}"),
        ("# mine\n\nTALKS_MODE=auto\n\n  \ngarbage hunter2secret here\n", f"line 6: {FAULTY}"),
        ("TALKS_MODE=auto\r\n\r\n=hunter2secret", f"line 3: {FAULTY}"),
        ('TALKS_RETENTION_DAYS="30', f"line 1: {FAULTY}"),
        ("TALKS_MODE=auto\nTALKS_PSEUDONYM_KEY='hunter2secret\nTALKS_DATA=/data\n", f"line 2: {FAULTY}"),
        ("TALKS_DATA=/data\nTALKS_MODE\n", "line 2: TALKS_MODE has no = and no value"),
        ("export talks_mode # hunter2secret", "line 1: talks_mode has no = and no value"),
    ],
)
def test_a_line_that_sets_nothing_is_one_sentence(home: Path, content: str, sentence: str) -> None:
    (home / ".env").write_bytes(content.encode())
    assert refusal() == f".env, {sentence}"


def test_a_folder_in_the_place_of_the_file_is_one_sentence(home: Path) -> None:
    (home / ".env").mkdir()
    assert refusal() == ".env can't be read: Is a directory"


@pytest.mark.parametrize("content", [b"TALKS_MODE=\xff\xfe", "TALKS_MODE=auto".encode("utf-16")])
def test_a_file_that_is_no_utf_8_is_one_sentence(home: Path, content: bytes) -> None:
    (home / ".env").write_bytes(content)
    assert refusal().startswith(".env can't be read: byte ")


def test_a_file_that_may_not_be_read_is_one_sentence(home: Path) -> None:
    (home / ".env").write_text("TALKS_MODE=simulator", "utf-8")
    (home / ".env").chmod(0)
    with as_nobody():
        assert refusal() == ".env can't be read: Permission denied"


def test_the_file_made_from_the_example_changes_nothing(home: Path) -> None:
    example = Path(__file__).parents[2] / ".env.example"
    before = load_settings()
    (home / ".env").write_bytes(example.read_bytes())
    assert load_settings() == before


@pytest.mark.parametrize("name", [field.upper() for field in Settings.model_fields])
@pytest.mark.parametrize("place", ["environment", ".env"])
def test_empty_is_unset(monkeypatch: pytest.MonkeyPatch, place: str, name: str) -> None:
    before = load_settings()
    _set(monkeypatch, place, f"{PREFIX}{name}", "")
    assert load_settings() == before


@pytest.mark.parametrize(
    ("written", "operators"),
    [
        ("7", (7,)),
        ("7,8", (7, 8)),
        (" 7, 8 ,", (7, 8)),
        ("7 8", (7, 8)),
        ("7;8", (7, 8)),
        ("[7, 8]", (7, 8)),
        ("-1001", (-1001,)),
        ("9007199254740993", (9007199254740993,)),
    ],
)
def test_operators_in_any_form(monkeypatch: pytest.MonkeyPatch, written: str, operators: tuple[int, ...]) -> None:
    monkeypatch.setenv("TALKS_OPERATORS", written)
    assert load_settings().operators == operators


@pytest.mark.parametrize(
    ("mode", "token", "on_telegram"),
    [
        ("auto", "", False),
        ("auto", TOKEN, True),
        ("telegram", TOKEN, True),
        ("simulator", "", False),
        ("simulator", TOKEN, False),
    ],
)
def test_where_the_bot_runs(monkeypatch: pytest.MonkeyPatch, mode: str, token: str, *, on_telegram: bool) -> None:
    monkeypatch.setenv("TALKS_MODE", mode)
    monkeypatch.setenv("TALKS_TELEGRAM_TOKEN", token)
    assert load_settings().on_telegram is on_telegram


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
        ("http://127.0.0.1:8081/", "http://127.0.0.1:8081"),
        ("https://bots.example/api/", "https://bots.example/api"),
        ("http://[::1]:8081", "http://[::1]:8081"),
    ],
)
def test_an_address(monkeypatch: pytest.MonkeyPatch, url: str, kept: str) -> None:
    monkeypatch.setenv("TALKS_API_URL", url)
    assert load_settings().api_url == kept


@pytest.mark.parametrize(
    ("written", "host", "port"),
    [
        ("8080", "127.0.0.1", 8080),
        ("0", "127.0.0.1", 0),
        ("0.0.0.0:8080", "0.0.0.0", 8080),  # noqa: S104 - what a container needs
        ("localhost:80", "localhost", 80),
        ("[::1]:8080", "::1", 8080),
    ],
)
def test_a_place_to_listen(monkeypatch: pytest.MonkeyPatch, written: str, host: str, port: int) -> None:
    monkeypatch.setenv("TALKS_LISTEN", written)
    assert load_settings().listen == (host, port)


@pytest.mark.parametrize("url", ["https://bot.example", "https://bot.example/", "http://127.0.0.1:8080"])
def test_a_webhook_has_an_address_and_a_place_to_listen(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("TALKS_WEBHOOK_URL", url)
    monkeypatch.setenv("TALKS_LISTEN", "8080")
    assert load_settings().webhook_url == url.rstrip("/")


@pytest.mark.parametrize(
    ("share", "data"),
    [("", ".local/share/talks"), ("relative", ".local/share/talks"), ("/srv/share", "/srv/share/talks")],
)
def test_data_is_kept_where_xdg_says(monkeypatch: pytest.MonkeyPatch, home: Path, share: str, data: str) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", share)
    assert load_settings().data == home / data


@pytest.mark.parametrize(("written", "expected"), [("~/talks", "talks"), ("~", ""), ("/srv/talks", "/srv/talks")])
@pytest.mark.parametrize("name", ["DATA", "ARTICLES"])
def test_a_folder_may_be_in_the_home(
    monkeypatch: pytest.MonkeyPatch, home: Path, name: str, written: str, expected: str
) -> None:
    monkeypatch.setenv(f"{PREFIX}{name}", written)
    assert getattr(load_settings(), name.lower()) == home / expected


def test_a_relative_folder_is_in_the_working_directory(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("TALKS_DATA", "here")
    assert load_settings().data.resolve() == home / "here"


def _set(monkeypatch: pytest.MonkeyPatch, place: str, name: str, value: str) -> None:
    if place == "environment":
        monkeypatch.setenv(name, value)
    else:
        Path(".env").write_text(f"{name}={value}\n" if " " not in value else f'{name}="{value}"\n', "utf-8")
