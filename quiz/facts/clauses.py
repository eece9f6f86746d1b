"""A sentence's clauses, read shallowly: verb groups, the noun phrase that a number counts, the subject of a verb.

Small parsers go wrong right after numbers, so the backbone here is the verb groups (found by form as well as by tag)
and
the punctuation between them; the parse only fills in. Knows grammar and nothing of facts; where two readings are open
it
answers None.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from quiz.facts.parsing import Token
from quiz.facts.reading import Sentence
from quiz.facts.value_words import words
from quiz.facts.verbs import VerbForm, finite, is_adjective, is_noun, participle, verb_forms

Cat = Literal[
    "verb", "part", "inf", "ger", "noun", "name", "adj", "det", "adp", "pron", "clit", "adv", "neg", "and", "sub",
    "rel",
    "comma", "stop", "open", "close", "mark", "num", "other",
]  # fmt: skip

_DETERMINERS = words("determiners")
_CLITICS = words("clitics")
_RELATIVES = words("relatives")
_COORDINATORS = words("coordinators")
_SUBORDINATORS = words("subordinators")
_ADPOSITIONS = words("adpositions")
_AUXILIARIES = ("être", "avoir")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb with its clitics, negation, auxiliaries and participles, in tokens[first:stop].

    `finite` is the token that agrees with the subject; `main` carries the meaning (a participle, or `finite` itself).
    """

    first: int
    finite: int
    main: int
    stop: int
    lemma: str
    number: Literal["s", "p", ""]
    auxiliary: str
    negated: bool
    mood: str
    tense: str
    inverted: bool = False

    @property
    def passive(self) -> bool:
        """Whether it is être with the participle of a verb that does not take être for its perfect."""
        return self.auxiliary in ("être", "être+été") and self.lemma not in words("verbs_with_etre")


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A sentence's tokens with their categories, and its verb groups in order."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    cats: tuple[Cat, ...]
    groups: tuple[VerbGroup, ...]
    seen: str
    """The sentence as the parser saw it."""

    def text(self, first: int, stop: int) -> str:
        """The sentence as the parser saw it, tokens[first:stop], without outer spaces and commas."""
        if first >= stop:
            return ""
        start = self.tokens[first].idx
        last = self.tokens[stop - 1]
        return self.seen[start : last.idx + len(last.text)].strip(" ,;:")

    def verbatim(self, first: int, stop: int) -> str:
        """The article's own characters of tokens[first:stop]."""
        if first >= stop:
            return ""
        start, end = self.sentence.at(self.tokens[first]), self.sentence.end_of(self.tokens[stop - 1])
        return self.sentence.text[start - self.sentence.start : end - self.sentence.start]

    def group_of(self, i: int) -> VerbGroup | None:
        """The verb group that holds token `i`."""
        return next((g for g in self.groups if g.first <= i < g.stop), None)


@lru_cache(256)
def shape(sentence: Sentence) -> Shape:
    """Reads the shape of a sentence, once for all who ask."""
    tokens = tuple(sentence.doc)
    cats = [_category(tokens, i) for i in range(len(tokens))]
    _settle_clitics(tokens, cats)
    groups = tuple(_verb_groups(tokens, cats)) or _lone_verb(tokens, cats)
    for group in groups:
        if group.main != group.finite:
            cats[group.main] = "part"
    return Shape(sentence, tokens, tuple(cats), groups, str(sentence.doc.text))


