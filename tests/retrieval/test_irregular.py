"""Is the table of irregular forms sound?"""

from __future__ import annotations

import pytest

from retrieval.analysis import analyze
from retrieval.irregular import BASE_FORMS


@pytest.mark.parametrize(("form", "base"), BASE_FORMS.items())
def test_a_form_gives_the_term_of_its_base(form: str, base: str) -> None:
    assert analyze(form) == analyze(base)


def test_no_base_is_a_form_itself() -> None:
    assert set(BASE_FORMS.values()).isdisjoint(BASE_FORMS)


@pytest.mark.parametrize("text", ["led", "met", "began", "said", "fell", "people", "crises"])
def test_forms_of_the_news_are_there(text: str) -> None:
    assert text in BASE_FORMS
