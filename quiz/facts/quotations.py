"""Quotations: which marked stretches are somebody's words, and whose.

Starts from every pair of marks, looks for a cue, asks the ladder for the speaker, and drops what is no speech: titles,
slogans, words held with tongs. Who is unsure stays None.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.cues import Cue, cue_of_subject
from quiz.facts.cues_after import after, later
from quiz.facts.cues_before import before, colon_subject, said_in, source_before, verb_before
from quiz.facts.fact import Quotation
from quiz.facts.frames import Frame, Held, frame_of
from quiz.facts.reading import Reading
from quiz.facts.speakers import Ladder, Voice
from quiz.facts.speech import INCISE, speech_form
from quiz.facts.speech_shape import no_speech
from quiz.facts.subjects import main_subject

Found = tuple[Voice, str]
"""A speaker and the rule that found the cue."""


def quotations(reading: Reading) -> list[Quotation]:
    """The attributed quotations of an article, in text order."""
    return _Walk(reading).facts()


class _Walk:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.ladder = Ladder(reading)
        self.frames = [frame_of(sentence, reading.marked) for sentence in reading.sentences]
        self.spoken: dict[int, Voice] = {}
        """Sentence number -> the last speaker in it."""

    def facts(self) -> list[Quotation]:
        out: list[Quotation] = []
        for number, frame in enumerate(self.frames):
            if not frame.held or frame.sentence.kind in ("title", "heading"):
                continue
            found = self._voices(number, frame)
            for held, voice in zip(frame.held, found, strict=True):
                if voice is None or no_speech(self.reading.flat, held, voice[1]):
                    continue
                out.append(self._fact(frame, held, *voice))
                self.spoken[number] = voice[0]
        return out

    def _voices(self, number: int, frame: Frame) -> list[Found | None]:
        """The speaker of each quotation of a sentence."""
        found: list[Found | None] = []
        previous: Held | None = None
        spoken: Voice | None = None
        for held in frame.held:
            voice = self._cued(frame, held, previous.after if previous else 0, spoken is not None)
            if voice is None and previous is not None and spoken is not None and _carries(frame, previous, held):
                own = verb_before(frame, held, previous.after)
                voice = (_carried(spoken, "carried"), "verb-carried" if own else "carried")
            count = len(self.reading.flat[held.mark.start : held.mark.end].split())
            if voice is not None:
                self.ladder.remember(held.mark.outer_start, frame, voice[0], brief=count < 5)
                if no_speech(self.reading.flat, held, voice[1]):
                    voice = None
            found.append(voice)
            if voice is None and count <= 3:
                continue  # a title or a word held with tongs: what stands before it still governs what follows
            previous, spoken = held, voice[0] if voice else None
        self._spread_back(frame, found)
        if all(voice is None for voice in found):
            around = self._around(number, frame)
            if around is not None:
                found = [around] * len(found)
                self.ladder.remember(frame.held[0].mark.outer_start, frame, around[0])
        return found

    def _cued(self, frame: Frame, held: Held, floor: int, follows: bool) -> Found | None:
        cue = after(frame, held)
        if cue is None:
            cue = before(frame, held, floor)
            if cue is not None and follows and cue.rule in ("colon", "name-colon"):
                cue = None
        if cue is None and floor:
            cue = source_before(frame, held, 0)
        if cue is None:
            cue = later(frame, held)
        if cue is None:
            return self._told_inside(frame, held)
        last = self.ladder.last
        if cue.rule == "colon" and last and last.voice.kind == "person" and frame.sentence.number - last.sentence == 1:
            named = self.ladder.resolve(frame, cue, held.mark.outer_start)
            if named is None or named.kind != "person":  # « La société a mûri : « nous n'avions rien … » »
                return replace(_carried(last.voice, "continuation"), confidence=last.voice.confidence * 0.8), "colon-again"
        voice = self.ladder.resolve(frame, cue, held.mark.outer_start)
        if voice is None:
            return None
        return voice, cue.rule

    def _told_inside(self, frame: Frame, held: Held) -> Found | None:
        """« Nous partirons, promettait la maire en mai. Nous l'avons dit. »: the inserted clause stands between the marks."""
        found = INCISE.search(self.reading.flat, held.mark.start, held.mark.end)
        if found is None or not re.match(r"[,!?…]", found.group()):
            return None
        for sentence in self.reading.inside(held.mark):
            if not sentence.start <= found.start() < sentence.end:
                continue
            inner = Frame(sentence, ())
            comma = next((t.i for t in sentence.doc if sentence.at(t) >= found.start()), 0)
            if not comma:
                return None
            cue = after(inner, Held(held.mark, 0, comma))
            voice = self.ladder.resolve(inner, cue, held.mark.outer_start) if cue and cue.rule.startswith("incise") else None
            return (replace(voice, confidence=voice.confidence * 0.9), cue.rule) if voice and cue else None
        return None

    def _spread_back(self, frame: Frame, found: list[Found | None]) -> None:
        """« A » et « B », selon le parquet: a cue at the end of the sentence serves the quotations before it too."""
        for n in range(len(found) - 2, -1, -1):
            after = found[n + 1]
            if found[n] is None and after is not None and after[1].startswith(("incise", "closing")):
                gap = frame.text_between(frame.held[n], frame.held[n + 1])
                if len(gap.split()) <= 12 and not re.search(r"[;:]", gap):
                    found[n] = (_carried(after[0], "carried"), "carried")

    # -------------------------------------------------------------------------------------------- no cue in the sentence
    def _around(self, number: int, frame: Frame) -> Found | None:
        """A quotation that is its whole sentence: a signature below, the speaker of its neighbours."""
        if not frame.only_quotations():
            return None
        length = sum(len(self.reading.flat[h.mark.start : h.mark.end].split()) for h in frame.held)
        if length < 3:
            return None
        for rule in (self._signature, self._shared_incise, self._continued, self._announced, self._after_speech, self._next_says):
            found = rule(number, frame)
            if found is not None:
                return found
        return None

    def _signature(self, number: int, frame: Frame) -> Found | None:
        """« … »
        — Awa Diop, présidente du club"""
        text = self.reading.flat
        end = max(h.mark.outer_end for h in frame.held)
        match = re.match(r"\s*\n+\s*[—–-]{1,2}\s*(?P<who>[^\n]{3,140})", text[end : end + 200])
        if match is None:
            return None
        who = match["who"].strip(" .")
        start = end + match.start("who")
        entity = next((m.entity for m in self.reading.entities.within(start, start + len(who)) if m.start - start <= 4), None)
        name = re.split(r" ?[,(]| [—–-] ", who)[0].strip()
        role = re.sub(r"^[ ,(]+|[ )]+$", "", who[len(name) :])
        if entity is None:
            entity = self.reading.entities.lookup(name)
        known = entity.name if entity else name
        person = entity is not None and entity.kind == "person"
        voice = Voice(known, self.reading.article.text[start : start + len(name)], (start, start + len(name)), "signature", 0.9, role, entity.gender if entity else "", "person" if person else "", entity)
        return voice, "signature"

    def _shared_incise(self, number: int, frame: Frame) -> Found | None:
        """« A. » « B », dit X."""
        following = self._neighbour(number, 1, frame)
        if following is None or not following.held or following.held[0].first != 0:
            return None
        cue = after(following, following.held[0])
        if cue is None:
            return None
        voice = self.ladder.resolve(following, cue, frame.held[0].mark.outer_start)
        return (_carried(voice, "next-incise"), "next-incise") if voice else None

    def _continued(self, number: int, frame: Frame) -> Found | None:
        """« A », dit X. « B. » The second goes on where the first stopped."""
        prior = self._neighbour(number, -1, frame, other_passage=True)
        if prior is None or number - 1 not in self.spoken:
            return None
        same = prior.sentence.passage == frame.sentence.passage
        if not same and (frame.sentence.passage - prior.sentence.passage > 1 or not _ends_with_quotation(prior)):
            return None
        voice = self.spoken[number - 1]
        return replace(_carried(voice, "continuation"), confidence=voice.confidence * (0.9 if same else 0.7)), "continuation"

    def _announced(self, number: int, frame: Frame) -> Found | None:
        """Le maire ne décolère pas :
        « … »"""
        prior = self._neighbour(number, -1, frame, other_passage=True)
        if prior is None or not prior.doc.text.rstrip().endswith(":"):
            return None
        return self._of_sentence(prior, frame, colon=True)

    def _after_speech(self, number: int, frame: Frame) -> Found | None:
        """Le chanteur dit regretter ses propos. « … » : the sentence before reports the same person's speech."""
        prior = self._neighbour(number, -1, frame)
        return self._of_sentence(prior, frame, colon=False) if prior else None

    def _of_sentence(self, prior: Frame, frame: Frame, colon: bool) -> Found | None:
        cue = said_in(prior, colon)
        if cue is None and colon:
            cue = colon_subject(prior, len(prior.doc))
        if cue is None:
            subject = main_subject(prior, len(prior.doc))
            cue = cue_of_subject(prior, subject, "previous", "", 0.6, 0) if subject else None
        if cue is None:
            return None
        voice = self.ladder.resolve(prior, cue, prior.sentence.end)
        if voice is None or (not colon and voice.kind != "person"):
            return None
        rule = "announced" if colon else "previous-sentence"
        return replace(voice, step=rule if not colon else voice.step, written="", place=None, confidence=round(voice.confidence * (0.9 if colon else 0.75), 3)), rule

    def _next_says(self, number: int, frame: Frame) -> Found | None:
        """« … » Elle a ajouté que: a pronoun that speaks right after."""
        following = self._neighbour(number, 1, frame)
        if following is None:
            return None
        match = re.match(r"(?P<p>Il|Elle) (?:a |avait )?(?:(?:également|aussi|ensuite|alors) )?(?P<v>\w+)", following.doc.text)
        if match is None or not (speech_form(match["v"], "participle") or speech_form(match["v"], "finite")):
            return None
        voice = self.ladder.resolve(frame, Cue("next-says", match.group(), None, match["p"].lower(), 0.8), frame.held[0].mark.outer_start)
        return (voice, "next-says") if voice else None

    def _neighbour(self, number: int, step: int, frame: Frame, other_passage: bool = False) -> Frame | None:
        at = number + step
        if not 0 <= at < len(self.frames):
            return None
        other = self.frames[at]
        if other.sentence.kind in ("title", "heading"):
            return None
        return other if other_passage or other.sentence.passage == frame.sentence.passage else None

    # -------------------------------------------------------------------------------------------- the fact
    def _fact(self, frame: Frame, held: Held, voice: Voice, rule: str) -> Quotation:
        article = self.reading.article
        mark = held.mark
        start, end = frame.sentence.start, max(frame.sentence.end, mark.outer_end)
        place = voice.place
        if place and not start <= place[0] < end:
            start, end = min(start, place[0]), max(end, place[1])
        return Quotation(
            evidence=article.span(start, end),
            answer=article.span(*(place or (mark.start, mark.end))),
            rule=f"quote-{rule}",
            confidence=round(max(0.0, min(1.0, voice.confidence * (1.0 if mark.certain else 0.85))), 3),
            words=article.text[mark.start : mark.end],
            speaker=voice.name,
            speaker_as_written=voice.written or None,
            role=voice.role or None,
            cue=None,
            step=voice.step,
            gender=voice.gender,
            speaker_kind=voice.kind,
        )


def _carried(voice: Voice, step: str) -> Voice:
    return replace(voice, step=step, written="", place=None, confidence=round(voice.confidence * 0.95, 3))


def _carries(frame: Frame, left: Held, right: Held) -> bool:
    """Does the speaker of a quotation also speak the next one of the sentence?"""
    gap = frame.text_between(left, right)
    if re.search(r"[.;!?]\s", gap):
        return False
    if re.search(r"\b(?:tandis que|alors que|mais|quand|lorsque)\b", gap) and len(gap.split()) > 4:
        return False
    for token in frame.doc[left.after : right.first]:
        if token.dep_ == "nsubj" and token.pos_ in ("NOUN", "PROPN") and "VerbForm=Fin" in str(token.head.morph):
            return False
    return len(gap.split()) <= 22


def _ends_with_quotation(frame: Frame) -> bool:
    return bool(frame.held) and frame.held[-1].after >= len(frame.doc) - 12
