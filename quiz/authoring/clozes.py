"""The fallback questions, made of the article's own sentence: a figure left out, or a statement to judge.

Only sentences that pass the gates become one; here they are cut to the sentence that holds the figure, freed of what
ties it to the sentence before, and given their blank or their wrong figure.
"""

from __future__ import annotations

import re

from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.dice import chance
from quiz.authoring.figures import Numeral, in_words, near, numeral_of
from quiz.authoring.french import NBSP, capitalised, of, quoted
from quiz.authoring.lists import phrases
from quiz.deck import BLANK, Bilingual
from quiz.facts.fact import Fact, Quantity, Quotation, Specification, Statistic

TRUE = Bilingual("Vrai", "True", "rule")
FALSE = Bilingual("Faux", "False", "rule")
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
    lead = _tied(said)
    said, at = capitalised(said[lead:]), at - lead
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
    for match in reversed(list(re.finditer(r"(?<=\w) +(?=[,.](?:\s|$))|(?<=\b[dlDL]['’]) +(?=\w)", said))):
        said = said[: match.start()] + said[match.end() :]
        if match.end() <= at:
            at -= match.end() - match.start()
    return said, at


def _tied(said: str) -> int:
    """How many characters at the start only tie the sentence to the one before: « Cependant, », « De leur côté, »."""
    for phrase in phrases("connectors"):
        match = re.match(rf"{re.escape(phrase)}\s*,\s+", said.replace("’", "'"), re.IGNORECASE)
        if match:
            return match.end()
    match = re.match(r"(?:mais|or|car|et|puis)\s+(?=[a-zà-ÿA-ZÀ-Þ])", said, re.IGNORECASE)
    return match.end() if match else 0


def clozes(fact: Fact) -> list[Candidate]:
    """A cloze on the fact's figure and, where another figure could stand there, a true-false."""
    if not isinstance(fact, Statistic | Specification) or fact.quantity is None:
        return []
    if fact.quantity.dimension in ("date", "time", "rank", "score", "resolution"):
        return []
    made = statement(fact)
    if made is None:
        return []
    said, at = made
    quantity = fact.quantity
    start = said.find(quantity.text, max(0, at - 2))
    numeral = numeral_of(quantity.text)
    if start < 0 or numeral is None or quantity.bound == "range":
        return []
    out = []
    after = said[start + numeral.end :]
    blank = said[: start + numeral.start] + BLANK + (NBSP + after if after[:1] in "%€$£" else after)
    key = quantity.text[numeral.start : numeral.end]
    if blank.count(key) == 0:
        out.append(
            Candidate(
                fact=fact,
                form="cloze",
                construction="cloze-number",
                question=Bilingual(blank),
                answer=ruled(key, key if key.isdigit() else None),
                accept=spellings(key, numeral),
                focus=(fact.entity,) if fact.entity else (),
            )
        )
    wrong = near(quantity, f"{fact.evidence.source}/{fact.evidence.text}/{quantity.text}")
    if wrong and not (numeral.digits is False and numeral.value <= 2):
        out.append(_true_false(fact, said, start, quantity, wrong[0]))
    return out


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


def _true_false(fact: Fact, said: str, start: int, quantity: Quantity, wrong: str) -> Candidate:
    truth = chance(f"true/{fact.evidence.source}/{fact.evidence.text}/{quantity.text}", 2) == 0
    shown = said if truth else said[:start] + wrong + said[start + len(quantity.text) :]
    return Candidate(
        fact=fact,
        form="true-false",
        construction="true-false-number",
        question=Bilingual(shown),
        answer=TRUE if truth else FALSE,
        choices=(TRUE, FALSE),
        focus=(getattr(fact, "entity", ""),) if getattr(fact, "entity", "") else (),
        features={"false": 0.0 if truth else 1.0},
    )


def said_by(fact: Quotation, shown: str, wrong: Bilingual) -> Candidate:
    """A statement on who said it, true, or with another speaker's name.

    « C'est Ada Morin qui a dit : « … » », or, where the words open in the middle of a sentence, « Ces mots sont d'Ada
    Morin : « … » ».
    """
    truth = chance(f"true/{fact.evidence.source}/{fact.words}", 2) == 0
    name = fact.speaker if truth and fact.speaker else wrong.fr
    first = next((char for char in shown if char.isalpha()), "")
    said = f"Ces mots sont {of(name)}" if first.islower() else f"C'est {name} qui a dit"
    return Candidate(
        fact=fact,
        form="true-false",
        construction="true-false-speaker",
        question=Bilingual(f"{said} : {quoted(shown)}."),
        answer=TRUE if truth else FALSE,
        choices=(TRUE, FALSE),
        focus=(fact.speaker,) if fact.speaker else (),
        features={"false": 0.0 if truth else 1.0},
    )
