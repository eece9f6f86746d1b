"""Whether a figure stands in an aside: an apposition between a subject and its verb, a clause that opens the sentence,
a thing of somebody's that is told as known.

Looks at the statement before and behind the figure. Refuses to know what is asked of it.
"""

from __future__ import annotations

import re

from quiz.authoring.figures import numeral_of
from quiz.facts.verbs import finite, is_noun, participle


def does(word: str) -> bool:
    """Is a word a verb that has a subject, and no noun as well?"""
    return finite(word) is not None and not is_noun(word)


_THEIR_OWN = re.compile(r"\b(?:ses|leurs) (?:quelque |plus de |près de )?$")
"""« les lacets et leurs | 13,8 | km »: told as known."""
_WHILE = re.compile(r"^(?:Alors|Tandis|Bien|Lorsqu|Quand|Si|Comme|Puisqu)(?: ?qu)?\b")
_BESIDE_IT = re.compile(
    r"(?P<mark>, | [–—-] )(?P<beside>(?:une? |l[ea]s? |l['’])?"
    r"(?!(?:et|ou|ni|soit|dont|en|au|aux|à|dans|sur|par|pour|selon|avec|le \d)\b)[\w'’-]+(?:[^,–—]|,(?=\d))*)$"
)
_ADVERBIAL = re.compile(
    r"^(?:À|A|Au|Aux|Après|Avant|Avec|Chez|Cette|D['’]après|Dans|De|Depuis|Dès|Durant|En|Entre|Hier|Ici|Jusqu\w*"
    r"|Le \d|Lors|Outre|Par|Parmi|Pendant|Pour|Sans|Selon|Sous|Sur|Vers"
    r"|(?:Le )?(?:[Ll]undi|[Mm]ardi|[Mm]ercredi|[Jj]eudi|[Vv]endredi|[Ss]amedi|[Dd]imanche))\b|^L['’]an\b"
)


def in_its_clause(head: str) -> bool:
    """« Alors qu'Ada Roy, Luc Petit et Awa Diop règnent depuis | cinq | ans, … »: the only verb before the figure is
    that of the clause that opens the sentence."""
    if not _WHILE.match(head):
        return False
    before, _, last = head.rpartition(",")
    verbs = [any(map(does, re.findall(r"[\w'’-]+", part))) for part in (before, last)]
    return verbs == [False, True]


def _set_apart(head: str, tail: str) -> bool:
    """« … la capacité du site, | 200 000 | unités à son ouverture, au-delà du million »: behind a comma and before
    another, with no verb of its own, and no item of a list of figures."""
    clause = re.search(r"(?P<last>[^,;:]*), $", head)
    closed = re.match(r"(?P<own>(?:[^,;.]|[,.](?=\d))*), ", tail)
    if clause is None or closed is None or numeral_of(clause["last"]) is not None:
        return False
    if not any(map(does, re.findall(r"[\w'’-]+", head))):
        return False
    return not any(map(does, re.findall(r"[\w'’-]+", closed["own"])))


def apposed(head: str, tail: str) -> bool:
    """« Le suspect, un Belge de | 23 | ans, a été arrêté », « La toile, haute de | 2 | mètres, montre »: the figure is
    an aside between a subject and its verb, and not what the sentence tells."""
    if _THEIR_OWN.search(head) or _set_apart(head, tail):
        return True
    found = _BESIDE_IT.search(head)
    if found is None or len(found["beside"].split()) < 2:
        return False
    if found["mark"] != ", " and re.match(r"[^,.;]*? [–—-] \w", tail):
        return True
    told, aside = (re.findall(r"[\w'’-]+", part) for part in (head[: found.start()], found["beside"]))
    if any(map(does, told)) or any(does(word) and participle(word) is None for word in aside):
        return False
    if _ADVERBIAL.match(head) and "," not in head[: found.start()]:
        return False  # « En mai, une équipe de | 30 | chercheurs … a trouvé »
    closed = re.match(r"(?:[^,–—]|,(?=\d))*, (?P<then>[^,]*)", tail)
    return closed is not None and any(map(does, re.findall(r"[\w'’-]+", closed["then"])[:8]))
