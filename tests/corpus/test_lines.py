"""Is a line that stands alone taken for what it is?"""

from __future__ import annotations

import pytest

from corpus.lines import BlockKind, find_kind, is_bare_date, is_credit

LONG = "The ministers met for hours. " * 20


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("stamp", "As of: January 9th, 2022 5:17 p.m."),
        ("stamp", "Updated: 9 Jan. 2022"),
        ("stamp", "Last updated on Sunday, 9 January 2022 at 17:17 GMT"),
        ("stamp", "Published 2022-01-09T17:17Z"),
        ("stamp", "Posted: Jan 9, 2022, 5:17pm EST"),
        ("stamp", "Stand: 9. Januar 2022, 17:17 Uhr"),
        ("prose", "As of 2010, there were three brotherhoods."),
        ("prose", "As of January 9, 2022, Russia had 100,000 soldiers there."),
        ("prose", "Published in 2011, the book sold well."),
        ("furniture", "–"),
        ("furniture", "0"),
        ("furniture", "* * *"),
        ("furniture", "½"),
        ("furniture", "Source link"),
        ("furniture", "With Post wires"),
        ("furniture", "Advertisement"),
        ("furniture", "ADVERTISEMENT"),
        ("furniture", "Read more: What Russia wants"),
        ("furniture", "Story continues below advertisement"),
        ("furniture", "Sign up for our newsletter."),
        ("furniture", "© 2022 The Post. All rights reserved"),
        ("prose", "Read more than one of the drafts, and the demands are plain."),
        ("prose", "Subscribers to the theory say so."),
        (
            "prose",
            "Subscribe to the theory or not, the ministers will have to meet, and the fronts are as hard as they were.",
        ),
        ("heading", "Hardened fronts"),
        ("heading", "Blinken doesn’t believe in “breakthroughs”"),
        ("heading", "Russia/Ukraine"),
        ("heading", "100,000 soldiers at the border"),
        ("heading", "“No concessions under pressure”"),
        ("heading", "Verhärtete Fronten"),
        ("heading", "Переговоры в Женеве"),
        ("heading", "日内瓦会谈"),
        ("prose", "Talks begin on Monday."),
        ("prose", "What does Russia want?"),
        ("prose", "“There is hope.”"),
        ("prose", "– No."),
        ("prose", "– No, said Blinken"),
        ("prose", "• A withdrawal of troops"),
        ("prose", "- A withdrawal of troops"),
        ("prose", "2. A withdrawal of troops"),
        ("prose", "The demands are these:"),
        ("prose", "the talks begin on monday"),
        ("prose", "the talks begin on monday."),
        ("prose", "Die Gespräche beginnen am Montag in Genf."),
        ("prose", "Er sagte: „Es gibt Hoffnung.“"),
        ("prose", "Переговоры начинаются в понедельник."),
        ("prose", "会谈将于星期一在日内瓦开始。"),
        (
            "prose",
            "Nothing of it was agreed, and nothing of it was refused, in eight hours of talks between both the sides",
        ),
        ("prose", "He asked for a yes/no answer."),
        ("prose", "The AP/NORC poll was taken in January."),
        ("prose", "The © stands for copyright."),
        ("prose", "The talks begin on Monday (Reuters was told so)."),
        ("caption", "AP Photo/Andriy Dubchak"),
        ("caption", "Brendan Hoffman/Getty Images"),
        ("caption", "Carlos Barria / Reuters."),
        ("caption", "Ahmed Helal/LinkedIn"),
        ("caption", "Photo: Ann Lee"),
        ("caption", "Photo by: Ann Lee"),
        ("furniture", "© Ann Lee"),
        ("caption", "(AP Photo/Ann Lee)"),
        ("caption", "A soldier walks through a house, Jan. 9, 2022. (AP Photo/Andriy Dubchak)"),
        ("caption", "A soldier walks through a house. (Photo by Ann Lee)"),
        ("caption", "A soldier walks through a house. (ANN LEE/AFP/Getty Images.)"),
        ("caption", "A soldier walks through a house. Photo: Ann Lee/Reuters"),
        ("prose", f"{LONG}(Reuters/Kyiv)"),
    ],
)
def test_kind(kind: BlockKind, line: str) -> None:
    assert find_kind(line) == kind


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("January 9, 2022", True),
        ("Sunday, 9 January 2022, 5:17 p.m. ET", True),
        ("2022-01-09 17:17", True),
        ("9. Januar 2022", True),
        ("January 2022", False),
        ("2022", False),
        ("5:17 p.m.", False),
        ("January 9, 2022: the talks begin", False),
    ],
)
def test_bare_date(line: str, expected: bool) -> None:  # noqa: FBT001
    assert is_bare_date(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Reuters", True),
        ("(Getty Images)", True),
        ("EPA-EFE/Ann Lee", True),
        ("Credit: Ann Lee", True),
        ("Russia/Ukraine", False),
        ("Reuters was told so", False),
        ("© 2022 The Post", False),
        (f"AP Photo/{'A' * 80}", False),
    ],
)
def test_credit(line: str, expected: bool) -> None:  # noqa: FBT001
    assert is_credit(line) == expected
