"""Roles: what a person is in a body or does for a living, read from a stretch of a sentence.

Knows the nouns of `data/roles.toml` and how a role phrase runs on ("directrice générale du studio Trixter"). Refuses to
know who holds the role, and to read a phrase that holds a verb or leads into a second phrase: a role cut short is
another role.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from quiz.facts.parsing import Doc, Token
from quiz.facts.spec_words import words

RoleClass = Literal["head", "post", "maker", "trade"]
When = Literal["past", "present", "future"]

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """One form of a role noun. `lemma` is its masculine; `gender` "" where both sexes share the form."""

    form: str
    lemma: str
    english: str
    role_class: RoleClass
    gender: Literal["m", "f", ""]


@dataclass(frozen=True, slots=True)
class Role:
    """A role phrase in a sentence: tokens `start` to `end` (exclusive), the determiner before it left out.

    `text` is the phrase as it stands; `head` its noun with the adjectives that belong to it ("directrice générale");
    `body` the complement with its preposition ("du studio allemand VFX Trixter"), "" where there is none; `named`
    whether a capital in the complement names the body; `nation` a nationality said with the noun ("ministre
    *britannique*"), `party` the letters of one ("sénatrice *PS*"). `whole` is False where the phrase stops at something
    that may belong to it.
    """

    start: int
    end: int
    noun: RoleNoun
    text: str
    head: str
    body: str
    named: bool
    when: When
    determiner: str
    nation: str
    party: str
    whole: bool
    premodified: bool

    @property
    def gender(self) -> Literal["m", "f", ""]:
        """What the form tells: of the noun, of its adjectives, or of its determiner."""
        if self.noun.gender and not (self.noun.gender == "m" and _epicene_in_title(self.noun)):
            return self.noun.gender
        if self.determiner.lower() in ("la", "une", "sa", "cette"):
            return "f"
        return ""


def _epicene_in_title(noun: RoleNoun) -> bool:
    """Many women are still called "le ministre", "l'auteur", "le professeur": such a masculine proves no man."""
    return noun.lemma in (
        "auteur",
        "professeur",
        "ministre",
        "premier ministre",
        "chef",
        "maire",
        "procureur",
        "médecin",
        "PDG|pdg",
    )


@cache
def role_nouns() -> dict[str, RoleNoun]:
    """Every form of every role noun, lower-cased, to what it means."""
    table: dict[str, RoleNoun] = {}
    raw = tomllib.loads((_DATA / "roles.toml").read_text(encoding="utf-8"))
    for group in raw["role"]:
        for masculine, feminine, english in group["words"]:
            sole: Literal["m", ""] = "m" if feminine else ""
            forms: list[tuple[str, Literal["m", "f", ""]]] = [(form, sole) for form in masculine.split("|")]
            forms += [(form, "f") for form in feminine.split("|") if form]
            for form, gender in forms:
                noun = RoleNoun(form, masculine.split("|")[0], english, group["class"], gender)
                table.setdefault(form.lower(), noun)
    return table


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The small words around a role noun (`data/role_words.toml`)."""

    after: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    future: frozenset[str]
    nations: dict[str, str]


@cache
def role_words() -> RoleWords:
    """The table, read once."""
    raw = tomllib.loads((_DATA / "role_words.toml").read_text(encoding="utf-8"))
    nations = tomllib.loads((_DATA / "nations.toml").read_text(encoding="utf-8"))
    adjectives: dict[str, str] = {}
    for row in nations["nations"]:
        for form in row[1].split():
            adjectives[form] = row[0]
    return RoleWords(
        after=frozenset(raw["after"]),
        past=frozenset(raw["past"]),
        present=frozenset(raw["present"]),
        future=frozenset(raw["future"]),
        nations=adjectives,
    )


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(role_nouns(), key=len, reverse=True)
    alternatives = "|".join(re.escape(form).replace("'", r"'\s?") for form in forms)
    return re.compile(
        rf"(?<![\w'-])(?:ex-)?(?P<noun>{alternatives})(?![\w-])|(?<=[ld]')(?P<elided>{alternatives})(?![\w-])"
    )


_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _first_words() -> frozenset[str]:
    """The letters that each of these nouns begins with, up to its first mark or space: three sentences in four have
    none of them, and need not be gone through with a pattern of all the nouns."""
    return frozenset(_LETTERS.findall(form)[0] for form in role_nouns())


_DETERMINERS = words("roles_determiners")
_PREPOSITIONS = frozenset(["de", "d'", "du", "des"])
_MORE_PREPOSITIONS = words("roles_more_prepositions")
_ARTICLES = words("roles_articles")
_CONTRACTED = frozenset(["du", "au", "des", "aux", "la", "l'", "le", "les"])
_OF_STATE = ("ministre", "secrétaire d'État", "vice-ministre")
_RANKED = frozenset(("vice-président", "vice-ministre", "secrétaire", "adjoint"))
_RANKS = frozenset(("premier", "première", "second", "seconde", "deuxième", "troisième"))
_LONGEST = 18


@lru_cache(512)  # asked for by what is said of an article's names, then by each sentence's rules
def find_roles(doc: Doc) -> tuple[Role, ...]:
    """All role phrases of a sentence, in order, each starting outside the ones before it."""
    flat = doc.text.lower()  # three times as fast as a pattern that minds no capitals
    if _first_words().isdisjoint(_LETTERS.findall(flat)):
        return ()
    found = list(_pattern().finditer(flat if len(flat) == len(doc.text) else doc.text))
    if not found:
        return ()
    roles: list[Role] = []
    by_offset = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token.text): token.i for token in doc}
    reach = 0
    for match in found:
        name = "noun" if match.group("noun") else "elided"
        start = by_offset.get(match.start())
        last = ends.get(match.end())
        if start is None or last is None or match.start() < reach:
            continue
        noun = role_nouns()[re.sub(r"'\s", "'", match.group(name))]
        if last > start and noun.form.islower() and doc[last].text[:1].isupper() and "État" not in doc[last].text:
            noun, last = role_nouns().get(doc[start].text.lower(), noun), start  # « cheffe de Projet Brisk »
        role = _read(doc, start, last + 1, noun, ex=match.group().startswith("ex-"))
        if role is not None:
            roles.append(role)
            reach = doc[role.start].idx + len(role.head)
    return tuple(roles)


