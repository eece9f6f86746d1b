"""What a screen says of dates, intervals, grades and typed answers, in the interface's language.

Pure, and shared by the full screen and the line mode. It refuses to know where the sentences are shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from difflib import SequenceMatcher

from quiz.deck import BLANK, Bilingual, Card, Deck, Evidence, Origin
from quiz.language import Lang, Words
from quiz.typography import NBSP, fold

DAY_BEGINS = timedelta(hours=4)
"""A day of study ends when the learner has gone to bed, not at midnight."""
GRADES = (1, 2, 3, 4)


def date_in_words(iso: str | None, words: Words, *, weekday: bool = False) -> str:
    """An ISO date, whole or cut short, as the language writes it: « 7 juin 2024 », "June 7, 2024", « juin 2024 ».
    What is no date comes back as it is; None gives ""."""
    parts = (iso or "").partition("T")[0].split("-")
    if not all(part.isdigit() for part in parts):
        return iso or ""
    if len(parts) == 1:
        return parts[0]
    if not 1 <= int(parts[1]) <= 12:
        return iso or ""
    month = words.say("date.months").split(",")[int(parts[1]) - 1]
    if len(parts) == 2:
        return words.say("date.month", month=month, year=parts[0])
    try:
        day = date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return iso or ""
    return _day(day, words, weekday=weekday, year=True)


def _day(day: date, words: Words, *, weekday: bool, year: bool) -> str:
    month = words.say("date.months").split(",")[day.month - 1]
    number = words.say("date.first") if day.day == 1 else str(day.day)
    said = words.say("date.day" if year else "date.day-short", day=number, month=month, year=day.year)
    if weekday:
        name = words.say("date.weekdays").split(",")[day.weekday()]
        said = words.say("date.weekday", weekday=name, day=said)
    return said


_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_MONTHS_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_INSEPARABLE = re.compile(
    rf"(?<=«) | (?=[»:;!?%])|(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b1er)) (?=(?:{_MONTHS})\b)|"
    + f"(?:{'|'.join(f'(?<={month})' for month in _MONTHS_EN.split('|'))}) (?=\\d{{1,2}}\\b)"
)
"""Spaces where no line may end: beside French marks, and between the day and the month of a date."""


def unbroken(text: str) -> str:
    """A text for the screen with no-break spaces where no line may end: beside French marks, and between the day and
    the month of a date. Every space stays as wide as it was."""
    return _INSEPARABLE.sub(NBSP, text)


def study_day(moment: datetime, zone: tzinfo | None = None) -> date:
    """The day of study a moment belongs to, in the learner's time zone (None: this machine's)."""
    return (moment.astimezone(zone) - DAY_BEGINS).date()


def due_in_words(due: datetime, now: datetime, words: Words, zone: tzinfo | None = None) -> str:
    """When a card comes again: « dans 10 minutes », « demain », « dans 9 jours (dimanche 30 novembre) »."""
    wait = due - now
    days = (study_day(due, zone) - study_day(now, zone)).days
    if wait <= timedelta(seconds=30):
        return words.say("due.now")
    if wait < timedelta(minutes=59, seconds=30):
        return words.say("due.minutes", n=round(wait.total_seconds() / 60))
    if days <= 0 or wait < timedelta(hours=12):
        return words.say("due.hours", n=round(wait.total_seconds() / 3600))
    return day_in_words(study_day(due, zone), study_day(now, zone), words)


def day_in_words(day: date, today: date, words: Words) -> str:
    """A day seen from today: « aujourd’hui », « demain », « dans 3 jours », « dans 2 mois (20 janvier) »."""
    days = (day - today).days
    if days <= 0:
        return words.say("due.today")
    if days == 1:
        return words.say("due.tomorrow")
    if days < 60:
        said = words.say("due.days", n=days)
    elif days < 365:
        said = words.say("due.months", n=round(days / 30.4))
    else:
        said = words.say("due.years", n=round(days / 365.25))
    if days < 7:
        return words.say("due.on", when=said, day=words.say("date.weekdays").split(",")[day.weekday()])
    return words.say("due.on", when=said, day=_day(day, words, weekday=False, year=days >= 300))


def interval(wait: timedelta, words: Words) -> str:
    """A wait as a button has room for: « 10 min », « 6 h », « 8 j », « 3 mois », « 1,4 an »."""
    minutes = wait.total_seconds() / 60
    if minutes < 59.5:
        return words.say("interval.minutes", n=max(1, round(minutes)))
    if minutes < 60 * 20:
        return words.say("interval.hours", n=round(minutes / 60))
    days = minutes / 60 / 24
    if days < 60:
        return words.say("interval.days", n=max(1, round(days)))
    if days < 365:
        return words.say("interval.months", n=round(days / 30.4))
    years = f"{days / 365.25:.1f}".removesuffix(".0")
    return words.say("interval.years", n=1 if days < 730 else 2, years=years.replace(".", words.say("decimal")))


def grade_name(rating: int, words: Words) -> str:
    """The name of a grade, 1 to 4."""
    return words.say(f"grade.{rating}")


_DIGITS = "1234567890"
_AZERTY = "&é\"'(-è_çà"  # the same keys without shift on a French keyboard


def digit(character: str | None) -> int | None:
    """The number a key stands for (0 to 9), shifted or not on AZERTY; None for other keys."""
    if not character or len(character) != 1:
        return None
    at = _DIGITS.find(character)
    if at < 0:
        at = _AZERTY.find(character)
    return None if at < 0 else (at + 1) % 10


def english_of(text: Bilingual | Evidence) -> tuple[str | None, Origin]:
    """The English of a text, if there is any, and where it comes from."""
    return (text.en, text.origin) if text.en else (None, "none")


def wants_english(text: str) -> bool:
    """Whether French that has no English ought to have some: names and figures say themselves."""
    bare = text.strip("«»“”\"' " + NBSP)
    return any(char.isalpha() for char in bare) and not bare[:1].isupper()


def local_title(title: Bilingual, lang: Lang) -> str:
    """A deck's title in the language of the interface, if it has one there."""
    return title.en if lang == "en" and title.en else title.fr


