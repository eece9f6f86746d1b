"""What the words around a name say of it: a person, a body, a product, a work, a place; a man or a woman; which role.

One place proves little; `Votes` adds the places up.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from quiz.facts.context_signs import (
    MAKERS,
    a_site,
    called_after,
    lies_at,
    maker_of,
    opens_a_clause,
    somebody_of,
    told_by,
)
from quiz.facts.lexicon import bag, countries, first_name_gender, is_first_name, phrases, words
from quiz.facts.names import NameSpan, PersonNoun, acronym, org_nouns, person_noun, title_gender
from quiz.facts.parsing import Doc, Token
from quiz.facts.speech import speech_form
from quiz.facts.verbs import finite, is_adjective, is_noun, participle

if TYPE_CHECKING:
    from quiz.facts.entities import Gender, Kind
    from quiz.facts.sentences import Sentence

_OF_ALL = bag("victime star vedette légende figure idole personne personnalité recrue")
"""Feminine nouns said of men too."""
_HUMAN = bag(
    "naître mourir décéder épouser fonder cofonder sourire étudier enseigner interpréter réaliser habiter vivre rêver "
    "grandir"
)
"""Verbs that only people are the subject of, or nearly so."""
_KINDS = Path(__file__).parent / "data" / "kinds.toml"
_DETERMINERS = bag("le la l' un une du au son sa leur ce cet cette notre l'un l'une")
_PLACE_PREPOSITIONS = bag("en à au aux vers depuis dans")
_MODIFIERS = bag(
    "ancien ancienne ex nouveau nouvel nouvelle actuel actuelle futur future jeune célèbre premier première "
    "vice grand grande défunt défunte feu ancienne-ministre tout très principal principale seul seule simple "
    "autre fameux fameuse éphémère richissime sulfureux puissant puissante"
)
_LINKS = bag("de d' du des le la les l' à au aux et ou en par pour chez avec contre sur dans entre")
_BODY_WORDS = bag(
    "FC AC AS RC SC OGC United City Club Inc Corp Group Groupe SA Ltd Foundation Institute University Company "
    "Studios Studio News Times Post Press Records Pictures Airlines Motors Bank"
)
_SMALL_LINKS = frozenset(("du", "des"))
_NO_ROLE = bag("a ont est sont qui que qu' où dont mais et ou , . ; : ( ) « »")


@dataclass(slots=True)
class Votes:
    """Votes for the kinds, the genders, and the roles said of a name."""

    kinds: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    roles: list[tuple[str, str, int]] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    firm: bool = False
    """Something other than the parser's label says that it is a person."""

    def add(self, other: Votes) -> None:
        """Adds another's votes to these."""
        self.kinds.update(other.kinds)
        self.genders.update(other.genders)
        self.firm = self.firm or other.firm
        self.nouns |= other.nouns
        self.roles += [role for role in other.roles if role not in self.roles]

    @property
    def kind(self) -> Kind:
        """The kind with most votes; "other" without any."""
        if not self.kinds or max(self.kinds.values()) <= 0:
            return "other"
        best: Kind = max(self.kinds, key=lambda k: (self.kinds[k], k))  # type: ignore[arg-type]
        return best

    @property
    def gender(self) -> Gender:
        """The gender with most votes, "" where they are even."""
        f, m = self.genders["f"], self.genders["m"]
        return "f" if f > m else "m" if m > f else ""


@cache
def _kind_nouns() -> dict[str, Literal["product", "work", "organisation", "place", "event", "other"]]:
    raw = tomllib.loads(_KINDS.read_text(encoding="utf-8"))
    return {row[0]: group["kind"] for group in raw["kind"] for row in group["words"]}


def votes_of(span: NameSpan, sentence: Sentence) -> Votes:
    """The votes of one place where a name stands."""
    votes = Votes()
    _by_parser(span, votes)
    _by_shape(span, votes)
    _by_words_before(span, sentence, votes)
    _by_words_after(span, sentence, votes)
    _by_verb(span, sentence, votes)
    if span.title:
        votes.kinds["person"] += 8
        votes.firm = True
        gender = title_gender(span.title)
        if gender:
            votes.genders[gender] += 5
    return votes


