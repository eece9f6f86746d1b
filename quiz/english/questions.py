"""Questions of ours put into English: what is asked for, the verb around its subject, and what stands before and after.

Knows the shapes our French questions have; the pieces inside are the other rules' work. One word nobody knows, and the
whole question stays French.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from quiz.english import lexicon, names, verbs
from quiz.english.alleged import alleged
from quiz.english.asking import (
    AT,
    CHOSEN,
    NO_AGENTS,
    SHARE_OF,
    agreed,
    of_all,
    openings,
    part_of_them,
    tidy,
)
from quiz.english.clauses import Grammar
from quiz.english.rules import english
from quiz.english.texts import FRONT, QUEL, WHICH, WHO, Phrase, joined, plain, read
from quiz.english.turning import Turner

_BEFORE_NAMES = frozenset({"del", "van", "von", "de", "le", "la", "les", "à", "en", "et"})
_ARTICLES = ("le", "la", "les", "l'")
_BE = {"est": "is", "sont": "are", "était": "was", "étaient": "were", "fut": "was", "furent": "were"}


def question(french: str, kept: Iterable[str] = ()) -> str | None:
    """The English of a question of ours, or None. `kept` are names that stay as they are."""
    names_kept = frozenset(map(plain, kept))
    said = _question(plain(french), names_kept)
    return said or alleged(plain(french), lambda told: _question(told, names_kept))


def phrase(french: str, kept: Iterable[str] = ()) -> str | None:
    """The English of a noun phrase: « une agence de presse publique », « le maire de Metz »."""
    names = frozenset(map(plain, kept))
    if plain(french) in names:
        return plain(french)
    text = read(plain(french), names)
    found = Grammar(text).nominal(0, len(text.words))
    return tidy(found.text) if found is not None and len(text.words) > 0 else None


def statement(french: str, kept: Iterable[str] = ()) -> str | None:
    """The English of a statement to judge, of ours: « C'est Ada Morin qui a fondé la société. », or None."""
    match = _IT_WAS.fullmatch(plain(french))
    if "«" in french:
        return None
    if match is None:
        return _where_or_when(plain(french), frozenset(map(plain, kept)))
    text = read(f"qui {match['rest']}", frozenset(map(plain, kept)))
    thing = _is_thing(match["name"])
    text = replace(text, owner="its") if thing else text
    name = phrase(match["name"], kept)
    predicate = next(Grammar(text).finite(1, len(text.words)), None)
    if name is None or predicate is None:
        return None
    past = next(verbs.finite(text.words, 1)).time not in ("present", "future", "can", "must")
    return _closed(f"It {'was' if past else 'is'} {name} {'that' if thing else 'who'} {predicate}")


def _is_thing(name: str) -> bool:
    """Whether what did something is no person: a country, « le SPD »."""
    bare = re.sub(r"^(?:le |la |les |l')", "", name)
    return names.place(bare) is not None or (bare != name and bare.isupper()) or names.acronym(bare) is not None


def _where_or_when(french: str, kept: frozenset[str]) -> str | None:
    """« C'est à Metz que le vaccin est produit. »: "It is in Metz that the vaccine is produced."."""
    if not french.startswith("C'est ") or not french.endswith("."):
        return None
    text = read(french.removeprefix("C'est ").removesuffix("."), kept)
    words, end = text.words, len(text.words)
    that = next((at for at, word in enumerate(words) if word == "que"), end)
    if not 0 < that < end:
        return None
    grammar = Grammar(text)
    when = grammar.when(0, that)
    if when is None and words[0] not in FRONT and not any(lexicon.matches("words", "prepositions", words, 0)):
        return None
    lead = when or grammar.run(0, that, "start")
    if words[0] == "à" and lead and words[1][:1].isupper():
        lead = re.sub("^to ", "in ", lead)  # « C'est à Saint-Morin que la loi a été présentée »: where, not to whom
    for cut in range(that + 2, end):
        some = words[that + 1 : that + 3] == ("de", "les")  # « C'est à Metz que des élèves… »
        subject = grammar.nominal(that + 1 + 2 * some, cut, many=some or None) if lead else None
        for verb in verbs.finite(words, cut) if subject is not None else ():
            predicate = next(grammar.predicate(verb, end), None) if not verb.pronoun else None
            if predicate is not None and subject is not None:
                past = verb.time not in ("present", "future", "can", "must")
                return _closed(f"It {'was' if past else 'is'} {lead} that {subject.text} {predicate}")
    return None


