"""What one asks for, in English: which words choose, what stands before them, what verbs become beside them.

Small tables and turns that the questions share; the questions themselves are `questions`' work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.english import lexicon, verbs
from quiz.english.idioms import english_idiom
from quiz.english.texts import FRONT, OPENINGS, QUEL, Phrase

AT = re.compile(
    r"^how much$|^how many (?:degrees|feet|frames|images|kilometers|light-years|meters|miles|points)\b"
    r"|\b(?:age|dates?|place|position|price|time|speed|percentage|rate|distance|altitude|height|level)\b"
)
"""What one may ask for with « à »."""
NO_AGENTS = frozenset(
    {"position", "sum", "amount", "place", "price", "duration", "role", "percentage", "share", "prize"}
)
"""What does nothing, so that what follows its verb is the subject: « quelle fonction occupait Ada Morin »."""
CHOSEN = re.compile(
    r"\b(?:agency|airline|army|association|authority|bank|body|channel|city|club|collective|company|council|country|county"
    r"|department|district|federation|government|group|institution|magazine|ministry|movement|municipality|newspaper"
    r"|organization|party|province|region|[Ss]tate|team|town|union|university|village|website|site|laboratory|institute"
    r"|player|president|minister|singer|actor|director|journalist|politician|driver|athlete)$"
)
"""What there are several of to choose from: "which company", but "what age"."""
SHARE_OF = re.compile(r"^(percentage|share) of the ([a-z]+(?: (?:[a-z]+|[A-Z][a-z]+(?:an|sh|ch|ese)))*s)\b")


def of_all(found: re.Match[str]) -> str:
    """ "percentage of users" for all of them; the votes of an election are those of that one."""
    return found[0] if found[2].endswith(("votes", "seats")) else f"{found[1]} of {found[2]}"


WITHIN = re.compile(r"^within(?= (.*))")
GOVERNING = re.compile(
    r"\b(?:government|party|army|police|council|parliament|federation|department|ministry|union"
    r"|(?:parliamentary|LR|PS|LREM|RN|EELV) group|Vests)\b"
)


HOLDING = re.compile(r"^how many|position$")
HELD = {"count": "have", "occupy": "hold"}
"""What verbs are of somebody's post and of a town's inhabitants."""
TIME = re.compile(r"\b(?:age|century|day|decade|month|season|time|year)$|\b(?:day|month) of\b")
"""What one asks for of when something was."""
CAUSED = re.compile(r"\b(?:deaths?|victims?|injured|people|casualties|damage)\b")


def leading(front: str, ask: str) -> str:
    """The English preposition before what is asked for: "at what age", "in what place", "by what percentage"."""
    if front == "à" and re.search(r"\b(?:place|position)\b", ask):
        return "in"
    if front == "à" and ask.startswith("which"):
        return "in" if re.search(r"\b(?:city|town|village|country|state|region|county|municipality)\b", ask) else "to"
    if front == "sur" and re.search(r"\b(?:meters|kilometers|miles|years|months|days|weeks)$", ask):
        return "over"
    if front == "sur" and ask.endswith("score"):
        return "by"
    if front == "à" and re.search(r"\bdates?$", ask):
        return "on"
    if front == "à" and "price" in ask:
        return "at"
    if front == "de" and re.search(r"percent|share", ask):
        return "by"
    return FRONT[front]


def determined(words: tuple[str, ...], at: int, subject: Phrase) -> bool:
    """Whether a subject that comes last is one: a name, or a noun with its article."""
    return subject.name or words[at] in ("le", "la", "les", "l'", "un", "une", "son", "ce", "cette", "leur")


def turned(verb: verbs.Verb, plural: bool) -> verbs.Verb:
    """What « on » does, as what is done."""
    return replace(verb, passive=True, plural=plural, pronoun="")


def agreed(verb: verbs.Verb, subject: Phrase) -> str:
    """The form of "be" that goes with a subject."""
    many = subject.plural
    return ("were" if many else "was") if verb.time == "past" else "are" if many else "is"


_DEEP = re.compile(r"\bof ((?:[a-z]+|[\d,.]+) (?:meters?|centimeters?|kilometers?|m|km) (?:deep|long|wide|high))\b")
_WITHDRAWN = re.compile(r"\b(withdrawal|exit|departure) of ((?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*) of the\b")
_SCALED = re.compile(
    r"\b((?:[\d.,]+|a|one|two|three|several) (?:million|billion)) of (?!the\b|its\b|their\b|this\b|these\b)"
)
_EARNED = re.compile(r"\b(euros|dollars|pounds|francs) of (profits?|dividends|loss(?:es)?|revenue|damage|debts?|aid)\b")
_CHANGED = re.compile(
    r"\b((?:increase|decrease|drop|reduction|(?:rise|fall|decline|growth) of (?:[\d,.]+%|[a-z]+ percent))"
    r"(?: of (?:[\d,.]+%|[a-z]+ percent))?) of (the|its|their|his|her)\b"
)
"""What goes up or down goes so in something: "an increase of 3% in the price"."""


def tidy(text: str) -> str:
    """English with one article, "an" before a vowel and no space before a mark."""
    text = re.sub(r"\bthe the\b", "the", text)
    text = re.sub(r"\b(without \w+ing(?: \w+)?) no\b", r"\1 any", text)
    text = re.sub(r"\bto not (?=[a-z])", "not to ", text)
    text = re.sub(r"\b(day|month) of the year (?=[12]\d{3}\b)", r"\1 of ", text)
    text = re.sub(r"\bof the history(?=[?,.]|$)", "in history", text)
    text = _DEEP.sub(r"\1", text)
    text = _WITHDRAWN.sub(r"\1 of \2 from the", text)
    text = _SCALED.sub(r"\1 ", text)
    text = _EARNED.sub(r"\1 in \2", text)
    text = _CHANGED.sub(r"\1 in \2", text)
    text = re.sub(r"\b([Aa]) (?=[aeiouAEIOU](?!u[rn]i|ne\b|uro))", lambda m: f"{m[1]}n ", text)
    text = re.sub(r"\b([Aa]) (?=(?:hono[ru]|hour|honest|heir))", r"\1n ", text)
    text = re.sub(r"\ban (?=(?:uni|use|eu|one\b))", "a ", text)
    return english_idiom(re.sub(r"\s+([,?)])", r"\1", re.sub(r"\s+", " ", text)).strip())


def openings(words: tuple[str, ...]) -> Iterator[int]:
    """Where the question proper may begin: a question word after a comma or at the start, its preposition included."""
    for at, word in enumerate(words):
        if word.lower() not in OPENINGS:
            continue
        start = at
        if at and words[at - 1] in FRONT:
            start = at - 1
            if start and words[start - 1] == "jusqu'":
                start -= 1
            for before in range(max(0, start - 3), start):  # « face à quel pays »
                if words[before:at] in lexicon.phrases("words", "prepositions"):
                    start = before
                    break
            if words[start] == "de" and word in QUEL:  # « le gouverneur de quel État »
                begin = next((n for n in range(start - 1, -1, -1) if words[n] == ","), -1) + 1
                if begin < start:
                    yield begin
        elif words[max(0, at - 2) : at] in lexicon.phrases("words", "prepositions"):
            start = at - 2  # « en battant quel pays »
        if start == 0 or words[start - 1] == ",":
            yield start


def part_of_them(words: tuple[str, ...], at: int) -> bool:
    """« d'entre elles », « d'entre eux »."""
    return words[at : at + 2] == ("de", "entre") and words[at + 2 : at + 3] in (("elles",), ("eux",))
