"""Is the operator's list of names read, and a wrong one explained?"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.aliases import MAX_BYTES, AliasError, Aliases, parse_aliases, read_aliases


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("", {}),
        ("# none yet\n", {}),
        ("Sergei Ryabkov: [Rjabkow, Sergey Ryabkov]", {"Sergei Ryabkov": ("Rjabkow", "Sergey Ryabkov")}),
        ("Kremlin:\n  - Russian  government\nA: B", {"Kremlin": ("Russian government",), "A": ("B",)}),
        ("No: [On, 12]", {"No": ("On", "12")}),
        ("A: []", {"A": ()}),
    ],
)
def test_names_are_read(text: str, spellings: dict[str, tuple[str, ...]]) -> None:
    assert parse_aliases(text) == Aliases(spellings)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sergei Ryabkov", "holds no lines like `Sergei Ryabkov: [Rjabkow, Sergey Ryabkov]`."),
        ("- A\n- B", "holds no lines like `Sergei Ryabkov: [Rjabkow, Sergey Ryabkov]`."),
        ("A:", "has something else than a name, line 1; its lines look like"),
        ("A: [B]\nC: {D: E}", "has something else than a name, line 2; its lines look like"),
        ("A: [[B]]", "has something else than a name, line 1; its lines look like"),
        ("A: [B", "is not valid YAML: expected ',' or ']', but got '<stream end>', line 1."),
        ("A: \x00", "is not valid YAML."),
        ("A: [B]\nA: [C]", "explains 'A' twice."),
        ("A: [B]\nC: [b]", "gives 'b' to both 'A' and 'C'."),
        ("[" * 5000, "is not valid YAML"),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(AliasError) as error:
        parse_aliases(text)
    assert str(error.value).startswith(said)
    assert "\n" not in str(error.value)


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "speakers.yaml"
    assert read_aliases(path) == Aliases()
    path.write_text("Sergei Ryabkov: Рябков", encoding="utf-8-sig")
    assert read_aliases(path) == Aliases({"Sergei Ryabkov": ("Рябков",)})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"A: [B", "speakers.yaml is not valid YAML: expected"),
        (b"A: \xff", "speakers.yaml is not UTF-8 (byte 3)."),
        (b"#" * (MAX_BYTES + 1), "speakers.yaml is larger than 1 MB."),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "speakers.yaml"
    path.write_bytes(data)
    with pytest.raises(AliasError) as error:
        read_aliases(path)
    assert str(error.value).startswith(said)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(AliasError, match="can't be read"):
        read_aliases(tmp_path)


@given(st.text() | st.lists(st.sampled_from("A B : [ ] , - & * { } ! | > \n".split(" "))).map(" ".join))
def test_any_text_is_read_or_explained(text: str) -> None:
    with suppress(AliasError):
        assert all(name and name == " ".join(name.split()) for name in parse_aliases(text).spellings)
