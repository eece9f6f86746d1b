"""Gates on counts that pass: how many were there or arrested by some hour of a day, what holds on the article's day
only, a limit of the sentence that the question lost, a count that the article gives otherwise elsewhere.

Each takes a candidate and its scene and gives None, or a short reason to drop the candidate. Reads the question and its
sentence; refuses to know which of two counts is the right one.
"""

from __future__ import annotations

import re

from quiz.authoring.candidate import Candidate
from quiz.authoring.figures import numeral_of
from quiz.authoring.gates.text import own_words
from quiz.authoring.gates.truth import quantity_of
from quiz.authoring.scene import Scene
from quiz.facts.event import Event
from quiz.facts.fact import Statistic
from quiz.facts.verbs import finite, is_noun, participle
from quiz.typography import fold

_AT_AN_HOUR = re.compile(
    r"\b(?:(?:à|vers|dès|avant|peu (?:après|avant)) (?:(?P<hour>\d{1,2}) ?(?:h\b|h\d\d|heures)|midi\b)"
    r"|(?:en (?:début|fin|milieu)|au (?:début|milieu)|à la fin) de (?:la )?(?:matinée|matin|(?:l')?après-midi)"
    r"|à la mi-journée|plus tôt dans la (?:journée|matinée))",
    re.IGNORECASE,
)
_EVENING = 18
_THERE = re.compile(
    r"\b(?:présents?|présentes?|rassembl\w+|réuni\w*|mobilis\w+|défil\w+|manifest\w+|bloqu\w+|retrouv\w+|interpell\w+|arrêt\w+"
    r"|arrestations?|gardes? à vue|recens\w+|compt\w+|dénombr\w+|contrôl\w+|participa?\w+)\b",
    re.IGNORECASE,
)
_AT_ITS_HEIGHT = re.compile(r"\b(?:apogée|pic|sommet|au plus fort|record|maximum)\b")
_HURT_BY = re.compile(r"\bblessée?s?\b.*(?<!peu )\bavant (?:\d{1,2} ?(?:h\b|h\d\d|heures)|midi\b)")
"""« dix blessés, dit la préfecture avant 13 heures »; « peu avant 7 h » is when the train went off the rails."""
_NOW = re.compile(
    r"(?<!se )(?<!s')\b(?:est|sont|restent|demeurent) (?:(?:toujours|encore|actuellement|désormais) "
    r"|(?:en garde à vue|en rupture|en cours d|en détention|hospitalisée?s|portée?s disparu|retenue?s|détenue?s"
    r"|présente?s|rassemblée?s|bloquée?s|coincée?s|privée?s d|prisonni|recherchée?s|mobilisée?s|attendue?s|sur place"
    r"|à l'arrêt"
    r"|sans (?:électricité|eau|abri|courant)))"
    r"|\bmanquent (?:toujours|encore)\b"
)


_STILL = re.compile(r"toujours|encore|actuellement|désormais")


def running_counts(candidate: Candidate, scene: Scene) -> str | None:
    """« Vers 9 h 30, combien de marcheurs sont présents ? », « À 9 h 50, 30 interpellations ont eu lieu », « combien
    de personnes sont en garde à vue ? »: an hour later there are others, and no learner wants the one of that hour.

    A minute of silence at 11 h 15 is an event, and the evening's count is the day's.
    """
    del scene
    quantity = quantity_of(candidate.fact)
    if quantity is None or quantity.dimension not in ("count", "other"):
        return None
    text = own_words(candidate.question.fr)
    if _of_an_hour(text) and _THERE.search(text) and not _AT_ITS_HEIGHT.search(text):
        return "a count of one hour"
    if _HURT_BY.search(text):
        return "a count of the wounded before the day was over"
    now = _NOW.search(text)
    if now and re.search(r"\b\d{1,2}(?:er)? \w+ (?:19|20)\d\d\b", text) and not _STILL.search(now.group()):
        return None  # « Le lundi 10 mai 2010, combien de gares sont fermées ? »: of the day it tells
    return f"a state of one day: {now.group().strip()}" if now else None


def _of_an_hour(text: str) -> bool:
    """Bound to an hour before the evening."""
    hours = [found["hour"] for found in _AT_AN_HOUR.finditer(text)]
    return any(hour is None or int(hour) < _EVENING for hour in hours)


