"""The fallback questions, made of the article's own sentence: a figure left out, or a statement to judge.

Only sentences that pass the gates become one; here they are cut to the sentence that holds the figure, freed of what
ties it to the sentence before, and given their blank or their wrong figure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.cloze_worth import (
    bare_opening,
    can_be_typed,
    clearly_other,
    in_the_main_clause,
    matters,
    rounded_above,
    sound,
)
from quiz.authoring.dice import chance
from quiz.authoring.figures import Numeral, in_its_place, in_words, near, numeral_of
from quiz.authoring.french import MONTHS, NBSP, capitalised
from quiz.authoring.lightening import lightened, trimmed
from quiz.authoring.lists import phrases
from quiz.authoring.race_times import near_times
from quiz.authoring.stat_dates import on_the_day, with_the_year, with_today, with_years
from quiz.authoring.stat_events import once_placed, with_bilan, with_country
from quiz.deck import BLANK, TRUE_FALSE, Bilingual
from quiz.facts.fact import Fact, Specification, Statistic
from quiz.facts.within import stands_in

TRUE, FALSE = TRUE_FALSE
_SENTENCE = re.compile(r"(?<=[.!?…])(?<!\b[A-ZÀ-Þ]\.)(?<!\bM\.)(?<!\bMme\.)\s+(?=[A-ZÀ-Þ«“\"0-9])")
_NOTE = re.compile(r"\[\d{1,3}\]|\[note \d+\]")


def statement(fact: Fact) -> tuple[str, int] | None:
    """The sentence of the evidence that holds the answer, fit to stand alone, and the answer's place in it.

    Leading connectors go (« Cependant, »), note marks too; None for a question, a cut quotation, or a fragment.
    """
    text = fact.evidence.text
    at = fact.answer.start - fact.evidence.start
    start = 0
    for match in _SENTENCE.finditer(text):
        if match.end() <= at:
            start = match.end()
        else:
            text = text[: match.start()]
            break
    said, at = text[start:], at - start
    if at < 0 or "\n" in said.strip() or said.rstrip()[-1:] in "?:;,":
        return None
    for mark in _NOTE.finditer(said):
        if mark.end() <= at:
            at -= len(mark.group())
    said = _NOTE.sub("", said)
    while lead := _tied(said):
        said, at = capitalised(said[lead:]), at - lead
    said = capitalised(said)
    if at < 0 or said.count("«") != said.count("»") or said.count("“") != said.count("”") or said.count('"') % 2:
        return None
    if not re.match(r"[A-ZÀ-Þ0-9«]", said):
        return None
    said = said.rstrip()
    if said[-1:] not in ".!…»":
        said += "."
    return _closed(said, at)


def _closed(said: str, at: int) -> tuple[str, int]:
    """The statement without the spaces some pages leave before a comma or full stop (« le Mexique , le Chili . »)."""
    for match in reversed(list(re.finditer(r"(?<=[\w%€°]) +(?=[,.](?:\s|$))|(?<=\b[dlDL]['’]) +(?=\w)", said))):
        said = said[: match.start()] + said[match.end() :]
        if match.end() <= at:
            at -= match.end() - match.start()
    return said, at


@cache
def _connector() -> re.Pattern[str]:
    known = "|".join(map(re.escape, sorted(phrases("connectors"), reverse=True)))
    return re.compile(rf"(?:{known})\s*,\s+", re.IGNORECASE)


def _tied(said: str) -> int:
    """How many characters at the start only tie the sentence to the one before: « Cependant, », « De leur côté, »."""
    match = _connector().match(said.replace("’", "'"))
    if match:
        return match.end()
    match = re.match(
        r"(?:(?:mais |et )?voilà,|mais|or|car|et|puis"
        r"|(?:et )?ce n['’]est pas tout,|rapidement,|(?:tout )?d['’]abord,|ensuite,|enfin,|déjà,?"
        r"|ainsi et à titre d['’]exemple,?|à titre d['’]exemple,?)\s+(?=[a-zà-ÿA-ZÀ-Þ])",
        said,
        re.IGNORECASE,
    )
    return match.end() if match else 0


def clozes(fact: Fact, article: Article | None = None) -> list[Candidate]:
    """A cloze on the fact's figure and, where another figure could stand there, a true-false.

    Only of a sound sentence that leans on no other one, and only of a figure that it tells for its own sake.
    """
    if not isinstance(fact, Statistic | Specification) or fact.quantity is None:
        return []
    quantity = fact.quantity
    if quantity.dimension in ("date", "time", "rank", "score", "resolution") or spoilt(fact):
        return []
    made = statement(fact)
    if made is None:
        return []
    said, at = _restated(*made, fact)
    title, day = (article.title, article.date) if article is not None else (None, None)
    start = said.find(quantity.text, max(0, at - 2))
    numeral = numeral_of(quantity.text)
    if start >= 0 and numeral is None and quantity.dimension == "count":
        return _collective(fact, said, start, article)
    if start < 0 or numeral is None or quantity.bound == "range" or re.search(r"\d $|[-–−]$", said[:start]):
        return []
    before, after = lightened(said[:start], trimmed(said[start + len(quantity.text) :], said))
    light = len(before) + len(after) < len(said) - len(quantity.text) - 8
    head = with_bilan(with_country(mended(before, opens=True), title), title)
    tail = with_country(mended(after), title)
    head, figure, tail = with_years(head, day), grouped(quantity.text), with_years(tail, day)
    head, tail = with_the_year(once_placed(f"{head}{_HOLE}{tail}"), day).split(_HOLE)
    numeral = numeral_of(figure) or numeral
    features = {
        "trimmed": float(light),
        "bare_opening": float(bare_opening(head + figure + tail, title or "")),
        "later_figure": float(numeral_of(head) is not None),
        "foretold": float(fact.modality == "forecast"),
    } | dict(fact.features)
    out = []
    several = quantity.dimension == "duration" and len(re.findall(r"\d+", figure)) > 1
    bracketed = head.count("(") > head.count(")")
    baseless = fact.features.get("inherited") and quantity.dimension == "share" and not re.search(r"%|pour cent", head)
    if baseless or re.search(r"respectivement", said):
        return []  # « Seuls 15 %, par contre, voient… »: of whom, the sentence before says
    clocked = near_times(figure, fact.evidence.text) if several else []
    if not in_the_main_clause(head, tail) or not matters(head, tail, quantity):
        return []
    if rounded_above(quantity, title or ""):
        return []
    if clocked and sound(head + figure + tail, fact.evidence.text, title or ""):
        # « 3 h 18 min 40 s » is one answer in three numbers
        return [_true_false(fact, head, figure, tail, clocked[0], True).with_features(**features, clocked=1.0)]
    if several:
        return []
    if day and "19" not in tail and with_today(head, day, opens=True) != head:
        head = with_today(head, day, opens=True)
    elif not re.search(r"\b(?:19|20)\d\d\b", head):
        tail = on_the_day(tail, day)
    if not sound(head + figure + tail, said, title or ""):
        return []
    if _HOUR_BY_HOUR.search(title or "") and not _DATED.search(head + tail):
        return []
    key, unit = figure[numeral.start : numeral.end], figure[numeral.end :]
    blank = head + figure[: numeral.start] + BLANK + (NBSP + unit if re.match(r"[%€$£a-zµ]", unit) else unit) + tail
    signed = re.search(r"[-–−+] ?_____", blank) is not None
    whole = said.count("[") == said.count("]") and not signed
    if (
        whole
        and can_be_typed(numeral, key)
        and not stands_in(key, blank, ",")
        and not (numeral.value <= 2 and quantity.dimension != "share" and not numeral.decimals)
    ):
        out.append(
            Candidate(
                fact=fact,
                form="cloze",
                construction="cloze-number",
                question=Bilingual(blank),
                answer=ruled(key, key if key.isdigit() else None),
                accept=spellings(key, numeral),
                focus=(fact.entity,) if fact.entity else (),
                hint=_opinion(fact),
                features=features,
            )
        )
    side = {"more-than": True, "at-least": True, "less-than": False, "at-most": False}.get(quantity.bound)
    seed = f"{fact.evidence.source}/{fact.evidence.text}/{quantity.text}"
    others = clearly_other(quantity, head, chance(seed, 2))
    wrong = [  # « au moins 100 » is no less true of 50
        other
        for other in (near(quantity, seed, upward=side) if others is None else others)
        if ((it := numeral_of(other)) is None or other[it.start : it.end] not in said)
        and in_its_place(quantity, other, f"{head} … {tail}")
    ]
    since = re.search(r"\b(?:depuis|pendant|après|dans) (?:\w+ )?$", head) is not None
    known = (
        fact.features.get("in_title")
        or fact.features.get("title_figure")
        or quantity.role in ("from", "to", "part", "whole")
        or bracketed
        or _FROM_TO.search(head)
    )
    wrong = [other for other in wrong if not _by_one(other, numeral.value)]
    if whole and wrong and not known and not since and not (numeral.digits is False and numeral.value <= 5):
        first = numeral_of(head) is None
        other = _apart(wrong, numeral.value) if others is None else wrong[0]
        judged = _true_false(fact, head, figure, tail, grouped(other), first).with_features(**features)
        judged = replace(judged, hint=_opinion(fact))
        decided = quantity.dimension == "share" and _DECIDED.search(said) is not None
        out += [judged] if not (decided and judged.answer == FALSE) else []
    return out


_DATED = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:1er|\d{{1,2}}) (?:{'|'.join(MONTHS)})\b")
_HOUR_BY_HOUR = re.compile(
    r"\b(?:[Cc]hronologie|[Ee]n direct|(?:[Mm]inute|[Hh]eure) par (?:minute|heure)|[Ff]il du jour)\b"
)
"""Titles of a list of moments, whose sentences tell neither day nor place."""


def _by_one(other: str, value: float) -> bool:
    """« dix survivants » of eleven: nobody would know better; of three or four, one more is much."""
    found = numeral_of(other)
    return found is not None and value > _A_FEW and abs(found.value - value) <= 1


_A_FEW = 5
_NEAR, _FAR = 0.25, 0.5


def _apart(wrong: list[str], value: float) -> str:
    """The wrong amount of a statement: rather a quarter to a half off than nearer, which is guessed, or farther, which
    nobody believes."""
    for other in wrong:
        found = numeral_of(other)
        if found is not None and value and _NEAR <= abs(found.value - value) / value <= _FAR:
            return other
    return wrong[0]


def _collective(fact: Statistic | Specification, said: str, start: int, article: Article | None) -> list[Candidate]:
    """A true-false on « une cinquantaine de noyers », which has no number to leave out."""
    quantity = fact.quantity
    found = _COLLECTIVE.match(quantity.text) if quantity is not None else None
    if (
        quantity is None
        or found is None
        or fact.features.get("title_figure")
        or re.search(r"\b(?:ou|à) $", said[:start])
    ):
        return []
    known = list(_COLLECTIVES)
    at = known.index(found["name"].lower())
    far = [name for i, name in enumerate(known) if i != at and not 0.7 < _COLLECTIVES[name] / quantity.low < 1.45]
    far = [name for name in far if 0.25 <= _COLLECTIVES[name] / quantity.low <= 4.0 and name not in said.lower()]
    side = {"more-than": True, "at-least": True, "less-than": False, "at-most": False}.get(quantity.bound)
    far = [name for name in far if side in (None, _COLLECTIVES[name] > quantity.low)]
    if not far or len(said[start + len(quantity.text) :].split()) < 2:
        return []
    title, day = (article.title, article.date) if article is not None else (None, None)
    before, after = lightened(said[:start], trimmed(said[start + len(quantity.text) :], said))
    head = with_years(with_bilan(with_country(mended(before, opens=True), title), title), day)
    tail = with_years(with_country(mended(after), title), day)
    head, tail = with_the_year(once_placed(f"{head}{_HOLE}{tail}"), day).split(_HOLE)
    if day and "19" not in tail and with_today(head, day, opens=True) != head:
        head = with_today(head, day, opens=True)
    elif not re.search(r"\b(?:19|20)\d\d\b", head):
        tail = on_the_day(tail, day)
    if not in_the_main_clause(head, tail) or not sound(head + quantity.text + tail, said, title or ""):
        return []
    other = far[chance(f"{fact.evidence.source}/{fact.evidence.text}/{quantity.text}", len(far))]
    wrong = quantity.text.replace(found["name"], other)
    judged = _true_false(fact, head, quantity.text, tail, wrong, numeral_of(head) is None)
    return [replace(judged.with_features(**dict(fact.features), collective=1.0), hint=_opinion(fact))]


_COLLECTIVES = {
    "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50,
    "soixantaine": 60, "centaine": 100,
}  # fmt: skip
_COLLECTIVE = re.compile(rf"[Uu]ne (?P<name>{'|'.join(_COLLECTIVES)})$")


_HOLE = "\0"
"""Stands for the figure while what is around it is read as one text."""


def _restated(said: str, at: int, fact: Statistic | Specification) -> tuple[str, int]:
    """The statement with the name its opening pronoun stands for (« Il a gagné » is « Ada Morin a gagné »), without the
    clause it can do without."""
    for start, end, name in getattr(fact, "restated", ()):
        there = fact.evidence.text[start - fact.evidence.start : end - fact.evidence.start]
        if not name:
            place = said.find(there, at)
            said = said[:place].rstrip(" ,;") + said[place + len(there) :] if place > 0 else said
            continue
        found = re.search(rf"(?<![\w'’-]){re.escape(there)}(?!\w)", said, re.IGNORECASE)
        led = found is not None and (not found.start() or said[: found.start()].rstrip().endswith((",", ":", ";")))
        if found is not None and led and found.start() < at:
            said = said[: found.start()] + name + said[found.end() :]
            at += len(name) - len(there)
    return said, at


def _opinion(fact: Fact) -> float:
    """What readers kept most: the only figure of a sentence, and figures of an article's first sentences; least, those
    told in passing or by the clock."""
    seen = fact.features
    liked = 0.4 * seen.get("early", 0.0) + 0.3 * seen.get("alone", 0.0) + 0.3 * seen.get("opening", 0.0)
    return liked - 0.3 * seen.get("clock_lead", 0.0) - 0.1 * seen.get("aside", 0.0) - 0.2


_FROM_TO = re.compile(
    r"\bpass(?:er?|ent|ait|aient|ant|é|ée|és|ées) (?:\w+ )?d(?:e |['’])(?:[^.]{1,160}\b(?:à|sous) (?:\w+ ){0,2})?$"
)
"""« passe de 1 900 francs (1,08 euro) à 2 200 francs »: another figure would turn what the article tells."""
_DECIDED = re.compile(
    r"\b(?:devan(?:t|ce|cent)|majorité|remport\w+|vainqueur|élue?s?|battue?s?|en tête|emporte\w*"
    r"|rejet(?:é|te)\w*|adopt(?:é|e)\w*|approuv(?:é|e)\w*|accept(?:é|e)\w*)\b"
)
"""« Le « oui » obtient 51 % et devance le « non » »: another share would not fit what else the sentence says."""


_SPOILING = ("slip", "verbless", "others", "nameless_age", "leaning", "whole_set", "in_title", "nobody")


def spoilt(fact: Fact) -> bool:
    """Whether the sentence of a figure had better not be shown, or the figure not be asked for, whatever the form.

    « Ses amis s'étaient réuni », « Plus exactement 300 euros », « sept autres personnes », « un homme de 63 ans »,
    « les 28 États membres », « située à 80 km de Metz ».
    """
    seen, quantity = fact.features, getattr(fact, "quantity", None)
    passing = seen.get("off_a_place") or (quantity is not None and quantity.dimension == "age")
    return any(seen.get(name) for name in _SPOILING) or bool(seen.get("aside") and passing)


_MENDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(\d+) (er|re|e|ème|ère)(?=[ ,.])"), r"\1\2"),
    (re.compile(r"\b([XVI]+) (e|er|ère)(?=[ ,.])"), r"\1\2"),
    (re.compile(r"\bM (gr|me|lle)\b"), r"M\1"),
    (re.compile(r"(?<=[(«]) +(?=\w)"), ""),
    (re.compile(r"(?<=\w) +(?=[)])"), ""),
    (re.compile(r"(?<=[»)]) +(?=[.,])"), ""),
    (re.compile(r"(?<=\w) (?:également|en effet)(?= \w| ?$)"), ""),
    (re.compile(r"(?<=\w) (?:également|aussi)(?= ?\.$)"), ""),
    (
        re.compile(r"(?<=[a-zà-ÿ]) (?:ainsi|donc)(?= (?:$|(?!que\b|de\b|qu['’])[a-zà-ÿ\d]))(?<!et ainsi)(?<!et donc)"),
        "",
    ),
    (re.compile(r"\b(lui|elle|eux|elles) (mêmes?)\b"), r"\1-\2"),
    (re.compile(r"(?<=\w\w) aussi(?= une? )(?<!mais aussi)(?<!tout aussi)(?<!c['’]est aussi)"), ""),
    (re.compile(r"\b(a|ont|est|sont) (?:cependant|toutefois|néanmoins|pourtant|en outre|par ailleurs)(?= \w)"), r"\1"),
    (re.compile(r"\b(est|sont|était|étaient) (?:eux|elles|elle|lui)(?= \w)(?! (?:seul|même|aussi|qui|et))"), r"\1"),
    (re.compile(r"\b([Cc]['’]est) finalement(?= \w)"), r"\1"),
    (re.compile(r"(?<=[A-ZÀ-Þ]\w\w\w) - (?=[A-ZÀ-Þ]\w)"), "-"),
    (re.compile(r"\b([A-ZÀ-Þ][a-zà-ÿ]+o) - (?=[A-ZÀ-Þ])"), r"\1-"),
    (re.compile(r"(?<=\b[12]\d\d\d)[ -]ci\b"), ""),
    (re.compile(r"(?<=\w), (?:lui|elle|eux|elles),(?= \w)(?! (?:qui|dont|aussi))"), ""),
    (re.compile(r"(?<=\w),? quant à (?:lui|elle|eux|elles),?(?= )|(?<=\w) pour (?:sa|leur) part(?= )"), ""),
    (re.compile(r"(?<=\b[dlDL]['’]) (?=«)"), ""),
    (re.compile(r", (?:en effet|par ailleurs|en outre),"), ""),
    (re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))"), "\u202f"),
)


def mended(part: str, *, opens: bool = False) -> str:
    """A part of a statement in sound typography: « le 32 e congrès », « M gr Morin », « ( USD ) . », « A 27 ans ».

    « également » and « en effet » go: they only tie the sentence to another.
    """
    for pattern, instead in _MENDS:
        part = pattern.sub(instead, part)
    return (
        re.sub(r"^A (?=\d|$|l['’]|la |cette |ce |partir |[A-Z][\w-]+(?: \([^()]*\))?,)", "À ", part) if opens else part
    )


def grouped(figure: str) -> str:
    """A figure with its thousands as we write them: « 2.400 » is « 2 400 »."""
    return re.sub(r"(?<=\d)\.(?=\d{3}(?!\d))", "\u202f", figure)


def spellings(key: str, numeral: Numeral) -> tuple[str, ...]:
    """Ways to type a number: as written, in digits, in words."""
    said = [key]
    if numeral.value == int(numeral.value):
        said.append(str(int(numeral.value)))
        spelled = in_words(int(numeral.value), numeral.feminine)
        if spelled:
            said.append(spelled)
    else:
        said.append(f"{numeral.value:.{max(1, numeral.decimals)}f}".replace(".", ","))
    return tuple(dict.fromkeys(said))


def _true_false(fact: Fact, head: str, figure: str, tail: str, wrong: str, first: bool) -> Candidate:
    """The statement as it is, or with another figure. As it is only once: for its first figure."""
    truth = first and chance(f"true/{fact.evidence.source}/{fact.evidence.text}/{figure}", 3) != 0
    return Candidate(
        fact=fact,
        form="true-false",
        construction="true-false-number",
        question=Bilingual(head + (figure if truth else wrong) + tail),
        answer=TRUE if truth else FALSE,
        choices=(TRUE, FALSE),
        focus=(getattr(fact, "entity", ""),) if getattr(fact, "entity", "") else (),
        features={"false": 0.0 if truth else 1.0},
    )
