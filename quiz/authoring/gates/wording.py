"""Gates on how a question reads: leaks, the surface of its French, its marks, its length and its two languages.

Each takes a candidate and its scene and gives None, or a short reason to drop the candidate. Repairs come before (see
`repairs`): what a gate still finds cannot be mended.
"""

from __future__ import annotations

import re

from quiz.authoring.candidate import Candidate
from quiz.authoring.french import MONTHS
from quiz.authoring.gates.text import own_words
from quiz.authoring.lists import words
from quiz.authoring.scene import Scene
from quiz.authoring.topic import mentions
from quiz.deck import BLANK
from quiz.facts.fact import Quotation, Statistic
from quiz.facts.within import begins_in, stands_in
from quiz.typography import fold

# ---- leaks


_NUMBER = re.compile(r"\d+(?:[ .]\d{3})*(?:,\d+)?")


def no_leak(candidate: Candidate, scene: Scene) -> str | None:
    """The key's words or number are not in the stem, and no article before the blank fits the key alone.

    « Combien d'ouvriers les 300 ouvriers… » → 300. A first person in a quotation leaks its gender (« je suis ravie »)
    where the choices are not all women.
    """
    del scene
    if candidate.form == "true-false":
        return None
    question = fold(candidate.question.fr)
    answer = fold(candidate.answer.fr)
    numbers = {re.sub(r"[ .]", "", n) for n in _NUMBER.findall(answer)}
    if numbers:
        if numbers & {re.sub(r"[ .]", "", n) for n in _NUMBER.findall(_DAY_OF.sub(" ", question))}:
            return "the number stands in the question"
    elif stands_in(answer, question):
        return "the answer stands in the question"
    else:
        full = [w for w in re.findall(r"\w+", answer) if len(w) > 3 and w not in words("empty")]
        if full and isinstance(candidate.fact, Quotation) is False and candidate.form != "cloze":
            told = [w for w in full if begins_in(w[: max(4, len(w) - 2)], question)]
            if len(told) * 2 > len(full):
                return "words of the answer stand in the question"
    if _spelled_out(candidate.answer.fr, candidate.question.fr):
        return "the answer's letters are spelled out in the question"
    if isinstance(candidate.fact, Quotation) and candidate.fact.speaker and candidate.form in ("choice", "text"):
        surname = fold(candidate.fact.speaker).split()[-1]
        if len(surname) > 2 and stands_in(surname, question) and surname in answer:
            return "the speaker's name stands in the question"
    return None


def _spelled_out(answer: str, question: str) -> bool:
    """« PNF » under « le parquet national financier a pris connaissance… »: three letters or more, word by word."""
    if not re.fullmatch(r"[A-ZÀ-Þ]{3,8}", answer):
        return False
    full = [word for word in re.findall(r"[^\W\d_]+", fold(question)) if word not in _SMALL]
    at = "".join(word[0] for word in full).find(fold(answer))
    return at >= 0 and all(len(word) > 3 for word in full[at : at + len(answer)])


_SMALL = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "et", "pour", "en", "a", "aux", "au"])
_DAY_OF = re.compile(
    r"\b(?:1er|\d{1,2}) (?=janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
)
"""« le 30 août »: the day gives no count of thirty away."""
_COMMON = frozenset({"france", "paris", "francais", "francaise"})


def not_trivial(candidate: Candidate, scene: Scene) -> str | None:
    """The answer is not in the topic line, nor only a word of the stem said again.

    Title « Neymar signe pour 222 millions d'euros »: « Combien a coûté Neymar ? » asks nothing.
    """
    if _day_of_the_title(candidate, scene):
        return "a day stands in the topic line"
    if candidate.form == "true-false":
        return _told_by_topic(candidate, scene)
    topic = scene.topic(candidate)
    answer = candidate.answer.fr
    numbers = {re.sub(r"[ .]", "", n) for n in _NUMBER.findall(fold(answer))}
    if numbers:
        told = _DAY_OF.sub(" ", fold(topic)) if isinstance(candidate.fact, Statistic) else fold(topic)
        if numbers <= {re.sub(r"[ .]", "", n) for n in _NUMBER.findall(told)}:
            return "the answer stands in the topic line"
        return None
    if mentions(topic, answer):
        return "the answer stands in the topic line"
    return None


_SAID_DAY = re.compile(rf"\b(?P<day>1er|\d{{1,2}})[ \u00a0](?P<month>{'|'.join(MONTHS)})\b")


def _day_of_the_title(candidate: Candidate, scene: Scene) -> bool:
    """« C'est le 3 juin que le pont rouvrira » under « Le pont rouvrira le 3 juin », or « 3 juin » among the days to
    choose from: the title tells it, or rules it out. The page's own day behind the title is no part of it."""
    asked = candidate.form == "choice" or re.match(r"C['’]est (?:le|au|dès le) ", candidate.question.fr)
    if not asked or isinstance(candidate.fact, Quotation | Statistic):
        return False
    title = re.sub(r"\([^()]*\)$", "", scene.topic(candidate))
    told = {found.groups() for found in _SAID_DAY.finditer(title)}
    shown = [choice.fr for choice in candidate.choices] if candidate.form == "choice" else [candidate.question.fr]
    return any(found.groups() in told for text in shown for found in _SAID_DAY.finditer(text))


