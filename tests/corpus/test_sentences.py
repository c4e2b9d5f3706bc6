"""Do sentences begin and end where a reader would say?"""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given

from corpus.clean import find_body
from corpus.models import Article, Span
from corpus.sentences import MAX_PASSAGE_CHARACTERS, find_passages, split_sentences
from tests.corpus.texts import HOSTILE, texts


def split(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "marked",
    [
        "Talks begin. | They end.",
        "Talks begin.",
        "No stop here",
        "Why now? | Because! | So it is.",
        "Really?! | Yes.",
        "Talks begin.\n | They end.",
        "Talks begin.\xa0| They end.",
        "Talks begin on Sept. 9.\xa0| They end.",
        "He met Mr. Ryabkov. | They talked.",
        "He met Sens. Lee and Ray, Gov. Poe and Capt. Doe. | They talked.",
        "MR. RYABKOV MET DR. LEE. | THEY TALKED.",
        "It is Roe v. Wade. | It is Bush vs. Gore.",
        "The U.S. Senate met. | It voted.",
        "The S.&P. 500 rose. | It fell again.",
        "He came to the U.S. | He left.",
        "He came to the U.S. | “He left,” she said.",
        "He came to the U.S. (D.C. and L.A.) in May.",
        "He lives in Fresno, Calif. | The house is small.",
        "Gov. Lee, the former Fla. Gov. Poe and others met.",
        "They meet on Jan. 9 in Geneva. | They part on Jan. 13.",
        "They meet at 5 p.m. Wednesday. | They part at 7 a.m. | The rest is open.",
        "They meet at 5 p.m. EST in Geneva.",
        "See No. 5 and Fig. 2. | It is clear.",
        "He said no. | Russia said yes.",
        "It is art. | This much is clear.",
        "See Art. IV of it. | It is clear.",
        "He lives in St. Petersburg. | She lives on Main St. | The house is small.",
        "He works for Acme Inc. in Ohio. | She works for Acme Corp. | They met.",
        "Acme Corp. – the maker – was sold. | Acme Inc. -- $100 million of notes -- was not.",
        "J. F. Kennedy met A. A. Gromyko. | They talked.",
        "George W. Bush came. | I. I. Rabi did not.",
        "He chose plan B. | The rest is history.",
        "It was I. | Nobody else came.",
        "He has a Ph.D. from Yale. | She has a Ph.D. | They met.",
        "Talks, e.g. Those of Geneva, i.e. Monday's, begin. | They end.",
        "Oaks, elms, etc. | The trees are old.",
        "It cost $9.40. | Permanent workers earn 3.5 times more.",
        "Version 2.0 is out. | It is 1.5. | Good.",
        "It fell to 13. | The talks went on.",
        "Visit https://example.org/a.b?c. | Russia did.",
        "She founded Example.com. | Julie runs it.",
        "The Americans… should have no illusions. | None.",
        "The Russians will do the same … and we’ll see. | So be it.",
        "I don’t know… | She left.",
        "I don't know... | She left.",
        "We have work ahead … Sometimes it fails. | It does.",
        "It was good. | … But then it was not.",
        "“Stop!” he said. | They stopped.",
        "“Stop!” Blinken said. | They stopped.",
        "“Is it so?” Wendy Sherman asked. | Nobody knew.",
        "“Is it so?” | Nobody knew.",
        "“We stop.” | He left.",
        '"We stop." | "We do not."',
        "“We go on.” | ‘We stop.’ | “So.”",
        "He called it “hope.” | They laughed.",
        "He left (she stayed). | They met.",
        "He left. | (She stayed.) | They met.",
        "He asked (why?) and left. | [She stayed.] | They met.",
        "It is over. | – No. | – Yes.",
        "It is over. – so he said. | Yes.",
        "Talks end. | 100,000 soldiers stay.",
        "In 2021. | 2022 was worse.",
        "1. Russia leaves. | 2. America stays.",
        "It is over. .",
        "It is over. | * * * Talks go on.",
        "... Talks begin. | They end.",
        "„Es gibt Hoffnung.“ | Er ging.",
        "Er kam am 9. Januar. | Sie kam am 13. | Der Rest blieb.",
        "Dr. Lee sagte bzw. Frau Poe. | Er ging.",
        "« Il y a de l’espoir. » | Il partit.",
        "«\xa0Il y a de l’espoir.\xa0» | Il partit.",
        "»Es gibt Hoffnung.« | »Nein.« | Er ging.",
        "Переговоры начались. | Они закончились? | Да.",
        "В. В. Путин приехал. | Он уехал.",
        "会谈开始。|「有希望。」|结束了！",
        "Τι θέλει; Δεν ξέρω. | Καλά.",
    ],
)
def test_golden_rules(marked: str) -> None:
    assert split(re.sub(r"(?<= )\| |\|", "", marked)) == [part.strip() for part in marked.split("|")]


def test_only_the_span_is_split() -> None:
    text = "One. Two begins. Two ends. Three."
    assert [span.of(text) for span in split_sentences(text, Span(5, 26))] == ["Two begins.", "Two ends."]


def test_the_longest_sentences_are_cut_at_white_space() -> None:
    assert [len(part) for part in split("word " * 500)] == [999, 999, 499]
    assert [len(part) for part in split("word" * 500)] == [1000, 1000]


@given(texts)
@example("a" * 999 + "  b")
@example("a" * 1000 + " b")
def test_sentences_hold_every_word_in_order_once(text: str) -> None:
    end = 0
    for span in split_sentences(text, Span(0, len(text))):
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip()
        assert 0 < len(span) <= MAX_PASSAGE_CHARACTERS
        end = span.end
    assert not text[end:].strip()


@given(texts)
def test_passages_lie_in_their_paragraphs_in_reading_order(text: str) -> None:
    passages = find_passages(Article("talks", text), find_body(text))
    for passage in passages:
        assert passage.paragraph.start <= passage.span.start < passage.span.end <= passage.paragraph.end
        assert len(passage.span) <= MAX_PASSAGE_CHARACTERS
    assert [passage.span for passage in passages] == sorted(passage.span for passage in passages)


def test_headings_and_captions_are_not_split() -> None:
    text = "Talks. And more\n\nA soldier. In a trench.\nAP Photo/Ann Lee\n\nTalks begin. They end.\n\nSource link"
    passages = find_passages(Article("talks", text), find_body(text))
    assert [(passage.kind, passage.span.of(text)) for passage in passages] == [
        ("heading", "Talks. And more"),
        ("caption", "A soldier. In a trench.\nAP Photo/Ann Lee"),
        ("prose", "Talks begin."),
        ("prose", "They end."),
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_text_is_no_burden(text: str) -> None:
    assert sum(map(len, split_sentences(text, Span(0, len(text))))) <= len(text)
