"""Quotations: which marked stretches are somebody's words, and whose.

Starts from every pair of marks, looks for a cue, asks the ladder for the speaker, and drops what is no speech: titles,
slogans, words held with tongs. Where nobody can be named with reason, there is no quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from quiz.facts.cues import AUXILIARY, Cue, cue_of_subject
from quiz.facts.cues_after import after, later
from quiz.facts.cues_before import before, colon_subject, said_in, source_before
from quiz.facts.cues_verbs import verb_before
from quiz.facts.fact import Quotation
from quiz.facts.frames import Frame, Held, frame_of, phrase_from
from quiz.facts.indirect import claims, clause_cue
from quiz.facts.interviews import interview_answers
from quiz.facts.lexicon import first_name_gender, is_first_name
from quiz.facts.names import person_noun
from quiz.facts.reading import Reading
from quiz.facts.speakers import Ladder
from quiz.facts.speech import PRONOUN, find_incise, speech_form
from quiz.facts.speech_shape import no_speech
from quiz.facts.speech_together import told_genders, with_gender, within_claim
from quiz.facts.subjects import main_subject
from quiz.facts.voices import Voice

_BRIEF = 5
"""A quotation of fewer words makes its speaker no more likely than any subject to be meant by the next pronoun."""
_ASIDE = 3
"""A stretch of at most so many words that is no speech does not stand between a cue and what follows."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """A speaker, and how they were found."""

    voice: Voice
    rule: str
    cue: Cue | None = None

    def carried(self, rule: str, step: str = "carried", factor: float = 0.95) -> Attributed:
        """The same speaker for another quotation, a little less sure."""
        sure = round(self.voice.confidence * factor, 3)
        return Attributed(replace(self.voice, step=step, written="", place=None, confidence=sure), rule, self.cue)


def quotations(reading: Reading) -> list[Quotation]:
    """The attributed quotations of an article, in text order: those between marks, and the answers of an interview."""
    return speech(reading)[0]


def speech(reading: Reading) -> tuple[list[Quotation], list[Quotation]]:
    """The attributed quotations of an article, and what it reports of somebody's speech without marks (`indirect`)."""
    walk = _Walk(reading)
    marked = [within_claim(quote, walk.reported) for quote in walk.facts()]
    told = told_genders([*marked, *walk.reported])
    marked, reported = ([with_gender(fact, told) for fact in facts] for facts in (marked, walk.reported))
    return _with_interviews(reading, marked), reported


def _with_interviews(reading: Reading, marked: list[Quotation]) -> list[Quotation]:
    answers = interview_answers(reading)
    if answers:
        spans = [(a.evidence.start, a.evidence.end) for a in answers]
        marked = [q for q in marked if not any(start <= q.answer.start < end for start, end in spans)]
    return sorted([*marked, *answers], key=lambda q: q.place.start if q.place else q.answer.start)


