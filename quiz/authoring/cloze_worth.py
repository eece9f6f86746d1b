"""Which sentences may be shown with a figure left out or exchanged, and which of their figures: sound ones that lean on
no other, and figures of the main clause that matter.

Reads the statement as it would be shown, the figure cut out of it. Refuses to know how clozes are worded; what it is
not sure of passes, for the gates and the ranker to weigh.
"""

from __future__ import annotations

import re

from quiz.authoring.asides import apposed, does, in_its_clause
from quiz.authoring.figures import Numeral, counted, numeral_of, with_number
from quiz.authoring.french import MONTHS
from quiz.facts.fact import Quantity
from quiz.facts.lexicon import demonyms
from quiz.facts.verbs import finite, is_noun, participle
from quiz.typography import fold

_MOST_WORDS = 40
"""Words of a statement that a reader still keeps in mind while judging one figure."""
_MONTH = rf"(?:{'|'.join(MONTHS)})"


def sound(statement: str, told: str, title: str) -> bool:
    """Whether a statement may be shown: short enough, without a slip of its writer's, leaning on nothing outside it.

    `told` is the sentence as the article has it, `title` what stands above the question.
    """
    return not (
        len(statement.split()) > _MOST_WORDS
        or slip(statement)
        or leaning(statement, title)
        or _MISPLACED_NOW.search(told)
        or undated_past(statement)
    )


# ---- slips


_COUNTED = "minute|seconde|heure|jour|semaine|an|année|mètre|kilomètre|point|siège|personne|euro|dollar|but|victoire"
_SLIPS = (
    re.compile(rf"(?<![\d,.])(?:[2-9]|[1-9]\d+)(?: \d{{3}})* (?:{_COUNTED})(?![\w-]| locale)"),  # « 4 minute 28 »
    re.compile(r"^(?:[^,]{0,12},? ?)?\b[Ll]es [a-zà-ÿ]+[sx] [a-zà-ÿ]{2,}(?<!a)ait\b(?! (?:de|du|des)\b| d['’])"),
    re.compile(r"\b(?:d['’]avances|en titres|de retards)\b"),  # « trois secondes d'avances »
    re.compile(r"\b(?:19|20)\d\d (?:\d|_____)"),  # « en juillet 2017 331 millions »
    re.compile(rf"\b(?P<day>\d{{1,2}} {_MONTH})\b(?: \d{{4}})?[^,]*, (?:le )?(?P=day)\b"),  # the same day twice
    re.compile(r"^Depuis\b[^,]*,[^,]*\b(?:fut|furent)\b"),
    re.compile(r"\b(?:[Ll]a|[Uu]ne) (?:[Tt]ribunal|gouvernement|président|ministère|[Pp]arlement|[Cc]onseil|procès)\b"),
    re.compile(r"\bpour laisser (?:[\w-]+ ){1,3}\w+ée?s?\b"),  # « pour laisser sa sœur devancée »
    re.compile(r"^\d+ graves\b|_____ graves\b"),  # « 4 graves sont blessés »
    re.compile(r"\bmis examen\b|\bsubit par\b|\bM w\b|, en faisant l['’]une?\b"),
    re.compile(r"\b(?:décidé|refusé|accepté|tenté|essayé|cessé|promis) de (?!\w+é\s(?:de|du)\b)\w+é\b"),
    re.compile(r", de l['’]ordre de .{1,20}? et (?:représente|atteint|concerne)\b"),  # whose verb is it?
    re.compile(rf"^Au \d{{1,2}} {_MONTH} \d{{4}}, .*\bdepuis (?:le |hier)"),  # two dates of one count
    re.compile(rf"(?<!['’])\b(?:a|ont|est|sont) (?:le|au) \d{{1,2}} {_MONTH} \d{{4}} (?!que?\b)\w+(?:é|i|u|it)e?s?\b"),
    re.compile(r"\bà fin de\b|\bqu['’]a du \w+|\bau prés de\b"),
    re.compile(r"\bproblèmes? (?!de\b|du\b|des\b|d['’]|et\b|à\b|au\b)(?:garantie|budget|argent|financement)"),
)  # fmt: skip
_ONE_OF_SEVERAL = re.compile(
    r"\b(?:[Ss]a|[Ss]on|[Uu]ne?|[Cc]ette|[Cc]et?|[Cc]haque) (?:(?:première?|seconde?|dernière?|nouve(?:au|lle)) )?"
    r"(?P<word>\w+(?:antes|ants|ées|euses|eurs|tions|ments|ités))\b"
)


