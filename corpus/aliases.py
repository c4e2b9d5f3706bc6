"""Which names has the operator declared to be one?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

MAX_BYTES = 1_000_000
"""Some twenty thousand names; YAML takes seconds for more."""
_LINE = "`Sergei Ryabkov: [Rjabkow, Sergey Ryabkov]`"


class AliasError(Exception):
    """A file of names that can't be used; its text is one sentence that says why."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """The operator's own list of speakers and their names."""

    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A speaker's name, and the other names that articles use."""


def read_aliases(path: Path) -> Aliases:
    """Read `speakers.yaml`; no file, no aliases. AliasError where it can't be used."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Aliases()
    except OSError as error:
        raise AliasError(f"{path.name} can't be read ({error.strerror}).") from error
    if len(data) > MAX_BYTES:
        raise AliasError(f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB.")
    try:
        return parse_aliases(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise AliasError(f"{path.name} is not UTF-8 (byte {error.start}).") from error
    except AliasError as error:
        raise AliasError(f"{path.name} {error}") from error


def parse_aliases(text: str) -> Aliases:
    """Read lines of `Name: [other name, …]`. AliasError's sentence lacks its subject, the file."""
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        raise AliasError(f"is not valid YAML: {error.problem}{_at(error.problem_mark)}.") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise AliasError("is not valid YAML.") from error
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise AliasError(f"holds no lines like {_LINE}.")
    pairs = root.value if root else ()
    return Aliases(_refuse_doubles([(_read_name(name), tuple(_read_names(others))) for name, others in pairs]))


def _at(mark: yaml.Mark | None) -> str:
    return f", line {mark.line + 1}" if mark else ""


def _read_names(node: yaml.Node) -> Iterator[str]:
    """One name, or a list of names."""
    nodes: Iterable[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else (node,)
    return map(_read_name, nodes)


def _read_name(node: yaml.Node) -> str:
    name = " ".join(node.value.split()) if isinstance(node, yaml.ScalarNode) else ""
    if not name:
        raise AliasError(f"has something else than a name{_at(node.start_mark)}; its lines look like {_LINE}.")
    return name


def _refuse_doubles(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """A name that stands for two speakers, or is explained twice, would quietly lose one of them."""
    meant: dict[str, str] = {}
    spellings: dict[str, tuple[str, ...]] = {}
    for name, others in pairs:
        if name in spellings:
            raise AliasError(f"explains {name!r} twice.")
        spellings[name] = others
        for other in (name, *others):
            if meant.setdefault(other.casefold(), name) != name:
                raise AliasError(f"gives {other!r} to both {meant[other.casefold()]!r} and {name!r}.")
    return spellings
