"""Every quantity of a text, found from the text alone: what is written, what it is worth, how it is bent and what unit
it has. Refuses to know what a quantity measures or whether it is worth asking: that takes the sentence's structure.

The text is cut into tokens once; at each token the readers are tried in order and the first that understands takes its
tokens. Nothing looks further than a bounded number of tokens, so the time is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from quiz.articles.article import Span
from quiz.facts.dates import DAYS, MONTHS, read_clock, read_composite, read_date
from quiz.facts.fact import Bound, Dimension, Quantity
from quiz.facts.number_labels import read_code, read_label, read_phone, read_rate, read_score
from quiz.facts.number_phrases import (
    Phrase,
    read_collective,
    read_factor,
    read_money_prefix,
    read_out_of,
    read_pair,
    read_share,
    read_signed,
    read_simple,
)
from quiz.facts.numerals import (
    FRACTION_WORDS,
    NUMBER_WORDS,
    ORDINAL_WORDS,
    SCALES,
    Token,
    read_ordinal,
    tokens_of,
)
from quiz.facts.units import hedge_after, hedge_before
from quiz.facts.value_words import words

Reader = Callable[[Sequence[Token], int], "list[Phrase] | None"]


def _date(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    found = read_date(tokens, i)
    if found is None:
        return None
    bound: Bound = "exact" if found.low == found.high else "range"
    return [Phrase(found.first, found.stop, found.low, found.high, bound, "date", "date")]


def _composite(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    found = read_composite(tokens, i)
    if found is None:
        return None
    return [Phrase(found.first, found.stop, found.seconds, found.seconds, "exact", "duration", "second")]


def _clock(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    found = read_clock(tokens, i)
    if found is None:
        return None
    dimension: Dimension = "time" if found.of_day else "duration"
    return [Phrase(found.first, found.stop, found.seconds, found.seconds, "exact", dimension, "second")]


def _rank(tokens: Sequence[Token], i: int) -> list[Phrase] | None:
    found = read_ordinal(tokens, i)
    if found is None:
        return None
    return [Phrase(i, found.stop, found.value, found.value, "exact", "rank", "rank", digits=found.digits)]


_READERS: tuple[Reader, ...] = (
    read_phone,
    read_label,
    _date,
    _composite,
    read_score,
    read_code,
    _clock,
    read_signed,
    read_money_prefix,
    read_out_of,
    read_share,
    read_collective,
    _rank,
    read_factor,
    read_pair,
    read_simple,
)


@lru_cache(512)  # the families of facts each ask for those of a sentence
def find_quantities(text: str, start: int = 0, end: int | None = None, source: str = "") -> tuple[Quantity, ...]:
    """Every quantity of `text[start:end]`, in order, none inside another; offsets are into `text`.

    Percentages, fractions, ratios, money, counts, durations, dates, times of day, ages, ranks, scores, factors, signed
    changes, ranges and measures, in figures or words. Vague ones ("des milliers") are marked, numbers that only name
    ("article 49", phone numbers) have the role "label". Takes time linear in the text; raises nothing.
    """
    tokens = tokens_of(text, start, end)
    out: list[Quantity] = []
    i, free = 0, 0
    while i < len(tokens):
        if not _may_start(tokens, i):
            i += 1
            continue
        for reader in _READERS:
            phrases = reader(tokens, i)
            if phrases:
                made = [_quantity(text, tokens, phrase, free, source) for phrase in phrases]
                out.extend(made)
                i = max(p.stop for p in phrases)
                while i < len(tokens) and tokens[i].start < made[-1].outer[1]:
                    i += 1
                free = i
                break
        else:
            i += 1
    return tuple(out)


_STARTS = frozenset(
    {
        *NUMBER_WORDS,
        *SCALES,
        *MONTHS,
        *DAYS,
        "année",
        "années",
        "centaines",
        "dizaines",
        "moins",
        "us",
        "eur",
        "usd",
        "gbp",
        "chf",
        "ca",
    }
)
_ARTICLES = frozenset({"la", "le", "les", "leur", "sa", "de", "du", "entre"})


def _may_start(tokens: Sequence[Token], i: int) -> bool:
    """Whether any reader could understand something from token `i` on: most words need not be tried."""
    token = tokens[i]
    if token.kind == "sign" and token.text in "-–":  # nearly all stand within a word
        return i + 1 < len(tokens) and tokens[i + 1].kind == "num"
    if token.kind != "word":
        return token.kind == "num" or token.text in "$€£¥₹+½⅓⅔¼¾"
    word = token.lower
    if word in _ARTICLES and i + 1 < len(tokens):
        after = tokens[i + 1]
        opens_span = (
            after.kind == "num" or after.lower in MONTHS or after.lower in DAYS or after.lower in ("le", "premier")
        )
        return opens_span or after.lower in NUMBER_WORDS or after.lower in FRACTION_WORDS
    return word in _STARTS or word in ORDINAL_WORDS


def _quantity(text: str, tokens: Sequence[Token], phrase: Phrase, free: int, source: str) -> Quantity:
    """The phrase as a quantity, with the hedges around it (never reaching back before token `free`), rate and age."""
    first, stop = phrase.first, phrase.stop
    start, end = tokens[first].start, tokens[stop - 1].end
    bound, hedge, outer_start, outer_end = phrase.bound, "", start, end
    hedged = first
    before = hedge_before(tokens, first)
    if (
        before is not None
        and before[1] >= free
        and phrase.dimension not in ("time", "score")
        and phrase.role != "label"
    ):
        wording = tokens[before[1]].lower
        added = before[1] > 0 and tokens[before[1] - 1].lower == "en" and wording == "plus"
        if not added and not (
            phrase.dimension == "rank" or (phrase.dimension == "date" and wording in ("plus", "moins", "quelque"))
        ):
            hedged, outer_start = before[1], tokens[before[1]].start
            hedge = text[outer_start:start].strip()
            bound = bound if bound == "range" else before[0]
    rate = ""
    if phrase.dimension not in ("date", "time", "rank", "score"):
        rate, _ = read_rate(text, tokens, stop)
        after = hedge_after(tokens, stop)
        if after is not None and not hedge:
            outer_end = tokens[after[1] - 1].end
            hedge = text[tokens[stop].start : outer_end]
            bound = bound if bound == "range" else after[0]
    dimension = phrase.dimension
    if dimension == "duration" and phrase.unit == "year" and _is_age(tokens, hedged, stop, phrase):
        dimension = "age"
    return Quantity(
        span=Span(source, start, end, text[start:end]),
        text=text[start:end],
        low=phrase.low,
        high=phrase.high,
        bound=bound,
        dimension=dimension,
        unit=phrase.unit,
        hedge=hedge,
        rate=rate,
        role=phrase.role,
        digits=phrase.digits,
        vague=phrase.vague,
        outer=(outer_start, outer_end),
    )


_PEOPLE = words("age_people")
_HAVE = words("having")
_DIE = words("dying")


def _is_age(tokens: Sequence[Token], first: int, stop: int, phrase: Phrase) -> bool:
    """« âgé de 27 ans », « à l'âge de 18 ans », « Untel, 25 ans, », « il avait 80 ans », « un homme de 30 ans »."""
    if phrase.high > 125:
        return False

    def word(k: int) -> str:
        return tokens[k].lower if 0 <= k < len(tokens) else ""

    after = word(stop)
    before = first - 1
    if word(before) == "'" and word(before - 1) in ("d", "qu"):
        before -= 1
    if word(before) in ("de", "d"):
        noun = word(before - 1)
        return noun in ("âgé", "âgée", "âgés", "âgées", "âge") or noun in _PEOPLE
    if word(before) in ("et", "ou"):
        return any(word(k) in ("âgés", "âgées") for k in range(max(0, before - 4), before))
    if word(before) in (",", "(") and after in (",", ")", ".", "et", ";", "", "»"):
        name = tokens[before - 1] if before > 0 else None
        return name is not None and ((name.kind == "word" and name.text[0].isupper()) or name.text in '»"”')
    if word(before - 2) == "aujourd" and word(before) == "hui":
        before -= 3  # « a aujourd'hui 91 ans »
    elif word(before) in ("désormais", "maintenant", "alors", "déjà") and word(before - 1) in _HAVE:
        before -= 1
    if word(before) == "a" and word(before - 1) == "y":
        return False
    if word(before) in _HAVE and after not in ("de", "d", "d'", "pour", "après", "avant", "plus", "que"):
        return True
    if word(before) == "à" and after not in ("de", "d"):
        return any(word(k) in _DIE for k in range(max(0, before - 5), before))
    return False