def slip(text: str) -> str | None:
    """The slip of a writer that a pupil should not be shown, where one is sure: « 4 minute 28 », « sa première
    poursuivantes », « Les élus perdent et perd 40 sièges »; None where the French seems sound."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    for pattern in _SLIPS:
        found = pattern.search(text)
        if found is not None:
            return found.group()
    plural = _ONE_OF_SEVERAL.search(text)
    if plural is not None and is_noun(plural["word"][:-1].lower()):
        return plural.group()
    return disagreeing(text)


_MANY = re.compile(r"(?:Les|Des|Ses|Ces|Leurs|Plusieurs|Quelques) (?P<rest>.*)", re.DOTALL)
_ONE = re.compile(r"(?:Le|La|L['’]|Un|Une|Son|Sa|Ce|Cette|Cet) ?(?P<rest>.*)", re.DOTALL)
_JOINED = re.compile(r"(?<!,) (?:et|mais) (?P<verb>[a-zà-ÿ]+)(?= )")


def disagreeing(text: str) -> str | None:
    """« Les élus réalisent un score de 20 % et perd 40 sièges »: two verbs of one subject, of two numbers. The words of
    the second, or None."""
    opened = _MANY.match(text) or _ONE.match(text)
    if opened is None:
        return None
    wanted = "p" if opened.re is _MANY else "s"
    words = re.findall(r"[\w-]+|[^\w\s]", opened["rest"])
    first = next((word for word in words if finite(word) is not None and not is_noun(word)), None)
    form = finite(first) if first is not None else None
    if form is None or form.number != wanted or re.search(r"\b(?:qui|que|dont|où|on|il|elle|qu['’])\b", text):
        return None
    for found in _JOINED.finditer(text):
        other = finite(found["verb"])
        if (
            other is not None
            and other.number
            and other.number != wanted
            and other.mood == "ind"
            and not is_noun(found["verb"])
            and participle(found["verb"]) is None
        ):
            return found.group().strip()
    return None


# ---- leaning


_THEN = re.compile(
    r"^L[ea] prochaine? |\bà ce moment(?!-là même)|\bà cette (?:occasion|époque|heure)\b"
    r"|\b(?:durant|pendant) cette (?:période|semaine|journée)\b"
    r"|\bce mois-ci\b|\bcette (?:fois|année)-(?:ci|là)\b|\bce (?:jour|soir)-là\b|\ble même (?:jour|soir)\b"
    r"|\b(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques|\d+)"
    r" (?:minutes?|heures?|jours?|semaines?|mois|ans?|années?) (?:plus tôt|plus tard|auparavant)\b",
    re.IGNORECASE,
)  # fmt: skip
_UNEXPLAINED = re.compile(
    r"^(?:[\w'’-]+,? ){0,5}d['’]entre (?:eux|elles)\b|\b(?:dans|de|du) le lot\b|^Elles? "
    r"|^Ils? (?!y a|faut|s['’]agi)"
    r"|^Quant (?:à|au|aux) |\bc['’]est (?:pareil|la même chose|le cas)\b"
    r"|^C['’]est (?:l[ea] |l['’])?(?:\w+ième|premi\w+|seconde?|derni\w+|plus \w+)\b(?! fois)[^,]*$"
    r"|^C['’]est (?:l[ea] |l['’])?\w+ième d['’]affilée\b"
    r"|\bl['’]action suivante\b|^(?:L[ea] |L['’])?[\w-]+ (?:suivante?|précédente?) "
)
"""« Pour un million d'entre eux », « sur l'action suivante »."""
_OPENS = re.compile(r"^(?:[A-ZÀ-Þ][a-zà-ÿ]+(?: [a-zà-ÿ]+){0,3}) ?: (?=[a-zà-ÿ])")
"""« Problème : le gardien était exclu », « Seul bémol : »: of what?"""
_SPEAKING = re.compile(
    r"(?<![\w'’-])(?:je|me|moi|mon|ma|mes|nous|notre|nos|vous|votre|vos)(?![\w'’-])|(?<!\w)[jm]['’](?=\w)",
    re.IGNORECASE,
)
"""« Un cargo m'a récupérée »: an interview's words, by whom nothing tells."""
_OF_IT = re.compile(
    r"(?<!\bil )(?<!\bIl )(?<!\w)(?:[nst]['’])?y (?=(?:a|ont|avait|sont|est|était|\w+(?:er|ir|re|ait|aient|ent|e)) )"
    r"|(?<![\w'’])(?:[nst]['’])?en (?=(?:a|ont|avait|avaient|est|sont|était|étaient|aura|compte|comptait|comptaient"
    r"|reste|restait|manque|dénombre|recense|fait|font|faisait|prévoit|faut|fallait) )"
)
"""« Netflix en a acquis les droits », « On devait y poser les fondations »: of what, where?"""
_TO_WHOM = re.compile(r"\b(?:lui|leur) (?:a|ont|avait|avaient|est|sont|serait|seraient|[a-zà-ÿ]+(?:ent|ait|aient))\b")
_MR = re.compile(r"\b(?:M\.|MM\.|Mme|Mlle|Mgr) (?P<name>[A-ZÀ-Þ][\w'’-]+)")
_ONE_OF_A_NATION = re.compile(r"\b(?:[Ll]e |[Ll]a |[Ll]['’]|[Dd]u |[Aa]u )(?P<who>[A-ZÀ-Þ][a-zà-ÿ]+)(?! [A-ZÀ-Þ(])\b")
_TOWN = re.compile(
    r"\b(?:la|cette) (?:ville|commune|capitale)(?= ?[,.]| a\b| est\b| où\b)|\ble centre-ville\b|^La ville\b"
)


def told_by_a_nation(text: str) -> str | None:
    """« l'Américaine », « le Breton de Vaugris » without a name behind: the words, or None."""
    found = _ONE_OF_A_NATION.search(text)
    return found.group() if found is not None and found["who"].lower() in demonyms() else None


