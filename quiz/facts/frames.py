"""A sentence seen from its quotations: which tokens stand for each of them, and the noun phrases around.

Knows shapes of phrases; what makes a phrase a speaker is decided in `cues` and `speakers`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from quiz.facts.lexicon import bag, is_first_name, words
from quiz.facts.marks import Marked, marks_in
from quiz.facts.names import TITLES, capital, org_nouns, person_noun
from quiz.facts.parsing import Doc, Token
from quiz.facts.sentences import Sentence
from quiz.facts.speech import speech_form

_STOP_WORDS = bag(
    "qui que qu' dont où lors dans sur devant après avant depuis pendant durant avec par car mais afin quand "
    "lorsque lorsqu' comme alors via sous vers selon concernant si est a ont sont était avait ce cette"
)
_GLUE = bag("de d' du des")
_CLITICS = bag("s' se lui leur y en n' ne me m' nous vous te t' il elle ils elles")
_DAYS = bag("lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui demain")
_MONTHS = bag("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
_TIMES = bag(
    "matin soir midi jour journée semaine mois année an nuit suite fois après-midi matinée soirée week-end "
    "lendemain veille heure heures minute minutes"
)
_DETERMINERS = bag(
    "le la l' les un une son sa ses leur leurs ce cet cette ces mon ma notre nos certains certaines plusieurs "
    "deux trois quatre quelques"
)
_ASIDE = re.compile(
    r"(?:pour (?:sa|leur) part|de (?:son|leur) côté|quant à (?:lui|elle|eux|elles)|à (?:son|leur) tour|en substance"
    r"|par ailleurs|en effet|par la suite|dans la foulée|sur place|à ce (?:propos|sujet)|en outre|à l'époque|à l'AFP"
    r"|à la presse|en conclusion|de nouveau|à nouveau|tout d'abord|plus tard|peu après|au micro|avec \w+"
    r"|non sans \w+)(?!\w)"
)
_PREPOSITIONS = bag(
    "à au aux dans sur sous en lors devant auprès chez avec pour par après avant depuis pendant durant dès via "
    "contre face vers à_l' entre sans"
)
_TO = bag("à au aux pour en chez")
_BRACKETS = ("(", "[", '"')
_BINDS = _GLUE | bag("et à auprès - pour chez en")
_HANGING = _GLUE | _DETERMINERS | _TO - {"chez"} | bag("et -")
_HEADS = ("NOUN", "PROPN", "PRON", "ADJ", "X", "NUM", "VERB")
_OCCASIONS = bag(
    "afp micro cours propos sujet antenne presse journal journaliste journalistes quotidien magazine issue terme "
    "occasion sortie radio télévision chaîne agence tribune suite fin"
)


@dataclass(frozen=True, slots=True)
class Held:
    """A quotation in a sentence: tokens `first` to `after` (exclusive) stand for it."""

    mark: Marked
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `first` to `after`, and the token that heads it."""

    first: int
    after: int
    head: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence and the quotations it holds, in order."""

    sentence: Sentence
    held: tuple[Held, ...]

    @property
    def doc(self) -> Doc:
        """The sentence as parsed."""
        return self.sentence.doc

    def words(self, phrase: Phrase) -> str:
        """A phrase as the parser saw it: plain apostrophes, single spaces."""
        return self.doc[phrase.first : phrase.after].text

    def span(self, phrase: Phrase) -> tuple[int, int]:
        """A phrase's place in the article."""
        return self.sentence.span(list(self.doc[phrase.first : phrase.after]))

    def within(self, at: int) -> Held | None:
        """The quotation that token `at` belongs to."""
        for held in self.held:  # asked of every word
            if held.first <= at < held.after:
                return held
        return None

    def only_quotations(self) -> bool:
        """Does nothing but quotations and punctuation stand in the sentence?"""
        inside = {i for h in self.held for i in range(h.first, h.after)}
        rest = [t for t in self.doc if t.i not in inside and re.search(r"\w", t.text)]
        return not rest or (len(rest) == 1 and rest[0].text.lower() in ("et", "puis", "mais"))

    def text_after(self, held: Held) -> str:
        """What follows a quotation up to the next one, as the parser saw it."""
        nxt = next((h for h in self.held if h.first >= held.after), None)
        stop = self.doc[nxt.first].idx if nxt else len(self.doc.text)
        start = self.doc[held.after - 1].idx + len(self.doc[held.after - 1].text)
        return self.doc.text[start:stop]

    def text_between(self, left: Held, right: Held) -> str:
        """What stands between two quotations."""
        start = self.doc[left.after - 1].idx + len(self.doc[left.after - 1].text)
        return self.doc.text[start : self.doc[right.first].idx]

    def token_at(self, index: int) -> int:
        """The number of the token around a character of the parser's text."""
        starts = [t.idx for t in self.doc]
        at = bisect_left(starts, index + 1) - 1
        return max(0, at)


