"""Of which country somebody is: « De quelle nationalité est Odile Fortin ? », « Quel pays représente Paul Roux ? ».

Asks only whom the article is about or comes back to. Refuses a country that the topic line or the whole article tells.
"""

from __future__ import annotations

import hashlib
import re

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import the_place
from quiz.authoring.spec_forms import Worded, asked, english
from quiz.authoring.spec_nations import Nation, nation_named, nations_of, told_most
from quiz.authoring.spec_worth import in_title, mentions
from quiz.facts.fact import Specification
from quiz.typography import fold

_OFTEN = 2
"""Mentions from which somebody is no passer-by."""
_OPENING = 60
"""Characters of a sentence in which what it is about is named."""
_TOLD_BY_NAMES = ("France", "Italie", "Japon", "Russie")
"""Countries that a reader takes from the name alone."""
_GONE = re.compile(r"\b(?:mort|décès|décède|décédée?|meurt|disparition|obsèques)\b", re.IGNORECASE)


def nation_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """The country of a person, as a choice."""
    nation = nation_named(fact.frame.place)
    gender = fact.entity_gender
    titled = in_title(fact.entity, article)
    said = fact.frame.lead == "nation-represented"
    if nation is None or not gender or not (titled or said or mentions(fact.entity, article) >= _OFTEN):
        return []
    if not (titled or said) and not _at_the_head(fact.entity, fact.evidence.text):
        return []  # « … dans un groupe où se trouvent le Suisse Paul Roux et »: told in passing
    title = fold(f"{article.title or ''} {fact.entity}")
    before = article.text[: fact.evidence.start]
    if not said and re.search(rf"{_adjective(nation, gender)} {re.escape(fact.entity)}", before, re.IGNORECASE):
        return []  # told already, by a sentence that has its own card
    told = any(fold(word) in title for word in (nation.name, nation.masculine, nation.feminine))
    if told or told_most(article.text) == nation:
        return []
    near = _others(fact, nation, article)
    if said:
        own = [other for other in nations_of(article.text) if other.name != nation.name]
        near = [*own, *(other for other in near if other not in own)][:6]
    if re.search(r"\bd['’]Europe\b|\beuropéen", article.title or ""):
        near = [other for other in near if other.name not in _OVERSEAS]  # no Australian is champion of Europe
    if len(near) < 2 or nation.name in _TOLD_BY_NAMES:
        return []
    if said:
        fr, en = f"quel pays représente {fact.entity}", f"Which country does {fact.entity} represent?"
        answer = ruled(the_place(nation.name), english(nation.name))
        wrong = tuple(ruled(the_place(other.name), english(other.name)) for other in near)
    else:
        was = titled and _GONE.search(article.title or "") is not None
        fr = f"de quelle nationalité {'était' if was else 'est'} {fact.entity}"
        en = f"What nationality {'was' if was else 'is'} {fact.entity}?"
        answer = ruled(_adjective(nation, gender), nation.english)
        wrong = tuple(ruled(_adjective(other, gender), other.english) for other in near)
    return [
        Candidate(
            fact=fact,
            form="choice",
            construction="represents-nation" if said else "nationality-of",
            question=asked(Worded(fr, en)),
            answer=answer,
            distractor_type="country" if said else "words",
            suggested=wrong,
            focus=(fact.entity,),
            hint=0.2,
            features={
                "titled": float(titled),
                "mentions": float(min(5, mentions(fact.entity, article))),
                "own_nations": float(sum(_named(other, article.text) for other in near[:2])),
            },
        )
    ]


def _at_the_head(name: str, sentence: str) -> bool:
    """Is somebody what the sentence is about: at its beginning, or behind what opens it (« Après …, la Suissesse Odile
    Fortin gagne »)?"""
    at = sentence.find(name)
    behind = re.search(r"[,;] (?:l['’] ?|la |le )[\w-]+ $", sentence[:at]) is not None
    return at <= _OPENING or (behind and re.match(r" (?!et\b|ou\b)[a-zà-ÿ]", sentence[at + len(name) :]) is not None)


def _adjective(nation: Nation, gender: str) -> str:
    return nation.feminine if gender == "f" else nation.masculine


def _others(fact: Specification, nation: Nation, article: Article) -> list[Nation]:
    """Countries whose people bear names like the key's: those that the article tells of first, in an order the fact
    decides; none where names of the key's country look like no other's."""
    alike = {name for group in _ALIKE if nation.name in group for name in group} - {nation.name}
    own = [other for other in nations_of(article.text) if other.name in alike]
    known = {other.name for other in own}
    rest = [found for name in sorted(alike - known) if (found := nation_named(name)) is not None]
    turn = hashlib.sha256(fact.entity.encode()).digest()[0]
    return [*_turned(own, turn), *_turned(rest, turn)][:6]


_ALIKE = (
    ("Afrique du Sud", "Australie", "Canada", "Irlande", "Nouvelle-Zélande", "Royaume-Uni", "États-Unis"),
    ("Argentine", "Chili", "Colombie", "Espagne", "Mexique", "Pérou", "Uruguay", "Venezuela"),
    ("Allemagne", "Autriche", "Pays-Bas", "Suisse"),
    ("Belgique", "Canada", "France", "Suisse"),
    ("Danemark", "Norvège", "Suède", "Islande"),
    ("Russie", "Ukraine", "Biélorussie", "Bulgarie"),
    ("Croatie", "Serbie", "Slovénie", "Bosnie-Herzégovine"),
    ("Pologne", "Tchéquie", "République tchèque", "Slovaquie"),
    ("Estonie", "Lettonie", "Lituanie", "Finlande"),
    ("Algérie", "Maroc", "Tunisie", "Égypte"),
    ("Irak", "Jordanie", "Liban", "Syrie", "Arabie saoudite"),
    ("Bénin", "Burkina Faso", "Côte d'Ivoire", "Guinée", "Mali", "Sénégal", "Togo"),
    ("Kenya", "Ouganda", "Éthiopie", "Tanzanie"),
    ("Chine", "Corée du Sud", "Taïwan", "Japon"),
)
"""Countries in groups whose people's names look alike to a reader of French; written from general knowledge."""


_OVERSEAS = frozenset(
    (
        "Afrique du Sud", "Argentine", "Australie", "Canada", "Chili", "Colombie", "Mexique", "Nouvelle-Zélande",
        "Pérou", "Uruguay", "Venezuela", "États-Unis",
    )
)  # fmt: skip
"""Of the groups above what lies far from Europe."""


def _turned(rows: list[Nation], turn: int) -> list[Nation]:
    at = turn % max(1, len(rows))
    return [*rows[at:], *rows[:at]]


def _named(nation: Nation, text: str) -> bool:
    return re.search(rf"\b(?:{nation.name}|{nation.masculine}|{nation.feminine})\b", text, re.IGNORECASE) is not None
