"""What a French word means: as the deck's own reviewed English has it, then FreeDict where it is installed, then the
word lists of this program. An expression is found before its words. Where nothing is certain enough it says so.

It is handed to the screens as one function of words and a place. Refuses to translate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from quiz.deck import Bilingual, Card, Deck
from quiz.english import tables
from quiz.english.freedict import Entry, FreeDict
from quiz.english.lemmas import Kind, gender_after, gender_of_ending, guesses, leaning, listed
from quiz.gloss import Gender, Gloss, PartOfSpeech
from quiz.typography import safe_text

LONGEST = 5
"""Words of the longest expression looked for."""
SHOWN_SENSES = SHOWN_GLOSSES = 3
"""Senses of an entry that are shown, and glosses of each."""
_SMALL: tuple[PartOfSpeech, ...] = (
    "pronoun", "article", "determiner", "conjunction", "preposition", "number", "adverb", "adjective", "noun", "verb",
)  # fmt: skip
_CLOSED = frozenset(("pronoun", "article", "determiner", "conjunction", "preposition", "number"))
_NOMINAL: frozenset[PartOfSpeech] = frozenset(
    ("noun", "adjective", "name", "number", "pronoun", "article", "determiner", "")
)
_DETERMINER = re.compile(r"(?:(?P<m>un|le)|(?P<f>une|la)|les?|des|l['’])\s+|l['’]", re.IGNORECASE)


class Glossary:
    """Lookups over reviewed pairs and, where there is one, a dictionary."""

    def __init__(self, reviewed: Mapping[str, Gloss] | None = None, dictionary: FreeDict | None = None) -> None:
        self._reviewed = dict(reviewed or {})
        self._longest = max((len(key.split()) for key in self._reviewed), default=1)
        self.dictionary = dictionary

    def lookup(self, words: Sequence[str], at: int) -> Gloss | None:
        """The meaning of `words[at]` among the words around it (elided ones keep their apostrophe), or None."""
        if not 0 <= at < len(words):
            return None
        return self._expression(words, at) or self._word(words, at)

    def reviewed(self, lemma: str) -> Gloss | None:
        """What the reviewed pairs have under exactly this form."""
        return self._reviewed.get(_key(lemma))

    def listed(self, lemma: str, pos: PartOfSpeech) -> str | None:
        """The English that this program's own lists have for a word as that part of speech."""
        gloss = _own().get(_key(lemma))
        return gloss.english if gloss is not None and gloss.pos == pos else None

    def _expression(self, words: Sequence[str], at: int) -> Gloss | None:
        for length in range(min(max(LONGEST, self._longest), len(words)), 1, -1):
            for first in range(max(0, at - length + 1), min(at, len(words) - length) + 1):
                said = list(words[first : first + length])
                gloss = self._of_expression(said)
                if gloss is not None:
                    return _placed(gloss, first, length)
        return None

    def _of_expression(self, said: Sequence[str]) -> Gloss | None:
        """« effets spéciaux » is reviewed as it stands; « mettait en œuvre » is under « mettre en œuvre »."""
        light = listed("light", "words")
        if said[0].endswith(("'", "’")) or _key(said[0]) in light or _key(said[-1]) in light:
            return None  # « de la grève » is no expression of « de la »
        joined = _key(_joined(said))
        if joined in self._reviewed:
            return self._reviewed[joined]
        if self.dictionary is None:
            return _own().get(joined)
        for text in dict.fromkeys((joined, *self._heads(said), _key(_joined([_singular(word) for word in said])))):
            entries = self.dictionary.entries(text)
            if entries:
                return _of_entry(entries[0])
        return _own().get(joined)

    def _heads(self, said: Sequence[str]) -> list[str]:
        rest = list(said[1:])
        verbs = (lemma for lemma, kind in guesses(said[0], "il") if kind == "verb")
        known = (lemma for lemma in verbs if self.dictionary is not None and lemma in self.dictionary)
        return [_key(_joined([lemma, *rest])) for _, lemma in zip(range(2), known, strict=False)]

    def _word(self, words: Sequence[str], at: int) -> Gloss | None:
        for text, before in _pieces(words[at], words[at - 1] if at else ""):
            found = list(guesses(text, before))
            for lemma, kind in found:
                if lemma in self._reviewed and _may_be(self._reviewed[lemma].pos, kind):
                    return _placed(self._reviewed[lemma], at, 1)
            own = next((_own()[lemma] for lemma, kind in found if _is_listed(lemma, kind)), None)
            if own is not None and own.pos in _CLOSED:  # what a grammar says of « ce » is better than a dictionary's
                return _placed(own, at, 1)
            entry = self.entry(text, before)
            if entry is not None:
                alone = self.dictionary is not None and len(self.dictionary.entries(entry.headword)) == 1
                return _placed(_of_entry(entry, before, alone=alone), at, 1)
            if own is not None:
                return _placed(own, at, 1)
        return None

    def entry(self, word: str, before: str = "") -> Entry | None:
        """The dictionary's entry for a word, by its likeliest form that there is one of."""
        if self.dictionary is None:
            return None
        capital = word[:1].isupper()
        if capital:
            names = [entry for entry in self.dictionary.entries(word) if entry.headword == word.replace("’", "'")]
            if names:
                return names[0]
        for lemma, kind in guesses(word, before):
            entries = [entry for entry in self.dictionary.entries(lemma) if _may_be(entry.pos, kind)]
            plain = [entry for entry in entries if not entry.headword[:1].isupper()]
            if plain or (entries and capital):
                return _likeliest(plain or entries, word, lemma, before)
        return None


