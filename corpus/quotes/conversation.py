"""Who speaks where a quotation's own sentence may not say so?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.quotes.claims import (
    Claim,
    cheapest,
    claims_from_next,
    claims_of,
    introduction,
    sentence_subject,
    signature,
)
from corpus.quotes.frames import Frame
from corpus.quotes.scan import Marked

SAME_SENTENCE = 2.0
"""A claim that costs more gives way to whoever spoke in the same sentence before."""


class Conversation:
    """Goes through an article's paragraphs and remembers who spoke last."""

    def __init__(self) -> None:
        self._last: Claim | None = None
        self._before: Frame | None = None
        """The last sentence of the paragraph before."""

    def paragraph(
        self, frames: Sequence[Frame], marks: Sequence[Marked], following: Sequence[Frame]
    ) -> Iterator[tuple[Frame, Marked, Claim | None]]:
        """Each quotation of a paragraph with who said it; `following` are the sentences of the next paragraph."""
        said: Claim | None = None
        for number, frame in enumerate(frames):
            for position in frame.quotes:
                mark = marks[frame.tokens[position].quote]
                claim = cheapest(claims_of(frame, position))
                if said and claim and claim.cost > SAME_SENTENCE and position != frame.quotes[0]:
                    claim = said.again("same-sentence")
                elif claim is None:
                    claim = self._carry(frames, number, position, said, continues=mark.continues)
                    claim = claim or self._carry_over(frames, following)
                said = claim or said
                self._last = claim or self._last
                yield frame, mark, claim
        self._before = frames[-1] if frames else self._before

    def _carry(
        self, frames: Sequence[Frame], number: int, position: int, said: Claim | None, *, continues: bool
    ) -> Claim | None:
        """From the same sentence, or those around it in the paragraph."""
        frame = frames[number]
        if not frame.is_bare:
            if said:
                return said.again("same-sentence" if position != frame.quotes[0] else "carried-mixed")
            return sentence_subject(frame, position)
        if continues and self._last:
            return self._last.again("continued")
        if number + 1 < len(frames) and (found := claims_from_next(frame, frames[number + 1])):
            return found
        if number == 0:
            return said.again("carried") if said else None
        before = frames[number - 1]
        return said.again("carried") if said and before.quotes else introduction(before, "sentence-before")

    def _carry_over(self, frames: Sequence[Frame], following: Sequence[Frame]) -> Claim | None:
        """From the paragraph before, or a signature below."""
        before = self._before
        if before and before.ends_with(":"):
            return introduction(before, "colon")
        if len(frames) == 1 and following and (found := signature(following[0])):
            return found
        if before and not before.quotes:
            return sentence_subject(before, len(before.tokens), "paragraph-before")
        return self._last.again("carried-over") if self._last else None
