"""Further pieces of a clause that may be asked for: somebody told by a whole phrase (« contre le candidat du centre |
Omar Ba »), and the building, the site or the isle that a name tells from its like (« dans le lycée | Awa Sow »).

Knows one clause and its names. What stands plainly behind its preposition is the business of `events`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Literal

from quiz.facts.clause_pieces import text_of
from quiz.facts.event import Event
from quiz.facts.event_answers import Answer
from quiz.facts.event_openings import ARTICLES, OF, Opening, goes_on
from quiz.facts.event_places import Placing
from quiz.facts.event_words import nations, place_families, words
from quiz.facts.names import person_noun
from quiz.facts.spec_scene import Name
from quiz.facts.verbs import is_adjective

_DETERMINERS = frozenset(("le", "la", "l'", "un", "une", "son", "sa", "leur", "au"))
_WITH = frozenset(("avec", "contre", "devant"))
_LONGEST = 9
"""Tokens of a phrase before its name."""


def further(asked: Placing, done: Container[int]) -> Iterator[Event]:
    """The events of a clause that ask for people told by a phrase, and for sites; `done`: where the answers start that
    it gave already, in characters of the article."""
    for name in asked.place.names:
        rest = asked.clause.rest
        if asked.scene.span(name.start, name.end)[0] in done:
            continue
        if name.start not in rest or name.end - 1 not in rest or goes_on(asked.clause, name.end):
            continue
        answer = asked.place.answer(name)
        if answer is None and asked.clause.seen.cats[name.start - 1] == "name":
            answer = asked.sorts.of(name.entity)  # « l'ancien maire de Thiès | Omar Ba »
        if answer is not None and answer.kind == "person":
            yield from _somebody(asked, name, answer)
        elif answer is not None and answer.kind == "organisation" and answer.family:
            yield from _body(asked, name, answer)
        else:
            yield from _town(asked, name)
            yield from _site(asked, name)


def _somebody(asked: Placing, name: Name, answer: Answer) -> Iterator[Event]:
    """« a battu | le candidat du centre Omar Ba », « face à | sa rivale Awa Sow », « en battant | l'Américain Omar
    Ba »: the phrase is asked for with the name that ends it."""
    first = _phrase(asked, name)
    if first is None or not asked.tells() or not asked.definite():
        return
    clause, word, group = asked.clause, asked.scene.word, asked.clause.group
    tokens = range(name.start, name.end)
    if all(asked.of_time(i) or clause.seen.cats[i] in ("adv", "num") for i in range(clause.after, first)):
        plain = group.lemma not in words("linking_verbs") and not group.passive and group.auxiliary != "être"
        if plain and word(first) != "au":
            yield asked.named("object", answer, tokens, Opening(()), asked.without(first, name.end))
        return
    start = _behind_a_preposition(asked, first)
    if start is None:
        return
    inside = {clause.seen.cats[i] for i in range(group.stop, start)} - {"adv", "noun", "det", "adj", "adp", "num"}
    if inside - {"comma"} or any(n.start < start for n in asked.place.names if n.start >= group.stop):
        return
    by = word(start) == "par"
    left = asked.without(start, name.end)
    if not left and not by:
        return
    opening = Opening(tuple(range(start, first)))
    yield asked.named("by" if by else "with", answer, tokens, opening, left)


def _behind_a_preposition(asked: Placing, first: int) -> int | None:
    """Where the preposition of a phrase begins, None where it is none that asks for somebody."""
    word = asked.scene.word
    one, two = word(first - 1), word(first - 2)
    if one in _WITH or (one == "par" and asked.clause.group.passive):
        return first - 1
    if (one == "à" and two == "face") or (one in words("beating") and two == "en"):
        return first - 2
    return None


def _phrase(asked: Placing, name: Name) -> int | None:
    """The determiner of the phrase that a person's name ends: « | le candidat du centre Omar Ba »; None where what
    stands before the name is no such phrase, or a bare article."""
    cats, word, found = asked.clause.seen.cats, asked.scene.word, None
    for i in range(name.start - 1, max(asked.clause.after, name.start - _LONGEST) - 1, -1):
        if word(i) in _DETERMINERS:
            if _says_who(asked, i + 1, name.start):
                found = i
            continue
        told = cats[i] in ("noun", "adj") or word(i) in nations() or (cats[i] == "name" and word(i - 1) in OF)
        if not told and word(i) not in OF:
            break
    return found


def _says_who(asked: Placing, start: int, end: int) -> bool:
    """« ancien ministre des finances », « Américain », « rivale »: is the first noun one of people?"""
    for i in range(start, end):
        word = asked.scene.word(i)
        if person_noun(word) is not None or word in nations() or word in words("opponents"):
            return True
        if asked.clause.seen.cats[i] != "adj" and not is_adjective(word):
            return False
    return False


def _body(asked: Placing, name: Name, answer: Answer) -> Iterator[Event]:
    """« a été exclu | du groupe Volute », « a été élue | à la tête du parti Volute »: de quel groupe, à la tête de quel
    parti?"""
    clause, cats, word = asked.clause, asked.clause.seen.cats, asked.scene.word
    at = name.start - 1
    while at > clause.after and (cats[at] in ("noun", "adj") or word(at) in ARTICLES):
        at -= 1  # « du groupe | Volute », « de la | Banque mondiale »
    if word(at) not in OF or at < clause.after or not asked.tells() or not asked.definite():
        return
    start, head = at, at - 1
    if head > clause.after and word(head) in words("posts_at") and word(head - 1) in ("la", "l'", "au"):
        start = head - 1 if word(head - 1) == "au" else head - 2
        if start < clause.after or word(start) not in ("à", "au"):
            return
    elif clause.group.lemma not in words("verbs_of_quitting"):
        return
    if not all(asked.of_time(i) or cats[i] in ("adv", "num", "det") for i in range(clause.after, start)):
        return
    opening = Opening(tuple(range(start, at)), of=True)
    yield asked.named("with", answer, range(name.start, name.end), opening, asked.without(start, name.end))


def _town(asked: Placing, name: Name) -> Iterator[Event]:
    """« a repris | la ville de Brumelle »: quelle ville?"""
    clause, cats, word = asked.clause, asked.clause.seen.cats, asked.scene.word
    at = name.start - 1
    noun = at - 2 if cats[at - 1] == "adj" else at - 1
    sort = place_families().get(word(noun))
    if word(at) not in OF or sort is None or noun - 1 < clause.after or word(noun - 1) not in ("la", "le", "l'"):
        return
    plain = not clause.group.passive and clause.group.auxiliary != "être" and clause.group.lemma != "être"
    timed = all(asked.of_time(i) or cats[i] in ("adv", "num", "det") for i in range(clause.after, noun - 1))
    if plain and timed and asked.tells() and asked.definite():
        answer = Answer(name.entity, name.entity.name, "place", "", sort.noun)
        left = asked.without(noun - 1, name.end)
        yield asked.named("object", answer, range(name.start, name.end), Opening(()), left)


_SITED = {"à": "dans", "au": "dans", "dans": "dans", "sur": "sur", "vers": "vers"}


def _site(asked: Placing, name: Name) -> Iterator[Event]:
    """« s'est éteint | à l'hôpital Volute », « s'est produit | à la centrale nucléaire de Brume »: dans quel
    hôpital, dans quelle centrale nucléaire?"""
    clause, cats, word = asked.clause, asked.clause.seen.cats, asked.scene.word
    at = name.start - 1
    if word(at) in ("la", "l'") and word(at - 1) in OF:
        at -= 1  # « la base de la | Volute »
    of = word(at) in OF
    at -= int(of)
    last = at
    while at > clause.after and cats[at] == "adj":
        at -= 1
    sort, determiner = word(at), word(at - 1)
    if sort not in words("asked_sites") or last - at > 1 or at - 1 < clause.after or not asked.tells():
        return
    gender = _gender(sort, determiner)
    start = at - 1 if determiner == "au" else at - 2
    preposition = _SITED.get(word(start))
    if not gender or preposition is None or start < clause.after:
        return
    if word(start) == "à" and sort in words("asked_surfaces"):
        preposition = "sur"
    family = text_of(clause.seen, range(at, last + 1))
    answer = Answer(name.entity, name.text, "thing", "", family, gender)
    somewhere = Answer(name.entity, name.text, "place", "", "ville")
    opening = Opening((start,), bare=preposition)
    if not (asked.hangs_on_verb(start, name.end) or asked.happens_there(somewhere, opening, start)):
        return
    yield asked.named("with", answer, range(name.start, name.end), opening, asked.without(start, name.end))


def _gender(sort: str, determiner: str) -> Literal["m", "f", ""]:
    if determiner in ("le", "au"):
        return "m"
    if determiner == "la":
        return "f"
    if determiner != "l'":
        return ""
    return "m" if sort in words("elided_m") else "f" if sort in words("elided_f") else ""
