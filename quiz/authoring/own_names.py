"""Names as their article has them: « Luc de Araujo » keeps his particle, and a probe called Tibère is « elle ».

Takes our own words and the article's text; changes only what the article settles, and refuses to know the gender of
people.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quiz.authoring.french import agree
from quiz.facts.lexicon import is_first_name
from quiz.facts.verbs import participle

_PARTICLE = re.compile(r"(?P<first>\b[A-ZÀ-Þ][\w-]+) d['’](?P<last>[AEIOUÉH][\w-]+)")


def own_particles(text: str, article: str) -> str:
    """« Maëlle d'Araujo » is « Maëlle de Araujo » where the article writes nothing else."""

    def kept(found: re.Match[str]) -> str:
        flat = article.replace("’", "'")
        whole = f"{found['first']} de {found['last']}"
        elided = f"{found['first']} d'{found['last']}"
        return whole if whole in flat and elided not in flat else found.group()

    return _PARTICLE.sub(kept, text)


_FEMININE = (
    "sonde|mission|comète|station|fusée|navette|planète|exoplanète|lune|étoile|galaxie|société|compagnie|entreprise|firme"
    "|équipe|association|organisation|agence|chaîne|banque|marque|plateforme|application|fédération|ligue|université"
    "|frégate|goélette|caravelle|tempête|épidémie|maladie|opération|émission|série|coalition|fondation|coopérative"
)
_MASCULINE = (
    "satellite|rover|robot|navire|bateau|cargo|paquebot|ferry|groupe|parti|club|syndicat|mouvement|journal|constructeur"
    "|site|logiciel|jeu|film|roman|album|ouragan|cyclone|typhon|astéroïde|télescope|avion|sous-marin|studio|éditeur|astromobile"
)
_TURNED = re.compile(
    r"(?P<name>\b[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?) (?P<clitic>(?:n'|ne |s'|se |l'|y |en )*)(?P<verb>[a-zà-ÿ]+)"
    r"-(?P<link>t-)?(?P<pronoun>il)\b(?P<after>(?: été)? [a-zà-ÿ]+)?"
)


def with_its_gender(text: str, article: str) -> str:
    """« quelle lune Tibère a-t-il photographiée » is « … a-t-elle … » of an article on « la sonde Tibère »."""

    def turned(found: re.Match[str]) -> str:
        name = _OPENING.sub("", found["name"])
        if is_first_name(name.split(" ")[0]) or not _a_feminine_thing(name, article):
            return found.group()
        after = found["after"] or ""
        being = found["verb"] in ("est", "était", "sera", "fut") or after.startswith(" été")
        word = after.split(" ")[-1]
        if being and word and participle(word) is not None:
            after = after[: len(after) - len(word)] + agree(word, "f", False)
        return f"{found['name']} {found['clitic']}{found['verb']}-{found['link'] or ''}elle{after}"

    return _TURNED.sub(turned, text)


_OPENING = re.compile(r"^(?:Où|Quand|Comment|Combien|Pourquoi|Depuis|Selon) ")


@lru_cache(2048)
def _a_feminine_thing(name: str, article: str) -> bool:
    """Does the article call it « la sonde Tibère » or « Tibère, une sonde », nothing masculine, and nobody so?"""
    flat, own = article.replace("’", "'"), re.escape(name)
    more = r"(?: [a-zà-ÿ]{3,}(?:ale|ienne|aine|ise|oise|aise|ique|elle|ive|ande|ole|ère))?"
    she = rf"\b(?i:la |une |cette |l'|d'|sa )(?:{_FEMININE}){more} {own}\b|\b{own}, (?:la |une |l')(?:{_FEMININE})\b"
    whose = rf"\b(?i:m\.|mme|monsieur|président|ministre|candidat|homme|femme) {own}\b|\b[A-ZÀ-Þ][\w-]+ {own}\b"
    he = rf"\b(?i:le |un |ce |du |au |l')(?:{_MASCULINE}){more} {own}\b|\b{own}, (?:le |un |l')(?:{_MASCULINE})\b"
    other = re.search(he, flat) or re.search(whose, flat)
    return re.search(she, flat) is not None and other is None
