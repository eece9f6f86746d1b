"""Who demanded, promised or blamed it: the verb and what follows it, as a question on the speaker says them.

Leaves out what only ties the sentence to others (« également », « ce mardi »); gives nothing where the act is nobody's
own, as a condemnation that all share. Knows nothing of how the act was found.
"""

from __future__ import annotations

import re

from quiz.authoring.quote_words import tidied
from quiz.facts.fact import Quotation
from quiz.facts.verbs import finite, participle

_MOST = 34
"""Words: more are not read to the end."""
_FEWEST = 5
_FEWEST_CLAIMED = 4
"""Words of an act by which a group takes an attack upon itself: « a revendiqué les attaques »."""
_DAY = (
    r"(?:(?:ce |cet )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|soir|midi|après-midi))?"
    r"(?! \d)|aujourd['’]hui|hier(?: (?:soir|matin))?|ce (?:matin|soir|jour|week-end)|cet après-midi)"
)
_TYING = (
    r"(?:également|aussi|ensuite|toutefois|cependant|pourtant|donc|ainsi|enfin|par ailleurs|en outre|d['’]ailleurs"
    r"|en effet|en revanche|(?:quant à )?(?:lui|elle)(?=,)|quant à (?:lui|elle)"
    r"|pour sa part|de son côté|à nouveau|de nouveau|une nouvelle fois|encore"
    r"|déjà|récemment|désormais|notamment)"
)
_VERB = re.compile(
    r"(?P<verb>(?:s['’]est |se |s['’])?(?:(?:a|ont|avait|avaient) )?(?P<first>[\wéèêëàâîïôûùç]+))"
    rf"(?P<between>(?: ?,? ?(?:{_TYING}|{_DAY}|dans un (?:communiqué|message|tweet)|sur (?:son compte )?Twitter),?)*)"
    r"(?= )",
    re.IGNORECASE,
)
_SHARED = re.compile(r"condamn|salu|regrett|déplor|félicit|exprim|indign|réjoui|inqui")
"""What many do at once: asked only where the speaker's own words are in it."""
_OWN_WORDS = 4
"""Words between marks that make a condemnation the speaker's own."""
_SOME_DAY = re.compile(
    rf"{_DAY}|\b(?:demain|prochaine?s?|ce (?:week-end|soir)|cette (?:semaine|année))\b", re.IGNORECASE
)
"""A day that the article's own tells, coming or gone: nobody knows which."""
_SLIP = re.compile(r"\b(?:de|d['’]|à|pour) (?!côté)[\w-]+é (?:le|la|les|l['’]|des|un|une|du)\b")
"""« reproche aux médias de sous-estimé le nombre »: a participle where an infinitive should be."""
_MONTHS_END = r"(?:ier|mars|vril|mai|juin|llet|août|mbre|obre)"
_CUT_TIME = re.compile(
    r",? (?:environ |près d['’])?(?:une?|\d+|[a-z]+) (?:heures?|minutes?|jours?|semaines?)(?: plus tard)?$"
    r"| (?:après|au bout de|en) (?:plusieurs|quelques) \w+$"
)
"""« a revendiqué l'acte environ une heure | après les faits »: what is left of a time."""
_ANOTHER = re.compile(
    r",? et (?:l[ae]s? |l['’])[^«»,]{3,70},? (?:a|ont|est|sont|avait|demande|exige|estime) (?![^«]*»)"
)
"""« … et le préfet Luc Roy a demandé … »: somebody else's act."""
_OF_A_DATE = re.compile(r"\b(?:1[89]|20)\d\d\b|\ben (?:janvier|février|mars|avril|mai|juin|juillet|août|\w+bre)\b")
_LEFT_OUT = re.compile(r" \((?:NDLR|ndlr|note|dans|soit|voir|la semaine|le mois)[^)]*\)| \( ?(?:NDLR|ndlr)[^)]*$")


def act_of(fact: Quotation) -> str | None:
    """« a demandé la fermeture du pont » for « a également demandé mardi la fermeture du pont »; None where it cannot
    be asked: too long, marks cut in two, a plural that another « leur » belongs to."""
    words = tidied(_LEFT_OUT.sub("", re.sub(r"\[(?:\d{1,3}|note \d+)\]", "", fact.words))).strip(" .,;:!?")
    words = re.sub(rf"^((?:s['’]est|a|ont|avait|avaient)) {_TYING} ", r"\1 ", words)
    found = _VERB.match(words)
    if found is None:
        return None
    verb, rest = found["verb"], words[found.end() :].strip(" ,")
    if re.search(r"\bavai(?:t|ent)\b", verb) and not _OF_A_DATE.search(rest):
        return None  # « avait promis la paix »: when, the article said before
    quoted = max((len(words.split()) for words in re.findall(r"«([^»]*)»", rest)), default=0)
    if _SHARED.match(found["first"]) and quoted < _OWN_WORDS:
        return None
    offers = found["first"].lower().startswith(("propos", "menac")) and fact.speaker_kind != "person"
    if offers and not re.match(
        r"(?:de |d['’]|que |qu['’]|(?:à|aux?) (?:\w+[ ']){1,8}?(?:de |d['’])\w+(?:er|ir|re)\b)", rest
    ):
        return None  # « propose divers services », « menace la route »: nothing is said
    rest = re.sub(rf",? (?:demain )?{_DAY}(?: demain)?$", "", rest)
    rest = re.sub(rf"({_MONTHS_END}) prochain\b", r"\1", rest)  # the month says it
    rest = re.sub(r"(?<=\w) prochaine?(?=,? (?:au mois|en|le \d))", "", rest)
    rest = _CUT_TIME.sub("", rest)
    if _SOME_DAY.search(rest):
        return None
    plural = _is_plural(verb)
    singular = _singular(verb) if plural else verb
    if singular is None or (plural and re.search(r"\bleurs?\b|\beux\b|\bils\b", rest)):
        return None
    other = _ANOTHER.search(rest)
    act = f"{singular} {rest[: other.start()] if other is not None else rest}"
    act = re.sub(r"(?<=\b[dl]['’]) (?=«)", "", act)
    act = re.sub(r"\.\s?»", "\u00a0»", act)
    act = re.sub(r'"([^"«»]*)"', "«\u00a0\\1\u00a0»", act)
    marks = act.count("«") != act.count("»") or act.count("(") != act.count(")") or act.count('"') % 2
    if _SLIP.search(act):
        return None
    least = _FEWEST_CLAIMED if found["first"].lower().startswith("revendiqu") else _FEWEST
    if marks or not least <= len(act.split()) <= _MOST or re.search(r" : |[;…]|\[", act):
        return None
    return act


def _is_plural(verb: str) -> bool:
    first = verb.split()[0].lower()
    form = finite(first)
    return first in ("ont", "avaient") or (form is not None and form.number == "p")


def _singular(verb: str) -> str | None:
    """« ont demandé » -> « a demandé », « demandent » -> « demande »; None for an irregular verb."""
    first, _, rest = verb.partition(" ")
    if first in ("ont", "avaient"):
        done = rest if participle(rest) is not None and rest.endswith(("é", "i", "u", "is", "it")) else ""
        return f"{'a' if first == 'ont' else 'avait'} {done}" if done else None
    form = finite(first)
    regular = form is not None and form.lemma.endswith("er") and first.endswith("ent") and not rest
    return first.removesuffix("nt") if regular else None
