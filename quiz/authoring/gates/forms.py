"""Gates on what a form asks for: a quotation worth knowing, a blank worth filling, a statement with one thing changed.

Each takes a candidate and its scene and gives None, or a short reason to drop the candidate.
"""

from __future__ import annotations

import re

from quiz.authoring.candidate import Candidate
from quiz.authoring.scene import Scene
from quiz.deck import BLANK
from quiz.facts.fact import Quotation
from quiz.facts.within import stands_in
from quiz.typography import fold

FEWEST_WORDS, MOST_WORDS = 6, 42
"""Words a quotation shows: fewer and anybody may have said it, more and nobody reads it."""
_LONGEST = 600
"""Characters of a sentence that is looked at any further: some pages have lines of a hundred thousand."""
_SMALL = re.compile(r"^(?:un|une|deux)$", re.IGNORECASE)


def _shown_words(candidate: Candidate) -> str | None:
    match = re.search(r"«\s?(.*)\s?»", candidate.question.fr.replace("\u00a0", " "), re.S)
    return match.group(1).strip() if match else None


def quotation(candidate: Candidate, scene: Scene) -> str | None:
    """Words verbatim, brackets kept, six words to forty shown, cut only at […], the speaker not named inside.

    « Cela change la donne » is four words that anybody may have said.
    """
    del scene
    fact = candidate.fact
    if not isinstance(fact, Quotation) or fact.quote_type == "indirect":
        return None
    shown = _shown_words(candidate)
    if shown is None or candidate.form == "cloze":
        return None if shown or candidate.form in ("cloze", "true-false") else "no words shown"
    count = len(re.findall(r"\w+", shown))
    if count < FEWEST_WORDS:
        return "too few words to know who said them"
    if count > MOST_WORDS + 4:
        return "too many words"
    said = _plain(fact.words) + " " + _plain(fact.evidence.text)
    for piece in re.split(r"\[…\]|\[\.\.\.\]", re.sub(r"^\[[A-ZÀ-Ý][^\]]{0,8}\] ?", "", shown)):
        if _plain(piece) not in said:
            return "not verbatim"
    if _headless(fact.evidence.text, shown):
        return "the words before the marks belong to them"
    if shown.count("(") != shown.count(")") or shown.count("[") != shown.count("]"):
        return "brackets cut"
    if _INCISE.search(shown.replace("’", "'")):
        return "who speaks is told inside"
    if fact.speaker and candidate.form in ("choice", "text"):
        surname = fold(fact.speaker).split()[-1]
        if len(surname) > 2 and stands_in(surname, fold(shown)):
            return "the speaker is named inside"
    return None


_BEFORE_MARKS = re.compile(r"\b(?:aucune?|les|des|ces|ses|leurs|cette|cet|une) ?$", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:sont|est|ont|a|était|étaient|sera|seront|aient|ait|soit|soient)\b")


def _headless(text: str, shown: str) -> bool:
    """« les « Anglais sont pressés » », « aucune « des preuves n'ait été cachée »: half of the clause is outside."""
    at = text.find(shown[:24])
    before = text[:at].rstrip(' «\u00a0\u202f“"') if at > 0 else ""
    return bool(before) and bool(_BEFORE_MARKS.search(before)) and bool(_SAYS.search(" ".join(shown.split()[:9])))


_INCISE = re.compile(r", (?:a-t-(?:il|elle) \w+|\w+-(?:t-)?(?:il|elle))\b")
"""« …, réagit-elle au micro de la radio, … »: the article speaks there, not the speaker."""


def _plain(text: str) -> str:
    return re.sub(r"(?<=\d) (?=(?:er|re|e|eme)\b)", "", re.sub(r"[^\w]+", " ", fold(text))).strip()


