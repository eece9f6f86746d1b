"""Who else is in view, and who is meant before anybody is: the questions that decide whether « il », « le maire » and
« l'attaquante » may stand for somebody.

Each looks at what stands before a place in the article. Knows no ladder and resolves no cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.entities import Entity
from quiz.facts.frames import Frame, Phrase
from quiz.facts.lexicon import bag
from quiz.facts.names import org_nouns, person_noun
from quiz.facts.reading import Reading
from quiz.facts.subjects import main_subject
from quiz.facts.voices import (
    Gender,
    Said,
    Voice,
    fit,
    gender_of,
    heads_a_state,
    is_epithet,
    mentions_in,
    name_beside,
)

_SINGULAR = bag("le la l' ce cet cette un une son sa notre")


def is_somebody(head: str, determiner: str) -> bool:
    """« l'attaquant », « l'Uruguayen »: somebody the article has named, only not near enough to tell whom."""
    return determiner in ("le", "la", "l'") and is_epithet(head)


def by_role(
    reading: Reading, noun: str, complement: set[str], gender: Gender, offset: int, of_state: bool
) -> Entity | None:
    """The one person of whom the role is said; with several, the one named last before here. « Le chef de l'État »
    is none of the presidents of regions and clubs."""
    best: list[tuple[int, int, Entity]] = []
    for entity in reading.entities.people() if noun else ():
        if gender and entity.gender and entity.gender != gender:
            continue
        if of_state and not any(heads_a_state(role.text) for role in entity.roles):
            continue
        rank = max((fit(role, noun, complement) for role in entity.roles), default=0)
        mentions = reading.entities.mentions
        before = [m.start for m in mentions if m.entity is entity and m.start < offset and not m.quoted]
        if rank and before:
            best.append((rank, max(before), entity))
    return max(best, key=lambda row: row[:2])[2] if best else None


def somebody_near(reading: Reading, frame: Frame, offset: int, name: str, gender: Gender) -> bool:
    """« …, a dit Roy après sa défaite contre Petit. L'Espagnol a salué … »: is another person named just before?"""
    for mention in reading.entities.mentions:
        if mention.start >= offset or mention.quoted or frame.sentence.number - mention.sentence > 2:
            continue
        entity = mention.entity
        other = entity.kind == "person" and entity.name != name
        if other and not (gender and entity.gender and entity.gender != gender):
            return True
    return False


def somebody_since(reading: Reading, last: Said, start: int, name: str) -> bool:
    """Has another person acted between the last words spoken and here?"""
    mentions = reading.entities.mentions
    here = [m for m in mentions if last.offset < m.start < start and m.entity.kind == "person"]
    return any(m.entity.name != name and m.subject and not m.quoted for m in here)


def in_paragraph(reading: Reading, best: Voice, frame: Frame, offset: int, spoken: Sequence[Said]) -> bool:
    """Has whoever is most in focus been named, or spoken, or been « il » in this paragraph before?"""
    if best.entity is None:
        return True  # who has no name is looked for in the paragraph only
    passage = frame.sentence.passage
    if any(one.voice.name == best.name and one.passage == passage for one in spoken):
        return True
    sentences = reading.sentences
    return any(
        m.entity.name == best.name and m.start < offset and m.sentence >= 0 and sentences[m.sentence].passage == passage
        for m in reading.entities.mentions
    )


def nameless_before(
    reading: Reading, gender: Gender, frame: Frame, offset: int, last: Said | None
) -> tuple[Frame, Phrase] | None:
    """Le candidat du port a cité Marc Petit. « … », a-t-il dit: the subject of the sentence before, where it is a
    person without a name, and nobody has spoken since."""
    number = frame.sentence.number - 1
    if number < 0 or reading.sentences[number].passage != frame.sentence.passage:
        return None
    other = Frame(reading.sentences[number], ())
    left = sum(1 for token in frame.doc if frame.sentence.at(token) < offset)
    own = main_subject(frame, left)
    subject = main_subject(other, len(other.doc)) if own is None else None
    phrase = subject.phrase if subject is not None else None
    if phrase is None or (last is not None and last.sentence >= number):
        return None
    head, first = other.doc[phrase.head], other.doc[phrase.first].text.lower()
    if first not in _SINGULAR or mentions_in(reading, other, phrase.head, phrase.head + 1):
        return None
    if person_noun(head.text) is None or name_beside(reading, other, phrase) is not None:
        return None
    told = gender_of(other, phrase)
    return (other, phrase) if not (told and told != gender) else None


WINNERS = bag("vainqueur vainqueure gagnant gagnante lauréat lauréate")
_WINS = re.compile(
    r"\b(?:a remporté|remporte|remportait|s'impose|s'est imposée?|l'a emporté|l'emporte|a gagné|gagne|a réglé|"
    r"a été élue?|a reçu|reçoit|décroche|a décroché)\b"
)


def who_won(reading: Reading, frame: Frame, gender: Gender, offset: int) -> Entity | None:
    """« …, a soufflé le vainqueur »: the one person the article has told to have won, who need not be the last named;
    nobody where it tells so of two, or of none."""
    found: dict[str, Entity] = {}
    for sentence in reading.sentences[: frame.sentence.number + 1]:
        for win in _WINS.finditer(sentence.text.replace("’", "'")):
            at = sentence.start + win.start()
            left = [m for m in reading.entities.within(sentence.start, at) if not m.quoted and m.end <= at]
            people = [m for m in left if m.entity.kind == "person" and not m.depends]
            if people and sentence.start + win.start() < offset:
                found[people[-1].entity.name] = people[-1].entity
    fits = [e for e in found.values() if not (gender and e.gender and e.gender != gender)]
    return fits[0] if len(fits) == 1 else None


def hangs_on_somebody(frame: Frame, phrase: Phrase) -> bool:
    """« un analyste de la banque | Jyske évoque », « une étude du groupe | Valtel »: is the name the complement of
    whoever or whatever speaks?"""
    doc, at = frame.doc, phrase.first - 1
    if at >= 0 and doc[at].text in org_nouns():
        at -= 1
    while at >= 0 and doc[at].text.lower() in ("la", "l'", "le"):
        at -= 1
    if at < 1 or doc[at].text.lower() not in ("de", "du", "d'"):
        return False
    noun = doc[at - 2] if at > 1 and doc[at - 1].pos_ == "ADJ" and doc[at - 1].text.islower() else doc[at - 1]
    return person_noun(noun.text) is not None


def spoken_of(spoken: Sequence[Said], name: str) -> bool:
    """Has somebody of this name spoken, or been « il », of late?"""
    return any(one.voice.name == name for one in spoken)


def shares_its_sentence(reading: Reading, entity: Entity, gender: Gender, offset: int) -> bool:
    """« Awa Diop est deuxième ; Anne Roy bat son record et Léa Petit finit sixième. « … », a-t-elle dit »: were several
    people in turn subjects of the sentence that last named somebody, so that « elle » may be any of them, or none?"""
    mentions = [m for m in reading.entities.mentions if m.start < offset and not m.quoted and m.sentence >= 0]
    last = max((m.sentence for m in mentions if m.entity is entity), default=-1)
    others = {
        m.entity.name
        for m in mentions
        if m.sentence == last
        and m.entity is not entity
        and m.entity.kind in ("person", "work")
        and m.subject
        and not m.depends
        and not (gender and m.entity.gender and m.entity.gender != gender)
    }
    return len(others) >= 1 and any(m.entity is entity and m.subject for m in mentions if m.sentence == last)
