"""Noun phrases with all that follows them, verbs with what they take, and whole clauses, put into English.

English orders the pieces of a sentence as French does, so it is its pieces (`pieces`) one after another, and what may
close it (`tails`). A piece no rule knows leaves the whole in French.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from quiz.english import lexicon, nominals, verbs
from quiz.english.adverbials import PREPOSITIONS, WORD_NUMBERS, After, without_article
from quiz.english.conjugation import english_verb
from quiz.english.control import controlled, given, made, takes_some, to_nobody
from quiz.english.senses import suited
from quiz.english.tails import Tails
from quiz.english.texts import Phrase, joined

_OPENING = frozenset(
    {"le", "la", "les", "l'", "un", "une", "son", "sa", "ses", "leur", "leurs", "plusieurs", "quelques"}
)
"""Words that open an object."""
_WITH_OBJECT = frozenset({"adjuger", "approprier", "arracher", "assurer", "attirer", "attribuer", "briser", "casser",
                          "donner", "offrir", "partager", "procurer", "rappeler", "répartir"})  # fmt: skip
"""What one does to oneself with something: « se partager le prix »; others have none (« se tenir le 5 mai »)."""
_NO_ASIDES = frozenset({("plus", "de"), ("de", "loin"), ("en", "tête"), ("au", "moins"), ("en", "particulier")})
_LONGEST_ASIDE = 8
_LONGEST_BEFORE_ADVERB = 6
_SHIFTED_OVER = 12
_LONGEST_PIECE = 14
_FAR = frozenset({"km", "kilomètre", "kilomètres", "mètres", "miles"})
_MOST_WORDS = 60


@dataclass(slots=True)
class Grammar(Tails):
    """Reads pieces of one text, each only once."""

    _runs: dict[tuple[int, int, After], str | None] = field(default_factory=dict)
    _clauses: dict[tuple[int, int], str | None] = field(default_factory=dict)

    # Noun phrases with what follows them

    def nominal(self, start: int, end: int, many: bool | None = None) -> Phrase | None:
        """The noun phrase that the words from `start` to `end` are, with all that follows its noun."""
        for cut in range(end, start, -1):
            if self._shares(start, cut):
                continue
            for phrase in nominals.phrases(self.text, start, cut, many):
                text = without_article(phrase, self.text.words[:end], cut)
                rest = self.run(cut, end, "prep" if phrase.open else "noun")
                if rest is not None:
                    return replace(phrase, text=joined(text, rest), bare=False, open=False)
        return None

    def _shares(self, start: int, cut: int) -> bool:
        """Whether what the noun is made of goes on after « et »: « la création de films et de jeux » is of both."""
        words = self.text.words
        if words[cut : cut + 2] != ("et", "de") or words[cut + 2 : cut + 3] in (("le",), ("la",), ("les",), ("l'",)):
            return False
        return any(
            words[at] == "de" and words[at + 1] not in _OPENING for at in range(max(start + 1, cut - 3), cut - 1)
        )

    # Runs of pieces

    def run(self, start: int, end: int, after: After) -> str | None:
        """The English of the words from `start` to `end` as pieces one after another, or None."""
        if start == end:
            return "" if after not in ("prep", "infinitive", "and noun", "and verb", "comma", "of") else None
        if end - start > _MOST_WORDS:
            return None
        key = (start, end, after)
        if key not in self._runs:
            self._runs[key] = None  # a run within itself is none
            self._runs[key] = self._run(start, end, after)
        return self._runs[key]

    def _run(self, start: int, end: int, after: After) -> str | None:
        for cut in range(min(end, start + _LONGEST_PIECE), start, -1) if after != "of" else ():
            for said, then in self.pieces(start, cut, after):
                rest = self.run(cut, end, then)
                if rest is not None:
                    return joined(said, rest)
        return self.tail(start, end, after)

    # Clauses

    def clause(self, start: int, end: int) -> str | None:
        """A subject and what it does: « des hommes armés ont ouvert le feu »."""
        key = (start, end)
        if key not in self._clauses:
            self._clauses[key] = None
            self._clauses[key] = self._clause(start, end)
        return self._clauses[key]

    def _clause(self, start: int, end: int) -> str | None:
        indefinite = self.text.words[start : start + 2] == ("de", "les")
        for cut in range(start + 1, end):
            predicate = next(self.finite(cut, end), None)
            if predicate is None:
                continue
            subject = self.nominal(start + 2, cut, many=True) if indefinite else self.nominal(start, cut)
            if subject is not None:
                return f"{subject.text} {predicate}"
        return None

    def finite(self, start: int, end: int) -> Iterator[str]:
        """The predicates that the words from `start` to `end` may be: a finite verb with all that follows it."""
        for verb in verbs.finite(self.text.words[:end], start):
            if verb.pronoun:
                continue
            yield from self.predicate(verb, end)

    def predicate(self, verb: verbs.Verb, end: int) -> Iterator[str]:
        """A verb that was read and what follows it, as a statement."""
        for english_, rest in self.following(verb, end):
            said = verbs.said(verb, english_)
            if said is not None:
                yield joined(said, rest)

    def following(self, verb: verbs.Verb, end: int) -> Iterator[tuple[str, str]]:
        """What a verb that was read means, as an English base form, and what follows it."""
        yield from self.with_two(verb, end)
        for frame, after in self.framed(verb, end):
            rest = self.complements(verb, frame, after, end)
            said = self.sense(verb, frame, rest or "")
            if rest is not None and said is not None:
                yield said, rest
        for cut in range(min(end - 1, verb.end + _LONGEST_ASIDE), verb.end, -1):
            aside = self._aside(verb.end, cut)
            if aside:
                yield from self._behind(aside, replace(verb, end=cut), end)

    def sense(self, verb: verbs.Verb, frame: lexicon.Frame, taken: str) -> str | None:
        """What the verb is in English with the object it takes, or None where that is not known."""
        if frame.infinitive or verb.reflexive or (verb.passive and (frame.tail or not verb.done_to)):
            return frame.english
        if verb.passive:  # « les quartiers sont repris »: retaken
            return suited(verb.name, frame.english, verb.done_to)
        return suited(" ".join((verb.name, *frame.tail)), frame.english, taken)

    def with_two(self, verb: verbs.Verb, end: int) -> Iterator[tuple[str, str]]:
        """What a verb means that takes two things: who is to do what, what is given to whom, what is made of what."""
        yield from controlled(self, verb, end)
        yield from made(self, verb, end)
        yield from given(self, verb, end)

    def framed(self, verb: verbs.Verb, end: int, front: str = "") -> Iterator[tuple[lexicon.Frame, int]]:
        """What the verb may mean by what follows it; a time is never what it takes: « vendu à l'automne »."""
        timely = any(self.when(verb.end, cut) for cut in range(verb.end + 2, min(end, verb.end + 13) + 1))
        timely = timely or bool(set(self.text.words[verb.end + 2 : verb.end + 4]) & _FAR)  # « vivent à 15 km de Metz »
        for frame, after in verbs.framed(self.text.words[:end], verb, front):
            if takes_some(verb, frame, self.text.words):
                continue
            if to_nobody(verb, frame) and not self.receives(after, end) and not front:
                continue  # « donné au Stade de France »
            if not (timely and frame.tail[:1] in (("à",), ("en",), ("dans",), ("pour",), ("sur",))):
                yield frame, after

    def _behind(self, aside: str, verb: verbs.Verb, end: int) -> Iterator[tuple[str, str]]:
        """What a verb takes behind something short: « a demandé mardi aux élèves de rester », « participe lundi à »."""
        yield from controlled(self, verb, end, aside)
        for frame, after in verbs.framed(self.text.words[:end], verb):
            takes = bool(frame.tail) or frame.infinitive
            if frame.infinitive and not verb.passive:  # « avoue lundi avoir menti »: confesses on Monday to lying
                done = self.complements(verb, frame, after, end) if frame.english.endswith(" to") else None
                if done is not None:
                    yield frame.english.removesuffix(" to"), f"{aside} to {done}"
                continue
            rest = self.complements(verb, frame, after, end) if takes else None
            if rest is not None:
                yield frame.english, f"{rest} {aside}"

    def _aside(self, start: int, end: int) -> str | None:
        """Words that may stand anywhere after a verb: when, how, where."""
        words = self.text.words[start:end]
        if words in _NO_ASIDES:
            return None
        return self.when(start, end) or next((said for said, _ in self.set_phrase(words, "verb")), None)

    def to_do(self, start: int, end: int, *, gerund: bool) -> str | None:
        """An infinitive behind a verb that takes one, as English has it there: "leave", "having left" as "leaving"."""
        done = gerund and start < end and self.text.words[start] == "avoir"  # « accusé d'avoir tué »: of killing
        said = (self.participial(start + 1, end) if done else None) or self.infinitive(start, end)
        return said if said is None or not gerund else english_verb(said).gerund

    def complements(self, verb: verbs.Verb, frame: lexicon.Frame, start: int, end: int) -> str | None:
        """What follows a verb, up to `end`."""
        if frame.infinitive and frame.gerund:
            return self.to_do(start, end, gerund=True)
        if frame.infinitive:
            return self.run(start, end, "infinitive")
        if frame.tail and frame.tail[-1] == "que":  # « estiment que… »
            return self.clause(start, end)
        if frame.tail and frame.tail[-1] in PREPOSITIONS:
            return self.run(start, end, "prep")
        if verb.passive and not verbs.makes_one(verb):
            return self.run(start, end, "participle")
        opens = start < end and (
            self.text.words[start] in _OPENING or self.text.words[start : start + 2] == ("de", "les")
        )
        if verb.reflexive and opens and not frame.tail and verb.name not in _WITH_OBJECT:
            return self.run(start, end, "participle")
        return self.shifted(start, end) or self.run(start, end, "verb")

    def shifted(self, start: int, end: int) -> str | None:
        """An object behind something short, before it in English: « remporte lundi à Metz la course »."""
        words = self.text.words
        for cut in range(min(end - 1, start + _LONGEST_ASIDE), start, -1):
            opens = words[cut] in _OPENING or words[cut : cut + 2] == ("de", "les") or words[cut] in WORD_NUMBERS
            aside = self._aside(start, cut) if opens and end - cut <= _SHIFTED_OVER else None
            if aside is None and opens and end - cut <= _SHIFTED_OVER and self._beside(start, cut):
                aside = self.run(start, cut, "participle")  # « remporte après une lutte son premier titre »
            if aside is None or (aside.endswith("ly") and end - cut > _LONGEST_BEFORE_ADVERB):
                continue  # « adopte définitivement une loi qui… »
            if any(self.when(cut, after) for after in range(cut + 1, min(end, cut + 5) + 1)):
                continue
            rest = self.run(cut, end, "verb")
            if rest is not None:
                first, comma, others = rest.partition(",")  # « une réunion à Metz, en Moselle »
                return f"{first} {aside}{comma}{others}"
        return None

    def _beside(self, start: int, cut: int) -> bool:
        """Whether what stands before `cut` may stand between a verb and its object, and the object is no other's."""
        words = self.text.words
        for_once = words[start] == "pour" and words[start + 3 : start + 4] == ("fois",)
        opens = words[start] in ("après", "malgré", "lors") or for_once
        return opens and words[cut] != "de" and words[cut - 1] not in lexicon.forms()

    def infinitive(self, start: int, end: int) -> str | None:
        """An infinitive with all that follows it: "open fire on the crowd"."""
        negated = self.text.words[start : start + 2] == ("ne", "pas")
        for verb in verbs.infinitive(self.text.words[:end], start + 2 * negated):
            for base, rest in self.following(verb, end):
                if "one's" in base or "oneself" in base:
                    continue
                base = f"be {english_verb(base).participle}" if verb.passive else base
                return joined("not" if negated else "", base, rest)
        return None

    def participial(self, start: int, end: int, *, reflexive: bool = False) -> str | None:
        """A participle after « avoir », with all that follows it, as an English base form."""
        words = self.text.words[:end]
        for form in lexicon.forms().get(words[start], ()) if start < end else ():
            if form.tense == "participle":
                verb = verbs.Verb(form.verb, "past", False, start + 1, reflexive=reflexive)
                for base, rest in self.following(verb, end):
                    if "one" not in base.split() and "oneself" not in base:
                        return joined(base, rest)
        return None

    def reduced(self, start: int, end: int) -> str | None:
        """« vivant aux États-Unis », « permettant l'accès »: a present participle for a relative clause."""
        words = self.text.words[:end]
        if words[start : start + 1] == ("ayant",):  # « ayant fait sept morts »
            base = self.participial(start + 1, end)
            if base is not None:
                first, _, others = base.partition(" ")
                return joined("having", english_verb(first).participle, others)
        reflexive = start < end and words[start] in ("se",)
        at = start + reflexive
        for form in lexicon.forms().get(words[at], ()) if at < end else ():
            if form.tense == "gerund":
                verb = verbs.Verb(form.verb, "present", False, at + 1, reflexive=reflexive)
                for base, rest in self.following(verb, end):
                    if "one" not in base:
                        return joined(english_verb(base).gerund, rest)
        return None
