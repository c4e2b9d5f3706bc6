"""Who is quoted with which words? The steps: scan, frames, claims, conversation, attribution."""

from corpus.quotes.confidence import SURE
from corpus.quotes.find import find_quotes

__all__ = ["SURE", "find_quotes"]
