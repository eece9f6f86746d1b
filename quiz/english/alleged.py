"""What a source tells in the conditional: « Selon la mairie, combien de marcheurs auraient été blessés ? » is asked in
English as what was *reportedly* so.

Puts the conditional into the indicative that the grammar knows and says the doubt in the English. Refuses a question
without a source, and one whose English verb is turned around its subject, where the doubt has no sure place.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_SOURCE = re.compile(r"\b(?:[Ss]elon|[Dd]'après) \w")
_ODD = {
    "aurait": "a", "auraient": "ont", "serait": "est", "seraient": "sont", "ferait": "fait", "feraient": "font",
    "viendrait": "vient", "viendraient": "viennent", "tiendraient": "tiennent", "vivraient": "vivent",
}  # fmt: skip
_FORMS = re.compile(
    rf"\b(?P<form>{'|'.join(_ODD)}|[a-zà-ÿ]{{3,}}erai(?:t|ent))(?P<pronoun>-(?:t-)?(?:ils?|elles?|on))?\b"
)
_TOLD = re.compile(r"\b(?P<verb>were|was|are|is|have|has)\b(?P<there> there)?(?= [a-z])")
_TURNED = re.compile(r"\b(?:did|do|does)\b")


def alleged(french: str, translated: Callable[[str], str | None]) -> str | None:
    """The English of a question in the conditional with its source, through the English of the same in the indicative;
    None where it is no such question or has no English."""
    found = _FORMS.search(french)
    if found is None or _SOURCE.search(french) is None or len(_FORMS.findall(french)) > 1:
        return None
    form, pronoun = found["form"], found["pronoun"] or ""
    plain = _ODD.get(form) or re.sub(r"erait$", "e", re.sub(r"eraient$", "ent", form))
    if pronoun and not pronoun.startswith("-t-") and not plain.endswith(("t", "d")):
        pronoun = f"-t{pronoun}"
    said = translated(f"{french[: found.start()]}{plain}{pronoun}{french[found.end() :]}")
    if said is None or _TURNED.search(said):
        return None
    asked = said.find("how m")
    told = _TOLD.search(said, max(asked, 0))
    if told is None:
        return None
    place = told.end() if told["there"] else told.end("verb")
    return f"{said[:place]} reportedly{said[place:]}"
