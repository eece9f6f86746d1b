"""Questions about figures: each construction of a frame has one way to be asked, in natural French that keeps the whole
claim. Where the frame is empty nothing is asked here (the sentence may still make a cloze).

The pieces come cut and resolved from the extraction; this module only puts them together: elision, inversion,
agreement, order. It refuses to judge: gates and ranker do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.clozes import spellings
from quiz.authoring.figures import numeral_of
from quiz.authoring.french import (
    agree,
    capitalised,
    elide,
    in_place,
    inverted,
    lower_first,
    of,
    on_date,
    place_article,
    the_place,
)
from quiz.facts.fact import Frame, Quantity, Specification, Statistic

_OPINION = {
    "count-subject": 0.5, "share-of": 0.5, "age": 0.3, "age-at": 0.4, "rank": 0.4, "score": 0.3, "object": 0.3,
    "there-are": 0.3, "amounts-to": 0.5, "amounts-by": 0.3, "noun-of": 0.5, "made-noun-of": 0.2, "change": 0.3,
    "measure-of": 0.4,
    "gerund": 0.1,
    "part-of": 0.5, "out-of": 0.3,
}  # fmt: skip
"""How good the questions of a construction have been on the whole, -1 to 1."""


def candidates(fact: Statistic | Specification, article: Article) -> list[Candidate]:
    """The questions a figure allows: the same stem with choices and typed. Empty where no natural question is safe."""
    quantity = fact.quantity
    if quantity is None or not fact.frame.construction or not _worth_asking(fact, quantity):
        return []
    stem = question(fact, article)
    if stem is None:
        return []
    answer = _answer(quantity) if fact.frame.construction != "out-of" else quantity.text.split()[0]
    numeral = numeral_of(quantity.text)
    features = {
        "stem_words": float(len(stem.fr.split())),
        "resolved": float(fact.frame.resolved),
        "cut": float(fact.frame.time == "cut"),
        "with_lead": float(bool(fact.frame.lead)),
        "hedged": float(bool(quantity.hedge)),
    }
    base = Candidate(
        fact=fact,
        form="choice",
        construction=f"stat-{fact.frame.construction}",
        question=ruled(stem.fr, stem.en),
        answer=ruled(answer, None),
        distractor_type=f"quantity:{quantity.dimension}",
        focus=(fact.entity,) if fact.entity else (),
        hint=_OPINION.get(fact.frame.construction, 0.0),
        features=features,
    )
    out = [base] if fact.frame.construction != "out-of" else []
    if numeral is not None and quantity.bound != "range" and quantity.dimension not in ("score", "rank"):
        key = quantity.text[numeral.start : numeral.end]
        accept = tuple(dict.fromkeys((quantity.text, *spellings(key, numeral))))
        out.append(_typed(base, accept))
    return out


def _typed(base: Candidate, accept: tuple[str, ...]) -> Candidate:
    return replace(base, form="number", accept=tuple(a for a in accept if a != base.answer.fr), distractor_type="")


def _worth_asking(fact: Statistic | Specification, quantity: Quantity) -> bool:
    """One or two of something is guessed, a range and a part of a pair are better left in their sentence."""
    if quantity.role in ("from", "to", "whole") or quantity.vague:
        return False
    if quantity.dimension in ("count", "factor") and quantity.high <= 2:
        return False
    return fact.modality in ("asserted", "attributed", "past")


def _answer(quantity: Quantity) -> str:
    """The figure with what bends it, as the article writes it; what bends it stands in the stem for « jusqu'à »."""
    if not quantity.hedge or _in_stem(quantity):
        return quantity.text
    lead = quantity.span.start - quantity.outer[0]
    hedge = quantity.hedge
    return (
        f"{lower(hedge)} {quantity.text}".replace("' ", "'").replace("’ ", "’")
        if lead > 0
        else f"{quantity.text} {hedge}"
    )


def _in_stem(quantity: Quantity) -> bool:
    return quantity.bound == "at-most"


def lower(text: str) -> str:
    """The first letter in small, as inside a sentence."""
    return text[:1].lower() + text[1:]


# Stems --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stem:
    """A question in French and, where every word of it is known, in English."""

    fr: str
    en: str | None = None


