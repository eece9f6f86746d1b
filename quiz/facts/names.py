"""Finds the stretches of a sentence that are names: capitals, the small words that join them, what the parser marked.

Knows the shape of names and not what they name; that is decided in `entities` from all the places a name stands in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from quiz.facts.event_words import known_bodies, known_places, nations
from quiz.facts.lexicon import bag, demonyms, is_first_name, lines, phrases, words
from quiz.facts.name_ends import (
    behind_an_owner,
    breton_end,
    called_after_a_town,
    field_of_body,
    initial_ends,
    numbered_person,
    shortened,
    without_borders,
)
from quiz.facts.parsing import Doc, Token
from quiz.facts.sentences import UPPER, Sentence

_JOINERS = bag("de du des d' la le les l' von van der den ben bin ibn al el y e di da dos of for the and & et")
_PERSON_JOINERS = bag("de du d' la le von van der den ben bin ibn al el y di da dos des")
TITLES = bag(
    "M. MM. Mr. Mrs. Mme Mmes Mlle Monsieur Madame Mademoiselle Dr Dr. Docteur Me Maître Pr Pr. Mgr Sir Lady Lord"
)
_ARABIC = bag("al el ad an ar as at az ul")
_FEMININE_TITLES = bag("Mme Mmes Mlle Madame Mademoiselle Lady Mrs.")
_MASCULINE_TITLES = bag("M. MM. Mr. Monsieur Sir Lord Mgr")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name in a sentence: tokens `first` to `after` (exclusive) and the parser's label ("" where it has none)."""

    first: int
    after: int
    text: str
    label: str
    title: str
    """The title before it (« Mme »), "" where there is none."""


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A noun for a person; `base` is its masculine form, `gender` "" where the form is for both."""

    base: str
    gender: str


@cache
def person_nouns() -> dict[str, PersonNoun]:
    """Form -> noun, plural forms too."""
    table: dict[str, PersonNoun] = {}
    for row in lines("person_nouns"):
        group, _, entries = row.partition(":")
        for entry in entries.split():
            if group == "both":
                table.setdefault(entry, PersonNoun(entry, ""))
            elif group == "pairs":
                man, woman = entry.split("/")
                table.setdefault(man, PersonNoun(man, "" if man == woman else "m"))
                table.setdefault(woman, PersonNoun(man, "f"))
            else:
                table.setdefault(entry, PersonNoun(entry, group))
    for form, noun in list(table.items()):
        if not form.isupper() and not form.endswith(("s", "x")):
            table.setdefault(form + "s", noun)
    return table


_PREFIXED = re.compile(r"^(?:ex|vice|co|sous)-")


def person_noun(word: str) -> PersonNoun | None:
    """What person noun the word is a form of; « ex-ministre », « vice-présidente » count."""
    table = person_nouns()
    for form in (word, word.lower()):
        if form in table:
            return table[form]
    return table.get(_PREFIXED.sub("", word.lower())) if "-" in word else None


@cache
def org_nouns() -> dict[str, bool]:
    """Noun for a body -> whether its definite form looks back to a body named before (« la société »)."""
    table: dict[str, bool] = {}
    for row in lines("org_nouns"):
        group, _, entries = row.partition(":")
        for entry in entries.split():
            table[entry] = group == "looks-back"
            if not entry.endswith(("s", "x")):
                table[entry + "s"] = False
    return table


_CAPITAL = re.compile(rf"[{UPPER}]|[a-z]{{1,2}}[{UPPER}]|(?:a[dlnrstz]|el|ul|bin|ben)-[{UPPER}]")
_ACRONYM = re.compile(rf"[{UPPER}](?:[{UPPER}0-9]|\.(?=[{UPPER}])|-(?=[{UPPER}0-9]))+\.?s?")
_ROMAN = re.compile(r"([IVX]+)(?:e|ème|è|er)?")


def capital(word: str) -> bool:
    """Does the word begin as a name does? « l'Oréal » is cut by the parser; « iPhone » and « al-Mansour »
    count."""
    return _CAPITAL.match(word) is not None


def acronym(word: str) -> bool:
    """« OMS », « L214 », « U.E. »: two capitals and more, no small letter but a plural s."""
    return _ACRONYM.fullmatch(word) is not None


def name_spans(sentence: Sentence, common: frozenset[str]) -> Iterator[NameSpan]:
    """The names of a sentence in order. `common` are words the article also writes small: a capital at the start of a
    sentence proves nothing for them."""
    doc = sentence.doc
    heading = sentence.kind in ("title", "heading")
    at = 0
    while at < len(doc):
        token = doc[at]
        if not _may_begin(doc, at, common) or sentence.masks(token):
            at += 1
            continue
        after = _reach(doc, at, heading)
        first, after = _trim(doc, at, after)
        if first < after:
            for start, stop in _parts(doc, first, after):
                if not _generic(doc, start, stop, common):
                    yield _span(doc, start, stop)
        at = max(after, at + 1)


def _may_begin(doc: Doc, at: int, common: frozenset[str]) -> bool:
    token = doc[at]
    word = token.text
    if (
        not capital(word)
        or _century(doc, at)
        or word in TITLES
        or (len(word) == 1 and not doc[at + 1 : at + 2].text.startswith("."))
    ):
        return False
    if word.lower() in words("not_names"):
        return acronym(word) and len(word) > 1 and word.lower() not in ("il", "on", "et", "ce", "la", "le", "un", "en")
    if at + 1 < len(doc) and without_borders(doc, at + 1):
        return True
    if person_noun(word) and not token.ent_type_ and not _capital_at(doc, at + 1):
        return False
    starts = at == 0 or doc[at - 1].text in ('"', "-", "–", "—", ":", "(", "•", ".", "!", "?", "…")
    if starts and not acronym(word):
        if word.lower() in common:
            return token.ent_type_ == "PER" or (is_first_name(word) and _capital_at(doc, at + 1))
        if token.pos_ in ("DET", "PRON", "ADP", "ADV", "CCONJ", "SCONJ", "AUX", "VERB", "NUM", "INTJ"):
            return is_first_name(word) or (token.ent_type_ != "" and token.pos_ not in ("DET", "PRON", "ADP"))
        if token.pos_ in ("NOUN", "ADJ"):
            return bool(token.ent_type_) or is_first_name(word) or _capital_at(doc, at + 1) or word in org_nouns()
    return True


def _century(doc: Doc, at: int) -> bool:
    """« au XX e siècle », « le XIXème siècle »: Roman numerals count, and name nobody."""
    found = _ROMAN.fullmatch(doc[at].text)
    return found is not None and doc[at + 1 : at + 3].text.startswith(("e siècle", "ème siècle", "siècle", "er siècle"))


def _capital_at(doc: Doc, at: int) -> bool:
    return at < len(doc) and capital(doc[at].text)


def _reach(doc: Doc, at: int, heading: bool) -> int:
    """Where a name that begins at token `at` ends: capitals, numbers after them, joiners between two capitals."""
    after = at + 1
    while after < len(doc):
        token = doc[after]
        word = token.text
        before = doc[after - 1].text
        if initial_ends(doc, at, after) or numbered_person(doc, at, after):
            break
        if (
            (capital(word) and word not in TITLES)
            or breton_end(doc, after)
            or shortened(doc, at, after)
            or (
                re.fullmatch(r"\d{1,4}|[IVX]+", word)
                and before.isalpha()
                and not is_first_name(before)
                and _product_number(doc, after)
            )
            or (word == "." and len(before) == 1 and capital(before) and _capital_at(doc, after + 1))
            or (
                re.fullmatch(r"-[a-zà-ÿ]{1,6}", word)
                and not doc[after - 1].whitespace_
                and before[:1].isupper()
                and token.pos_ != "PRON"
            )
        ):
            after += 1
        elif word in _ARABIC and doc[after + 1 : after + 2].text == "-" and _capital_at(doc, after + 2):
            after += 3  # « Abou Nasr | al-Mansouri »
        elif word in ("-", "–") and after + 1 < len(doc) and (_glued(doc, after) or _second_syllable(doc, at, after)):
            after += 2
        elif tail := max(_tail_of_body(doc, at, after), field_of_body(doc, at, after), without_borders(doc, after)):
            after += tail
        elif word.lower() in _JOINERS:
            ahead = after
            while ahead < len(doc) and doc[ahead].text.lower() in _JOINERS and ahead - after < 3:
                ahead += 1
            if _capital_at(doc, ahead) and _joins(doc, at, after, ahead):
                after = ahead + 1
            else:
                break
        elif (
            token.ent_iob_ == "I" and token.ent_type_ in ("ORG", "MISC") and _lower_tail(doc, at, after) and not heading
        ) or _adjective_of_body(doc, at, after):
            after += 1
        else:
            break
    return after


def _product_number(doc: Doc, at: int) -> bool:
    """« Falcon 9 », « Ligue 1 »: the number ends the name; « Paris 12 personnes » goes on."""
    nxt = doc[at + 1] if at + 1 < len(doc) else None
    return nxt is None or (nxt.pos_ not in ("NOUN", "ADJ", "NUM") and nxt.text not in ("%", "€", "$"))


def _glued(doc: Doc, at: int) -> bool:
    return not doc[at - 1].whitespace_ and not doc[at].whitespace_ and _capital_at(doc, at + 1)


def _second_syllable(doc: Doc, first: int, at: int) -> bool:
    """« Park Jung-mi »: a given name of two syllables, the second small, after the family name."""
    tied = not doc[at - 1].whitespace_ and not doc[at].whitespace_
    ahead = doc[at + 1].text
    return (
        tied
        and at - first >= 2
        and ahead.islower()
        and ahead.isalpha()
        and len(ahead) <= 5
        and len(doc[at - 1].text) <= 5
    )


def _joins(doc: Doc, first: int, at: int, ahead: int) -> bool:
    """Do the small words between two capitals belong to one name?

    « Université de Lyon », « Charles de Gaulle », « Bureau of Land », « Luc Marty d'Arvers » are one; « Marie Roy et
    Jean Diop », « Diop à Berlin » are two.
    """
    joint = [doc[i].text.lower() for i in range(at, ahead)]
    head = doc[first].text
    if joint[0] in ("et", "&", "and", "of", "for", "the"):
        if joint[0] == "et":
            return False
        return head not in person_nouns()
    if is_first_name(head) or doc[first].ent_type_ == "PER":
        inside = all(doc[i].ent_type_ == "PER" for i in range(first, ahead + 1))
        foreign = not set(joint) & {"de", "du", "d'", "des"} or joint == ["d'"]
        noble = inside and _of_an_estate(doc, first, at, joint, doc[ahead].text)
        known = set(joint) <= _PERSON_JOINERS
        return known and ((inside and (foreign or noble)) or (at == first + 1 and is_first_name(head)))
    if joint[0] in ("la", "le", "les", "l'", "al", "el"):
        return doc[ahead].ent_iob_ == "I"
    if head in org_nouns() or head.lower() in org_nouns() or head.lower() in words("name_heads"):
        return not is_first_name(doc[ahead].text)
    return doc[ahead].ent_iob_ == "I" and doc[at].ent_iob_ == "I"


_ESTATES = (["de"], ["d'"], ["de", "la"])


def _of_an_estate(doc: Doc, first: int, at: int, joint: list[str], tail: str) -> bool:
    """« Luc Marty de Volancière »: a first name, a surname, and « de » with what is no place or body that is known; the
    parser takes all of it for somebody."""
    if at != first + 2 or joint not in _ESTATES or not is_first_name(doc[first].text):
        return False
    known = tail in known_places() or tail in known_bodies() or tail in nations().values()
    return not known and not acronym(tail) and tail not in org_nouns() and tail.lower() not in org_nouns()


def without_a_stranger(sentence: Sentence, span: NameSpan, alone: Collection[str]) -> NameSpan:
    """« Luc Marty de Volancière » stays whole; « Luc Marty de Diop », where Diop stands in the article by himself, is a
    slip for two people."""
    doc = sentence.doc
    joint = [doc[i].text.lower() for i in range(span.first + 2, span.after - 1)]
    if doc[span.after - 1].text in alone and _of_an_estate(
        doc, span.first, span.first + 2, joint, doc[span.after - 1].text
    ):
        return _span(doc, span.first, span.first + 2)
    return span


def _lower_tail(doc: Doc, first: int, at: int) -> bool:
    """May a small-letter word go on the name? Only after the head of a body's or a work's name."""
    token = doc[at]
    head = doc[first].text.lower()
    return (
        (head in org_nouns() or head in words("name_heads"))
        and token.pos_ in ("ADJ", "NOUN", "ADP", "DET", "PROPN")
        and token.text.isalpha()
    )


def _adjective_of_body(doc: Doc, first: int, at: int) -> bool:
    """« Assemblée nationale », « Cour suprême », « Union européenne », « Fonds monétaire international »."""
    word = doc[at].text
    head = doc[first].text.lower()
    if word == "unies" and doc[at - 1].text == "Nations":
        return True  # « Conseil de sécurité des Nations | unies »
    if at != first + 1 and not (at == first + 2 and doc[first + 1].text in words("name_adjectives")):
        return False
    return word in words("name_adjectives") and (head in org_nouns() or head in words("name_heads"))


def _tail_of_body(doc: Doc, first: int, at: int) -> int:
    """How many small-letter words end a body's name here: « Cour | des comptes », « Conseil | de sécurité »."""
    head = doc[first].text.lower()
    if head not in org_nouns() and head not in words("name_heads"):
        return 0
    rest = doc[at : at + 6].text.lower().replace("' ", "'")
    tails = (t for t in phrases("name_tails") if rest.startswith(t) and not rest[len(t) : len(t) + 1].isalnum())
    tail = max(tails, key=len, default="")
    size = 0
    while tail and size < 6 and len(doc[at : at + size].text) < len(tail):
        size += 1
    return size


