"""Is what is found in the seeds what a careful reader would find, and are they served as they were given?"""

from __future__ import annotations

import hashlib

import pytest

from corpus.models import Article
from tests.corpus.golden import FOLDER, golden_file, seeds, show_article

SHA256 = {
    "000_97547d76f44c41df": "eee598583b8701651c2613c3ba27bbcbce213818a7853363f3d6d3a925c69789",
    "002_02ad2f46d24ee265": "ef575693ebf461636fc96b30bb526b78ee9a853b97e16b1ef552e490f931a6df",
}


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.id)
def test_the_passages_are_those_of_the_golden_file(seed: Article) -> None:
    assert show_article(seed) == golden_file(seed.id).read_bytes().decode()


def test_every_golden_file_has_its_seed() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {seed.id for seed in seeds()} == set(SHA256)


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.id)
def test_the_text_is_the_given_one_to_the_byte(seed: Article) -> None:
    assert hashlib.sha256(seed.text.encode()).hexdigest() == SHA256[seed.id]
