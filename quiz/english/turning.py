"""The verb of a question and its subject in the English order: « le SPD a-t-il obtenus » around its subject, « où se
trouve la gare » before it, « combien y a-t-il » with none.

Knows where the subject ends and whether the preposition before the question word is the verb's own. What is asked for
comes ready from `questions`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quiz.english import lexicon, verbs
from quiz.english.adverbials import PREPOSITIONS, After
from quiz.english.asking import CAUSED, CHOSEN, GOVERNING, HELD, HOLDING, TIME, WITHIN, determined, leading, turned
from quiz.english.clauses import Grammar
from quiz.english.texts import Phrase, Text, joined


class Turner:
    """Turns verbs and their subjects in one question."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._words = text.words
        self._end = len(text.words)
        self._grammar = Grammar(text)

    def there_is(self, ask: str, at: int, plural: bool) -> Iterator[str]:
        """« combien de victimes y a-t-il », « compte-t-on », « dénombre-t-on »."""
        words = self._words
        if words[at] == "y" and words[at + 2 : at + 3] == ("<il>",) and words[at + 1] in ("a", "avait"):
            been = words[at + 3 : at + 4] == ("eu",)
            rest = self._grammar.run(at + 3 + been, self._end, "noun")
            tense = "" if been else words[at + 1]
            be = {("a", True): "are", ("a", False): "is"}.get((tense, plural), "were" if plural else "was")
            if rest is not None:
                yield joined(ask, be, "there", rest)
        for verb in verbs.finite(words, at):
            if verb.pronoun != "on" or verb.passive:
                continue
            for frame, after in verbs.framed(words, verb):
                said = verbs.said(turned(verb, plural), frame.english)
                rest = self._grammar.run(after, self._end, "noun") if not frame.infinitive else None
                if said is not None and rest is not None and not frame.tail:
                    yield joined(ask, said, rest)

    def inverted(self, ask: str, front: str, at: int, must_strand: bool, whole: bool = False) -> Iterator[str]:
        """The subject before an inverted verb (« le SPD a-t-il obtenus »), or after a plain one (« où se trouve… »)."""
        yield from self.around_inverted(ask, front, at, must_strand, whole)
        for verb in verbs.finite(self._words, at):
            if verb.pronoun or (not front and not whole and CHOSEN.search(ask)):
                continue  # « quelle ville a choisi le comité »: who chose whom is not told
            yield from self.subject_last(ask, front, verb, must_strand)

    def who_did(self, at: int) -> Iterator[str]:
        """« Par qui la course est-elle remportée », « Par qui a été fondée la société »: "who wins the race"."""
        words = self._words
        for verb in verbs.finite(words, at):
            active = replace(verb, passive=False, plural=False)
            if not verb.passive or verb.pronoun or verb.negation:
                continue
            for cut in range(self._end, verb.end, -1):
                subject = self._grammar.nominal(verb.end, cut)
                rest = self._grammar.run(cut, self._end, "participle") if subject is not None else None
                if subject is None or rest is None or not determined(words, verb.end, subject):
                    continue
                for frame, after in self._grammar.framed(replace(verb, end=self._end), self._end):
                    known = self._grammar.sense(active, frame, subject.text)
                    said = verbs.said(active, known) if known is not None and after == self._end else None
                    if said is not None and not frame.tail:
                        yield joined("who", said, subject.text, rest)
                break
        for place in range(at + 1, self._end):
            for verb in verbs.finite(words, place):
                if not verb.pronoun or not verb.passive or verb.pronoun == "on" or verb.negation:
                    continue
                subject = self._grammar.nominal(at, place)
                active = replace(verb, passive=False, plural=False, pronoun="")
                for frame, after in self._grammar.framed(verb, self._end) if subject is not None else ():
                    rest = self._grammar.run(after, self._end, "participle")
                    known = self._grammar.sense(active, frame, subject.text if subject is not None else "")
                    said = verbs.said(active, known) if known is not None else None
                    if subject is not None and rest is not None and said is not None and not frame.tail:
                        yield joined("who", said, subject.text, rest)

    def around_inverted(self, ask: str, front: str, at: int, must_strand: bool, whole: bool) -> Iterator[str]:
        """A subject before its verb: « le SPD a-t-il obtenus », « est-ce que le SPD a obtenus »."""
        words = self._words
        est_ce = words[at : at + 2] == ("est-ce", "que")
        begin = at + 2 if est_ce else at
        for place in range(begin, self._end):
            for verb in verbs.finite(words, place):
                if bool(verb.pronoun) == est_ce or verb.pronoun == "on":
                    continue
                if place == begin:
                    if verb.pronoun or est_ce:
                        continue
                    continue
                some = words[begin : begin + 2] == ("de", "les")  # « est-ce que des policiers… »
                subject = self._grammar.nominal(begin + 2 * some, place, many=some or None)
                if subject is not None:
                    yield from self._around(ask, front, verb, subject, must_strand, whole)

    def _around(
        self, ask: str, front: str, verb: verbs.Verb, subject: Phrase, must_strand: bool, whole: bool
    ) -> Iterator[str]:
        """The auxiliary, the subject, the verb, and what follows."""
        for base, things in self._grammar.with_two(verb, self._end) if whole or (front and not must_strand) else ():
            around = verbs.asked(verb, base)
            if around is not None:
                lead = f"{leading(front, ask)} {ask}" if front else ask
                yield joined(lead, around[0], subject.text, around[1], things)
        for frame, after, stranded in self._frames(verb, front, ask):
            if must_strand and not stranded:
                continue
            object_asked = stranded or not (front or whole)
            kind: After = "participle" if object_asked else "verb"
            if verb.passive and kind == "verb" and not verbs.makes_one(verb):
                kind = "participle"
            if verbs.makes_one(verb):
                kind = "verb"
            if frame.tail and not stranded and not frame.infinitive:
                kind = "prep" if frame.tail[-1] in PREPOSITIONS else "participle"
            if frame.infinitive:
                rest = self._grammar.complements(verb, frame, after, self._end)
            else:
                late = self._grammar.shifted(after, self._end) if kind == "verb" else None
                rest = late or self._grammar.run(after, self._end, kind)
            if rest is None and stranded and not verb.passive and " " in frame.english:
                yield from self._fronted(ask, verb, frame, subject)
            done = replace(verb, done_to=subject.text)
            english = self._grammar.sense(done, frame, ask if object_asked else rest or "")
            if frame.english == "make" and object_asked and (found := CAUSED.search(ask)):
                english = "leave" if found[0] in ("injured", "people") else "cause"
            said = verbs.asked(verb, english) if english is not None else None
            if said is None or rest is None:
                continue
            if front == "de" and not stranded and ask.startswith("how many") and rest.startswith("the "):
                yield joined(
                    ask, said[0], subject.text, said[1], rest, "of"
                )  # « de combien d'emplois … la suppression »
                continue
            asked = ask if stranded or not front else f"{leading(front, ask)} {ask}"
            yield joined(asked, said[0], subject.text, said[1], rest)

    def _fronted(self, ask: str, verb: verbs.Verb, frame: lexicon.Frame, subject: Phrase) -> Iterator[str]:
        """« à combien les assureurs estiment-ils les dégâts »: "at how much do the insurers estimate the damage"."""
        base, _, preposition = frame.english.rpartition(" ")
        said = verbs.asked(verb, base)
        rest = self._grammar.run(verb.end, self._end, "verb")
        if said is not None and rest:
            yield joined(preposition, ask, said[0], subject.text, said[1], rest)

    def subject_last(self, ask: str, front: str, verb: verbs.Verb, must_strand: bool) -> Iterator[str]:
        """« à combien s'élève le coût de… », « où se trouve… », « quelle fonction occupait Ada Morin au sein de… »."""
        for frame, after, stranded in self._frames(verb, front, ask):
            object_first = bool(frame.tail) and frame.tail[-1] in PREPOSITIONS
            if (must_strand and not stranded) or (object_first and not stranded) or frame.infinitive:
                continue
            cuts: Iterable[int] = range(self._end, after, -1)
            timed = [cut for cut in range(after + 1, self._end) if self._grammar.timed(cut, self._end)]
            cuts = (*timed, *cuts)  # « De combien a monté le fleuve en deux heures ? »
            if self._words[after][:1].isupper():  # a name ends before what else is said of it
                cuts = range(after + 1, self._end + 1)
            for cut in cuts:
                if self._words[cut : cut + 1] == ("de",):
                    continue
                subject = self._grammar.nominal(after, cut)
                rest = self._grammar.run(cut, self._end, "noun") if subject is not None else None
                english = HELD.get(frame.english, frame.english) if HOLDING.search(ask) else frame.english
                said = verbs.asked(verb, english)
                if subject is None or rest is None or said is None or not determined(self._words, after, subject):
                    continue
                asked = ask if stranded or not front else f"{leading(front, ask)} {ask}"
                if ask == "what position":
                    rest = WITHIN.sub(lambda found: "in" if GOVERNING.search(found[1]) else "at", rest)
                yield joined(asked, said[0], subject.text, said[1], rest)
                break

    def _frames(self, verb: verbs.Verb, front: str, ask: str) -> Iterator[tuple[lexicon.Frame, int, bool]]:
        """What the verb may mean, where that ends, and whether the preposition before the question word is its own and
        goes to the end: "what did it amount to"; but "in what year", "by what percentage"."""
        for frame, after in self._grammar.framed(verb, self._end, front):
            own = bool(front) and frame.tail[-1:] == (front,) and after == verb.end + len(frame.tail) - 1
            if own and front in ("en", "à", "dans") and (TIME.search(ask) or ask.endswith((" place", " position"))):
                continue  # « en quelle année a-t-elle réduit »: not what it was reduced to
            if own and frame.english.endswith((" by", " in")):
                yield lexicon.Frame((), frame.english[:-3]), after, False
            else:
                yield frame, after, own
