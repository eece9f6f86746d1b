"""Who or what else could fill the asked place of an event: likely wrong names of the article, best first, and those
that would be unfair beside the right one.

Knows one event and its article. How choices are picked and what bars one for good is the business of `distractors` and
`fitting`; nobody is invented.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

from quiz.articles.article import Article
from quiz.authoring.akin import gone, of_a_family
from quiz.authoring.dice import chance
from quiz.authoring.event_halves import asked_of
from quiz.authoring.fitting import fields_of, posts, told_of
from quiz.authoring.french import place_article
from quiz.authoring.lands import neighbours_of
from quiz.authoring.topic import mentions, title_of
from quiz.facts.event import Event
from quiz.facts.event_words import known_bodies, known_places, nations
from quiz.facts.lexicon import is_first_name
from quiz.facts.within import between, everywhere, stands_in

_POWERS = ("États-Unis", "Russie", "Chine", "Royaume-Uni", "France", "Allemagne")
NEAR = 600
"""Characters within which a wrong name belongs to the matter."""


def likely(fact: Event, article: Article) -> tuple[str, ...]:
    """The wrong names worth offering, best first."""
    if fact.value_kind == "person":
        return _people(fact, article)
    if fact.value_kind == "place":
        return _departments(fact, article) if fact.family == "département" else near_places(fact, article)
    if fact.value_kind == "country":
        return (*_countries(fact, article), *_powers_beside(fact))
    known = known_bodies().get(fact.value)
    if fact.value_kind == "organisation" and not fact.others and fact.family == "groupe" and known is not None:
        return tuple(name for name in known.neighbours if name != fact.value)  # « le groupe | État islamique »
    others = [name for name in fact.others if not _same_body(name, fact.value)]
    if fact.family == "organisation":  # no « Ligue arabe » where an article on Belfort names the Union alone
        others = [name for name in others if stands_in(name, article.text, "-")]
    return tuple(others)


def _same_body(name: str, value: str) -> bool:
    """« la Commission Jean Morin » is « la Commission européenne »."""
    return name not in known_bodies() and name.split()[0] == value.split()[0] and " " in name


def near(article: Article, fact: Event, name: str) -> int:
    """How far from the evidence a name stands in the article, in characters."""
    found = everywhere(name.split()[-1], article.text)
    return min((abs(at - fact.evidence.start) for at in found), default=len(article.text))


# ---- people


_ELSEWHERE = 4000
"""Characters from which a digest of a day speaks of something else."""
_POST_IN_STEM = re.compile(
    r"\b(?:le|du|au|la|de la|à la) (?:chef(?:fe)? de l['’]État|[Pp]résidente?|[Pp]remi(?:er|ère) ministre)\b"
)


_MINISTER = re.compile(r"\bministre d(?:e la |e l['’] ?|es |u )[\wÀ-ÿ]+")


def _asked_by_post(name: str, fact: Event, text: str) -> bool:
    """« Qui dénonce une opération du Président ? »: not the president himself."""
    minister = _MINISTER.search(asked_of(fact))
    if minister is not None and minister.group() in " ".join(told_of(name, text)):
        return True
    said = _POST_IN_STEM.search(asked_of(fact))
    if said is None:
        return False
    post = (
        r"[Pp]remi(?:er|ère) ministre" if "inistre" in said.group() else r"(?:[Pp]résidente?|chef(?:fe)? de l['’]État)"
    )
    return re.search(rf"\b{post} (?:[a-zà-ÿ'’]+ ){{0,4}}(?:, )?{re.escape(name)}\b", text) is not None


_MAPPED = re.compile(
    r"\b(?:à|À|vers|depuis|jusqu['’]à|près de|(?:aéroport|[Aa]venue|boulevard|centre|collège|école|frégate|gare|hôpital"
    r"|hôtel|navire|paquebot|porte-avions|sous-marin"
    r"|lycée|métro|musée|place|plage|pont|prix|quai|rue|stade|station|tour|trophée|village|ville)(?: d(?:e|u))?) $"
)


def _people(fact: Event, article: Article) -> tuple[str, ...]:
    """Those near by first, of them those of the key's own field or post; no place that was taken for somebody, and
    nobody of another age: « Premier ministre sous Jean Fall »."""
    text = article.text
    own_fields, own_posts = fields_of(fact.value, text), posts(fact.value, text)
    womanly = fact.feminine and not fact.value_gender
    names = [] if womanly else [name for name in fact.others if not _a_place(name, text)]  # « la députée » is no man
    names = [name for name in names if near(article, fact, name) < _ELSEWHERE and not _asked_by_post(name, fact, text)]

    names = [name for name in names if not gone(name, text) and not of_a_family(name, text) and not a_firm(name)]
    names = list({(name.split()[-1], name[:1]): name for name in reversed(names)}.values())[::-1]  # Steve is Stephen

    def rank(name: str) -> tuple[int, int, int]:
        alike = bool(own_fields & fields_of(name, text)) + 2 * bool(own_posts & posts(name, text))
        return (0 if near(article, fact, name) < 2 * NEAR else 1), -alike, names.index(name)

    return tuple(sorted(names, key=rank))


_FIRM = re.compile(
    r"\b(?:Airlines|Airways|Bank|Capital|Consulting|Energy|Entertainment|Foundation|Group|Groupe|Habitat|Holding|Hospitality"
    r"|Hotels?|Industries|International|Invest|Labs?|Management|Media|Métropole|Motors|Partners|Pictures|Records|Résidences"
    r"|Services|Solutions|Studios?|Systems|Technologies)\b"
)


def a_firm(name: str) -> bool:
    """« Volute Hospitality »: a firm, though it is written as somebody is."""
    return _FIRM.search(name) is not None


def a_firm_by_its_land(fact: Event) -> bool:
    """« L'allemand Volute Brum a levé 500 millions »: a nation in small letters is that of a firm, unless the name
    begins as somebody's does."""
    if fact.value_kind != "person" or is_first_name(fact.value.split()[0]):
        return False
    found = re.search(
        rf"\b[Ll](?:e |a |['’] ?)(?P<nation>[a-zà-ÿ-]+) {re.escape(fact.written or fact.value)}", fact.evidence.text
    )
    return found is not None and found["nation"] in nations()