def _lone_verb(tokens: tuple[Token, ...], cats: list[Cat]) -> tuple[VerbGroup, ...]:
    """« Le Sénat compte 348 sièges », « Le chômage baisse de 0,9 point », « Un bilan fait état de… »: in a sentence
    without a verb, the word right after its first noun phrase that may be one."""
    for i in range(1, len(tokens) - 1):
        form, after = finite(tokens[i].lower_), tokens[i + 1].lower_
        if form is None or form.tense not in ("pres", "fut", "impf") or not tokens[i].text.islower():
            continue
        first = i
        while first > 0 and cats[first - 1] in ("noun", "name", "adj", "det", "adp"):
            first -= 1
        opens = first == 0 or cats[first - 1] in ("comma", "stop", "adv")
        phrase = first < i and cats[first] in ("det", "name") and cats[i - 1] in ("noun", "name", "adj", "close")
        changes = (
            form.lemma in words("change_verbs") and after in ("de", "d'") and cats[min(i + 2, len(cats) - 1)] == "num"
        )
        acts = cats[i + 1] in ("det", "num") and after not in ("de", "d'", "du", "des")
        stated = tokens[i].lower_ == "fait" and after == "état"
        if opens and phrase and cats[i] != "verb" and (acts or changes or stated):
            cats[i] = "verb"
            return (VerbGroup(i, i, i, i + 1, form.lemma, form.number, "", False, form.mood, form.tense),)
    return ()


_BY_TAG: dict[str, Cat] = {
    "NOUN": "noun", "PROPN": "name", "ADJ": "adj", "ADP": "adp", "PRON": "pron", "ADV": "adv", "DET": "det",
    "CCONJ": "and", "SCONJ": "sub", "VERB": "part", "AUX": "part",
}  # fmt: skip


def _category(tokens: tuple[Token, ...], i: int) -> Cat:
    token = tokens[i]
    word, pos = token.text.lower(), token.pos_
    if word in ("%", "€", "$", "£"):
        return "num"
    if (
        word in ("-", "–", "—", "/")
        and 0 < i < len(tokens) - 1
        and not tokens[i - 1].whitespace_
        and not token.whitespace_
    ):
        return "noun"  # within a word: « story-boards »
    if token.is_punct or word in ("-", "–", "—"):
        return _punctuation(word)
    if word in ("ne", "n'"):
        return "neg"
    if word in _RELATIVES and pos in ("PRON", "SCONJ", "ADV") and not (word == "que" and pos == "SCONJ"):
        return "rel"
    if word in _SUBORDINATORS and pos in ("SCONJ", "ADV", "CCONJ", "ADP"):
        return "sub"
    gold = word == "or" and i > 0 and tokens[i - 1].text not in (".", ",", ";", ":")  # la médaille d'or
    if word in _COORDINATORS and (token.text == word or i == 0) and not gold:
        return "and"
    if pos == "NUM" or word[:1].isdigit():
        return "num"
    form = _as_verb(tokens, i)
    if form is not None:
        return "verb"
    if word in ("de", "d'", "du", "des", "au", "aux"):
        return "det" if pos == "DET" else "adp"
    if word in _DETERMINERS and pos in ("DET", "ADP", "PRON", "NUM"):
        return "det"
    if word in _ADPOSITIONS and pos in ("ADP", "ADV", "SCONJ", "NOUN", "PRON"):
        return "adp"
    forms = verb_forms(word)
    verbish = pos in ("VERB", "AUX", "ADJ") or not is_noun(word)
    if forms and verbish and pos not in ("ADP", "PRON", "DET", "PROPN"):
        if any(f.mood == "inf" for f in forms) and not (pos == "NOUN" and _after_determiner(tokens, i)):
            return "inf"
        by = is_noun(word) and i > 0 and tokens[i - 1].lower_ in ("par", "chaque")
        if by and any(f.mood == "ger" for f in forms):
            return "noun"  # « par habitant »
        named = is_noun(word) and i > 0 and tokens[i - 1].lower_ in ("par", "de", "d'", "chaque", "l'", "un", "une")
        if (
            not named
            and any(f.mood == "ger" for f in forms)
            and (pos in ("VERB", "AUX") or (i > 0 and tokens[i - 1].lower_ == "en"))
        ):
            return "ger"
        if participle(word) is not None and pos in ("VERB", "AUX", "ADJ", "NOUN"):
            return "part"
    if word.endswith("ment") and not is_noun(word):
        return "adv"
    if (
        pos in ("CCONJ", "SCONJ", "ADV", "X", "INTJ", "SYM")
        and len(word) > 3
        and is_noun(word)
        and word not in _SUBORDINATORS
    ):
        return "noun" if pos != "ADV" or (i > 0 and _is_number(tokens[i - 1])) else "adv"
    after_noun = i > 0 and tokens[i - 1].pos_ == "NOUN" and not _is_number(tokens[i - 1])
    if pos == "NOUN" and after_noun and token.text.islower() and is_adjective(word):
        return "adj"
    alone = (
        i + 1 < len(tokens) and tokens[i + 1].pos_ in ("AUX", "VERB", "ADP", "PRON") and _after_determiner(tokens, i)
    )
    if pos == "ADJ" and alone and is_noun(word) and not is_adjective(word) and participle(word) is None:
        return "noun"  # « une avalanche a fait… »
    if pos == "ADJ" and i > 0 and token.text[0].isupper() and token.text[1:].islower() and not is_adjective(word):
        return "name"  # « la ville de Dakar »
    if pos in ("NOUN", "PROPN") and token.text.islower() and len(word) < 4 and not is_noun(word):
        return "other"
    if pos in ("CCONJ", "SCONJ") and i > 0 and token.text[0].isupper():
        return "name"  # le Ballon d'Or
    return _BY_TAG.get(pos, "other")


