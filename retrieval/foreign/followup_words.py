"""Which words tell that a question leans on another, in languages other than English?"""

from __future__ import annotations

from retrieval.foreign.language import Foreign

TABLES: dict[Foreign, str] = {
    "de": r"""
        opener: und|aber|oder|also|dann|ok|okay|was ist mit|wie (?:steht|sieht) es(?= (?:in|im|bei|mit)\b)
        asks: wer|wen|wem|wessen|was|wann|wo|woher|wohin|warum|wieso|weshalb|wozu|worüber|womit|wovon|wie
            |wie ?viele?[rn]?|welche[rsnm]?
        who: wer|wem|wen|wessen
        when: wann|an welchem tag|welcher tag
        there: dort|dorthin
        preposition: in|im|an|am|auf|bei|beim|mit|nach|von|vom|vor|zu|zum|zur|über|für|gegen|aus|seit|bis|wegen|durch
            |um
        article: der|die|das|den|dem|des|ein|eine|einen|einem|einer
        about: über|zu|zum|zur
        verb: ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|hatten|kann|können|soll|sollen|will|wollen
            |muss|müssen|darf|gibt|sagt|sagte
        person: er|ihn|ihm|(?-i:seine?[rsmn]?(?= [A-ZÄÖÜ]))
            |(?:(?<=hat )|(?<=sagt )|(?<=sagte )|(?<=ist )|(?<=will )|(?<=wird )|(?<=kann )|(?<=kommt ))(?-i:sie)
        thing: (?-i:sie|ihnen|ihre[rsmn]?|ihr(?= [A-ZÄÖÜ]))|deren|dort|dorthin|davon|darüber|dazu|daran|dabei|danach
            |das(?=\W*$)|(?:(?<=dauert )|(?<=beginnt )|(?<=findet ))es
        reader: ich|du|dich|dir|(?-i:Sie|Ihnen|Ihre?[rsmn]?)
        light: lange|steht|sieht|viele?[nr]?|sagen|gesagt|sag|mir|machen|macht|passiert|passieren|geschieht|gehen|geht
            |weiter|genau|eigentlich|denn|sonst|heißt|bedeutet|beginn(?:t|en)|dauer(?:t|n)|find(?:et|en)|statt
            |stattfinden|da|heute|gestern|morgen|hin|tag|datum|uhr|uhrzeit|stadt|ort|land|sein\w{0,2}|ihr\w{0,2}|ihn
            |ihm|ihnen
        courtesy: (?:danke|(?:vielen|besten|herzlichen) dank)(?: dir| ihnen| euch| schön| sehr| vielmals)*
            (?: für (?:die|deine|ihre) (?:\w+ )?(?:hilfe|antwort(?:en)?|auskunft|infos?|informationen))?
            |dankesch(?:ö|oe)n|bitte|hallo|hi|moin|servus|tschüss?|ciao
            |super|prima|toll|sehr gut|gut|klar|ja|nein|guten? (?:morgen|abend|tag|nacht)|ok|okay|entschuldigung|sorry
            |schade|wie geht['’]?s|wie geht es (?:dir|ihnen)|auf wiedersehen
    """,
    "fr": r"""
        opener: et|mais|ou|donc|alors|puis|ok|qu['’]en est-il
        asks: qui|que|qu['’]\w+|quoi|quand|où|pourquoi|comment|combien|quel|quelle|quels|quelles|lequel|laquelle
        who: qui
        when: quand|quel jour|à quelle date
        there: là-bas|y
        preposition: à|au|aux|en|dans|sur|sous|avec|chez|contre|pour|par|de|du|des|d['’]|vers|avant|après|depuis|entre
        article: le|la|les|l['’]|un|une|des|du
        about: sur|concernant
        verb: est|sont|a|ont|était|étaient|sera|seront|aura|auront|va|vont|peut|peuvent|veut|veulent|doit|fait|dit|y
        person: elle|lui
            |(?<!y a-t-)(?<!y aura-t-)(?<!passe-t-)(?<!arrive-t-)(?<!reste-t-)(?<!existe-t-)
            (?<!faut-)(?<!fait-)(?<!pleut-)(?<!s['’]agit-)il(?! (?:y|faut|est|s['’]agit|vrai
            |possible|nécessaire|question|temps|se passe|pleut|neige)\b)|(?:son|sa|ses)(?= \w)
        thing: ils|elles|leurs?|eux|là-bas|y(?= (?:est|sera|seront|aura|va|vont|était)\b(?!-))|cela|ça
        reader: je|j['’]\w+|tu|toi|te|vous|[\w-]+-(?:tu|vous)|ça va|quelle heure est-il
        light: passer?|passé|commenc\w+|dur(?:e|ent|era|eront)|lieu|aur(?:a|ont)|précisément|exactement|encore|aussi
            |autre|signifie|faire|fait|seront|était|dis|moi|avoir|déclaré|affirmé|aujourd['’]hui|hier|demain|suite|jour
            |date|heure|ville|pays|endroit|lieux?
        courtesy: (?:un |grand |mille )*mercis?(?: beaucoup| bien| infiniment| à (?:toi|vous))?
            (?: pour (?:votre |ton |la |cette |l['’])(?:aide|réponse|information))?
            |bonjour|bonsoir|salut|coucou|svp|s['’]il (?:te|vous) plaît
            |oui|non|ok|okay|super|d['’]accord|parfait|très bien|bien|au revoir|pardon|(?:comment )?ça va|bonne nuit
            |bonne journée
    """,
    "es": r"""
        opener: y|e|pero|o|entonces|bueno|ok|qu[eé] (?:hay de|pasa con)
        asks: qui[eé]n|qui[eé]nes|qu[eé]|cu[aá]ndo|a?d[oó]nde|c[oó]mo|cu[aá]nt[oa]s?|cu[aá]l|cu[aá]les
        who: qui[eé]n|qui[eé]nes
        when: cu[aá]ndo|qu[eé] (?:día|fecha)
        there: all[íi]|ahí|allá
        preposition: a|al|en|con|contra|de|del|desde|hacia|hasta|para|por|sobre|tras|ante|entre|según
        article: el|la|los|las|un|una
        about: sobre|de|del
        verb: es|son|está|están|fue|fueron|era|será|serán|ha|han|hay|tiene|tienen|va|van|puede|pueden|quiere|quieren
            |dijo|dice
        person: él|ella
        thing: ellos|ellas|sus?(?= \w)|all[íi]|ahí|allá|eso(?=\W*$)
            |(?:de|sobre|con|después de|antes de) (?:eso|esto|ello)
        reader: yo|tú|usted|ustedes|eres|puedes|(?:cómo|qué) (?:está|estás|tal)(?=\W*$)|su nombre|qu[eé] hora es
        light: empiezan?|empezarán?|comienzan?|comenzarán?|duran?|durarán?|terminan?|terminarán?|pasa|pasó|pasará
            |ocurre|ocurrió|sucede|celebran?|celebrarán?|lugar|tendrán?|exactamente|dicen|dijeron|decir|hacer|hizo|hoy
            |ayer|mañana|declaró|dime|significa|concretamente|día|fecha|hora|ciudad|país|sus?
        courtesy: (?:much(?:as|ísimas) )?gracias(?: por (?:todo|(?:tu|su|la) (?:ayuda|respuesta|información)))?|hola
            |buen[oa]s (?:d[íi]as|tardes|noches)|adi[óo]s|chao|vale|genial|perfecto|bien|sí|muy bien|no|ok|okay|perdón
            |por favor|(?:qué tal|cómo estás?)(?=\W*$)
    """,
    "pl": r"""
        opener: a|i|ale|albo|lub|więc|no|ok|co ze?(?= \w)|co do(?= \w)
        asks: kto|kogo|komu|kim|co|czego|czemu|czym|kiedy|gdzie|dokąd|skąd|dlaczego|po co|jak|jaki\w*|jaka|ile|ilu
            |któr\w+
        who: kto|kogo|komu|kim
        when: kiedy|którego dnia
        there: tam
        preposition: ze strony|w|we|na|o|do|z|ze|od|przy|przed|po|u|dla|nad|pod|za|przeciw|wobec|między
        article: (?!)
        about: o|na temat
        verb: jest|są|był\w*|będzie|będą|ma|mają|może|mogą|chce|chcą|czy|się|powiedział\w*|mówi
        person: on|ona|jego|jej|jemu|mu|niego|niej|nim|nią|go
        thing: oni|one|ono|ich|im|nimi|nich|tam|to(?=\W*$)|(?:o|po|przed|z) tym
        reader: ja|ty|cię|ciebie|tobie|wy|was|jesteś|pan|pani|która (?:jest )?godzina
        light: zaczyna\w*|zacz(?:nie|ną)|rozpoczyna\w*|rozpocz(?:nie|ną)|trwa\w*|potrwa\w*|kończ\w+|odbęd(?:zie|ą)
            |odbywa\w*|dzieje|stało|stanie|dokładnie|jeszcze|właściwie|dalej|znaczy|mów\w+|powiedzie\w+|powie|powiedz
            |dziś|dzisiaj|wczoraj|jutro|dzień|dnia|data|godzin\w+|mieście|kraju|strony|im|go|co|po
        courtesy: (?:bardzo )?dzi[ęe]kuj[ęe](?: ci| bardzo)*(?: za (?:pomoc|odpowiedź|informacje?))?
            |(?:wielkie )?dzi[ęe]ki|cze[śs][ćc]|hej|witam|witaj|dzie[ńn] dobry|dobry wiecz[óo]r|dobranoc|proszę|tak|nie
            |ok|okay|dobrze|bardzo dobrze|super|świetnie|przepraszam|do widzenia|pa|jak się masz|co słychać
    """,
    "ru": r"""
        opener: (?:как|что) насч[её]т|что касается|(?<=а )что со?(?= \w)|а|и|но|или|тогда|ну|так|ок
        asks: кто|кого|кому|кем|ком|что|чего|чему|чем|ч[её]м|когда|где|куда|откуда|почему|зачем|как|каков\w*
            |как(?:ой|ая|ое|ие|ую|их|им|ими|ом)|сколько|скольк\w+|чей|чья|чьи|чь[её]
        who: кто|кого|кому|кем|ком
        when: когда|в какой день|какого числа
        there: там|туда
        preposition: со стороны|в|во|на|о|об|про|с|со|к|ко|от|из|у|по|за|для|до|после|перед|при|против|между|над|под
        article: (?!)
        about: о|об|про
        verb: был\w*|буд\w+|есть|ли|нет|может|могут|хочет|хотят|сказал\w*|говорит
        person: он|она|его|её|ее|ему|ей|него|не[её]|нему|ней|н[её]м|ним
        thing: они|оно|их|им|ними|них|там|туда|это(?=\W*$)|(?:об|после|до|с|при|перед|про) эт(?:ом|ого|им|о)
        reader: я|ты|вы|тебя|тебе|вас|вам|тобой|вами|который час
        light: сказа\w+|скажи\w*|говор\w+|заявил\w*|происход\w+|произойд\w+|произош\w+|случ\w+|нач(?:н|ин)[её]\w+
            |нача(?:ть|л)\w*|начну\w+|начина\w+|пройд[её]т\w*|пройдут|состо(?:ит|ят)ся|дл[ия]тся|продл[ия]тся|законч\w+
            |знач\w+|именно|точно|конкретно|дальше|делать|сегодня|вчера|завтра|день|дата|числа|пор|насч[её]т|касается
            |стороны|час\w*|времени|городе|стране|месте|тогда|ну
        courtesy: (?:большое |огромное )?спасибо(?: большое| огромное| вам| тебе)*(?: за (?:помощь|ответы?|информацию))?
            |благодарю|привет|здравствуйте?
            |добр(?:ый|ое|ого) (?:день|дня|вечер|утро)|пожалуйста|да|нет|ок|окей|очень хорошо|хорошо|отлично|понятно
            |ясно|извините?|пока|до свидания|супер|класс|как дела|спокойной ночи
    """,
    "uk": r"""
        opener: (?:як|що) (?:щодо|стосовно)|(?<=а )що з[іо]?(?= \w)|а|і|й|та|але|або|тоді|ну|отже|ок
        asks: хто|кого|кому|ким|що|чого|чому|чим|коли|відколи|де|куди|звідки|навіщо|як
            |як(?:ий|а|е|і|ого|ої|ому|у|их|ими|им)|скільки|скільк\w+|чий|чия|чиї|котр\w+
        who: хто|кого|кому|ким
        when: коли|відколи|якого дня
        there: там|туди
        preposition: з боку|в|у|на|о|об|про|щодо|з|із|зі|к|до|від|по|за|для|після|перед|при|проти|між|над|під|біля
        article: (?!)
        about: про|щодо
        verb: бу[влд]\w*|є|чи|немає|може|можуть|хоче|хочуть|каже|сказа\w+
        person: він|вона|його|йому|її|їй|нього|неї|ньому|ній|ним|нею
        thing: вони|воно|їх|їм|їхн\w+|ними|них|там|туди|це(?=\W*$)|(?:про|після|до|з|при|перед) ц(?:е|ього|им|ьому)
        reader: я|ти|ви|тебе|тобі|вас|вам|тобою|вами|котра година
        light: сказа\w+|скажи\w*|каж\w+|говор\w+|заяви\w+|відбу\w+|стал[оа]ся|станеться|почн\w+|почина\w+|розпочн\w+
            |трива\w+|закінч\w+|знач\w+|означа\w+|саме|точно|конкретно|далі|робити|сьогодні|вчора|завтра|день|дня|дата
            |стосовно|боку|годин\w+|місті|країні|тоді|ну|ще
        courtesy: (?:щиро |дуже |красно )?дякую(?: дуже| вам| тобі)*(?: за (?:допомогу|відповід[ьі]|інформацію))?
            |спасибі|привіт|вітаю
            |добр(?:ий|ого) (?:день|дня|вечір|вечора|ранок|ранку)|добридень|прошу|будь ласка|так|ні|ок|окей|дуже добре
            |добре|гаразд|чудово|зрозуміло|ясно|вибачте?|бувай|до побачення|супер|клас|як справи|на добраніч
    """,
}
"""Regular expressions, by what they tell:

opener, asks, preposition, article, there, when, who   as in English: and, what, in, the, there, when, who
about       prepositions before a matter rather than before a place or a person
verb        small verbs: behind “and” there is then a clause, not a fragment
person      he and she, and what is theirs; in these languages it may be a thing's, too
thing       they, it, there
reader      I and you: talk with the bot, not about the articles; what time is it
light       words that may stand in a question on anything
courtesy    thanks, hello and the like, which ask nothing
"""
SAYS: dict[Foreign, tuple[tuple[str, str], ...]] = {
    "de": (
        (r"(was (?:hat|sagte?)) (?:er|sie)(?=\W*$| (?:über|zu[mr]?|in|am|da|dazu|gesagt|sonst|noch|genau)\b)", r"\1 "),
    ),
    "fr": (
        (r"(qu)['’](a)-t-(?:il|elle) (dit|déclaré|affirmé)", r"\1'\2 \3 "),
        (r"(qu)['’]est-ce qu['’](?:il|elle) (a) (dit|déclaré|affirmé)", r"\1'\2 \3 "),
        (r"(que dit)-(?:il|elle)", r"\1 "),
    ),
    "es": (
        (
            (
                r"(qué (?:dijo|dice|declaró))(?: él| ella)?"
                r"(?=\W*$| (?:sobre|de|del|acerca|en|el (?:\w+es|sábado|domingo|\d+))\b)"
            ),
            r"\1 ",
        ),
    ),
    "pl": (
        (r"(co) (?:on|ona) (powiedział[ao]?|mówi)", r"\1 \2 "),
        (r"(co (?:powiedziała?|mówi))(?: on| ona)?(?=\W*$| (?:o|na|po|w|we)\b)", r"\1 "),
    ),
    "ru": (
        (r"(что) (?:он|она) (сказала?|говорит|заявила?)", r"\1 \2 "),
        (r"(что (?:сказала?|говорит|заявила?))(?: он| она)?(?=\W*$| (?:об?|про|на|по|во?)\b)", r"\1 "),
    ),
    "uk": (
        (r"(що) (?:він|вона) (сказа(?:в|ла)|каже|заяви(?:в|ла))", r"\1 \2 "),
        (r"(що (?:сказа(?:в|ла)|каже|заяви(?:в|ла)))(?: він| вона)?(?=\W*$| (?:про|на|щодо|у|в)\b)", r"\1 "),
    ),
}
"""“What did he say?”, where he need not be named, and what stands before his name once he is: phrases.py reads that."""
