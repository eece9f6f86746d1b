"""Events: the article's own clauses, each with the pieces that may be asked for, one fact a piece.

Takes what the article says of somebody or something it names. Quotations are the business of `quotations`, numbers of
`statistics`, roles and natures of `specifications`. Events are no facts for `quiz facts`, see `quiz.facts.event`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from quiz.facts.event import Event
from quiz.facts.event_answers import Answer, Sorts
from quiz.facts.event_background import fleeting, in_passing, long_over, narrated, of_nothing_known
from quiz.facts.event_bearers import may_be_anything
from quiz.facts.event_clauses import clauses
from quiz.facts.event_further import further
from quiz.facts.event_gaps import said_of_others
from quiz.facts.event_nations import Nations
from quiz.facts.event_openings import ARTICLES, OF, Opening, goes_on, opening_of
from quiz.facts.event_participles import participial
from quiz.facts.event_places import FEWEST, IN
from quiz.facts.event_rests import PARTS_OF_DAY, stands
from quiz.facts.event_shapes import with_names
from quiz.facts.event_words import known_places, nations, place_families, words
from quiz.facts.reading import Reading
from quiz.facts.spec_kinds import Kinds, kinds_of
from quiz.facts.spec_scene import Name, Scene, scenes
from quiz.facts.speech import speech_form
from quiz.facts.value_words import words as value_words

_TAKEN_BACK = re.compile(r"(?:…|\.\.\.) ?(?:enfin|non|pardon|plutôt)\b|\b(?:ou plutôt\b|je veux dire\b|pardon,)")
"""« Brumelle a confié l'outil à Awa Sow… enfin, on l'a vue s'en servir »: said, and not meant."""


def events(reading: Reading, known: Kinds | None = None) -> list[Event]:
    """The events of an article, in text order."""
    known = known or kinds_of(reading)
    sorts = Sorts(reading, known)
    out: list[Event] = []
    for scene in scenes(reading, known):
        if scene.sentence.kind not in ("prose", "list") or not _worth_a_look(scene):
            continue
        seen = with_names(scene)
        for clause in chain(clauses(seen), participial(seen)):
            if clause.subject:  # nothing is left of some behind their asides
                out += _Asked(scene, clause, sorts).all()
    return [event for event in out if not said_of_others(event, out)]


def _worth_a_look(scene: Scene) -> bool:
    """A name, a figure or a nationality, without which nothing can be asked."""
    if _TAKEN_BACK.search(scene.sentence.text.lower()):
        return False
    return bool(scene.names) or any(token.text.isdigit() or token.lower_ in nations() for token in scene.doc)


_BESIDE = frozenset(("avec", "contre", "face"))
"""Prepositions before a country that has a part in what is told."""