_BY_THE_WAY = re.compile(
    r"(?:\b(?:avec|chez|comme|contre|d(?:e|u)|pour|sauf|(?:coaché|entraîné|formé|incarné|inspiré|représenté)e?s? par) "
    r"|\bd['’])(?:[A-ZÀ-Þ][\w'’-]*\.? )*$"
)


def only_named(name: str, text: str) -> bool:
    """« un film de Luc Roy », « formé chez Luc Roy »: known, and with no part in what the article tells."""
    told = everywhere(name.split()[-1], text)
    return bool(told) and all(_BY_THE_WAY.search(text[max(0, at - 40) : at]) for at in told)


_LONG_AGO_BEFORE = re.compile(
    r"\b(?:[Dd]epuis|(?:coupe|trophée|prix|médaille)s? des mains d(?:e|['’])|records? (?:de|d['’]|détenu par))"
    r" ?(?:l[ea] |l['’])?[^,.;]{0,40}\Z"
)
_LONG_AGO_BEHIND = re.compile(
    r" ?\((?:19|20)\d\d ?[-–] ?(?:19|20)?\d\d\)"
    r"|, qui (?:s['’]était|avait) (?:imposé|gagné|remporté|détenu|établi|réussi|régné|dominé)e?\b"
)


def of_an_earlier_day(fact: Event, article: Article) -> tuple[str, ...]:
    """Champions of whom the article only tells what they had done: « depuis Awa Sow (1995-1997) », « recevant la coupe
    des mains de Lise Aubert », « Omar Ba, qui s'était imposé huit fois ». Nobody takes them for today's winner."""
    if fact.value_kind != "person":
        return ()
    return tuple(name for name in fact.others if _only_long_ago(name, article.text))


