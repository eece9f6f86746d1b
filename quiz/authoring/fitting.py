"""Whether a reader of the article could take a wrong choice for right: a person by their known post, a club by the
article that names it, a day by the side of the article's own day it lies on.

Works on the article's words. Refuses to know how choices are found or how they look.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from quiz.articles.article import full_day
from quiz.authoring.bystanders import in_passing, unlike_beings
from quiz.authoring.candidate import Candidate
from quiz.authoring.french import MONTHS
from quiz.authoring.lands import ON_THE_SPOT, abroad, at_home, elsewhere, may_compete, near_by
from quiz.authoring.lists import phrases as listed
from quiz.authoring.lists import stock
from quiz.authoring.public_people import in_office, in_public_life, out_of_view, peers, stranger, year_of
from quiz.facts.event import Event
from quiz.facts.fact import Specification
from quiz.facts.lexicon import bag, demonyms, is_first_name
from quiz.facts.roles import role_nouns
from quiz.facts.within import everywhere, stands_in, told_beside
from quiz.typography import fold

_HEADS = bag("président PDG directeur patron fondateur dirigeant gérant")
"""Who runs a firm or a club: one may be taken for another."""
_STATE = r"(?:de la République|des États-Unis|du gouvernement|de l['’]État)"
_RULERS = bag("président roi chancelier pape émir sultan empereur")
_DAY = re.compile(rf"(?P<day>\d{{1,2}}|1er)\s(?P<month>{'|'.join(MONTHS)})(?:\s(?P<year>\d{{4}}))?", re.IGNORECASE)


def fits(candidate: Candidate, choice: str, text: str, published: str | None) -> bool:
    """Whether the wrong choice could be right for who has read the article.

    `text` is what the article (and those near it) says, "" where that is not known; `published` its day.
    """
    kind = candidate.distractor_type.split(":")[0]
    if kind == "date" or candidate.distractor_type == "quantity:date":
        if _too_far_in_years(candidate, choice, published, text):
            return False
        return same_side(candidate, choice, published) and as_long(candidate.answer.fr, choice)
    if kind == "person" and len(_words(choice) & _words(candidate.answer.fr)) > 1:
        return False  # « Luis Javier Roux » beside « Luís Javier Rous » is the same man
    if not text:
        return True
    if not at_home(choice, text):
        return False
    if candidate.construction in ("nationality-of", "represents-nation"):
        return may_compete(choice, text.partition("\n")[0])
    if kind == "country" and isinstance(candidate.fact, Event):
        return near_by(candidate.answer.fr, choice, text, of_the_map=candidate.fact.slot == "place")
    if kind == "organisation" and choice in stock()["unseen"]["firms"] and ON_THE_SPOT.search(candidate.question.fr):
        return False
    if kind == "place" and abroad(choice, text.partition("\n")[0]) and not stands_in(choice, text, "-"):
        return False
    if kind == "place" and elsewhere(candidate.answer.fr, text.partition("\n")[0]):
        return False
    if kind == "place" and _COURT.search(candidate.question.fr) and not stands_in(choice, text, "-"):
        return False  # beside the court of one suburb no far-off town
    if kind == "place" and isinstance(candidate.fact, Event):
        return fold(choice) in {fold(name) for name in candidate.fact.others}
    if candidate.distractor_type.startswith("organisation:club"):
        name, told = fold(choice), fold(text)
        return name in told and stands_in(name, told, "-")
    if kind == "person" and candidate.construction == "role-holder":
        return _may_hold(candidate, choice, text)
    if kind == "person" and isinstance(candidate.fact, Event):
        if _CATEGORY.search(candidate.question.fr) and _BOTH.search(text):
            return False  # whoever else the article names has won in another category
        if _SEX.search(candidate.question.fr) and not is_first_name(choice.split()[0]):
            return False  # « Chez les hommes, qui… »: nothing tells that Borghild is one
        if fold(choice) not in {fold(name) for name in candidate.fact.others}:
            return False  # who is told of in another article has nothing to do with this one
        if out_of_rank(candidate.answer.fr, choice, text, published) or told_in_stem(candidate, choice, text):
            return False
        if unlike_beings(candidate.answer.fr, choice, text) or in_passing(choice, text):
            return False
        if nation_above(candidate.answer.fr, choice, text):
            return False
        if asks_of_power(candidate, choice, text, published) or told_above(candidate, choice, text):
            return False
        return may_act(candidate.answer.fr, choice, text)
    return True


_COURT = re.compile(r"\b(?:tribunal|cour d['’](?:appel|assises)|parquet|procureure?|préfecture|commissariat)\b")


# ---- people


_CATEGORY = re.compile(r"\b(?:dames|messieurs|couples?|féminine?s?|masculine?s?)\b")
_SEX = re.compile(
    r"\b(?:[Cc]hez les|[Cc]ôté|course des|épreuve des) (?:hommes|femmes|messieurs|dames|garçons|filles)\b"
)
_BOTH = re.compile(r"\bdames\b[\s\S]*\bmessieurs\b|\bmessieurs\b[\s\S]*\bdames\b")


def _words(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", fold(name))) - {
        "de",
        "la",
        "le",
        "du",
        "van",
        "von",
        "ben",
        "el",
        "al",
        "da",
    }


def posts(name: str, text: str) -> set[str]:
    """The posts a text gives somebody, in the masculine: « la maire de Brest, Ada Roux » is "maire"."""
    return {
        noun.lemma.split("|")[0]
        for told in told_of(name, text)
        for word in re.findall(r"[\w-]+", told)
        if (noun := role_nouns().get(word.lower())) is not None and noun.role_class in ("head", "post")
    }


@lru_cache(1024)
def told_of(name: str, text: str) -> tuple[str, ...]:
    """The words just before a name, else those behind its comma, within the clause."""
    return tuple(told_beside(name, text, _BEFORE, _BEHIND, 9))


_BEFORE = re.compile(r"(?P<told>(?:[\w'’-]+ ){1,8}(?:\w+, )?)\Z")
_BEHIND = re.compile(r" ?[,(] ?(?P<told>(?:[\w'’-]+ ?){1,5})")


def _may_hold(candidate: Candidate, choice: str, text: str) -> bool:
    """Only another holder of such a post: no spokesman for an archbishop, no president for a spokesman."""
    fact = candidate.fact
    if not isinstance(fact, Specification):
        return True
    noun = role_nouns().get(fact.frame.verb.split()[-1].lower()) if fact.frame.verb else None
    asked = noun.lemma.split("|")[0] if noun is not None else fact.frame.verb
    known = posts(choice, text)
    key = candidate.answer.fr
    if rules_a_state(choice, text) or a_president(choice, text):
        alike = rules_a_state(key, text) or (a_president(key, text) and not fact.frame.rest)
        return asked in known and alike  # no ruler for the president of a guild
    return asked in known or (asked in _HEADS and bool(known & _HEADS))


def rules_a_state(name: str, text: str) -> bool:
    """« le président américain Paul Roux », « le roi Paul »: a head of state, not of a firm."""
    for told in told_of(name, text):
        words = {word.lower() for word in re.findall(r"[\w-]+", told)}
        if words & _RULERS and (words & demonyms() or re.search(_STATE, told)):
            return True
    return False


def out_of_rank(key: str, choice: str, text: str, published: str | None) -> bool:
    """Whether nobody would take one for the other: a foreign president beside a candidate, a singer beside a president,
    a candidate beside the founder of a firm. Who led in one country in one year may stand for each other."""
    year = year_of(published)
    if choice in peers(key, year):
        return False
    if out_of_view(choice, year) or stranger(choice, key, text.partition("\n")[0]):
        return True
    known = choice in listed("known_rulers") and (not in_public_life(choice) or in_office(choice, year))
    ruling = known or rules_a_state(choice, text)
    if ruling and not (rules_a_state(key, text) and not in_public_life(key)):
        return True
    own, other = sort_of(key, text), sort_of(choice, text)
    if "state" in own and "state" not in other:
        return bool(other) or at_work(choice, text) or key in listed("known_rulers")
    return "state" in other and not own and at_work(key, text)


def at_work(name: str, text: str) -> bool:
    """Whether somebody is told of as the head of a firm: « l'homme d'affaires Luc Roy »."""
    return _AT_WORK.search(" ; ".join(told_of(name, text)).lower()) is not None


_AT_WORK = re.compile(
    r"\b(?:(?:hommes?|femmes?) d['’]affaires|fondat\w+|pdg|direct(?:eur|rice)|patronn?e?|gérante?|entreprises?"
    r"|inventeur|créat\w+)\b"
)


def sort_of(name: str, text: str) -> frozenset[str]:
    """The fields somebody is known in, by this text or by everybody."""
    known = fields_of(name, text)
    return known | {"state"} if in_public_life(name) else known


def governs(name: str, text: str, year: int) -> bool:
    """Is somebody of a government, by this text or by the table? Words of one who is are seldom of one who is not."""
    return in_office(name, year) or MINISTER.search(" ".join(told_of(name, text)).lower()) is not None


MINISTER = re.compile(r"\b(?:premi(?:er|ère) )?ministre\b|\bchef de l['’]état\b|\bsecrétaire d['’]état\b")
"""How those are told of who are of a government."""


_ONE_BY_THE_OTHER = re.compile(
    r"\b(?:remplac|succèd|bat\b|battu|devanc|face à|contre|accus|attaqu|nomm|limog|soutien|se ralli)\w*"
)


def told_above(candidate: Candidate, choice: str, text: str) -> bool:
    """« Luc Roy remplace […] comme maire », above « Qui a démissionné ? »: the title tells what both have done, so that
    nobody takes Luc Roy for the other."""
    title = text.partition("\n")[0]
    both = all(stands_in(name.split()[-1], title, "-") for name in (candidate.answer.fr, choice))
    return both and _ONE_BY_THE_OTHER.search(title) is not None


_PROTESTS = re.compile(
    r"\b(?:dénonc|demand|exig|réclam|critiqu|accus|protest|manifest|s['’]oppos|fustig|déplor)\w*", re.IGNORECASE
)


def asks_of_power(candidate: Candidate, choice: str, text: str, published: str | None) -> bool:
    """« Qui demande la taxation du kérosène ? »: no minister, where who demands it is of no government."""
    year = year_of(published)
    return (
        _PROTESTS.search(candidate.question.fr) is not None
        and governs(choice, text, year)
        and not governs(candidate.answer.fr, text, year)
    )


_THE = re.compile(r"(?:\b(?:le|la|au|du|de la|à la) |\b(?:de )?l['’])(?P<noun>[a-zà-ÿ]{4,})\b")


def told_in_stem(candidate: Candidate, choice: str, text: str) -> bool:
    """« Qui reprend la réplique du député ? »: not the deputy of whom the article tells."""
    nouns = {it["noun"] for it in _THE.finditer(candidate.question.fr) if it["noun"] in role_nouns()}
    if not nouns:
        return False
    told, own = (
        set(re.findall(r"[\w-]+", " ".join(told_of(name, text)).lower())) for name in (choice, candidate.answer.fr)
    )
    return bool(nouns & told) and not nouns & own


@lru_cache(1024)
def nations_of(name: str, text: str) -> frozenset[str]:
    """Nationalities told of somebody, cut short so that « américaine » is « américain »."""
    told = " ; ".join(told_of(name, text)).lower()
    return frozenset(word[:5] for word in re.findall(r"[\w-]+", told) if word in demonyms())


_FIELDS = {
    "art": bag(
        "acteur actrice animateur animatrice chanteur chanteuse cinéaste comédien comédienne compositeur compositrice"
        " écrivain écrivaine humoriste musicien musicienne peintre rappeur rappeuse réalisateur réalisatrice romancier"
        " romancière"
    ),
    "faith": bag("archevêque cardinal curé évêque imam pape pasteur prêtre rabbin"),
    "force": bag("amiral brigadier caporal colonel commandant gendarme général lieutenant policier vice-amiral"),
    "law": bag("avocat avocate juge magistrat magistrate procureur procureure"),
    "media": bag("chroniqueur chroniqueuse éditorialiste journaliste présentateur présentatrice reporter"),
    "science": bag(
        "astronome biologiste chercheur chercheuse économiste géologue historien historienne paléontologue physicien"
        " physicienne politologue sociologue"
    ),
    "sport": bag(
        "athlète attaquant boxeur boxeuse champion championne coureur coureuse cycliste défenseur"
        " entraîneur entraîneuse footballeur footballeuse joueur joueuse judoka nageur nageuse patineur patineuse"
        " sélectionneur skieur skieuse sprinteur sprinteuse tireur tireuse triathlète"
    ),
    "state": bag(
        "candidat candidate chancelier chancelière conseiller conseillère député députée gouverneur gouverneure maire"
        " mairesse ministre préfet préfète président présidente sénateur sénatrice"
    ),
}  # fmt: skip
"""Nouns that tell in which field somebody is known."""


@lru_cache(1024)
def fields_of(name: str, text: str) -> frozenset[str]:
    """The fields a text knows somebody in: « le sénateur Luc Roy » is of the state."""
    said = {word.lower() for told in told_of(name, text) for word in re.findall(r"[\w-]+", told)}
    return frozenset(field for field, nouns in _FIELDS.items() if said & nouns)


def a_president(name: str, text: str) -> bool:
    """« le président Paul Roux »: no choice for what one of his clerks did."""
    return any(before.endswith(("président ", "présidente ")) for before in _just_before(name, text))


def _just_before(name: str, text: str) -> list[str]:
    return [text[max(0, at - 12) : at].lower() for at in everywhere(name, text)]


def nation_above(key: str, choice: str, text: str) -> bool:
    """« Ada Morin, première finaliste française »: under such a title nobody takes « la Kényane Awa Kip » for her."""
    title = {word[:5] for word in re.findall(r"[\w-]+", text.partition("\n")[0].lower()) if word in demonyms()}
    own, other = nations_of(key, text), nations_of(choice, text)
    return bool(title) and bool(other) and not other & title and (not own or bool(own & title))


_AT_HOME = {"franç"}
"""Of a Frenchman a French article tells the nationality or does not."""


def may_act(key: str, choice: str, text: str) -> bool:
    """What a head of state has done is done by none but another, and by none of another country; a singer has not done
    what a minister has, and no president what somebody without a post did."""
    if not rules_a_state(key, text):
        own, other = fields_of(key, text), fields_of(choice, text)
        if "state" not in own and (rules_a_state(choice, text) or a_president(choice, text)):
            return a_president(key, text) and not rules_a_state(choice, text)
        if "state" in own & other and nations_of(choice, text) - nations_of(key, text) - _AT_HOME:
            return False  # « le président américain Paul Roux » did nothing for « la ministre Ada Morin »
        return not (own and other) or bool(own & other)
    own, other = nations_of(key, text), nations_of(choice, text)
    return rules_a_state(choice, text) and not (own and other and not own & other)


def company(candidate: Candidate, text: str) -> dict[str, float]:
    """What the ranker may weigh of the people beside the key: `strangers`, the share of them whom the article names far
    from the evidence, and `odd_company`, 1 where the key has a known field and none of them is known in it."""
    wrong = [choice.fr for choice in candidate.choices if choice.fr != candidate.answer.fr]
    if candidate.form != "choice" or not candidate.distractor_type.startswith("person") or not wrong or not text:
        return {}
    at, key = candidate.fact.evidence.start, candidate.answer.fr
    apart = 0
    for name in wrong:
        found = [match.start() for match in re.finditer(re.escape(name.split()[-1]), text)]
        apart += min((abs(place - at) for place in found), default=len(text)) > _FAR_OFF
    own = fields_of(key, text)
    return {
        "strangers": apart / len(wrong),
        "odd_company": float(bool(own) and not any(own & fields_of(name, text) for name in wrong)),
    }


_FAR_OFF = 1200
"""Characters from which a name of the same article belongs to another matter."""


# ---- days


def same_side(candidate: Candidate, choice: str, published: str | None) -> bool:
    """A wrong day lies before the article's own where the right one does: « 12 mars » cannot have been, on 6 March."""
    today = full_day(published)
    if published is None or today is None:
        return True
    if choice in MONTHS and f" de {published[:4]}" in candidate.question.fr:
        return MONTHS.index(choice) < int(published[5:7])  # « en quel mois de 2017 », told in February
    key, other = _day(candidate.answer.fr, today), _day(choice, today)
    if key is None or other is None:
        return True
    if abs((today - key).days) <= _FRESH and abs((key - other).days) > _FRESH + 2:
        return False  # « les 3 et 4 mars », told on the 5th: nobody believes in February
    return (key <= today) == (other <= today)


