"""When? Time expressions and the calendar days that they mean."""

from corpus.times.find import find_times, read_times
from corpus.times.rules import MEANINGS, Rule

__all__ = ["MEANINGS", "Rule", "find_times", "read_times"]
