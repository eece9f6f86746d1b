"""Questions of ours put into English: what is asked for, the verb around its subject, and what stands before and after.

Knows the shapes our French questions have; the pieces inside are the other rules' work. One word nobody knows, and the
whole question stays French.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from quiz.english import lexicon, verbs
from quiz.english.adverbials import After
from quiz.english.asking import (
    AT,
    CAUSED,
    CHOSEN,
    GOVERNING,
    HELD,
    HOLDING,
    NO_AGENTS,
    SCORED,
    SHARE_OF,
    WITHIN,
    agreed,
    determined,
    leading,
    of_all,
    tidy,
    turned,
)
from quiz.english.clauses import PREPOSITIONS, Grammar
from quiz.english.texts import FRONT, OPENINGS, QUEL, WHO, Phrase, Text, joined, plain, read

_BEFORE_NAMES = frozenset({"de", "le", "la", "les", "à", "en", "et"})
_ARTICLES = ("le", "la", "les", "l'")
_BE = {"est": "is", "sont": "are", "était": "was", "étaient": "were", "fut": "was", "furent": "were"}


def question(french: str, kept: Iterable[str] = ()) -> str | None:
    """The English of a question of ours, or None. `kept` are names that stay as they are."""
    return _question(plain(french), frozenset(map(plain, kept)))


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
    name = phrase(match["name"], kept)
    predicate = next(Grammar(text).finite(1, len(text.words)), None)
    if name is None or predicate is None:
        return None
    past = next(verbs.finite(text.words, 1)).time not in ("present", "future", "can", "must")
    return tidy(f"It {'was' if past else 'is'} {name} who {predicate}.")


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
    for cut in range(that + 2, end):
        subject = grammar.nominal(that + 1, cut) if lead else None
        for verb in verbs.finite(words, cut) if subject is not None else ():
            predicate = next(grammar.predicate(verb, end), None) if not verb.pronoun else None
            if predicate is not None and subject is not None:
                past = verb.time not in ("present", "future", "can", "must")
                return tidy(f"It {'was' if past else 'is'} {lead} that {subject.text} {predicate}.")
    return None


_IT_WAS = re.compile(r"C'est (?P<name>.+?) qui (?P<rest>.+)\.")


@cache
def _question(french: str, kept: frozenset[str]) -> str | None:
    if not french.endswith("?") or "«" in french or '"' in french:
        return None
    text = read(french.removesuffix("?").strip(), kept)
    asker = _Asker(text)
    for at in _openings(text.words):
        lead = asker.lead(0, at)
        if lead is None:
            continue
        core = next(asker.core(at), None)
        if core is not None:
            said = f"{lead}, {core}" if lead else core
            return tidy(said[0].upper() + said[1:] + "?")
    return None


def _openings(words: tuple[str, ...]) -> Iterator[int]:
    """Where the question proper may begin: a question word after a comma or at the start, its preposition included."""
    for at, word in enumerate(words):
        if word.lower() not in OPENINGS:
            continue
        start = at
        if at and words[at - 1] in FRONT:
            start = at - 1
            if start and words[start - 1] == "jusqu'":
                start -= 1
            if words[start] == "de" and word in QUEL:  # « le gouverneur de quel État »
                begin = next((n for n in range(start - 1, -1, -1) if words[n] == ","), -1) + 1
                if begin < start:
                    yield begin
        if start == 0 or words[start - 1] == ",":
            yield start


class _Asker:
    """Puts one question together."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._words = text.words
        self._end = len(text.words)
        self._grammar = Grammar(text)

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
        elif words[at] in FRONT:
            front, at = words[at], at + 1
        if at >= self._end:
            return
        word = words[at].lower()
        if word in _ARTICLES and not front:
            yield from self._whose(at)
        elif word == "qui" and front in ("avec", "par", "à", "contre", "pour", "de", "chez"):
            yield from self._inverted({"à": "to"}.get(front, FRONT[front]) + " whom", "", at + 1, False, whole=True)
        elif word == "qui" and not front:
            yield from self._who(at + 1)
            yield from self._around_inverted("whom", "", at + 1, False, whole=False)
        elif word == "que" and words[at + 1 : at + 3] == ("est-ce", "que"):
            yield from self._what_is(at + 3)
        elif word in ("quand", "où", "pourquoi", "comment") and not front:
            yield from self._inverted(WHO[word], "", at + 1, False, whole=True)
        elif word in QUEL and at + 1 < self._end and words[at + 1] in _BE and not front:
            yield from self._what_is(at + 2, _BE[words[at + 1]])
        elif word in QUEL or word == "combien":
            yield from self._how_many(at, word, front)

    # Who and what

    def _who(self, at: int) -> Iterator[str]:
        words = self._words
        if at < self._end and words[at] in _BE:
            be, start = _BE[words[at]], at + 1
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
                yield from self._around_inverted(f"{lead} which {found.text}", "", cut, False, whole=True)

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
            yield from self._asked("how long", "" if front in ("pendant", "durant") else front, at + 3, stray=front)
            if words[at + 3 : at + 5] == ("de", "retard"):
                yield from self._asked("how long a delay", front, at + 5)
        if word == "combien" and words[at + 1 : at + 2] != ("de",):
            yield from self._how_much(at + 1, front)
            return
        start = at + 2 if word == "combien" else at + 1
        of_them = word == "combien" and words[start : start + 1] in (("le",), ("les",), ("la",), ("l'",))
        before = "how many of" if of_them else "how many" if word == "combien" else "what"
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
        if last.isdigit() and before != "année":
            return  # « dans quel pays 6 740 manifestants »: the number is the subject's
        run = end
        while run > start and self._words[run - 1][:1].isupper():
            run -= 1
        named = start < run < end and self._words[run - 1] not in _BEFORE_NAMES
        if named and self._words[start:end] not in lexicon.nouns():
            return  # « quelle place Ada Morin »: the name is the subject
        found = self._grammar.nominal(start, end, many=many)
        if found is not None:
            yield found

    def _how_much(self, at: int, front: str) -> Iterator[str]:
        """« à combien s'élève le coût », « de combien a monté le niveau », « à combien les assureurs estiment-ils »."""
        if not front:
            return
        if any(form.verb == "passer" for word in self._words[at:] for form in lexicon.forms().get(word, ())):
            return  # « à combien le taux est-il passé »: up or down is not said
        for verb in verbs.finite(self._words, at):
            if verb.name == "être" and not verb.passive:
                subject = self._grammar.nominal(verb.end, self._end)
                if subject is not None:
                    yield f"what {agreed(verb, subject)} {subject.text}"
        if front == "de":
            yield from self._asked("by how much", "", at, stray="de")
        for said in self._asked("how much", front, at, must_strand=True):
            sums = re.search(r"\b(?:amount|come) to$|\bcost|^how much did .* sell", said)
            yield said if sums or not said.endswith((" at", " to")) else f"what{said.removeprefix('how much')}"

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
            yield from self._inverted(ask, front, at, must_strand, whole=ask.startswith(("on what", "in what")))
            return
        if not front and not stray:
            if ask == "what age":
                return  # « quel âge a » is asked otherwise
            for verb in verbs.finite(self._words, at):
                if not verb.pronoun and (verb.plural or not plural):  # « combien d'habitants compte Metz »
                    yield from (f"{ask} {predicate}" for predicate in self._grammar.predicate(verb, self._end))
            yield from self._there_is(ask, at, plural)
        size = {"what duration": "how long", "what amount": "how much"}.get(ask)
        if front == "de" and size:
            for verb in verbs.finite(self._words, at):
                if verb.name == "être" and not verb.passive and not verb.pronoun:
                    yield from self._subject_last(size, "", verb, False)
        if front == "de" and ask == "what percentage":
            for verb in verbs.finite(self._words, at):
                if verb.name == "être" and not verb.passive and not verb.pronoun:
                    yield from self._subject_last(ask, "", verb, False)
                    return
        yield from self._inverted(ask, front, at, must_strand)

    def _there_is(self, ask: str, at: int, plural: bool) -> Iterator[str]:
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

    def _inverted(self, ask: str, front: str, at: int, must_strand: bool, whole: bool = False) -> Iterator[str]:
        """The subject before an inverted verb (« le SPD a-t-il obtenus »), or after a plain one (« où se trouve… »)."""
        yield from self._around_inverted(ask, front, at, must_strand, whole)
        for verb in verbs.finite(self._words, at):
            if verb.pronoun:
                continue
            yield from self._subject_last(ask, front, verb, must_strand)

    def _around_inverted(self, ask: str, front: str, at: int, must_strand: bool, whole: bool) -> Iterator[str]:
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
                some = est_ce and words[begin : begin + 2] == ("de", "les")  # « est-ce que des policiers… »
                subject = self._grammar.nominal(begin + 2 * some, place, many=some or None)
                if subject is not None:
                    yield from self._around(ask, front, verb, subject, must_strand, whole)

    def _around(
        self, ask: str, front: str, verb: verbs.Verb, subject: Phrase, must_strand: bool, whole: bool
    ) -> Iterator[str]:
        """The auxiliary, the subject, the verb, and what follows."""
        for frame, after in verbs.framed(self._words, verb, front):
            stranded = _is_stranded(verb, frame, front, after)
            if must_strand and not stranded:
                continue
            said = verbs.asked(verb, frame.english)
            if frame.english == "occupy" and ask.endswith("position"):
                said = verbs.asked(verb, "hold")
            if frame.english == "mark" and SCORED.search(ask):
                said = verbs.asked(verb, "score")
            if frame.english == "make" and (found := CAUSED.search(ask)):
                said = verbs.asked(verb, "leave" if found[0] in ("injured", "people") else "cause")
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
                rest = self._grammar.run(after, self._end, kind)
            if rest is None and stranded and not verb.passive and " " in frame.english:
                yield from self._fronted(ask, verb, frame, subject)
            if said is None or rest is None:
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

    def _subject_last(self, ask: str, front: str, verb: verbs.Verb, must_strand: bool) -> Iterator[str]:
        """« à combien s'élève le coût de… », « où se trouve… », « quelle fonction occupait Ada Morin au sein de… »."""
        for frame, after in verbs.framed(self._words, verb, front):
            stranded = _is_stranded(verb, frame, front, after)
            object_first = bool(frame.tail) and frame.tail[-1] in PREPOSITIONS
            if (must_strand and not stranded) or (object_first and not stranded) or frame.infinitive:
                continue
            cuts = range(self._end, after, -1)
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


def _is_stranded(verb: verbs.Verb, frame: lexicon.Frame, front: str, after: int) -> bool:
    """Whether the preposition before the question word is the verb's own: « à combien s'élève… »."""
    return bool(front) and frame.tail[-1:] == (front,) and after == verb.end + len(frame.tail) - 1
