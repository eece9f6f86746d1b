"""The pieces a sentence has after a noun or a verb, one by one: objects, participles, adjectives with what they take,
set phrases, dates, ages, what stands in brackets.

Knows by what stands before a piece how it reads and what it leaves behind; putting pieces in a row is `clauses`' work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.english import lexicon, nominals, verbs
from quiz.english.adverbials import PREPOSITIONS, WORD_NUMBERS, Adverbials, After, Piece
from quiz.english.conjugation import adverb_of, english_verb
from quiz.english.rules import english
from quiz.english.texts import Phrase
from quiz.english.times import when

_GOVERNING = frozenset({"avec", "sans", "par", "pour", "dans", "sur", "contre", "vers", "selon", "et", "ou", ","})
"""Words after which « des » means some."""
_UNITS_OF_TIME = frozenset({"minute", "minutes", "heure", "heures", "jour", "jours", "semaine", "semaines", "mois",
                            "an", "ans", "année", "années"})  # fmt: skip
_ON_STREETS = {"place": "at", "square": "at", "rue": "on", "avenue": "on", "boulevard": "on", "quai": "on"}
_RANKED: dict[tuple[str, ...], str] = {
    (article, word): said
    for said, words in (
        ("first", ("premier", "première", "premiers", "premières")),
        ("last", ("dernier", "dernière", "derniers", "dernières")),
        ("only one", ("seul", "seule")),
        ("only ones", ("seuls", "seules")),
    )
    for word in words
    for article in ("le", "la", "les")
}
_AGED_MONTHS = re.compile(r"âgée?s? (?:de |d')(.+? (?:mois|semaines|jours))")
_AGED_YEARS = re.compile(r"âgée?s? (?:de |d')(.+?) ans")


@dataclass(slots=True)
class Pieces(Adverbials):
    """Reads single pieces of one text."""

    def nominal(self, start: int, end: int, many: bool | None = None) -> Phrase | None:
        """The noun phrase that the words from `start` to `end` are, with all that follows its noun."""
        raise NotImplementedError

    def framed(self, verb: verbs.Verb, end: int, front: str = "") -> Iterator[tuple[lexicon.Frame, int]]:
        """What a verb may mean by what follows it."""
        raise NotImplementedError

    def run(self, start: int, end: int, after: After) -> str | None:
        """The English of the words from `start` to `end` as pieces one after another, or None."""
        raise NotImplementedError

    def pieces(self, start: int, end: int, after: After) -> Iterator[Piece]:
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
            noun_like = words[0] in ("en", "à") and self.text.words[end : end + 1] == (
                "de",
            )  # « en finale du tournoi »
            plain_too = noun_like and words == ("à", "l'", "hôpital")  # « à l'hôpital de Metz »
            for said, then in self.set_phrase(words, kept) if not plain_too else ():
                yield said, "noun" if noun_like and then in ("verb", "participle") else then
            when = self.when(start, end)
            if when is not None:
                yield when, kept
                return
        later = (
            self._later(start, end) or self._before_that(start, end) if after not in ("prep", "infinitive") else None
        )
        if later is not None:
            yield later, kept
            return
        aged = _AGED_MONTHS.fullmatch(self.text.span(start, end)) if words[0].startswith("âgé") else None
        if aged and after != "prep" and (months := english(aged[1])):
            yield f"aged {months}", "participle"
            return
        aged = _AGED_YEARS.fullmatch(self.text.span(start, end)) if words[0].startswith("âgé") else None
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
        if after == "and noun" and words[0] in ("à", "de") and self._shared(start):
            found = self.nominal(start + 1, end)  # « en appui aux soldats et à la police »
            if found is not None:
                yield found.text, "noun"
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
            for taken in lexicon.governed().get(words, ()):  # « prêts à », « originaire de »
                if not taken.gerund:
                    yield taken.english, "infinitive" if taken.infinitive else "prep"
            if after != "and noun":  # « des personnes blessées et hospitalisées »: no « people and hospitalized »
                yield from self._participle(start, end)

    def _before_that(self, start: int, end: int) -> str | None:
        """« trois semaines après son départ »: how long before or after something that follows."""
        words = self.text.words
        if (
            words[end : end + 1] in (("après",), ("avant",))
            and words[end - 1] in _UNITS_OF_TIME
            and end + 1 < len(words)
        ):
            return english(self.text.span(start, end))
        return None

    def _later(self, start: int, end: int) -> str | None:
        """« deux heures plus tard », « moins de deux ans après »."""
        words = self.text.words[start:end]
        for closing, said in ((("plus", "tard"), "later"), (("après",), "later"), (("plus", "tôt"), "earlier"),
                              (("auparavant",), "earlier"), (("avant",), "earlier")):  # fmt: skip
            size = len(closing)
            if words[-size:] == closing and len(words) > size and words[-size - 1] in _UNITS_OF_TIME:
                lasting = english(self.text.span(start, end - size))
                return f"{lasting} {said}" if lasting else None
        return None

    def _shared(self, start: int) -> bool:
        """Whether a preposition of several words before « et » ends with the one at `start`, which then is its own."""
        words = self.text.words
        for at in range(max(0, start - 12), start - 2):
            for end, _ in lexicon.matches("words", "prepositions", words[:start], at):
                if end - at > 1 and words[end - 1] == words[start]:
                    return words[start] not in words[end : start - 1]
        return False

    def _opens_thin(self, start: int) -> bool:
        """« de petites équipes »: the « des » of an adjective that stands first."""
        following = self.text.words[start + 1 : start + 2]
        return bool(following and lexicon.adjective(following[0]) and following not in lexicon.nouns())

    def _some_before(self, start: int) -> bool:
        """Whether the last « des » before a place opens an object (« fabrique des miniatures et … »), not a complement
        of a noun (« le prix des pommes et … »)."""
        words = self.text.words
        for at in range(start - 2, 0, -1):
            if words[at : at + 2] == ("de", "les"):
                return words[at - 1] in _GOVERNING or words[at - 1] in lexicon.forms()
        return False

    def set_phrase(self, words: tuple[str, ...], kept: After) -> Iterator[Piece]:
        """« quatre fois », « en ligne », « officiellement »."""
        if len(words) == 2 and words[1] == "fois" and (times := english(words[0])):
            yield {"two": "twice", "2": "twice"}.get(times, f"{times} times"), kept  # « quatre fois »
        if len(words) == 3 and words[:2] in (("de", "manière"), ("de", "façon"), ("à", "titre")):
            said = lexicon.adjective(words[2])
            if said is not None and " " not in said:
                yield adverb_of(said), kept  # « de manière définitive »
                return
        for file_table in ("fixed", "adverbs"):
            said = lexicon.phrases("words", file_table).get(words)
            if said is not None:
                yield said, kept
                return

    def when(self, start: int, end: int) -> str | None:
        """A date or a time as English has it in a sentence: « le 5 août 2016 », « vers 21 h 30 », « en mai »."""
        said = when(self.text.span(start, end))
        if said is not None and start > 0 and said.startswith("as of "):
            return said.replace("as of", "to", 1)  # « reporté au 27 juillet »
        return said

    def _object(self, start: int, end: int, after: After) -> Iterator[Piece]:
        words = self.text.words
        many = None
        if after in ("verb", "and verb", "prep") and words[start : start + 2] in (("de", "les"),):
            start, many = start + 2, True
        elif after in ("verb", "and verb") and words[start : start + 2] in (("de", "le"), ("de", "la"), ("de", "l'")):
            if start and words[start - 1] not in lexicon.forms() and not words[start - 1].startswith("<"):
                return  # « s'absenter un instant de la salle »: from it, not some of it
            start, many = start + 2, False
        elif words[start] == "de" and start + 2 < end and lexicon.adjective(words[start + 1]) and after != "start":
            start, many = start + 1, True
        elif words[start] == "de":
            return
        elif after == "verb" and (words[start],) in lexicon.nouns() and self._is_of_doing(start - 1):
            return  # « faire course » is said otherwise
        if start >= end or words[start:end] == ("est",):  # « et est parti »: no point of the compass
            return
        if words[start:end] in _RANKED and words[end : end + 1] == ("à",):  # « le premier à partir »
            yield f"the {_RANKED[words[start:end]]}", "noun"
            return
        is_done = any(form.tense == "participle" for form in lexicon.forms().get(words[start], ()))
        for phrase in nominals.phrases(self.text, start, end, many):
            alone = end == start + 1 and many is None and words[end : end + 1] != ("de",)
            if alone and after == "verb" and lexicon.adjective(words[start]):
                break  # « apparaît jeune »: how one is
            if is_done and after == "verb":
                break  # « est inscrit »: what was done, not what one is
            following = words[end] if end < len(words) else ""
            text = phrase.text
            if phrase.name and words[start] in _ON_STREETS and after in ("verb", "and verb"):  # « réunis place Morin »
                text = f"{_ON_STREETS[words[start]]} {text}"
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
        if amount is not None and not re.fullmatch(r"[12]\d{3}", amount):  # a year belongs to its date
            yield amount, "noun"

    def _participle(self, start: int, end: int) -> Iterator[Piece]:
        words = self.text.words[:end]
        at, adverbs = start, []
        while at < end and (said := lexicon.phrases("words", "places_in_verb").get((words[at],))):
            adverbs.append(said)
            at += 1
        for form in lexicon.forms().get(words[at], ()) if at < end else ():
            if form.tense != "participle" or (form.verb in verbs.MOVING and words[at - 1 : at] == ("été",)):
                continue  # « avait été sorti du parti »: by whom, and so not as he left
            before = self.text.words[start - 1] if start else ""
            moved = form.verb in verbs.MOVING and before in lexicon.noun_words() and before not in lexicon.forms()
            for frame, after in self.framed(verbs.Verb(form.verb, "past", False, at + 1), len(self.text.words)):
                if after == end and not frame.infinitive and "one" not in frame.english.split():
                    done = english_verb(frame.english).participle
                    if moved:  # « les violences survenues à Metz »: that occurred
                        done = f"{'who' if self.of_people(start) else 'that'} {english_verb(frame.english).past}"
                    said = " ".join((*adverbs, done))
                    if verbs.makes_one(verbs.Verb(form.verb, "past", False, at + 1, passive=True)) and not frame.tail:
                        yield said, "verb"  # « désigné arbitre international »
                        continue
                    yield said, "prep" if frame.tail and frame.tail[-1] in PREPOSITIONS else "participle"

    def _is_of_doing(self, at: int) -> bool:
        """Whether the word at `at` is of « faire »."""
        return any(form.verb == "faire" for form in lexicon.forms().get(self.text.words[at], ()))

    def of_people(self, at: int) -> bool:
        """Whether the noun before the word at `at` is for people; a name may stand between: « le maire Ada Morin »."""
        named = at
        while named > 0 and self.text.words[named - 1][:1].isupper():
            named -= 1
        if at - named > 0 and self._is_for_people(named):
            return True
        return self._is_for_people(at)

    def _is_for_people(self, at: int) -> bool:
        for length in range(min(at, lexicon.longest_noun()), 0, -1):
            words = self.text.words[at - length : at]
            noun = lexicon.nouns().get(words) or lexicon.nouns().get(tuple(word.lower() for word in words))
            if noun is not None:
                return noun.person
        return False
