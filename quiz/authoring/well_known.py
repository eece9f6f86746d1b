"""Wrong choices that the article need not name: who else held an office or led a country, ministries of a kind, and
names of one and the same body, which never stand side by side.

Knows a candidate and the day of its article. How choices are picked is the business of `distractors`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.dice import chance
from quiz.authoring.lands import at_home
from quiz.authoring.lists import stock
from quiz.authoring.public_people import holders, in_office, leaves, peers, year_of
from quiz.authoring.spec_forms import english_name
from quiz.deck import Bilingual
from quiz.typography import fold

_WANTED = 2


def well_known(
    candidate: Candidate, published: str | None, text: str, seed: str
) -> tuple[tuple[Bilingual, ...], tuple[Bilingual, ...]]:
    """Who else held the office that is asked for, to be offered first; and who else was in view beside somebody who is
    asked for, to be offered where the article names nobody better. An article without a date gives none."""
    year = year_of(published)
    question, key = candidate.question.fr, candidate.answer.fr
    kind = candidate.distractor_type.split(":")[0]
    if candidate.distractor_type == "speaker:body" or kind == "organisation":
        return (), tuple(
            ruled(name, english_name(name)) for name in bodies_beside(key) if name not in text and at_home(name, text)
        )
    if not year or kind not in ("person", "speaker"):
        return (), ()
    if candidate.construction == "role-holder":
        return tuple(ruled(name, name) for name in holders(question, key, year)), ()
    claimed = candidate.construction == "who-claimed" and _TELLING.match(question) is not None
    if (candidate.construction not in _OF_ONE and not claimed) or _TAKING_SIDES.search(question.partition("«")[0]):
        return (), ()
    if _OF_ONE_CAMP.search(question):
        return (), ()
    known = peers(key, year)
    if _ELECTION.search(question) or _OF_ONE_CAMP.search(text.partition("\n")[0]):
        known = tuple(name for name in known if name in text)
    governs = in_office(key, year)
    alike_first = [name for name in known if in_office(name, year) == governs]
    staying = [name for name in alike_first if leaves(name, year) == leaves(key, year)]
    first = next((names for names in (staying, alike_first) if len(names) >= _WANTED), known)
    at = chance(seed, len(first)) if first else 0
    return (), tuple(ruled(name, name) for name in dict.fromkeys((*first[at:], *first[:at], *known)))


_OF_ONE_CAMP = re.compile(
    r"\b(?:partis?|travaillistes?|socialistes?|républicaine?s?|démocrates?|conservat\w+|gauche|droite|frontistes?"
    r"|ma candidature|mon programme|mes électeurs|je serai candidate?|je suis candidate?|ma campagne)\b",
    re.IGNORECASE,
)
"""Words of one camp, which none of another says."""
_ELECTION = re.compile(
    r"\b(?:élections?|élue?|suffrages|voix|scrutin|primaire|candidat\w*|tour|campagne"
    r"|présiden\w+|ministre|mandat|investi\w*|nommée?|devien\w*|devenue?)\b"
)
_OF_ONE = ("who-said", "event-agent", "event-by", "event-with")
"""Constructions in which what is asked was done by one person: anybody may support or condemn."""
_TELLING = re.compile(r"Qui (?:a |avait )?(?:annonc|affirm|expliqu|assur|révél|confirm|précis|indiqu|ordonn|promis)\w*")
_TAKING_SIDES = re.compile(
    r"\b(?:(?:appel|soutien|soutenu|condamn|dénonc|salu|critiqu|demand|refus|renonc|approuv|félicit|exprim|réag|souhait"
    r"|regrett|accus|appréci|assist|particip|vot|reçu|rencontr|rendu hommage|milit|défend|plaid|mari"
    r"|épous|meur|décéd)\w*|née?|mort)\b"
)


_KINDS = (
    ("interieur", "defense", "justice", "affaires etrangeres", "armees"),
    ("travail", "economie", "sante", "affaires sociales", "emploi", "finances", "budget"),
    ("agriculture", "environnement", "transports", "ecologie", "energie", "economie"),
    ("culture", "education", "sports", "recherche", "enseignement"),
)
"""Ministries that one article may deal with."""
_MONEY = ("economie", "finances", "budget")
"""Ministries that are often one."""


_PROVINCE = re.compile(
    r"\bgouvernements? (?:québécois|ontarien|albertain|wallon|flamand|bruxellois|catalan|écossais|gallois|bavarois)\b"
    r"|\b(?:Québec|Wallonie|Flandre|Catalogne|Écosse|Ontario)\b"
)
_OF_A_STATE = ("interieur", "defense", "affaires etrangeres", "armees", "budget")
"""Ministries that a province does not have."""


def ranked_posts(candidate: Candidate) -> tuple[Bilingual, ...]:
    """The posts a builder suggests, those nearest to the key first: beside the ministry of labour those of the economy
    and of health, and not that of transport."""
    key = fold(candidate.answer.fr)
    if "ministre" not in key:
        return candidate.suggested
    if _PROVINCE.search(candidate.question.fr):
        keep = tuple(post for post in candidate.suggested if not any(word in fold(post.fr) for word in _OF_A_STATE))
        candidate = replace(candidate, suggested=keep)
    own = [kind for kind in _KINDS if any(word in key for word in kind)]
    money = any(word in key for word in _MONEY)

    def strange(post: Bilingual) -> bool:
        return not any(word in fold(post.fr) for kind in own for word in kind)

    likely = [post for post in candidate.suggested if not (money and any(word in fold(post.fr) for word in _MONEY))]
    return tuple(sorted(likely, key=strange)) if own else tuple(likely)


def bodies_beside(name: str) -> tuple[str, ...]:
    """Other bodies that do what this one does, where the table knows it: beside « Insee » « Eurostat »."""
    rows = (row for row in stock()["beside_bodies"]["rows"] if name in row)
    return tuple(other for row in rows for other in row if other != name)


def one_body(one: str, other: str) -> bool:
    """Whether two names are of one body or one house: « PSA » and « Peugeot », « Daech » and « État islamique »."""
    return any(one in row and other in row for row in stock()["one_body"]["rows"])
