"""The gate on slips that nothing can mend in our own words: a relative without its antecedent, a transitive verb
without its object, a head without a verb joined to a clause, an adjective that agrees with nothing beside it.

Takes a candidate and its scene and gives None, or a short reason to drop the candidate. What can be mended has been
(`quiz.authoring.agreement`); what may be right passes.
"""

from __future__ import annotations

import re

from quiz.authoring.agreement import sure_gender, unagreed
from quiz.authoring.candidate import Candidate
from quiz.authoring.cloze_worth import slip as slip_shown
from quiz.authoring.gates.text import own_words
from quiz.authoring.scene import Scene
from quiz.authoring.spelling import slip_of
from quiz.facts.verbs import finite, is_noun


def sound_words(candidate: Candidate, scene: Scene) -> str | None:
    """« … dans les rues de Metz, pendant laquelle », « Qui a lancé officiellement, le 3 mai à Metz ? », « Grand Prix de
    la ville et c'est une joie pour tous »: no editor lets these through."""
    text = own_words(candidate.question.fr)
    slip = slip_of(text, scene.article.text)
    if slip:
        return f"misspelt: {slip}"
    slip = unagreed(text)
    if slip:
        return f"agreement: {slip}"
    if without_antecedent(text):
        return "a relative without antecedent"
    if candidate.form in ("choice", "text", "number") and without_object(text):
        return "a transitive verb without its object"
    if candidate.form in ("cloze", "true-false") and headless_clause(text):
        return "a head without a verb"
    if candidate.form in ("cloze", "true-false") and slip_shown(text):
        return "a slip in the statement"
    if _SMALL_MINISTRY.search(text):
        return "a ministry in small letters"
    if _NO_MONTH.search(text):
        return "a day of no month"
    return None


_SMALL_MINISTRY = re.compile(r"\bl'intérieur (?:n')?(?:a|avait|annonce|indique|recense|compte|dénombre|estime)\b")
"""« combien de marcheurs l'intérieur a-t-il comptés »: the ministry is l'Intérieur."""
_NO_MONTH = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:1er|\d{1,2})(?= ?(?:[,.?]|$))")
_RELATIVE = re.compile(
    r", (?:pendant|durant|après|avant|lors de|au cours de|dans|à l'issue de|à la suite de) (?P<which>laquelle|lequel)\b"
    r"|, (?:lors|au cours|à l'issue|à la suite) (?P<other>duquel)\b"
)


def without_antecedent(text: str) -> bool:
    """« 400 cueilleurs ont marché dans le quartier nord de Metz, pendant laquelle douze ont été arrêtés »: no noun of
    its gender, in the singular, stands before it."""
    found = _RELATIVE.search(text)
    if found is None:
        return False
    gender = "f" if found["which"] == "laquelle" else "m"
    before = text[: found.start()]
    sure = {"f": r"(?:la|une|cette|sa|quelle|aucune)", "m": r"(?:le|un|ce|cet|du|au|quel|aucun)"}[gender]
    if re.search(rf"\b{sure} [\w'-]", before, re.IGNORECASE):
        return False
    loose = re.findall(r"(?:\b[lLdD]'|\b(?:son|leur|[Cc]haque|de|en|par) )([a-zà-ÿœ]{3,})", before)
    return not any(sure_gender(noun) in (gender, "") for noun in loose)


_DONE = re.compile(
    r"^(?:Qui|Quel(?:le)?s? [\w' -]{3,40}?) (?:a|ont|avait|avaient) (?:officiellement |notamment )?"
    r"(?P<said>lancé|inauguré|remporté|publié|présenté|signé|battu|dévoilé|décroché|fondé|créé|nommé|tué|arrêté|acheté"
    r"|racheté|remplacé|reçu|accueilli|dirigé|dénoncé|rejeté|adopté|approuvé|obtenu|organisé|ouvert|posé)"
    r"(?P<rest>(?: \w+ment)?(?:,.*| (?:le|la) .*| (?:à|au|aux|en|dans|lors|sur|par|pour)\b.*| ?\?))$"
)
_A_DAY = re.compile(
    r" (?:ce |le |la |l')?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|nuit|veille|lendemain)\b"
    r"(?: \d{1,2}(?:er)? [a-zà-ÿ]{3,}(?: \d{4})?)?|\d{1,2}(?:er)? [a-zà-ÿ]{3,}(?: \d{4})?"
    r"|(?:année|mois|semaine|même jour)\b)"
)
_ADVERBIAL = re.compile(r"(?:à|au|aux|en|dans|lors|sur|par|pour|chez|avec|vers|depuis)\b")
_OWN = re.compile(r" (?:les?|la|une?|des|ses?|son|sa|leurs?|plus|\d[\d ]*|que|quelque|l'\w+) ")


def without_object(text: str) -> bool:
    """« Qui a lancé officiellement, le jeudi 28 janvier 2021 dans la zone de Brumelle ? »: launched what?"""
    found = _DONE.match(text.rstrip())
    if found is None:
        return False
    rest = _A_DAY.sub(",", re.sub(r"^ \w+ment\b", "", found["rest"])).strip(" ?")
    for part in (part.strip() for part in rest.split(",")):
        if not part:
            continue
        place = re.sub(r"^\w+ (?:les? |la |l')?\w+", "", part)
        if not _ADVERBIAL.match(part) or _OWN.search(re.sub(r" (?:de |d')(?:la |l')?", " ", place)):
            return False
    return True


def headless_clause(text: str) -> bool:
    """« Grand Prix à Metz de la ville fleurie et c'est une grande joie pour tous »: before « et c'est » no verb."""
    found = re.match(r"(?P<head>[^.;:!?]*?),? et c'(?:est|était) ", text)
    if found is None:
        return False
    words = re.findall(r"[\w-]+", found["head"].replace("'", " ' "))
    return not any(finite(word.lower()) is not None and not is_noun(word.lower()) for word in words)
