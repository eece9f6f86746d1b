"""When and where: questions on the dates and places of events, one construction a voice of the verb.

Agreement is the article's own (its participle, its subject); where it does not tell, the question goes round the
pronoun. Refuses a date that the topic line shows.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import MONTHS, agree, elide, inverted, of, place_article
from quiz.authoring.spec_forms import Worded, asked, attributed, english, english_name, others, whole_town, words
from quiz.authoring.spec_told_dates import told_candidates
from quiz.authoring.spec_worth import central, in_title, mentions, stands_as_place
from quiz.deck import Bilingual
from quiz.facts.event_words import known_places
from quiz.facts.fact import Quantity, Specification
from quiz.facts.spec_words import EventVerb, event_verbs

_WEEKDAY = re.compile(r"^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+", re.IGNORECASE)
_LONGEST_SUBJECT = 14
_SEE_LATER = frozenset(("annoncer", "confirmer", "présenter"))


def date_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """« Quand Volute a-t-il été lancé ? » as a choice, for an event that the question can name."""
    frame, quantity = fact.frame, fact.quantity
    if quantity is not None and frame.construction == "date-told":
        shown, ahead = _shown(quantity, article), frame.finite.startswith("devai")
        return [] if shown else told_candidates(fact, article, _asking(quantity, article, ahead)[0], _answer(quantity))
    if quantity is None or frame.construction != "date-of" or frame.time != "on" or not frame.resolved:
        return []
    if quantity.low != quantity.high or _shown(quantity, article) or not _nameable(fact):
        return []
    verb = _verb(frame.verb, frame.lead)
    if verb is not None and frame.verb in _OF_PEOPLE and not _is_person(fact):
        return []
    if frame.verb in ("élire", "nommer", "réélire", "condamner") and not frame.rest:
        return []  # elected to what?
    if frame.verb == "sortir" and fact.entity_kind not in ("product", "work", "other"):
        return []
    if _loose(frame.rest) or _loose(fact.entity):
        return []
    if frame.verb in _LIVES and not central(fact.entity, article):
        return []  # whose death stands in an aside
    if fact.evidence.text.find(frame.subject) > _OPENING and not in_title(fact.entity, article):
        return []  # « … les voix du parti Brisk créé en 2007, qui … »: told in passing
    clause = _clause(fact, verb) if verb is not None else None
    if clause is None:
        return []
    lead, lead_en = _asking(quantity, article)
    answer = _answer(quantity)
    worded = attributed(
        fact, Worded(f"{lead} {clause.fr}", f"{lead_en} {clause.en}?" if lead_en and clause.en else None)
    )
    base = Candidate(
        fact=fact,
        form="choice",
        construction="date-of",
        question=asked(worded),
        answer=ruled(answer, english(answer)),
        distractor_type="quantity:date",
        focus=(fact.entity,),
        hint=0.2,
        features={
            "resolved": float(frame.resolved),
            "subject_words": float(len(frame.subject.split())),
            "mentions": float(min(5, mentions(fact.entity, article))),
            "year_only": float(quantity.low % 10000 == 0),
        },
    )
    return [base]


def _answer(quantity: Quantity) -> str:
    """The date as it is shown: without its weekday."""
    answer = _WEEKDAY.sub("", quantity.text).replace("\u00a0", " ")
    return re.sub(r"^1 ?er\b", "1er", answer)


def _loose(rest: str) -> bool:
    """So many complements between the verb and the date that the date may belong to one of them."""
    return len(re.findall(r"\b(?:à|au|aux|en|dans|pour|par|avec|sur|lors|après|depuis)\b", rest)) > 1


_OPENING = 60
"""Characters of a sentence in which what it is about is named."""
_LIVES = frozenset(("décéder", "mourir", "naître", "éteindre", "disparaître"))
_OF_PEOPLE = words("time_of_people")


def _is_person(fact: Specification) -> bool:
    """Somebody by full name: what only people do is asked of nobody else."""
    full = re.fullmatch(
        r"[A-ZÉ][\w'.-]+(?: (?:de|du|d'|la|le|von|van|ben|al|el|da|di|bin))*(?: [A-ZÉ][\w'.-]+)+", fact.entity
    )
    return fact.entity_kind == "person" and full is not None and fact.frame.subject == fact.entity


def _nameable(fact: Specification) -> bool:
    """Does the subject say by itself which one is meant: a name, or a phrase with its article and a name in it?"""
    if re.match(r"[a-zà-ÿ]", fact.frame.subject) and not re.match(r"(?:les? |la |l['’])", fact.frame.subject):
        return False  # « étape des séries mondiales », its number lost
    for piece in (fact.frame.subject, fact.entity):
        words = piece.split()
        if (
            not words
            or len(words) > _LONGEST_SUBJECT
            or words[0].lower() in ("il", "elle", "ils", "elles", "ce", "cette", "son", "sa", "un", "une", "des")
        ):
            return False
    bare = re.sub(r"^(?:Le|La|Les|L['’])\s?", "", fact.frame.subject)
    first = re.match(r"premi(?:er|ère) ", bare) is not None and len(bare.split()) > 2  # « le premier signal radio »
    return first or bool(re.search(r"(?<!^)[A-ZÉ]|^[A-ZÉ]\w", bare))


def _verb(infinitive: str, voice: str) -> EventVerb | None:
    if infinitive in _SEE_LATER:
        return None
    found = [verb for verb in event_verbs() if verb.infinitive == infinitive]
    for verb in found:
        if (verb.auxiliary == "passive") == (voice in ("passive", "active")):
            return verb
    return None


def _asking(quantity: Quantity, article: Article, ahead: bool = False) -> tuple[str, str | None]:
    """What asks for a date as precise as the key: « en quelle année », « quel jour de 2017 », « en quel mois », «
    quand »."""
    number = int(quantity.low)
    year, month, day = number // 10000, number // 100 % 100, number % 100
    if year and not month:
        return "en quelle année", "In which year"
    if year:
        return "quand", "When"
    known = _year(article, month, day, ahead)
    within = f" de l'année {known}" if known else ""
    within_en = f" of {known}" if known else ""
    return (
        (f"quel jour{within}", f"On which day{within_en}")
        if day
        else (f"en quel mois{within}", f"In which month{within_en}")
    )


def _year(article: Article, month: int, day: int, ahead: bool = False) -> int | None:
    """The year of a date without one: the article's, or the year before where the date would lie after the article; of
    what was to come, the year after where it would lie before."""
    parts = (article.date or "").split("T")[0].split("-")
    if len(parts) < 2 or not parts[0].isdigit():
        return None
    year, now = int(parts[0]), int(parts[1]) * 100 + (int(parts[2]) if len(parts) > 2 else 31)
    if ahead:
        return year if month * 100 + (day or 31) >= now else year + 1
    return year if month * 100 + day <= now else year - 1


def _shown(quantity: Quantity, article: Article) -> bool:
    """Does the topic line (title and date) give the date away?"""
    number = int(quantity.low)
    month, day = number // 100 % 100, number % 100
    parts = (article.date or "").split("T")[0].split("-")
    if (
        month
        and len(parts) > 1
        and int(parts[1]) == month
        and (not day or (len(parts) > 2 and abs(int(parts[2]) - day) <= 1))
    ):
        return True
    title = (article.title or "").lower()
    if day and month and f"{day} {MONTHS[month - 1]}" in title:
        return True
    return bool(number // 10000 and not month and str(number // 10000) in title)


def _clause(fact: Specification, verb: EventVerb) -> Worded | None:
    """The event as the rest of a question: subject, auxiliary, pronoun, participle, complement."""
    frame = fact.frame
    subject = _lower_article(frame.subject, fact.evidence.text)
    gender, plural = _agreement(frame.population)
    rest = _trimmed(frame.rest)
    subject_en = english_name(frame.subject)
    if frame.lead == "passive":
        if not gender:
            return _nominal(frame.subject, verb)
        been = inverted("ont" if plural else "a", gender, plural)
        participle = agree(verb.participle, gender, plural)
        tail_en = "" if not rest else None
        en = (
            f"{'were' if plural else 'was'} {subject_en} {verb.english}{tail_en}"
            if subject_en and tail_en is not None
            else None
        )
        return Worded(f"{subject} {been} été {participle} {rest}".strip(), en)
    if frame.lead == "active":
        if not gender and fact.frame.subject[:1].isupper():
            gender = "m"
        if not gender or not rest:
            return None
        have = inverted("ont" if plural else "a", gender, plural)
        object_en = english_name(rest)
        en = f"did {subject_en} {_base(verb)} {object_en}" if subject_en and object_en and _base(verb) else None
        return Worded(f"{subject} {have} {verb.participle} {rest}", en)
    if not gender:
        return None
    if verb.auxiliary == "se":
        be = inverted("sont" if plural else "est", gender, plural)
        fr = f"{subject} {'se' if plural else ''} {be}" if plural else f"{subject} s'{be}"
        return Worded(
            f"{fr} {agree(verb.participle, gender, plural)}", f"did {subject_en} {verb.english}" if subject_en else None
        )
    if verb.auxiliary == "être":
        be = inverted("sont" if plural else "est", gender, plural)
        en = f"was {subject_en} born" if verb.infinitive == "naître" else f"did {subject_en} {verb.english}"
        return Worded(f"{subject} {be} {agree(verb.participle, gender, plural)}", en if subject_en else None)
    if verb.auxiliary == "avoir":
        have = inverted("ont" if plural else "a", gender, plural)
        return Worded(
            f"{subject} {have} {verb.participle} {rest}".strip(),
            f"did {subject_en} {verb.english}" if subject_en and not rest else None,
        )
    return None


def _nominal(subject: str, verb: EventVerb) -> Worded | None:
    """« (quand) a eu lieu le lancement de Volute »: round the agreement with a name of unknown gender."""
    if not verb.noun:
        return None
    action = elide("la" if verb.noun_gender == "f" else "le", verb.noun)
    en = f"was {name} {verb.english}" if (name := english_name(subject)) else None
    return Worded(f"a eu lieu {action} {of(_lower_article(subject))}", en)


def _base(verb: EventVerb) -> str:
    """The English base form of a verb with an object, from its participle where that is regular."""
    if verb.english.endswith("ched") or verb.english.endswith("shed"):
        return verb.english[:-2]
    known = {
        "unveiled": "unveil",
        "signed": "sign",
        "created": "create",
        "founded": "found",
        "bought": "buy",
        "acquired": "acquire",
    }
    return known.get(verb.english, "")


def _lower_article(text: str, evidence: str = "") -> str:
    """« Le studio Brisk » inside a sentence: le studio Brisk; a name that has its article in the midst of the
    article's sentence (« le groupe La Brisk ») keeps it."""
    if re.match(r"L[ae]s? [A-ZÉ]", text) and re.search(rf"(?<=[a-zà-ÿ,:]\s){re.escape(text)}", evidence):
        return text
    return text[0].lower() + text[1:] if re.match(r"(?:Le|La|Les|L['’]|Un|Une|Des)\b", text) else text


