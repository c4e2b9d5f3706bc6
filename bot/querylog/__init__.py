"""What was asked, and what was answered? One SQLite file, written by the bot, read by operators."""
