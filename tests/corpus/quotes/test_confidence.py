from __future__ import annotations

import re
from pathlib import Path

import pytest

import corpus.quotes
from corpus.quotes import SURE
from corpus.quotes.confidence import PRIOR_FOUND, PRIOR_RIGHT, RIGHT_OF_FOUND, confidence


def test_every_rule_has_its_evidence_and_every_evidence_its_rule() -> None:
    sources = Path(corpus.quotes.__file__).parent.glob("*.py")
    code = "".join(path.read_text("utf-8") for path in sources if path.name != "confidence.py")
    named = {rule for rule in RIGHT_OF_FOUND if f'"{rule}"' in code}
    assert named == set(RIGHT_OF_FOUND)
    assert {*re.findall(r'\.again\("([\w-]+)"\)', code), *re.findall(r'"(reported-\w+)"', code)} <= named


@pytest.mark.parametrize("rule", [*RIGHT_OF_FOUND, "never heard of"])
def test_a_confidence_lies_between_the_share_and_the_prior(rule: str) -> None:
    right, found = RIGHT_OF_FOUND.get(rule, (0, 0))
    assert right <= found
    prior = PRIOR_RIGHT / PRIOR_FOUND
    share = right / found if found else prior
    assert min(share, prior) - 0.001 <= confidence(rule) <= max(share, prior) + 0.001


@pytest.mark.parametrize(
    ("rule", "sure"),
    [("X-said", True), ("said-X", True), ("carried", True), ("sentence-subject", False), ("paragraph-before", False)],
)
def test_the_bar_parts_what_a_verb_says_from_what_is_guessed(rule: str, *, sure: bool) -> None:
    assert (confidence(rule) >= SURE) == sure
