"""Are pseudonyms stable and keyed, and is their key made once and never lost in silence?"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from pydantic import SecretStr

from bot.querylog.errors import LogError
from bot.querylog.pseudonyms import KEY_BYTES, KEY_FILE, Pseudonyms, read_key

if TYPE_CHECKING:
    from pathlib import Path

ID = 7788990011


def test_a_pseudonym_never_changes() -> None:
    # Printed by: printf user:7788990011 | openssl dgst -sha256 -hmac key
    assert Pseudonyms(b"key").of("user", ID) == "306c94a3cdd1be94"


@pytest.mark.parametrize(
    "other",
    [
        Pseudonyms(b"another key").of("user", ID),
        Pseudonyms(b"key").of("chat", ID),
        Pseudonyms(b"key").of("user", ID + 1),
        Pseudonyms(b"key").of("user", -ID),
    ],
)
def test_key_kind_and_id_all_tell_pseudonyms_apart(other: str) -> None:
    assert other != Pseudonyms(b"key").of("user", ID)


def test_the_key_is_not_shown() -> None:
    assert "secret" not in repr(Pseudonyms(b"secret"))


def test_a_fingerprint_tells_keys_apart_and_is_no_pseudonym() -> None:
    # Printed by: printf fingerprint | openssl dgst -sha256 -hmac key
    assert Pseudonyms(b"key").fingerprint == "8683ad46979ffe4f"
    assert Pseudonyms(b"another key").fingerprint != Pseudonyms(b"key").fingerprint


def test_the_key_is_made_once_for_its_owner_alone(path: Path) -> None:
    folder = path.parent
    key = read_key(folder, path)
    assert len(key) == KEY_BYTES
    assert (folder / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert [file.name for file in folder.iterdir()] == [KEY_FILE]
    path.touch()
    assert read_key(folder, path) == key


def test_two_logs_have_two_keys(tmp_path: Path, path: Path) -> None:
    assert read_key(tmp_path / "one", path) != read_key(tmp_path / "two", path)


def test_bots_that_start_together_share_one_key(path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: read_key(path.parent, path), range(8)))
    assert len(set(keys)) == 1
    assert [file.name for file in path.parent.iterdir()] == [KEY_FILE]


@pytest.mark.parametrize("configured", ["from the settings", SecretStr("from the settings")])
def test_a_configured_key_wins(path: Path, configured: SecretStr | str) -> None:
    read_key(path.parent, path)
    path.touch()
    assert read_key(path.parent, path, configured) == b"from the settings"


def test_a_configured_key_needs_no_file(path: Path) -> None:
    read_key(path.parent, path, "configured")
    assert not path.parent.exists()


@pytest.mark.parametrize("configured", [None, "", SecretStr("")])
def test_a_log_that_lost_its_key_is_refused(path: Path, configured: SecretStr | str | None) -> None:
    path.parent.mkdir()
    path.touch()
    with pytest.raises(LogError, match=r"is missing beside the query log .* restore it from a backup"):
        read_key(path.parent, path, configured)
    assert not (path.parent / KEY_FILE).exists()


@pytest.mark.parametrize("content", [b"", b"00ff", b"\xff\xfe", b"no hexadecimal digits at all"])
def test_a_damaged_key_is_refused(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    (path.parent / KEY_FILE).write_bytes(content)
    with pytest.raises(LogError, match="is damaged"):
        read_key(path.parent, path)


def test_a_folder_that_cannot_be_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LogError, match="cannot be used"):
        read_key(tmp_path / "file" / "data", tmp_path / "log.sqlite3")