def _closed(sentence: str) -> str:
    """With one full stop: "at 10 a.m." has it."""
    return tidy(sentence if sentence.endswith(".") else f"{sentence}.")


_IT_WAS = re.compile(r"C'est (?P<name>.+?) qui (?P<rest>.+)\.")


@cache
def _question(french: str, kept: frozenset[str]) -> str | None:
    if not french.endswith("?") or "«" in french or '"' in french:
        return None
    text = read(french.removesuffix("?").strip(), kept)
    asker = _Asker(text)
    for at in openings(text.words):
        lead = asker.lead(0, at)
        if lead is None:
            continue
        core = next(asker.core(at), None)
        if core is not None and not _TORN.search(core):
            said = f"{lead}, {core}" if lead else core
            return tidy(said[0].upper() + said[1:] + "?")
    return None


_TORN = re.compile(r"\b(?:more|less|fewer) than (?:did|does|do|has|have|had|was|were|is|are)\b")
"""« dans combien de pays plus de 300 noyers ont-ils gelé »: the verb came between the bound and its number."""
_SOME_ACT = frozenset(
    (word, "de", "les")
    for word in ("ville", "pays", "région", "département", "province", "commune", "quartier", "village", "année",
                 "jour", "mois", "État", "île", "endroit", "lieu")
)  # fmt: skip
"""What is asked for, and a subject that begins with « des »."""