def question(fact: Statistic | Specification, article: Article) -> Stem | None:
    """The stem of a fact's frame, or None where the pieces make none."""
    frame, quantity = fact.frame, fact.quantity
    assert quantity is not None
    builders = {
        "share-of": _share_of,
        "count-subject": _count_subject,
        "there-are": _there_are,
        "object": _object,
        "gerund": _object,
        "part-of": _part_of,
        "out-of": _out_of,
        "amounts-to": _amounts_to,
        "amounts-by": _amounts_by,
        "change": _change,
        "noun-of": _noun_of,
        "made-noun-of": _made_noun_of,
        "measure-of": _measure_of,
        "age-at": _age_at,
        "rank": _rank,
        "score": _score,
    }
    if frame.construction == "age":
        return _age(frame, article)
    build = builders.get(frame.construction)
    said = build(frame, quantity) if build is not None else None
    if said is None:
        return None
    lead = frame.lead
    sourced = re.search(r"\b(?:selon|d['’]après|pour)\b", lead.lower()) is not None
    if fact.attribution and fact.modality == "attributed" and not sourced and not _shares_word(fact.attribution, said):
        lead = f"selon {_with_article(fact.attribution, fact.evidence.text)}" + (
            f", {lower_first(lead)}" if lead else ""
        )
    if frame.subject and lead.endswith(frame.subject):
        lead = lead.removesuffix(frame.subject).rpartition(",")[0].strip()
    text = f"{lead}, {said}" if lead else said
    text = _with_country(_EMPTY_ADVERBS.sub(" ", text), article)
    text = re.sub(r"\s+", " ", text).strip()
    return Stem(f"{capitalised(text)} ?")


_EMPTY_ADVERBS = re.compile(
    r"\s(?:également|tout de même|malgré tout|en revanche|en comparaison|quant à (?:lui|elle|eux|elles)"
    r"|pour (?:sa|leur) part|notamment|par ailleurs|aussi(?! (?:bien|longtemps|vite))|ainsi(?! que)|toutefois"
    r"|cependant|pourtant|néanmoins|donc)(?=\s|$)"
)
"""Words that only tie a sentence to the one before it."""


def _with_country(text: str, article: Article) -> str:
    """« dans le nord du pays » under « Inde : … » is « dans le nord de l'Inde »."""
    head = re.match(r"([^:]{3,30}?)\s*:", article.title or "")
    if head is None or place_article(head[1].strip()) is None:
        return text
    country = head[1].strip()
    text = re.sub(r"\bdu pays\b(?! (?:de|qui|où|d'))", of(the_place(country)), text)
    text = re.sub(r"\bdans le pays\b(?! (?:de|qui|où|d'))", in_place(country), text)
    return re.sub(r"(?<!dans )\ble pays\b(?! (?:de|qui|où|d'))", the_place(country), text)


def _with_article(source: str, evidence: str) -> str:
    """The source with the article it has in the sentence: « mairie » after « de la mairie » is la mairie."""
    found = re.search(rf"\b(les |le |la |l['’]|des |du |aux |au )?{re.escape(source)}", evidence)
    article = (found[1] or "").strip() if found is not None else ""
    article = {"du": "le", "au": "le", "des": "les", "aux": "les"}.get(article, article)
    return (article + ("" if article.endswith(("'", "’")) else " ") + source).strip()


def _shares_word(attribution: str, text: str) -> bool:
    known = set(re.findall(r"\w{4,}", text.lower()))
    return any(w in known for w in re.findall(r"\w{4,}", attribution.lower()))


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _share_of(frame: Frame, quantity: Quantity) -> str | None:
    """« Quel pourcentage des firmes l'utilisent pour… », « Quelle part de la population est menacée par… »."""
    if not frame.population:
        if quantity.unit != "percent":
            return None
        return _joined("combien, en pourcentage,", frame.verb, frame.rest)
    what = "quel pourcentage" if quantity.unit == "percent" else "quelle part"
    return _joined(what, lower_article(frame.population), frame.verb, frame.rest)


def lower_article(population: str) -> str:
    """The population with its « des »; a bare noun gets one."""
    if re.match(r"(?:des|de|du|d['’]|de la|de l['’])\b|d['’]", population):
        return population
    return f"des {population}"


