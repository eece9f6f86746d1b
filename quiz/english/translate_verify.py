"""Whether a machine's English may stand beside the French: numbers, kept names, quotation marks, blanks, negations and
length survive, and it is English. Where it is unsure it refuses: no English costs a look at the French, a wrong number
teaches a lie. Knows two texts and refuses to know who translated.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from quiz.deck import BLANK
from quiz.typography import fold, safe_text

Flaw = Literal["numbers", "names", "marks", "blank", "length", "french", "negation", "empty"]
"""What did not survive; the key of its words is `translate.flaw-<flaw>`."""

_DIGITS = re.compile(r"\d+")
_GROUPED = re.compile(r"(?<=\d)[\s\u00a0\u202f\u2009](?=\d{3}(?!\d))")
_GROUPED_ENGLISH = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_CLOCK = re.compile(r"\b(\d{1,2})\s?h(?:eures?\b|\b|(?=\d))")
_SCALES = {"million": "million", "milliard": "billion", "billion": "trillion", "trilliard": "sextillion"}
_SCALE = re.compile(r"\b(millions?|milliards?|billions?|trilliards?)\b", re.I)
_SCALE_ENGLISH = re.compile(
    r"\b(millions?|billions?|trillions?|sextillions?)\b|(?<=\d)\s?(bn|mn|tn)\b|[€$£]\s?\d[\d.,]*\s?(m|b)\b", re.I
)
_SHORT_SCALES = {"m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
_WORDS_OF_NUMBER = re.compile(
    r"\b(?:(?i:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente"
    r"|quarante|cinquante|soixante|cents?|mille|premi[eè]re?s?|[\w-]+i[eè]mes?|demie?|moiti[eé]|tiers|quarts?"
    r"|dizaines?|douzaines?|quinzaines?|vingtaines?|trentaines?|centaines?|milliers?|midi|minuit|milli(?:on|ard)s?)"
    r"|[IVX]+(?:e|er|ème)|[IVX]{2,})\b"
)
_PER_CENT = re.compile(r"%|\bpour cent\b|\bpourcentage", re.I)
_PER_CENT_ENGLISH = re.compile(r"%|\bper ?cent\b|\bpercentage", re.I)
_OPENING = re.compile(r"[«“„]")
_MARK = re.compile(r"[«»“”„\"]")
_PAIRED = re.compile(r"«[\s\u00a0\u202f]*|[\s\u00a0\u202f]*»")
_STRAIGHT = re.compile(r'"([^"]*)"')
_FRENCH_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:\s\d{3})+(?![\d])")
_FRENCH_DECIMAL = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
_FRENCH_SPACE = re.compile(r"(?<=\d)\s+(?=%)|(?<=\S)\s+(?=[?!;:](?:\s|”|$))")
_BLANKS = re.compile(r"_{2,}")
_DENIED = re.compile(r"\bn(?:e\b|['’])[^.!?;]*?\b(?:pas|jamais|plus|rien|aucune?|personne|guère|nulle?)\b", re.I)
_DOUBTED = re.compile(
    r"\b(?:(?:ne|pas|non|jamais|sans|rien|ni|peu|personne|nulle?|hors|rare|guère|moins|faute)\b|n['’]|aucun|refus"
    r"|interdi|manqu|échou|échec|arrêt|cess|empêch|évit|impossib|inconnu|incapab|invisib|insuffis|inexistant"
    r"|inattendu|inutile|illég|irré|dément|absen)",
    re.I,
)
"""French that English may well say with "not"."""
_DENIED_ENGLISH = re.compile(
    r"n['’]t\b|\b(?:not|non|no|never|none|nothing|nobody|neither|nor|without|cannot|hardly|barely|scarcely|nowhere"
    r"|unless|fail(?:s|ed|ing|ure)?|lack(?:s|ed|ing)?|refus\w+|stop(?:s|ped)?|ceas\w+|un(?!der|it|til|iq|ion|iv)\w+"
    r"|impossible|in(?:capable|visible|complete|sufficient|different|correct)\w*|dis(?!c|t|p)\w+|\w+less|anymore"
    r"|few|little)\b",
    re.I,
)
_NOT = re.compile(r"n['’]t\b|\b(?:not|never|cannot|nothing|nobody)\b", re.I)
_FRENCH = frozenset(
    ["le", "la", "les", "des", "du", "une", "est", "et", "dans", "pour", "qui", "que", "sur", "avec", "ce", "cette",
     "ces", "il", "elle", "ils", "elles", "sont", "aux", "au", "par", "plus", "ne", "pas", "nous", "vous", "leur",
     "ont", "été", "selon", "quel", "quelle", "combien", "où", "mais", "ou", "se", "sa", "ses", "son"]
)  # fmt: skip
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "in", "is", "are", "was", "were", "that", "for", "with", "by", "from", "at", "this",
     "these", "it", "he", "she", "they", "we", "you", "not", "has", "have", "had", "been", "which", "who", "what",
     "how", "according", "where", "but", "or", "his", "her", "its", "their", "a", "an", "be", "as", "when", "did"]
)  # fmt: skip


def tidied(english: str) -> str:
    """A machine's English as our own is written: entities opened, one kind of quotation mark, the blank as it is,
    single spaces, figures and punctuation without French ways. « It is &#39;on&#39; » and "« so », 12 000 ?" are
    common replies."""
    english = html.unescape(english) if re.search(r"&(?:#\d+|\w+);", english) else english
    english = _PAIRED.sub(lambda match: "“" if "«" in match[0] else "”", safe_text(english))
    english = _STRAIGHT.sub(r"“\1”", english)
    english = _FRENCH_THOUSANDS.sub(lambda match: re.sub(r"\s", ",", match[0]), english)
    english = _FRENCH_DECIMAL.sub(".", english)
    english = _FRENCH_SPACE.sub("", english)
    return " ".join(_BLANKS.sub(BLANK, english).split())


def flaw_of(french: str, english: str, names: Iterable[str] = ()) -> Flaw | None:
    """What did not survive from `french` to `english`, a machine's and tidied, or None. `names` stay as they are, each
    as itself or as any of its spellings joined by "|"."""
    if not any(char.isalpha() for char in english):
        return "empty"
    if french.count(BLANK) != english.count(BLANK):
        return "blank"
    if not _numbers_survive(french, english):
        return "numbers"
    low = fold(english)
    if any(not any(fold(way) in low for way in name.split("|")) for name in names):
        return "names"
    if not _marks_survive(french, english):
        return "marks"
    if not _length_is_likely(french, english):
        return "length"
    if _is_left_french(french, english):
        return "french"
    return None if _negation_survives(french, english) else "negation"


def _numbers_survive(french: str, english: str) -> bool:
    """Every figure of the French is in the English, with its scale, and none has come from nowhere.

    « 3,5 millions en 2024 » is "3.5 million in 2024", never "3.5 billion"; « à 20 h 30 » may become "8:30 pm"; a
    number in letters may become figures: « deux cents » is "200".
    """
    wanted, found = _figures(french), _figures(english, english=True)
    hours = {int(hour) for hour in _CLOCK.findall(french)}
    missing = wanted - found
    extra = found - wanted
    for figure in list(missing):
        other = str(int(figure) - 12) if figure.isdigit() and int(figure) in hours and int(figure) > 12 else figure
        if extra[other]:
            extra[other] -= 1
            del missing[figure]
        elif any(len(figure) == 2 and long.endswith(figure) for long in found):  # « les années 80 » : the 1980s
            del missing[figure]
            extra = Counter({long: n for long, n in extra.items() if not long.endswith(figure)})
        elif figure in found:  # said once where the French says it twice
            del missing[figure]
    if missing:
        return False
    invented = [figure for figure in +extra if figure not in wanted and figure != "1"]  # « un » is often "1"
    if invented and not _WORDS_OF_NUMBER.search(french):
        return False
    if bool(_PER_CENT.search(french)) != bool(_PER_CENT_ENGLISH.search(english)):
        return False
    scales = {_SCALES[word.lower().rstrip("s")] for word in _SCALE.findall(french)}
    told = {_scale("".join(groups)) for groups in _SCALE_ENGLISH.findall(english)}
    return scales == told


def _scale(word: str) -> str:
    word = word.lower()
    return _SHORT_SCALES.get(word, word.rstrip("s"))


def _figures(text: str, *, english: bool = False) -> Counter[str]:
    """The figures of a text, thousands together, decimals apart: « 12 345,6 » is 12345 and 6."""
    text = _GROUPED_ENGLISH.sub("", text) if english else _GROUPED.sub("", text)
    text = text if english else _DECIMAL.sub(".", text)
    return Counter(run.lstrip("0") or "0" for run in _DIGITS.findall(text))


def _marks_survive(french: str, english: str) -> bool:
    """What was quoted is quoted. English may close and open again around who speaks, where French goes on: « Je pars,
    dit-elle, et tôt » becomes “I’m leaving,” she says, “and early”."""
    if bool(_MARK.search(french)) != bool(_MARK.search(english)):
        return False
    return _openings(french) <= _openings(english)


def _openings(text: str) -> int:
    return len(_OPENING.findall(text)) + text.count('"') // 2


def _length_is_likely(french: str, english: str) -> bool:
    """English is a little shorter than French; half of it, or twice, is something else. Short texts vary more."""
    long, short = len(english), len(french)
    return long <= 2 * short + 25 and (short < 25 or 2 * long + 10 >= short)


def _is_left_french(french: str, english: str) -> bool:
    """Whether the French came back, whole or for the most part. A name comes back as it is (« Emmanuel Macron »), and
    so does what was English already; « désert » has lost its accent and is fine, « table » is not known to be."""
    words = re.findall(r"[^\W\d_]+", english.lower())
    told = sum(word in _FRENCH for word in words)
    known = sum(word in _ENGLISH for word in words)
    if french.casefold() == english.casefold():
        names = all(word[:1].isupper() or word[:1].isdigit() or word in _ENGLISH for word in french.split())
        return not names and told >= known
    return told > known and told >= 2


def _negation_survives(french: str, english: str) -> bool:
    """What the French denies is denied, and nothing else is: « Le maire ne part pas » never becomes "The mayor is
    leaving", nor the other way round."""
    if _DENIED.search(french) and not _DENIED_ENGLISH.search(english):
        return False
    return not _NOT.search(english) or bool(_DOUBTED.search(french))
