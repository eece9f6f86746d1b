"""The sentence of a question about a figure, one function a construction: the pieces of a frame put together.

Elision, inversion, agreement and order, and nothing else: which figures are asked, what stands around the stem and how
good it is are decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from quiz.authoring.french import elide, of
from quiz.authoring.stat_asked import PERIODS, asked_phrase, asks_for_most, lower_article
from quiz.authoring.stat_pieces import agreed, joined, verb_with_subject
from quiz.facts.fact import Frame, Quantity


def stem_of(frame: Frame, quantity: Quantity) -> str | None:
    """The question of a frame without its lead, capital and mark; None where its pieces make none."""
    build = _BUILDERS.get(frame.construction)
    if frame.population.endswith("gardes") and frame.rest.startswith("à vue"):
        frame = replace(frame, population=f"{frame.population} à vue", rest=frame.rest[5:].strip())
    if frame.construction == "count-subject" and _OF_ANOTHER.match(frame.lead):
        return None
    if frame.finite[:1].isupper():
        return None  # « sa chanson Toy-t-elle »: a name is no verb
    if frame.construction == "count-subject" and _SWELLS.search(f"{frame.verb} {frame.rest}"):
        return None
    if frame.construction == "noun-of" and quantity.dimension == "count" and _LONG.search(frame.population):
        return None  # « 2344 pages de long » is no length
    if _WHERE_IT_WAS.match(frame.subject) and _TOLLS.match(frame.population):
        return None
    if re.search(r"\b(?:selon|d['’]après) ", frame.subject):
        return None  # « la valeur boursière selon le journal »
    if re.match(r"(?:les|ces|des) ", frame.subject) and frame.finite and not frame.finite.endswith("nt"):
        return None  # « les prévisions s'établissait »
    if frame.pronoun.startswith("elle") and re.search(r"\bété (?:\w+ment )?\w+[^es\W]$", frame.tail):
        return None  # « la société a été remporté l'appel d'offres »
    return build(frame, quantity) if build is not None else None


_OF_ANOTHER = re.compile(r"(?:avant de|après avoir|après s['’]être|avant d['’]) ?\w", re.IGNORECASE)
"""« Avant de se donner la mort, combien de passants sont morts ? » is of somebody else."""
_WHERE_IT_WAS = re.compile(
    r"(?:l[ae] |l['’])(?:marché|place|gare|ville|village|hôtel|quartier|salle|boîte|stade|aéroport)\b"
)
_SWELLS = re.compile(
    r"\b(?:augment|gross|gonfl|port|rédui|alourdi)\w* (?:le|la|les|l['’]) ?(?:nombre|total|bilan|rangs|effectif)"
)
"""« Combien de personnes ont augmenté le nombre de chômeurs ? »: they have done nothing."""
_LONG = re.compile(r"\b(?:longueur|hauteur|largeur|profondeur|superficie|poids|masse|durée)\b")
_TOLLS = re.compile(r"(?:blessés|morts|victimes|disparus)\b")
"""« Combien de blessés le marché de Metz a-t-il faits ? »: the place has hurt nobody."""


def _share_of(frame: Frame, quantity: Quantity) -> str | None:
    """« Quel pourcentage des firmes l'utilisent pour… », « Quelle part de la population est menacée par… »."""
    if not frame.population:
        if quantity.unit != "percent" or not re.match(r"(?:parmi|sur|des)\b", frame.lead.lower()):
            return None
        of_them = {"f": "d'entre elles", "m": "d'entre eux"}.get(frame.asked_gender, "")
        return joined("quel pourcentage", of_them, frame.verb, frame.rest)
    what = "quel pourcentage" if quantity.unit == "percent" else "quelle part"
    return joined(what, lower_article(frame.population), frame.verb, frame.rest)


def _count_subject(frame: Frame, quantity: Quantity) -> str | None:
    """« Combien de personnes ont été tuées dans… »."""
    if not frame.population or frame.population[0].isdigit() or _NO_NOUN.fullmatch(frame.population):
        return None
    most = "jusqu'à" if asks_for_most(quantity) else ""
    return joined(most, "combien", elide("de", frame.population), frame.verb, frame.rest)


_NO_NOUN = re.compile(r"(?:graves|légers|autres|derniers|premiers|seuls|suivants)")
"""« 4 graves sont blessés »: of whom, the article has forgotten to say."""


