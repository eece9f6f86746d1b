"""What a survey has asked people: which shares only mean something beside their survey, and which survey that is.

Reads the article up to the figure and no further than one survey: where two are named and the paragraph does not say
which is meant, there is none. Knows no question.
"""

from __future__ import annotations

import re

from quiz.facts.clauses import VerbGroup
from quiz.facts.value_context import Context
from quiz.facts.value_words import words

_NAME = r"[A-ZÀ-Þ][\w.&-]*(?: (?:(?:de|du|des|et|pour) )?[A-ZÀ-Þ][\w.&-]*){0,4}"
_SURVEY = re.compile(
    r"\b(?P<det>[Uu]ne|[Uu]n|[Ll]'|[Ll]a|[Ll]e) ?"
    r"(?:(?:(?:vaste|grande?|récente?|nouvelle|nouveau|dernière?|premi[eè]re?) )?"
    r"(?:étude|sondage|enquête|rapport|baromètre)"
    r"(?: (?:récente?|annuel(?:le)?|mensuel(?:le)?|internationale?|nationale?|indépendante?|mondiale?)\b)*"
    rf"(?P<by> (?:de l'|de la |du |des |de |d'|(?:réalisée?|menée?|commandée?|publiée?) par (?:l'|la |le |les )?)"
    rf"(?:institut |cabinet |groupe |agence |université )?{_NAME})?"
    rf"|institut (?:de sondages? )?(?P<institute>{_NAME}))"
)
_NO_SURVEY = re.compile(r" (?:a été ouverte|est ouverte|est en cours|préliminaire|judiciaire|de force|policière)\b")
_ASKED = re.compile(r"\b(?:interrogée?s|sondée?s|répondante?s|enquêtée?s|consultée?s)\b")
_COMING = re.compile(r"\bprochaine?s (?:années|mois|décennies|ans)\b")


def survey_for(context: Context, offset: int) -> str | None:
    """The survey a figure at `offset` comes from, with its article (« une étude récente »): the paragraph's, else the
    article's only one before it."""
    text = context.reading.flat[:offset]
    near = text.rfind("\n\n") + 1
    found = [(m.start(), said) for m in _SURVEY.finditer(text) if (said := _phrase(m, text))]
    inside = [said for at, said in found if at >= near]
    if inside:
        return inside[-1]
    return found[0][1] if len({said for _, said in found}) == 1 else None


def _phrase(found: re.Match[str], text: str) -> str:
    """« une étude récente », « l'institut Ifor »; "" where it is another kind of inquiry or points to one named before:
    « l'étude », « une enquête a été ouverte »."""
    known = found["det"].lower() in ("une", "un") or found["by"] or found["institute"]
    if not known or _NO_SURVEY.match(text, found.end()):
        return ""
    return found[0][:1].lower() + found[0][1:]


def was_asked(population: str) -> bool:
    """« personnes interrogées », « sondés »: people who are nobody without their survey."""
    return bool(_ASKED.search(population))


def answers_a_survey(population: str, group: VerbGroup) -> bool:
    """« 33 % des soudeurs prévoient que… », « 40 % l'utiliseront »: what a group thinks or means to do, which somebody
    has asked."""
    return was_asked(population) or group.lemma in words("opinion_verbs") or group.tense == "fut"


def looks_ahead(text: str) -> bool:
    """« au cours des trois prochaines années »: coming from a day the words do not tell."""
    return bool(_COMING.search(text))
