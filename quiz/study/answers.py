"""Whether a typed answer is right, nearly right, or wrong: by what it means where it is a value, by its letters else.

Both languages are accepted. What is forgiven is said (`note`), so that a screen can show it. It knows no schedule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import floor, isclose, log10
from typing import NamedTuple

from quiz.deck import Card
from quiz.study.amounts import Amount, amounts, known_words, plain, unit_named
from quiz.study.dates import Day, date_of
from quiz.study.outcome import Judgement
from quiz.study.spelling import distance, folded, other_word, slips, words

_TRUE = frozenset({"vrai", "v", "oui", "o", "true", "t", "yes", "y"})
_FALSE = frozenset({"faux", "f", "non", "n", "false", "no"})
_RANK = {"wrong": 0, "near": 1, "right": 2}
_PARTICLES = frozenset(
    {"de", "du", "des", "d", "la", "le", "van", "von", "der", "den", "ben", "bin", "al", "el", "da", "di", "dos"}
)
_ROLES = frozenset(
    word
    for line in (
        "adjoint adjointe ancien ancienne ambassadeur ambassadrice avocat avocate capitaine chancelier chanceliere",
        "chef cheffe chercheur chercheuse colonel commandant commissaire depute deputee directeur directrice",
        "economiste entraineur entraineuse ex general generale gouverneur gouverneure historien historienne juge maire",
        "maitre ministre pape premier premiere president presidente prince princesse pr procureur procureure prof",
        "professeur professeure reine roi secretaire selectionneur selectionneuse senateur senatrice sir vice",
        "doctor former general governor judge mayor minister pope president prime prince princess professor senator",
    )
    for word in line.split()
)
"""What a person may be called before the name, folded."""
_LEGAL = frozenset(
    {"ag", "bv", "co", "corp", "corporation", "gmbh", "inc", "incorporated", "limited", "llc", "ltd", "nv", "plc", "sa",
     "sarl", "sas", "se", "spa"}
)  # fmt: skip
_GENERIC = frozenset(
    {"compagnie", "company", "constructeur", "editeur", "entreprise", "firme", "group", "groupe", "holding", "marque",
     "operateur", "societe"}
)  # fmt: skip
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_MINUS = re.compile(r"\s*(?:[-−–]|moins\b|minus\b)\s*\d", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*(?:l['’]|(?:la|le|les|une?|the|an?)\s)", re.IGNORECASE)
_MILLIONS = re.compile(r"(?<=\d)\s?M\b")
"""110M, in capitals: a small m is a metre."""
_REFUSING = frozenset({"ou", "or", "et", "and", "pas", "not", "ni", "sans"})
_NAMED_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_ROUNDED = 0.025
"""How far from the truth a rounded figure may be and still be nearly right."""
_NOUN_WORDS = 3
_SCALES = (1, 1e3, 1e6, 1e9, 1e12)


class Verdict(NamedTuple):
    """`matched` is the expected answer that was met, "" where none was. `note` says what was forgiven in a right
    answer ("accents", "form" for a word as the sentence has it, "part" for a surname alone), or why it is only near
    ("accents", "spelling", "rounded", "unit", "part", "article"), or what was wrong about a wrong one ("unit",
    "scale"); "" where there is nothing to say."""

    judgement: Judgement
    matched: str = ""
    note: str = ""


WRONG = Verdict("wrong")


def judge(card: Card, typed: str) -> Verdict:
    """The best that can be said of what was typed, against every answer the card accepts, in French and in English.

    44, "44 %" and « quarante-quatre » are one answer; so are « deux minutes » and "120 s". A missing unit is fine, a
    wrong one is wrong. Accents and case are forgiven, but an accent that makes another word, a slip of the fingers, a
    rounded figure and a date without its year are near misses.
    """
    typed = " ".join(typed.split())
    if not any(char.isalnum() for char in typed):
        return WRONG
    if card.form == "true-false":
        return _truth(card, typed)
    if typed == card.answer.fr and card.kind != "vocabulary" and not card.choices:
        return Verdict("right", typed)  # to the letter, as most are: what follows would say the same
    if _MINUS.match(typed) and not any(_MINUS.match(expected) for expected, _ in _expected(card)):
        return WRONG  # -44 is not 44
    if _is_namesake(card, typed):
        return WRONG
    if _stands_in_text(card, typed) and not _wrong_article(card.answer.fr, typed):
        return Verdict("right", card.answer.fr, "form")
    best = WRONG
    for writing in dict.fromkeys((typed, _MILLIONS.sub(" millions", typed))):
        for expected, lang in _expected(card):
            if best.judgement == "right" and not best.note:
                break  # nothing better can be said
            verdict = _against(card, expected, lang, writing)
            if _worth(verdict) > _worth(best):
                best = verdict
    if best.judgement != "wrong" and _is_another_choice(card, typed):
        return WRONG
    if best.judgement == "right" and card.kind == "vocabulary" and _wrong_article(card.answer.fr, typed):
        return Verdict("near", best.matched, "article")
    return best


def _stands_in_text(card: Card, typed: str) -> bool:
    """Whether a word of vocabulary was typed as the sentence has it, with an article or without: « les outils », where
    the answer is « un outil »; « lancée » where it is « lancer ». It proves the word as well as its dictionary form."""
    written = str((card.fact or {}).get("written") or "") if card.kind == "vocabulary" else ""
    if not written or folded(written) == folded(_ARTICLE.sub("", card.answer.fr)):
        return False
    bare = words(_ARTICLE.sub("", typed))
    return bool(bare) and bare == words(_ARTICLE.sub("", written)) and _french_is_wanted(card)


def _french_is_wanted(card: Card) -> bool:
    """Whether the answer is the French word: its article aside, it is what the dictionary has."""
    lemma = str((card.fact or {}).get("lemma") or "")
    return bool(lemma) and folded(_ARTICLE.sub("", card.answer.fr)) == folded(lemma)


_GENDER = {"un": "m", "le": "m", "une": "f", "la": "f"}


def _wrong_article(expected: str, typed: str) -> bool:
    """Whether a noun was typed with the article of the other gender: « un grève » for « une grève »."""
    wanted, given = (_GENDER.get(text.casefold().partition(" ")[0]) for text in (expected, typed))
    return wanted is not None and given is not None and wanted != given


def _worth(verdict: Verdict) -> tuple[int, bool]:
    """Right before near before wrong; without reserve before with one, but a wrong answer rather with its reason."""
    return _RANK[verdict.judgement], bool(verdict.note) == (verdict.judgement == "wrong")


def _against(card: Card, expected: str, lang: str, typed: str) -> Verdict:
    """The verdict against one expected answer: by its meaning where it has one, else by its letters."""
    if "".join(words(expected)) == "".join(words(typed)):
        return Verdict("right", expected)
    day = date_of(expected)
    if day is not None:
        given_day = date_of(typed)
        return _of_dates(day, given_day, expected, card) if given_day else WRONG
    wanted = [amount for amount in amounts(expected, lang) if _is_value(card, amount)]
    if not wanted:
        return _of_words(card, expected, typed)
    best = WRONG
    for amount in amounts(typed):
        for expectation in _meant(card, wanted[0]):
            best = max(best, _of_amounts(expectation, amount, expected), key=_worth)
    if best.judgement != "right" and (mended := _mended(typed)):
        for amount in amounts(mended):
            for expectation in _meant(card, wanted[0]):
                if _of_amounts(expectation, amount, expected).judgement == "right":
                    return Verdict("near", expected, "spelling")
    return best


def _expected(card: Card) -> Iterator[tuple[str, str]]:
    yield card.answer.fr, "fr"
    for text in card.accept:
        yield text, "fr"
    if card.answer.en:
        yield card.answer.en, "en"


def _truth(card: Card, typed: str) -> Verdict:
    said = folded(typed)[-1:]
    key = card.answer.fr.casefold()
    right = said and (said[0] in _TRUE if key == "vrai" else said[0] in _FALSE)
    return Verdict("right", card.answer.fr) if right else WRONG


def _is_another_choice(card: Card, typed: str) -> bool:
    """Whether what was typed is, to the letter, one of the wrong choices."""
    return any(choice.fr != card.answer.fr and folded(choice.fr) == folded(typed) for choice in card.choices)


# Values


def _is_value(card: Card, amount: Amount) -> bool:
    """Whether an answer that can be read as an amount is meant as one: « 20th Century Fox » is not."""
    counted = len(amount.noun.split())
    return counted == 0 or (card.form in ("number", "cloze") and counted <= _NOUN_WORDS)


def _meant(card: Card, written: Amount) -> list[Amount]:
    """The expected amount with the unit and the scale that a cloze leaves in the question: « 44 » before « % », « 1,2 »
    before « milliard », where the fact knows them."""
    fact = card.fact or {}
    number, named = fact.get("number"), str(fact.get("unit") or "")
    low, high = number if isinstance(number, list) and len(number) == 2 else (number, number)
    if isinstance(low, bool) or not isinstance(low, int | float) or not isinstance(high, int | float):
        return [written]
    scale = low / written.low if written.low else 0.0
    if written.unit is not None or not any(isclose(scale, whole, rel_tol=1e-9) for whole in _SCALES):
        return [written]
    unit = unit_named(named)
    whole = replace(written, unit=unit, noun=written.noun or ("" if unit else plain(named)))
    return [whole, replace(whole, low=float(low), high=float(high))]


def _mended(typed: str) -> str:
    """What was typed with slips in its number words and units put right (quarente, minuttes), "" where there are
    none."""
    known = known_words()
    out = []
    for word in plain(typed).split():
        near: tuple[str, ...] = ()
        if len(word) > 3 and word.isalpha() and word not in known:
            near = tuple(other for other in known if len(other) > 3 and distance(word, other, 1) == 1)
        out.append(near[0] if near else word)
    mended = " ".join(out)
    return "" if mended == plain(typed) else mended


def _of_amounts(wanted: Amount, given: Amount, expected: str) -> Verdict:
    if wanted.bound * given.bound < 0:
        return WRONG
    same_unit = given.unit is None or wanted.unit is None or given.unit.dimension == wanted.unit.dimension
    if given.unit and wanted.unit and same_unit:
        judgement, note = _of_numbers(wanted.based, given.based, wanted, given)
    else:
        judgement, note = _of_numbers((wanted.low, wanted.high), (given.low, given.high), wanted, given)
        if judgement == "wrong" and given.unit is None and wanted.unit and wanted.unit.name == "part":  # 50, for a half
            percents = (100 * wanted.low, 100 * wanted.high)
            judgement, note = _of_numbers(percents, (given.low, given.high), wanted, given)
    if judgement == "wrong":
        short = given.unit is None and not given.noun and wanted.low >= 1e3 and wanted.low == wanted.high
        scale = wanted.low / given.low if short and given.low else 0.0
        return Verdict("wrong", "", "scale") if scale in _SCALES[1:] else WRONG
    counted = wanted.noun and not wanted.unit and given.unit and given.unit.dimension not in ("share", "rank")
    if not same_unit or counted or (given.per and wanted.per and given.per != wanted.per):
        return Verdict("wrong", "", "unit")
    if _other_noun(wanted, given):
        return Verdict("near", expected, "unit")
    return Verdict(judgement, expected, note)


def _of_numbers(
    wanted: tuple[float, float], given: tuple[float, float], written: Amount, typed: Amount
) -> tuple[Judgement, str]:
    def same(one: float, other: float) -> bool:
        return isclose(one, other, rel_tol=1e-6, abs_tol=1e-12)

    if same(wanted[0], given[0]) and same(wanted[1], given[1]):
        return "right", ""
    if given[0] != given[1]:
        return "wrong", ""
    if wanted[0] != wanted[1]:
        return ("near", "part") if wanted[0] <= given[0] <= wanted[1] else ("wrong", "")
    year = 1500 <= written.low <= 2100 and written.unit is None and float(written.low).is_integer()
    third = written.unit is not None and written.unit.name == "part"
    precise = (written.digits >= 3 and not year) or third
    close = wanted[0] and abs(given[0] - wanted[0]) <= _ROUNDED * abs(wanted[0])
    if precise and close and (third or same(given[0], _rounded(wanted[0], max(2, typed.digits)))):
        return "near", "rounded"
    return "wrong", ""


def _rounded(value: float, digits: int) -> float:
    """The value to so many significant digits."""
    return round(value, digits - 1 - floor(log10(abs(value)))) if value else 0.0


def _other_noun(wanted: Amount, given: Amount) -> bool:
    """Whether two counts name things that are not written alike (300 emplois, 300 voitures), or a measure is called by
    a word that is no unit."""
    if given.unit is not None or not given.noun:
        return False
    if wanted.noun:
        one, other = (noun.split()[0].rstrip("sx") for noun in (wanted.noun, given.noun))
        return distance(one, other, 2) > slips(len(one))
    return wanted.unit is not None


def _of_dates(wanted: Day, given: Day, expected: str, card: Card) -> Verdict:
    """A date with all that is expected is right; one part less or more is nearly right."""
    if wanted == given:
        return Verdict("right", expected)
    pairs = ((wanted.day, given.day), (wanted.month, given.month), (wanted.year, given.year))
    if any(one is not None and other is not None and one != other for one, other in pairs):
        return WRONG
    lacking = [name for name, one, other in zip("dmy", *zip(*pairs, strict=True), strict=True) if one != other]
    if lacking == ["y"] and given.year is None and _NAMED_YEAR.search(card.question.fr):
        return Verdict("right", expected)
    return Verdict("near", expected, "part") if len(lacking) == 1 else WRONG


# Words


def _of_words(card: Card, expected: str, typed: str) -> Verdict:
    wanted, given = words(expected), words(typed)
    bare, shown = folded(expected), folded(typed)
    if "".join(bare) == "".join(shown):
        if other_word(expected, typed):
            return Verdict("near", expected, "accents")
        return Verdict("right", expected, "" if "".join(wanted) == "".join(given) else "accents")
    if re.findall(r"\d+", "".join(bare)) != re.findall(r"\d+", "".join(shown)):
        return WRONG  # a figure is never a slip of the fingers: Veo 2 is not Veo 3
    if len(bare) > 1 and sorted(bare) == sorted(shown):
        return Verdict("right", expected)
    if _is_same_body(expected, typed):
        return Verdict("right", expected)
    person = _asks_who(card)
    if person and len(shown) > len(bare) and shown[-len(bare) :] == bare and _ROLES.issuperset(shown[: -len(bare)]):
        return Verdict("right", expected)
    surname = _of_surname(expected, bare, shown) if person and len(bare) > 1 else None
    return surname or _of_slips(expected, bare, shown) or _of_parts(expected, bare, shown) or WRONG


def _asks_who(card: Card) -> bool:
    """Whether the answer is likely a person: the speaker of a quotation, or who a question that begins so asks for."""
    return card.kind == "quote" or folded(card.question.fr)[:1] == ["qui"]


def _is_namesake(card: Card, typed: str) -> bool:
    """Whether another first name, or another initial, stands before the right surname: Marc Fabre for Odile Fabre."""
    bare, shown = folded(card.answer.fr), folded(typed)
    if not _asks_who(card) or len(bare) < 2 or len(shown) < 2 or shown[-1] != bare[-1] or set(bare) <= set(shown):
        return False
    if _ARTICLE.match(typed):  # « la chanteuse Fabre » names nobody else
        return False
    known = {word for expected, _ in _expected(card) for word in folded(expected)} | _ROLES | _PARTICLES
    initials = {word[0] for word in bare}

    def strange(word: str) -> bool:
        slip = any(distance(word, other, 2) <= slips(len(other)) for other in bare)
        return word not in known and word not in initials and word != "".join(o[0] for o in bare[:-1]) and not slip

    return any(map(strange, shown[:-1]))


def _is_same_body(expected: str, typed: str) -> bool:
    """Whether two writings name one organisation, its legal form and what it is in general aside: « la société Valve »,
    « Valve Corp. », "Valve Corporation"."""
    one, other = _body(expected), _body(typed)
    loose = one[1] <= other[1] or other[1] <= one[1]
    return one[0] == other[0] and loose and len("".join(one[0])) > 2 and "".join(one[0]).isalpha()


def _body(text: str) -> tuple[list[str], frozenset[str]]:
    """An organisation's name without its legal form and the general nouns at its ends, and these nouns."""
    found = folded(_INITIALS.sub(lambda letters: letters[0].replace(".", ""), text))
    while len(found) > 1 and found[-1] in _LEGAL:
        del found[-1]
    general = set()
    while len(found) > 1 and found[0] in _GENERIC:
        general.add(found.pop(0))
    while len(found) > 1 and found[-1] in _GENERIC:
        general.add(found.pop())
    return found, frozenset(general)