def leaning(text: str, title: str) -> str | None:
    """The words that only the sentences before explain, under this title: « à ce moment », « deux jours plus tôt »,
    « M. Roy » whom nobody has introduced, « l'Américaine » without a name, « lui ont jeté des œufs »."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ")
    for pattern in (_THEN, _UNEXPLAINED, _OPENS):
        found = pattern.search(text)
        if found is not None:
            return found.group()
    bare = re.sub(r"«[^»]*»|“[^”]*”|\"[^\"]*\"", " ", text)
    found = _SPEAKING.search(bare) or _OF_IT.search(bare)
    if found is not None and not (found.re is _OF_IT and "," in bare[: found.start()]):
        return found.group()
    known = fold(title)
    for someone in _MR.finditer(text):
        if fold(someone["name"]) not in known:
            return someone.group()
    whom = _TO_WHOM.search(text)
    if whom is not None and not re.search(r"\b[A-ZÀ-Þ][a-zà-ÿ]+\b", text[1 : whom.start()]):
        return whom.group()
    if nation := told_by_a_nation(text):
        return nation
    town = _TOWN.search(text)
    if town is not None and not re.search(r"\bà (?:la |l['’])?[A-ZÀ-Þ]|\bd(?:e |['’])[A-ZÀ-Þ]", text[: town.start()]):
        return town.group()
    return None


_MISPLACED_NOW = re.compile(r",\s+(?:actuellement|aujourd['’]hui)\s+(?!,)(?:le|la|les|l['’]|\w+)")
"""« Ada Roy, actuellement gérante d'un fonds », « en Irak, aujourd'hui le plus important »: a date in its place is no
French."""
_WHEN = re.compile(
    rf"\b(?:1[5-9]|20)\d\d\b|\b(?:1er|\d{{1,2}}) {_MONTH}\b|\b(?:en|depuis|de|début|fin) {_MONTH}\b"
    r"|\b[Aa]u début de l|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)
_GOING = re.compile(r"(?:allé|arrivé|descendu|devenu|entré|monté|mort|né|parti|resté|revenu|sorti|tombé|venu)e?s?")


def undated_past(text: str) -> bool:
    """« Un attentat avait fait 58 morts dans le centre », « Ada Roy était arrivée en tête »: before what, only the
    sentences around say. A date tells."""
    words = re.findall(r"[\w'’-]+", text)
    at = next((i for i, word in enumerate(words) if finite(word) is not None and not is_noun(word)), None)
    if at is None or words[at - 1] in ("qui", "dont") or _WHEN.search(text):
        return False
    behind = words[at + 1 : at + 4]
    if words[at] in ("avait", "avaient"):
        return any(participle(word) is not None for word in behind)
    return words[at] in ("était", "étaient") and any(_GOING.fullmatch(word) for word in behind[:2])


_BARE = re.compile(
    r"(?:Les? |La |L['’])(?P<noun>[a-zà-ÿ]{4,})(?: [a-zà-ÿ]+(?:ée?s?|al|ale|aux|ique|if|ive))?(?: (?P<next>[\w'’-]+)|,)"
)


def bare_opening(text: str, title: str) -> bool:
    """« Les pertes s'élèvent à 900 euros »: whose, where the title has no such word? Of two readers one minds."""
    found = _BARE.match(text)
    if found is None or fold(found["noun"])[:5] in fold(title):
        return False
    if found["next"] is None:
        return True  # « Le dispositif, annoncé en mai, devait »
    following = re.sub(r"^(?:s|n|l|y)['’]", "", found["next"])
    return following in ("se", "ne", "en", "y", "lui", "est") or does(following)


