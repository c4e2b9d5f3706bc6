"""What can stop a command, and with which exit code?

TalksError            1   failed
├── SettingsError     2   a wrong setting or argument
└── LogError          1   the query log cannot be used
"""

from __future__ import annotations


class TalksError(Exception):
    """Stops a command; its text is one clear sentence for the operator."""

    exit_code = 1


class SettingsError(TalksError):
    exit_code = 2
