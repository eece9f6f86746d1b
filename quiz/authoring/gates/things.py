"""People whom a wrong « elle » or « il » has made a thing of: what is said of them is said of roads and seasons only.

Plain text in, a name or None out; knows what is done to things and what things consist of, and first names. Refuses to
say who is meant: the gate on subjects drops the candidate.
"""

from __future__ import annotations

import re

from quiz.facts.lexicon import is_first_name

_DONE_TO_THINGS = re.compile(
    r"(?<![Ll]a )(?<![Ll]e )(?<!l')(?P<who>[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w'-]+)+)"
    r"(?: (?:a|avait|aura)(?:-t-(?:elle|il))? été | (?:est|était|sera|fut) )(?:\w+ment |presque |déjà )?"
    r"(?:recouver|constr|reconstr|bâti|détrui|inaugur|rénov|rouver|achev|érig|démol|fabriqu|chiffr|évalué|submerg|inond)\w*"
)
_HELD_BY_THINGS = re.compile(
    r"(?<![Ll]a )(?<![Ll]e )(?<!l')(?P<who>[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w'-]+)+)"
    r" (?:(?:compte|comporte|contien|dure|coût|abrit|s'étend)\w*(?:-t)?(?:-elle|-il)?\b)"
)
_PARTS_OF_THINGS = re.compile(
    r"\b(?:épisodes?|pages?|étages?|chambres?|habitants|logements|articles|chapitres|pièces|hectares|kilomètres|mètres)\b"
)


def somebody_as_a_thing(text: str, evidence: str) -> str | None:
    """« Aline Roux a été recouverte par la lave », « Aline Roux comptera huit épisodes »: the sentence says
    « elle », and she was a road, a season."""
    done, held = _DONE_TO_THINGS.search(text), _HELD_BY_THINGS.search(text)
    found = done or (held if held is not None and _PARTS_OF_THINGS.search(text) else None)
    if found is None:
        return None
    who = re.sub(r"^(?:Quand|Où|Combien|Pourquoi|Comment) ", "", found["who"])
    return who if who not in evidence and " " in who and is_first_name(who.split()[0]) else None
