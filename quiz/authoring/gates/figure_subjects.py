"""The gate on figures of something that only the rest of the article names: « Combien de membres le comité a-t-il ? »,
« Combien de pistes sont étudiées ? ».

Takes a candidate and its scene and gives None, or a short reason to drop the candidate. Knows what there is one of by
itself (the police, the unemployed), and which words of a title tell what is meant (a plane under a crash); refuses to
look for the thing in the article, whose reader has it before his eyes and a learner has not.
"""

from __future__ import annotations

import re

from quiz.authoring.candidate import Candidate
from quiz.authoring.carried import told_elsewhere
from quiz.authoring.french import MONTHS
from quiz.authoring.gates.garbled import garbled
from quiz.authoring.gates.text import names_in, own_words
from quiz.authoring.lists import phrases, words
from quiz.authoring.scene import Scene
from quiz.facts.fact import Specification, Statistic
from quiz.facts.lexicon import countries, demonyms
from quiz.facts.verbs import finite, is_noun
from quiz.typography import fold

_ASKED = re.compile(r"\b(?:combien|quel(?:le)?s?)\b", re.IGNORECASE)
_TURNED = re.compile(r"(?:\b(?:ne |n'|se |s'|en |y |l'|lui |leur ))*\b[\w']+-(?:t-)?(?:ils?|elles?)\b|\best-ce qu")
_AFTER = "".join(
    rf"(?<!\b{word} )"
    for word in ("de", "dans", "sur", "à", "par", "en", "pour", "entre", "avec", "contre", "et", "ou", "sous", "chez")
)
_THE = re.compile(rf"{_AFTER}\b(?:l[ae]s? |l')(?=[a-zà-ÿœ])")
_LAST = re.compile(
    r"\b(?:s'él[eè]v\w+|est|était|sont|étaient|compte|revendique|atteint)(?: \w+[éi]e?s?)? (?:l[ae]s? |l')(?=[a-zà-ÿœ])"
)
_BEFORE_NOUN = (
    r"(?:(?:nouve\w+|premi\w+|grande?s?|petite?s?|ancien\w*|jeunes?|mêmes?|derni\w+|future?s?|haute?s?|vie\w+|vieux"
    r"|principal\w*|autres?|seule?s?|différente?s|nombreu\w+|plus récente?s?|deux|trois|quatre|cinq|six|dix) )*"
)
_HEAD = re.compile(rf"{_BEFORE_NOUN}(?P<head>[\w-]+)(?P<tail>.*)")
_OF_ONE = re.compile(r"(?:\b(?:du|de la|au|à la) |\b(?:de|à) l')(?P<noun>[\w-]+)(?P<rest>.*)")
_OF_MANY = re.compile(r"\b(?:des|aux) \w|\b(?:de |d')[a-zà-ÿ]\w+|\b(?:qui|que|dont|où)\b|\bqu'")
_LETTERS = 5
"""So many letters of a noun are the same in its plural and its kin."""


def subject_of(text: str) -> str:
    """« membres le comité compte-t-il » has « comité » for its subject, without its article; "" where the subject is no
    noun with a definite article."""
    asked = _ASKED.search(text)
    if asked is None:
        return ""
    turned = _TURNED.search(text, asked.end())
    if turned is None:
        last = _LAST.search(text, asked.end())
        return text[last.end() :].strip(" ?") if last is not None else ""
    if turned.group().startswith("est-ce"):
        behind = re.match(r"(?:e |')(?:l[ae]s? |l')(?P<rest>[a-zà-ÿœ].*)", text[turned.end() :])
        return behind["rest"].strip(" ?") if behind is not None else ""
    found = _THE.search(text, asked.end(), turned.start())
    return text[found.end() : turned.start()].strip() if found is not None else ""


def _stem(noun: str) -> str:
    return fold(noun)[:_LETTERS].removesuffix("s")