def frame_of(sentence: Sentence, marked: tuple[Marked, ...]) -> Frame:
    """A sentence with the marked stretches that begin in it."""
    held: list[Held] = []
    for mark in marks_in(marked, sentence.start, sentence.end):
        if mark.outer_start < sentence.start:
            continue
        tokens = [
            t.i for t in sentence.doc if sentence.at(t) < mark.outer_end and sentence.end_of(t) > mark.outer_start
        ]
        if tokens:
            held.append(Held(mark, tokens[0], tokens[-1] + 1))
    return Frame(sentence, tuple(held))


def phrase_from(frame: Frame, at: int, limit: int) -> Phrase | None:
    """The noun phrase that begins at token `at`: determiner, adjectives, noun, its complements with "de", names.

    It ends before a mark, a verb, a relative, another preposition; « le ministre de la Santé publique », « M. Diop »,
    « un des avocats de la famille ».
    """
    doc = frame.doc
    end = at
    head: int | None = None
    while end < limit and not _never_inside(frame, end, head):
        if end > at and (_only_opens(doc, end, head) or _new_phrase(doc, end, head)):
            break
        if doc[end].text.lower() == "et" and not _coordinated(doc, end, limit):
            break
        head = _head_so_far(doc, end, head)
        end += 1
    if at + 1 < end < len(doc) and doc[end].text == "par" and re.search(r"(?:é|i|u|is|it)e?s?$", doc[end - 1].text):
        end -= 1  # « le gouvernement espagnol | dirigé par Luc Roy »
    while end > at and _hanging(doc[end - 1]):
        end -= 1
    if end <= at or head is None or head >= end:
        return None
    return Phrase(at, end, head)


def _never_inside(frame: Frame, at: int, head: int | None) -> bool:
    """A mark, a full stop, a day, the verb of saying itself: no part of a noun phrase, wherever they stand."""
    token = frame.doc[at]
    word = token.text.lower()
    if frame.within(at) or word in _BRACKETS or (token.is_punct and word not in ("-", "'", ".")):
        return True
    if word == ".":
        before = frame.doc[at - 1].text if at else ""
        return before not in TITLES and len(before) != 1
    if word in _DAYS or (word in _MONTHS and not capital(token.text)):
        return True
    if head is None:
        return False
    following = frame.doc[at + 1].text.lower() if at + 1 < len(frame.doc) else ""
    noun = word in words("verb_or_noun") and following not in (":", "que", "qu'")  # « le préfet annonce que »
    noun = noun or (at > 0 and frame.doc[at - 1].text.lower() in ("d'", "de", "l'", "une", "cette"))  # « d'analyse »
    return word in _TIMES or (word.islower() and bool(speech_form(word, "finite")) and not noun)


def _only_opens(doc: Doc, at: int, head: int | None) -> bool:
    """A word that may begin a noun phrase, as the parser has it, but that ends one already begun."""
    token = doc[at]
    word = token.text.lower()
    if word in _STOP_WORDS and not (capital(token.text) and capital(doc[at - 1].text)):
        return True
    if word in _TO and not _complement_with_a(doc, at, head):
        return True
    if word in _CLITICS and token.pos_ == "PRON":
        return True
    if capital(token.text):
        return False
    if token.pos_ in ("VERB", "AUX"):
        return not _nominal(doc, at)
    return token.pos_ in ("ADV", "SCONJ") and word not in ("non", "plus", "très")


def _new_phrase(doc: Doc, at: int, head: int | None) -> bool:
    """A determiner after the noun, with nothing that binds it: « le maire | les accuse »."""
    word = doc[at].text.lower()
    if head is None or word not in _DETERMINERS or word in _GLUE:
        return False
    if capital(doc[at].text) and _titled(doc, at):
        return False  # « le cabinet de M. Le Roux »
    return doc[at - 1].text.lower() not in _BINDS


def _titled(doc: Doc, at: int) -> bool:
    """Does « M. », « Mme » stand right before the token?"""
    before = doc[at - 1].text if at else ""
    return before in TITLES or (before == "." and at > 1 and doc[at - 2].text in TITLES)


def _head_so_far(doc: Doc, at: int, head: int | None) -> int | None:
    """The noun that heads the phrase: its first word with a content, or a noun for a speaker soon after it."""
    token = doc[at]
    if head is None:
        return at if token.pos_ in _HEADS and token.text.lower() not in _DETERMINERS else None
    if at > head + 2 or doc[at - 1].text.lower() in _GLUE:
        return head
    first = doc[head]
    if first.pos_ == "ADJ" and token.pos_ in ("NOUN", "PROPN"):
        return at
    return at if _speaks(token.text) and not _speaks(first.text) and not capital(first.text) else head


def _hanging(token: Token) -> bool:
    """Can a phrase not end with this word?"""
    return token.text.lower() in _HANGING or (token.is_punct and token.text != ".")


def _complement_with_a(doc: Doc, at: int, head: int | None) -> bool:
    """« la secrétaire d'État à la Santé », « candidat à la mairie », « chercheuse au CNRS »: after a person's noun,
    before a noun phrase that a role may have."""
    if head is None or not person_noun(doc[head].text):
        return False
    second, third = (doc[i].text if i < len(doc) else "" for i in (at + 1, at + 2))
    if doc[at].text.lower() == "en":
        return second == "chef"
    if second[:1].isdigit() or second in ("Reuters", "Libération", "Paris"):
        return False
    return not {second.lower(), third.lower()} & (_OCCASIONS | _DAYS)


