"""What the wording of a question tells of its worth: its tense, words that lean on what stood before, a known answer.

Numbers for the ranker, read off the text alone; nothing here drops a card, and a quotation's own words are not looked
at, for nobody may change them.
"""

from __future__ import annotations

import re

from quiz.authoring.french import MONTHS

_DAY = re.compile(rf"\b\d{{1,2}}(?:er)? (?:{'|'.join(MONTHS)})\b|\b(?:1[89]|20)\d\d\b")
_PARTICIPLE = r"(?:\w+ment |déjà |jamais |encore )?(?:été )?\w+(?:ée?s?|ie?s?|ue?s?|ise?s?|its?|ites?|erte?s?)\b"
_BACKGROUND = re.compile(r"\b(?:avai(?:t|ent)|étai(?:t|ent))(?:-t?-?\w+)? " + _PARTICIPLE)
_DONE = re.compile(r"\b(?:a|ont|est|sont)(?:-t?-?\w+)? " + _PARTICIPLE)
_NO_TENSE = "fait|parfait|lait|trait|extrait|retrait|portrait|souhait|attrait|avait|était|sait|plaît"
_IMPERFECT = re.compile(rf"\b(?!(?:{_NO_TENSE})\b)\w+(?<!r)(?:ait|aient)\b")
_LEANING = re.compile(
    r"\b(?:déjà|encore|maintenant|désormais|aussi|également|toujours|notamment|ainsi|alors|ensuite|enfin|finalement"
    r"|autres?|seconde?|deuxième|même)\b"
)
_ACRONYM = re.compile(r"(?:l[’ea] ?|les )?[A-Z]{2,}")
_QUOTED = re.compile(r"«.*?»", re.S)
_NAME = re.compile(r"(?<!^)(?<![.«?] )\b[A-ZÀ-Þ][\w’-]+")
_DATED = re.compile(r"\(.*\d{4}\)")
_STEM = 6
"""Letters by which a word of the question is taken for one of the topic line's: « municipal » and « municipale »."""


def stem_signs(question: str, answer: str, topic: str, *, quotation: bool, event: bool) -> dict[str, float]:
    """Signs by name, 0 to 1, those that are 0 left out; `quotation` and `event` tell what the card is made of.

    « Qui avait quitté l'étape ? » is background, « Qui évoquait une candidature ? » a state; « Qui a remporté l'étape
    le 3 mai ? » is news with its day. Events are told by their verb more than anything else is, so theirs count apart.
    """
    found: dict[str, float] = {}
    if topic and not _DATED.search(topic):
        found["undated"] = 1.0
    if "[…]" in topic:
        found["in_title"] = 1.0
    if len(answer.split()) > 4:
        found["long_answer"] = min(1.0, (len(answer.split()) - 4) / 4)
    if _ACRONYM.fullmatch(answer):
        found["acronym"] = 1.0
    if set(re.findall(r"\w{5,}", answer.lower())) & set(re.findall(r"\w{5,}", topic.lower())):
        found["told"] = 1.0
    if quotation:
        return found
    shown = _QUOTED.sub("", question)
    own = shown.lower()
    told: dict[str, float] = {}
    if _LEANING.search(own):
        told["leaning_adverb"] = 1.0
    if "depuis" in own:
        told["since"] = 1.0
    day = bool(_DAY.search(own))
    if day:
        told["day"] = 1.0
    elif not _NAME.search(shown) and not _words(own) & _words(topic.lower()):
        told["unanchored"] = 1.0
    if _BACKGROUND.search(own):
        told["background"] = 0.5 if day else 1.0
    elif _IMPERFECT.search(own):
        told["state"] = 1.0
    elif not _DONE.search(own):
        told["present_tense"] = 1.0
    if event:
        told |= {f"event_{name}": value for name, value in told.items()}
    return found | told


def _words(text: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w{4,}", text)}