def of_decks(decks: Iterable[Deck]) -> dict[str, Gloss]:
    """The reviewed glossary that decks bring with them: their vocabulary cards, and every text of a few words whose
    English somebody has reviewed."""
    found: dict[str, Gloss] = {}
    for deck in decks:
        for card in deck.cards:
            if card.status == "rejected":
                continue
            for gloss in _of_card(card):
                found.setdefault(_key(gloss.lemma), gloss)
    return found


def of_pairs(pairs: Iterable[tuple[str, str]]) -> dict[str, Gloss]:
    """The single words and short expressions among reviewed pairs of French and English."""
    found: dict[str, Gloss] = {}
    for french, english in pairs:
        gloss = _reviewed(french, english)
        if gloss is not None:
            found.setdefault(_key(gloss.lemma), gloss)
    return found


def _of_card(card: Card) -> Iterable[Gloss]:
    if card.kind == "vocabulary" and card.fact:
        told = [card.fact.get(name) for name in ("lemma", "english", "pos", "gender", "source")]
        if all(isinstance(value, str) for value in told) and told[4] == "deck" and told[0] and told[1]:
            lemma, english, pos, gender, _ = (safe_text(str(value)) for value in told)
            yield Gloss(lemma, english, "deck", _known_pos(pos), _known_gender(gender))
    for text in (card.answer, *card.choices):
        gloss = _reviewed_text(text) if card.kind != "vocabulary" else None
        if gloss is not None:
            yield gloss


def _reviewed_text(text: Bilingual) -> Gloss | None:
    return _reviewed(text.fr, text.en) if text.en and text.origin == "reviewed" else None


def _reviewed(french: str, english: str) -> Gloss | None:
    """« une grève » / "a strike" as an entry; sentences, names and figures are none."""
    bare = french.strip()
    match = _DETERMINER.match(bare)
    gender: Gender = "" if match is None else "m" if match["m"] else "f" if match["f"] else ""
    word = bare[match.end() :] if match else bare
    if not word[:1].islower() or len(word.split()) > LONGEST or re.search(r"[\d.!?;:«»]", word):
        return None
    if match is not None:
        english = re.sub(r"^(?:an?|the)\s+", "", english.strip())
    pos: PartOfSpeech = "noun" if match else "phrase" if " " in word else ""
    return Gloss(word, english.strip(), "deck", pos, gender)


def _known_pos(text: str) -> PartOfSpeech:
    return text if text in ("noun", "verb", "adjective", "adverb", "phrase") else ""  # type: ignore[return-value]


def _known_gender(text: str) -> Gender:
    return text if text in ("m", "f", "mf") else ""  # type: ignore[return-value]


@cache
def _own() -> Mapping[str, Gloss]:
    """The words this program has English for, which its rules for whole phrases use: what there is without a
    dictionary, and what a dictionary lacks."""
    found: dict[str, Gloss] = {}
    for french, english, pos in _listed():
        found.setdefault(_key(french), Gloss(french, english, "quiz", pos))
    return found