def told_apart(decks: Sequence[Deck], lang: Lang) -> list[str]:
    """For each deck what tells it from the others of its title: its file's name, with as many of its folders as that
    takes (« seeds », « janvier/seeds »), or its id where it came from no file; "" where the title does."""
    titles = [local_title(deck.title, lang) for deck in decks]
    parts = [(*deck.path.parts[:-1], deck.path.stem) if deck.path else (deck.id,) for deck in decks]
    marks = []
    for at, title in enumerate(titles):
        mine = parts[at]
        others = [parts[there] for there, other in enumerate(titles) if other == title and there != at]
        long = next((n for n in range(1, len(mine)) if all(other[-n:] != mine[-n:] for other in others)), len(mine))
        marks.append("/".join(mine[-long:]) if others else "")
    return marks


def deck_names(decks: Sequence[Deck], lang: Lang) -> list[str]:
    """The decks' titles, those that are alike with what tells them apart."""
    marks = told_apart(decks, lang)
    return [
        f"{local_title(deck.title, lang)} ({mark})" if mark else local_title(deck.title, lang)
        for deck, mark in zip(decks, marks, strict=True)
    ]


def source_in_words(deck: Deck, source_id: str, words: Words) -> str:
    """« Title of the article », 7 juin 2024; the file's name where it has no title. A title that quotes is not quoted
    again."""
    try:
        source = deck.source(source_id)
    except KeyError:
        return source_id
    named = source.title or source.file
    if source.title and not any(mark in source.title for mark in "«»“”"):
        named = words.say("source.titled", title=source.title)
    when = date_in_words(source.date, words)
    return f"{named}, {when}" if when else named


@dataclass(frozen=True, slots=True)
class Marked:
    """The evidence in three parts, the answer in the middle ("" where it does not stand there word for word)."""

    before: str
    answer: str
    after: str