def _only_long_ago(name: str, text: str) -> bool:
    last = name.split()[-1]
    told = everywhere(last, text)
    return bool(told) and all(
        _LONG_AGO_BEFORE.search(text[max(0, at - 90) : at]) or _LONG_AGO_BEHIND.match(text, at + len(last))
        for at in told
    )


_BORN = re.compile(r"\bnée? [^.;]{0,50}?\b(1[89]\d\d|20\d\d)\b", re.IGNORECASE)


def no_year_for_it(fact: Event, article: Article) -> tuple[str, ...]:
    """Years that nobody would choose for what happened in another: the article's own, which is « cette année » to it,
    and those before the birth of whom the sentence tells."""
    if fact.slot != "date" or not re.fullmatch(r"\d{4}", fact.value):
        return ()
    key = int(fact.value)
    own = article.date[:4] if article.date else ""
    out = [own] if own and int(own) > key else []
    born = _BORN.search(fact.evidence.text)
    if born is not None and int(born[1]) < key:
        known = re.findall(r"\b(?:1[89]|20)\d\d\b", article.text)
        out += [year for year in dict.fromkeys(known) if int(year) <= int(born[1])]
    return tuple(out)


_CROWNED = re.compile(r"\b(?:empereur|impératrice|pape|princes?s?e?|reine|roi|sultan|tsar) $")


def _a_place(name: str, text: str) -> bool:
    """« Utah Beach », « Goz Beida », « l'avenue George V »: never but behind a word of the map, or with one."""
    if re.search(r"\b(?:Beach|City|Park|Island|Valley|Street|Hill|River|Bay|Lake|Stadium|Arena|Abbey|Square)$", name):
        return True
    if re.match(
        r"(?:Chalet|Château|Col|Domaine|Fort|Hôtel|Manoir|Mont|Parc|Place|Pont|Port|Porte|Stade|Tour|Villa)\b", name
    ):
        return True
    told = [text[max(0, at - 14) : at] for at in everywhere(name, text)]
    if re.search(r" [IVX]+$", name) and not any(_CROWNED.search(before) for before in told):
        return True  # « les stations George V et Rivoli »
    return bool(told) and all(_MAPPED.search(before) or before.endswith("sous ") for before in told)


# ---- places


_FRENCH = ("Paris", "Arcachon")
"""The towns that open the two rows of France, the large towns and the small."""


def _land(name: str, text: str) -> str:
    """The row of towns or of regions in which a place lies, "" where nothing tells: « à Volmont (Somme) » is French."""
    known = known_places().get(name)
    if known is not None:
        return _FRENCH[0] if known.neighbours[0] in _FRENCH else known.neighbours[0]
    places = (at for at in everywhere(name, text) if _AT.search(text, max(0, at - 3), at))
    beside = next((found for at in places if (found := _BRACKET.match(text, at + len(name)))), None)
    place = known_places().get(beside[1]) if beside is not None else None
    return _FRENCH[0] if place is not None and place.family.noun in ("département", "région française") else ""


def _located(name: str, text: str) -> bool:
    """« à Volmont (Somme) » is a town; « à Saint-Lazare » may be a station."""
    return between(_AT, name, _OPENS, text)


_AT = re.compile(r"\b[àÀ] \Z")
_BRACKET = re.compile(r" ?\( ?([\w'’ -]{3,30}?) ?[,)]")
_OPENS = re.compile(r" ?\(")