def _nominal(doc: Doc, at: int) -> bool:
    """A participle used as a noun or adjective inside a phrase: « le député élu », « l'accusé »."""
    token = doc[at]
    if at and doc[at - 1].text.lower() in _DETERMINERS:
        return True
    return bool(person_noun(token.text)) or (
        "VerbForm=Part" in str(token.morph)
        and token.dep_ in ("amod", "acl")
        and token.head.i < at
        and not _has_aux(token)
    )


def _has_aux(token: Token) -> bool:
    return any(child.pos_ == "AUX" for child in token.children)


def _coordinated(doc: Doc, at: int, limit: int) -> bool:
    """« le directeur et fondateur du site », « la société et son patron »: an "et" that goes on with a noun phrase."""
    if at + 1 >= limit:
        return False
    after = doc[at + 1]
    if after.text.lower() in _GLUE:
        return at + 2 < limit and doc[at + 2].pos_ in ("NOUN", "PROPN", "DET", "ADJ")
    return after.pos_ in ("NOUN", "PROPN", "DET", "ADJ") and after.text.lower() not in ("ce", "cela")


def subject_after(frame: Frame, at: int, limit: int) -> Phrase | None:
    """The subject that follows an inverted verb of saying, past times and circumstances.

    « a indiqué mardi soir à la presse | le procureur de Nîmes »; « note, dans son rapport, | la Cour des comptes ».
    """
    doc = frame.doc
    start = at
    while at < limit and at - start < 22:
        token = doc[at]
        word = token.text.lower()
        if frame.within(at):
            return None
        aside = _ASIDE.match(doc.text, token.idx)
        if aside:
            at = frame.token_at(aside.end() - 1) + 1
            continue
        if token.is_punct and word in (",", "-", "–"):
            at += 1
        elif (
            word in _DAYS
            or (token.pos_ == "ADV" and word != "non" and not capital(token.text))
            or word in ("même", "tout", "aussi", "ainsi", "quant")
        ):
            at += 1
            while at < limit and doc[at].text.lower() in _TIMES | {"dernier", "dernière", "prochain"}:
                at += 1
        elif word in ("le", "ce", "cet", "cette", "au", "la") and _dated(doc, at):
            at = _dated_end(doc, at)
        elif word in _PREPOSITIONS or (token.pos_ == "ADP" and word not in _GLUE):
            phrase = phrase_from(frame, at + 1, limit)
            if phrase is None:
                return None
            at = _name_within(frame, phrase) or phrase.after
            if word == "lors" or doc[at - 1].text.lower() in ("lors", "marge", "cours", "auprès"):
                continue
        elif word in _GLUE and at > start:
            phrase = phrase_from(frame, at + 1, limit)
            if phrase is None:
                return None
            at = _name_within(frame, phrase) or phrase.after
        elif (
            (token.pos_ in ("VERB", "AUX", "SCONJ") and not person_noun(token.text) and not capital(token.text))
            or word in ("que", "qu'", "qui", "dont", "si", "et", "mais", "comme")
            or (token.is_punct and word != '"')
        ):
            return None
        else:
            return phrase_from(frame, at, limit)
    return None


def _name_within(frame: Frame, phrase: Phrase) -> int | None:
    """Where a person's name begins inside a phrase that is no role: « à Radio Bleue | Anne Roy »."""
    doc = frame.doc
    if any(person_noun(doc[i].text) for i in range(phrase.first, phrase.after)):
        return None
    for i in range(phrase.first + 1, phrase.after - 1):
        before = doc[i - 1].text.lower()
        if (
            is_first_name(doc[i].text)
            and capital(doc[i + 1].text)
            and before not in (*_GLUE, "et", "-")
            and not is_first_name(doc[i - 1].text)
        ):
            return i
    return None


def _dated(doc: Doc, at: int) -> bool:
    """« le 3 mars », « ce mardi », « la semaine dernière », « cet après-midi »."""
    if at + 1 >= len(doc):
        return False
    after = doc[at + 1]
    word = after.text.lower()
    return (
        word in _DAYS
        or word in _TIMES
        or (after.text.isdigit() and at + 2 < len(doc) and doc[at + 2].text.lower() in _MONTHS)
        or word in ("1er", "même")
    )


def _dated_end(doc: Doc, at: int) -> int:
    at += 2
    while at < len(doc) and (
        doc[at].text.lower() in _MONTHS | _TIMES | _DAYS | {"dernier", "dernière", "même", "er"}
        or doc[at].text.isdigit()
    ):
        at += 1
    return at


def _speaks(word: str) -> bool:
    return person_noun(word) is not None or named_body(word)


def named_body(word: str) -> bool:
    """Is the word a noun for a body that can speak?"""
    return word in org_nouns() or word.lower() in org_nouns()
