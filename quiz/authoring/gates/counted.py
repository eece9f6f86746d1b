"""The gate on things told by their number or their order: « les deux géants », « un second test », « la troisième phase
de l'offensive », whose fellows another sentence has named.

Takes a candidate and its scene and gives None, or a short reason to drop the candidate. Knows what there is a second of
everywhere (rounds, places, mandates); refuses to guess which two are meant.
"""

from __future__ import annotations

import re

from quiz.authoring.candidate import Candidate
from quiz.authoring.gates.text import names_in, own_words
from quiz.authoring.scene import Scene
from quiz.facts.fact import Quotation
from quiz.facts.lexicon import bag
from quiz.typography import fold

_ORDER = r"second|seconde|deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième"
_ORDERED = re.compile(
    rf"\b(?P<the>[Ll]e|[Ll]a|[Uu]ne?|[Dd]u|[Aa]u|[Cc]ette|[Cc]e) (?P<order>{_ORDER}) (?P<noun>[a-zà-ÿ-]{{3,}})"
    r"(?P<more>[^,;?.]*)"
)
_ANYWHERE = bag(
    "tour fois place position rang guerre mandat titre trimestre semestre édition ligue division lecture république "
    "mi-temps journée saison marche génération degré plan âge étage siècle jour semaine mois année homme femme ville "
    "pays personne enfant victoire mi-parcours quart set but essai service victime gouvernement producteur économie "
    "puissance parti force cause pilier chaîne ministre plus moins meilleur meilleure grand grande derrière devant "
    "avant après"
)
"""What has a second or a third of its kind wherever it is spoken of, or a rank in the world."""
_LOOK_AHEAD = 7
"""Words behind such a noun among which a name tells what it is the second of."""


def out_of_order(text: str, topic: str) -> str | None:
    """« un second test au large du port », « la troisième phase de l'offensive »: second to which? Where the topic line
    has the noun, or what follows has a name, a reader can tell: « la deuxième étape du Tour de Bois »."""
    above = fold(topic)
    for found in _ORDERED.finditer(text):
        noun = found["noun"]
        if noun in _ANYWHERE or fold(noun)[:6] in above or re.search(r"\b(?:doubl|deux|second|plusieurs)", above):
            continue
        behind = " ".join(found["more"].split()[:_LOOK_AHEAD])
        known = any(fold(word)[:6] in above for word in re.findall(r"[\w-]{5,}", behind))
        if names_in(f"x {behind}") or known or re.search(r"\d|\bl[ea]s? (?:plus|moins)\b|consécuti", behind):
            continue
        return f"{found['the']} {found['order']} {noun}".lower()
    return None


_NUMBER = r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
_COUNTED = re.compile(
    rf"\b(?P<the>[Ll]es|[Dd]es|[Aa]ux|[Cc]es) (?P<number>{_NUMBER}) (?P<other>autres? )?(?P<noun>[a-zà-ÿ-]{{3,}})"
    r"(?P<more>[^,;?.]*)"
)
_BARE = re.compile(
    r"^(?:\s*$| (?:ne|n'|se|s'|ont|sont|étaient|avaient|furent|auront|auraient|seront|vont|doivent|peuvent|et|lors"
    r"|pendant|depuis|après|avant|en|ce|par)\b| [\w']+-(?:t-)?(?:ils|elles)\b| [a-zà-ÿ]{2,}(?:aient|èrent|ront)\b"
    r"| [a-zà-ÿ]{3,}ent\b(?<!ment))"
)
_BEST = bag("premiers premières derniers dernières plus principaux principales meilleurs meilleures grands grandes")


def unlisted(text: str, topic: str) -> str | None:
    """« Combien les deux géants pèseront-ils ? »: which two? Told where two names stand before (« le Canada et l'Union
    européenne … les deux pays »), where the noun stood before, in the topic line, or with a complement behind it."""
    above = fold(topic)
    for found in _COUNTED.finditer(text):
        noun, before = found["noun"], text[: found.start()]
        stem = fold(noun)[:6].rstrip("sx")
        if noun in _BEST or not _BARE.match(found["more"]) or stem in above or stem in fold(before):
            continue
        if re.search(r"[A-ZÀ-Þ][\w'-]+,? (?:et|ou) (?:(?:l[ea]s?|du|de la|de|des) |l'|d')?[A-ZÀ-Þ]", before):
            continue
        return f"{found['the']} {found['number']} {found['other'] or ''}{noun}".lower()
    return None


_ASKED_BARE = re.compile(
    r"^(?:[^,]{3,40}, )?[Cc]ombien d(?:e |')(?P<noun>[a-zà-ÿ]+)(?: [a-zà-ÿ]+)? "
    r"(?:n')?(?:ont|sont|avaient|étaient|seront)\b(?P<rest>[^?]*)\?$"
)
_RESULTS = bag(
    "accords actions amendements candidatures conditions contrats décisions demandes documents dossiers "
    "engagements lois mesures motions offres plaintes points projets propositions questions recours revendications "
    "réformes réunions sanctions textes"
)
"""What somebody agreed on, took or filed: of whom, and about what, a count of them has to tell."""
_FULL = 4
"""Words behind the verb from which a question tells more than its verb."""


def bare_count(text: str, topic: str) -> str | None:
    """« Combien d'accords ont pu être trouvés ? »: between whom? Victims and houses are the event's own, what was
    agreed or filed is not, unless the topic line has it, or the question a name or a complement."""
    found = _ASKED_BARE.match(text)
    if found is None or found["noun"] not in _RESULTS or fold(found["noun"])[:5] in fold(topic):
        return None
    rest = found["rest"].strip()
    if names_in(f"x {rest}") or re.search(r"\d", rest) or len(rest.split()) > _FULL:
        return None
    return f"combien de {found['noun']}"


def counted_things(candidate: Candidate, scene: Scene) -> str | None:
    """Neither an order nor a number of things that only the rest of the article tells."""
    if isinstance(candidate.fact, Quotation) and candidate.construction not in ("who-claimed", "true-false-claim"):
        return None
    early = candidate.form in ("cloze", "true-false") and candidate.fact.features.get("early")
    if early:
        return None
    text, above = own_words(candidate.question.fr), scene.topic(candidate)
    found = out_of_order(text, above)
    if found is None and candidate.form != "cloze" and candidate.construction != "true-false-number":
        found = unlisted(text, above) or bare_count(text, above)
    return f"unresolved: {found}" if found else None