SEATS = {
    "Algérie": "Alger", "Allemagne": "Berlin", "Autriche": "Vienne", "Belgique": "Bruxelles",
    "Brésil": "Rio de Janeiro", "Chine": "Pékin", "Égypte": "Le Caire", "Espagne": "Madrid", "Grèce": "Athènes",
    "Inde": "New Delhi",
    "Irak": "Bagdad", "Iran": "Téhéran", "Italie": "Rome", "Japon": "Tokyo", "Libye": "Tripoli", "Maroc": "Rabat",
    "Mexique": "Mexico", "Pays-Bas": "Amsterdam", "Portugal": "Lisbonne", "Royaume-Uni": "Londres",
    "Russie": "Moscou", "Suisse": "Zurich", "Syrie": "Damas", "Sénégal": "Dakar", "Tunisie": "Tunis",
    "Turquie": "Istanbul", "États-Unis": "Washington",
}  # fmt: skip
"""A town in whose row of the places stand those of one country."""


def _of_another_land(home: str, country: str) -> bool:
    """« Saint-Louis » under « États-Unis : … » is not the one in Senegal."""
    lands = {known_places()[seat].neighbours[0]: land for land, seat in SEATS.items()}
    return country in SEATS and lands.get(home, country) != country


def near_places(fact: Event, article: Article) -> tuple[str, ...]:
    """The wrong places that lie where the right one does: no Rome beside Bujumbura, and beside « en Gironde » no town
    but those of the article. A small French town has others where the article names too few."""
    text, known = article.text, known_places().get(fact.value)
    if fact.family == "ville":  # « Salvador » and « Singapour » are countries as well
        fact = replace(fact, others=tuple(name for name in fact.others if place_article(name) is None))
    home = _land(fact.value, text)
    if _of_another_land(home, title_of(article).partition(" :")[0]):
        return tuple(name for name in fact.others if _located(name, text))
    if not home:
        far = {"Paris", *SEATS.values()} - {_seat_told(article)}  # no London beside a town of nobody knows where
        own = tuple(
            name for name in fact.others if name not in far and (name in known_places() or _located(name, text))
        )
        return (*own, *_of_the_land_told(fact, article)) if fact.family == "ville" and known is None else own
    same = known.family if known is not None else None
    found = [
        name
        for name in fact.others
        if _land(name, text) == home and (name not in known_places() or same in (None, known_places()[name].family))
    ]
    named = [name for name in found if stands_in(name, text, "-")]
    if home == _FRENCH[0] and fact.family == "ville":
        if _within_a_region(asked_of(fact)):
            return ()  # « à Bramans, en Savoie »: nothing tells which of the others lie there
        if _within_a_region(title_of(article)):
            return tuple(named)
        small = known_places()[_FRENCH[1]].neighbours
        if known is None and len(named) < _ENOUGH:
            at = chance(f"{fact.evidence.source}/{fact.value}", len(small))
            found += [name for name in (*small[at:], *small[:at]) if name not in text][:_ENOUGH]
    return tuple(dict.fromkeys((*named, *found)))


_ENOUGH = 2


def _seat_told(article: Article) -> str:
    """The great town of the country that the title begins with."""
    return SEATS.get(title_of(article).partition(" :")[0], "Paris")


def _of_the_land_told(fact: Event, article: Article) -> tuple[str, ...]:
    """Beside a town that no list has, others of the country that the title begins with or the question names: « Dans
    quelle ville … ? » under « Turquie : … », « … en Espagne ? ». Of France small ones, unless a region is told."""
    shown = f"{title_of(article)} {asked_of(fact)}"
    country = title_of(article).partition(" :")[0]
    if country == "France" and not _within_a_region(shown):
        row = known_places()[_FRENCH[1]].neighbours
    else:
        behind = next((land for land in SEATS if re.search(rf"\b(?:en|au|aux) {land}\b", asked_of(fact))), country)
        if behind not in SEATS or behind in _WIDE_LANDS:
            return ()
        row = known_places()[SEATS[behind]].neighbours
    at = chance(f"{fact.evidence.source}/{fact.value}", len(row))
    return tuple(name for name in (*row[at:], *row[:at]) if name not in article.text)[:_ENOUGH]


