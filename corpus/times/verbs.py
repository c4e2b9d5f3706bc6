"""Which words tell past from future? Verbs in their forms, and words of planning."""

from __future__ import annotations

IRREGULAR_PAST = frozenset(
    """
    said told met held began took went came made gave got left sent spoke wrote knew saw found became brought bought
    sold paid kept led lost won fell rose grew hit cut put shut shot fought sought taught thought caught struck stood
    sat ran drew drove flew broke chose froze swore wore threw blew hurt spent lent bent built felt dealt meant slept
    swept heard laid lay lit quit rode sank sang shook shone slid sprang stole stuck stung swam swung tore understood
    withdrew undertook overcame overthrew forbade forgave foresaw beat bore bound did died ate awoke arose sprung
    failed agreed fled bid bled clung cast dug forgot hung rang sued tied lied vied
    """.split()
)
PARTICIPLES = frozenset(
    """
    met held begun taken gone made given got gotten left sent spoken written known seen found become brought
    bought sold paid kept led lost won fallen risen grown hit cut put shut shot fought sought taught thought caught
    struck stood sat drawn driven flown broken chosen frozen sworn worn thrown blown hurt spent lent built felt
    dealt heard laid quit ridden sunk shaken stolen stuck torn understood withdrawn overthrown forbidden forgiven told
    said done been beaten born eaten forgotten hung shown thrown
    """.split()
)
NOT_PAST = frozenset(
    """
    need indeed speed hundred united red bed feed seed breed bleed weed exceed proceed succeed embed sacred hatred
    kindred naked wicked talented unprecedented so-called related limited armed biased interested aged beloved
    crooked alleged wounded mixed detailed shed
    """.split()
)
"""Words that end like a past form and are none."""
NOT_GOING_ON = frozenset(
    """
    thing something nothing anything everything evening morning during king spring string bring ring sing wing being
    according including following regarding concerning meeting briefing building hearing training beijing ceiling
    wedding feeling including sterling opening reading warning understanding beginning
    """.split()
)
"""Words that end in -ing and tell of nothing going on."""
BASES = frozenset(
    """
    accept address adopt agree announce answer appear approve arrive ask attack attend address ban be become begin block
    bring brief build buy call cancel carry celebrate change chair check choose close come complete conclude conduct
    confirm consider continue convene cover cross cut deal debate decide declare decline deliver demand depart deploy
    detail disclose discuss do draw drop elect end enter examine exchange expire explain extend face fall fight file
    finalize find finish fly form gather get give go greet halt hand have head hear help hit hold host implement
    impose inaugurate increase inspect introduce issue join jump keep kick land launch lead leave lift list make march
    mark meet move name negotiate observe offer open oppose order outline pass pay perform place plan play plead
    postpone present press proceed protest publish push put raise reach read receive record reject release remain
    remove reopen replace reply report request resign resolve respond rest resume retire return reveal review rise rule
    run see seek seize sell send sentence serve set settle share show shut sign sit speak spend stage start stay step
    stop strike submit suspend swear take talk tell test testify tour travel try turn undergo unveil urge use visit
    vote wait walk welcome win withdraw work write organise organize campaign participate compete
    """.split()
)
"""What follows "to" where a purpose or a plan is told, and not a place."""
PRESENTS = frozenset(
    """
    begin start open meet resume hold visit travel arrive leave end return convene gather head face host continue
    vote go play expire come mark close take fly depart kick conclude join discuss address attend present launch
    debate sign appear testify reopen decide run speak address tour welcome receive unveil inaugurate celebrate
    consider chair sit take elect enter hand publish deliver lift become send deploy swear honour honor
    lead move happen occur stay land finish unite pay sail fight bring premiere
    """.split()
)
"""What is told in the present tense of a day to come: "talks begin Monday", "Putin meets Biden Monday"."""
NOUNS_TOO = frozenset(
    """
    debate vote address visit lead face run play host tour mark finish return end hand chair move fight release march
    walk talk call deal push report test work act cut attack
    """.split()
)
"""Of these, what are also nouns, and verbs only behind who could do it: "voters face", not "the delegate lead"."""
HAPPENED = frozenset(
    """
    attack attacks bombing bombings shooting shootings defeat defeats loss losses victory crash blast
    explosion explosions killing killings earthquake quake massacre assault raid raids remarks comments ruling
    resignation arrest arrests coup assassination death deaths clash clashes riot riots
    """.split()
)
"""What nobody tells of beforehand: "Monday's attack will …" is past."""
PLANS = frozenset(
    "scheduled expected planned slated poised likely ready booked timetabled billed pencilled penciled tipped"
    " supposed".split()
)
HOPES = frozenset(
    "plan plans planning hope hopes hoping intend intends intending want wants aim aims"
    " promise promises vow vows pledge pledges".split()
)
"""Followed by "to"."""
AHEAD = frozenset("upcoming forthcoming ahead starting beginning effective payable".split())
TRIED = frozenset(
    """
    appeared seemed began started continued managed failed refused tried used came went had proved happened turned
    helped moved forced
    """.split()
)
"""Whose "to" tells of what was done, not of what is planned."""
COMMITS = frozenset(
    """
    agreed decided promised vowed pledged threatened planned prepared arranged proposed offered invited asked ordered
    urged wanted intended hoped called due voted sworn told expected scheduled been set
    """.split()
)
"""Whose "to" tells of what is still to be done."""
ADVERBS = frozenset(
    "not n't never also already still now only then again just soon both all first finally even formally officially"
    " yet once".split()
)
BREAKS = frozenset(
    "that which who whom whose where when while but because although though and or if as after before saying adding"
    " arguing announcing insisting claiming".split()
)
"""Words that begin another clause."""
LEADS = frozenset("on for by until till from late early of at this in since".split())
"""What leads to a day, and is no distance between it and its verb."""
GOVERNING = frozenset("follows since for before until till by starting beginning effective payable".split())
"""What tells of the day right behind it alone: "since Monday", "called for Tuesday", "warned before Monday's talks"."""
REPORTING = frozenset(
    """
    said says say told tells announced reported added wrote warned stated confirmed declared acknowledged explained
    insisted predicted forecast argued noted suggested
    """.split()
)
DETERMINERS = frozenset("'s ' the a an his her its their our your my".split())
"""After them a participle is an adjective: "the proposed ban"."""
ARTICLES = frozenset("this that these those of in for at on by with from s first next last new two three".split())
"""After them and after determiners the same word is a noun: "the visit", "of play"."""
AUXILIARIES = {
    "will": "will shall won't 'll they'll we'll he'll she'll it'll i'll you'll",
    "modal": "should may might can must cannot can't shouldn't",
    "would": "would",
    "wouldnt": "wouldn't",
    "could": "could",
    "couldnt": "couldn't",
    "is": "is are am isn't aren't it's he's she's they're we're i'm you're",
    "was": "was were wasn't weren't",
    "be": "be",
    "been": "been",
    "being": "being",
    "has": "has have hasn't haven't i've we've they've you've",
    "had": "had hadn't",
    "to": "to",
    "going": "going",
    "did": "did didn't",
    "do": "do",
    "follow": "follows since",
    "aim": "for",
    "awaits": "expect expects await awaits anticipate anticipates",
    "limit": "before until till by",
    "report": "said told announced reported",
    "reporting": "saying announcing",
    "decline": "say comment elaborate speculate specify",
    "set": "set",
    "deferred": "postponed delayed rescheduled adjourned moved extended",
    "due": "due",
    "as": "as",
    "who": "who they we you he she it people police men women children everyone someone nobody",
}
