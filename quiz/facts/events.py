"""Events: the article's own clauses, each with the pieces that may be asked for, one fact a piece.

Takes what the article says of somebody or something it names. Quotations are the business of `quotations`, numbers of
`statistics`, roles and natures of `specifications`. Events are no facts for `quiz facts`, see `quiz.facts.event`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from quiz.facts.clause_pieces import Pronoun, pronoun_of, text_of
from quiz.facts.clauses import Shape, shape
from quiz.facts.entities import Entity
from quiz.facts.event import Event, Slot
from quiz.facts.event_answers import Answer, Place, Sorts
from quiz.facts.event_clauses import Clause, clauses, date_in, stands
from quiz.facts.event_openings import ARTICLES, OF, Opening, goes_on, opening_of
from quiz.facts.event_words import nations, words
from quiz.facts.fact import Frame, Modality
from quiz.facts.lexicon import countries
from quiz.facts.modality import modality_of
from quiz.facts.names import person_noun
from quiz.facts.reading import Reading
from quiz.facts.spec_kinds import Kinds, kinds_of
from quiz.facts.spec_phrases import thing_of
from quiz.facts.spec_scene import Name, Scene, scenes
from quiz.facts.speech import speech_form
from quiz.facts.value_words import words as value_words

_SMALL = value_words("determiners") | value_words("adpositions") | value_words("number_words") | words("leading")
_FEWEST = 3
"""Tokens that must follow the verb: « Qui a gagné ? » asks nothing."""
_LONGEST_SUBJECT = 14
_IN = frozenset(("à", "au", "aux", "en", "dans"))


def events(reading: Reading, known: Kinds | None = None) -> list[Event]:
    """The events of an article, in text order."""
    known = known or kinds_of(reading)
    sorts = Sorts(reading, known)
    out: list[Event] = []
    for scene in scenes(reading, known):
        if scene.sentence.kind not in ("prose", "list") or not _worth_a_look(scene):
            continue
        for clause in clauses(_with_names(scene)):
            out += _Asked(scene, clause, sorts).all()
    return out


def _with_names(scene: Scene) -> Shape:
    """The sentence's shape with every word of a name called a name: taggers take « Diop » for an adverb."""
    seen = shape(scene.sentence)
    named = {i for name in scene.names for i in range(name.start, name.end) if seen.group_of(i) is None}
    cats = tuple("name" if i in named and cat != "adp" else cat for i, cat in enumerate(seen.cats))
    return replace(seen, cats=cats)


def _worth_a_look(scene: Scene) -> bool:
    """A name, a figure or a nationality, without which nothing can be asked."""
    return bool(scene.names) or any(token.text.isdigit() or token.lower_ in nations() for token in scene.doc)


def _agreeing(clause: Clause) -> Pronoun:
    """The pronoun of the subject as a participle after « être » shows it: « ont été arrêtées » is elles."""
    group, seen = clause.group, clause.seen
    if group.auxiliary not in ("être", "être+été") or group.main == group.finite:
        return ""
    word = seen.tokens[group.main].lower_
    plural = group.number == "p"
    feminine = word.endswith("es" if plural else "e")
    if plural:
        return "elles" if feminine else "ils"
    return "elle" if feminine else "il"


def _inside(seen: Shape, tokens: Sequence[int]) -> str:
    """Tokens as they read inside a sentence: « Le maire » of its start is « le maire », « Xavier » stays."""
    text = text_of(seen, tokens)
    small = tokens and tokens[0] == 0 and seen.tokens[0].lower_ in _SMALL
    return text[:1].lower() + text[1:] if small else text