_ONE_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_BORN = re.compile(
    r"\bnée?s? (?:[^.;]{0,30}? )?(?:en|le \d{1,2}(?:er)? [a-zà-ÿû]+) (?P<year>1[89]\d\d|20\d\d)\b", re.IGNORECASE
)


def _too_far_in_years(candidate: Candidate, choice: str, published: str | None, text: str) -> bool:
    """Beside « 1971 » neither 1941 nor 1988 is believed, nor, of somebody born in 1925, 1913; nor 2025 beside 2023 in
    March 2025, where the year is not over."""
    key = candidate.answer.fr
    if not (_ONE_YEAR.fullmatch(key) and _ONE_YEAR.fullmatch(choice)):
        return False
    right, wrong = int(key), int(choice)
    if abs(right - wrong) > (_YEARS_APART if right < _RECENT else _YEARS_APART // 2):
        return True
    if published and wrong == int(published[:4]) > right and int(published[5:7] or 12) <= _HALF_A_YEAR:
        return True
    if published and right > int(published[:4]) > wrong:
        return True  # what is to come does not come in the past
    born = [int(found["year"]) for found in _BORN.finditer(text)]
    return any(year < right for year in born) and not any(year + _CHILD < wrong for year in born if year < right)


_YEARS_APART, _RECENT = 16, 1990
"""By how much a wrong year may be off; of late ones, half of it."""
_HALF_A_YEAR, _CHILD = 6, 2
_FRESH = 14
"""Days behind an article's own within which what it tells of is fresh, and a wrong day has to be."""


_SPAN = re.compile(r"(?:du|les) (\d{1,2})(?:er)? (?:au|et) (\d{1,2})\b")


def as_long(key: str, choice: str) -> bool:
    """A span of days beside another of its length: no « du 25 au 22 mai » beside « du 9 au 11 mai »."""
    right, wrong = _SPAN.match(key), _SPAN.match(choice)
    if right is None or wrong is None:
        return right is None and wrong is None
    return int(wrong[2]) - int(wrong[1]) == int(right[2]) - int(right[1])


def _day(text: str, today: date) -> date | None:
    """The day a date means, in the article's year where it has none of its own."""
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        month = MONTHS.index(found["month"].lower()) + 1
        return date(int(found["year"] or today.year), month, int(found["day"].removesuffix("er")))
    except ValueError:
        return None