def _agreement(said: str) -> tuple[str, bool]:
    return (said[0], said[1:] == "p") if said and said[0] in "mf" else ("", False)


def _trimmed(rest: str) -> str:
    """A complement without what hangs at its ends; nothing where it runs on into a clause."""
    rest = rest.strip(" ,;")
    if len(rest.split()) > _LONGEST_SUBJECT or re.search(r"\b(?:qui|que|dont|où)\b|[;:(]", rest):
        return ""
    return re.sub(r"(?:\s(?:de|du|des|le|la|les|à|au|aux|en|dans|par|et|ce|cette))+$", "", rest)


_PLACES = {
    "place": "où {verb} {e}",
    "birthplace": "où est {pp} {e}",
    "deathplace": "où est {pp} {e}",
    "place-made": "où {be} {pp} {e}",
    "headquarters": "où se trouve le siège {de_e}",
}
_PLACES_EN = {
    "place": "Where {verb} {e} take place?",
    "birthplace": "Where was {e} born?",
    "deathplace": "Where did {e} die?",
    "headquarters": "Where is {e} based?",
}


def place_candidates(fact: Specification, article: Article) -> list[Candidate]:
    """« Où a eu lieu la rencontre … ? », « Où est produit le vaccin … ? », « Où est née Odile Fortin ? »."""
    frame = fact.frame
    key = frame.construction
    if key not in _PLACES or not frame.resolved or not _nameable(fact):
        return []
    gender, plural = _agreement(frame.population)
    subject = _lower_article(frame.subject, fact.evidence.text)
    if key == "place" and frame.verb not in ("happens", "future"):
        return _situated(fact, article, subject)
    if key == "headquarters" and fact.entity_kind == "person":
        return []
    names_in_key = set(re.findall(r"[A-ZÉ][\w-]{3,}", fact.value))
    if names_in_key & set(re.findall(r"[\w-]+", f"{frame.subject} {article.title or ''}")):
        return []  # « la Coupe de Brest » at the rink of Brest
    if key in ("birthplace", "deathplace") and not central(fact.entity, article):
        return []
    verb = "doit avoir lieu" if frame.verb == "future" else "ont eu lieu" if plural else "a eu lieu"
    fr = _PLACES[key].format(verb=verb, e=subject, pp=frame.verb, be="sont" if plural else "est", de_e=of(subject))
    name_en = english_name(frame.subject)
    en = None
    if name_en and key in _PLACES_EN:
        en = (
            _PLACES_EN[key]
            .format(e=name_en, verb="is due to" if frame.verb == "future" else "did")
            .replace("is due to " + name_en, f"is {name_en} due to")
        )
    if not gender and key == "place-made":
        return []
    return _placed(fact, article, attributed(fact, Worded(fr, en)), "place-of")