def _count_subject(frame: Frame, quantity: Quantity) -> str | None:
    """« Combien de personnes ont été tuées dans… »."""
    del quantity
    if not frame.population or frame.population[0].isdigit():
        return None
    return _joined("combien", elide("de", frame.population), frame.verb, frame.rest)


def _part_of(frame: Frame, quantity: Quantity) -> str | None:
    """« Combien des 95 candidats ont réussi l'examen ? »."""
    del quantity
    return _joined("combien", lower_article(frame.population), frame.verb, frame.rest)


def _out_of(frame: Frame, quantity: Quantity) -> str | None:
    """« Combien de Français sur dix considèrent que… »."""
    del quantity
    return _joined("combien", elide("de", frame.population), "sur", frame.subject, frame.verb, frame.rest)


_MONEY_WORD = "quelle somme"
_WHAT: dict[str, tuple[str, str]] = {
    "money": (_MONEY_WORD, "f"),
    "speed": ("quelle vitesse", "f"),
    "temperature": ("quelle température", "f"),
    "power": ("quelle puissance", "f"),
    "area": ("quelle superficie", "f"),
    "mass": ("quel poids", "m"),
    "share": ("quel pourcentage", "m"),
    "age": ("quel âge", "m"),
    "resolution": ("quelle définition", "f"),
    "frame-rate": ("quelle fréquence d'images", "f"),
}
"""What is asked for of a dimension that has a noun of its own, with its gender."""

_UNIT_WORDS = {
    "kilometer": "kilomètres", "meter": "mètres", "centimeter": "centimètres", "millimeter": "millimètres",
    "mile": "miles", "foot": "pieds", "light-year": "années-lumière", "liter": "litres", "cubic-meter": "mètres cubes",
    "barrel": "barils", "byte": "octets", "gigabyte": "gigaoctets", "megabyte": "mégaoctets", "hectare": "hectares",
}  # fmt: skip


_PERIODS = {
    "year": "années",
    "month": "mois",
    "day": "jours",
    "hour": "heures",
    "week": "semaines",
    "minute": "minutes",
}


def _asked(frame: Frame, quantity: Quantity) -> tuple[str, str, bool] | None:
    """(the asked phrase, its gender, whether it is plural) or None where the dimension has no good word."""
    dimension = quantity.dimension
    most = "jusqu'à " if _in_stem(quantity) else ""
    if dimension == "count":
        if not frame.population or re.match(r"\d", frame.population):
            return None
        return f"{most}combien {elide('de', frame.population)}", frame.asked_gender or "m", True
    if dimension == "share":
        if frame.population:
            word = "quel pourcentage" if quantity.unit == "percent" else "quelle part"
            return f"{word} {lower_article(frame.population)}", "m" if quantity.unit == "percent" else "f", False
        return ("quel pourcentage", "m", False) if quantity.unit == "percent" else None
    if dimension == "duration" and frame.preposition == "à":
        unit = _PERIODS.get(quantity.unit or "")
        if not unit or not frame.population:
            return None
        return f"combien {elide('de', unit)} {elide('de', frame.population)}", "m", True
    if dimension == "duration":
        if frame.population and not frame.preposition:
            longest = "quelle durée maximale" if most else "quelle durée"
            return f"{longest} {elide('de', frame.population)}", "f", False
        tail = f" {elide('de', frame.population)}" if frame.population else ""
        return f"{most}combien de temps{tail}", "m", False
    if dimension == "length" and quantity.unit in _UNIT_WORDS:
        tail = f" {elide('de', frame.population)}" if frame.population else ""
        return f"{most}combien {elide('de', _UNIT_WORDS[quantity.unit])}{tail}", "m", True
    if dimension in _WHAT:
        word, gender = _WHAT[dimension]
        tail = f" {elide('de', frame.population)}" if frame.population else ""
        if (
            dimension == "money"
            and not frame.preposition
            and re.match(r"atte|repr|dépass|val|avoisin|frôl", frame.finite + frame.tail)
        ):
            return f"quel montant{tail}", "m", False
        if dimension == "money" and frame.preposition in ("à", "pour"):
            word, gender = "quel montant" if frame.preposition == "pour" else "quel prix", "m"
            return f"{word}{tail}", gender, False
        return f"{word}{' maximale' if most and gender == 'f' else ' maximal' if most else ''}{tail}", gender, False
    if quantity.unit in _UNIT_WORDS:
        return f"{most}combien {elide('de', _UNIT_WORDS[quantity.unit])}", "m", True
    return None


