"""What may close a noun phrase or a clause, put into English: relative clauses, « que » and a clause, infinitives after
« pour » or « sans », present participles, a second verb after « et ».

Knows how each of them opens; the clauses inside are `clauses`' work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.english import lexicon, verbs
from quiz.english.adverbials import WORD_NUMBERS, After
from quiz.english.conjugation import english_verb
from quiz.english.pieces import Pieces

_HELPING = frozenset({"aider", "inviter", "autoriser", "inciter", "encourager", "forcer", "contraindre",
                      "obliger", "exhorter"})  # fmt: skip
_TO_DO = frozenset({"volonté", "ambition", "droit", "décision", "capacité", "promesse", "désir", "tentative", "ordre",
                    "refus", "obligation", "pouvoir", "besoin", "souhait", "engagement", "autorisation", "permission",
                    "demande", "proposition", "menace", "temps", "devoir", "effort", "efforts", "occasion", "envie",
                    "consigne", "mandat", "projet", "pari", "choix", "appel", "tentatives", "moyens"})  # fmt: skip
"""What one has or does to do something: "the will to leave"."""
_OF_DOING = frozenset({"idée", "risque", "risques", "fait", "possibilité", "intention", "objectif", "but", "manière",
                       "façon", "chance", "chances", "espoir", "peur", "joie", "accusation", "accusations",
                       "soupçons"})  # fmt: skip
"""What there is of doing something: "the idea of leaving"."""
_CONJUNCTIONS: dict[tuple[str, ...], str] = {
    ("après", "que"): "after", ("alors", "que"): "while", ("tandis", "que"): "while", ("depuis", "que"): "since",
    ("parce", "que"): "because", ("dès", "que"): "as soon as", ("pendant", "que"): "while",
}  # fmt: skip
_WHICH = frozenset({"lequel", "laquelle", "lesquels", "lesquelles"})
_HAVING = frozenset({"a", "ont", "avait", "avaient"})
_WHICH_AFTER = {"à": "to", "de": "of", "en": "in"}


@dataclass(slots=True)
class Tails(Pieces):
    """Reads what closes a phrase in one text."""

    def clause(self, start: int, end: int) -> str | None:
        """A subject and what it does."""
        raise NotImplementedError

    def finite(self, start: int, end: int) -> Iterator[str]:
        """The predicates that the words from `start` to `end` may be."""
        raise NotImplementedError

    def following(self, verb: verbs.Verb, end: int) -> Iterator[tuple[str, str]]:
        """What a verb that was read means, as an English base form, and what follows it."""
        raise NotImplementedError

    def infinitive(self, start: int, end: int) -> str | None:
        """An infinitive with all that follows it."""
        raise NotImplementedError

    def participial(self, start: int, end: int, *, reflexive: bool = False) -> str | None:
        """A participle after « avoir », with all that follows it, as an English base form."""
        raise NotImplementedError

    def reduced(self, start: int, end: int) -> str | None:
        """A present participle for a relative clause."""
        raise NotImplementedError

    def tail(self, start: int, end: int, after: After) -> str | None:
        """A piece that goes on to the end: a relative clause, an infinitive, « que » and a clause."""
        words = self.text.words
        word = words[start]
        if after == "of":  # « à 15 km de Metz »
            return self.run(start + 1, end, "prep") if word == "de" else None
        if word == "qui" and after in ("noun", "comma", "and noun"):
            for predicate in self.finite(start + 1, end):
                return f"who {predicate}" if self.of_people(start) else f"that {predicate}"
        if word == "dont" and after in ("noun", "comma") and start + 1 < end:
            part = self.nominal(start + 1, end, many=True)
            if part is not None and (words[start + 1][0].isdigit() or words[start + 1] in WORD_NUMBERS):
                return f"including {part.text}"
        if word == "que" and after in ("noun", "verb"):
            clause = self.clause(start + 1, end) or (self._turned(start + 1, end) if after == "noun" else None)
            return f"that {clause}" if clause else None
        if after in ("noun", "comma") and (relative := self._in_which(start, end)):
            return relative
        said = _CONJUNCTIONS.get(words[start : start + 2])
        if said is not None and after in ("noun", "verb", "participle", "start"):
            clause = self.clause(start + 2, end)
            return f"{said} {clause}" if clause else None
        if (
            word in ("et", "ou")
            and after in ("verb", "noun", "participle")
            and (second := self.reduced(start + 1, end))
        ):
            return f"{'or' if word == 'ou' else 'and'} {second}"
        if word in ("quand", "lorsque", "où") and after in ("noun", "verb", "participle", "start"):
            clause = self.clause(start + 1, end)
            return f"{'where' if word == 'où' else 'when'} {clause}" if clause else None
        if word in ("et", "ou") and after in ("verb", "noun"):
            begin = start + 2 if words[start + 1 : start + 2] == ("de",) else start + 1
            if any(form.tense == "infinitive" for one in words[:start] for form in lexicon.forms().get(one, ())):
                said = self.infinitive(begin, end)
                if said is not None:
                    return f"{'or' if word == 'ou' else 'and'} {said}"
        if word in ("et", "ou", "puis") and after in ("verb", "noun") and (second := self._done_too(start, end)):
            return f"{'or' if word == 'ou' else 'and'} {second}"
        if word in ("et", "ou", "puis") and after in ("verb", "noun"):
            for coordinate in self.finite(start + 1, end):
                return f"{'or' if word == 'ou' else 'and'} {coordinate}"
        return self._infinitive_tail(start, end, after)

    def _done_too(self, start: int, end: int) -> str | None:
        """A second participle of the same auxiliary: « a fermé une usine et fortement réduit son activité »."""
        words = self.text.words
        known = lexicon.phrases("words", "places_in_verb")
        aux = next((at for at in range(start - 1, -1, -1) if words[at] in _HAVING), None)
        if aux is None or any(word.startswith("<") for word in words) or words[aux + 1] == "été":
            return None
        first = [form.tense for word in words[aux + 1 : aux + 4] for form in lexicon.forms().get(word, ())]
        if "participle" not in first:
            return None
        at, adverbs = start + 1, []
        while at < end and (words[at],) in known:
            adverbs.append(known[(words[at],)])
            at += 1
        for form in lexicon.forms().get(words[at], ()) if at < end else ():
            if form.tense != "participle":
                continue
            for base, rest in self.following(verbs.Verb(form.verb, "past", False, at + 1), end):
                found = english_verb(base)
                done = found.participle if words[aux] in ("avait", "avaient") else found.past
                if "one" not in base.split():
                    return " ".join(part for part in (*adverbs, done, rest) if part)
        return None

    def _turned(self, start: int, end: int) -> str | None:
        """« que traverse le pays »: the subject behind its verb, before it in English: "the country goes through"."""
        for verb in verbs.finite(self.text.words[:end], start):
            for frame, after in verbs.framed(self.text.words[:end], verb) if not verb.pronoun else ():
                subject = self.nominal(after, end) if not frame.tail and not frame.infinitive else None
                said = verbs.said(verb, frame.english) if subject is not None else None
                if said and subject is not None and subject.plural == verb.plural:
                    return f"{subject.text} {said}"
        return None

    def _in_which(self, start: int, end: int) -> str | None:
        """« dans lequel vivent des ours », « auquel le pays participe », « dont le siège est à Metz »."""
        words = self.text.words
        which = next((at for at in range(start, min(end, start + 4)) if words[at] in _WHICH), None)
        if which is not None and which > start:
            lead = lexicon.phrases("words", "prepositions").get(words[start:which]) or _WHICH_AFTER.get(words[start])
            clause = self.clause(which + 1, end) if lead is not None and which + 1 < end else None
            return f"{lead} which {clause}" if clause else None
        if words[start] == "dont" and words[start + 1 : start + 2] and words[start + 1] in ("le", "la", "les", "l'"):
            for cut in range(start + 3, end):
                verb = next(verbs.finite(words[:end], cut), None)
                owned = self.nominal(start + 1, cut) if verb is not None and not _takes_of(verb.name) else None
                said = next(self.finite(cut, end), None) if owned is not None else None
                if owned is not None and said is not None and owned.text.startswith("the "):
                    return f"whose {owned.text.removeprefix('the ')} {said}"
        return None

    def _infinitive_tail(self, start: int, end: int, after: After) -> str | None:
        for opening, lead, gerund in (
            (("pour",), "to", False), (("afin", "de"), "to", False),
            (("sans",), "without", True), (("avant", "de"), "before", True),
            (("en", "vue", "de"), "with a view to", True), (("après", "avoir"), "after", None),
            (("pour", "avoir"), "for", None),
            (("au", "lieu", "de"), "instead of", True), (("à", "le", "lieu", "de"), "instead of", True),
            (("sur", "le", "point", "de"), "about to", False), (("en", "train", "de"), "in the process of", True),
            (("dans", "le", "but", "de"), "with the aim of", True), (("de", "façon", "à"), "so as to", False),
            (("dans", "l'", "espoir", "de"), "in the hope of", True), (("de", "manière", "à"), "so as to", False),
            (("sous", "prétexte", "de"), "on the pretext of", True), (("loin", "de"), "far from", True),
            (("après", "se", "être"), "after", None), (("après", "être"), "after", None),
            (("de", "peur", "de"), "for fear of", True),
            (("avec", "l'", "ambition", "de"), "with the ambition to", False),
            (("avec", "l'", "intention", "de"), "with the intention of", True),
        ):  # fmt: skip
            size = len(opening)
            if self.text.words[start : start + size] == opening:
                said = (
                    self.participial(start + size, end, reflexive="se" in opening)
                    if gerund is None
                    else self.infinitive(start + size, end)
                )
                if said is not None:
                    return f"{lead} {_gerund(said) if gerund or gerund is None else said}"
        if after == "infinitive":
            return self.infinitive(start, end)
        if self.text.words[start] == "de" and after == "noun":
            return self._of_doing(start, end)
        if self.text.words[start] == "à" and after in ("noun", "participle") and self._leads_to(start):
            said = self.infinitive(start + 1, end)
            return f"to {said}" if said is not None else None
        if self.text.words[start] == "en" and after in ("verb", "noun", "participle", "start"):
            said = self.reduced(start + 1, end)
            lead = "while" if said and said.startswith(("trying", "seeking", "attempting")) else "by"
            return f"{lead} {said}" if said is not None else None
        return self.reduced(start, end) if after in ("noun", "and noun", "comma", "participle", "verb") else None

    def _of_doing(self, start: int, end: int) -> str | None:
        """« sa volonté de partir », « l'idée de partir », « le fait d'avoir menti »."""
        before = self.text.words[max(0, start - 2) : start]
        to, of = any(word in _TO_DO for word in before), any(word in _OF_DOING for word in before)
        if not to and not of:
            return None
        if self.text.words[start + 1 : start + 2] == ("avoir",):
            done = self.participial(start + 2, end) if of else None
            return f"of {_gerund(done)}" if done is not None else None
        said = self.infinitive(start + 1, end)
        return None if said is None else f"to {said}" if to else f"of {_gerund(said)}"

    def _leads_to(self, at: int) -> bool:
        """Whether « à » and an infinitive say to do what: « aider le pays à sortir », « la première à rejoindre »."""
        before = self.text.words[max(0, at - 8) : at]
        helped = any(form.verb in _HELPING for word in before for form in lexicon.forms().get(word, ()))
        return helped or any(re.fullmatch(r"premi(?:er|ère)s?|derni(?:er|ère)s?|seule?s?", word) for word in before)


def _takes_of(name: str) -> bool:
    """Whether a verb may take « de » itself: « la maladie dont le patient souffre » is not whose patient."""
    return any(frame.tail[:1] == ("de",) for frame in lexicon.frames().get(name, ()))


def _gerund(base: str) -> str:
    return english_verb(base).gerund
