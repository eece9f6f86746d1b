"""Where a name ends and the next begins: bodies that go on in small letters, a person right behind a body or a land,
people called after their town.

Knows the shape of the words only, and refuses what it cannot tell from them: « la CGT Hrytsenko » stays as it is.
"""

from __future__ import annotations

import re

from quiz.facts.event_words import known_bodies, known_places, nations
from quiz.facts.lexicon import bag, is_first_name, words
from quiz.facts.parsing import Doc
from quiz.facts.sentences import UPPER
from quiz.facts.verbs import is_adjective, is_noun

_ARTICLES = bag("le la l' les un une du au")
_REGIONAL = re.compile(rf"[{UPPER}][a-zà-ÿ]{{2,}}(?:aise?|oise?|éen|éenne|ien|ienne)s?")
_LANDS = bag("Calais Chaise Falaise Fournaise Marais Outaouais Palais Parisien Relais Valais")
"""Lands, and a newspaper, that only end like the people of one."""
_FIELD_HEADS = bag(
    "agence autorité brigade bureau comité commission confédération conseil direction division école fédération "
    "festival inspection institut observatoire office organisation société syndicat"
)
"""Heads of bodies that are named by what they look after."""
_WHOLE = {
    "commission": bag("européenne électorale"),
    "conseil": bag("européen constitutionnel fédéral municipal régional départemental général communal économique"),
    "organisation": bag("terroriste internationale"),
}
"""Bodies whose name ends in their adjective: what follows belongs to the sentence."""
_LINKS = bag("de des du d' l' la le les et contre pour en")
_OPENINGS = bag("de des du d'")
_NOT_FIELDS = bag(
    "ville commune région pays entreprise groupe semaine jour mois an année fois cas affaire question situation part "
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre "
    "octobre novembre décembre décision projet fait manière façon sorte suite place base état nom"
)
_LONGEST_FIELD = 18
"""A body's name has at most so many words behind its head."""


def regional(word: str) -> bool:
    """« le Bordelais », « la Vendéenne », « le Stéphanois »: by its end, the name of somebody from a town or a
    region, once an article stands before it. « le Parisien » the newspaper is for the caller to know."""
    return _REGIONAL.fullmatch(word) is not None and not is_first_name(word) and word not in _LANDS


def called_after_a_town(doc: Doc, at: int) -> bool:
    """Does « le Bordelais » stand at `at`, and not « dans le Bordelais », « (Le) Canadien »?"""
    if at == 0 or not regional(doc[at].text) or doc[at - 1].text not in _ARTICLES:
        return False
    return at < 2 or doc[at - 2].text.lower() not in ("dans", "en", "vers")


def field_of_body(doc: Doc, first: int, at: int) -> int:
    """How many small-letter words tell what a body looks after: « Office national | de l'aviation civile », « Brigade |
    de lutte contre la fraude ».

    Only behind an adjective, behind « de lutte contre », or before the body's own short form in brackets; none behind
    « la Commission européenne », whose name is whole.
    """
    head = doc[first].text.lower()
    if head not in _FIELD_HEADS or doc[at].text.lower() not in _OPENINGS:
        return 0
    between = [token.text for token in doc[first + 1 : at]]
    if any(not word.islower() or not word.isalpha() for word in between) or len(between) > 3:
        return 0
    after = _end_of_field(doc, at)
    if after == at:
        return 0
    short = doc[after].text == "(" if after + 2 < len(doc) else False
    if short and _short_form(doc[after + 1].text) and doc[after + 2].text == ")":
        return after - at
    fights = doc[at : at + 3].text.lower() == "de lutte contre"
    whole = between and between[0] in _WHOLE.get(head, frozenset())
    described = len(between) == 1 and between[0] in words("name_adjectives") | {"civile", "pratique", "indépendante"}
    return after - at if fights or (described and not whole) else 0


def _short_form(word: str) -> bool:
    return word[:1].isupper() and word.isalpha() and len(word) <= 8


def _end_of_field(doc: Doc, at: int) -> int:
    """The end of « de l'aviation civile », « de l'évaluation, de la prospective et de la performance », small letters
    all; `at` where no noun follows."""
    end = here = at
    nouns = 0
    while here < len(doc) and here - at < _LONGEST_FIELD:
        word = doc[here].text.lower()
        if word in _LINKS:
            here += 1
            continue
        if word == "," and nouns and doc[here + 1 : here + 2].text.lower() in _OPENINGS and _goes_on(doc, here):
            here += 1
            continue
        if not doc[here].text.islower() or not word.isalpha() or word in _NOT_FIELDS:
            break
        noun = doc[here].pos_ == "NOUN" or (doc[here].pos_ == "ADJ" and is_noun(word))
        if noun and doc[here - 1].text.lower() in _LINKS:
            nouns += 1
        elif doc[here].pos_ != "ADJ" and not (doc[here].pos_ in ("NOUN", "PROPN") and nouns):
            break
        here += 1
        end = here if nouns else end
    return end


