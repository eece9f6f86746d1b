"""Who belongs beside whom among wrong names: people of articles on one matter and of one time, of one sort of calling,
and neither the dead whom the words praise nor the wife of whom they tell.

Reads what articles say around names. Refuses to know how choices are found and picked.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from quiz.authoring.bystanders import in_passing, unlike_beings
from quiz.authoring.fitting import a_president, fields_of, may_act, nations_of, rules_a_state, told_of
from quiz.authoring.lists import phrases as listed
from quiz.authoring.pool import Pool
from quiz.facts.event_words import known_places, nations
from quiz.facts.lexicon import bag, is_first_name, phrases
from quiz.facts.verbs import finite, is_noun
from quiz.facts.within import everywhere
from quiz.typography import fold

_A_YEAR = 366
"""Days between two articles from which nobody looks for the people of one in the other."""


def akin(pool: Pool, own: str, other: str) -> bool:
    """Whether two articles (by their ids) tell of one matter: within a year, and with a name in both that is no place
    and no newspaper. An article without a day may be of any."""
    if own == other:
        return True
    if _days_apart(pool, own, other) > _A_YEAR:
        return False
    return bool(_shared(pool, own, other)) or not (pool.names.get(own) or pool.names.get(other))


def one_affair(pool: Pool, own: str, other: str) -> bool:
    """Whether two articles follow one affair: within six weeks, with two such names in both, one of them in the titles.
    Who speaks in one may have spoken in the other, whatever is told of them."""
    if not 0 <= _days_apart(pool, own, other) <= _SIX_WEEKS:
        return False
    shared = _shared(pool, own, other)
    titled = [set(re.findall(r"\w+", fold(pool.texts.get(each, "").partition("\n")[0]))) for each in (own, other)]
    return len(shared) > 1 and any(name.split()[-1] in titled[0] & titled[1] for name in shared)


def one_subject(pool: Pool, own: str, other: str) -> bool:
    """Whether two articles are on one subject: within half a year, with three such names in both, as the articles of a
    teacher's folder are. Who speaks in one is a voice on what the other tells."""
    return _days_apart(pool, own, other) <= _A_YEAR // 2 and len(_shared(pool, own, other)) > 2


_SIX_WEEKS = 42


def _shared(pool: Pool, own: str, other: str) -> frozenset[str]:
    return (pool.names.get(own, frozenset()) & pool.names.get(other, frozenset())) - _everywhere()


def _days_apart(pool: Pool, own: str, other: str) -> int:
    """Days between two articles; -1 where one has no day."""
    here, there = pool.days.get(own), pool.days.get(other)
    return -1 if here is None or there is None else abs((here - there).days)


@cache
def _everywhere() -> frozenset[str]:
    """What articles on anything have in common: places, nations, newspapers."""
    return frozenset(map(fold, (*known_places(), *nations().values(), *phrases("media"), "Twitter", "État")))


def same_sort(key: str, text: str, name: str, elsewhere: str) -> bool:
    """Whether somebody of another article has a calling of the key's own field there, is of no other nation, and heads
    no state where the key heads none."""
    own = _callings(key, text) or _callings(key, elsewhere)
    return unopposed(key, text, name, elsewhere) and bool(own & _callings(name, elsewhere))


def unopposed(key: str, text: str, name: str, elsewhere: str) -> bool:
    """Whether nothing told of two people of two articles sets them apart: post, nation, field."""
    if heads(name, elsewhere) and not heads(key, text):
        return False
    own, other = nations_of(key, text) or nations_of(key, elsewhere), nations_of(name, elsewhere)
    if own and other and not own & other:
        return False
    mine, theirs = _callings(key, text) or _callings(key, elsewhere), _callings(name, elsewhere)
    return not (mine and theirs) or bool(mine & theirs)


def known_in(name: str, text: str, field: str) -> bool:
    """Whether a text knows somebody in a field ("state", "art", "sport", …)."""
    return field in _callings(name, text)


def _callings(name: str, text: str) -> frozenset[str]:
    """The fields somebody is known in, and two more: who heads a firm or a body, who heals."""
    told = {word.lower() for said in told_of(name, text) for word in re.findall(r"[\w-]+", said)}
    return fields_of(name, text) | {field for field, nouns in _MORE.items() if told & nouns}


_MORE = {
    "firm": bag("pdg directeur directrice patron patronne fondateur fondatrice dirigeant dirigeante gérant gérante"),
    "law": bag("avocats bâtonnier bâtonnière"),
    "health": bag("chirurgien chirurgienne infirmier infirmière médecin pharmacien pharmacienne soignant soignante"),
    "state": bag("élu élue eurodéputé eurodéputée préfet préfète secrétaire"),
}
"""Callings of many who are quoted, which bar nobody within one article."""


