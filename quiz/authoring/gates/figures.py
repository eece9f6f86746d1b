"""Gates on figures left out, changed or asked for: the sentence must neither give the figure away nor be about nothing.

Each takes a candidate and its scene and gives None, or a short reason to drop the candidate. Knows numbers as they are
written and the few ways a sentence says one through others; refuses to know how the figure was found.
"""

from __future__ import annotations

import re
from itertools import combinations

from quiz.authoring.candidate import Candidate
from quiz.authoring.figures import counted
from quiz.authoring.french import place_article
from quiz.authoring.gates.context import unresolved_demonstrative
from quiz.authoring.gates.text import names_in, own_words
from quiz.authoring.gates.truth import event_scope, quantity_of
from quiz.authoring.scene import Scene
from quiz.deck import BLANK
from quiz.facts.fact import Quantity, Statistic
from quiz.facts.lexicon import demonyms
from quiz.typography import fold


def _around(candidate: Candidate) -> tuple[str, str, float] | None:
    """What stands before and after the figure of a cloze or statement, and its true value."""
    quantity = quantity_of(candidate.fact)
    if quantity is None:
        return None
    question = candidate.question.fr
    if candidate.form == "cloze" and question.count(BLANK) == 1:
        before, after = question.split(BLANK)
    elif candidate.construction == "true-false-number":
        evidence = candidate.fact.evidence
        at = quantity.span.start - evidence.start
        before = re.split(r"(?<=[.!?]) +(?=[A-ZÀ-Þ])", evidence.text[:at])[-1]
        after = re.split(r"(?<=[.!?]) +(?=[A-ZÀ-Þ])", evidence.text[at + len(quantity.text) :])[0]
    else:
        return None
    return before, after, quantity.low


_MOST = 8
"""Figures of a sentence that are added up: more are a table."""


def computable(candidate: Candidate, scene: Scene) -> str | None:
    """The other figures of the sentence give this one: « 8 morts : _____ gendarmes et 6 soldats », « 111 000 policiers,
    une prime de 300 euros, soit _____ », « pendant _____ ans, de 1959 à 1969 », « 66 % face à sa rivale (34 %) »."""
    del scene
    there = _around(candidate)
    if there is None:
        return None
    before, after, key = there
    if re.search(r"dont (?:[\w'’]+ )?$", before):
        return None  # a part of a whole, the rest of which is not told
    others = counted(before) + counted(after)
    quantity = quantity_of(candidate.fact)
    years = [int(y) for y in re.findall(r"\b(?:1[5-9]|20)\d\d\b", before + after)]
    if quantity is not None and quantity.unit == "year" and any(abs(a - b) == key for a, b in combinations(years, 2)):
        return "two years of the sentence give the figure"
    if quantity is not None and quantity.dimension == "share":
        told = any(abs(100 - key - other) < 0.01 for other in others) and re.search(r"contre|face à|\bet\b|\(", after)
        return "the rest of a hundred gives the figure" if told else None
    if len(others) > _MOST:
        return None
    one = 1.0 if re.search(r"\bune? [A-ZÀ-Þ]", before + after) else 0.0  # « … et un Ouzbek » is one more
    for a, b in combinations(others, 2):
        if key <= 2:
            break
        if min(a, b) > 1 and abs(a * b - key) < 0.02 * key:
            return "two figures multiplied give the figure"
        if (
            re.search(r"\bpass\w+ de\b|\bcontre\b", before + after)
            and min(a, b) > key
            and 0 <= abs(a - b) - key < 0.05 * key
        ):
            return "the difference of two figures gives the figure"
    for size in range(2, min(len(others), 5) + 1):
        for some in combinations(others, size):
            whole = max(some)
            rest = 2 * whole - sum(some)
            if sum(some) == key or rest == key or (one and size > 2 and rest - one == key):
                return "other figures add up to the figure"
    return None


def beside(candidate: Candidate) -> int:
    """How many figures a cloze or a statement shows beside the one it is about; 0 for any other form."""
    if candidate.construction == "true-false-number":
        return max(0, len(counted(_NO_AMOUNT.sub(" … ", candidate.question.fr))) - 1)
    there = _around(candidate) if candidate.form == "cloze" else None
    return 0 if there is None else sum(len(counted(_NO_AMOUNT.sub(" … ", part))) for part in there[:2])


