"""What each name of an article names, as the rules for specifications need to know it: asked once for a whole article.

Adds to the vote of `entities` the places that only this family reads: makers, things made, bodies of roles, things
said to be of a kind. Refuses to believe that one word is a person where nothing but the parser says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quiz.facts.entities import Entity, Kind
from quiz.facts.lexicon import is_first_name
from quiz.facts.parsing import Doc
from quiz.facts.reading import Reading, Sentence
from quiz.facts.roles import find_roles, role_words
from quiz.facts.spec_words import KindNoun, kind_nouns, participles, present_forms, words

_HEADED = frozenset(
    (
        "PDG",
        "patron",
        "fondateur",
        "cofondateur",
        "directeur général",
        "porte-parole",
        "dirigeant",
        "président-directeur général",
    )
)
_OF_BODIES = words("kinds_of_bodies")
_STAFF = words("kinds_staff")
_OF = frozenset(("de", "d'", "du"))
_SMALL = words("kinds_small")
_BEFORE_KIND = words("kinds_before_kind")


@dataclass(frozen=True, slots=True)
class Kinds:
    """What names name: the kind with most votes, the noun most often said of it, and the names we are sure of."""

    of: Mapping[str, Kind]
    nouns: Mapping[str, KindNoun]
    sure: frozenset[str]
    holders: Mapping[str, frozenset[str]]
    """Role noun (masculine) -> the people it is said of right behind their name."""


def kinds_of(reading: Reading) -> Kinds:
    """The kinds of all entities of an article, by name."""
    nouns: dict[str, Counter[str]] = defaultdict(Counter)
    holders: dict[str, set[str]] = defaultdict(set)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for entity in reading.entities.all:
        _by_entity(entity, votes[entity.name])
    for sentence in reading.sentences:
        if sentence.kind not in ("prose", "list"):
            continue
        spans = _spans(reading, sentence)
        for start, end, entity in spans:
            _by_words(sentence.doc, start, end, votes[entity.name])
            if (noun := kind_before(sentence.doc, start)) is not None:
                nouns[entity.name][noun.noun] += 1
        _by_roles(sentence, spans, votes, holders)
    kinds = {name: _winner(counter) for name, counter in votes.items()}
    sure = frozenset(name for name, counter in votes.items() if max(counter.values(), default=0) >= 2)
    said = {name: kind_nouns()[max(counter, key=lambda n: (counter[n], n))] for name, counter in nouns.items()}
    nouns_of = {n: noun for n, noun in said.items() if noun.kind == kinds[n]}
    return Kinds(kinds, nouns_of, sure, {lemma: frozenset(names) for lemma, names in holders.items()})


def kind_before(doc: Doc, at: int) -> KindNoun | None:
    """The kind noun right before token `at`: « le logiciel | Volute », « l'application chinoise | Volute »."""
    last = at - 1
    while (
        last >= 0
        and (doc[last].text.lower() in role_words().nations or doc[last].pos_ == "ADJ")
        and doc[last].text not in kind_nouns()
    ):
        last -= 1
    return kind_ending(doc, last)


_EDGE = 4
"""Characters that tell most words that begin or end no kind noun."""


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """What the words at the start and at the end of kind nouns begin and end with."""
    nouns = [(noun, size) for noun in kind_nouns() for size in range(1, _EDGE + 1)]
    return frozenset(noun[:size] for noun, size in nouns), frozenset(noun[-size:] for noun, size in nouns)


def kind_ending(doc: Doc, last: int) -> KindNoun | None:
    """The kind noun of one to five tokens that ends at token `last` (« start-up » may be three)."""
    if last < 0 or doc[last].text[-_EDGE:] not in _edges()[1]:
        return None
    for size in (5, 4, 3, 2, 1):
        first = last - size + 1
        if first >= 0 and (noun := kind_nouns().get(doc[first : last + 1].text)):
            return noun
    return None


def kind_starting(doc: Doc, at: int) -> tuple[KindNoun, int] | None:
    """The kind noun that begins at token `at`, with the token after it; the longest."""
    if at >= len(doc) or doc[at].text[:_EDGE] not in _edges()[0]:
        return None
    for size in (5, 4, 3, 2, 1):
        if at + size <= len(doc) and (noun := kind_nouns().get(doc[at : at + size].text)):
            return noun, at + size
    return None


Spans = list[tuple[int, int, Entity]]


def _spans(reading: Reading, sentence: Sentence) -> Spans:
    out: Spans = []
    for mention in reading.entities.within(sentence.start, sentence.end):
        if mention.sentence == sentence.number:
            tokens = [t for t in sentence.tokens(mention.start, mention.end) if not sentence.masks(t)]
            if tokens:
                out.append((tokens[0].i, tokens[-1].i + 1, mention.entity))
    return out


