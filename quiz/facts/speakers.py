"""Turns a cue into a speaker: a full name, a body, or a phrase kept as the article writes it. Abstains where unsure.

The ladder, from the surest rung down: a full name, a surname, a role with its name, a role noun of somebody named
elsewhere, a body, « la société » for the last body, a phrase without a name, a pronoun for whoever is in focus.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.bodies import apposed_body, author, body_called, last_body
from quiz.facts.context_signs import MAKERS
from quiz.facts.cues import Cue, speaker_like
from quiz.facts.cues_verbs import many_say
from quiz.facts.entities import Entity, Mention
from quiz.facts.focus import CLOSE, in_focus
from quiz.facts.frames import Frame, Phrase
from quiz.facts.in_view import (
    WINNERS,
    by_role,
    hangs_on_somebody,
    in_paragraph,
    is_somebody,
    nameless_before,
    shares_its_sentence,
    somebody_near,
    somebody_since,
    spoken_of,
    who_won,
)
from quiz.facts.lexicon import bag, demonyms
from quiz.facts.names import capital, org_nouns, person_noun
from quiz.facts.reading import Reading
from quiz.facts.subjects import main_subject
from quiz.facts.voices import (
    DETERMINED,
    Gender,
    Said,
    SpeakerKind,
    Voice,
    gender_of,
    is_epithet,
    known_paper,
    lower_first,
    mentions_in,
    name_beside,
    role_near,
    speaks_for_another,
    text_of,
    tidy_role,
    voice_of,
)

_DEFINITE = bag("le la l'")
_POINTING = bag("ce cet cette")
_INDEFINITE = bag("un une des plusieurs certains certaines quelques deux trois")
_OTHERS = bag("d' de celui celle ceux celles quatre cinq six dix leur leurs tous toutes nombre beaucoup aucun aucune")
_NOBODY = bag(
    "ce cela c' ça tout rien texte chose fait idée date titre question phrase mot mots terme loi règle article page "
    "image vidéo photo chiffre résultat résultats étude nombre part reste nouvelle but objectif situation décision "
    "mesure mesures projet film livre album chanson jeu match histoire enquête procès attaque attentat accident "
    "incident événement élection scrutin maison suite recette renseignements informations données documents éléments "
    "conclusions archives "
    "statistiques estimations images vidéos photos"
)
_HEADS_OF = {"chef du gouvernement": "ministre", "cheffe du gouvernement": "ministre", "chef de l'état": "président"}
"""What a newspaper calls a prime minister and a president in turn."""
_APART = 2.2
"""By so much whoever is meant by a pronoun has to be ahead where only another paragraph named them."""
_FAR_AHEAD = 2.5
"""By so much somebody has to be more in focus than the next for « l'attaquante », « l'Uruguayenne » to mean them: the
subject of the sentence before, where the other was only named in passing."""
_LONGEST = 16
"""A speaker kept as written has at most so many words."""


_RULING = bag("président pape roi reine chancelier empereur")


class Ladder:
    """Resolves cues of one article in the order of the text, remembering who has spoken."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.said: list[Said] = []
        self.echoes: list[Said] = []

    def remember(self, offset: int, frame: Frame, voice: Voice, brief: bool = False) -> None:
        """Somebody has spoken at this offset."""
        self.said.append(Said(offset, frame.sentence.number, frame.sentence.passage, voice, brief))

    def follow(self, frame: Frame) -> None:
        """Notes whom the subject of a sentence stands for, where it is « il » or « elle » and not impersonal, or « ce
        dernier », who was named last."""
        latter = re.match(r"(Ce dernier|Cette dernière)\b", frame.sentence.text)
        if latter is not None:
            self._latter(frame, "f" if latter.group(1).startswith("Cette") else "m")
            return
        subject = main_subject(frame, len(frame.doc))
        if subject is None or subject.pronoun not in ("il", "elle") or frame.doc[subject.at].dep_ != "nsubj":
            return
        offset = frame.sentence.at(frame.doc[subject.at])
        voice = self._whom("f" if subject.pronoun == "elle" else "m", frame, offset)
        if voice is not None:
            self.echoes.append(Said(offset, frame.sentence.number, frame.sentence.passage, voice))

    def _latter(self, frame: Frame, gender: Gender) -> None:
        here, start = frame.sentence.number, frame.sentence.start
        for mention in reversed(self.reading.entities.mentions):
            if mention.start >= start or mention.quoted or mention.entity.kind != "person":
                continue
            if here - mention.sentence > 1 or (mention.entity.gender and mention.entity.gender != gender):
                return
            self.echoes.append(Said(start, here, frame.sentence.passage, voice_of(mention.entity)))
            return

    @property
    def last(self) -> Said | None:
        """Who spoke last."""
        return self.said[-1] if self.said else None

    def resolve(self, frame: Frame, cue: Cue, offset: int) -> Voice | None:
        """The speaker of a quotation at `offset` with this cue, or None."""
        if cue.pronoun == "same":
            return replace(self.last.voice, step="same", written="", place=None, confidence=0.85) if self.last else None
        if cue.pronoun:
            voice = self._outer(frame, cue, offset) or self._pronoun(frame, cue, offset)
        elif cue.phrase is None:
            voice = author(self.reading, frame, cue.document, offset, self.last) if cue.document else None
        else:
            voice = self._phrase(frame, cue.phrase, offset)
            if voice is not None and voice.kind == "organisation" and hangs_on_somebody(frame, cue.phrase):
                return None
        if voice is None or (voice.kind == "person" and voice.entity is not None and many_say(frame, cue)):
            return None
        return replace(voice, confidence=round(voice.confidence * cue.weight, 3))

    # ------------------------------------------------------------------------------------ phrases
    def _phrase(self, frame: Frame, phrase: Phrase, offset: int) -> Voice | None:
        paper = known_paper(self.reading, frame, phrase)
        if paper:
            return self._organisation(frame, phrase, paper, "organisation", 0.9, None)
        if frame.doc[phrase.head].text.lower() in ("celui", "celle"):
            return self._named_behind(frame, phrase)
        named = self._several(frame, phrase) or self._named(frame, phrase)
        if named:
            return named
        head = frame.doc[phrase.head].text
        first = frame.doc[phrase.first].text.lower()
        one_of = first == "l'" and frame.doc[min(phrase.first + 1, phrase.after - 1)].text.lower() in ("un", "une")
        if first in _INDEFINITE or one_of:
            return self._as_written(frame, phrase, 0.85, "unnamed")
        mentions = mentions_in(self.reading, frame, phrase.head, phrase.head + 1)
        if mentions and not person_noun(head):
            mention = max(mentions, key=lambda m: m.end - m.start)
            complement = frame.sentence.at(frame.doc[phrase.head]) < mention.start  # « le porte-parole du PNF »
            if mention.entity.kind == "person" or not complement:
                return self._name(frame, phrase, mention)
        body = head in org_nouns() and apposed_body(self.reading, frame, phrase)  # « l'opérateur Valtel »
        if not body and (person_noun(head) or is_epithet(head)):
            return self._role(frame, phrase, offset)
        if head in org_nouns() or head.lower() in org_nouns():
            return self._body(frame, phrase, offset)
        return self._as_written(frame, phrase, 0.7, "as-written")

    def _named_behind(self, frame: Frame, phrase: Phrase) -> Voice | None:
        """« veut croire celle qui dirige le club depuis dix ans, Awa Diop »: the name that ends the sentence."""
        end = frame.sentence.end
        people = [m for m in self.reading.entities.within(frame.span(phrase)[1], end) if m.entity.kind == "person"]
        text = self.reading.flat
        for mention in people:
            if text[: mention.start].rstrip().endswith(",") and re.match(r"\s*[.,»]|\s*$", text[mention.end : end]):
                place, entity = (mention.start, mention.end), mention.entity
                return Voice(entity.name, mention.text, place, "full-name", 0.85, "", entity.gender, "person", entity)
        return self._as_written(frame, phrase, 0.6, "as-written", "person")

    def _several(self, frame: Frame, phrase: Phrase) -> Voice | None:
        """« Anne et Luc Roy », « le préfet Luc Roy et la maire Awa Diop » speak together: the phrase, as it stands."""
        doc = frame.doc
        if doc[phrase.first].text.lower() in _DEFINITE:
            return self._two_posts(frame, phrase)
        for at in range(phrase.first + 1, phrase.after - 1):
            if doc[at].text == "et" and capital(doc[at - 1].text) and capital(doc[at + 1].text):
                text = text_of(self.reading, frame, phrase)
                return Voice(text, text, frame.span(phrase), "several", 0.8, kind="person")
        return None

    def _two_posts(self, frame: Frame, phrase: Phrase) -> Voice | None:
        people = [m for m in mentions_in(self.reading, frame, phrase.first, phrase.after) if m.entity.kind == "person"]
        text = text_of(self.reading, frame, phrase)
        named = len({m.entity.name for m in people}) == 2 and len(text.split()) <= _LONGEST
        if not named or not re.search(rf"{re.escape(people[0].text)} et (?:l[ea] |l['’]|s[oa]n? )", text):
            return None
        return Voice(lower_first(text), text, frame.span(phrase), "several", 0.8, kind="person")

    def _named(self, frame: Frame, phrase: Phrase) -> Voice | None:
        """A person's noun with its name beside it, or the name alone."""
        beside = name_beside(self.reading, frame, phrase)
        if beside is None:
            return None
        entity, mention = beside.mention.entity, beside.mention
        if not beside.apposed:
            step = "role+name" if beside.role else _name_step(mention)
            return self._person(frame, phrase, entity, step, 0.97, beside.role)
        voice = self._person(frame, phrase, entity, "role,name", 0.96, beside.role)
        start, _ = frame.span(phrase)
        return replace(voice, place=(start, mention.end), written=self.reading.article.text[start : mention.end])

    def _person(
        self, frame: Frame, phrase: Phrase, entity: Entity, step: str, confidence: float, role: str = ""
    ) -> Voice:
        start, end = frame.span(phrase)
        written = self.reading.article.text[start:end]
        role = tidy_role(role or role_near(entity.roles, start, end))
        return Voice(entity.name, written, (start, end), step, confidence, role, entity.gender, "person", entity)

    def _name(self, frame: Frame, phrase: Phrase, mention: Mention) -> Voice:
        entity = mention.entity
        if entity.kind == "person":
            return self._person(frame, phrase, entity, _name_step(mention), 0.97)
        name = self._whole_body(frame, phrase, mention) or entity.full_name
        if entity.kind == "place" and frame.doc[phrase.first].text.lower() in (*_DEFINITE, "les"):
            name = lower_first(frame.words(phrase))
        return self._organisation(frame, phrase, name, "organisation", 0.9, entity)

    def _whole_body(self, frame: Frame, phrase: Phrase, mention: Mention) -> str:
        """« le Fonds monétaire international », « le Mouvement républicain kényan »: a body's first word alone names
        nobody, its adjectives belong to it."""
        _, end = frame.span(phrase)
        rest = self.reading.article.text[mention.end : end]
        tail = re.fullmatch(r"(?: [a-zà-ÿ-]{4,}){1,2}", rest)
        longer = len(mention.text.split()) > 1 and not (tail is not None and rest.strip() in demonyms())
        if tail is None or longer or mention.entity.kind == "place":
            return ""
        words = [t for t in frame.doc[phrase.first : phrase.after] if frame.sentence.at(t) >= mention.end]
        return mention.text + rest if words and all(t.pos_ in ("ADJ", "NOUN", "PROPN") for t in words) else ""

    def _organisation(
        self, frame: Frame, phrase: Phrase, name: str, step: str, confidence: float, entity: Entity | None
    ) -> Voice:
        start, end = frame.span(phrase)
        written = self.reading.article.text[start:end]
        return Voice(name, written, (start, end), step, confidence, kind="organisation", entity=entity)

    def _as_written(
        self, frame: Frame, phrase: Phrase, confidence: float, step: str, kind: SpeakerKind = ""
    ) -> Voice | None:
        """Nobody's name: « un officier », « les autorités locales »."""
        head = frame.doc[phrase.head].text.lower()
        text = text_of(self.reading, frame, phrase)
        early = frame.doc[min(phrase.first + 1, phrase.head)].text.lower()
        first = frame.doc[phrase.first].text
        determined = DETERMINED.match(first[:1].upper() + first[1:]) or first.lower() in _OTHERS or capital(first)
        if first == "Gilet":  # « Luc Roy, Gilet jaune du Gard »: the name stands before the comma
            return None
        if not determined or head in _NOBODY or early in _NOBODY or re.search(r"\d", head) or len(head) < 2:
            return None
        if len(text.split()) > _LONGEST:
            return None
        person = person_noun(head) is not None
        gender: Gender = gender_of(frame, phrase) if person else ""
        kind = kind or ("person" if person else "")
        return Voice(lower_first(text), text, frame.span(phrase), step, confidence, "", gender, kind)

    # ------------------------------------------------------------------------------------ roles
    def _role(self, frame: Frame, phrase: Phrase, offset: int) -> Voice | None:
        """« le maire », « la députée de Moselle », « l'attaquant », « une porte-parole »."""
        doc = frame.doc
        determiner = doc[phrase.first].text.lower()
        if determiner not in _DEFINITE | _POINTING | {"son", "sa", "notre"}:
            return self._as_written(frame, phrase, 0.85, "unnamed")
        noun = person_noun(doc[phrase.head].text)
        base, gender = noun.base if noun else "", gender_of(frame, phrase)
        words = frame.words(phrase).lower()
        head = next((noun for post, noun in _HEADS_OF.items() if post in words), "")
        if head:
            base = head
        complement = (
            set()
            if head
            else {t.text.lower() for t in doc[phrase.head + 1 : phrase.after] if t.pos_ in ("NOUN", "PROPN", "ADJ")}
        )
        if doc[phrase.head].text.lower() in MAKERS and not complement:
            called = doc[phrase.head].text.lower()
            maker = next((e for e in self.reading.entities.all if called in e.nouns), None)
            if maker is not None:  # « Le constructeur promet »: the company named with this noun before
                return self._organisation(frame, phrase, maker.full_name, "body-again", 0.85, maker)
        if doc[phrase.head].text.lower() in WINNERS and not complement:
            winner = who_won(self.reading, frame, gender, offset)
            return self._person(frame, phrase, winner, "epithet", 0.75, "") if winner else None
        found = by_role(self.reading, base, complement, gender, offset, of_state=bool(head))
        if found:
            return self._person(frame, phrase, found, "role", 0.9, frame.words(phrase))
        again: Voice | None = self._of_the_title(frame, phrase, base)
        if speaks_for_another(frame, phrase):
            return self._as_written(frame, phrase, 0.75, "unnamed")
        if again is not None:
            return again
        if is_epithet(doc[phrase.head].text) or determiner in _POINTING or determiner == "notre":
            again = self._again(frame, gender, offset, base)
        if again is None:
            again = self._only_one(frame, phrase, gender)
        if again is None and not any(capital(t.text) for t in doc[phrase.first + 1 : phrase.after]):
            again = self._same_speaker(frame, phrase, gender, offset)
        if again is None and is_somebody(doc[phrase.head].text, determiner):
            return None
        if again is None:
            return self._as_written(frame, phrase, 0.75, "unnamed")
        return replace(again, written=text_of(self.reading, frame, phrase), place=frame.span(phrase))

    def _of_the_title(self, frame: Frame, phrase: Phrase, noun: str) -> Voice | None:
        """« Le président a déclaré » under « Roy annonce le retrait du pays », where Roy is the only person the article
        names and nothing else is told of him."""
        if noun not in _RULING or phrase.after - phrase.head > 1:
            return None
        people = {m.entity.name: m.entity for m in self.reading.entities.mentions if m.entity.kind == "person"}
        entity = next(iter(people.values())) if len(people) == 1 else None
        if entity is None or entity.roles or entity.name.split()[-1] not in (self.reading.article.title or ""):
            return None
        return self._person(frame, phrase, entity, "role", 0.8, frame.words(phrase))

    def _again(self, frame: Frame, gender: Gender, offset: int, noun: str) -> Voice | None:
        """« le Français », « la jeune femme »: whoever is in focus, by gender. A profession that nobody was given asks
        that nobody else be in view."""
        ranked = [
            pair
            for pair in in_focus(self.reading, frame, offset, gender, self.said, self.echoes)
            if pair[0].kind == "person"
        ]
        ranked = [pair for pair in ranked if pair[0].entity]
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLOSE) or ranked[0][1] < 9:
            return None
        best = ranked[0][0]
        if (not noun or noun not in ("homme", "femme")) and len(ranked) > 1 and ranked[1][1] > 4:
            ahead = ranked[0][1] - ranked[1][1] >= _FAR_AHEAD
            if not ahead or somebody_near(self.reading, frame, offset, best.name, gender):
                return None
        return replace(best, step="epithet", confidence=0.7)

    def _only_one(self, frame: Frame, phrase: Phrase, gender: Gender) -> Voice | None:
        """« le candidat des Verts » in a paragraph that has named one person only, who has spoken in it: that person,
        unless another role was told of them. « Le sous-préfet des Alpes » holds a post, and may be anybody."""
        last, doc = self.last, frame.doc
        post = not is_epithet(doc[phrase.head].text)
        if post and any(capital(token.text) for token in doc[phrase.head + 1 : phrase.after]):
            return None
        if last is None or last.passage != frame.sentence.passage or last.voice.entity is None:
            return None
        voice, start = last.voice, frame.sentence.at(doc[phrase.first])
        if voice.kind != "person" or voice.entity is None or voice.entity.roles or (gender and gender != voice.gender):
            return None
        named = {
            m.entity.name
            for m in self.reading.entities.mentions
            if m.entity.kind == "person"
            and not m.quoted
            and m.start < start
            and m.sentence >= 0
            and self.reading.sentences[m.sentence].passage == frame.sentence.passage
        }
        definite = doc[phrase.first].text.lower() in _DEFINITE and phrase.after > phrase.head + 1
        return replace(voice, step="epithet", confidence=0.65) if definite and named == {voice.name} else None

    def _same_speaker(self, frame: Frame, phrase: Phrase, gender: Gender, offset: int) -> Voice | None:
        """« a relaté le chef de cabinet », after words of somebody whose role nobody told: most likely his."""
        last = self.last
        if last is None or last.passage != frame.sentence.passage or frame.sentence.number - last.sentence > 2:
            return None
        voice = last.voice
        if voice.kind != "person" or voice.entity is None or voice.entity.roles:
            return None
        start = frame.sentence.at(frame.doc[phrase.first])
        if start < offset or somebody_since(self.reading, last, start, voice.name):
            return None  # « ce à quoi le procureur a répondu : « … » » brings in another
        if frame.doc[phrase.first].text.lower() not in _DEFINITE or (
            gender and voice.gender and gender != voice.gender
        ):
            return None
        return replace(voice, step="epithet", confidence=0.65, role=tidy_role(frame.words(phrase)))

    # ------------------------------------------------------------------------------------ bodies
    def _body(self, frame: Frame, phrase: Phrase, offset: int) -> Voice | None:
        """« la société » looks back to the last body; « le parquet de Paris » and « un cabinet » are themselves."""
        doc = frame.doc
        named = apposed_body(self.reading, frame, phrase)
        if named:
            return self._organisation(frame, phrase, named.full_name, "organisation", 0.92, named)
        head = doc[phrase.head].text
        titled = phrase.first > 0 and doc[phrase.first].text in ("Le", "La", "L'", "Les")
        if capital(head) and titled:  # « selon L'Union »
            return self._as_written(frame, phrase, 0.85, "organisation", "organisation")
        looks_back = org_nouns().get(head, org_nouns().get(head.lower(), False))
        bare = phrase.after == phrase.head + 1
        if bare and doc[phrase.first].text.lower() in _DEFINITE | _POINTING:
            whole = body_called(self.reading, head, offset)
            if whole:
                return self._organisation(frame, phrase, whole.full_name, "body-again", 0.85, whole)
        if looks_back and bare and doc[phrase.first].text.lower() in _DEFINITE | _POINTING:
            body = last_body(self.reading, frame, offset, head.lower(), self.last)
            return self._organisation(frame, phrase, body.full_name, "body-again", 0.8, body) if body else None
        return self._as_written(frame, phrase, 0.85, "body", "organisation")

    # ------------------------------------------------------------------------------------ pronouns
    def _outer(self, frame: Frame, cue: Cue, offset: int) -> Voice | None:
        """Le Kremlin dénonce ce qu'il appelle « … »: the subject of the outer verb, unless the gender forbids it."""
        if cue.outer is None or cue.outer.pronoun or cue.outer.phrase is None:
            return None
        voice = self._phrase(frame, cue.outer.phrase, offset)
        want = "f" if cue.pronoun == "elle" else "m"
        if voice is None or (voice.gender and voice.gender != want):
            return None
        return replace(voice, step="pronoun", confidence=0.8)

    def _pronoun(self, frame: Frame, cue: Cue, offset: int) -> Voice | None:
        """« a-t-elle ajouté », « ce dernier »: whoever is in focus; nobody where two are as likely."""
        place = frame.span(cue.phrase) if cue.phrase else None
        written = text_of(self.reading, frame, cue.phrase) if cue.phrase else cue.pronoun
        if cue.pronoun in ("ils", "elles"):
            last = self.last
            if last and frame.sentence.number - last.sentence <= 3 and not last.voice.entity:
                return replace(last.voice, step="pronoun", written=written, place=place, confidence=0.6)
            many = self._plural_subject(frame)
            return replace(many, step="pronoun", written=written, place=place, confidence=0.6) if many else None
        if cue.pronoun not in ("il", "elle"):
            return None
        at = frame.sentence.at(frame.doc[cue.at]) if cue.at < len(frame.doc) else offset
        voice = self._whom("f" if cue.pronoun == "elle" else "m", frame, min(at, offset))
        return replace(voice, written=written, place=place) if voice else None

    def _plural_subject(self, frame: Frame) -> Voice | None:
        """Les grévistes ont publié un texte : « … », ont-ils écrit: the subject of the sentence or the one before."""
        for number in range(frame.sentence.number, max(-1, frame.sentence.number - 2), -1):
            sentence = self.reading.sentences[number]
            other = Frame(sentence, frame.held if number == frame.sentence.number else ())
            subject = main_subject(other, len(sentence.doc)) if sentence.passage == frame.sentence.passage else None
            if subject is None or subject.phrase is None or not speaker_like(other, subject.phrase):
                continue
            if sentence.doc[subject.phrase.first].text.lower() in ("les", "des", "ces", "ses", "leurs", "plusieurs"):
                return self._as_written(other, subject.phrase, 0.6, "pronoun")
        return None

    def _whom(self, gender: Gender, frame: Frame, offset: int) -> Voice | None:
        """The one most in focus, nobody where two are close. Somebody without a name who is the subject of the sentence
        before comes first."""
        nameless = nameless_before(self.reading, gender, frame, offset, self.last)
        if nameless is not None:
            voice = self._phrase(*nameless, nameless[0].sentence.start)
            return replace(voice, step="pronoun", written="", place=None, confidence=0.6) if voice else None
        ranked = in_focus(self.reading, frame, offset, gender, self.said, self.echoes)
        margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 6.0
        if not ranked or ranked[0][1] < 4:
            return None
        spoken = (*self.said[-6:], *self.echoes[-4:])
        here = in_paragraph(self.reading, ranked[0][0], frame, offset, spoken)
        if margin < (CLOSE if here else _APART):
            return None
        best = ranked[0][0]
        fresh = best.entity is not None and not spoken_of(spoken, best.name)
        if fresh and best.entity is not None and shares_its_sentence(self.reading, best.entity, gender, offset):
            return None
        sure = round(min(0.9, 0.55 + 0.05 * margin), 3)
        return replace(ranked[0][0], step="pronoun", written="", place=None, confidence=sure)


def _name_step(mention: Mention) -> str:
    if mention.text == mention.entity.name and len(mention.text.split()) > 1:
        return "full-name"
    return "surname" if mention.entity.kind == "person" else "organisation"