def _verb_with_subject(frame: Frame, tail: str) -> str:
    """« Ada Morin a-t-elle marqué », « est-ce que Gazouillis a levé » where the pronoun is not known."""
    if not frame.pronoun:
        return _est_ce_que(frame, tail)
    gender = "f" if frame.pronoun.startswith("elle") else "m"
    verb = inverted(frame.finite, gender, frame.pronoun.endswith("s"))
    if frame.pronoun == "on":
        verb = f"{frame.finite}{'-t-' if not frame.finite.endswith(('t', 'd')) else '-'}on"
    if frame.subject in ("on", "il"):
        return _joined(f"{frame.clitics}{verb}", tail)
    return _joined(frame.subject, f"{frame.clitics}{verb}", tail)


def _est_ce_que(frame: Frame, tail: str) -> str:
    return _joined(f"est-ce {elide('que', frame.subject)}", f"{frame.clitics}{frame.finite}", tail)


def _agreed(frame: Frame, gender: str, plural: bool) -> str:
    """The tail with its participle agreeing with the object asked before it: « a-t-il marqués »."""
    if not frame.participle:
        return frame.tail
    head, found, after = frame.tail.rpartition(frame.participle)
    if not found or not re.search(r"(?:é|i|u|t|s)$", frame.participle):
        return frame.tail
    return head + agree(frame.participle, "f" if gender == "f" else "m", plural) + after


def _object(frame: Frame, quantity: Quantity) -> str | None:
    """« Combien de buts Morin a-t-elle marqués en 90 matchs ? », « Dans combien de crèches… »."""
    asked = _asked(frame, quantity)
    if asked is None:
        return None
    phrase, gender, plural = asked
    tail = _agreed(frame, gender, plural) if not frame.preposition else frame.tail
    if quantity.dimension == "duration" and not frame.preposition and not frame.population:
        tail = frame.tail
    return _joined(_prefixed(frame.preposition, phrase), _verb_with_subject(frame, tail), frame.rest)


def _prefixed(preposition: str, phrase: str) -> str:
    if not preposition:
        return phrase
    if preposition in ("de", "d'"):
        return elide("de", phrase)
    return f"{preposition} {phrase}"


def _there_are(frame: Frame, quantity: Quantity) -> str | None:
    """« Combien de blessés dénombre-t-on à… », « Combien de victimes y a-t-il… »."""
    asked = _asked(frame, quantity)
    if asked is None or frame.preposition:
        return None
    tail = _agreed(frame, asked[1], asked[2])
    return _joined(asked[0], _verb_with_subject(frame, tail), frame.rest)


def _amounts_to(frame: Frame, quantity: Quantity) -> str | None:
    """« À combien sont estimés les coûts liés à… par an ? », « De combien de morts est le bilan ? »."""
    what = "combien"
    if quantity.dimension == "count":
        if not frame.population:
            return None
        what = f"combien {elide('de', frame.population)}"
    elif quantity.dimension == "duration":
        what = "combien de temps"
    subject = frame.subject
    if not subject or subject in ("il", "elle", "ils", "elles", "on"):
        return None
    preposition = "de" if frame.preposition in ("de", "d'") else frame.preposition
    verb = _joined(f"{frame.clitics}{frame.finite}", frame.tail)
    return _joined(preposition, what, verb, subject, frame.rest)


def _amounts_by(frame: Frame, quantity: Quantity) -> str | None:
    """« À combien les assureurs estiment-ils les dégâts… ? »."""
    what = (
        f"combien {elide('de', frame.population)}" if quantity.dimension == "count" and frame.population else "combien"
    )
    return _joined(frame.preposition, what, _verb_with_subject(frame, frame.tail), frame.rest)


