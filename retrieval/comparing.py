"""Is a judged question answered better than before, or worse? By what its reader is shown, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.models import Citation
from retrieval.answer import Answer
from retrieval.gold import ANSWERS, GoldQuestion, Place, Shown
from retrieval.retriever import RetrieverError

Change = Literal["better", "worse", "same", "unjudged"]

_REFUSED, _WRONG = (1, 0, 0), (0, 0, 0)
"""To answer with a passage that doesn't is worse than to say that the articles don't tell."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A judged question, before and after."""

    gold: GoldQuestion
    before: Shown
    after: Shown

    @property
    def change(self) -> Change:
        """Unjudged: other passages than before are shown, and nobody judged them."""
        before, after = _worth(self.gold, self.before), _worth(self.gold, self.after)
        if self.before == self.after or (before == after is not None):
            return "same"
        if before is None or after is None:
            if after is None and before is not None and before > _REFUSED:
                return "worse"
            return "better" if after is not None and after > _REFUSED else "unjudged"
        return "better" if after > before else "worse"


@dataclass(frozen=True, slots=True)
class Comparison:
    """All questions that were asked before and after."""

    questions: tuple[Compared, ...]

    def of(self, change: Change) -> list[Compared]:
        return [question for question in self.questions if question.change == change]

    def count(self, change: Change) -> int:
        return len(self.of(change))

    def __str__(self) -> str:
        """“31 judged: 1 better, 0 worse”."""
        unjudged = f", {self.count('unjudged')} not judged yet" if self.count("unjudged") else ""
        return f"{len(self.questions)} judged: {self.count('better')} better, {self.count('worse')} worse{unjudged}"


def compare(before: Mapping[int, Shown], after: Mapping[int, Shown], gold: Iterable[GoldQuestion]) -> Comparison:
    """The questions that both hold, by their line in the gold file."""
    both = (question for question in gold if question.line in before and question.line in after)
    return Comparison(tuple(Compared(question, before[question.line], after[question.line]) for question in both))


def shown_by(answer: Answer) -> Shown:
    """RetrieverError where the engine is down: that is no refusal."""
    if answer.outcome == "unavailable":
        raise RetrieverError("The search engine can't be asked")
    return Shown(answer.outcome == "answered", tuple(place_of(hit.citation) for hit in answer.hits))


def place_of(citation: Citation) -> Place:
    return citation.article.id, citation.span


def _worth(gold: GoldQuestion, shown: Shown) -> tuple[int, int, int] | None:
    """The more, the better: how early the first passage comes that answers, and how well; None if nobody judged it."""
    if not shown.answered:
        return _REFUSED
    if not gold.should_answer:
        return _WRONG
    grades = [gold.grade(*place) for place in shown.places]
    for rank, grade in enumerate(grades, 1):
        if grade is not None and grade >= ANSWERS:
            return 2, -rank, grade
    return None if None in grades else _WRONG
