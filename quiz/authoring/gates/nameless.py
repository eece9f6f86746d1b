"""The gate on things without a name: « l'homme », « le match », « la ville », which another sentence has named.

Takes a candidate and its scene and gives None, or a short reason to drop the candidate. Knows the nouns that leave a
reader asking which, by what they are; refuses to guess which one is meant, and leaves all other nouns to the ranker.
"""

from __future__ import annotations

import re
from functools import cache

from quiz.authoring.candidate import Candidate
from quiz.authoring.gates.figures import country_in
from quiz.authoring.gates.text import names_in, own_words
from quiz.authoring.lists import words
from quiz.authoring.scene import Scene
from quiz.facts.event import Event
from quiz.facts.fact import Quotation
from quiz.typography import fold

_BARE = (
    r"(?=\s*[,?.;)]|\s*$| (?:ne|n'|se|s'|a|ont|est|sont|était|étaient|avai(?:t|ent)|fut|furent|aurai(?:t|ent)|sera"
    r"|seront|va|vont|doi(?:t|vent)|peu(?:t|vent)|et|lors|pendant|par|depuis|après|avant|le (?!plus\b)|jusqu'\w+|ce)\b"
    r"| [\w']+-(?:t-)?(?:ils?|elles?)\b| [a-zà-ÿ]{2,}(?:ait|aient|èrent)\b)"
)
"""Behind such a noun: a mark, a verb or a time, and nothing that says which."""
_DEFINITE = r"(?:\b(?:le|la|les|du|au|aux) |\bl')"
_SAID_BEFORE = r"\b(?:une?|deux|trois|ces?|cet|cette|quel\w*|son|sa|leurs?|l[ea]|l'|du|au|combien d['e]) ?(?:\w+ )?"
_APPOSED = re.compile(r" ?, (?:une? |[A-ZÀ-Þ])")
"""« le suspect, un élève de Metz », « le candidat, Luc Roy, »: told on the spot."""
_MANKIND = re.compile(r"(?:\b(?:droits?|proches?|parents?|espèces?) .{0,12}de l'|\bchez (?:l'|les ))$", re.IGNORECASE)
"""« les droits de l'homme », « les plus proches parents de l'homme », « chez les hommes »."""


@cache
def _bare(kinds: tuple[str, ...]) -> re.Pattern[str]:
    nouns = "|".join(sorted(word for kind in kinds for word in words(f"nameless_{kind}")))
    return re.compile(rf"{_DEFINITE}(?P<noun>{nouns})\b{_BARE}", re.IGNORECASE)


def nameless_thing(text: str, topic: str, kinds: tuple[str, ...]) -> str | None:
    """« Combien de coups l'homme a-t-il portés ? »: which man, unless the topic line or the question itself has one.

    « l'équipe de France », « le match entre Lens et Metz », « les droits de l'homme » say which, or mean no single one.
    """
    above = fold(topic)
    for found in _bare(kinds).finditer(text):
        before = text[: found.start()]
        stem = fold(found["noun"])[:6].removesuffix("s")
        if stem in above or _MANKIND.search(text[: found.start("noun")]) or _APPOSED.match(text, found.end()):
            continue
        if re.search(_SAID_BEFORE + re.escape(stem), fold(before)):
            continue
        if found["noun"].lower() in words("nameless_places") and names_in(before):
            continue  # « À Metz, combien de rues de la ville… »
        return found.group().strip()
    return None


_DIRECT = ("people", "places", "contests", "papers", "acts", "objects", "bodies")
_SHOWN = ("people", "crowds", "places", "contests")
_OWN_STATEMENTS = ("true-false-event", "true-false-claim")
"""Statements that we word as we word a question: none of the article's sentences shown whole."""
_SORTS = re.compile(r"\b(?:deux|trois|quatre|plusieurs|d'autres) \w+s (?:différent|distinct|séparé|oppos)\w*s\b")
"""« deux groupes différents étaient représentés »: their names stood in the sentence, and are left out."""
_WHOSE_PLACE = re.compile(
    r"\b(?:de la (?:ville|région|commune|compagnie|société|province)|du (?:pays|village|groupe|parti|club|quartier)"
    r"|de l'(?:entreprise|association|équipe|organisation|établissement|île))$"
)
"""« le chef de la police municipale de la ville », as an answer."""
_THE_COUNTRY = re.compile(r"\b(?:du|le|au) pays\b(?= (?:a|ont|est|sont|s'|ne|n')|\s*[,?.]| « | \w+(?:ait|ent)\b)")


def named_things(candidate: Candidate, scene: Scene) -> str | None:
    """« l'homme », « la ville », « le match », « le parti » with nothing behind them, nothing in the topic line and
    nothing in the question that says which. A sentence shown whole is looked at where the first ones no longer help."""
    text = own_words(candidate.question.fr)
    above = scene.topic(candidate)
    shown = candidate.form in ("cloze", "true-false") and candidate.construction not in _OWN_STATEMENTS
    if shown and candidate.fact.features.get("early"):
        return None
    found = nameless_thing(text, above, _SHOWN if shown else _DIRECT)
    if found:
        return f"unresolved: {found}"
    if isinstance(candidate.fact, Event) and (sorts := _SORTS.search(text)):
        return f"unresolved: {sorts.group()}"
    if not isinstance(candidate.fact, Quotation) or shown:
        return None
    owner = _WHOSE_PLACE.search(own_words(candidate.answer.fr))
    if owner and fold(owner.group())[-6:] not in fold(above):
        return f"unresolved in the answer: {owner.group()}"
    country = _THE_COUNTRY.search(text)
    if country and not country_in(text[: country.start()]) and not country_in(above):
        return "unresolved: le pays"
    return None