def _titled(noun: str, topic: str) -> bool:
    """Whether the topic line has the noun, or another word by which a reader knows what is meant."""
    above = fold(topic)
    if re.search(rf"(?<!\w){re.escape(_stem(noun))}", above):
        return True
    for row in phrases("told_by_title"):
        things, _, signs = row.partition(":")
        if _stem(noun) in {_stem(thing) for thing in things.split()}:
            return any(re.search(rf"(?<!\w){re.escape(fold(sign))}", above) for sign in signs.split())
    return False


def told_subject(subject: str, topic: str) -> bool:
    """Whether a noun with a definite article tells what is meant: alone, by its complement or with the topic line."""
    if names_in(f"x {subject}") or re.search(r"\d|^plus \w|\bl[ae]s? plus \w", subject):
        return True  # « le naufrage le plus meurtrier »
    found = _HEAD.match(subject)
    if found is None:
        return True
    head, tail = found["head"], found["tail"]
    if {head.lower(), head.lower().removesuffix("s")} & words("told_alone") or _titled(head, topic):
        return True
    behind = re.findall(r"[\w-]{4,}", tail)
    if any(_titled(word, topic) or word.lower() in demonyms() for word in behind):
        return True
    if head.lower() in words("told_by_name"):
        return False  # « le comité indépendant de surveillance »
    owner = _OF_ONE.search(tail)
    if owner is not None:
        return owner["noun"].lower() in words("told_alone") or bool(_OF_MANY.search(owner["rest"]))
    return bool(_OF_MANY.search(tail)) and f"{head} {tail.strip()}".lower() not in phrases("told_of_nobody")


_COUNTED = re.compile(r"\bcombien (?:de |des |d')(?P<noun>[\w-]+)(?P<rest>[^?]*)", re.IGNORECASE)
_ENOUGH = 3
"""Words behind a counted noun from which a question tells more than its verb."""
_HAPPENS = re.compile(
    r"\b(?:ont|sont|avaient|étaient|seront|furent|été|avoir|être|leur|leurs|dans|pour|avec|selon|lors|sous|cette|plus)\b"
)
_VERBAL = re.compile(r"\w+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|aient|(?<!m)ent|ont)$")


def counted_what(text: str, topic: str) -> str | None:
    """« Combien de pistes sont étudiées ? », « Combien de sonneurs tireront les cordes ? »: for what, and when?
    Victims, houses and helpers are of the title's event."""
    found = _COUNTED.search(text)
    if found is None or _titled(found["noun"], topic):
        return None
    before, rest = text[: found.start()], found["rest"]
    if names_in(f"x {before[:1].lower()}{before[1:]}{rest}") or re.search(r"\d", before + rest):
        return None
    noun = found["noun"].lower()
    if _PROTESTED.search(rest) and told_elsewhere(topic):
        return f"combien de {noun}"  # « devant la mairie », under a title of a budget
    if found["noun"] != noun or {noun, noun.removesuffix("s")} & words("event_counts"):
        return None  # « combien de Français », « combien de personnes »
    said = [word for word in re.findall(r"[\w-]{4,}", _HAPPENS.sub(" ", rest)) if not _VERBAL.fullmatch(word)]
    if len(said) >= _ENOUGH or any(_titled(word, topic) for word in re.findall(r"[\w-]{5,}", f"{before} {rest}")):
        return None
    return f"combien de {found['noun']}"


_PROTESTED = re.compile(r"\bont (?:manifesté|protesté|défilé|marché|débrayé)\b")
_SOURCE = re.compile(r"\b(?:[Ss]elon|[Dd]'après) (?:l[ae]s? |l')(?P<who>[a-zà-ÿ][^,?]*)")
_SOME_COUNT = re.compile(
    r"\b(?:[Ss]elon|[Dd]'après) une? (?:décompte|calcul|comptage|estimation|recensement)(?=,| \?|$)"
)


