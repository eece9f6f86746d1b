"""Whether somebody held a post on the article's day: not who is dead or gone, not who has just been followed, not in a
paragraph that tells of years before.

Reads the sentence, its paragraph and the title. Refuses to know how a post is asked.
"""

from __future__ import annotations

import re

from quiz.articles.article import Article
from quiz.authoring.french import MONTHS
from quiz.facts.fact import Specification
from quiz.facts.within import everywhere

MINISTERS = ("ministre", "premier ministre", "première ministre", "secrétaire d'État", "vice-ministre")
"""Members of a government, whose posts need their country."""


def of_another_time(fact: Specification, article: Article) -> bool:
    """« ministre de la Culture de l'époque », or a sentence dated years before its article: no role of the
    article's day."""
    if re.search(r"époque|d'alors|à vie\b", fact.frame.rest) or _gone(fact) or _succeeded(fact, article):
        return True
    if _leaves(fact.entity, article.text):
        return True
    if fact.frame.time == "past" or not article.date:
        return False
    if _told_of_the_past(fact, article):
        return True
    told = _NO_DATE.sub("", fact.evidence.text)
    years = [int(year) for year in re.findall(r"\b(1[89]\d\d|20\d\d)\b", told)]
    return any(year < int(article.date[:4]) - 1 for year in years) or _months_ago(told, article.date)


_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)}) (?P<year>20\d\d|19\d\d)\b", re.IGNORECASE)
_LONG = 4
"""Months after which a post may have changed hands."""


def _months_ago(told: str, date: str) -> bool:
    """« posée en novembre 2022 par la ministre, Odile Fortin » in an article of October 2023: her post then."""
    now = int(date[:4]) * 12 + (int(date[5:7]) if re.match(r"\d{4}-\d\d", date) else 1)
    then = [int(m["year"]) * 12 + MONTHS.index(m["month"].lower()) + 1 for m in _MONTH.finditer(told)]
    return any(month < now - _LONG for month in then)


_NO_DATE = re.compile(r"\b(?:années|depuis|dès|en vue de|pour|avant|d['’]ici)(?: fin| \w+)? \d{4}\b")
"""Years that do not date what the sentence tells: « qui vivait là depuis les années 1990 »."""
_MOURNED = re.compile(
    r"(?:disparition|enlèvement|assassinat|meurtre|mort|décès|obsèques|funérailles|hommage)\b[^.;]{0,70}\Z",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"[^.;]{0,90}\b(?:est (?:mort|décédé|porté disparu)|a été (?:tué|assassiné|abattu|enlevé)|disparue? depuis"
    r"|s'est tuée?\b|s'est éteint)",
    re.IGNORECASE,
)


_OPENS_IN = re.compile(r"(?:^|[.!?»] )(?:En|Dès|De|Entre|Après|Avant|À partir de)\b[^.,;]{0,30}?\b(1[89]\d\d|20\d\d)\b")


def _told_of_the_past(fact: Specification, article: Article) -> bool:
    """« En 1982, il revient. Paul Roux, président de la chaîne, l'écarte »: a paragraph that has gone back in time."""
    start = fact.evidence.start
    block = next((block for block in article.blocks if block.start <= start < block.end), None)
    years = _OPENS_IN.findall(article.text[block.start : start]) if block is not None else []
    return bool(years) and max(int(year) for year in years) < int((article.date or "0")[:4]) - 1


def _gone(fact: Specification) -> bool:
    """« depuis la disparition d'Odile Fortin, trésorière de Brisk, … »: who is dead or gone holds no post."""
    told = fact.evidence.text.replace("’", "'")
    return any(
        _MOURNED.search(told, 0, at) or _GONE.match(told, at + len(fact.entity))
        for at in everywhere(fact.entity.lower(), told.lower())
    )


_CHANGES = re.compile(
    r"\b(?:remplac(?:e|é|ée|era)|succèd(?:e|era)|succédé|nommée?|devient|élue?|remani\w+|démission\w*|limog\w+)\b",
    re.IGNORECASE,
)

_HAS_LEFT = (
    r"(?:a |avait |vient de |doit |va )?(?:\w+ment )?(?:(?:annoncé|présenté|remis|donné) (?:\w+ )?sa démission"
    r"|démissionn\w+|quitt\w+ (?:ses fonctions|son (?:poste|ministère)|le gouvernement)|succéd\w+ à)"
    r"|(?:a été |est |sera |vient d['’]être )(?:\w+ )?(?:limogée?|remplacée?|démise?|démissionnaire)\b"
)
"""What is told right behind the name of somebody whose post had two holders that month."""
_LEAVES = re.compile(rf"(?:, [^,.;]{{1,80}},| \([^)]{{1,40}}\))? (?:{_HAS_LEFT})")
_LEFT = re.compile(
    r"\b(?P<what>[Dd]émission|[Ll]imogeage|[Rr]emplacement|[Ss]uccesseure?|(?:succède|a succédé|succédera|succéder) à"
    r"|remplace|a remplacé|remplacera|pour remplacer)"
    r"(?: d(?:e la |e l['’]|e |u |['’]))? ?(?:(?:l['’]|la |le )?[\wà-ÿ'’-]+ ){0,5}\Z"
)
_CALLED_FOR = re.compile(r"\b(?:demand|réclam|exig|appel|rejet|refus)\w*(?: \w+){0,3} $")


def _leaves(name: str, text: str) -> bool:
    """« Odile Fortin a finalement démissionné mardi », « Paul Roux succède à Odile Fortin »: who held her post that
    month has two answers. A resignation that is called for has none."""
    surname = name.split()[-1]
    for at in everywhere(surname, text):
        found = _LEFT.search(text, max(0, at - _SENTENCE), at)
        if found is not None and not _CALLED_FOR.search(text[max(0, found.start() - _SENTENCE) : found.start()]):
            return True
        if _LEAVES.match(text, at + len(surname)):
            return True
    return False


_SENTENCE = 90
"""Characters before a name in which a succession to its post is told."""

_REPLACED = re.compile(r"\b(?:est|sera|a été) (?:à son tour )?remplacée? par\b")


def _succeeded(fact: Specification, article: Article) -> bool:
    """« Paul Roux remplace Odile Fortin » as a title: in that month the post of either has had two holders."""
    told = fact.evidence.text
    named = fact.entity.split()[-1]
    titled = named in (article.title or "") and _CHANGES.search(article.title or "")
    in_post = bool(titled) and fact.frame.verb in MINISTERS
    return in_post or _REPLACED.search(told) is not None
