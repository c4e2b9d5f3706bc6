"""What a chat was about last: kept in memory, bounded, forgotten after a while."""
