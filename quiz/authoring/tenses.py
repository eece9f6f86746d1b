"""The past perfect of a sentence taken from its article: told beside its date it is a plain past, and beside none it
hangs in the air.

Plain text in, plain text out; knows the verb of the main clause by its place. What French cannot be sure of stays.
"""

from __future__ import annotations

import re

from quiz.authoring.french import MONTHS
from quiz.facts.lexicon import bag
from quiz.facts.verbs import participle

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_DATE = re.compile(
    rf"\b(?:1[5-9]|20)\d\d\b|\b(?:1er|\d{{1,2}}) {_MONTH}\b|\b(?:[Ee]n|[Dd]e|[Dd]ès|[Ff]in|[Dd]ébut) {_MONTH}\b"
    r"|^(?:En quelle année|En quel mois|Quel jour|Quand|À quelles dates)\b"
)
_ANCHOR = re.compile(
    r"\b(?:lors d|avant |après |au moment |au début|à la fin|à l'occasion|à la suite|suite |à l'issue|à l'âge|en marge"
    r"|à \d+ ans|pendant |durant |depuis |au cours d|jusqu|en \d+ ans|alors que|lorsqu|quand |dans les années"
    r"|à l'époque d|pour la (?:première|dernière) fois|précédemment|le (?:jour|mois) (?:de|où)|[Ii]l y a )"
    r"|\d ans (?:plus tôt|auparavant)",
    re.IGNORECASE,
)
"""What tells when a thing was over before the article's own past, beside a date."""
_AUXILIARY = re.compile(
    r"(?P<before>^|[ '])(?P<clitic>(?:[mts]'|(?:ne|n'|se|l'|y|lui|leur|en) ?)*)"
    r"(?P<aux>avaient|avait|étaient|était)(?P<pronoun>-(?:t-)?(?:ils?|elles?|on))?"
    r"(?P<adverbs>(?: (?:pas|plus|jamais|rien|déjà|aussi|également|alors|tous|toutes|\w+ment))*)"
    r"(?P<been> été)? (?P<said>[a-zà-ÿ]+)\b"
)
_MOVING = bag(
    "allé venu devenu revenu né mort décédé tombé retombé arrivé parti reparti entré rentré sorti monté descendu resté "
    "passé parvenu intervenu survenu retourné"
)
"""Participles whose past perfect has « était »; of any other, « était » is a state or a passive."""
_SUBORDINATE = re.compile(
    r"(?<=\w),? (?:qui|que|qu'|dont|où|alors|quand|lorsqu\w*|si|s'il|comme|parce|puisqu\w*|tandis)\b"
)
_LEAD = r"(?:À|Au|Aux|En|Le|La|L'|Lors|Dans|Sur|Pendant|Durant|Après|Avant|Dès|Depuis|Selon|D'après|Par|Pour|Sous)\b"
"""What may stand before the question proper."""
_PLAIN = {"avait": "a", "avaient": "ont", "était": "est", "étaient": "sont"}


def main_past_perfect(text: str) -> re.Match[str] | None:
    """The past perfect of a text's main clause: « Qui avait remporté le Tour ? », « quand était-il tombé », « s'était
    associée »; not « a dit qu'il avait », nor « 600 foyers étaient privés », which is a state."""
    asked = re.match(
        rf"(?:{_LEAD}[^,]{{3,80}}, )?(?:C'est .{2, 80}? qu(?:i|e |')|Qui |Quel(?:le)?s? (?:[\w'-]+ ){1, 4}qui )?", text
    )
    start = asked.end() if asked else 0
    for found in _AUXILIARY.finditer(text):
        if _SUBORDINATE.search(text, start, found.start() + 1):
            return None
        base = re.sub(r"e?s?$", "", found["said"])
        known = participle(found["said"]) is not None or participle(base) is not None
        reflexive = "s'" in found["clitic"] or "se" in found["clitic"].split()
        having = found["aux"].startswith("av")
        if known and (having or reflexive or (base in _MOVING and not found["been"])):
            return found
        return None
    return None


def plain_past(text: str) -> str:
    """« Qui avait remporté le Tour en 1967 ? » as « Qui a remporté le Tour en 1967 ? »: beside its own date nothing is
    earlier than anything. Without one the text stays, and a gate has a look at it.

    « déjà » goes with the tense: it counted from what the article told before.
    """
    found = main_past_perfect(text)
    if found is None or not _DATE.search(text):
        return text
    aux = _PLAIN[found["aux"]]
    pronoun = (found["pronoun"] or "").replace("-t-", "-")
    if pronoun and aux == "a":
        pronoun = "-t" + pronoun
    adverbs = re.sub(r" (?:déjà|alors|aussi|également)\b", "", found["adverbs"])
    verb = f"{found['before']}{found['clitic']}{aux}{pronoun}{adverbs}{found['been'] or ''} {found['said']}"
    text = text[: found.start()] + verb + text[found.end() :]
    text = re.sub(r"(?<=\w) (?:précédemment|auparavant)(?= )", "", text)
    return re.sub(r"^Déjà (?P<first>\w)", lambda opening: opening["first"].upper(), text)


def unanchored_past(text: str) -> bool:
    """« Qui avait reçu le soutien du maire ? », « Qui venait d'éliminer trois tireuses ? »: before what?"""
    if _DATE.search(text) or _ANCHOR.search(text):
        return False
    just = re.match(r"(?:Qui |Quel(?:le)?s? (?:[\w'-]+ ){1,4})?ven(?:ait|aient)(?:-\w+)? (?:là )?d['e]", text)
    return just is not None or main_past_perfect(text) is not None
