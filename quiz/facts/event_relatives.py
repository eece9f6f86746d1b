"""Relative clauses behind their noun: « Ousmane Ba, | qui a signé à Nantes, », « le pacte, | qui date de 2012, ».

Knows grammar and no names; where two nouns may be meant it gives nothing.
"""

from __future__ import annotations

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_clause import Clause, asserts
from quiz.facts.event_rests import rest_of
from quiz.facts.event_subjects import HANGING
from quiz.facts.event_words import words


def relative(seen: Shape, group: VerbGroup) -> Clause | None:
    """« Ousmane Ba, qui a signé à Nantes, … »: a relative clause behind a name says a thing of its own."""
    cats = seen.cats
    who = group.first - 1
    if who < 1 or seen.tokens[who].lower_ != "qui" or not asserts(seen, group):
        return None
    if any(cats[i] == "sub" for i in range(who)):
        return None  # « affirme que l'Irlande, qui … »: he says that too
    end = who - 1 if cats[who - 1] == "comma" else who
    end = _before_aside(seen, end) if end < who else end
    if cats[end - 1] == "close":  # « la Cour des comptes (CDC), qui … »
        end = next((i for i in range(end - 1, 0, -1) if cats[i] == "open"), end)
    start = end
    while start and cats[start - 1] == "name" and seen.tokens[start - 1].text[:1].isupper():
        start -= 1
    if start and cats[start - 1] == "num":
        return None  # « la Coupe 2016 Volute, qui … »
    before = start
    while before and cats[before - 1] in ("det", "noun", "adj"):
        before -= 1  # « le beau-père de | la chanteuse | Awa Sow, qui … » may be either
    if start == end:
        return _of_a_noun(seen, group, end)
    shown = any(other.lemma == "agir" and other.stop == before - 1 for other in seen.groups)
    if before and seen.tokens[before - 1].lower_ in HANGING and not shown:
        return _of_a_noun(seen, group, end)  # but « il s'agit d'Awa Sow, qui … »
    if before and seen.tokens[before - 1].lower_ == "par":
        return None  # « un groupe emmené par Awa Sow qui … », « la loi votée par le Sénat, qui … »: the law does
    rest, cut = rest_of(seen, group)
    if cats[before] == "det" and seen.tokens[before].lower_ in ("le", "la", "l'", "les"):
        start = before  # « le lycée Volute, qui … »
    return Clause(seen, group, (), tuple(range(start, end)), end - 1, tuple(rest), cut, relative=True)


def _before_aside(seen: Shape, comma: int) -> int:
    """« Omar Ba, | 76 ans, | qui … », « Omar Ba, | ancien nageur, | qui … »: where the name before the aside ends."""
    cats = seen.cats
    first = next((i for i in range(comma - 1, max(0, comma - 12), -1) if cats[i] == "comma"), 0)
    inner = cats[first + 1 : comma]
    plain = bool(inner) and all(cat in ("noun", "adj", "adp", "num", "name", "det") for cat in inner)
    opens = plain and (inner[0] in ("num", "noun", "adj") or seen.tokens[first + 1].lower_ in ("le", "la", "l'"))
    named = first > 0 and cats[first - 1] == "name" and inner[-1:] != ("name",)
    return first if opens and named else comma


def _of_a_noun(seen: Shape, group: VerbGroup, end: int) -> Clause | None:
    """« la finale de la coupe, | qui a lieu le 3 mai »: of a definite noun, where no other one before « qui » fits the
    verb; but for what takes place, which only the first one does."""
    cats, start = seen.cats, end
    while start and cats[start - 1] in ("det", "noun", "adj", "name", "adp", "num"):
        start -= 1
    happens = group.lemma in words("happening_verbs") | {"tenir", "avoir"}
    heads = [i for i in range(start, end) if cats[i] == "noun" and _definite(seen, i, group.number)]
    if happens and len(heads) > 1:
        heads = [i for i in heads if seen.tokens[i].lower_ in words("happenings") | words("rounds")]
    rivals = [i for i in range(start, end) if cats[i] == "noun" and _number(seen, i) in ("", group.number)]
    if not heads or (len(rivals) > 1 and not happens):
        return None
    others = [i for i in range(heads[0] + 1, end) if cats[i] == "name" and cats[i - 1] in ("adp", "det")]
    if others and not happens and group.auxiliary != "être+été":
        return None  # « le maire de Thiès, qui … »: he or the town
    if not happens and any(cats[k] == "name" for k in range(start, heads[0])):
        return None  # « Un Volute de la compagnie, qui … »
    first = heads[0] - 1
    while cats[first] in ("adj", "num"):
        first -= 1
    rest, cut = rest_of(seen, group)
    return Clause(seen, group, (), tuple(range(first, end)), heads[0], tuple(rest), cut, relative=True)


_ONE = ("le", "la", "l'", "un", "une", "du", "au", "ce", "cet", "cette", "son", "sa")
_MANY = ("les", "des", "aux", "ces", "ses")


def _article(seen: Shape, noun: int) -> int:
    at = noun - 1
    while at > 0 and seen.cats[at] in ("adj", "num"):
        at -= 1
    return at


def _number(seen: Shape, noun: int) -> str:
    said = seen.tokens[_article(seen, noun)].lower_
    return "s" if said in _ONE else "p" if said in _MANY else ""


def _definite(seen: Shape, noun: int, number: str) -> bool:
    at = _article(seen, noun)
    said = seen.tokens[at].lower_
    return seen.cats[at] == "det" and said in (("les",) if number == "p" else ("le", "la", "l'"))
