"""Whom a pronoun stands for: people, bodies and nameless people in view, scored by how near and how prominent they are.

Mentions inside quotations never count, and what is plainly of the other gender does not either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quiz.facts.entities import Mention
from quiz.facts.frames import Frame, Phrase, phrase_from
from quiz.facts.names import PORTFOLIOS, capital, org_nouns, person_noun
from quiz.facts.parsing import Token
from quiz.facts.reading import Reading
from quiz.facts.voices import Gender, Said, Voice, gender_of, lower_first, name_beside, text_of, voice_of

CLOSE = 1.05
"""Two candidates whose scores differ by less are too close to choose."""

_FADE = 1.8
"""What a sentence of distance costs."""
_ELSEWHERE = 1.5
"""What it costs to have been named in another paragraph only."""
_STAYS = 6.0
_MEMORY = 8
"""Sentences after which a mention is out of view."""


def in_focus(
    reading: Reading, frame: Frame, offset: int, gender: Gender, said: Sequence[Said], echoes: Sequence[Said] = ()
) -> list[tuple[Voice, float]]:
    """Who may be meant by a pronoun at `offset`, best first, with their scores.

    `said` tells who has spoken so far, `echoes` whom the pronouns that are subjects stood for.
    """
    best: dict[str, tuple[Voice, float]] = {}
    for voice, score in (
        *_named(reading, frame, offset, gender),
        *_spoken(reading, frame, offset, gender, said),
        *_nameless(reading, frame, offset, gender),
        *_main_person(reading, gender),
        *_echoes(frame, gender, [echo for echo in echoes if echo.offset < offset]),
    ):
        if voice.name not in best or best[voice.name][1] < score:
            best[voice.name] = (voice, score)
    return sorted(best.values(), key=lambda pair: -pair[1])


def _named(reading: Reading, frame: Frame, offset: int, gender: Gender) -> Iterator[tuple[Voice, float]]:
    """People named before; bodies only where they are a subject of the last sentences of the paragraph."""
    here, passage = frame.sentence.number, frame.sentence.passage
    opened: set[int] = set()
    for mention in reading.entities.mentions:
        distance = here - mention.sentence
        if mention.start >= offset or mention.quoted or mention.sentence < 0 or distance > _MEMORY:
            continue
        entity = mention.entity
        if gender and entity.gender and entity.gender != gender:
            continue
        near = reading.sentences[mention.sentence].passage == passage
        opens = _opens_as_source(reading, mention)
        depends = (mention.depends or _hangs(reading, mention)) and not opens
        subject = (mention.subject or opens) and not depends
        fresh = subject and distance == 0
        body = entity.kind == "organisation" and subject and entity.name not in PORTFOLIOS
        if body and distance <= 2 and near:
            yield voice_of(entity), 10.0 - _FADE * distance + (3.0 if fresh else 0.0)
        elif entity.kind == "organisation" and distance <= 1 and near and _agent(reading, mention):
            yield voice_of(entity), 8.0 - _FADE * distance
        if entity.kind != "person":
            continue
        score = 10.0 - _FADE * distance
        held_by = reading.sentences[mention.sentence].passage
        if held_by not in opened and subject:
            score += 1.0  # the person a paragraph opens with is what it is about
        opened.add(held_by)
        score += (3.0 if subject else 0.0) + (2.0 if fresh else 0.0) - (3.0 if depends else 0.0)
        score += 2.0 if distance == 1 and _agent(reading, mention) else 0.0
        score += (1.0 if gender and entity.gender == gender else 0.0) - (0.0 if near else _ELSEWHERE)
        yield voice_of(entity), score - (0.0 if entity.firm else 4.0) - (2.0 if mention.listed else 0.0)


def _before(reading: Reading, mention: Mention) -> str:
    sentence = reading.sentences[mention.sentence]
    return sentence.text[: mention.start - sentence.start].replace("’", "'")


def _hangs(reading: Reading, mention: Mention) -> bool:
    """« le décret du président américain | Marc Petit », « le patron de la compagnie | Brisk »: the name hangs on
    another noun, with its role or its kind between."""
    found = re.search(r"\b(?:du|de la|de l'|des|d'une?) ?(?P<role>(?:[a-zà-ÿ-]+ ){1,3})$", _before(reading, mention))
    return found is not None and any(person_noun(word) or word in org_nouns() for word in found["role"].split())


def _agent(reading: Reading, mention: Mention) -> bool:
    """« bloquée par le juge fédéral Marc Petit. Il estime »: who acts in a passive is as good as its subject."""
    before = _before(reading, mention)
    return re.search(r"\bpar (?:l[ea] |l'|une? )?(?:[a-zà-ÿ-]+ ){0,3}$", before) is not None


def _opens_as_source(reading: Reading, mention: Mention) -> bool:
    """« Pour Luc Roy, la loi est injuste. », « Selon le maire de Brest, Luc Roy, … », « C'est Luc Roy qui le dit. »:
    whoever a sentence opens with as its source is what it goes on about."""
    sentence = reading.sentences[mention.sentence]
    before = sentence.text[: mention.start - sentence.start].replace("’", "'").lower()
    if before.strip() == "c'est" and sentence.text[mention.end - sentence.start :].startswith(" qui "):
        return True
    if before.strip("« ") in ("pour", "selon", "d'après", "quant à", "de son côté,", "à en croire"):
        return True
    role = re.fullmatch(r"(?:pour|selon|d'après|à en croire) (?:l[ae] |l')(?P<role>[^,;:.«]{2,80}?),? ?", before)
    noun = role["role"].split()[0] if role is not None else ""
    return person_noun(noun) is not None or person_noun(f"{noun} ministre") is not None or noun == "premier"


def _main_person(reading: Reading, gender: Gender) -> Iterator[tuple[Voice, float]]:
    """Whom the article is mostly about stays in view where nobody else does."""
    counts = Counter(m.entity.name for m in reading.entities.mentions if m.entity.kind == "person")
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 3 or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
        return
    entity = reading.entities.lookup(ranked[0][0])
    if entity is not None and not (gender and entity.gender and entity.gender != gender):
        yield voice_of(entity), _STAYS


def _echoes(frame: Frame, gender: Gender, echoes: Sequence[Said]) -> Iterator[tuple[Voice, float]]:
    """Whom « il » stood for as the subject of a sentence before is a subject there as if named."""
    for echo in echoes[-4:]:
        voice = echo.voice
        if gender and voice.gender and voice.gender != gender:
            continue
        near = echo.passage == frame.sentence.passage
        yield voice, 13.0 - _FADE * (frame.sentence.number - echo.sentence) - (0.0 if near else 1.5)


_MANY = re.compile(r"(?:les|des|ces|ses|leurs|plusieurs|certain(?:e)?s|deux|trois) ")
"""People together: « il » and « elle » are one."""


def _spoken(
    reading: Reading, frame: Frame, offset: int, gender: Gender, said: Sequence[Said]
) -> Iterator[tuple[Voice, float]]:
    """Who spoke last goes on speaking, unless a new paragraph has named somebody else."""
    new = {
        m.entity.name
        for m in reading.entities.mentions
        if m.entity.kind == "person" and m.sentence >= 0 and m.start < offset and not m.quoted
        and reading.sentences[m.sentence].passage == frame.sentence.passage
        and not (gender and m.entity.gender and m.entity.gender != gender)
    }  # fmt: skip
    for one in said[-6:]:
        voice = one.voice
        if (gender and voice.gender and voice.gender != gender) or _MANY.match(voice.name):
            continue
        score = 14.0 - _FADE * (frame.sentence.number - one.sentence)
        score -= (2.0 if voice.kind == "organisation" else 0.0) + (
            0.0 if one.passage == frame.sentence.passage else 8.0 if new and voice.name not in new else 2.0
        )
        yield voice, score + (-1.0 if one.brief else 1.0 if one is said[-1] else 0.0)


def _nameless(reading: Reading, frame: Frame, offset: int, gender: Gender) -> Iterator[tuple[Voice, float]]:
    """People without a name who are subjects just before: Une voisine a tout vu. « … », raconte-t-elle."""
    here = frame.sentence.number
    for sentence in reading.sentences[max(0, here - 2) : here + 1]:
        if sentence.passage != frame.sentence.passage:
            continue
        other = Frame(sentence, ())
        source = _nameless_source(other)
        if source is not None and sentence.end <= offset:
            name = lower_first(text_of(reading, other, source))
            own = gender_of(other, source)
            if not (gender and own and own != gender):
                yield Voice(name, "", None, "pronoun", 0.6, "", own, "person"), 13.0 - _FADE * (here - sentence.number)
        for token in sentence.doc:
            if sentence.at(token) >= offset or not _person_subject(token):
                continue
            first = min((c.i for c in token.children if c.dep_ == "det" and c.i < token.i), default=token.i)
            phrase = phrase_from(other, first, len(sentence.doc))
            if phrase is None or phrase.head != token.i or name_beside(reading, other, phrase):
                continue
            own = gender_of(other, phrase)
            definite = sentence.doc[phrase.first].text.lower() in ("le", "la", "l'")
            if sentence.doc[phrase.first].text.lower() in ("les", "des", "ces", "ses", "leurs", "plusieurs"):
                continue  # « il », « elle » is one
            if (gender and own and own != gender) or (definite and _somebody_named(reading, sentence.number)):
                continue
            name = lower_first(text_of(reading, other, phrase))
            yield Voice(name, "", None, "pronoun", 0.6, "", own, "person"), 10.0 - _FADE * (here - sentence.number)


def _nameless_source(frame: Frame) -> Phrase | None:
    """« Selon un ouvrier du chantier, des boulons ont cédé. « … », a-t-il déclaré. »: whoever the sentence opens on."""
    opening = re.match(r"(?:Selon|D'après|Pour) (?=une? )", frame.doc.text)
    if opening is None:
        return None
    phrase = phrase_from(frame, frame.token_at(opening.end()), len(frame.doc))
    return phrase if phrase is not None and person_noun(frame.doc[phrase.head].text) else None


def _person_subject(token: Token) -> bool:
    return token.dep_ == "nsubj" and person_noun(token.text) is not None and not capital(token.text)


def _somebody_named(reading: Reading, number: int) -> bool:
    """Is a person named in this sentence or shortly before, whom a definite noun would mean?"""
    return any(m.entity.kind == "person" and number - 3 <= m.sentence <= number for m in reading.entities.mentions)