def _trim(doc: Doc, first: int, after: int) -> tuple[int, int]:
    while first < after and (
        (after - first > 1 and _of_a_land(doc, first) and capital(doc[first + 1].text))
        or (doc[first].text.lower() in words("not_names") and not acronym(doc[first].text))
        or doc[first].text in TITLES
    ):
        first += 1
    while after > first and (
        (doc[after - 1].text.lower() in _JOINERS and not capital(doc[after - 1].text))
        or doc[after - 1].text in ("pour", "sur", "dans", "en", "par", "avec", "contre")
        or (doc[after - 1].is_punct and doc[after - 1].text != ".")
    ):
        after -= 1
    return first, after


def _of_a_land(doc: Doc, at: int) -> bool:
    """« le Colombien | Luc Roy », « la Vendéenne | Anne Roy »."""
    return doc[at].text.lower() in demonyms() or called_after_a_town(doc, at)


def _parts(doc: Doc, first: int, after: int) -> Iterator[tuple[int, int]]:
    """Cuts a run of capitals where a person's name begins in it: « Intérieur | Marie Roy », « SNCF | Jean ».

    A person noun with a capital is no part of a name: « Président | Jean Diop », « Professeure | Marie Roy ».
    """
    start = first
    for at in range(first, after):
        word = doc[at].text
        if (
            at > start
            and is_first_name(word)
            and at + 1 < after
            and (capital(doc[at + 1].text) or (doc[at + 1].text == "-" and _glued(doc, at + 1)))
            and (_begins_person(doc, start, at) or _second_person(doc, start, at, after))
        ):
            yield start, at if doc[at - 1].text.lower() not in _JOINERS else at - 1
            start = at
        elif at > start and (
            _surname_behind_body(doc, start, at, after)
            or _behind_portfolio(doc, at, after)
            or behind_an_owner(doc, start, at, after)
        ):
            while doc[start].text.lower() in _JOINERS and not capital(doc[start].text):
                start += 1
            yield start, at
            start = at
        if (
            at == start
            and at + 1 < after
            and person_noun(word)
            and not without_borders(doc, at + 1)
            and word.lower() not in ("roi", "reine")
            and not is_first_name(word)
        ):
            start = at + 1
            while start < after - 1 and doc[start].text.lower() in _JOINERS and not capital(doc[start].text):
                start += 1  # « Président des | États-Unis »
    while start < after and doc[start].text.lower() in _JOINERS and not capital(doc[start].text):
        start += 1
    if start < after:
        yield start, after


