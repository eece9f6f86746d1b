"""When, where and on what somebody spoke, as the quotation's sentence tells it: what the stem of a question may add.

Reads the sentence outside the marks only, and only phrases that name something. Where the sentence holds words of
others too, or nothing is named, there is no occasion.
"""

from __future__ import annotations

import re

from quiz.facts.fact import Quotation
from quiz.typography import fold

_ONLINE = re.compile(r"\bsur (?:son compte )?(Twitter|Facebook|Instagram|Telegram|Mastodon|LinkedIn|X(?= |,|$))")
_PLACE = re.compile(
    r"(?<![\w'’-])(?:lors (?:de |du |des |d['’])|à l['’]issue (?:de |du |des |d['’])|au micro (?:de |du |d['’])"
    r"|devant (?:le |la |les |l['’])|à l['’]occasion (?:de |du |des |d['’])|en marge (?:de |du |des |d['’])"
    r"|dans (?:un entretien|une interview|une tribune) (?:à |au |avec |publiée? (?:par |dans ))(?:le |la |l['’])?"
    r"|sur (?:le plateau |l['’]antenne )(?:de |du |d['’])|(?:au journal|au quotidien|à l['’]agence|au micro de) )"
    r"(?P<what>[^,.;:()«»“”\"\n]{2,70}?)"
    r"(?=\s*(?:[,.;:()«»“”\"\n]|$|\b(?:a|ont|avait|que|qu['’]|qui|où|dont|il|elle|en (?:disant|déclarant|affirmant"
    r"|ajoutant|expliquant)|et|mais|alors|après|avant|pour|sur)\b))"
)
_UNSAID = re.compile(
    r"\b(?:son|sa|ses|leurs?|ce|cet|cette|ces|il|elle|lui|eux|hier|demain|aujourd'hui|dernière?|prochaine?|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|même)\b",
    re.IGNORECASE,
)


def written_online(fact: Quotation) -> str:
    """« sur Twitter », where the sentence holds only this quotation and says so outside it; "" elsewhere."""
    outside = outside_words(fact)
    found = _ONLINE.search(outside) if outside is not None else None
    return f"sur {found.group(1)}" if found else ""


def occasion(fact: Quotation) -> str:
    """« lors du congrès de Lille », « au micro de Radio Bleue », where the sentence names it outside its one quotation,
    without the speaker's name, a pronoun or a day of the week; "" elsewhere."""
    outside = outside_words(fact)
    for found in _PLACE.finditer(outside or ""):
        phrase = " ".join(found.group().split())
        named = re.search(r"[A-ZÀ-Ý0-9]", found["what"]) is not None
        if named and not _UNSAID.search(phrase) and len(phrase.split()) <= 12 and not _names_speaker(fact, phrase):
            return phrase
    return ""


def about(fact: Quotation) -> str:
    """« au sujet de Luneo »: only with a name, as « la plateforme » would hang in the air, and never the speaker's."""
    named = re.search(r"\b[A-ZÀ-Ý][\w-]+", fact.about)
    return fact.about if named and not _names_speaker(fact, fact.about) else ""


def _names_speaker(fact: Quotation, phrase: str) -> bool:
    own = {word for name in (fact.speaker or "", *fact.aliases) for word in re.findall(r"\w{3,}", fold(name))}
    return bool(own & set(re.findall(r"\w{3,}", fold(phrase))))


def outside_words(fact: Quotation) -> str | None:
    """The evidence without the words, None where it holds other words between marks."""
    if fact.place is None:
        return None
    start, end = fact.place.start - fact.evidence.start, fact.place.end - fact.evidence.start
    rest = fact.evidence.text[: max(0, start)] + " " + fact.evidence.text[max(0, end) :]
    return None if rest.count("«") > 1 or rest.count("“") > 1 or rest.count('"') > 2 else rest
