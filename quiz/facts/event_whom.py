"""Whom the subject of a clause stands for: « il » after a sentence that names one man, « la ministre » where one woman
holds the post.

Works on one clause and its article. Gives nobody where a second one could be meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.facts.entities import Entity
from quiz.facts.event_clause import Clause
from quiz.facts.names import person_noun
from quiz.facts.spec_phrases import thing_of
from quiz.facts.spec_scene import Scene, gender_of
from quiz.facts.voices import epithets

_FARTHEST = 3
"""Sentences between a pronoun and the name it stands for."""


@dataclass
class Whom:
    """A clause in its article. `main` tells, once asked, that the evidence may not name the one who is meant."""

    scene: Scene
    clause: Clause
    main: bool = False

    def meant(self) -> Entity | None:
        """Whom « il » or « elle » stands for, where the sentence before names them."""
        if self._impersonal():
            return None
        thing = thing_of(self.scene, self.clause.seen, self.clause.seen.tokens[self.clause.head])
        if thing is not None and thing.resolved:
            entity = self.scene.reading.entities.lookup(thing.text)
            if entity is not None and self.before(entity) is not None and not self._between_two(entity):
                return entity
        main = self._main_person()
        self.main = main is not None and self.before(main) is None
        return main

    def _impersonal(self) -> bool:
        """« Il est toujours possible d'appeler », « il était clair que »: nobody."""
        clause, cats = self.clause, self.clause.seen.cats
        said = [i for i in clause.rest[:5] if cats[i] not in ("adv", "comma")]
        if clause.group.lemma not in ("être", "devenir", "rester", "apparaître") or not said or cats[said[0]] != "adj":
            return False
        return any(clause.seen.tokens[i].lower_ in ("de", "d'", "que", "qu'") for i in said[1:2])

    def called(self) -> Entity | None:
        """Whom « le ministre », « la chanteuse » is: the one person of that post, or whom the title names, where
        nobody else is named in this sentence or the last."""
        clause, seen, reading = self.clause, self.clause.seen, self.scene.reading
        subject, head = clause.subject, seen.tokens[clause.head]
        first = seen.tokens[subject[0]].lower_
        plain = len(subject) == 2 or (len(subject) in (4, 5) and seen.tokens[subject[2]].lower_ in ("de", "d'", "du"))
        plain = plain and clause.head == subject[1] and first in ("le", "la", "l'")
        noun = person_noun(head.text) if plain and head.text.islower() else None
        if noun is None or clause.group.number == "p":
            return None
        gender = "f" if first == "la" else "m" if first == "le" else noun.gender
        posted = [
            e
            for e in reading.entities.people()
            if gender_of(e) == gender and any(role.noun == noun.base for role in e.roles)
        ]
        titled = [e for e in reading.entities.people() if e.name in (reading.article.title or "")]
        if len(posted) != 1:
            posted = titled if head.lower_ in epithets() and not posted else []
        if len(posted) != 1 or gender_of(posted[0]) != gender or not self._alone(posted[0]):
            return None
        self.main = self.before(posted[0]) is None
        return posted[0]

    def _alone(self, meant: Entity) -> bool:
        """Is nobody else named in this sentence, or in the two before, and he already?"""
        reading, sentence = self.scene.reading, self.scene.sentence
        start = reading.sentences[max(0, sentence.number - 2)].start
        seen, subject = self.clause.seen, self.clause.subject
        own = range(sentence.at(seen.tokens[subject[0]]), sentence.end_of(seen.tokens[subject[-1]]))
        near = {
            m.entity.name
            for m in reading.entities.within(start, sentence.end)
            if m.entity.kind == "person" and m.start not in own
        }
        told = any(m.entity is meant and m.start < sentence.start for m in reading.entities.mentions)
        return told and near <= {meant.name}

    def _between_two(self, meant: Entity) -> bool:
        """« Omar Ba a salué Jean Diop. Il était le relais du parti »: which of the two?"""
        start = self.before(meant)
        stop = self.scene.sentence.at(self.clause.seen.tokens[self.clause.head])
        if start is None or meant.kind != "person":
            return False
        near = self.scene.reading.entities.within(start, stop)
        people = {mention.entity.name: mention.entity for mention in near if mention.entity.kind == "person"}
        gender = gender_of(meant)
        rivals = [e for name, e in people.items() if name != meant.name and gender_of(e) in ("", None, gender)]
        return bool(rivals)

    def _main_person(self) -> Entity | None:
        """« Il » of an article whose title names one man, where no other man is named in this sentence or the last."""
        reading, sentence = self.scene.reading, self.scene.sentence
        word = self.clause.seen.tokens[self.clause.head].lower_
        gender = "f" if word == "elle" else "m"
        people = [e for e in reading.entities.people() if e.name in (reading.article.title or "")]
        if len(people) != 1 or gender_of(people[0]) not in (gender, self._one_gender(gender)):
            return None
        start = reading.sentences[max(0, sentence.number - 2)].start
        other = "m" if gender == "f" else "f"
        near = {
            m.entity.name
            for m in reading.entities.within(start, sentence.end)
            if m.entity.kind == "person" and gender_of(m.entity) != other
        }
        return people[0] if near <= {people[0].name} or self._goes_on_about(people[0], gender) else None

    def _one_gender(self, gender: str) -> str:
        """ "" where the article has nobody « elle » could be, so that « il » may be of a first name in no list."""
        said = re.findall(r"\b(?:elle|née|épouse|actrice|chanteuse)\b", self.scene.reading.flat.lower())
        return "" if gender == "m" and not said else gender

    def _goes_on_about(self, meant: Entity, gender: str) -> bool:
        """« Né à Thiès, Omar Ba bat Jean Diop en 1995. Il est élu … »: a life told sentence by sentence, in which
        whoever else is named is no subject before « il »."""
        reading, sentence = self.scene.reading, self.scene.sentence
        at = sentence.at(self.clause.seen.tokens[self.clause.head])
        for mention in reading.entities.within(sentence.start, at):
            if mention.entity.kind == "person" and mention.entity is not meant:
                return False
        before = reading.sentences[sentence.number - 1] if sentence.number else None
        if before is None or before.passage != sentence.passage or before.kind != "prose":
            return before is not None and not self._quoted_before(at)
        told = [m for m in reading.entities.within(before.start, before.end) if m.entity.kind == "person"]
        others = [m for m in told if m.entity is not meant]
        pronoun = re.match(r"(?:[^,«»]{0,40}, )?(?:il|elle)\b", before.text.lower())
        own = pronoun is not None and pronoun.group().endswith("elle" if gender == "f" else "il")
        leads = any(m.entity is meant and m.subject and not m.quoted for m in told)
        return (own or leads) and not any(m.subject and gender_of(m.entity) in ("", gender) for m in others)

    def _quoted_before(self, at: int) -> bool:
        """Does the sentence before, in another paragraph, end on somebody's words?"""
        return self.scene.reading.flat[:at].rstrip()[-3:].find("»") >= 0

    def before(self, entity: Entity) -> int | None:
        """Where the last sentence begins that names somebody, at most three before and of the same paragraph."""
        sentences, here = self.scene.reading.sentences, self.scene.sentence
        for number in range(here.number - 1, max(-1, here.number - 1 - _FARTHEST), -1):
            if sentences[number].passage != here.passage:
                return None
            named = self.scene.reading.entities.within(sentences[number].start, sentences[number].end)
            if any(mention.entity is entity for mention in named):
                return sentences[number].start
        return None