def _begins_person(doc: Doc, start: int, at: int) -> bool:
    before = doc[at - 1].text
    articled = start > 0 and doc[start - 1].text.lower() in ("l'", "la", "le", "du")  # « de l'Aude | Anne Costa »
    if (is_first_name(doc[start].text) and not articled) or len(before) == 1 or before in (".", "-", "–"):
        return False
    if before.lower() in _JOINERS or before in _KUNYAS:
        return False
    head = doc[start].text.lower()
    if before.islower() or _portfolio(
        doc, start
    ):  # « le Conseil européen | Anne Roy », « ministre des Médias | Luc Roy »
        return True
    return head not in words("name_heads") and head not in org_nouns()


def _second_person(doc: Doc, start: int, at: int, after: int) -> bool:
    """« les ministres de Luc Marchand | Anne Roy »: a first name and a surname, and at once the same again."""
    first, last = doc[start].text, doc[at - 1].text
    return at == start + 2 and after == at + 2 and is_first_name(first) and capital(last) and not is_first_name(last)


_KUNYAS = bag("Abou Abu Abo Aboul Oum Oumm Abd Abdel Abdul Aboubacar")
"""« Abou Omar al-Tariq »: what an Arabic name begins with, before a first name."""
_RULED_BODIES = bag("agence assemblée banque commission conseil cour fédération gouvernement parti union")


