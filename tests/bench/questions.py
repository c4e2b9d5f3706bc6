"""What is asked of the bot while it is measured?"""

from __future__ import annotations

QUESTIONS = (
    "Who leads the Russian side?",
    "When do the Geneva talks start?",
    "How many soldiers stand at the border with Ukraine?",
    "What did Ryabkov say about concessions?",
    "Where does the NATO-Russia Council meet?",
    "What does Blinken expect of the talks?",
    "When are the talks in Vienna?",
    "Who is the US Deputy Secretary of State?",
    "What does Russia want from NATO?",
    "Which sanctions are prepared?",
    "What did the talks achieve?",
    "Did Putin speak with Macron?",
    "Is there an agreement on missiles?",
    "what is planned in brusels",
    "Who is chess champion?",
    "How long has the council not met?",
)
"""Most have an answer in the seeds, some don't, one is misspelt."""