def _by_parser(span: NameSpan, votes: Votes) -> None:
    kind = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "work"}.get(span.label)
    if kind:
        alone = span.after - span.first == 1 and not is_first_name(span.text)
        votes.kinds[kind] += 2 if kind == "place" or (kind == "person" and not alone) else 1


def _by_shape(span: NameSpan, votes: Votes) -> None:
    parts = span.text.split()
    if len(parts) >= 2 and is_first_name(parts[0]) and parts[1] not in ("Saint", "et"):
        votes.kinds["person"] += 5
        votes.firm = True
        gender = first_name_gender(span.text)
        if gender:
            votes.genders[gender] += 2
    if acronym(parts[0]) and len(parts) == 1:
        votes.kinds["organisation"] += 2
        votes.kinds["person"] -= 3
    if span.text in phrases("media"):
        votes.kinds["organisation"] += 6
    if span.text in countries():
        votes.kinds["place"] += 6
    if len(parts) >= 2 and set(parts) & _BODY_WORDS and span.label != "PER":
        votes.kinds["organisation"] += 4
        votes.kinds["person"] -= 2
    head = parts[0]
    if len(parts) >= 3 and not votes.firm and _SMALL_LINKS & set(parts[1:-1]):
        votes.kinds["person"] -= 5  # « Grotte du Moulin », « Massif des Ombres »
    if len(parts) == 1 and re.match(r"Sainte?-[A-ZÀ-Ý]", head):
        votes.kinds["place"] += 1
        votes.kinds["person"] -= 3  # « le collège Saint-Joseph »
    if re.search(r"(?:^| )(?:du|de l') ?(?:Nord|Sud|Est|Ouest)$", span.text):
        votes.kinds["place"] += 6  # « Vallonie du Nord »
        votes.kinds["person"] -= 8
    if head in org_nouns() or head.lower() in org_nouns():
        votes.kinds["organisation"] += 5
        votes.kinds["person"] -= 5
    elif head.lower() in words("name_heads"):
        votes.kinds["organisation"] += 1
        votes.kinds["person"] -= 4


def _by_words_before(span: NameSpan, sentence: Sentence, votes: Votes) -> None:
    """« la société X », « le film X », « à X », « le ministre de la Culture X », « l'actrice, X »."""
    doc = sentence.doc
    if not span.first:
        return
    before = doc[span.first - 1]
    word = before.text.lower()
    if word in _PLACE_PREPOSITIONS and span.label == "LOC":
        votes.kinds["place"] += 2
    if a_site(span, sentence):
        votes.kinds["place"] += 4
    if maker := maker_of(span, sentence):
        votes.kinds["organisation"] += 6
        votes.kinds["person"] -= 4
        votes.nouns.add(maker)
    if lies_at(span, sentence):
        votes.kinds["place"] += 2
        votes.kinds["person"] -= 1
    if gender := somebody_of(span, sentence):
        votes.kinds["person"] += 4
        votes.firm = True
        votes.genders[gender] += 1
    if called_after(span, sentence):
        votes.kinds["place"] += 2
        votes.kinds["person"] -= 6
    saying = speech_form(before.text, "participle", "finite")
    alone = not any(acronym(t.text) for t in doc[span.first : span.after]) and 2 <= span.after - span.first <= 4
    if saying is not None and saying.strong and span.label != "ORG" and alone:
        votes.kinds["person"] += 3  # « a déclaré | Qing Nguyen »
        votes.firm = True
    if word == "chez":
        votes.kinds["organisation"] += 1
    if word == "comme" and (kind := _listed_kind(span, sentence)):
        votes.kinds[kind] += 3
    kind = _kind_nouns().get(before.text) or (
        _kind_nouns().get(doc[span.first - 2].text) if span.first > 1 and before.pos_ == "ADJ" else None
    )
    if kind:
        votes.kinds[kind] += 4
    elif before.text in org_nouns():
        votes.kinds["organisation"] += 4
    elif span.first > 2 and doc[span.first - 2].text == "de" and doc[span.first - 3].text in org_nouns():
        votes.kinds["organisation"] += 4  # « l'agence de presse | X »
    if before.text in org_nouns():
        votes.nouns.add(before.text)
    role = _role_before(span, sentence)
    if role:
        noun, text, at, gender = role
        votes.kinds["person"] += 4
        votes.firm = True
        votes.roles.append((noun.base, text, at))
        if gender:
            votes.genders[gender] += 3