def _surname_behind_body(doc: Doc, start: int, at: int, after: int) -> bool:
    """« le patron de la Banque centrale européenne | Marty »: a body's name that ended in a small adjective does not go
    on with somebody's surname."""
    return (
        at == after - 1
        and doc[start].text.lower() in _RULED_BODIES
        and doc[at - 1].text in words("name_adjectives")
        and capital(doc[at].text)
        and not acronym(doc[at].text)
    )


def _portfolio(doc: Doc, start: int) -> bool:
    """Does the capital at `start` stand in what somebody is minister of, and not alone in a name with « de »?"""
    left = [token.text.lower() for token in doc[max(0, start - 25) : start]]
    return (
        bool(left) and left[-1] in ("des", "de", "du", "la", "l'", "et") and bool({"ministre", "ministres"} & set(left))
    )


PORTFOLIOS = bag(
    "Postes Technologies Information Communication Médias Culture Sports Santé Éducation Intérieur Défense Finances "
    "Économie Justice Travail Emploi Environnement Agriculture Transports Énergie Logement Jeunesse Tourisme Commerce "
    "Industrie Recherche Budget Famille Solidarité"
)
"""What a minister is minister of: no body, whatever the capital says."""


def _behind_portfolio(doc: Doc, at: int, after: int) -> bool:
    """« la ministre de la Défense | Anika Szydorska »: what somebody is minister of goes on with no name of theirs."""
    minister = any(token.text.lower() in ("ministre", "ministres") for token in doc[max(0, at - 8) : at])
    return after - at >= 2 and doc[at - 1].text in PORTFOLIOS and minister and all(map(_name_word, doc[at:after]))