_LIMITS = re.compile(
    r"\b(?:à ce jour|à l'époque(?! d)|pour l'instant|pour le moment|jusqu'ici|jusqu'à (?:présent|maintenant)"
    r"|à cette (?:heure|date|époque)|à l'heure actuelle|provisoirement|dans un premier temps|à titre provisoire"
    r"|(?<!peu )(?:avant|jusqu'à) (?:\d{1,2} ?(?:h\b|h\d\d|heures)|midi)"
    r"|par rapport à [^,;.:]{3,40}|depuis le (?:début|matin)(?: d\w+ [\w']+)?)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"[;:.!?]|, (?:mais|qui|dont|où|alors|tandis|ce qui|puis|et)\b|\bmais\b|, (?=que\b)")
_TIMED = re.compile(
    r"\b(?:au|jusqu'au|le|en|fin|début) (?:[a-z]+ )?(?:\d{1,2}(?:er)? )?(?:[a-zà-ÿ]+ )?(?:19|20)\d\d\b", re.IGNORECASE
)


_SUPERLATIVE = re.compile(r"(?:^|, )(?:l[ea]s? (?:plus|moins|meilleure?s?|seule?s?)|jamais)\b[^,]*$")
"""« ce séjour, le plus long jusqu'à maintenant, »: the limit of what is set beside."""


_CLAIMS = ("who-claimed", "true-false-claim")


def kept_limits(candidate: Candidate, scene: Scene) -> str | None:
    """« il n'y aura à ce jour pas de liste », asked without « à ce jour », is a claim nobody made; « dix blessés avant
    13 heures » are not the day's, « les compétences de sa rivale d'alors, à l'époque » not today's."""
    del scene
    fact = candidate.fact
    if isinstance(fact, Event) and fact.slot == "date":
        return None
    if not isinstance(fact, Statistic | Event) and candidate.construction not in _CLAIMS:
        return None
    dated = _TIMED.search(own_words(candidate.question.fr)) is not None
    question = fold(own_words(candidate.question.fr))
    sentence = own_words(fact.evidence.text)
    for part in _parts(sentence):
        for found in _LIMITS.finditer(part):
            limit = fold(found.group())
            if limit in question or limit[:14] in question or _SUPERLATIVE.search(part[: found.start()]):
                continue
            if dated or (isinstance(fact, Event) and re.search(r"\d", limit)):
                continue  # the question has a day of its own; the hour of an event nobody learns
            words = _content(part.replace(found.group(), " "))
            shared = words & _content(question)
            if len(shared) >= max(2, len(_content(question)) // 2):
                return f"a limit is lost: {found.group()}"
    return None


def _parts(sentence: str) -> list[str]:
    return [part for part in _APART.split(sentence) if part.strip()]


def _content(text: str) -> set[str]:
    return {word[:6] for word in re.findall(r"[^\W\d_]{4,}", fold(text))}


_JOINED = re.compile(
    r"^ et (?P<more>(?:(?:des|de|du|les|la|le|aux?|en|leurs?|ses|son|sa) |l'|d')?[a-zà-ÿœ]{4,})(?P<after>[^,;:.!?]*)"
)


_UNIT_LAST = re.compile(r"\b(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|années?)$")
_GOES_ON_IN_TIME = re.compile(r" (?:après|avant|plus t(?:ard|ôt)|auparavant)\b")
_GOES_ON_IN_NAME = re.compile(r" - (?:de )?(?:\d|[a-zà-ÿ]{4,})")
_OR_ELSE = re.compile(r" ou (?P<more>[a-zà-ÿ]+(?:és|ées|is|ies|us|ues))\b")


def cut_short(candidate: Candidate, scene: Scene) -> str | None:
    """« Qui a revendiqué l'attaque environ une heure ? » of « … une heure après », « le titre de judo » of « judo - de
    57 kg », « combien de voitures ont été brûlées » of « brûlées ou cassées »: the sentence goes on, and says another
    thing."""
    del scene
    fact = candidate.fact
    shown = candidate.form in ("cloze", "true-false") and isinstance(fact, Statistic)
    if shown or candidate.construction in ("who-said", "true-false-speaker"):
        return None
    question = candidate.question.fr.replace("’", "'").rstrip("\u00a0\u202f ?.")
    sentence = re.sub(r"[\u00a0\u202f]", " ", fact.evidence.text.replace("’", "'"))
    last = " ".join(question.split()[-2:])
    at = sentence.find(last)
    if at < 0 or len(question.split()) < _SHORT:
        return None
    behind = sentence[at + len(last) :]
    if _UNIT_LAST.search(last) and _GOES_ON_IN_TIME.match(behind):
        return f"a span cut short: {last}"
    named = _GOES_ON_IN_NAME.match(behind)
    if named:
        return f"a name cut short: {last}{named.group()}"
    other = _OR_ELSE.match(behind) if isinstance(fact, Statistic) else None
    return f"half is left out:{other.group()}" if other else None


def second_halves(candidate: Candidate, scene: Scene) -> str | None:
    """« une minute de silence en mémoire des morts » where the sentence goes on « et des blessés du mouvement »: the
    question ends in the middle of what it speaks of."""
    del scene
    fact = candidate.fact
    if not isinstance(fact, Statistic | Event) or candidate.form not in ("choice", "number", "text"):
        return None
    quantity = quantity_of(fact)
    if quantity is not None and quantity.dimension in ("rank", "score"):
        return None  # « la seconde place revient à Odile et la troisième à Lise »
    question = candidate.question.fr.replace("’", "'").rstrip("\u00a0\u202f ?")
    sentence = re.sub(r"[\u00a0\u202f]", " ", fact.evidence.text.replace("’", "'"))
    last = " ".join(question.split()[-3:])
    at = sentence.find(last)
    if at < 0 or len(question.split()) < _SHORT:
        return None
    found = _JOINED.match(sentence[at + len(last) :])
    if found is None or (isinstance(fact, Event) and fact.slot == "date") or _PREDICATE.fullmatch(found["more"]):
        return None
    told = re.findall(r"[\w-]+", found["more"] + found["after"].replace("'", " "))
    if any(_verbal(word.lower()) for word in told[:8]):
        return None
    first = told[-1] if len(told) == 1 else re.findall(r"[\w-]+", found["more"])[-1]
    if not is_noun(first.lower()) or candidate.answer.fr in found.group():
        return None
    return f"half is left out:{found.group()[:30]}"


_SHORT = 6


_PREDICATE = re.compile(r"[a-zà-ÿ]+[éit]")
"""« et demandé »: of the verb before, and no noun in the plural."""


def _verbal(word: str) -> bool:
    """« et demandé des économies »: a second predicate, and no second object."""
    return not is_noun(word) and (finite(word) is not None or participle(word) is not None)


_PLACE = re.compile(r"\b(?:[àÀ]|[Ee]n|[Aa]u) (?P<place>[A-ZÀ-Þ][\w-]+(?:[ -][A-ZÀ-Þ][\w-]+)*)")
_AMOUNT = r"(?P<amount>\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d+)"


_CROWD = "manifestants|personnes|participants|marcheurs|protestataires|gilets jaunes|gjs"


def one_count(candidate: Candidate, scene: Scene) -> str | None:
    """« À Metz, combien de marcheurs a-t-on comptés ? »: 4 000, of which the article has 2 200 marcheurs at Metz in
    another sentence, or « 9 000 marcheurs, dont 2 200 à Metz »: which, nobody can tell."""
    quantity = quantity_of(candidate.fact)
    text = own_words(candidate.question.fr)
    asked = re.search(r"\b[Cc]ombien d(?:e |')(?P<noun>[\w-]+(?: jaunes)?)", text)
    place = _PLACE.search(text)
    if quantity is None or quantity.dimension != "count" or asked is None or place is None:
        return None
    if re.search(r"\b(?:19|20)\d\d\b|\b[Ss]elon\b|[Dd]'après", text) or _AT_AN_HOUR.search(text):
        return None
    noun = asked["noun"].lower()
    crowd = noun in _CROWD.split("|") and re.search(r"manifest|défil|march|rassembl|a-t-on compté|mobilis", text)
    kin = _CROWD if crowd else re.escape(noun)
    where = re.escape(place.group())
    again = re.compile(
        rf"(?<![\d,.]){_AMOUNT} (?:\w+ )?(?:d')?(?:{kin})\b(?! (?:interpell|arrêt|bless|plac|tué|mort))"
        rf"(?=(?:(?!dont\b)[^.;])*\b{where}\b)"
        rf"|\b(?:{kin})\b[^.;]* dont {_ALSO} {where}\b",
        re.IGNORECASE,
    )
    evidence = candidate.fact.evidence.text.replace("\u00a0", " ")
    for sentence in re.split(r"(?<=[.!?]) |\n", scene.article.text.replace("\u00a0", " ").replace("\u202f", " ")):
        if not sentence.strip() or sentence.strip() in evidence or "déjà" in sentence or _of_an_hour(sentence):
            continue
        for found in again.finditer(sentence):
            other = numeral_of(found["amount"] or found["also"])
            if other is not None and other.value not in (quantity.low, quantity.high):
                return f"counted otherwise: {found.group()}"
    return None


_ALSO = _AMOUNT.replace("amount", "also")