class _Asker(Turner):
    """Puts one question together."""

    def lead(self, start: int, end: int) -> str | None:
        """What stands before the question: when, where, according to whom. "" where nothing does."""
        if start == end:
            return ""
        if self._words[end - 1] != ",":
            return None
        return self._grammar.run(start, end - 1, "start")

    def core(self, at: int) -> Iterator[str]:
        """The question itself, from the word at `at` on."""
        words = self._words
        front = ""
        yield from self._part_of_which(at)
        if words[at] == "jusqu'" and words[at + 1 : at + 2] == ("à",):
            front, at = "jusqu'à", at + 2
            if words[at : at + 2] == ("combien", "de"):
                yield from (f"up to {said}" for said in self.core(at) if said.startswith("how many"))
        elif words[at] in FRONT:
            front, at = words[at], at + 1
        if at >= self._end:
            return
        if not front or front == "en":  # « en battant qui »
            yield from self._after_phrase(at - bool(front))
        word = words[at].lower()
        if word in _ARTICLES and not front:
            yield from self._whose(at)
        elif word in WHICH and not front:
            yield from self._which_of(at + 1)
        elif word == "qui" and front in ("avec", "par", "à", "contre", "pour", "de", "chez"):
            if front == "par":
                yield from self.who_did(at + 1)
            if front in ("à", "de"):  # « à qui se joint-elle »: "whom does she join"
                yield from self.inverted("whom", front, at + 1, True)
            yield from self.inverted({"à": "to"}.get(front, FRONT[front]) + " whom", "", at + 1, False, whole=True)
        elif word == "qui" and not front:
            yield from self._who(at + 1)
            yield from self.around_inverted("whom", "", at + 1, False, whole=False)
        elif word == "que" and words[at + 1 : at + 3] == ("est-ce", "que"):
            yield from self._what_is(at + 3)
        elif word in ("quand", "où", "pourquoi", "comment") and not front:
            yield from self.inverted(WHO[word], "", at + 1, False, whole=True)
        elif word in QUEL and at + 1 < self._end and words[at + 1] in _BE and not front:
            yield from self._what_is(at + 2, _BE[words[at + 1]])
        elif word in QUEL or word == "combien":
            yield from self._how_many(at, word, front)

    def _after_phrase(self, at: int) -> Iterator[str]:
        """« Face à quel pays l'équipe s'est-elle inclinée ? », « Grâce à qui… »: a preposition of some words first."""
        words = self._words
        for which, lead in lexicon.matches("words", "prepositions", words, at):
            if which - at < 2 or which >= self._end:
                continue
            if words[which] == "qui":
                yield from self.around_inverted(f"{lead} whom", "", which + 1, False, whole=True)
            for cut in range(min(self._end, which + 9), which + 1, -1) if words[which] in QUEL else ():
                found = self._grammar.nominal(which + 1, cut)
                if found is not None:
                    kind = "which" if CHOSEN.search(found.text) else "what"
                    yield from self.inverted(f"{lead} {kind} {found.text}", "", cut, False, whole=True)

    # Who and what

    def _who(self, at: int) -> Iterator[str]:
        words = self._words
        if at < self._end and words[at] in _BE:
            be, start = _BE[words[at]], at + 1
            if verbs.since(words) and be in ("is", "are"):  # « qui est la députée depuis 2015 »
                be = "has been" if be == "is" else "have been"
            aside = ""
            if start < self._end and words[start] == ",":
                comma = next((n for n in range(start + 1, self._end) if words[n] == ","), None)
                if comma is None:
                    return
                found = self._grammar.run(start + 1, comma, "start")
                if found is None:
                    return
                aside, start = found, comma + 1
            who = self._grammar.nominal(start, self._end) if not self._is_done(start) else None
            if who is not None:
                yield " ".join(part for part in ("who", be, who.text, aside) if part)
        for predicate in self._grammar.finite(at, self._end):
            yield f"who {predicate}"

    def _is_done(self, at: int) -> bool:
        """Whether a word after « est » says what was done, though it may be a noun too: « est inscrit », « revenu »."""
        forms = lexicon.forms().get(self._words[at], ()) if at < self._end else ()
        return any(form.tense == "participle" for form in forms)

    def _which_of(self, at: int) -> Iterator[str]:
        """« Laquelle de ces villes abrite, comme Metz, un fort ? »: "Which of these cities, like Metz, houses…"."""
        words = self._words
        if words[at : at + 2] != ("de", "ces"):
            return
        for cut in range(min(self._end, at + 9), at + 2, -1):
            them = self._grammar.nominal(at + 1, cut)
            for verb in verbs.finite(words, cut) if them is not None else ():
                aside, begin = "", verb.end
                comma = next((n for n in range(begin + 1, self._end) if words[n] == ","), None)
                if words[begin : begin + 1] == (",",) and comma is not None:
                    aside, begin = self._grammar.run(begin + 1, comma, "start") or "", comma + 1
                    if not aside:
                        continue
                for predicate in self._grammar.predicate(replace(verb, end=begin), self._end):
                    like = f", {re.sub('^as ', 'like ', aside)}," if aside else ""
                    yield f"which of {them.text if them else ''}{like} {predicate}"

    def _whose(self, at: int) -> Iterator[str]:
        """« Le gouverneur de quel État a déclaré l'état d'urgence ? »: "The governor of which state declared…"."""
        words = self._words
        which = next((n for n in range(at, self._end) if words[n] in QUEL), self._end)
        if which >= self._end or words[which - 1] != "de":
            return
        whose = self._grammar.nominal(at, which - 1)
        for cut in range(min(self._end, which + 9), which + 1, -1):
            found = self._grammar.nominal(which + 1, cut) if whose is not None else None
            if whose is not None and found is not None:
                yield from self._asked(f"{whose.text} of which {found.text}", "", cut, plural=whose.plural)

    def _part_of_which(self, at: int) -> Iterator[str]:
        """« Sur le littoral de quel État le séisme a-t-il été ressenti ? », « En provenance de quel club… »."""
        words = self._words
        which = next((n for n in range(at, self._end) if words[n] in QUEL), self._end)
        if which - at < 3 or which >= self._end or words[which - 1] != "de" or words[at] in _ARTICLES:
            return
        lead = lexicon.phrases("words", "prepositions").get(words[at:which])
        if lead is None:
            part = self._grammar.run(at, which - 1, "start")
            lead = f"{part} of" if part is not None else None
        for cut in range(min(self._end, which + 9), which + 1, -1):
            if lead is None or (cut > which + 2 and words[cut - 1][:1].isupper()):
                continue  # « sur l'épreuve de quelle ville Ada Morin »: the name is the subject
            found = self._grammar.nominal(which + 1, cut)
            if found is not None:
                yield from self.around_inverted(f"{lead} which {found.text}", "", cut, False, whole=True)

    def _what_is(self, at: int, be: str = "is") -> Iterator[str]:
        found = self._grammar.nominal(at, self._end)
        if found is not None:
            yield f"what {'are' if found.plural and be == 'is' else be} {found.text}"

    # How many, what, at what age

    def _how_many(self, at: int, word: str, front: str) -> Iterator[str]:
        words = self._words
        if word == "combien" and words[at + 1 : at + 3] == ("de", "temps"):
            if front == "en":
                yield from self._asked("how much time", front, at + 3)
                return
            lasting = front in ("pendant", "durant")
            if lasting:  # « Pendant combien de temps la neige a-t-elle bloqué la route ? »
                yield from self.around_inverted("for how long", "", at + 3, False, whole=True)
            yield from self._asked("how long", "" if lasting else front, at + 3, stray=front)
            if words[at + 3 : at + 5] == ("de", "retard"):
                yield from self._asked("how long a delay", front, at + 5)
            if lasting:
                return  # never "for how many times"
        if word == "combien" and words[at + 1 : at + 2] != ("de",):
            yield from self._how_much(at + 1, front)
            return
        start = at + 2 if word == "combien" else at + 1
        of_them = word == "combien" and words[start : start + 1] in (("le",), ("les",), ("la",), ("l'",))
        before = "how many of" if of_them else "how many" if word == "combien" else "what"
        if part_of_them(words, at + 1):
            yield from self._asked("how many of them", front, at + 4, plural=True)
            return
        if words[at + 1 : at + 3] == ("de", "temps") and words[at + 3 : at + 5] == ("reste", "<il>"):
            left = self._grammar.run(at + 5, self._end, "noun")
            if left is not None:
                yield joined("how much time is left", left)
            return
        them = next((n for n in range(start + 1, min(self._end - 2, start + 4)) if part_of_them(words, n)), None)
        if them is not None and (what := self._grammar.nominal(start, them)) is not None:
            yield from self._asked(f"what {what.text} of them", front, them + 3, plural=True)
            return
        for cut in range(min(self._end, start + 16), start, -1):
            for what in self._things(start, cut, word):
                ask = f"{before} {SHARE_OF.sub(of_all, what.text)}"
                if before == "how many" and not (what.plural or what.name):
                    ask = f"how much {what.text}"
                if before == "what" and CHOSEN.search(what.text):
                    ask = f"which {what.text}"
                if not front and re.match(r"(?:day|year|month)(?: of the year \d{4})?$", what.text):
                    ask = f"{'on' if what.text.startswith('day') else 'in'} {ask}"
                yield from self._asked(ask, front, cut, plural=what.plural)

    def _things(self, start: int, end: int, word: str) -> Iterator[Phrase]:
        """What is counted or asked for; "percentage of the voters"."""
        many = word in ("combien", "quels", "quelles")
        last, before = self._words[end - 1], self._words[end - 2]
        best = ("le", "plus"), ("la", "plus"), ("les", "plus")
        if any(self._words[at : at + 2] in best for at in range(start + 1, end - 1)):
            return  # « dans quelle ville le plus grave accident »: the accident is the subject
        if self._words[start : start + 3] in _SOME_ACT and end > start + 1:
            return  # « dans quelle ville des lycéens »: the pupils are the subject
        if last.isdigit() and before != "année":
            return  # « dans quel pays 6 740 manifestants »: the number is the subject's
        run = end
        while run > start and self._words[run - 1][:1].isupper():
            run -= 1
        named = start < run < end and self._words[run - 1] not in _BEFORE_NAMES
        people = run == end - 1 and names.nationality(last.lower()) is not None  # « les jeunes Espagnols »
        turned = "est-ce" in self._words or any(word.startswith("<") for word in self._words[end:])
        if named and turned and not people and self._words[start:end] not in lexicon.nouns():
            return  # « quelle place Ada Morin »: the name is the subject
        found = self._grammar.nominal(start, end, many=many)
        if found is not None:
            yield found

    def _how_much(self, at: int, front: str) -> Iterator[str]:
        """« à combien s'élève le coût », « de combien a monté le niveau », « à combien les assureurs estiment-ils »."""
        if not front:
            if any(form.verb == "coûter" for word in self._words[at:] for form in lexicon.forms().get(word, ())):
                yield from self._asked("how much", front, at)  # « Combien le pont a-t-il coûté ? »
            return
        if any(form.verb == "passer" for word in self._words[at:] for form in lexicon.forms().get(word, ())):
            yield from self._changed(at)
            return
        for verb in verbs.finite(self._words, at):
            if verb.name == "être" and not verb.passive:
                subject = self._grammar.nominal(verb.end, self._end)
                if subject is not None:
                    yield f"what {agreed(verb, subject)} {subject.text}"
        if front == "de":
            yield from self._asked("by how much", "", at, stray="de")
        for said in self._asked("how much", front, at, must_strand=True):
            sums = re.search(r"\b(?:amount|come) to$|\bcost$", said)
            yield said if sums or not said.endswith((" at", " to")) else f"what{said.removeprefix('how much')}"

    def _changed(self, at: int) -> Iterator[str]:
        """« À combien le taux est-il passé, alors qu'il était de 8 % jusque-là ? »: "What did the rate change to, from
        8%?"."""
        words = self._words
        old = next((n for n in range(self._end - 7, at, -1) if words[n : n + 3] == (",", "alors", "que")), None)
        if old is None or words[old + 4] not in ("était", "étaient") or words[self._end - 1] != "jusque-là":
            return
        before = english(self._text.span(old + 6, self._end - 1))
        for place in range(at + 1, old or 0):
            for verb in verbs.finite(words, place):
                subject = self._grammar.nominal(at, place) if verb.name == "passer" and verb.pronoun else None
                said = verbs.asked(verb, "change to")
                rest = self._grammar.run(verb.end, old or 0, "noun") if subject is not None else None
                if subject is not None and said is not None and rest is not None and before is not None:
                    yield f"{joined('what', said[0], subject.text, said[1], rest)}, from {before}"

    def _asked(
        self, ask: str, front: str, at: int, plural: bool = False, must_strand: bool = False, stray: str = ""
    ) -> Iterator[str]:
        """The rest of a question after what it asks for, `front` being the preposition before it in French."""
        if at >= self._end:
            return
        must_strand = must_strand or (front == "à" and not AT.search(ask) and not ask.startswith("which"))
        if (
            not front
            and not stray
            and (ask.removeprefix("what ") in NO_AGENTS or ask.startswith(("on what", "in what")))
        ):
            yield from self.inverted(ask, front, at, must_strand, whole=ask.startswith(("on what", "in what")))
            return
        if not front and not stray:
            if ask == "what age":
                return  # « quel âge a » is asked otherwise
            for verb in verbs.finite(self._words, at):
                if not verb.pronoun and (verb.plural or not plural):  # « combien d'habitants compte Metz »
                    yield from (
                        f"{ask} {predicate}"
                        for predicate in self._grammar.predicate(replace(verb, done_to=ask), self._end)
                    )
            yield from self.there_is(ask, at, plural)
        size = {"what duration": "how long", "what amount": "how much", "how long": "how long"}.get(ask)
        if front == "de" and size:
            for verb in verbs.finite(self._words, at):
                if verb.name == "être" and not verb.passive and not verb.pronoun:
                    yield from self.subject_last(size, "", verb, False)
        if front == "de" and (ask == "what percentage" or ask.startswith("how many")):
            for verb in verbs.finite(self._words, at):
                if verb.name == "être" and not verb.passive and not verb.pronoun:
                    yield from self.subject_last(ask, "", verb, False)
                    return
        yield from self.inverted(ask, front, at, must_strand)