def _part_of(frame: Frame, quantity: Quantity) -> str | None:
    """« Combien des 95 candidats ont réussi l'examen ? »."""
    del quantity
    return joined("combien", lower_article(frame.population), frame.verb, frame.rest)


def _out_of(frame: Frame, quantity: Quantity) -> str | None:
    """« Combien de Français sur dix considèrent que… »."""
    del quantity
    return joined("combien", elide("de", frame.population), "sur", frame.subject, frame.verb, frame.rest)


def _one_in(frame: Frame, quantity: Quantity) -> str | None:
    """« Quelle proportion de Maliens souffre d'asthme ? »."""
    del quantity
    return joined("quelle proportion", elide("de", frame.population), frame.verb, frame.rest)


def _object(frame: Frame, quantity: Quantity) -> str | None:
    """« Combien de buts Morin a-t-elle marqués en 90 matchs ? », « Dans combien de crèches… »."""
    asked = asked_phrase(frame, quantity)
    if asked is None:
        return None
    phrase, gender, plural = asked
    if quantity.hedge.startswith("à ") and not frame.preposition:
        return None  # « se joue à moins de deux kilomètres »: the answer has swallowed its « à »
    if phrase == "jusqu'à combien de temps":
        phrase, frame = "combien de temps", replace(frame, rest=joined(frame.rest, "au maximum"))
    own = re.match(
        r"(?P<adverb>déjà )?(?P<of>de (?:sa|son|ses|leur|leurs) \w+|de pouvoir|de règne|de carrière)", frame.rest
    )
    if own is not None and phrase == "combien de temps":
        years = PERIODS.get(quantity.unit or "")
        phrase = (
            f"{phrase} {own['of']}" if not years or " s" in own["of"] else f"combien {elide('de', years)} {own['of']}"
        )
        frame = replace(frame, rest=joined(own["adverb"] or "", frame.rest[own.end() :].strip()).replace("  ", " "))
    away = re.match(r"(?:de |d['’]|du |des )", frame.rest)
    if quantity.dimension == "length" and frame.preposition == "à" and away and len(frame.rest.split()) <= _AWAY:
        phrase, frame = f"{phrase} {frame.rest}", replace(frame, rest="")  # « à combien de km de la Terre »
    if _RELATIVE.search(phrase):
        return None  # « Combien de ponts qui doivent fermer la ville garde-t-elle ? »
    frame = replace(frame, rest=_TURNOUT.sub("", frame.rest))
    if frame.rest in ("pour", "contre"):
        frame = replace(frame, rest="")  # « adoptée avec 160 voix pour »
    if not frame.pronoun and not frame.tail and not frame.clitics and not frame.rest:
        return joined(_prefixed(frame.preposition, phrase), frame.finite, frame.subject)  # « compte Vaugris »
    tail = agreed(frame, gender, plural) if not frame.preposition else frame.tail
    if quantity.dimension == "duration" and not frame.preposition and not frame.population:
        tail = frame.tail
    return joined(_prefixed(frame.preposition, phrase), verb_with_subject(frame, tail), frame.rest)


_TURNOUT = re.compile(r",? avec [\d\s,.]+%? ?(?:pour cent )?(?:de participation|d['’]abstention)$")
"""« 66 % des suffrages face à sa rivale *avec 65 % de participation* »: another figure of the vote."""
_AWAY = 6
"""Words of the place that a distance is counted from."""
_RELATIVE = re.compile(r"\b(?:qui|que|dont|où)\b|\bqu['’]")
"""A clause on what is counted parts the asked words from their verb."""


def _prefixed(preposition: str, phrase: str) -> str:
    if not preposition:
        return phrase
    if preposition in ("de", "d'"):
        return elide("de", phrase)
    return f"{preposition} {phrase}"


_HURT = re.compile(r"(?P<who>[a-zà-ÿ]+s) (?P<how>(?:tué|blessé|arrêté|interpellé|hospitalisé)e?s)(?P<more> .+)?")


def _there_are(frame: Frame, quantity: Quantity) -> str | None:
    """« Combien de blessés dénombre-t-on à… », « Combien de victimes y a-t-il… »."""
    asked = asked_phrase(frame, quantity)
    if asked is None or frame.preposition or _RELATIVE.search(asked[0]):
        return None
    hurt = _HURT.fullmatch(frame.population)
    if hurt is not None and frame.subject == "il":  # « il y a trois personnes tuées »
        return joined("combien", elide("de", hurt["who"]), "ont été", hurt["how"] + (hurt["more"] or ""), frame.rest)
    invariable = frame.subject == "il"  # « y a-t-il eu », « a-t-il fallu »
    tail = frame.tail if invariable else agreed(frame, asked[1], asked[2])
    return joined(asked[0], verb_with_subject(frame, tail), frame.rest)