@dataclass
class _Asked(Nations):
    """What may be asked of a clause."""

    def all(self) -> Iterator[Event]:
        """The facts of the clause that can be told from others of their sort."""
        loose = long_over(self.clause) or in_passing(self.clause)
        out = ("agent", "of", "place") if loose else ("agent",) if narrated(self.clause) else ()
        for event in self._told():
            if event.slot not in out and not (of_nothing_known(self.clause, event) and not self.definite()):
                yield event

    def _told(self) -> Iterator[Event]:
        done = self.clause.group.passive or self.clause.group.auxiliary == "être"
        lost = self.clause.cut and not self.clause.rest and not done
        if lost or not self.whole or self.others_too() or self.modal():
            return
        if (
            self.since_then()
            or self.in_marks()
            or self.with_two_objects()
            or self.others_own()
            or fleeting(self.scene, self.clause)
            or self.only_says()
        ):
            return
        if self.clause.done_by:
            yield from self._done_by()
            return
        if self.clause.relative and self.clause.seen.cats[self.clause.head] == "noun" and not self._known():
            return
        if self.clause.seen.tokens[self.clause.head].lower_ in ("demain", "hier") or self._said_of_another():
            return
        if self.clause.seen.tokens[self.clause.head].lower_ in value_words("time_words") | value_words("time_units"):
            return  # « Ce jeudi se déroulait la finale »
        if self.tells() and not self.also:
            yield from self._agent()
            yield from self._of_subject()
            yield from self._pairs()
        if self.stands and self.subject_fits() and self._with_its_article():
            plain = [*self._complements(), *self._led_places(), *self._subject_places()]
            yield from plain
            yield from self._date()
            yield from further(self, {event.answer.start for event in plain})

    def _done_by(self) -> Iterator[Event]:
        """« le programme Volute, mis en place par | Awa Sow »: Par qui a-t-il été mis en place ? Its noun must be known
        by a name, or by the title."""
        clause, seen = self.clause, self.clause.seen
        names = [n for n in self.place.names if n.start in clause.subject]
        if seen.cats[clause.head] == "name":
            answer = self.sorts.of(names[-1].entity) if names else None
            womanly = clause.said[1].endswith("e")
            if not names or (answer is not None and answer.kind == "person" and womanly is not (answer.gender == "f")):
                return
        elif not self._known():
            return
        if self.stands and self.subject_fits():
            yield from (event for event in (*self._complements(), *self._pairs()) if event.slot == "by")

    def _known(self) -> bool:
        """Does a name, or the title, say which noun the clause is about?"""
        title = (self.scene.reading.article.title or "").lower()
        head = self.clause.seen.tokens[self.clause.head].lower_.rstrip("sx")
        named = any(n.start in self.clause.subject for n in self.place.names)
        stated = head in {noun.rstrip("sx") for noun in words("of_states") | words("of_nations")}
        national = stated and any(self.scene.word(i) in nations() for i in self.clause.subject)
        return head in title or named or national  # « l'équipe malienne »; « la version française » is of anything

    def _agent(self) -> Iterator[Event]:
        """« L'ailier Ousmane Ba a signé à Nantes »: Qui a signé à Nantes ?"""
        clause = self.clause
        if self._too_short() or self._says_little() or self._object_cut_off():
            return
        if self.meant is not None:
            answer = self.sorts.of(self.meant) if not self.main else None
            if answer is not None and answer.kind == "person":
                yield self.named("agent", answer, (clause.head,), Opening(()), clause.rest)
            return
        name = self.place.ending(clause.subject) or self._apposed()
        if name is None or self._joined(clause.subject, name.start):
            return
        answer = self.place.answer(name)
        if answer is not None and answer.family == "ville" and clause.group.lemma in value_words("scoring_verbs"):
            answer = self.sorts.team(answer)
        if (
            answer is None
            or answer.kind == "place"
            or not self._singular(answer)
            or may_be_anything(answer, self.clause)
        ):
            return
        if answer.kind != "person" and not stands(clause.seen, clause.rest, "p" if clause.group.number == "p" else "s"):
            return  # « quelle entreprise a repris la tâche qu'il avait laissée »
        yield self.named("agent", answer, range(name.start, name.end), Opening(()), clause.rest)

    def _said_of_another(self) -> bool:
        """« La villa de l'entraîneur, Omar Ba, | située à Thiès »: a participle not said of the name before it."""
        if not self.clause.said[0]:
            return False
        name = self.place.ending(self.clause.subject)
        answer = self.sorts.of(name.entity) if name is not None else None
        womanly = self.clause.said[1].endswith("e")
        if answer is not None and answer.kind == "person":
            return self.clause.group.lemma in words("placing_verbs") or womanly is not (answer.gender == "f")
        first = self.clause.subject[0]
        return answer is None or (first > 0 and self.clause.seen.cats[first - 1] == "comma")

    def _too_short(self) -> bool:
        """« Qui a gagné ? » asks nothing; « Quel parti a obtenu six ministères ? » does."""
        rest, cats = self.clause.rest, self.clause.seen.cats
        counted = len(rest) > 1 and cats[rest[0]] in ("num", "name") and cats[rest[1]] in ("noun", "name")
        small = ("adp", "comma", "det", "num", "adv")
        dated = all(cats[i] in small or self.of_time(i) or self.scene.word(i) in PARTS_OF_DAY for i in rest)
        whole = any(n.start in rest and n.end - 1 in rest and not self.of_time(n.start) for n in self.place.names)
        objects = whole and rest[0] in {n.start for n in self.place.names}
        return dated or (len(rest) < FEWEST and not counted and not objects)  # « est revenu le jeudi 26, à midi »

    def _with_its_article(self) -> bool:
        """Of « l'Allemagne, qui exige … » the subject is the bare name: only « Quel pays » can be asked."""
        name = self.place.ending(self.clause.subject)
        articled = self.scene.word(self.clause.subject[0]) in ARTICLES
        return not self.clause.relative or articled or (name is not None and name.kind == "person")

    def _says_little(self) -> bool:
        """« fait partie des veinards », « prend la parole »: a verb of all work with no name, no figure, few words."""
        rest, cats = self.clause.rest, self.clause.seen.cats
        telling = any(cats[i] in ("name", "num") for i in rest)
        if {self.scene.word(i) for i in rest if cats[i] == "noun"} == {"fois"} and not telling:
            return True  # « s'exprime une première fois »
        if self.clause.group.lemma in words("stances") and len(rest) < 5:
            return True  # « soutient les Gilets jaunes »
        return self.clause.group.lemma in words("light_verbs") and len(rest) < 6 and not telling

    def _singular(self, answer: Answer) -> bool:
        """« Les États-Unis ont » is one country; any other plural is more than one answer."""
        several = answer.kind in ("country", "organisation") and answer.value.split()[0].endswith("s")
        return self.clause.group.number != "p" or several

    def _apposed(self) -> Name | None:
        """« La chancelière allemande, Angela Merkel, a … »: the name between commas right behind the subject."""
        aside = self.clause.aside
        if not aside:
            return None
        return next((n for n in self.place.names if n.start == aside[0] and n.end == aside[-1] + 1), None)

    def _joined(self, tokens: Sequence[int], before: int) -> bool:
        """« Awa Sow et Omar Ba » are two; « Le journaliste et écrivain Omar Ba est » is one."""
        cats, joints = self.clause.seen.cats, [i for i in tokens if i < before and self.clause.seen.cats[i] == "and"]
        one = self.clause.group.number == "s" and all(
            cats[i + 1] in ("noun", "adj", "adp") and not any(cats[k] == "name" for k in tokens if k < i)
            for i in joints
        )
        return bool(joints) and not one

    def _of_subject(self) -> Iterator[Event]:
        """« Le tribunal de Thiès a jugé »: le tribunal de quelle ville; « Le gouvernement malien »: de quel pays."""
        clause, seen, word = self.clause, self.clause.seen, self.scene.word
        subject = clause.subject
        if len(clause.rest) < FEWEST or self._object_cut_off() or self._says_little():
            return
        if len(subject) < 3 or self._joined(subject, subject[-1]) or self._apposed():
            return
        of_a_nation = self._of_a_nation(subject)
        if of_a_nation is not None:
            answer = self.sorts.country(of_a_nation)
            yield self.named("of", answer, subject[-1:], Opening(subject[:-1], of=True), clause.rest)
            return
        if any(seen.cats[i] not in ("det", "noun", "adj", "adp", "name") for i in subject) or word(subject[0]) not in (
            "le", "la", "les", "l'",
        ):  # fmt: skip
            return
        country = nations().get(word(subject[-1]))
        if country is not None and word(subject[1]) in words("of_states") and len(subject) <= 5:
            answer = self.sorts.country(country)
            yield self.named("of", answer, subject[-1:], Opening(subject[:-1], of=True), clause.rest)
            return
        name = next((n for n in self.place.names if n.end == subject[-1] + 1 and n.start > subject[0] + 1), None)
        if name is None:
            return
        at = name.start - 2 if word(name.start - 1) in ARTICLES else name.start - 1
        before = tuple(i for i in subject if i < at)
        noun = before[1] if len(before) > 2 and all(seen.cats[i] == "adj" for i in before[2:]) else at - 1
        sort = place_families().get(word(noun))  # « le département français de la Somme »
        capital = word(noun) in words("seats")
        if sort is not None and not capital and before[1:2] == (noun,) and word(at) in OF and name.kind != "person":
            named = Answer(
                name.entity, name.text, "place", "", sort.noun
            )  # « La ville de | Thiès » is « quelle ville »
            yield self.named("of", named, range(name.start, name.end), Opening(()), clause.rest)
            return
        answer_ = self.sorts.of(name.entity)
        known = answer_ is not None and (bool(answer_.family) or answer_.kind == "country")
        if word(at) not in OF or answer_ is None or not known or answer_.kind == "person":
            return
        if {word(i) for i in subject} & words("named_after"):
            return  # « l'accord de Paris » is no town's
        if any(n.end <= at for n in self.place.names if n.start >= subject[0]):
            return
        yield self.named("of", answer_, range(name.start, name.end), Opening(before, of=True), clause.rest)

    def _complements(self) -> Iterator[Event]:
        clause = self.clause
        yield from self._by_a_nation()
        for name in self.place.names:
            if name.start not in clause.rest or name.end - 1 not in clause.rest or goes_on(clause, name.end):
                continue
            opening = opening_of(clause, name)
            answer = self.place.answer(name)
            if opening is None or not opening.tokens:
                yield from self._whose(answer, name)
            if opening is None:
                continue
            if opening.family and re.search(r" d(?:e |u |es |['’])", name.text) and name.text not in known_places():
                continue  # « le district | Buyak d'Istanbul »
            if opening.family in words("around") and name.entity.name in known_places():
                continue  # « la région de Lévis »: that is round about
            if opening.family and name.kind != "person":
                answer = Answer(name.entity, name.entity.name, "place", "", opening.family)
            start = opening.start(name)
            if start > clause.after and clause.seen.cats[start - 1] == "and":
                continue  # « dans le Var et | en Dordogne »
            wordy = opening.of and answer is not None and answer.kind in ("person", "country") and not opening.family
            wordy = wordy and self.scene.word(start) not in IN
            if wordy and name.end in clause.rest and clause.seen.cats[name.end] == "adp":
                continue  # « pour le maintien du Mali | dans l'Union »: of the Mali there
            nested = not self.hangs_on_verb(start, name.end)
            if answer is None or (nested and not self.happens_there(answer, opening, start)):
                continue
            if opening.start(name) == clause.after and not opening.tokens:
                yield from self._object(answer, name, opening)
            else:
                yield from self._complement(answer, name, opening)

    def _whose(self, answer: Answer | None, name: Name) -> Iterator[Event]:
        """« a accepté la démission | de Lise Aubert »: De qui a-t-il accepté la démission ? « a mis à l'honneur la
        cuisine | du Mali »: De quel pays a-t-il mis à l'honneur la cuisine ?"""
        clause, cats, word = self.clause, self.clause.seen.cats, self.scene.word
        if answer is None or not self.definite() or not self.tells():
            return
        if answer.kind not in ("person", "country") and not (answer.kind == "organisation" and answer.family):
            return
        at = name.start - 1 if word(name.start - 1) not in ARTICLES else name.start - 2
        while at > clause.after + 1 and word(at) not in OF:
            if cats[at] not in ("noun", "adj", "det"):
                return  # « de l'opposant | Omar Ba » is passed over
            at -= 1
        noun = next((i for i in range(at - 1, clause.after - 1, -1) if cats[i] == "noun"), None)
        if noun is None or word(at) not in OF or word(noun - 1) not in ARTICLES or not self._owned(noun, at):
            return
        if any(cats[i] not in ("adv", "adp", "det", "noun", "num", "comma") for i in range(clause.after, noun)):
            return
        left = self.without(at, name.end)
        yield self.named("with", answer, range(name.start, name.end), Opening((), of=True), left)

    def _owned(self, noun: int, at: int) -> bool:
        """Is a noun the verb's own object, and one that somebody's name says which: no « majorité », no « accord »?"""
        cats, word, group = self.clause.seen.cats, self.scene.word, self.clause.group
        if any(cats[i] != "adj" for i in range(noun + 1, at)) or group.passive:
            return False
        if word(noun) in ("personnage", "rôle") or word(noun) in words("collectives") | words("named_after") | words(
            "ranks"
        ) | words("sites"):
            return False
        if word(noun) in words("undergone"):
            return True
        head = self.scene.doc[noun].head.i
        plain = group.lemma not in ("être", "avoir") and group.auxiliary != "être"
        return plain and head in (group.main, group.finite) and cats[noun - 2] not in ("adp", "and", "inf", "part")

    def _object(self, answer: Answer, name: Name, opening: Opening) -> Iterator[Event]:
        """« Nantes a recruté | Ousmane Ba », « Le vainqueur est | Ousmane Ba »."""
        group, size = self.clause.group, name.end - self.clause.group.stop
        tokens = range(name.start, name.end)
        if opening.tokens or not self.definite():
            return
        unsure = answer.entity is not None and not answer.entity.firm and not answer.gender
        if answer.kind == "person" and unsure and self.clause.group.lemma in value_words("scoring_verbs"):
            return  # « a battu | Volute Graz »: a club
        if group.lemma == "être" and group.auxiliary == "":
            one = group.number != "p" and len(self.clause.rest) <= size
            if answer.kind in ("person", "organisation", "country") and one:
                yield self.named("is", answer, tokens, opening, ())
        elif answer.kind == "country" and not opening.articled:
            return
        elif group.lemma in words("linking_verbs"):
            return  # « est devenu | Awa Sow »: nobody is acted upon
        elif not group.passive and self.tells() and answer.kind != "place":
            yield self.named("object", answer, tokens, opening, self.without(opening.start(name), name.end))

    def _complement(self, answer: Answer, name: Name, opening: Opening) -> Iterator[Event]:
        left, tokens = self.without(opening.start(name), name.end), range(name.start, name.end)
        bare = self.clause.group.lemma == "être" and not self.clause.group.auxiliary
        if self._headless(left) or (bare and left and self.clause.seen.cats[left[0]] == "det"):
            return
        cats, said = self.clause.seen.cats, {self.scene.word(i) for i in opening.tokens}
        if any(cats[i] == "and" and i + 1 in left and cats[i + 1] == "adp" for i in left):
            return  # « à Lyon pour les uns et à Lille pour les autres »
        preposition = self.scene.word(opening.tokens[0]) if opening.tokens else ""
        if preposition == "en" and len(opening.tokens) == 2 and not opening.of:
            if self.tells() and self.definite() and (answer.kind != "place" or answer.family):
                yield self.named("with", answer, tokens, opening, left)  # « en battant | le Mali »
            return
        somewhere = answer.kind == "country" or (answer.kind == "place" and bool(answer.family))
        if (
            preposition == "à"
            and left
            and self.scene.word(left[0]) in ("de", "d'", "du")
            and cats[left[0] + 1] != "num"
        ):
            return  # « de Thiès | à Dakar » is a way
        if preposition in ("à", "au", "aux") and left and self.scene.word(left[0]) in words("given_nouns"):
            return  # « a tenu tête | à Nantes »
        if opening.of and (said & words("named_after") or not (answer.family or answer.kind in ("country", "person"))):
            return  # « est exclue par les lois | de Vichy »
        loose = answer.kind == "organisation" and not answer.family and not answer.value.isupper()
        if preposition == "par" and loose and self.clause.group.lemma not in words("deeds_of_bodies"):
            return  # « ravagée par Camp Rouge »: a fire is nobody
        land = answer.kind == "country" and not (opening.of or opening.family)
        if preposition == "par" and self.clause.group.passive and (land or not somewhere):
            yield self.named("by", answer, tokens, opening, left)
        elif (
            (preposition in IN or (preposition == "sur" and opening.family))
            and somewhere
            and not opening.of
            and self._in(preposition, name)
        ):
            speech = speech_form(self.scene.doc[self.clause.group.main].text)
            if speech is not None and speech.strength == "strong" and not self.clause.clitics:
                return  # « a annoncé la fin de la mission | au Mali »
            if answer.family != "ville" or preposition in ("à", "au", "aux") or opening.family:
                yield self.named("place", answer, tokens, Opening(opening.tokens, bare="dans"), left)
        elif self.tells() and (self.definite() or somewhere) and not said & words("named_after"):
            giving = self.clause.group.lemma in words("giving_verbs")
            if preposition in ("à", "au", "aux") and not opening.of and not giving:
                return  # « dénonce le soutien du maire | à Awa Sow »
            bound = preposition == "pour" and self.clause.group.lemma in words("verbs_of_going")
            if somewhere and not (opening.of or opening.family or bound) and preposition not in _BESIDE:
                return
            leans = self.clause.seen.cats[opening.tokens[0] - 1] == "noun" if opening.tokens else False
            if opening.of and answer.kind == "person" and (leans or said & words("around_people")):
                return  # « auprès de l'avocat | d'Omar Ba », « sa référence | au suicide d'Omar Ba »
            if answer.family or answer.kind in ("person", "country") or not opening.of:
                yield self.named("with", answer, tokens, opening, left)