# ---- the figure


_UNDER = re.compile(
    r"^(?:Alors qu|Tandis qu|Bien qu|Quoiqu|Après (?:avoir|être|s['’]être)\b|Avant d|Lorsqu|Quand\b|Si\b|Comme\b"
    r"|Parce qu|Puisqu|Afin d|Pour [a-zà-ÿ]+(?:er|ir|re)\b|En [a-zà-ÿ]+ant\b"
    r"|(?!Pendant|Durant|Suivant|Avant)[A-ZÀ-Þ][a-zà-ÿ]+ant\b)"
    r"[^,]*$"
)
_INSIDE = re.compile(
    r"(?:,|\() ?(?:qui|dont|où|lequel|laquelle|lesquels|lesquelles|comme|composée?s?|situé\w*|âgée?s?|doté\w*|né\w*"
    r"|long\w*|haut\w*|[a-zà-ÿ]+ant)\b(?P<rest>[^,]*)$"
)
_ASIDE = re.compile(
    r"(?:,? (?:alors|tandis) qu(?:e |['’])|, (?:comme|même si|bien qu)\b|\bcomme c['’]est\b|\bpendant que "
    r"|, (?:mesurant|pesant|longue?s? de|hautes? de|âgée?s? de) )[^,]*$"
)
_EXAMPLE = re.compile(r"\b(?:par exemple|entre autres|notamment (?!\w+(?:é|i|u|is|it)\b))[^,]*$")
_WHOLE = re.compile(
    r"\bsur (?:les |ses |leurs |un total de |plus de |près de |environ )?$|\bdes (?:quelque |plus de |près de )?$"
)
_OF_SOMETHING_KNOWN = re.compile(
    r"\b(?:[Ll]e |[Ll]a |[Ll]['’]|du |au )(?:assemblée|collège|comité|commission|conseil|délégation|équipe|jury"
    r"|parlement|sénat|télescope|troupe) de $"
)
"""« élues au conseil de | 45 | membres »: how many it has is known, not told."""
_LIKE = 0.03
_ELSEWHERE = re.compile(r"^(?:\s?(?:km|kilomètres?|mètres?|m))?\s(?:plus )?(?:au|à l['’])\s?(?:nord|sud|est|ouest)\b")
_BY_THE_CLOCK = re.compile(r"\b(?:de|à|vers|dès|jusqu['’]à) $")
_MANY_DIGITS = 5
"""Digits that nobody remembers: 165 686 can be judged, and not typed."""


