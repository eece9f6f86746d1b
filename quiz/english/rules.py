"""English for French values by rule: numbers, money, units, dates, ranges, hedges, places, roles and names that stay.

A phrase is put together from pieces that are all known, or there is no English: None, never half of it. The numbers,
dates, units and countries are CLDR's, through Babel, in the English of the United States.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from quiz.english import moments, names, tables
from quiz.english.amounts import Amount, amount, split_number
from quiz.english.roles import role

_FIXED = {"Vrai": "True", "Faux": "False", "vrai": "true", "faux": "false", "oui": "yes", "non": "no", "aucun": "none",
          "gratuit": "free", "gratuitement": "free of charge"}  # fmt: skip
_TECHNICAL = re.compile(
    r"(?:\d{3,4}[pi]|\d{1,2}[kK]|[HUQF]HD|[A-Z]{1,4}[ -]?\d[\w.]*|\d+(?:-\d+)+(?:, ?\d+-\d+)*|\d+/\d+)"
)
_OF_TIME = ("until", "since", "before", "by", "by the end of", "from")
_OF_THINGS = {"less than": "fewer than", "no less than": "no fewer than", "a little less than": "slightly fewer than",
              "less": "fewer"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Value:
    """English of a piece, and what kind of piece it is: "amount", "count", "date", "name" or "role"."""

    text: str
    kind: str


def english(text: str, kept_names: Iterable[str] = (), dimension: str | None = None) -> str | None:
    """The English of a value, a place, a role or a name, or None where a piece of it is unknown.

    `kept_names` are names that stay as they are. `dimension`, where the caller knows it, tells an "age" from a duration
    (« 25 ans ») and a "time" from a "duration" (« 2 h 30 »).
    """
    return _english(text, frozenset(kept_names), dimension)


@lru_cache(4096)  # an answer stands among its card's choices, and in other cards
def _english(text: str, kept_names: frozenset[str], dimension: str | None) -> str | None:
    reader = _Reader(_normalised(kept_names), dimension)
    phrase = _normal(text)
    found = reader.value(phrase)
    if found is None and phrase[:1].isupper():  # « Trente-cinq pour cent » at the head of a sentence
        lower = reader.value(phrase[0].lower() + phrase[1:])
        if lower is not None:
            return lower.text[0].upper() + lower.text[1:]
    return found.text if found else None


@lru_cache(16)
def _normalised(names: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_normal, names))


_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_ELIDED = re.compile(r"\b([dljmnsDL]|qu)' ")


def _normal(text: str) -> str:
    text = text.replace("’", "'").replace("ʼ", "'")
    return _ELIDED.sub(r"\1'", _SPACES.sub(" ", text).strip())


_AT_AGE = re.compile(r"(?:âgée?s? de |à l'âge de |à )(.+ ans)")
_DEFINITE = re.compile(r"le |la |les |l'")
_LAP = re.compile(r"(\d{1,2})['′] ?(\d\d)[\"″](?: ?(\d{1,3}))?")
"""3'32"89"""
_DAYS = re.compile(r"du (\d{1,2}|1er)((?: [a-zéû.]+)?(?: \d{4})?) au ((?:\d{1,2}|1er) (.+))")
_RANGES = tuple(
    (re.compile(pattern), made)
    for pattern, made in (
        (r"entre (.+?) et (.+)", "between {} and {}"),
        (r"(?:de |d')(.+?) à (.+)", "{} to {}"),
        (r"(.+?) à (.+)", "{} to {}"),
        (r"(.+?) ou (.+)", "{} or {}"),
        (r"(\d[\d,]*) ?[-–] ?(\d.*)", "{}–{}"),
    )
)


