"""Updates that are not yet answered, on disk."""
