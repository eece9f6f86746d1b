"""Things told by their noun alone, given the name that the article gives them: « l'ouragan » is « l'ouragan Albane »
where it speaks of no other one.

Takes our own words (without quotations) and the article's text. Knows the nouns that stand right before a name; refuses
to guess where the article has two names, or none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from quiz.authoring.lists import words
from quiz.typography import fold

_BARE = (
    r"(?=\s*[,?.;)]|\s*$| (?:ne|n'|se|s'|a|ont|est|était|avait|fut|aurait|sera|va|doit|peut|et|lors|pendant|depuis"
    r"|après|avant|jusqu'\w+|ce|chaque|afin|pour)\b| [\w']+-(?:t-)?(?:ils?|elles?)\b| [a-zà-ÿ]{2,}(?:ait|èrent)\b)"
)
_NAME = r"(?P<name>[A-ZÀ-Þ][\w'’&.-]*[\w](?:[ -](?:(?:d[eu]s?|la|les?) )?[A-ZÀ-Þ][\w'’&-]*)*)"
_SAID = r"\b(?:une?|ces?|cet|cette|quel\w*|son|sa|leurs?|l[ea]|l'|du|au) ?(?:\w+ )?"


def named(text: str, article: str, topic: str, key: str) -> str:
    """« Combien de personnes utilisent l'application ? » as « … l'application Brumelle ? »: no topic line or earlier
    word says which, and all the article's applications have that one name.

    `key` must not be the name.
    """
    above = fold(topic)
    for found in _callable().finditer(text):
        noun = found["noun"].lower()
        stem = fold(noun)[:6]
        if stem in above or re.search(_SAID + re.escape(stem), fold(text[: found.start()])):
            continue
        name = _only_name(noun, article)
        if not name or fold(name) in fold(key) or fold(key) in fold(name) or fold(name) in fold(text):
            continue
        if _several(noun, article) or fold(name) in above:
            continue
        return text[: found.end()] + (f" {name}") + text[found.end() :]
    return text


@lru_cache(1)
def _callable() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("called_things")))
    return re.compile(rf"(?:\b(?:le|la|du|au) |\bl')(?P<noun>{nouns})\b{_BARE}", re.IGNORECASE)


@lru_cache(4096)
def _only_name(noun: str, article: str) -> str:
    """The one name that stands behind the noun in the article, "" where there is none or a second one."""
    flat = article.replace("’", "'").replace("\u00a0", " ")
    found = {
        match["name"].rstrip(".-'")
        for match in re.finditer(
            rf"(?i:\b(?:le|la|un|une|du|au|cet|cette|ce) |\b[ld]')(?:\w+ )?{re.escape(noun)} {_NAME}",
            flat,
        )
    }
    longest = max(found, key=len, default="")
    return longest if longest and all(name in longest for name in found) else ""


def _several(noun: str, article: str) -> bool:
    """« deux applications », « une autre société », « les entreprises »: of which one?"""
    kin = rf"\b(?:deux|trois|quatre|plusieurs|autres?|chaque|les|des|ces|certaines?) (?:\w+ )?{re.escape(noun)}s?\b"
    return re.search(kin, article, re.IGNORECASE) is not None
