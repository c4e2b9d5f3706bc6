"""The bot under faults: `python -m tests.faults`."""