_NO_AMOUNT = re.compile(
    r"(?<=[A-ZÀ-Þ])[\w-]+ \d+\b|\b[Dd]eux\b|\b[Ll]es \d{1,2}(?= [A-ZÀ-Þa-zà-ÿ])"
    r"|\b(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente)"
    r"[ \u00a0](?:(?:premi|derni|proch)\w+ )?(?:ans|années|mois|semaines|jours|heures?|minutes|secondes|trimestres)\b"
)
"""« un Boeing 737 », « les 4 marcheurs », « sur les six premiers mois »: numbers that are nobody's question."""


def crowded(candidate: Candidate, scene: Scene) -> str | None:
    """« À Metz, on compte 2 000 marcheurs, _____ arrestations et 59 blessés »: with two figures beside it, the one left
    out is one of a table, and nobody learns it. « Seuls 600 soldats aident alors 2 000 rebelles » goes on from what was
    told before."""
    del scene
    if candidate.form not in ("cloze", "true-false") or quantity_of(candidate.fact) is None:
        return None
    if re.match(r"Seule?s? (?:_____|\d|[a-zà-ÿ-]+ [a-zà-ÿ]+s\b)", candidate.question.fr):
        return "goes on from the sentence before"
    if _COUNTED_NOW.match(candidate.question.fr):
        return "a count of that day"
    if _COUNTED_SO_FAR.search(candidate.question.fr):
        return "how much was counted in passing"
    if _FOR_SO_LONG.match(candidate.question.fr):
        return "counted from a day not told"
    if _FOLLOWING.match(candidate.question.fr):
        return "goes on from what came before"
    if _ITEM.match(candidate.question.fr):
        return "an item of a list"
    if _of_nothing(candidate):
        return "millions of nothing named"
    return "a table of figures" if beside(candidate) >= _TABLE else None


_COUNTED_NOW = re.compile(
    r"(?:On compte|Le bilan (?:est|s['’]élève|fait état)) (?:désormais|maintenant)\b|Le bilan actuel\b"
)
"""« On compte désormais 290 blessés »: until the next bulletin."""
_FOLLOWING = re.compile(
    r"(?:Suiv(?:ai(?:en)?t|ent|irent)|Vien(?:nen)?t|Venai(?:en)?t|S'(?:y )?ajout\w+|S’(?:y )?ajout\w+) "
)
"""« Suivaient treize exemples »: behind what?"""
_ITEM = re.compile(r"(?:_____|\d[\d \u202f\u00a0]*)[ \u00a0\u202f]?[$€£%]?\s[-–—]\s")
"""« 200 000 $ - Le film sera tourné »: an item of a list whose lead-in is not shown."""


def _of_nothing(candidate: Candidate) -> bool:
    """« Estimée à 19 milliards, la firme inquiète »: nineteen thousand million what?"""
    quantity = quantity_of(candidate.fact)
    if quantity is None or quantity.dimension != "count":
        return False
    evidence = candidate.fact.evidence
    after = evidence.text[quantity.span.end - evidence.start :]
    return (
        re.search(r"\b(?:millions?|milliards?)$", quantity.text) is not None
        and re.match(r"\s*[,.;)]", after) is not None
    )


_FOR_SO_LONG = re.compile(
    r"Depuis (?:près de |plus de |environ )?(?:_____|\w+) (?:jours?|semaines?|mois|heures?|ans?|années?),? "
)
"""« Depuis trois jours, l'armée avance »: until which day?"""


_TABLE = 2
_COUNTED_SO_FAR = re.compile(
    r"%[^%.]{0,12} sur (?:environ |près de |plus de )?(?:_____|\d[\d \u202f\u00a0]*) (?:bureaux|personnes|communes)"
)
"""« vainqueur à 58 % sur 4 000 bureaux de vote dépouillés »."""


_LISTED = re.compile(
    r"^[^:.;()]{1,60}(?:\(|: )(?P<list>(?:[^.;:()]|\.(?=\w))+, (?:[^.;:()]|\.(?=\w))+ et (?:[^.;:()]|\.(?=\w))+)"
)


def told_otherwise(candidate: Candidate, scene: Scene) -> str | None:
    """The sentence lists what the figure counts, or names a whole by its part alone.

    « quatre présidents (Morin, Roux, Petit et Leroy) » is counted on the fingers; « 26 des _____ pays » asks for what
    everybody may look up; « France _____ Lorraine » and « 18 heures à New York » are names and hours.
    """
    del scene
    there = _around(candidate)
    if there is None:
        return None
    before, after, key = there
    listed = _LISTED.match(after)
    if listed is not None and key <= 12 and len(re.split(r", | et ", listed["list"])) >= min(key, 3):
        return "the sentence lists what is counted"
    if re.search(r"(?:\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize)) des $", before):
        return "the whole of a part"
    if re.search(r"\b(?!(?:À|En|Le|La|Les|Au|Et|Dont|Soit)\b)[A-ZÀ-Þ][\w-]* $", before) and re.match(
        r" [A-ZÀ-Þ]|[,.)]", after
    ):
        return "a figure in a name"
    quantity = quantity_of(candidate.fact)
    hours = quantity is not None and quantity.unit == "hour"
    return "an hour" if re.match(r" ?(?:heures? )?à [A-ZÀ-Þ]", after) and hours else None


