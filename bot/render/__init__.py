"""What readers see: pure functions from values to Telegram HTML."""
