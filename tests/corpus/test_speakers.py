"""To whom do the words of a mention point within one article?"""

from __future__ import annotations

import re

import pytest

from corpus.clean import find_body
from corpus.models import Article, Attribution, Span
from corpus.quotes.scan import scan_paragraphs
from corpus.sentences import find_passages
from corpus.speakers.cast import Cast
from corpus.speakers.names import names_in
from corpus.speakers.roles import find_role


def attribute(text: str, *mentions: str) -> Attribution:
    """Who the last mention is; it is the last of its words, and the others are asked for before it."""
    passages = [one for one in find_passages(Article("talks", text), find_body(text)) if one.kind == "prose"]
    quoted = [mark.span for marks in scan_paragraphs(text, [Span(0, len(text))]) for mark in marks]
    cast = Cast(text, [passage.span for passage in passages], quoted)
    spans = [Span(match.start(1), match.end(1)) for match in (_last(text, mention) for mention in mentions)]
    return [cast.attribute(span) for span in spans][-1]


def _last(text: str, mention: str) -> re.Match[str]:
    *_, last = re.finditer(rf"(?<!\w)({re.escape(mention)})(?!\w)", text)
    return last


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("US Secretary of State Antony Blinken came.", [("Antony", "Blinken")]),
        ("Deputy Foreign\xa0Minister Sergei Ryabkov came.", [("Sergei", "Ryabkov")]),
        ("Ursula von der Leyen met Martin O’Malley.", [("Ursula", "von", "der", "Leyen"), ("Martin", "O’Malley")]),
        ("Iowa State University’s Ann Moss came.", [("Ann", "Moss")]),
        ("On Monday, J. D. Moss Jr. came.", [("J.", "D.", "Moss", "Jr")]),
        ("But in Geneva it rained.", []),
    ],
)
def test_names_without_the_titles_before_them(text: str, names: list[tuple[str, ...]]) -> None:
    found = [named.words for named in names_in(text, Span(0, len(text)))]
    assert found == names


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Antony Blinken came. Blinken said so.", "Blinken", "Antony Blinken"),
        ("Antony Blinken came. Mr. Blinken said so.", "Mr. Blinken", "Antony Blinken"),
        ("Antony John Blinken came, Antony Blinken left. Blinken said so.", "Blinken", "Antony John Blinken"),
        ("Eric Moss came. Ann Moss came with Ann Moss. Moss said so.", "Moss", "Ann Moss"),
        ("Eric Moss came. Ann Moss came with Ann Moss. Mr. Moss said so.", "Mr. Moss", "Eric Moss"),
        ("Crooked Moss left with Ann Moss. Moss said so.", "Moss", "Ann Moss"),
        ("Sergei Ryabkov came. Minister Wendy Sherman Ryabkov came. Sherman said so.", "Sherman", "Wendy Sherman"),
        ("Hillary Vane came. Hillary said so.", "Hillary", "Hillary Vane"),
        ("Sanders came late. Sanders said so.", "Sanders", "Sanders"),
    ],
)
def test_a_name_stands_for_its_fullest_form(text: str, mention: str, name: str) -> None:
    found = attribute(text, mention)
    assert (found.name, found.kind) == (name, "person")


@pytest.mark.parametrize(
    ("text", "mentions", "name"),
    [
        ("Ana Lopez came late. “We wait,” she said.", ["she"], "Ana Lopez"),
        ("Ana Lopez met Ben Hall. “We wait,” he said.", ["he"], "Ben Hall"),
        ("Ben Hall met Carl Moss. “We wait,” he said.", ["he"], "Ben Hall"),
        ("Ben Hall came. He met Carl Moss. “We wait,” he said.", ["he"], "Ben Hall"),
        ("Ben Hall’s aides met Carl Moss. “We wait,” he said.", ["he"], "Carl Moss"),
        ("Ben Hall came. “I met Carl Moss,” a guest said. “Oh,” he said.", ["he"], "Ben Hall"),
        ("Ben Hall came with Carl Moss. “We wait,” he told Ben Hall.", ["he"], "Carl Moss"),
        ("Ben Hall came. “We wait,” said Carl Moss. “We do,” he added.", ["Carl Moss", "he"], "Carl Moss"),
        ("Ms. Vane came with Ben Hall. “We wait,” she said.", ["she"], "Vane"),
        ("Carl Moss met Ana Lopez, who said so.", ["who"], "Ana Lopez"),
        ("Rain fell in Geneva. “We wait,” he said.", ["he"], "he"),
    ],
)
def test_a_pronoun_means_whom_the_sentences_before_speak_of(text: str, mentions: list[str], name: str) -> None:
    assert attribute(text, *mentions).name == name


@pytest.mark.parametrize(
    ("text", "mention", "name", "kind"),
    [
        ("Foreign Minister Ana Lopez came. So said the minister.", "the minister", "Ana Lopez", "person"),
        ("Secretary of State Ana Lopez came. So said the minister.", "the minister", "Ana Lopez", "person"),
        ("Sen. Ana Lopez came. So said the Ohio senator.", "the Ohio senator", "Ana Lopez", "person"),
        ("So said the Russian government.", "the Russian government", "Russian government", "organisation"),
        ("So said the State Department.", "the State Department", "State Department", "organisation"),
        ("So said Moscow.", "Moscow", "Moscow", "organisation"),
        ("So said a US government official.", "a US government official", "US government official", "anonymous"),
        ("Ana Lopez came. So said an aide of hers.", "an aide", "aide", "anonymous"),
        ("Ana Lopez came. So said aides to Ana Lopez.", "aides to Ana Lopez", "aides to Ana Lopez", "anonymous"),
        ("Ana Lopez came. So said Ana Lopez’s aides.", "Ana Lopez’s aides", "Ana Lopez’s aides", "anonymous"),
        ("So said a spokesman for the Kremlin.", "a spokesman for the Kremlin", "Kremlin", "organisation"),
        ("So said Moss campaign spokeswoman Ann Vane.", "Moss campaign spokeswoman Ann Vane", "Ann Vane", "person"),
    ],
)  # fmt: skip
def test_persons_bodies_and_sources_without_a_name(text: str, mention: str, name: str, kind: str) -> None:
    found = attribute(text, mention)
    assert (found.name, found.kind) == (name, kind)


def test_a_source_without_a_name_has_its_fullest_phrase() -> None:
    text = "So said a senior administration official. Later the official went home."
    assert attribute(text, "a senior administration official", "the official").name == "senior administration official"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("US Secretary of\xa0State Ana Lopez came.", "US Secretary of State"),
        ("On Monday, Deputy Foreign Minister Ana Lopez came.", "Deputy Foreign Minister"),
        ("Ana Lopez, chairman of the Ohio party, came.", "chairman of the Ohio party"),
        ("Ana Lopez, 41, a lawyer from Rome, came.", "lawyer from Rome"),
        ("Moss campaign spokeswoman Ana Lopez came.", "Moss campaign spokeswoman"),
        ("Ana Lopez, who met a lawyer, came.", None),
        ("Ms. Ana Lopez came.", None),
        ("Then Ana Lopez came.", None),
    ],
)
def test_the_role_is_what_the_article_calls_somebody(text: str, role: str | None) -> None:
    start = text.index("Ana Lopez")
    assert find_role(text, [Span(start, start + len("Ana Lopez"))]) == role
