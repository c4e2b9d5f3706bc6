"""Measures side by side with peers: `make bench`."""
