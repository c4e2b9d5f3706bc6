"""Is one person one speaker, under every spelling, and are different ones kept apart?"""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.aliases import Aliases
from corpus.linking import link_speakers
from corpus.models import Quote, Speaker, SpeakerKind
from tests.corpus.quoted import attribution, quote

NO_ALIASES = Aliases()


def link(*names: str, kind: SpeakerKind = "person", aliases: Aliases = NO_ALIASES) -> list[Speaker]:
    """Speakers of quotes from "article: name"."""
    pairs = [name.split(": ") for name in names]
    quotes = [quote(article_id, attribution(name, kind=kind)) for article_id, name in pairs]
    return [speaker for speaker in link_speakers(quotes, aliases) if speaker]


def ids(*names: str, kind: SpeakerKind = "person", aliases: Aliases = NO_ALIASES) -> list[str]:
    return [speaker.id for speaker in link(*names, kind=kind, aliases=aliases)]


@pytest.mark.parametrize(
    "names",
    [
        ["1: Sergei Ryabkov", "2: Sergey Ryabkov"],
        ["1: Sergei Ryabkov", "2: Ryabkov"],
        ["1: Ryabkov", "2: Rjabkow"],
        ["1: S. Ryabkov", "2: Sergei Ryabkov", "3: Sergej Rjabkow"],
        ["1: Antony Blinken", "2: Anthony J. Blinken", "3: A. Blinken"],
        ["1: Aleksandr Lukashenko", "2: Aleksander Lukashenko"],
        ["1: Ursula von der Leyen", "2: von der Leyen"],
        ["1: Bashar al-Assad", "2: Bashar Assad", "3: Assad"],
        ["1: Bush", "2: Bush"],
    ],
)
def test_one_person_has_one_id(names: list[str]) -> None:
    assert len(set(ids(*names))) == 1


@pytest.mark.parametrize(
    "names",
    [
        ["1: John Kerry", "2: Joan Kerry"],
        ["1: George W. Bush", "2: George H. W. Bush"],
        ["1: Donald Trump", "2: Donald Trump Jr."],
        ["1: Daniel Ortega", "2: Daniela Ortega"],
        ["1: Maria Smith", "2: Marie Smith"],
        ["1: Sergei Ryabkov", "2: Sergei Lavrov"],
    ],
)
def test_two_persons_have_two(names: list[str]) -> None:
    assert len(set(ids(*names))) == 2


def test_a_bare_surname_is_the_articles_own_person() -> None:
    found = ids("1: George Bush", "1: Bush", "2: Laura Bush", "2: Bush", "3: Bush", "4: Bush")
    assert found == ["george-bush", "george-bush", "laura-bush", "laura-bush", "bush", "bush-4"]


def test_an_initial_that_fits_two_is_neither() -> None:
    assert ids("1: John Smith", "2: James Smith", "3: J. Smith") == ["john-smith", "james-smith", "j-smith"]


def test_without_a_middle_name_the_only_one_of_the_name() -> None:
    assert len(set(ids("1: John F. Kerry", "2: John Kerry"))) == 1
    assert len(set(ids("1: George W. Bush", "2: George H. W. Bush", "3: George Bush"))) == 3


def test_under_a_common_surname_near_given_names_are_other_people() -> None:
    pairs = enumerate(product("bdfghk", "aeiou"))
    others = [f"{number}: {one}{other * 3}nder Smith" for number, (one, other) in pairs]
    assert len(set(ids("a: Aleksandr Smith", "b: Aleksander Smith", *others[:3]))) == 4
    assert len(set(ids("a: Aleksandr Smith", "b: Aleksander Smith", *others))) == 32


def test_an_organisation_is_one_with_and_without_the() -> None:
    names = ("1: the State Department", "2: State Department", "3: The state department")
    speaker, *others = link(*names, kind="organisation")
    assert (speaker.id, speaker.name) == ("state-department", "State Department")
    assert others == [speaker, speaker]


