"""What is worth asking of a specification, and what gives the answer away: how often somebody is named, whether the
topic line or the name holds the key, who rules a country.

Works on the article's words alone. Refuses to know any attribute or any wording.
"""

from __future__ import annotations

import re

from quiz.articles.article import Article
from quiz.facts.roles import role_nouns
from quiz.facts.within import everywhere, places, told_beside
from quiz.typography import fold

_RULER = r"(?:président(?:e)?(?:-élue?)?|[Pp]remi(?:er|ère) ministre|chanceli(?:er|ère)|roi|reine|pape|émir|sultan)"
_FAR = 100
"""Characters before a name in which what is said of it begins."""
_RULES = re.compile(rf"{_RULER}(?:[ -][a-zà-ÿ-]+){{0,2}},? \Z")
_OF_A_STATE = re.compile(rf", (?:le |la |l['’])?(?:\w+ )?{_RULER} (?:de la République|des États-Unis)")
_TO = re.compile(r"\b(?:à|au|aux|en|vers|près de|ville de) \Z")
_GOES_ON = re.compile(r"[\w-]")
_BEFORE = re.compile(r"(?P<told>(?:[\w'’-]+,? ){1,8})\Z")
_BEHIND = re.compile(r" ?[,(] ?(?P<told>(?:[\w'’-]+ ?){1,3})")


def mentions(name: str, article: Article) -> int:
    """How often the article names somebody or something, by the whole name or its last word.

    « Paul Roux a signé. Roux part. » names Paul Roux twice.
    """
    last = re.split(r"[ \u00a0]", name.strip())[-1]
    return sum(1 for _ in places(last, article.text, "-"))


def in_title(name: str, article: Article) -> bool:
    """Is the thing what the article is about: does its title name it?"""
    return fold(name.split()[-1]) in re.findall(r"[\w'-]+", fold(article.title or "")) if name.split() else False


def central(name: str, article: Article) -> bool:
    """Does the article come back to somebody, or name them in its title? Who is named once stands in an aside."""
    return in_title(name, article) or mentions(name, article) > 1


_SAYS = re.compile(
    r"\b(?:a|ont) (?:\w+ment )?(?:déclaré|affirmé|annoncé|expliqué|dit|indiqué|précisé|estimé|ajouté|assuré)\b"
    r"|\b[Ss]elon\b|[«“\"]"
)


def matters(name: str, sentence: str, article: Article) -> bool:
    """Is somebody more than a passer-by: in the title, named twice, speaking where their post is told, or at the head
    of the sentence? « … consolé par la foule ainsi que par Paul Roux, vice-président de Brisk » tells of others."""
    return central(name, article) or _SAYS.search(sentence) is not None or 0 <= sentence.find(name) < _FAR


def has_been(name: str, article: Article) -> bool:
    """Is what somebody was once worth asking: of whom the title names or the article comes back to again and again?
    « Paul Roux, ancien directeur de Brisk, a accusé la ville » tells it in passing."""
    return in_title(name, article) or mentions(name, article) > 2


def leaks(answer: str, *told: str) -> bool:
    """Does what the reader sees hold a word of the answer, in another form too?

    « une fédération de voile » is told by « Voile Norvège », and « une plate-forme danoise » by « Danemark : … ».
    """
    stems = _stems(answer)
    return any(stem[:5] == other[:5] for text in told for other in _stems(text) for stem in stems)


_PLAIN = frozenset(("international", "internationale", "national", "nationale", "grande", "premier", "premiere"))


def _stems(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]{4,}", fold(text)) if word not in _PLAIN and len(word) > 4}


def rules(name: str, article: Article) -> bool:
    """Does the article call somebody the head of a state? Nobody takes one for a managing director.

    « le président Paul Roux », « Paul Roux, président de la République ».
    """
    text = article.text
    return any(
        (_RULES.search(text, max(0, at - _FAR), at) and not _GOES_ON.match(text, at + len(name)))
        or _OF_A_STATE.match(text, at + len(name))
        for at in everywhere(name, text)
    )


def stands_as_place(name: str, article: Article) -> bool:
    """Does the article say that somebody is at or goes to it (« à Brest »)? A typing alone makes no town of a name."""
    text = article.text
    return any(
        _TO.search(text, max(0, at - _FAR), at) and not _GOES_ON.match(text, at + len(name))
        for at in everywhere(name, text)
    )


def posted(name: str, article: Article) -> bool:
    """Does the article give somebody a post (« le maire de Brest, Paul Roux », « Paul Roux, porte-parole »)?

    Only then may they be taken for the holder of another: a victim, a suspect or a school's name is taken for none.
    """
    told = told_beside(name, article.text, _BEFORE, _BEHIND, 8)
    nouns = (role_nouns().get(word) for words in told for word in re.findall(r"[\w-]+", words.lower()))
    return any(noun is not None and noun.role_class in ("head", "post") for noun in nouns)