def _situated(fact: Specification, article: Article, subject: str) -> list[Candidate]:
    if fact.frame.rest != "lieu" or not fact.frame.verb.startswith(("situé", "organisé")):
        return []
    plural = fact.frame.verb.endswith("s")
    verb = (
        ("se trouvent" if plural else "se trouve")
        if fact.frame.verb.startswith("situé")
        else ("ont" if plural else "a") + " eu lieu"
    )
    return _placed(fact, article, Worded(f"où {verb} {subject}", None), "place-of")


_BUILDINGS = re.compile(
    r"(?:Opéra|Palais|Stade|Théâtre|Musée|Hôtel|Château|Gare|Aéroport|Université|Tour|Place|Rue|Avenue|Pont|Parc|Arena)\b"
)
"""What stands in a town, and is no town."""


def _other_places(fact: Specification, answer: str, article: Article) -> tuple[Bilingual, ...]:
    """Places of the article of the key's sort: towns for a town, countries for a country, no letters and no peoples."""
    country = place_article(answer) is not None
    return tuple(
        other
        for other in others(fact, ("place",))
        if (place_article(other.fr) is not None) == country
        and (country or stands_as_place(other.fr, article))
        and not other.fr.isupper()
        and not re.search(r"(?:sse|ais|aise|ien|ienne|ien[ns]es)s?$", other.fr)
        and (not _BUILDINGS.match(other.fr) or bool(_BUILDINGS.match(answer)))
    )