def mark_answer(card: Card) -> Marked:
    """Where the answer stands in the card's evidence: where the fact found it if that reads the same, else word for
    word (accents and case aside), else where the fact found it under another name (« Clark », « la maire »), else in
    another accepted writing. A statement to judge has no answer in the text; its value is marked."""
    text = card.evidence.text
    found = _of_fact(card)
    if found and _bare(text[found[0] : found[1]]) == _bare(card.answer.fr):
        return _cut(text, found)
    if card.form != "true-false":
        place = _find(text, card.answer.fr) or (found if card.kind == "quote" else None)
        for name in card.accept:
            place = place or _find(text, name)
        return _cut(text, place)
    value = (card.fact or {}).get("value")
    return _cut(text, found or (_find(text, value) if isinstance(value, str) else None))


def _of_fact(card: Card) -> tuple[int, int] | None:
    """Where the fact has its value, within the evidence."""
    fact, offset = card.fact or {}, card.evidence.start
    start, end = fact.get("start"), fact.get("end")
    if (
        isinstance(start, int)
        and isinstance(end, int)
        and 0 <= start - offset < end - offset <= len(card.evidence.text)
    ):
        return start - offset, end - offset
    return None


def _cut(text: str, place: tuple[int, int] | None) -> Marked:
    return Marked(text[: place[0]], text[place[0] : place[1]], text[place[1] :]) if place else Marked(text, "", "")


def _bare(text: str) -> str:
    """For comparing: folded, without any space."""
    return "".join(fold(text).split())


def _find(text: str, name: str) -> tuple[int, int] | None:
    """The first place where `name` stands in `text` as whole words, spaces, accents and case aside."""
    if len(name.strip()) < 2 and not name.strip().isdigit():
        return None
    low, folds = [_fold_char(char) for char in text], [_fold_char(char) for char in name.strip()]
    haystack, needle = "".join(low), "".join(folds)
    if len(haystack) != len(text) or len(needle) != len(name.strip()):
        haystack, needle = text, name.strip()
    at = haystack.find(needle)
    while at >= 0:
        end = at + len(needle)
        if not (haystack[at - 1 : at].isalnum() and needle[:1].isalnum()) and not (
            haystack[end : end + 1].isalnum() and needle[-1:].isalnum()
        ):
            return at, end
        at = haystack.find(needle, at + 1)
    return None


def _fold_char(char: str) -> str:
    if char.isspace():
        return " "
    folded = fold(char)
    return folded if len(folded) == 1 else char.lower() if len(char.lower()) == 1 else char


def filled(card: Card, lang: Lang = "fr") -> tuple[str, str, str]:
    """A cloze's question around its blank, the answer in the middle; other questions whole. In English where `lang` is
    and the card has it."""
    before, blank, after = card.question.said(lang).partition(BLANK)
    return (before, card.answer.said(lang if card.question.en else "fr") if blank else "", after)


def closer(given: str, text: Bilingual) -> Lang:
    """The language whose writing of a text is more like what was typed; English where both are."""
    low = given.lower()

    def alike(other: str) -> float:
        return SequenceMatcher(None, other.lower(), low, autojunk=False).ratio()

    return "fr" if text.en is None or alike(text.fr) > alike(text.en) else "en"


@dataclass(frozen=True, slots=True)
class Aligned:
    """Expected and typed answer set under each other: pieces (text, same?), padded with a dot where one has nothing."""

    expected: tuple[tuple[str, bool], ...]
    given: tuple[tuple[str, bool], ...]


GAP = "·"


def align(expected: str, given: str) -> Aligned:
    """The two writings letter under letter where they are alike enough for that to help, else as they are. Capitals
    make no difference, accents do."""
    low = expected.lower(), given.lower()
    alike = low if (len(low[0]), len(low[1])) == (len(expected), len(given)) else (expected, given)
    matcher = SequenceMatcher(None, *alike, autojunk=False)
    if not given or matcher.ratio() < 0.5:
        return Aligned(((expected, True),), ((given, True),) if given else ())
    top: list[tuple[str, bool]] = []
    bottom: list[tuple[str, bool]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        same = tag == "equal"
        width = max(b - a, d - c)
        top.append((expected[a:b] + GAP * (width - (b - a)), same))
        bottom.append((given[c:d] + GAP * (width - (d - c)), same))
    return Aligned(tuple(top), tuple(bottom))


Clock = Callable[[], datetime]
