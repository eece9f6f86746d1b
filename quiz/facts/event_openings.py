"""How the complement that ends in a name begins: « dans le sud du gouvernorat de | Ségou », « contre | Nantes ».

What stands before the name goes to the front of the question with it (« dans le sud de quel gouvernorat »). Knows the
shape of phrases and no names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.facts.clause_pieces import text_of
from quiz.facts.clauses import Shape
from quiz.facts.event_clause import Clause
from quiz.facts.event_words import place_families, words
from quiz.facts.lexicon import countries
from quiz.facts.spec_scene import Name
from quiz.facts.value_words import words as value_words

ARTICLES = frozenset(("le", "la", "les", "l'"))
OF = frozenset(("de", "d'", "du", "des"))
_BARE = {"au": "à", "aux": "à"}
_GOING_ON = frozenset(
    ("de", "d'", "du", "des", "et", "ou", "-", "qui", "que", "qu'", "dont", "où", "ainsi", "alias", "/")
)
_RELATIVES = ("qui", "dont", "où")
_LONGEST = 8
_ARABIC = re.compile(r"-|(?:a[ldrs]|ash|e[ldrsz])(?:-|$)")
"""« Tahrir | al-Cham », « Deir | ez-Zor »: the second half of a name."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The tokens before a name that belong to its complement, article and last « de » left out. `of`: that « de » is
    there; `family`: the noun that says which sort of place it is, left out as well; `bare`: to be said instead."""

    tokens: tuple[int, ...]
    of: bool = False
    family: str = ""
    bare: str = ""

    def start(self, name: Name) -> int:
        """The first token of the complement."""
        return self.tokens[0] if self.tokens else name.start - self.articled

    articled: int = 0

    def text(self, seen: Shape) -> str:
        """What the question says before « quel », contracted forms opened: « dans le sud de », « à »."""
        if self.bare:
            return self.bare
        if not self.tokens:
            return "de" if self.of else ""
        said = text_of(seen, self.tokens)
        head, _, rest = said.partition(" ")
        if not rest and not self.of:
            return _BARE.get(said.lower(), said)
        if head == "face" and not self.of:
            return "face à"
        if seen.tokens[self.tokens[0]].i == 0:
            said = head[:1].lower() + said[1:] if seen.cats[0] == "det" else said
        return f"{said} de" if self.of else said


def opening_of(clause: Clause, name: Name) -> Opening | None:
    """The opening of the complement that ends in a name; None where it is no plain chain of « de »."""
    seen, stop = clause.seen, clause.after
    cats, tokens = seen.cats, seen.tokens
    at = name.start - 1
    articled = int(at >= stop and tokens[at].lower_ in ARTICLES)
    at -= articled
    if at >= stop and not articled and cats[at] in ("noun", "adj"):
        first = at
        while first >= stop and cats[first] in ("noun", "adj"):
            first -= 1  # « contre | le champion serbe | Novak Petrov », « a racheté | la société | Brumelle »
        if first >= stop and tokens[first].lower_ in (*ARTICLES, "au", "aux", "du", "des"):
            contracted = tokens[first].lower_ not in ARTICLES
            articled = name.start - first - int(contracted)
            at = first if contracted else first - 1
    if at < stop:
        return Opening((), articled=articled)
    word = tokens[at].lower_
    if word not in OF and at > stop and tokens[at - 1].lower_ in words("before_preposition"):
        faced = tokens[at - 1].lower_ == "face" and (name.kind != "place" or name.entity.name in countries())
        return Opening((at - 1, at)) if faced else None  # « face à | Awa Sow »; « grâce à » is no place
    if word in words("beating") and at > stop and tokens[at - 1].lower_ == "en":
        return Opening((at - 1, at), articled=articled)  # « a remporté le titre en battant | Awa Sow »
    if word not in OF:
        return Opening((at,)) if word in words("asked_prepositions") else None
    family = ""
    end = at
    before = at - 2 if cats[at - 1] == "adj" else at - 1  # « dans la province cubaine | d' | Artemisa »
    noun = tokens[before].lower_
    if noun in place_families() and before > stop:
        family = place_families()[noun].noun
        at = before - 1
        while at > stop and cats[at] in ("adj", "det"):
            if cats[at] == "det" and tokens[at].lower_ not in ARTICLES:
                family, at = "", stop - 1  # « un quartier de Thiès » is not Thiès
            at -= 1
        if family and cats[at] != "adp":
            town = [token.lower_ for token in tokens[at - 1 : at + 2]] == ["centre", "-", "ville"]
            if town and at - 3 >= stop and tokens[at - 2].lower_ in ARTICLES and tokens[at - 3].lower_ == "dans":
                return Opening((at - 3,), family="ville")  # « dans le centre-ville de | Thiès »
            family = ""
        if family and tokens[at].lower_ not in OF:
            return Opening((at,), family=family, bare=_BARE.get(tokens[at].lower_, ""))
        end = at if family else end
    i = end - 1
    while (
        i >= stop
        and end - i < _LONGEST
        and (
            cats[i] in ("noun", "adj", "det", "name")
            or tokens[i].lower_ in OF
            or (cats[i] == "part" and cats[i - 1] == "noun" and i == end - 1)  # « un quartier peuplé | de Thiès »
        )
    ):
        i -= 1
    if i < stop or end - i >= _LONGEST:
        return None
    if cats[i] != "adp" or tokens[i].lower_ not in words("asked_prepositions"):
        return None
    if i > stop and tokens[i - 1].lower_ == "jusqu'":
        return None
    return Opening(tuple(range(i, end)), of=True, family=family)


def goes_on(clause: Clause, end: int) -> bool:
    """Does the phrase go on behind the name: « la Banque | de France », « Lyon | et Lille »?"""
    seen = clause.seen
    if end >= len(seen.tokens):
        return False
    following = seen.tokens[end].lower_
    if following in value_words("weekdays"):
        return False  # « décédé à Lyon | samedi 8 mai »
    if (
        following == "et"
        and end + 1 < len(seen.tokens)
        and seen.cats[end + 1] in ("part", "adp", "verb", "clit", "ger")
    ):
        return False
    if following in _RELATIVES and end not in clause.rest and seen.cats[end - 1] == "name":
        return False  # « a été déclenché au Mali | , qui sera frappé »: a name needs no clause to say which
    if following in _GOING_ON or _ARABIC.match(following):
        return True
    if following == ",":
        listed = _lists(seen, end) and not _in_a_country(seen, end)
        return listed or (end in clause.rest and seen.cats[end + 1] in ("name", "noun", "det", "adj"))
    return seen.cats[end] in ("name", "noun", "adj", "part")


def _in_a_country(seen: Shape, comma: int) -> bool:
    """« À la gare de Thiès, au Mali, | le maire et son adjoint … »: « le » goes on with no list that « au »
    has opened."""
    start = comma
    while start and seen.cats[start - 1] == "name":
        start -= 1
    opened = start > 0 and seen.tokens[start - 1].lower_ in ("à", "en", "au")
    return opened and seen.cats[comma + 1] == "det"


def _lists(seen: Shape, comma: int) -> bool:
    """« a touché Brumelle, | les hôpitaux et le ministère »: the name is the first of a list."""
    if comma + 1 >= len(seen.cats) or seen.cats[comma + 1] not in ("det", "name"):
        return False
    for cat in seen.cats[comma + 1 : comma + 12]:
        if cat == "and":
            return True
        if cat in ("verb", "rel", "sub", "stop", "part", "comma", "clit"):
            return False
    return False