class _Walk:
    """One pass through an article's sentences; remembers who spoke in which."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.ladder = Ladder(reading)
        self.frames = [frame_of(sentence, reading.marked) for sentence in reading.sentences]
        self.spoken: dict[int, Attributed] = {}
        self.reported: list[Quotation] = []

    def facts(self) -> list[Quotation]:
        out: list[Quotation] = []
        for number, frame in enumerate(self.frames):
            if frame.sentence.kind in ("title", "heading") and not self._signed(frame):
                continue
            self.ladder.follow(frame)
            if not frame.held:
                self.reported += claims(self.reading, self.ladder, frame)
                continue
            previous: Held | None = None
            for held, found in zip(frame.held, self.speakers(number, frame), strict=True):
                if found is None or no_speech(self.reading.flat, held, found.rule):
                    previous = None
                    continue
                if previous is not None and self._one_sentence(frame, previous, held):
                    out[-1] = self._joined(out[-1], held)
                else:
                    out.append(self._fact(frame, held, found))
                self.spoken[number] = found
                previous = held
            self.reported += claims(self.reading, self.ladder, frame)
        return out

    def speakers(self, number: int, frame: Frame) -> list[Attributed | None]:
        """The speaker of each quotation of a sentence."""
        found: list[Attributed | None] = []
        previous: Held | None = None
        spoken: Attributed | None = None
        for held in frame.held:
            count = self._count(held)
            one = self._cued(frame, held, previous.after if previous else 0, spoken is not None)
            if one is None and previous is not None and spoken is not None and _carries(frame, previous, held):
                own = verb_before(frame, held, previous.after)
                one = spoken.carried("verb-carried" if own else "carried")
            if one is not None:
                self.ladder.remember(held.mark.outer_start, frame, one.voice, brief=count < _BRIEF)
                if no_speech(self.reading.flat, held, one.rule):
                    one = None
            found.append(one)
            if one is not None or count > _ASIDE:
                previous, spoken = held, one
        self._spread_back(frame, found)
        if all(one is None for one in found):
            around = self._around(number, frame)
            if around is not None:
                found = [around] * len(found)
                self.ladder.remember(frame.held[0].mark.outer_start, frame, around.voice)
        return found

    def _count(self, held: Held) -> int:
        return len(self.reading.flat[held.mark.start : held.mark.end].split())

    def _cued(self, frame: Frame, held: Held, floor: int, follows: bool) -> Attributed | None:
        """The speaker that a cue in the sentence names."""
        cue = after(frame, held)
        if cue is None:
            cue = before(frame, held, floor)
            if cue is not None and follows and cue.rule in ("colon", "name-colon"):
                cue = None
        if cue is None and floor:
            cue = source_before(frame, held, 0)
        if cue is None:
            cue = later(frame, held) or clause_cue(frame, held)
        if cue is None:
            colon = held.first > 0 and frame.doc[held.first - 1].text == ":" and self._count(held) >= _BRIEF
            return self._told_inside(held) or (self._resumed(frame) if colon and not _somebody(frame, held) else None)
        voice = self.ladder.resolve(frame, cue, held.mark.outer_start)
        if cue.rule == "colon" and (voice is None or voice.kind != "person"):
            again = self._goes_on(frame)
            if again is not None:
                return again
        return Attributed(voice, cue.rule, cue) if voice else None

    def _goes_on(self, frame: Frame) -> Attributed | None:
        """Elle l'admet volontiers. La société a mûri : « nous n'avions rien … »: no body speaks after such a colon, the
        person of the sentence before does."""
        last = self.ladder.last
        if last is None or last.voice.kind != "person" or frame.sentence.number - last.sentence != 1:
            return None
        return Attributed(last.voice, "colon").carried("colon-again", "continuation", 0.8)

    def _told_inside(self, held: Held) -> Attributed | None:
        """« Nous partirons, promettait la maire en mai. Nous le ferons. »: the clause is inserted between the marks."""
        found = find_incise(self.reading.flat, held.mark.start, held.mark.end)
        if found is None or self.reading.flat[found] == ".":
            return None
        for sentence in self.reading.inside(held.mark):
            if not sentence.start <= found < sentence.end:
                continue
            inner = Frame(sentence, ())
            comma = next((t.i for t in sentence.doc if sentence.at(t) >= found), 0)
            cue = after(inner, Held(held.mark, 0, comma)) if comma else None
            if cue is None or not cue.rule.startswith("incise"):
                return None
            voice = self.ladder.resolve(inner, cue, held.mark.outer_start)
            if voice is None:
                return None
            if voice.step == "as-written" and is_first_name(voice.name.split()[0]):  # named nowhere but in here
                voice = replace(voice, step="full-name", kind="person", gender=_sex(voice.name))
            return Attributed(replace(voice, confidence=voice.confidence * 0.9), cue.rule, cue)
        return None

    def _spread_back(self, frame: Frame, found: list[Attributed | None]) -> None:
        """« A » et « B », selon le parquet: a cue at the end of the sentence serves the quotations before it too."""
        for n in range(len(found) - 2, -1, -1):
            following = found[n + 1]
            if found[n] is not None or following is None or not following.rule.startswith(("incise", "closing")):
                continue
            gap = frame.text_between(frame.held[n], frame.held[n + 1])
            if len(gap.split()) <= 12 and not re.search(r"[;:]", gap):
                found[n] = following.carried("carried")

    # ------------------------------------------------------------------------------------ no cue in the sentence
    def _around(self, number: int, frame: Frame) -> Attributed | None:
        """A quotation that is its whole sentence: a signature below, the speaker of its neighbours."""
        if not frame.only_quotations() or sum(self._count(held) for held in frame.held) < 3:
            return None
        return (
            self._signature(frame)
            or self._shared_incise(number, frame)
            or self._continued(number, frame)
            or self._announced(number, frame)
            or self._after_speech(number, frame)
            or self._next_says(number, frame)
            or self._resumed(frame)
        )

    def _signed(self, frame: Frame) -> bool:
        """A line that looks like a heading is a quotation set apart where a signature follows it."""
        return bool(frame.held) and frame.only_quotations() and self._signature(frame) is not None

    def _signature(self, frame: Frame) -> Attributed | None:
        """« … », and on the next line: — Awa Diop, présidente du club. Without the dash it must be a name, a comma and
        what the person is, and nothing more: « … » | Awa Diop, Présidente du club."""
        end = max(held.mark.outer_end for held in frame.held)
        below = self.reading.flat[end : end + 200]
        match = _SIGNED.match(below) or _NAME_AND_ROLE.match(below)
        if match is None or (match.re is _NAME_AND_ROLE and not _a_person_below(match["name"], match["noun"])):
            return None
        who = match["who"].strip(" .")
        start = end + match.start("who")
        entities = self.reading.entities
        name = re.split(r" ?[,(]| [—–-] ", who)[0].strip()
        role = re.sub(r"^[ ,(]+|[ )]+$", "", who[len(name) :])
        entity = next((m.entity for m in entities.within(start, start + len(who)) if m.start - start <= 4), None)
        entity = entity or entities.lookup(name)
        place = (start, start + len(name))
        voice = Voice(entity.name if entity else name, name, place, "signature", 0.9, role, entity=entity)
        if entity is not None and entity.kind == "person":
            voice = replace(voice, kind="person", gender=entity.gender)
        return Attributed(voice, "signature")

    def _shared_incise(self, number: int, frame: Frame) -> Attributed | None:
        """« A. » « B », dit X."""
        following = self._neighbour(number, 1, frame)
        if following is None or not following.held or following.held[0].first != 0:
            return None
        cue = after(following, following.held[0])
        voice = self.ladder.resolve(following, cue, frame.held[0].mark.outer_start) if cue else None
        return Attributed(voice, "incise", cue).carried("next-incise", "next-incise") if voice else None

    def _continued(self, number: int, frame: Frame) -> Attributed | None:
        """« A », dit X. « B. » The second goes on where the first stopped."""
        prior = self._neighbour(number, -1, frame, other_passage=True)
        if prior is None or number - 1 not in self.spoken:
            return None
        same = prior.sentence.passage == frame.sentence.passage
        if not same and (frame.sentence.passage - prior.sentence.passage > 1 or not _ends_with_quotation(prior)):
            return None
        return self.spoken[number - 1].carried("continuation", "continuation", 0.86 if same else 0.67)

    def _resumed(self, frame: Frame) -> Attributed | None:
        """« A », dit X. La recette ? « B. » Nobody else has come between: X goes on."""
        last, number = self.ladder.last, frame.sentence.number
        if last is None or number - last.sentence > 3 or last.voice.kind == "":
            return None
        apart = frame.sentence.passage - last.passage
        if apart > (1 if frame.sentence.kind == "blockquote" else 0):
            return None
        between = self.frames[last.sentence + 1 : number]
        mentions = self.reading.entities.mentions
        others = {m.entity.name for m in mentions if last.sentence < m.sentence < number and m.entity.kind == "person"}
        if others - {last.voice.name} or any(other.held for other in between):
            return None
        return Attributed(last.voice, "continuation").carried("resumed", "continuation", 0.7)

    def _announced(self, number: int, frame: Frame) -> Attributed | None:
        """Le maire ne décolère pas : and on the next line « … »."""
        prior = self._neighbour(number, -1, frame, other_passage=True)
        if prior is None or not prior.doc.text.rstrip().endswith(":"):
            return None
        return self._of_sentence(prior, colon=True)

    def _after_speech(self, number: int, frame: Frame) -> Attributed | None:
        """Le chanteur dit regretter ses propos. « … » : the sentence before reports the same person's speech."""
        prior = self._neighbour(number, -1, frame)
        return self._of_sentence(prior, colon=False) if prior else None

    def _of_sentence(self, prior: Frame, colon: bool) -> Attributed | None:
        cue = said_in(prior, colon)
        if cue is None and colon:
            cue = colon_subject(prior, len(prior.doc))
        if cue is None:
            subject = main_subject(prior, len(prior.doc))
            cue = cue_of_subject(prior, subject, "previous", "", 0.6, 0) if subject else None
        voice = self.ladder.resolve(prior, cue, prior.sentence.end) if cue else None
        if voice is None or (not colon and voice.kind != "person"):
            return None
        if colon:
            return Attributed(voice, "announced", cue).carried("announced", voice.step, 0.9)
        return Attributed(voice, "previous-sentence", cue).carried("previous-sentence", "previous-sentence", 0.75)

    def _next_says(self, number: int, frame: Frame) -> Attributed | None:
        """« … » Elle a ajouté que: a pronoun that speaks right after."""
        following = self._neighbour(number, 1, frame)
        if following is None:
            return None
        match = re.match(
            r"(?P<p>Il|Elle) (?:a |avait )?(?:(?:également|aussi|ensuite|alors) )?(?P<v>\w+)", following.doc.text
        )
        if match is None or not speech_form(match["v"], "participle", "finite"):
            return None
        cue = Cue("next-says", match.group(), None, match["p"].lower(), 0.8)
        voice = self.ladder.resolve(frame, cue, frame.held[0].mark.outer_start)
        return Attributed(voice, "next-says", cue) if voice else None

    def _neighbour(self, number: int, step: int, frame: Frame, other_passage: bool = False) -> Frame | None:
        at = number + step
        if not 0 <= at < len(self.frames):
            return None
        other = self.frames[at]
        if other.sentence.kind in ("title", "heading"):
            return None
        return other if other_passage or other.sentence.passage == frame.sentence.passage else None

    # ------------------------------------------------------------------------------------ the fact
    def _one_sentence(self, frame: Frame, left: Held, right: Held) -> bool:
        """« La main compte », plaide-t-elle, « plus que la machine »: one sentence, cut by the inserted clause."""
        flat = self.reading.flat
        if flat[left.mark.end - 1] in ".!?…" or not flat[right.mark.start].islower():
            return False
        return _CUT.fullmatch(frame.text_between(left, right)) is not None

    def _joined(self, first: Quotation, held: Held) -> Quotation:
        article, mark = self.reading.article, held.mark
        start = first.place.start if first.place else mark.start
        words = f"{first.words} {article.text[mark.start : mark.end]}"
        features = first.features | {"words": float(len(words.split()))}
        return replace(first, words=words, place=article.span(start, mark.end), features=features)

    def _fact(self, frame: Frame, held: Held, found: Attributed) -> Quotation:
        article, mark, voice = self.reading.article, held.mark, found.voice
        start, end = frame.sentence.start, max(frame.sentence.end, mark.outer_end)
        place = voice.place
        if place and not start <= place[0] < end:
            start, end = min(start, place[0]), max(end, place[1])
        words = article.text[mark.start : mark.end]
        sure = voice.confidence * (1.0 if mark.certain else 0.85)
        return Quotation(
            evidence=article.span(start, end),
            answer=article.span(*(place or (mark.start, mark.end))),
            rule=f"quote-{found.rule}",
            confidence=round(max(0.0, min(1.0, sure)), 3),
            modality="conditional" if found.cue and found.cue.hearsay else "asserted",
            words=words,
            place=article.span(mark.start, mark.end),
            speaker=voice.name,
            speaker_as_written=voice.written or None,
            role=voice.role or None,
            cue=found.cue.word.strip() if found.cue and found.cue.word.strip() else None,
            step=voice.step,
            gender=voice.gender,
            speaker_kind=voice.kind,
            aliases=voice.entity.aliases if voice.entity else (),
            about=_about(frame),
            features={
                "words": float(len(words.split())),
                "certain_marks": float(mark.certain),
                "masked": float(frame.doc[held.first].text == "cela"),
                "named": float(voice.entity is not None),
            },
        )


