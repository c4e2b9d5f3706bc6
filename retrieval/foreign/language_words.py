"""By which words and letters is a language told?"""

from __future__ import annotations

from typing import Literal

Foreign = Literal["de", "fr", "es", "pl", "ru", "uk"]

WORDS: dict[Foreign, str] = {
    "de": """
        aber als also am an auch auf aus bei beim bis da darf das dass dem den der des die diese dieser dieses
        doch durch dürfen ein eine einem einen einer eines er es etwa für gegen gibt haben hat hatte ich ihm ihn
        ihre im in ist jetzt kann kein keine können man mehr mein meine mit nach nicht noch nun ob oder ohne schon
        sein seine seit sich sie sind so soll sollen über um und uns unter vom von vor war waren warum was wegen
        weil welche welchem welchen welcher welches wem wen wenn wer werden weshalb wessen wie wieso will wir wird
        wo woher wohin worüber wozu wurde wurden zu zum zur zwischen wann sagte sagt muss müssen wollen würde
    """,
    "fr": """
        a à au aux avec ce cela ces cet cette ceux chez combien comme comment contre dans de depuis des du elle
        elles en entre est et été être eu il ils je la le les leur leurs lors lui mais mon ne nous on ont où ou
        par pas pendant pendent plus pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se
        selon ses si son sont sous sur t un une va vers veut vous y dit dire doit fait l d c j n m aura sera
    """,
    "es": """
        a al como cómo con contra cual cuál cuáles cuando cuándo cuánta cuántas cuánto cuántos de del desde
        donde dónde durante e el ella en entre era es esa ese eso esta está están este esto fue fueron ha hace
        hacia han hasta hay la las le les lo los más mi mis muy ni no nos o para pero por porque qué que quien
        quién quiénes se ser será serán si sin sobre son su sus también tiene tienen tras un una uno va van y
        ya dijo según
    """,
    "pl": """
        a ale bez był była było były będą będzie by być co czego czemu czy czym dla dlaczego do gdzie i ich ile
        ilu im jak jaka jaki jakie jakim jego jej jest już kiedy kim kogo komu kto która które którego której
        który których którym którzy ma mają mi może na nad nie niż o od on ona oni oraz po pod podczas ponieważ
        przed przez przy się są swoje ta tak także tam te tego tej ten to tu tym u w we z za ze że żeby został
        została
    """,
    "ru": """
        а без будет будут бы был была были было в вам вас во вот все всё где да для до его ее её ей если есть
        ещё же за и из или им их к каков какова каково какое какой какая какие каком какую как когда кого ком
        кому которая которые который кто куда ли между меня мне мы на над нас не нет ни но о об он она они от
        откуда по под после почему при про ради с сколько со так такой там то только ты у уже чего чей чем что чтобы
        эта эти это этот я
    """,
    "uk": """
        а або аби але без би був була були було буде будуть в вас ви від він вона вони все всі вже де для до з
        за зі і із й його його їй їх її інші каже ким коли кого кому котра котрий котрій куди мене ми мій на над
        нам нас не ні ну о об од під після по поки при про та так такий там те ти тільки то тому у хто це цей ця
        ці чи чим чого чому що щоб щодо я як яка яке який якого якої якому яку які яким є скільки між
    """,
}
TELLING: dict[Foreign, str] = {
    "de": """
        krieg frieden sanktionen gespräche verhandlungen treffen soldaten truppen grenze angriff angreifen greift
        droht liefert kommt macht geht passiert neue neuen neues heute morgen gestern montag dienstag mittwoch
        donnerstag freitag samstag sonntag abkommen einigung fordert verlangt
        verhandelt
    """,
    "fr": """
        guerre paix pourparlers négociations réunion soldats troupes frontière attaque attaquer menace passe passera
        nouvelle nouvelles neuf veulent peut peuvent il aujourd'hui demain hier lundi mardi mercredi jeudi vendredi
        samedi dimanche
    """,
    "es": """
        guerra sanciones conversaciones negociaciones reunión soldados tropas frontera ataque atacar amenaza
        pasa pasará quiere quieren puede pueden dice dicen habrá nueva nuevas nuevo hoy mañana ayer lunes martes
        miércoles jueves viernes sábado domingo acuerdo
    """,
    "pl": """
        wojna wojny wojnę pokój sankcje rozmowy spotkanie żołnierze żołnierzy wojska granica granicy atak zaatakuje
        grozi chce chcą nowa nowe nowego dziś dzisiaj jutro wczoraj poniedziałek wtorek środę czwartek piątek sobotę
        niedzielę
    """,
    "ru": """
        против война войны войну солдаты границе нападет нападут хочет хотят ведет врет говорит сказал спасибо сегодня
        понедельник вторник среду четверг пятницу субботу воскресенье
    """,
    "uk": """
        проти переговори переговорів солдати нападе нападуть хоче хочуть говорить сказав дякую новин новини понеділок
        вівторок середу четвер суботу неділю
    """,
}
"""Words that short questions are full of. They say something, other than function words, and are searched for."""
LETTERS: dict[Foreign, str] = {
    "de": r"[ßäöü]|\bwas hat\b",
    "fr": r"[çœèêàùûîôë]|\b(?:[cdjlmnst]|qu)['’]\w|-t-(?:ils?|elles?|on)\b",
    "es": "[ñ¿¡áíúü]",
    "pl": "[ąęłśżźćń]",
    "ru": "[ыэъё]|и[еиюя]",
    "uk": "[іїєґ]|[йь]о",
}
"""Letters that speak for one of these languages; a name may have them in any. Of “was hat” English has either word,
but not both in a row."""
ENGLISH_TOO = """
    al ale aura comment con dice die dire era eu hat im kim man menace pod reunion sans sin son ten un van war
"""
"""Of the words above those that English has, too, beside its function words: folded, as réunion is."""
NO_WORDS = r"""
      \b[A-Z]{2,}\b(?!['’])                                  # UN, EU, US
    | (?<=\w\ )[A-HJ-Z](?![\w'’-])                           # George W. Bush
    | \b(?i:[cdjlmnstu])\b(?!['’]\w)                         # T-72: what French elides has its apostrophe
    | \b(?i:co|de|e)-(?=\w)                                  # de-escalation
    | \b(?i:de\ (?:facto|jure)|en\ (?:masse|route)|per\ se)\b
    | \b(?:Al\ Jazeera|[Dd]e\ Gaulle|Der\ Spiegel|Die\ (?:Welt|Zeit)|El\ (?:Pa[ií]s|Salvador)|L[ae]\ Figaro|La\ Paz
        |Las\ Vegas|Le\ (?:Drian|Monde|Pen)|Los\ Angeles|[Vv]on\ der\ Leyen)\b
"""
"""What an English text holds that looks like a small word of another language."""