@dataclass
class _Asked:
    """One clause on its way to facts."""

    scene: Scene
    clause: Clause
    sorts: Sorts

    def __post_init__(self) -> None:
        clause, seen = self.clause, self.clause.seen
        self.place = Place(self.scene, self.sorts)
        self.whole = stands(seen, clause.rest, "p" if clause.group.number == "p" else "s")
        self.stands = stands(seen, clause.subject)
        self.subject = _inside(seen, clause.subject)
        self.pronoun = _agreeing(clause) or self._taken_up()
        self.meant = self._meant() if seen.tokens[clause.head].lower_ in ("il", "elle") else None
        if self.meant is not None:
            self.stands, self.subject = True, self.meant.name

    def _taken_up(self) -> Pronoun:
        """The pronoun for the subject; "" where only the ear of its name tells, or a noun of number stands before."""
        clause, seen = self.clause, self.clause.seen
        head, first = seen.tokens[clause.head], seen.tokens[clause.subject[0]].lower_
        name = self.place.ending(clause.subject)
        answer = self.sorts.of(name.entity) if name is not None else None
        if answer is not None and answer.kind == "person" and answer.gender and clause.group.number != "p":
            return "elle" if answer.gender == "f" else "il"
        collective = clause.group.number == "p" and first in ("une", "un", "la", "le", "l'")
        if collective or (first == "l'" and head.text[:1].isupper() and head.text not in countries()):
            return ""
        return pronoun_of(seen, clause.head, clause.group, self.scene.reading)

    def _meant(self) -> Entity | None:
        """Whom « il » or « elle » stands for, where the sentence before names them."""
        thing = thing_of(self.scene, self.clause.seen, self.clause.seen.tokens[self.clause.head])
        if thing is None or not thing.resolved:
            return None
        entity = self.scene.reading.entities.lookup(thing.text)
        return entity if entity is not None and self._before(entity) is not None else None

    def _before(self, entity: Entity) -> int | None:
        """Where the sentence before begins, if it is of the same paragraph and names somebody."""
        sentences, here = self.scene.reading.sentences, self.scene.sentence
        before = sentences[here.number - 1] if here.number else None
        if before is None or before.passage != here.passage:
            return None
        named = self.scene.reading.entities.within(before.start, before.end)
        return before.start if any(mention.entity is entity for mention in named) else None

    def all(self) -> Iterator[Event]:
        """The facts of the clause."""
        if not self.whole or self._others_too() or self._modal():
            return
        if self.clause.seen.tokens[self.clause.head].lower_ in value_words("time_words") | value_words("time_units"):
            return  # « Ce jeudi se déroulait la finale »
        if self._tells():
            yield from self._agent()
            yield from self._of_subject()
        if self.stands and self._subject_fits():
            yield from self._complements()
            yield from self._date()

    def _tells(self) -> bool:
        """Does the verb say something of its own? « est revenu sur » and a bare « a dit » do not."""
        group, seen = self.clause.group, self.clause.seen
        form = speech_form(seen.tokens[group.main].text)
        if form is not None and form.strength == "strong":
            told = [i for i in self.clause.rest if not self._of_time(i)]  # « a annoncé | jeudi | un plan »
            first = told[0] if told else group.main
            says = seen.cats[first] in ("det", "name") or seen.tokens[first].lower_ in ("que", "qu'")
            return says and form.lemma not in words("vague_verbs")
        if group.lemma == "avoir" and group.main == group.finite and len(self.clause.rest) < 6:
            return False  # « a une position ambiguë »
        if group.lemma == "être" and group.auxiliary == "":
            first = self.clause.rest[0] if self.clause.rest else group.main
            if seen.tokens[first].lower_ == "l'" and self.scene.word(first + 1) in ("un", "une"):
                return False  # « est l'un des pays les plus exposés »
            return seen.cats[first] in ("det", "adp", "noun") and seen.tokens[first].lower_ not in words("indefinite")
        return group.lemma not in words("vague_verbs")

    def _modal(self) -> bool:
        """« doit se prononcer », « pourrait fermer », « semble »: nothing has happened."""
        return self.clause.group.lemma in words("vague_verbs")

    def _others_too(self) -> bool:
        """« a également été élu »: somebody else was as well."""
        group, tokens = self.clause.group, self.clause.seen.tokens
        said = {tokens[i].lower_ for i in (*range(group.first, group.stop), *self.clause.rest[:3])}
        return bool(said & words("others_too"))

    # ---- the subject

    def _agent(self) -> Iterator[Event]:
        """« L'ailier Ousmane Ba a signé à Nantes »: Qui a signé à Nantes ?"""
        clause = self.clause
        if len(clause.rest) < _FEWEST:
            return
        if self.meant is not None:
            answer = self.sorts.of(self.meant)
            if answer is not None and answer.kind == "person":
                yield self._named("agent", answer, (clause.head,), Opening(()), clause.rest)
            return
        name = self.place.ending(clause.subject) or self._apposed()
        if name is None or self._joined(clause.subject, name.start):
            return
        answer = self.place.answer(name)
        if answer is None or answer.kind == "place" or not self._singular(answer) or self._undergone(answer):
            return
        yield self._named("agent", answer, range(name.start, name.end), Opening(()), clause.rest)

    def _undergone(self, answer: Answer) -> bool:
        """« La MOAB a été larguée », « Le trophée se déroule »: a name with no sort may be anything there."""
        group = self.clause.group
        loose = answer.kind == "organisation" and not answer.family
        return loose and (group.passive or group.lemma in words("happening_verbs"))

    def _singular(self, answer: Answer) -> bool:
        """« Les États-Unis ont » is one country; any other plural is more than one answer."""
        return self.clause.group.number != "p" or (answer.kind == "country" and answer.value.endswith("s"))

    def _apposed(self) -> Name | None:
        """« La chancelière allemande, Angela Merkel, a … »: the name between commas right behind the subject."""
        aside = self.clause.aside
        if not aside:
            return None
        return next((n for n in self.place.names if n.start == aside[0] and n.end == aside[-1] + 1), None)

    def _joined(self, tokens: Sequence[int], before: int) -> bool:
        return any(self.clause.seen.cats[i] == "and" for i in tokens if i < before)

    def _of_subject(self) -> Iterator[Event]:
        """« Le tribunal de Thiès a jugé »: le tribunal de quelle ville; « Le gouvernement malien »: de quel pays."""
        clause, seen, word = self.clause, self.clause.seen, self.scene.word
        subject = clause.subject
        if len(clause.rest) < _FEWEST or len(subject) < 3 or self._joined(subject, subject[-1]) or self._apposed():
            return
        if any(seen.cats[i] not in ("det", "noun", "adj", "adp", "name") for i in subject) or word(subject[0]) not in (
            "le", "la", "les", "l'",
        ):  # fmt: skip
            return
        country = nations().get(word(subject[-1]))
        if country is not None and word(subject[1]) in words("of_states") and len(subject) <= 5:
            answer = self.sorts.country(country)
            yield self._named("of", answer, subject[-1:], Opening(subject[:-1], of=True), clause.rest)
            return
        name = next((n for n in self.place.names if n.end == subject[-1] + 1 and n.start > subject[0] + 1), None)
        if name is None:
            return
        at = name.start - 2 if word(name.start - 1) in ARTICLES else name.start - 1
        answer_ = self.sorts.of(name.entity)
        if (
            word(at) not in OF
            or answer_ is None
            or answer_.kind == "person"
            or not (answer_.family or answer_.kind == "country")
        ):
            return
        if {word(i) for i in subject} & words("named_after"):
            return  # « l'accord de Paris » is no town's
        if any(n.end <= at for n in self.place.names if n.start >= subject[0]):
            return
        before = tuple(i for i in subject if i < at)
        yield self._named("of", answer_, range(name.start, name.end), Opening(before, of=True), clause.rest)

    def _subject_fits(self) -> bool:
        clause = self.clause
        if self.meant is None and clause.seen.cats[clause.head] in ("pron", "rel", "clit"):
            return False
        return len(clause.subject) <= _LONGEST_SUBJECT

    def _definite(self) -> bool:
        return self.clause.seen.tokens[self.clause.subject[0]].lower_ not in words("indefinite")

    # ---- what follows the verb

    def _complements(self) -> Iterator[Event]:
        clause = self.clause
        for name in self.place.names:
            if name.start not in clause.rest or name.end - 1 not in clause.rest or goes_on(clause, name.end):
                continue
            opening = opening_of(clause, name)
            answer = self.place.answer(name)
            if opening is None:
                continue
            if opening.family and name.kind != "person":
                answer = Answer(name.entity, name.entity.name, "place", "", opening.family)
            start = opening.start(name)
            nested = not self._hangs_on_verb(start, name.end)
            if answer is None or (nested and not self._happens_there(answer, opening, start)):
                continue
            if opening.start(name) == clause.group.stop and clause.seen.cats[clause.group.stop] != "adp":
                yield from self._object(answer, name, opening)
            else:
                yield from self._complement(answer, name, opening)

    def _object(self, answer: Answer, name: Name, opening: Opening) -> Iterator[Event]:
        """« Nantes a recruté | Ousmane Ba », « Le vainqueur est | Ousmane Ba »."""
        group, size = self.clause.group, name.end - self.clause.group.stop
        tokens = range(name.start, name.end)
        if opening.tokens or not self._definite():
            return
        if group.lemma == "être" and group.auxiliary == "":
            one = group.number != "p" and len(self.clause.rest) <= size
            if answer.kind in ("person", "organisation", "country") and one:
                yield self._named("is", answer, tokens, opening, ())
        elif answer.kind == "country" and not opening.articled:
            return
        elif not group.passive and self._tells() and answer.kind != "place":
            yield self._named("object", answer, tokens, opening, self._without(opening.start(name), name.end))

    def _complement(self, answer: Answer, name: Name, opening: Opening) -> Iterator[Event]:
        left, tokens = self._without(opening.start(name), name.end), range(name.start, name.end)
        bare = self.clause.group.lemma == "être" and not self.clause.group.auxiliary
        if self._headless(left) or (bare and left and self.clause.seen.cats[left[0]] == "det"):
            return
        cats, said = self.clause.seen.cats, {self.scene.word(i) for i in opening.tokens}
        if any(cats[i] == "and" and i + 1 in left and cats[i + 1] == "adp" for i in left):
            return  # « à Lyon pour les uns et à Lille pour les autres »
        preposition = self.scene.word(opening.tokens[0]) if opening.tokens else ""
        somewhere = answer.kind == "country" or (answer.kind == "place" and bool(answer.family))
        if opening.of and not answer.family and answer.kind != "country":
            return
        if preposition == "par" and self.clause.group.passive and not somewhere:
            yield self._named("by", answer, tokens, opening, left)
        elif preposition in _IN and somewhere and not opening.of and self._in(preposition, name):
            if answer.family != "ville" or preposition in ("à", "au", "aux") or opening.family:
                yield self._named("place", answer, tokens, Opening(opening.tokens, bare="dans"), left)
        elif self._tells() and self._definite() and not said & words("named_after"):
            giving = opening.start(name) == self.clause.group.stop or self.clause.group.lemma in words("giving_verbs")
            if preposition in ("à", "au", "aux") and not opening.of and not giving:
                return  # « dénonce le soutien du maire | à Awa Sow »
            if somewhere and not opening.of and not opening.family and preposition not in ("avec", "contre"):
                return
            if answer.family or answer.kind in ("person", "country") or not opening.of:
                yield self._named("with", answer, tokens, opening, left)

    def _in(self, preposition: str, name: Name) -> bool:
        """« en Guinée », « au Mali » are places; « à la Guinée » is to whom something is given."""
        return preposition != "à" or self.scene.word(name.start - 1) == "à" or name.text[:2] in ("La", "Le")

    def _headless(self, left: Sequence[int]) -> bool:
        """« a reçu le 13 mai à Oslo, en Norvège, le prix … »: what was cut off is the object itself."""
        group = self.clause.group
        if not self.clause.cut or group.passive or group.auxiliary == "être":
            return False
        return not any(self._is_object(i) for i in left)

    def _is_object(self, i: int) -> bool:
        """« un prix » in « a reçu un prix », not « le nord » in « dans le nord »."""
        cats, stop = self.clause.seen.cats, self.clause.group.stop
        if cats[i] not in ("noun", "name") or self._of_time(i):
            return False
        at = i - 1
        while at >= stop and cats[at] in ("det", "num", "adj"):
            at -= 1
        return at < i - 1 and (at < stop or cats[at] not in ("adp", "and"))

    def _of_time(self, i: int) -> bool:
        return self.scene.word(i) in value_words("time_words") or self.scene.word(i) in words("months")

    def _hangs_on_verb(self, start: int, end: int) -> bool:
        """Is the complement the verb's and no noun's: « a signé | à Nantes », not « le maire | de Nantes »?"""
        group = self.clause.group
        if start == group.stop:
            return True
        inside = self.scene.doc[start:end]
        top = next((t for t in inside if not start <= t.head.i < end), None)
        return top is not None and top.head.i in (group.main, group.finite)

    def _happens_there(self, answer: Answer, opening: Opening, start: int) -> bool:
        """« a ouvert un atelier | à Lévis », « mortes dans un attentat | en Syrie », « un accord | avec la Guinée » are
        true of the clause, whatever the parser hangs them on; « l'ambassadeur | à Paris » is not."""
        if opening.of or not opening.tokens:
            return False
        preposition = self.scene.word(opening.tokens[0])
        somewhere = answer.kind in ("place", "country") and preposition in _IN
        if not somewhere and preposition not in ("avec", "contre"):
            return False
        between = self.scene.doc[self.clause.group.stop : start]
        nouns = [t for t in between if t.pos_ in ("NOUN", "PROPN")]
        if not nouns or any(person_noun(t.text) for t in nouns) or not nouns[-1].text[:1].islower():
            return False
        speech = speech_form(self.scene.doc[self.clause.group.main].text)
        if speech is not None and speech.strength == "strong":
            return False  # « a annoncé l'ouverture d'une enquête | en France »
        noun = nouns[-1].lower_
        happening = noun in words("happenings") or noun.endswith(("tion", "tions", "sion", "age"))
        cats = self.clause.seen.cats
        plain = all(cats[t.i] != "adp" or t.lower_ in OF for t in between)
        return plain or (somewhere and happening)

    def _without(self, start: int, end: int) -> tuple[int, ...]:
        return self._trimmed([i for i in self.clause.rest if not start <= i < end])

    def _trimmed(self, tokens: Sequence[int]) -> tuple[int, ...]:
        kept = list(tokens)
        while kept and self.clause.seen.cats[kept[-1]] in ("comma", "adp", "adv"):
            kept.pop()
        while kept and self.clause.seen.cats[kept[0]] == "comma":
            kept.pop(0)
        return tuple(kept)

    # ---- when

    def _date(self) -> Iterator[Event]:
        clause, word = self.clause, self.scene.word
        if clause.group.tense == "pres" and not clause.group.auxiliary:
            return  # « l'espoir numéro un en 2019 »: what it dates is hard to tell
        found = date_in(clause, clause.lead) or date_in(clause, clause.rest)
        if found and found[0] in clause.lead[1:] and clause.seen.cats[found[0] - 1] != "comma":
            return  # « depuis la grève de Dakar | en mars 2016, »
        if found and {word(i) for i in clause.rest if i < found[0]} & words("time_frames"):
            return  # « depuis l'apparition du virus | en mars 2013 »
        inside = found and found[0] in clause.rest and found[0] > clause.group.stop
        if inside and any(
            clause.seen.cats[i] in ("rel", "verb", "sub", "part", "ger") for i in clause.rest if i < found[0]
        ):
            return
        if not found or word(found[0] - 1) in ("depuis", "dès", "avant", "après", "jusqu'", "d'ici", "de", "à", ","):
            return
        text = text_of(clause.seen, found)
        rest = self._trimmed([i for i in clause.rest if i not in found])
        lead = self._trimmed([i for i in clause.lead if i not in found])
        if self._headless(rest):
            return
        common = self._common("date", found, lead, rest, Opening(()))
        yield Event(value=text, written=text, value_kind="date", entity=self.subject, **common)  # type: ignore[arg-type]

    # ---- facts

    def _named(self, slot: Slot, answer: Answer, tokens: Sequence[int], opening: Opening, rest: Sequence[int]) -> Event:
        common = self._common(slot, tokens, self.clause.lead, rest, opening, answer.sort_gender)
        return Event(
            value=answer.value,
            written=text_of(self.clause.seen, tokens),
            value_kind=answer.kind,
            value_gender=answer.gender,
            family=answer.family,
            aliases=answer.entity.aliases if answer.entity is not None else (),
            others=self.sorts.like(answer),
            entity=answer.value if slot == "agent" else self.subject,
            feminine=self._said_of_a_woman(rest),
            **common,  # type: ignore[arg-type]
        )

    def _said_of_a_woman(self, rest: Sequence[int]) -> bool:
        """« élue | présidente du club »: what follows the verb at once fits a woman only."""
        nouns = (person_noun(self.scene.word(i)) for i in rest[:8])
        return any(noun is not None and noun.gender == "f" for noun in nouns)

    @cached_property
    def _modality(self) -> tuple[Modality, str | None]:
        main = self.clause.seen.tokens[self.clause.group.main]
        sentence = self.scene.sentence
        return modality_of(sentence, (sentence.at(main), sentence.end_of(main)))

    def _common(
        self,
        slot: Slot,
        tokens: Sequence[int],
        lead: Sequence[int],
        rest: Sequence[int],
        opening: Opening,
        gender: Literal["m", "f", ""] = "",
    ) -> dict[str, object]:
        """What all events of the clause have."""
        clause, seen, article = self.clause, self.clause.seen, self.scene.reading.article
        group, sentence = clause.group, self.scene.sentence
        modality, attribution = self._modality
        start = (self._before(self.meant) if self.meant is not None else None) or sentence.start
        return {
            "evidence": article.span(start, sentence.end),
            "answer": article.span(*self.scene.span(tokens[0], tokens[-1] + 1)),
            "rule": f"event-{slot}",
            "confidence": 0.75,
            "modality": modality,
            "attribution": attribution,
            "slot": slot,
            "frame": Frame(
                construction=slot,
                lead=_inside(seen, lead),
                subject="" if slot in ("agent", "of") else self.subject,
                verb=group.lemma,
                rest=text_of(seen, rest),
                preposition=opening.text(seen),
                clitics=clause.clitics,
                finite=clause.finite,
                tail=clause.tail,
                participle=seen.tokens[group.main].text if group.main != group.finite else "",
                pronoun=self.pronoun,
                asked_plural=group.number == "p",
                asked_gender=gender,
                resolved=self.meant is None,
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
                "resolved": float(self.meant is None),
                "definite": float(self._definite()),
                "piped_words": float(len(opening.tokens)),
                "object": float(bool(rest) and seen.cats[rest[0]] == "det"),
                "names": float(sum(n.start in rest or n.start in clause.lead for n in self.place.names)),
                "possessive": float(any(seen.tokens[i].lower_ in ("son", "sa", "ses") for i in rest)),
                "speech": float(speech_form(seen.tokens[group.main].text) is not None),
                "copula": float(group.lemma == "être" and group.auxiliary == ""),
                "light": float(group.lemma in words("light_verbs")),
            },
        }