def in_the_main_clause(head: str, tail: str) -> bool:
    """Whether the figure between two parts of a statement is told for its own sake: not in a clause that opens or
    breaks the sentence (« Après avoir fait | 30 | kilomètres, le convoi… », « la sonde, qui tourne en 53 jours, a »),
    not as one example, nor behind two relatives."""
    if _UNDER.search(head) or (_WITHOUT_A_VERB.match(head) and not any(map(does, re.findall(r"[\w'’-]+", head)))):
        return False
    if in_its_clause(head):
        return False  # « Alors qu'Ada Roy, Luc Petit et Awa Diop règnent depuis | cinq | ans, … »
    if _ASIDE.search(head) or _EXAMPLE.search(head) or apposed(head, tail):
        return False
    inside = _INSIDE.search(head)
    if inside is not None and re.search(r"[,)]\s?(?!dont\b|et\b|soit\b)[^.]*\w", tail):
        after = re.split(r"[,)]", tail, maxsplit=1)[1]
        if any(map(does, re.findall(r"[\w'’-]+", after)[:5])):
            return False
    relatives = re.findall(r"\b(?:qui|dont|où|lequel|laquelle)\b", head)
    return len(relatives) <= 1


_AT_A_DISTANCE = re.compile(r"\bà (?:quelque |près de |environ |plus de )?$")
_MEASURED = re.compile(
    r"^\s?(?:km|kilomètres?|mètres?|m)(?![\w-]|²)"
    r"(?!\s(?:de |d['’]|du |des |au |aux |à |en |après|avant|plus|sous|par|et))"
)
"""« s'est retrouvé à | 300 | mètres, dans la cour »: from where?"""
_FURNITURE = re.compile(r"\b[Uu]ne? (?:[a-zà-ÿ]+ ){1,3}de (?:quelque |plus de |près de )?$")
_FURNISHED = re.compile(
    r"^\s?(?:étages|berceaux|lits|pièces|chambres|portes|roues|volumes|niveaux|m²|m2|mètres carrés)(?![\w-])"
)
"""« un immeuble de | neuf | étages »: nobody learns how high it was."""


_WITHOUT_A_VERB = re.compile(
    r"(?:Après (?:avoir|être)|Avant d|Afin d|En [a-zà-ÿ]+ant"
    r"|(?!Pendant|Durant|Suivant|Auparavant|Maintenant)[A-ZÀ-Þ][a-zà-ÿ]+ant)\b"
)