def _amounts_to(frame: Frame, quantity: Quantity) -> str | None:
    """« À combien sont estimés les coûts liés à… par an ? », « De combien de morts est le bilan ? »."""
    what = "combien"
    if quantity.dimension == "count":
        numbered = re.match(r"(?:le|la) (?:nombre|total|population|effectif|bilan)\b", frame.subject)
        if not frame.population and not numbered:
            return None
        what = f"combien {elide('de', frame.population)}" if frame.population else what
    elif quantity.dimension == "duration":
        what = "combien de temps"
    subject = frame.subject
    frame = replace(
        frame, rest=re.sub(r"^de (?:diamètre|hauteur|longueur|largeur|profondeur|haut|long|large)\b ?", "", frame.rest)
    )
    if not subject or subject in ("il", "elle", "ils", "elles", "on"):
        return None
    preposition = "de" if frame.preposition in ("de", "d'") else frame.preposition
    measured = _MEASURED.match(subject)
    if preposition == "de" and frame.finite in _BEING and not frame.tail and not frame.clitics:
        if measured is None or (quantity.dimension == "count" and frame.population and measured[1] != "nombre"):
            return joined(preposition, what, frame.finite, subject, frame.rest)
        feminine = measured[1] in _MEASURED_FEMININE.split("|")
        which = ("quelle" if feminine else "quel") + ("s" if frame.pronoun.endswith("s") else "")
        return joined(which, frame.finite, subject, frame.rest)
    verb = joined(f"{frame.clitics}{frame.finite}", frame.tail)
    return joined(preposition, what, verb, subject, frame.rest)


_BEING = frozenset({"est", "était", "sera", "fut", "sont", "étaient", "seront"})
_MEASURED_FEMININE = (
    "durée|taille|portée|altitude|hauteur|longueur|largeur|profondeur|superficie|surface|vitesse|température|distance|part|somme|valeur"
    "|amende|dette|magnitude|puissance|capacité|croissance|population|proportion|participation|abstention|masse|moyenne"
)
_MEASURED_MASCULINE = (
    "taux|montant|diamètre|rayon|volume|débit|effectif|bénéfice|solde|rendement|prix|coût|budget|poids|nombre|total"
    "|score|record|salaire|déficit|délai|temps|niveau|âge|chiffre|revenu|loyer|tarif|seuil|plafond|écart"
)
_MEASURED = re.compile(rf"(?:l['’]|l[ae] )({_MEASURED_MASCULINE}|{_MEASURED_FEMININE})\b")
"""« Le taux de participation était de 53 % » is asked as « Quel était le taux de participation ? »."""


def _amounts_by(frame: Frame, quantity: Quantity) -> str | None:
    """« À combien les assureurs estiment-ils les dégâts… ? »."""
    what = (
        f"combien {elide('de', frame.population)}" if quantity.dimension == "count" and frame.population else "combien"
    )
    return joined(frame.preposition, what, verb_with_subject(frame, frame.tail), frame.rest)


def _change(frame: Frame, quantity: Quantity) -> str | None:
    """« De combien les prix ont-ils augmenté en… »: a change in per cent asked as such."""
    what = "de quel pourcentage" if quantity.unit == "percent" else "de combien"
    if "point" in quantity.text:
        what = "de combien de points"
    if quantity.dimension == "count" and frame.population:
        what = f"de combien {elide('de', frame.population)}"
    return joined(what, verb_with_subject(frame, frame.tail), frame.rest)


def _passes_to(frame: Frame, quantity: Quantity) -> str | None:
    """« À combien le taux de chômage est-il passé en 2016, alors qu'il était de 20 % jusque-là ? »."""
    del quantity
    what = f"combien {elide('de', frame.population)}" if frame.population else "combien"
    asked = joined(f"à {what}", verb_with_subject(frame, frame.tail), frame.rest)
    if not asked or not frame.pronoun:
        return None
    several = frame.pronoun.endswith("s")
    was = f"{frame.pronoun} {'étaient' if several else 'était'}"
    return f"{asked}, alors {elide('que', was)} {of(frame.acted_on)} jusque-là"