def _told_by_topic(candidate: Candidate, scene: Scene) -> str | None:
    """« C'est Ada Morin qui a dit… » under « Ada Morin s'explique »: whom else would the article quote? And nobody
    believes under « Luc Roy élu » that he said « le nouveau président nous inquiète »."""
    fact = candidate.fact
    if not isinstance(fact, Quotation) or not fact.speaker:
        return None
    own = own_words(candidate.question.fr)
    named = re.search(r"(?:C'est|Ces mots sont d(?:e |'|u ))\s*(?P<who>.+?)\s*(?:qui a dit|:)", own)
    said = [fact.speaker, *([named["who"]] if named else [])]
    if any(stands_in(fold(who).split()[-1], fold(fact.words)) for who in said[1:]):
        return "whom the words name has not said them"  # « C'est Ada Morin qui a dit : « Morin m'a appelé » »
    return (
        "the speaker stands in the topic line" if any(mentions(scene.topic(candidate), who) for who in said) else None
    )


# ---- surface


_DOUBLED = re.compile(r"\b(?!nous|vous|se\b|très|bora)(\w{2,})\s+\1\b", re.IGNORECASE)
_UNCONTRACTED = re.compile(
    r"\b(?:de|à) les? (?!\w+(?:(?<!i)er|[^o]ir|aire|uire|[st]tre|ndre|oire|[cp]evoir|savoir|voir)\b"
    r"|(?:dire|lire|suivre|publier)\b)\w",
    re.IGNORECASE,
)
_UNELIDED = re.compile(
    r"\b(?:de|que|le|la|ne|se|je|me|te|jusque|lorsque|puisque) (?=[aàâeéèêiîoôuù])"
    r"(?!onz|oui\b|un(?:e)? |ouistiti|euh|e-|i[A-Z])[a-zà-ÿ]",
    re.IGNORECASE,
)
_WRONGLY_ELIDED = re.compile(r"\b(?:d|l|qu|j|n|s)['’](?=[bcdfgjklmnpqrstvwxz])", re.IGNORECASE)
_TWO_MARKS = re.compile(r"[.,;:] ?[?.,;:]|\( | \)")
_BROKEN = re.compile(
    r"\bquel(?:le)?s? \w+ (?:qui|que|qu')\b|\b(?:il|elle)s? (?:a|ont|avait|est)-t-|\best-ce que (?:il|elle)s?\b"
    r"|-t?-?elle elle\b",
    re.IGNORECASE,
)
"""Stems put together from the wrong pieces: « À quelle place qui le replace… », « elle a-t-elle »."""
_HANGING = re.compile(r"(?:\s|^)(?:de|du|des|le|la|les|à|au|aux|et|ou|que|qui|d'|l'|dans|pour|par|avec|en) ?[?.,]")


def surface_french(candidate: Candidate, scene: Scene) -> str | None:
    """Elision, contraction, doubled words, hanging ends: « de OpenAI », « de le film », « par par », « le nom de ? ».

    « chargé de le dire » and « le onze » are French.
    """
    del scene
    text = own_words(candidate.question.fr)
    for pattern, reason in (
        (_DOUBLED, "doubled word"),
        (_UNCONTRACTED, "contraction missing"),
        (_UNELIDED, "elision missing"),
        (_WRONGLY_ELIDED, "elision before a consonant"),
        (_HANGING, "hanging end"),
        (_TWO_MARKS, "two marks"),
        (_BROKEN, "broken"),
    ):
        found = pattern.search(text)
        if found and not (pattern is _UNELIDED and re.match(r"\w+ \w+", found.group()) is None):
            return f"{reason}: {found.group().strip()}"
    if not re.match(r"^[«“\"(\[]?\s?(?:[A-ZÀ-Þ0-9_]|[a-z]+[A-Z])", text.strip()):
        return "no capital"
    if text.count("(") != text.count(")") or text.count("«") != text.count("»"):
        return "unbalanced marks"
    return None


def ends_in_its_mark(candidate: Candidate, scene: Scene) -> str | None:
    """A question ends in « ? », a cloze or statement in « . », and a text of ours has no line break or double space."""
    del scene
    text = candidate.question.fr
    if "\n" in text or "  " in text:
        return "line break or double space"
    if candidate.form in ("choice", "number", "text") and not text.rstrip().endswith("?"):
        return "no question mark"
    if candidate.form in ("cloze", "true-false") and text.rstrip()[-1:] not in '.!?…»”"':
        return "no full stop"
    return None


def two_languages(candidate: Candidate, scene: Scene) -> str | None:
    """English that counts otherwise than the French is wrong: milliard is billion, 44 % is 44%, 3 avril is April 3."""
    del scene
    for said in (candidate.question, candidate.answer, *candidate.choices):
        if said.en is None:
            continue
        if "milliard" in said.fr and "billion" not in said.en and not re.search(r"\bbn\b", said.en):
            return "milliard without billion"
        if re.search(r"\bbillions?\b", said.fr) and "trillion" not in said.en:
            return "billion without trillion"
        french_digits = sorted(re.findall(r"\d", said.fr))
        english_digits = sorted(re.findall(r"\d", said.en))
        if french_digits and english_digits and french_digits != english_digits and "h" not in said.fr:
            return "other digits in English"
        if BLANK in said.fr and BLANK not in said.en:
            return "no blank in English"
    return None


def length(candidate: Candidate, scene: Scene) -> str | None:
    """A question of more than 60 words, or an answer of more than 14 (but for words to choose among), is not read."""
    del scene
    if len(candidate.question.fr.split()) > 60:
        return "question too long"
    if len(candidate.answer.fr.split()) > 14:
        return "answer too long"
    return None