_WIDE_LANDS = ("États-Unis", "Russie", "Chine", "Inde", "Brésil")
"""Countries of which no row holds all towns, so that a small one stands out beside its neighbours."""


def _within_a_region(shown: str) -> bool:
    """Whether « dans l'Ain », « en Bretagne », « (Gard) » tells in which part of France the matter lies."""
    return _inside_a_region().search(shown) is not None


@cache
def _inside_a_region() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for region, row in _regions() for name in (*region, *row))
    return re.compile(rf"(?:(?:en|dans l[ae]s?|du|de la|des|au) |(?:dans l|de l|d)['’]|\()(?:{names})(?![\w-])")


@cache
def _regions() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The names of each region of France, and its departments."""
    table = tomllib.loads((Path(__file__).parent / "data" / "departments.toml").read_text(encoding="utf-8"))["regions"]
    return tuple((tuple(names.split(" | ")), tuple(row.split(" | "))) for names, row in table.items())


def region_of(department: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The names of the region in which a department lies and its departments, None for what is none."""
    return next((region for region in _regions() if department in region[1]), None)


def _departments(fact: Event, article: Article) -> tuple[str, ...]:
    """Departments of the key's own region, those of the article first; beside « en Bretagne » no other."""
    region = region_of(fact.value)
    if region is None:
        return near_places(fact, article)
    names, row = region
    named = [name for name in fact.others if stands_in(name, article.text, "-")]
    shown = f"{title_of(article)} {asked_of(fact)}"
    told = any(stands_in(name, shown, "-") for name in names)
    at = row.index(fact.value)
    own = (*row[at + 1 :], *row[:at])
    elsewhere = () if told else tuple(name for name in (*named, *fact.others) if name not in own)
    return tuple(dict.fromkeys((*(name for name in named if name in own), *own, *elsewhere)))


# ---- countries


def _countries(fact: Event, article: Article) -> list[str]:
    """Those of the article that lie near the right one first, then those named near it; of a place only the former,
    where the map has enough: no Spain beside Guinea."""
    own = neighbours_of(fact.value)
    named = sorted(fact.others, key=lambda name: (name not in own, near(article, fact, name) > NEAR))
    return [name for name in named if name in own] if fact.slot == "place" and len(own) > _ENOUGH else named


def _powers_beside(fact: Event) -> tuple[str, ...]:
    """Beside a power two others, where the article names too few countries."""
    if fact.value not in _POWERS or fact.slot in ("object", "place"):
        return ()
    return tuple(name for name in _POWERS if name != fact.value)


_BRITISH = ("Royaume-Uni", "Grande-Bretagne", "Angleterre", "Écosse", "Pays de Galles")
_THE = r"(?:l[ea]s? |l['’])?"
_AIMED_AT = r"(?:en|au|aux|contre|sur|vers|face à|chez)"


def unfair(fact: Event, article: Article) -> tuple[str, ...]:
    """Countries that nobody would choose: « la Suède » where the question has « l'équipe suédoise », « la Syrie » where
    the title has « frappes en Syrie »."""
    if fact.value_kind != "country":
        return ()
    if fact.value in _BRITISH:
        return tuple(name for name in _BRITISH if name != fact.value)  # « l'Angleterre » lies in « le Royaume-Uni »
    asked = {nations().get(word) for word in re.findall(r"[\w-]+", asked_of(fact).lower())}
    out = [name for name in asked if name and name != fact.value]
    title = title_of(article)
    if fact.slot in ("agent", "of", "by"):
        for name in dict.fromkeys((*fact.others, *_POWERS)):
            aimed = rf"\b{_AIMED_AT} {_THE}(?:[\w-]+ et (?:en |au |aux )?{_THE})?{re.escape(name)}\b"
            if name != fact.value and mentions(title, name) and re.search(aimed, title):
                out.append(name)
    return tuple(out)