def _of_surname(expected: str, bare: Sequence[str], shown: Sequence[str]) -> Verdict | None:
    """A speaker's surname is enough, with its particle or without, with an initial; a first name alone is not quite."""
    tails = [list(bare[start:]) for start in range(1, len(bare))]
    tails = [tail for tail in tails if len("".join(tail)) > 2 and tail[-1] not in _PARTICLES]
    while len(shown) > 1 and shown[0] in _ROLES and shown[0] not in bare:
        shown = shown[1:]
    for tail in tails:
        initials = "".join(word[0] for word in bare[: -len(tail)])  # J.-L. or JL for Jean-Luc
        if "".join(shown[: -len(tail)]) == initials and list(shown[-len(tail) :]) == tail:
            return Verdict("right", expected, "part")
        if list(shown) in (tail, [bare[0][0], *tail]):
            return Verdict("right", expected, "part")
    if list(shown) == [bare[0]]:
        return Verdict("near", expected, "part")
    return next((slip for tail in tails if (slip := _of_slips(expected, tail, shown))), None)


def _of_parts(expected: str, bare: Sequence[str], shown: Sequence[str]) -> Verdict | None:
    """A name cut short after its beginning, or with a word or two too many, is nearly right; two answers are none."""
    if set(shown) < set(bare) and bare[0] in shown and 3 * len("".join(shown)) >= len("".join(bare)):
        return Verdict("near", expected, "part")
    extra = [word for word in shown if word not in bare]
    if set(bare) < set(shown) and len(extra) <= _NOUN_WORDS and not _REFUSING & set(extra):
        return Verdict("near", expected, "part")
    return None


def _of_slips(expected: str, bare: Sequence[str], shown: Sequence[str]) -> Verdict | None:
    """A few wrong letters in a longer word."""
    one, other = "".join(bare), "".join(shown)
    allowed = slips(len(one))
    if allowed and distance(one, other, allowed) <= allowed:
        return Verdict("near", expected, "spelling")
    return None