def _noun_of(frame: Frame, quantity: Quantity) -> str | None:
    """« Quelle est la masse de la station… ? », « Quel était l'objectif de… ? »."""
    if frame.subject in ("il", "elle", "ils", "elles", "on", "") or (frame.rest and len(frame.rest.split()) > 12):
        return None
    past = frame.verb in ("impf", "past") or bool(frame.participle)
    which = "quelle" if frame.asked_gender == "f" else "quel"
    label = re.sub(r"^(?:nouveau|nouvelle)\s", "", frame.population)
    article = "la" if frame.asked_gender == "f" else "le"
    maximal = (" maximale" if frame.asked_gender == "f" else " maximal") if asks_for_most(quantity) else ""
    return joined(which, "était" if past else "est", elide(article, label) + maximal, of(frame.subject), frame.rest)


_MADE = {
    "money": "de quel montant",
    "duration": "de quelle durée",
    "share": "de quel pourcentage",
    "change": "de combien",
}


def _made_noun_of(frame: Frame, quantity: Quantity) -> str | None:
    """« De quelle durée est le contrat qu'Ada Morin a signé à Metz ? »."""
    asked = "de combien de points" if "point" in quantity.text else _MADE.get(quantity.dimension)
    if asked is None or frame.subject in ("il", "elle", "ils", "elles", ""):
        return None
    past = frame.verb in ("impf", "past") or bool(frame.participle)
    article = "les" if frame.asked_plural else "la" if frame.asked_gender == "f" else "le"
    thing = elide(article, frame.population)
    if asks_for_most(quantity) and quantity.dimension == "duration":
        return joined("quelle", "était" if past else "est", "la durée maximale", of(thing), _that(frame))
    if quantity.dimension in ("money", "share") and "point" not in quantity.text:
        rises = ("s'élevaient" if past else "s'élèvent") if frame.asked_plural else "s'élevait" if past else "s'élève"
        return joined("à combien", rises, thing, _that(frame))
    if frame.asked_plural:
        return joined(asked, "étaient" if past else "sont", thing, _that(frame))
    return joined(asked, "était" if past else "est", thing, _that(frame))


def _that(frame: Frame) -> str:
    """« que Marie Morin a signés à Metz »: what the subject did to the thing asked about."""
    tail = agreed(frame, frame.asked_gender, frame.asked_plural)
    return joined(elide("que", frame.subject), f"{frame.clitics}{frame.finite}", tail, frame.rest)


def _measure_of(frame: Frame, quantity: Quantity) -> str | None:
    """« Quelle est la durée maximale des matchs que le robot Filou peut filmer ? »."""
    del quantity
    if frame.subject in ("il", "elle", "ils", "elles", ""):
        return None
    which, article = ("quelle", "la") if frame.asked_gender == "f" else ("quel", "le")
    thing = replace(frame, participle="") if not frame.asked_plural else frame
    return joined(which, "est", elide(article, frame.population), of(frame.acted_on), _that(thing))


def _adjunct(frame: Frame, quantity: Quantity) -> str | None:
    """« À quelle vitesse le robot Filou explore-t-il la côte ? », « À partir de quelle altitude… »."""
    which = "quelle" if frame.asked_gender == "f" else "quel"
    maximal = (" maximale" if frame.asked_gender == "f" else " maximal") if asks_for_most(quantity) else ""
    asked = f"{frame.preposition} {which} {frame.population}{maximal}"
    return joined(asked, verb_with_subject(frame, frame.tail), frame.rest)


