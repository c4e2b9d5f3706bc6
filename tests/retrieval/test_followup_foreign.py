"""Is a follow-up understood that isn't in English, and is what stands for itself left alone?"""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answer import Answer
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.followup import Exchange, exchange_of, join
from retrieval.foreign.language import FOREIGN, Foreign
from retrieval.topics import TopicFinder
from retrieval.vocabulary import Vocabulary
from tests.retrieval.gold.languages import questions_of
from tests.retrieval.gold.measure import seeds

SEEDS = seeds()
RETRIEVER = BM25Retriever(SEEDS)
FINDER = TopicFinder(SEEDS, RETRIEVER, Vocabulary(article.text for article in SEEDS.articles))
LED_BY_RYABKOV = next(
    number
    for number, passage in enumerate(SEEDS.passages)
    if "being led by" in passage.span.of(SEEDS.article(passage.article_id).text)
)
GOLD = {language: [question.text for question in questions] for language, questions in questions_of(SEEDS)}
LEADS = {
    "de": "Wer leitet die russische Delegation?",
    "fr": "Qui dirige la délégation russe ?",
    "es": "¿Quién encabeza la parte rusa?",
    "pl": "Kto stoi na czele rosyjskiej delegacji?",
    "ru": "Кто возглавляет российскую делегацию?",
    "uk": "Хто очолює російську делегацію?",
}
AMERICAN = {
    "de": "American, leitet, Delegation",
    "fr": "American, dirige, délégation",
    "es": "American, encabeza, parte",
    "pl": "American, stoi, czele, delegacji",
    "ru": "American, возглавляет, делегацию",
}
BRUSSELS = {
    "de": "Was ist in Brüssel geplant?",
    "fr": "Qu'est-ce qui est prévu à Bruxelles ?",
    "es": "¿Qué está previsto en Bruselas?",
    "pl": "Co zaplanowano w Brukseli?",
    "ru": "Что запланировано в Брюсселе?",
    "uk": "Що заплановано в Брюсселі?",
}
SAID = {
    "de": "Was sagte Rjabkow?",
    "fr": "Qu'a dit Riabkov ?",
    "es": "¿Qué dijo Riabkov?",
    "pl": "Co powiedział Riabkow?",
    "ru": "Что сказал Рябков?",
    "uk": "Що сказав Рябков?",
}


def listed(texts: str) -> list[str]:
    return [text.strip() for line in texts.strip().splitlines() for text in line.split(" / ")]


def in_full(previous: str, text: str) -> tuple[str, str] | None:
    """The question as it is asked, and what it is understood as."""
    joined = join(text, Exchange(previous, LED_BY_RYABKOV), FINDER)
    return (joined.text, joined.understood) if joined else None


