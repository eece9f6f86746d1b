"""Numbers of matches and numbers that only name: scores, labels, telephone numbers; and the rate after a number.

Each reader looks at a bounded number of tokens from `i` on and returns the phrases it understands or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.number_phrases import Phrase, after_de, word_at
from quiz.facts.numerals import SCALES, SHORT_SCALES, Number, Token, glued, read_plain_number, value_of_digits
from quiz.facts.units import read_unit
from quiz.facts.value_words import stems, words


def read_score(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """« 3-1 », « 6-4 7-5 », « 102-98 »; « trois buts à un », « (2 à 0) ». A range of years or ages is none."""
    stop = _set_score(tokens, i)
    if stop is None:
        return _spoken_score(tokens, i)
    low, high = float(tokens[i].text), float(tokens[i + 2].text)
    while True:
        at = stop + 1 if word_at(tokens, stop) in (",", "et", "puis", "/") else stop
        more = _set_score(tokens, at) if at < len(tokens) else None
        if more is None:
            break
        stop = more
    follows = tokens[stop] if stop < len(tokens) else None
    if follows is not None and (read_unit(tokens, stop) is not None or (follows.text in "-/%" and glued(tokens, stop))):
        return None
    if (
        follows is not None
        and follows.kind == "word"
        and follows.lower not in _AFTER_SCORE
        and low < high
        and not _scoring(tokens, i)
    ):
        return None
    if not _scoring(tokens, i) and not (follows is None or follows.lower in _AFTER_SCORE or follows.kind == "sign"):
        return None
    return [Phrase(i, stop, low, high, "exact", "score", "score")]


_AFTER_SCORE = words("after_score")
_SCORING = stems("scoring_stems")


def _scoring(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of matches stands within ten tokens of the number."""
    near = (*range(max(0, i - 10), i), *range(i, min(len(tokens), i + 10)))
    return any(tokens[k].lower.startswith(_SCORING) for k in near)


def _set_score(tokens: Sequence[Token], i: int) -> int | None:
    if (
        i + 2 >= len(tokens)
        or tokens[i].kind != "num"
        or tokens[i + 2].kind != "num"
        or tokens[i + 1].text not in ("-", "–")
    ):
        return None
    a, b = tokens[i].text, tokens[i + 2].text
    if not (a.isdigit() and b.isdigit() and len(a) <= 3 and len(b) <= 3) or (len(a) > 1 and a[0] == "0"):
        return None
    if (glued(tokens, i) and tokens[i - 1].text in "-/.–") or (glued(tokens, i + 1) != glued(tokens, i + 2)):
        return None
    if glued(tokens, i) and tokens[i - 1].kind == "word":
        return None
    stop = i + 3
    if stop < len(tokens) and glued(tokens, stop) and tokens[stop].kind == "word":
        return None
    if (
        stop + 2 < len(tokens)
        and tokens[stop].text == "("
        and tokens[stop + 1].kind == "num"
        and tokens[stop + 2].text == ")"
    ):
        return stop + 3  # 7-6 (5)
    return stop