def _is_number(token: Token) -> bool:
    return bool(token.pos_ == "NUM" or token.text[:1].isdigit())


def _punctuation(word: str) -> Cat:
    if word == ",":
        return "comma"
    if word in ("(", "["):
        return "open"
    if word in (")", "]"):
        return "close"
    return "stop" if word in (";", ":", ".", "!", "?", "…", "...") else "mark"


def _after_determiner(tokens: tuple[Token, ...], i: int) -> bool:
    return i > 0 and tokens[i - 1].lower_ in _DETERMINERS


def _as_verb(tokens: tuple[Token, ...], i: int) -> VerbForm | None:
    """The finite form a token has here, tag and form weighed: « 39 % s'en servent » though the tagger says adverb."""
    token = tokens[i]
    word = token.text.lower()
    form = finite(word)
    tagged = token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in str(token.morph)
    before = tokens[i - 1].lower_ if i > 0 else ""
    if tagged:
        if form is None and is_noun(word) and (before in _DETERMINERS or (i > 0 and tokens[i - 1].pos_ == "NOUN")):
            return None  # « la zone euro »
        number = "p" if "Number=Plur" in str(token.morph) else "s"
        return form or VerbForm(token.lemma_, "ind", number, "pres")  # type: ignore[arg-type]
    if form is None or token.pos_ in ("ADP", "PRON", "DET", "SCONJ", "CCONJ", "NUM"):
        return None
    named = i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper()
    if word in ("soit", "entre", "contre") or (token.text[0].isupper() and (i > 0 or token.pos_ == "PROPN" or named)):
        return None
    if before in ("se", "s'", "ne", "n'", "y", "il", "elle", "on", "ils", "elles", "qui"):
        return form
    if before == "l'" and form.number == "p":
        return form  # « les firmes l'utilisent »: no plural noun after l'
    if before == "en" and i > 1 and tokens[i - 2].lower_ in ("se", "s'", "ne", "n'"):
        return form
    if is_noun(word) or before in _DETERMINERS or before in _ADPOSITIONS:
        return None
    if form.number == "p":
        return form
    plain = participle(word) is None and i + 1 < len(tokens) and tokens[i + 1].pos_ in ("ADP", "DET", "NUM", "ADV")
    if token.pos_ in ("VERB", "AUX") and plain:
        return form
    after_name = i > 0 and tokens[i - 1].text[:1].isupper() and tokens[i - 1].pos_ in ("PROPN", "NOUN", "ADJ")
    if token.pos_ in ("ADJ", "ADV", "X") and after_name and form.tense == "pres" and plain:
        return form  # « Marie Morin monte sur le podium »
    if is_adjective(word):
        return None
    return form if token.pos_ in ("NOUN", "ADJ", "ADV") and participle(word) is None else None