@pytest.mark.parametrize(
    ("previous", "text", "full", "understood"),
    [
        # The other side: what is of its kind gives way, in whatever case.
        (LEADS["de"], "Und die amerikanische?", "Wer leitet die amerikanische Delegation?", AMERICAN["de"]),
        (LEADS["fr"], "Et l'américaine ?", "Qui dirige la délégation américaine ?", AMERICAN["fr"]),
        (LEADS["es"], "¿Y la estadounidense?", "¿Quién encabeza la parte estadounidense?", AMERICAN["es"]),
        (LEADS["pl"], "A amerykańskiej?", "Kto stoi na czele amerykańskiej delegacji?", AMERICAN["pl"]),
        (LEADS["ru"], "А американскую?", "Кто возглавляет американскую делегацию?", AMERICAN["ru"]),
        (LEADS["uk"], "А хто від США?", "хто від США очолює делегацію", "USA, очолює, делегацію"),
        (SAID["uk"], "А німецька сторона?", "Що сказав Рябков німецька сторона?", "Ryabkov, Germany, сторона"),
        # Another place, by “and” or by its preposition alone.
        (BRUSSELS["de"], "Und in Wien?", "Was ist in Wien geplant?", "Vienna, geplant"),
        (BRUSSELS["de"], "In Wien?", "Was ist in Wien geplant?", "Vienna, geplant"),
        (BRUSSELS["fr"], "Et à Vienne ?", "Qu'est-ce qui est prévu à Vienne ?", "Vienna, prévu"),
        (BRUSSELS["es"], "¿Y en Viena?", "¿Qué está previsto en Viena?", "Vienna, previsto"),
        (BRUSSELS["pl"], "A w Wiedniu?", "Co zaplanowano w Wiedniu?", "Vienna, zaplanowano"),
        (BRUSSELS["ru"], "А в Вене?", "Что запланировано в Вене?", "Vienna, запланировано"),
        (BRUSSELS["uk"], "А у Відні?", "Що заплановано в Відні?", "Vienna, заплановано"),
        # A day, which has the preposition of a place, but isn't one.
        (BRUSSELS["ru"], "А в понедельник?", "Что запланировано в Брюсселе в понедельник?", "Brussels, Monday"),
        (BRUSSELS["de"], "Und am 13. Januar?", "Was ist in Brüssel geplant am 13. Januar?", "Brussels, 13 January"),
        # A question word, and all that was asked about.
        (BRUSSELS["de"], "Und wann?", "Und wann in Brüssel geplant", "Brussels"),
        (BRUSSELS["de"], "Danke! Um wie viel Uhr?", "Um wie viel Uhr in Brüssel geplant", "Brussels"),
        (BRUSSELS["fr"], "Quand ?", "Quand prévu à Bruxelles", "Brussels"),
        (BRUSSELS["es"], "¿Cuándo empieza?", "¿Cuándo empieza previsto en Bruselas", "Brussels"),
        (BRUSSELS["pl"], "A kiedy?", "A kiedy zaplanowano w Brukseli", "Brussels"),
        (BRUSSELS["ru"], "А когда?", "А когда запланировано в Брюсселе", "Brussels"),
        (BRUSSELS["uk"], "Коли?", "Коли заплановано в Брюсселі", "Brussels"),
        # He: whom the question named, else of whom the passage speaks; Spanish and Polish need not name him.
        (LEADS["de"], "Was hat er gesagt?", "Was hat Ryabkov gesagt?", "Ryabkov"),
        (LEADS["fr"], "Qu'a-t-il dit ?", "Qu'a dit Ryabkov ?", "Ryabkov"),
        (LEADS["es"], "¿Qué dijo?", "¿Qué dijo Ryabkov?", "Ryabkov"),
        (LEADS["pl"], "Co powiedział o NATO?", "Co powiedział Ryabkov o NATO?", "Ryabkov, NATO"),
        (LEADS["ru"], "Что он сказал о НАТО?", "Что сказал Ryabkov о НАТО?", "Ryabkov, NATO"),
        (SAID["uk"], "Що він сказав про НАТО?", "Що сказав Рябков про НАТО?", "Ryabkov, NATO"),
        (SAID["fr"], "Que pense-t-il ?", "Que pense Riabkov ?", "Ryabkov"),
        (SAID["de"], "Was fordert seine Regierung?", "Was fordert Rjabkow Regierung?", "Ryabkov"),
        (LEADS["uk"], "Хто він?", "Хто Ryabkov?", "Ryabkov"),
        # … but things are he and she, too.
        ("Когда состоится заседание Совета?", "Где оно пройдёт?", "Где оно пройдёт заседание Совета", "Council"),
        (BRUSSELS["de"], "Wo findet er statt?", "Wo findet er statt in Brüssel", "Brussels"),
        # They and there.
        (LEADS["es"], "¿Cuáles son sus exigencias?", "¿Cuáles son sus exigencias rusa", "Russia"),
        (BRUSSELS["uk"], "Хто там буде?", "Хто там буде заплановано в Брюсселі", "Brussels"),
        (BRUSSELS["fr"], "Qui sera là-bas ?", "Qui sera là-bas prévu à Bruxelles", "Brussels"),
        # Someone else: a name by its capital, in German where no article tells that it is a noun.
        (SAID["ru"], "а блинкен?", "Что сказал блинкен?", "Blinken"),
        (SAID["de"], "Und Macron?", "Was sagte Macron?", "Macron"),
        ("Erwartet Blinken einen Durchbruch?", "Und über die NATO?", "über die NATO Blinken", "Blinken, NATO"),
        (SAID["de"], "Und die Zugeständnisse?", "Was sagte Rjabkow die Zugeständnisse?", "Ryabkov, Zugeständnisse"),
        (SAID["pl"], "A o Ukrainie?", "Co powiedział Riabkow o Ukrainie?", "Ryabkov, Ukraine"),
        (SAID["es"], "¿Y EE.UU.?", "¿Qué dijo Riabkov EE.UU.?", "Ryabkov, USA"),
        # From one language to another: names in English, the question in that of the follow-up.
        ("What is planned in Brussels?", "Und wann?", "Und wann planned Brussels", "Brussels"),
        ("What is planned in Brussels?", "Wann?", "Wann planned Brussels", "Brussels"),
        ("Who leads the Russian side?", "А хто від США?", "А хто від США leads side", "USA, leads, side"),
        ("Who leads the Russian side?", "Что он сказал?", "Что сказал Ryabkov?", "Ryabkov"),
        (BRUSSELS["de"], "And in Vienna?", "And in Vienna geplant", "Vienna, geplant"),
        (LEADS["uk"], "What did he say?", "What did Ryabkov say?", "Ryabkov"),
        (BRUSSELS["fr"], "А когда?", "А когда prévu Brussels", "Brussels"),
    ],
)  # fmt: skip
def test_a_question_that_leans(previous: str, text: str, full: str, understood: str) -> None:
    assert in_full(previous, text) == (full, understood)