class _Reader:
    """Reads one phrase, knowing which names stay."""

    def __init__(self, kept: frozenset[str], dimension: str | None) -> None:
        self._kept = kept
        self._dimension = dimension

    def value(self, text: str) -> _Value | None:
        """The English of the whole of `text`."""
        if not text or len(text) > 300:
            return None
        for rule in (self._single, self._range, self._hedged, self._role, self._names):
            found = rule(text)
            if found is not None:
                return found
        return None

    def name(self, text: str) -> str | None:
        """A place, a known acronym, or a name that stays."""
        return names.place(text) or names.acronym(text) or (text if text in self._kept else None)

    def _single(self, text: str) -> _Value | None:
        if text in _FIXED:
            return _Value(_FIXED[text], "name")
        named = self.name(text) or names.place_phrase(text) or self._with_article(text)
        if named:
            return _Value(named, "name")
        if self._dimension in ("time", "date") and (time := moments.clock(text)):
            return _Value(time, "date")
        if lap := _LAP.fullmatch(text):
            return _Value(f"{lap[1]}:{lap[2]}{'.' + lap[3] if lap[3] else ''}", "amount")
        day = moments.date(text)
        if day:
            return _Value(day, "date")
        if _TECHNICAL.fullmatch(text):
            return _Value(text, "amount")
        far = re.fullmatch(r"à (.+)", text) if text.endswith(("mètres", "km")) else None
        if far and (rest := self._hedged(far[1]) or self._single(far[1])):
            return _Value(f"{rest.text} away", "amount")
        age = _AT_AGE.fullmatch(text)
        if age and (years := _amount(age[1])):
            at = "at the age of " if text.startswith("à") else ""
            number = years.text.removesuffix(" years")
            return _Value(f"{at}{number}" if at else f"{years.text} old", "amount")
        found = amount(text, is_duration=self._dimension == "duration")
        if found is None:
            return _nationality(text)
        old = " old" if self._dimension == "age" and found.text.endswith((" year", " years")) else ""
        return _Value(found.text + old, "count" if found.counted else "amount")

    def _with_article(self, text: str) -> str | None:
        """« le PSG », « l'ONU »."""
        match = _DEFINITE.match(text)
        bare = text[match.end() :] if match else ""
        if (
            bare
            and (said := names.acronym(bare))
            and said not in ("NASA", "FIFA", "UEFA", "UNESCO", "UNICEF", "NATO", "AI")
        ):
            return f"the {said}"
        return self.name(bare) if bare else None

    def _range(self, text: str) -> _Value | None:
        """« entre 10 et 15 % », « de 2010 à 2015 », « 10 ou 15 secondes », « du 3 au 7 juin 2024 »."""
        for pattern, made in _RANGES:
            match = pattern.fullmatch(text)
            if match is None:
                continue
            low, high = self._end(match[1]), self._end(match[2])
            if low and high and not (low.kind == "count" and high.kind != "count"):
                dated = low.kind == high.kind == "date" and made == "{} to {}"
                return _Value(("from " if dated else "") + made.format(low.text, high.text), high.kind)
        days = _DAYS.fullmatch(text)
        if days:
            month = days[2].strip() or days[4]
            low_day, high_day = moments.date(f"{days[1]} {month}"), moments.date(days[3])
            if low_day and high_day:
                short = (
                    low_day.split(",")[0]
                    if re.search(r", \d{4}$", low_day) and not re.search(r"\d{4}", days[2])
                    else low_day
                )
                return _Value(f"{short} to {high_day}", "date")
        return None

    def _end(self, text: str) -> _Value | None:
        """One end of a range: an amount, a bare number or a date."""
        found = self._single(text)
        return found if found and (found.kind in ("amount", "count", "date")) else None

    def _hedged(self, text: str) -> _Value | None:
        """A hedge or bound, before the value or after it, and the small words before a date."""
        for opening, said in _openings():
            if text.startswith(opening):
                rest = self._bounded(text[len(opening) :], said)
                if rest:
                    return self._said(said, rest)
        for word, said in _longest_first("after"):
            if text.endswith(f" {word}"):
                rest = self._plain_or_range(text[: -len(word) - 1]) or self._hedged(text[: -len(word) - 1])
                if rest and rest.kind in ("amount", "count"):
                    less = _OF_THINGS.get(said, said) if rest.kind == "count" else said
                    return _Value(f"{rest.text} {less}", rest.kind)
        return self._in_time(text)

    def _said(self, hedge: str, rest: _Value) -> _Value | None:
        if rest.kind == "date":
            hedge = "until" if hedge == "up to" else hedge
            if hedge not in (*_OF_TIME, "about", "around"):
                return None
        elif hedge in _OF_TIME:
            return None
        elif rest.kind == "count":
            hedge = _OF_THINGS.get(hedge, hedge)
        elif rest.kind not in ("amount",):
            return None
        return _Value(f"{hedge} {rest.text}", rest.kind)

    def _bounded(self, text: str, hedge: str) -> _Value | None:
        """What a hedge stands before. « plus de 2000 » is a number, « depuis 2000 » a year."""
        if hedge not in _OF_TIME and re.fullmatch(r"\d{4}", text) and (found := amount(text)):
            return _Value(found.text, "count")
        return self._plain_or_range(text)

    def _plain_or_range(self, text: str) -> _Value | None:
        return self._single(text) or self._range(text) or self._hedged(text)

    def _in_time(self, text: str) -> _Value | None:
        """« en juin 2024 », « à 14 h 30 », « vers midi »."""
        for opening, said in (("en ", "in"), ("au cours de ", "during"), ("pendant ", "for"), ("dans les ", "in ")):
            if text.startswith(opening):
                rest = self._single(text[len(opening) :]) or (
                    self._single("les " + text[len(opening) :]) if opening == "dans les " else None
                )
                wanted = "amount" if opening in ("pendant ",) else "date"
                if rest and rest.kind == wanted:
                    return _Value(f"{said.strip()} {rest.text}", rest.kind)
                if rest and opening == "en " and rest.kind == "amount":  # « en deux minutes »
                    return _Value(f"in {rest.text}", "amount")
        for opening, said in (
            ("à ", "at"),
            ("vers ", "around"),
            ("dès ", "from"),
            ("avant ", "before"),
            ("après ", "after"),
        ):
            if text.startswith(opening) and (time := moments.clock(text[len(opening) :])):
                return _Value(f"{said} {time}", "date")
        return None

    def _role(self, text: str) -> _Value | None:
        found = role(text, self.name)
        return _Value(found, "role") if found else None

    def _names(self, text: str) -> _Value | None:
        """« Kling, Sora et Veo »: a list of which every part is known."""
        parts = [part for part in re.split(r", | et ", text) if part]
        if len(parts) < 2:
            return None
        said = [self._single(part) or self._role(part) for part in parts]
        known = [piece.text for piece in said if piece is not None and piece.kind in ("name", "role", "count")]
        if len(known) < len(parts) or re.search(r" et .* et ", text):
            return None
        return _Value(f"{', '.join(known[:-1])} and {known[-1]}" if " et " in text else ", ".join(known), "name")


def _amount(text: str) -> Amount | None:
    return amount(text) if split_number(text) else None


def _nationality(text: str) -> _Value | None:
    found = names.nationality(text) if text[:1].islower() else None
    return _Value(found, "role") if found else None


@cache
def _openings() -> tuple[tuple[str, str], ...]:
    """What a hedge before a value begins with: « près de », « près d' », « jusqu'au »."""
    found: list[tuple[str, str]] = []
    for word, said in _longest_first("before"):
        found.append((f"{word} ", said))
        found += [(word[:-1] + "'", said)] if word.endswith(" de") else []
        found += [("jusqu'au ", said)] if word == "jusqu'à" else []
    return tuple(found)


@cache
def _longest_first(table: str) -> list[tuple[str, str]]:
    return sorted(tables.words("units", table).items(), key=lambda pair: (-len(pair[0]), pair[0]))
