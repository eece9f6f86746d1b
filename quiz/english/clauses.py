"""What stands around nouns and verbs, put into English piece by piece in the French order: phrases with prepositions,
dates, set phrases, infinitives, participles, relative clauses; and whole clauses.

English orders these as French does, so a sentence is its pieces one after another. A piece no rule knows leaves the
whole in French.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from quiz.english import lexicon, nominals, verbs
from quiz.english.adverbials import WORD_NUMBERS, Adverbials, After, Piece, without_article
from quiz.english.conjugation import english_verb
from quiz.english.control import controlled
from quiz.english.rules import english
from quiz.english.texts import Phrase, joined
from quiz.english.times import when

PREPOSITIONS = frozenset({"à", "de", "en", "dans", "sur", "par", "pour", "contre", "avec", "vers", "comme"})
"""Words after which a phrase must follow."""
_GOVERNING = frozenset({"avec", "sans", "par", "pour", "dans", "sur", "contre", "vers", "selon", "et", "ou", ","})
"""Words after which « des » means some."""
_HELPING = frozenset({"aider", "inviter", "autoriser", "inciter", "encourager", "forcer", "contraindre",
                      "obliger", "exhorter"})  # fmt: skip
_OPENING = frozenset(
    {"le", "la", "les", "l'", "un", "une", "son", "sa", "ses", "leur", "leurs", "plusieurs", "quelques"}
)
"""Words that open an object."""
_NO_ASIDES = frozenset({("plus", "de"), ("de", "loin"), ("en", "tête"), ("au", "moins"), ("en", "particulier")})
_LONGEST_ASIDE = 8
_SHIFTED_OVER = 12
_LONGEST_PIECE = 14
_MOST_WORDS = 60


@dataclass(slots=True)
class Grammar(Adverbials):
    """Reads pieces of one text, each only once."""

    _runs: dict[tuple[int, int, After], str | None] = field(default_factory=dict)
    _clauses: dict[tuple[int, int], str | None] = field(default_factory=dict)

    # Noun phrases with what follows them

    def nominal(self, start: int, end: int, many: bool | None = None) -> Phrase | None:
        """The noun phrase that the words from `start` to `end` are, with all that follows its noun."""
        for cut in range(end, start, -1):
            for phrase in nominals.phrases(self.text, start, cut, many):
                text = without_article(phrase, self.text.words[:end], cut)
                rest = self.run(cut, end, "prep" if phrase.open else "noun")
                if rest is not None:
                    return replace(phrase, text=joined(text, rest), bare=False, open=False)
        return None

    # Runs of pieces

    def run(self, start: int, end: int, after: After) -> str | None:
        """The English of the words from `start` to `end` as pieces one after another, or None."""
        if start == end:
            return "" if after not in ("prep", "infinitive", "and noun", "and verb", "comma") else None
        if end - start > _MOST_WORDS:
            return None
        key = (start, end, after)
        if key not in self._runs:
            self._runs[key] = None  # a run within itself is none
            self._runs[key] = self._run(start, end, after)
        return self._runs[key]

    def _run(self, start: int, end: int, after: After) -> str | None:
        for cut in range(min(end, start + _LONGEST_PIECE), start, -1):
            for said, then in self._pieces(start, cut, after):
                rest = self.run(cut, end, then)
                if rest is not None:
                    return joined(said, rest)
        return self._tail(start, end, after)

    def _tail(self, start: int, end: int, after: After) -> str | None:
        """A piece that goes on to the end: a relative clause, an infinitive, « que » and a clause."""
        words = self.text.words
        word = words[start]
        if word == "qui" and after in ("noun", "comma", "and noun"):
            for relative in self.finite(start + 1, end):
                return f"who {relative}" if self._of_people(start) else f"that {relative}"
        if word == "dont" and after in ("noun", "comma") and start + 1 < end:
            part = self.nominal(start + 1, end, many=True)
            if part is not None and (words[start + 1][0].isdigit() or words[start + 1] in WORD_NUMBERS):
                return f"including {part.text}"
        if word == "que" and after in ("noun", "verb"):
            clause = self.clause(start + 1, end)
            return f"that {clause}" if clause else None
        if word in ("quand", "lorsque", "où") and after in ("noun", "verb", "participle", "start"):
            clause = self.clause(start + 1, end)
            return f"{'where' if word == 'où' else 'when'} {clause}" if clause else None
        if word in ("et", "ou") and after in ("verb", "noun"):
            begin = start + 2 if words[start + 1 : start + 2] == ("de",) else start + 1
            if any(form.tense == "infinitive" for one in words[:start] for form in lexicon.forms().get(one, ())):
                said = self.infinitive(begin, end)
                if said is not None:
                    return f"{'or' if word == 'ou' else 'and'} {said}"
        if word in ("et", "ou", "puis") and after in ("verb", "noun"):
            for coordinate in self.finite(start + 1, end):
                return f"{'or' if word == 'ou' else 'and'} {coordinate}"
        return self._infinitive_tail(start, end, after)

    def _infinitive_tail(self, start: int, end: int, after: After) -> str | None:
        for opening, lead, gerund in (
            (("pour",), "to", False), (("afin", "de"), "to", False),
            (("sans",), "without", True), (("avant", "de"), "before", True),
            (("en", "vue", "de"), "with a view to", True), (("après", "avoir"), "after", None),
            (("pour", "avoir"), "for", None),
            (("au", "lieu", "de"), "instead of", True),
        ):  # fmt: skip
            size = len(opening)
            if self.text.words[start : start + size] == opening:
                said = self.participial(start + size, end) if gerund is None else self.infinitive(start + size, end)
                if said is not None:
                    return f"{lead} {_gerund(said) if gerund or gerund is None else said}"
        if after == "infinitive":
            return self.infinitive(start, end)
        if self.text.words[start] == "à" and after in ("noun", "participle") and self._leads_to(start):
            said = self.infinitive(start + 1, end)
            return f"to {said}" if said is not None else None
        if self.text.words[start] == "en" and after in ("verb", "noun", "participle"):
            said = self._reduced(start + 1, end)
            lead = "while" if said and said.startswith(("trying", "seeking", "attempting")) else "by"
            return f"{lead} {said}" if said is not None else None
        return self._reduced(start, end) if after in ("noun", "and noun", "comma", "participle") else None

    def _is_of_doing(self, at: int) -> bool:
        """Whether the word at `at` is of « faire »."""
        return any(form.verb == "faire" for form in lexicon.forms().get(self.text.words[at], ()))

    def _leads_to(self, at: int) -> bool:
        """Whether « à » and an infinitive say to do what: « aider le pays à sortir », « la première à rejoindre »."""
        before = self.text.words[max(0, at - 8) : at]
        helped = any(form.verb in _HELPING for word in before for form in lexicon.forms().get(word, ()))
        return helped or any(re.fullmatch(r"premi(?:er|ère)s?|derni(?:er|ère)s?|seule?s?", word) for word in before)

    def _of_people(self, at: int) -> bool:
        for length in range(min(at, lexicon.longest_noun()), 0, -1):
            noun = lexicon.nouns().get(self.text.words[at - length : at])
            if noun is not None:
                return noun.person
        return False

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
        yield from controlled(self, verb, end)
        for frame, after in verbs.framed(self.text.words[:end], verb):
            rest = self.complements(verb, frame, after, end)
            if rest is not None:
                yield frame.english, rest
        for cut in range(min(end - 1, verb.end + _LONGEST_ASIDE), verb.end, -1):
            aside = self._aside(verb.end, cut)
            if aside:
                yield from self._behind(aside, replace(verb, end=cut), end)

    def _behind(self, aside: str, verb: verbs.Verb, end: int) -> Iterator[tuple[str, str]]:
        """What a verb takes behind something short: « a demandé mardi aux élèves de rester », « participe lundi à »."""
        yield from controlled(self, verb, end, aside)
        for frame, after in verbs.framed(self.text.words[:end], verb):
            rest = self.complements(verb, frame, after, end) if frame.tail and not frame.infinitive else None
            if rest is not None:
                yield frame.english, f"{rest} {aside}"

    def _aside(self, start: int, end: int) -> str | None:
        """Words that may stand anywhere after a verb: when, how, where."""
        words = self.text.words[start:end]
        if words in _NO_ASIDES:
            return None
        return self.when(start, end) or next((said for said, _ in self._set_phrase(words, "verb")), None)

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
        return self._shifted(start, end) or self.run(start, end, "verb")

    def _shifted(self, start: int, end: int) -> str | None:
        """An object behind something short, before it in English: « remporte lundi à Metz la course »."""
        words = self.text.words
        for cut in range(min(end - 1, start + _LONGEST_ASIDE), start, -1):
            opens = words[cut] in _OPENING or words[cut : cut + 2] == ("de", "les")
            aside = self._aside(start, cut) if opens and end - cut <= _SHIFTED_OVER else None
            if aside is None or any(self.when(cut, after) for after in range(cut + 1, min(end, cut + 5) + 1)):
                continue
            rest = self.run(cut, end, "verb")
            if rest is not None and "," not in rest:
                return f"{rest} {aside}"
        return None

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

    def participial(self, start: int, end: int) -> str | None:
        """A participle after « avoir », with all that follows it, as an English base form."""
        words = self.text.words[:end]
        for form in lexicon.forms().get(words[start], ()) if start < end else ():
            if form.tense == "participle":
                verb = verbs.Verb(form.verb, "past", False, start + 1)
                for base, rest in self.following(verb, end):
                    if "one" not in base.split():
                        return joined(base, rest)
        return None

    def _reduced(self, start: int, end: int) -> str | None:
        """« vivant aux États-Unis », « permettant l'accès »: a present participle for a relative clause."""
        words = self.text.words[:end]
        reflexive = start < end and words[start] in ("se",)
        at = start + reflexive
        for form in lexicon.forms().get(words[at], ()) if at < end else ():
            if form.tense == "gerund":
                verb = verbs.Verb(form.verb, "present", False, at + 1, reflexive=reflexive)
                for base, rest in self.following(verb, end):
                    if "one" not in base:
                        return joined(english_verb(base).gerund, rest)
        return None

    # Pieces

    def _pieces(self, start: int, end: int, after: After) -> Iterator[Piece]:
        """What the words from `start` to `end` may be as one piece, and what it leaves behind."""
        words = self.text.words[start:end]
        kept: After = (
            "verb" if after in ("and verb", "comma", "infinitive") else "noun" if after == "and noun" else after
        )
        if len(words) == 1:
            if words[0] == "," and after not in ("prep", "infinitive"):
                yield ",", "comma"
                return
            if words[0] in ("et", "ou", "ainsi que", "mais") and after in ("noun", "verb", "participle"):
                yield {"et": "and", "ou": "or"}.get(words[0], "but"), "and verb" if after != "noun" else "and noun"
                return
        if after != "prep":
            yield from self._set_phrase(words, kept)
            when = self.when(start, end)
            if when is not None:
                yield when, kept
                return
        aged = re.fullmatch(r"âgée?s? (?:de |d')(.+?) ans", self.text.span(start, end))
        if aged and after != "prep" and (years := english(f"{aged[1]} ans")):
            yield f"aged {years.removesuffix(' years')}", "participle"
            return
        if after != "prep" and words[:3] == ("à", "l'", "âge") and words[-1] == "ans":
            at_age = english(self.text.span(start, end))
            if at_age is not None:
                yield at_age, kept
            return
        if words[0] == "(" and words[-1] == ")" and len(words) > 2:
            inner = self.nominal(start + 1, end - 1)
            aside = inner.text if inner is not None else self.run(start + 1, end - 1, "start")
            if aside:
                yield f"({aside})", kept
            return
        if after in ("and noun", "comma") and words[0] == "de" and (words[1:2] == ("les",) or self._opens_thin(start)):
            # « de petites équipes et des décors »: some, as the « des » before them, or of them, as « le prix des … »
            if self._some_before(start):
                yield from self._object(start, end, "verb")
            return
        yield from self.prepositional(start, end, after)
        if after in ("verb", "prep", "and noun", "and verb", "comma", "start"):
            yield from self._object(start, end, after)
        if after in ("noun", "and noun", "comma", "verb", "and verb", "participle", "start"):
            yield from self._participle(start, end)
            for taken in lexicon.governed().get(words, ()):  # « prêts à », « originaire de »
                if not taken.gerund:
                    yield taken.english, "infinitive" if taken.infinitive else "prep"

    def _opens_thin(self, start: int) -> bool:
        """« de petites équipes »: the « des » of an adjective that stands first."""
        following = self.text.words[start + 1 : start + 2]
        return bool(following and lexicon.adjective(following[0]))

    def _some_before(self, start: int) -> bool:
        """Whether the last « des » before a place opens an object (« fabrique des miniatures et … »), not a complement
        of a noun (« le prix des pommes et … »)."""
        words = self.text.words
        for at in range(start - 2, 0, -1):
            if words[at : at + 2] == ("de", "les"):
                return words[at - 1] in _GOVERNING or words[at - 1] in lexicon.forms()
        return False

    def _set_phrase(self, words: tuple[str, ...], kept: After) -> Iterator[Piece]:
        if len(words) == 2 and words[1] == "fois" and (times := english(words[0])):
            yield {"two": "twice", "2": "twice"}.get(times, f"{times} times"), kept  # « quatre fois »
        for file_table in ("fixed", "adverbs"):
            said = lexicon.phrases("words", file_table).get(words)
            if said is not None:
                yield said, kept
                return

    def when(self, start: int, end: int) -> str | None:
        """A date or a time as English has it in a sentence: « le 5 août 2016 », « vers 21 h 30 », « en mai »."""
        return when(self.text.span(start, end))

    def _object(self, start: int, end: int, after: After) -> Iterator[Piece]:
        words = self.text.words
        many = None
        if after in ("verb", "and verb", "prep") and words[start : start + 2] in (("de", "les"),):
            start, many = start + 2, True
        elif after in ("verb", "and verb") and words[start : start + 2] in (("de", "le"), ("de", "la"), ("de", "l'")):
            start, many = start + 2, False
        elif words[start] == "de" and start + 2 < end and lexicon.adjective(words[start + 1]) and after != "start":
            start, many = start + 1, True
        elif words[start] == "de":
            return
        elif after == "verb" and (words[start],) in lexicon.nouns() and self._is_of_doing(start - 1):
            return  # « faire course » is said otherwise
        if start >= end:
            return
        is_done = any(form.tense == "participle" for form in lexicon.forms().get(words[start], ()))
        for phrase in nominals.phrases(self.text, start, end, many):
            if is_done and after == "verb":
                break  # « est inscrit »: what was done, not what one is
            following = words[end] if end < len(words) else ""
            text = phrase.text
            if phrase.bare and following not in ("de",):
                text = text.removeprefix("the ")
            yield text, "prep" if phrase.open else "noun"
        if after == "verb":
            graded = nominals.graded(self.text, start, end)
            if graded is not None and graded[0] == end:
                yield f"the {graded[1]}" if words[start] in ("le", "la", "les") else graded[1], "participle"
            said = lexicon.adjective(words[start]) if end == start + 1 and words[start][:1].islower() else None
            said = said or (nominals.ordinal_of(words[start]) if end == start + 1 else None)
            if said is not None and said != "only":  # « se présente seule »
                yield said, "participle"
        amount = (
            english(self.text.span(start, end))
            if words[start][:1].isdigit() or (words[start] in WORD_NUMBERS and end - start > 1)
            else None
        )
        if amount is not None:
            yield amount, "noun"

    def _participle(self, start: int, end: int) -> Iterator[Piece]:
        words = self.text.words[:end]
        at, adverbs = start, []
        while at < end and (said := lexicon.phrases("words", "places_in_verb").get((words[at],))):
            adverbs.append(said)
            at += 1
        for form in lexicon.forms().get(words[at], ()) if at < end else ():
            if form.tense != "participle":
                continue
            for frame, after in verbs.framed(words, verbs.Verb(form.verb, "past", False, at + 1)):
                if after == end and not frame.infinitive and "one" not in frame.english.split():
                    said = " ".join((*adverbs, english_verb(frame.english).participle))
                    yield said, "prep" if frame.tail and frame.tail[-1] in PREPOSITIONS else "participle"


def _gerund(base: str) -> str:
    return english_verb(base).gerund
