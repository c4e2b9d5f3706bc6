"""The talks command."""


def main() -> None: ...
