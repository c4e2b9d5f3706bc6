"""The bot over HTTP: where Telegram delivers, and where its operators look."""