def _listed_kind(span: NameSpan, sentence: Sentence) -> Kind | None:
    """« des outils d'IA comme | X », « des sociétés comme | X »: the noun that X is an example of."""
    for token in reversed(sentence.doc[max(0, span.first - 6) : span.first - 1]):
        if token.pos_ in ("VERB", "AUX", "PUNCT"):
            return None
        noun = token.text.lower().removesuffix("s")
        kind = _kind_nouns().get(noun) or ("organisation" if noun in org_nouns() else None)
        if kind:
            return kind
    return None


def _role_before(span: NameSpan, sentence: Sentence) -> tuple[PersonNoun, str, int, str] | None:
    """The role phrase that ends before a name: « la ministre de la Santé, | X », « l'entraîneur lyonnais | X »."""
    doc = sentence.doc
    last = span.first - 1
    comma = doc[last].text == ","
    if comma:
        last -= 1
    elif doc[last].text.lower() in _LINKS or _only_a_verb(doc[last].text):
        return None
    at = last
    while at >= 0 and last - at < 16:
        token = doc[at]
        two_fields = token.text == "et" and doc[at + 1].text.lower() in ("de", "d'", "du", "des")
        if (
            sentence.masks(token)
            or (token.text.lower() in _NO_ROLE and not two_fields)
            or (token.pos_ in ("VERB", "AUX") and not token.text.endswith(("é", "ée")) and not _articled(doc, at))
        ):
            return None
        noun = person_noun(token.text)
        if noun is None and token.text.lower() in ("le", "la", "l'", "un", "une") and not _linked(doc, at):
            return None  # « a condamné jeudi le bailleur | X »: the phrase begins here
        if noun and noun.base in MAKERS and not is_first_name(span.text.split()[0]):
            return None
        if noun and noun.base == "général" and at and person_noun(doc[at - 1].text):
            noun = None  # « la directrice générale », « le procureur général »
        named = token.text[:1].isupper()  # « le président de la Banque centrale | Draghi »
        body = noun is None and not named and (token.text in org_nouns() or token.text in _kind_nouns())
        if body and not comma and not any(t.text[:1].isupper() for t in doc[at + 1 : span.first]):
            return None  # « le directeur du club | X »: X is the club
        written = not token.text[:1].isupper() or token.text.isupper() or at in (0, last)
        if noun and (written or doc[at - 1].text.lower() in ("le", "la")):  # « Le Ministre de la Défense | X »
            start = at
            while start and doc[start - 1].text.lower() in _MODIFIERS:
                start -= 1
            determiner = doc[start - 1].text.lower() if start else ""
            if comma and determiner not in _DETERMINERS and start != 0:
                return None
            gender = noun.gender or ("f" if determiner in ("la", "une", "cette") else "")
            if not noun.gender and determiner == "sa":
                gender = "f"
            known = first_name_gender(span.text)
            if known and gender and known != gender:
                if noun.base not in _OF_ALL and (gender == "f" or noun.gender == "f"):
                    at -= 1  # « l'adjoint à la maire, Marc Petit »: he is no mayoress
                    continue
                gender = ""
            if any(doc[i].text in ("des", "les") for i in range(max(0, start - 1), start)) or (
                token.text.endswith("s") and noun.base + "s" == token.text.lower()
            ):
                return None
            return noun, doc[start : last + 1].text, sentence.at(doc[start]), gender
        at -= 1
    return None


def _linked(doc: Doc, at: int) -> bool:
    """Does the article at `at` stand behind a preposition or « et », in a longer phrase (« le maire de la ville »)?"""
    return at > 0 and (doc[at - 1].text.lower() in _LINKS or doc[at - 1].pos_ in ("ADP", "CCONJ", "DET"))


def _articled(doc: Doc, at: int) -> bool:
    """« le manager de Brumelle »: a person's noun behind its article, which the tagger took for a verb."""
    return at > 0 and doc[at - 1].text.lower() in ("le", "la", "un", "une") and person_noun(doc[at].text) is not None


