"""The seeds' events, put together by hand."""

from __future__ import annotations

import datetime as dt

from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Article, Corpus, Event, EventStatus, Grain, Mention, Span, TimeExpression

SEEDS = ingest(find_files(seed_folder()))
FIRST, SECOND = (article.id for article in SEEDS.articles)


def mention(article_id: str, text: str, expression: str, day: str, cue: str = "", *, rule: str = "") -> Mention:
    """The article's words `text` and, in them, those that say when; `day` may be a TIMEX3 value that begins with it."""
    article = SEEDS.article(article_id)
    start = article.text.index(text)
    said = start + text.index(expression)
    first = dt.date.fromisoformat(day[:10])
    found = article.text.index(cue, start) if cue else 0
    time = TimeExpression(
        article_id,
        Span(said, said + len(expression)),
        "DATE",
        day,
        first,
        first,
        rule or ("future" if cue else "named"),
        Span(found, found + len(cue)) if cue else None,
    )
    return Mention(SEEDS.cite(article_id, Span(start, start + len(text))), time)


def event(
    *mentions: Mention,
    status: EventStatus = "planned",
    grain: Grain = "day",
    part: str | None = None,
    days: int = 1,
) -> Event:
    """From the day of its first mention on."""
    first = mentions[0].expression.first or dt.date.min
    return Event(first, first + dt.timedelta(days=days - 1), grain, part, status, mentions)


CALL = "the official told reporters in a briefing call on Saturday"
HARD_LINE = (
    "Russia on Sunday appeared to be taking a hard\xa0line going into the talks, saying they could end abruptly."
)
DINNER = (
    "the US Deputy Secretary of State Wendy Sherman Ryabkov will meet for an initial meeting on Sunday evening "
    "after her arrival in Geneva."
)
GENEVA = "This Monday, representatives of the USA and Russia are negotiating in Geneva."
BEGIN = "Success of the talks, which begin Monday in Geneva, depend on Russian cooperation"
BRUSSELS = (
    "A meeting of the NATO-Russia Council is scheduled in Brussels on Wednesday – the first in two and a half years."
)
FOLLOWED = (
    "The official meeting on Monday is to be followed by the first meeting of the NATO-Russia Council in Brussels "
    "for more than two years on Wednesday."
)
VIENNA = (
    "Talks will then take place on January 13 in Vienna within the framework of the Organization for Security "
    "and Cooperation in Europe (OSCE)."
)
ZOLOTE = "Ukrainian soldiers build a bunker on the front line on December 12, 2021 in Zolote, Ukraine."
HOUSE = "Donetsk region, Ukraine, Sunday, Jan. 9, 2022"
TRENCH = "Donetsk region, Ukraine, Saturday, Jan. 8, 2022."
COMING = "“I don’t think we will see any breakthroughs in the coming week,” said the minister."
NEXT = "ahead of the important negotiations next week."
THIS = "Secretary of State Antony Blinken on pivotal US-Russia talks slated in Geneva this week"

EVENTS = (
    event(mention(SECOND, CALL, "Saturday", "2022-01-08", "told", rule="past"), status="reported"),
    event(mention(SECOND, HARD_LINE, "Sunday", "2022-01-09", "appeared", rule="past"), status="reported"),
    event(mention(FIRST, DINNER, "Sunday evening", "2022-01-09TEV", "will meet"), part="evening"),
    event(
        mention(FIRST, GENEVA, "This Monday", "2022-01-10", "are negotiating"),
        mention(SECOND, BEGIN, "Monday", "2022-01-10", "begin"),
    ),
    event(
        mention(FIRST, BRUSSELS, "Wednesday", "2022-01-12", "is scheduled"),
        mention(FIRST, FOLLOWED, "Wednesday", "2022-01-12", "is to be followed"),
    ),
    event(mention(FIRST, VIENNA, "January 13", "2022-01-13", "will then take place")),
    event(
        mention(FIRST, NEXT, "next week", "2022-01-10"),
        mention(FIRST, COMING, "the coming week", "2022-01-10"),
        mention(SECOND, "in the coming week", "the coming week", "2022-01-10"),
        mention(SECOND, THIS, "this week", "2022-01-10"),
        grain="week",
        days=7,
    ),
    event(mention(SECOND, ZOLOTE, "December 12, 2021", "2021-12-12", rule="absolute"), status="caption"),
    event(mention(SECOND, TRENCH, "Saturday, Jan. 8, 2022", "2022-01-08", rule="absolute"), status="caption"),
    event(mention(SECOND, HOUSE, "Sunday, Jan. 9, 2022", "2022-01-09", rule="absolute"), status="caption"),
)


def make_event(
    text: str,
    day: str = "2022-01-10",
    *,
    expression: Span | None = None,
    article_id: str = "a",
    status: EventStatus = "planned",
    grain: Grain = "day",
    part: str | None = None,
    url: str | None = None,
    published: str | None = "2022-01-09",
) -> tuple[Corpus, Event]:
    """An article that says nothing else, and its event."""
    article = Article(article_id, text, title=f"Title {article_id}", published=published, url=url)
    corpus = Corpus((article,), ())
    first = dt.date.fromisoformat(day[:10])
    time = TimeExpression(article_id, expression or Span(0, 0), "DATE", day, first, first, "rule")
    told = Mention(corpus.cite(article_id, Span(0, len(text))), time)
    return corpus, Event(first, first, grain, part, status, (told,))


def join(*made: tuple[Corpus, Event]) -> tuple[Corpus, tuple[Event, ...]]:
    """One corpus of several."""
    articles = tuple(article for corpus, _ in made for article in corpus.articles)
    return Corpus(articles, ()), tuple(event for _, event in made)
