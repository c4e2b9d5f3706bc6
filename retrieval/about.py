"""Is a question about the bot or its articles, or a word to it, rather than about what they say?"""

from __future__ import annotations

import re

from retrieval.courtesy import find_courtesy

LONGEST = 300
"""Characters; whoever writes more tells or asks something else, too."""

_FILLERS = re.compile(
    r"^(?:(?:hi|hello|hey|please|so|and|but|ok|okay|well|then|sorry|excuse me|tell me|"
    r"(?:can|could|would) you (?:please )?tell me|i(?: would|'d) like to know)\b[\s,.!:–-]*)+"
    r"|(?:[\s,]*\b(?:please|exactly|then|today|now|actually|really|here))+(?=\W*$)",
    re.IGNORECASE,
)
_ARTICLES = r"(?:news ?)?(?:articles?|sources?|texts?|documents?|newspapers?|reports|archive|corpus)"
_YOUR = rf"(?:your|the|these|those|its)(?: own| news)? {_ARTICLES}"
_BOT = r"(?:(?:the|this|talks) )?bot|this (?:thing|program|service)"
_KNOWN = "(?:information|answers?|news|knowledge|data|facts)"
_HOLD = r"have|know|use|read|hold|search|rely on|answer from|draw on|work with|quote"

_PATTERNS = (
    rf"what (?:do|can) (?:you|{_BOT}) (?:know|do|answer|tell(?: me)?)(?: about)?",
    r"what (?:all )?(?:can|may|could|should|shall) (?:i|we|one) ask(?: you)?(?: about)?",
    r"what (?:kind|kinds|sort|sorts) of questions (?:can|may|do) .{0,30}",
    r"what (?:questions|topics|subjects) (?:can|may|do) (?:i ask|you (?:answer|know|cover|understand)).{0,20}",
    rf"(?:who|what) (?:are|r) (?:you|u)(?: (?:for|about|able to do|good at))?|(?:who|what) is (?:{_BOT})(?: for)?",
    r"(?:who|what) (?:made|built|wrote|created|runs?|owns?|programmed|trained) (?:you|(?:the|this) bot)",
    r"what(?:'s| is) (?:your (?:name|purpose|job)|this(?: about| for)?)|what (?:is|does) this bot(?: do)?",
    rf"how (?:do|does|can) (?:you|{_BOT}) (?:work|help(?: me)?|answer(?: questions)?|find (?:the )?answers)",
    r"how (?:do|does|can|should) (?:i|this|it|one) (?:use|ask|work|talk to)(?: (?:you|this|this bot|it|questions?))?",
    r"are you (?:an? |the )?(?:real |actual )?(?:(?:chat ?)?bot|robot|human|person|machine|ai|gpt)(?: or .+)?",
    r"are you (?:alive|there)",
    r"(?:can|could|will|would) you help(?: me)?|help(?: me)?|i need help",
    rf"how (?:many|much) (?:of )?(?:the )?{_ARTICLES}(?: (?:do|can|did|are|have|has|is) (?:you|there|it|in).{{0,40}})?",
    rf"(?:which|what) {_ARTICLES}(?: (?:do|did|can|have|are|is) (?:you|there|it)\b.{{0,40}})?",
    rf"(?:which|what) {_ARTICLES} (?:do|did|have) (?:you|{_BOT}) (?:{_HOLD}).{{0,20}}",
    rf"(?:what|which|where|who) (?:are|is|wrote|were|published) {_YOUR}(?: (?:from|about|called|on|of|dated))?",
    rf"(?:list|show)(?: me)? {_YOUR}|how (?:old|new|recent|current|reliable|fresh) (?:are|is) {_YOUR}",
    rf"when (?:were|was) {_YOUR} (?:written|published|updated)",
    r"where (?:do|did|does) (?:you|this|it|the bot) (?:get|take|find|have) .{1,40}",
    rf"where (?:does|do|is|are) (?:this|that|your|the) {_KNOWN}(?: come)?(?: from)?",
    rf"(?:do|can) you (?:have|know|use|search|read) (?:any |other |more |all )*(?:{_ARTICLES}|the internet|the web)",
)
_ABOUT = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)


def is_about(text: str) -> bool:
    """Only where the whole question is: “What do you know about Ryabkov?” is about Ryabkov."""
    if len(text) > LONGEST:
        return False
    text = " ".join(text.replace("’", "'").split())
    asked = (text, _FILLERS.sub("", text))
    return bool(find_courtesy(text)) or any(_ABOUT.fullmatch(question.strip(" .,!?…:;")) for question in asked)