_SOMETIMES = re.compile(r"\b(?:parfois|quelquefois|de temps en temps)\b")
"""« Combien de temps faut-il parfois pour gagner la côte ? »: a figure of no day and of nobody."""
_AMOUNT_OF = re.compile(
    r"\b(?P<asked>combien de (?:tonnes|kilos|kilogrammes|grammes|litres|barils|hectolitres|quintaux|mètres cubes)) "
    r"(?!de |d'|du |des )(?P<rest>[^?]*)",
    re.IGNORECASE,
)
_OF_SOME_MATTER = re.compile(
    r"\b(?:récolt|produi|export|import|vend|achet|livr|consomm|broy|stock|extrai|transport|saisi|découvert|collect)"
)


def amount_of_nothing(text: str) -> str | None:
    """« Combien de tonnes le Togo a-t-il récoltées ? »: of what? A bridge weighs tonnes of nothing else."""
    found = _AMOUNT_OF.search(text)
    return found["asked"] if found is not None and _OF_SOME_MATTER.search(found["rest"]) else None


_FAR_FROM = re.compile(
    r"\bà combien de (?:mètres|kilomètres|centimètres|milles) (?!de |d'|du |des |au-)(?P<rest>[^?]*)", re.IGNORECASE
)
_IS_FOUND = re.compile(r"\b(?:retrouv|situ|trouv|install|gar|tomb|pos|implant|arrêt|stationn)\w*")


def distance_from_nothing(text: str) -> str | None:
    """« À combien de mètres le toit s'est-il retrouvé ? »: from where?"""
    found = _FAR_FROM.search(text)
    if found is None or not _IS_FOUND.search(found["rest"]):
        return None
    behind = _IS_FOUND.split(found["rest"])[-1]
    return None if re.search(r"\b(?:de|du|des|d')\b", behind) else "à combien de mètres"


_PORTION = re.compile(
    r"\b(?:quel pourcentage|quelle part) (?:des |du |de la |de l')(?P<noun>[\w-]+)\b(?! (?:de |d'|du |des |liés))",
    re.IGNORECASE,
)


def part_of_what(text: str, topic: str) -> str | None:
    """« Quel pourcentage des recettes a financé la route ? », « dans quel pourcentage des cas »: of which? Of the
    voters and the French, everybody knows."""
    found = _PORTION.search(text)
    if found is None or not {found["noun"].lower(), found["noun"].lower().removesuffix("s")} & words("parted_things"):
        return None
    return None if _titled(found["noun"], topic) else f"pourcentage de {found['noun']}"


_PLACE = r"(?:(?:dans|en|à|au|aux|sur|chez) )?(?:l[ae]s? |l')?[A-ZÀ-Þ][\w'-]*(?: [A-ZÀ-Þ][\w'-]*)*"
_PLACES = re.compile(rf"{_PLACE}(?:, {_PLACE})+,? et {_PLACE}")


def listed_count(text: str, amount: float) -> bool:
    """« Sur combien de sites s'est-elle rendue dans les Vosges, le Gard, la Drôme et en Ardèche ? »: four, the reader
    counts."""
    return any(len(re.split(r",? et |, ", found.group())) == amount for found in _PLACES.finditer(text))


_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_TOLL = re.compile(
    r"\b(?:morts?|mortes|blessée?s?|sinistrée?s?|disparue?s?|victimes|tuée?s?|décès)\b(?! (?:de|du|des|d') ?[A-ZÀ-Þ])"
)


def event_elsewhere(text: str, topic: str) -> bool:
    """« Combien de sinistrés compte-t-on au Pérou ? » under « Chili : une coulée de boue »: of what, in Peru?"""
    if not _TOLL.search(text) or _YEAR.search(text):
        return False
    asked, told = _countries_in(text), _countries_in(topic)
    return bool(asked and told) and not asked & told


def _countries_in(text: str) -> set[str]:
    return {name for name in countries() if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)}


_SHARE = re.compile(r"(?P<number>\d+(?:,\d+)?) ?%")
_ROUNDED = 0.6
"""Points within which a share of the title is the key's own: 53,9 % for 53,98 %."""