def matters(head: str, tail: str, quantity: Quantity) -> bool:
    """Whether a reader could be asked for the figure: no whole of which a part is told (« 27 sur les | 348 | sièges »),
    no distance on the map, no hour of the clock."""
    if (_WHOLE.search(head) and counted(head)) or _OF_SOMETHING_KNOWN.search(head):
        return False
    rough = quantity.bound == "about" or _ROUGHLY.search(head) is not None
    if rough and any(
        it != quantity.low and abs(it - quantity.low) <= _LIKE * quantity.low for it in counted(f"{head} … {tail}")
    ):
        return False  # « à près de 52 % (51,9 % exactement) »
    flat = tail.replace("\u00a0", " ").replace("\u202f", " ")
    unit = quantity.text[numeral.end :] if (numeral := numeral_of(quantity.text)) is not None else ""
    if _AT_A_DISTANCE.search(head) and _MEASURED.match(f"{unit}{flat}"):
        return False
    if _FURNITURE.search(head) and _FURNISHED.match(f"{unit}{flat}"):
        return False
    if _ELSEWHERE.search(flat) or _ELSEWHERE.search(f" {quantity.text.partition(' ')[2]}{flat}"):
        return False
    return not (quantity.unit == "hour" and _BY_THE_CLOCK.search(head) and re.match(r"\s?h\b|[^,]*\bmidi\b", flat))


def rounded_above(quantity: Quantity, title: str) -> bool:
    """« non à 53,9 % », above a figure of 53,98 %: the title tells it but for its last digit."""
    if quantity.dimension != "share" or quantity.unit != "percent":
        return False
    for told in re.finditer(r"(?<![\d,.])(?P<whole>\d+)(?:[,.](?P<rest>\d+))?\s?%", title):
        shown = float(f"{told['whole']}.{told['rest'] or 0}")
        if 0 < abs(quantity.low - shown) < 10.0 ** -len(told["rest"] or ""):
            return True
    return False


def can_be_typed(numeral: Numeral, written: str) -> bool:
    """Whether somebody may be expected to write the number: not 165 686, nor 1 %."""
    digits = re.sub(r"\D", "", written).rstrip("0")
    return len(digits) < _MANY_DIGITS and numeral.value > 1


# ---- another figure


_ROUGHLY = re.compile(r"\b(?:environ|quelque|près de|presque|autour de|à peu près|approximativement|une? petite?) $")
_CLEARLY, _AT_MOST = 0.45, 1.1
_ADULT = 16


def clearly_other(quantity: Quantity, head: str, seed: int) -> list[str] | None:
    """Wrong figures that no reader of the hedge takes for the right one: for « environ dix », « trente »; for an age,
    one some years off; for a heat, one some degrees off. None for a figure without such a rule: any near one does."""
    numeral = numeral_of(quantity.text)
    if numeral is None:
        return None
    value = numeral.value
    if re.search(r"\bà (?:l['’]âge de )?$|\bâgée?s? d(?:e |['’])$", head) and re.search(r"\bans\b", quantity.text):
        steps = (4, -3, 6, -5) if seed % 2 else (-4, 3, -6, 5)
        return _written(quantity, [value + step for step in steps if value < _ADULT or value + step >= _ADULT])
    if quantity.unit == "celsius":
        return _written(quantity, [round(value + step, 1) for step in ((2.1, -2.4) if numeral.decimals else (3, -3))])
    if quantity.bound != "about" and not _ROUGHLY.search(head):
        return None
    step = 10 if value == int(value) and value % 10 == 0 else 1
    while step > 1 and value % (step * 10) == 0:
        step *= 10
    others = [value * by for by in ((1.5, 2, 0.5) if seed % 2 else (0.5, 1.5, 2))]
    rounded = [round(other / step) * step if step > 1 else round(other, numeral.decimals) for other in others]
    if step == value and value >= 10:
        rounded = [value * 2, value * 3]
    apart = [it for it in rounded if it > 0 and _CLEARLY <= abs(it - value) / value <= 2 * _AT_MOST]
    return _written(quantity, [it for it in apart if quantity.dimension != "share" or it < 95])


def _written(quantity: Quantity, values: list[float]) -> list[str]:
    said = (with_number(quantity.text, float(value)) for value in values)
    return [text for text in said if text]
