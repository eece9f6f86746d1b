"""Names that stand in an article and could not be the answer: a firm among people, a cook with whom somebody was
trained, whoever the quoted words speak of.

Reads what an article says around a name. Refuses to know how choices are found, or whom the public knows.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quiz.facts.lexicon import is_first_name
from quiz.facts.names import org_nouns, person_noun
from quiz.facts.within import everywhere, told_beside

_BEFORE = re.compile(r"(?P<told>(?:[\w'’-]+ ){1,4})\Z")
_BEHIND = re.compile(r" ?[,(] ?(?P<told>(?:[\w'’-]+ ?){1,4})")
_BODY_NAME = re.compile(
    r"\b(?:Agence|Airlines|Airways|Association|Banque|Bank|Capital|Club|Collectif|Comité|Compagnie|Conseil|Consulting"
    r"|Énergie|Energy|Fédération|Films|Finance|Fondation|Games|Group|Groupe|Habitat|Holding|Hospitality|Immobilier"
    r"|Industries|Institut|Invest|Logement|Media|Médias|Métropole|Motors|Office|Partners|Pictures|Productions|Records"
    r"|Services|Society|Studios?|Syndicat|Systems|Technologies|Télécom|Transports|Union|Université|University)\b"
)
_FIRMS = frozenset(
    [
        "bailleur",
        "constructeur",
        "éditeur",
        "équipementier",
        "exploitant",
        "fabricant",
        "géant",
        "opérateur",
        "promoteur",
    ]
)
"""What firms and people are called alike; before a name that is no first name, a firm."""


@lru_cache(2048)
def is_a_body(name: str, text: str) -> bool:
    """« le groupe hôtelier Volute Hospitality », « le bailleur Nord Volute »: no person, whatever it was taken for."""
    if is_first_name(name.split()[0]) or re.search(rf"\b(?:M\.|Mme) {re.escape(name.split()[-1])}\b", text):
        return False
    if _BODY_NAME.search(name):
        return True
    for told in told_beside(name, text, _BEFORE, _BEHIND, 5):
        words = re.findall(r"[\w-]+", told.lower())
        nouns = [word for word in words if word in _FIRMS or word in org_nouns() or person_noun(word) is not None]
        if nouns and (nouns[-1] in _FIRMS or nouns[-1] in org_nouns()):
            return True
    return False


def unlike_beings(key: str, choice: str, text: str) -> bool:
    """A body beside a person: the type gives the key away, or bars the choice."""
    return " " in key and " " in choice and is_a_body(key, text) != is_a_body(choice, text)


_FOR_A_WORK = re.compile(
    r"(?:\bchez |\b(?:film|roman|livre|album|chanson|pièce|poème|tableau|toile|opéra|texte|série|œuvre|élève|disciple"
    r"|biographie|exposition|adaptation|reprise) (?:de |d['’])"
    r"|\b(?:rue|avenue|place|boulevard|quai|pont|stade|prix|collège|lycée|école|université|hôpital|centre|institut"
    r"|fondation|aéroport|parc|square|trophée|coupe|musée|salle|gymnase|espace|théâtre) (?:de |d['’])?)\Z"
)
_FAR = 40


@lru_cache(2048)
def in_passing(name: str, text: str) -> bool:
    """« formé chez Luc Roy », « un film de Paul Morin », « le gymnase Ada Petit »: an article that names somebody no
    other way tells nothing that they did."""
    places = list(everywhere(name, text))
    if not places or sum(1 for _ in everywhere(name.split()[-1], text)) > len(places):
        return False
    return all(_FOR_A_WORK.search(text, max(0, at - _FAR), at) for at in places)


_SOMEBODY = re.compile(
    r"(?<![\w'’-])(?:elle|lui|il)\b(?! (?:faut|faudra|faudrait|fallait|y a|s['’]agi|ne s['’]agi|semble|suffi))"
)
_IMPERSONAL = re.compile(
    r"\bil (?:n['’])?(?:est|était|sera|serait|reste|fait|vaut|a fallu|existe|manque|arrive|se) (?:pas |plus )?"
    r"(?:(?:de|du|des|d['’]|que|qu['’]|à|temps|possible|impossible|important|urgent|vrai|clair|difficile|trop|tôt|tard"
    r"|mieux|beaucoup|peu|encore|essentiel|nécessaire|évident|passe)\b)"
)


def spoken_of(name: str, words: str, title: str, key: str) -> bool:
    """« Elle nous a tout appris », under « Mort d'Ada Morin »: of her it is said, and not by her."""
    surname, own = name.split()[-1], key.split()[-1]
    if len(surname) < 3 or surname not in title or own in title:
        return False
    return _SOMEBODY.search(_IMPERSONAL.sub(" ", words.lower())) is not None