_AGE_BEFORE = re.compile(
    r"\bâgée?s? (?:seulement )?d(?:e |['’])(?:\w+ )?$|\bà l['’]âge d(?:e |['’])(?:\w+ )?$"
    r"|\b(?:[Gg]ilet jaune|manifestante?|retraitée?|policier|gendarme|militaire) de $"
    r"|(?:^|[,;(] |\bet )à (?:seulement |tout juste |à peine )?$",
    re.IGNORECASE,
)
_YEARS_AFTER = re.compile(r"[ \u00a0]?ans\b")
_RECORD_AGE = re.compile(
    r"\b(?:plus jeunes?|plus vi(?:eux|eilles?)|plus âgée?s?|doyenn?e?|majorité|limite d['’]âge"
    r"|âge (?:moyen|légal|minim\w+|maxim\w+|médian))\b"
)
_AGE_ASIDE = re.compile(r"[A-ZÀ-Þ][\w-]+,? (?:_____|\d{1,3}) ans(?:,| le \d| le \w+di | en | et )")


def _is_age(candidate: Candidate, quantity: Quantity) -> bool:
    """« Morin, 63 ans en mai 2021, », « À 26 ans, »: years that are an age, whatever they were taken for."""
    if quantity.dimension == "age":
        return True
    there = _around(candidate)
    if there is None or quantity.unit != "year":
        return False
    before, after, _ = there
    named = _YEARS_AFTER.match(after) or quantity.text.endswith("ans")
    return bool(_AGE_ASIDE.search(candidate.question.fr)) or bool(named and _AGE_BEFORE.search(before))


_DEATH_TITLE = re.compile(
    r"\b(?:décès|morte?|meurt|décédée?|disparition|obsèques|s['’]éteint|nécrologie)\b", re.IGNORECASE
)
_DIED = re.compile(
    r"\b(?:est|sont) (?:\w+ment )?(?:morte?s?|décédée?s?)\b|\bs['’]est éteinte?\b|\bmeurt\b|^Le décès d"
    r"|\bvient de mourir\b"
)


def ages_in_passing(candidate: Candidate, scene: Scene) -> str | None:
    """« Ada Morin, 45 ans, a été réélue », « À 24 ans, elle gagne », « après sa mort, à l'âge de 84 ans, … »: how old
    somebody is nobody learns, but for a record (« la plus jeune maire »), an age that a law or an average has, or the
    age at which whom the title mourns has died."""
    quantity = quantity_of(candidate.fact)
    if quantity is None:
        return None
    if candidate.construction == "stat-age" or _strangers_death(candidate, scene):
        return "somebody's age"
    text = candidate.question.fr
    grouped = quantity.unit == "year" and _AGE_GROUP.search(text) is not None
    if candidate.form not in ("cloze", "true-false") or not (_is_age(candidate, quantity) or grouped):
        return None
    if grouped:
        return "an age group"
    mourned = _DEATH_TITLE.search(scene.article.title or "") and _DIED.search(text) and "âge d" in text
    return None if mourned or _RECORD_AGE.search(text.lower()) else "an age in passing"


def _strangers_death(candidate: Candidate, scene: Scene) -> bool:
    """« …, comme Luc Roux, décédé en 1977 à 93 ans »: the age at death of whom the title neither names nor mourns."""
    fact, title = candidate.fact, scene.article.title or ""
    if candidate.construction != "stat-age-at" or not isinstance(fact, Statistic) or _DEATH_TITLE.search(title):
        return False
    names = re.findall(r"[A-ZÀ-Þ][\w'’-]+", fact.frame.subject)
    return bool(names) and not any(fold(name) in fold(title) for name in names)


_AGE_GROUP = re.compile(
    r"\b(?:les|des|de) (?:moins|plus) de _____ ans\b"
    r"|\b(?:jeunes|actifs|enfants|femmes|hommes|personnes|seniors|salariés) de (?:moins|plus) de \d+ ans\b"
)
"""« le chômage des moins de _____ ans »: which group, its name tells."""


