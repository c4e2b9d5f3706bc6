"""How does Telegram behave? A strict local Bot API server with a chat page, for demos without a token and for tests."""