def _read(doc: Doc, first: int, after: int, noun: RoleNoun, *, ex: bool) -> Role | None:
    """The phrase around the noun at tokens `first` to `after`."""
    words = role_words()
    if doc[first].text[:1].isupper() and first > 0 and noun.form.islower() and not _after_determiner(doc, first):
        return None  # « Roi Heenok », « le Parti Populaire »: part of a name
    if first > 1 and doc[first].text[:1].isupper() and doc[first - 1].text in ("Le", "La") and noun.form.islower():
        return None  # « Bruno Le Maire »
    if after < len(doc) and doc[after].text.lower() in ("le", "la", "l'", "les", "un", "une"):
        return None  # « représentant la Géorgie », « élue le 4 mai »: the participle of a verb
    if noun.lemma in ("élu", "général") and not (
        first > 0 and doc[first - 1].text.lower() in ("un", "une", "le", "l'", "du", "au")
    ):
        return None
    when: When = "past" if ex else "present"
    if noun.lemma in _RANKED and first > 0 and doc[first - 1].text.lower() in _RANKS:
        first -= 1  # « le second vice-président »: one of two
    start, premodified = first, False
    while start > 0 and doc[start - 1].text.lower() in words.past | words.present | words.future:
        start -= 1
        word = doc[start].text.lower()
        premodified = True
        if word in words.past:
            when = "past"
        elif word in words.future:
            when = "future"
    if noun.lemma == "ministre" and doc[after : after + 2].text.lower() in ("d'état", "d'etat", "d’état"):
        after += 2  # « le ministre d'État | chargé de la Mer »
    determiner = doc[start - 1].text if start > 0 and doc[start - 1].text.lower() in _DETERMINERS else ""
    end = after
    nation, party = "", ""
    while end < len(doc):
        word = doc[end].text.lower()
        pair = f"{word} {doc[end + 1].text.lower()}" if end + 1 < len(doc) else ""
        if pair in words.after:
            end += 2
        elif word in words.after:
            end += 1
        elif word in words.nations:
            nation, end = words.nations[word], end + 1
        elif _is_party(doc, end):
            party, end = doc[end].text, end + 1
        elif (
            doc[end].pos_ == "ADJ"
            and word.isalpha()
            and word.islower()
            and end == after
            and not _starts_clause(doc, end)
        ):
            end += 1
        else:
            break
    head_end = end
    end, whole = _complement(doc, end, noun)
    body = doc[head_end:end].text if end > head_end else ""
    named = any(token.text[:1].isupper() for token in doc[head_end:end])
    return Role(
        start=start,
        end=end,
        noun=noun,
        text=doc[start:end].text,
        head=doc[first:head_end].text,
        body=body,
        named=named,
        when=when,
        determiner=determiner,
        nation=nation,
        party=party,
        whole=whole,
        premodified=premodified,
    )