_SIGNED = re.compile(r"\s*\n[\s>]*[—–-]{1,2}\s*(?P<who>[^\n]{3,140})")
_NAME_AND_ROLE = re.compile(
    r"[^\S\n]*\n\s*(?P<who>(?P<name>(?:[A-ZÀ-Ý][\w'’.-]+ ){1,3}[A-ZÀ-Ý][\w'’-]+) ?, (?P<noun>[A-Za-zÀ-ÿ-]+)"
    r"(?: [^\n.!?:;«»]{0,90})?)[^\S\n]*(?:\n|$)"
)


def _a_person_below(name: str, noun: str) -> bool:
    """« Awa Diop, Présidente du club » signs; « Paris Plage, fête du quartier » does not."""
    return person_noun(noun.lower()) is not None and person_noun(name.split()[0].lower()) is None


def _sex(name: str) -> Literal["m", "f", ""]:
    told = first_name_gender(name)
    return "m" if told == "m" else "f" if told == "f" else ""


_CUT = re.compile(
    rf"\s*,\s*(?:\w+ |[lsm]')?(?:{AUXILIARY}-(?:t-)?{PRONOUN}|\w+-(?:t-)?{PRONOUN}|(?:a|ont|avait) \w+ [^,.;:]{{3,60}}"
    r"|\w+ (?:M\. |Mme )?[A-ZÀ-Ý][^,.;:]{2,60})(?: [^,.;:]{1,60})?,\s*"
)
_ABOUT = re.compile(r"\b(?P<link>(?:au sujet|à propos) (?:de|d'|du|des)) ?(?=\w)")


