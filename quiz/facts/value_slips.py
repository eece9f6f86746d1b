"""More slips of French that a figure's sentence may hold, those of verbs and of agreement with a number; see
`value_sound`, which asks them all.

Looks at forms only. Where a form may be right it says nothing.
"""

from __future__ import annotations

import re
from itertools import pairwise

from quiz.facts.clauses import Shape
from quiz.facts.verbs import finite, is_adjective, is_noun, participle

_HAD = re.compile(
    r"\b(?:ayant|étant|ai|as|a|avons|avez|ont|avait|avaient|est|sont|était|étaient|fut|été)"
    r"(?: (?:\w+ment|déjà|aussi|encore|enfin|bien))? (?P<word>[a-zà-ÿ]{3,}it)\b"
)


def verb_for_participle(shape: Shape) -> bool:
    """« la croissance s'est établit à 6 % », « 300 marcheurs ont investit la place »: a verb's present where its
    participle belongs, which is the same without its t, or with an s (« n'ayant permit »)."""
    for found in _HAD.finditer(shape.seen):
        word = found["word"]
        right = participle(word[:-1]) or participle(word[:-1] + "s")
        if participle(word) is None and right is not None:
            return not (is_noun(word) or is_adjective(word))
    return False


_ACCENTED = re.compile(r"\b(?:qui|il|elle|on|ça|cela|ce qui) à (?P<word>[a-zà-ÿ]+)\b")


def accent_after_who(shape: Shape) -> bool:
    """« une course qui à permis aux 300 marcheurs… »: the verb avoir has no accent."""
    return any(participle(found["word"]) is not None for found in _ACCENTED.finditer(shape.seen))


_AFTER_HAVING = re.compile(r"\b(?:après|sans|pour|de) avoir (?P<word>[a-zà-ÿ]{3,}(?:ées?|ues?|ies?|és|us))\b")


def agreed_after_having(shape: Shape) -> bool:
    """« revient après avoir disparue 70 ans »: after avoir, nothing before it is agreed with."""
    return any(participle(found["word"]) is not None for found in _AFTER_HAVING.finditer(shape.seen))


_ONLY = re.compile(r"\b[Ss]eule? (?P<number>deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+) [a-zà-ÿ]+s\b")
_HALF = re.compile(
    r"\b(?:tonnes?|heures?|années?|semaines?|journées?|minutes?|secondes?|livres?|lieues?) et demi\b(?!e)"
)
_MORE_THAN = re.compile(r"(?<!ne )(?<!n['’])\b(?:fait|tué|blessé|compte|coûté|réuni|compté|duré) plus que \d")
_OF_BODY = re.compile(r"\bde (?:Sénat|Parlement|Gouvernement|Conseil d['’]État)\b")


def number_unagreed(shape: Shape) -> bool:
    """« Seule trois coureuses suivent », « 3 tonnes et demi », « a fait plus que 200 morts », « la commission de Sénat
    »."""
    return any(rule.search(shape.seen) for rule in (_ONLY, _HALF, _MORE_THAN, _OF_BODY))


def only_relatives(shape: Shape) -> bool:
    """« Une course longue qui se courait sur 3 km et qui a permis aux meilleurs de gagner. »: no verb of its own."""
    if not shape.groups or not re.match(r"(?:Une?|L[ea]|L['’]|Les|Des) ?\w", shape.seen.strip()):
        return False
    for group in shape.groups:
        i = group.first - 1
        while i > 0 and shape.cats[i] in ("clit", "neg", "adv"):
            i -= 1
        if i < 0 or shape.cats[i] != "rel" or shape.tokens[i].lower_ not in ("qui",):
            return False
    rest = shape.tokens[shape.groups[-1].stop :]
    # « Le verger, qui a donné 12 poires, fête ses 60 ans »: a verb that the tagger takes for a noun
    return not any(a.text == "," and finite(b.lower_) is not None for a, b in pairwise(rest))


_SHORTENED = re.compile(r"\b(?!Mrs|Drs|Bds)[BCDFGHJ-NP-TV-Z][bcdfghjklmnpqrstvwxz]{1,2}s\b")


def shortened(shape: Shape) -> bool:
    """« 400 Vjs ont défilé »: a writer's own shorthand for several of something."""
    return _SHORTENED.search(shape.seen) is not None


_THAT_COUNT = re.compile(r"\bque (?P<verb>\w{3,}ent) (?:l[ea] |l['’] ?|cet(?:te)? |une? )(?P<after>\w+(?: \w+){0,3})")


def verb_before_one_subject(shape: Shape) -> bool:
    """« les 27 000 emplois que comptent le groupe »."""
    found = _THAT_COUNT.search(shape.seen)
    if found is None or finite(found["verb"]) is None or is_noun(found["verb"]):
        return False
    return not re.search(r"\bet\b", shape.seen[found.start("after") :])


def verb_of_other_number(shape: Shape) -> bool:
    """« Le site a lu les messages, et ont découvert des paris »: one subject, and a verb for several."""
    if len(shape.groups) < 2:
        return False
    first, second = shape.groups[:2]
    i = second.first - 1
    one = re.match(r"(?:L['’]|L[ae] |Une? |Cet(?:te)? |Ce )", shape.seen) is not None and first.number == "s"
    several = second.number == "p" and i > 1 and shape.tokens[i].lower_ == "et"
    return one and several and shape.tokens[i - 1].text == "," and " et " not in shape.text(0, first.first)


SLIPS = (
    verb_before_one_subject,
    verb_of_other_number,
    agreed_after_having,
    verb_for_participle,
    accent_after_who,
    number_unagreed,
    only_relatives,
    shortened,
)