def test_the_anonymous_are_one_only_within_an_article() -> None:
    names = ["1: senior official", "1: A senior official", "2: senior official", "1: US official"]
    aliases = Aliases({"Wendy Sherman": ("senior official",)})
    found = ids(*names, kind="anonymous", aliases=aliases)
    assert found == ["senior-official-1", "senior-official-1", "senior-official-2", "us-official-1"]


def test_a_name_of_two_kinds_is_two_speakers() -> None:
    quotes = [quote("1", attribution("Washington", kind=kind)) for kind in ("person", "organisation", "person")]
    assert [speaker and speaker.id for speaker in link_speakers(quotes)] == [
        "washington",
        "washington-1",
        "washington",
    ]


def test_the_operator_overrides() -> None:
    aliases = Aliases({"Volodymyr Zelensky": ("Selenskyj", "Wladimir Zelensky"), "George W. Bush": ("Bush",)})
    first, *others = link("1: Selenskyj", "2: Wladimir Zelensky", "3: Zelensky", aliases=aliases)
    assert (first.name, first.id, others) == ("Volodymyr Zelensky", "volodymyr-zelensky", [first, first])
    assert first.spellings == ("Wladimir Zelensky", "Volodymyr Zelensky", "Selenskyj", "Zelensky")
    assert ids("1: Bush", "1: Laura Bush", aliases=aliases) == ["george-w-bush", "laura-bush"]
    aliases = Aliases({"Kremlin": ("Russian government",)})
    assert ids("1: the Russian government", "2: the Kremlin", kind="organisation", aliases=aliases) == ["kremlin"] * 2


def test_each_article_gives_a_role() -> None:
    quotes = [
        quote("2", attribution("Sergei Ryabkov", "Russian Foreign Minister")),
        quote("2", attribution("Sergei Ryabkov", "Russian Foreign Minister")),
        quote("1", None),
        quote("1", attribution("Sergey Ryabkov", "Deputy Foreign Minister")),
        quote("1", attribution("Ryabkov")),
    ]
    speaker, *_ = linked = link_speakers(quotes)
    assert linked[2] is None
    assert speaker == Speaker(
        id="sergei-ryabkov",
        name="Sergei Ryabkov",
        kind="person",
        spellings=("Sergei Ryabkov", "Sergey Ryabkov", "Ryabkov"),
        roles=(("2", "Russian Foreign Minister"), ("1", "Deputy Foreign Minister")),
    )


def test_nothing_to_link() -> None:
    assert link_speakers([]) == ()
    assert link_speakers([quote("1", None)]) == (None,)


PART = st.sampled_from("Ann Anna A. J. Smith Smyth von jr the Bush ’ official 李".split()) | st.text(max_size=3)
PARTS = st.lists(PART, max_size=4)
KINDS = st.sampled_from(["person", "organisation", "anonymous"])
QUOTES = st.lists(
    st.builds(
        lambda article_id, parts, kind: quote(article_id, attribution(" ".join(parts), kind=kind)),
        st.sampled_from("123"),
        PARTS,
        KINDS,
    ),
    max_size=12,
)


@given(QUOTES)
def test_ids_are_unique_and_kinds_are_kept(quotes: list[Quote]) -> None:
    linked = link_speakers(quotes)
    speakers = {id(speaker): speaker for speaker in linked if speaker}
    assert len({speaker.id for speaker in speakers.values()}) == len(speakers)
    for one, speaker in zip(quotes, linked, strict=True):
        assert speaker
        assert one.attribution
        assert speaker.kind == one.attribution.kind
        assert speaker.id
    for one, speaker in zip(quotes, linked, strict=True):
        if speaker and speaker.kind == "anonymous":
            same = [other.article_id for other, found in zip(quotes, linked, strict=True) if found is speaker]
            assert set(same) == {one.article_id}
