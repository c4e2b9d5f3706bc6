from __future__ import annotations

import json

import pytest

from retrieval.about import is_about
from retrieval.calibration import foreign_questions
from tests.retrieval.gold.build import GOLD


@pytest.mark.parametrize(
    "text",
    [
        "What do you know?",
        "what do you know",
        "What can you do?",
        "What can you tell me?",
        "What can I ask you?",
        "What can I ask about?",
        "What kind of questions can you answer?",
        "Who are you?",
        "what are you?",
        "What’s your name?",
        "What is this?",
        "what is this bot for?",
        "Who made you?",
        "How do you work?",
        "How does this bot work?",
        "how do i use this",
        "How many articles?",
        "How many articles do you have?",
        "how many articles are there?",
        "How many sources do you use?",
        "Which articles?",
        "Which articles do you have?",
        "which sources do you use?",
        "What sources are there?",
        "What are your sources?",
        "What are the articles about?",
        "Show me your sources",
        "How old are the articles?",
        "When were these articles written?",
        "Where do you get your information from?",
        "Where does this information come from?",
        "Do you have other articles?",
        "Can you search the internet?",
        "Are you a bot?",
        "are you human?",
        "Are you a robot or a real person?",
        "Can you help me?",
        "help",
        "Hello",
        "Hi, what can you do?",
        "Please tell me, who are you?",
        "ok so what do you know then",
    ],
)
def test_questions_about_the_bot_and_its_articles(text: str) -> None:
    assert is_about(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "What do we know about Ryabkov?",
        "What do you know about Ryabkov?",
        "What can you tell me about NATO?",
        "Who is Ryabkov?",
        "Who are the negotiators?",
        "What is this about Ukraine?",
        "What is planned?",
        "Which articles of the treaty does Russia want?",
        "What are the sources of the tension?",
        "How many soldiers are there?",
        "How many articles does the draft agreement have?",
        "Where do the talks take place?",
        "Where is the information war fought?",
        "Who helps Ukraine?",
        "Will the US help Ukraine?",
        "How does NATO work?",
        "What did the sources say?",
        "Are you sure that Russia will attack?",
        "Do you know who leads the Russian side?",
    ],
)
def test_questions_on_what_the_articles_say(text: str) -> None:
    assert not is_about(text)


def test_no_known_question_is_taken_for_one_about_the_bot() -> None:
    known = [*foreign_questions(), *(json.loads(line)["question"] for line in GOLD.read_text("utf-8").splitlines())]
    assert [text for text in known if is_about(text)] == []