_SIZE_BEFORE = re.compile(
    r"(?<!est )(?<!était )(?<!sera )\bd['’]une? (?:longueur|largeur|hauteur|profondeur|superficie|surface|altitude"
    r"|distance|poids|diamètre) (?:totale? |maximale? |moyenne? )?d(?:e |['’])(?:\w+ d(?:e |['’]))?$"
)
_WAY_BEFORE = re.compile(
    r"^(?:après|au bout d['’e]|au terme d['’e]|à) ?(?:(?:plus|moins|près) d(?:e |['’])|environ |quelque )?$",
    re.IGNORECASE,
)
_WAY_AFTER = re.compile(r"[ \u00a0]?(?:km|kilomètres?|m|mètres?|milles?)\b(?=[^.]*,)")


_WEIGHT_CLASS = re.compile(r"\b(?:catégorie|poids|judo|boxe|lutte|finale) (?:\w+ ){0,4}(?:moins|plus) de $")
"""« la catégorie des poids welters de moins de _____ kilogrammes »: which class, its name tells."""
_RACE_BEFORE = re.compile(r"\b(?:au|aux|le|les|du|sur) $")
_REACHED = re.compile(r"\b(?:dépass|attein|attei|franchi|frôl|approch)\w* (?:[^,;]{0,40} )?les $")
"""« s'affrontent au _____ mètres »: a race, of which there are few."""


def sizes_in_passing(candidate: Candidate, scene: Scene) -> str | None:
    """« Le canal, d'une longueur de 1 900 km, sera rouvert », « Après 184 kilomètres, l'étape arrive à Vaugris »: a
    size told on the way to something else."""
    del scene
    there = _around(candidate)
    quantity = quantity_of(candidate.fact)
    if there is None or quantity is None or candidate.form not in ("cloze", "true-false"):
        return None
    before, after, _ = there
    if _RACE_BEFORE.search(before) and not _REACHED.search(before) and quantity.dimension == "length":
        return "a race by its length"
    after = quantity.text[-12:].lstrip("0123456789,. \u00a0\u202f") + after if candidate.form == "true-false" else after
    if _SIZE_BEFORE.search(before) or (_WEIGHT_CLASS.search(before) and quantity.dimension == "mass"):
        return "a size in passing"
    return "a way in passing" if _WAY_BEFORE.search(before) and _WAY_AFTER.match(after) else None


_BARE_COUNT = re.compile(
    r"(?:_____|\d[\d \u202f]*|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Treize|Quatorze|Quinze|Seize"
    r"|Vingt|Trente) (?:d['’]entre (?:eux|elles) |autres |en )?(?:ont|sont|étaient|avaient|seront|seraient|furent)\b"
)
_THE_COUNTRY = re.compile(r"\b(?:au|du|le|dans le|ce) pays\b(?! (?:de |d['’]|du |des |qui|où|le plus|voisin))")
_THERE = re.compile(
    r"(?<!\bil )(?<!\bil n['’])(?<!\bs['’])\by (?:a|ont|est|sont|avai(?:t|ent)|était|étaient)\b(?!-(?:t-)?il)"
)
_SOME_PLACE = re.compile(
    r"\b(?:la|le|l['’]) ?(?P<noun>ville|village|région|zone|site|bâtiment|base|prison|immeuble|alliance)\b(?! d)"
)
"""« Combien d'hommes défendaient la ville ? »: which town?"""
_DAY_BY_DAY = re.compile(r": (?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che) \d")
_IN_AIR = re.compile(
    r"\bà l['’]heure actuelle\b|\b(?:le|au|du) (?:mois|trimestre|semestre) précédent\b|\bjusqu['’]alors\b"
)


_AFTER_THE = re.compile(
    r"(?:Après|Avant|Depuis|Lors de|Dès) l(?:a |e |es |['’])\w+ (?:des |du |de la |de l['’])"
    r"(?P<noun>accords?|négociations?|discussions?|pourparlers|combats?|faits|événements?|annonces?|mesures?|travaux)"
    r"(?=,| (?:combien|quel))",
)
"""« Après la signature des accords, combien de rebelles… »: of which accords?"""
_SAID_BY_THEM = re.compile(r", \w+(?:-t)?-(?:ils?|elles?)\W*$")
"""« 12 jeunes ont déjà péri, indiquent-ils. »: they are named in another sentence."""


def country_in(text: str) -> bool:
    """Does a text name a country, or people or things of one?"""
    names = re.findall(r"[A-ZÀ-Þ][\w-]+(?:[ -][A-ZÀ-Þ][\w-]+)*", text)
    return any(place_article(name) is not None for name in names) or bool(
        set(re.findall(r"\w+", text.lower())) & demonyms()
    )