def near_in_title(amount: float, topic: str) -> bool:
    """« 53,98 % » under « Metz dit non à 53,9 % »: the choices are read off the topic line."""
    told = [float(found["number"].replace(",", ".")) for found in _SHARE.finditer(topic.replace("\u00a0", " "))]
    return any(0 < abs(share - amount) <= _ROUNDED for share in told)


_SINCE = re.compile(r"\bdepuis (?:lors|cette date|ce jour|(?:le début de l['’]année )?(?:19|20)\d\d)\b")


def scope_lost(text: str, topic: str, sentence: str, dated: bool) -> str | None:
    """« vingt ont été libérés depuis lors » asked without its « depuis »; « entre juillet et octobre » on a page of no
    year."""
    if _MONTH.search(text) and not dated and not _YEAR.search(f"{text} {topic}"):
        return "a month of no year"
    since = _SINCE.search(sentence)
    told = since is None or "depuis" in text.lower() or re.search(r"\b(?:ont|a) été\b", text) is None
    return None if told else "since when?"


def figure_subjects(candidate: Candidate, scene: Scene) -> str | None:
    """« le comité », « l'hôtel », « le domaine » as what has the figure, « la haute juridiction » as who tells it, and
    « les pistes » as what is counted, where neither the question nor the topic line says which."""
    if not isinstance(candidate.fact, Statistic) or not candidate.construction.startswith("stat-"):
        return None
    text, above = own_words(candidate.question.fr), scene.topic(candidate)
    if broken := garbled(text):
        return f"came apart: {broken}"
    subject = subject_of(text)
    if subject and not told_subject(subject, above):
        return f"unresolved: {subject}"
    doer = re.match(r"(?:[Ll][ae]s? |[Ll]['’] ?)(?=[a-zà-ÿ])", candidate.fact.frame.subject)
    if doer is not None and candidate.construction in ("stat-made-noun-of", "stat-measure-of"):
        who = candidate.fact.frame.subject[doer.end() :]  # « le contrat que l'ancien sociétaire a signé »
        if not told_subject(own_words(who), above):
            return f"unresolved: {who}"
    source = _SOURCE.search(text)
    if source is not None and not told_subject(source["who"].strip(), above):
        return f"unresolved: {source['who'].strip()}"
    if _SOME_COUNT.search(text):
        return "whose count?"
    if _SOMETIMES.search(text):
        return "now and then"
    quantity = candidate.fact.quantity
    if quantity.dimension == "count" and listed_count(text, quantity.low):
        return "the question lists what is counted"
    if quantity.dimension == "share" and near_in_title(quantity.low, above):
        return "the title has it rounded"
    loose = amount_of_nothing(text) or distance_from_nothing(text) or part_of_what(text, above)
    if loose:
        return f"unresolved: {loose}"
    if event_elsewhere(text, above):
        return "of another country's event"
    lost = scope_lost(text, above, candidate.fact.evidence.text, bool(scene.article.date))
    if lost and candidate.construction != "stat-age-at":  # one dies once
        return lost
    if candidate.construction in ("stat-count-subject", "stat-there-are", "stat-part-of"):
        what = counted_what(text, above)
        return f"unresolved: {what}" if what else None
    return None


_OPENING = re.compile(r"^(?:[^,]{3,60}, )?(?:L[ae]s? |l[ae]s? |[Ll]')(?P<words>[a-zà-ÿœ][^,;:(]*)")


def untold(candidate: Candidate, scene: Scene) -> dict[str, float]:
    """« Le dispositif devait mobiliser _____ postes »: a sentence shown whole tells more than a question, so that its
    unnamed subject is only a doubt, for the ranker."""
    if candidate.form != "cloze" and candidate.construction != "true-false-number":
        return {}
    found = _OPENING.match(own_words(candidate.question.fr).replace("_____", "0"))
    if found is None or not isinstance(candidate.fact, Statistic | Specification):
        return {}
    said = found["words"].split()
    verb = next((at for at, word in enumerate(said) if at and finite(word) is not None and not is_noun(word)), 4)
    return {} if told_subject(" ".join(said[:verb]), scene.topic(candidate)) else {"untold": 1.0}