_NUMBER = (
    r"(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|cent)"
)
_RANGE_BEFORE = re.compile(rf"\b{_NUMBER} (?:ou|à|et) $|\bentre $")
_RANGE_AFTER = re.compile(rf" (?:ou|à|et) {_NUMBER}\b")
_PASSAGE = re.compile(
    r"\bpass(?:e|ent|ée?s?|ant|er|ait|aient|a|èrent|era|eront)\b(?: [\w'’]+){0,6}? (?:de |d['’])(?:[^.;:]{0,50} à )?$"
)
"""« passant de 16 à _____ % »: what was and what has become of it, two figures and no range."""
_DETERMINED = re.compile(r"(?:^|[\s(«])(?:d['’]|l['’]|qu['’])$", re.IGNORECASE)


def salience(candidate: Candidate, scene: Scene) -> str | None:
    """A cloze blanks a figure or a noun after a full determiner; never un, une, deux; among two figures at most.

    « l'_____ » tells of a vowel; « six ou _____ » cuts a range; a blank in brackets asks about an aside.
    """
    del scene
    if candidate.form != "cloze":
        return None
    question = candidate.question.fr
    if question.count(BLANK) != 1:
        return "not one blank"
    if len(question) > _LONGEST:
        return "too long"
    if _SMALL.match(candidate.answer.fr.strip()):
        return "a blank for un, une or deux"
    before, after = question.split(BLANK)
    if _DETERMINED.search(before):
        return "an elided determiner before the blank"
    ranged = _RANGE_BEFORE.search(before.lower()) or _RANGE_AFTER.match(after.lower())
    if ranged and not _PASSAGE.search(before.lower()):
        return "a range cut in two"
    if before.count("(") > before.count(")"):
        return "a blank in brackets"
    if before.count("«") > before.count("»") and not isinstance(candidate.fact, Quotation):
        return "a blank in somebody's words"
    if _LIST_AFTER.match(after):
        return "the sentence lists what is counted"
    return _readable(question)


_FIGURE = re.compile(r"\b\d+(?:[ \u00a0\u202f.,]\d+)*(?![\w-])")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def figures_in(text: str) -> list[str]:
    """The figures that count something: no years, hours or days, nor what is part of a name (3D, 4x100, UTC-5)."""
    return _FIGURE.findall(_YEAR.sub("", _CLOCK.sub(" ", text)))


_CLOCK = re.compile(
    r"\b\d{1,2} ?h(?:eures?)?(?: ?\d\d)?\b|[A-Za-z]-\d+\b"
    r"|\b(?:(?:1er|\d{1,2}) et )?(?:1er|\d{1,2}) "
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
    r"|\b(?:lun|mar|mercre|jeu|vendre|same|diman)(?:di|che) \d{1,2}\b"
)


_LIST_AFTER = re.compile(r"[^:.;]{1,60}\s?: [^.;:]+, [^.;:]+ et ")


def _readable(sentence: str) -> str | None:
    """A sentence to be read as a question has eight to forty-five words and two other figures at most."""
    if len(figures_in(sentence)) > 2:
        return "too many figures"
    count = len(re.findall(r"\w+", sentence))
    if count < 8:
        return "too short"
    return "too long" if count > 45 else None


_NEGATION = re.compile(r"\bn(?:e |['’])|\bpas\b|\bjamais\b|\baucune?\b", re.IGNORECASE)


def true_false(candidate: Candidate, scene: Scene) -> str | None:
    """A false statement differs from a true one in one element, and never by a negation.

    A statement that denies something is asked of nobody: « Vrai ou faux : il n'y a pas eu 3 blessés » is a puzzle.
    """
    del scene
    if candidate.form != "true-false":
        return None
    if candidate.answer.fr not in ("Vrai", "Faux"):
        return "no true or false"
    if not isinstance(candidate.fact, Quotation):
        unreadable = _readable(_FIGURE.sub("", candidate.question.fr, count=1))
        if unreadable:
            return unreadable
    own = re.sub(r"«[^»]*»", " ", candidate.question.fr)
    if _NEGATION.search(own) and not re.search(r"\bne\b[^.]*\bque\b|n['’]\w+ (?:\w+ )?que?\b", own):
        return "a statement that denies"
    return None