def believable(key: str, name: str, text: str) -> bool:
    """Whether « C'est | Luc Roy | qui a rouvert le port » could be true of him for a reader: alive, nobody's namesake,
    known for what the key is known for, and no minister where a president is told of, or the other way round."""
    if not may_act(key, name, text) or gone(name, text) or of_a_family(name, text):
        return False
    if in_passing(name, text) or unlike_beings(key, name, text):
        return False
    own = _callings(key, text)
    return heads(key, text) == heads(name, text) and (not own or bool(own & _callings(name, text)))


def heads(name: str, text: str) -> bool:
    """« le président américain Paul Roux », « le président Paul Roux »; a few whom nobody needs to be told of."""
    return name in listed("known_rulers") or rules_a_state(name, text) or a_president(name, text)


_LOST = r"(?:[Mm]ort|[Dd]écès|[Dd]isparition|[Oo]bsèques|[Ff]unérailles|[Hh]ommages?(?: national)?|[Aa]ssassinat)"
_MOURNED = re.compile(
    rf"\b{_LOST} ?(?:à |de (?!son |sa |ses |leur |ce |cette )|du |de la |de l['’]|d['’](?!une? )|au )"
    r"(?P<told>(?:l['’]|la |le )?(?:[a-zà-ÿ'’-]+ ){0,2}(?:prix [A-ZÀ-Þ]\w+ )?(?:[a-zà-ÿ'’-]+ ){0,5})\Z"
)
_HAS_DIED = re.compile(
    r"(?: ?[,(][^.;]{1,60}[,)])? ?(?:est|était) (?:mort|morte|décédée?)\b| s['’](?:est|était) éteinte?\b"
    r"| (?:a|avait) été (?:tuée?|assassinée?|abattue?)\b"
)  # fmt: skip


@lru_cache(1024)
def gone(name: str, text: str) -> bool:
    """« Décès du prix Nobel de médecine Luc Roy », « Luc Roy, 75 ans, est mort »: no one to ask, and no one who praises
    himself."""
    return _killed_by_trade(name, text) or any(
        _mourned(text, at) or _HAS_DIED.match(text, at + len(name)) or _YEARS.match(text, at + len(name))
        for at in everywhere(name, text)
    )


_YEARS = re.compile(r" ?\(1[5-9]\d\d ?[-–] ?(?:1[5-9]|20)\d\d\)")
"""« Luc Roy (1927-1999) »: the years of a life."""


_VIOLENCE = re.compile(r"égorg|assassin|tuée?\b|abattue?\b|poignard|meurtre|[Mm]ort d|[Dd]écès d")


def _killed_by_trade(name: str, text: str) -> bool:
    """« le prêtre a été égorgé », of whom the article tells elsewhere that he is « le prêtre, Luc Roy »."""
    if not _VIOLENCE.search(text):
        return False
    found = re.search(rf"\b[Ll](?:e |a |['’])(?P<who>[a-zà-ÿ]{{4,}}),? {re.escape(name)}(?!\w)", text)
    if found is None:
        return False
    who = found["who"]
    return (
        re.search(
            rf"\b[Ll](?:e |a |['’]){who} (?:a|avait) été (?:égorgée?|assassinée?|tuée?|abattue?|poignardée?)\b"
            rf"|\b(?:meurtre|assassinat|mort|décès) (?:d['’]une? |du |de la |de l['’]){who}\b",
            text,
        )
        is not None
    )


def _mourned(text: str, at: int) -> bool:
    """« la mort du pilote Luc Roy », and not « la mort du pilote bouleverse Luc Roy »."""
    found = _MOURNED.search(text, max(0, at - _FAR), at)
    between = re.findall(r"[\w-]+", found["told"]) if found is not None else []
    return found is not None and not any(finite(word) is not None and not is_noun(word) for word in between)


_FAR = 110
"""More characters than any of these has before the name."""


@lru_cache(1024)
def of_a_family(name: str, text: str) -> bool:
    """« Ada Morin » in an article on Paul Morin: the husband, the daughter, or a namesake that misleads."""
    first, _, surname = name.rpartition(" ")
    if not first:
        return False
    found = re.findall(rf"(?<!\w)([A-ZÀ-Þ][\w-]+) {re.escape(surname)}(?!\w)", text)
    return any(other[0] != first[0] and is_first_name(other) for other in found)  # Steve is Stephen