def _is_party(doc: Doc, at: int) -> bool:
    """« le député LR des Alpes-Maritimes »: two to five letters in capitals right behind the noun."""
    return bool(re.fullmatch(r"[A-ZÉ]{2,5}|LaREM|LReM|MoDem", doc[at].text)) and doc[at].ent_type_ != "PER"


def _after_determiner(doc: Doc, at: int) -> bool:
    return doc[at - 1].text.lower() in _DETERMINERS or doc[at - 1].is_punct


def _starts_clause(doc: Doc, at: int) -> bool:
    """Does a verb read as an adjective begin here (« le président explique »)? Then a comma or a name comes later."""
    return at + 1 < len(doc) and doc[at + 1].text.lower() in ("que", "qu'", "à", "par", "en", "il", "-t-il", "-il")


def _complement(doc: Doc, at: int, noun: RoleNoun) -> tuple[int, bool]:
    """Where the complement that starts at token `at` ends, and whether it is whole.

    « directrice générale du studio allemand VFX Trixter, »: preposition, article, nouns, names and adjectives, again
    and again, up to a mark, a verb or a relative. « directeur de la recherche et du développement »: "et" before a
    second complement is taken in for ministries only, and makes any other phrase a cut one.
    """
    end = at
    first = True
    while end < len(doc) and end - at < _LONGEST:
        word = doc[end].text.lower()
        if first and word in ("chargé", "chargée", "délégué", "déléguée") and end + 1 < len(doc):
            after = _noun_phrase(doc, end + 2) if doc[end + 1].text.lower() in _PREPOSITIONS else None
            if after is not None:
                end, first = after, False
                continue
        linked = word in _PREPOSITIONS or (not first and word in _MORE_PREPOSITIONS)
        if word == "avec" and end > at and doc[end - 1].text.lower() == "relations":
            linked = True  # « chargé des relations | avec le Parlement »
        if word in ("contre", "pour") and not first and _cause(doc, end):
            linked = True  # « la Ligue | contre la violence routière »
        if first and word in _MORE_PREPOSITIONS:
            linked = word in ("à", "au", "aux", "pour", "chez", "auprès", "en")
        if not linked:
            break
        after = _noun_phrase(doc, end + 1)
        if after is None:
            break
        if not first and word in _MORE_PREPOSITIONS and not (_belongs(doc, end, after) or _cause(doc, end)):
            break
        end = after
        first = False
    if (
        end < len(doc)
        and doc[end].text.lower() == "et"
        and end + 1 < len(doc)
        and (
            doc[end + 1].text.lower() in _PREPOSITIONS
            or (noun.lemma in _OF_STATE and doc[end + 1].text.lower() in ("à", "au", "aux"))
        )
    ):
        if noun.lemma in _OF_STATE:
            after = _noun_phrase(doc, end + 2)
            if after is not None:
                return after, True
        after = _noun_phrase(doc, end + 2)
        if after is not None and after + 1 < len(doc) and doc[after].text == "(" and doc[after + 1].text.isupper():
            return after, True  # « l'Autorité des ports et des phares (APP) »: its letters close a name
        return end, False
    if end + 1 < len(doc) and doc[end].text.lower() == "et" and noun.lemma in _OF_STATE and doc[end + 1].pos_ == "ADJ":
        return end + 2, True  # « de la Transition écologique et solidaire »
    if end >= len(doc):
        return end, True
    after_word = doc[end].text.lower()
    cut = after_word in _PREPOSITIONS or (end > at and after_word in ("où", "-", "/"))
    if end > at and after_word in ("et", "ou") and end + 1 < len(doc):
        goes_on = doc[end + 1]
        cut = (
            goes_on.pos_ in ("NOUN", "ADJ")
            and goes_on.text.lower() not in role_nouns()
            and not goes_on.text[:1].isupper()
        )
    return end, not cut