def _settle_clitics(tokens: tuple[Token, ...], cats: list[Cat]) -> None:
    """Pronouns leaning on the verb after them: « l'utilisent », « s'en servent », « les a vus »."""
    for i, cat in enumerate(cats):
        if cat != "verb":
            continue
        j = i - 1
        while j >= 0 and (
            cats[j] == "neg" or (tokens[j].lower_ in _CLITICS and cats[j] in ("pron", "det", "adp", "adv"))
        ):
            if cats[j] != "neg":
                cats[j] = "clit"
            j -= 1


_SKIP_IN_GROUP: tuple[Cat, ...] = ("adv", "neg")


def _ago(tokens: tuple[Token, ...], i: int) -> bool:
    """« il y a deux jours » is a time, not a statement."""
    if i < 2 or tokens[i].lower_ != "a" or tokens[i - 1].lower_ != "y" or tokens[i - 2].lower_ not in ("il", "n'"):
        return False
    ahead = [token.lower_ for token in tokens[i + 1 : i + 6]]
    return any(word in words("time_units") for word in ahead[:4]) and "que" not in ahead


def _verb_groups(tokens: tuple[Token, ...], cats: list[Cat]) -> list[VerbGroup]:
    out: list[VerbGroup] = []
    taken = -1
    for i, cat in enumerate(cats):
        if cat != "verb" or i <= taken:
            continue
        form = _as_verb(tokens, i)
        if form is None:
            continue
        first = i
        while first > 0 and cats[first - 1] in ("clit", "neg"):
            first -= 1
        if _ago(tokens, i):
            continue
        main, lemma, auxiliary, stop = i, form.lemma, "", i + 1
        inverted = False
        if stop < len(tokens) and tokens[stop].text.startswith("-") and len(tokens[stop].text) > 1:
            inverted, stop = True, stop + 1
        if form.lemma in _AUXILIARIES:
            main, lemma, auxiliary, stop = _participles(tokens, cats, i, stop, form)
        negated = any(cats[k] == "neg" for k in range(first, i)) or any(
            tokens[k].lower_ in ("pas", "jamais", "aucun", "aucune") for k in range(i, min(stop + 1, len(tokens)))
        )
        if stop < len(tokens) and tokens[stop].lower_ in ("pas", "plus", "jamais") and negated:
            stop += 1
        out.append(
            VerbGroup(first, i, main, stop, lemma, form.number, auxiliary, negated, form.mood, form.tense, inverted)
        )
        taken = stop - 1
    return out


def _participles(
    tokens: tuple[Token, ...], cats: list[Cat], i: int, stop: int, form: VerbForm
) -> tuple[int, str, str, int]:
    """The participles after an auxiliary at `i`: (main token, lemma, auxiliaries, end of the group)."""
    main, lemma, auxiliary = i, form.lemma, ""
    j, seen = stop, 0
    while j < len(tokens) and seen < 4:
        word = tokens[j].lower_
        form_here = participle(word)
        if (
            form_here is not None
            and cats[j] in ("part", "adj", "verb", "noun", "name", "adv")
            and not _after_determiner(tokens, j)
        ):
            if form_here.lemma == "être" and form.lemma == "avoir":
                auxiliary, main, lemma, stop = "être+été", j, "être", j + 1
                j, seen = j + 1, 0
                continue
            auxiliary = auxiliary or form.lemma
            return j, form_here.lemma, auxiliary, j + 1
        if cats[j] in _SKIP_IN_GROUP or word in ("tout", "tous", "toutes"):
            j, seen = j + 1, seen + 1
            continue
        break
    if auxiliary == "être+été":
        auxiliary = "avoir"
    return main, lemma, auxiliary, stop