def _spoken_score(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """« 2 à 0 », « trois buts à un », « deux sets à zéro »: only with a word of matches beside it."""
    first = read_plain_number(tokens, i)
    if first is None or first.value > 150:
        if tokens[i].lower not in ("un", "une"):
            return None
        first = Number(1.0, i, i + 1, False)
    j = first.stop
    noun = word_at(tokens, j) in ("but", "buts", "set", "sets", "point", "points", "manche", "manches", "victoires")
    j += 1 if noun else 0
    if word_at(tokens, j) != "à" or j + 1 >= len(tokens):
        return None
    second = read_plain_number(tokens, j + 1)
    if second is None or (
        second.stop < len(tokens)
        and (read_unit(tokens, second.stop) is not None or word_at(tokens, second.stop) in SCALES)
    ):
        return None
    if second.value > first.value and not noun and word_at(tokens, i - 1) in ("de", "entre"):
        return None
    follows = tokens[second.stop] if second.stop < len(tokens) else None
    if not noun and (
        (follows is not None and follows.kind == "word" and follows.lower not in _AFTER_SCORE)
        or not _scoring(tokens, i)
    ):
        return None
    return [Phrase(i, second.stop, first.value, second.value, "exact", "score", "score", digits=first.digits)]


_NAMING = words("naming")


def read_label(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """A number that only names: « article 49 », « n° 10 », « Apollo 11 », « Covid-19 », « 11-Septembre », « 3D »."""
    token = tokens[i]
    if token.kind != "num":
        number = read_plain_number(tokens, i) if word_at(tokens, i - 1) in ("numéro", "numéros") else None
        if number is None:
            return None
        return [Phrase(i, number.stop, number.value, number.value, "exact", "other", None, "label", digits=False)]
    hyphen = (
        i > 1
        and tokens[i - 1].text in "-_/"
        and glued(tokens, i)
        and glued(tokens, i - 1)
        and tokens[i - 2].kind == "word"
    )
    joined = i > 0 and glued(tokens, i) and tokens[i - 1].kind == "word"
    at = i + 1
    code = at < len(tokens) and glued(tokens, at) and tokens[at].kind == "word" and _is_code(tokens, i)
    tail = (
        at + 1 < len(tokens)
        and tokens[at].text == "-"
        and glued(tokens, at)
        and glued(tokens, at + 1)
        and tokens[at + 1].kind == "word"
    )
    typed = (
        at + 2 < len(tokens)
        and tokens[at].text == "-"
        and glued(tokens, at)
        and glued(tokens, at + 1)
        and tokens[at + 1].kind == "num"
        and glued(tokens, at + 2)
        and tokens[at + 2].kind == "word"
        and read_unit(tokens, at + 2) is None
        and tokens[at + 2].lower not in words("code_exempt")
    )
    catalogued = (  # 2014 UZ224: a body in a catalogue
        at + 1 < len(tokens) and tokens[at].text.isupper() and tokens[at + 1].kind == "num" and glued(tokens, at + 1)
    )
    before = word_at(tokens, i - 1)
    if before in ("°", "º", ".") and word_at(tokens, i - 2) in ("n", "art"):
        before = "n"
    naming = before in _NAMING and token.text.isdigit() and read_unit(tokens, at if at < len(tokens) else i) is None
    if (
        naming
        and before in ("zone", "groupe", "station", "section", "puits", "taille")
        and at < len(tokens)
        and tokens[at].kind == "word"
    ):
        naming = False
    street = (
        at < len(tokens) and tokens[at].lower in words("street_nouns") and token.text.isdigit() and len(token.text) < 4
    )
    if not (hyphen or joined or code or tail or naming or typed or catalogued or street):
        return None
    return [
        Phrase(
            i,
            i + 4 if typed else i + 1,
            value_of_digits(token.text),
            value_of_digits(token.text),
            "exact",
            "other",
            None,
            "label",
        )
    ]


def _is_code(tokens: Sequence[Token], i: int) -> bool:
    """Letters glued to a number that make no unit, rank, scale or time: 3D, 5G, 2C."""
    word = tokens[i + 1].text
    if word.lower() in words("code_exempt"):
        return False
    if word in SHORT_SCALES and i + 2 < len(tokens):
        money = read_unit(tokens, after_de(tokens, i + 2))
        return money is None or money[0].dimension != "money"
    return word.lower() not in SCALES and read_unit(tokens, i + 1) is None


def read_code(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """« 25, 6 »: a decimal comma typed with a space after it, among percentages."""
    if (
        i + 2 >= len(tokens)
        or tokens[i + 1].text != ","
        or not glued(tokens, i + 1)
        or tokens[i].kind != "num"
        or tokens[i + 2].kind != "num"
    ):
        return None
    whole, part = tokens[i].text, tokens[i + 2].text
    if not (whole.isdigit() and part.isdigit() and len(whole) <= 3 and len(part) <= 2):
        return None
    unit = read_unit(tokens, i + 3) if i + 3 < len(tokens) else None
    value = float(f"{whole}.{part}")
    if unit is not None and unit[0].dimension == "share":
        return [Phrase(i, unit[1], value, value, "exact", "share", unit[0].name)]
    compared = word_at(tokens, i - 1) == "contre" and word_at(tokens, i + 3) in (
        "pour",
        "en",
        "à",
        "dans",
        "chez",
        "au",
    )
    if compared and any(tokens[k].text == "%" for k in range(max(0, i - 30), min(len(tokens), i + 12))):
        return [Phrase(i, i + 3, value, value, "exact", "share", "percent")]
    return None


def read_phone(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    """« 01 23 45 67 89 », « +33 1 23 45 67 89 »: four pairs of figures and more are a telephone number; so are single
    figures with hyphens, three and more (« le 8-1-1 »), or the lines of a team (« en 4-3-3 »)."""
    if (single := _single_figures(tokens, i)) is not None:
        return [Phrase(i, single, 0, 0, "exact", "other", None, "label")]
    j, pairs = i, 0
    while j < len(tokens) and pairs < 12:
        token = tokens[j]
        if token.kind == "num" and token.text.replace(".", "").isdigit() and len(token.text) in (2, 5):
            pairs += 1 if len(token.text) == 2 else 2
        elif not (pairs and token.text in ".-" and glued(tokens, j)):
            break
        j += 1
    if pairs < 4:
        return None
    return [Phrase(i, j, 0, 0, "exact", "other", None, "label")]


def _single_figures(tokens: Sequence[Token], i: int) -> int | None:
    """Where « 8-1-1 » that begins at `i` ends, None where there are not three figures."""
    j, found = i, 0
    while j < len(tokens) and tokens[j].kind == "num" and len(tokens[j].text) == 1 and tokens[j].text.isdigit():
        found, j = found + 1, j + 1
        if j + 1 < len(tokens) and tokens[j].text == "-" and glued(tokens, j) and glued(tokens, j + 1):
            j += 1
        else:
            break
    return j if found > _PAIR and tokens[j - 1].kind == "num" else None


_PAIR = 2
"""« 3-1 » is a score."""
_PER = words("rate_nouns")


def read_rate(text: str, tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """What a number is measured against, after it: « par an », « /jour », « le baril »; or ""."""
    j = i
    if word_at(tokens, j) in ("par", "/", "chaque") and word_at(tokens, j + 1) in _PER:
        stop = j + 2
        if word_at(tokens, stop) in ("carré", "carrés", "cube"):
            stop += 1
    elif word_at(tokens, j) in ("le", "la") and word_at(tokens, j + 1) in words("rate_nouns_le"):
        stop = j + 2
    elif (
        word_at(tokens, j) == "l" and word_at(tokens, j + 1) == "'" and word_at(tokens, j + 2) in words("rate_nouns_l")
    ):
        stop = j + 3
    else:
        return "", i
    return text[tokens[j].start : tokens[stop - 1].end], stop
