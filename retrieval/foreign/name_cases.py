"""Which forms has a name in its language: Genewa, Genewie, Genewę?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from retrieval.foreign.language import Foreign

_REGULAR: dict[Foreign, str] = {
    "de": """
        e: e en in innen, er: er ers ern erin erinnen, en: en ens, ent: ent enten entin entinnen, ion: ion ionen,
        um: um ums en, -: - s er
    """,
    "fr": "en: en ens enne ennes, -: - s e es",
    "es": "o: o a os as, án: án ana anes anas, és: és esa eses esas, te: te ta tes tas, se: se ses, dad: dad, -: -",
    "pl": """
        anin: anin anina aninowi aninem aninie anie an anom anami anach anka anki ankę
        czyk: czyk czyka czykowi czykiem czycy czyków czykom czykami czykach
        ska: ska ski sce skę ską, ia: ia ii ię ią io, ja: ja ji ję ją jo, ga: ga gi dze gę gą,
        la: la li lę lą lo, da: da dy dzie dę dą do, a: a y ie ę ą o, ski: ski skiego skiemu skim,
        ów: ów owa owowi owem owie, k: k ka kowi kiem ku, ń: ń nia niowi niem niu, l: l la lowi lem lu,
        t: t ta towi tem cie, o: o a u em ie, -: - a u owi em ie
    """,
    "ru": """
        анин: анин анина анину анином анине ане ан анам анами анах
        янин: янин янина янину янином янине яне ян янам янами янах
        ец: ец ца цу цем це цы цев цам цами цах, еец: еец ейца ейцу ейцем ейце ейцы ейцев ейцам ейцами ейцах
        ия: ия ии ию ией, ша: ша ши ше шу шей, га: га ги ге гу гой, а: а ы е у ой, ай: ай ая аю аем ае,
        ский: ский ского скому ским ском, ль: ль ля лю лем ле, ь: ь и ью, о: о а у ом е,
        ин: ин ина ину ином ином ине иным, -: - а у ом ем е
    """,
    "uk": """
        янин: янин янина янину янином янині яни ян янам янами янах
        ець: ець ця цю цеві цем ці ців цям цями цях, єць: єць йця йцю йцем йці йців йцям йцями йцях
        ія: ія ії ію ією, га: га ги зі гу гою, ща: ща щі щу щею, а: а и і у ою, ай: ай аю аєм аї аєві,
        ський: ський ського ському ським, ль: ль ля лю лем лі леві, їль: їль їлю їлем їлі, о: о а у ом і,
        їв: їв єва єву євом єві, ків: ків кова кову ковом кові, вів: вів вова вову вовом вові,
        -: - а у ові ом ем і
    """,
}
"""The endings that stand for that of the nominative, the longest first that fits; a hyphen stands for none."""
_ADJECTIVES: dict[Foreign, str] = {
    "de": "- e en em er es",
    "pl": "i a ie iego iej iemu im imi ich ą u o",
    "ru": "ий ая ое ие ого ой ому ую им ими их ом ою о",
    "uk": "ий а е і ого ої ому ій у им ими их ою о",
}
_IRREGULAR: dict[Foreign, str] = {
    "de": "Rom Roms, Krim, Wien Wiens Wiener, Prag Prags Prager",
    "fr": "",
    "es": "",
    "pl": """
        Niemcy Niemiec Niemcom Niemcami Niemczech, Chiny Chin Chinom Chinami Chinach, Ateny Aten Atenom Atenach,
        Węgry Węgier Węgrom Węgrami Węgrzech, Włochy Włoch Włochom Włochami Włoszech, Indie Indii Indiom Indiach,
        Wiedeń Wiednia Wiedniowi Wiedniem Wiedniu, Białoruś Białorusi Białorusią, Rada Rady Radzie Radę Radą,
        Ukrainiec Ukraińca Ukraińcowi Ukraińcem Ukraińcy Ukraińców Ukraińcom Ukraińcami, Gruzja Gruzji Gruzję Gruzją,
        Stambuł Stambułu Stambułem Stambule, Rzym Rzymu Rzymem Rzymie, Krym Krymu Krymem Krymie
    """,
    "ru": """
        Афины Афин Афинам Афинами Афинах, Рим Рима Риму Римом Риме, Крым Крыма Крыму Крымом,
        Вена Вены Вене Вену Веной
    """,
    "uk": """
        Афіни Афін Афінам Афінами Афінах, Рим Рима Риму Римом Римі, Крим Криму Кримом,
        Відень Відня Відню Віднем Відні, Білорусь Білорусі Білоруссю, безпека безпеки безпеці безпеку безпекою,
        Рада Ради Раді Раду Радою
    """,
}
"""Names that take other endings, or so short that other words begin alike: Krim, Krimi."""


def _read_endings(table: str) -> dict[str, list[str]]:
    entries = (entry.strip().split(": ") for line in table.split("\n") for entry in line.split(",") if entry.strip())
    return {own.strip("-"): [ending.strip("-") for ending in endings.split()] for own, endings in entries}


_ENDINGS: Mapping[Foreign, Mapping[str, list[str]]] = {
    language: _read_endings(table) for language, table in _REGULAR.items()
}
_LISTED: Mapping[Foreign, Mapping[str, list[str]]] = {
    language: {forms.split()[0]: forms.split() for forms in table.split(",") if forms.strip()}
    for language, table in _IRREGULAR.items()
}


def inflect(name: str, language: Foreign) -> Iterator[str]:
    """The forms of a name given in the nominative, or of an adjective given up to its hyphen: russisch-."""
    if name.endswith("-"):
        yield from (name[:-1] + ending.strip("-") for ending in _ADJECTIVES[language].split())
    elif name.isupper() or (language in {"fr", "es"} and name[0].isupper()):
        yield name
    elif listed := _LISTED[language].get(name):
        yield from listed
    else:
        own = max(filter(name.endswith, _ENDINGS[language]), key=len)
        yield from (name.removesuffix(own) + ending for ending in _ENDINGS[language][own])