def _change(frame: Frame, quantity: Quantity) -> str | None:
    """« De combien les prix ont-ils augmenté en… »: a change in per cent asked as such."""
    what = "de quel pourcentage" if quantity.unit == "percent" else "de combien"
    return _joined(what, _verb_with_subject(frame, frame.tail), frame.rest)


def _noun_of(frame: Frame, quantity: Quantity) -> str | None:
    """« Quelle est la masse de la station… ? », « Quel était l'objectif de… ? »."""
    if frame.subject in ("il", "elle", "ils", "elles", "on", "") or (frame.rest and len(frame.rest.split()) > 12):
        return None
    past = frame.verb in ("impf", "past") or bool(frame.participle)
    which = "quelle" if frame.asked_gender == "f" else "quel"
    label = re.sub(r"^(?:nouveau|nouvelle)\s", "", frame.population)
    article = "la" if frame.asked_gender == "f" else "le"
    maximal = (" maximale" if frame.asked_gender == "f" else " maximal") if _in_stem(quantity) else ""
    return _joined(which, "était" if past else "est", elide(article, label) + maximal, of(frame.subject), frame.rest)


_MADE = {
    "money": "de quel montant",
    "duration": "de quelle durée",
    "share": "de quel pourcentage",
    "change": "de combien",
}


def _made_noun_of(frame: Frame, quantity: Quantity) -> str | None:
    """« De quelle durée est le contrat qu'Ada Morin a signé à Metz ? »."""
    asked = _MADE.get(quantity.dimension)
    if asked is None or frame.subject in ("il", "elle", "ils", "elles", ""):
        return None
    past = frame.verb in ("impf", "past") or bool(frame.participle)
    longest = " maximale" if _in_stem(quantity) and quantity.dimension == "duration" else ""
    if frame.asked_plural:
        return _joined(asked + longest, "étaient" if past else "sont", f"les {frame.population}", _that(frame))
    article = "la" if frame.asked_gender == "f" else "le"
    return _joined(asked + longest, "était" if past else "est", elide(article, frame.population), _that(frame))


def _that(frame: Frame) -> str:
    """« que Marie Morin a signés à Metz »: what the subject did to the thing asked about."""
    tail = _agreed(frame, frame.asked_gender, frame.asked_plural)
    return _joined(elide("que", frame.subject), f"{frame.clitics}{frame.finite}", tail, frame.rest)


def _measure_of(frame: Frame, quantity: Quantity) -> str | None:
    """« Quelle est la durée maximale des matchs que le robot Filou peut filmer ? »."""
    del quantity
    if frame.subject in ("il", "elle", "ils", "elles", ""):
        return None
    which, article = ("quelle", "la") if frame.asked_gender == "f" else ("quel", "le")
    thing = replace(frame, participle="") if not frame.asked_plural else frame
    return _joined(which, "est", elide(article, frame.population), of(frame.acted_on), _that(thing))


def _age(frame: Frame, article: Article) -> Stem | None:
    """« Quel âge a Ada Morin en août 2017 ? »: the age is the one of the article's day."""
    if not article.date or article.date.count("-") < 1:
        return None
    month = "-".join(article.date.split("-")[:2])
    return Stem(f"Quel âge a {frame.subject} {on_date(month)} ?")


def _age_at(frame: Frame, quantity: Quantity) -> str | None:
    """« À quel âge Ada Morin est-elle morte… ? »."""
    del quantity
    return _joined("à quel âge", _verb_with_subject(frame, frame.tail), frame.rest)


def _rank(frame: Frame, quantity: Quantity) -> str | None:
    """« À quelle place Ada Morin a-t-elle terminé au marathon ? »."""
    del quantity
    if frame.population:
        what = f"{'quel' if frame.population.startswith('rang') else 'quelle'} {frame.population}"
        return _joined(_prefixed(frame.preposition, what), _verb_with_subject(frame, frame.tail), frame.rest)
    return _joined("à quelle place", _verb_with_subject(frame, frame.tail), frame.rest)


def _score(frame: Frame, quantity: Quantity) -> str | None:
    """« Sur quel score Lyon a-t-il battu Metz ? »."""
    del quantity
    return _joined("sur quel score", _verb_with_subject(frame, frame.tail), frame.rest)
