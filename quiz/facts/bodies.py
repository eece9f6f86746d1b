"""Bodies that speak without their name: « la société », « l'association », « le communiqué ».

A noun looks back to the body that was called so, else to the one that spoke or stood last; a document speaks for its
author. Knows nothing of people.
"""

from __future__ import annotations

from dataclasses import replace

from quiz.facts.context_signs import MAKERS
from quiz.facts.cues import DOCUMENTS
from quiz.facts.entities import Entity
from quiz.facts.frames import Frame, Phrase
from quiz.facts.lexicon import bag
from quiz.facts.names import org_nouns
from quiz.facts.reading import Reading
from quiz.facts.voices import Said, Voice, mentions_in, voice_of

_OF = bag("de d' du des")
_ANY_BODY = bag("société entreprise groupe compagnie firme géant organisation constructeur")


_OWN_KIND = bag(
    "association fédération fondation mairie ministère parquet parti préfecture syndicat tribunal université"
)
"""What a body has to have been called, or to be called by its name, for the noun to mean it."""


def _may_be(entity: Entity, noun: str) -> bool:
    """May the body be called so? Not if it was called otherwise, in words that do not go together."""
    first = entity.name.split()[0].lower()
    known = entity.nouns | ({first} if first in org_nouns() else frozenset())
    return (
        (not known and noun not in _OWN_KIND)
        or noun in known
        or (noun in _ANY_BODY and bool(known & (_ANY_BODY | MAKERS)))
    )


_TITLED = 7.0
"""What the one body of the title scores: « la compagnie » is the one the article is about, not some maker named
three sentences before."""


def apposed_body(reading: Reading, frame: Frame, phrase: Phrase) -> Entity | None:
    """« le média indépendant | Basta »: the name that the body's noun introduces, "de" before it excluded."""
    doc = frame.doc
    first = phrase.head + 1
    if first >= phrase.after or doc[first].text.lower() in _OF:
        return None
    for mention in mentions_in(reading, frame, first, phrase.after):
        if mention.entity.kind in ("person", "place"):
            continue
        joined = frame.sentence.tokens(mention.start, mention.end)[0].i
        between = doc[first:joined]
        if all(t.pos_ in ("ADJ", "NOUN", "PROPN") or t.is_punct or t.text == "non" for t in between):
            return mention.entity
    return None


def body_called(reading: Reading, noun: str, offset: int) -> Entity | None:
    """« l'ordre », « la commission »: the body named before whose name begins with the noun."""
    for mention in reversed(reading.entities.mentions):
        first, _, rest = mention.entity.name.partition(" ")
        if mention.start < offset and rest and first.lower() == noun.lower() and mention.entity.kind != "person":
            return mention.entity
    return None


def last_body(reading: Reading, frame: Frame, offset: int, noun: str, last: Said | None) -> Entity | None:
    """The last body named before, those that spoke or stand as subjects first, and those called so before all.

    « l'association » is not the one that was called « l'agence ».
    """
    ranked = reading.entities.ranked_before(offset, ("organisation", "product", "work", "other"))
    called = [entity for entity, _ in ranked if noun in entity.nouns]
    if called:
        return called[0]
    ranked = [(e, s) for e, s in ranked if e.kind == "organisation" or not any(c.isdigit() for c in e.name)]
    bodies = [(e, s + (2 if e.kind == "organisation" else -1)) for e, s in ranked if _may_be(e, noun)]
    here = frame.sentence.number
    spoke = last.voice.entity if last and last.voice.kind == "organisation" else None
    if last and spoke and here - last.sentence <= 2 and _may_be(spoke, noun):
        bodies.append((spoke, 16.0 - 2.0 * (here - last.sentence)))
    title = (reading.article.title or "").replace("’", "'")
    titled = [e for e in reading.entities.all if e.kind == "organisation" and e.name in title]
    if len(titled) == 1 and _may_be(titled[0], noun):
        bodies.append((titled[0], _TITLED))
    return max(bodies, key=lambda pair: pair[1])[0] if bodies else None


def author(reading: Reading, frame: Frame, document: str, offset: int, last: Said | None) -> Voice | None:
    """« le communiqué » speaks for the body whose communiqué was named before, else for the one that spoke last."""
    here = frame.sentence.number
    nouns = DOCUMENTS if document == "y" else frozenset({document.split()[-1].lower()})
    source = _document_of(reading, nouns, here)
    if source:
        return replace(voice_of(source), step="document", confidence=0.75)
    if document == "y":
        return None
    if last and last.voice.kind == "organisation" and here - last.sentence <= 2:
        return replace(last.voice, step="document", written="", place=None, confidence=0.7)
    body = reading.entities.focus_before(offset, ("organisation",))
    mentions = reading.entities.mentions
    if body and any(m.entity is body and m.sentence >= here - 1 for m in mentions if m.start < offset):
        return replace(voice_of(body), step="document", confidence=0.6)
    return None


def _document_of(reading: Reading, nouns: frozenset[str], here: int) -> Entity | None:
    """Whose document it is: « une déclaration du club » some sentences before « la déclaration », or « y lit-on »."""
    for sentence in reversed(reading.sentences[max(0, here - 3) : here]):
        doc = sentence.doc
        for token in doc[:-2]:
            if token.text.lower() in nouns and doc[token.i + 1].text.lower() in _OF:
                found = reading.entities.within(*sentence.span(list(doc[token.i + 2 : token.i + 6])))
                beside = bool(found) and found[0].start == sentence.at(doc[token.i + 2])
                if found and (beside or found[0].entity.kind != "place"):  # no town speaks for its airport
                    return found[0].entity
    return None
