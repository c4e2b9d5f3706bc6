"""The bot's face on Telegram."""
