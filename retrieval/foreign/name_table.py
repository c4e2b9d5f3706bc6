"""What are countries, cities and institutions called in other languages?"""

from __future__ import annotations

NAMES = """
    Russia / Russland / Russie / Rusia / Rosja / Россия / Росія
    Russian / russisch- Russe / russe russo / ruso / rosyjsk- Rosjanin / российск- русск- россиянин / російськ- росіянин
    Ukraine / Ukraine / Ukraine / Ucrania / Ukraina / Украина / Україна
    Ukrainian / ukrainisch- Ukrainer / ukrainien / ucraniano / ukraińsk- Ukrainiec / украинск- украинец
        / українськ- українець
    USA / USA / États-Unis / EEUU / USA / США / США
    American / amerikanisch- Amerikaner / américain / americano estadounidense / amerykańsk- Amerykanin
        / американск- американец / американськ- американець
    Europe / Europa / Europe / Europa / Europa / Европа / Європа
    European / europäisch- Europäer / européen / europeo / europejsk- Europejczyk / европейск- европеец
        / європейськ- європеєць
    EU / EU / UE / UE / UE / ЕС / ЄС
    NATO / NATO / OTAN / OTAN / NATO / НАТО / НАТО
    OSCE / OSZE / OSCE / OSCE / OBWE / ОБСЕ / ОБСЄ
    UN / UNO / ONU / ONU / ONZ / ООН / ООН
    CNN / CNN / CNN / CNN / CNN / СНН / СНН
    RIA / RIA / RIA / RIA / RIA / РИА / РІА
    Reuters / Reuters / Reuters / Reuters / Reuters / Рейтер Ройтерс / Рейтер Ройтерс
    Kremlin / Kreml / Kremlin / Kremlin / Kreml / Кремль / Кремль
    Pentagon / Pentagon / Pentagone / Pentágono / Pentagon / Пентагон / Пентагон
    Moscow / Moskau / Moscou / Moscú / Moskwa / Москва / Москва
    Kyiv / Kiew / Kiev / Kiev / Kijów / Киев / Київ
    Washington / Washington / Washington / Washington / Waszyngton / Вашингтон / Вашингтон
    Geneva / Genf / Genève / Ginebra / Genewa / Женева / Женева
    Brussels / Brüssel / Bruxelles / Bruselas / Bruksela / Брюссель / Брюссель
    Vienna / Wien / Vienne / Viena / Wiedeń / Вена / Відень
    Berlin / Berlin / Berlin / Berlín / Berlin / Берлин / Берлін
    Paris / Paris / Paris / París / Paryż / Париж / Париж
    London / London / Londres / Londres / Londyn / Лондон / Лондон
    Rome / Rom / Rome / Roma / Rzym / Рим / Рим
    Warsaw / Warschau / Varsovie / Varsovia / Warszawa / Варшава / Варшава
    Prague / Prag / Prague / Praga / Praga / Прага / Прага
    Lisbon / Lissabon / Lisbonne / Lisboa / Lizbona / Лиссабон / Лісабон
    Athens / Athen / Athènes / Atenas / Ateny / Афины / Афіни
    Beijing / Peking / Pékin / Pekín / Pekin / Пекин / Пекін
    Minsk / Minsk / Minsk / Minsk / Mińsk / Минск / Мінськ
    Donetsk / Donezk / Donetsk / Donetsk / Donieck / Донецк / Донецьк
    Donbas / Donbass / Donbass / Donbás Donbass / Donbas / Донбасс / Донбас
    Crimea / Krim / Crimée / Crimea / Krym / Крым / Крим
    Kharkiv / Charkiw / Kharkiv / Járkov / Charków / Харьков / Харків
    Odesa / Odessa / Odessa / Odesa / Odessa / Одесса / Одеса
    Lviv / Lemberg / Lviv / Leópolis / Lwów / Львов / Львів
    Istanbul / Istanbul / Istanbul / Estambul / Stambuł / Стамбул / Стамбул
    Germany / Deutschland / Allemagne / Alemania / Niemcy / Германия / Німеччина
    German / deutsch- / allemand / alemán / niemieck- / немецк- / німецьк-
    France / Frankreich / France / Francia / Francja / Франция / Франція
    French / französisch- / français / francés / francusk- / французск- / французськ-
    UK / Großbritannien / Grande-Bretagne / Bretaña / Brytania / Великобритания Британия / Великобританія Британія
    British / britisch- / britannique / británico / brytyjsk- / британск- / британськ-
    Poland / Polen / Pologne / Polonia / Polska / Польша / Польща
    Polish / polnisch- / polonais / polaco / polsk- / польск- / польськ-
    China / China / Chine / China / Chiny / Китай / Китай
    Chinese / chinesisch- / chinois / chino / chińsk- / китайск- / китайськ-
    Turkey / Türkei / Turquie / Turquía / Turcja / Турция / Туреччина
    Belarus / Belarus Weißrussland / Biélorussie / Bielorrusia / Białoruś / Беларусь Белоруссия / Білорусь
    Switzerland / Schweiz / Suisse / Suiza / Szwajcaria / Швейцария / Швейцарія
    Austria / Österreich / Autriche / Austria / Austria / Австрия / Австрія
    Belgium / Belgien / Belgique / Bélgica / Belgia / Бельгия / Бельгія
    Italy / Italien / Italie / Italia / Włochy / Италия / Італія
    Spain / Spanien / Espagne / España / Hiszpania / Испания / Іспанія
    Georgia / Georgien / Géorgie / Georgia / Gruzja / Грузия / Грузія
    Kazakhstan / Kasachstan / Kazakhstan / Kazajistán / Kazachstan / Казахстан / Казахстан
    Iran / Iran / Iran / Irán / Iran / Иран / Іран
    Israel / Israel / Israël / Israel / Izrael / Израиль / Ізраїль
    Syria / Syrien / Syrie / Siria / Syria / Сирия / Сирія
    Japan / Japan / Japon / Japón / Japonia / Япония / Японія
    India / Indien / Inde / India / Indie / Индия / Індія
    Canada / Kanada / Canada / Canadá / Kanada / Канада / Канада
    Finland / Finnland / Finlande / Finlandia / Finlandia / Финляндия / Фінляндія
    Sweden / Schweden / Suède / Suecia / Szwecja / Швеция / Швеція
    Norway / Norwegen / Norvège / Noruega / Norwegia / Норвегия / Норвегія
    Hungary / Ungarn / Hongrie / Hungría / Węgry / Венгрия / Угорщина
    Romania / Rumänien / Roumanie / Rumania Rumanía / Rumunia / Румыния / Румунія
    Moldova / Moldau / Moldavie / Moldavia / Mołdawia / Молдавия Молдова / Молдова
    Lithuania / Litauen / Lituanie / Lituania / Litwa / Литва / Литва
    Latvia / Lettland / Lettonie / Letonia / Łotwa / Латвия / Латвія
    Estonia / Estland / Estonie / Estonia / Estonia / Эстония / Естонія
    Putin / Putin / Poutine / Putin / Putin / Путин / Путін
    Zelensky / Selenskyj / Zelensky / Zelenski / Zełenski / Зеленский / Зеленський
    Biden / Biden / Biden / Biden / Biden / Байден / Байден
    Council / - / Conseil / Consejo / Rada / Совет / Рада
    Ministry / Ministerium / ministère / ministerio / ministerstwo / министерство / міністерство
    President / Präsident / président / presidente / prezydent / президент / президент
    Organization / Organisation / organisation / organización / organizacja / организация / організація
    Security / Sicherheit / sécurité / seguridad / bezpieczeństwo / безопасность / безпека
    Soviet / sowjetisch- / soviétique / soviético / radzieck- / советск- / радянськ-
"""
"""In English / German / French / Spanish / Polish / Russian / Ukrainian, in the nominative. What has a capital here is
known by it alone; a hyphen stands for the endings of an adjective, or for a
name that is missing: Rat is English, too."""