def _held(frame: Frame, quantity: Quantity) -> str | None:
    """« D'une amende de quel montant Ada Morin a-t-elle écopé ? », « Pour un mandat de quelle durée… »."""
    asked = {
        "money": "quel montant",
        "duration": "quelle durée",
        "speed": "quelle vitesse",
        "length": "quelle longueur",
    }
    ahead = re.match(r"(?:(?:confortable|petite|légère|large|courte) )?(avance|retard|écart)$", frame.population)
    most = " maximal" if asks_for_most(quantity) else ""
    what = asked.get(quantity.dimension)
    years = PERIODS.get(quantity.unit or "")
    if what is None or frame.subject in ("il", "elle", "ils", "elles", "on", ""):
        return None
    if ahead is not None:  # « avec une avance de 8 minutes »
        if not years or frame.preposition != "avec":
            return None
        sur = re.search(r"(?:^| )sur (?:l[ae] |l['’])?[A-ZÀ-Þ][^,]*$", frame.rest)
        rest = frame.rest[: sur.start()] if sur else frame.rest
        told = joined(f"avec combien {elide('de', years)} {elide('de', ahead[1])}", sur.group().strip() if sur else "")
        return joined(told, verb_with_subject(frame, frame.tail), rest.strip())
    if most:
        return None
    article = "une" if frame.asked_gender == "f" else "un"
    if frame.population in ("montant", "durée", "période", "somme"):
        which = "quelle" if article == "une" else "quel"
        what = joined(_prefixed(frame.preposition, f"{which} {frame.population}"))
        return joined(what, verb_with_subject(frame, frame.tail), frame.rest)
    if frame.preposition in ("de", "d'", "à") and quantity.dimension in ("money", "duration"):
        by = "dont" if frame.preposition != "à" else ("à laquelle" if article == "une" else "auquel")
        the = elide("la" if article == "une" else "le", frame.population)
        past = frame.verb in ("impf", "past") or frame.finite in ("a", "ont", "avait", "avaient", "est", "sont")
        being = "était" if past and frame.tail else "est"
        return joined(
            f"de {what} {being} {the} {by} {frame.subject}", f"{frame.clitics}{frame.finite}", frame.tail, frame.rest
        )
    if (
        quantity.dimension == "duration"
        and years
        and quantity.unit in ("year", "month", "week", "day")
        and "demi" not in quantity.text
    ):
        what = f"combien {elide('de', years)}"
    phrase = f"{article} {frame.population} de {what}"
    return joined(_prefixed(frame.preposition, phrase), verb_with_subject(frame, frame.tail), frame.rest)


def _picture(frame: Frame, quantity: Quantity) -> str | None:
    """« En quelle définition le robot Filou peut-il filmer des matchs ? »."""
    asked = "en quelle définition" if quantity.dimension == "resolution" else "à combien d'images par seconde"
    return joined(asked, verb_with_subject(frame, frame.tail), f"des {frame.population}")


def _age_at(frame: Frame, quantity: Quantity) -> str | None:
    """« À quel âge Ada Morin est-elle morte… ? »."""
    del quantity
    return joined("à quel âge", verb_with_subject(frame, frame.tail), frame.rest)


def _rank(frame: Frame, quantity: Quantity) -> str | None:
    """« À quelle place Ada Morin a-t-elle terminé au marathon ? »."""
    del quantity
    if frame.verb == "falls":  # « Quelle place de l'épreuve revient à Ada Morin ? »
        return joined("quelle", frame.population, frame.rest, frame.finite, "à", frame.subject)
    if frame.population:
        # « une treizième position respectable »: what is thought of it is not asked
        frame = replace(frame, population=re.sub(r"^(place|position|rang) (?!d)[a-zà-ÿ]+$", r"\1", frame.population))
        gender = "m" if frame.population.startswith("rang") else "f"
        what = f"{'quel' if gender == 'm' else 'quelle'} {frame.population}"
        tail = frame.tail if frame.preposition else agreed(frame, gender, False)
        return joined(_prefixed(frame.preposition, what), verb_with_subject(frame, tail), frame.rest)
    return joined("à quelle place", verb_with_subject(frame, frame.tail), frame.rest)


def _score(frame: Frame, quantity: Quantity) -> str | None:
    """« Sur quel score Lyon a-t-il battu Metz ? »."""
    del quantity
    return joined("sur quel score", verb_with_subject(frame, frame.tail), frame.rest)


_BUILDERS: dict[str, Callable[[Frame, Quantity], str | None]] = {
    "share-of": _share_of,
    "count-subject": _count_subject,
    "there-are": _there_are,
    "object": _object,
    "gerund": _object,
    "part-of": _part_of,
    "out-of": _out_of,
    "one-in": _one_in,
    "amounts-to": _amounts_to,
    "amounts-by": _amounts_by,
    "change": _change,
    "passes-to": _passes_to,
    "noun-of": _noun_of,
    "made-noun-of": _made_noun_of,
    "measure-of": _measure_of,
    "picture": _picture,
    "adjunct": _adjunct,
    "held": _held,
    "age-at": _age_at,
    "rank": _rank,
    "score": _score,
}
