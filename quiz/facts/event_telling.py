"""A clause on its way to events: what it tells, whom its subject stands for, and the events made of it.

Knows what makes a clause fit to be asked; which of its pieces are asked for is decided in `events`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from quiz.facts.clause_pieces import Pronoun, pronoun_of, text_of
from quiz.facts.clauses import Shape
from quiz.facts.event import Event, Slot
from quiz.facts.event_answers import Answer, Place, Sorts
from quiz.facts.event_clause import Clause
from quiz.facts.event_gaps import bare, half_told, of_nothing, of_time, somebody_unnamed
from quiz.facts.event_openings import Opening
from quiz.facts.event_rests import shortened, stands
from quiz.facts.event_slips import agreeing, half_a_subject, misspelt, odd_words, unagreed
from quiz.facts.event_topics import topic_of
from quiz.facts.event_whom import Whom
from quiz.facts.event_words import words
from quiz.facts.fact import Frame, Modality
from quiz.facts.lexicon import countries
from quiz.facts.modality import modality_of
from quiz.facts.names import person_noun
from quiz.facts.spec_scene import Scene
from quiz.facts.speech import speech_form
from quiz.facts.value_words import words as value_words
from quiz.facts.verbs import is_adjective

_SMALL = value_words("determiners") | value_words("adpositions") | value_words("number_words") | words("leading")
_LONGEST_SUBJECT = 18
_IN_MARKS = re.compile(r"[«“\"]\s*(?P<words>[^«»“”\"\n]{5,80}?)\s*[»”\"]")


def _inside(seen: Shape, tokens: Sequence[int]) -> str:
    """Tokens as they read inside a sentence: « Le maire » of its start is « le maire », « Xavier » stays."""
    text = text_of(seen, tokens)
    small = tokens and tokens[0] == 0 and seen.tokens[0].lower_ in _SMALL
    return text[:1].lower() + text[1:] if small else text


@dataclass
class Telling:
    """One clause with its names sorted. `whole`: what follows the verb can be read alone; `stands`: so can the subject;
    `meant`: whom a pronoun stands for."""

    scene: Scene
    clause: Clause
    sorts: Sorts
    main: bool = False
    """The pronoun stands for whom the title names: the evidence may not."""
    also: bool = False
    """« a également signé »: where he signed may be asked, and not who did."""

    def __post_init__(self) -> None:
        clause, seen = self.clause, self.clause.seen
        self.place = Place(self.scene, self.sorts)
        owner = "p" if clause.group.number == "p" else "s"
        self.pronoun = agreeing(clause) or self._taken_up()
        self.whole = stands(seen, clause.rest, owner, self.pronoun)
        self.shorter = False
        if not self.whole and (shorter := shortened(seen, clause.rest, owner)):
            self.whole = self.shorter = True
            self.clause = clause = replace(clause, rest=tuple(shorter), cut=True)
        self.stands = stands(seen, clause.subject)
        self.subject = clause.article + _inside(seen, clause.subject)
        told = (*clause.lead, *clause.subject, *range(clause.group.first, clause.group.stop), *clause.rest)
        if (
            half_a_subject(clause)
            or unagreed(clause)
            or misspelt(seen, told)
            or half_told(self.scene, clause)
            or somebody_unnamed(clause)
        ):
            self.whole = False
        self.odd = odd_words(seen, told)
        whom = Whom(self.scene, clause)
        self.meant = whom.meant() if seen.tokens[clause.head].lower_ in ("il", "elle") else whom.called()
        self.main, self._before = whom.main, whom.before
        self.topic = topic_of(self.scene, clause) if self.meant is None else None
        if self.meant is not None:
            self.stands, self.subject = True, self.meant.name
        elif self.topic is not None:
            self.stands, self.subject, self.pronoun = True, self.topic.text, self.topic.pronoun

    def _taken_up(self) -> Pronoun:
        """The pronoun for the subject; "" where only the ear of its name tells, or a noun of number stands before."""
        clause, seen = self.clause, self.clause.seen
        head, first = seen.tokens[clause.head], seen.tokens[clause.subject[0]].lower_
        name = self.place.ending(clause.subject)
        answer = self.sorts.of(name.entity) if name is not None else None
        if answer is not None and answer.kind == "person" and answer.gender and clause.group.number != "p":
            return "elle" if answer.gender == "f" else "il"
        noun = person_noun(head.text) if first == "l'" and head.text.islower() else None
        if noun is not None and noun.gender and clause.group.number != "p":
            return "elle" if noun.gender == "f" else "il"  # « l'avocate générale »
        if clause.group.number == "p" and head.text[:1].isupper() and clause.head > clause.subject[0]:
            return ""  # « les Forces du nord ont »
        collective = clause.group.number == "p" and first in ("une", "un", "la", "le", "l'")
        if collective or (first == "l'" and head.text[:1].isupper() and head.text not in countries()):
            return ""
        return pronoun_of(seen, clause.head, clause.group, self.scene.reading)

    def tells(self) -> bool:
        """Does the verb say something of its own? « semble » does not; « a dit que » is the business of quotations."""
        group, seen = self.clause.group, self.clause.seen
        if of_nothing(self.scene, self.clause):
            return False
        form = speech_form(seen.tokens[group.main].text)
        broken_out = self.clause.clitics and group.lemma == "déclarer"  # « un incendie s'est déclaré à Thiès »
        if form is not None and form.strength == "strong" and not broken_out:
            told = [i for i in self.clause.rest if not self.of_time(i)]  # « a annoncé | jeudi | un plan »
            first = told[0] if told else group.main
            if self._vows(told):
                return True
            about = seen.tokens[first].lower_ in ("près", "plus") and self.scene.word(first + 1) == "de"
            return (seen.cats[first] in ("det", "name", "num") or about) and form.lemma not in words("vague_verbs")
        if group.lemma == "avoir" and group.main == group.finite and len(self.clause.rest) < 6:
            return False  # « a une position ambiguë »
        if group.lemma == "être" and group.auxiliary == "":
            said = [i for i in self.clause.rest if seen.cats[i] != "adv"]
            first = said[0] if said else group.main
            if seen.tokens[first].lower_ == "l'" and self.scene.word(first + 1) in ("un", "une"):
                return False  # « est l'un des pays les plus exposés »
            long = seen.cats[first] in ("part", "adj") and len(said) > 5  # « est mort à l'âge de … »
            if seen.cats[first] == "noun" and len(said) < 5:
                return False  # « était gardien de la paix »
            return (long or seen.cats[first] in ("det", "adp", "noun")) and seen.tokens[first].lower_ not in words(
                "indefinite"
            )
        return group.lemma not in words("vague_verbs") or self._managed()

    def _vows(self, told: Sequence[int]) -> bool:
        """« a promis | de rembourser la ville », « affirme | vouloir quitter son poste », « a demandé au Sénat | de
        voter la loi »: what is said is an act of one's own, or asked of another."""
        cats, word = self.clause.seen.cats, self.scene.word
        act = next((n for n, i in enumerate(told[:10]) if cats[i] == "inf"), None)
        if act is None or any(cats[i] in ("sub", "rel", "verb") for i in told[:act]) or len(told) - act < 3:
            return False
        return act == 0 or (word(told[act - 1]) in ("de", "d'", "s'", "se") and cats[told[0]] == "adp")

    def modal(self) -> bool:
        """« doit se prononcer », « semble », « appelle à manifester samedi »: nothing has happened."""
        lemma, rest = self.clause.group.lemma, self.clause.rest
        nobody = lemma in words("impersonal_passives") and self.clause.group.passive
        if nobody and self.clause.seen.tokens[self.clause.head].lower_ == "il":
            return True  # « Il a été convenu »
        coming = any(self.scene.word(i) in value_words("weekdays") for i in rest) and lemma in words("calling_verbs")
        return coming or self._day_to_come() or (lemma in words("vague_verbs") and not self._managed())

    def _managed(self) -> bool:
        """« a pu identifier le gène », « a dû quitter la ville »: it has been done."""
        group, rest = self.clause.group, self.clause.rest
        able = group.lemma in ("devoir", "pouvoir", "savoir") and group.auxiliary == "avoir"
        return able and len(rest) > 2 and self.clause.seen.cats[rest[0]] == "inf"

    def _day_to_come(self) -> bool:
        """« se rendait à Nantes pour la finale mercredi », « invite à venir samedi »: which Wednesday it was or will be
        nobody can tell from the article's day."""
        cats, group = self.clause.seen.cats, self.clause.group
        for i in self.clause.rest:
            if self.scene.word(i) not in value_words("weekdays") or self.scene.word(i + 1)[:1].isdigit():
                continue
            planned = any(cats[k] == "inf" for k in self.clause.rest if k < i)
            return planned or group.tense == "impf"
        return False

    def since_then(self) -> bool:
        """« a depuis remporté la coupe »: since what, and until when?"""
        said = [self.scene.word(i) for i in range(self.clause.group.first, self.clause.group.stop + 1)]
        after = self.clause.seen.cats[self.clause.group.stop + 1 : self.clause.group.stop + 2]
        return "depuis" in said[:-1] or (said[-1:] == ["depuis"] and after in (("part",), ("comma",), ("stop",)))

    def in_marks(self) -> bool:
        """« Alistair « dépose » son frère »: a verb that is not meant word for word."""
        text, sentence = self.scene.reading.article.text, self.scene.sentence
        at = sentence.at(self.clause.seen.tokens[self.clause.group.main])
        return text[max(0, at - 2) : at].strip()[-1:] in ("«", "“", '"')

    def with_two_objects(self) -> bool:
        """« La société a été remportée l'appel d'offres »: a passive has no object, this one is a slip."""
        rest, group = self.clause.rest, self.clause.group
        if not group.passive or self.clause.clitics or len(rest) < 2 or group.lemma in words("linking_verbs"):
            return False
        plain = self.scene.word(rest[0]) in ("le", "la", "les", "l'") and self.clause.seen.cats[rest[1]] == "noun"
        return plain and not self.of_time(rest[1]) and self.scene.word(rest[1]) not in value_words("time_units")

    def others_own(self) -> bool:
        """« Lise Roux a répondu à Omar Ba, qui avait commenté sa lettre »: hers; « a servi à ses auteurs »: whose?"""
        tokens = [i for i in self.clause.rest if self.scene.word(i) in ("son", "sa", "ses")]
        if self.meant is not None and tokens and (start := self._before(self.meant)) is not None:
            near = self.scene.reading.entities.within(start, self.scene.sentence.end)
            if len({mention.entity.name for mention in near if mention.entity.kind == "person"}) > 1:
                return True  # « Omar Ba répond à Awa Sow. Il juge son mandat »: whose?
        if self.clause.relative and tokens:
            return True  # « a battu Awa Sow, qui avait éliminé ses sœurs »
        name = self.place.ending(self.clause.subject)
        thing = name is not None and name.kind not in ("person", "country", "organisation")
        if name is not None and name.text in countries():
            thing = False  # « la première médaille de son histoire »
        return thing and any(self.scene.word(i - 1) in ("à", "de") for i in tokens)

    def only_says(self) -> bool:
        """« a ressorti une citation de Lise Roux | qui disait … »: what was said has been cut off."""
        rest, tokens = self.clause.rest, self.clause.seen.tokens
        if rest and len(rest) < 7 and any(token.text == ":" for token in tokens[rest[-1] + 1 : rest[-1] + 2]):
            return True  # « a commenté la réponse du maire : | … »
        nouns = [i for i in self.clause.rest if self.clause.seen.cats[i] == "noun"]
        return self.clause.cut and bool(nouns) and self.scene.word(nouns[0]) in words("utterances")

    def others_too(self) -> bool:
        """« a également été élu »: somebody else was as well; unless the sentence goes on about whom the one before
        names: he has done that too."""
        group, tokens = self.clause.group, self.clause.seen.tokens
        first = min(group.stop + 1, len(tokens))
        near = dict.fromkeys((*range(group.first, first), *self.clause.rest[:3]))
        said = {tokens[i].lower_ for i in near if not self._a_new_one(i)} & words("others_too")
        self.also = bool(said) and said <= {"aussi", "également"} and not self._goes_on()
        return bool(said) and not said <= {"aussi", "également"}

    def _a_new_one(self, i: int) -> bool:
        """« un nouveau projet »; « à nouveau » says that it was done before."""
        return self.scene.word(i) == "nouveau" and self.scene.word(i - 1) not in ("à", "de")

    def _goes_on(self) -> bool:
        """Does the sentence before, or what comes before in this one, name whom the clause is about?"""
        name = self.place.ending(self.clause.subject)
        if self.meant is not None or name is None:
            return self.meant is not None
        sentence = self.scene.sentence
        return any(
            m.entity is name.entity and (m.sentence == sentence.number - 1) and not m.quoted
            for m in self.scene.reading.entities.mentions
        )

    def subject_fits(self) -> bool:
        """Can the subject stand in a question: a noun or a resolved pronoun, and not too long?"""
        clause = self.clause
        if self.meant is None and self.topic is None and clause.seen.cats[clause.head] in ("pron", "rel", "clit"):
            return False
        return len(clause.subject) <= _LONGEST_SUBJECT

    def definite(self) -> bool:
        """« le maire », « Awa Sow », « trois juges »; not « un homme », « des élus »."""
        return self.clause.seen.tokens[self.clause.subject[0]].lower_ not in words("indefinite")

    def _bare_place(self, i: int) -> bool:
        """« dans la ville », with no name behind it and none in the title."""
        return self.scene.word(i) in words("bare_places") and bare(self.scene, self.clause, i)

    def _bare_subject(self) -> bool:
        """« La décision », « Les équipements »: two words that the title does not hold."""
        subject, cats = self.clause.subject, self.clause.seen.cats
        if len(subject) == 3 and cats[subject[1]] == "adj":
            first = self.scene.word(subject[0]) in ("le", "la", "les")
            return first and cats[subject[2]] == "noun" and self.scene.word(subject[1]) in value_words("ordinals")
        return len(subject) == 2 and bare(self.scene, self.clause, subject[1])

    def of_time(self, i: int) -> bool:
        """Is the token a word of time: « mai », « jeudi »?"""
        return of_time(self.scene, i)

    def without(self, start: int, end: int) -> tuple[int, ...]:
        """What follows the verb, but for some tokens."""
        return self.trimmed([i for i in self.clause.rest if not start <= i < end])

    def trimmed(self, tokens: Sequence[int]) -> tuple[int, ...]:
        """Tokens without what hangs at either end."""
        kept = list(tokens)
        cats = self.clause.seen.cats
        while kept and cats[kept[-1]] in ("comma", "adp", "adv") and not self._adjective(kept[-1]):
            kept.pop()
        while kept and self.clause.seen.cats[kept[0]] == "comma":
            kept.pop(0)
        return tuple(kept)

    def _adjective(self, i: int) -> bool:
        """« une région autonome », whatever the tagger says."""
        return self.clause.seen.cats[i - 1] == "noun" and is_adjective(self.scene.word(i))

    def _marked(self, text: str) -> str:
        """The words with the quotation marks the article has: « des « propos mensongers » » are so for somebody."""
        for match in _IN_MARKS.finditer(self.scene.reading.article.text, *self._extent):
            words_ = " ".join(match["words"].split())
            if " " in words_ and f" {words_}" in f" {text}" and "«" not in text:
                text = text.replace(words_, f"«\u00a0{words_}\u00a0»", 1)
        return text

    @property
    def _extent(self) -> tuple[int, int]:
        return self.scene.sentence.start, self.scene.sentence.end

    def lead_of(self, tokens: Sequence[int]) -> str:
        """What leads in as it reads inside a question."""
        return _inside(self.clause.seen, tokens)

    def _said_of_a_woman(self, rest: Sequence[int]) -> bool:
        """« élue | présidente du club »: what follows the verb at once fits a woman only."""
        nouns = (person_noun(self.scene.word(i)) for i in rest[:8])
        return any(noun is not None and noun.gender == "f" for noun in nouns)

    @cached_property
    def _modality(self) -> tuple[Modality, str | None]:
        main = self.clause.seen.tokens[self.clause.group.main]
        sentence = self.scene.sentence
        return modality_of(sentence, (sentence.at(main), sentence.end_of(main)))

    def named(self, slot: Slot, answer: Answer, tokens: Sequence[int], opening: Opening, rest: Sequence[int]) -> Event:
        """The event that asks for a name at some tokens, `rest` being what is left behind the verb."""
        return replace(
            self.common(slot, tokens, self.clause.lead, rest, opening, answer.sort_gender),
            value=answer.value,
            written=text_of(self.clause.seen, tokens),
            value_kind=answer.kind,
            value_gender=answer.gender,
            family=answer.family,
            aliases=answer.entity.aliases if answer.entity is not None else (),
            others=self.sorts.like(answer),
            entity=answer.value if slot == "agent" else self.subject,
            feminine=self._said_of_a_woman(rest),
        )

    def common(
        self,
        slot: Slot,
        tokens: Sequence[int],
        lead: Sequence[int],
        rest: Sequence[int],
        opening: Opening,
        gender: Literal["m", "f", ""] = "",
    ) -> Event:
        """The event without its value: what all events of the clause have."""
        clause, seen, article = self.clause, self.clause.seen, self.scene.reading.article
        group, sentence = clause.group, self.scene.sentence
        modality, attribution = self._modality
        start = (self._before(self.meant) if self.meant is not None else None) or sentence.start
        start = self.topic.start if self.topic is not None else start
        return Event(
            entity=self.subject,
            value="",
            value_kind="date",
            evidence=article.span(start, sentence.end),
            answer=article.span(*self.scene.span(tokens[0], tokens[-1] + 1)),
            rule=f"event-{slot}",
            confidence=0.75,
            modality=modality,
            attribution=attribution,
            slot=slot,
            frame=Frame(
                construction=slot,
                lead=_inside(seen, lead),
                subject="" if slot in ("agent", "of") else self.subject,
                verb=group.lemma,
                rest=self._marked(re.sub(r",\s*,", ",", text_of(seen, rest))),
                preposition=opening.text(seen),
                clitics=clause.clitics,
                finite=clause.finite,
                tail=clause.tail,
                participle=seen.tokens[group.main].text if group.main != group.finite else "",
                pronoun=self.pronoun,
                asked_plural=group.number == "p",
                asked_gender=gender,
                resolved=self.meant is None and self.topic is None,
            ),
            features={
                "clause_words": float(len(clause.rest) + len(clause.subject) + len(clause.lead)),
                "rest_words": float(len(rest)),
                "cut": float(clause.cut),
                "shortened": float(self.shorter),
                "lead_lost": float(clause.led_off),
                "relative": float(clause.relative),
                "reported": float(clause.reported),
                "participial": float(bool(clause.said[0])),
                "passive": float(group.passive),
                "present": float(group.tense == "pres" and group.auxiliary == ""),
                "shared_subject": float(clause.shared),
                "has_lead": float(bool(lead)),
                "subject_words": float(len(clause.subject)),
                "resolved": float(self.meant is None and self.topic is None),
                "also": float(self.also),
                "topic_subject": float(self.topic is not None),
                "definite": float(self.definite()),
                "piped_words": float(len(opening.tokens)),
                "object": float(bool(rest) and seen.cats[rest[0]] == "det"),
                "names": float(sum(n.start in rest or n.start in clause.lead for n in self.place.names)),
                "possessive": float(any(seen.tokens[i].lower_ in ("son", "sa", "ses") for i in rest)),
                "speech": float(speech_form(seen.tokens[group.main].text) is not None),
                "copula": float(group.lemma == "être" and group.auxiliary == ""),
                "stance": float(group.lemma in words("stances")),
                "light": float(group.lemma in words("light_verbs")),
                "odd_words": float(self.odd),
                "bare_subject": float(slot not in ("agent", "of") and self.meant is None and self._bare_subject()),
                "bare_place": float(any(self._bare_place(i) for i in (*lead, *rest))),
                "bare_words": float(sum(bare(self.scene, clause, i) for i in (*lead, *rest))),
            },
        )
