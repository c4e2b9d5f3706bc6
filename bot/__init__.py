"""Who is asking: Telegram, the command line, the query log."""

__version__ = "0.1.0"