def _about(frame: Frame) -> str:
    """What the sentence says the speech is about: « au sujet de la réforme », "" where it does not."""
    match = _ABOUT.search(frame.doc.text)
    if match is None or frame.within(frame.token_at(match.start())):
        return ""
    phrase = phrase_from(frame, frame.token_at(match.end()), len(frame.doc))
    return f"{match['link']} {frame.words(phrase)}".replace("d' ", "d'") if phrase else ""


def _carries(frame: Frame, left: Held, right: Held) -> bool:
    """Does the speaker of a quotation also speak the next one of the sentence? Not past a stop or a new subject."""
    gap = frame.text_between(left, right)
    if re.search(r"[.;!?]\s", gap):
        return False
    if re.search(r"\b(?:tandis que|alors que|mais|quand|lorsque)\b", gap) and len(gap.split()) > 4:
        return False
    for token in frame.doc[left.after : right.first]:
        if token.dep_ == "nsubj" and token.pos_ in ("NOUN", "PROPN") and "VerbForm=Fin" in str(token.head.morph):
            return False
    return len(gap.split()) <= 22


def _somebody(frame: Frame, held: Held) -> bool:
    """Does the sentence bring in another speaker before the quotation: « J'entends d'ici mon voisin : … »?"""
    left = frame.doc[: held.first]
    return any(person_noun(t.text) or t.text.lower() in ("je", "j'", "nous", "vous", "tu") for t in left)


def _ends_with_quotation(frame: Frame) -> bool:
    return bool(frame.held) and frame.held[-1].after >= len(frame.doc) - 12
