"""Does the HTML parser read what Telegram reads, and refuse what Telegram refuses?"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.simulator.errors import ApiError
from bot.simulator.formatted import entity_text, utf16
from bot.simulator.markup import parse_html


def entity(kind: str, offset: int, length: int, **more: object) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>x</b>", "x", [entity("bold", 0, 1)]),
        ("<STRONG>x</strong>", "x", [entity("bold", 0, 1)]),
        ("<i>a</i><em>b</em>", "ab", [entity("italic", 0, 1), entity("italic", 1, 1)]),
        ("<u>a</u><ins>b</ins>", "ab", [entity("underline", 0, 1), entity("underline", 1, 1)]),
        (
            "<s>a</s><strike>b</strike><del>c</del>",
            "abc",
            [entity("strikethrough", at, 1) for at in range(3)],
        ),
        ("<code>a &lt; b</code>", "a < b", [entity("code", 0, 5)]),
        ("<pre>x</pre>", "x", [entity("pre", 0, 1)]),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [entity("pre", 0, 1, language="python")],
        ),
        (
            "<a href='https://a.b/?x=1&amp;y=2'>l</a>",
            "l",
            [entity("text_link", 0, 1, url="https://a.b/?x=1&y=2")],
        ),
        ('<a href="javascript:alert(1)">l</a>', "l", []),
        ("<tg-spoiler>x</tg-spoiler>", "x", [entity("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        (
            "<blockquote><b>x</b> y</blockquote>",
            "x y",
            [entity("bold", 0, 1), entity("blockquote", 0, 3)],
        ),
        (
            '<tg-time unix="1641772800" format="wD">Mon</tg-time>',
            "Mon",
            [entity("date_time", 0, 3, unix_time=1641772800, date_time_format="wD")],
        ),
        ('<tg-time unix="5">x</tg-time>', "x", [entity("date_time", 0, 1, unix_time=5)]),
        (
            '<tg-emoji emoji-id="53">👍</tg-emoji>',
            "👍",
            [entity("custom_emoji", 0, 2, custom_emoji_id="53")],
        ),
        ("😀<b>é😀</b>", "😀é😀", [entity("bold", 2, 3)]),
        ("&lt;&gt;&amp;&quot;&#65;&#x1F600;", '<>&"A😀', []),
        ("&nbsp; & &bogus; &#0; &#xD800;", "&nbsp; & &bogus; &#0; &#xD800;", []),
        ("&amp;lt;", "&lt;", []),
        ("<b></b>x", "x", []),
        ("<b>a<b>b</b></b>", "ab", [entity("bold", 0, 2)]),
        ("<b >x</b >", "x", [entity("bold", 0, 1)]),
    ],
)
def test_reads(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    formatted = parse_html(source)
    assert (formatted.text, list(formatted.entities)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("é <br>", 'Unsupported start tag "br" at byte offset 3'),
        ("<b/>", 'Unsupported start tag "b/" at byte offset 0'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<", "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<a>y</a>", 'Tag "a" must have attribute "href" at byte offset 0'),
        ('<b class="x">y</b>', 'Unsupported attribute "class" in the tag "b" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-time>x</tg-time>", 'Tag "tg-time" must have a valid attribute "unix" at byte offset 0'),
        (
            '<tg-time unix="1" format="q">x</tg-time>',
            'Tag "tg-time" has an invalid attribute "format" at byte offset 0',
        ),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        (
            "<blockquote><blockquote>x</blockquote></blockquote>",
            'Tag "blockquote" can\'t be nested at byte offset 12',
        ),
        ("<code><b>x</b></code>", 'Tag "b" can\'t be nested in "code" at byte offset 6'),
        ("<pre><i>x</i></pre>", 'Tag "i" can\'t be nested in "pre" at byte offset 5'),
    ],
)
def test_refuses(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["b", "i", "code", "blockquote"]), st.text("aé😀 &<\n", min_size=1))))
def test_escaped_text_survives_with_its_entities(parts: list[tuple[str, str]]) -> None:
    escaped = [(tag, text, text.replace("&", "&amp;").replace("<", "&lt;")) for tag, text in parts]
    formatted = parse_html("".join(f"<{tag}>{html}</{tag}>" for tag, _, html in escaped))
    assert formatted.text == "".join(text for _, text in parts)
    assert [entity_text(formatted.text, entity) for entity in formatted.entities] == [text for _, text in parts]


@settings(deadline=None)
@given(st.text("<>/=&;\"' abprecod#x1\n😀", max_size=60))
def test_never_breaks_on_anything(source: str) -> None:
    try:
        formatted = parse_html(source)
    except ApiError:
        return
    assert all(entity["offset"] + entity["length"] <= utf16(formatted.text) for entity in formatted.entities)
