"""Turns a cue into a speaker: a full name, a body, or a phrase kept as the article writes it. Abstains where unsure.

The ladder, from the surest rung down: a full name, a surname, a role with its name, a role noun of somebody named
elsewhere, a body, « la société » for the last body, a phrase without a name, a pronoun for whoever is in focus.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from quiz.facts.cues import Cue
from quiz.facts.entities import Entity, Mention
from quiz.facts.frames import Frame, Phrase
from quiz.facts.lexicon import demonyms, first_name_gender, lines, words
from quiz.facts.names import TITLES, capital, org_nouns, person_noun
from quiz.facts.reading import Reading

Gender = Literal["m", "f", ""]
_DEFINITE = frozenset("le la l'".split())
_INDEFINITE = frozenset("un une des plusieurs certains certaines quelques deux trois".split())
_NOBODY = frozenset(
    "ce cela c' ça tout rien texte chose fait idée date titre question phrase mot mots terme loi règle article page image vidéo photo chiffre résultat résultats étude nombre part reste "
    "nouvelle but objectif situation décision mesure mesures projet film livre album chanson jeu match histoire enquête procès attaque attentat accident incident événement élection scrutin".split()
)
_CLOSE = 1.0
"""Two candidates for a pronoun whose scores differ by less are too close to choose."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks. `name` is the full name or the phrase; `written` what stands at the cue; `place` its offsets."""

    name: str
    written: str
    place: tuple[int, int] | None
    step: str
    confidence: float
    role: str = ""
    gender: Gender = ""
    kind: Literal["person", "organisation", ""] = ""
    entity: Entity | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody has spoken: where, and who."""

    offset: int
    sentence: int
    passage: int
    voice: Voice
    brief: bool = False
    """Only a few words were quoted."""


@cache
def _kin() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in lines("person_kin"):
        group = row.split()
        table.setdefault(group[0], set()).update(group[1:])
    return {noun: frozenset(others) for noun, others in table.items()}


@cache
def epithets() -> frozenset[str]:
    """Nouns that name again somebody already named, nationalities among them."""
    return words("epithets") | demonyms()


class Ladder:
    """Resolves cues of one article in the order of the text, remembering who has spoken."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.said: list[Said] = []

    # -------------------------------------------------------------------------------------------- memory
    def remember(self, offset: int, frame: Frame, voice: Voice, brief: bool = False) -> None:
        """Somebody has spoken at this offset."""
        self.said.append(Said(offset, frame.sentence.number, frame.sentence.passage, voice, brief))

    @property
    def last(self) -> Said | None:
        """Who spoke last."""
        return self.said[-1] if self.said else None

    # -------------------------------------------------------------------------------------------- the ladder
    def resolve(self, frame: Frame, cue: Cue, offset: int) -> Voice | None:
        """The speaker of a quotation at `offset` with this cue, or None."""
        if cue.pronoun == "same":
            return replace(self.last.voice, step="same", written="", place=None, confidence=0.85) if self.last else None
        voice: Voice | None
        if cue.pronoun:
            voice = self._outer(frame, cue, offset) or self._pronoun(frame, cue, offset)
        elif cue.phrase is None:
            voice = self._author(frame, cue.document, offset) if cue.document else None
        else:
            voice = self._phrase(frame, cue.phrase, offset)
        if voice is None:
            return None
        return replace(voice, confidence=round(voice.confidence * cue.weight, 3))

    def _phrase(self, frame: Frame, phrase: Phrase, offset: int) -> Voice | None:
        several = self._several(frame, phrase)
        if several:
            return several
        person = self._named_person(frame, phrase)
        if person:
            return person
        head = frame.doc[phrase.head]
        if frame.doc[phrase.first].text.lower() in _INDEFINITE:
            return self._as_written(frame, phrase, 0.85, step="unnamed")
        mention = self._mention(frame, phrase.head, phrase.head + 1)
        if mention and not person_noun(head.text):
            if mention.entity.kind == "person" or not self._noun_before(frame, phrase, mention):
                return self._name(frame, phrase, mention)
        noun = person_noun(head.text)
        if noun or head.text.lower() in epithets():
            return self._role(frame, phrase, offset)
        if head.text in org_nouns() or head.text.lower() in org_nouns():
            return self._body(frame, phrase, offset)
        return self._as_written(frame, phrase, 0.7)

    def _several(self, frame: Frame, phrase: Phrase) -> Voice | None:
        """« Anne et Luc Roy » speak together: the phrase, as it stands."""
        doc = frame.doc
        for at in range(phrase.first + 1, phrase.after - 1):
            if doc[at].text == "et" and capital(doc[at - 1].text) and capital(doc[at + 1].text) and doc[phrase.first].text.lower() not in ("le", "la", "l'"):
                text = self._text(frame, phrase)
                return Voice(text, text, frame.span(phrase), "several", 0.8, "", "", "person")
        return None

    def _mention(self, frame: Frame, first: int, after: int) -> Mention | None:
        start, end = frame.sentence.span(list(frame.doc[first:after]))
        found = self.reading.entities.within(start, end)
        return max(found, key=lambda m: m.end - m.start) if found else None

    def _mentions(self, frame: Frame, first: int, after: int) -> tuple[Mention, ...]:
        start, end = frame.sentence.span(list(frame.doc[first:after]))
        return self.reading.entities.within(start, end)

    def _noun_before(self, frame: Frame, phrase: Phrase, mention: Mention) -> bool:
        """Is the name in the phrase only a complement (« le porte-parole du PNF »)?"""
        return frame.sentence.at(frame.doc[phrase.head]) < mention.start

    def _named_person(self, frame: Frame, phrase: Phrase) -> Voice | None:
        """« la ministre Awa Diop », « le préfet de l'Aude, Jean Roy »: a person's noun with its name beside it."""
        doc = frame.doc
        noun_at = next((i for i in range(phrase.first, phrase.after) if person_noun(doc[i].text) and not (capital(doc[i].text) and i > phrase.first + 1)), None)
        nationality = doc[phrase.head].text.lower() in epithets()
        for mention in reversed(self._mentions(frame, phrase.first, phrase.after)):
            if mention.entity.kind != "person":
                continue
            tokens = frame.sentence.tokens(mention.start, mention.end)
            before = doc[tokens[0].i - 1].text.lower() if tokens[0].i > phrase.first else ""
            if before in ("de", "d'", "du", "des", "à", "et", "pour", "par", "chez"):
                continue
            role = doc[phrase.first : tokens[0].i].text if noun_at is not None and noun_at < tokens[0].i else ""
            return self._person(frame, phrase, mention.entity, "role+name" if role else self._name_step(mention), 0.97, role)
        if noun_at is None and not nationality:
            return None
        after = phrase.after
        if after + 1 < len(doc) and doc[after].text in (",", "(", "-", "–"):
            start = after + 2 if doc[after + 1].text in TITLES and after + 2 < len(doc) else after + 1
            follower = self._mention(frame, start, start + 1)
            if follower and follower.entity.kind == "person" and frame.sentence.tokens(follower.start, follower.end)[0].i == start:
                if self._compatible(frame, phrase, follower.entity):
                    begin, _ = frame.span(phrase)
                    voice = self._person(frame, phrase, follower.entity, "role,name", 0.96, frame.words(phrase))
                    written = self.reading.article.text[begin : follower.end]
                    return replace(voice, place=(begin, follower.end), written=written)
        return None

    def _compatible(self, frame: Frame, phrase: Phrase, entity: Entity) -> bool:
        gender = self._gender(frame, phrase)
        known = entity.gender or first_name_gender(entity.name)
        return not (gender and known and gender != known and person_noun(frame.doc[phrase.head].text) is not None and person_noun(frame.doc[phrase.head].text).gender == "f")  # type: ignore[union-attr]

    def _name_step(self, mention: Mention) -> str:
        return "full-name" if mention.text == mention.entity.name and len(mention.text.split()) > 1 else "surname" if mention.entity.kind == "person" else "organisation"

    def _person(self, frame: Frame, phrase: Phrase, entity: Entity, step: str, confidence: float, role: str = "") -> Voice:
        start, end = frame.span(phrase)
        role = role or self._role_near(entity, start, end)
        gender = entity.gender
        return Voice(entity.name, self.reading.article.text[start:end], (start, end), step, confidence, _tidy(role), gender, "person", entity)

    def _role_near(self, entity: Entity, start: int, end: int) -> str:
        """The role said of the person in this place, else the first one said."""
        near = [role for role in entity.roles if -8 <= role.at - end <= 8 or 0 <= start - role.at <= 160]
        chosen = near or list(entity.roles)
        return chosen[0].text if chosen else ""

    def _name(self, frame: Frame, phrase: Phrase, mention: Mention) -> Voice:
        entity = mention.entity
        if entity.kind == "person":
            return self._person(frame, phrase, entity, self._name_step(mention), 0.97)
        start, end = frame.span(phrase)
        text = self.reading.article.text
        name = entity.full_name
        if entity.kind == "place" and frame.doc[phrase.first].text.lower() in ("le", "la", "l'", "les"):
            name = _lower_first(frame.words(phrase))
        return Voice(name, text[start:end], (start, end), "organisation", 0.9, "", "", "organisation", entity)

    def _gender(self, frame: Frame, phrase: Phrase) -> Gender:
        noun = person_noun(frame.doc[phrase.head].text)
        if noun and noun.gender:
            return noun.gender  # type: ignore[return-value]
        first = frame.doc[phrase.first].text.lower()
        return "f" if first in ("la", "une", "sa", "cette") else "m" if first in ("le", "un", "ce") else ""

    def _role(self, frame: Frame, phrase: Phrase, offset: int) -> Voice | None:
        """« le maire », « la députée de Moselle », « l'attaquant », « une porte-parole »."""
        doc = frame.doc
        determiner = doc[phrase.first].text.lower()
        definite = determiner in _DEFINITE or determiner in ("ce", "cet", "cette", "son", "sa")
        if not definite:
            return self._as_written(frame, phrase, 0.85, step="unnamed")
        noun = person_noun(doc[phrase.head].text)
        gender = self._gender(frame, phrase)
        complement = {t.text.lower() for t in doc[phrase.head + 1 : phrase.after] if t.pos_ in ("NOUN", "PROPN", "ADJ")}
        found = self._by_role(noun.base if noun else "", complement, gender, offset)
        if found:
            voice = self._person(frame, phrase, found, "role", 0.9, frame.words(phrase))
            return voice
        if doc[phrase.head].text.lower() in epithets() or determiner in ("ce", "cet", "cette"):
            again = self._again(frame, gender, offset, noun.base if noun else "")
            if again:
                return replace(again, written=self._text(frame, phrase), place=frame.span(phrase))
        bare = not any(capital(t.text) for t in doc[phrase.first + 1 : phrase.after])
        last = self.last
        if bare and determiner in _DEFINITE and last and last.passage == frame.sentence.passage and frame.sentence.number - last.sentence <= 2:
            same = last.voice.kind == "person" and last.voice.entity and not last.voice.entity.roles
            if same and not (gender and last.voice.gender and gender != last.voice.gender):
                start, end = frame.span(phrase)
                return replace(last.voice, step="epithet", confidence=0.65, written=self._text(frame, phrase), place=(start, end), role=_tidy(frame.words(phrase)))
        return self._as_written(frame, phrase, 0.75, step="unnamed")

    def _by_role(self, noun: str, complement: set[str], gender: Gender, offset: int) -> Entity | None:
        """The one person of whom the role is said; with several, the one named last before here."""
        if not noun:
            return None
        best: list[tuple[int, int, Entity]] = []
        for entity in self.reading.entities.people():
            if gender and entity.gender and entity.gender != gender:
                continue
            for role in entity.roles:
                said = {w.lower() for w in re.findall(r"[\w-]+", role.text)}
                close = role.noun == noun or noun in _kin().get(role.noun, ())
                if not close or (complement and not complement & said and len(said) > 2 and role.noun != noun):
                    continue
                if complement and not complement & said and any(w[:1].isupper() for w in role.text.split()[1:]):
                    continue
                before = [m.start for m in self.reading.entities.mentions if m.entity is entity and m.start < offset and not m.quoted]
                if not before:
                    continue
                rank = 2 if role.noun == noun and (not complement or complement & said) else 1 if role.noun == noun else 0
                best.append((rank, max(before), entity))
        if not best:
            return None
        best.sort(key=lambda row: (row[0], row[1]), reverse=True)
        return best[0][2]

    def _again(self, frame: Frame, gender: Gender, offset: int, noun: str = "") -> Voice | None:
        """« le Français », « la jeune femme »: whoever is in focus, by gender. A profession that nobody was given asks
        for a clear lead."""
        ranked = [(v, s) for v, s in self._focus(frame, offset, gender) if v.kind == "person" and v.entity]
        lead = 4.0 if noun and noun not in ("homme", "femme") else _CLOSE
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < lead) or ranked[0][1] < 9:
            return None
        return replace(ranked[0][0], step="epithet", confidence=0.7)

    def _body(self, frame: Frame, phrase: Phrase, offset: int) -> Voice | None:
        """« la société » looks back to the last body; « le parquet de Paris » and « un cabinet » are themselves."""
        doc = frame.doc
        head = doc[phrase.head].text
        named = next((m for m in self._mentions(frame, phrase.head + 1, phrase.after) if m.entity.kind != "person"), None) if phrase.after > phrase.head + 1 else None
        if named and doc[phrase.head + 1].text.lower() not in ("de", "d'", "du", "des") and named.entity.kind != "place":
            joined = frame.sentence.tokens(named.start, named.end)[0].i
            if all(t.pos_ in ("ADJ", "NOUN", "PROPN") or t.is_punct for t in doc[phrase.head + 1 : joined]):
                start, end = frame.span(phrase)
                return Voice(named.entity.full_name, self.reading.article.text[start:end], (start, end), "organisation", 0.92, "", "", "organisation", named.entity)
        looks_back = org_nouns().get(head, org_nouns().get(head.lower(), False))
        determiner = doc[phrase.first].text.lower()
        bare = phrase.after == phrase.head + 1
        if looks_back and bare and determiner in ("le", "la", "l'", "cette", "ce", "cet"):
            body = self._last_body(frame, offset)
            if body:
                start, end = frame.span(phrase)
                return Voice(body.full_name, self.reading.article.text[start:end], (start, end), "body-again", 0.8, "", "", "organisation", body)
            return None
        return self._as_written(frame, phrase, 0.85, step="body", kind="organisation")

    def _last_body(self, frame: Frame, offset: int) -> Entity | None:
        """The last body named before, those that spoke or stand as subjects first."""
        last = self.last
        if last and last.voice.kind == "organisation" and last.voice.entity and frame.sentence.number - last.sentence <= 2:
            return last.voice.entity
        ranked = self.reading.entities.ranked_before(offset, ("organisation", "product", "work", "other"))
        bodies = [(e, s + (2 if e.kind == "organisation" else -1)) for e, s in ranked]
        return max(bodies, key=lambda pair: pair[1])[0] if bodies else None

    def _author(self, frame: Frame, document: str, offset: int) -> Voice | None:
        """« le communiqué » speaks for the body whose communiqué was named before, else for the one that spoke last."""
        noun = document.split()[-1].lower()
        here = frame.sentence
        for sentence in reversed(self.reading.sentences[max(0, here.number - 3) : here.number]):
            for token in sentence.doc:
                following = sentence.doc[token.i + 1].text.lower() if token.i + 1 < len(sentence.doc) else ""
                if token.text.lower() != noun or following not in ("de", "d'", "du", "des"):
                    continue
                near = sentence.doc[token.i + 2 : token.i + 5]
                found = self.reading.entities.within(*sentence.span(list(near))) if len(near) else ()
                if found:
                    return replace(self._from_entity(found[0].entity), step="document", confidence=0.75)
        last = self.last
        if last and last.voice.kind == "organisation" and here.number - last.sentence <= 2:
            return replace(last.voice, step="document", written="", place=None, confidence=0.7)
        body = self.reading.entities.focus_before(offset, ("organisation",))
        mentions = self.reading.entities.mentions
        if body and any(m.entity is body and m.sentence >= here.number - 1 for m in mentions if m.start < offset):
            return Voice(body.full_name, "", None, "document", 0.6, "", "", "organisation", body)
        return None

    def _as_written(self, frame: Frame, phrase: Phrase, confidence: float, step: str = "as-written", kind: Literal["person", "organisation", ""] = "") -> Voice | None:
        head = frame.doc[phrase.head].text.lower()
        if head in _NOBODY or re.search(r"\d", head) or len(head) < 2:
            return None
        text = self._text(frame, phrase)
        if len(text.split()) > 16:
            return None
        noun = person_noun(frame.doc[phrase.head].text)
        kind = kind or ("person" if noun else "")
        gender = self._gender(frame, phrase) if noun else ""
        return Voice(_lower_first(text), text, frame.span(phrase), step, confidence, "", gender, kind)

    def _text(self, frame: Frame, phrase: Phrase) -> str:
        start, end = frame.span(phrase)
        return re.sub(r"\s+", " ", self.reading.article.text[start:end])

    # -------------------------------------------------------------------------------------------- pronouns
    def _outer(self, frame: Frame, cue: Cue, offset: int) -> Voice | None:
        """« Le Kremlin dénonce ce qu'il appelle « … » »: the subject of the outer verb, unless the gender forbids it."""
        if cue.outer is None or cue.outer.pronoun or cue.outer.phrase is None:
            return None
        voice = self._phrase(frame, cue.outer.phrase, offset)
        want = "f" if cue.pronoun == "elle" else "m"
        if voice is None or (voice.gender and voice.gender != want):
            return None
        return replace(voice, step="pronoun", confidence=0.8)

    def _pronoun(self, frame: Frame, cue: Cue, offset: int) -> Voice | None:
        place = frame.span(cue.phrase) if cue.phrase else None
        written = self._text(frame, cue.phrase) if cue.phrase else cue.pronoun
        if cue.pronoun == "on":
            return None
        at = frame.sentence.at(frame.doc[cue.at]) if cue.at < len(frame.doc) else offset
        offset = min(at, offset)
        if cue.pronoun in ("ils", "elles"):
            last = self.last
            if last and frame.sentence.number - last.sentence <= 3 and not last.voice.entity:
                return replace(last.voice, step="pronoun", written=written, place=place, confidence=0.6)
            return None
        ranked = self._focus(frame, offset, "f" if cue.pronoun == "elle" else "m")
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLOSE) or ranked[0][1] < 4:
            return None
        voice, score = ranked[0]
        margin = score - ranked[1][1] if len(ranked) > 1 else 6.0
        return replace(voice, step="pronoun", written=written, place=place, confidence=round(min(0.9, 0.55 + 0.05 * margin), 3))

    def _focus(self, frame: Frame, offset: int, gender: Gender) -> list[tuple[Voice, float]]:
        """Who may be meant by a pronoun here, best first."""
        here, passage = frame.sentence.number, frame.sentence.passage
        scores: dict[str, tuple[Voice, float]] = {}

        def put(voice: Voice, score: float) -> None:
            known = scores.get(voice.name)
            if known is None or known[1] < score:
                scores[voice.name] = (voice, score)

        for mention in self.reading.entities.mentions:
            if mention.start >= offset or mention.quoted or mention.sentence < 0 or here - mention.sentence > 8:
                continue
            entity = mention.entity
            distance = here - mention.sentence
            if entity.kind == "organisation" and mention.subject and distance <= 2 and not (gender and entity.gender and entity.gender != gender):
                same = self.reading.sentences[mention.sentence].passage == passage
                if same:
                    put(self._from_entity(entity), 10.0 - 1.8 * distance + (3.0 if distance == 0 else 0.0))
                continue
            if entity.kind != "person" or (gender and entity.gender and entity.gender != gender):
                continue
            score = 10.0 - 1.8 * distance + (3.0 if mention.subject else 0.0) - (3.0 if mention.depends else 0.0)
            score += 2.0 if mention.subject and distance == 0 else 0.0
            score += 1.0 if gender and entity.gender == gender else 0.0
            score -= 1.5 if self.reading.sentences[mention.sentence].passage != passage else 0.0
            score -= 0.0 if entity.firm else 4.0
            put(self._from_entity(entity), score)
        for said in self.said[-6:]:
            voice = said.voice
            if voice.kind == "person" or not voice.kind:
                if gender and voice.gender and voice.gender != gender:
                    continue
                bonus = 0.0
            else:
                bonus = -2.0
            score = 14.0 - 1.8 * (here - said.sentence) + bonus - (2.0 if said.passage != passage else 0.0)
            score += -1.0 if said.brief else 1.0 if said is self.said[-1] else 0.0
            put(voice, score)
        for voice, number in self._nameless(frame, offset, gender):
            put(voice, 10.0 - 1.8 * (here - number))
        return sorted(scores.values(), key=lambda pair: -pair[1])

    def _from_entity(self, entity: Entity) -> Voice:
        role = entity.roles[0].text if entity.roles else ""
        kind: Literal["person", "organisation"] = "person" if entity.kind == "person" else "organisation"
        name = entity.name if kind == "person" else entity.full_name
        return Voice(name, "", None, "pronoun", 0.7, _tidy(role), entity.gender, kind, entity)

    def _nameless(self, frame: Frame, offset: int, gender: Gender) -> list[tuple[Voice, int]]:
        """People without a name who are subjects just before: « Une voisine a tout vu. "…", raconte-t-elle. »"""
        from quiz.facts.frames import phrase_from

        out: list[tuple[Voice, int]] = []
        sentences = self.reading.sentences
        for number in range(max(0, frame.sentence.number - 2), frame.sentence.number + 1):
            sentence = sentences[number]
            if sentence.passage != frame.sentence.passage:
                continue
            other = Frame(sentence, ())
            for token in sentence.doc:
                if token.dep_ != "nsubj" or sentence.at(token) >= offset or not person_noun(token.text) or capital(token.text):
                    continue
                first = min([c.i for c in token.children if c.dep_ == "det" and c.i < token.i], default=token.i)
                phrase = phrase_from(other, first, len(sentence.doc))
                if phrase is None or self._named_person(other, phrase) or phrase.head != token.i:
                    continue
                own = self._gender(other, phrase)
                if gender and own and own != gender:
                    continue
                text = _lower_first(self._text(other, phrase))
                if sentence.doc[phrase.first].text.lower() in ("le", "la", "l'") and self._by_role((person_noun(token.text) or token).base if person_noun(token.text) else "", set(), own, offset):  # type: ignore[union-attr]
                    continue
                out.append((Voice(text, "", None, "pronoun", 0.6, "", own, "person"), number))
        return out


def _lower_first(text: str) -> str:
    first = text.split(" ")[0]
    determiner = re.match(r"(?:Le|La|L'|L’|Les|Un|Une|Des|Ce|Cet|Cette|Son|Sa|Ses|Plusieurs|Certains|Certaines|Deux|Trois|Leur|Leurs|Quelques)\b", text)
    return text[:1].lower() + text[1:] if determiner and first else text


def _tidy(role: str) -> str:
    """A role without its article: « la ministre de la Santé » -> « ministre de la Santé »."""
    role = re.sub(r"^(?:(?:le|la|les|un|une|son|sa|du|au) |l['’])", "", role.strip(" ,"), flags=re.IGNORECASE)
    return role.strip(" ,")
