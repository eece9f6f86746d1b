"""Events: the article's own clauses, each with the pieces that may be asked for, one fact a piece.

Takes what the article says of somebody or something it names. Speech is the business of `quotations`, numbers of
`statistics`, roles and natures of `specifications`. Events are no facts for `quiz facts`, see `quiz.facts.event`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quiz.facts.clause_pieces import Pronoun, lowered, piece, pronoun_of, text_of
from quiz.facts.clauses import shape
from quiz.facts.event import Event, Slot
from quiz.facts.event_answers import Answer, Place, Sorts
from quiz.facts.event_clauses import Clause, clauses, date_in
from quiz.facts.event_words import place_families, words
from quiz.facts.fact import Frame, Modality
from quiz.facts.modality import modality_of
from quiz.facts.reading import Reading
from quiz.facts.spec_kinds import Kinds, kinds_of
from quiz.facts.spec_scene import Name, Scene, scenes
from quiz.facts.speech import speech_form

_FEWEST = 3
"""Tokens that must follow the verb: « Qui a gagné ? » asks nothing."""
_LONGEST_SUBJECT = 14
_ARTICLES = frozenset(("le", "la", "les", "l'"))
_OF = frozenset(("de", "d'", "du", "des"))
_IN = frozenset(("à", "au", "aux", "en", "dans"))
_WITH = frozenset(("contre", "avec", "chez", "à", "au", "aux", "pour"))
_BARE = {"au": "à", "aux": "à"}
_GOING_ON = frozenset(("de", "d'", "du", "des", "et", "ou", "-", "qui", "que", "qu'", "dont", "où", "ainsi", "ou", "/"))


def events(reading: Reading, known: Kinds | None = None) -> list[Event]:
    """The events of an article, in text order."""
    known = known or kinds_of(reading)
    sorts = Sorts(reading, known)
    out: list[Event] = []
    for scene in scenes(reading, known):
        if scene.sentence.kind not in ("prose", "list") or not _worth_a_look(scene):
            continue
        for clause in clauses(shape(scene.sentence)):
            out += _Asked(scene, clause, sorts).all()
    return out


def _worth_a_look(scene: Scene) -> bool:
    """A name or a figure, without which nothing can be asked."""
    return bool(scene.names) or any(token.text.isdigit() for token in scene.doc)


@dataclass
class _Asked:
    """One clause on its way to facts."""

    scene: Scene
    clause: Clause
    sorts: Sorts

    def __post_init__(self) -> None:
        clause, seen = self.clause, self.clause.seen
        self.place = Place(self.scene, self.sorts)
        self.rest = piece(seen, clause.rest, owner="p" if clause.group.number == "p" else "s")
        self.core = piece(seen, clause.subject)
        self.subject = lowered(seen, clause.subject[0], self.core.text)
        self.pronoun: Pronoun = pronoun_of(seen, clause.head, clause.group, self.scene.reading)

    def all(self) -> Iterator[Event]:
        """The facts of the clause."""
        if not self.rest.stands or self._others_too():
            return
        if self._tells():
            yield from self._agent()
        if self.core.stands and self._subject_fits():
            yield from self._complements()
            yield from self._date()

    def _tells(self) -> bool:
        """Does the verb say something of its own, about more than words? « a annoncé la fermeture du site » does,
        « a annoncé que », « est revenu sur » do not."""
        group, seen = self.clause.group, self.clause.seen
        form = speech_form(seen.tokens[group.main].text)
        if form is not None and form.strength != "weak":
            first = self.clause.rest[0] if self.clause.rest else group.main
            return seen.cats[first] == "det" and form.lemma not in words("vague_verbs")
        return group.lemma not in words("vague_verbs")

    def _others_too(self) -> bool:
        """« a également été élu »: somebody else was as well."""
        group, tokens = self.clause.group, self.clause.seen.tokens
        said = {tokens[i].lower_ for i in (*range(group.first, group.stop), *self.clause.rest[:3])}
        return bool(said & words("others_too"))

    # ---- the subject

    def _agent(self) -> Iterator[Event]:
        """« L'ailier Ousmane Ba a signé à Nantes »: Qui a signé à Nantes ?"""
        clause = self.clause
        name = self.place.ending(clause.subject) or self._apposed()
        if name is None or len(clause.rest) < _FEWEST or self._joined(clause.subject, name.start):
            return
        answer = self.sorts.answer(name)
        if answer is None or answer.kind == "place":
            return
        if clause.group.number == "p" and not (answer.kind == "country" and answer.value.endswith("s")):
            return
        yield self._named("agent", answer, "", clause.rest)

    def _apposed(self) -> Name | None:
        """« La chancelière allemande, Angela Merkel, a … »: the name between commas right behind the subject."""
        aside = self.clause.aside
        if not aside:
            return None
        return next((n for n in self.place.names if n.start == aside[0] and n.end == aside[-1] + 1), None)

    def _joined(self, tokens: Sequence[int], before: int) -> bool:
        return any(self.clause.seen.cats[i] == "and" for i in tokens if i < before)

    def _subject_fits(self) -> bool:
        clause = self.clause
        if clause.seen.cats[clause.head] in ("pron", "rel", "clit"):
            return False
        first = clause.seen.tokens[clause.subject[0]].lower_
        return len(clause.subject) <= _LONGEST_SUBJECT and first not in words("indefinite")

    # ---- what follows the verb

    def _complements(self) -> Iterator[Event]:
        clause, word = self.clause, self.scene.word
        for name in self.place.names:
            if name.start not in clause.rest or name.end - 1 not in clause.rest:
                continue
            answer = self.sorts.answer(name)
            sorted_place = self._with_its_sort(name)
            if sorted_place is not None:
                yield sorted_place
                continue
            if answer is None or self._goes_on(name.end):
                continue
            at = name.start - 2 if word(name.start - 1) in _ARTICLES else name.start - 1
            preposition = word(at) if at >= clause.group.stop else ""
            if at == clause.group.stop - 1:
                yield from self._object(answer, at + 1)
            elif self._hangs_on_verb(name.start, name.end, at):
                yield from self._complement(answer, preposition, at)

    def _object(self, answer: Answer, start: int) -> Iterator[Event]:
        """« Nantes a recruté | Ousmane Ba », « Le vainqueur est | Ousmane Ba »."""
        group, end = self.clause.group, answer.name.end
        if group.lemma == "être" and group.auxiliary == "":
            if answer.kind in ("person", "organisation", "country") and len(self.clause.rest) <= end - start:
                yield self._named("is", answer, "", ())
        elif not group.passive and self._tells() and answer.kind != "place":
            yield self._named("object", answer, "", self._without(start, end))

    def _complement(self, answer: Answer, preposition: str, at: int) -> Iterator[Event]:
        left = self._without(at, answer.name.end)
        if preposition == "par" and self.clause.group.passive:
            yield self._named("by", answer, "par", left)
        elif preposition in _IN and (answer.kind == "country" or (answer.kind == "place" and answer.family)):
            if answer.family != "ville" or preposition in ("à", "au", "aux"):
                yield self._named("place", answer, preposition, left)
        elif preposition in _WITH and answer.kind in ("person", "organisation", "country") and self._tells():
            yield self._named("with", answer, _BARE.get(preposition, preposition), left)

    def _with_its_sort(self, name: Name) -> Event | None:
        """« dans la province de | Ségou »: a place whose sort the article says."""
        clause, word = self.clause, self.scene.word
        noun = place_families().get(word(name.start - 2))
        if word(name.start - 1) not in _OF or noun is None or self._goes_on(name.end) or name.kind == "person":
            return None
        at = name.start - 3
        while clause.seen.cats[at] == "adj" and at > clause.group.stop:
            at -= 1
        if word(at) in _ARTICLES:
            at -= 1
        if word(at) not in (*_IN, "sur") or at not in clause.rest or not self._hangs_on_verb(at + 1, name.end, at):
            return None
        answer = Answer(name, name.entity.name, "place", "", noun.noun)
        return self._named("place", answer, "dans", self._without(at, name.end))

    def _goes_on(self, end: int) -> bool:
        """Does the phrase go on behind the name: « la Banque | de France », « Lyon | et Lille »?"""
        following = self.scene.word(end)
        if following in _GOING_ON or following == "(":
            return following != "(" or end in self.clause.rest
        if following == ",":
            return end in self.clause.rest and self.clause.seen.cats[end + 1] in ("name", "noun", "det", "adj")
        cat = self.clause.seen.cats[end] if end < len(self.clause.seen.cats) else "stop"
        return cat in ("name", "noun", "adj", "part")

    def _hangs_on_verb(self, start: int, end: int, at: int) -> bool:
        """Is the complement the verb's and no noun's: « a signé | à Nantes », not « le maire | de Nantes »?"""
        group = self.clause.group
        if at == group.stop:
            return True
        top = next((t for t in self.scene.doc[start:end] if not at <= t.head.i < end), None)
        return top is not None and top.head.i in (group.main, group.finite)

    def _without(self, start: int, end: int) -> tuple[int, ...]:
        return self._trimmed([i for i in self.clause.rest if not start <= i < end])

    def _trimmed(self, tokens: Sequence[int]) -> tuple[int, ...]:
        kept = list(tokens)
        while kept and self.clause.seen.cats[kept[-1]] == "comma":
            kept.pop()
        while kept and self.clause.seen.cats[kept[0]] == "comma":
            kept.pop(0)
        return tuple(kept)

    # ---- when

    def _date(self) -> Iterator[Event]:
        clause = self.clause
        found = date_in(clause, clause.lead) or date_in(clause, clause.rest)
        if not found:
            return
        text = text_of(clause.seen, found)
        rest = self._trimmed([i for i in clause.rest if i not in found])
        lead = self._trimmed([i for i in clause.lead if i not in found])
        common = self._common("date", found, lead, rest, text.split(" ")[0].lower())
        yield Event(value=text, written=text, value_kind="date", entity=self.subject, **common)  # type: ignore[arg-type]

    # ---- facts

    def _named(self, slot: Slot, answer: Answer, preposition: str, rest: Sequence[int]) -> Event:
        tokens = range(answer.name.start, answer.name.end)
        common = self._common(slot, tokens, self.clause.lead, rest, preposition)
        return Event(
            value=answer.value,
            written=answer.name.text,
            value_kind=answer.kind,
            value_gender=answer.gender,
            family=answer.family,
            aliases=answer.name.entity.aliases,
            others=self.sorts.like(answer),
            entity=answer.value if slot == "agent" else self.subject,
            **common,  # type: ignore[arg-type]
        )

    @cached_property
    def _modality(self) -> tuple[Modality, str | None]:
        main = self.clause.seen.tokens[self.clause.group.main]
        sentence = self.scene.sentence
        return modality_of(sentence, (sentence.at(main), sentence.end_of(main)))

    def _common(
        self, slot: Slot, tokens: Sequence[int], lead: Sequence[int], rest: Sequence[int], preposition: str
    ) -> dict[str, object]:
        """What all events of the clause have."""
        clause, seen, article = self.clause, self.clause.seen, self.scene.reading.article
        group, sentence = clause.group, self.scene.sentence
        modality, attribution = self._modality
        return {
            "evidence": article.span(sentence.start, sentence.end),
            "answer": article.span(*self.scene.span(tokens[0], tokens[-1] + 1)),
            "rule": f"event-{slot}",
            "confidence": 0.75,
            "modality": modality,
            "attribution": attribution,
            "slot": slot,
            "frame": Frame(
                construction=slot,
                lead=lowered(seen, lead[0], text_of(seen, lead)) if lead else "",
                subject="" if slot == "agent" else self.subject,
                verb=group.lemma,
                rest=text_of(seen, rest),
                preposition=preposition,
                clitics=clause.clitics,
                finite=clause.finite,
                tail=clause.tail,
                participle=seen.tokens[group.main].text if group.main != group.finite else "",
                pronoun=self.pronoun,
                asked_plural=group.number == "p",
            ),
            "features": {
                "clause_words": float(len(clause.rest) + len(clause.subject) + len(clause.lead)),
                "rest_words": float(len(rest)),
                "cut": float(clause.cut),
                "passive": float(group.passive),
                "present": float(group.tense == "pres" and group.auxiliary == ""),
                "shared_subject": float(clause.shared),
                "has_lead": float(bool(lead)),
                "subject_words": float(len(clause.subject)),
            },
        }