def _goes_on(doc: Doc, comma: int) -> bool:
    """« de l'évaluation, | de la prospective et de la performance »: does the row end in « et » with its last?"""
    ahead = [token.text for token in doc[comma + 1 : comma + 8]]
    return "et" in ahead and "," not in ahead


def without_borders(doc: Doc, at: int) -> int:
    """« Médecins | sans frontières », « Automobile | club de Monaco »: how many words go on the name at `at`."""
    if doc[at : at + 2].text.lower() == "sans frontières" and doc[at - 1].text.endswith("s"):
        return 2
    if doc[at].text != "club" or not doc[at - 1].text[:1].isupper():
        return 0
    link = doc[at + 1 : at + 2].text
    return 3 if link in ("de", "d'") and doc[at + 2 : at + 3].text[:1].isupper() else 1


def behind_an_owner(doc: Doc, start: int, at: int, after: int) -> bool:
    """« la sénatrice de l'Isère | Anne-Lise Roy », « le secrétaire général de l'ONU | Ban Su-jin », « a dit à l'AFP |
    Lioudmyla Tkach »: does somebody's name begin at `at`, behind the one word of a land or a body?"""
    if at != start + 1 or start == 0 or after - at < 2:
        return False
    article = doc[start - 1].text.lower()
    head, rest = doc[start].text, [t.text for t in doc[at:after] if t.text not in ("-", "–")]
    if not any(token.whitespace_ for token in doc[at : after - 1]):
        return False  # « l'EA Mondeville-Hérouville »
    if article not in ("l'", "la", "le", "du", "d'", "de") or not all(word[:1].isupper() for word in rest[:2]):
        return False
    if is_first_name(doc[at].text) and head == "État":
        return True  # « le conseiller d'État | Luc Roy »
    if any(word.isupper() and len(word) > 1 for word in rest) or len(rest) < 2:
        return False
    owner = re.fullmatch(rf"[{UPPER}]{{2,}}", head) is not None or head in known_places() or head in known_bodies()
    if not owner or any(word in known_places() or word in nations().values() for word in rest):
        return False
    syllables = any(token.text == "-" for token in doc[at:after])  # « Ban Su-jin »
    if not syllables and (is_noun(rest[0].lower()) or is_adjective(rest[0].lower())):
        return False  # « la LPO Grands Causses »
    told = head == "AFP" and article == "l'" and doc[start - 2 : start - 1].text == "à"
    return told or _has_a_holder(doc, start)


def _has_a_holder(doc: Doc, start: int) -> bool:
    """Is there a person's noun whose complement the name at `start` is?"""
    from quiz.facts.names import person_noun

    for token in reversed(doc[max(0, start - 8) : start]):
        if token.pos_ in ("VERB", "AUX", "PUNCT"):
            return False
        if person_noun(token.text) is not None:
            return True
    return False


def numbered_person(doc: Doc, first: int, at: int) -> bool:
    """« celle d'Yves Roy | 5 »: a figure behind a first name and a surname is none of the name."""
    return doc[at].text.isdigit() and at - first >= 2 and is_first_name(doc[first].text)


def breton_end(doc: Doc, at: int) -> bool:
    """« Le Floc' | h », which the parser cuts in two."""
    before = doc[at - 1]
    return before.text.endswith(("c'", "c’")) and not before.whitespace_ and doc[at].text == "h"


def initial_ends(doc: Doc, first: int, at: int) -> bool:
    """« Nayra K. | Il devra », « Jordan M. opérait »: does the initial before `at` end the name?"""
    initial = re.fullmatch(rf"[{UPPER}]\.", doc[at - 1].text) is not None
    if not initial or at - first < 2 or at >= len(doc):
        return False
    return doc[at].text.lower() in words("not_names") or doc[at].pos_ in ("PRON", "DET", "ADP", "ADV", "SCONJ", "CCONJ")


def shortened(doc: Doc, first: int, at: int) -> bool:
    """« Jordan | M. opérait »: the first letter of a surname, behind a first name and before no other name, though
    « M. » stands for a title elsewhere."""
    if at != first + 1 or re.fullmatch(rf"[{UPPER}]\.", doc[at].text) is None or not is_first_name(doc[first].text):
        return False
    return at + 1 < len(doc) and doc[at + 1].text[:1].islower()