def _only_a_verb(word: str) -> bool:
    """« le président du club invita | Awa »: a word that can only be a verb ends no role, whatever the tagger says."""
    form = finite(word)
    known = is_noun(word) or is_adjective(word) or person_noun(word) is not None
    return form is not None and word.islower() and not known and participle(word) is None


def _by_words_after(span: NameSpan, sentence: Sentence, votes: Votes) -> None:
    """« X, ministre de la Culture », « X (l'entraîneur du club) », « X est avocate »."""
    doc = sentence.doc
    at = span.after
    if at + 1 >= len(doc):
        return
    joint = doc[at].text
    if joint in ("est", "était", "devient", "reste", "fut") or joint in (",", "(", "–", "—", "-"):
        opened = joint
    else:
        return
    at += 1
    start = at
    determiner = ""
    while at < len(doc) and (
        doc[at].text.lower() in _DETERMINERS
        or doc[at].text.lower() in _MODIFIERS
        or doc[at].text.lower()
        in ("des", "de", "les", "l'un", "l'une", "ex-", "-", "aussi", "également", "lui-même", "elle-même")
    ):
        if doc[at].text.lower() in _DETERMINERS:
            determiner = doc[at].text.lower()
        at += 1
    if at >= len(doc) or at - start > 4 or opens_a_clause(span, sentence, start):
        return
    noun = person_noun(doc[at].text)
    if noun is None:
        kind = _kind_nouns().get(doc[at].text.lower())
        if kind and determiner:
            votes.kinds[kind] += 3
        elif doc[at].text in org_nouns() and determiner:
            votes.kinds["organisation"] += 3
        if doc[at].text in org_nouns() and determiner:
            votes.nouns.add(doc[at].text)
        if opened == "," and at == start and told_by(span, sentence) and doc[at].pos_ == "NOUN":
            body = doc[at].text in org_nouns() or doc[at].text.lower() in _kind_nouns()
            votes.kinds["person"] += 0 if body else 5  # « …, calcule Trésor Roy, logisticien »
        return
    end = at + 1
    while (
        end < len(doc)
        and doc[end].text
        not in (",", ".", ";", ":", "(", ")", "–", "—", "qui", "et", "dont", "où", "a", "ont", "est", "avait")
        and not sentence.masks(doc[end])
    ):
        end += 1
    if (
        opened in (",", "–", "—", "-")
        and end < len(doc)
        and doc[end].text in ("a", "avait", "est")
        and determiner in ("le", "la", "l'")
    ):
        return  # « Selon X, le ministre a démissionné »
    votes.kinds["person"] += 6
    votes.firm = True
    gender = noun.gender or (
        "f"
        if determiner in ("la", "une", "sa", "l'une")
        or doc[at - 1].text.lower() in ("ancienne", "première", "nouvelle")
        else ""
    )
    known = first_name_gender(span.text)
    if gender and not (known and known != gender and gender == "m"):
        votes.genders[gender] += 3
    votes.roles.append((noun.base, doc[start:end].text, sentence.at(doc[start])))


def _by_verb(span: NameSpan, sentence: Sentence, votes: Votes) -> None:
    """A subject of « dit », « pense », « est né » is a person, or a body that speaks."""
    for token in sentence.doc[span.first : span.after]:
        if token.dep_ == "nsubj" and token.head.pos_ == "VERB":
            form = speech_form(token.head.text)
            if form and form.strong:
                votes.kinds["person"] += 1
                votes.kinds["place"] -= 1
                votes.kinds["organisation"] += 3 if span.label in ("MISC", "ORG") or span.after - span.first > 1 else 1
                votes.firm = votes.firm or span.label == "PER"
            if token.head.lemma_ in _HUMAN:
                votes.kinds["person"] += 2
    doc = sentence.doc
    relative = doc[span.after + 1] if span.after + 1 < len(doc) and doc[span.after].text == "," else None
    if relative is not None and relative.text == "qui" and relative.head.lemma_ in _HUMAN:
        votes.kinds["person"] += 8
        votes.firm = True


def head_word(tokens: list[Token]) -> str:
    """The first word."""
    return tokens[0].text if tokens else ""
