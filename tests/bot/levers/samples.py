"""Levers to put into a data folder."""

from __future__ import annotations

from retrieval.pins import Pin
from retrieval.refit import Threshold
from retrieval.same_question import question_key
from retrieval.wordings import Wording

LED = Wording("chief negotiator", "led")
SOLDIERS = Wording("troop strength", "how many soldiers")
QUESTION = "Who asked this privately?"
PIN = Pin(question_key(QUESTION), "one", 0, "The first one.", QUESTION)
OTHER_PIN = Pin(question_key("Why?"), "one", 15, "And a\u2028second.", "Why?")
THRESHOLD = Threshold(0.41, 0.36, "0f1e", 9)