_LEAGUES = frozenset(
    ("alliance", "association", "centre", "coalition", "collectif", "comité", "congrégation", "fédération", "fondation",
     "ligue", "mouvement", "observatoire", "office", "union")
)  # fmt: skip


def _cause(doc: Doc, at: int) -> bool:
    """« la Ligue contre la violence routière », « la Congrégation pour la doctrine de la foi »: for or against what a
    body is belongs to its name."""
    word, before = doc[at].text.lower(), doc[at - 1].text
    return word in ("contre", "pour") and before[:1].isupper() and before.lower() in _LEAGUES


def _belongs(doc: Doc, at: int, after: int) -> bool:
    """Is the second complement part of the body's name (« professeur à l'université de Liège », « université au
    Canada ») and not of the clause (« a été président du club pour la troisième fois »)?"""
    return doc[at].text.lower() in ("à", "au", "aux", "en", "pour", "sur") and any(
        t.text[:1].isupper() for t in doc[at + 1 : after]
    )


_TAILS = frozenset(("club", "clubs", "center", "group"))
"""Nouns in small letters that go on a name, whatever the parser takes them for."""


def _noun_phrase(doc: Doc, at: int) -> int | None:
    """The end of the noun phrase at token `at`, or None where there is none. Names may be several words; a comma, a
    verb, a pronoun or a conjunction ends it."""
    end = at
    if end < len(doc) and doc[end - 1].text.lower() == "auprès" and doc[end].text.lower() in _PREPOSITIONS:
        end += 1
    while end < len(doc) and doc[end].text.lower() in _ARTICLES:
        end += 1
    seen = False
    while end < len(doc):
        token = doc[end]
        if not seen and token.text.isalpha() and doc[end - 1].text.lower() in _CONTRACTED:
            seen = True  # « au département »: a noun, whatever the parser took it for
        elif token.text[:1].isupper() and not token.is_punct:
            if seen and _person_begins(doc, end):
                break
            seen = True
        elif seen and token.text.lower() in _TAILS and doc[end - 1].text[:1].isupper():
            pass  # « l'Automobile club de Monaco »
        elif token.text == "&" or (token.text in ("of", "and", "the", "for") and seen):
            pass
        elif token.pos_ in ("NOUN", "PROPN") or token.pos_ == "NUM":
            seen = True
        elif token.pos_ == "ADJ" or token.text.lower() in role_words().nations:
            if _starts_clause(doc, end):
                break
        elif (
            token.pos_ == "VERB"
            and token.text.lower().endswith(("é", "ée", "és", "ées"))
            and seen
            and _adjectival(token)
        ):
            pass
        else:
            break
        end += 1
    return end if seen else None


def _adjectival(token: Token) -> bool:
    """« les Nations unies », « la Royal Society fondée »: a participle inside a name has a capital before it."""
    return token.text.lower() in ("unis", "unies", "uni", "unie", "associés", "associées", "réunis", "réunies")


def _person_begins(doc: Doc, at: int) -> bool:
    """« le chef du parti Jean Martin », « le président du PSG Nasser »: the parser's names tell where a person
    begins."""
    token = doc[at]
    return token.ent_type_ == "PER" and token.ent_iob_ == "B" and doc[at - 1].ent_type_ != "PER"
