"""What was written: articles, their passages, and exact citations of them."""