def _listed() -> Iterator[tuple[str, str, PartOfSpeech]]:
    """Every word and expression of the lists, with its English, the likelier part of speech first."""
    for pos in _SMALL:
        for french, english in tables.words("small_words", pos).items():
            yield french, english, pos
    for table in ("things", "people"):
        for french, english in tables.words(table, table).items():
            yield french.removesuffix(" à"), english.removeprefix("~").partition("|")[0], "noun"
    for french, (one, _) in tables.counted("nouns", "nouns").items():
        yield french, one, "noun"
    for french, english in tables.words("verbs", "verbs").items():
        if "+" not in french:
            yield _TAIL.sub(r"\1", french), english, "verb"
    for both, english in tables.words("adjectives", "adjectives").items():
        for form in both.split("|"):
            yield form, english, "adjective"
    for french, english in tables.words("words", "adverbs").items():
        yield french, english, "adverb"
    for french, english in tables.words("words", "prepositions").items():
        yield french, english, "preposition"
    for french, english in tables.gendered("heads").items():
        yield french, english, "noun"
    for table in ("currencies", "own"):
        for french, (one, _) in tables.counted("units", table).items():
            yield french, one, "noun"
    for french, english in tables.words("names", "nationalities").items():
        yield french, english, "adjective"


_TAIL = re.compile(r"^(\S+) (?:à|de|en|sur|pour|par|contre|avec|dans)$")
"""A verb and the preposition it takes: « adhérer à » is under « adhérer »."""


def _of_entry(entry: Entry, before: str = "", *, alone: bool = True) -> Gloss:
    """An entry in one line, the sense of the news before the others: « étape » is "stage" before "stadium". That of a
    word with an entry `alone` is added where it lacks it."""
    own = _own().get(_key(entry.headword))
    wanted = own.english if own is not None and own.pos == entry.pos else ""
    senses = sorted(entry.senses, key=lambda glosses: wanted not in glosses)
    shown = [", ".join(sorted(glosses, key=lambda gloss: gloss != wanted)[:SHOWN_GLOSSES]) for glosses in senses]
    more = bool(wanted) and alone and not any(wanted in glosses for glosses in entry.senses)
    if more:
        shown = [wanted, *shown]
    english = "; ".join(shown[:SHOWN_SENSES])
    return Gloss(entry.headword, english, "both" if more else "freedict", entry.pos, _gender(entry, before))


def _gender(entry: Entry, before: str) -> Gender:
    """The gender of a noun: that of the article before it, else the dictionary's where the ending does not speak
    against it. FreeDict has « le matin » for a feminine."""
    if entry.pos != "noun":
        return ""
    shown = gender_after(before)
    if shown in ("m", "f"):
        return "m" if shown == "m" else "f"
    return "" if gender_of_ending(entry.headword) not in ("", entry.gender) else entry.gender


def _placed(gloss: Gloss, first: int, words: int) -> Gloss:
    return Gloss(gloss.lemma, gloss.english, gloss.source, gloss.pos, gloss.gender, first, words)


def _is_listed(lemma: str, kind: Kind) -> bool:
    return lemma in _own() and _may_be(_own()[lemma].pos, kind)


def _may_be(pos: PartOfSpeech, kind: Kind) -> bool:
    """Whether a guess of one kind may be a headword of this part of speech: « mais » is no mayor."""
    if kind == "verb":
        return pos in ("verb", "")
    return kind == "any" or pos in _NOMINAL


def _likeliest(entries: Sequence[Entry], word: str, lemma: str, before: str) -> Entry:
    """Of words written alike the one the article before it is for: « la livre », « le livre »; a noun rather than a
    pronoun where it is in the plural (« des personnes »)."""
    gender = gender_after(before)
    nominal = word.lower() != lemma or leaning(before) == "nominal"

    def unlikely(entry: Entry) -> tuple[bool, bool, bool]:
        other = bool(gender) and entry.gender != gender
        return entry.headword.lower() != lemma, other, nominal and entry.pos in ("pronoun", "adverb", "conjunction")

    return min(entries, key=unlikely)


_CLITIC = re.compile(
    r"-(?:t-)?(?:il|elle|on|ils|elles|je|tu|nous|vous|ce|le|la|les|lui|leur|y|en|moi|toi|là|ci|même|mêmes)$"
)


def _pieces(word: str, before: str) -> list[tuple[str, str]]:
    """The word, and without what is only tied to it, each with the word before it in sense: « annonce-t-il » is
    « il annonce », « celui-ci » is « celui »."""
    bare = _CLITIC.sub("", word)
    return [(word, before)] if bare == word else [(word, before), (bare, "il" if bare.islower() else before)]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


def _joined(words: Sequence[str]) -> str:
    """« l’ » and « homme » as they are written: « l’homme »."""
    return re.sub(r"(['’ʼ]) ", r"\1", " ".join(words))


def _key(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("ʼ", "'").split())