@pytest.mark.parametrize(
    "text",
    listed("""
    Gibt es Hoffnung? / Wer bist du? / Was können Sie? / Und wer leitet die amerikanische Delegation?
    Und kommt Blinken nach Genf? / Und Russland verliert? / Was sagte Blinken, als er auf CNN war? / Genf / Nein
    Und wer ist Rjabkow? / Und wo liegt Genf? / Hat der Präsident gesagt, dass er kommt?
    Que se passe-t-il à Bruxelles ? / Y a-t-il un espoir ? / Pleut-il ? / Est-il vrai que la Russie attaque ?
    Et la Russie cédera ?
    Et les Russes céderont ? / Et Blinken viendra-t-il à Genève ? / Et qui est Riabkov ? / Que savez-vous ?
    Qui es-tu ?
    ¿Hay esperanza? / ¿Y Rusia cederá? / ¿Y los rusos cederán? / ¿Y Blinken irá a Ginebra? / ¿Y quién es Riabkov?
    ¿Quién eres? / ¿Qué dijo Lavrov?
    Czy jest nadzieja? / A Rosja ustąpi? / A Blinken pojedzie do Genewy? / A kim jest Riabkow? / Kim jesteś?
    Co powiedział o NATO Blinken? / Co powiedział w Genewie prezydent? / ¿Qué dijo el presidente? / ¿Qué hora es?
    Y aura-t-il une guerre ? / Il pleut ? / Котра година? / Что сказал о переговорах министр?
    Есть ли надежда? / А Россия уступит? / А Россия пойдёт на уступки? / А американцы уступят? / А Блинкен ждёт прорыва?
    А Блинкен был в Женеве? / А в Женеве договорились? / А кто такой Рябков? / Россия и её требования / Кто ты?
    Чи є надія? / А Росія поступиться? / А переговори почнуться у Відні? / А хто такий Рябков? / Що ви вмієте?
    """),
)
def test_a_question_that_stands_for_itself(text: str) -> None:
    for before in (*LEADS.values(), *BRUSSELS.values(), *SAID.values(), "Who leads the Russian side?"):
        assert in_full(before, text) is None


def test_no_gold_question_leans_on_another_in_its_language() -> None:
    for questions in GOLD.values():
        for before, text in product(questions, questions):
            assert in_full(before, text) is None, (before, text)


def test_no_gold_question_leans_on_one_in_another_language() -> None:
    every = [question for questions in GOLD.values() for question in questions]
    for before, text in product(every[::17], every):
        assert in_full(before, text) is None, (before, text)


PIECES = [
    "Und",
    "und",
    "А",
    "а",
    "Et",
    "¿Y",
    "que",
    "он",
    "его",
    "elle",
    "-t-il",
    "12",
    "USA",
    "Штаты",
    "-",
    "'",
    "’",
    "?",
]
WORDS = [*" ".join([*LEADS.values(), *BRUSSELS.values()]).split(), *PIECES]


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4)).map(" ".join), st.sampled_from(FOREIGN))
def test_whatever_is_typed_is_read(text: str, language: Foreign) -> None:
    assert all(topic.text and topic.text == topic.span.of(text) for topic in FINDER.find(text, language))
    in_full(BRUSSELS[language], text)


def test_the_joined_question_is_asked_in_the_readers_language() -> None:
    answerer = Answerer(SEEDS, RETRIEVER)
    first = answerer.answer(SAID["ru"])
    answer = answerer.answer("А Макрон?", previous=exchange_of(first))
    assert (answer.question, answer.joined, answer.outcome) == ("А Макрон?", "Что сказал Макрон?", "no_answer")
    assert answer.unknown == ("Макрон",)


@pytest.mark.parametrize(
    "text",
    listed("""
    Danke! / Vielen Dank / Hallo / Guten Tag! / Wie geht's? / Merci beaucoup ! / Bonjour / Ça va ? / Gracias
    Muchas gracias / ¿Qué tal? / Dziękuję bardzo / Cześć! / Dzień dobry / Спасибо! / Большое спасибо / Здравствуйте
    Как дела? / Дякую
    Доброго дня / Будь ласка / Дякую, добре
    """),
)
def test_courtesy_is_no_follow_up_and_not_remembered(text: str) -> None:
    assert all(in_full(before, text) is None for before in (*LEADS.values(), "Who leads the Russian side?"))
    assert exchange_of(Answer(text, "no_answer", terms=("x",))) is None


@pytest.mark.parametrize(
    ("answer", "exchange"),
    [
        # By meaning, a question may have no term that the articles hold.
        (Answer("Wann beginnen die Gespräche?", "no_answer"), Exchange("Wann beginnen die Gespräche?")),
        (Answer("Wann?", "no_answer", terms=("wann",)), None),
        (Answer("А когда?", "no_answer", joined="А когда переговоры"), Exchange("А когда переговоры")),
        (Answer("Danke, und Genf?", "no_answer"), Exchange("Danke, und Genf?")),
    ],
)
def test_what_is_remembered(answer: Answer, exchange: Exchange | None) -> None:
    assert exchange_of(answer) == exchange