def stands_by_figures(candidate: Candidate, scene: Scene) -> str | None:
    """« Treize ont voté contre », « vente d'avions au pays », « 13 tonnes y ont été trouvées »: who, which and where
    stand in another sentence."""
    if quantity_of(candidate.fact) is None:
        return None
    text = own_words(candidate.question.fr)
    if candidate.form in ("cloze", "true-false") and _BARE_COUNT.match(text):
        return "a number of nothing"
    above = scene.topic(candidate)
    country = _THE_COUNTRY.search(text)
    if country and not country_in(text[: country.start()]) and not re.match(r"[A-ZÀ-Þ][\w' -]+ ?:", above):
        return "unresolved: le pays"
    there = _THERE.search(text)
    if there and not re.search(r"\b(?:à|au|aux|dans|en|sur|chez)\b ", text[: there.start()].lower()):
        return "unresolved: y"
    opened = _AFTER_THE.match(text)
    if opened and opened["noun"][:6].lower() not in fold(above):
        return f"unresolved: {opened['noun']}"
    if candidate.form in ("cloze", "true-false") and _SAID_BY_THEM.search(text):
        return "unresolved: who says so"
    if candidate.form in ("cloze", "true-false"):
        day = re.search(r"\b(?:19|20)\d\d\b|selon |d'après |mouvement", text)
        if _DAY_BY_DAY.search(scene.article.title or "") and not names_in(text) and not day:
            return "which of the day's events?"
        seen = candidate.fact.features
        pointed = unresolved_demonstrative(re.sub(r"\bce (?=\d)", "le ", text))
        titled = bool(pointed) and fold((pointed or " ").split()[-1])[:6] in fold(above)
        if pointed and not titled and not (seen.get("named_subject") and seen.get("early")):
            return f"unresolved: {pointed}"
    elif candidate.construction.startswith("stat-"):
        town = _SOME_PLACE.search(text)
        if town and not names_in(text) and fold(town["noun"])[:6] not in fold(above):
            return f"unresolved: {town.group()}"
    loose = _IN_AIR.search(text.lower())
    return f"unresolved: {loose.group()}" if loose else None


_TWO_ASKED = re.compile(r"^(?:.*, )?combien d[e'’] ?[^,?]{2,50}? et (?:des|une?|\d+|plusieurs) ", re.IGNORECASE)
_OF_SOME_BODY = re.compile(
    r"\bcombien d\S+ ?\w* (?:de l['’]|de la |du )(?P<noun>organisation|association|entreprise|compagnie|société|ville"
    r"|région|groupe|club|journal) (?:ont|sont|avaient|étaient|seront|furent|travaill)",
    re.IGNORECASE,
)
"""« Combien d'hôpitaux de l'organisation ont été touchés ? »: of which, another sentence says."""
_SHORT = 10
"""Words of a question on a count: with no more, and without a name or a day, it is about any event."""
_ANYWHERE = re.compile(
    r"\b(?:interpel|arrêt|garde à vue|mobilis|mis(?:es)? à feu|incendié|représent(?!ativité)|contrôl"
    r"|déployé|class|inscri)"
)


def whose_count(candidate: Candidate, scene: Scene) -> str | None:
    """« Combien de personnes ont été interpellées ? » may be asked of a hundred articles, and in a day's chronicle
    anything may; « Combien d'écoles et des dizaines de chantiers ont été fermés ? » asks for two things."""
    if not isinstance(candidate.fact, Statistic) or not candidate.construction.startswith("stat-"):
        return None
    text = candidate.question.fr
    if _TWO_ASKED.search(text):
        return "two things are asked"
    body = _OF_SOME_BODY.search(text)
    if body and body["noun"][:6] not in fold(scene.topic(candidate)):
        return f"unresolved: {body['noun']}"
    chronicle = _DAY_BY_DAY.search(scene.article.title or "")
    above = fold(scene.article.title or "")
    placed = [name for name in names_in(_IN_A_TOWN.sub(" ", text)) if fold(name)[:6] not in above]
    if chronicle and not placed and not re.search(r"\b(?:19|20)\d\d\b", text):
        return "which of the day's events?"
    if len(re.findall(r"\w+", text)) > _SHORT or not event_scope(candidate, scene):
        return None
    return "the event is not named" if chronicle or _ANYWHERE.search(text) else None


_IN_A_TOWN = re.compile(
    r"\b(?:place|rond-point|rues?|avenue|boulevard|gare|quai|pont) "
    r"(?:de la |de l['’]|du |des |de |d['’])?[A-ZÀ-Þ][\w'’-]+"
)
"""« la place de la Victoire » is in every town: which town, the question must say."""