def _by_entity(entity: Entity, votes: Counter[str]) -> None:
    words = entity.name.split()
    if entity.name in role_words().nations.values():
        votes["place"] += 10
    elif entity.kind == "person":
        sure = entity.roles or is_first_name(words[0]) or (len(words) > 1 and entity.gender)
        votes["person"] += 5 if sure else 1
    elif entity.kind in ("organisation", "product", "event"):
        votes[entity.kind] += 2
    elif entity.kind != "other":
        votes[entity.kind] += 1


def _by_words(doc: Doc, start: int, end: int, votes: Counter[str]) -> None:
    if (noun := kind_before(doc, start)) is not None:
        votes[noun.kind] += 4
    elif (wide := _kind_with_complement(doc, start)) is not None:
        votes[wide.kind] += 3
    word = _word(doc, end)
    at = end + 1
    if word in (",", "est", "(", "était", "–"):
        while _word(doc, at) in _SMALL or _word(doc, at) in _BEFORE_KIND:
            at += 1
        found = kind_starting(doc, at)
        if found is not None and at > end + 1:
            votes[found[0].kind] += 3
    if word == "," and _made(doc, end + 1):
        votes[_made(doc, end + 1)] += 3
    elif _made(doc, end):
        votes[_made(doc, end)] += 2
    before = start - 1
    if _word(doc, before) in ("la", "le", "l'"):
        before -= 1
    if _word(doc, before) == "par" and (_word(doc, before - 1) in participles()):
        votes["organisation"] += 2 if participles()[_word(doc, before - 1)].agent in ("maker", "owner") else 0
    if _word(doc, before) in _OF and _word(doc, before - 1) in _STAFF:
        votes["organisation"] += 2
    verb = participles().get(_word(doc, end + 1)) if _word(doc, end) in ("a", "avait") else present_forms().get(word)
    if verb is not None and verb.agent in ("maker", "owner"):
        votes["organisation"] += 1


def _kind_with_complement(doc: Doc, start: int) -> KindNoun | None:
    """« le film de science-fiction | Marées »: a kind noun behind its article, its complement between it and the
    name."""
    if _word(doc, start - 1) in ("de", "d'", "du", "la", "le", "l'", "des", "à", "en", "par", ","):
        return None
    for at in range(start - 1, max(-1, start - 8), -1):
        found = kind_starting(doc, at)
        if found is not None and found[1] < start and _word(doc, found[1]) in ("de", "d'"):
            return found[0] if _word(doc, at - 1) in _SMALL | {"du", "au", "cet"} | _BEFORE_KIND else None
        if doc[at].pos_ in ("VERB", "AUX", "PRON") or doc[at].text in (",", ".", ";", ":"):
            return None
    return None


def _made(doc: Doc, at: int) -> str:
    """The kind that « …, développé par », « conçu en 2010 par » proves of the name before; "" for none."""
    while at < len(doc) and doc[at].pos_ == "ADV":
        at += 1
    verb = participles().get(_word(doc, at))
    if verb is None or verb.agent not in ("maker", "author", "director"):
        return ""
    return ("product" if verb.agent == "maker" else "work") if "par" in [_word(doc, at + i) for i in (1, 2, 3)] else ""


def _by_roles(sentence: Sentence, spans: Spans, votes: dict[str, Counter[str]], holders: dict[str, set[str]]) -> None:
    for role in find_roles(sentence.doc):
        inside = [entity for start, end, entity in spans if role.start < start and end <= role.end]
        if inside and role.noun.lemma in _HEADED:
            votes[inside[-1].name]["organisation"] += 3
        before = role.start - 1
        if _word(sentence.doc, before) == "," and not role.determiner:
            for entity in [entity for _, end, entity in spans if end == before]:
                holders[role.noun.lemma].add(entity.name)
                votes[entity.name]["person"] += 0 if role.noun.lemma in _OF_BODIES else 4
        after = role.end + 1 if _word(sentence.doc, role.end) == "," else role.end
        for start, _, entity in spans:
            if start == after and len(entity.name.split()) > 1:
                votes[entity.name]["person"] += 2


def _winner(votes: Counter[str]) -> Kind:
    best = max(votes.values(), default=0)
    if best <= 1 and votes.get("person", 0) == best:
        return "other"
    order: tuple[Kind, ...] = ("product", "organisation", "work", "person", "place", "event", "other")
    for kind in order:
        if votes.get(kind, 0) == best and best > 0:
            return kind
    return "other"


def _word(doc: Doc, at: int) -> str:
    return doc.small[at] if 0 <= at < len(doc) else ""