def _name_word(token: Token) -> bool:
    """A word of a person's name, and of no other ministry (« de la Santé Solidarité Sports »)."""
    return capital(token.text) and token.text not in PORTFOLIOS


def _generic(doc: Doc, first: int, after: int, common: frozenset[str]) -> bool:
    """Is it a common noun with a capital (« les Français », « le Club », « un Gilet jaune »)?"""
    if after - first != 1:
        return False
    word = doc[first].text
    if word in phrases("media"):
        return False
    if word in ("Royaume", "Région", "Département"):
        return True  # « le Royaume », « la Région »: not which
    if word == "Gilet":
        return True  # « un Gilet jaune » is one of many
    if word in words("common_acronyms"):
        return True
    if person_noun(word) and not is_first_name(word):
        return True
    titled = first > 0 and doc[first - 1].text in ("Le", "La", "L'", "Les")
    if word.lower() in common and not titled and doc[first].ent_type_ != "PER" and not is_first_name(word):
        return not acronym(word)
    return _of_a_land(doc, first) or (org_nouns().get(word.lower(), False) and not acronym(word))


def _span(doc: Doc, first: int, after: int) -> NameSpan:
    votes: dict[str, int] = {}
    for token in doc[first:after]:
        if token.ent_type_:
            votes[token.ent_type_] = votes.get(token.ent_type_, 0) + 1
    label = max(votes, key=lambda k: votes[k]) if votes else ""
    before = doc[first - 1].text if first else ""
    if before == "." and first > 1:
        before = doc[first - 2].text + "."
    title = before if before in TITLES else ""
    return NameSpan(first, after, doc[first:after].text, label, title)


def title_gender(title: str) -> str:
    """The gender a title tells."""
    return "f" if title in _FEMININE_TITLES else "m" if title in _MASCULINE_TITLES else ""


def written(token: Token) -> str:
    """The token as it stands, small letters."""
    return token.text.lower()