def _near_towns(fact: Specification, answer: str) -> tuple[Bilingual, ...]:
    """Towns of the key's own part of the world, none of which the sentence names."""
    known = known_places().get(answer)
    row = known.neighbours if known is not None and known.family.noun == "ville" else ()
    near = [town for town in row if town != answer and town not in fact.evidence.text]
    turn = hashlib.sha256(fact.entity.encode()).digest()[0] % max(1, len(near))
    return tuple(ruled(town, english(town) or english_name(town)) for town in (*near[turn:], *near[:turn])[:4])


def _placed(fact: Specification, article: Article, worded: Worded, construction: str) -> list[Candidate]:
    """The question as a choice and, for a plain town, typed: « Kalkar en Allemagne » is asked as Kalkar."""
    answer = whole_town(re.sub(r"(['’]) ", r"\1", re.sub(r"\s+", " ", fact.value)))
    town = re.match(r"(?P<town>[A-ZÉ][\w'’-]+(?: [A-ZÉ][\w'’-]+){0,2}) (?:en|au|aux) [A-ZÉ]", answer)
    answer = town["town"] if town else answer
    sort = "pays" if place_article(answer) is not None else "ville" if fact.frame.lead == "à" else ""
    if sort and not _BUILDINGS.match(answer):
        which = "dans quelle ville" if sort == "ville" else "dans quel pays"
        en = (
            re.sub(r"^Where\b", f"In which {'city' if sort == 'ville' else 'country'}", worded.en)
            if worded.en
            else None
        )
        worded = Worded(re.sub(r"^(où|[Oo]ù)\b", which, worded.fr), en)
    base = Candidate(
        fact=fact,
        form="choice",
        construction=construction,
        question=asked(worded),
        answer=ruled(answer, english(answer) or english_name(answer)),
        distractor_type="place",
        suggested=(*_other_places(fact, answer, article), *_near_towns(fact, answer)),
        focus=(fact.entity,),
        hint=0.2,
        features={"resolved": float(fact.frame.resolved), "answer_words": float(len(answer.split()))},
    )
    plain = re.fullmatch(r"[A-ZÉ][\w'’-]+(?: [A-ZÉ][\w'’-]+){0,2}", answer) is not None
    return [base, replace(base, form="text", suggested=(), hint=0.1)] if plain else [base]
